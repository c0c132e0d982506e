//! How tight the fields of a record lie.

use super::Target;

/// The greatest alignment that the fields of a record have, in bytes; `None` for the natural one.
///
/// It may depend on the machine: headers of Windows pack many structs for 32 bits only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Pack {
    /// On machines of 32 bits.
    pub narrow: Option<u8>,
    /// On machines of 64 bits.
    pub wide: Option<u8>,
}

impl Pack {
    /// No packing on any machine.
    pub const NATURAL: Self = Self::everywhere(None);

    /// The same on all machines.
    pub const fn everywhere(bytes: Option<u8>) -> Self {
        Self {
            narrow: bytes,
            wide: bytes,
        }
    }

    /// What it is on a target.
    pub fn on(self, target: Target) -> Option<u8> {
        match target {
            Target::X86 => self.narrow,
            Target::X64 | Target::Arm64 => self.wide,
        }
    }

    /// Whether it depends on the machine.
    pub fn differs(self) -> bool {
        self.narrow != self.wide
    }
}

impl From<Option<u8>> for Pack {
    fn from(bytes: Option<u8>) -> Self {
        Self::everywhere(bytes)
    }
}
