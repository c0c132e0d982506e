//! What the user's metadata defines: all of it is wanted.

use super::{External, ExternalId};
use crate::diagnostics::{Code, Diagnostic};
use crate::lower::constants::{Integer, Known, Value};
use crate::lower::{Lowering, Scope};
use crate::schema::{Definition, DefinitionId, DefinitionKind};
use crate::source::Span;
use crate::syntax::tree::Ident;
use smol_str::SmolStr;
use std::mem::discriminant;

/// More errors in metadata are not worth reading.
const MOST_ERRORS: usize = 50;

impl Lowering<'_> {
    /// Everything that the user's metadata defines; says whether nothing is wrong with it.
    pub(in crate::lower) fn metadata(&mut self) -> bool {
        let Some(types) = self.external else {
            return true;
        };
        let errors_before = self.diagnostics.error_count();
        let own = types.own();
        let own: Vec<(ExternalId, Span)> = own
            .into_iter()
            .filter_map(|external| Some((external, types.place(external)?)))
            .collect();
        self.scope = Scope::of_file(true);
        for (external, place) in &own {
            if types.is_type(*external) {
                self.external_definition(*external, *place, &mut Vec::new());
            }
        }
        for (external, place) in own {
            if self.diagnostics.error_count() > errors_before + MOST_ERRORS {
                self.report(Diagnostic::at(
                    Code::TooManyErrors,
                    place,
                    "too many errors in this metadata: the rest is not read",
                ));
                break;
            }
            self.own_definition(external, place);
        }
        self.check_aliases();
        if let Some(place) = types.excess() {
            self.report(Diagnostic::at(
                Code::TooMuchText,
                place,
                "this metadata names the same bytes more often than any compiler does",
            ));
        }
        self.diagnostics.error_count() == errors_before
    }

    fn own_definition(&mut self, external: ExternalId, place: Span) {
        let Some(types) = self.external else { return };
        if self.names.read.contains(&external) {
            return;
        }
        let name = types.name(external);
        let mut waiting = Vec::new();
        let read = types.define(external, place, &mut |named| {
            self.external_definition(named, place, &mut waiting)
        });
        self.names.read.insert(external);
        self.complain(&name, &read, place);
        if read.is_read {
            let definition = Definition {
                own: !read.is_imported,
                ..self.definition(&name, place, &read.docs, read.kind)
            };
            match definition.kind {
                DefinitionKind::Constant(_) => self.own_constant(definition),
                DefinitionKind::Function(_) if !types.is_type(external) => {
                    self.schema.add(definition);
                }
                _ => self.own_type(external, definition, read.differs),
            }
        }
        self.read_external(place, waiting);
    }

    /// Says what is wrong with what was read.
    fn complain(&mut self, name: &str, read: &External, place: Span) {
        if read.is_broken {
            self.report(Diagnostic::at(
                Code::BadMetadata,
                place,
                format!("what this metadata says of `{name}` contradicts itself"),
            ));
        } else if !read.is_read {
            self.report(Diagnostic::at(
                Code::UnreadMetadata,
                place,
                format!("`{name}` is left out: there is no word for it in C"),
            ));
        }
        for missing in &read.missing {
            self.report(
                Diagnostic::at(
                    Code::UnknownType,
                    place,
                    format!("unknown type `{missing}`, which `{name}` names"),
                )
                .help("give the metadata that defines it as well"),
            );
        }
    }

    fn own_constant(&mut self, definition: Definition) {
        let DefinitionKind::Constant(constant) = &definition.kind else {
            return;
        };
        let name = Ident {
            text: definition.name.as_str().into(),
            span: definition.span,
        };
        let value = self.value_of(&constant.ty, &constant.value);
        if value.is_none_or(|value| self.learn_constant(&name, value)) {
            self.schema.add(definition);
        }
    }

    /// A type of the user's metadata, which a file of the program may declare or define as well.
    fn own_type(&mut self, external: ExternalId, definition: Definition, differs: bool) {
        let name = definition.name.clone();
        let place = definition.span;
        let known = self.names.external.get(external);
        let known = known.or_else(|| self.names.ordinary.get(name.as_str()).copied());
        let id = match known {
            Some(id) => id,
            None => self.schema.add(definition.clone()),
        };
        self.names.external.insert(external, id);
        self.names.ordinary.insert(SmolStr::new(&name), id);
        if differs {
            self.names.differing.insert(id);
        }
        let is_declared = !self.names.defined.contains_key(&id);
        if is_declared && discriminant(&self.schema[id].kind) != discriminant(&definition.kind) {
            if self.names.placeholders.remove(&id) {
                self.schema[id].kind = definition.kind.clone();
            } else {
                self.duplicate(id, place);
                return;
            }
        }
        self.names.placeholders.remove(&id);
        self.learn_parts(id, &definition, place);
        self.define(id, definition);
    }

    /// What other definitions and expressions may name of a type.
    fn learn_parts(&mut self, id: DefinitionId, definition: &Definition, place: Span) {
        let tag = match &definition.kind {
            DefinitionKind::Record(record) => record.tag.as_ref(),
            DefinitionKind::Enum(enumeration) => {
                for value in &enumeration.values {
                    let known = Value::Integer(Integer::int(value.value));
                    self.constants
                        .entry(SmolStr::new(&value.name))
                        .or_insert(Known {
                            value: known,
                            span: place,
                            quoted: None,
                        });
                }
                enumeration.tag.as_ref()
            }
            DefinitionKind::Interface(interface) => {
                if interface.base.is_some() {
                    let text = definition.name.clone();
                    self.bases.push((
                        id,
                        Ident {
                            text: text.into(),
                            span: place,
                        },
                    ));
                }
                return;
            }
            _ => return,
        };
        let tag = tag.unwrap_or(&definition.name).clone();
        self.names.tags.entry(tag.into()).or_insert(id);
    }
}
