//! What a file has where `_WIN64` is defined. It is not, since what is read is for all machines; so of the text that is skipped for
//! that reason, the names of integers that are wider there are kept. Of anything else the user has to know.

use super::super::lexer::Lexer;
use super::super::symbol::{Symbol, word};
use super::super::token::{Token, TokenKind};
use super::Preprocessor;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Origin, Span};

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
    /// Warns of a conditional that asks for `_WIN64` where it chooses between things that differ, in a file that the user names.
    pub(super) fn compare_widths(&mut self, opened: Span, otherwise: Option<Span>, end: Span) {
        if !matches!(self.run.sources.file(opened.file).origin, Origin::Input) {
            return;
        }
        let first = self.branch(opened, otherwise.unwrap_or(end));
        let second = otherwise.map(|otherwise| self.branch(otherwise, end));
        if first != second.unwrap_or_default() {
            let message = "what `_WIN64` chooses is read as for machines of 32 bits";
            let warning = Diagnostic::at(Code::ChosenByWidth, opened, message);
            self.report(warning.label("machines of 64 bits have something else").help(
                "write what is right for all machines; with `-D _WIN64` it is read, and right, for those of 64 bits alone",
            ));
        }
    }

    /// What stands between two directives, but for integers that are as wide as pointers, what is for C and its checkers, and casts
    /// in attributes: MIDL wants `size_is((ULONG)n)` where `n` has 64 bits.
    fn branch(&mut self, from: Span, to: Span) -> Vec<(TokenKind, Symbol)> {
        let text = &self.run.sources.file(from.file).text;
        let symbols = &mut self.run.symbols;
        let mut lexer = Lexer::starting(from.after());
        while lexer.next_on_line(text, symbols).is_some() {}
        let mut tokens = Vec::new();
        loop {
            let token = lexer.next(text, symbols);
            if token.kind == TokenKind::Eof || token.span.start >= to.start {
                break;
            }
            let is_pragma = token.is_word(word::PRAGMA);
            if is_pragma
                && tokens
                    .pop_if(|(kind, _)| *kind == TokenKind::Hash)
                    .is_some()
            {
                while lexer.next_on_line(text, symbols).is_some() {}
            } else {
                tokens.push((token.kind, token.symbol));
            }
        }
        let tokens = without_casts(&without_quotes(&tokens));
        let declarations = tokens.split_inclusive(|(kind, _)| *kind == TokenKind::Semicolon);
        let others = declarations.filter(|declaration| !self.is_wide_integer(declaration));
        others.flatten().copied().collect()
    }

    /// Whether a typedef gives a name to an integer that is wider where `_WIN64` is defined.
    fn is_wide_integer(&self, declaration: &[(TokenKind, Symbol)]) -> bool {
        let is_typedef = declaration.contains(&(TokenKind::Ident, word::TYPEDEF));
        let mut names = declaration.split(|(kind, _)| {
            matches!(
                kind,
                TokenKind::Comma | TokenKind::Semicolon | TokenKind::Eof
            )
        });
        let is_wide = |name: &[(TokenKind, Symbol)]| {
            let last = name.last();
            last.is_some_and(|(_, name)| self.run.wide.contains(name))
        };
        is_typedef && names.any(is_wide)
    }
}

/// Leaves out each `cpp_quote("…")` and `annotation("…")`.
fn without_quotes(tokens: &[(TokenKind, Symbol)]) -> Vec<(TokenKind, Symbol)> {
    let mut is_quoted = false;
    let mut kept = tokens.to_vec();
    kept.retain(|(kind, symbol)| {
        let is_word = *kind == TokenKind::Ident;
        is_quoted |= is_word && matches!(*symbol, word::CPP_QUOTE | word::ANNOTATION);
        let keeps = !is_quoted;
        is_quoted &= *kind != TokenKind::RightParen;
        keeps
    });
    kept
}

/// Leaves out each `(NAME)` between brackets that something follows which it may convert.
fn without_casts(tokens: &[(TokenKind, Symbol)]) -> Vec<(TokenKind, Symbol)> {
    use TokenKind::{Ident, LeftBracket, LeftParen, Number, RightBracket, RightParen, Star};
    let mut depth = 0usize;
    let mut kept = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let [first, behind @ ..] = rest {
        rest = behind;
        match first.0 {
            LeftBracket => depth += 1,
            RightBracket => depth = depth.saturating_sub(1),
            _ => {}
        }
        match behind {
            [(Ident, _), (RightParen, _), converted @ ..]
                if first.0 == LeftParen
                    && depth > 0
                    && matches!(converted, [(Ident | Number | LeftParen | Star, _), ..]) =>
            {
                rest = converted;
            }
            _ => kept.push(*first),
        }
    }
    kept
}
