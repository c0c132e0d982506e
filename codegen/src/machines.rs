//! The machines that COM runs on, and how C tells them apart.

/// Some of the machines that COM runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Machines(u8);

impl Machines {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const X86: Self = Self(1);
    pub(crate) const X64: Self = Self(2);
    pub(crate) const ARM64: Self = Self(4);
    /// Those of 64 bits.
    pub(crate) const WIDE: Self = Self::X64.or(Self::ARM64);
    pub(crate) const ALL: Self = Self::X86.or(Self::WIDE);
    /// Each by itself.
    pub(crate) const EACH: [Self; 3] = [Self::X86, Self::X64, Self::ARM64];

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether some machine is among both.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.and(other) != Self::NONE
    }

    /// The machines whose compilers define a macro; `None` for one that has nothing to do with the machine.
    pub(crate) fn that_define(name: &str) -> Option<Self> {
        Some(match name {
            "_WIN32" => Self::ALL,
            "_WIN64" => Self::WIDE,
            "_M_IX86" | "_X86_" | "__i386__" => Self::X86,
            "_M_AMD64" | "_M_X64" | "_AMD64_" | "__x86_64__" => Self::X64,
            "_M_ARM64" | "_ARM64_" | "__aarch64__" => Self::ARM64,
            // Machines of the past.
            "_M_IA64" | "_IA64_" | "_M_ARM" | "_ARM_" | "_M_ALPHA" | "_ALPHA_" | "_M_MRX000"
            | "_MIPS_" | "_M_PPC" | "_PPC_" => Self::NONE,
            _ => return None,
        })
    }

    /// Their names, for a message.
    pub(crate) fn names(self) -> String {
        match self {
            Self::ALL => "all machines".to_owned(),
            Self::WIDE => "machines of 64 bits".to_owned(),
            some => {
                let names = Self::EACH.into_iter().zip(["x86", "x64", "ARM64"]);
                let names = names.filter(|(machine, _)| some.meets(*machine));
                names
                    .map(|(_, name)| name)
                    .collect::<Vec<_>>()
                    .join(" and ")
            }
        }
    }
}
