//! What is left unread of imported files: items, methods and fields, until somebody wants to know them.
//!
//! A `#` ends what is passed over, and so does a macro that may stand for a definition: what is read later is then what it would
//! have been if it had been read at once. All that has to be kept for it are the macros, as they were.

use super::super::skim::{self, Item, Vocabulary};
use super::super::symbol::{Symbols, word};
use super::super::token::{Token, TokenKind};
use super::macros::MacroTable;
use super::numbers::Numbers;
use super::watch::Begin;
use super::{BYTES_OF_A_TOKEN, Budget, Frame, Preprocessed, Preprocessor, Run};
use crate::source::Span;
use std::collections::hash_map::Entry;
use std::ops::Range;

/// Text for which a [`TokenKind::Unread`] stands.
#[derive(Debug)]
pub(crate) struct Unread {
    /// The index of that token. There are thousands of these, so that it counts how small they are.
    at: u32,
    /// When it was that it was passed over, for the macros in it.
    time: u32,
    /// What it is.
    pub(crate) kind: UnreadKind,
}

impl Unread {
    /// The index of the token that stands for it.
    pub(crate) fn at(&self) -> usize {
        self.at as usize
    }
}

/// What was left unread. Its names are so many of the `given` of its file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum UnreadKind {
    /// Methods, or fields.
    Parts,
    /// An item.
    Item { given: u32 },
    /// What stands in front of the items in an interface, with the brace.
    Interface { given: u32 },
}

impl UnreadKind {
    /// How many names it gives.
    pub(crate) fn given(self) -> usize {
        match self {
            Self::Parts => 0,
            Self::Item { given } | Self::Interface { given } => given as usize,
        }
    }
}

/// What reading the rest of a file later takes.
#[derive(Debug)]
pub(super) struct Later {
    macros: MacroTable,
    numbers: Numbers,
    budget: Budget,
    mistakes: usize,
    misses_include: bool,
}

impl Preprocessor<'_, '_> {
    /// Passes over what begins here.
    pub(super) fn leave_unread(&mut self, begin: Begin) {
        if !self.contexts.is_empty() {
            return;
        }
        match begin {
            Begin::Fields => self.leave_fields(),
            Begin::Methods | Begin::Items => self.leave_items(),
        }
    }

    fn leave_fields(&mut self) {
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let text = frame.text(self.run.sources);
        let words = Words {
            macros: &self.macros,
            symbols: &self.run.symbols,
        };
        let start = frame.lexer.at();
        let end = skim::fields(text, start, &words);
        if end != start {
            let time = self.macros.remember();
            let span = frame.lexer.pass_over(end);
            self.out.leave(span, time, UnreadKind::Parts);
        }
    }

    /// Passes over items, and in an interface over methods between them.
    fn leave_items(&mut self) {
        let (Some(frame), Some(watch)) = (self.frames.last_mut(), &mut self.watch) else {
            return;
        };
        let Run {
            sources, symbols, ..
        } = &mut *self.run;
        let text = frame.text(sources);
        let mut item = Item::default();
        loop {
            let start = frame.lexer.at();
            let words = Words {
                macros: &self.macros,
                symbols,
            };
            if watch.begin() == Begin::Methods {
                let end = skim::methods(text, start, &words);
                if end != start {
                    let span = frame.lexer.pass_over(end);
                    let time = self.macros.remember();
                    self.out.leave(span, time, UnreadKind::Parts);
                    continue;
                }
            }
            let Some(end) = skim::item(text, start, &words, &mut item) else {
                return;
            };
            let names = item.names.iter().map(|name| symbols.intern(name));
            self.out.given.extend(names);
            let ids = item.ids.iter().map(|id| symbols.intern_id(id));
            self.out.given.extend(ids);
            let given = item.names.len() + item.ids.len();
            let given = u32::try_from(given).unwrap_or(u32::MAX);
            let kind = match item.opens {
                true => {
                    watch.enter_interface();
                    UnreadKind::Interface { given }
                }
                false => UnreadKind::Item { given },
            };
            let span = frame.lexer.pass_over(end);
            self.out.leave(span, self.macros.remember(), kind);
        }
    }

