//! From characters to tokens: a cursor over one file's text.
//!
//! The lexer allocates nothing per token: a token is a range of the text and the number of its spelling. It
//! reports nothing either: what is no token comes out as [`TokenKind::Invalid`], because text that `#if 0`
//! skips may hold anything.

mod bytes;
#[cfg(test)]
mod tests;

use super::symbol::{Symbol, Symbols, word};
use super::token::{Invalid, Token, TokenKind};
use crate::source::{FileId, Span};
pub(super) use bytes::{UUID_LENGTH, comment_length, starts_with_uuid};
use bytes::{continuation, goes_on, is_blank, is_name_byte, number_length, punctuation};

/// A place in a file from which tokens are read.
#[derive(Debug)]
pub(crate) struct Lexer {
    file: FileId,
    at: usize,
    starts_line: bool,
    after_space: bool,
    docs: String,
}

impl Lexer {
    /// At the start of a file.
    pub(crate) fn new(file: FileId) -> Self {
        Self {
            file,
            at: 0,
            starts_line: true,
            after_space: false,
            docs: String::new(),
        }
    }

    /// At a place in a file.
    pub(crate) fn starting(place: Span) -> Self {
        Self {
            at: place.start as usize,
            starts_line: place.start == 0,
            ..Self::new(place.file)
        }
    }

    /// Where it is in the text.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Moves to a place without looking at what stands before it.
    pub(crate) fn pass_over(&mut self, end: usize) -> Span {
        let start = std::mem::replace(&mut self.at, end);
        self.starts_line = false;
        self.after_space = false;
        self.span(start)
    }

    /// At the end of a line, moves to the end of the last one behind it which is no directive, and holds nothing that might go on
    /// in the next.
    pub(crate) fn pass_over_plain_lines(&mut self, text: &str) {
        let bytes = text.as_bytes();
        while bytes.get(self.at) == Some(&b'\n') {
            let line = bytes.get(self.at + 1..).unwrap_or_default();
            let end = line.iter().position(|byte| ends_plain_text(*byte));
            let is_plain = |end: &usize| line.get(*end) == Some(&b'\n');
            let Some(end) = end.filter(is_plain) else {
                return;
            };
            let line = line.get(..end).unwrap_or_default();
            let first = line.iter().find(|byte| !is_blank(**byte));
            if first == Some(&b'#') {
                return;
            }
            self.at += 1 + end;
        }
    }

    /// The file.
    pub(crate) fn file(&self) -> FileId {
        self.file
    }

    /// The next token; at the end [`TokenKind::Eof`], again and again. `text` is the file's.
    pub(crate) fn next(&mut self, text: &str, symbols: &mut Symbols) -> Token {
        if let Some(invalid) = self.skip_blanks(text, Newlines::Cross) {
            return invalid;
        }
        self.token(text, symbols)
    }

    /// The next token of this line.
    pub(crate) fn next_on_line(&mut self, text: &str, symbols: &mut Symbols) -> Option<Token> {
        if let Some(invalid) = self.skip_blanks(text, Newlines::Stop) {
            return Some(invalid);
        }
        match text.as_bytes().get(self.at) {
            None | Some(b'\n') => {
                self.docs.clear();
                None
            }
            Some(_) => Some(self.token(text, symbols)),
        }
    }

