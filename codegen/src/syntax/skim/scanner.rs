//! What tokens a text has, as far as one has to know to find the names that it gives: nothing is kept of them.

use super::text::{behind_comment, behind_string};
use crate::syntax::declared::{Mark, Role};
use crate::syntax::lexer::{UUID_LENGTH, starts_with_uuid};
use crate::syntax::token::TokenKind;

pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Scanner<'a> {
    /// The next mark; `None` at the end, and where only the lexer or the preprocessor understands what follows.
    pub(super) fn next(&mut self) -> Option<Mark<&'a str>> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        let mut starts_line = false;
        let (start, begun) = loop {
            match class(*bytes.get(at)?) {
                Class::Blank => at += 1,
                Class::Newline => {
                    starts_line = true;
                    at += 1;
                }
                Class::Slash if matches!(bytes.get(at + 1)?, b'*' | b'/') => {
                    at = behind_comment(bytes, at)?;
                }
                begun => break (at, begun),
            }
        };
        let mut role = Role::Name;
        let kind = match begun {
            Class::Letter | Class::Digit => {
                if bytes.get(start + 8) == Some(&b'-') && starts_with_uuid(bytes.get(start..)?) {
                    at += UUID_LENGTH;
                    TokenKind::Uuid
                } else {
                    let mut rest = bytes.get(at..)?.iter();
                    let length = rest.position(|byte| class(*byte) > Class::Digit);
                    at = length.map_or(bytes.len(), |length| at + length);
                    role = role_of(self.text.get(start..at)?)?;
                    match begun {
                        Class::Letter => TokenKind::Ident,
                        _ => TokenKind::Number,
                    }
                }
            }
            Class::Quote => {
                at = behind_string(bytes, start)?;
                TokenKind::String
            }
            Class::Angle => {
                // Type parameters are none of classic MIDL.
                let is_shift = bytes.get(at) == bytes.get(at + 1);
                at += 2;
                is_shift.then_some(TokenKind::Dot)?
            }
            Class::Equal => {
                let is_comparison = bytes.get(at + 1) == Some(&b'=');
                at += 1 + usize::from(is_comparison);
                match is_comparison {
                    true => TokenKind::Dot,
                    false => TokenKind::Equal,
                }
            }
            Class::Slash => {
                at += 1;
                TokenKind::Dot
            }
            Class::One => {
                at += 1;
                mark_of(*bytes.get(start)?)
            }
            Class::Blank | Class::Newline | Class::Strange => return None,
        };
        self.at = at;
        Some(Mark {
            kind,
            role,
            starts_line,
            name: self.text.get(start..at)?,
        })
    }
}

/// What a byte begins. The order tells what words are made of.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Class {
    Letter,
    Digit,
    Blank,
    Newline,
    Slash,
    Quote,
    /// `<` or `>`
    Angle,
    Equal,
    /// A mark of one byte.
    One,
    /// What starts a directive, goes on in the next line, or is not plain.
    Strange,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Strange; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = match byte as u8 {
            b' ' | b'\t' | b'\r' => Class::Blank,
            b'\n' => Class::Newline,
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'/' => Class::Slash,
            b'"' => Class::Quote,
            b'<' | b'>' => Class::Angle,
            b'=' => Class::Equal,
            b'(' | b')' | b'[' | b']' | b'{' | b'}' | b';' | b',' | b':' => Class::One,
            b'*' | b'+' | b'-' | b'!' | b'%' | b'&' | b'|' | b'^' | b'~' | b'?' | b'.' => {
                Class::One
            }
            _ => Class::Strange,
        };
        byte += 1;
    }
    classes
};

fn class(byte: u8) -> Class {
    CLASSES[usize::from(byte)]
}

/// What a mark of one byte is; whatever does not count is a dot.
fn mark_of(byte: u8) -> TokenKind {
    match byte {
        b'(' => TokenKind::LeftParen,
        b')' => TokenKind::RightParen,
        b'[' => TokenKind::LeftBracket,
        b']' => TokenKind::RightBracket,
        b'{' => TokenKind::LeftBrace,
        b'}' => TokenKind::RightBrace,
        b';' => TokenKind::Semicolon,
        b',' => TokenKind::Comma,
        b':' => TokenKind::Colon,
        _ => TokenKind::Dot,
    }
}

/// What a word is for a declaration; `None` for those of WinRT, which make a file another language.
fn role_of(word: &str) -> Option<Role> {
    // By their lengths, since most words are none of these.
    let role = match word.len() {
        4 if word == "enum" => Role::Enum,
        5 if word == "union" => Role::Record,
        5 if word == "const" => Role::Item,
        6 if word == "struct" => Role::Record,
        6 if matches!(word, "module" | "import") => Role::Item,
        7 if word == "typedef" => Role::Typedef,
        7 if matches!(word, "library" | "coclass") => Role::Item,
        9 if word == "interface" => Role::Interface,
        9 if matches!(word, "cpp_quote" | "importlib") => Role::Item,
        13 if word == "dispinterface" => Role::Item,
        7 if word == "declare" => return None,
        8 if matches!(word, "delegate" | "requires") => return None,
        9 if word == "namespace" => return None,
        11 if word == "apicontract" => return None,
        12 if word == "runtimeclass" => return None,
        _ => Role::Name,
    };
    Some(role)
}
