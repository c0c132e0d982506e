//! External types as whoever knows them means them, whatever the program defines.

use super::{ExternalId, ExternalTypes};
use crate::lower::declared;
use crate::schema::{Definition, DefinitionId, DefinitionKind, Schema, Type};
use crate::source::Span;
use rustc_hash::{FxHashMap, FxHashSet};

/// An external type in a schema of its own, with those that it holds: not those that it points to, of which there are only
/// names. `None` where the schema has no words for it, or it is not the same on all machines.
pub(in crate::lower) fn alone(
    types: &dyn ExternalTypes,
    external: ExternalId,
    place: Span,
) -> Option<(Schema, DefinitionId)> {
    let mut alone = Alone::default();
    let first = alone.name(external, place);
    let mut seen = FxHashSet::default();
    let mut waiting = vec![first];
    while let Some(id) = waiting.pop().filter(|_| seen.len() < MOST_TYPES) {
        let Some(external) = alone
            .externals
            .get(&id)
            .copied()
            .filter(|_| seen.insert(id))
        else {
            continue;
        };
        let read = types.define(external, place, &mut |named| alone.name(named, place));
        if !read.is_read || read.differs {
            return None;
        }
        waiting.extend(held(&read.kind));
        alone.schema[id].kind = read.kind;
    }
    Some((alone.schema, first))
}

/// No struct holds more.
const MOST_TYPES: usize = 1000;

#[derive(Default)]
struct Alone {
    schema: Schema,
    ids: FxHashMap<ExternalId, DefinitionId>,
    externals: FxHashMap<DefinitionId, ExternalId>,
}

impl Alone {
    fn name(&mut self, external: ExternalId, place: Span) -> DefinitionId {
        let schema = &mut self.schema;
        let id = *self.ids.entry(external).or_insert_with(|| {
            schema.add(Definition {
                name: external.0.to_string(),
                span: place,
                docs: String::new(),
                own: false,
                kind: declared::record(false),
            })
        });
        self.externals.insert(id, external);
        id
    }
}

/// The types that a type holds.
fn held(kind: &DefinitionKind) -> Vec<DefinitionId> {
    let types: Vec<&Type> = match kind {
        DefinitionKind::Alias(alias) => vec![&alias.ty],
        DefinitionKind::Record(record) => record.fields.iter().map(|field| &field.ty).collect(),
        _ => Vec::new(),
    };
    let named = types.into_iter().filter_map(|ty| {
        let mut ty = ty;
        while let Type::Array(array) = ty {
            ty = &array.element;
        }
        match ty {
            Type::Named(id) => Some(*id),
            _ => None,
        }
    });
    named.collect()
}
