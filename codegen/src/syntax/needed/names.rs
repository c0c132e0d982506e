//! Where the names are given that others may need.

use super::Outlined;
use crate::syntax::symbol::Symbol;

/// The pieces of all files by the names that they give.
#[derive(Default)]
pub(super) struct Names {
    given: Vec<Given>,
    /// For each symbol, the last of `given` with that name.
    last: Vec<Option<usize>>,
}

/// A piece that gives a name.
pub(super) struct Given {
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
                file,
                piece,
                before,
            });
        }
    }

    /// The pieces with that name, the last one first.
    pub(super) fn get(&self, name: Symbol) -> impl Iterator<Item = &Given> {
        let last = self.last.get(name.index()).copied().flatten();
        let last = last.and_then(|at| self.given.get(at));
        std::iter::successors(last, |given| self.given.get(given.before?))
    }
}
