//! Text of imported files, passed over without a token being made of it.
//!
//! Most of what a file imports it does not use. To pass over an item it is enough to see that it is one, where it ends, and which
//! names it gives; of methods and fields, where they end. In doubt they are not: then the lexer reads them, as it reads all else.

mod items;
mod marks;
mod parts;
#[cfg(test)]
mod tests;
mod text;

pub(super) use items::{Item, item};
pub(super) use parts::{fields, methods};

/// What has to be known of words to pass over them.
pub(super) trait Vocabulary {
    /// Whether a word is a macro.
    fn is_macro(&self, word: &str) -> bool;

    /// Whether any word is a macro that may stand for more, or for less, than a part of an item, method or field.
    fn any_may_define(&self) -> bool;

    /// Whether a word is such a macro.
    fn may_define(&self, word: &str) -> bool;

    /// Whether a word is a macro that stands for methods.
    fn stands_for_methods(&self, word: &str) -> bool;

    /// Whether a word begins what is no method where methods stand.
    fn begins_definition(&self, word: &str) -> bool;
}
