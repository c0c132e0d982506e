//! A file as mistakes see it: its tokens, and in what kind of brackets each stands. It does not use the compiler's own lexer.

use std::ops::Range;

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Kind {
    Word,
    Number,
    Quoted,
    Mark(u8),
}

/// The innermost brackets around a token.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Inside {
    Nothing,
    Braces,
    Parentheses,
    Attributes,
    /// The parentheses behind an attribute's name.
    Arguments,
    Array,
}

#[derive(Clone, Debug)]
pub struct Piece {
    pub kind: Kind,
    pub range: Range<usize>,
    pub inside: Inside,
}

/// A file, taken apart. Lines of the preprocessor and comments hold no pieces.
#[derive(Debug)]
pub struct Text {
    pub source: String,
    pub pieces: Vec<Piece>,
    pub comments: Vec<Range<usize>>,
    pub directives: Vec<Range<usize>>,
}

impl Text {
    pub fn new(source: String) -> Self {
        let mut text = Self {
            source,
            pieces: Vec::new(),
            comments: Vec::new(),
            directives: Vec::new(),
        };
        text.scan();
        text.nest();
        text
    }

    pub fn of(&self, piece: &Piece) -> &str {
        &self.source[piece.range.clone()]
    }

    /// The text of a piece by its number; empty in front of the first and behind the last.
    pub fn at(&self, index: Option<usize>) -> &str {
        let piece = index.and_then(|index| self.pieces.get(index));
        piece.map_or("", |piece| self.of(piece))
    }

    /// The numbers of the pieces that are this word.
    pub fn words<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        (0..self.pieces.len()).filter(move |at| self.at(Some(*at)) == word)
    }

    fn scan(&mut self) {
        let bytes = self.source.as_bytes();
        let mut at = 0;
        let mut line_is_empty = true;
        while let Some(&byte) = bytes.get(at) {
            let rest = &bytes[at..];
            let until = |found: Option<usize>| found.map_or(bytes.len(), |length| at + length);
            let line_end = until(memchr::memchr(b'\n', rest));
            let start = at;
            match byte {
                b'\n' => line_is_empty = true,
                _ if byte.is_ascii_whitespace() => {}
                _ if rest.starts_with(b"//") => at = line_end - 1,
                _ if rest.starts_with(b"/*") => {
                    at = until(self.source[at..].find("*/")) + 1;
                    self.comments.push(start..at + 1);
                }
                b'#' if line_is_empty => {
                    at = line_end;
                    while bytes[..at].ends_with(b"\\") || bytes[..at].ends_with(b"\\\r") {
                        let next = bytes.get(at + 1..).unwrap_or_default();
                        at = memchr::memchr(b'\n', next).map_or(bytes.len(), |l| at + 1 + l);
                    }
                    self.directives.push(start..at);
                    line_is_empty = true;
                    continue;
                }
                _ => {
                    line_is_empty = false;
                    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
                    let (kind, length) = if is_word(&byte) {
                        let length = rest.iter().take_while(|byte| is_word(byte)).count();
                        let is_number = byte.is_ascii_digit();
                        (if is_number { Kind::Number } else { Kind::Word }, length)
                    } else if byte == b'"' || byte == b'\'' {
                        let mut length = 1;
                        while let Some(&next) = rest.get(length)
                            && next != byte
                            && next != b'\n'
                        {
                            length += if next == b'\\' { 2 } else { 1 };
                        }
                        (Kind::Quoted, (length + 1).min(rest.len()))
                    } else {
                        (Kind::Mark(byte), 1)
                    };
                    self.pieces.push(Piece {
                        kind,
                        range: start..start + length,
                        inside: Inside::Nothing,
                    });
                    at = start + length - 1;
                }
            }
            at += 1;
        }
    }

    fn nest(&mut self) {
        let mut open: Vec<Inside> = Vec::new();
        let mut last_closed = Inside::Nothing;
        for at in 0..self.pieces.len() {
            let current = |open: &[Inside]| open.last().copied().unwrap_or(Inside::Nothing);
            let kind = self.pieces[at].kind;
            if let Kind::Mark(b')' | b']' | b'}') = kind {
                last_closed = open.pop().unwrap_or(Inside::Nothing);
                self.pieces[at].inside = last_closed;
                continue;
            }
            let opened = match kind {
                Kind::Mark(b'{') => Some(Inside::Braces),
                Kind::Mark(b'(') => match current(&open) {
                    Inside::Attributes | Inside::Arguments => Some(Inside::Arguments),
                    _ => Some(Inside::Parentheses),
                },
                Kind::Mark(b'[') => {
                    let before = at.checked_sub(1);
                    let is_array = match self.at(before) {
                        "typedef" | "struct" | "union" | "enum" => false,
                        "]" => last_closed == Inside::Array,
                        _ => before.is_some_and(|at| self.pieces[at].kind == Kind::Word),
                    };
                    Some(if is_array {
                        Inside::Array
                    } else {
                        Inside::Attributes
                    })
                }
                _ => None,
            };
            self.pieces[at].inside = opened.unwrap_or(current(&open));
            open.extend(opened);
        }
    }
}
