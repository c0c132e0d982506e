//! The types of a file by their names.

use super::hashed::Hashed;
use super::tables::{Table, Tables};
use std::sync::OnceLock;

/// How the types that are not inside others are found by name.
pub(super) enum ByName {
    /// By an index, which is made when the first name is looked up.
    Index(OnceLock<Vec<usize>>),
    /// By one that was made before, of the metadata that ships in the compiler.
    Hashed(Hashed),
}

impl ByName {
    pub(super) fn index() -> Self {
        Self::Index(OnceLock::new())
    }

    /// The rows of that name; several where machines differ.
    pub(super) fn rows(&self, tables: &Tables<'_>, name: &str) -> Vec<usize> {
        match self {
            Self::Index(index) => {
                let index = index.get_or_init(|| indexed(tables));
                equal(tables, index, name).to_vec()
            }
            Self::Hashed(hashed) => {
                let has_name = |row: &usize| name_of(tables, *row) == Some(name.as_bytes());
                hashed.rows(name).filter(has_name).collect()
            }
        }
    }

    /// The rows of the types whose name is that one but for the case of letters, in order.
    pub(super) fn rows_in_any_case(&self, tables: &Tables<'_>, name: &str) -> Vec<usize> {
        let is_it = |row: &usize| {
            let known = name_of(tables, *row);
            known.is_some_and(|known| known.eq_ignore_ascii_case(name.as_bytes()))
        };
        match self {
            Self::Index(_) => outermost(tables).filter(is_it).collect(),
            Self::Hashed(hashed) => hashed.rows(name).filter(is_it).collect(),
        }
    }
}

/// The rows of types that are not inside others.
pub(super) fn outermost(tables: &Tables<'_>) -> impl Iterator<Item = usize> {
    let rows = 0..tables.rows(Table::TypeDef);
    rows.filter(|row| !tables.is_nested(*row))
}

/// The same, by name.
fn indexed(tables: &Tables<'_>) -> Vec<usize> {
    sorted(tables, outermost(tables))
}

/// Rows of types, by name.
pub(super) fn sorted(tables: &Tables<'_>, rows: impl Iterator<Item = usize>) -> Vec<usize> {
    let named = rows.filter_map(|row| Some((name_of(tables, row)?, row)));
    let mut named: Vec<(&[u8], usize)> = named.collect();
    named.sort_unstable();
    named.into_iter().map(|(_, row)| row).collect()
}

/// Those rows of sorted ones that have the name.
pub(super) fn equal<'r>(tables: &Tables<'_>, sorted: &'r [usize], name: &str) -> &'r [usize] {
    let name = Some(name.as_bytes());
    let first = sorted.partition_point(|row| name_of(tables, *row) < name);
    let rest = sorted.get(first..).unwrap_or_default();
    let length = rest.partition_point(|row| name_of(tables, *row) == name);
    rest.get(..length).unwrap_or_default()
}

/// The name of a type.
pub(super) fn name_of<'a>(tables: &Tables<'a>, row: usize) -> Option<&'a [u8]> {
    tables.text_bytes(Table::TypeDef, row, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::reader::file::Winmd;
    use crate::metadata::reader::shipped;

    fn hold_to_an_index(file: &Winmd<'_>) {
        let tables = &file.tables;
        let index = ByName::index();
        for row in outermost(tables) {
            let name = tables.text(Table::TypeDef, row, 1);
            let rows = file.rows(name);
            assert_eq!(rows, index.rows(tables, name), "{name}");
            assert!(rows.contains(&row), "{name}");
        }
        assert!(file.rows("NobodyEverHeardOfThis").is_empty());
    }

    #[test]
    fn types_of_windows_are_found() {
        hold_to_an_index(shipped::win32().unwrap());
    }

    #[test]
    fn types_of_the_runtime_are_found() {
        hold_to_an_index(shipped::winrt().unwrap());
    }

    #[test]
    fn names_are_found_in_any_case() {
        let file = shipped::win32().unwrap();
        let rows = |name| file.rows_in_any_case(name);
        assert_eq!(rows("imfmediasink"), file.rows("IMFMediaSink"));
        let index = ByName::index();
        assert_eq!(rows("BSTR"), index.rows_in_any_case(&file.tables, "bstr"));
    }
}
