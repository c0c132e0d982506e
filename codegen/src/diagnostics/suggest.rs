//! The nearest known name to a misspelled one.

use std::cmp::Reverse;

/// Longer names are not written by hand, and comparing them takes long.
const LONGEST: usize = 128;

/// The candidate that differs least from `name`, ignoring ASCII case, if it is near enough to be meant.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST {
        return None;
    }
    let limit = (name.chars().count() / 3).max(1);
    let letters = Letters::of(name);
    candidates
        .into_iter()
        // Whatever one name has more than the other is a difference.
        .filter(|candidate| {
            let more = name.len().abs_diff(candidate.len());
            more <= limit || !name.is_ascii() || !candidate.is_ascii() && candidate.len() <= LONGEST
        })
        .filter(|candidate| letters.apart(candidate) <= limit)
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, candidate)| {
            // Hands seldom err in the case of letters, or at the start of a word.
            let is_upper = |name: &str| name.starts_with(|c: char| c.is_uppercase());
            let is_other = is_upper(name) != is_upper(candidate);
            let pairs = name.bytes().zip(candidate.bytes());
            let same = pairs.take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
            (*distance, is_other, Reverse(same), candidate.len())
        })
        .map(|(_, candidate)| candidate)
}

/// How often each letter of ASCII stands in a name: what two names differ in there is never more than their distance, and
/// is found out much faster.
struct Letters {
    counts: [i32; 128],
}

impl Letters {
    fn of(name: &str) -> Self {
        let mut counts = [0; 128];
        for letter in ascii(name) {
            counts[letter] += 1;
        }
        Self { counts }
    }

    /// How many letters one of the names has that the other one lacks, whichever has more.
    fn apart(&self, other: &str) -> usize {
        let mut counts = self.counts;
        for letter in ascii(other) {
            counts[letter] -= 1;
        }
        let more: i32 = counts.iter().filter(|count| **count > 0).sum();
        let less: i32 = counts.iter().filter(|count| **count < 0).sum();
        more.max(-less).unsigned_abs() as usize
    }
}

fn ascii(name: &str) -> impl Iterator<Item = usize> {
    let letters = name.bytes().filter(u8::is_ascii);
    letters.map(|letter| usize::from(letter.to_ascii_lowercase()))
}

/// Damerau–Levenshtein distance (adjacent swaps count once), ignoring ASCII case.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().map(|c| c.to_ascii_lowercase()).collect();
    let b: Vec<char> = b.chars().map(|c| c.to_ascii_lowercase()).collect();
    let mut rows = [
        vec![0; b.len() + 1],
        (0..=b.len()).collect(),
        vec![0; b.len() + 1],
    ];
    for i in 1..=a.len() {
        let [before, previous, current] = &mut rows;
        current[0] = i;
        for j in 1..=b.len() {
            let replaced = previous[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(previous[j] + 1).min(current[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            current[j] = best;
        }
        rows.rotate_left(1);
    }
    rows[1][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let known = ["unique", "string", "size_is"];
        assert_eq!(nearest("uniqe", known), Some("unique"));
        assert_eq!(nearest("stirng", known), Some("string"));
        assert_eq!(nearest("SIZE_IS", known), Some("size_is"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("lng", ["LONG", "long"]), Some("long"));
        assert_eq!(nearest("UNT", ["INT", "UINT"]), Some("UINT"));
        assert_eq!(nearest("LNG", ["LONG", "long"]), Some("LONG"));
    }

    #[test]
    fn letters_are_never_further_apart_than_names() {
        let names = [
            "",
            "a",
            "ab",
            "ba",
            "abc",
            "aabbcc",
            "CBA",
            "tagSTATSTG",
            "STATSTG",
            "stgtats",
        ];
        for a in names {
            for b in names {
                assert!(Letters::of(a).apart(b) <= distance(a, b), "{a} {b}");
            }
        }
    }
}
