//! The types of a file by their names.

use super::tables::{Table, Tables};
use std::sync::OnceLock;

/// How the types that are not inside others are found by name.
pub(super) enum ByName {
    /// By an index, which is made when the first name is looked up.
    Index(OnceLock<Vec<usize>>),
    /// In the table itself: it has the types in the order of their namespaces and names, each in front of those inside it. Who gives
    /// no namespace means this one. An index of Windows' own types would take longer to make than all else that a short file needs.
    InOrder(&'static str),
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
            Self::InOrder(namespace) => in_order(tables, namespace, name),
        }
    }

    /// The rows of that name in a namespace.
    pub(super) fn rows_in(&self, tables: &Tables<'_>, namespace: &str, name: &str) -> Vec<usize> {
        let mut rows = match self {
            Self::Index(_) => self.rows(tables, name),
            Self::InOrder(_) => in_order(tables, namespace, name),
        };
        rows.retain(|row| tables.text(Table::TypeDef, *row, 2) == namespace);
        rows
    }
}

/// Whether a type is inside another: its visibility says so.
pub(super) fn is_nested(tables: &Tables<'_>, row: usize) -> bool {
    const VISIBILITY: usize = 7;
    const PUBLIC: usize = 1;
    let flags = tables.cell(Table::TypeDef, row, 0);
    flags.is_some_and(|flags| flags & VISIBILITY > PUBLIC)
}

/// The rows of types that are not inside others, by name.
fn indexed(tables: &Tables<'_>) -> Vec<usize> {
    let rows = 0..tables.rows(Table::TypeDef);
    sorted(tables, rows.filter(|row| !is_nested(tables, *row)))
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

fn in_order(tables: &Tables<'_>, namespace: &str, name: &str) -> Vec<usize> {
    let wanted = (Some(namespace.as_bytes()), Some(name.as_bytes()));
    let key = |row| {
        let row = outermost(tables, row);
        let namespace = tables.text_bytes(Table::TypeDef, row, 2);
        (namespace, name_of(tables, row).map(without_arity))
    };
    let first = tables.first(Table::TypeDef, |row| key(row) < wanted);
    let rows = first..tables.rows(Table::TypeDef);
    rows.take_while(|row| key(*row) == wanted)
        .filter(|row| !is_nested(tables, *row) && name_of(tables, *row) == wanted.1)
        .collect()
}

/// A name without the number of its type parameters, which does not count for the order.
fn without_arity(name: &[u8]) -> &[u8] {
    let end = name.iter().position(|byte| *byte == b'`');
    end.and_then(|end| name.get(..end)).unwrap_or(name)
}

/// The type that a type is inside of, directly or not, and stands behind; itself where it is inside none.
fn outermost(tables: &Tables<'_>, row: usize) -> usize {
    let above = (0..=row).rev();
    let mut others = above.skip_while(|row| is_nested(tables, *row));
    others.next().unwrap_or(row)
}

/// The name of a type.
pub(super) fn name_of<'a>(tables: &Tables<'a>, row: usize) -> Option<&'a [u8]> {
    tables.text_bytes(Table::TypeDef, row, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::reader::shipped;

    #[test]
    fn windows_types_are_in_order() {
        let file = shipped::win32().unwrap();
        let tables = &file.tables;
        let index = ByName::index();
        for row in indexed(tables) {
            // `<Module>`, and what Windows' metadata defines for itself.
            if file.tables.category(row).is_none() {
                continue;
            }
            let name = tables.text(Table::TypeDef, row, 1);
            let rows = file.rows(name);
            assert_eq!(rows, index.rows(tables, name), "{name}");
            assert!(rows.contains(&row), "{name}");
        }
        assert!(file.rows("NobodyEverHeardOfThis").is_empty());
    }

    #[test]
    fn types_of_the_runtime_are_in_order() {
        let file = shipped::winrt().unwrap();
        let tables = &file.tables;
        let text = |row, column| tables.text(Table::TypeDef, row, column);
        for row in indexed(tables) {
            let generic = text(row, 1).contains('`');
            let found = file.find_path(text(row, 2), text(row, 1), &[]);
            assert_eq!(found, (!generic).then_some(row), "{}", text(row, 1));
        }
    }
}
