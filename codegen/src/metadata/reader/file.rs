//! One winmd file: its types by name, and how they refer to each other.

use super::by_name::{self, ByName};
use super::convert::Category;
use super::image::Streams;
use super::tables::{Table, Tables};
use std::sync::OnceLock;

/// What a signature names.
pub(super) enum Reference<'a> {
    /// A row of the file's own table of types.
    Here(usize),
    /// A type that the file does not define: its namespace, its name, and the names of the types on the way to a nested
    /// one.
    Elsewhere(&'a str, &'a str, Vec<&'a str>),
}

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

    /// The same for a file whose types of this namespace, the only ones that are wanted, are in the order of their names.
    pub(super) fn in_order(bytes: &'a [u8], namespace: &'static str) -> Option<Self> {
        Self::with(bytes, ByName::InOrder(namespace))
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

    /// The rows of the types of that name which are inside others.
    fn nested_rows(&self, name: &str) -> &[usize] {
        let nested = self.nested_by_name.get_or_init(|| {
            let rows = self.nested().iter().map(|(_, inner)| *inner);
            by_name::sorted(&self.tables, rows)
        });
        by_name::equal(&self.tables, nested, name)
    }

    /// The rows of all types that are not inside others.
    fn outermost(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.tables.rows(Table::TypeDef)).filter(|row| !self.is_nested(*row))
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

    /// The type that a coded row of a signature means.
    pub(super) fn resolve(&self, coded: usize) -> Option<Reference<'_>> {
        let row = (coded >> 2).checked_sub(1)?;
        match coded & 3 {
            0 => Some(Reference::Here(self.first_twin(row))),
            1 => self.resolve_reference(row),
            _ => None,
        }
    }

    fn resolve_reference(&self, reference: usize) -> Option<Reference<'_>> {
        // From the outermost type inwards; types are not nested deeper than this.
        let mut path = Vec::new();
        let mut at = reference;
        let outermost = loop {
            let scope = self.tables.cell(Table::TypeRef, at, 0)?;
            if scope & 3 != 3 {
                break at;
            }
            path.push(self.tables.text(Table::TypeRef, at, 1));
            at = (scope >> 2).checked_sub(1)?;
            if path.len() > 16 {
                return None;
            }
        };
        path.reverse();
        let namespace = self.tables.text(Table::TypeRef, outermost, 2);
        let name = self.tables.text(Table::TypeRef, outermost, 1);
        match self.find_path(namespace, name, &path) {
            Some(row) => Some(Reference::Here(row)),
            None => Some(Reference::Elsewhere(namespace, name, path)),
        }
    }

    /// The row of a type, by its namespace and name, or of one that is nested in it.
    pub(super) fn find_path(&self, namespace: &str, name: &str, nested: &[&str]) -> Option<usize> {
        let is_there = |row: &usize| self.tables.text(Table::TypeDef, *row, 2) == namespace;
        // Some tools name a type inside another by itself.
        let mut row = (self.rows(name).into_iter().find(is_there))
            .or_else(|| self.nested_rows(name).iter().copied().find(is_there))?;
        for name in nested {
            row = self
                .inside(row)
                .find(|inner| self.tables.text(Table::TypeDef, *inner, 1) == *name)?;
        }
        Some(row)
    }

    /// Whether a definition is not the same on all machines.
    pub(super) fn differs(&self, row: usize) -> bool {
        let namespace = |row| self.tables.text_bytes(Table::TypeDef, row, 2);
        if self.machines(row).is_some_and(|machines| machines & 7 != 7) {
            return true;
        }
        // Types inside others may share a name.
        !self.is_nested(row)
            && self
                .rows(self.tables.text(Table::TypeDef, row, 1))
                .iter()
                .filter(|other| namespace(**other) == namespace(row))
                .nth(1)
                .is_some()
    }

    /// Whether a type is inside another.
    pub(super) fn is_nested(&self, row: usize) -> bool {
        by_name::is_nested(&self.tables, row)
    }
}

impl Winmd<'_> {
    /// The row of the type of that name which is not inside another.
    pub(super) fn find_row(&self, name: &str) -> Option<usize> {
        let row = *self.rows(name).first()?;
        self.category(row).map(|_| row)
    }

    /// The row of the constant or enumerator of that name; none where there are several of different values.
    pub(super) fn find_constant(&self, name: &str) -> Option<usize> {
        const LITERAL: usize = 0x40;
        let is_literal = |row: &usize| {
            let flags = self.tables.cell(Table::Field, *row, 0);
            flags.is_some_and(|flags| flags & LITERAL != 0)
        };
        // Few programs ask, and those for a few names: an index of all constants would take longer than it saves.
        let mut same = self.tables.rows_of_text(Table::Field, 1, name);
        same.retain(is_literal);
        let value = |row: usize| {
            let mut constants = self.tables.equal(Table::Constant, 1, (row + 1) << 2);
            self.tables.blob(Table::Constant, constants.next()?, 2)
        };
        let first = *same.first()?;
        same.iter()
            .all(|row| value(*row) == value(first))
            .then_some(first)
    }

    /// The name of the one interface that is called so but for the case of letters.
    pub(super) fn find_interface_ignoring_case(&self, name: &str) -> Option<&str> {
        let text = |row: usize| self.tables.text(Table::TypeDef, row, 1);
        let mut found = self
            .outermost()
            .filter(|row| text(*row).eq_ignore_ascii_case(name))
            .filter(|row| self.category(*row) == Some(Category::Interface));
        let first = found.next()?;
        found.next().is_none().then(|| text(first))
    }

    /// Whether the file has a type of that name.
    pub fn contains(&self, name: &str) -> bool {
        self.find_row(name).is_some()
    }

    /// The name of a type. Windows' metadata gives names to types inside others: `VARIANT_0_0`. Where a file does not
    /// make them differ, they get their number behind the name of the type around them, which is the same.
    pub(super) fn type_name(&self, row: usize) -> String {
        let mut numbers = Vec::new();
        let mut row = row;
        while self.is_nested(row)
            && self.has_namesakes(row)
            && let Some(outer) = self.outside(row)
            && numbers.len() < 16
        {
            let number = self.inside(outer).position(|inner| inner == row);
            numbers.push(number.unwrap_or_default());
            row = outer;
        }
        let mut name = self.tables.text(Table::TypeDef, row, 1).to_owned();
        for number in numbers.into_iter().rev() {
            name.push_str(&format!("_{number}"));
        }
        name
    }

    /// Whether other types than its twins have a type's name.
    fn has_namesakes(&self, row: usize) -> bool {
        let name = self.tables.text(Table::TypeDef, row, 1);
        let count = self.rows(name).len() + self.nested_rows(name).len();
        count > 1 && (self.machines(row).is_none() || count > self.twins(row).len())
    }

    /// The names of types that might be meant by `name`.
    pub(super) fn similar(&self, name: &str) -> Vec<&str> {
        let length = name.len();
        let initial = name.as_bytes().first();
        self.outermost()
            .map(|row| self.tables.text(Table::TypeDef, row, 1))
            .filter(|known| known.len().abs_diff(length) <= length / 3)
            .filter(|known| match (known.as_bytes().first(), initial) {
                (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
                _ => false,
            })
            .filter(|known| self.contains(known))
            .collect()
    }
}
