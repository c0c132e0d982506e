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
        let mut starts_line = false;
        let start = loop {
            match bytes.get(self.at)? {
                b'\n' => {
                    starts_line = true;
                    self.at += 1;
                }
                b' ' | b'\t' | b'\r' => self.at += 1,
                b'/' if matches!(bytes.get(self.at + 1)?, b'*' | b'/') => {
                    self.at = behind_comment(bytes, self.at)?;
                }
                _ => break self.at,
            }
        };
        let first = *bytes.get(start)?;
        let mut role = Role::Name;
        let kind = match first {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' => {
                if first.is_ascii_hexdigit() && starts_with_uuid(bytes.get(start..)?) {
                    self.at += UUID_LENGTH;
                    TokenKind::Uuid
                } else {
                    let rest = bytes.get(start..)?.iter();
                    self.at += rest.take_while(|byte| is_word_byte(**byte)).count();
                    role = role_of(self.text.get(start..self.at)?)?;
                    match first.is_ascii_digit() {
                        true => TokenKind::Number,
                        false => TokenKind::Ident,
                    }
                }
            }
            b'"' => {
                self.at = behind_string(bytes, start)?;
                TokenKind::String
            }
            _ => {
                let (kind, length) = punctuation(first, bytes.get(start + 1).copied())?;
                self.at += length;
                kind
            }
        };
        Some(Mark {
            kind,
            role,
            starts_line,
            name: self.text.get(start..self.at)?,
        })
    }
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// What a word is for a declaration; `None` for those of WinRT, which make a file another language.
fn role_of(word: &str) -> Option<Role> {
    Some(match word {
        "typedef" => Role::Typedef,
        "enum" => Role::Enum,
        "struct" | "union" => Role::Record,
        "interface" => Role::Interface,
        "dispinterface" | "coclass" | "library" | "module" | "import" | "importlib"
        | "cpp_quote" | "const" => Role::Item,
        "namespace" | "runtimeclass" | "apicontract" | "declare" | "delegate" | "requires" => {
            return None;
        }
        _ => Role::Name,
    })
}

/// Punctuation that counts; all the rest is a dot. Type parameters are none of classic MIDL, nor is what starts a directive.
fn punctuation(first: u8, second: Option<u8>) -> Option<(TokenKind, usize)> {
    let kind = match first {
        b'(' => TokenKind::LeftParen,
        b')' => TokenKind::RightParen,
        b'[' => TokenKind::LeftBracket,
        b']' => TokenKind::RightBracket,
        b'{' => TokenKind::LeftBrace,
        b'}' => TokenKind::RightBrace,
        b';' => TokenKind::Semicolon,
        b',' => TokenKind::Comma,
        b':' => TokenKind::Colon,
        b'=' | b'!' if second == Some(b'=') => return Some((TokenKind::Dot, 2)),
        b'=' => TokenKind::Equal,
        b'<' | b'>' => return (second == Some(first)).then_some((TokenKind::Dot, 2)),
        b'*' | b'+' | b'-' | b'/' | b'%' | b'&' | b'|' | b'^' | b'~' | b'!' | b'?' | b'.' => {
            TokenKind::Dot
        }
        _ => return None,
    };
    Some((kind, 1))
}
