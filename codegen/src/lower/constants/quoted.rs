//! Expressions inside quoted macros: `#define NAME (A | 0x10)`.
//!
//! A quote is C, which the compiler otherwise passes by; only what is simple enough to be a constant is read, and
//! everything else is none.

use crate::schema::BinaryOperator;
use crate::source::Span;
use crate::syntax::tree::{
    Basic, Declarator, Expression, ExpressionKind, Ident, TypeKind, TypeName, TypeSpecifier,
    UnaryOperator,
};

/// The expression that a quoted text is. Every part of it gets the quote's own place.
pub(in crate::lower) fn parse(text: &str, span: Span) -> Option<Expression> {
    let tokens = tokens(text)?;
    let mut reader = Reader {
        tokens: &tokens,
        span,
        depth: 0,
    };
    let expression = reader.binary(0)?;
    reader.tokens.is_empty().then_some(expression)
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Integer {
        value: u64,
        unsigned: bool,
        wide: bool,
    },
    Float {
        value: f64,
        single: bool,
    },
    Name(String),
    Char(char),
    String {
        text: String,
        wide: bool,
    },
    Punctuation(&'static str),
}

/// Longest first, so that `<<` is not read as two `<`.
const PUNCTUATION: &[&str] = &[
    "<<", ">>", "&&", "||", "==", "!=", "<=", ">=", "(", ")", ",", "+", "-", "*", "/", "%", "&",
    "|", "^", "~", "!", "<", ">", "?", ":",
];

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("//") {
            break;
        }
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/")?.1.trim_start();
            continue;
        }
        let (token, length) = if first.is_ascii_digit() || is_fraction(rest) {
            number(rest)?
        } else if let Some(quoted) = rest.strip_prefix("L\"").or(rest.strip_prefix('"')) {
            let (text, length) = literal(quoted, '"')?;
            let wide = first == 'L';
            (Token::String { text, wide }, length + usize::from(wide) + 1)
        } else if let Some(quoted) = rest.strip_prefix("L'").or(rest.strip_prefix('\'')) {
            let (text, length) = literal(quoted, '\'')?;
            (characters(&text)?, length + usize::from(first == 'L') + 1)
        } else if first.is_ascii_alphabetic() || first == '_' {
            let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let length = rest.find(|c| !word(c)).unwrap_or(rest.len());
            (Token::Name(rest[..length].to_owned()), length)
        } else {
            let mark = PUNCTUATION.iter().find(|mark| rest.starts_with(**mark))?;
            (Token::Punctuation(mark), mark.len())
        };
        tokens.push(token);
        rest = rest.get(length..)?.trim_start();
    }
    Some(tokens)
}

fn is_fraction(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next() == Some('.') && chars.next().is_some_and(|c| c.is_ascii_digit())
}

fn number(rest: &str) -> Option<(Token, usize)> {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '_';
    let length = rest.find(|c| !part(c)).unwrap_or(rest.len());
    let lower = rest[..length].to_ascii_lowercase();
    if let Some(token) = integer(&lower) {
        return Some((token, length));
    }
    let value = lower.trim_end_matches(['f', 'l']).parse().ok()?;
    let single = lower.ends_with('f');
    Some((Token::Float { value, single }, length))
}

/// What stands between the quotes of a character: up to four, of which C makes an integer, the first one its highest byte.
fn characters(text: &str) -> Option<Token> {
    let mut characters = text.chars();
    match (characters.next()?, characters.as_str()) {
        (c, "") => Some(Token::Char(c)),
        _ if text.len() > 4 || !text.is_ascii() => None,
        _ => {
            let bytes = text.bytes();
            Some(Token::Integer {
                value: bytes.fold(0, |value, byte| value << 8 | u64::from(byte)),
                unsigned: false,
                wide: false,
            })
        }
    }
}

fn integer(lower: &str) -> Option<Token> {
    let (digits, radix) = match lower.strip_prefix("0x") {
        Some(digits) => (digits, 16),
        None if lower.starts_with('0') => (lower, 8),
        None => (lower, 10),
    };
    let end = digits
        .find(|c: char| !c.is_digit(radix))
        .unwrap_or(digits.len());
    let (digits, suffix) = digits.split_at(end);
    if !["", "u", "l", "ul", "lu", "ll", "ull", "llu", "i64", "ui64"].contains(&suffix) {
        return None;
    }
    Some(Token::Integer {
        value: u64::from_str_radix(digits, radix).ok()?,
        unsigned: suffix.contains('u'),
        wide: suffix.contains("ll") || suffix.contains("64"),
    })
}

/// The text up to the closing quote, and the length of what was read, the closing quote included.
fn literal(quoted: &str, end: char) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            _ if c == end => return Some((text, at + 1)),
            '\\' => text.push(match chars.next()?.1 {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                '0' => '\0',
                same @ ('\\' | '"' | '\'') => same,
                _ => return None,
            }),
            _ => text.push(c),
        }
    }
    None
}

struct Reader<'a> {
    tokens: &'a [Token],
    span: Span,
    depth: usize,
}

/// Far more than anyone writes, and far less than the stack holds.
const DEPTH: usize = 64;

