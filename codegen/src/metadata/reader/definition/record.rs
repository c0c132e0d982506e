//! Structs and unions.

use super::reading::Reading;
use crate::metadata::reader::attributes::Owner;
use crate::metadata::reader::signature::{self, Signed};
use crate::metadata::reader::tables::Table;
use crate::schema::{
    Arm, DefinitionKind, Field, Nullability, Pack, Pointee, Primitive, Record, RecordKind, Switch,
    Type,
};

impl Reading<'_, '_> {
    /// A struct or union; `None` where a field has a type that C has no word for.
    pub(super) fn record(&mut self, row: usize, pack: Pack) -> Option<DefinitionKind> {
        const LAYOUT: usize = 0x18;
        const EXPLICIT: usize = 0x10;
        let tables = &self.file.tables;
        let kind = match tables.cell(Table::TypeDef, row, 0)? & LAYOUT {
            EXPLICIT => RecordKind::Union,
            _ => RecordKind::Struct,
        };
        let mut fields = Vec::new();
        for field in tables.list(Table::TypeDef, row, 4, Table::Field) {
            let signed = signature::field(tables.blob(Table::Field, field, 2)?)?;
            if self.is_of_runtime(&signed) {
                return None;
            }
            self.fields(field, &signed, &mut fields);
        }
        Some(DefinitionKind::Record(Record {
            kind,
            tag: None,
            pack,
            fields,
            forward: false,
            switch: Switch::default(),
        }))
    }

    /// A field, or the bit-fields that share it. What is left of their unit is filled, so that the next unit does not
    /// begin in it.
    fn fields(&mut self, row: usize, signed: &Signed, fields: &mut Vec<Field>) {
        let tables = &self.file.tables;
        let ty = self.ty(signed);
        // Of a field, metadata does not say whether it may be NULL. Names may be those of pointers: `PWSTR`.
        let may_be_null = matches!(ty, Type::Pointer(_) | Type::Named(_));
        let field = |name: &str, bits| Field {
            name: name.to_owned(),
            span: self.place,
            docs: String::new(),
            ty: ty.clone(),
            pointee: Pointee {
                null: match may_be_null {
                    true => Nullability::Nullable,
                    false => Nullability::NonNull,
                },
                ..Pointee::default()
            },
            bits,
            arm: Arm::default(),
        };
        let mut next = 0;
        for attribute in tables.attributes(Owner::Field(row)) {
            let Some((name, first, width)) = (attribute.name == "NativeBitfieldAttribute")
                .then(|| attribute.bit_field())
                .flatten()
            else {
                continue;
            };
            if first > next {
                fields.push(field("", Some(first - next)));
            }
            fields.push(field(name, Some(width)));
            next = first.saturating_add(width);
        }
        if next == 0 {
            fields.push(field(tables.text(Table::Field, row, 1), None));
        } else if let Some(rest) = width(signed).and_then(|unit| unit.checked_sub(next))
            && rest > 0
        {
            fields.push(field("", Some(rest)));
        }
    }
}

/// The width in bits of an integer.
fn width(signed: &Signed) -> Option<u8> {
    match signed {
        Signed::Primitive(Primitive::Boolean | Primitive::I8 | Primitive::U8) => Some(8),
        Signed::Primitive(Primitive::I16 | Primitive::U16) => Some(16),
        Signed::Primitive(Primitive::I32 | Primitive::U32) => Some(32),
        Signed::Primitive(Primitive::I64 | Primitive::U64) => Some(64),
        _ => None,
    }
}
