//! Languages of other systems that are called IDL, too. A file that cannot be parsed is looked through for words that
//! only one of them has: then that is what is wrong with it, and nothing else.

use super::super::symbol::Symbols;
use super::super::token::{Token, TokenKind};
use crate::diagnostics::{Code, Diagnostic};

#[derive(Clone, Copy, PartialEq)]
enum Dialect {
    Samba,
    Mozilla,
    Web,
    Omg,
}

/// The one message for a file in another language, instead of those about its parts.
pub(super) fn refusal(tokens: &[Token], symbols: &Symbols) -> Option<Diagnostic> {
    let (at, dialect) = marked(tokens, symbols).or_else(|| omg(tokens, symbols))?;
    Some(message(*tokens.get(at)?, symbols, dialect))
}

/// A sign of CORBA. A mistake in MIDL may look like one: `in` without its brackets does.
fn omg(tokens: &[Token], symbols: &Symbols) -> Option<(usize, Dialect)> {
    let is_midl = tokens
        .iter()
        .any(|token| matches!(token.text(symbols), "uuid" | "cpp_quote" | "importlib"));
    if is_midl {
        return None;
    }
    let (at, dialect) = sign_of(tokens, symbols, |dialect| dialect == Dialect::Omg)?;
    // It has no attributes in brackets.
    let has_attributes = tokens.windows(2).any(|pair| {
        matches!(pair, [before, open] if open.kind == TokenKind::LeftBracket
            && matches!(before.kind, TokenKind::Semicolon | TokenKind::LeftBrace | TokenKind::RightBrace))
    });
    match has_attributes {
        true => Some((at, Dialect::Web)),
        false => Some((at, dialect)),
    }
}

/// The same for a file that has words of WinRT: the others have namespaces, too.
pub(super) fn refusal_with_namespaces(tokens: &[Token], symbols: &Symbols) -> Option<Diagnostic> {
    let (at, dialect) = marked(tokens, symbols)?;
    Some(message(*tokens.get(at)?, symbols, dialect))
}

/// A sign that no other language has. What the Web has, Mozilla has as well.
fn marked(tokens: &[Token], symbols: &Symbols) -> Option<(usize, Dialect)> {
    let native = sign_of(tokens, symbols, |dialect| {
        matches!(dialect, Dialect::Samba | Dialect::Mozilla)
    });
    native.or_else(|| sign_of(tokens, symbols, |dialect| dialect == Dialect::Web))
}

fn message(token: Token, symbols: &Symbols, dialect: Dialect) -> Diagnostic {
    let (owner, help) = match dialect {
        Dialect::Samba => (
            "Samba's IDL",
            "compile this file with Samba's `pidl`; it describes messages of DCE RPC, and no COM interfaces",
        ),
        Dialect::Mozilla => (
            "Mozilla's XPIDL",
            "compile this file with Mozilla's `xpidl`, which makes C++ and Rust; XPCOM is not COM",
        ),
        Dialect::Web => (
            "the Web IDL of browsers",
            "the crate `web-sys` has what browsers offer; they have no COM interfaces",
        ),
        Dialect::Omg => (
            "OMG's IDL, of CORBA and DDS",
            "compile this file with the compiler of a CORBA or DDS library; it describes no COM interfaces",
        ),
    };
    let word = match token.kind {
        TokenKind::Percent => "%{",
        _ => token.text(symbols),
    };
    let message = format!("`{word}` belongs to {owner}; midl-bindgen reads classic COM MIDL");
    Diagnostic::at(Code::NotClassicMidl, token.span, message).help(help)
}

/// The first word that only a language has which counts.
fn sign_of(
    tokens: &[Token],
    symbols: &Symbols,
    counts: impl Fn(Dialect) -> bool,
) -> Option<(usize, Dialect)> {
    (0..tokens.len()).find_map(|at| {
        let around = Around {
            tokens,
            symbols,
            at,
        };
        let dialect = around.dialect().filter(|dialect| counts(*dialect))?;
        Some((at, dialect))
    })
}

/// A token and its neighbours.
struct Around<'a> {
    tokens: &'a [Token],
    symbols: &'a Symbols,
    at: usize,
}

impl Around<'_> {
    fn kind(&self, ahead: usize) -> TokenKind {
        let token = self.tokens.get(self.at + ahead);
        token.map_or(TokenKind::Eof, |token| token.kind)
    }

    fn text(&self, ahead: usize) -> &str {
        let token = self.tokens.get(self.at + ahead);
        token.map_or("", |token| token.text(self.symbols))
    }

    fn before(&self) -> Option<TokenKind> {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        before.map(|token| token.kind)
    }

    fn dialect(&self) -> Option<Dialect> {
        use TokenKind::*;
        let next = self.kind(1);
        if self.kind(0) == Percent && next == LeftBrace {
            return Some(Dialect::Mozilla);
        }
        if self.kind(0) != Ident {
            return None;
        }
        let starts = matches!(
            self.before(),
            None | Some(Semicolon | LeftBrace | RightBrace | RightBracket)
        );
        let in_brackets = matches!(self.before(), Some(LeftBracket | Comma))
            && matches!(next, RightBracket | Comma | LeftParen);
        let declares = next == Ident && matches!(self.kind(2), LeftBrace | Colon);
        match self.text(0) {
            "scriptable" | "builtinclass" | "noscript" | "notxpcom" if in_brackets => {
                Some(Dialect::Mozilla)
            }
            "nsISupports" if self.before() == Some(Colon) => Some(Dialect::Mozilla),
            "bitmap8bit" | "bitmap16bit" | "bitmap32bit" | "bitmap64bit" | "enum8bit"
            | "enum16bit" | "nodiscriminant" | "subcontext" | "noprint" | "gensize"
                if in_brackets =>
            {
                Some(Dialect::Samba)
            }
            "bitmap" if matches!(next, LeftBrace | Ident) => Some(Dialect::Samba),
            "dictionary" if starts && declares => Some(Dialect::Web),
            "partial" if starts && matches!(self.text(1), "interface" | "dictionary") => {
                Some(Dialect::Web)
            }
            "interface" if self.text(1) == "mixin" && self.kind(2) == Ident => Some(Dialect::Web),
            "includes" | "implements" if self.before() == Some(Ident) && next == Ident => {
                Some(Dialect::Web)
            }
            "DOMString" | "USVString" | "ByteString" => Some(Dialect::Web),
            "callback" if starts && self.kind(2) == Equal => Some(Dialect::Web),
            "Exposed" | "Pref" | "Func" | "Global" | "PutForwards"
                if self.before() == Some(LeftBracket) && next == Equal =>
            {
                Some(Dialect::Web)
            }
            "Promise" | "iterable" | "maplike" | "setlike" if next == Less => Some(Dialect::Web),
            "sequence" if next == Less => Some(Dialect::Omg),
            "raises" if self.before() == Some(RightParen) && next == LeftParen => {
                Some(Dialect::Omg)
            }
            "exception" | "valuetype" if starts && declares => Some(Dialect::Omg),
            "oneway" if starts && next == Ident => Some(Dialect::Omg),
            "readonly" if starts && self.text(1) == "attribute" => Some(Dialect::Omg),
            "attribute" if starts && next == Ident && matches!(self.kind(2), Ident | Semicolon) => {
                Some(Dialect::Omg)
            }
            "in" | "out" | "inout"
                if matches!(self.before(), Some(LeftParen | Comma))
                    && next == Ident
                    && matches!(self.kind(2), Ident) =>
            {
                Some(Dialect::Omg)
            }
            _ => None,
        }
    }
}
