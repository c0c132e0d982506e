//! Constants.

use super::reading::Reading;
use crate::metadata::reader::attributes::Owner;
use crate::metadata::reader::signature::{self, Signed};
use crate::metadata::reader::tables::{Table, Tables};
use crate::schema::{Constant, ConstantValue, DefinitionKind, Primitive, Type};

impl Reading<'_, '_> {
    /// A constant; `None` for one that is neither a number nor text nor a GUID.
    pub(super) fn constant(&mut self, row: usize) -> Option<DefinitionKind> {
        let tables = &self.file.tables;
        let blob = tables.blob(Table::Field, row, 2)?;
        // Bits 0 and 1 of a coded row tell fields from parameters and properties.
        let Some(constant) = tables.equal(Table::Constant, 1, (row + 1) << 2).next() else {
            let guid = tables
                .attribute(Owner::Field(row), "GuidAttribute")?
                .guid()?;
            let ty = signature::field(blob)?;
            return Some(constant_of(self.ty(&ty), ConstantValue::Guid(guid)));
        };
        let value = value(tables, constant)?;
        const STRING: u8 = 0x0e;
        if blob == [6, STRING] {
            let encoding = tables.attribute(Owner::Field(row), "NativeEncodingAttribute");
            let ansi = encoding.is_some_and(|encoding| encoding.text() == Some("ansi"));
            let ConstantValue::WideString(text) = value else {
                return None;
            };
            let (character, value) = match ansi {
                true => (Primitive::Char, ConstantValue::String(text)),
                false => (Primitive::WideChar, ConstantValue::WideString(text)),
            };
            let ty = Type::pointer_to(Type::Primitive(character), true);
            return Some(constant_of(ty, value));
        }
        let signed = signature::field(blob)?;
        let unsigned = matches!(
            signed,
            Signed::Primitive(
                Primitive::U8
                    | Primitive::U16
                    | Primitive::U32
                    | Primitive::U64
                    | Primitive::USize
                    | Primitive::WideChar
                    | Primitive::Boolean
            )
        );
        let ty = self.ty(&signed);
        let value = match value {
            // Some writers give unsigned constants signed values.
            ConstantValue::Integer(value) if unsigned && value < 0 => {
                ConstantValue::Integer(value & i128::from(u64::MAX))
            }
            value => value,
        };
        Some(constant_of(ty, value))
    }
}

fn constant_of(ty: Type, value: ConstantValue) -> DefinitionKind {
    DefinitionKind::Constant(Constant { ty, value })
}

/// The value of a row of the table of constants.
fn value(tables: &Tables<'_>, row: usize) -> Option<ConstantValue> {
    let bytes = tables.blob(Table::Constant, row, 2)?;
    let signed = |bytes: &[u8]| {
        let negative = bytes.last().is_some_and(|last| last & 0x80 != 0);
        let mut wide = if negative { [0xff; 16] } else { [0; 16] };
        wide.get_mut(..bytes.len())?.copy_from_slice(bytes);
        Some(i128::from_le_bytes(wide))
    };
    let unsigned = |bytes: &[u8]| {
        let mut wide = [0; 16];
        wide.get_mut(..bytes.len())?.copy_from_slice(bytes);
        Some(i128::from_le_bytes(wide))
    };
    Some(match tables.cell(Table::Constant, row, 0)? & 0xff {
        0x02 | 0x03 | 0x05 | 0x07 | 0x09 | 0x0b | 0x19 => ConstantValue::Integer(unsigned(bytes)?),
        0x04 | 0x06 | 0x08 | 0x0a | 0x18 => ConstantValue::Integer(signed(bytes)?),
        0x0c => ConstantValue::Float(f32::from_le_bytes(bytes.try_into().ok()?).into()),
        0x0d => ConstantValue::Float(f64::from_le_bytes(bytes.try_into().ok()?)),
        0x0e => {
            let units = bytes.chunks_exact(2).map(|unit| match unit {
                [low, high] => u16::from_le_bytes([*low, *high]),
                _ => 0,
            });
            let units: Vec<u16> = units.collect();
            ConstantValue::WideString(String::from_utf16_lossy(&units))
        }
        _ => return None,
    })
}
