//! What an expression can be worth, and how it becomes the value of a constant.

use super::Integer;
use super::integer::{fits, width, wrap};
use crate::diagnostics::{Code, Diagnostic};
use crate::lower::Lowering;
use crate::schema::{ConstantValue, Guid, Primitive, Type};
use crate::source::Span;

/// What an expression is worth.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::lower) enum Value {
    Integer(Integer),
    Float(Float),
    String(String),
    WideString(String),
    Guid(Guid),
}

/// A floating-point number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::lower) struct Float {
    pub(in crate::lower) value: f64,
    /// Whether C has it as a `float`.
    pub(in crate::lower) single: bool,
}

impl Lowering<'_> {
    /// The value as a constant of type `ty` holds it.
    pub(in crate::lower) fn constant_of_type(
        &mut self,
        value: Value,
        ty: &Type,
        span: Span,
    ) -> Option<ConstantValue> {
        let primitive = match self.schema.resolve(ty) {
            Type::Primitive(primitive) => Some(*primitive),
            _ => None,
        };
        Some(match (value, primitive) {
            (Value::Integer(integer), Some(Primitive::F32 | Primitive::F64)) => {
                ConstantValue::Float(integer.value() as f64)
            }
            (Value::Integer(integer), Some(primitive)) => match width(primitive) {
                Some((bits, unsigned)) => {
                    ConstantValue::Integer(self.fit(integer.value(), bits, unsigned, span))
                }
                None => ConstantValue::Integer(integer.value()),
            },
            // A pointer or a struct's enumeration: the number itself.
            (Value::Integer(integer), None) => ConstantValue::Integer(integer.value()),
            (Value::Float(float), Some(primitive)) if width(primitive).is_some() => {
                self.report(
                    Diagnostic::at(
                        Code::NotConstant,
                        span,
                        format!("a `{}` does not hold a fraction", primitive.midl_name()),
                    )
                    .label(format!("this is {}", float.value)),
                );
                return None;
            }
            (Value::Float(float), _) => ConstantValue::Float(float.value),
            (Value::String(text), _) => ConstantValue::String(text),
            (Value::WideString(text), _) => ConstantValue::WideString(text),
            (Value::Guid(guid), _) => ConstantValue::Guid(guid),
        })
    }

    /// The value in a type of `bits` bits; told where bits are lost.
    pub(in crate::lower) fn fit(
        &mut self,
        value: i128,
        bits: u32,
        unsigned: bool,
        span: Span,
    ) -> i128 {
        let wrapped = wrap(value, bits, unsigned);
        if !fits(value, bits) {
            self.report(
                Diagnostic::at(
                    Code::ConstantDoesNotFit,
                    span,
                    format!("{value} does not fit into {bits} bits"),
                )
                .label(format!("becomes {wrapped}")),
            );
        }
        wrapped
    }
}
