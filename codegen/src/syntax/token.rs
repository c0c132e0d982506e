//! Tokens.

use super::symbol::{Symbol, Symbols, word};
use crate::source::Span;

/// The smallest unit of text that means something.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) kind: TokenKind,
    /// Whether it is the first of its line.
    pub(crate) starts_line: bool,
    /// Whether blanks or a comment stand before it.
    pub(crate) after_space: bool,
    /// A macro's name that must not be expanded (again), since it came out of that macro.
    pub(crate) inert: bool,
    /// Its spelling; [`word::EMPTY`] for punctuation, whose kind says it.
    pub(crate) symbol: Symbol,
    /// The doc comments above it, [`word::EMPTY`] for none.
    pub(crate) docs: Symbol,
    /// Where it is spelled, and the macro expansion it came out of.
    pub(crate) span: Span,
}

impl Token {
    /// A token without neighbours.
    pub(crate) fn new(kind: TokenKind, symbol: Symbol, span: Span) -> Self {
        Self {
            kind,
            starts_line: false,
            after_space: false,
            inert: false,
            symbol,
            docs: word::EMPTY,
            span,
        }
    }

    /// Whether it is this word.
    pub(crate) fn is_word(&self, symbol: Symbol) -> bool {
        self.kind == TokenKind::Ident && self.symbol == symbol
    }

    /// Its text.
    pub(crate) fn text<'a>(&self, symbols: &'a Symbols) -> &'a str {
        match self.kind.spelling() {
            Some(spelling) => spelling,
            None => symbols.text(self.symbol),
        }
    }
}

/// Why characters make no token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Invalid {
    /// A character that starts no token.
    Character,
    /// Text between the quotes of a word processor.
    Quotes,
    /// A string that the line ends.
    String,
    /// A character literal that the line ends.
    Char,
    /// A comment that the file ends.
    Comment,
    /// What is wrong here was reported; the parser says nothing more about it.
    Reported,
}

macro_rules! kinds {
    ($($name:ident = $text:literal;)*) => {
        /// What a token is.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum TokenKind {
            /// A name or keyword.
            Ident,
            /// A number, well-formed or not: what starts with a digit.
            Number,
            /// `00020300-0000-0000-c000-000000000046`
            Uuid,
            /// `"…"`
            String,
            /// `L"…"`
            WideString,
            /// `'…'`
            Char,
            /// `L'…'`
            WideChar,
            /// What is no token.
            Invalid(Invalid),
            /// Methods or fields in an imported file, which nobody has wanted to know so far.
            Unread,
            /// The end of the file.
            Eof,
            $(#[doc = concat!("`", $text, "`")] $name,)*
        }

        impl TokenKind {
            /// The text of punctuation.
            pub(crate) fn spelling(self) -> Option<&'static str> {
                match self {
                    $(TokenKind::$name => Some($text),)*
                    _ => None,
                }
            }
        }
    };
}

kinds! {
    LeftParen = "(";
    RightParen = ")";
    LeftBracket = "[";
    RightBracket = "]";
    LeftBrace = "{";
    RightBrace = "}";
    Semicolon = ";";
    Comma = ",";
    Colon = ":";
    Question = "?";
    Equal = "=";
    EqualEqual = "==";
    Not = "!";
    NotEqual = "!=";
    Less = "<";
    LessEqual = "<=";
    ShiftLeft = "<<";
    Greater = ">";
    GreaterEqual = ">=";
    ShiftRight = ">>";
    Plus = "+";
    Minus = "-";
    Arrow = "->";
    Star = "*";
    Slash = "/";
    Percent = "%";
    And = "&";
    AndAnd = "&&";
    Or = "|";
    OrOr = "||";
    Caret = "^";
    Tilde = "~";
    Dot = ".";
    DotDot = "..";
    Ellipsis = "...";
    Hash = "#";
    HashHash = "##";
}
