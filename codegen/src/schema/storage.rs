//! What a record holds in languages that have no bit-fields.

use super::{Record, Schema, Target};

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

    /// `#pragma pack` where it changes how the record lies on some target.
    pub fn effective_pack(&self, record: &Record) -> Option<u8> {
        let pack = record.pack?;
        let lowers = |field: &super::Field, target| {
            self.alignment(&field.ty, target)
                .is_ok_and(|align| align > u64::from(pack))
        };
        let fields = &record.fields;
        Target::ALL
            .into_iter()
            .any(|target| fields.iter().any(|field| lowers(field, target)))
            .then_some(pack)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, bits, field};
    use super::super::{DefinitionKind, Primitive, RecordKind, Type};
    use super::*;

    const U32: Type = Type::Primitive(Primitive::U32);
    const U16: Type = Type::Primitive(Primitive::U16);

    fn storage(kind: RecordKind, pack: Option<u8>) -> (Vec<Storage>, Option<u8>) {
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
        assert_eq!(storage(RecordKind::Struct, Some(2)).1, Some(2));
        assert_eq!(storage(RecordKind::Struct, Some(4)).1, None);
    }
}
