//! Diagnostics: what is wrong with the input, as data.
//!
//! Each stage pushes what it finds into [`Diagnostics`] and goes on; the edge (command line, build script,
//! test) renders them. The set of [`Code`]s is closed: one row of the table in `codes.rs` is one mistake a
//! user can make, and `tests/diagnostics` has a broken file for each.

mod codes;
mod render;
mod suggest;

pub use codes::{Code, Severity};
pub use render::render;
pub use suggest::nearest;

use crate::source::Span;

/// A place in a diagnostic, and what is to be said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What stands there; empty where underlining says enough.
    pub text: String,
}

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which mistake.
    pub code: Code,
    /// The one-line message, in the user's terms.
    pub message: String,
    /// Where it is: the cause. `None` only for what concerns no file text (configuration, output).
    pub primary: Option<Label>,
    /// Other places that explain it: an earlier definition, the thing it clashes with.
    pub secondary: Vec<Label>,
    /// What the user could write instead.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic at a place.
    pub fn at(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            primary: Some(Label {
                span,
                text: String::new(),
            }),
            ..Self::global(code, message)
        }
    }

    /// A diagnostic about the run as a whole.
    pub fn global(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: shortened(message.into()),
            primary: None,
            secondary: Vec::new(),
            help: None,
        }
    }

    /// Says what stands at the primary place.
    pub fn label(mut self, text: impl Into<String>) -> Self {
        if let Some(primary) = &mut self.primary {
            primary.text = shortened(text.into());
        }
        self
    }

    /// Adds another place.
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.secondary.push(Label {
            span,
            text: shortened(text.into()),
        });
        self
    }

    /// Adds what to write instead.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(shortened(text.into()));
        self
    }
}

/// A name in a message may be as long as a file.
fn shortened(mut text: String) -> String {
    const MOST: usize = 1000;
    if text.len() > MOST {
        text.truncate(text.floor_char_boundary(MOST));
        text.push('…');
    }
    text
}

/// So many errors and so many warnings are kept. Whoever has mended them may ask for more.
const MOST: usize = 100;

/// What a run found, in the order it was found: the first of it, where it is much.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    errors: usize,
    warnings: usize,
}

impl Diagnostics {
    /// Nothing found yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Records a mistake. The same mistake at the same place is recorded once.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let is_error = diagnostic.code.severity() == Severity::Error;
        let count = match is_error {
            true => &mut self.errors,
            false => &mut self.warnings,
        };
        if *count >= MOST {
            *count += 1;
            return;
        }
        let same = |other: &Diagnostic| {
            other.code == diagnostic.code
                && other.primary.as_ref().map(|l| l.span)
                    == diagnostic.primary.as_ref().map(|l| l.span)
                && other.message == diagnostic.message
        };
        if self.list.iter().any(same) {
            return;
        }
        *count += 1;
        self.list.push(diagnostic);
    }

    /// Takes over what another stage found.
    pub fn append(&mut self, other: Diagnostics) {
        let (errors, warnings) = other.left_out();
        for diagnostic in other.list {
            self.push(diagnostic);
        }
        self.errors += errors;
        self.warnings += warnings;
    }

    /// How many are in the list.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Takes back all but the first `len`, because something explains them better.
    pub(crate) fn truncate(&mut self, len: usize) {
        for dropped in self.list.drain(len.min(self.list.len())..) {
            match dropped.code.severity() {
                Severity::Error => self.errors = self.errors.saturating_sub(1),
                Severity::Warning => self.warnings = self.warnings.saturating_sub(1),
            }
        }
    }

    /// How many errors and how many warnings were found and are not in the list.
    pub fn left_out(&self) -> (usize, usize) {
        let left_out = |count: usize| count.saturating_sub(MOST);
        (left_out(self.errors), left_out(self.warnings))
    }

    /// Whether there are more errors than anyone wants to read, so that it serves nobody to look for more.
    pub fn is_full(&self) -> bool {
        self.errors >= MOST
    }

    /// Puts what was found in the order of its places; what has none comes first.
    pub fn sort(&mut self) {
        self.list.sort_by_key(|diagnostic| {
            let primary = diagnostic.primary.as_ref();
            primary.map(|label| (label.span.file, label.span.start))
        });
    }

    /// Whether anything found is an error.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// How many errors were found.
    pub fn error_count(&self) -> usize {
        self.errors
    }

    /// Whether nothing was found, not even a warning.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// What was found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_errors_are_counted_and_the_first_are_kept() {
        let push = |diagnostics: &mut Diagnostics, code, count: usize| {
            for at in 0..count {
                diagnostics.push(Diagnostic::global(code, at.to_string()));
                diagnostics.push(Diagnostic::global(code, "0"));
            }
        };
        let mut diagnostics = Diagnostics::new();
        push(&mut diagnostics, Code::UnknownAttribute, 5);
        push(&mut diagnostics, Code::UnknownType, 99);
        assert!(!diagnostics.is_full());
        assert_eq!(diagnostics.iter().count(), 104);
        push(&mut diagnostics, Code::WrongKind, 11);
        assert!(diagnostics.is_full());
        assert_eq!(diagnostics.iter().count(), 105);
        assert!(diagnostics.left_out().0 >= 10);
        let rendered = render(&diagnostics, &crate::source::Sources::new(), false);
        assert!(rendered.contains("more errors are not shown"), "{rendered}");
    }
}
