//! What might be meant by a name that nothing has.

use super::Lowering;
use crate::diagnostics::nearest;
use smol_str::SmolStr;

/// Types that are words of MIDL's own.
const BASIC: [&str; 13] = [
    "boolean", "byte", "char", "double", "float", "hyper", "int", "long", "short", "small",
    "unsigned", "void", "wchar_t",
];

/// What a name was to stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sought {
    Type,
    Constant,
}

impl Lowering<'_> {
    /// The name that is nearest, for a message: among those that are known, of types also to MIDL and Windows, and those in imported files
    /// that nothing needs. Among equally near ones what is known comes first, and then the alphabet decides, so that messages
    /// never change. None where nobody will read the message: to look for similar names takes long.
    pub(super) fn similar_name(&self, sought: Sought, name: &str) -> Option<String> {
        if self.diagnostics.is_full() {
            return None;
        }
        let of_windows = match self.external {
            Some(types) if sought == Sought::Type && self.knows_windows => types.similar(name),
            _ => Vec::new(),
        };
        let (what, mut known): (_, Vec<&str>) = match sought {
            Sought::Type => (
                "type",
                (self.names.ordinary.keys().map(SmolStr::as_str))
                    .chain(of_windows.iter().map(String::as_str))
                    .collect(),
            ),
            Sought::Constant => (
                "constant",
                self.constants.keys().map(SmolStr::as_str).collect(),
            ),
        };
        if sought == Sought::Type {
            known.extend(BASIC);
        }
        known.sort_unstable();
        let mut unused: Vec<&str> = self.program.unused_names().collect();
        unused.sort_unstable();
        let near = nearest(name, known.iter().copied().chain(unused))?;
        // What nothing needs was not read: most of it are types, and it may be anything else.
        let is_one = sought == Sought::Type || known.binary_search(&near).is_ok();
        Some(match is_one {
            true => format!("a {what} of a similar name is `{near}`"),
            false => format!("a similar name is `{near}`"),
        })
    }
}
