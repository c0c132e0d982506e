//! Expressions: in constants, array bounds and attributes.

use super::super::literal::{self, Number};
use super::super::symbol::word;
use super::super::token::{Token, TokenKind};
use super::super::tree::{Expression, ExpressionKind, UnaryOperator};
use super::types::starts_type;
use super::{Parse, Parser};
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::BinaryOperator;

/// More operators in one chain are none that a person wrote, and each makes the tree one level deeper.
const MOST_OPERATORS: usize = 256;

impl Parser<'_> {
    pub(super) fn expression(&mut self) -> Parse<Expression> {
        self.nested(Self::conditional)
    }

    /// An attribute's argument, which may be a type.
    pub(super) fn expression_or_type(&mut self) -> Parse<Expression> {
        let start = self.peek();
        if starts_type(start) || self.is_pointer_type() {
            let ty = self.type_name()?;
            return Ok(Expression {
                kind: ExpressionKind::Type(Box::new(ty)),
                span: self.span_from(start),
            });
        }
        self.expression()
    }

    /// `name *)`: no operand follows the star.
    fn is_pointer_type(&self) -> bool {
        let mut ahead = 1;
        while self.peek_at(ahead).kind == TokenKind::Star {
            ahead += 1;
        }
        self.is(TokenKind::Ident)
            && ahead > 1
            && matches!(
                self.peek_at(ahead).kind,
                TokenKind::RightParen | TokenKind::Comma
            )
    }

    fn conditional(&mut self) -> Parse<Expression> {
        let start = self.peek();
        let condition = self.binary(0)?;
        if !self.take(TokenKind::Question) {
            return Ok(condition);
        }
        let yes = self.expression()?;
        self.expect(TokenKind::Colon)?;
        let no = self.expression()?;
        Ok(Expression {
            kind: ExpressionKind::Conditional(Box::new(condition), Box::new(yes), Box::new(no)),
            span: self.span_from(start),
        })
    }

    fn binary(&mut self, least: u8) -> Parse<Expression> {
        let start = self.peek();
        let mut left = self.nested(Self::unary)?;
        let mut operators = 0;
        while let Some((operator, precedence)) = binary_operator(self.kind())
            && precedence >= least
        {
            self.bump();
            operators += 1;
            if operators > MOST_OPERATORS {
                let message = format!("more than {MOST_OPERATORS} operators in one expression");
                let span = self.previous().span;
                return Err(self.report(Diagnostic::at(Code::NestedTooDeep, span, message)));
            }
            let right = self.binary(precedence + 1)?;
            left = Expression {
                kind: ExpressionKind::Binary(operator, Box::new(left), Box::new(right)),
                span: self.span_from(start),
            };
        }
        Ok(left)
    }

    fn unary(&mut self) -> Parse<Expression> {
        let start = self.peek();
        let operator = match start.kind {
            TokenKind::Minus => UnaryOperator::Negate,
            TokenKind::Plus => UnaryOperator::Plus,
            TokenKind::Tilde => UnaryOperator::Complement,
            TokenKind::Not => UnaryOperator::Not,
            TokenKind::Star => UnaryOperator::Dereference,
            TokenKind::And => UnaryOperator::AddressOf,
            _ => return self.postfix(),
        };
        self.bump();
        let operand = self.nested(Self::unary)?;
        Ok(Expression {
            kind: ExpressionKind::Unary(operator, Box::new(operand)),
            span: self.span_from(start),
        })
    }

    fn postfix(&mut self) -> Parse<Expression> {
        let start = self.peek();
        let mut value = self.primary()?;
        let mut members = 0;
        while self.is(TokenKind::Dot) || self.is(TokenKind::Arrow) {
            self.bump();
            members += 1;
            if members > MOST_OPERATORS {
                return Err(self.expected("an end of the members"));
            }
            let member = self.ident("the name of a member")?;
            value = Expression {
                kind: ExpressionKind::Member(Box::new(value), member),
                span: self.span_from(start),
            };
        }
        Ok(value)
    }

    fn primary(&mut self) -> Parse<Expression> {
        let token = self.peek();
        let kind = match token.kind {
            TokenKind::Number => {
                self.bump();
                self.number(token)?
            }
            TokenKind::Char | TokenKind::WideChar => {
                self.bump();
                self.character(token)?
            }
            TokenKind::String => ExpressionKind::String(self.string("a string")?.text),
            TokenKind::WideString => ExpressionKind::WideString(self.string("a string")?.text),
            TokenKind::Uuid => {
                self.bump();
                ExpressionKind::Uuid(self.text(token).to_owned())
            }
            TokenKind::LeftParen => return self.parentheses(),
            TokenKind::Ident => self.named(token)?,
            _ => return Err(self.expected("a value")),
        };
        Ok(Expression {
            kind,
            span: self.span_from(token),
        })
    }

    fn number(&mut self, token: Token) -> Parse<ExpressionKind> {
        match literal::number(self.text(token)) {
            Ok(Number::Integer {
                value,
                unsigned,
                wide,
            }) => Ok(ExpressionKind::Integer {
                value,
                unsigned,
                wide,
            }),
            Ok(Number::Float { value, single }) => Ok(ExpressionKind::Float { value, single }),
            Err(message) => {
                self.report(Diagnostic::at(Code::BadLiteral, token.span, message));
                Ok(ExpressionKind::Error)
            }
        }
    }

    fn character(&mut self, token: Token) -> Parse<ExpressionKind> {
        let text = literal::unquote(self.text(token));
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(c), None) => Ok(ExpressionKind::Char(c)),
            (first, _) => {
                let message = match first {
                    None => "a character literal holds one character, this one is empty",
                    Some(_) => "a character literal holds one character, this one holds more",
                };
                let diagnostic = Diagnostic::at(Code::BadLiteral, token.span, message);
                let diagnostic = match first {
                    None => diagnostic,
                    Some(_) => diagnostic.help("a string stands in double quotes"),
                };
                self.report(diagnostic);
                Ok(ExpressionKind::Error)
            }
        }
    }

    fn named(&mut self, token: Token) -> Parse<ExpressionKind> {
        self.bump();
        Ok(match token.symbol {
            word::TRUE | word::TRUE_UPPER => ExpressionKind::Bool(true),
            word::FALSE | word::FALSE_UPPER => ExpressionKind::Bool(false),
            word::NULL => ExpressionKind::Null,
            word::SIZEOF => {
                let open = self.expect(TokenKind::LeftParen)?;
                let ty = self.type_name()?;
                self.expect_close(open, TokenKind::RightParen)?;
                ExpressionKind::SizeOf(Box::new(ty))
            }
            _ if self.is(TokenKind::LeftParen) => {
                ExpressionKind::Call(self.ident_of(token), self.call_arguments()?)
            }
            _ => ExpressionKind::Name(self.text(token).into()),
        })
    }

    fn call_arguments(&mut self) -> Parse<Vec<Expression>> {
        let open = self.bump();
        let mut arguments = Vec::new();
        while !self.is(TokenKind::RightParen) {
            arguments.push(self.expression()?);
            if !self.take(TokenKind::Comma) {
                break;
            }
        }
        self.expect_close(open, TokenKind::RightParen)?;
        Ok(arguments)
    }

    fn parentheses(&mut self) -> Parse<Expression> {
        let open = self.peek();
        if self.opens_cast() {
            self.bump();
            let ty = self.type_name()?;
            self.expect_close(open, TokenKind::RightParen)?;
            let operand = self.nested(Self::unary)?;
            return Ok(Expression {
                kind: ExpressionKind::Cast(Box::new(ty), Box::new(operand)),
                span: self.span_from(open),
            });
        }
        self.bump();
        let mut inside = self.expression()?;
        self.expect_close(open, TokenKind::RightParen)?;
        inside.span = self.span_from(open);
        Ok(inside)
    }

    /// Whether `(` starts a cast. Names are not looked up here; `(NAME)` is a cast where an operand follows,
    /// and `(NAME) - 1` is one where the name is an integer type of the SDK. `(NAME *)` always is.
    fn opens_cast(&self) -> bool {
        let first = self.peek_at(1);
        if starts_type(first) {
            return true;
        }
        if first.kind != TokenKind::Ident {
            return false;
        }
        let mut ahead = 2;
        while self.peek_at(ahead).kind == TokenKind::Star {
            ahead += 1;
        }
        if self.peek_at(ahead).kind != TokenKind::RightParen {
            return false;
        }
        match self.peek_at(ahead + 1).kind {
            TokenKind::Number
            | TokenKind::Ident
            | TokenKind::String
            | TokenKind::WideString
            | TokenKind::Char
            | TokenKind::WideChar
            | TokenKind::LeftParen
            | TokenKind::Tilde
            | TokenKind::Not => true,
            TokenKind::Minus | TokenKind::Plus => ahead > 2 || is_integer_name(self.text(first)),
            _ => false,
        }
    }
}

