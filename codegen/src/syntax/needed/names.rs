//! Where the names are given that others may need.

use super::Outlined;
use crate::syntax::outline::Index;
use crate::syntax::symbol::{Symbol, Symbols};
use std::num::NonZeroU32;

/// The pieces of all files by the names that they give.
pub(super) struct Names {
    given: Vec<Given>,
    /// For each symbol, the last of `given` with that name, counted from one.
    last: Vec<Option<NonZeroU32>>,
    /// All names by their lengths, once somebody has asked for one in any case.
    by_length: Option<Vec<Vec<Symbol>>>,
}

/// A piece that gives a name.
struct Given {
    name: Symbol,
    file: u32,
    piece: Index,
    /// The one before it with the same name, counted from one.
    before: Option<NonZeroU32>,
}

impl Names {
    /// The names that the files give.
    pub(super) fn of(files: &[Outlined], symbols: &Symbols) -> Self {
        let count = files.iter().map(|file| file.outline.names.len()).sum();
        let mut out = Self {
            given: Vec::with_capacity(count),
            last: vec![None; symbols.len()],
            by_length: None,
        };
        for (file, outlined) in (0..).zip(files) {
            for (name, piece) in &outlined.outline.names {
                out.add(*name, file, *piece);
            }
        }
        out
    }

    fn add(&mut self, name: Symbol, file: u32, piece: Index) {
        let Some(last) = self.last.get_mut(name.index()) else {
            return;
        };
        let before = *last;
        self.given.push(Given {
            name,
            file,
            piece,
            before,
        });
        *last = u32::try_from(self.given.len())
            .ok()
            .and_then(NonZeroU32::new);
    }

    /// The names that are that one but for the case of its letters, in no order.
    pub(super) fn in_any_case(
        &mut self,
        name: Symbol,
        symbols: &Symbols,
    ) -> impl Iterator<Item = Symbol> {
        let by_length = self.by_length.get_or_insert_with(|| {
            let mut by_length: Vec<Vec<Symbol>> = Vec::new();
            for given in &self.given {
                let length = symbols.text(given.name).len();
                if by_length.len() <= length {
                    by_length.resize_with(length + 1, Vec::new);
                }
                if let Some(names) = by_length.get_mut(length) {
                    names.push(given.name);
                }
            }
            by_length
        });
        let text = symbols.text(name);
        let names = by_length.get(text.len()).map_or(&[][..], Vec::as_slice);
        let names = names.iter().copied();
        names.filter(|name| symbols.text(*name).eq_ignore_ascii_case(text))
    }

    /// The pieces with that name, the last one first, each with its file.
    pub(super) fn get(&self, name: Symbol) -> impl Iterator<Item = (usize, usize)> {
        let given = |at: Option<NonZeroU32>| self.given.get(at?.get() as usize - 1);
        let last = given(self.last.get(name.index()).copied().flatten());
        let named = std::iter::successors(last, move |one| given(one.before));
        named.map(|one| (one.file as usize, one.piece as usize))
    }
}
