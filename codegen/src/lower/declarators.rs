//! Declarators: from the type in front to the type of the name.

use super::Lowering;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{ArrayType, CallingConvention, FunctionType, Type};
use crate::source::Span;
use crate::syntax::tree::{Declarator, Expression, FunctionShape, Shape};

/// What MIDL allows.
const MOST_ELEMENTS: u64 = i32::MAX as u64;

impl Lowering<'_> {
    /// The type of what a declarator declares.
    pub(super) fn declared_type(
        &mut self,
        base: Type,
        is_const: bool,
        declarator: &Declarator,
    ) -> Type {
        let ty = self.shaped(base, is_const, &declarator.shape);
        self.check_elements(&ty, declarator.span);
        ty
    }

    /// Builds a type from the base outwards; a shape is written from the name inwards.
    pub(super) fn shaped(&mut self, base: Type, is_const: bool, shape: &[Shape]) -> Type {
        let mut is_function = self.is_function(&base, &[]);
        let mut ty = base;
        let mut is_const = is_const;
        for step in shape.iter().rev() {
            match step {
                // The schema's function type is the pointer to it.
                Shape::Pointer { is_const: own } if is_function => {
                    is_function = false;
                    is_const = *own;
                }
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
                    is_function = true;
                }
            }
        }
        ty
    }

    /// Whether a declarator of that shape, behind that type, declares a function itself and no pointer to one.
    pub(super) fn is_function(&self, base: &Type, shape: &[Shape]) -> bool {
        match (shape.first(), base) {
            (Some(nearest), _) => matches!(nearest, Shape::Function(_)),
            (None, Type::Named(id)) => self.names.functions.contains(id),
            (None, _) => false,
        }
    }

    fn function_type(&mut self, returns: Type, function: &FunctionShape) -> Type {
        let params = self.params(&function.params);
        Type::Function(Box::new(FunctionType {
            returns,
            params,
            variadic: function.variadic,
            convention: convention(function, self.scope.convention),
        }))
    }

    fn array_len(&mut self, len: &Expression) -> Option<u64> {
        let value = self.integer(len)?;
        let elements = u64::try_from(value)
            .ok()
            .filter(|len| *len <= MOST_ELEMENTS);
        if elements.is_none() {
            self.report(Diagnostic::at(
                Code::BadArrayLength,
                len.span,
                format!("an array cannot have {value} elements"),
            ));
        }
        elements
    }

    /// An array of arrays has as many elements as all of them together.
    fn check_elements(&mut self, array: &Type, span: Span) {
        let mut elements = 1_u64;
        let mut ty = array;
        while let Type::Array(array) = ty {
            elements = elements.saturating_mul(array.len.unwrap_or(1));
            ty = &array.element;
        }
        if elements > MOST_ELEMENTS {
            let message = format!("an array cannot have {elements} elements");
            self.report(Diagnostic::at(Code::BadArrayLength, span, message));
        }
    }
}

/// The calling convention of a function that has `default` where it names none.
pub(super) fn convention(
    function: &FunctionShape,
    default: CallingConvention,
) -> CallingConvention {
    let name = function.convention.as_ref();
    let convention = match name.map(|name| name.text.trim_start_matches('_')) {
        None => default,
        Some("cdecl" | "WINAPIV" | "STDMETHODVCALLTYPE") => CallingConvention::C,
        Some("fastcall") => CallingConvention::Fast,
        Some(_) => CallingConvention::System,
    };
    convention.for_function(function.variadic)
}
