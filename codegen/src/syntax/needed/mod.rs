//! Which items of imported files are worth parsing: those that the user's files need, directly or through others.
//!
//! An item is needed when a word is the same as a name that it gives: a parameter that is called like a type makes the type
//! needed, too. To find that out exactly would take what it is to save. Words in strings count, since attributes and quoted
//! C name things there.

mod kept;
mod names;
#[cfg(test)]
mod tests;
mod words;

use super::outline::{Outline, Piece};
use super::preprocessor::{Preprocessed, Run};
use super::symbol::Symbol;
use kept::Kept;
use names::Names;
use std::ops::Range;
pub(super) use words::Words;

/// How much of imported files is parsed. Nothing is known of the rest, nor of mistakes in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Imports {
    /// What the user's files need, directly or through others: enough to generate code.
    #[default]
    Needed,
    /// The same, but of an interface that no other one extends nothing but its name: enough to find the mistakes in the
    /// user's files.
    Named,
    /// Everything.
    Whole,
}

/// How much of an item is needed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
enum Need {
    #[default]
    Nothing,
    /// Of an interface, that there is one of that name; of everything else, all.
    Name,
    All,
}

/// A file of which only what is needed will be parsed.
#[derive(Debug)]
pub(super) struct Outlined {
    pub(super) tokens: Preprocessed,
    pub(super) outline: Outline,
}

impl Outlined {
    /// What has to be there for what is inside it. The types in an interface have their default for pointers from it, which
    /// counts where code is generated.
    fn outer(&self, piece: &Piece, of_interface: Need) -> Option<usize> {
        let outer = piece.outer()?;
        let around = self.outline.pieces.get(outer)?;
        let is_separable = around.is_closed && around.interface().is_some();
        match is_separable && of_interface == Need::Name {
            true => self.outer(around, of_interface),
            false => Some(outer),
        }
    }

    /// Leaves nothing but what is needed. The names of the rest go to `unused`.
    fn keep(self, needs: &[Need], unused: &mut Vec<Symbol>) -> Preprocessed {
        let need = |piece: usize| needs.get(piece).copied().unwrap_or_default();
        let others = self.outline.names.iter();
        let others = others.filter(|(_, at)| need(*at as usize) == Need::Nothing);
        unused.extend(others.map(|(name, _)| *name));
        let mut out = Kept::of(self.tokens);
        // What stands around the present piece, each with the piece behind it.
        let mut open: Vec<(usize, Range<usize>)> = Vec::new();
        let mut at = 0;
        while let Some(piece) = self.outline.pieces.get(at) {
            while let Some((_, close)) = open.pop_if(|(end, _)| *end <= at) {
                out.take(close);
            }
            at += 1;
            match (need(at - 1), piece.interface()) {
                (Need::Nothing, _) => {}
                (Need::Name, Some(start)) => out.forward(start),
                (Need::Name, None) | (Need::All, _) => {
                    out.take(piece.tokens());
                    match piece.is_closed {
                        true => at = piece.end(),
                        false => open.push((piece.end(), piece.close())),
                    }
                }
            }
        }
        for (_, close) in open.into_iter().rev() {
            out.take(close);
        }
        out.finish()
    }
}

/// All of a file, with what was left unread of it.
pub(super) fn whole(mut file: Preprocessed, run: &mut Run<'_>) -> Preprocessed {
    if file.unread.is_empty() {
        return file;
    }
    let end = file.tokens.len().saturating_sub(1);
    file.read(run, 0..end);
    let mut out = Kept::of(file);
    out.take(0..end);
    out.finish()
}

/// Leaves of each file what the `words` need, directly or through other items. The names of everything else go to
/// `unused`.
pub(super) fn keep_needed(
    mut files: Vec<Outlined>,
    mut words: Words,
    run: &mut Run<'_>,
    unused: &mut Vec<Symbol>,
) -> Vec<Preprocessed> {
    words.implied(&mut run.symbols);
    let needs = needs(&mut files, words, run);
    let files = files.into_iter().zip(needs);
    files
        .map(|(file, needs)| file.keep(&needs, unused))
        .collect()
}

/// How much is needed of each piece of each file.
fn needs(files: &mut [Outlined], mut words: Words, run: &mut Run<'_>) -> Vec<Vec<Need>> {
    let mut names = Names::of(files, &run.symbols);
    let mut needs: Vec<Vec<Need>> = Vec::with_capacity(files.len());
    let mut found: Vec<(usize, usize, Need)> = Vec::new();
    for (file, outlined) in files.iter().enumerate() {
        let pieces = &outlined.outline.pieces;
        needs.push(vec![Need::Nothing; pieces.len()]);
        let always = pieces.iter().enumerate().filter(|(_, piece)| piece.always);
        found.extend(always.map(|(piece, _)| (file, piece, Need::All)));
    }
    loop {
        while let Some((file, at, need)) = found.pop() {
            let known = needs.get_mut(file).and_then(|file| file.get_mut(at));
            let (Some(known), Some(outlined)) = (known, files.get_mut(file)) else {
                continue;
            };
            let Some(piece) = outlined.outline.pieces.get(at).filter(|_| *known < need) else {
                continue;
            };
            *known = need;
            found.extend(
                outlined
                    .outer(piece, words.of_interface)
                    .map(|outer| (file, outer, Need::All)),
            );
            let head = piece.interface();
            // Quoted directives are no C that names anything.
            if !piece.always && (need == Need::All || head.is_none()) {
                let range = piece.tokens();
                outlined.tokens.read(run, range.clone());
                let tokens = outlined.tokens.tokens.get(range.clone());
                words.of_tokens(tokens.unwrap_or_default(), &mut run.symbols);
                for tokens in outlined.tokens.read_later(range) {
                    words.of_tokens(tokens, &mut run.symbols);
                }
            } else if let Some(head) = head {
                outlined.tokens.read(run, head..head + 1);
            }
        }
        words.members(&mut names, &run.symbols);
        let Some((word, need)) = words.next() else {
            return needs;
        };
        let named = names.get(word, files);
        found.extend(named.map(|(file, piece)| (file, piece, need)));
    }
}
