//! How hands misspell a word.

use crate::chance;

/// The word with two letters swapped, one left out, one doubled, or one hit beside its key.
pub fn misspelled(word: &str, seed: &str) -> String {
    if word.len() < 3 {
        return word.to_owned();
    }
    let mut letters: Vec<char> = word.chars().collect();
    let seed = format!("{seed} {word}");
    let at = 1 + chance::below(&format!("{seed} where"), letters.len().saturating_sub(2));
    match chance::below(&format!("{seed} how"), 4) {
        0 if letters[at - 1] != letters[at] && !letters[at].is_ascii_digit() => {
            letters.swap(at - 1, at);
        }
        1 => {
            letters.remove(at);
        }
        2 => letters[at] = if letters[at] == 'x' { 'z' } else { 'x' },
        _ => letters.insert(at, letters[at]),
    }
    letters.into_iter().collect()
}
