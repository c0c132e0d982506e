//! Several winmd files that refer to each other: those of the user, and behind them Windows' own.

use super::Places;
use super::Windows;
use super::added;
use super::convert::{self, Category};
use super::file::{Reference, Winmd};
use super::runtime;
use super::tables::Table;
use crate::lower::{External, ExternalId, ExternalTypes};
use crate::schema::DefinitionId;
use crate::source::Span;

/// Winmd files whose definitions are wanted, and Windows' own metadata for what they and IDL files name.
pub struct Library<'a> {
    own: Vec<(Winmd<'a>, Places)>,
}

/// A row of a table in one of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) file: usize,
    pub(super) table: Table,
    pub(super) row: usize,
}

impl Row {
    fn id(self) -> ExternalId {
        let table = self.table as u64;
        ExternalId((self.file as u64) << 40 | table << 32 | self.row as u64)
    }

    fn of(id: ExternalId) -> Option<Self> {
        let ExternalId(id) = id;
        Some(Self {
            file: (id >> 40).try_into().ok()?,
            table: match id >> 32 & 0xff {
                0x02 => Table::TypeDef,
                0x04 => Table::Field,
                0x06 => Table::MethodDef,
                _ => return None,
            },
            row: (id & 0xffff_ffff).try_into().ok()?,
        })
    }
}

impl<'a> Library<'a> {
    /// The user's files, each with the places that its definitions get.
    pub const fn new(own: Vec<(Winmd<'a>, Places)>) -> Self {
        Self { own }
    }

    /// The file of that number; behind the user's own is Windows', and behind that the Windows Runtime's.
    pub(super) fn file(&self, at: usize) -> Option<&Winmd<'_>> {
        match at.checked_sub(self.own.len()) {
            None => self.own.get(at).map(|(file, _)| file),
            Some(0) => Windows::file(),
            Some(1) => runtime(),
            Some(_) => None,
        }
    }

    /// The type that a coded row of a signature in a file means. One that another file defines is known by its namespace
    /// and name; of Windows' own ones the name is enough, since tools disagree on their namespaces.
    pub(super) fn resolve(&self, file: usize, coded: usize) -> Option<Row> {
        let found = |file, row| Row {
            file,
            table: Table::TypeDef,
            row,
        };
        let (namespace, name, nested) = match self.file(file)?.resolve(coded)? {
            Reference::Here(row) => return Some(found(file, row)),
            Reference::Elsewhere(namespace, name, nested) => (namespace, name, nested),
        };
        let others = (0..self.own.len()).filter(|other| *other != file);
        for other in others {
            if let Some(row) = self.file(other)?.find_path(namespace, name, &nested) {
                return Some(found(other, row));
            }
        }
        let windows = self.own.len();
        let name = match (namespace, name) {
            ("System", "Guid") => "GUID",
            ("Windows.Foundation", "HResult") => "HRESULT",
            _ if !nested.is_empty() => return None,
            _ if namespace.starts_with("Windows.Win32") => name,
            _ => return self.resolve_runtime(namespace, name),
        };
        Some(found(windows, self.file(windows)?.find_row(name)?))
    }

    /// A value of the Windows Runtime (`Vector2`): structs and enumerations are what classic COM has as well. The runtime's
    /// interfaces are not: their methods say less of their parameters than a vtable holds.
    fn resolve_runtime(&self, namespace: &str, name: &str) -> Option<Row> {
        if !namespace.starts_with("Windows.") {
            return None;
        }
        let file = self.own.len() + 1;
        let winmd = self.file(file)?;
        let row = winmd.find_path(namespace, name, &[])?;
        let is_value = matches!(winmd.category(row), Some(Category::Record | Category::Enum));
        let table = Table::TypeDef;
        is_value.then_some(Row { file, table, row })
    }

    /// Whether a file is Windows' own metadata.
    pub(super) fn is_windows(&self, file: usize) -> bool {
        file >= self.own.len()
    }

