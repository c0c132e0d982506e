//! Types of the schema as types of metadata.

use windows_metadata::Type as Winmd;

use crate::schema::{
    Alias, Definition, DefinitionKind, FunctionType, PointerType, Primitive, Schema, Type,
    WellKnown,
};

use super::{Faithfulness, WINDOWS, Writer};

/// Whether a typedef is a handle: a `void *` with a handle's name, `HWND` or `FOO_HANDLE`, not `LPVOID`.
pub(super) fn is_handle(schema: &Schema, definition: &Definition) -> bool {
    let DefinitionKind::Alias(alias) = &definition.kind else {
        return false;
    };
    let name = definition.name.as_str();
    let capitals = !name.contains(char::is_lowercase);
    let named = capitals && (name.starts_with('H') || name.ends_with("HANDLE"));
    named
        && matches!(&alias.ty, Type::Pointer(pointer)
            if !pointer.is_const && *schema.resolve(&pointer.target) == Type::Void)
}

/// The function that an alias names a pointer to.
pub(super) fn function(alias: &Alias) -> Option<&FunctionType> {
    match &alias.ty {
        Type::Function(function) => Some(function),
        _ => None,
    }
}

impl Writer<'_> {
    /// The type of a field or of what a function returns. `string` tells that the characters it points to end
    /// with a zero.
    pub(super) fn ty(&self, ty: &Type, string: bool) -> Winmd {
        match ty {
            Type::Void => Winmd::Void,
            Type::Primitive(primitive) => self::primitive(*primitive),
            Type::Named(id) => self.named(&self.schema[*id], string),
            Type::Pointer(pointer) => self.pointer(pointer, string),
            Type::Array(array) => {
                let len = usize::try_from(array.len.unwrap_or(1)).unwrap_or(usize::MAX);
                Winmd::ArrayFixed(Box::new(self.ty(&array.element, string)), len)
            }
            Type::Function(_) => void_pointer(),
            Type::SafeArray(_) => match self.schema.find("SAFEARRAY") {
                Some(id) => point_to(self.named(&self.schema[id], false), false),
                None => void_pointer(),
            },
        }
    }

    /// The type of a parameter, where an array is a pointer to its first element.
    pub(super) fn param_type(&self, ty: &Type, string: bool) -> Winmd {
        match self.schema.resolve(ty) {
            Type::Array(array) => {
                let pointer = PointerType {
                    target: array.element.clone(),
                    is_const: array.is_const,
                };
                self.pointer(&pointer, string)
            }
            _ => self.ty(ty, string),
        }
    }

    fn named(&self, definition: &Definition, string: bool) -> Winmd {
        let name = self.name(&definition.name);
        let own = |make: fn(&str, &str) -> Winmd| make(self.namespace, &name);
        let windows = |name| Winmd::value_named(WINDOWS, name);
        match self.schema.well_known_definition(definition) {
            Some(WellKnown::IUnknown) => return Winmd::class_named(WINDOWS, "IUnknown"),
            Some(WellKnown::HResult) => return windows("HRESULT"),
            Some(WellKnown::Guid) => return windows("GUID"),
            Some(WellKnown::Bstr) => {
                return match self.flavour {
                    Faithfulness::Published => windows("BSTR"),
                    // windows-core has the type on Windows only.
                    Faithfulness::ForRaw => point_to(Winmd::U16, false),
                };
            }
            Some(WellKnown::Bool) => return windows("BOOL"),
            Some(WellKnown::VariantBool | WellKnown::Variant | WellKnown::Handle) | None => {}
        }
        match &definition.kind {
            DefinitionKind::Interface(_) | DefinitionKind::Dispinterface(_) => {
                own(Winmd::class_named)
            }
            // A pointer to a class is a pointer to an object of unknown interfaces.
            DefinitionKind::Coclass(_) => Winmd::class_named(WINDOWS, "IUnknown"),
            DefinitionKind::Record(_) | DefinitionKind::Enum(_) => own(Winmd::value_named),
            DefinitionKind::Alias(_)
                if self.flavour == Faithfulness::Published
                    && is_handle(self.schema, definition) =>
            {
                own(Winmd::value_named)
            }
            DefinitionKind::Alias(alias) if function(alias).is_some() => own(Winmd::class_named),
            DefinitionKind::Alias(alias) => self.ty(&alias.ty, string || alias.pointee.string),
            DefinitionKind::Constant(_) | DefinitionKind::Function(_) => Winmd::Void,
        }
    }

    fn pointer(&self, pointer: &PointerType, string: bool) -> Winmd {
        let target = self.ty(&pointer.target, string);
        // An interface is a pointer already.
        if self.is_object(&pointer.target) {
            return target;
        }
        let text = |constant, mutable| {
            let name = if pointer.is_const { constant } else { mutable };
            Winmd::value_named(WINDOWS, name)
        };
        match self.schema.resolve(&pointer.target) {
            Type::Primitive(Primitive::WideChar) if string => text("PCWSTR", "PWSTR"),
            Type::Primitive(Primitive::Char) if string => text("PCSTR", "PSTR"),
            _ => point_to(target, pointer.is_const),
        }
    }

    fn is_object(&self, ty: &Type) -> bool {
        match self.schema.resolve(ty) {
            Type::Named(id) => matches!(
                self.schema[*id].kind,
                DefinitionKind::Interface(_)
                    | DefinitionKind::Dispinterface(_)
                    | DefinitionKind::Coclass(_)
            ),
            _ => false,
        }
    }
}

/// A pointer to a type. Metadata tells `const` once for all levels, so that it is kept where all agree.
fn point_to(target: Winmd, is_const: bool) -> Winmd {
    match target {
        Winmd::PtrConst(target, levels) if is_const => Winmd::PtrConst(target, levels + 1),
        Winmd::PtrConst(target, levels) | Winmd::PtrMut(target, levels) => {
            Winmd::PtrMut(target, levels + 1)
        }
        target if is_const => Winmd::PtrConst(Box::new(target), 1),
        target => Winmd::PtrMut(Box::new(target), 1),
    }
}

pub(super) fn void_pointer() -> Winmd {
    Winmd::PtrMut(Box::new(Winmd::Void), 1)
}

pub(super) fn primitive(primitive: Primitive) -> Winmd {
    match primitive {
        Primitive::Boolean | Primitive::U8 => Winmd::U8,
        Primitive::Char | Primitive::I8 => Winmd::I8,
        Primitive::WideChar | Primitive::U16 => Winmd::U16,
        Primitive::I16 => Winmd::I16,
        Primitive::I32 => Winmd::I32,
        Primitive::U32 | Primitive::ErrorStatus => Winmd::U32,
        Primitive::I64 => Winmd::I64,
        Primitive::U64 => Winmd::U64,
        Primitive::ISize => Winmd::ISize,
        Primitive::USize => Winmd::USize,
        Primitive::F32 => Winmd::F32,
        Primitive::F64 => Winmd::F64,
        Primitive::BindingHandle => void_pointer(),
    }
}
