//! What the program declares, and somebody else defines.

use crate::lower::Lowering;
use crate::schema::{Alias, Completeness, Definition, DefinitionId, DefinitionKind, Pointee, Type};
use crate::syntax::tree::Ident;
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

impl Lowering<'_> {
    /// Gives structs, unions and enumerations that the program names by a tag and does not define (`struct tagSTATSTG`)
    /// the external definition: the one of their typedef's name, or of what is left of the tag without what C's headers
    /// put in front of it.
    pub(in crate::lower) fn complete_tags(&mut self) {
        let mut tags: Vec<(SmolStr, DefinitionId)> = self
            .names
            .tags
            .iter()
            .filter(|(tag, id)| {
                !self.names.bodies.contains(*tag) && !self.names.defined.contains_key(id)
            })
            .map(|(tag, id)| (tag.clone(), *id))
            .collect();
        tags.sort();
        for (tag, id) in tags {
            let span = self.schema[id].span;
            let name = self.schema[id].name.clone();
            let bare = tag.trim_start_matches('_');
            let bare = bare.strip_prefix("tag").unwrap_or(bare);
            let bare = SmolStr::new(bare.trim_start_matches('_'));
            let candidates = [SmolStr::new(&name), tag.clone(), bare];
            let found = candidates
                .iter()
                .find_map(|candidate| Some((candidate, self.find_external(candidate)?)));
            let Some((candidate, external)) = found else {
                continue;
            };
            if *candidate == name && self.names.external.get(external).is_none() {
                self.names.external.insert(external, id);
                self.names.ordinary.entry(name.into()).or_insert(id);
                self.read_external(span, vec![(external, id)]);
            } else {
                let target = self.type_of_name(&Ident {
                    text: candidate.clone(),
                    span,
                });
                if target != Type::Named(id) {
                    let definition = &mut self.schema[id];
                    definition.own = false;
                    definition.kind = DefinitionKind::Alias(Alias {
                        ty: target,
                        pointee: Pointee::default(),
                    });
                    self.names.defined.insert(id, span);
                }
            }
            if let Type::Named(meant) = self.schema.resolve(&Type::Named(id)) {
                self.names.tags.insert(tag, *meant);
            }
        }
    }

    /// Gives external interfaces that the program only declares (`interface IStream;`) their definitions.
    pub(in crate::lower) fn complete_forward_interfaces(&mut self) {
        let mut seen = FxHashSet::default();
        // What is read may extend interfaces that nothing extended before.
        loop {
            let mut forward = self.forward_interfaces();
            forward.retain(|id| seen.insert(*id));
            if forward.is_empty() {
                return;
            }
            for id in forward {
                let definition = &self.schema[id];
                let span = definition.span;
                let named = self.names.only_named.get(&id).copied();
                let Some(external) = named.or_else(|| self.find_external(&definition.name)) else {
                    continue;
                };
                self.names.external.insert(external, id);
                let mut waiting = Vec::new();
                self.read_one(span, external, id, &mut waiting);
                self.read_external(span, waiting);
            }
        }
    }

    /// The interfaces that the program only declares, and has to know more of.
    fn forward_interfaces(&self) -> Vec<DefinitionId> {
        let bases: Option<FxHashSet<DefinitionId>> =
            self.program.needs_only_bases().then(|| self.extended());
        let is_needed = |id| bases.as_ref().is_none_or(|bases| bases.contains(&id));
        let is_forward = |definition: &Definition| {
            matches!(
                &definition.kind,
                DefinitionKind::Interface(interface)
                    if interface.completeness == Completeness::Forward
            )
        };
        self.schema
            .iter()
            .filter(|(id, definition)| {
                is_forward(definition) && !self.names.defined.contains_key(id) && is_needed(*id)
            })
            .map(|(id, _)| id)
            .collect()
    }

    /// The interfaces that others extend.
    fn extended(&self) -> FxHashSet<DefinitionId> {
        let bases = self
            .schema
            .iter()
            .filter_map(|(_, definition)| match &definition.kind {
                DefinitionKind::Interface(interface) => interface.base,
                _ => None,
            });
        bases.collect()
    }
}
