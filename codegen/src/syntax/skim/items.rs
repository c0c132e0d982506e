//! Items, passed over without a token being made of them.

use super::parts::{fields, is_tag};
use super::scanner::Scanner;
use crate::syntax::declared::{Mark, Quoted, Role, declaration, quoted};
use crate::syntax::token::TokenKind;

/// What an item says of itself.
#[derive(Debug, Default)]
pub(in crate::syntax) struct Item<'a> {
    /// The names that it gives.
    pub(in crate::syntax) names: Vec<&'a str>,
    /// The UUIDs in front of its body.
    pub(in crate::syntax) ids: Vec<&'a str>,
    /// Whether it is an interface whose braces have been opened.
    pub(in crate::syntax) opens: bool,
}

/// The end of the item that begins at `at`, which `out` tells of; `None` where none does that may be passed over. What `is_macro` may
/// not be: it may stand for names. Of an interface, no more is passed over than what stands in front of its items.
pub(in crate::syntax) fn item<'a>(
    text: &'a str,
    at: usize,
    is_macro: impl Fn(&str) -> bool,
    out: &mut Item<'a>,
) -> Option<usize> {
    out.names.clear();
    out.ids.clear();
    out.opens = false;
    let scanner = Scanner { text, at };
    let mut reader = Reader {
        scanner,
        is_macro,
        out,
    };
    let first = reader.attributes()?;
    match (first.role, first.name) {
        (Role::Interface, _) => reader.interface()?,
        (Role::Typedef | Role::Enum | Role::Record, _) | (Role::Item, "const") => {
            reader.declaration(first)?;
        }
        (Role::Item, "cpp_quote") => reader.quote()?,
        _ => return None,
    }
    Some(reader.scanner.at)
}

struct Reader<'r, 'a, F> {
    scanner: Scanner<'a>,
    is_macro: F,
    out: &'r mut Item<'a>,
}

impl<'a, F: Fn(&str) -> bool> Reader<'_, 'a, F> {
    /// The next mark, which is no macro.
    fn next(&mut self) -> Option<Mark<&'a str>> {
        let mark = self.scanner.next()?;
        let is_macro = mark.kind == TokenKind::Ident && (self.is_macro)(mark.name);
        (!is_macro).then_some(mark)
    }

    /// The next mark, if it is of that kind.
    fn expect(&mut self, kind: TokenKind) -> Option<&'a str> {
        let mark = self.next()?;
        (mark.kind == kind).then_some(mark.name)
    }

    /// Passes over a semicolon that may stand here.
    fn semicolon(&mut self) {
        let before = self.scanner.at;
        if self.expect(TokenKind::Semicolon).is_none() {
            self.scanner.at = before;
        }
    }

    /// Passes over attributes, and what comes then.
    fn attributes(&mut self) -> Option<Mark<&'a str>> {
        loop {
            let first = self.next()?;
            if first.kind != TokenKind::LeftBracket {
                return Some(first);
            }
            let mut open = 1usize;
            while open > 0 {
                let mark = self.next()?;
                match mark.kind {
                    TokenKind::LeftParen | TokenKind::LeftBracket => open += 1,
                    TokenKind::RightParen | TokenKind::RightBracket => open -= 1,
                    TokenKind::Uuid => self.out.ids.push(mark.name),
                    TokenKind::LeftBrace | TokenKind::RightBrace | TokenKind::Semicolon => {
                        return None;
                    }
                    // There are two interfaces in what follows.
                    TokenKind::Ident if mark.name == "async_uuid" => return None,
                    _ => {}
                }
            }
        }
    }

    /// The rest of `interface I;` or `interface I : B {`.
    fn interface(&mut self) -> Option<()> {
        let name = self.expect(TokenKind::Ident)?;
        self.out.names.push(name);
        let mut behind = self.next()?;
        if behind.kind == TokenKind::Semicolon {
            return Some(());
        }
        if behind.kind == TokenKind::Colon {
            self.expect(TokenKind::Ident)?;
            behind = self.next()?;
        }
        if behind.kind != TokenKind::LeftBrace {
            return None;
        }
        self.out.opens = true;
        Some(())
    }

    /// A typedef, type or constant.
    fn declaration(&mut self, first: Mark<&'a str>) -> Option<()> {
        let mut names = std::mem::take(&mut self.out.names);
        let mut in_front = true;
        let mut in_record = false;
        let mut first = Some(first);
        let next = || {
            let mark = match first.take() {
                Some(first) => first,
                None => self.next()?,
            };
            match (mark.kind, mark.role) {
                (TokenKind::LeftBrace, _) => {
                    in_front = false;
                    if in_record {
                        // There are no names among its fields, unless it has to be gone through one by one.
                        let Scanner { text, at } = self.scanner;
                        let is_field = |word: &str| !is_tag(word) && !(self.is_macro)(word);
                        self.scanner.at = fields(text, at, is_field);
                    }
                }
                (TokenKind::Uuid, _) if in_front => self.out.ids.push(mark.name),
                (TokenKind::Ident, Role::Record) => in_record = true,
                (TokenKind::Ident, Role::Enum) => in_record = false,
                _ => {}
            }
            Some(mark)
        };
        let is_function = declaration(next, &mut names)?;
        self.out.names = names;
        (!is_function).then_some(())
    }

    /// The rest of `cpp_quote("…")`, but for directives.
    fn quote(&mut self) -> Option<()> {
        self.expect(TokenKind::LeftParen)?;
        let string = self.expect(TokenKind::String)?;
        self.expect(TokenKind::RightParen)?;
        match quoted(string) {
            Quoted::Directive => return None,
            Quoted::Named(name) => self.out.names.push(name),
            Quoted::Code => {}
        }
        self.semicolon();
        Some(())
    }
}
