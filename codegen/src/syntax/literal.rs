//! What the spelling of a number, character or string means.

use std::borrow::Cow;

/// A number.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Number {
    /// An integer, and what its suffix says.
    Integer {
        /// The value.
        value: u64,
        /// `U`
        unsigned: bool,
        /// `LL`, `i64`: it has 64 bits. `L` has 32, as an integer without a suffix.
        wide: bool,
    },
    /// A floating-point number.
    Float {
        /// The value.
        value: f64,
        /// `F`
        single: bool,
    },
}

/// Reads a number. The error says what is wrong with it.
pub(crate) fn number(text: &str) -> Result<Number, String> {
    let lower = match text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(text.to_ascii_lowercase()),
        false => Cow::Borrowed(text),
    };
    let is_hex = lower.starts_with("0x");
    if !is_hex && lower.contains(['.', 'e']) {
        return float(&lower).ok_or_else(|| format!("`{text}` is not a number"));
    }
    let (radix, digits) = match lower.strip_prefix("0x") {
        Some(digits) => (16, digits),
        None if lower.starts_with('0') => (8, &*lower),
        None => (10, &*lower),
    };
    let length = digits
        .find(|c: char| !c.is_digit(if radix == 16 { 16 } else { 10 }))
        .unwrap_or(digits.len());
    let (digits, suffix) = digits.split_at(length);
    if digits.is_empty() {
        return Err(format!("`{text}` has no digits"));
    }
    let (unsigned, wide) = match suffix {
        "" | "l" | "i8" | "i16" | "i32" => (false, false),
        "u" | "ul" | "lu" | "ui8" | "ui16" | "ui32" => (true, false),
        "ll" | "i64" => (false, true),
        "ull" | "llu" | "ui64" => (true, true),
        // C's `1f` needs a point; MIDL files write it anyway.
        "f" if radix == 10 => {
            return float(&lower).ok_or_else(|| format!("`{text}` is not a number"));
        }
        _ => {
            return Err(format!(
                "`{}` is not a suffix of a number",
                &text[text.len() - suffix.len()..]
            ));
        }
    };
    if radix == 8
        && let Some(digit) = digits.chars().find(|digit| !digit.is_digit(8))
    {
        return Err(format!("`{digit}` is not a digit of an octal number"));
    }
    match u64::from_str_radix(digits, radix) {
        Ok(value) => Ok(Number::Integer {
            value,
            unsigned,
            wide,
        }),
        Err(_) => Err(format!("`{text}` does not fit into 64 bits")),
    }
}

/// A number with a fraction or an exponent, in small letters.
fn float(lower: &str) -> Option<Number> {
    let value = lower.trim_end_matches(['f', 'l']).parse().ok()?;
    let single = lower.ends_with('f');
    Some(Number::Float { value, single })
}

/// Undoes the escapes of a string or character literal, given with its quotes (and `L`).
pub(crate) fn unquote(text: &str) -> String {
    let text = text.strip_prefix('L').unwrap_or(text);
    let inside = text.get(1..text.len().saturating_sub(1)).unwrap_or("");
    if !inside.contains('\\') {
        return inside.to_owned();
    }
    let mut out = String::with_capacity(inside.len());
    let mut rest = inside.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let Some(escape) = rest.next() else { break };
        match escape {
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'r' => out.push('\r'),
            'a' => out.push('\u{7}'),
            'b' => out.push('\u{8}'),
            'f' => out.push('\u{c}'),
            'v' => out.push('\u{b}'),
            'x' => {
                let (value, behind) = digits(rest.as_str(), 16, usize::MAX);
                out.push(char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER));
                rest = behind.chars();
            }
            '0'..='7' => {
                let from = &inside[inside.len() - rest.as_str().len() - 1..];
                let (value, behind) = digits(from, 8, 3);
                out.push(char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER));
                rest = behind.chars();
            }
            // A line that goes on.
            '\n' => {}
            '\r' => {
                rest = rest
                    .as_str()
                    .strip_prefix('\n')
                    .unwrap_or(rest.as_str())
                    .chars();
            }
            other => out.push(other),
        }
    }
    out
}

/// The value of up to `most` leading digits, and what stands behind them.
fn digits(text: &str, radix: u32, most: usize) -> (u32, &str) {
    let count = text
        .chars()
        .take(most)
        .take_while(|c| c.is_digit(radix))
        .count();
    let (digits, rest) = text.split_at(count);
    let value = digits
        .chars()
        .filter_map(|c| c.to_digit(radix))
        .fold(0u32, |value, digit| {
            value.saturating_mul(radix).saturating_add(digit)
        });
    (value, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn integer(value: u64, unsigned: bool, wide: bool) -> Result<Number, String> {
        Ok(Number::Integer {
            value,
            unsigned,
            wide,
        })
    }

    #[test]
    fn integers_in_three_bases_with_suffixes() {
        assert_eq!(number("10"), integer(10, false, false));
        assert_eq!(number("0x1fUL"), integer(0x1f, true, false));
        assert_eq!(number("017"), integer(15, false, false));
        assert_eq!(number("0"), integer(0, false, false));
        assert_eq!(
            number("0xFFFFFFFFFFFFFFFFui64"),
            integer(u64::MAX, true, true)
        );
    }

    #[test]
    fn floats() {
        let float = |value, single| Ok(Number::Float { value, single });
        assert_eq!(number("1.5"), float(1.5, false));
        assert_eq!(number("2.f"), float(2.0, true));
        assert_eq!(number("1e3"), float(1000.0, false));
        assert_eq!(number("1f"), float(1.0, true));
        assert_eq!(number("1.5L"), float(1.5, false));
    }

    #[test]
    fn wrong_numbers_say_why() {
        assert_eq!(
            number("12abc"),
            Err("`abc` is not a suffix of a number".into())
        );
        assert_eq!(
            number("089"),
            Err("`8` is not a digit of an octal number".into())
        );
        assert_eq!(number("0x"), Err("`0x` has no digits".into()));
        assert_eq!(
            number("99999999999999999999"),
            Err("`99999999999999999999` does not fit into 64 bits".into())
        );
        assert_eq!(number("1.2.3"), Err("`1.2.3` is not a number".into()));
    }

    #[test]
    fn escapes_are_undone() {
        assert_eq!(unquote(r#""a\"\\\n\x41\101\0z""#), "a\"\\\nAA\0z");
        assert_eq!(unquote(r"L'\''"), "'");
        assert_eq!(unquote("\"a\\\r\nb\""), "ab");
    }
}
