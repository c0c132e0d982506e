//! The value of the expression behind `#if`.

use super::super::literal::{self, Number};
use super::super::symbol::{Symbols, word};
use super::super::token::{Token, TokenKind};
use crate::machines::Machines;
use crate::source::Span;

/// Deeper parentheses are none that a person wrote.
const DEEPEST: usize = 100;

/// Why a condition has no value, and where.
pub(super) struct Problem {
    pub(super) span: Span,
    pub(super) message: String,
}

/// The value of a condition whose macros are expanded and whose `defined`s are replaced. `end` is the place
/// behind it. The macros that one of `machines` defines count as defined.
pub(super) fn evaluate(
    tokens: &[Token],
    symbols: &Symbols,
    end: Span,
    machines: Machines,
) -> Result<bool, Problem> {
    let mut evaluator = Evaluator {
        tokens,
        at: 0,
        symbols,
        end,
        machines,
        depth: 0,
    };
    let value = evaluator.conditional()?;
    match evaluator.peek() {
        Some(token) => Err(evaluator.problem(format!(
            "`{}` is not expected behind the condition",
            token.text(symbols)
        ))),
        None => Ok(value.bits != 0),
    }
}

#[derive(Clone, Copy)]
struct Value {
    bits: i64,
    unsigned: bool,
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self {
            bits: i64::from(value),
            unsigned: false,
        }
    }
}

struct Evaluator<'a> {
    tokens: &'a [Token],
    at: usize,
    symbols: &'a Symbols,
    end: Span,
    machines: Machines,
    depth: usize,
}

