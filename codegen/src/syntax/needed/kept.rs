//! A file put together of those parts of another one that are needed.

use crate::syntax::preprocessor::{Preprocessed, Unread};
use crate::syntax::symbol::word;
use crate::syntax::token::{Token, TokenKind};
use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

/// A file that is being put together of parts of another one.
pub(super) struct Kept {
    from: Preprocessed,
    /// What was left unread of it, from the present place on.
    unread: Peekable<IntoIter<Unread>>,
    tokens: Vec<Token>,
    /// How many of the `#pragma pack`s have got their new places.
    packs: usize,
}

impl Kept {
    /// Nothing yet of that file.
    pub(super) fn of(mut from: Preprocessed) -> Self {
        Self {
            unread: std::mem::take(&mut from.unread).into_iter().peekable(),
            from,
            tokens: Vec::new(),
            packs: 0,
        }
    }

    /// Takes those tokens, and what was read of what was left unread among them.
    pub(super) fn take(&mut self, range: Range<usize>) {
        let mut start = range.start;
        while let Some(unread) = self.unread.next_if(|unread| unread.at() < range.end) {
            let at = unread.at();
            if at >= start && self.from.read.contains_key(&at) {
                self.take_read(start..at);
                self.move_packs(at..at + 1);
                let tokens = self.from.read.remove(&at).unwrap_or_default();
                self.tokens.extend(tokens);
                start = at + 1;
            }
        }
        self.take_read(start..range.end);
    }

    /// Takes tokens among which there is nothing unread.
    fn take_read(&mut self, range: Range<usize>) {
        self.move_packs(range.clone());
        let tokens = self.from.tokens.get(range).unwrap_or_default();
        self.tokens.extend_from_slice(tokens);
    }

    /// Gives the `#pragma pack`s up to the end of tokens their places, now that these tokens are to be taken.
    fn move_packs(&mut self, range: Range<usize>) {
        let start = self.tokens.len();
        for (at, ..) in self.from.packs.iter_mut().skip(self.packs) {
            if *at >= range.end {
                break;
            }
            *at = start + at.saturating_sub(range.start);
            self.packs += 1;
        }
    }

    /// `interface I;`, of an interface that starts there.
    pub(super) fn forward(&mut self, start: usize) {
        self.take(start..start);
        match self.unread.next_if(|unread| unread.at() == start) {
            Some(head) => {
                let tokens = self.from.read.remove(&head.at()).unwrap_or_default();
                let keyword = tokens.iter().position(|it| it.is_word(word::INTERFACE));
                let words = keyword.and_then(|at| tokens.get(at..at + 2));
                self.tokens.extend_from_slice(words.unwrap_or_default());
            }
            None => self.take(start..start + 2),
        }
        if let Some(name) = self.tokens.last() {
            let end = Token::new(TokenKind::Semicolon, word::EMPTY, name.span.after());
            self.tokens.push(end);
        }
    }

    /// The file, with its end.
    pub(super) fn finish(mut self) -> Preprocessed {
        let end = self.from.tokens.len();
        self.take(end.saturating_sub(1)..end);
        self.from.tokens = self.tokens;
        self.from
    }
}
