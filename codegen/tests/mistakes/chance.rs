//! Numbers that look random and are the same in every run.

/// A number that depends on all of the text.
pub fn of(text: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^ (hash >> 33)
}

/// One of so many, by a text.
pub fn below(text: &str, count: usize) -> usize {
    (of(text) % count.max(1) as u64) as usize
}
