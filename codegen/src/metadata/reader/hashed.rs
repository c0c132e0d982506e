//! Rows by the hashes of their names, as the build script writes them for the metadata that ships in the compiler. To go through all of
//! its names takes longer than to check a short file, and a search among the names themselves touches a page at each step.

/// Rows behind the hashes of their names, four bytes each, sorted.
#[derive(Clone, Copy)]
pub(super) struct Hashed(&'static [u8]);

impl Hashed {
    pub(super) const fn new(sorted: &'static [u8]) -> Self {
        Self(sorted)
    }

    /// The rows whose names may be that one, whatever the case of its letters, in order.
    pub(super) fn rows(self, name: &str) -> impl Iterator<Item = usize> {
        let hash = hash(name.as_bytes());
        let (entries, _) = self.0.as_chunks();
        let first = entries.partition_point(|entry| parts(entry).0 < hash);
        let rest = entries.iter().skip(first).map(parts);
        rest.take_while(move |(other, _)| *other == hash)
            .map(|(_, row)| row as usize)
    }
}

fn parts(entry: &[u8; 8]) -> (u32, u32) {
    let [a, b, c, d, row @ ..] = entry;
    (
        u32::from_le_bytes([*a, *b, *c, *d]),
        u32::from_le_bytes(*row),
    )
}

/// The hash FNV-1a of a name in small letters.
pub(super) fn hash(name: &[u8]) -> u32 {
    name.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_fnv() {
        assert_eq!(hash(b""), 0x811c_9dc5);
        assert_eq!(hash(b"foobar"), 0xbf9c_f968);
        assert_eq!(hash(b"FooBar"), hash(b"foobar"));
    }
}
