//! Where the parser goes on after a mistake.

use super::super::symbol::word;
use super::super::token::{Token, TokenKind};
use super::Parser;

impl Parser<'_> {
    /// After a mistake in an item or field that starts at token number `from`: skips the rest of it. What starts the next item is
    /// skipped as well where it is the mistake, since nothing else would come of it.
    pub(super) fn recover(&mut self, from: usize, starts_item: fn(Token) -> bool) {
        if self.at == from {
            self.bump();
        }
        self.skip_rest(from, starts_item);
    }

    /// Skips behind the `;` of what starts at token number `from`, to the `}` of the list, or to a line that starts the next item.
    pub(super) fn skip_rest(&mut self, from: usize, starts_item: fn(Token) -> bool) {
        let mut braces = 0usize;
        let mut parentheses = self.open_parentheses(from);
        loop {
            let token = self.peek();
            match token.kind {
                TokenKind::Eof => return,
                TokenKind::Semicolon if braces == 0 => {
                    self.bump();
                    // A `;` for a comma ends nothing.
                    if parentheses == 0 || !self.closes_parenthesis() {
                        return;
                    }
                    continue;
                }
                TokenKind::RightBrace if braces == 0 => return,
                _ if braces == 0
                    && starts_item(token)
                    && (self.starts_other_item()
                        || parentheses == 0 && !goes_on_behind(self.previous())) =>
                {
                    return;
                }
                TokenKind::LeftParen => parentheses += 1,
                TokenKind::RightParen => parentheses = parentheses.saturating_sub(1),
                TokenKind::LeftBrace => braces += 1,
                TokenKind::RightBrace => {
                    braces -= 1;
                    self.bump();
                    // What stands in the same line still belongs to it: `} NAME;`
                    if braces == 0 && self.peek().starts_line {
                        return;
                    }
                    continue;
                }
                _ => {}
            }
            self.bump();
        }
    }

    /// After a mistake in braces: skips behind the `}`.
    pub(super) fn skip_behind_brace(&mut self) {
        let mut open = 1usize;
        while open > 0 {
            match self.bump().kind {
                TokenKind::Eof => return,
                TokenKind::LeftBrace => open += 1,
                TokenKind::RightBrace => open -= 1,
                _ => {}
            }
        }
    }

    /// How many `(` are open here that opened since token number `from`.
    fn open_parentheses(&self, from: usize) -> usize {
        let read = self.tokens.get(from..self.at).unwrap_or_default();
        read.iter().fold(0usize, |open, token| match token.kind {
            TokenKind::LeftParen => open + 1,
            TokenKind::RightParen => open.saturating_sub(1),
            _ => open,
        })
    }

    /// Whether a `)` without its `(` comes before the next `;` or brace.
    pub(super) fn closes_parenthesis(&self) -> bool {
        let mut open = 0usize;
        for token in self.tokens.get(self.at..).unwrap_or_default() {
            match token.kind {
                TokenKind::LeftParen => open += 1,
                TokenKind::RightParen if open == 0 => return true,
                TokenKind::RightParen => open -= 1,
                TokenKind::Semicolon | TokenKind::LeftBrace | TokenKind::RightBrace => {
                    return false;
                }
                _ => {}
            }
        }
        false
    }

    /// Whether an item starts here that no parameter looks like.
    fn starts_other_item(&self) -> bool {
        let token = self.peek();
        token.kind == TokenKind::Ident
            && match token.symbol {
                word::CONST => false,
                word::INTERFACE | word::DISPINTERFACE => self.defines_interface(),
                _ => true,
            }
    }

    /// Whether the body or base of an interface follows its name.
    pub(super) fn defines_interface(&self) -> bool {
        matches!(
            self.peek_at(2).kind,
            TokenKind::Colon | TokenKind::LeftBrace
        )
    }
}

/// Whether a list goes on behind this token, in the next line.
fn goes_on_behind(token: Token) -> bool {
    matches!(token.kind, TokenKind::Comma | TokenKind::LeftParen)
}
