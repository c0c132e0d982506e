//! How a file refers to types.

use super::file::Winmd;
use super::tables::Table;

/// What a signature names.
pub(super) enum Reference<'a> {
    /// A row of the file's own table of types.
    Here(usize),
    /// A type that the file does not define: its namespace, its name, and the names of the types on the way to a nested
    /// one.
    Elsewhere(&'a str, &'a str, Vec<&'a str>),
}

impl Winmd<'_> {
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
}
