//! `#pragma pack`, in the IDL and in quoted C.

use super::directive::directive;
use crate::machines::Machines;
use crate::schema::Target;
use crate::syntax::tree::PragmaPack;

/// The packing in force, and those to return to.
///
/// Quoted C may ask for the machine: `oledb.idl` packs its structs for 32 bits only. So each machine has its own.
#[derive(Clone, Debug, Default)]
pub(super) struct Packing {
    /// In the order of [`Target::ALL`].
    stacks: [Stack; Target::ALL.len()],
}

impl Packing {
    /// The packing in force on a machine: the greatest alignment of a field, in bytes, or `None` for the natural one.
    pub(super) fn on(&self, target: Target) -> Option<u8> {
        let mut stacks = Target::ALL.iter().zip(&self.stacks);
        let (_, stack) = stacks.find(|(other, _)| **other == target)?;
        stack.current
    }

    /// Obeys a pragma.
    pub(super) fn pragma(&mut self, pragma: &PragmaPack) {
        self.obey(pragma, Machines::ALL);
    }

    fn obey(&mut self, pragma: &PragmaPack, machines: Machines) {
        for (target, stack) in Target::ALL.into_iter().zip(&mut self.stacks) {
            if machines.meets(machine(target)) {
                stack.obey(pragma);
            }
        }
    }

    /// Obeys a quoted line that sets the packing on some machines, itself or by one of the headers that do.
    pub(super) fn quoted(&mut self, line: &str, machines: Machines) {
        let pragma = match directive(line) {
            Some(("include", rest)) => packing_header(rest),
            Some(("pragma", rest)) => pragma(rest),
            _ => None,
        };
        if let Some(pragma) = pragma {
            self.obey(&pragma, machines);
        }
    }
}

fn machine(target: Target) -> Machines {
    match target {
        Target::X86 => Machines::X86,
        Target::X64 => Machines::X64,
        Target::Arm64 => Machines::ARM64,
    }
}

fn packing_header(name: &str) -> Option<PragmaPack> {
    Some(match name.trim_matches(['<', '>', '"']) {
        "pshpack1.h" => PragmaPack::Push(Some(1)),
        "pshpack2.h" => PragmaPack::Push(Some(2)),
        "pshpack4.h" => PragmaPack::Push(Some(4)),
        "pshpack8.h" => PragmaPack::Push(Some(8)),
        "poppack.h" => PragmaPack::Pop,
        _ => return None,
    })
}

/// `pack(push, 1)` and the like; of what it means for C compilers, no more is known.
fn pragma(text: &str) -> Option<PragmaPack> {
    let arguments = text.strip_prefix("pack")?.trim_start();
    let arguments = arguments.strip_prefix('(')?.strip_suffix(')')?;
    let arguments: Vec<&str> = arguments.split(',').map(str::trim).collect();
    let size = |text: &str| {
        let size = text.parse().ok();
        size.filter(|size| matches!(size, 1 | 2 | 4 | 8 | 16))
    };
    Some(match arguments.as_slice() {
        [""] => PragmaPack::Set(None),
        ["push"] => PragmaPack::Push(None),
        ["pop", ..] => PragmaPack::Pop,
        ["push", last] | ["push", _, last] => PragmaPack::Push(size(last)),
        [only] => PragmaPack::Set(Some(size(only)?)),
        _ => return None,
    })
}

#[derive(Clone, Debug, Default)]
struct Stack {
    current: Option<u8>,
    pushed: Vec<Option<u8>>,
}

impl Stack {
    fn obey(&mut self, pragma: &PragmaPack) {
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
    use crate::lower::condition::Conditions;
    use crate::source::{Origin, Sources};

    /// The packing behind these lines, in the order of [`Target::ALL`].
    fn behind(lines: &[&str]) -> [Option<u8>; 3] {
        let (mut packing, mut conditions) = (Packing::default(), Conditions::default());
        let file = Sources::new().add("a.idl", String::new(), Origin::Input);
        for line in lines {
            conditions.pass(line, file);
            packing.quoted(line, conditions.machines());
        }
        Target::ALL.map(|target| packing.on(target))
    }

    #[test]
    fn pushes_and_pops_nest() {
        let mut packing = Packing::default();
        packing.quoted("#include <pshpack4.h>", Machines::ALL);
        packing.pragma(&PragmaPack::Push(Some(1)));
        assert_eq!(packing.on(Target::X64), Some(1));
        packing.pragma(&PragmaPack::Pop);
        assert_eq!(packing.on(Target::X86), Some(4));
        packing.quoted("#include <poppack.h>", Machines::ALL);
        packing.pragma(&PragmaPack::Pop);
        assert_eq!(packing.on(Target::X64), None);
    }

    #[test]
    fn quoted_conditions_may_ask_for_the_machine() {
        let oledb = [
            "#ifdef _WIN64",
            "#include <pshpack8.h>",
            "#else // 32 bits",
            "#include <pshpack2.h>",
            "#endif",
        ];
        assert_eq!(behind(&oledb), [Some(2), Some(8), Some(8)]);
        let popped = [oledb.as_slice(), &["#include <poppack.h>"]].concat();
        assert_eq!(behind(&popped), [None; 3]);
        let nested = ["#ifndef _WIN64", "#ifdef STRICT", "#include <pshpack1.h>"];
        assert_eq!(behind(&nested), [Some(1), None, None]);
        let chain = [
            "# if defined(_M_AMD64)",
            "#include \"pshpack1.h\" /* tight */",
            "#elif defined(_M_IX86)",
            "#include <pshpack2.h>",
            "#else",
            "#include <pshpack4.h>",
            "#endif",
        ];
        assert_eq!(behind(&chain), [Some(2), Some(1), Some(4)]);
    }

    #[test]
    fn quoted_pragmas_count_as_well() {
        let set = |pragma| behind(&["#ifdef _WIN64", "#pragma pack(push, 4)", "#endif", pragma]);
        assert_eq!(set("#pragma pack( 2 )"), [Some(2); 3]);
        assert_eq!(set("#pragma pack(push, label, 1)"), [Some(1); 3]);
        assert_eq!(set("#pragma pack()"), [None; 3]);
        assert_eq!(set("#pragma pack(pop)"), [None; 3]);
        for pragma in [
            "#pragma pack(push)",
            "#pragma pack(push, label)",
            "#pragma pack(3)",
        ] {
            assert_eq!(set(pragma), [None, Some(4), Some(4)], "{pragma}");
        }
    }

    #[test]
    fn what_asks_for_something_else_is_taken() {
        let lines = ["#ifdef STRICT", "#include <pshpack4.h>", "#else"];
        assert_eq!(behind(&lines), [Some(4); 3]);
        let lines = [
            "#ifdef _WIN64",
            "#elif defined(STRICT)",
            "#include <pshpack4.h>",
        ];
        assert_eq!(behind(&lines), [Some(4), None, None]);
        assert_eq!(behind(&["#if 0", "#include <pshpack1.h>"]), [None; 3]);
        assert_eq!(behind(&["#endif", "#else", "#pragma once"]), [None; 3]);
    }
}
