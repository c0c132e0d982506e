//! What a record holds in languages that have no bit-fields.

use super::{Field, Pack, Record, Schema, Target};

/// A piece of a record's memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Storage {
    /// The field with that index.
    Field(usize),
    /// A storage unit that these bit-fields share, by index.
    Bits(Vec<usize>),
}

impl Storage {
    /// The first field in it.
    pub fn first(&self) -> Option<usize> {
        match self {
            Self::Field(at) => Some(*at),
            Self::Bits(fields) => fields.first().copied(),
        }
    }
}

impl Schema {
    /// A record's fields, with bit-fields gathered into their storage units. A bit-field of width zero holds
    /// nothing and is left out.
    pub fn storage(&self, record: &Record) -> Vec<Storage> {
        let places = self.field_places(record, Target::X64);
        let mut storage = Vec::new();
        let mut unit = None;
        for (at, field) in record.fields.iter().enumerate() {
            match (field.bits, places.get(at)) {
                (Some(0), _) => unit = None,
                (Some(_), Some(place)) => {
                    // A unit's first bit-field has bit 0: the members of a union share an offset but no unit.
                    let place = (place.offset, place.bit == Some(0));
                    match (storage.last_mut(), unit) {
                        (Some(Storage::Bits(fields)), Some(offset)) if place == (offset, false) => {
                            fields.push(at);
                        }
                        _ => storage.push(Storage::Bits(vec![at])),
                    }
                    unit = Some(place.0);
                }
                _ => {
                    storage.push(Storage::Field(at));
                    unit = None;
                }
            }
        }
        storage
    }

    /// `#pragma pack` where it changes how the record lies on some target: the same everywhere, where that comes to the same.
    pub fn effective_pack(&self, record: &Record) -> Pack {
        let lowers = |bytes: Option<u8>, target| {
            let lowers = |field: &Field, bytes: u8| {
                self.alignment(&field.ty, target)
                    .is_ok_and(|align| align > u64::from(bytes))
            };
            bytes.is_some_and(|bytes| record.fields.iter().any(|field| lowers(field, bytes)))
        };
        let lowers_narrow = |bytes| lowers(bytes, Target::X86);
        let lowers_wide = |bytes| lowers(bytes, Target::X64) || lowers(bytes, Target::Arm64);
        let Pack { narrow, wide } = record.pack;
        match (lowers_narrow(narrow), lowers_wide(wide)) {
            (true, true) => record.pack,
            (true, false) if !lowers_wide(narrow) => Pack::everywhere(narrow),
            (true, false) => Pack { narrow, wide: None },
            (false, true) if !lowers_narrow(wide) => Pack::everywhere(wide),
            (false, true) => Pack { narrow: None, wide },
            (false, false) => Pack::NATURAL,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, bits, field};
    use super::super::{DefinitionKind, Primitive, RecordKind, Type};
    use super::*;

    const U32: Type = Type::Primitive(Primitive::U32);
    const U16: Type = Type::Primitive(Primitive::U16);

    fn storage(kind: RecordKind, pack: impl Into<Pack>) -> (Vec<Storage>, Pack) {
        let mut sample = Sample::new();
        let fields = vec![
            field("a", U16),
            bits("b", U32, 30),
            bits("c", U32, 2),
            bits("", U32, 0),
            bits("d", U32, 2),
            field("e", U32),
        ];
        sample.record("S", kind, pack, fields);
        let DefinitionKind::Record(record) = &sample.schema[sample.id("S")].kind else {
            panic!("S is a record");
        };
        (
            sample.schema.storage(record),
            sample.schema.effective_pack(record),
        )
    }

    #[test]
    fn bit_fields_are_gathered() {
        use Storage::{Bits, Field};
        let expected = [Field(0), Bits(vec![1, 2]), Bits(vec![4]), Field(5)];
        assert_eq!(storage(RecordKind::Struct, None).0, expected);
        let alone = [
            Field(0),
            Bits(vec![1]),
            Bits(vec![2]),
            Bits(vec![4]),
            Field(5),
        ];
        assert_eq!(storage(RecordKind::Union, None).0, alone);
    }

    #[test]
    fn pack_counts_where_it_lowers_an_alignment() {
        let effective = |pack| storage(RecordKind::Struct, pack).1;
        assert_eq!(effective(Some(2)), Pack::everywhere(Some(2)));
        assert_eq!(effective(Some(4)), Pack::NATURAL);
    }

    #[test]
    fn pack_counts_on_each_machine() {
        let effective = |ty: Type, narrow, wide| {
            let mut sample = Sample::new();
            let pack = Pack { narrow, wide };
            sample.record("S", RecordKind::Struct, pack, vec![field("a", ty)]);
            let DefinitionKind::Record(record) = &sample.schema[sample.id("S")].kind else {
                panic!("S is a record");
            };
            let Pack { narrow, wide } = sample.schema.effective_pack(record);
            (narrow, wide)
        };
        let pointer = || Type::pointer_to(Type::Void, false);
        assert_eq!(effective(pointer(), Some(2), Some(8)), (Some(2), None));
        assert_eq!(effective(pointer(), None, Some(2)), (None, Some(2)));
        assert_eq!(effective(pointer(), Some(1), Some(2)), (Some(1), Some(2)));
        assert_eq!(effective(U16, Some(2), None), (None, None));
        // Four bytes are what a pointer is aligned to on machines of 32 bits.
        assert_eq!(effective(pointer(), None, Some(4)), (Some(4), Some(4)));
        assert_eq!(effective(pointer(), Some(8), Some(4)), (Some(4), Some(4)));
    }
}
