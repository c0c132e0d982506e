//! Wine's interfaces are those of Windows: what is read of Wine's IDL files is held against what is read of Windows'
//! metadata. Both readers are ours, and neither knows the other's input.

mod known;
mod metadata;
mod packed;

use crate::{input, wine};
use known::Difference;
use libtest_mimic::{Failed, Trial};
use metadata::Metadata;
use midl_bindgen::schema::{DefinitionId, DefinitionKind, Method, MethodKind, Schema};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A test for each file that stands by itself, and those of structs.
pub fn trials(files: &[PathBuf]) -> Vec<Trial> {
    input::whole(files)
        .into_iter()
        .chain(input::added())
        .map(|path| {
            let name = wine::name(&path);
            Trial::test(format!("windows::{name}"), move || check(&path, &name))
        })
        .chain(packed::trials())
        .collect()
}

fn check(path: &Path, file: &str) -> Result<(), Failed> {
    let schema = input::compile(path)?.schema;
    let mut metadata = Metadata::new();
    let mut message = String::new();
    let mut expected: BTreeMap<&str, &[Difference]> = known::DIFFERENCES
        .iter()
        .filter(|(listed, ..)| *listed == file)
        .map(|(_, interface, differences, _)| (*interface, *differences))
        .collect();
    for (id, definition) in schema.own() {
        let name = definition.name.as_str();
        let Some((found, differences)) = compare(&schema, id, &mut metadata) else {
            continue;
        };
        let expected = expected.remove(name).unwrap_or_default();
        if differences != expected {
            let _ = writeln!(
                message,
                "{name} differs in {differences:?}, where {expected:?} is known; Wine has\n    {}\nand Windows\n    {}",
                describe(&schema, id),
                describe(&metadata.schema, found)
            );
        }
    }
    for (name, differences) in expected {
        let _ = writeln!(
            message,
            "{name} is listed with {differences:?}, and not compared"
        );
    }
    match message.is_empty() {
        true => Ok(()),
        false => Err(message.into()),
    }
}

/// Where an interface of Wine's differs from that of Windows; `None` where one of them has none of that name.
fn compare(
    schema: &Schema,
    id: DefinitionId,
    metadata: &mut Metadata,
) -> Option<(DefinitionId, Vec<Difference>)> {
    let name = &schema[id].name;
    let (iid, is_vtable) = match &schema[id].kind {
        DefinitionKind::Interface(interface) => (interface.iid, true),
        DefinitionKind::Dispinterface(dispinterface) => (dispinterface.iid, false),
        _ => return None,
    };
    if let DefinitionKind::Interface(interface) = &schema[id].kind
        && interface.completeness == midl_bindgen::schema::Completeness::Forward
    {
        return None;
    }
    let found = metadata.interface(name)?;
    let theirs = metadata.get(found);
    let mut differences = Vec::new();
    let mut differ = |what, found: bool| {
        if found {
            differences.push(what);
        }
    };
    differ(Difference::Iid, iid != theirs.iid);
    if !is_vtable {
        return Some((found, differences));
    }
    let base = |schema: &Schema, id| {
        schema
            .bases(id)
            .next()
            .map(|base| schema[base].name.clone())
    };
    differ(
        Difference::Base,
        base(schema, id) != base(&metadata.schema, found),
    );
    let ours = methods(schema, id);
    let theirs = methods(&metadata.schema, found);
    let names = |methods: &[&Method]| methods.iter().map(|m| name_of(m)).collect::<Vec<_>>();
    let lower = |names: &[String]| names.iter().map(|n| n.to_lowercase()).collect::<Vec<_>>();
    let (our_names, their_names) = (names(&ours), names(&theirs));
    let same_names = lower(&our_names) == lower(&their_names);
    differ(Difference::Names, !same_names);
    differ(Difference::Case, same_names && our_names != their_names);
    let counts = |methods: &[&Method]| methods.iter().map(|m| m.params.len()).collect::<Vec<_>>();
    differ(Difference::Parameters, counts(&ours) != counts(&theirs));
    differ(
        Difference::Length,
        schema.slot_count(id) != metadata.schema.slot_count(found),
    );
    Some((found, differences))
}

fn methods(schema: &Schema, id: DefinitionId) -> Vec<&Method> {
    schema.own_slots(id).map(|slot| slot.method).collect()
}

fn name_of(method: &Method) -> String {
    let prefix = match method.kind {
        MethodKind::Plain => "",
        MethodKind::PropertyGet => "get_",
        MethodKind::PropertyPut => "put_",
        MethodKind::PropertyPutRef => "putref_",
    };
    format!("{prefix}{}", method.name)
}

/// `IFoo {iid} : IBar, 3 + 2 slots: Get/1 Set/2`
fn describe(schema: &Schema, id: DefinitionId) -> String {
    let definition = &schema[id];
    let iid = match &definition.kind {
        DefinitionKind::Interface(interface) => interface.iid,
        DefinitionKind::Dispinterface(dispinterface) => dispinterface.iid,
        _ => None,
    };
    let mut text = format!("{} {iid:?}", definition.name);
    for base in schema.bases(id) {
        let _ = write!(text, " : {}", schema[base].name);
    }
    let _ = write!(text, ", from slot {}:", schema.first_slot(id));
    for method in methods(schema, id) {
        let _ = write!(text, " {}/{}", name_of(method), method.params.len());
    }
    text
}
