//! What a file defines: all of it, or what has a certain name.

use super::by_name::outermost;
use super::category::Category;
use super::file::Winmd;
use super::tables::Table;

impl Winmd<'_> {
    /// The row of the type of that name which is not inside another.
    pub(super) fn find_row(&self, name: &str) -> Option<usize> {
        let row = *self.rows(name).first()?;
        self.tables.category(row).map(|_| row)
    }

    /// The name of the one interface that is called so but for the case of letters.
    pub(super) fn find_interface_ignoring_case(&self, name: &str) -> Option<&str> {
        let found = self.rows_in_any_case(name).into_iter();
        let is_interface = |row: &usize| self.tables.category(*row) == Some(Category::Interface);
        let mut found = found.filter(is_interface);
        let first = found.next()?;
        let is_only = found.next().is_none();
        is_only.then(|| self.tables.text(Table::TypeDef, first, 1))
    }

    /// Whether the file has a type of that name.
    pub fn contains(&self, name: &str) -> bool {
        self.find_row(name).is_some()
    }

    /// The names of types that might be meant by `name`.
    pub(super) fn similar(&self, name: &str) -> Vec<&str> {
        let length = name.len();
        let initial = name.as_bytes().first();
        outermost(&self.tables)
            .map(|row| self.tables.text(Table::TypeDef, row, 1))
            .filter(|known| known.len().abs_diff(length) <= length / 3)
            .filter(|known| match (known.as_bytes().first(), initial) {
                (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
                _ => false,
            })
            .filter(|known| self.contains(known))
            .collect()
    }

    /// Everything that a file defines and the schema has a word for, in the file's order: types, then functions, then
    /// constants.
    pub(super) fn everything(&self) -> Vec<(Table, usize)> {
        let mut types = Vec::new();
        let mut functions = Vec::new();
        let mut constants = Vec::new();
        for row in 0..self.tables.rows(Table::TypeDef) {
            if self.tables.category(row).is_some() {
                if self.first_twin(row) == row {
                    types.push((Table::TypeDef, row));
                }
            } else if self.is_static_class(row) {
                let methods = self.tables.list(Table::TypeDef, row, 5, Table::MethodDef);
                functions.extend(methods.map(|row| (Table::MethodDef, row)));
                let fields = self.tables.list(Table::TypeDef, row, 4, Table::Field);
                constants.extend(fields.map(|row| (Table::Field, row)));
            }
        }
        [types, functions, constants].concat()
    }

    /// Whether a class holds functions and constants, and has no objects of its own.
    fn is_static_class(&self, row: usize) -> bool {
        const RUNTIME: usize = 0x4000;
        let flags = self.tables.cell(Table::TypeDef, row, 0).unwrap_or_default();
        flags & RUNTIME == 0 && self.tables.base_name(row) == Some("Object")
    }
}
