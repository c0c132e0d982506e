//! The words and signs of metadata as text, with comments left out.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A keyword, a name or a number.
    Word,
    /// Text or a character in quotes.
    Quoted,
    /// One character of anything else.
    Sign(u8),
}

/// A token and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) place: Range<usize>,
}

/// The tokens of a text, as Rust divides it. What never ends, ends with the text: who compiles it says so.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let rest = &bytes[at..];
        let (kind, length) = match byte {
            _ if byte.is_ascii_whitespace() => (None, 1),
            b'/' if rest.starts_with(b"//") => (None, line(rest)),
            b'/' if rest.starts_with(b"/*") => (None, block(rest)),
            b'"' => (Some(Kind::Quoted), quoted(rest, b'"')),
            b'\'' if is_character(text, at) => (Some(Kind::Quoted), quoted(rest, b'\'')),
            b'r' if let Some(length) = raw(rest) => (Some(Kind::Quoted), length),
            // A name that is written as a raw one: `r#in`.
            b'r' if rest.starts_with(b"r#") && word(&rest[2..]) > 0 => (None, 2),
            _ if is_word(*byte) => (Some(Kind::Word), word(rest)),
            _ => (Some(Kind::Sign(*byte)), 1),
        };
        let end = at + length;
        let place = at..end;
        tokens.extend(kind.map(|kind| Token { kind, place }));
        at = end;
    }
    tokens
}

/// The length of the word at the start of some bytes.
pub(super) fn word(bytes: &[u8]) -> usize {
    let length = bytes.iter().position(|byte| !is_word(*byte));
    length.unwrap_or(bytes.len())
}

fn is_word(byte: u8) -> bool {
    byte == b'_' || byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

fn line(bytes: &[u8]) -> usize {
    let length = bytes.iter().position(|byte| *byte == b'\n');
    length.unwrap_or(bytes.len())
}

/// A comment, which may hold others.
fn block(bytes: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        if rest.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += 1;
        }
    }
    at
}

fn quoted(bytes: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b'\\' => 2,
            _ => 1,
        };
        if *byte == quote {
            break;
        }
    }
    at.min(bytes.len())
}

/// Whether a single quote begins a character, and no lifetime.
fn is_character(text: &str, at: usize) -> bool {
    let mut rest = text[at..].chars().skip(1);
    match rest.next() {
        Some('\\') => true,
        _ => rest.next() == Some('\''),
    }
}

/// `r"…"`, `r#"…"#` and so on.
fn raw(bytes: &[u8]) -> Option<usize> {
    let signs = bytes[1..].iter().take_while(|byte| **byte == b'#').count();
    let open = 1 + signs;
    if bytes.get(open) != Some(&b'"') {
        return None;
    }
    let end = [b"\"".as_slice(), &bytes[1..open]].concat();
    let text = &bytes[open + 1..];
    let length = text.windows(end.len()).position(|window| window == end);
    Some(length.map_or(bytes.len(), |length| open + 1 + length + end.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_comments_hide_what_is_in_them() {
        let text = r####"a/*{/*{*/{*/b // {
            "{\"{" 'x' '\'' 'life r#"{"{"# r#in ü1::é "{"####;
        let found: Vec<&str> = tokens(text)
            .into_iter()
            .map(|token| &text[token.place])
            .collect();
        assert_eq!(
            found,
            [
                "a",
                "b",
                r#""{\"{""#,
                "'x'",
                r"'\''",
                "'",
                "life",
                r###"r#"{"{"#"###,
                "in",
                "ü1",
                ":",
                ":",
                "é",
                "\"{"
            ]
        );
    }

    #[test]
    fn what_never_ends_ends_with_the_text() {
        for text in [
            "/*", "/* /* */", "\"", "\"\\", "'\\", "r#\"", "r#", "//", "'",
        ] {
            let tokens = tokens(text);
            assert!(tokens.iter().all(|token| token.place.end <= text.len()));
        }
    }
}
