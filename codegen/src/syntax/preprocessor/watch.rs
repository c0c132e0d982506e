//! Where in an imported file something may begin that can be passed over.

use super::super::symbol::word;
use super::super::token::{Token, TokenKind};

/// What may begin at a place, and be passed over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Begin {
    Items,
    /// Methods, or items between them.
    Methods,
    Fields,
}

/// What has items in its braces.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Body {
    Interface,
    Library,
}

/// What the tokens of an item have said so far.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Way {
    #[default]
    Other,
    /// `interface` or `library`
    Keyword(Body),
    Name(Body),
    Colon,
    Base,
    /// `cpp_quote`, which may end without a semicolon.
    Quote,
}

/// Watches for such places.
#[derive(Debug, Default)]
pub(super) struct Watch {
    way: Way,
    /// The interfaces and libraries that are open.
    open: Vec<Body>,
    /// How many other brackets are open inside them.
    depth: usize,
    /// How many words there are since the `struct` or `union`, this one counted.
    record: usize,
}

impl Watch {
    /// Takes the next token; what may begin behind it.
    pub(super) fn pass(&mut self, token: Token) -> Option<Begin> {
        let is_record = matches!(self.record, 1 | 2) && token.kind == TokenKind::LeftBrace;
        self.record = match token.kind {
            TokenKind::Ident if matches!(token.symbol, word::STRUCT | word::UNION) => 1,
            TokenKind::Ident if self.record > 0 => self.record + 1,
            _ => 0,
        };
        match self.ends_item(token) {
            true => Some(self.begin()),
            false => is_record.then_some(Begin::Fields),
        }
    }

    /// The braces of an interface have been opened, by a text that was passed over.
    pub(super) fn enter_interface(&mut self) {
        self.open.push(Body::Interface);
    }

    /// What may begin where items do.
    pub(super) fn begin(&self) -> Begin {
        match self.open.last() {
            Some(Body::Interface) => Begin::Methods,
            Some(Body::Library) | None => Begin::Items,
        }
    }

    /// Whether an item ends with this token, or items begin behind it.
    fn ends_item(&mut self, token: Token) -> bool {
        let way = self.way;
        if self.depth == 0 {
            self.way = way.behind(token);
        }
        match (token.kind, way) {
            (TokenKind::LeftBrace, Way::Name(body)) if self.depth == 0 => {
                self.open.push(body);
                true
            }
            (TokenKind::LeftBrace, Way::Base) if self.depth == 0 => {
                self.enter_interface();
                true
            }
            (TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::LeftBrace, _) => {
                self.depth += 1;
                false
            }
            (TokenKind::RightBrace, _) if self.depth == 0 => {
                self.open.pop();
                true
            }
            (TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace, _) => {
                self.depth = self.depth.saturating_sub(1);
                self.depth == 0 && way == Way::Quote
            }
            (kind, _) => kind == TokenKind::Semicolon && self.depth == 0,
        }
    }
}

impl Way {
    fn behind(self, token: Token) -> Self {
        match (self, token.kind, token.symbol) {
            (_, TokenKind::Ident, word::INTERFACE | word::DISPINTERFACE) => {
                Self::Keyword(Body::Interface)
            }
            (_, TokenKind::Ident, word::LIBRARY) => Self::Keyword(Body::Library),
            (_, TokenKind::Ident, word::CPP_QUOTE) => Self::Quote,
            (Self::Keyword(body), TokenKind::Ident, _) => Self::Name(body),
            (Self::Name(Body::Interface), TokenKind::Colon, _) => Self::Colon,
            (Self::Colon, TokenKind::Ident, _) => Self::Base,
            (Self::Quote, TokenKind::LeftParen, _) => Self::Quote,
            _ => Self::Other,
        }
    }
}