    /// What came out, with what it takes to read the rest.
    pub(super) fn finish(self) -> Preprocessed {
        let mut out = self.out;
        out.later = (!out.unread.is_empty()).then_some(Later {
            macros: self.macros,
            numbers: self.numbers,
            budget: self.budget,
            mistakes: self.mistakes,
            misses_include: out.misses_include,
        });
        out
    }
}

/// The words of a file, as the preprocessor knows them at a place.
struct Words<'a> {
    macros: &'a MacroTable,
    symbols: &'a Symbols,
}

impl Vocabulary for Words<'_> {
    fn is_macro(&self, word: &str) -> bool {
        self.macros.is_macro(self.symbols, word)
    }

    fn any_may_define(&self) -> bool {
        self.macros.any_may_define()
    }

    fn may_define(&self, word: &str) -> bool {
        self.macros.may_define(self.symbols, word)
    }

    fn stands_for_methods(&self, word: &str) -> bool {
        self.macros.stands_for_methods(self.symbols, word)
    }

    fn begins_definition(&self, word: &str) -> bool {
        self.symbols.begins_definition(word)
    }
}

impl Preprocessed {
    /// Puts one token in the place of a text.
    fn leave(&mut self, span: Span, time: u32, kind: UnreadKind) {
        let at = u32::try_from(self.tokens.len()).unwrap_or(u32::MAX);
        self.unread.push(Unread { at, time, kind });
        self.tokens
            .push(Token::new(TokenKind::Unread, word::EMPTY, span));
    }

    /// Reads what was left unread of these tokens.
    pub(crate) fn read(&mut self, run: &mut Run<'_>, range: Range<usize>) {
        let Some(later) = &mut self.later else {
            return;
        };
        for unread in unread_of(&self.unread, range) {
            let (Some(token), Entry::Vacant(place)) =
                (self.tokens.get(unread.at()), self.read.entry(unread.at()))
            else {
                continue;
            };
            let (tokens, incomplete) = later.read(run, token.span, unread.time);
            place.insert(tokens);
            self.incomplete |= incomplete;
        }
    }

    /// What was left unread of these tokens and read since.
    pub(crate) fn read_later(&self, range: Range<usize>) -> impl Iterator<Item = &[Token]> {
        let unread = unread_of(&self.unread, range);
        unread.filter_map(|unread| self.read.get(&unread.at()).map(Vec::as_slice))
    }
}

/// What was left unread of those tokens.
fn unread_of(unread: &[Unread], range: Range<usize>) -> impl Iterator<Item = &Unread> {
    let first = unread.partition_point(|unread| unread.at() < range.start);
    let unread = unread.get(first..).unwrap_or_default().iter();
    unread.take_while(move |unread| unread.at() < range.end)
}

impl Later {
    /// The tokens of a part of a file, and whether they are not all because of what was reported.
    fn read(&mut self, run: &mut Run<'_>, part: Span, time: u32) -> (Vec<Token>, bool) {
        let end = Token::new(TokenKind::Eof, word::EMPTY, part.after());
        let mut macros = std::mem::take(&mut self.macros);
        macros.go_back(time);
        let mut preprocessor = Preprocessor::new(run, end, macros);
        preprocessor.numbers = std::mem::take(&mut self.numbers);
        preprocessor.budget = std::mem::take(&mut self.budget);
        preprocessor.mistakes = self.mistakes;
        preprocessor.out.misses_include = self.misses_include;
        let length = (part.end - part.start) as usize;
        preprocessor
            .out
            .tokens
            .reserve(length / BYTES_OF_A_TOKEN + 1);
        preprocessor.frames.push(Frame::part(part));
        preprocessor.all();
        self.macros = preprocessor.macros;
        self.numbers = preprocessor.numbers;
        self.budget = preprocessor.budget;
        self.mistakes = preprocessor.mistakes;
        let mut out = preprocessor.out;
        // The end of the part is none of the file.
        out.tokens.pop();
        (out.tokens, out.incomplete)
    }
}
