//! The schema: what an IDL file means, fully resolved, with no MIDL syntax and no Rust in it.
//!
//! Front ends ([`crate::lower`], later the winmd reader) make a [`Schema`]; back ends read one. Everything a
//! back end wants to know that follows from the schema (absolute slots, layouts, what a type is once its
//! aliases are followed) is a pure function over it, in this folder.

mod definition;
mod guid;
mod layout;
mod method;
mod pack;
mod query;
#[cfg(test)]
pub(crate) mod sample;
mod slots;
mod spelling;
mod storage;
mod ty;
mod well_known;

pub use definition::*;
pub use guid::Guid;
pub use layout::{FieldLayout, Layout, LayoutError, Target};
pub use method::*;
pub use pack::Pack;
pub use slots::Slot;
pub use storage::Storage;
pub use ty::*;
pub use well_known::WellKnown;

use id_arena::{Arena, Id};
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

/// A definition in a [`Schema`].
pub type DefinitionId = Id<Definition>;

/// Every definition of a run: those that are generated, and those that they use.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    definitions: Arena<Definition>,
    by_name: IndexMap<String, DefinitionId, FxBuildHasher>,
    extents: layout::Extents,
}

impl Schema {
    /// An empty schema.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a definition. Its name finds it from now on, and no longer what had the name before.
    pub fn add(&mut self, definition: Definition) -> DefinitionId {
        let name = definition.name.clone();
        let id = self.definitions.alloc(definition);
        self.by_name.insert(name, id);
        id
    }

    /// The definition of that name.
    pub fn find(&self, name: &str) -> Option<DefinitionId> {
        self.by_name.get(name).copied()
    }

    /// Every definition, in source order.
    pub fn iter(&self) -> impl Iterator<Item = (DefinitionId, &Definition)> {
        self.definitions.iter()
    }

    /// The definitions that output is made of, in source order: what the input files say themselves, not what
    /// they import.
    pub fn own(&self) -> impl Iterator<Item = (DefinitionId, &Definition)> {
        self.iter().filter(|(_, definition)| definition.own)
    }

    /// The interfaces among [`Self::own`], without mere forward declarations.
    pub fn own_interfaces(&self) -> impl Iterator<Item = (DefinitionId, &Definition, &Interface)> {
        self.own()
            .filter_map(|(id, definition)| match &definition.kind {
                DefinitionKind::Interface(interface)
                    if interface.completeness != Completeness::Forward =>
                {
                    Some((id, definition, interface))
                }
                _ => None,
            })
    }

    /// Makes flags of the enumerations that a parameter or a field is said to hold the flags of. An annotation may stand before
    /// the enumeration's definition, so this comes once everything is defined.
    pub(crate) fn mark_flags(&mut self) {
        let mut found = Vec::new();
        for (_, definition) in self.iter() {
            match &definition.kind {
                DefinitionKind::Interface(interface) => {
                    let params = interface.methods.iter().flat_map(|method| &method.params);
                    found.extend(params.filter_map(|param| param.pointee.flags));
                }
                DefinitionKind::Record(record) => {
                    found.extend(record.fields.iter().filter_map(|field| field.pointee.flags));
                }
                _ => {}
            }
        }
        for id in found {
            if let DefinitionKind::Enum(enumeration) = &mut self[id].kind {
                enumeration.flags = true;
            }
        }
    }

    /// The names by which definitions are found.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }
}

impl std::ops::Index<DefinitionId> for Schema {
    type Output = Definition;

    fn index(&self, id: DefinitionId) -> &Definition {
        &self.definitions[id]
    }
}

impl std::ops::IndexMut<DefinitionId> for Schema {
    fn index_mut(&mut self, id: DefinitionId) -> &mut Definition {
        self.extents.forget();
        &mut self.definitions[id]
    }
}
