//! The kinds of mistakes, and the places of a file where each can be made.

mod attributes;
mod names;
mod preprocessor;
mod punctuation;
mod types;

use crate::mistake::Mistake;
use crate::text::Text;

pub struct Kind {
    pub name: &'static str,
    /// All mistakes of this kind that a file has room for.
    pub make: fn(&Text) -> Vec<Mistake>,
}

pub fn all() -> Vec<Kind> {
    [
        punctuation::KINDS,
        names::KINDS,
        attributes::KINDS,
        types::KINDS,
        preprocessor::KINDS,
    ]
    .concat()
    .into_iter()
    .map(|(name, make)| Kind { name, make })
    .collect()
}

type Named = (&'static str, fn(&Text) -> Vec<Mistake>);