impl Reader<'_> {
    fn next(&mut self) -> Option<Token> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first.clone())
    }

    fn take(&mut self, mark: &str) -> bool {
        match self.tokens.split_first() {
            Some((Token::Punctuation(found), rest)) if *found == mark => {
                self.tokens = rest;
                true
            }
            _ => false,
        }
    }

    fn made(&self, kind: ExpressionKind) -> Expression {
        Expression {
            kind,
            span: self.span,
        }
    }

    /// An expression of operators that bind at least as tightly as `level`.
    fn binary(&mut self, level: usize) -> Option<Expression> {
        self.depth += 1;
        if self.depth > DEPTH {
            return None;
        }
        let mut left = self.unary()?;
        while let Some(Token::Punctuation(mark)) = self.tokens.first() {
            let Some((operator, binding)) = operator(mark) else {
                break;
            };
            if binding < level {
                break;
            }
            self.next()?;
            let right = self.binary(binding + 1)?;
            left = self.made(ExpressionKind::Binary(
                operator,
                Box::new(left),
                Box::new(right),
            ));
        }
        self.depth -= 1;
        Some(left)
    }

    fn unary(&mut self) -> Option<Expression> {
        for (mark, operator) in [
            ("-", UnaryOperator::Negate),
            ("+", UnaryOperator::Plus),
            ("~", UnaryOperator::Complement),
            ("!", UnaryOperator::Not),
        ] {
            if self.take(mark) {
                self.depth += 1;
                if self.depth > DEPTH {
                    return None;
                }
                let operand = Box::new(self.unary()?);
                self.depth -= 1;
                return Some(self.made(ExpressionKind::Unary(operator, operand)));
            }
        }
        if let Some(cast) = self.cast() {
            return cast;
        }
        self.primary()
    }

    /// `(NAME) operand`; the outer `None` where there is no cast.
    fn cast(&mut self) -> Option<Option<Expression>> {
        let [
            Token::Punctuation("("),
            Token::Name(name),
            Token::Punctuation(")"),
            next,
            ..,
        ] = self.tokens
        else {
            return None;
        };
        if let Token::Punctuation(mark) = next
            && *mark != "("
        {
            return None;
        }
        let ty = type_name(name, self.span);
        self.tokens = self.tokens.get(3..)?;
        self.depth += 1;
        if self.depth > DEPTH {
            return Some(None);
        }
        let operand = self.unary();
        self.depth -= 1;
        Some(
            operand.map(|operand| self.made(ExpressionKind::Cast(Box::new(ty), Box::new(operand)))),
        )
    }

    fn primary(&mut self) -> Option<Expression> {
        let kind = match self.next()? {
            Token::Integer {
                value,
                unsigned,
                wide,
            } => ExpressionKind::Integer {
                value,
                unsigned,
                wide,
            },
            Token::Float { value, single } => ExpressionKind::Float { value, single },
            Token::Char(c) => ExpressionKind::Char(c),
            Token::String { text, wide: false } => ExpressionKind::String(text),
            Token::String { text, wide: true } => ExpressionKind::WideString(text),
            Token::Punctuation("(") => {
                let inner = self.binary(0)?;
                return self.take(")").then_some(inner);
            }
            Token::Punctuation(_) => return None,
            Token::Name(name) if self.take("(") => {
                let mut arguments = vec![self.binary(0)?];
                while self.take(",") {
                    arguments.push(self.binary(0)?);
                }
                if !self.take(")") {
                    return None;
                }
                let name = Ident {
                    text: name.into(),
                    span: self.span,
                };
                ExpressionKind::Call(name, arguments)
            }
            Token::Name(name) => ExpressionKind::Name(name.into()),
        };
        Some(self.made(kind))
    }
}

/// C's operators with how tightly they bind.
fn operator(mark: &str) -> Option<(BinaryOperator, usize)> {
    use BinaryOperator::*;
    Some(match mark {
        "||" => (LogicalOr, 1),
        "&&" => (LogicalAnd, 2),
        "|" => (Or, 3),
        "^" => (Xor, 4),
        "&" => (And, 5),
        "==" => (Equal, 6),
        "!=" => (NotEqual, 6),
        "<" => (Less, 7),
        "<=" => (LessEqual, 7),
        ">" => (Greater, 7),
        ">=" => (GreaterEqual, 7),
        "<<" => (ShiftLeft, 8),
        ">>" => (ShiftRight, 8),
        "+" => (Add, 9),
        "-" => (Subtract, 9),
        "*" => (Multiply, 10),
        "/" => (Divide, 10),
        "%" => (Remainder, 10),
        _ => return None,
    })
}

fn type_name(name: &str, span: Span) -> TypeName {
    let kind = match name {
        "int" => TypeKind::Basic(Basic::Int),
        "long" => TypeKind::Basic(Basic::Long),
        "short" => TypeKind::Basic(Basic::Short),
        "unsigned" => TypeKind::Basic(Basic::UnsignedInt),
        "char" => TypeKind::Basic(Basic::Char),
        _ => TypeKind::Name(Ident {
            text: name.into(),
            span,
        }),
    };
    TypeName {
        ty: TypeSpecifier {
            kind,
            is_const: false,
            span,
        },
        declarator: Declarator {
            name: None,
            shape: Vec::new(),
            bits: None,
            span,
        },
    }
}
