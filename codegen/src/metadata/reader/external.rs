//! What metadata knows of the types that other files name and do not define.

use super::added;
use super::category::Category;
use super::file::Winmd;
use super::library::{Library, Row};
use super::places::Places;
use super::tables::Table;
use crate::lower::{External, ExternalId, ExternalTypes};
use crate::schema::DefinitionId;
use crate::source::Span;

impl ExternalTypes for Library<'_> {
    fn find(&self, name: &str) -> Option<ExternalId> {
        self.windows_type(name).map(Row::id)
    }

    fn find_own(&self, name: &str) -> Option<ExternalId> {
        self.own_type(name).map(Row::id)
    }

    fn find_constant(&self, name: &str) -> Option<ExternalId> {
        let file = self.windows();
        let row = self.file(file)?.find_constant(name)?;
        let table = Table::Field;
        Some(Row { file, table, row }.id())
    }

    fn find_interface_ignoring_case(&self, name: &str) -> Option<String> {
        let windows = self.file(self.windows())?;
        windows
            .find_interface_ignoring_case(name)
            .map(str::to_owned)
    }

    fn is_nested(&self, id: ExternalId) -> bool {
        // What is the runtime's stands in namespaces, so that its names are no more those of the program.
        let is_of_runtime = |at: Row| at.file == self.runtime();
        let nested = |at: Row| Some(is_of_runtime(at) || self.file(at.file)?.is_nested(at.row));
        let at = Row::of(id).filter(|at| at.table == Table::TypeDef);
        at.and_then(nested).unwrap_or_default()
    }

    fn own(&self) -> Vec<ExternalId> {
        self.rows().into_iter().map(Row::id).collect()
    }

    fn is_type(&self, id: ExternalId) -> bool {
        Row::of(id).is_some_and(|at| at.table == Table::TypeDef)
    }

    fn is_interface(&self, id: ExternalId) -> bool {
        let at = Row::of(id).filter(|at| at.table == Table::TypeDef);
        at.and_then(|at| self.category(at)) == Some(Category::Interface)
    }

    fn place(&self, id: ExternalId) -> Option<Span> {
        let at = Row::of(id)?;
        let (_, places) = self.own.get(at.file)?;
        Some(places.of(&self.name_at(at).unwrap_or_default()))
    }

    fn excess(&self) -> Option<Span> {
        let exhausted = |(file, _): &&(Winmd<'_>, Places)| file.tables.is_exhausted();
        let found = self.own.iter().find(exhausted);
        found.map(|(_, places)| places.file())
    }

    fn name(&self, id: ExternalId) -> String {
        let name = Row::of(id).and_then(|at| self.name_at(at));
        name.unwrap_or_default()
    }

    fn define(
        &self,
        id: ExternalId,
        place: Span,
        types: &mut dyn FnMut(ExternalId) -> DefinitionId,
    ) -> External {
        let read = |at: Row| added::definition(self, at, place, types);
        Row::of(id).and_then(read).unwrap_or_else(External::unknown)
    }

    fn similar(&self, name: &str) -> Vec<String> {
        let files = (0..=self.windows()).filter_map(|at| self.file(at));
        let mut similar: Vec<String> = files
            .flat_map(|file| file.similar(name))
            .map(str::to_owned)
            .collect();
        similar.sort();
        similar.dedup();
        similar
    }
}
