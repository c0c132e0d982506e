//! A cursor in a text, which goes from one byte that may mean something to the next.

use super::Vocabulary;
use crate::syntax::lexer::comment_length;

/// What a byte is for who passes over text. The order counts: words are made of the first two, and nothing before [`Self::Slash`]
/// begins or ends anything.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub(super) enum Class {
    Letter,
    Digit,
    Blank,
    Newline,
    /// Punctuation that stands between others.
    Mark,
    Slash,
    Quote,
    /// `(` or `[`
    Open,
    /// `)` or `]`
    Close,
    Semicolon,
    LeftBrace,
    RightBrace,
    /// `<` or `>`
    Angle,
    /// What starts a directive, goes on in the next line, or is not plain.
    Strange,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Strange; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = match byte as u8 {
            b' ' | b'\t' | b'\r' | 0x0b | 0x0c => Class::Blank,
            b'\n' => Class::Newline,
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b',' | b':' | b'=' | b'*' | b'.' | b'+' | b'-' | b'?' | b'&' | b'|' => Class::Mark,
            b'!' | b'%' | b'^' | b'~' => Class::Mark,
            b'/' => Class::Slash,
            b'"' => Class::Quote,
            b'(' | b'[' => Class::Open,
            b')' | b']' => Class::Close,
            b';' => Class::Semicolon,
            b'{' => Class::LeftBrace,
            b'}' => Class::RightBrace,
            b'<' | b'>' => Class::Angle,
            _ => Class::Strange,
        };
        byte += 1;
    }
    classes
};

fn class_of(byte: u8) -> Class {
    CLASSES[usize::from(byte)]
}

#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes()
    }

    /// The byte here.
    pub(super) fn byte(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }

    /// What the byte here is; the end of the text is strange.
    pub(super) fn class(&self) -> Class {
        self.byte().map_or(Class::Strange, class_of)
    }

    /// Moves on as long as the bytes are of such classes; what comes then.
    #[inline(always)]
    fn pass_while(&mut self, may_pass: impl Fn(Class) -> bool) -> Class {
        let mut at = self.at;
        let class = loop {
            match self.bytes().get(at) {
                Some(byte) => match class_of(*byte) {
                    class if may_pass(class) => at += 1,
                    class => break class,
                },
                None => break Class::Strange,
            }
        };
        self.at = at;
        class
    }

    /// Moves to the next byte that may begin or end something.
    fn pass_words(&mut self) -> Class {
        self.pass_while(|class| class < Class::Slash)
    }

    /// The same, but stops at words, too.
    pub(super) fn pass_plain(&mut self) -> Class {
        self.pass_while(|class| class > Class::Digit && class < Class::Slash)
    }

    /// The same, but stops at one of the marks, too.
    pub(super) fn pass_plain_but(&mut self, mark: u8) -> Class {
        loop {
            let class = self.pass_while(|class| matches!(class, Class::Blank | Class::Newline));
            if class != Class::Mark || self.byte() == Some(mark) {
                return class;
            }
            self.at += 1;
        }
    }

    /// The word here, behind which it moves.
    pub(super) fn word(&mut self) -> &'a str {
        let start = self.at;
        self.pass_while(|class| class <= Class::Digit);
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The text from a place up to here.
    pub(super) fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// Passes over blanks and comments; what comes then, and whether a line ends before it. `None` where only the lexer understands
    /// it.
    pub(super) fn pass_blanks(&mut self) -> Option<(Class, bool)> {
        let mut ends_line = false;
        loop {
            match self.pass_while(|class| class == Class::Blank) {
                Class::Newline => {
                    ends_line = true;
                    self.at += 1;
                }
                Class::Slash if self.is_at_comment() => self.pass_comment()?,
                class => return Some((class, ends_line)),
            }
        }
    }

    /// Passes over blanks and comments, and over that byte, which has to come then.
    pub(super) fn expect(&mut self, byte: u8) -> Option<()> {
        self.pass_blanks()?;
        let is_here = self.byte() == Some(byte);
        self.at += 1;
        is_here.then_some(())
    }

    /// Whether what is here is a comment and no division.
    pub(super) fn is_at_comment(&self) -> bool {
        matches!(self.bytes().get(self.at + 1), Some(b'*' | b'/'))
    }

    /// Passes over the comment here; `None` where there is none, or only the lexer knows its end.
    pub(super) fn pass_comment(&mut self) -> Option<()> {
        let rest = self.text.get(self.at + 2..)?;
        let length = match self.bytes().get(self.at + 1)? {
            b'*' => comment_length(rest)?,
            b'/' => {
                let (line, _) = rest.split_once('\n')?;
                // It may go on in the next one.
                (!line.contains('\\')).then_some(line.len())?
            }
            _ => return None,
        };
        self.at += 2 + length;
        Some(())
    }

    /// Passes over the string here, which has to be plain.
    pub(super) fn pass_string(&mut self) -> Option<()> {
        let rest = self.bytes().get(self.at + 1..)?;
        let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | b'\n');
        let length = rest.iter().position(ends)?;
        self.at += 1 + length + 1;
        (rest.get(length) == Some(&b'"')).then_some(())
    }

    /// Moves to the next byte, but of comments and strings, that begins or ends something; `None` where a word may do so, and where
    /// only the lexer understands the text.
    #[inline(always)]
    pub(super) fn next_stop(&mut self, words: &impl Vocabulary, looks: bool) -> Option<Class> {
        loop {
            let class = match looks {
                true => self.pass_plain(),
                false => self.pass_words(),
            };
            match class {
                Class::Letter | Class::Digit => {
                    let word = self.word();
                    if words.may_define(word) {
                        return None;
                    }
                }
                Class::Slash => self.pass_comment()?,
                Class::Quote => self.pass_string()?,
                Class::Angle | Class::Strange => return None,
                stop => return Some(stop),
            }
        }
    }

    /// Passes over the `[` here and what stands in these brackets, but for the last one.
    pub(super) fn pass_into_brackets(&mut self, words: &impl Vocabulary) -> Option<()> {
        let looks = words.any_may_define();
        let mut depth = 0usize;
        loop {
            match self.next_stop(words, looks)? {
                // There are two interfaces in what follows.
                Class::Open if self.is_behind(b"async_uuid") => return None,
                Class::Open => depth += 1,
                Class::Close if depth == 1 => return Some(()),
                Class::Close => depth = depth.checked_sub(1)?,
                _ => return None,
            }
            self.at += 1;
        }
    }

    /// Whether a word stands in front of what is here.
    fn is_behind(&self, word: &[u8]) -> bool {
        let before = self.bytes().get(..self.at).unwrap_or_default();
        before.trim_ascii_end().ends_with(word)
    }
}
