//! Which definitions the metadata holds.

use std::collections::HashSet;

use crate::schema::{DefinitionId, DefinitionKind, Param, Pointee, Schema, Type, WellKnown};

use super::{Faithfulness, types};

/// What metadata holds: the input's own definitions and everything they need, in the schema's order, without what
/// metadata has no word for.
pub fn definitions(schema: &Schema, flavour: Faithfulness) -> Vec<DefinitionId> {
    let mut walk = Walk {
        schema,
        seen: HashSet::new(),
        waiting: Vec::new(),
    };
    for (id, _) in schema.own() {
        walk.definition(id);
    }
    while let Some(id) = walk.waiting.pop() {
        walk.parts(id);
    }
    let written = |id: &DefinitionId| {
        walk.seen.contains(id) && !named_only(schema, *id) && is_written(schema, *id, flavour)
    };
    schema.iter().map(|(id, _)| id).filter(written).collect()
}

/// Whether a definition is one of those that Windows' metadata already has.
fn named_only(schema: &Schema, id: DefinitionId) -> bool {
    matches!(
        schema.well_known_definition(&schema[id]),
        Some(
            WellKnown::IUnknown
                | WellKnown::HResult
                | WellKnown::Guid
                | WellKnown::Bstr
                | WellKnown::Bool
        )
    )
}

fn is_written(schema: &Schema, id: DefinitionId, flavour: Faithfulness) -> bool {
    let definition = &schema[id];
    match &definition.kind {
        DefinitionKind::Alias(alias) => {
            types::function(alias).is_some()
                || flavour == Faithfulness::Published && types::is_handle(schema, definition)
        }
        DefinitionKind::Coclass(coclass) => coclass.clsid.is_some(),
        // A function without a DLL has nothing to be linked with, and windows-bindgen cannot link by ordinal.
        DefinitionKind::Function(function) => {
            let by_ordinal = function.entry.as_ref().is_some_and(|e| e.starts_with('#'));
            function.dll.is_some() && !(by_ordinal && flavour == Faithfulness::ForRaw)
        }
        _ => true,
    }
}

struct Walk<'a> {
    schema: &'a Schema,
    seen: HashSet<DefinitionId>,
    waiting: Vec<DefinitionId>,
}

impl Walk<'_> {
    fn definition(&mut self, id: DefinitionId) {
        if self.seen.insert(id) {
            self.waiting.push(id);
        }
    }

    fn parts(&mut self, id: DefinitionId) {
        if named_only(self.schema, id) {
            return;
        }
        let definition = &self.schema[id];
        match &definition.kind {
            DefinitionKind::Interface(interface) => {
                interface
                    .base
                    .into_iter()
                    .for_each(|id| self.definition(id));
                for method in &interface.methods {
                    self.signature(&method.params, &method.returns);
                }
            }
            DefinitionKind::Dispinterface(_) => {
                let dispatch = self.schema.find("IDispatch");
                dispatch.into_iter().for_each(|id| self.definition(id));
            }
            DefinitionKind::Record(record) => {
                for field in &record.fields {
                    self.ty(&field.ty);
                    self.pointee(&field.pointee);
                }
            }
            DefinitionKind::Alias(_) if types::is_handle(self.schema, definition) => {}
            DefinitionKind::Alias(alias) => self.ty(&alias.ty),
            DefinitionKind::Constant(constant) => self.ty(&constant.ty),
            DefinitionKind::Function(function) => {
                self.signature(&function.params, &function.returns);
            }
            DefinitionKind::Coclass(_) | DefinitionKind::Enum(_) => {}
        }
    }

    fn signature(&mut self, params: &[Param], returns: &Type) {
        self.ty(returns);
        for param in params {
            self.ty(&param.ty);
            self.pointee(&param.pointee);
        }
    }

    fn pointee(&mut self, pointee: &Pointee) {
        pointee.flags.into_iter().for_each(|id| self.definition(id));
    }

    fn ty(&mut self, ty: &Type) {
        match ty {
            Type::Void | Type::Primitive(_) => {}
            Type::Named(id) => self.definition(*id),
            Type::Pointer(pointer) => self.ty(&pointer.target),
            Type::Array(array) => self.ty(&array.element),
            Type::Function(function) => self.signature(&function.params, &function.returns),
            Type::SafeArray(_) => {
                let safe_array = self.schema.find("SAFEARRAY");
                safe_array.into_iter().for_each(|id| self.definition(id));
            }
        }
    }
}
