//! One mistake: what is typed instead, and where a reader looks for it.

use std::ops::Range;

#[derive(Clone, Debug)]
pub struct Mistake {
    /// What is replaced.
    pub range: Range<usize>,
    pub by: String,
    /// Other bytes of the correct text whose lines are as good a place for the message.
    pub also: Vec<usize>,
    /// What the message has to offer.
    pub meant: Option<String>,
}

impl Mistake {
    pub fn replace(range: Range<usize>, by: impl Into<String>) -> Self {
        Self {
            range,
            by: by.into(),
            also: Vec::new(),
            meant: None,
        }
    }

    pub fn insert(at: usize, text: &str) -> Self {
        Self::replace(at..at, text)
    }

    pub fn remove(range: Range<usize>) -> Self {
        Self::replace(range, "")
    }

    /// A place that is as good as that of the change.
    pub fn also(mut self, at: usize) -> Self {
        self.also.push(at);
        self
    }

    pub fn meant(mut self, name: &str) -> Self {
        self.meant = Some(name.to_owned());
        self
    }

    pub fn apply(&self, text: &str) -> String {
        let before = &text[..self.range.start];
        format!("{before}{}{}", self.by, &text[self.range.end..])
    }

    /// A byte of the correct text, in the text with the mistake.
    pub fn moved(&self, at: usize) -> usize {
        match at < self.range.end {
            true => at.min(self.range.start),
            false => at + self.by.len() - self.range.len(),
        }
    }
}
