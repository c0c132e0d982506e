//! Definitions out of metadata (winmd bytes), by name and only as far as they are asked for.
//!
//! The reader of `windows-metadata` makes an index of everything first, which takes half a second for Windows' own
//! metadata. This one sorts the rows of the one table that has the names (39,000 of them), which took 6 ms when it was
//! measured (`benches/generate.rs`), once a process and only when the first name is asked for; a name is then found in a
//! microsecond, and only the rows of what is needed are read. The bytes may be anything: what does not make sense is not
//! found, or is a definition of which only the name is known.
//!
//! Windows' metadata says less than IDL: `LARGE_INTEGER` in a parameter is an `i64`, tags and `LP…` names are missing,
//! and a few structs differ from one kind of machine to another. The schema has one definition for all machines, so
//! that such a struct can be pointed to but not held.

mod attributes;
mod convert;
mod image;
mod signature;
mod tables;
#[cfg(test)]
mod tests;

use crate::lower::{External, ExternalId, ExternalTypes};
use crate::schema::DefinitionId;
use crate::source::Span;
use attributes::Owner;
use image::Streams;
use std::sync::OnceLock;
use tables::{Table, Tables};

/// The types of Windows: the metadata that ships in the compiler.
#[derive(Clone, Copy, Debug, Default)]
pub struct Windows;

impl Windows {
    fn file() -> Option<&'static Winmd<'static>> {
        static FILE: OnceLock<Option<Winmd<'static>>> = OnceLock::new();
        FILE.get_or_init(|| Winmd::new(windows_default::WIN32))
            .as_ref()
    }
}

impl ExternalTypes for Windows {
    fn find(&self, name: &str) -> Option<ExternalId> {
        Self::file()?.find(name)
    }

    fn name(&self, id: ExternalId) -> String {
        Self::file().map_or_else(String::new, |file| file.name(id))
    }

    fn define(
        &self,
        id: ExternalId,
        place: Span,
        types: &mut dyn FnMut(ExternalId) -> DefinitionId,
    ) -> External {
        match Self::file() {
            Some(file) => file.define(id, place, types),
            None => convert::unknown(),
        }
    }

    fn similar(&self, name: &str) -> Vec<String> {
        Self::file().map_or_else(Vec::new, |file| file.similar(name))
    }
}

/// A winmd file in memory.
pub struct Winmd<'a> {
    tables: Tables<'a>,
    /// The rows of types, by name.
    by_name: Vec<usize>,
    /// The rows of nested types, those of one outer type together and in order, each behind its outer type.
    nested: OnceLock<Vec<(usize, usize)>>,
}

