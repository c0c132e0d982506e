//! Typedefs of metadata that are made of each other.

use crate::diagnostics::{Code, Diagnostic};
use crate::lower::Lowering;
use crate::schema::{DefinitionId, DefinitionKind, Schema, Type};
use rustc_hash::FxHashMap;

/// A typedef of a typedef, and so on: more steps are none that anybody writes.
const DEEPEST_ALIAS: usize = 48;

/// The aliases that a type is made of.
fn aliases_of(schema: &Schema, ty: &Type) -> Vec<DefinitionId> {
    let mut found = Vec::new();
    let mut open = vec![ty];
    while let Some(ty) = open.pop() {
        match ty {
            Type::Void | Type::Primitive(_) | Type::SafeArray(None) => {}
            Type::Named(id) => {
                if matches!(schema[*id].kind, DefinitionKind::Alias(_)) {
                    found.push(*id);
                }
            }
            Type::Pointer(pointer) => open.push(&pointer.target),
            Type::Array(array) => open.push(&array.element),
            Type::SafeArray(Some(element)) => open.push(element),
            Type::Function(function) => {
                open.push(&function.returns);
                open.extend(function.params.iter().map(|param| &param.ty));
            }
        }
    }
    found
}

impl Lowering<'_> {
    /// Cuts typedefs of metadata that are made of themselves, or nest deeper than anybody writes: everyone may follow
    /// typedefs without looking out for that. (Those of IDL files are looked at as they are defined.)
    pub(super) fn check_aliases(&mut self) {
        let mut depths: FxHashMap<DefinitionId, Option<usize>> = FxHashMap::default();
        let aliases: Vec<DefinitionId> = self
            .schema
            .iter()
            .filter(|(_, definition)| matches!(definition.kind, DefinitionKind::Alias(_)))
            .map(|(id, _)| id)
            .collect();
        for id in aliases {
            // An own stack: metadata may nest typedefs deeper than the machine's stack is. What is open has no depth.
            let mut stack = vec![id];
            while let Some(id) = stack.last().copied() {
                if depths.get(&id).is_some_and(Option::is_some) {
                    stack.pop();
                    continue;
                }
                let DefinitionKind::Alias(alias) = &self.schema[id].kind else {
                    depths.insert(id, Some(0));
                    continue;
                };
                let inner = aliases_of(&self.schema, &alias.ty);
                let is_first_visit = depths.insert(id, None).is_none();
                let waiting: Vec<DefinitionId> = inner
                    .iter()
                    .filter(|inner| !depths.contains_key(inner))
                    .copied()
                    .collect();
                if is_first_visit && !waiting.is_empty() {
                    stack.extend(waiting);
                    continue;
                }
                let deepest = inner
                    .iter()
                    .map(|inner| depths.get(inner).copied().flatten())
                    .try_fold(0, |deepest: usize, depth| Some(deepest.max(depth?)));
                let depth = match deepest {
                    Some(depth) if depth < DEEPEST_ALIAS => depth + 1,
                    other => {
                        self.cut_alias(id, other.is_none());
                        0
                    }
                };
                depths.insert(id, Some(depth));
            }
        }
    }

    fn cut_alias(&mut self, id: DefinitionId, is_cycle: bool) {
        let definition = &mut self.schema[id];
        if let DefinitionKind::Alias(alias) = &mut definition.kind {
            alias.ty = Type::Void;
        }
        let (place, name) = (definition.span, definition.name.clone());
        self.report(match is_cycle {
            true => Diagnostic::at(
                Code::RecursiveTypedef,
                place,
                format!("`{name}` is made of itself"),
            ),
            false => Diagnostic::at(
                Code::NestedTooDeep,
                place,
                format!("`{name}` is made of too many other typedefs"),
            ),
        });
    }
}
