//! `#pragma pack`, in the IDL and in quoted C.

use crate::syntax::tree::PragmaPack;

/// The packing in force, and those to return to.
///
/// Quoted C may ask for the machine: `oledb.idl` packs its structs for 32 bits only. So there are two of each.
#[derive(Clone, Debug, Default)]
pub(super) struct Packing {
    /// On machines of 32 bits.
    narrow: Stack,
    /// On machines of 64 bits.
    wide: Stack,
    /// The quoted conditionals around the present line, from the outside inwards.
    conditions: Vec<Condition>,
}

/// A quoted `#if`, and for which machines what follows it is.
#[derive(Clone, Copy, Debug)]
struct Condition {
    narrow: bool,
    wide: bool,
}

/// The greatest alignment of a field, in bytes; `None` for the natural one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pack {
    /// On machines of 32 bits.
    pub(super) narrow: Option<u8>,
    /// On machines of 64 bits.
    pub(super) wide: Option<u8>,
}

impl Packing {
    /// The packing in force.
    pub(super) fn current(&self) -> Pack {
        Pack {
            narrow: self.narrow.current,
            wide: self.wide.current,
        }
    }

    /// Obeys a pragma.
    pub(super) fn pragma(&mut self, pragma: &PragmaPack) {
        self.narrow.pragma(pragma);
        self.wide.pragma(pragma);
    }

    /// Obeys a quoted line that includes one of the headers which set the packing, or asks for the machine.
    pub(super) fn quoted(&mut self, line: &str) {
        let Some((word, rest)) = directive(line) else {
            return;
        };
        match word {
            "if" | "ifdef" | "ifndef" => self.conditions.push(Condition::of(word, rest)),
            "elif" | "else" => {
                if let Some(condition) = self.conditions.last_mut() {
                    *condition = condition.otherwise();
                }
            }
            "endif" => {
                self.conditions.pop();
            }
            "include" => self.include(rest.trim_matches(['<', '>', '"'])),
            _ => {}
        }
    }

    fn include(&mut self, header: &str) {
        let pragma = match header {
            "pshpack1.h" => PragmaPack::Push(Some(1)),
            "pshpack2.h" => PragmaPack::Push(Some(2)),
            "pshpack4.h" => PragmaPack::Push(Some(4)),
            "pshpack8.h" => PragmaPack::Push(Some(8)),
            "poppack.h" => PragmaPack::Pop,
            _ => return,
        };
        if self.conditions.iter().all(|condition| condition.narrow) {
            self.narrow.pragma(&pragma);
        }
        if self.conditions.iter().all(|condition| condition.wide) {
            self.wide.pragma(&pragma);
        }
    }
}

impl Condition {
    /// Of what asks for something else than the machine, all is taken.
    const ALL: Self = Self {
        narrow: true,
        wide: true,
    };

    fn of(word: &str, rest: &str) -> Self {
        let bare: String = rest.split_whitespace().collect();
        let on_wide = match (word, bare.as_str()) {
            ("ifdef", "_WIN64") | ("if", "defined(_WIN64)" | "defined_WIN64") => true,
            ("ifndef", "_WIN64") | ("if", "!defined(_WIN64)" | "!defined_WIN64") => false,
            _ => return Self::ALL,
        };
        Self {
            narrow: !on_wide,
            wide: on_wide,
        }
    }

    fn otherwise(self) -> Self {
        match self.narrow == self.wide {
            true => self,
            false => Self {
                narrow: !self.narrow,
                wide: !self.wide,
            },
        }
    }
}

/// `#word rest`
fn directive(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start().strip_prefix('#')?.trim_start();
    let end = line.find(|c: char| !c.is_ascii_alphabetic());
    let (word, rest) = line.split_at(end.unwrap_or(line.len()));
    Some((word, rest.trim()))
}

#[derive(Clone, Debug, Default)]
struct Stack {
    current: Option<u8>,
    pushed: Vec<Option<u8>>,
}

impl Stack {
    fn pragma(&mut self, pragma: &PragmaPack) {
        match pragma {
            PragmaPack::Set(bytes) => self.current = *bytes,
            PragmaPack::Push(bytes) => {
                self.pushed.push(self.current);
                if bytes.is_some() {
                    self.current = *bytes;
                }
            }
            PragmaPack::Pop => self.current = self.pushed.pop().flatten(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(narrow: Option<u8>, wide: Option<u8>) -> Pack {
        Pack { narrow, wide }
    }

    #[test]
    fn pushes_and_pops_nest() {
        let mut packing = Packing::default();
        packing.quoted("#include <pshpack4.h>");
        packing.pragma(&PragmaPack::Push(Some(1)));
        assert_eq!(packing.current(), packed(Some(1), Some(1)));
        packing.pragma(&PragmaPack::Pop);
        assert_eq!(packing.current(), packed(Some(4), Some(4)));
        packing.quoted("#include <poppack.h>");
        packing.pragma(&PragmaPack::Pop);
        assert_eq!(packing.current(), packed(None, None));
    }

    #[test]
    fn quoted_conditions_may_ask_for_the_machine() {
        for condition in ["#ifdef _WIN64", "# if defined( _WIN64 )"] {
            let mut packing = Packing::default();
            for line in [condition, "#include <pshpack8.h>", "#else"] {
                packing.quoted(line);
            }
            packing.quoted("#include <pshpack2.h>");
            packing.quoted("#endif");
            assert_eq!(packing.current(), packed(Some(2), Some(8)));
            packing.quoted("#include <poppack.h>");
            assert_eq!(packing.current(), packed(None, None));
        }
        let mut packing = Packing::default();
        for line in ["#ifndef _WIN64", "#ifdef STRICT", "#include <pshpack1.h>"] {
            packing.quoted(line);
        }
        assert_eq!(packing.current(), packed(Some(1), None));
    }
}
