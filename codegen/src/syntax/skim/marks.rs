//! The marks of a declaration, read from its text: nothing is kept of them.

use super::text::{Class, Cursor};
use crate::syntax::declared::{Mark, Role};
use crate::syntax::token::TokenKind;

impl<'a> Cursor<'a> {
    /// The next mark; `None` at the end, and where only the lexer or the preprocessor understands what follows.
    pub(super) fn next_mark(&mut self) -> Option<Mark<&'a str>> {
        let (class, starts_line) = self.pass_blanks()?;
        let mut name = "";
        let mut role = Role::Name;
        let kind = match class {
            Class::Letter => {
                name = self.word();
                role = role_of(name)?;
                TokenKind::Ident
            }
            Class::Digit => {
                self.word();
                TokenKind::Number
            }
            Class::Quote => {
                self.pass_string()?;
                TokenKind::String
            }
            Class::Angle => {
                // Type parameters are none of classic MIDL.
                let first = self.byte();
                self.at += 1;
                let is_shift = self.byte() == first;
                self.at += 1;
                is_shift.then_some(TokenKind::Dot)?
            }
            Class::Blank | Class::Newline | Class::Strange => return None,
            _ => {
                let byte = self.byte()?;
                self.at += 1;
                if byte == b'=' && self.byte() == Some(byte) {
                    self.at += 1;
                    TokenKind::Dot
                } else {
                    kind_of(byte)
                }
            }
        };
        Some(Mark {
            kind,
            role,
            starts_line,
            name,
        })
    }
}

/// What a mark of one byte is; whatever does not count is a dot.
fn kind_of(byte: u8) -> TokenKind {
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
        b'=' => TokenKind::Equal,
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
