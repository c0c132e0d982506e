//! From characters to tokens: a cursor over one file's text.
//!
//! The lexer allocates nothing per token: a token is a range of the text and the number of its spelling. It
//! reports nothing either: what is no token comes out as [`TokenKind::Invalid`], because text that `#if 0`
//! skips may hold anything.

use super::symbol::{Symbol, Symbols, word};
use super::token::{Invalid, Token, TokenKind};
use crate::source::{FileId, Span};

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
            starts_line: false,
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
        self.span(start)
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
                Some(b' ' | b'\t' | b'\r' | 0x0b | 0x0c) => {
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
        let Some(length) = rest.find("*/") else {
            self.at = start + 2;
            let span = self.span(start);
            self.at = text.len();
            let kind = TokenKind::Invalid(Invalid::Comment);
            return Some(Token::new(kind, word::EMPTY, span));
        };
        self.at = start + 2 + length + 2;
        let inside = rest.get(..length).unwrap_or("");
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

/// A string that goes on for more lines than that, if it does, lacks its quote.
const LONGEST_STRING: usize = 4096;

/// The length of the rest of a string that goes on in the next lines, with its quote. MIDL lets it; a string that
/// lacks its quote would go on to the start of the next one, so that what follows the quote has to be what may follow a
/// string.
fn goes_on(bytes: &[u8]) -> Option<usize> {
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

/// A token that goes on over the end of its line is not followed further: nobody cuts longer ones.
const LONGEST_JOINED: usize = 256;

#[derive(Clone, Copy, PartialEq)]
enum Newlines {
    Cross,
    Stop,
}

/// The length of a backslash and the line end behind it.
fn continuation(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b'\\', b'\n', ..] => Some(2),
        [b'\\', b'\r', b'\n', ..] => Some(3),
        _ => None,
    }
}

fn is_name_byte(byte: u8) -> bool {
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
fn number_length(bytes: &[u8]) -> usize {
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

const UUID_LENGTH: usize = 36;

/// Whether the bytes start with a GUID. It is told by its shape wherever it stands: four minus signs between
/// five hexadecimal groups of just these lengths, without blanks, is nothing that anyone writes as arithmetic.
fn starts_with_uuid(bytes: &[u8]) -> bool {
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

fn punctuation(bytes: &[u8]) -> (TokenKind, usize) {
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
        _ => (Invalid(super::token::Invalid::Character), 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Origin, Sources};

    fn lex(text: &str) -> Vec<(TokenKind, String, String)> {
        let mut sources = Sources::new();
        let file = sources.add("a.idl", text.to_owned(), Origin::Input);
        let mut symbols = Symbols::new();
        let mut lexer = Lexer::new(file);
        let mut out = Vec::new();
        loop {
            let token = lexer.next(&sources.file(file).text, &mut symbols);
            if token.kind == TokenKind::Eof {
                return out;
            }
            out.push((
                token.kind,
                token.text(&symbols).to_owned(),
                symbols.text(token.docs).to_owned(),
            ));
        }
    }

    fn texts(text: &str) -> Vec<String> {
        lex(text).into_iter().map(|(_, text, _)| text).collect()
    }

    #[test]
    fn guids_are_told_from_arithmetic_by_their_shape() {
        assert_eq!(
            lex("00020300-0000-0000-c000-000000000046")[0].0,
            TokenKind::Uuid
        );
        assert_eq!(
            lex("(abcdef01-0000-0000-c000-000000000046)")[1].0,
            TokenKind::Uuid
        );
        assert_eq!(texts("00020300-0000"), ["00020300", "-", "0000"]);
        assert_eq!(texts("abc-1"), ["abc", "-", "1"]);
    }

    #[test]
    fn numbers_run_to_their_end() {
        assert_eq!(
            texts("0x1E+5 1e+5 12abc .5 1..5"),
            ["0x1E", "+", "5", "1e+5", "12abc", ".5", "1", "..", "5"]
        );
    }

    #[test]
    fn strings_keep_escapes_and_continue_over_lines() {
        assert_eq!(
            texts(r#""a\"b" L"c" 'd' L'\''"#),
            [r#""a\"b""#, r#"L"c""#, "'d'", r"L'\''"]
        );
        assert_eq!(texts("\"a\\\nb\""), ["\"a\\\nb\""]);
    }

    #[test]
    fn a_backslash_at_the_end_of_a_line_cuts_no_token() {
        assert_eq!(texts("ab\\\ncd\\\r\n\\\nef gh"), ["abcdef", "gh"]);
        assert_eq!(texts("1\\\n2 <\\\n< x\\\n y"), ["12", "<<", "x", "y"]);
        assert_eq!(texts("\"a\"\\\n\"b\" é\\\né"), ["\"a\"", "\"b\"", "é", "é"]);
        assert_eq!(texts("a\\ b"), ["a", "\\", "b"]);
    }

    #[test]
    fn a_string_goes_on_to_its_quote_where_something_else_can_follow() {
        let texts_of = |text| lex(text).into_iter().map(|t| t.1).collect::<Vec<_>>();
        let text = "(\"a\r\n b\nc\" ) d";
        assert_eq!(texts_of(text), ["(", "\"a\r\n b\nc\"", ")", "d"]);
        for open in [
            "(\"a\n b)",
            "(\"a)\n(\"b\")",
            "(\"a)\n#if X\n\")",
            "'a\n', \")",
            "(\"a\n\\\")",
        ] {
            let kinds = lex(open).into_iter().map(|t| t.0);
            assert!(
                kinds
                    .into_iter()
                    .any(|kind| matches!(kind, TokenKind::Invalid(_))),
                "{open}"
            );
        }
    }

    #[test]
    fn what_is_open_ends_with_its_line() {
        let kinds: Vec<_> = lex("don't\n\"x\ny /* z").into_iter().map(|t| t.0).collect();
        assert_eq!(
            kinds,
            [
                TokenKind::Ident,
                TokenKind::Invalid(Invalid::Char),
                TokenKind::Invalid(Invalid::String),
                TokenKind::Ident,
                TokenKind::Invalid(Invalid::Comment),
            ]
        );
    }

    #[test]
    fn doc_comments_belong_to_the_next_token() {
        let tokens = lex(
            "/// one\n///  two\n/* no */ // no\na /** three\n * four\n */ b ///< no\n//// no\n/**/ c",
        );
        assert_eq!(tokens[0].2, "one\n two");
        assert_eq!(tokens[1].2, "three\nfour");
        assert_eq!(tokens[2].2, "");
    }

    #[test]
    fn a_character_beyond_ascii_is_one_invalid_token() {
        assert_eq!(
            lex("a ü b")[1],
            (
                TokenKind::Invalid(Invalid::Character),
                "ü".to_owned(),
                String::new()
            )
        );
    }
}
