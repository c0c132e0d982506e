//! Several winmd files that refer to each other: those of the user, and behind them Windows' own.

use super::category::Category;
use super::file::Winmd;
use super::places::Places;
use super::references::Reference;
use super::shipped;
use super::tables::Table;
use crate::lower::ExternalId;

/// Winmd files whose definitions are wanted, and Windows' own metadata for what they and IDL files name.
#[derive(Default)]
pub struct Library<'a> {
    /// The user's files, each with the places that its definitions get.
    pub(super) own: Vec<(Winmd<'a>, Places)>,
}

/// A row of a table in one of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) file: usize,
    pub(super) table: Table,
    pub(super) row: usize,
}

impl Row {
    /// A row of the table of types.
    fn of_type(file: usize, row: usize) -> Self {
        let table = Table::TypeDef;
        Self { file, table, row }
    }

    pub(super) fn id(self) -> ExternalId {
        let table = self.table as u64;
        ExternalId((self.file as u64) << 40 | table << 32 | self.row as u64)
    }

    pub(super) fn of(id: ExternalId) -> Option<Self> {
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

    /// The file of that number.
    pub(super) fn file(&self, at: usize) -> Option<&Winmd<'_>> {
        match at.checked_sub(self.windows()) {
            None => self.own.get(at).map(|(file, _)| file),
            Some(0) => shipped::win32(),
            Some(1) => shipped::winrt(),
            Some(_) => None,
        }
    }

    /// The number of Windows' own metadata: it stands behind the user's files.
    pub(super) fn windows(&self) -> usize {
        self.own.len()
    }

    /// The number of the Windows Runtime's metadata.
    pub(super) fn runtime(&self) -> usize {
        self.windows() + 1
    }

    /// The type that a coded row of a signature in a file means. One that another file defines is known by its namespace
    /// and name; of Windows' own ones the name is enough, since tools disagree on their namespaces.
    pub(super) fn resolve(&self, file: usize, coded: usize) -> Option<Row> {
        let (namespace, name, nested) = match self.file(file)?.resolve(coded)? {
            Reference::Here(row) => return Some(Row::of_type(file, row)),
            Reference::Elsewhere(namespace, name, nested) => (namespace, name, nested),
        };
        let others = (0..self.own.len()).filter(|other| *other != file);
        for other in others {
            if let Some(row) = self.file(other)?.find_path(namespace, name, &nested) {
                return Some(Row::of_type(other, row));
            }
        }
        let name = match (namespace, name) {
            ("System", "Guid") => "GUID",
            ("Windows.Foundation", "HResult") => "HRESULT",
            _ if !nested.is_empty() => return None,
            _ if namespace.starts_with("Windows.Win32") => name,
            _ => return self.resolve_runtime(namespace, name),
        };
        self.windows_type(name)
    }

    /// A value of the Windows Runtime (`Vector2`): structs and enumerations are what classic COM has as well. The runtime's
    /// interfaces are not: their methods say less of their parameters than a vtable holds.
    fn resolve_runtime(&self, namespace: &str, name: &str) -> Option<Row> {
        if !namespace.starts_with("Windows.") {
            return None;
        }
        let winmd = self.file(self.runtime())?;
        let row = winmd.find_path(namespace, name, &[])?;
        let category = winmd.tables.category(row);
        let is_value = matches!(category, Some(Category::Record | Category::Enum));
        is_value.then(|| Row::of_type(self.runtime(), row))
    }

    /// Whether a file is Windows' own metadata.
    pub(super) fn is_windows(&self, file: usize) -> bool {
        file >= self.windows()
    }

    /// Everything that the user's files define.
    pub(super) fn rows(&self) -> Vec<Row> {
        let rows = |(file, (winmd, _)): (usize, &(Winmd<'_>, Places))| {
            let everything = winmd.everything().into_iter();
            everything.map(move |(table, row)| Row { file, table, row })
        };
        self.own.iter().enumerate().flat_map(rows).collect()
    }

    /// Windows' type of that name.
    pub(super) fn windows_type(&self, name: &str) -> Option<Row> {
        self.find_in(self.windows(), name)
    }

    /// The type of that name which the user's files define.
    pub(super) fn own_type(&self, name: &str) -> Option<Row> {
        (0..self.own.len()).find_map(|file| self.find_in(file, name))
    }

    /// The type that a name means in a file.
    pub(super) fn named(&self, file: usize, name: &str) -> Option<Row> {
        self.find_in(file, name)
            .or_else(|| self.own_type(name))
            .or_else(|| self.windows_type(name))
    }

    fn find_in(&self, file: usize, name: &str) -> Option<Row> {
        let row = self.file(file)?.find_row(name)?;
        Some(Row::of_type(file, row))
    }

    /// The name of a type, function or constant.
    pub(super) fn name_at(&self, at: Row) -> Option<String> {
        let file = self.file(at.file)?;
        Some(match at.table {
            Table::Field => file.tables.text(Table::Field, at.row, 1).to_owned(),
            Table::MethodDef => file.tables.text(Table::MethodDef, at.row, 3).to_owned(),
            _ => file.type_name(at.row),
        })
    }

    /// What a type is.
    pub(super) fn category(&self, at: Row) -> Option<Category> {
        self.file(at.file)?.tables.category(at.row)
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
}
