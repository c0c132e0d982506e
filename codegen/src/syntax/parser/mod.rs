//! From tokens to a syntax tree: recursive descent, one file of rules per kind of thing.
//!
//! A rule that meets a mistake reports it and gives up with [`Reported`]; the nearest list of items, fields
//! or enumerators skips to where the next one starts. So one mistake gives one message.

mod attributes;
mod declarators;
mod dialects;
mod expressions;
mod interfaces;
mod items;
mod misspelled;
mod records;
mod recovery;
#[cfg(test)]
mod tests;
mod types;
mod winrt;

pub(super) use items::starts_item;
pub(super) use winrt::is_winrt;

use super::preprocessor::{MOST_MISTAKES, Preprocessed, too_many_mistakes};
use super::symbol::{Symbol, Symbols};
use super::token::{Token, TokenKind};
use super::tree::{self, Ident, PragmaPack, StringLiteral};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::source::Span;
use smallvec::SmallVec;

/// Deeper nesting is none that a person wrote, and each level costs stack.
const DEEPEST: usize = 200;

/// A rule gave up, and has said why.
#[derive(Debug)]
struct Reported;

type Parse<T> = Result<T, Reported>;

struct Parser<'a> {
    /// The tokens before the file's end. A keyword that is misspelled is mended here.
    tokens: &'a mut [Token],
    end: Token,
    at: usize,
    symbols: &'a Symbols,
    diagnostics: &'a mut Diagnostics,
    packs: std::iter::Peekable<std::vec::IntoIter<(usize, PragmaPack, Span)>>,
    /// Whether the end of the tokens is not that of the file, and was reported.
    incomplete: bool,
    /// Whether an included file is missing: what looks like a mistake may follow from that, which was reported.
    misses_include: bool,
    /// The `{` of the interface whose body is being read, and the interface's name.
    interface: Option<(Token, Ident)>,
    depth: usize,
    mistakes: usize,
}

/// Parses a file, about which the messages behind the first `said` are.
pub(crate) fn parse(
    mut input: Preprocessed,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
    said: usize,
) -> tree::File {
    if let Some(refusal) = winrt::refusal(&input.tokens, symbols) {
        let other = dialects::refusal_with_namespaces(&input.tokens, symbols);
        diagnostics.truncate(said);
        diagnostics.push(other.unwrap_or(refusal));
        return tree::File::default();
    }
    let Some((end, tokens)) = input.tokens.split_last_mut() else {
        return tree::File::default();
    };
    let mut parser = Parser {
        tokens,
        end: *end,
        at: 0,
        symbols,
        diagnostics,
        packs: input.packs.into_iter().peekable(),
        incomplete: input.incomplete,
        misses_include: input.misses_include,
        interface: None,
        depth: 0,
        mistakes: 0,
    };
    let items = parser.file_items();
    let is_understood = parser.mistakes == 0 && !parser.misses_include;
    if !is_understood && let Some(refusal) = dialects::refusal(tokens, symbols) {
        diagnostics.truncate(said);
        diagnostics.push(refusal);
        return tree::File::default();
    }
    tree::File { items }
}

