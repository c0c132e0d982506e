//! Functions.

use super::reading::Reading;
use crate::metadata::reader::tables::Table;
use crate::schema::{CallingConvention, DefinitionKind, Function};

impl Reading<'_, '_> {
    /// A function; `None` for a method that no DLL exports.
    pub(super) fn function(&mut self, row: usize) -> Option<DefinitionKind> {
        let tables = &self.file.tables;
        let name = tables.text(Table::MethodDef, row, 3);
        // Bit 0 of a coded row tells methods from fields.
        let map = tables.equal(Table::ImplMap, 1, (row + 1) << 1 | 1).next()?;
        let dll = tables.row(Table::ImplMap, map, 3)?;
        let dll = tables.text(Table::ModuleRef, dll, 0);
        let entry = tables.text(Table::ImplMap, map, 2);
        const CONVENTION: usize = 0x700;
        let convention = match tables.cell(Table::ImplMap, map, 0)? & CONVENTION {
            0x200 => CallingConvention::C,
            0x500 => CallingConvention::Fast,
            _ => CallingConvention::System,
        };
        let (returns, params) = self.signature(row)?;
        let variadic = self.is_variadic(row);
        Some(DefinitionKind::Function(Function {
            dll: Some(dll.to_owned()),
            entry: (entry != name).then(|| entry.to_owned()),
            returns,
            params,
            variadic,
            convention: convention.for_function(variadic),
        }))
    }
}
