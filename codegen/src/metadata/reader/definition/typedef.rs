//! Names for other types, and enumerations, which are such names where they have not the width of C's.

use super::reading::Reading;
use crate::metadata::reader::attributes::Owner;
use crate::metadata::reader::signature;
use crate::metadata::reader::tables::Table;
use crate::schema::{
    Alias, CallingConvention, DefinitionKind, Enum, EnumValue, FunctionType, Pointee, Primitive,
    Type,
};

impl Reading<'_, '_> {
    /// An enumeration of 32 bits; another width makes it a name for the integer.
    pub(super) fn enumeration(&mut self, row: usize) -> DefinitionKind {
        let tables = &self.file.tables;
        let mut values = Vec::new();
        let mut underlying = Type::Primitive(Primitive::I32);
        for field in tables.list(Table::TypeDef, row, 4, Table::Field) {
            // Bit 0 of a coded row tells fields from parameters and properties.
            let mut constants = tables.equal(Table::Constant, 1, (field + 1) << 2);
            let Some(constant) = constants.next() else {
                let signed = tables.blob(Table::Field, field, 2);
                if let Some(signed) = signed.and_then(signature::field) {
                    underlying = self.ty(&signed);
                }
                continue;
            };
            let bytes = tables.blob(Table::Constant, constant, 2);
            if let Some(bytes) = bytes.and_then(|bytes| bytes.first_chunk()) {
                values.push(EnumValue {
                    name: tables.text(Table::Field, field, 1).to_owned(),
                    span: self.place,
                    docs: String::new(),
                    value: i32::from_le_bytes(*bytes),
                });
            }
        }
        match underlying {
            Type::Primitive(Primitive::I32 | Primitive::U32) => DefinitionKind::Enum(Enum {
                tag: None,
                values,
                flags: tables
                    .attribute(Owner::TypeDef(row), "FlagsAttribute")
                    .is_some(),
            }),
            ty => alias(ty),
        }
    }

    pub(super) fn typedef(&mut self, row: usize) -> Option<DefinitionKind> {
        let tables = &self.file.tables;
        let name = tables.text(Table::TypeDef, row, 1);
        // Metadata has no characters but 16-bit and 8-bit integers; these names are text.
        let text = |character, is_const| {
            Some(DefinitionKind::Alias(Alias {
                ty: Type::pointer_to(Type::Primitive(character), is_const),
                pointee: Pointee {
                    string: true,
                    ..Pointee::default()
                },
            }))
        };
        match name {
            "PWSTR" => return text(Primitive::WideChar, false),
            "PCWSTR" => return text(Primitive::WideChar, true),
            "PSTR" => return text(Primitive::Char, false),
            "PCSTR" => return text(Primitive::Char, true),
            "OLECHAR" | "WCHAR" => return Some(alias(Type::Primitive(Primitive::WideChar))),
            "CHAR" => return Some(alias(Type::Primitive(Primitive::Char))),
            _ => {}
        }
        let field = tables.list(Table::TypeDef, row, 4, Table::Field).next()?;
        let signed = signature::field(tables.blob(Table::Field, field, 2)?)?;
        Some(alias(self.ty(&signed)))
    }

    pub(super) fn delegate(&mut self, row: usize) -> Option<DefinitionKind> {
        let tables = &self.file.tables;
        let invoke = self.file.tables.invoke(row)?;
        let convention = "UnmanagedFunctionPointerAttribute";
        let convention = tables.attribute(Owner::TypeDef(row), convention);
        let convention = match convention.and_then(|how| how.integer()) {
            Some(2) => CallingConvention::C,
            Some(5) => CallingConvention::Fast,
            _ => CallingConvention::System,
        };
        let (returns, params) = self.signature(invoke)?;
        let variadic = self.is_variadic(invoke);
        Some(alias(Type::Function(Box::new(FunctionType {
            returns,
            params,
            variadic,
            convention: convention.for_function(variadic),
        }))))
    }
}

pub(super) fn alias(ty: Type) -> DefinitionKind {
    DefinitionKind::Alias(Alias {
        ty,
        pointee: Pointee::default(),
    })
}