impl<'a> Winmd<'a> {
    /// Reads where things are in a file; `None` for bytes that are no winmd.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let tables = Tables::of(Streams::of(bytes)?)?;
        let mut named: Vec<(&[u8], usize)> = (0..tables.rows(Table::TypeDef))
            .filter_map(|row| Some((tables.text_bytes(Table::TypeDef, row, 1)?, row)))
            .collect();
        named.sort_unstable();
        Some(Self {
            by_name: named.into_iter().map(|(_, row)| row).collect(),
            nested: OnceLock::new(),
            tables,
        })
    }

    /// The rows of that name; several where machines differ, and where types are nested.
    fn rows(&self, name: &str) -> &[usize] {
        let text = |row: usize| self.tables.text_bytes(Table::TypeDef, row, 1);
        let name = Some(name.as_bytes());
        let first = self.by_name.partition_point(|row| text(*row) < name);
        let rest = self.by_name.get(first..).unwrap_or_default();
        let length = rest.partition_point(|row| text(*row) == name);
        rest.get(..length).unwrap_or_default()
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
    fn inside(&self, outer: usize) -> impl Iterator<Item = usize> + '_ {
        let nested = self.nested();
        let first = nested.partition_point(|(at, _)| *at < outer);
        nested
            .iter()
            .skip(first)
            .take_while(move |(at, _)| *at == outer)
            .map(|(_, inner)| *inner)
    }

    /// The type around a type.
    fn outside(&self, inner: usize) -> Option<usize> {
        let mut rows = self.tables.equal(Table::NestedClass, 0, inner + 1);
        self.tables.row(Table::NestedClass, rows.next()?, 1)
    }

    /// The definition that a coded row of a signature means, if this file has it.
    fn resolve(&self, coded: usize) -> Option<usize> {
        let row = (coded >> 2).checked_sub(1)?;
        match coded & 3 {
            0 => Some(row),
            1 => self.resolve_reference(row),
            _ => None,
        }
    }

    fn resolve_reference(&self, reference: usize) -> Option<usize> {
        // From the outermost type inwards; types are not nested deeper than this.
        let mut path = Vec::new();
        let mut at = reference;
        let outermost = loop {
            let scope = self.tables.cell(Table::TypeRef, at, 0)?;
            if scope & 3 != 3 {
                break at;
            }
            path.push(self.tables.text_bytes(Table::TypeRef, at, 1)?);
            at = (scope >> 2).checked_sub(1)?;
            if path.len() > 16 {
                return None;
            }
        };
        let namespace = self.tables.text_bytes(Table::TypeRef, outermost, 2);
        let mut row = *self
            .rows(self.tables.text(Table::TypeRef, outermost, 1))
            .iter()
            .find(|row| self.tables.text_bytes(Table::TypeDef, **row, 2) == namespace)?;
        for name in path.into_iter().rev() {
            row = self
                .inside(row)
                .find(|inner| self.tables.text_bytes(Table::TypeDef, *inner, 1) == Some(name))?;
        }
        Some(row)
    }

    /// Whether a definition is not the same on all machines.
    fn differs(&self, row: usize) -> bool {
        let namespace = |row| self.tables.text_bytes(Table::TypeDef, row, 2);
        let of_one_name = self.rows(self.tables.text(Table::TypeDef, row, 1)).iter();
        let machines = self
            .tables
            .attribute(Owner::TypeDef(row), "SupportedArchitectureAttribute")
            .and_then(|attribute| attribute.integer());
        of_one_name
            .filter(|other| namespace(**other) == namespace(row))
            .count()
            > 1
            || machines.is_some_and(|machines| machines & 7 != 7)
    }

    /// Whether a type is inside another: its visibility says so.
    fn is_nested(&self, row: usize) -> bool {
        const VISIBILITY: usize = 7;
        const PUBLIC: usize = 1;
        let flags = self.tables.cell(Table::TypeDef, row, 0);
        flags.is_some_and(|flags| flags & VISIBILITY > PUBLIC)
    }
}

impl ExternalTypes for Winmd<'_> {
    fn find(&self, name: &str) -> Option<ExternalId> {
        let mut rows = self.rows(name).iter();
        let row = *rows.find(|row| !self.is_nested(**row))?;
        self.category(row).map(|_| ExternalId(row))
    }

    /// Windows' metadata gives names to types inside others: `VARIANT_0_0`. Where a file does not make them differ, they
    /// get their number behind the name of the type around them, which is the same.
    fn name(&self, id: ExternalId) -> String {
        let mut numbers = Vec::new();
        let mut row = id.0;
        while self.is_nested(row)
            && self.rows(self.tables.text(Table::TypeDef, row, 1)).len() > 1
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

    fn define(
        &self,
        id: ExternalId,
        place: Span,
        types: &mut dyn FnMut(ExternalId) -> DefinitionId,
    ) -> External {
        convert::definition(self, id.0, place, types)
    }

    fn similar(&self, name: &str) -> Vec<String> {
        let length = name.len();
        let initial = name.as_bytes().first();
        let mut similar: Vec<&str> = self
            .by_name
            .iter()
            .map(|row| self.tables.text(Table::TypeDef, *row, 1))
            .filter(|known| known.len().abs_diff(length) <= length / 3)
            .filter(|known| match (known.as_bytes().first(), initial) {
                (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
                _ => false,
            })
            .filter(|known| self.find(known).is_some())
            .collect();
        similar.dedup();
        similar.into_iter().map(str::to_owned).collect()
    }
}
