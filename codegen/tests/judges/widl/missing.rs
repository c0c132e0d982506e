//! What widl declares and we do not, or not in the same way.

use super::Wrong;
use super::declared::{Declared, Named};
use super::names::{CNames, is_unnamed};
use midl_bindgen::schema::{ConstantValue, DefinitionKind, Enum, Field, Guid, Record, Schema};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

/// Holds what a header without quoted C declares against what the schema defines.
pub fn missing(declared: &Declared, schema: &Schema, names: &CNames) -> Wrong {
    let ours = Ours::of(schema);
    let mut wrong = Wrong::new();
    let mut expect = |fact: String, ours: String, theirs: String| {
        if ours != theirs {
            wrong.insert(fact, format!("ours: {ours}, widl's: {theirs}"));
        }
    };
    let mut expect_kinds =
        |names: &BTreeSet<String>, what: &str, is: fn(&DefinitionKind) -> bool| {
            for name in names {
                let known = ours.has(name, is);
                expect(
                    format!("{name} is {what}"),
                    known.to_string(),
                    true.to_string(),
                );
            }
        };
    expect_kinds(&declared.vtables, "an interface", |kind| {
        matches!(
            kind,
            DefinitionKind::Interface(_) | DefinitionKind::Dispinterface(_)
        )
    });
    expect_kinds(&declared.typedefs, "a type", |kind| {
        !matches!(
            kind,
            DefinitionKind::Constant(_) | DefinitionKind::Function(_)
        )
    });
    expect_kinds(&declared.constants, "a constant", is_constant);
    expect_kinds(&declared.functions, "a function", |kind| {
        matches!(kind, DefinitionKind::Function(_))
    });
    for (name, base) in &declared.bases {
        let ours = ours.bases.get(name).cloned().flatten();
        expect(
            format!("{name} has its base"),
            format!("{ours:?}"),
            format!("{base:?}"),
        );
    }
    // Both ways. The schema has no libraries.
    let guids: BTreeSet<&String> = ours.guids.keys().chain(declared.guids.keys()).collect();
    for name in guids.iter().filter(|name| !name.starts_with("LIBID_")) {
        expect(
            format!("{name} has its value"),
            format!("{:?}", ours.guids.get(*name)),
            format!("{:?}", declared.guids.get(*name)),
        );
    }
    for record in &declared.records {
        let found = keys(record).find_map(|key| ours.records.get(key.as_str()));
        expect(
            format!("{} has its fields", label(record)),
            found.map_or_else(String::new, |record| fields(schema, names, record)),
            record.members.clone(),
        );
    }
    for enumeration in &declared.enums {
        let found = keys(enumeration).find_map(|key| ours.enums.get(key.as_str()));
        let ours: Vec<&str> = match found {
            Some(enumeration) => {
                let values = enumeration.values.iter();
                values.map(|value| value.name.as_str()).collect()
            }
            // The enumerators of an enum that nothing can name are constants.
            None => {
                let theirs = enumeration.members.split(", ");
                theirs.filter(|name| ours.has(name, is_constant)).collect()
            }
        };
        expect(
            format!("{} has its enumerators", label(enumeration)),
            ours.join(", "),
            enumeration.members.clone(),
        );
    }
    wrong
}

/// The GUIDs of quoted C that a header has and we have not, or not with the same value.
pub fn differing_guids(schema: &Schema, quoted: &BTreeMap<String, Guid>) -> Wrong {
    let mut wrong = Wrong::new();
    for (_, definition) in schema.own() {
        if let DefinitionKind::Constant(constant) = &definition.kind
            && let ConstantValue::Guid(ours) = constant.value
            && quoted.get(&definition.name) != Some(&ours)
        {
            let theirs = quoted.get(&definition.name);
            let said = format!("ours: {ours}, the header's: {theirs:?}");
            wrong.insert(format!("{} has its value", definition.name), said);
        }
    }
    wrong
}

/// The definitions of a schema by the names that a header has for them.
#[derive(Default)]
struct Ours<'a> {
    kinds: HashMap<&'a str, Vec<&'a DefinitionKind>>,
    bases: BTreeMap<String, Option<String>>,
    guids: BTreeMap<String, Guid>,
    records: HashMap<&'a str, &'a Record>,
    enums: HashMap<&'a str, &'a Enum>,
}

impl<'a> Ours<'a> {
    fn of(schema: &'a Schema) -> Self {
        let mut ours = Self::default();
        for (_, definition) in schema.own() {
            let name = definition.name.as_str();
            ours.kinds.entry(name).or_default().push(&definition.kind);
            let mut guid = |prefix: &str, guid: Option<Guid>| {
                let named = guid.map(|guid| (format!("{prefix}_{name}"), guid));
                ours.guids.extend(named);
            };
            match &definition.kind {
                DefinitionKind::Interface(interface) => {
                    guid("IID", interface.iid);
                    let base = interface.base.map(|base| schema[base].name.clone());
                    ours.bases.insert(name.to_owned(), base);
                }
                DefinitionKind::Dispinterface(dispinterface) => {
                    guid("DIID", dispinterface.iid);
                    let base = Some("IDispatch".to_owned());
                    ours.bases.insert(name.to_owned(), base);
                }
                DefinitionKind::Coclass(coclass) => guid("CLSID", coclass.clsid),
                DefinitionKind::Record(record) if !record.forward => {
                    let tag = record.tag.as_deref();
                    let names = tag.into_iter().chain([name]);
                    ours.records.extend(names.map(|name| (name, record)));
                }
                DefinitionKind::Enum(enumeration) if !enumeration.values.is_empty() => {
                    let tag = enumeration.tag.as_deref();
                    let names = tag.into_iter().chain([name]);
                    ours.enums.extend(names.map(|name| (name, enumeration)));
                }
                _ => {}
            }
        }
        ours
    }

    fn has(&self, name: &str, is: fn(&DefinitionKind) -> bool) -> bool {
        let kinds = self.kinds.get(name);
        kinds.is_some_and(|kinds| kinds.iter().any(|kind| is(kind)))
    }
}

fn is_constant(kind: &DefinitionKind) -> bool {
    matches!(kind, DefinitionKind::Constant(_))
}

fn keys(named: &Named) -> impl Iterator<Item = &String> {
    named.names.iter().chain(&named.tag)
}

fn label(named: &Named) -> String {
    match keys(named).next() {
        Some(name) => name.clone(),
        None => format!("a type with {}", named.members),
    }
}

/// The fields as [`Declared`] prints them.
fn fields(schema: &Schema, names: &CNames, record: &Record) -> String {
    let print = |field: &Field| {
        let mut text = match is_unnamed(field) {
            true => String::new(),
            false => field.name.clone(),
        };
        if let Some(bits) = field.bits {
            let _ = write!(text, ":{bits}");
        }
        if let Some((inner, _)) = names.nested(field)
            && let DefinitionKind::Record(inner) = &schema[inner].kind
        {
            let _ = write!(text, "{{{}}}", fields(schema, names, inner));
        }
        text
    };
    let fields: Vec<String> = record.fields.iter().map(print).collect();
    fields.join(", ")
}
