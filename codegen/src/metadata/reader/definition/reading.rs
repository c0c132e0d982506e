//! A definition on its way from metadata to the schema, and the types that it names.

use crate::lower::ExternalId;
use crate::metadata::reader::category::Category;
use crate::metadata::reader::file::Winmd;
use crate::metadata::reader::library::{Library, Row};
use crate::metadata::reader::signature::Signed;
use crate::schema::{ArrayType, DefinitionId, Type};
use crate::source::Span;

pub(super) struct Reading<'a, 'b> {
    pub(super) library: &'a Library<'a>,
    pub(super) file: &'a Winmd<'a>,
    /// The number of the file in the library.
    pub(super) at: usize,
    pub(super) place: Span,
    pub(super) types: &'b mut dyn FnMut(ExternalId) -> DefinitionId,
    /// Names of types that no file defines.
    pub(super) missing: Vec<String>,
}

impl Reading<'_, '_> {
    /// The type that a coded row means; one that no file defines is missed.
    pub(super) fn resolve(&mut self, coded: usize) -> Option<Row> {
        let found = self.library.resolve(self.at, coded);
        if found.is_none() {
            let name = self.library.full_name(self.at, coded);
            if !name.is_empty() {
                self.missing.push(name);
            }
        }
        found
    }

    /// Whether a value is of a type of the Windows Runtime that is neither a struct nor an enumeration: what has it can be
    /// pointed to. (What metadata of the user's lacks is said.)
    pub(super) fn is_of_runtime(&self, ty: &Signed) -> bool {
        match ty {
            Signed::Named(coded) => {
                self.library.is_windows(self.at) && self.library.resolve(self.at, *coded).is_none()
            }
            Signed::Array(element, _) => self.is_of_runtime(element),
            _ => false,
        }
    }

    /// A type as it is used. What the file does not define is `void`: it can be pointed to.
    pub(super) fn ty(&mut self, signed: &Signed) -> Type {
        match signed {
            Signed::Void => Type::Void,
            Signed::Primitive(primitive) => Type::Primitive(*primitive),
            Signed::Pointer(target, is_const) => Type::pointer_to(self.ty(target), *is_const),
            Signed::Array(element, len) => Type::Array(Box::new(ArrayType {
                element: self.ty(element),
                is_const: false,
                len: Some(*len),
            })),
            Signed::Named(coded) => {
                let Some(found) = self.resolve(*coded) else {
                    return Type::Void;
                };
                let ty = Type::Named((self.types)(found.id()));
                match self.library.category(found) {
                    // An interface is used through a pointer, which metadata leaves out.
                    Some(Category::Interface) => Type::pointer_to(ty, false),
                    _ => ty,
                }
            }
        }
    }
}
