//! Where the definitions of a file of metadata are said to be.

use crate::source::Span;
use std::collections::HashMap;

/// The places of a file's definitions: one for all of a winmd, and those of the names where it was made of text.
#[derive(Clone, Debug)]
pub struct Places {
    whole: Span,
    named: HashMap<String, Span>,
}

impl Places {
    /// One place for everything.
    pub fn whole(whole: Span) -> Self {
        Self {
            whole,
            named: HashMap::new(),
        }
    }

    /// The place of a definition; the first one counts.
    #[cfg(feature = "rdl")]
    pub(super) fn add(&mut self, name: &str, place: Span) {
        self.named.entry(name.to_owned()).or_insert(place);
    }

    /// The place of the file.
    pub(super) fn file(&self) -> Span {
        self.whole
    }

    /// The place of a definition.
    pub(super) fn of(&self, name: &str) -> Span {
        self.named.get(name).copied().unwrap_or(self.whole)
    }
}
