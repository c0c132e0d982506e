//! Structs, unions and enumerations.

use super::super::symbol::word;
use super::super::token::{Token, TokenKind};
use super::super::tree::{
    EnumSpecifier, Enumerator, Expression, FieldItem, Ident, RecordSpecifier, Switch,
};
use super::items::starts_item;
use super::{Parse, Parser, Reported};
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
        let fields = match self.is(TokenKind::LeftBrace) {
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

    fn fields(&mut self, has_cases: bool) -> Parse<Vec<FieldItem>> {
        let open = self.bump();
        let mut fields = Vec::new();
        while !self.is(TokenKind::RightBrace) && !self.is(TokenKind::Eof) {
            let next = self.peek();
            if starts_item(next) && !may_start_field(next) {
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
                Err(Reported) => {
                    if self.at == start {
                        self.bump();
                    }
                    self.recover(starts_field);
                }
            }
        }
        self.expect_close(open, TokenKind::RightBrace)?;
        Ok(fields)
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
        let values = match self.is(TokenKind::LeftBrace) {
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

    fn enumerators(&mut self) -> Parse<Vec<Enumerator>> {
        let open = self.bump();
        let mut values = Vec::new();
        while !self.is(TokenKind::RightBrace) && !self.is(TokenKind::Eof) {
            let Ok(value) = self.enumerator() else {
                self.skip_behind_brace();
                return Ok(values);
            };
            values.push(value);
            if !self.take(TokenKind::Comma) {
                break;
            }
        }
        if !self.is(TokenKind::RightBrace) && !self.is(TokenKind::Eof) {
            self.expected("`,` or `}` behind the enumerator");
            self.skip_behind_brace();
            return Ok(values);
        }
        self.expect_close(open, TokenKind::RightBrace)?;
        Ok(values)
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
