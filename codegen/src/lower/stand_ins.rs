//! Types that stand in for those of a C header: they are for MIDL, and quoted conditionals hide them from C where it has
//! the header's own (`#ifndef KEY_DEFINED`) or in any case (`#if 0`).

use super::Lowering;
use super::directive::directive;
use super::external::alone;
use super::same::extents;
use crate::prelude;
use crate::schema::{DefinitionId, DefinitionKind, Schema, Type, WellKnown};

/// The quoted conditionals around the present line.
#[derive(Debug, Default)]
pub(super) struct StandIns {
    /// Of each, from the outside inwards, whether it hides what stands in it.
    hides: Vec<bool>,
}

impl StandIns {
    /// Reads a quoted line.
    pub(super) fn quoted(&mut self, line: &str) {
        match directive(line) {
            Some(("ifndef", _) | ("if", "0")) => self.hides.push(true),
            Some(("if" | "ifdef", _)) => self.hides.push(false),
            Some(("elif" | "else", _)) => {
                if let Some(hides) = self.hides.last_mut() {
                    *hides = false;
                }
            }
            Some(("endif", _)) => {
                self.hides.pop();
            }
            _ => {}
        }
    }

    /// Whether the present line is hidden. What guards a whole file is further out, and says nothing of one type.
    pub(super) fn is_inside(&self) -> bool {
        self.hides.last() == Some(&true)
    }
}

impl Lowering<'_> {
    /// Gives a type that C never sees the definition that the header has, where somebody knows it and it is another one: an
    /// interface or a pointer in place of the integer that MIDL is content with, or what does not lie in memory in the same way.
    pub(super) fn take_from_header(&mut self, id: DefinitionId) {
        let Some(types) = self.external else { return };
        let (name, place) = (&self.schema[id].name, self.schema[id].span);
        // Base types are the same everywhere.
        let file = self.sources.file(place.file).path.file_name();
        if file.is_some_and(|file| prelude::file(&file.to_string_lossy()).is_some()) {
            return;
        }
        // Every program has this, and it is no other one.
        if self.is_guid(id) {
            return;
        }
        let Some(external) = types.find(name) else {
            return;
        };
        if types.is_interface(external) {
            return self.become_external(id, external);
        }
        // What the program defines besides, or how much of it was read, makes no difference.
        let Some((header, real)) = alone(types, external, place) else {
            return;
        };
        let is_other = match &header[real].kind {
            DefinitionKind::Enum(_) => !matches!(self.schema[id].kind, DefinitionKind::Enum(_)),
            DefinitionKind::Alias(_) | DefinitionKind::Record(_) => {
                let size = extents(&header, real);
                size.is_some()
                    && (size != extents(&self.schema, id)
                        || !have_same_pointers((&self.schema, id), (&header, real)))
            }
            _ => false,
        };
        if is_other {
            self.become_external(id, external);
        }
    }

    /// Whether a type is `GUID`, and lies in memory as that does.
    fn is_guid(&self, id: DefinitionId) -> bool {
        let known = self.schema.well_known_definition(&self.schema[id]);
        let lies_so = |extents: &Vec<(u64, u64)>| extents.iter().all(|extent| *extent == (16, 4));
        known == Some(WellKnown::Guid) && extents(&self.schema, id).as_ref().is_some_and(lies_so)
    }
}

/// Whether both are pointers or neither is, and so for their fields: whoever is safe with an integer need not be so with a
/// pointer.
fn have_same_pointers(a: (&Schema, DefinitionId), b: (&Schema, DefinitionId)) -> bool {
    let pointers = |(schema, id): (&Schema, DefinitionId)| -> Vec<bool> {
        let is_pointer =
            |ty: &Type| matches!(schema.resolve(ty), Type::Pointer(_) | Type::Function(_));
        match &schema[id].kind {
            DefinitionKind::Record(record) => {
                let fields = record.fields.iter();
                fields.map(|field| is_pointer(&field.ty)).collect()
            }
            _ => vec![is_pointer(&Type::Named(id))],
        }
    };
    pointers(a) == pointers(b)
}
