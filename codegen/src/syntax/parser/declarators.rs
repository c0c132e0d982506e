//! Declarators: a name and the pointers, arrays and parameters around it.

use super::super::symbol::word;
use super::super::token::TokenKind;
use super::super::tree::{
    Declarator, Expression, ExpressionKind, FunctionShape, Ident, Param, Shape, TypeKind,
    TypeSpecifier,
};
use super::types::{is_convention, is_idle};
use super::{Growing, Parse, Parser, whole};
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::BinaryOperator;
use crate::source::Span;

/// More steps to one name are none that a person wrote.
const MOST_SHAPES: usize = 64;

/// Whether a declarator needs a name.
#[derive(Clone, Copy, PartialEq)]
enum Name {
    Needed,
    Optional,
}

impl Parser<'_> {
    pub(super) fn declarator(&mut self) -> Parse<Declarator> {
        self.nested(|parser| parser.declarator_here(Name::Needed))
    }

    pub(super) fn declarator_or_none(&mut self) -> Parse<Declarator> {
        self.nested(|parser| parser.declarator_here(Name::Optional))
    }

    fn declarator_here(&mut self, needed: Name) -> Parse<Declarator> {
        let start = self.peek();
        let mut convention = None;
        let mut pointers = Growing::new();
        loop {
            let token = self.peek();
            match token.kind {
                TokenKind::Star => {
                    self.bump();
                    pointers.push(false);
                }
                TokenKind::Ident if token.symbol == word::CONST => {
                    self.bump();
                    if let Some(is_const) = pointers.last_mut() {
                        *is_const = true;
                    }
                }
                TokenKind::Ident if is_idle(token.symbol) => {
                    self.bump();
                }
                // How C code links a function is nothing to a vtable.
                TokenKind::Ident
                    if token.symbol == word::DECLSPEC
                        && self.peek_at(1).kind == TokenKind::LeftParen =>
                {
                    self.bump();
                    let open = self.bump();
                    self.ident("a word of `__declspec`")?;
                    self.expect_close(open, TokenKind::RightParen)?;
                }
                // `cdecl` alone is a name.
                TokenKind::Ident if is_convention(token.symbol) && self.goes_on_behind_word() => {
                    self.bump();
                    convention = Some(self.ident_of(token));
                }
                _ => break,
            }
        }
        let mut name = None;
        let mut shape = Growing::new();
        if self.is(TokenKind::Ident) {
            let token = self.bump();
            name = Some(self.ident_of(token));
        } else if self.is(TokenKind::LeftParen) && self.opens_declarator(needed) {
            let open = self.bump();
            let inner = self.inner_declarator(needed, &mut convention)?;
            self.expect_close(open, TokenKind::RightParen)?;
            name = inner.name;
            shape = inner.shape.into();
        }
        if name.is_none() && needed == Name::Needed && !self.is(TokenKind::Colon) {
            return Err(self.expected("a name"));
        }
        self.suffixes(&mut shape, convention, needed)?;
        shape.extend(
            pointers
                .into_iter()
                .rev()
                .map(|is_const| Shape::Pointer { is_const }),
        );
        if shape.len() > MOST_SHAPES {
            let message = format!("more than {MOST_SHAPES} pointers and arrays around one name");
            let diagnostic = Diagnostic::at(Code::NestedTooDeep, self.span_from(start), message);
            return Err(self.report(diagnostic));
        }
        let bits = match self.is(TokenKind::Colon) && needed == Name::Needed {
            true => {
                self.bump();
                Some(Box::new(self.expression()?))
            }
            false => None,
        };
        let span = match self.previous().span {
            // Nothing was read.
            previous if previous.end <= start.span.start && previous.file == start.span.file => {
                start.span.before()
            }
            _ => self.span_from(start),
        };
        Ok(Declarator {
            name,
            shape: whole(&mut shape),
            bits,
            span,
        })
    }

    /// The declarator in the parentheses of `(CC *name)(…)`; the convention belongs to the parameters behind.
    fn inner_declarator(
        &mut self,
        needed: Name,
        convention: &mut Option<Ident>,
    ) -> Parse<Declarator> {
        let token = self.peek();
        if token.kind == TokenKind::Ident && is_convention(token.symbol) {
            self.bump();
            *convention = Some(self.ident_of(token));
        }
        self.nested(|parser| parser.declarator_here(needed))
    }

    /// Whether the next word is none that is declared: a name follows, or `*`, or `(*`.
    fn goes_on_behind_word(&self) -> bool {
        match self.peek_at(1).kind {
            TokenKind::Ident | TokenKind::Star => true,
            TokenKind::LeftParen => self.peek_at(2).kind == TokenKind::Star,
            _ => false,
        }
    }

    /// Whether `(` starts a declarator in parentheses and not parameters.
    fn opens_declarator(&self, needed: Name) -> bool {
        let next = self.peek_at(1);
        match next.kind {
            TokenKind::Star | TokenKind::LeftParen => true,
            TokenKind::Ident => needed == Name::Needed || is_convention(next.symbol),
            _ => false,
        }
    }

    fn suffixes(
        &mut self,
        shape: &mut Growing<Shape>,
        mut convention: Option<Ident>,
        needed: Name,
    ) -> Parse<()> {
        loop {
            match self.kind() {
                TokenKind::LeftBracket
                    if shape.is_empty() && needed == Name::Needed && self.starts_direction() =>
                {
                    self.missing("(", "expected `(` before the parameters");
                    let mut function = self.params()?;
                    function.convention = convention.take();
                    shape.push(Shape::Function(function));
                }
                // Attributes of what follows are no length.
                TokenKind::LeftBracket if self.peek().starts_line || self.starts_direction() => {
                    return Ok(());
                }
                TokenKind::LeftBracket => {
                    let length = self.array_length()?;
                    shape.push(Shape::Array(length));
                }
                TokenKind::LeftParen => {
                    let mut function = self.params()?;
                    function.convention = convention.take();
                    shape.push(Shape::Function(function));
                }
                _ => return Ok(()),
            }
        }
    }

    /// Whether `[in` or `[out` stands here: the attributes of a parameter, and no length.
    fn starts_direction(&self) -> bool {
        let word = self.peek_at(1);
        (word.is_word(word::IN) || word.is_word(word::OUT))
            && matches!(
                self.peek_at(2).kind,
                TokenKind::Comma | TokenKind::RightBracket
            )
    }

    fn array_length(&mut self) -> Parse<Option<Expression>> {
        let open = self.bump();
        if self.take(TokenKind::RightBracket) {
            return Ok(None);
        }
        if self.is(TokenKind::Star) && self.peek_at(1).kind == TokenKind::RightBracket {
            self.bump();
            self.bump();
            return Ok(None);
        }
        let first = self.expression()?;
        let length = if self.take(TokenKind::DotDot) {
            let last = self.expression()?;
            length_of_range(first, last)
        } else {
            first
        };
        self.expect_close(open, TokenKind::RightBracket)?;
        Ok(Some(length))
    }

    fn params(&mut self) -> Parse<FunctionShape> {
        let open = self.peek();
        self.take(TokenKind::LeftParen);
        let mut function = FunctionShape {
            params: Vec::new(),
            convention: None,
            variadic: false,
        };
        let mut params = Growing::new();
        if self.take(TokenKind::RightParen) {
            return Ok(function);
        }
        if self.is_word(word::VOID) && self.peek_at(1).kind == TokenKind::RightParen {
            self.bump();
            self.bump();
            return Ok(function);
        }
        loop {
            if self.take(TokenKind::Ellipsis) {
                function.variadic = true;
                break;
            }
            if self.is(TokenKind::RightParen) && !params.is_empty() {
                return Err(self.expected("a parameter behind the comma"));
            }
            params.push(self.param()?);
            if self.is(TokenKind::LeftBracket) {
                self.missing(",", "expected `,` between two parameters");
            } else if !self.take(TokenKind::Comma) {
                break;
            }
        }
        self.expect_close(open, TokenKind::RightParen)?;
        function.params = whole(&mut params);
        Ok(function)
    }

    fn param(&mut self) -> Parse<Param> {
        let attributes = self.attribute_lists()?;
        self.respell_type();
        self.uses_unknown_macro()?;
        let ty = self.type_specifier()?;
        let declarator = self.declarator_or_none()?;
        Ok(Param {
            attributes,
            ty,
            declarator,
        })
    }

    /// The name alone, for enumerators and the discriminant of a union.
    pub(super) fn plain_name(&mut self, ty: &TypeSpecifier) -> Parse<Ident> {
        match (&ty.kind, self.kind()) {
            (TypeKind::Name(only), TokenKind::RightParen) => {
                let message = format!("`{}` is a type or a name, not both", only.text);
                let diagnostic = Diagnostic::at(Code::UnexpectedToken, only.span, message)
                    .help("write the type of the discriminant, then its name");
                Err(self.report(diagnostic))
            }
            _ => self.ident("the name of the discriminant"),
        }
    }
}

/// `[lo..hi]` counts as its length, `hi - lo + 1`.
fn length_of_range(low: Expression, high: Expression) -> Expression {
    let span: Span = low.span.to(high.span);
    let of = |kind| Expression { kind, span };
    let one = of(ExpressionKind::Integer {
        value: 1,
        unsigned: false,
        wide: false,
    });
    let difference = of(ExpressionKind::Binary(
        BinaryOperator::Subtract,
        Box::new(high),
        Box::new(low),
    ));
    of(ExpressionKind::Binary(
        BinaryOperator::Add,
        Box::new(difference),
        Box::new(one),
    ))
}
