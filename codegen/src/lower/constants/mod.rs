//! Constants: what an expression is worth, with C's rules for integers.

mod evaluate;
mod integer;
mod quoted;
mod value;

pub(super) use integer::{Integer, bit_count};
pub(super) use quoted::parse as parse_quoted;
pub(super) use value::{Float, Value};

use super::Lowering;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::DefinitionId;
use crate::source::Span;
use crate::syntax::tree::Expression;

/// A constant or enumerator that expressions can name.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// What it is worth.
    pub(super) value: Value,
    /// Where it is defined.
    pub(super) span: Span,
    /// Where quoted C defines it, which MIDL does not read: its definition, which a constant of the IDL replaces.
    pub(super) quoted: Option<DefinitionId>,
}

impl Lowering<'_> {
    /// The value of an expression that has to be an integer. What is wrong with it is reported.
    pub(super) fn integer(&mut self, expression: &Expression) -> Option<i128> {
        match self.constant(expression)? {
            Value::Integer(integer) => Some(integer.value()),
            _ => {
                self.report(Diagnostic::at(
                    Code::NotConstant,
                    expression.span,
                    "an integer is needed here",
                ));
                None
            }
        }
    }

    /// The value of an expression. What is wrong with it is reported.
    pub(super) fn constant(&mut self, expression: &Expression) -> Option<Value> {
        match evaluate::evaluate(self, expression) {
            Ok(value) => Some(value),
            Err(problem) => {
                if let Some(diagnostic) = problem {
                    self.report(*diagnostic);
                }
                None
            }
        }
    }

    /// The value of an expression from a quoted macro, where not being a constant is no mistake.
    pub(super) fn constant_if_any(&mut self, expression: &Expression) -> Option<Value> {
        let quiet = std::mem::replace(&mut self.quiet, true);
        let value = evaluate::evaluate(self, expression).ok();
        self.quiet = quiet;
        value
    }
}
