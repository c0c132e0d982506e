//! Constants and enumerators of Windows by their names.

use super::file::Winmd;
use super::tables::{Table, Tables};

/// The rows of all of them, four bytes each, in the order of their names, as the build script wrote them.
const SORTED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/constants.rows"));

/// The rows of the constants of that name, in order.
fn rows<'a>(tables: &'a Tables<'_>, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    let (sorted, _) = SORTED.as_chunks();
    let name = Some(name.as_bytes());
    let name_of = |row: &[u8; 4]| tables.text_bytes(Table::Field, at(*row), 1);
    let first = sorted.partition_point(|row| name_of(row) < name);
    let rest = sorted.iter().skip(first);
    rest.take_while(move |row| name_of(row) == name)
        .map(|row| at(*row))
}

fn at(row: [u8; 4]) -> usize {
    u32::from_le_bytes(row) as usize
}

impl Winmd<'_> {
    /// The row of the constant or enumerator of Windows of that name, where this file is its metadata; none where there are several
    /// of different values.
    pub(super) fn find_constant(&self, name: &str) -> Option<usize> {
        let value = |row: usize| {
            let mut constants = self.tables.equal(Table::Constant, 1, (row + 1) << 2);
            self.tables.blob(Table::Constant, constants.next()?, 2)
        };
        let mut same = rows(&self.tables, name);
        let first = same.next()?;
        let known = value(first);
        same.all(|row| value(row) == known).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::reader::shipped;

    #[test]
    fn constants_are_sorted_by_their_names() {
        let tables = &shipped::win32().unwrap().tables;
        for name in [
            "VT_I4",
            "ERROR_SUCCESS",
            "MAX_PATH",
            "cbSize",
            "A",
            "value__",
            "",
        ] {
            let has_value =
                |row: usize| !tables.equal(Table::Constant, 1, (row + 1) << 2).is_empty();
            let is_it = |row: &usize| tables.text(Table::Field, *row, 1) == name && has_value(*row);
            let all = (0..tables.rows(Table::Field)).filter(is_it);
            assert!(rows(tables, name).eq(all), "{name}");
        }
    }
}
