//! Files of WinRT and MIDL 3: recognised by what classic MIDL cannot hold, and refused as a whole.

use super::super::symbol::{Symbols, word};
use super::super::token::{Token, TokenKind};
use crate::diagnostics::{Code, Diagnostic};

/// The one message for a file that is not classic MIDL.
pub(super) fn refusal(tokens: &[Token], symbols: &Symbols) -> Option<Diagnostic> {
    let (token, what) = (0..tokens.len()).find_map(|at| construct(tokens, at))?;
    let shown = match what {
        Some(what) => what.to_owned(),
        None => format!("`{}`", token.text(symbols)),
    };
    Some(
        Diagnostic::at(
            Code::NotClassicMidl,
            token.span,
            format!("{shown} belongs to WinRT's MIDL; midl-bindgen reads classic COM MIDL"),
        )
        .help(
            "compile this file to a .winmd with Microsoft's `midl /winrt`, \
             and generate from that with windows-bindgen (Rust) or cppwinrt (C++)",
        ),
    )
}

/// Whether a file is not classic MIDL.
pub(in crate::syntax) fn is_winrt(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| construct(tokens, at).is_some())
}

fn construct(tokens: &[Token], at: usize) -> Option<(Token, Option<&'static str>)> {
    use TokenKind::*;
    let token = *tokens.get(at)?;
    if token.kind != Ident {
        return None;
    }
    let kind = |ahead: usize| tokens.get(at + ahead).map_or(Eof, |token| token.kind);
    // A word that starts a declaration, and is not a name inside one.
    let starts = || {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        before.is_none_or(|token| {
            matches!(
                token.kind,
                // The last one ends a `cpp_quote`.
                Semicolon | LeftBrace | RightBrace | RightBracket | RightParen
            )
        })
    };
    let found = match token.symbol {
        word::NAMESPACE => kind(1) == Ident && matches!(kind(2), LeftBrace | Dot) && starts(),
        word::RUNTIMECLASS => {
            kind(1) == Ident && matches!(kind(2), LeftBrace | Colon | Semicolon | Dot) && starts()
        }
        word::APICONTRACT => {
            kind(1) == Ident && matches!(kind(2), LeftBrace | Semicolon) && starts()
        }
        word::DECLARE => kind(1) == LeftBrace && starts(),
        word::DELEGATE => kind(1) == Ident && matches!(kind(2), Ident | Dot | Less) && starts(),
        word::INTERFACE => {
            if kind(1) == Ident && kind(2) == Less {
                return Some((token, Some("an interface with type parameters")));
            }
            false
        }
        word::REQUIRES => {
            let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
            kind(1) == Ident
                && before(1).is_some_and(|token| token.kind == Ident)
                && before(2).is_some_and(|token| token.is_word(word::INTERFACE))
        }
        _ => false,
    };
    found.then_some((token, None))
}
