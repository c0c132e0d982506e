//! What our own attribute adds to plain metadata; see [`crate::metadata::remainder`].

use super::attributes::Owner;
use super::category::Category;
use super::definition;
use super::library::{Library, Row};
use super::tables::Table;
use crate::lower::{External, ExternalId, ExternalTypes};
use crate::metadata::remainder::{self, ATTRIBUTE, Decode, Facts, Node};
use crate::schema::{Definition, DefinitionId, Schema};
use crate::source::Span;
use std::collections::HashMap;

/// Reads one definition with all that is added to it; the types that it names are asked of `types`.
pub(super) fn definition(
    library: &Library<'_>,
    at: Row,
    place: Span,
    types: &mut dyn FnMut(ExternalId) -> DefinitionId,
) -> Option<External> {
    let Ok(added) = added(library, at)? else {
        return Some(broken());
    };
    if added == Node::default() {
        return definition::read(library, at, place, types);
    }
    // The definition as plain metadata says it, in a schema of its own, whose names lead back to the metadata.
    let mut names: HashMap<String, ExternalId> = HashMap::new();
    let mut schema = Schema::new();
    let plain = definition::read(library, at, place, &mut |id| {
        let name = library.name(id);
        names.insert(name.clone(), id);
        stand_in(&mut schema, &name, place)
    })?;
    let mut said = remainder::encode_definition(
        &schema,
        &Definition {
            name: String::new(),
            span: place,
            docs: String::new(),
            own: true,
            kind: plain.kind,
        },
    );
    add(&mut said, added);
    let mut missing = plain.missing;
    let mut named = |name: &str| {
        let known = names.get(name).copied();
        let id = known.or_else(|| library.named(at.file, name).map(Row::id));
        if id.is_none() {
            missing.push(name.to_owned());
        }
        id.map(&mut *types)
    };
    let kind = remainder::decode_definition(
        &said,
        &mut Decode {
            place,
            named: &mut named,
        },
    );
    let text = |key: &str| said.facts.get(key).and_then(|value| value.as_str());
    Some(match kind {
        Some(kind) => External {
            kind,
            differs: plain.differs,
            is_read: true,
            docs: text("docs").unwrap_or_default().to_owned(),
            is_imported: said.facts.contains_key("imported"),
            missing,
            ..External::unknown()
        },
        None if missing.is_empty() => broken(),
        None => External {
            is_read: true,
            missing,
            ..External::unknown()
        },
    })
}

fn broken() -> External {
    External {
        is_broken: true,
        ..External::unknown()
    }
}

/// A definition of which only the name counts.
pub(super) fn stand_in(schema: &mut Schema, name: &str, place: Span) -> DefinitionId {
    schema.add(Definition {
        name: name.to_owned(),
        span: place,
        docs: String::new(),
        own: false,
        kind: External::unknown().kind,
    })
}

fn add(said: &mut Node, added: Node) {
    said.add(added.facts);
    for (part, added) in said.parts.iter_mut().zip(added.parts) {
        add(part, added);
    }
}

/// What is added to a definition and its parts; an error where it is nothing that can be understood.
fn added(library: &Library<'_>, at: Row) -> Option<Result<Node, ()>> {
    let file = library.file(at.file)?;
    let tables = &file.tables;
    let facts = |owner| -> Result<Facts, ()> {
        match tables.attribute(owner, ATTRIBUTE) {
            None => Ok(Facts::new()),
            Some(attribute) => {
                let text = attribute.text().ok_or(())?;
                serde_json::from_str(text).map_err(|_| ())
            }
        }
    };
    let leaf = |owner| -> Result<Node, ()> {
        Ok(Node {
            facts: facts(owner)?,
            parts: Vec::new(),
        })
    };
    let params = |method: usize| -> Result<Vec<Node>, ()> {
        let rows = tables.list(Table::MethodDef, method, 5, Table::Param);
        let mut parts = Vec::new();
        for row in rows {
            // Row 0 is about what is returned.
            let Some(place) = tables.row(Table::Param, row, 1) else {
                continue;
            };
            let node = leaf(Owner::Param(row))?;
            if node != Node::default() {
                let length = parts.len().max(place + 1);
                parts.resize(length, Node::default());
                parts[place] = node;
            }
        }
        Ok(parts)
    };
    let method = |row: usize| -> Result<Node, ()> {
        Ok(Node {
            facts: facts(Owner::MethodDef(row))?,
            parts: params(row)?,
        })
    };
    let whole = || -> Result<Node, ()> {
        let (facts, parts) = match at.table {
            Table::MethodDef => (facts(Owner::MethodDef(at.row))?, params(at.row)?),
            Table::Field => (facts(Owner::Field(at.row))?, Vec::new()),
            _ => {
                let methods = tables.list(Table::TypeDef, at.row, 5, Table::MethodDef);
                let fields = tables.list(Table::TypeDef, at.row, 4, Table::Field);
                let parts = match file.tables.category(at.row) {
                    Some(Category::Interface) => methods.map(method).collect::<Result<_, ()>>()?,
                    Some(Category::Delegate) => {
                        file.tables.invoke(at.row).map_or(Ok(Vec::new()), params)?
                    }
                    Some(Category::Record) => fields
                        .map(|row| leaf(Owner::Field(row)))
                        .collect::<Result<_, ()>>()?,
                    // The first field is the value itself, no enumerator.
                    Some(Category::Enum) => fields
                        .filter(|row| !tables.equal(Table::Constant, 1, (row + 1) << 2).is_empty())
                        .map(|row| leaf(Owner::Field(row)))
                        .collect::<Result<_, ()>>()?,
                    _ => Vec::new(),
                };
                (facts(Owner::TypeDef(at.row))?, parts)
            }
        };
        let nothing = parts.iter().all(|part: &Node| is_nothing(part));
        Ok(Node {
            facts,
            parts: if nothing { Vec::new() } else { parts },
        })
    };
    Some(whole())
}

fn is_nothing(node: &Node) -> bool {
    node.facts.is_empty() && node.parts.iter().all(is_nothing)
}
