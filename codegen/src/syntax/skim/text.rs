//! A cursor that stops at what may end a method or field, or forbid to pass over it.

use crate::syntax::lexer::comment_length;

/// What a cursor stands behind.
pub(super) enum Passed<'a> {
    Word(&'a str),
    /// `(` or `[`
    Open,
    /// `)` or `]`
    Close,
    Semicolon,
    /// Nothing yet: it stands in front of a `}`.
    End,
}

pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    /// Passes over what means nothing here, and what comes then; `None` where that is more than methods and fields consist
    /// of, or only the lexer understands it.
    pub(super) fn pass(&mut self) -> Option<Passed<'a>> {
        let bytes = self.text.as_bytes();
        loop {
            let mut rest = bytes.get(self.at..)?.iter();
            self.at += rest.position(|byte| class(*byte) > Class::Plain)?;
            let start = self.at;
            match class(*bytes.get(start)?) {
                Class::Plain | Class::Word => {
                    let rest = bytes.get(start..)?.iter();
                    self.at += rest.take_while(|byte| class(**byte) == Class::Word).count();
                    return self.text.get(start..self.at).map(Passed::Word);
                }
                Class::Slash => self.at = behind_comment(bytes, start)?,
                Class::Quote => self.at = behind_string(bytes, start)?,
                Class::Open => {
                    self.at += 1;
                    return Some(Passed::Open);
                }
                Class::Close => {
                    self.at += 1;
                    return Some(Passed::Close);
                }
                Class::Semicolon => {
                    self.at += 1;
                    return Some(Passed::Semicolon);
                }
                Class::Brace => return Some(Passed::End),
                Class::Strange => return None,
            }
        }
    }

    /// Whether a colon follows, as behind the names of the sections of a dispinterface.
    pub(super) fn is_at_colon(&self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        rest.trim_ascii_start().starts_with(':')
    }

    /// The place behind the method in which the cursor stands, where its words mean nothing; `None` as above.
    pub(super) fn behind_method(&self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        let mut depth = 0usize;
        let mut has_parameters = false;
        loop {
            let mut rest = bytes.get(at..)?.iter();
            at += rest.position(|byte| class(*byte) > Class::Word)?;
            match class(*bytes.get(at)?) {
                Class::Open => {
                    has_parameters = true;
                    depth += 1;
                    at += 1;
                }
                Class::Close => {
                    depth = depth.checked_sub(1)?;
                    at += 1;
                }
                Class::Semicolon if depth == 0 && has_parameters => return Some(at + 1),
                Class::Slash => at = behind_comment(bytes, at)?,
                Class::Quote => at = behind_string(bytes, at)?,
                _ => return None,
            }
        }
    }
}

/// What a byte is for who looks for the end of something.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Class {
    /// Nothing that ends or begins anything.
    Plain,
    /// A part of a word.
    Word,
    Slash,
    Quote,
    Open,
    Close,
    Semicolon,
    /// `}`
    Brace,
    Strange,
}

fn class(byte: u8) -> Class {
    const CLASSES: [Class; 256] = {
        let mut classes = [Class::Strange; 256];
        let mut byte = 0;
        while byte < 128 {
            classes[byte] = match byte as u8 {
                b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c => Class::Plain,
                b'*' | b',' | b'.' | b':' | b'=' | b'+' | b'-' => Class::Plain,
                b'?' | b'&' | b'|' => Class::Plain,
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' => Class::Word,
                b'/' => Class::Slash,
                b'"' => Class::Quote,
                b'(' | b'[' => Class::Open,
                b')' | b']' => Class::Close,
                b';' => Class::Semicolon,
                b'}' => Class::Brace,
                _ => Class::Strange,
            };
            byte += 1;
        }
        classes
    };
    CLASSES[usize::from(byte)]
}

/// The place behind the comment at `at`; `None` where there is none, or only the lexer knows its end.
pub(super) fn behind_comment(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at + 2..)?;
    match bytes.get(at + 1)? {
        b'*' => Some(at + 2 + comment_length(rest)?),
        b'/' => {
            let line = rest.get(..memchr::memchr(b'\n', rest)?)?;
            // It may go on in the next one.
            (!line.contains(&b'\\')).then_some(at + 2 + line.len())
        }
        _ => None,
    }
}

/// The place behind the string at `at`, which has to be plain.
pub(super) fn behind_string(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at + 1..)?;
    let length = memchr::memchr3(b'"', b'\\', b'\n', rest)?;
    (rest.get(length) == Some(&b'"')).then_some(at + 1 + length + 1)
}
