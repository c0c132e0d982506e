//! Structs, unions and enumerations.

use super::super::symbol::word;
use super::super::token::{Token, TokenKind};
use super::super::tree::{
    EnumSpecifier, Enumerator, Expression, FieldItem, Ident, RecordSpecifier, Switch,
};
use super::items::starts_item;
use super::{Growing, Parse, Parser, Reported, whole};
use crate::diagnostics::{Code, Diagnostic};

impl Parser<'_> {
    /// `struct …` or `union …`
    pub(super) fn record(&mut self) -> Parse<RecordSpecifier> {
        let keyword = self.bump();
        let attributes = self.attribute_lists()?;
        let is_union = keyword.symbol == word::UNION;
        let tag = self.tag();
        let switch = match is_union && self.is_word(word::SWITCH) {
            true => Some(Box::new(self.switch()?)),
            false => None,
        };
        let fields = match self.is(TokenKind::LeftBrace) || self.missing_brace(tag.is_some()) {
            true => Some(self.fields(switch.is_some())?),
            false => None,
        };
        if fields.is_none() && (tag.is_none() || switch.is_some()) {
            return Err(self.expected(match tag {
                Some(_) => "`{`",
                None => "a name or `{`",
            }));
        }
        Ok(RecordSpecifier {
            attributes,
            is_union,
            tag,
            switch,
            fields,
        })
    }

    fn tag(&mut self) -> Option<Ident> {
        let token = self.peek();
        let is_tag = token.kind == TokenKind::Ident && token.symbol != word::SWITCH;
        is_tag.then(|| {
            self.bump();
            self.ident_of(token)
        })
    }

    /// `switch (T name) member`
    fn switch(&mut self) -> Parse<Switch> {
        self.bump();
        let open = self.expect(TokenKind::LeftParen)?;
        let ty = self.type_specifier()?;
        let name = self.plain_name(&ty)?;
        self.expect_close(open, TokenKind::RightParen)?;
        let member = match self.is(TokenKind::Ident) {
            true => Some(self.ident("a name")?),
            false => None,
        };
        Ok(Switch { ty, name, member })
    }

    /// Whether fields start here, in a line of their own, without a `{` before them.
    fn missing_brace(&self, has_tag: bool) -> bool {
        let is_type = matches!(self.peek_at(1).kind, TokenKind::Ident | TokenKind::Star);
        has_tag
            && self.peek().starts_line
            && (self.is(TokenKind::LeftBracket) || self.is(TokenKind::Ident) && is_type)
    }

    fn fields(&mut self, has_cases: bool) -> Parse<Vec<FieldItem>> {
        let open = self.open_brace()?;
        let mut fields = Growing::new();
        let mistakes = self.mistakes;
        while !self.is(TokenKind::RightBrace) && !self.is(TokenKind::Eof) {
            if self.is_unclosed_name() {
                let name = self.peek();
                let message = format!("expected `}}`, found {}", self.show(name));
                let diagnostic = Diagnostic::at(Code::Unclosed, name.span, message)
                    .also(open.span, "to close this `{`");
                self.report(diagnostic);
                return Ok(whole(&mut fields));
            }
            let next = self.peek();
            if self.starts_interface() || starts_item(next) && !may_start_field(next) {
                if self.mistakes > mistakes {
                    return Err(Reported);
                }
                let text = self.text(next).to_owned();
                let diagnostic =
                    Diagnostic::at(Code::Unclosed, open.span, "this `{` is never closed")
                        .also(next.span, format!("`{text}` cannot stand inside it"))
                        .help("close it with `}`");
                return Err(self.report(diagnostic));
            }
            let start = self.at;
            let field = self.nested(|parser| parser.field(has_cases));
            match field {
                Ok(field) => fields.push(field),
                Err(Reported) => self.recover(start, starts_field),
            }
        }
        self.expect_close(open, TokenKind::RightBrace)?;
        Ok(whole(&mut fields))
    }

    /// Whether `NAME;` or `NAME, *PNAME;` stands here and no further field behind it: most likely the names of a type whose `}` is
    /// missing.
    fn is_unclosed_name(&self) -> bool {
        if !self.is(TokenKind::Ident)
            || !matches!(
                self.peek_at(1).kind,
                TokenKind::Semicolon | TokenKind::Comma
            )
        {
            return false;
        }
        let rest = self.tokens.get(self.at..).unwrap_or_default();
        let is_name = |token: &&Token| {
            matches!(
                token.kind,
                TokenKind::Ident | TokenKind::Comma | TokenKind::Star
            )
        };
        let length = rest.iter().take_while(is_name).count();
        let behind = self.peek_at(length + 1);
        self.peek_at(length).kind == TokenKind::Semicolon
            && (behind.kind == TokenKind::Eof
                || behind.kind == TokenKind::LeftBracket && self.defines_interface_at(length + 1)
                || starts_item(behind) && !may_start_field(behind))
    }

    /// Whether an interface is defined here, with its attributes or without.
    fn starts_interface(&self) -> bool {
        match self.kind() {
            TokenKind::Ident => {
                self.peek().starts_line && self.is_word(word::INTERFACE) && self.defines_interface()
            }
            TokenKind::LeftBracket => self.defines_interface_at(0),
            _ => false,
        }
    }

    /// Whether attributes start a line so many tokens ahead, and behind them an interface.
    fn defines_interface_at(&self, ahead: usize) -> bool {
        let rest = self.tokens.get(self.at + ahead..).unwrap_or_default();
        let is_inside = |token: &&Token| {
            !matches!(
                token.kind,
                TokenKind::Semicolon | TokenKind::LeftBrace | TokenKind::RightBrace
            )
        };
        self.peek_at(ahead).starts_line
            && rest
                .iter()
                .take_while(is_inside)
                .any(|token| token.is_word(word::INTERFACE) && token.starts_line)
    }

    fn field(&mut self, has_cases: bool) -> Parse<FieldItem> {
        let first = self.peek();
        let cases = match has_cases {
            true => Some(self.cases()?),
            false => None,
        };
        let start = self.peek();
        let attributes = self.attribute_lists()?;
        let declaration = if self.take(TokenKind::Semicolon) {
            None
        } else if has_cases && self.is(TokenKind::RightBrace) {
            // `default: }` declares an empty arm, too.
            None
        } else {
            Some(self.declaration("the field")?)
        };
        let docs = match self.docs(first) {
            docs if docs.is_empty() => self.docs(start),
            docs => docs,
        };
        Ok(FieldItem {
            docs,
            attributes,
            cases,
            declaration,
        })
    }

    /// `case 1: case 2:` or `default:`
    fn cases(&mut self) -> Parse<Vec<Expression>> {
        let mut cases = Vec::new();
        if !self.is_word(word::CASE) && !self.is_word(word::DEFAULT) {
            let next = self.peek();
            let message = format!("expected `case` or `default`, found {}", self.show(next));
            let diagnostic = Diagnostic::at(Code::UnexpectedToken, next.span, message)
                .help("each arm of a union with `switch` starts with `case VALUE:` or `default:`");
            return Err(self.report(diagnostic));
        }
        loop {
            if self.take_word(word::CASE) {
                cases.push(self.expression()?);
            } else if !self.take_word(word::DEFAULT) {
                return Ok(cases);
            }
            self.expect(TokenKind::Colon)?;
        }
    }

    /// `enum …`
    pub(super) fn enumeration(&mut self) -> Parse<EnumSpecifier> {
        self.bump();
        let attributes = self.attribute_lists()?;
        let tag = self.tag();
        let values = match self.is(TokenKind::LeftBrace) || tag.is_some() && self.starts_values() {
            true => Some(self.enumerators()?),
            false => None,
        };
        if values.is_none() && tag.is_none() {
            return Err(self.expected("a name or `{`"));
        }
        Ok(EnumSpecifier {
            attributes,
            tag,
            values,
        })
    }

    /// Whether enumerators start here, in a line of their own, without a `{` before them.
    fn starts_values(&self) -> bool {
        let rest = self.tokens.get(self.at..).unwrap_or_default();
        let end = rest
            .iter()
            .find(|token| matches!(token.kind, TokenKind::Semicolon | TokenKind::RightBrace));
        self.is(TokenKind::Ident)
            && self.peek().starts_line
            && matches!(self.peek_at(1).kind, TokenKind::Equal | TokenKind::Comma)
            && end.is_some_and(|token| token.kind == TokenKind::RightBrace)
    }

    fn enumerators(&mut self) -> Parse<Vec<Enumerator>> {
        let open = self.open_brace()?;
        let mut values = Growing::new();
        while !self.is(TokenKind::RightBrace) && !self.is(TokenKind::Eof) {
            let Ok(value) = self.enumerator() else {
                self.skip_behind_brace();
                return Ok(whole(&mut values));
            };
            values.push(value);
            if !self.take(TokenKind::Comma) {
                break;
            }
        }
        if !self.is(TokenKind::RightBrace) && !self.is(TokenKind::Eof) {
            self.expected("`,` or `}` behind the enumerator");
            self.skip_behind_brace();
            return Ok(whole(&mut values));
        }
        self.expect_close(open, TokenKind::RightBrace)?;
        Ok(whole(&mut values))
    }

    fn enumerator(&mut self) -> Parse<Enumerator> {
        let first = self.peek();
        let attributes = self.attribute_lists()?;
        let name = self.ident("the name of an enumerator")?;
        let value = match self.take(TokenKind::Equal) {
            true => Some(self.expression()?),
            false => None,
        };
        Ok(Enumerator {
            docs: self.docs(first),
            attributes,
            name,
            value,
        })
    }
}

/// Whether a token that starts items may start a field, too.
fn may_start_field(token: Token) -> bool {
    token.kind == TokenKind::LeftBracket
        || matches!(
            token.symbol,
            word::CONST | word::INTERFACE | word::DISPINTERFACE
        )
}

/// Whether a line that starts with this token starts a field, whatever came before.
fn starts_field(token: Token) -> bool {
    starts_item(token)
        || token.starts_line
            && token.kind == TokenKind::Ident
            && matches!(token.symbol, word::CASE | word::DEFAULT)
}
