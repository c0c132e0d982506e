//! Absolute vtable slots.

use super::{DefinitionId, DefinitionKind, Method, Schema};

/// A method and where it stands in the vtable.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot<'a> {
    /// The absolute slot: `IUnknown`'s own are 0 to 2.
    pub index: usize,
    /// The interface that declares the method.
    pub interface: DefinitionId,
    /// The method.
    pub method: &'a Method,
}

impl Schema {
    /// How many slots an interface's vtable has, its bases' included.
    pub fn slot_count(&self, id: DefinitionId) -> usize {
        self.first_slot(id) + self.methods_of(id).len()
    }

    /// The slot of an interface's first own method.
    pub fn first_slot(&self, id: DefinitionId) -> usize {
        self.bases(id).map(|base| self.methods_of(base).len()).sum()
    }

    /// An interface's own methods with their slots.
    pub fn own_slots(&self, id: DefinitionId) -> impl Iterator<Item = Slot<'_>> {
        let first = self.first_slot(id);
        self.methods_of(id)
            .iter()
            .enumerate()
            .map(move |(at, method)| Slot {
                index: first + at,
                interface: id,
                method,
            })
    }

    fn methods_of(&self, id: DefinitionId) -> &[Method] {
        match &self[id].kind {
            DefinitionKind::Interface(interface) => &interface.methods,
            _ => &[],
        }
    }
}