fn is_integer_name(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "HRESULT",
        "SCODE",
        "LONG",
        "ULONG",
        "INT",
        "UINT",
        "DWORD",
        "WORD",
        "BYTE",
        "SHORT",
        "USHORT",
        "LONGLONG",
        "ULONGLONG",
        "INT8",
        "INT16",
        "INT32",
        "INT64",
        "UINT8",
        "UINT16",
        "UINT32",
        "UINT64",
        "DISPID",
        "MEMBERID",
        "LONG_PTR",
        "ULONG_PTR",
        "DWORD_PTR",
        "SIZE_T",
    ];
    NAMES.contains(&name)
}

fn binary_operator(kind: TokenKind) -> Option<(BinaryOperator, u8)> {
    Some(match kind {
        TokenKind::OrOr => (BinaryOperator::LogicalOr, 0),
        TokenKind::AndAnd => (BinaryOperator::LogicalAnd, 1),
        TokenKind::Or => (BinaryOperator::Or, 2),
        TokenKind::Caret => (BinaryOperator::Xor, 3),
        TokenKind::And => (BinaryOperator::And, 4),
        TokenKind::EqualEqual => (BinaryOperator::Equal, 5),
        TokenKind::NotEqual => (BinaryOperator::NotEqual, 5),
        TokenKind::Less => (BinaryOperator::Less, 6),
        TokenKind::LessEqual => (BinaryOperator::LessEqual, 6),
        TokenKind::Greater => (BinaryOperator::Greater, 6),
        TokenKind::GreaterEqual => (BinaryOperator::GreaterEqual, 6),
        TokenKind::ShiftLeft => (BinaryOperator::ShiftLeft, 7),
        TokenKind::ShiftRight => (BinaryOperator::ShiftRight, 7),
        TokenKind::Plus => (BinaryOperator::Add, 8),
        TokenKind::Minus => (BinaryOperator::Subtract, 8),
        TokenKind::Star => (BinaryOperator::Multiply, 9),
        TokenKind::Slash => (BinaryOperator::Divide, 9),
        TokenKind::Percent => (BinaryOperator::Remainder, 9),
        _ => return None,
    })
}
