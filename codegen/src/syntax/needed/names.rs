//! Where the names are given that others may need.

use super::Outlined;
use crate::syntax::symbol::{Symbol, Symbols};
use std::num::NonZeroU32;

/// The pieces of all files by the names that they give. The names are counted through all files, from one.
pub(super) struct Names {
    /// For each file, how many names there are in front of its own.
    starts: Vec<usize>,
    /// For each name, the one before it that is the same.
    before: Vec<Option<NonZeroU32>>,
    /// For each symbol, the last name that it is.
    last: Vec<Option<NonZeroU32>>,
    /// All names by their lengths, once somebody has asked for one in any case.
    by_length: Option<Vec<Vec<Symbol>>>,
}

impl Names {
    /// The names that the files give.
    pub(super) fn of(files: &[Outlined], symbols: &Symbols) -> Self {
        let count = files.iter().map(|file| file.outline.names.len()).sum();
        let mut out = Self {
            starts: Vec::with_capacity(files.len()),
            before: Vec::with_capacity(count),
            last: vec![None; symbols.len()],
            by_length: None,
        };
        for file in files {
            out.starts.push(out.before.len());
            for (name, _) in &file.outline.names {
                out.add(*name);
            }
        }
        out
    }

    fn add(&mut self, name: Symbol) {
        let mut nobodys = None;
        let last = self.last.get_mut(name.index()).unwrap_or(&mut nobodys);
        self.before.push(*last);
        *last = u32::try_from(self.before.len())
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
            let given = symbols.iter().zip(&self.last);
            for (name, _) in given.filter(|(_, last)| last.is_some()) {
                let length = symbols.text(name).len();
                if by_length.len() <= length {
                    by_length.resize_with(length + 1, Vec::new);
                }
                if let Some(names) = by_length.get_mut(length) {
                    names.push(name);
                }
            }
            by_length
        });
        let text = symbols.text(name);
        let names = by_length.get(text.len()).map_or(&[][..], Vec::as_slice);
        let names = names.iter().copied();
        names.filter(|name| symbols.text(*name).eq_ignore_ascii_case(text))
    }

    /// The pieces with that name, the last one first, each with its file. The files are those that the names are of.
    pub(super) fn get(
        &self,
        name: Symbol,
        files: &[Outlined],
    ) -> impl Iterator<Item = (usize, usize)> {
        let last = self.last.get(name.index()).copied().flatten();
        let before = |at: &NonZeroU32| self.before.get(at.get() as usize - 1).copied().flatten();
        std::iter::successors(last, before).filter_map(|at| {
            let at = at.get() as usize - 1;
            let behind = self.starts.partition_point(|start| *start <= at);
            let file = behind.checked_sub(1)?;
            let (start, outlined) = (self.starts.get(file)?, files.get(file)?);
            let (_, piece) = outlined.outline.names.get(at - start)?;
            Some((file, *piece as usize))
        })
    }
}
