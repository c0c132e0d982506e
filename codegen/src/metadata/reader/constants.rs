//! Constants and enumerators of Windows by their names.

use super::file::Winmd;
use super::hashed::Hashed;
use super::tables::{Table, Tables};

/// All of them.
const CONSTANTS: Hashed = Hashed::new(include_bytes!(concat!(env!("OUT_DIR"), "/win32.constants")));

/// The rows of the constants of that name, in order.
fn rows<'a>(tables: &'a Tables<'_>, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    let has_name =
        move |row: &usize| tables.text_bytes(Table::Field, *row, 1) == Some(name.as_bytes());
    CONSTANTS.rows(name).filter(has_name)
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
    fn constants_are_found_by_their_names() {
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
