//! Attribute lists: `[in, size_is(n)]`.

use super::super::literal;
use super::super::symbol::{Symbol, word};
use super::super::token::{Token, TokenKind};
use super::super::tree::{Attribute, Expression, ExpressionKind};
use super::items::starts_item;
use super::{Growing, Parse, Parser, whole};
use crate::diagnostics::{Code, Diagnostic};

impl Parser<'_> {
    /// All attribute lists that stand here, joined.
    pub(super) fn attribute_lists(&mut self) -> Parse<Vec<Attribute>> {
        let mut attributes = Growing::new();
        while self.is(TokenKind::LeftBracket) {
            self.attribute_list(&mut attributes)?;
        }
        Ok(whole(&mut attributes))
    }

    fn attribute_list(&mut self, attributes: &mut Growing<Attribute>) -> Parse<()> {
        let open = self.bump();
        loop {
            match self.kind() {
                // Empty slots come from macros that stand for nothing.
                TokenKind::Comma => {
                    self.bump();
                }
                TokenKind::RightBracket => {
                    self.bump();
                    return Ok(());
                }
                TokenKind::Ident => {
                    attributes.push(self.attribute()?);
                    if !self.is(TokenKind::Comma) && !self.is(TokenKind::RightBracket) {
                        let reported = self.attribute_end(open);
                        // A `;` for a comma.
                        if !self.take(TokenKind::Semicolon) {
                            return Err(reported);
                        }
                    }
                }
                TokenKind::Eof => {
                    self.expect_close(open, TokenKind::RightBracket)?;
                }
                _ => return Err(self.expected("the name of an attribute")),
            }
        }
    }

    /// What follows an attribute is neither `,` nor `]`.
    fn attribute_end(&mut self, open: Token) -> super::Reported {
        let next = self.peek();
        let attribute = self.previous();
        if next.kind == TokenKind::Eof {
            let _ = self.expect_close(open, TokenKind::RightBracket);
            return super::Reported;
        }
        let message = format!("expected `,` or `]`, found {}", self.show(next));
        let diagnostic = Diagnostic::at(Code::UnexpectedToken, next.span, message)
            .also(open.span, "the attributes start here");
        let diagnostic = if starts_item(next) {
            diagnostic.help("close the attributes with `]`")
        } else if next.kind == TokenKind::Semicolon {
            diagnostic.help("write a comma between two attributes")
        } else if next.kind == TokenKind::Ident {
            let attribute = super::shortened(self.text(attribute));
            diagnostic.help(format!("write a comma behind `{attribute}`"))
        } else {
            diagnostic
        };
        self.report(diagnostic)
    }

    fn attribute(&mut self) -> Parse<Attribute> {
        let start = self.bump();
        let name = self.ident_of(start);
        let mut arguments = None;
        if self.is(TokenKind::LeftParen) {
            let open = self.bump();
            // Most have one.
            let mut list = Vec::with_capacity(1);
            if !self.is(TokenKind::RightParen) {
                loop {
                    let is_empty = self.is(TokenKind::Comma) || self.is(TokenKind::RightParen);
                    list.push(match is_empty {
                        true => None,
                        false => Some(self.argument(start.symbol, list.len())?),
                    });
                    // Behind a GUID that is not closed comes another attribute.
                    let is_whole = matches!(start.symbol, word::UUID | word::ASYNC_UUID);
                    if is_whole || !self.take(TokenKind::Comma) {
                        break;
                    }
                }
            }
            self.expect_close(open, TokenKind::RightParen)?;
            arguments = Some(list);
        }
        Ok(Attribute {
            name,
            arguments,
            span: self.span_from(start),
        })
    }

    fn argument(&mut self, attribute: Symbol, index: usize) -> Parse<Expression> {
        match attribute {
            word::UUID | word::ASYNC_UUID => self.guid(),
            word::CUSTOM if index == 0 => self.guid(),
            word::VERSION => self.version(),
            _ => self.expression_or_type(),
        }
    }

    /// A GUID, quoted or not.
    fn guid(&mut self) -> Parse<Expression> {
        let start = self.peek();
        let mut text = String::new();
        // What is no GUID came as several tokens; all of them are to be underlined.
        loop {
            let token = self.peek();
            match token.kind {
                TokenKind::RightParen | TokenKind::Comma | TokenKind::Eof => break,
                TokenKind::Semicolon | TokenKind::RightBracket | TokenKind::LeftBrace => break,
                // The lexer has said so.
                TokenKind::Invalid(_) => return Err(super::Reported),
                _ => {}
            }
            text.push_str(self.text(token));
            self.bump();
        }
        let span = self.span_from(start);
        let plain = text.trim_matches('"');
        let plain = plain.strip_prefix('{').unwrap_or(plain);
        let plain = plain.strip_suffix('}').unwrap_or(plain);
        if let Some(problem) = guid_problem(plain) {
            let message = match text.is_empty() {
                true => "a GUID is missing here".to_owned(),
                false => format!("`{}` is not a GUID", super::shortened(plain)),
            };
            let span = if text.is_empty() { start.span } else { span };
            let diagnostic = Diagnostic::at(Code::MalformedGuid, span, message)
                .label(problem)
                .help("a GUID is 8-4-4-4-12 hexadecimal digits, such as 00000000-0000-0000-c000-000000000046");
            self.report(diagnostic);
            return Ok(Expression {
                kind: ExpressionKind::Error,
                span,
            });
        }
        Ok(Expression {
            kind: ExpressionKind::Uuid(plain.to_owned()),
            span,
        })
    }

    /// `1.5`, `1`
    fn version(&mut self) -> Parse<Expression> {
        let token = self.peek();
        if token.kind != TokenKind::Number {
            return self.expression();
        }
        self.bump();
        let text = self.text(token);
        let (major, minor) = text.split_once('.').unwrap_or((text, "0"));
        let part = |text: &str| match literal::number(text) {
            // A leading zero means nothing here.
            _ if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().ok(),
            Ok(literal::Number::Integer { value, .. }) => u32::try_from(value).ok(),
            _ => None,
        };
        let (Some(major), Some(minor)) = (part(major), part(minor)) else {
            let message = format!("`{}` is not a version", super::shortened(text));
            let diagnostic = Diagnostic::at(Code::BadLiteral, token.span, message)
                .help("write it as major.minor, such as 1.0");
            return Err(self.report(diagnostic));
        };
        Ok(Expression {
            kind: ExpressionKind::Version(major, minor),
            span: token.span,
        })
    }
}

