//! What is left unread of imported files: methods and fields, until somebody wants to know them.
//!
//! A `#` ends a run of methods, and so does a macro that may stand for a definition: what is read later is then what it would
//! have been if it had been read at once. All that has to be kept for it are the macros, as they were.

use super::super::skim::{self, MethodWords};
use super::super::symbol::word;
use super::super::token::{Token, TokenKind};
use super::macros::MacroTable;
use super::{Budget, Frame, Preprocessed, Preprocessor, Run};
use crate::source::Span;
use std::ops::Range;

/// Methods or fields for whose text a [`TokenKind::Unread`] stands.
#[derive(Debug)]
pub(crate) struct Unread {
    /// The index of that token.
    pub(crate) at: usize,
    /// Their text.
    span: Span,
    /// When it was that they were passed over, for the macros in them.
    time: u32,
    /// Their tokens, once they were read.
    pub(crate) tokens: Option<Vec<Token>>,
}

/// What reading the rest of a file later takes.
#[derive(Debug)]
pub(super) struct Later {
    macros: MacroTable,
    budget: Budget,
    mistakes: usize,
    misses_include: bool,
}

/// What may begin at a place, and be passed over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Begin {
    Methods,
    Fields,
}

/// How far the tokens of a file have come on the way into an interface.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Way {
    #[default]
    Outside,
    Keyword,
    Name,
    Colon,
    Base,
    /// In its body, inside so many braces.
    Inside(usize),
}

/// Watches for places where something may be passed over.
#[derive(Debug, Default)]
pub(super) struct Watch {
    way: Way,
    /// How many words there are since the `struct` or `union`, this one counted.
    record: usize,
}

impl Watch {
    /// Takes the next token; what may begin behind it.
    pub(super) fn pass(&mut self, token: Token) -> Option<Begin> {
        let is_record = matches!(self.record, 1 | 2) && token.kind == TokenKind::LeftBrace;
        self.record = match token.kind {
            TokenKind::Ident if matches!(token.symbol, word::STRUCT | word::UNION) => 1,
            TokenKind::Ident if self.record > 0 => self.record + 1,
            _ => 0,
        };
        let before = self.way;
        self.way = self.way.behind(token);
        let may_be_method = match token.kind {
            TokenKind::LeftBrace => !matches!(before, Way::Inside(_)),
            kind => kind == TokenKind::Semicolon,
        };
        match is_record {
            true => Some(Begin::Fields),
            false => (may_be_method && self.way == Way::Inside(1)).then_some(Begin::Methods),
        }
    }
}

impl Way {
    fn behind(self, token: Token) -> Self {
        match (self, token.kind) {
            (Self::Inside(depth), TokenKind::LeftBrace) => Self::Inside(depth + 1),
            (Self::Inside(1), TokenKind::RightBrace) => Self::Outside,
            (Self::Inside(depth), TokenKind::RightBrace) => Self::Inside(depth - 1),
            (Self::Inside(depth), _) => Self::Inside(depth),
            (_, TokenKind::Ident)
                if matches!(token.symbol, word::INTERFACE | word::DISPINTERFACE) =>
            {
                Self::Keyword
            }
            (Self::Keyword, TokenKind::Ident) => Self::Name,
            (Self::Name, TokenKind::Colon) => Self::Colon,
            (Self::Colon, TokenKind::Ident) => Self::Base,
            (Self::Name | Self::Base, TokenKind::LeftBrace) => Self::Inside(1),
            _ => Self::Outside,
        }
    }
}

impl Preprocessor<'_, '_> {
    /// Passes over what begins here.
    pub(super) fn leave_unread(&mut self, begin: Begin) {
        let (true, Some(frame)) = (self.contexts.is_empty(), self.frames.last_mut()) else {
            return;
        };
        let text = frame.text(self.run.sources);
        let symbols = &self.run.symbols;
        let macros = &self.macros;
        let is_part = |word: &str| !macros.may_define(symbols, word);
        let start = frame.lexer.at();
        let end = match begin {
            Begin::Methods => {
                let may_be_first = |word: &str| {
                    let known = symbols.find(word);
                    known.is_none_or(|it| !it.begins_definition() && !macros.contains(it))
                };
                let words = MethodWords {
                    may_be_first: &may_be_first,
                    may_follow: macros.any_may_define().then_some(&is_part),
                };
                skim::methods(text, start, &words)
            }
            Begin::Fields => {
                // What it declares may be known by its tag.
                let is_tagged =
                    |word: &str| matches!(word, "struct" | "union" | "enum" | "interface");
                skim::fields(text, start, &|word| !is_tagged(word) && is_part(word))
            }
        };
        if end == start {
            return;
        }
        let span = frame.lexer.pass_over(end);
        self.out.unread.push(Unread {
            at: self.out.tokens.len(),
            span,
            time: self.macros.remember(),
            tokens: None,
        });
        let token = Token::new(TokenKind::Unread, word::EMPTY, span);
        self.out.tokens.push(token);
    }

    /// What came out, with what it takes to read the rest.
    pub(super) fn finish(self) -> Preprocessed {
        let mut out = self.out;
        out.later = (!out.unread.is_empty()).then_some(Later {
            macros: self.macros,
            budget: self.budget,
            mistakes: self.mistakes,
            misses_include: out.misses_include,
        });
        out
    }
}

impl Preprocessed {
    /// Reads what was left unread of these tokens.
    pub(crate) fn read(&mut self, run: &mut Run<'_>, range: Range<usize>) {
        let Some(later) = &mut self.later else {
            return;
        };
        let first = self
            .unread
            .partition_point(|unread| unread.at < range.start);
        for unread in self.unread.get_mut(first..).unwrap_or_default() {
            if unread.at >= range.end {
                return;
            }
            if unread.tokens.is_none() {
                let (tokens, incomplete) = later.read(run, unread.span, unread.time);
                unread.tokens = Some(tokens);
                self.incomplete |= incomplete;
            }
        }
    }

    /// What was left unread of these tokens and read since.
    pub(crate) fn read_later(&self, range: Range<usize>) -> impl Iterator<Item = &[Token]> {
        let first = self
            .unread
            .partition_point(|unread| unread.at < range.start);
        let unread = self.unread.get(first..).unwrap_or_default().iter();
        unread
            .take_while(move |unread| unread.at < range.end)
            .filter_map(|unread| unread.tokens.as_deref())
    }
}

impl Later {
    /// The tokens of a part of a file, and whether they are not all because of what was reported.
    fn read(&mut self, run: &mut Run<'_>, part: Span, time: u32) -> (Vec<Token>, bool) {
        let end = Token::new(TokenKind::Eof, word::EMPTY, part.after());
        let mut macros = std::mem::take(&mut self.macros);
        macros.go_back(time);
        let mut preprocessor = Preprocessor::new(run, end, macros);
        preprocessor.budget = std::mem::take(&mut self.budget);
        preprocessor.mistakes = self.mistakes;
        preprocessor.out.misses_include = self.misses_include;
        preprocessor.frames.push(Frame::part(part));
        preprocessor.all();
        self.macros = preprocessor.macros;
        self.budget = preprocessor.budget;
        self.mistakes = preprocessor.mistakes;
        let mut out = preprocessor.out;
        // The end of the part is none of the file.
        out.tokens.pop();
        (out.tokens, out.incomplete)
    }
}
