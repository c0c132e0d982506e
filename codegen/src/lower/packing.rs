//! `#pragma pack`, in the IDL and in quoted C.

use crate::syntax::tree::PragmaPack;

/// The packing in force, and those to return to.
#[derive(Clone, Debug, Default)]
pub(super) struct Packing {
    current: Option<u8>,
    pushed: Vec<Option<u8>>,
}

impl Packing {
    /// The greatest alignment of a field, in bytes; `None` for the natural one.
    pub(super) fn current(&self) -> Option<u8> {
        self.current
    }

    /// Obeys a pragma.
    pub(super) fn pragma(&mut self, pragma: &PragmaPack) {
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

    /// Obeys a quoted line that includes one of the headers which set the packing.
    pub(super) fn quoted_include(&mut self, line: &str) {
        let header = line
            .trim_start()
            .strip_prefix("#include")
            .map(|rest| rest.trim().trim_matches(['<', '>', '"']));
        match header {
            Some("pshpack1.h") => self.pragma(&PragmaPack::Push(Some(1))),
            Some("pshpack2.h") => self.pragma(&PragmaPack::Push(Some(2))),
            Some("pshpack4.h") => self.pragma(&PragmaPack::Push(Some(4))),
            Some("pshpack8.h") => self.pragma(&PragmaPack::Push(Some(8))),
            Some("poppack.h") => self.pragma(&PragmaPack::Pop),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pushes_and_pops_nest() {
        let mut packing = Packing::default();
        packing.quoted_include("#include <pshpack4.h>");
        packing.pragma(&PragmaPack::Push(Some(1)));
        assert_eq!(packing.current(), Some(1));
        packing.pragma(&PragmaPack::Pop);
        assert_eq!(packing.current(), Some(4));
        packing.quoted_include("#include <poppack.h>");
        packing.pragma(&PragmaPack::Pop);
        assert_eq!(packing.current(), None);
    }
}
