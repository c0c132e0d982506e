//! What the types of a file are called, those inside others as well.

use super::file::Winmd;
use super::tables::Table;

impl Winmd<'_> {
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
}
