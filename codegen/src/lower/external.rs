//! Types that no file of the program defines, and somebody else knows: Windows' own metadata.

use super::Lowering;
use super::names::declared;
use crate::schema::{Completeness, Definition, DefinitionId, DefinitionKind, Type};
use crate::source::Span;
use crate::syntax::tree::Ident;

/// A type of an [`ExternalTypes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ExternalId(pub usize);

/// What an [`ExternalTypes`] knows of a type.
#[derive(Clone, Debug, PartialEq)]
pub struct External {
    /// Its definition.
    pub kind: DefinitionKind,
    /// It is not the same on all machines, so that only its name is known.
    pub differs: bool,
}

/// Knows types that the files of a program name and do not define.
pub trait ExternalTypes {
    /// The type of that name.
    fn find(&self, name: &str) -> Option<ExternalId>;

    /// The name of a type; one is made up for what is defined inside another type and has none.
    fn name(&self, id: ExternalId) -> String;

    /// A type's definition, whose parts get `place` for their place. The types that it names are asked of `types`.
    fn define(
        &self,
        id: ExternalId,
        place: Span,
        types: &mut dyn FnMut(ExternalId) -> DefinitionId,
    ) -> External;

    /// The names that might be meant by `name`, in the order of the alphabet.
    fn similar(&self, name: &str) -> Vec<String>;
}

impl Lowering<'_> {
    /// The external type of that name, and with it all that it needs. What the program defines itself is preferred
    /// wherever a definition names it.
    pub(super) fn external_type(&mut self, name: &Ident) -> Option<Type> {
        let external = self.external?.find(&name.text)?;
        let mut waiting = Vec::new();
        let id = self.external_definition(external, name.span, &mut waiting);
        self.read_external(name.span, waiting);
        Some(Type::Named(id))
    }

    /// Gives external interfaces that the program only declares (`interface IStream;`) their definitions.
    pub(super) fn complete_forward_interfaces(&mut self) {
        let Some(types) = self.external else { return };
        let is_forward = |definition: &Definition| {
            matches!(
                &definition.kind,
                DefinitionKind::Interface(interface)
                    if interface.completeness == Completeness::Forward
            )
        };
        let forward: Vec<DefinitionId> = self
            .schema
            .iter()
            .filter(|(id, definition)| {
                is_forward(definition) && !self.names.defined.contains_key(id)
            })
            .map(|(id, _)| id)
            .collect();
        for id in forward {
            let definition = &self.schema[id];
            let span = definition.span;
            let Some(external) = types.find(&definition.name) else {
                continue;
            };
            self.names.external.insert(external, id);
            self.read_external(span, vec![(external, id)]);
        }
    }

    /// Reads what waits, and what that needs in turn.
    fn read_external(&mut self, place: Span, mut waiting: Vec<(ExternalId, DefinitionId)>) {
        let Some(types) = self.external else { return };
        while let Some((external, id)) = waiting.pop() {
            let read = types.define(external, place, &mut |named| {
                self.external_definition(named, place, &mut waiting)
            });
            self.names.defined.insert(id, place);
            if read.differs {
                self.names.differing.insert(id);
            }
            let definition = &mut self.schema[id];
            definition.own = false;
            definition.kind = read.kind;
        }
    }

    /// The definition that stands for an external type. A new one has to wait for being read.
    fn external_definition(
        &mut self,
        external: ExternalId,
        place: Span,
        waiting: &mut Vec<(ExternalId, DefinitionId)>,
    ) -> DefinitionId {
        if let Some(id) = self.names.external.get(&external) {
            return *id;
        }
        let name = self
            .external
            .map_or_else(String::new, |types| types.name(external));
        let known = self.names.ordinary.get(&name).copied();
        let id = known.unwrap_or_else(|| {
            let definition = Definition {
                own: false,
                ..self.definition(&name, place, "", declared::record(false))
            };
            let id = self.schema.add(definition);
            self.names.ordinary.insert(name, id);
            waiting.push((external, id));
            id
        });
        self.names.external.insert(external, id);
        id
    }
}
