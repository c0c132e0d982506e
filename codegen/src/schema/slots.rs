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

#[cfg(test)]
mod tests {
    use super::super::Type;
    use super::super::sample::{Sample, method};

    #[test]
    fn slots_count_from_iunknown() {
        let mut sample = Sample::mapisync();
        let derived = vec![method("More", Type::Void, Vec::new())];
        sample.interface("IDerived", None, Some("IMAPISyncProgressCallback"), derived);
        let slots = |name| {
            let slots = sample.schema.own_slots(sample.id(name));
            slots
                .map(|slot| (slot.index, slot.method.name.as_str()))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            slots("IMAPISyncProgressCallback"),
            [(3, "Progress"), (4, "Error"), (5, "Done")]
        );
        assert_eq!(slots("IDerived"), [(6, "More")]);
        assert_eq!(sample.schema.slot_count(sample.id("IDerived")), 7);
        assert_eq!(sample.schema.slot_count(sample.id("IUnknown")), 3);
    }
}
