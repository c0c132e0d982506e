//! Keywords that are misspelled: what follows them tells which were meant.

use super::super::symbol::{Symbol, word};
use super::super::token::TokenKind;
use super::types::starts_type;
use super::{Parse, Parser};
use crate::diagnostics::{Code, Diagnostic, nearest};

/// Keywords, and their spelling.
type Keywords = &'static [(Symbol, &'static str)];

const TYPEDEF: Keywords = &[
    (word::TYPEDEF, "typedef"),
    (word::CONST, "const"),
    (word::UNSIGNED, "unsigned"),
    (word::SIGNED, "signed"),
];
const TYPEDEF_ALONE: Keywords = &[(word::TYPEDEF, "typedef")];
const BODIES: Keywords = &[
    (word::INTERFACE, "interface"),
    (word::DISPINTERFACE, "dispinterface"),
    (word::COCLASS, "coclass"),
    (word::LIBRARY, "library"),
    (word::MODULE, "module"),
    (word::STRUCT, "struct"),
    (word::UNION, "union"),
    (word::ENUM, "enum"),
];
const RECORDS: Keywords = &[
    (word::STRUCT, "struct"),
    (word::UNION, "union"),
    (word::ENUM, "enum"),
];
const BASES: Keywords = &[(word::INTERFACE, "interface")];
const IMPORTS: Keywords = &[(word::IMPORT, "import")];
const QUOTES: Keywords = &[
    (word::CPP_QUOTE, "cpp_quote"),
    (word::IMPORTLIB, "importlib"),
];
const TYPES: Keywords = &[
    (word::CONST, "const"),
    (word::STRUCT, "struct"),
    (word::UNION, "union"),
    (word::ENUM, "enum"),
];

const ITEMS: Keywords = &[
    (word::TYPEDEF, "typedef"),
    (word::CONST, "const"),
    (word::STRUCT, "struct"),
    (word::UNION, "union"),
    (word::ENUM, "enum"),
    (word::UNSIGNED, "unsigned"),
    (word::SIGNED, "signed"),
];

impl Parser<'_> {
    /// Where an item starts: whether it does so with a keyword that is misspelled. It is read as if it were right.
    pub(super) fn respell_item(&mut self) {
        let next = self.peek_at(1);
        let behind = self.peek_at(2).kind;
        let keywords = match next.kind {
            TokenKind::String => IMPORTS,
            TokenKind::LeftParen if behind == TokenKind::String => QUOTES,
            TokenKind::Ident if behind == TokenKind::LeftBrace => BODIES,
            TokenKind::Ident if behind == TokenKind::Colon => BASES,
            TokenKind::LeftBracket if !self.peek().after_space => &[],
            TokenKind::LeftBracket => TYPEDEF_ALONE,
            TokenKind::Ident if matches!(behind, TokenKind::Ident | TokenKind::Star) => ITEMS,
            _ => return self.respell_type(),
        };
        self.respell(keywords);
    }

    /// Where a type starts.
    pub(super) fn respell_type(&mut self) {
        let next = self.peek_at(1);
        let behind = self.peek_at(2).kind;
        let keywords = match next.kind {
            TokenKind::LeftBrace => RECORDS,
            _ if starts_type(next) => TYPEDEF,
            TokenKind::Ident if behind == TokenKind::LeftBrace => RECORDS,
            TokenKind::Ident if matches!(behind, TokenKind::Ident | TokenKind::Star) => TYPES,
            _ => return,
        };
        self.respell(keywords);
    }

    /// Whether a macro that nothing defines is used here: no other declaration starts with `NAME(WORD,`.
    pub(super) fn uses_unknown_macro(&mut self) -> Parse<()> {
        let name = self.peek();
        let is_use = name.kind == TokenKind::Ident
            && name.symbol != word::DECLARE_GUID
            && self.peek_at(1).kind == TokenKind::LeftParen
            && self.peek_at(2).kind == TokenKind::Ident
            && self.peek_at(3).kind == TokenKind::Comma;
        if !is_use {
            return Ok(());
        }
        let message = format!("there is no macro {}", self.show(name));
        let diagnostic = Diagnostic::at(Code::UnexpectedToken, name.span, message)
            .label("used like a macro")
            .help("define it above, include the file that does, or mend its spelling");
        Err(self.report(diagnostic))
    }

    fn respell(&mut self, keywords: Keywords) {
        let token = self.peek();
        let text = self.text(token);
        let is_name = token.kind == TokenKind::Ident && !starts_type(token);
        // A name that differs in case only may be a type's.
        let is_keyword = |(_, keyword): &(Symbol, &str)| keyword.eq_ignore_ascii_case(text);
        if !is_name || keywords.iter().any(is_keyword) {
            return;
        }
        let Some(near) = nearest(text, keywords.iter().map(|(_, text)| *text)) else {
            return;
        };
        let message = format!("there is no keyword {}", self.show(token));
        let help = format!("did you mean `{near}`?");
        self.report(Diagnostic::at(Code::UnexpectedToken, token.span, message).help(help));
        let keyword = keywords.iter().find(|(_, text)| *text == near);
        if let (Some(token), Some((symbol, _))) = (self.tokens.get_mut(self.at), keyword) {
            token.symbol = *symbol;
        }
    }
}