/// What keeps a text from being a GUID.
fn guid_problem(text: &str) -> Option<String> {
    const LENGTHS: [usize; 5] = [8, 4, 4, 4, 12];
    const ORDINALS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
    if let Some(c) = text.chars().find(|c| !c.is_ascii_hexdigit() && *c != '-') {
        return Some(format!("`{c}` is not a hexadecimal digit"));
    }
    let groups: Vec<&str> = text.split('-').collect();
    if groups.len() != LENGTHS.len() {
        return Some(match text.is_empty() {
            true => String::new(),
            false => format!("it has {} groups of digits, not 5", groups.len()),
        });
    }
    (0..LENGTHS.len())
        .map(|at| (ORDINALS[at], groups[at].len(), LENGTHS[at]))
        .find(|(_, length, right)| length != right)
        .map(|(ordinal, length, right)| {
            format!("the {ordinal} group has {length} digits, not {right}")
        })
}

#[cfg(test)]
mod tests {
    use super::guid_problem;

    #[test]
    fn a_wrong_guid_is_told_why() {
        assert_eq!(guid_problem("00020300-0000-0000-c000-000000000046"), None);
        let problem = |text| guid_problem(text).unwrap_or_default();
        assert_eq!(
            problem("0020300-0000-0000-c000-000000000046"),
            "the first group has 7 digits, not 8"
        );
        assert_eq!(problem("00020300-0000"), "it has 2 groups of digits, not 5");
        assert_eq!(
            problem("0002030g-0000-0000-c000-000000000046"),
            "`g` is not a hexadecimal digit"
        );
    }
}
