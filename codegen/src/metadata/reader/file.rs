//! One winmd file: its types by name, and those inside others.

use super::by_name::{self, ByName};
use super::hashed::Hashed;
use super::image::Streams;
use super::tables::{Table, Tables};
use std::sync::OnceLock;

/// A winmd file in memory.
pub struct Winmd<'a> {
    pub(super) tables: Tables<'a>,
    by_name: ByName,
    /// The rows of nested types, by name.
    nested_by_name: OnceLock<Vec<usize>>,
    /// The rows of nested types, those of one outer type together and in order, each behind its outer type.
    nested: OnceLock<Vec<(usize, usize)>>,
}

impl<'a> Winmd<'a> {
    /// Reads where things are in a file; `None` for bytes that are no winmd.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        Self::with(bytes, ByName::index())
    }

    /// The same for a file whose types were sorted before.
    pub(super) fn hashed(bytes: &'a [u8], types: Hashed) -> Option<Self> {
        Self::with(bytes, ByName::Hashed(types))
    }

    fn with(bytes: &'a [u8], by_name: ByName) -> Option<Self> {
        let tables = Tables::of(Streams::of(bytes)?)?;
        Some(Self {
            by_name,
            nested_by_name: OnceLock::new(),
            nested: OnceLock::new(),
            tables,
        })
    }

    /// The rows of the types of that name which are not inside others; several where machines differ.
    pub(super) fn rows(&self, name: &str) -> Vec<usize> {
        self.by_name.rows(&self.tables, name)
    }

    /// The rows of the types whose name is that one but for the case of letters, in order.
    pub(super) fn rows_in_any_case(&self, name: &str) -> Vec<usize> {
        self.by_name.rows_in_any_case(&self.tables, name)
    }

    /// The rows of the types of that name which are inside others.
    pub(super) fn nested_rows(&self, name: &str) -> &[usize] {
        let nested = self.nested_by_name.get_or_init(|| {
            let rows = self.nested().iter().map(|(_, inner)| *inner);
            by_name::sorted(&self.tables, rows)
        });
        by_name::equal(&self.tables, nested, name)
    }

    fn nested(&self) -> &[(usize, usize)] {
        self.nested.get_or_init(|| {
            let mut nested: Vec<_> = (0..self.tables.rows(Table::NestedClass))
                .filter_map(|row| {
                    let outer = self.tables.row(Table::NestedClass, row, 1)?;
                    Some((outer, self.tables.row(Table::NestedClass, row, 0)?))
                })
                .collect();
            nested.sort_unstable();
            nested
        })
    }

    /// The types inside a type.
    pub(super) fn inside(&self, outer: usize) -> impl Iterator<Item = usize> + '_ {
        let nested = self.nested();
        let first = nested.partition_point(|(at, _)| *at < outer);
        nested
            .iter()
            .skip(first)
            .take_while(move |(at, _)| *at == outer)
            .map(|(_, inner)| *inner)
    }

    /// The type around a type.
    pub(super) fn outside(&self, inner: usize) -> Option<usize> {
        let mut rows = self.tables.equal(Table::NestedClass, 0, inner + 1);
        self.tables.row(Table::NestedClass, rows.next()?, 1)
    }

    /// The row of a type, by its namespace and name, or of one that is nested in it.
    pub(super) fn find_path(&self, namespace: &str, name: &str, nested: &[&str]) -> Option<usize> {
        let is_there = |row: &usize| self.tables.text(Table::TypeDef, *row, 2) == namespace;
        let rows = self.rows(name);
        // Some tools name a type inside another by itself.
        let mut row = (rows.iter().copied().find(is_there))
            .or_else(|| self.nested_rows(name).iter().copied().find(is_there))?;
        for name in nested {
            row = self
                .inside(row)
                .find(|inner| self.tables.text(Table::TypeDef, *inner, 1) == *name)?;
        }
        Some(row)
    }

    /// Whether a type is inside another.
    pub(super) fn is_nested(&self, row: usize) -> bool {
        self.tables.is_nested(row)
    }
}