impl Evaluator<'_> {
    fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    fn take(&mut self, kind: TokenKind) -> bool {
        let found = self.peek().is_some_and(|token| token.kind == kind);
        self.at += usize::from(found);
        found
    }

    /// A problem with the next token.
    fn problem(&self, message: impl Into<String>) -> Problem {
        Problem {
            span: self.peek().map_or(self.end, |token| token.span),
            message: message.into(),
        }
    }

    fn conditional(&mut self) -> Result<Value, Problem> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.problem("the condition nests too deep"));
        }
        let condition = self.binary(0)?;
        let value = if self.take(TokenKind::Question) {
            let yes = self.conditional()?;
            if !self.take(TokenKind::Colon) {
                return Err(self.problem("`:` is missing behind `?`"));
            }
            let no = self.conditional()?;
            if condition.bits != 0 { yes } else { no }
        } else {
            condition
        };
        self.depth -= 1;
        Ok(value)
    }

    fn binary(&mut self, least: u8) -> Result<Value, Problem> {
        let mut left = self.unary()?;
        while let Some(operator) = self.peek()
            && let Some(precedence) = precedence(operator.kind)
            && precedence >= least
        {
            self.at += 1;
            let right = self.binary(precedence + 1)?;
            left = apply(operator.kind, left, right).ok_or_else(|| Problem {
                span: operator.span,
                message: "the condition divides by zero".to_owned(),
            })?;
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Value, Problem> {
        let mut operators = Vec::new();
        while let Some(token) = self.peek()
            && matches!(
                token.kind,
                TokenKind::Not | TokenKind::Minus | TokenKind::Plus | TokenKind::Tilde
            )
        {
            operators.push(token.kind);
            self.at += 1;
        }
        let value = self.primary()?;
        let apply = |value: Value, operator| match operator {
            TokenKind::Not => Value::from(value.bits == 0),
            TokenKind::Minus => Value {
                bits: value.bits.wrapping_neg(),
                ..value
            },
            TokenKind::Tilde => Value {
                bits: !value.bits,
                ..value
            },
            _ => value,
        };
        Ok(operators.into_iter().rev().fold(value, apply))
    }

    /// Whether one of the machines defines that.
    fn is_defined(&self, name: Token) -> bool {
        let machines = Machines::that_define(name.text(self.symbols));
        machines.is_some_and(|machines| machines.meets(self.machines))
    }

    fn primary(&mut self) -> Result<Value, Problem> {
        let Some(token) = self.peek() else {
            return Err(self.problem("a value is missing in the condition"));
        };
        let value = match token.kind {
            TokenKind::Number => match literal::number(self.symbols.text(token.symbol)) {
                Ok(Number::Integer {
                    value, unsigned, ..
                }) => Value {
                    bits: value as i64,
                    unsigned: unsigned || i64::try_from(value).is_err(),
                },
                Ok(Number::Float { .. }) => {
                    return Err(self.problem("a condition takes integers only"));
                }
                Err(message) => return Err(self.problem(message)),
            },
            TokenKind::Char | TokenKind::WideChar => {
                let text = literal::unquote(self.symbols.text(token.symbol));
                Value {
                    bits: text.chars().next().map_or(0, |c| i64::from(u32::from(c))),
                    unsigned: false,
                }
            }
            // What is no macro counts as zero.
            TokenKind::Ident => Value::from(token.symbol == word::TRUE || self.is_defined(token)),
            TokenKind::LeftParen => {
                self.at += 1;
                let value = self.conditional()?;
                if !self.take(TokenKind::RightParen) {
                    return Err(self.problem("`)` is missing in the condition"));
                }
                return Ok(value);
            }
            _ => {
                let text = token.text(self.symbols);
                return Err(self.problem(match precedence(token.kind) {
                    Some(_) => format!("a value is missing before `{text}`"),
                    None => format!("`{text}` is no value in a condition"),
                }));
            }
        };
        self.at += 1;
        Ok(value)
    }
}

fn precedence(kind: TokenKind) -> Option<u8> {
    Some(match kind {
        TokenKind::OrOr => 0,
        TokenKind::AndAnd => 1,
        TokenKind::Or => 2,
        TokenKind::Caret => 3,
        TokenKind::And => 4,
        TokenKind::EqualEqual | TokenKind::NotEqual => 5,
        TokenKind::Less | TokenKind::LessEqual | TokenKind::Greater | TokenKind::GreaterEqual => 6,
        TokenKind::ShiftLeft | TokenKind::ShiftRight => 7,
        TokenKind::Plus | TokenKind::Minus => 8,
        TokenKind::Star | TokenKind::Slash | TokenKind::Percent => 9,
        _ => return None,
    })
}

/// The value of an operation; `None` for a division by zero.
fn apply(kind: TokenKind, left: Value, right: Value) -> Option<Value> {
    let unsigned = left.unsigned || right.unsigned;
    let (a, b) = (left.bits, right.bits);
    let (ua, ub) = (a as u64, b as u64);
    let less = if unsigned { ua < ub } else { a < b };
    let number = |bits| Value { bits, unsigned };
    Some(match kind {
        TokenKind::OrOr => Value::from(a != 0 || b != 0),
        TokenKind::AndAnd => Value::from(a != 0 && b != 0),
        TokenKind::EqualEqual => Value::from(a == b),
        TokenKind::NotEqual => Value::from(a != b),
        TokenKind::Less => Value::from(less),
        TokenKind::LessEqual => Value::from(less || a == b),
        TokenKind::Greater => Value::from(!less && a != b),
        TokenKind::GreaterEqual => Value::from(!less),
        TokenKind::Or => number(a | b),
        TokenKind::Caret => number(a ^ b),
        TokenKind::And => number(a & b),
        TokenKind::ShiftLeft => number(a.wrapping_shl(ub as u32)),
        TokenKind::ShiftRight if unsigned => number(ua.wrapping_shr(ub as u32) as i64),
        TokenKind::ShiftRight => number(a.wrapping_shr(ub as u32)),
        TokenKind::Plus => number(a.wrapping_add(b)),
        TokenKind::Minus => number(a.wrapping_sub(b)),
        TokenKind::Star => number(a.wrapping_mul(b)),
        TokenKind::Slash if unsigned => number(ua.checked_div(ub)? as i64),
        TokenKind::Percent if unsigned => number(ua.checked_rem(ub)? as i64),
        TokenKind::Slash if b != 0 => number(a.wrapping_div(b)),
        TokenKind::Percent if b != 0 => number(a.wrapping_rem(b)),
        _ => return None,
    })
}