    /// The name behind `#include`, where it is written as `<name>`.
    pub(crate) fn angled_name<'a>(&mut self, text: &'a str) -> Option<(&'a str, Span)> {
        let _ = self.skip_blanks(text, Newlines::Stop);
        let rest = text.get(self.at..)?.strip_prefix('<')?;
        let length = rest.find(['>', '\n'])?;
        if rest.as_bytes().get(length) != Some(&b'>') {
            return None;
        }
        let start = self.at;
        self.at += length + 2;
        Some((rest.get(..length)?, self.span(start)))
    }

    /// The rest of the line, as `#error` shows it.
    pub(crate) fn rest_of_line<'a>(&mut self, text: &'a str) -> &'a str {
        let rest = text.get(self.at..).unwrap_or("");
        let length = rest.find('\n').unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or("").trim()
    }

    fn span(&self, start: usize) -> Span {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span::new(self.file, offset(start), offset(self.at))
    }

    /// Moves to the next token, and collects doc comments. An open comment comes back as a token.
    fn skip_blanks(&mut self, text: &str, newlines: Newlines) -> Option<Token> {
        let bytes = text.as_bytes();
        loop {
            match bytes.get(self.at) {
                Some(b'\n') => {
                    if newlines == Newlines::Stop {
                        return None;
                    }
                    self.at += 1;
                    self.starts_line = true;
                    self.after_space = true;
                }
                Some(byte) if is_blank(*byte) => {
                    self.at += 1;
                    self.after_space = true;
                }
                // The mark that old tools leave at the end of a file.
                Some(0x1a) if self.at + 1 == bytes.len() => self.at += 1,
                Some(b'\\') => match continuation(&bytes[self.at..]) {
                    Some(length) => self.at += length,
                    None => return None,
                },
                Some(b'/') => match bytes.get(self.at + 1) {
                    Some(b'/') => self.line_comment(text),
                    Some(b'*') => {
                        if let Some(open) = self.block_comment(text) {
                            return Some(open);
                        }
                    }
                    _ => return None,
                },
                _ => return None,
            }
        }
    }

    fn line_comment(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let start = self.at;
        while let Some(byte) = bytes.get(self.at) {
            match byte {
                b'\n' => break,
                b'\\' => self.at += continuation(&bytes[self.at..]).unwrap_or(1),
                _ => self.at += 1,
            }
        }
        self.after_space = true;
        let comment = text.get(start..self.at).unwrap_or("");
        if let Some(line) = comment.strip_prefix("///")
            && !line.starts_with(['/', '<'])
        {
            let line = line.strip_prefix(' ').unwrap_or(line);
            self.add_docs(line.trim_end());
        }
    }

    fn block_comment(&mut self, text: &str) -> Option<Token> {
        let start = self.at;
        let rest = text.get(start + 2..).unwrap_or("");
        self.after_space = true;
        let Some(length) = comment_length(rest) else {
            self.at = start + 2;
            let span = self.span(start);
            self.at = text.len();
            let kind = TokenKind::Invalid(Invalid::Comment);
            return Some(Token::new(kind, word::EMPTY, span));
        };
        self.at = start + 2 + length;
        let inside = rest.get(..length - 2).unwrap_or("");
        if let Some(docs) = inside.strip_prefix('*')
            && !docs.starts_with(['*', '<'])
            && !docs.is_empty()
        {
            let mut lines: Vec<_> = docs
                .lines()
                .map(|line| {
                    let line = line.trim();
                    let line = line.strip_prefix('*').unwrap_or(line);
                    line.strip_prefix(' ').unwrap_or(line)
                })
                .collect();
            while lines.last().is_some_and(|line| line.is_empty()) {
                lines.pop();
            }
            let text = lines.iter().position(|line| !line.is_empty());
            self.add_docs(&lines[text.unwrap_or_default()..].join("\n"));
        }
        None
    }

    fn add_docs(&mut self, text: &str) {
        if !self.docs.is_empty() {
            self.docs.push('\n');
        }
        self.docs.push_str(text);
    }

    fn token(&mut self, text: &str, symbols: &mut Symbols) -> Token {
        let start = self.at;
        let mut kind = self.advance(text);
        let mut joined = None;
        if text.as_bytes().get(self.at) == Some(&b'\\') {
            (kind, joined) = self.join_lines(text, start, kind);
        }
        let symbol = match kind {
            TokenKind::Ident
            | TokenKind::Number
            | TokenKind::Uuid
            | TokenKind::String
            | TokenKind::WideString
            | TokenKind::Char
            | TokenKind::WideChar
            | TokenKind::Invalid(_) => match &joined {
                Some(joined) => symbols.intern(joined),
                None => symbols.intern(text.get(start..self.at).unwrap_or("")),
            },
            _ => word::EMPTY,
        };
        let docs = self.take_docs(symbols);
        Token {
            kind,
            starts_line: std::mem::take(&mut self.starts_line),
            after_space: std::mem::take(&mut self.after_space),
            inert: false,
            symbol,
            docs,
            span: self.span(start),
        }
    }

    /// Goes on with a token that a backslash at the end of its line may cut in two. Returns what it is then, and its
    /// text without the cuts.
    fn join_lines(
        &mut self,
        text: &str,
        start: usize,
        kind: TokenKind,
    ) -> (TokenKind, Option<String>) {
        let mut joined = String::new();
        // Where the text goes on behind each byte of it.
        let mut behind = Vec::new();
        let mut at = start;
        while joined.len() < LONGEST_JOINED {
            if let Some(length) = continuation(text.as_bytes().get(at..).unwrap_or_default()) {
                at += length;
                continue;
            }
            match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if c != '\n' => {
                    joined.push(c);
                    at += c.len_utf8();
                    behind.resize(joined.len(), at);
                }
                _ => break,
            }
        }
        let mut lexer = Lexer::new(self.file);
        let whole = lexer.advance(&joined);
        let is_longer = lexer.at > self.at - start;
        match behind.get(lexer.at.wrapping_sub(1)) {
            Some(end) if is_longer && !matches!(whole, TokenKind::Invalid(_)) => {
                self.at = *end;
                joined.truncate(lexer.at);
                (whole, Some(joined))
            }
            _ => (kind, None),
        }
    }

    fn take_docs(&mut self, symbols: &mut Symbols) -> Symbol {
        if self.docs.is_empty() {
            return word::EMPTY;
        }
        let docs = symbols.intern(self.docs.trim_end());
        self.docs.clear();
        docs
    }

    /// Moves behind the token at the cursor.
    fn advance(&mut self, text: &str) -> TokenKind {
        let rest = &text.as_bytes()[self.at..];
        let Some(first) = rest.first() else {
            return TokenKind::Eof;
        };
        if first.is_ascii_hexdigit() && starts_with_uuid(rest) {
            self.at += UUID_LENGTH;
            return TokenKind::Uuid;
        }
        match first {
            b'L' if rest.get(1) == Some(&b'"') => {
                self.at += 1;
                self.quoted(text, b'"', TokenKind::WideString, Invalid::String)
            }
            b'L' if rest.get(1) == Some(&b'\'') => {
                self.at += 1;
                self.quoted(text, b'\'', TokenKind::WideChar, Invalid::Char)
            }
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => {
                self.at += rest.iter().take_while(|byte| is_name_byte(**byte)).count();
                TokenKind::Ident
            }
            b'0'..=b'9' => {
                self.at += number_length(rest);
                TokenKind::Number
            }
            b'.' if rest.get(1).is_some_and(u8::is_ascii_digit) => {
                self.at += number_length(rest);
                TokenKind::Number
            }
            b'"' => self.quoted(text, b'"', TokenKind::String, Invalid::String),
            b'\'' => self.quoted(text, b'\'', TokenKind::Char, Invalid::Char),
            _ => {
                let (kind, length) = punctuation(rest);
                if let TokenKind::Invalid(_) = kind {
                    return self.strange_character(text);
                }
                self.at += length;
                kind
            }
        }
    }

    /// Moves behind a character that starts no token, or behind text in typographic quotes.
    fn strange_character(&mut self, text: &str) -> TokenKind {
        let rest = text.get(self.at..).unwrap_or("");
        let line = rest.lines().next().unwrap_or("");
        let first = rest.chars().next();
        let close = match first {
            Some('\u{201c}' | '\u{201d}' | '\u{201e}') => ['\u{201c}', '\u{201d}'],
            Some('\u{2018}' | '\u{2019}') => ['\u{2018}', '\u{2019}'],
            _ => {
                self.at += first.map_or(1, char::len_utf8);
                return TokenKind::Invalid(Invalid::Character);
            }
        };
        let mut characters = line.char_indices().skip(1);
        self.at += characters
            .find(|(_, c)| close.contains(c))
            .map_or(line.len(), |(at, c)| at + c.len_utf8());
        TokenKind::Invalid(Invalid::Quotes)
    }

    /// Moves behind a string or character literal; where it has no end, to the end of the line.
    fn quoted(&mut self, text: &str, quote: u8, kind: TokenKind, open: Invalid) -> TokenKind {
        let bytes = text.as_bytes();
        self.at += 1;
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b'\n' => match goes_on(&bytes[self.at..]) {
                    Some(length) if quote == b'"' => {
                        self.at += length;
                        return kind;
                    }
                    _ => break,
                },
                b'\\' => {
                    self.at += match continuation(&bytes[self.at..]) {
                        Some(length) => length,
                        None if bytes.get(self.at + 1) == Some(&b'\n') => 1,
                        None => 2,
                    }
                }
                _ => {
                    self.at += 1;
                    if byte == quote {
                        return kind;
                    }
                }
            }
        }
        self.at = self.at.min(bytes.len());
        // Behind a backslash the cursor may stand inside a character.
        while !text.is_char_boundary(self.at) {
            self.at += 1;
        }
        TokenKind::Invalid(open)
    }
}

/// Whether a byte ends a line, or may begin what goes on in the next one: a comment, a string, or the end of a line that does not
/// count.
fn ends_plain_text(byte: u8) -> bool {
    matches!(byte, b'\n' | b'/' | b'"' | b'\'' | b'\\')
}

/// A token that goes on over the end of its line is not followed further: nobody cuts longer ones.
const LONGEST_JOINED: usize = 256;

#[derive(Clone, Copy, PartialEq)]
enum Newlines {
    Cross,
    Stop,
}
