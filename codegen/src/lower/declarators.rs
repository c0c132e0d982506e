//! Declarators: from the type in front to the type of the name.

use super::Lowering;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{ArrayType, CallingConvention, FunctionType, Type};
use crate::syntax::tree::{Declarator, Expression, FunctionShape, Ident, Shape};

impl Lowering<'_> {
    /// The type of what a declarator declares.
    pub(super) fn declared_type(
        &mut self,
        base: Type,
        is_const: bool,
        declarator: &Declarator,
    ) -> Type {
        self.shaped(base, is_const, &declarator.shape)
    }

    /// Builds a type from the base outwards; a shape is written from the name inwards.
    pub(super) fn shaped(&mut self, base: Type, is_const: bool, shape: &[Shape]) -> Type {
        let mut ty = base;
        let mut is_const = is_const;
        let mut steps = shape.iter().rev().peekable();
        while let Some(step) = steps.next() {
            match step {
                Shape::Pointer { is_const: own } => {
                    ty = Type::pointer_to(ty, is_const);
                    is_const = *own;
                }
                Shape::Array(len) => {
                    let len = len.as_ref().and_then(|len| self.array_len(len));
                    ty = Type::Array(Box::new(ArrayType {
                        element: ty,
                        is_const,
                        len,
                    }));
                }
                Shape::Function(function) => {
                    ty = self.function_type(ty, function);
                    // The schema's function type is the pointer to it.
                    if let Some(Shape::Pointer { is_const: own }) = steps.peek() {
                        is_const = *own;
                        steps.next();
                    }
                }
            }
        }
        ty
    }

    fn function_type(&mut self, returns: Type, function: &FunctionShape) -> Type {
        let params = self.params(&function.params);
        Type::Function(Box::new(FunctionType {
            returns,
            params,
            convention: self.convention(function.convention.as_ref()),
        }))
    }

    fn array_len(&mut self, len: &Expression) -> Option<u64> {
        let value = self.integer(len)?;
        u64::try_from(value)
            .inspect_err(|_| {
                self.report(Diagnostic::at(
                    Code::BadArrayLength,
                    len.span,
                    format!("an array cannot have {value} elements"),
                ));
            })
            .ok()
    }

    /// The calling convention of that name.
    pub(super) fn convention(&self, name: Option<&Ident>) -> CallingConvention {
        match name.map(|name| name.text.trim_start_matches('_')) {
            Some("cdecl") => CallingConvention::C,
            Some("fastcall") => CallingConvention::Fast,
            _ => CallingConvention::System,
        }
    }
}
