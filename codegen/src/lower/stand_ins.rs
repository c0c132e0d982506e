//! Types that stand in for those of a C header: they are for MIDL, and quoted conditionals hide them from C where it has
//! the header's own (`#ifndef KEY_DEFINED`) or in any case (`#if 0`).

use super::Lowering;
use super::directive::directive;
use crate::prelude;
use crate::schema::{DefinitionId, DefinitionKind, Type};
use crate::source::Origin;
use std::ffi::OsStr;

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
        let file = self.sources.file(place.file);
        // What the header itself defines, which C includes elsewhere, and base types: they are the same everywhere.
        let is_header = matches!(file.origin, Origin::Included(_));
        let has_base_types = |file: &OsStr| prelude::file(&file.to_string_lossy()).is_some();
        if is_header || file.path.file_name().is_some_and(has_base_types) {
            return;
        }
        let Some(external) = types.find(name) else {
            return;
        };
        let Some(kind) = self.external_kind(external, place) else {
            return;
        };
        let is_other = match &kind {
            // It is made of this one.
            DefinitionKind::Alias(alias) if self.leads_to(&alias.ty, id) => false,
            DefinitionKind::Alias(_) | DefinitionKind::Record(_) => {
                !self.has_same_pointers(id, &kind) || !self.same_layout(id, &kind)
            }
            DefinitionKind::Enum(_) => !matches!(self.schema[id].kind, DefinitionKind::Enum(_)),
            _ => true,
        };
        if is_other {
            self.become_external(id, external, kind);
        }
    }

    /// Whether both are pointers or neither is, and so for their fields: whoever is safe with an integer need not be so with a
    /// pointer.
    fn has_same_pointers(&self, id: DefinitionId, second: &DefinitionKind) -> bool {
        let is_pointer = |ty: &Type| {
            matches!(
                self.schema.resolve(ty),
                Type::Pointer(_) | Type::Function(_)
            )
        };
        match (&self.schema[id].kind, second) {
            (DefinitionKind::Record(a), DefinitionKind::Record(b)) => {
                let mut fields = a.fields.iter().zip(&b.fields);
                a.fields.len() == b.fields.len()
                    && fields.all(|(a, b)| is_pointer(&a.ty) == is_pointer(&b.ty))
            }
            (_, DefinitionKind::Alias(alias)) => {
                is_pointer(&Type::Named(id)) == is_pointer(&alias.ty)
            }
            _ => true,
        }
    }
}
