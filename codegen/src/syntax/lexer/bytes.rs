//! What a token is made of: how far strings, numbers, UUIDs and punctuation go, in bytes.

use crate::syntax::token::{self, TokenKind};

/// A string that goes on for more lines than that, if it does, lacks its quote.
const LONGEST_STRING: usize = 4096;

/// The length of the rest of a string that goes on in the next lines, with its quote. MIDL lets it; a string that
/// lacks its quote would go on to the start of the next one, so that what follows the quote has to be what may follow a
/// string.
pub(super) fn goes_on(bytes: &[u8]) -> Option<usize> {
    let bytes = bytes.get(..LONGEST_STRING).unwrap_or(bytes);
    let length = bytes.iter().position(|byte| *byte == b'"')? + 1;
    let (string, behind) = bytes.split_at_checked(length)?;
    let next = behind.iter().find(|byte| !byte.is_ascii_whitespace())?;
    let is_directive = |line: &[u8]| line.trim_ascii_start().starts_with(b"#");
    let is_string = matches!(next, b')' | b']' | b',' | b';')
        && !string.contains(&b'\\')
        && !string.split(|byte| *byte == b'\n').any(is_directive);
    is_string.then_some(length)
}

/// The length of the rest of a comment behind its `/*`, with its `*/`.
pub(in crate::syntax) fn comment_length(text: &str) -> Option<usize> {
    // Crates that search ask the processor first what it can do: where that is emulated, it takes longer than all comments of a short file.
    let mut slashes = text.match_indices('/').map(|(at, _)| at);
    let bytes = text.as_bytes();
    let end = slashes.find(|at| at.checked_sub(1).and_then(|at| bytes.get(at)) == Some(&b'*'))?;
    Some(end + 1)
}

/// The length of a backslash and the line end behind it.
pub(super) fn continuation(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b'\\', b'\n', ..] => Some(2),
        [b'\\', b'\r', b'\n', ..] => Some(3),
        _ => None,
    }
}

/// Whether a byte is a blank inside a line.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | 0x0b | 0x0c)
}

pub(super) fn is_name_byte(byte: u8) -> bool {
    const IN_NAMES: [bool; 256] = {
        let mut table = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            let it = byte as u8;
            table[byte] = it.is_ascii_alphanumeric() || it == b'_';
            byte += 1;
        }
        table
    };
    IN_NAMES[usize::from(byte)]
}

/// The length of a number, or of what someone meant as one: it runs to the next character that cannot stand
/// in a number or a name, so that `12abc` is one wrong number and not a number and a name.
pub(super) fn number_length(bytes: &[u8]) -> usize {
    let is_hex = matches!(bytes, [b'0', b'x' | b'X', ..]);
    let mut length = 0;
    while let Some(&byte) = bytes.get(length) {
        let belongs = match byte {
            // `1..5` is a range.
            b'.' => bytes.get(length + 1) != Some(&b'.'),
            b'+' | b'-' => {
                !is_hex
                    && length > 0
                    && matches!(bytes[length - 1], b'e' | b'E')
                    && bytes.get(length + 1).is_some_and(u8::is_ascii_digit)
            }
            _ => is_name_byte(byte),
        };
        if !belongs {
            break;
        }
        length += 1;
    }
    length
}

pub(in crate::syntax) const UUID_LENGTH: usize = 36;

/// Whether the bytes start with a GUID. It is told by its shape wherever it stands: four minus signs between
/// five hexadecimal groups of just these lengths, without blanks, is nothing that anyone writes as arithmetic.
pub(in crate::syntax) fn starts_with_uuid(bytes: &[u8]) -> bool {
    let Some(head) = bytes.get(..UUID_LENGTH) else {
        return false;
    };
    let fits = |(at, byte): (usize, &u8)| match at {
        8 | 13 | 18 | 23 => *byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    head[8] == b'-'
        && head.iter().enumerate().all(fits)
        && !bytes
            .get(UUID_LENGTH)
            .is_some_and(|byte| is_name_byte(*byte) || *byte == b'-')
}

pub(super) fn punctuation(bytes: &[u8]) -> (TokenKind, usize) {
    use TokenKind::*;
    match bytes {
        [b'.', b'.', b'.', ..] => (Ellipsis, 3),
        [b'.', b'.', ..] => (DotDot, 2),
        [b'=', b'=', ..] => (EqualEqual, 2),
        [b'!', b'=', ..] => (NotEqual, 2),
        [b'<', b'=', ..] => (LessEqual, 2),
        [b'<', b'<', ..] => (ShiftLeft, 2),
        [b'>', b'=', ..] => (GreaterEqual, 2),
        [b'>', b'>', ..] => (ShiftRight, 2),
        [b'-', b'>', ..] => (Arrow, 2),
        [b'&', b'&', ..] => (AndAnd, 2),
        [b'|', b'|', ..] => (OrOr, 2),
        [b'#', b'#', ..] => (HashHash, 2),
        [b'(', ..] => (LeftParen, 1),
        [b')', ..] => (RightParen, 1),
        [b'[', ..] => (LeftBracket, 1),
        [b']', ..] => (RightBracket, 1),
        [b'{', ..] => (LeftBrace, 1),
        [b'}', ..] => (RightBrace, 1),
        [b';', ..] => (Semicolon, 1),
        [b',', ..] => (Comma, 1),
        [b':', ..] => (Colon, 1),
        [b'?', ..] => (Question, 1),
        [b'=', ..] => (Equal, 1),
        [b'!', ..] => (Not, 1),
        [b'<', ..] => (Less, 1),
        [b'>', ..] => (Greater, 1),
        [b'+', ..] => (Plus, 1),
        [b'-', ..] => (Minus, 1),
        [b'*', ..] => (Star, 1),
        [b'/', ..] => (Slash, 1),
        [b'%', ..] => (Percent, 1),
        [b'&', ..] => (And, 1),
        [b'|', ..] => (Or, 1),
        [b'^', ..] => (Caret, 1),
        [b'~', ..] => (Tilde, 1),
        [b'.', ..] => (Dot, 1),
        [b'#', ..] => (Hash, 1),
        _ => (Invalid(token::Invalid::Character), 1),
    }
}
