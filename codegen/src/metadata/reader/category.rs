//! What a row of the table of types defines.

use super::attributes::Owner;
use super::tables::{Table, Tables};

/// What such a row defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    Interface,
    Enum,
    Record,
    /// A struct without fields that has a CLSID.
    Coclass,
    /// A struct around one value, which stands for a typedef.
    Typedef,
    /// A pointer to a function.
    Delegate,
}

impl<'a> Tables<'a> {
    /// What a row defines; `None` for classes of the runtime, attributes and what is not known at all.
    pub(super) fn category(&self, row: usize) -> Option<Category> {
        const INTERFACE: usize = 0x20;
        if self.cell(Table::TypeDef, row, 0)? & INTERFACE != 0 {
            return Some(Category::Interface);
        }
        match self.base_name(row)? {
            "Enum" => Some(Category::Enum),
            "MulticastDelegate" => Some(Category::Delegate),
            "ValueType" => {
                let attribute = |name| self.attribute(Owner::TypeDef(row), name);
                Some(if attribute("NativeTypedefAttribute").is_some() {
                    Category::Typedef
                } else if self.list(Table::TypeDef, row, 4, Table::Field).is_empty()
                    && attribute("GuidAttribute").is_some()
                {
                    Category::Coclass
                } else {
                    Category::Record
                })
            }
            _ => None,
        }
    }

    /// The method that says what a delegate takes and returns.
    pub(super) fn invoke(&self, row: usize) -> Option<usize> {
        self.list(Table::TypeDef, row, 5, Table::MethodDef)
            .find(|method| self.text(Table::MethodDef, *method, 3) == "Invoke")
    }

    /// The name of the class that a class extends.
    pub(super) fn base_name(&self, row: usize) -> Option<&'a str> {
        let base = self.cell(Table::TypeDef, row, 3)?;
        let base = (base & 3 == 1).then_some(base >> 2)?.checked_sub(1)?;
        Some(self.text(Table::TypeRef, base, 1))
    }
}
