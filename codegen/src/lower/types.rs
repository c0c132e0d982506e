//! Type specifiers: the part of a declaration before its declarators.

use super::Lowering;
use super::declared;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{DefinitionKind, Primitive, Type};
use crate::syntax::tree::{Attribute, Basic, Ident, TypeKind, TypeName, TypeSpecifier};
use smol_str::SmolStr;

/// What a type that is defined on the spot gets from the declaration around it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Surroundings<'a> {
    /// Its name, if it has no tag.
    pub(super) untagged: Option<&'a str>,
    /// Its doc comment.
    pub(super) docs: &'a str,
    /// Attributes in front of the declaration that are about the type as well.
    pub(super) attributes: &'a [Attribute],
}

impl Lowering<'_> {
    /// The type that a specifier names; what it defines on the spot is defined.
    pub(super) fn type_specifier(&mut self, ty: &TypeSpecifier, around: Surroundings<'_>) -> Type {
        match &ty.kind {
            TypeKind::Basic(basic) => basic_type(*basic),
            TypeKind::Name(name) => self.type_of_name(name),
            TypeKind::Interface(name) => self.elaborated_interface(name),
            TypeKind::Record(record) => self.record(record, ty.span, around),
            TypeKind::Enum(specifier) => self.enumeration(specifier, ty.span, around),
            TypeKind::Pipe(element) => self.pipe(element, ty.span, around),
            TypeKind::SafeArray(Some(element)) => {
                let element = self.type_name(element);
                self.bring_in("SAFEARRAY", ty.span);
                Type::SafeArray(Some(Box::new(element)))
            }
            // Without an element it is the struct that OLE Automation's own file defines.
            TypeKind::SafeArray(None) => self.type_of_name(&Ident {
                text: "SAFEARRAY".into(),
                span: ty.span,
            }),
            TypeKind::Error => self.unknown_type(&Ident {
                text: SmolStr::default(),
                span: ty.span,
            }),
        }
    }

    /// The type in a cast, `sizeof` or `SAFEARRAY`.
    pub(super) fn type_name(&mut self, name: &TypeName) -> Type {
        let base = self.type_specifier(&name.ty, Surroundings::default());
        self.declared_type(base, name.ty.is_const, &name.declarator)
    }

    /// `interface I` as a type, which also declares it.
    fn elaborated_interface(&mut self, name: &Ident) -> Type {
        if !self.names.ordinary.contains_key(&name.text) {
            self.declare_ordinary(name, declared::interface());
        }
        let ty = self.type_of_name(name);
        let is_interface = match self.schema.resolve(&ty) {
            Type::Named(id) => {
                matches!(
                    self.schema[*id].kind,
                    DefinitionKind::Interface(_) | DefinitionKind::Dispinterface(_)
                )
            }
            _ => false,
        };
        if !is_interface && !self.is_unknown(&ty) {
            self.report(Diagnostic::at(
                Code::WrongKind,
                name.span,
                format!("`{}` is not an interface", name.text),
            ));
        }
        ty
    }
}

fn basic_type(basic: Basic) -> Type {
    Type::Primitive(match basic {
        Basic::Void => return Type::Void,
        Basic::Boolean => Primitive::Boolean,
        Basic::Byte | Basic::UnsignedChar | Basic::UnsignedSmall => Primitive::U8,
        Basic::Char => Primitive::Char,
        Basic::SignedChar | Basic::Small => Primitive::I8,
        Basic::WideChar => Primitive::WideChar,
        Basic::Short => Primitive::I16,
        Basic::UnsignedShort => Primitive::U16,
        Basic::Int | Basic::Long => Primitive::I32,
        Basic::UnsignedInt | Basic::UnsignedLong => Primitive::U32,
        Basic::Hyper => Primitive::I64,
        Basic::UnsignedHyper => Primitive::U64,
        Basic::Int3264 => Primitive::ISize,
        Basic::UnsignedInt3264 => Primitive::USize,
        Basic::Float => Primitive::F32,
        Basic::Double => Primitive::F64,
        Basic::HandleT => Primitive::BindingHandle,
        Basic::ErrorStatusT => Primitive::ErrorStatus,
    })
}
