//! What a type is, once its aliases are followed.

use super::{
    Definition, DefinitionId, DefinitionKind, Interface, PointerType, Primitive, Record, Schema,
    Target, Type, WellKnown,
};

impl Schema {
    /// Follows aliases until something else comes: the type as the ABI sees it. A cycle of aliases, which only
    /// broken input has, ends as `void`.
    pub fn resolve<'a>(&'a self, ty: &'a Type) -> &'a Type {
        let mut ty = ty;
        for _ in 0..64 {
            match ty {
                Type::Named(id) => match &self[*id].kind {
                    DefinitionKind::Alias(alias) => ty = &alias.ty,
                    _ => return ty,
                },
                _ => return ty,
            }
        }
        &Type::Void
    }

    /// The first well-known type on the way through the aliases: `SCODE` is a `LONG`, and `IID` is a `GUID`,
    /// but `HRESULT` stays `HRESULT`.
    pub fn well_known(&self, ty: &Type) -> Option<WellKnown> {
        let mut ty = ty;
        for _ in 0..64 {
            let Type::Named(id) = ty else { return None };
            let definition = &self[*id];
            if let Some(known) = self.well_known_definition(definition) {
                return Some(known);
            }
            match &definition.kind {
                DefinitionKind::Alias(alias) => ty = &alias.ty,
                _ => return None,
            }
        }
        None
    }

    /// The well-known type that a definition is: it has the name, and the shape that goes with it.
    pub fn well_known_definition(&self, definition: &Definition) -> Option<WellKnown> {
        let known = WellKnown::by_name(&definition.name)?;
        let underlying = match &definition.kind {
            DefinitionKind::Alias(alias) => Some(self.resolve(&alias.ty)),
            _ => None,
        };
        let fits = match known {
            WellKnown::IUnknown => matches!(definition.kind, DefinitionKind::Interface(_)),
            WellKnown::Guid => match underlying {
                Some(ty) => matches!(ty, Type::Named(_)),
                None => matches!(definition.kind, DefinitionKind::Record(_)),
            },
            WellKnown::HResult | WellKnown::Bool => {
                underlying == Some(&Type::Primitive(Primitive::I32))
            }
            WellKnown::VariantBool => underlying == Some(&Type::Primitive(Primitive::I16)),
            WellKnown::Variant => self.find(&definition.name).is_some_and(|id| {
                let ty = Type::Named(id);
                Target::ALL
                    .into_iter()
                    .all(|target| self.lies_as_variant(&ty, target))
            }),
            WellKnown::Bstr | WellKnown::Handle => {
                matches!(underlying, Some(Type::Pointer(_)))
            }
        };
        fits.then_some(known)
    }

    /// Whether a type is a record that takes what a `VARIANT` takes: eight bytes, and a value of eight bytes or two pointers.
    fn lies_as_variant(&self, ty: &Type, target: Target) -> bool {
        let size = 8 + (2 * target.pointer_size()).max(8);
        let layout = self
            .as_record(ty)
            .and_then(|_| self.layout(ty, target).ok());
        layout.is_some_and(|layout| (layout.size, layout.align) == (size, 8))
    }

    /// The pointer that a type is, through aliases.
    pub fn as_pointer<'a>(&'a self, ty: &'a Type) -> Option<&'a PointerType> {
        match self.resolve(ty) {
            Type::Pointer(pointer) => Some(pointer),
            _ => None,
        }
    }

    /// The interface that a type is (not a pointer to one), through aliases.
    pub fn as_interface(&self, ty: &Type) -> Option<(DefinitionId, &Interface)> {
        match self.resolve(ty) {
            Type::Named(id) => match &self[*id].kind {
                DefinitionKind::Interface(interface) => Some((*id, interface)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The struct or union that a type is, through aliases.
    pub fn as_record(&self, ty: &Type) -> Option<(DefinitionId, &Record)> {
        match self.resolve(ty) {
            Type::Named(id) => match &self[*id].kind {
                DefinitionKind::Record(record) => Some((*id, record)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The interface that is extended, its base, and so on up to the root; `IUnknown` last, where it is COM.
    pub fn bases(&self, id: DefinitionId) -> impl Iterator<Item = DefinitionId> {
        let base = |id: &DefinitionId| match &self[*id].kind {
            DefinitionKind::Interface(interface) => interface.base,
            _ => None,
        };
        // Lowering refuses cycles; the limit keeps a hand-made schema from looping.
        std::iter::successors(base(&id), base).take(64)
    }
}
