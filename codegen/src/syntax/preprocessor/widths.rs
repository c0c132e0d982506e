//! Integers that have another width on some machines. What is read is for all of them; so of the text that is skipped because it is
//! for some only, the names are kept that it gives to integers of 64 bits, or of 32 bits on x86. Of anything else the user has to
//! know.

use super::super::symbol::{Symbol, word};
use super::super::token::{Token, TokenKind};
use super::Preprocessor;

/// How many bits an integer has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Width {
    /// 32.
    Narrow,
    /// 64.
    Wide,
}

/// The integers of Windows' headers that have 32 bits.
const NARROW: &[&str] = &[
    "DWORD", "DWORD32", "INT", "INT32", "LONG", "LONG32", "UINT", "UINT32", "ULONG", "ULONG32",
];

/// Those that have 64.
const WIDE: &[&str] = &[
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
    /// Passes over a token of skipped text, which gives names to integers of that width.
    pub(super) fn pass_over(&mut self, token: Token, width: Width) {
        if token.kind != TokenKind::Semicolon {
            if self.skipped.len() <= LONGEST {
                self.skipped.push(token);
            }
            return;
        }
        let declaration = std::mem::take(&mut self.skipped);
        if declaration.len() <= LONGEST && self.integer(&declaration) == Some(width) {
            for name in names_of_typedef(&declaration) {
                self.run.widths.entry(name).or_insert(width);
            }
        }
    }

    /// The width of the integer that a typedef is about.
    fn integer(&self, declaration: &[Token]) -> Option<Width> {
        let words = || {
            declaration
                .iter()
                .filter(|token| token.kind == TokenKind::Ident)
        };
        let is_one = |names: &[Symbol], others: &[&str]| {
            words()
                .any(|token| names.contains(&token.symbol) || others.contains(&self.text(*token)))
        };
        let longs = words().filter(|token| token.symbol == word::LONG).count();
        match longs {
            2.. => Some(Width::Wide),
            _ if is_one(&[word::INT64, word::HYPER], WIDE) => Some(Width::Wide),
            1 => Some(Width::Narrow),
            _ if is_one(&[word::INT, word::INT32], NARROW) => Some(Width::Narrow),
            _ => None,
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