    /// Everything that the user's files define.
    pub(super) fn rows(&self) -> Vec<Row> {
        let rows = |(file, (winmd, _)): (usize, &(Winmd<'_>, Places))| {
            let everything = winmd.everything().into_iter();
            everything.map(move |(table, row)| Row { file, table, row })
        };
        self.own.iter().enumerate().flat_map(rows).collect()
    }

    /// The type that a name means in a file.
    pub(super) fn named(&self, file: usize, name: &str) -> Option<ExternalId> {
        let found = self.file(file)?.find_row(name).map(|row| Row {
            file,
            table: Table::TypeDef,
            row,
        });
        let found = found.map(Row::id);
        found
            .or_else(|| self.find_own(name))
            .or_else(|| self.find(name))
    }

    /// The name of a type.
    pub(super) fn type_name(&self, id: ExternalId) -> String {
        ExternalTypes::name(self, id)
    }

    /// What a type is.
    pub(super) fn category(&self, at: Row) -> Option<Category> {
        self.file(at.file)?.category(at.row)
    }

    /// The name in the metadata of what a coded row means, for messages.
    pub(super) fn full_name(&self, file: usize, coded: usize) -> String {
        match self.file(file).and_then(|file| file.resolve(coded)) {
            Some(Reference::Elsewhere(namespace, name, nested)) => {
                let mut full = format!("{namespace}.{name}");
                for name in nested {
                    full.push('/');
                    full.push_str(name);
                }
                full
            }
            _ => String::new(),
        }
    }

    /// The identity of a type.
    pub(super) fn id(&self, at: Row) -> ExternalId {
        at.id()
    }
}

impl ExternalTypes for Library<'_> {
    fn find(&self, name: &str) -> Option<ExternalId> {
        let windows = self.own.len();
        let row = self.file(windows)?.find_row(name)?;
        Some(
            Row {
                file: windows,
                table: Table::TypeDef,
                row,
            }
            .id(),
        )
    }

    fn find_constant(&self, name: &str) -> Option<ExternalId> {
        let file = self.own.len();
        let row = self.file(file)?.find_constant(name)?;
        let table = Table::Field;
        Some(Row { file, table, row }.id())
    }

    fn find_interface_ignoring_case(&self, name: &str) -> Option<String> {
        let windows = self.file(self.own.len())?;
        windows
            .find_interface_ignoring_case(name)
            .map(str::to_owned)
    }

    fn is_nested(&self, id: ExternalId) -> bool {
        // What is the runtime's stands in namespaces, so that its names are no more those of the program.
        let is_of_runtime = |at: Row| at.file > self.own.len();
        let nested = |at: Row| Some(is_of_runtime(at) || self.file(at.file)?.is_nested(at.row));
        let at = Row::of(id).filter(|at| at.table == Table::TypeDef);
        at.and_then(nested).unwrap_or_default()
    }

    fn find_own(&self, name: &str) -> Option<ExternalId> {
        self.own.iter().enumerate().find_map(|(file, (winmd, _))| {
            let table = Table::TypeDef;
            winmd
                .find_row(name)
                .map(|row| Row { file, table, row }.id())
        })
    }

    fn own(&self) -> Vec<ExternalId> {
        self.rows().into_iter().map(Row::id).collect()
    }

    fn is_type(&self, id: ExternalId) -> bool {
        Row::of(id).is_some_and(|at| at.table == Table::TypeDef)
    }

    fn place(&self, id: ExternalId) -> Option<Span> {
        let (_, places) = self.own.get(Row::of(id)?.file)?;
        Some(places.of(&ExternalTypes::name(self, id)))
    }

    fn excess(&self) -> Option<Span> {
        let exhausted = |(file, _): &&(Winmd<'_>, Places)| file.tables.is_exhausted();
        let found = self.own.iter().find(exhausted);
        found.map(|(_, places)| places.file())
    }

    fn name(&self, id: ExternalId) -> String {
        let name = |at: Row| {
            let file = self.file(at.file)?;
            Some(match at.table {
                Table::Field => file.tables.text(Table::Field, at.row, 1).to_owned(),
                Table::MethodDef => file.tables.text(Table::MethodDef, at.row, 3).to_owned(),
                _ => file.type_name(at.row),
            })
        };
        Row::of(id).and_then(name).unwrap_or_default()
    }

    fn define(
        &self,
        id: ExternalId,
        place: Span,
        types: &mut dyn FnMut(ExternalId) -> DefinitionId,
    ) -> External {
        let read = |at: Row| added::definition(self, at, place, types);
        Row::of(id).and_then(read).unwrap_or_else(convert::unknown)
    }

    fn similar(&self, name: &str) -> Vec<String> {
        let files = (0..=self.own.len()).filter_map(|at| self.file(at));
        let mut similar: Vec<String> = files
            .flat_map(|file| file.similar(name))
            .map(str::to_owned)
            .collect();
        similar.sort();
        similar.dedup();
        similar
    }
}
