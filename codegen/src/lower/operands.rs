//! Expressions over the other parameters or fields: the arguments of `size_is` and its like.

use super::Lowering;
use super::constants::Value;
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::schema::{BinaryOperator, Expression, Type, UnaryOperator};
use crate::source::Span;
use crate::syntax::tree::{self, ExpressionKind};

/// A parameter or field as the `size_is` of a neighbour sees it.
#[derive(Clone, Debug)]
pub(super) struct Operand {
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) ty: Type,
}

impl Operand {
    pub(super) fn new(name: &str, span: Span, ty: &Type) -> Self {
        Self {
            name: name.to_owned(),
            span,
            ty: ty.clone(),
        }
    }
}

impl Lowering<'_> {
    /// The expression, or `None` where it cannot be understood, which is reported.
    pub(super) fn operand_expression(
        &mut self,
        expression: &tree::Expression,
        attribute: &str,
        operands: &[Operand],
    ) -> Option<Expression> {
        if let Some(operand) = self.cast_to_type(expression, operands) {
            return self.operand_expression(&operand, attribute, operands);
        }
        let mut inner = |expression: &tree::Expression| {
            self.operand_expression(expression, attribute, operands)
                .map(Box::new)
        };
        match &expression.kind {
            ExpressionKind::Name(name) => self.named_operand(name, expression, attribute, operands),
            ExpressionKind::Unary(operator, operand) => match operator {
                tree::UnaryOperator::Plus => self.operand_expression(operand, attribute, operands),
                tree::UnaryOperator::Negate => {
                    Some(Expression::Unary(UnaryOperator::Negate, inner(operand)?))
                }
                tree::UnaryOperator::Complement => Some(Expression::Unary(
                    UnaryOperator::Complement,
                    inner(operand)?,
                )),
                tree::UnaryOperator::Not => {
                    Some(Expression::Unary(UnaryOperator::Not, inner(operand)?))
                }
                tree::UnaryOperator::Dereference => match inner(operand).map(|boxed| *boxed)? {
                    Expression::Operand(at) => Some(Expression::Dereference(at)),
                    _ => self.unsupported(expression, attribute),
                },
                tree::UnaryOperator::AddressOf => self.unsupported(expression, attribute),
            },
            ExpressionKind::Binary(operator, left, right) => {
                let left = inner(left)?;
                let right = inner(right)?;
                Some(Expression::Binary(*operator, left, right))
            }
            ExpressionKind::Conditional(condition, yes, no) => {
                let condition = inner(condition)?;
                let yes = inner(yes)?;
                let no = inner(no)?;
                Some(Expression::Conditional(condition, yes, no))
            }
            // Sizes are counted in whole numbers that fit; the cast is for C compilers.
            ExpressionKind::Cast(_, operand) => {
                self.operand_expression(operand, attribute, operands)
            }
            ExpressionKind::Member(..) | ExpressionKind::Call(..) => {
                self.unsupported(expression, attribute)
            }
            _ => self.integer(expression).map(Expression::Constant),
        }
    }

    /// What is cast to a type where it reads as an operation: `(ULONG)*count` is no product, which only here is known, since `ULONG`
    /// is a type.
    fn cast_to_type(
        &self,
        expression: &tree::Expression,
        operands: &[Operand],
    ) -> Option<tree::Expression> {
        let ExpressionKind::Binary(operator, left, right) = &expression.kind else {
            return None;
        };
        let ExpressionKind::Name(name) = &left.kind else {
            return None;
        };
        let operator = match operator {
            BinaryOperator::Multiply => tree::UnaryOperator::Dereference,
            BinaryOperator::Subtract => tree::UnaryOperator::Negate,
            BinaryOperator::Add => tree::UnaryOperator::Plus,
            _ => return None,
        };
        let is_value = operands.iter().any(|operand| operand.name == *name)
            || self.constants.contains_key(name);
        let is_type = || self.names.ordinary.contains_key(name) || self.is_external(name);
        (!is_value && is_type()).then(|| tree::Expression {
            kind: ExpressionKind::Unary(operator, right.clone()),
            span: right.span,
        })
    }

    fn named_operand(
        &mut self,
        name: &str,
        expression: &tree::Expression,
        attribute: &str,
        operands: &[Operand],
    ) -> Option<Expression> {
        if let Some(at) = operands.iter().position(|operand| operand.name == name) {
            return Some(Expression::Operand(at));
        }
        if let Some(known) = self.constants.get(name)
            && let Value::Integer(integer) = &known.value
        {
            return Some(Expression::Constant(integer.value()));
        }
        // Of two of one name, which is reported, one most likely has this name.
        let is_twice = |operand: &Operand| {
            let same = operands.iter().filter(|other| other.name == operand.name);
            !operand.name.is_empty() && same.count() > 1
        };
        if operands.iter().any(is_twice) {
            return None;
        }
        let diagnostic = Diagnostic::at(
            Code::UnknownOperand,
            expression.span,
            format!("`{attribute}` names `{name}`, which is nothing beside it"),
        )
        .label("no parameter, field or constant: the size counts as unknown");
        let near = nearest(name, operands.iter().map(|operand| operand.name.as_str()));
        self.report(match near {
            Some(near) => diagnostic.help(format!("a similar name is `{near}`")),
            None => diagnostic,
        });
        None
    }

    fn unsupported(
        &mut self,
        expression: &tree::Expression,
        attribute: &str,
    ) -> Option<Expression> {
        self.report(
            Diagnostic::at(
                Code::UnsupportedSize,
                expression.span,
                format!("`{attribute}` is computed in a way that cannot be carried over"),
            )
            .label("taken as unknown")
            .help("compute it of parameters, fields and constants, without members and calls"),
        );
        None
    }
}
