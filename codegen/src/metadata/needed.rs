//! Which definitions the metadata holds.

use std::collections::HashSet;

use crate::schema::{DefinitionId, DefinitionKind, Param, Pointee, Schema, Type, WellKnown};

use super::{Faithfulness, types};

/// What metadata holds: the input's own definitions and everything they need, in the schema's order, without what
/// metadata has no word for.
pub fn definitions(schema: &Schema, flavour: Faithfulness) -> Vec<DefinitionId> {
    let mut walk = Walk {
        schema,
        flavour,
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
        walk.seen.contains(id)
            && !is_named_only(schema, *id, flavour)
            && is_written(schema, *id, flavour)
    };
    schema.iter().map(|(id, _)| id).filter(written).collect()
}

/// Whether a definition is one of those that Windows' metadata already has, so that only its name is written. (`IID` and
/// the like are `GUID` there; what is published has them as typedefs.)
pub fn is_named_only(schema: &Schema, id: DefinitionId, flavour: Faithfulness) -> bool {
    let definition = &schema[id];
    let by_its_own_name = matches!(
        definition.name.as_str(),
        "IUnknown" | "HRESULT" | "GUID" | "BSTR" | "BOOL"
    );
    let known = matches!(
        schema.well_known_definition(definition),
        Some(
            WellKnown::IUnknown
                | WellKnown::HResult
                | WellKnown::Guid
                | WellKnown::Bstr
                | WellKnown::Bool
        )
    );
    known && (by_its_own_name || flavour == Faithfulness::ForRaw)
}

fn is_written(schema: &Schema, id: DefinitionId, flavour: Faithfulness) -> bool {
    if flavour == Faithfulness::Published {
        return true;
    }
    match &schema[id].kind {
        DefinitionKind::Alias(alias) => types::function(alias).is_some(),
        DefinitionKind::Coclass(coclass) => coclass.clsid.is_some(),
        // A function without a DLL has nothing to be linked with. windows-bindgen cannot link by ordinal, and makes no functions
        // that take any number of arguments.
        DefinitionKind::Function(function) => {
            let by_ordinal = function.entry.as_ref().is_some_and(|e| e.starts_with('#'));
            function.dll.is_some() && !by_ordinal && !function.variadic
        }
        _ => true,
    }
}

struct Walk<'a> {
    schema: &'a Schema,
    flavour: Faithfulness,
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
        if is_named_only(self.schema, id, self.flavour) {
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
            DefinitionKind::Dispinterface(dispinterface) => {
                let dispatch = self.schema.find("IDispatch");
                dispatch.into_iter().for_each(|id| self.definition(id));
                if self.flavour == Faithfulness::Published {
                    let interface = dispinterface.interface.into_iter();
                    interface.for_each(|id| self.definition(id));
                    for method in &dispinterface.methods {
                        self.signature(&method.params, &method.returns);
                    }
                }
            }
            DefinitionKind::Record(record) => {
                for field in &record.fields {
                    self.ty(&field.ty);
                    self.pointee(&field.pointee);
                }
                if let (Some(ty), Faithfulness::Published) = (&record.switch.ty, self.flavour) {
                    self.ty(ty);
                }
            }
            DefinitionKind::Alias(_)
                if self.flavour == Faithfulness::ForRaw
                    && types::is_handle(self.schema, definition) => {}
            DefinitionKind::Alias(alias) => {
                self.ty(&alias.ty);
                self.pointee(&alias.pointee);
            }
            DefinitionKind::Constant(constant) => self.ty(&constant.ty),
            DefinitionKind::Function(function) => {
                self.signature(&function.params, &function.returns);
            }
            DefinitionKind::Coclass(coclass) => {
                if self.flavour == Faithfulness::Published {
                    let members = coclass.interfaces.iter();
                    members.for_each(|member| self.definition(member.interface));
                }
            }
            DefinitionKind::Enum(_) => {}
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
            Type::SafeArray(element) => {
                let safe_array = self.schema.find("SAFEARRAY");
                safe_array.into_iter().for_each(|id| self.definition(id));
                if let (Some(element), Faithfulness::Published) = (element, self.flavour) {
                    self.ty(element);
                }
            }
        }
    }
}
