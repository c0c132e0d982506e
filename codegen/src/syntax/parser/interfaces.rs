//! Interfaces, dispinterfaces and coclasses.

use super::super::symbol::word;
use super::super::token::{Token, TokenKind};
use super::super::tree::{
    Coclass, CoclassMember, Dispinterface, DispinterfaceBody, Ident, Interface, Item, ItemKind,
};
use super::items::starts_item;
use super::{Parse, Parser};
use crate::diagnostics::{Code, Diagnostic};

impl Parser<'_> {
    pub(super) fn interface(&mut self) -> Parse<ItemKind> {
        // `interface IFoo *make();` declares a function.
        if !matches!(
            self.peek_at(2).kind,
            TokenKind::Semicolon | TokenKind::Colon | TokenKind::LeftBrace
        ) && self.peek_at(1).kind == TokenKind::Ident
            && matches!(self.peek_at(2).kind, TokenKind::Star | TokenKind::Ident)
            && !self.peek_at(2).starts_line
            && self.peek_at(3).kind != TokenKind::LeftBrace
        {
            let declaration = self.declaration("the declaration")?;
            return Ok(ItemKind::Declaration(declaration));
        }
        self.bump();
        let name = self.ident("the name of the interface")?;
        let base = match self.take(TokenKind::Colon) || self.missing_colon() {
            true => Some(self.base()?),
            false => None,
        };
        let next = self.peek();
        let is_defined = base.is_some() && next.starts_line && next.kind != TokenKind::Eof;
        if self.is(TokenKind::LeftBrace) || is_defined {
            let open = next;
            if let Some((outer, outer_name)) = self.interface.take() {
                self.inside_interface(outer, &outer_name, &name);
            }
            self.interface = Some((open, name.clone()));
            let items = self.body();
            self.interface = None;
            let items = Some(items?);
            return Ok(ItemKind::Interface(Interface { name, base, items }));
        }
        if base.is_some() {
            return Err(self.expected("`{`"));
        }
        self.expect_semicolon("the declaration of the interface")?;
        Ok(ItemKind::Interface(Interface {
            name,
            base,
            items: None,
        }))
    }

    /// An interface is defined in the body of another, which most likely lacks its `}`.
    fn inside_interface(&mut self, open: Token, outer: &Ident, inner: &Ident) {
        let message = format!("`{}` is defined inside `{}`", inner.text, outer.text);
        let diagnostic = Diagnostic::at(Code::Unclosed, inner.span, message)
            .also(
                open.span,
                format!("the body of `{}` starts here", outer.text),
            )
            .help(format!(
                "close the body of `{}` with `}}` first",
                outer.text
            ));
        self.report(diagnostic);
        // The missing `}` is told once.
        self.incomplete = true;
    }

    /// Whether a base stands here, without a colon before it.
    fn missing_colon(&mut self) -> bool {
        let is_missing = self.is(TokenKind::Ident) && self.peek_at(1).kind == TokenKind::LeftBrace;
        if is_missing {
            let message = format!("expected `:` before the base {}", self.show(self.peek()));
            self.missing(":", message);
        }
        is_missing
    }

    fn base(&mut self) -> Parse<Ident> {
        let base = self.ident("the interface that it extends")?;
        if self.is(TokenKind::Comma) {
            let message = "an interface extends one interface only";
            let span = self.peek().span;
            let help = "COM has no multiple inheritance: let objects implement both interfaces";
            return Err(
                self.report(Diagnostic::at(Code::UnexpectedToken, span, message).help(help))
            );
        }
        Ok(base)
    }

    pub(super) fn dispinterface(&mut self) -> Parse<ItemKind> {
        self.bump();
        let name = self.ident("the name of the dispinterface")?;
        if !self.is(TokenKind::LeftBrace) {
            self.expect_semicolon("the declaration of the dispinterface")?;
            return Ok(ItemKind::Dispinterface(Dispinterface { name, body: None }));
        }
        let open = self.bump();
        let body = if self.is_word(word::INTERFACE) {
            self.bump();
            let interface = self.ident("the name of an interface")?;
            self.expect_semicolon("the interface")?;
            DispinterfaceBody::Interface(interface)
        } else {
            let properties = self.section(word::PROPERTIES)?;
            let methods = self.section(word::METHODS)?;
            DispinterfaceBody::Members {
                properties,
                methods,
            }
        };
        if !self.is(TokenKind::RightBrace) && !self.is(TokenKind::Eof) {
            let token = self.peek();
            let message = format!(
                "expected `properties:` or `methods:`, found {}",
                self.show(token)
            );
            let diagnostic = Diagnostic::at(Code::UnexpectedToken, token.span, message)
                .also(name.span, "in this dispinterface")
                .help("write `properties:` and then `methods:`, or `interface NAME;`");
            self.report(diagnostic);
            self.skip_behind_brace();
        } else {
            self.expect_close(open, TokenKind::RightBrace)?;
        }
        self.take(TokenKind::Semicolon);
        let body = Some(body);
        Ok(ItemKind::Dispinterface(Dispinterface { name, body }))
    }

    /// `properties:` or `methods:` and what follows it, if it stands here.
    fn section(&mut self, name: super::super::symbol::Symbol) -> Parse<Vec<Item>> {
        let mut items = Vec::new();
        if !self.is_word(name) || self.peek_at(1).kind != TokenKind::Colon {
            return Ok(items);
        }
        self.bump();
        self.bump();
        loop {
            let next = self.peek();
            match next.kind {
                TokenKind::RightBrace | TokenKind::Eof => return Ok(items),
                TokenKind::Ident if self.peek_at(1).kind == TokenKind::Colon => return Ok(items),
                TokenKind::Semicolon => {
                    self.bump();
                }
                _ => {
                    let start = self.at;
                    match self.member() {
                        Ok(item) => items.push(item),
                        Err(_) => self.recover(start, starts_item),
                    }
                }
            }
        }
    }

    fn member(&mut self) -> Parse<Item> {
        let first = self.peek();
        let attributes = self.attribute_lists()?;
        let start = self.peek();
        let declaration = self.declaration("the member")?;
        Ok(Item {
            docs: self.docs(first),
            attributes,
            span: self.span_from(start),
            kind: ItemKind::Declaration(declaration),
        })
    }

    pub(super) fn coclass(&mut self) -> Parse<ItemKind> {
        self.bump();
        let name = self.ident("the name of the coclass")?;
        if !self.is(TokenKind::LeftBrace) {
            self.expect_semicolon("the declaration of the coclass")?;
            let members = None;
            return Ok(ItemKind::Coclass(Coclass { name, members }));
        }
        let open = self.bump();
        let mut members = Vec::new();
        while !self.is(TokenKind::RightBrace) && !self.is(TokenKind::Eof) {
            if self.take(TokenKind::Semicolon) {
                continue;
            }
            let start = self.at;
            match self.coclass_member(open) {
                Ok(member) => members.push(member),
                Err(reported) if self.starts_body() => return Err(reported),
                Err(_) => self.recover(start, starts_item),
            }
        }
        self.expect_close(open, TokenKind::RightBrace)?;
        self.take(TokenKind::Semicolon);
        let members = Some(members);
        Ok(ItemKind::Coclass(Coclass { name, members }))
    }

    /// Whether a keyword comes that cannot stand in a coclass.
    fn starts_body(&self) -> bool {
        [word::COCLASS, word::LIBRARY, word::MODULE, word::TYPEDEF]
            .iter()
            .any(|word| self.is_word(*word))
    }

    fn coclass_member(&mut self, open: Token) -> Parse<CoclassMember> {
        let attributes = self.attribute_lists()?;
        if self.starts_body() {
            let next = self.peek();
            let label = format!("{} cannot stand inside it", self.show(next));
            let diagnostic = Diagnostic::at(Code::Unclosed, open.span, "this `{` is never closed")
                .also(next.span, label)
                .help("close it with `}`");
            return Err(self.report(diagnostic));
        }
        if !self.take_word(word::INTERFACE) && !self.take_word(word::DISPINTERFACE) {
            let next = self.peek();
            let message = format!(
                "expected `interface` or `dispinterface`, found {}",
                self.show(next)
            );
            let diagnostic = Diagnostic::at(Code::UnexpectedToken, next.span, message);
            let diagnostic = match next.kind {
                TokenKind::Ident if !next.symbol.begins_definition() => {
                    diagnostic.help(format!("write `interface {}`", self.text(next)))
                }
                _ => diagnostic,
            };
            return Err(self.report(diagnostic));
        }
        let name = self.ident("the name of an interface")?;
        self.expect_semicolon("the interface")?;
        Ok(CoclassMember { attributes, name })
    }
}
