//! What methods, functions and delegates take and return.

use super::reading::Reading;
use crate::metadata::reader::attributes::{Attribute, Owner};
use crate::metadata::reader::category::Category;
use crate::metadata::reader::signature::{self, Signed};
use crate::metadata::reader::tables::{Table, Tables};
use crate::schema::{Direction, Expression, Nullability, Param, Pointee, Primitive, Type};

impl Reading<'_, '_> {
    /// What a method returns and takes.
    pub(super) fn signature(&mut self, row: usize) -> Option<(Type, Vec<Param>)> {
        let tables = &self.file.tables;
        let (returns, types) = signature::method(tables.blob(Table::MethodDef, row, 4)?)?;
        if types.iter().any(|ty| self.is_of_runtime(ty)) {
            return None;
        }
        let rows = tables.list(Table::MethodDef, row, 5, Table::Param);
        let params = types
            .iter()
            .enumerate()
            .map(|(at, ty)| {
                // Row 0 is about what is returned, and rows may be missing.
                let row = rows
                    .clone()
                    .find(|row| tables.cell(Table::Param, *row, 1) == Some(at + 1));
                self.param(at, ty, row, &types)
            })
            .collect();
        Some((self.ty(&returns), params))
    }

    /// Whether any number of arguments may follow.
    pub(super) fn is_variadic(&self, row: usize) -> bool {
        let tables = &self.file.tables;
        let signature = tables.blob(Table::MethodDef, row, 4);
        signature.is_some_and(signature::is_variadic)
    }

    fn param(&mut self, at: usize, ty: &Signed, row: Option<usize>, all: &[Signed]) -> Param {
        let tables = &self.file.tables;
        let flags = row
            .and_then(|row| tables.cell(Table::Param, row, 0))
            .unwrap_or_default();
        let name = row.map_or("", |row| tables.text(Table::Param, row, 2));
        let attribute = |name| tables.attribute(Owner::Param(row?), name);
        let counted = |attribute: &str, property| {
            let index = self::index(attribute_of(tables, row, attribute)?.named(property)?)?;
            let is_pointer = matches!(all.get(index)?, Signed::Pointer(..));
            Some(match is_pointer {
                true => Expression::Dereference(index),
                false => Expression::Operand(index),
            })
        };
        let constant = || {
            let count = attribute("NativeArrayInfoAttribute")?.named("CountConst")?;
            Some(Expression::Constant(count.into()))
        };
        let size = counted("NativeArrayInfoAttribute", "CountParamIndex")
            .or_else(|| match ty {
                // The number of bytes is that of the elements where these are bytes.
                Signed::Pointer(target, _) if is_byte(target) => {
                    counted("MemorySizeAttribute", "BytesParamIndex")
                }
                _ => None,
            })
            .or_else(constant);
        let is_iid = |ty: &Signed| match ty {
            Signed::Pointer(target, _) => self.is_guid(target),
            _ => false,
        };
        let iid_is = attribute("ComOutPtrAttribute").and_then(|_| {
            let before = all.get(..at)?.iter().rposition(is_iid)?;
            Some(Expression::Operand(before))
        });
        Param {
            name: match name {
                "" => format!("p{at}"),
                name => name.to_owned(),
            },
            span: self.place,
            direction: match flags & 3 {
                2 => Direction::Out,
                3 => Direction::InOut,
                _ => Direction::In,
            },
            retval: attribute("RetValAttribute").is_some(),
            optional: false,
            pointee: Pointee {
                null: match flags & 0x10 {
                    0 => Nullability::NonNull,
                    _ => Nullability::Nullable,
                },
                // Metadata leaves out many sizes: a pointer without one need not be a pointer to one thing.
                size: match size {
                    None if iid_is.is_some() || is_iid(ty) || !self.points_to_data(ty) => {
                        Vec::new()
                    }
                    size => vec![size],
                },
                iid_is,
                ..Pointee::default()
            },
            ty: self.ty(ty),
        }
    }

    /// Whether a type is a pointer, or a typedef of one that is neither text nor a handle.
    fn points_to_data(&self, ty: &Signed) -> bool {
        const TEXTS: [&str; 5] = ["BSTR", "PCSTR", "PCWSTR", "PSTR", "PWSTR"];
        let Signed::Named(coded) = ty else {
            return matches!(ty, Signed::Pointer(..));
        };
        let around = || {
            let typedef = self.library.resolve(self.at, *coded)?;
            let tables = &self.library.file(typedef.file)?.tables;
            let is_typedef = self.library.category(typedef) == Some(Category::Typedef)
                && !TEXTS.contains(&tables.text(Table::TypeDef, typedef.row, 1));
            let mut fields = tables.list(Table::TypeDef, typedef.row, 4, Table::Field);
            let field = fields.next().filter(|_| is_typedef)?;
            signature::field(tables.blob(Table::Field, field, 2)?)
        };
        around()
            .is_some_and(|ty| matches!(ty, Signed::Pointer(target, _) if *target != Signed::Void))
    }

    fn is_guid(&self, ty: &Signed) -> bool {
        let Signed::Named(coded) = ty else {
            return false;
        };
        let name = || {
            let found = self.library.resolve(self.at, *coded)?;
            let file = self.library.file(found.file)?;
            Some(file.tables.text(Table::TypeDef, found.row, 1))
        };
        name() == Some("GUID")
    }
}

fn attribute_of<'a>(tables: &Tables<'a>, row: Option<usize>, name: &str) -> Option<Attribute<'a>> {
    tables.attribute(Owner::Param(row?), name)
}

fn is_byte(ty: &Signed) -> bool {
    matches!(
        ty,
        Signed::Void | Signed::Primitive(Primitive::U8 | Primitive::I8)
    )
}

fn index(value: u32) -> Option<usize> {
    value.try_into().ok()
}
