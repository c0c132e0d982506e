//! Interfaces of Windows' metadata.

use midl_bindgen::lower::{External, ExternalId, ExternalTypes};
use midl_bindgen::metadata::reader::Library;
use midl_bindgen::schema::{
    Completeness, Definition, DefinitionId, DefinitionKind, Interface, Schema,
};
use midl_bindgen::source::{Origin, Sources, Span};
use std::collections::HashMap;

/// Windows' metadata, with no file of a user before it.
static WINDOWS: Library<'static> = Library::new(Vec::new());

/// What was read of it.
pub struct Metadata {
    /// Interfaces with all their bases. Of other types only the name is known.
    pub schema: Schema,
    place: Span,
    ids: HashMap<ExternalId, DefinitionId>,
}

impl Metadata {
    /// Nothing is read yet.
    pub fn new() -> Self {
        let file = Sources::new().add("Windows", String::new(), Origin::Input);
        Self {
            schema: Schema::new(),
            place: Span::new(file, 0, 0),
            ids: HashMap::new(),
        }
    }

    /// The interface of that name.
    pub fn interface(&mut self, name: &str) -> Option<DefinitionId> {
        let external = WINDOWS.find(name)?;
        let id = self.id(external);
        let mut next = Some((external, id));
        while let Some((external, id)) = next.take() {
            let place = self.place;
            let read = WINDOWS.define(external, place, &mut |named| self.id(named));
            let base = match &read.kind {
                DefinitionKind::Interface(interface) => interface.base,
                _ => None,
            };
            self.schema[id].kind = read.kind;
            if let Some(base) = base {
                let external = self.ids.iter().find(|(_, id)| **id == base);
                next = external.map(|(external, id)| (*external, *id));
            }
        }
        let DefinitionKind::Interface(_) = &self.schema[id].kind else {
            return None;
        };
        let is_whole = |id| self.get(id).completeness == Completeness::Full;
        let is_whole = is_whole(id) && self.schema.bases(id).all(is_whole);
        assert!(is_whole, "all of {name} is read");
        Some(id)
    }

    /// What was read of an interface.
    pub fn get(&self, id: DefinitionId) -> &Interface {
        match &self.schema[id].kind {
            DefinitionKind::Interface(interface) => interface,
            _ => unreachable!("only interfaces are asked for"),
        }
    }

    fn id(&mut self, external: ExternalId) -> DefinitionId {
        if let Some(id) = self.ids.get(&external) {
            return *id;
        }
        let id = self.schema.add(Definition {
            name: WINDOWS.name(external),
            span: self.place,
            docs: String::new(),
            own: false,
            kind: External::unknown().kind,
        });
        self.ids.insert(external, id);
        id
    }
}
