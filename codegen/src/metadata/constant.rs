//! Constants.

use windows_metadata::writer::{HasAttribute, HasConstant};
use windows_metadata::{FieldAttributes, Type as Winmd, Value};

use crate::schema::{Constant, ConstantValue, DefinitionKind, Guid, Primitive, Type};

use super::{WINDOWS, Writer};

impl Writer<'_> {
    pub(super) fn constant(&mut self, name: &str, constant: &Constant) -> HasAttribute {
        let name = self.name(name);
        match &constant.value {
            ConstantValue::Guid(guid) => self.guid_constant(&name, *guid),
            ConstantValue::WideString(text) => {
                self.literal(&name, &Winmd::String, &Value::Utf16(text.clone()))
            }
            ConstantValue::String(text) => {
                let field = self.literal(&name, &Winmd::String, &Value::Utf16(text.clone()));
                let ansi = vec![Value::Utf8("ansi".to_owned())];
                self.win32_attribute(field, "NativeEncodingAttribute", ansi);
                field
            }
            ConstantValue::Float(value) => {
                if self.schema.resolve(&constant.ty) == &Type::Primitive(Primitive::F32) {
                    // The nearest `float` is what C takes.
                    self.literal(&name, &Winmd::F32, &Value::F32(*value as f32))
                } else {
                    self.literal(&name, &Winmd::F64, &Value::F64(*value))
                }
            }
            ConstantValue::Integer(value) => self.integer(&name, &constant.ty, *value),
        }
    }

    /// Casts cut off the bits that the constant's type has no room for, as C does.
    fn integer(&mut self, name: &str, ty: &Type, value: i128) -> HasAttribute {
        let written = self.ty(ty, false);
        let (written, value) = match self.schema.resolve(ty) {
            Type::Primitive(primitive) => match primitive {
                Primitive::F32 => (written, Value::F32(value as f32)),
                Primitive::F64 => (written, Value::F64(value as f64)),
                Primitive::Boolean | Primitive::U8 => (written, Value::U8(value as u8)),
                Primitive::Char | Primitive::I8 => (written, Value::I8(value as i8)),
                Primitive::WideChar | Primitive::U16 => (written, Value::U16(value as u16)),
                Primitive::I16 => (written, Value::I16(value as i16)),
                Primitive::I32 => (written, Value::I32(value as i32)),
                Primitive::U32 | Primitive::ErrorStatus => (written, Value::U32(value as u32)),
                Primitive::I64 => (written, Value::I64(value as i64)),
                Primitive::U64 => (written, Value::U64(value as u64)),
                Primitive::ISize => (written, signed(value)),
                Primitive::USize => (written, unsigned(value)),
                Primitive::BindingHandle => (Winmd::ISize, signed(value)),
            },
            Type::Named(id) if matches!(self.schema[*id].kind, DefinitionKind::Enum(_)) => {
                (written, Value::I32(value as i32))
            }
            // An address: `(HANDLE)-1`. Metadata has no constants of pointer types, so all but handles are
            // written as integers.
            _ => match written {
                Winmd::ValueName(handle) if handle.namespace == self.namespace => {
                    (Winmd::ValueName(handle), signed(value))
                }
                _ => (Winmd::ISize, signed(value)),
            },
        };
        self.literal(name, &written, &value)
    }

    fn guid_constant(&mut self, name: &str, guid: Guid) -> HasAttribute {
        let ty = Winmd::value_named(WINDOWS, "GUID");
        let flags = FieldAttributes::Public | FieldAttributes::Static;
        let field = HasAttribute::Field(self.file.Field(name, &ty, flags));
        self.guid_attribute(field, guid);
        field
    }

    /// A constant, as a field of the class or enumeration that was begun last.
    pub(super) fn literal(&mut self, name: &str, ty: &Winmd, value: &Value) -> HasAttribute {
        let flags = FieldAttributes::Public | FieldAttributes::Static | FieldAttributes::Literal;
        let field = self.file.Field(name, ty, flags);
        self.file.Constant(HasConstant::Field(field), value);
        HasAttribute::Field(field)
    }
}

/// A pointer-sized value has a fixed width in metadata: the smallest that holds it.
fn signed(value: i128) -> Value {
    i32::try_from(value).map_or(Value::I64(value as i64), Value::I32)
}

fn unsigned(value: i128) -> Value {
    u32::try_from(value).map_or(Value::U64(value as u64), Value::U32)
}
