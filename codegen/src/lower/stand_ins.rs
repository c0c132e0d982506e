//! Typedefs that stand in for those of a C header: they are for MIDL, and quoted conditionals hide them from C where it has
//! the header's own (`#ifndef KEY_DEFINED`) or in any case (`#if 0`).

use super::directive::directive;

/// The quoted conditionals around the present line.
#[derive(Debug, Default)]
pub(super) struct StandIns {
    /// Of each, from the outside inwards, whether it hides what stands in it.
    hides: Vec<bool>,
}

impl StandIns {
    /// Reads a quoted line.
    pub(super) fn quoted(&mut self, line: &str) {
        match directive(line) {
            Some(("ifndef", _) | ("if", "0")) => self.hides.push(true),
            Some(("if" | "ifdef", _)) => self.hides.push(false),
            Some(("elif" | "else", _)) => {
                if let Some(hides) = self.hides.last_mut() {
                    *hides = false;
                }
            }
            Some(("endif", _)) => {
                self.hides.pop();
            }
            _ => {}
        }
    }

    /// Whether the present line is hidden. What guards a whole file is further out, and says nothing of one type.
    pub(super) fn is_inside(&self) -> bool {
        self.hides.last() == Some(&true)
    }
}
