//! Constants and enumerators by their names.

use super::file::Winmd;
use super::tables::{Table, Tables};
use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// So many names are looked for among all text before an index is made, which takes about as long.
const MOST_SEARCHES: usize = 32;

/// How constants are found by name. Few programs ask, and most of these for a few names.
#[derive(Default)]
pub(super) struct Constants {
    /// How many names were looked for.
    searches: AtomicUsize,
    /// The rows of all constants, by the hash of their names.
    index: OnceLock<Vec<(u64, usize)>>,
}

impl Constants {
    /// The rows of the constants of that name, in order.
    fn rows(&self, tables: &Tables<'_>, name: &str) -> Vec<usize> {
        let is_indexed = self.index.get().is_some();
        if !is_indexed && self.searches.fetch_add(1, Ordering::Relaxed) < MOST_SEARCHES {
            let mut rows = tables.rows_of_text(Table::Field, 1, name);
            rows.retain(|row| is_literal(tables, *row));
            return rows;
        }
        let index = self.index.get_or_init(|| indexed(tables));
        let hash = FxBuildHasher.hash_one(name.as_bytes());
        let first = index.partition_point(|(other, _)| *other < hash);
        let same = index.iter().skip(first);
        same.take_while(|(other, _)| *other == hash)
            .map(|(_, row)| *row)
            .filter(|row| tables.text(Table::Field, *row, 1) == name)
            .collect()
    }
}

fn indexed(tables: &Tables<'_>) -> Vec<(u64, usize)> {
    let literals = (0..tables.rows(Table::Field)).filter(|row| is_literal(tables, *row));
    let hash = |row: usize| {
        let name = tables.text_bytes(Table::Field, row, 1)?;
        Some((FxBuildHasher.hash_one(name), row))
    };
    let mut index: Vec<(u64, usize)> = literals.filter_map(hash).collect();
    index.sort_unstable();
    index
}

/// Whether a field is a constant.
fn is_literal(tables: &Tables<'_>, row: usize) -> bool {
    const LITERAL: usize = 0x40;
    let flags = tables.cell(Table::Field, row, 0);
    flags.is_some_and(|flags| flags & LITERAL != 0)
}

impl Winmd<'_> {
    /// The row of the constant or enumerator of that name; none where there are several of different values.
    pub(super) fn find_constant(&self, name: &str) -> Option<usize> {
        let same = self.constants.rows(&self.tables, name);
        let value = |row: usize| {
            let mut constants = self.tables.equal(Table::Constant, 1, (row + 1) << 2);
            self.tables.blob(Table::Constant, constants.next()?, 2)
        };
        let first = *same.first()?;
        same.iter()
            .all(|row| value(*row) == value(first))
            .then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::reader::shipped;

    #[test]
    fn searches_and_the_index_find_the_same() {
        let tables = &shipped::win32().unwrap().tables;
        let constants = Constants::default();
        let names = [
            "VT_I4",
            "ERROR_SUCCESS",
            "MAX_PATH",
            "cbSize",
            "A",
            "value__",
            "",
        ];
        let ask = || names.map(|name| constants.rows(tables, name));
        let searched = ask();
        assert!(constants.index.get().is_none());
        for name in names {
            let is_it = |row: &usize| tables.text(Table::Field, *row, 1) == name;
            let rows = (0..tables.rows(Table::Field)).filter(is_it);
            let rows: Vec<usize> = rows.filter(|row| is_literal(tables, *row)).collect();
            assert_eq!(constants.rows(tables, name), rows, "{name}");
        }
        while constants.index.get().is_none() {
            ask();
        }
        assert_eq!(ask(), searched);
    }
}
