//! Structs and unions.

use windows_metadata::writer::{HasAttribute, TypeDef};
use windows_metadata::{FieldAttributes, TypeAttributes};

use crate::rust::naming;
use crate::schema::{Field, FieldLayout, Pack, Record, RecordKind, Storage, Target};

use super::attributes::{ARM64, X64, X86};
use super::remainder::Node;
use super::{Faithfulness, Writer};

impl Writer<'_> {
    /// A struct or union; one that is only declared has no fields. Nested records that the input leaves without
    /// a name have one made up by the front end, and stand beside the record that holds them.
    ///
    /// One that is packed differently on machines of 32 and of 64 bits is two of the same name, as in Windows' metadata.
    pub(super) fn record(&mut self, name: &str, record: &Record, rest: &Node) {
        let Pack { narrow, wide } = self.schema.effective_pack(record);
        let rows = match self.flavour {
            _ if narrow == wide => vec![(wide, None)],
            Faithfulness::Published => vec![(narrow, Some(X86)), (wide, Some(X64 | ARM64))],
            // Here it is one that is packed, which `rust/correct.rs` puts right for each machine.
            Faithfulness::ForRaw => vec![(narrow.or(wide), None)],
        };
        for (pack, machines) in rows {
            let row = self.packed(name, record, pack, &rest.parts);
            if let Some(machines) = machines {
                self.machines_attribute(row, machines);
            }
            self.midl_attribute(HasAttribute::TypeDef(row), &rest.facts);
        }
    }

    fn packed(&mut self, name: &str, record: &Record, pack: Option<u8>, rest: &[Node]) -> TypeDef {
        let layout = match record.kind {
            RecordKind::Struct => TypeAttributes::SequentialLayout,
            RecordKind::Union => TypeAttributes::ExplicitLayout,
        };
        let definition = self.value_type(name, layout);
        if let Some(pack) = pack {
            self.file.ClassLayout(definition, pack.into(), 0);
        }
        let storage = self.schema.storage(record);
        let names = naming::fields(record, &storage);
        let places = self.schema.field_places(record, Target::X64);
        for (piece, raw_name) in storage.iter().zip(names) {
            let Some(field) = piece.first().and_then(|first| record.fields.get(first)) else {
                continue;
            };
            let name = match (piece, self.flavour) {
                (Storage::Field(_), Faithfulness::Published) => &field.name,
                _ => &raw_name,
            };
            let ty = self.ty(&field.ty, field.pointee.string);
            let row = self.file.Field(name, &ty, FieldAttributes::Public);
            if record.kind == RecordKind::Union {
                self.file.FieldLayout(row, 0);
            }
            match piece {
                Storage::Bits(fields) => {
                    self.bit_fields(HasAttribute::Field(row), record, fields, &places);
                }
                Storage::Field(at) => self.rest_attribute(HasAttribute::Field(row), rest, *at),
            }
        }
        definition
    }

    fn bit_fields(
        &mut self,
        target: HasAttribute,
        record: &Record,
        fields: &[usize],
        places: &[FieldLayout],
    ) {
        for at in fields {
            let (Some(field), Some(place)) = (record.fields.get(*at), places.get(*at)) else {
                continue;
            };
            // A bit-field without a name only takes room.
            if let (Some(width), Some(bit)) = (field.bits, place.bit)
                && named(field)
            {
                let name = self.name(&field.name);
                self.bit_field_attribute(target, &name, bit, width);
            }
        }
    }
}

fn named(field: &Field) -> bool {
    !field.name.is_empty()
}
