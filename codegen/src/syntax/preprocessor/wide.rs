//! Integers that a file makes wider where `_WIN64` is defined. It is not, since what is read is for all machines; so of the text
//! that is skipped for that reason, the names of such integers are kept.

use super::super::symbol::word;
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
                last.absent == Some(word::WIN64) && around.iter().all(|condition| condition.active)
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
        let mut behind = declaration.iter();
        if !behind.any(|token| token.is_word(word::TYPEDEF)) {
            return;
        }
        let mut depth = 0usize;
        let tokens: Vec<&Token> = behind
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
        let is_plain = |kind| matches!(kind, TokenKind::Ident | TokenKind::Comma | TokenKind::Star);
        let longs = tokens.iter().filter(|token| token.is_word(word::LONG));
        let is_wide = longs.count() > 1
            || tokens.iter().any(|token| {
                matches!(token.symbol, word::INT64 | word::HYPER)
                    || NAMES.contains(&self.text(**token))
            });
        if !is_wide || !tokens.iter().all(|token| is_plain(token.kind)) {
            return;
        }
        for (at, name) in tokens.iter().enumerate() {
            let ends = |token: &&Token| token.kind == TokenKind::Comma;
            let before = at.checked_sub(1).and_then(|at| tokens.get(at));
            let is_pointer = before.is_none_or(|before| before.kind == TokenKind::Star);
            if name.kind == TokenKind::Ident && tokens.get(at + 1).is_none_or(ends) && !is_pointer {
                self.run.wide.insert(name.symbol);
            }
        }
    }
}
