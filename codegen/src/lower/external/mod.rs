//! Types that no file of the program defines, and somebody else knows: metadata that the user gives, and Windows' own.

mod aliases;
mod alone;
mod by_habit;
mod completed;
mod constants;
mod own;
mod types;

pub(super) use alone::alone;
pub use types::{External, ExternalId, ExternalTypes};

use super::{Lowering, declared};
use crate::schema::{Definition, DefinitionId, DefinitionKind, Type};
use crate::source::Span;
use crate::syntax::tree::Ident;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

/// What external types became.
#[derive(Debug, Default)]
pub(super) struct Externals {
    ids: FxHashMap<ExternalId, DefinitionId>,
    definitions: FxHashSet<DefinitionId>,
}

impl Externals {
    fn get(&self, external: ExternalId) -> Option<DefinitionId> {
        self.ids.get(&external).copied()
    }

    fn insert(&mut self, external: ExternalId, id: DefinitionId) {
        self.ids.insert(external, id);
        self.definitions.insert(id);
    }

    /// The definitions that come from metadata, in no order.
    pub(super) fn definitions(&self) -> impl Iterator<Item = DefinitionId> {
        self.definitions.iter().copied()
    }

    /// Whether a definition comes from metadata.
    pub(super) fn has(&self, id: DefinitionId) -> bool {
        self.definitions.contains(&id)
    }
}

/// Types that were named and still have to be read.
type Waiting = Vec<(ExternalId, DefinitionId)>;

impl Lowering<'_> {
    /// The external type of that name, and with it all that it needs. What the program defines itself is preferred
    /// wherever a definition names it.
    pub(super) fn external_type(&mut self, name: &Ident) -> Option<Type> {
        let external = self.find_external(&name.text)?;
        let mut waiting = Vec::new();
        let id = self.external_definition(external, name.span, &mut waiting);
        self.read_external(name.span, waiting);
        Some(Type::Named(id))
    }

    /// The user's own metadata is known everywhere, Windows' to a program that imports a file of the SDK.
    fn find_external(&self, name: &str) -> Option<ExternalId> {
        let types = self.external?;
        let windows = || self.knows_windows.then(|| types.find(name)).flatten();
        types.find_own(name).or_else(windows)
    }

    /// Whether somebody else knows a type of that name.
    pub(super) fn is_external(&self, name: &str) -> bool {
        self.find_external(name).is_some()
    }

    /// The interface of Windows whose name is that one but for the case of its letters, with its name.
    pub(super) fn windows_interface_in_other_case(
        &mut self,
        name: &Ident,
    ) -> Option<(SmolStr, DefinitionId)> {
        let types = self.external.filter(|_| self.knows_windows)?;
        let text = types.find_interface_ignoring_case(&name.text)?;
        let known = Ident {
            text: text.into(),
            span: name.span,
        };
        match self.external_type(&known)? {
            Type::Named(id) => Some((known.text, id)),
            _ => None,
        }
    }

    /// Makes an external type known that the program uses without naming it.
    pub(super) fn bring_in(&mut self, name: &str, span: Span) {
        let is_known = self.names.ordinary.contains_key(name);
        if !is_known && !self.quiet {
            self.external_type(&Ident {
                text: name.into(),
                span,
            });
        }
    }

    /// Gives a definition of the program the meaning of an external one, but for an alias that would be made of itself.
    pub(super) fn become_external(&mut self, id: DefinitionId, external: ExternalId) {
        let Some(types) = self.external else { return };
        if self.is_name_enough(external) {
            self.names.external.insert(external, id);
            self.names.only_named.insert(id, external);
            self.names.defined.remove(&id);
            self.schema[id].own = false;
            self.schema[id].kind = declared::interface();
            return;
        }
        let place = self.schema[id].span;
        let mut waiting = Vec::new();
        let read = types.define(external, place, &mut |named| {
            self.external_definition(named, place, &mut waiting)
        });
        self.read_external(place, waiting);
        if matches!(&read.kind, DefinitionKind::Alias(alias) if self.leads_to(&alias.ty, id)) {
            return;
        }
        self.names.external.insert(external, id);
        self.names.read.insert(external);
        let definition = &mut self.schema[id];
        definition.own = false;
        definition.kind = read.kind;
    }

    /// Reads what waits, and what that needs in turn. The user's own types are read when their turn comes.
    fn read_external(&mut self, place: Span, mut waiting: Waiting) {
        let Some(types) = self.external else { return };
        while let Some((external, id)) = waiting.pop() {
            if types.place(external).is_some() {
                continue;
            }
            if self.is_name_enough(external) {
                if self.names.placeholders.remove(&id) {
                    self.schema[id].kind = declared::interface();
                    self.names.only_named.insert(id, external);
                }
                continue;
            }
            self.read_one(place, external, id, &mut waiting);
        }
    }

    /// Whether no more than the name of an external type is needed, unless something extends it: then more is read at the end.
    fn is_name_enough(&self, external: ExternalId) -> bool {
        let is_interface = |types: &dyn ExternalTypes| types.is_interface(external);
        self.program.needs_only_bases() && self.external.is_some_and(is_interface)
    }

    /// Reads one external type, unless that was done.
    fn read_one(
        &mut self,
        place: Span,
        external: ExternalId,
        id: DefinitionId,
        waiting: &mut Waiting,
    ) {
        let Some(types) = self.external else { return };
        if !self.names.read.insert(external) {
            return;
        }
        let read = types.define(external, place, &mut |named| {
            self.external_definition(named, place, waiting)
        });
        self.names.placeholders.remove(&id);
        self.names.defined.insert(id, place);
        if read.differs {
            self.names.differing.insert(id);
        }
        let definition = &mut self.schema[id];
        definition.own = false;
        definition.kind = read.kind;
    }

    /// The definition that stands for an external type. A new one has to wait for being read.
    fn external_definition(
        &mut self,
        external: ExternalId,
        place: Span,
        waiting: &mut Waiting,
    ) -> DefinitionId {
        if let Some(id) = self.names.external.get(external) {
            return id;
        }
        let name = self
            .external
            .map_or_else(String::new, |types| types.name(external));
        // The program cannot mean a type inside another by a name of its own.
        let is_nested = self.external.is_some_and(|types| types.is_nested(external));
        let known = match is_nested {
            true => None,
            false => self.names.ordinary.get(name.as_str()).copied(),
        };
        if known.is_none() && !is_nested {
            self.miss(&name);
        }
        let id = known.unwrap_or_else(|| {
            let name = match is_nested {
                true => self.free_name(name),
                false => name,
            };
            let definition = Definition {
                own: false,
                ..self.definition(&name, place, "", declared::record(false))
            };
            let id = self.schema.add(definition);
            self.names.ordinary.insert(name.into(), id);
            self.names.placeholders.insert(id);
            waiting.push((external, id));
            id
        });
        self.names.external.insert(external, id);
        id
    }

    /// Remembers a name that the program itself does not say, if more of imported files would have had it.
    fn miss(&mut self, name: &str) {
        if self.program.is_unused(name) {
            self.missed.insert(name.to_owned());
        }
    }

    /// A name that nothing has.
    fn free_name(&self, mut name: String) -> String {
        while self.schema.find(&name).is_some() || self.names.ordinary.contains_key(name.as_str()) {
            name.push('_');
        }
        name
    }
}
