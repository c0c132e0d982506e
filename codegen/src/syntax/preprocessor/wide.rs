//! What a file has where `_WIN64` is defined. It is not, since what is read is for all machines; so of the text that is skipped for
//! that reason, the names of integers that are wider there are kept. Of anything else the user has to know.

use super::super::symbol::{Symbol, word};
use super::super::token::{Token, TokenKind};
use super::Preprocessor;

/// The integers of Windows' headers that have 64 bits.
const NAMES: &[&str] = &[
    "DWORD64",
    "DWORDLONG",
    "INT64",
    "LONG64",
    "LONGLONG",
    "UINT64",
    "ULONG64",
    "ULONGLONG",
];

/// A typedef of an integer is not longer.
const LONGEST: usize = 64;

impl Preprocessor<'_, '_> {
    /// Passes over a token of skipped text.
    pub(super) fn pass_over(&mut self, token: Token) {
        let conditions = self.frames.last().map(|frame| frame.conditions.as_slice());
        let is_wide = match conditions {
            Some([around @ .., last]) => {
                last.choice.is_wide(last.active) && around.iter().all(|condition| condition.active)
            }
            _ => false,
        };
        if !is_wide {
            return;
        }
        if token.kind != TokenKind::Semicolon {
            if self.skipped.len() <= LONGEST {
                self.skipped.push(token);
            }
            return;
        }
        let declaration = std::mem::take(&mut self.skipped);
        if declaration.len() <= LONGEST {
            self.declare_wide(&declaration);
        }
    }

    /// Keeps the names in a typedef of an integer of 64 bits.
    fn declare_wide(&mut self, declaration: &[Token]) {
        let names = names_of_typedef(declaration);
        let longs = declaration.iter().filter(|token| token.is_word(word::LONG));
        let is_wide = longs.count() > 1
            || declaration.iter().any(|token| {
                matches!(token.symbol, word::INT64 | word::HYPER)
                    || NAMES.contains(&self.text(*token))
            });
        if is_wide {
            self.run.wide.extend(names);
        }
    }
}

/// The names that a typedef gives to the type at its start itself, and to no pointer, array or function; none of anything else.
pub(super) fn names_of_typedef(declaration: &[Token]) -> Vec<Symbol> {
    let mut behind = declaration.iter();
    if !behind.any(|token| token.is_word(word::TYPEDEF)) {
        return Vec::new();
    }
    let mut depth = 0usize;
    let mut tokens: Vec<&Token> = behind
        .filter(|token| match token.kind {
            TokenKind::LeftBracket => {
                depth += 1;
                false
            }
            TokenKind::RightBracket => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect();
    tokens.pop_if(|end| end.kind == TokenKind::Semicolon);
    let is_plain = |kind| matches!(kind, TokenKind::Ident | TokenKind::Comma | TokenKind::Star);
    if !tokens.iter().all(|token| is_plain(token.kind)) {
        return Vec::new();
    }
    let declarators = tokens.split(|token| token.kind == TokenKind::Comma);
    let names = declarators.filter_map(|declarator| match declarator {
        [.., before, name] if before.kind == TokenKind::Ident => Some(name.symbol),
        [.., before, _] if before.kind == TokenKind::Star => None,
        [name] => Some(name.symbol),
        _ => None,
    });
    names.collect()
}