impl Parser<'_> {
    /// The next token; the last one of a file is its end, which is never passed.
    fn peek(&self) -> Token {
        self.peek_at(0)
    }

    fn peek_at(&self, ahead: usize) -> Token {
        match self.tokens.get(self.at + ahead) {
            Some(token) => *token,
            None => self.end,
        }
    }

    fn kind(&self) -> TokenKind {
        self.peek().kind
    }

    fn bump(&mut self) -> Token {
        let token = self.peek();
        if token.kind != TokenKind::Eof {
            self.at += 1;
        }
        token
    }

    fn previous(&self) -> Token {
        match self.at.checked_sub(1).and_then(|at| self.tokens.get(at)) {
            Some(token) => *token,
            None => self.peek(),
        }
    }

    fn is(&self, kind: TokenKind) -> bool {
        self.kind() == kind
    }

    fn is_word(&self, word: Symbol) -> bool {
        self.peek().is_word(word)
    }

    fn take(&mut self, kind: TokenKind) -> bool {
        let found = self.is(kind);
        if found {
            self.bump();
        }
        found
    }

    fn take_word(&mut self, word: Symbol) -> bool {
        let found = self.is_word(word);
        if found {
            self.bump();
        }
        found
    }

    fn text(&self, token: Token) -> &str {
        token.text(self.symbols)
    }

    /// From the token where something started to the last one read.
    fn span_from(&self, start: Token) -> Span {
        start.span.to(self.previous().span)
    }

    fn docs(&self, token: Token) -> String {
        self.symbols.text(token.docs).to_owned()
    }

    fn report(&mut self, diagnostic: Diagnostic) -> Reported {
        let was_reported = match self.kind() {
            TokenKind::Invalid(_) => true,
            // What is open at the end of a file with mistakes is so since one of them.
            TokenKind::Eof => self.incomplete || self.mistakes > 0,
            _ => self.is_line_broken(),
        };
        if was_reported || self.misses_include {
            return Reported;
        }
        self.mistakes += 1;
        if self.mistakes <= MOST_MISTAKES {
            self.diagnostics.push(diagnostic);
        }
        if self.mistakes == MOST_MISTAKES {
            let span = self.peek().span;
            self.diagnostics.push(too_many_mistakes(span));
            self.at = self.tokens.len();
        }
        Reported
    }

    /// Whether the rest of this line holds what is no token, such as a string without an end, which the lexer has reported: most
    /// likely it starts further left.
    fn is_line_broken(&self) -> bool {
        let rest = self.tokens.get(self.at + 1..).unwrap_or_default();
        rest.iter()
            .take_while(|token| !token.starts_line)
            .any(|token| matches!(token.kind, TokenKind::Invalid(_)))
    }

    /// How a token is named in messages.
    fn show(&self, token: Token) -> String {
        match token.kind {
            TokenKind::Eof => "the end of the file".to_owned(),
            _ => format!("`{}`", shortened(self.text(token))),
        }
    }

    /// Reports that something else should stand at the next token.
    fn expected(&mut self, what: &str) -> Reported {
        let token = self.peek();
        let message = format!("expected {what}, found {}", self.show(token));
        self.report(Diagnostic::at(Code::UnexpectedToken, token.span, message))
    }

    /// Reports that a mark should stand behind the last token.
    fn missing(&mut self, mark: &str, message: impl Into<String>) -> Reported {
        let span = self.previous().span.after();
        let diagnostic = Diagnostic::at(Code::UnexpectedToken, span, message);
        self.report(diagnostic.label(format!("`{mark}` is missing here")))
    }

    fn expect(&mut self, kind: TokenKind) -> Parse<Token> {
        if self.is(kind) {
            return Ok(self.bump());
        }
        let what = format!("`{}`", kind.spelling().unwrap_or("a name"));
        Err(self.expected(&what))
    }

    /// The bracket that closes `open`.
    fn expect_close(&mut self, open: Token, kind: TokenKind) -> Parse<Token> {
        if self.is(kind) {
            return Ok(self.bump());
        }
        let close = kind.spelling().unwrap_or_default();
        let token = self.peek();
        if token.kind == TokenKind::Eof {
            let message = format!("this `{}` is never closed", self.text(open));
            let diagnostic = Diagnostic::at(Code::Unclosed, open.span, message)
                .help(format!("close it with `{close}`"));
            return Err(self.report(diagnostic));
        }
        let message = format!("expected `{close}`, found {}", self.show(token));
        let diagnostic = Diagnostic::at(Code::UnexpectedToken, token.span, message)
            .also(open.span, format!("to close this `{}`", self.text(open)));
        Err(self.report(diagnostic))
    }

    /// The `;` at the end of something. Where it is missing at the end of a line, what follows is read on.
    fn expect_semicolon(&mut self, behind: &str) -> Parse<()> {
        if self.take(TokenKind::Semicolon) {
            return Ok(());
        }
        let next = self.peek();
        let previous = self.previous();
        let goes_on =
            next.starts_line || matches!(next.kind, TokenKind::RightBrace | TokenKind::Eof);
        if !goes_on {
            let message = format!("expected `;` behind {behind}, found {}", self.show(next));
            return Err(self.report(Diagnostic::at(Code::UnexpectedToken, next.span, message)));
        }
        // What follows ends with a `)`.
        let is_function = previous.kind == TokenKind::Ident && self.closes_parenthesis();
        if is_function {
            return Err(self.missing("(", "expected `(` before the parameters"));
        }
        let message = format!("expected `;` behind {behind}");
        self.missing(";", message);
        Ok(())
    }

    fn ident(&mut self, what: &str) -> Parse<Ident> {
        if !self.is(TokenKind::Ident) {
            return Err(self.expected(what));
        }
        let token = self.bump();
        Ok(self.ident_of(token))
    }

    fn ident_of(&self, token: Token) -> Ident {
        Ident {
            text: self.text(token).into(),
            span: token.span,
        }
    }

    fn string(&mut self, what: &str) -> Parse<StringLiteral> {
        if !matches!(self.kind(), TokenKind::String | TokenKind::WideString) {
            return Err(self.expected(what));
        }
        let first = self.peek();
        let mut text = String::new();
        while matches!(self.kind(), TokenKind::String | TokenKind::WideString) {
            let token = self.bump();
            text.push_str(&super::literal::unquote(self.text(token)));
        }
        Ok(StringLiteral {
            text,
            span: self.span_from(first),
        })
    }

    /// Runs a rule one level deeper.
    #[inline(always)]
    fn nested<T>(&mut self, rule: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<T> {
        if self.depth >= DEEPEST {
            let message = format!("this nests more than {DEEPEST} levels deep");
            let span = self.peek().span;
            let reported = self.report(Diagnostic::at(Code::NestedTooDeep, span, message));
            // Whatever follows is as deep; one message is enough.
            self.at = self.tokens.len();
            return Err(reported);
        }
        self.depth += 1;
        let result = rule(self);
        self.depth -= 1;
        result
    }
}

/// A long token, cut for a message.
fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST).chain(['…']).collect()
}

/// A list that is being read. Most are short, and a `Vec` that grows makes room that is not used.
type Growing<T> = SmallVec<[T; 4]>;

/// The same list when it is whole.
fn whole<T>(list: &mut Growing<T>) -> Vec<T> {
    let mut whole = Vec::with_capacity(list.len());
    whole.extend(list.drain(..));
    whole
}
