//! What a winmd must keep to, so that reading it ends, and takes no more than its length allows.

use super::file::Winmd;
use super::tables::Table;

/// How often each byte of a file may be read on average: names and signatures are shared, but not without end.
const READINGS: usize = 256;

/// More types in one are none that a compiler wrote.
const MOST_NESTED: usize = 1 << 12;

impl<'a> Winmd<'a> {
    /// Opens a file of which nothing is known; says why where it is no winmd or a broken one.
    pub fn open(bytes: &'a [u8]) -> Result<Self, &'static str> {
        if bytes.is_empty() {
            return Err("it is empty");
        }
        if !bytes.starts_with(b"MZ") {
            return Err("it does not begin as a PE file does");
        }
        let mut file =
            Self::new(bytes).ok_or("its headers and tables do not lie in it as they should")?;
        file.check()?;
        file.tables.allow(bytes.len().saturating_mul(READINGS));
        Ok(file)
    }

    fn check(&self) -> Result<(), &'static str> {
        let lists = [
            (Table::TypeDef, 4, Table::Field),
            (Table::TypeDef, 5, Table::MethodDef),
            (Table::MethodDef, 5, Table::Param),
        ];
        for (table, column, other) in lists {
            let most = self.tables.rows(other) + 1;
            let cells = (0..self.tables.rows(table))
                .map(|row| self.tables.cell(table, row, column).unwrap_or_default());
            if !cells.clone().is_sorted() || cells.into_iter().any(|at| at == 0 || at > most) {
                return Err("its lists of fields, methods or parameters overlap");
            }
        }
        let sorted = [
            (Table::InterfaceImpl, 0),
            (Table::Constant, 1),
            (Table::CustomAttribute, 0),
            (Table::ClassLayout, 2),
            (Table::ImplMap, 1),
            (Table::NestedClass, 0),
        ];
        for (table, column) in sorted {
            let cells =
                (0..self.tables.rows(table)).map(|row| self.tables.cell(table, row, column));
            if !cells.is_sorted() {
                return Err("its tables are not sorted");
            }
        }
        self.check_names()?;
        self.check_nesting()?;
        const RUNTIME: usize = 0x4000;
        let is_runtime = |row| {
            let flags = self.tables.cell(Table::TypeDef, row, 0);
            flags.is_some_and(|flags| flags & RUNTIME != 0)
        };
        match (0..self.tables.rows(Table::TypeDef)).any(is_runtime) {
            true => Err("it describes the Windows Runtime, not classic COM"),
            false => Ok(()),
        }
    }

    fn check_names(&self) -> Result<(), &'static str> {
        let names = [
            (Table::TypeDef, 1),
            (Table::TypeDef, 2),
            (Table::TypeRef, 1),
            (Table::TypeRef, 2),
            (Table::Field, 1),
            (Table::MethodDef, 3),
            (Table::Param, 2),
            (Table::ModuleRef, 0),
            (Table::ImplMap, 2),
        ];
        for (table, column) in names {
            for row in 0..self.tables.rows(table) {
                let text = self.tables.text_bytes(table, row, column);
                if text.is_none_or(|text| std::str::from_utf8(text).is_err()) {
                    return Err("a name in it is none, or has no end");
                }
            }
        }
        Ok(())
    }

    fn check_nesting(&self) -> Result<(), &'static str> {
        let rows = self.tables.rows(Table::NestedClass);
        let mut siblings = std::collections::HashMap::new();
        for row in 0..rows {
            let inner = self.tables.row(Table::NestedClass, row, 0);
            let outer = self.tables.row(Table::NestedClass, row, 1);
            // The outer type comes first, so that no type is inside itself.
            if outer >= inner {
                return Err("a type in it is inside itself");
            }
            let count = siblings.entry(outer).or_insert(0);
            *count += 1;
            if *count > MOST_NESTED {
                return Err("a type in it holds more types than anybody writes");
            }
        }
        Ok(())
    }
}
