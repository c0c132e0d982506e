//! Where the names are given that others may need.

use super::Outlined;
use crate::syntax::symbol::{Symbol, Symbols};
use rustc_hash::FxHashMap;

/// The pieces of all files by the names that they give.
#[derive(Default)]
pub(super) struct Names {
    given: Vec<Given>,
    /// For each symbol, the last of `given` with that name.
    last: Vec<Option<usize>>,
    /// All names by their small letters, once somebody has asked.
    any_case: Option<FxHashMap<String, Vec<Symbol>>>,
}

/// A piece that gives a name.
pub(super) struct Given {
    name: Symbol,
    pub(super) file: usize,
    pub(super) piece: usize,
    /// The one before it with the same name.
    before: Option<usize>,
}

impl Names {
    /// The names that the files give.
    pub(super) fn of(files: &[Outlined]) -> Self {
        let mut out = Self::default();
        for (file, outlined) in files.iter().enumerate() {
            for (name, piece) in &outlined.outline.names {
                out.add(*name, file, *piece);
            }
        }
        out
    }

    fn add(&mut self, name: Symbol, file: usize, piece: usize) {
        if self.last.len() <= name.index() {
            self.last.resize(name.index() + 1, None);
        }
        if let Some(last) = self.last.get_mut(name.index()) {
            let before = last.replace(self.given.len());
            self.given.push(Given {
                name,
                file,
                piece,
                before,
            });
        }
    }

    /// The names that are that one but for the case of its letters, in no order.
    pub(super) fn in_any_case(&mut self, name: Symbol, symbols: &Symbols) -> &[Symbol] {
        let lower = |name: Symbol| symbols.text(name).to_ascii_lowercase();
        let any_case = self.any_case.get_or_insert_with(|| {
            let mut any_case: FxHashMap<String, Vec<Symbol>> = FxHashMap::default();
            for given in &self.given {
                let same = any_case.entry(lower(given.name)).or_default();
                same.push(given.name);
            }
            any_case
        });
        any_case.get(&lower(name)).map_or(&[], Vec::as_slice)
    }

    /// The pieces with that name, the last one first.
    pub(super) fn get(&self, name: Symbol) -> impl Iterator<Item = &Given> {
        let last = self.last.get(name.index()).copied().flatten();
        let last = last.and_then(|at| self.given.get(at));
        std::iter::successors(last, |given| self.given.get(given.before?))
    }
}
