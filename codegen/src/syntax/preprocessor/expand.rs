//! Replacing macro uses.
//!
//! The replacement is read again for more macros, from a stack of contexts above the files. While a context
//! is being read, its macro's name is left alone: that is what ends recursion.
//!
//! A token of a macro's body keeps the place where the body spells it, and remembers the expansion. A token of
//! an argument keeps its place in the use: that is where a mistake in it is to be corrected.

use super::super::lexer::Lexer;
use super::super::symbol::{Symbol, word};
use super::super::token::{Invalid, Token, TokenKind};
use super::macros::Macro;
use super::{Preprocessor, numbers};
use crate::counted::counted;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{ExpansionId, Span};
use std::collections::hash_map::Entry;
use std::rc::Rc;

/// Deeper nesting of macro uses in the arguments of macros is none that a person wrote.
const DEEPEST_ARGUMENT: usize = 64;

/// So much text that macros make counts as one token.
const BYTES_OF_A_TOKEN: usize = 64;

/// Tokens that are read before what lies below.
#[derive(Debug)]
pub(super) struct Context {
    tokens: Tokens,
    at: usize,
    kind: ContextKind,
}

#[derive(Debug)]
enum Tokens {
    /// Those of this context alone.
    Made(Vec<Token>),
    /// The body of a macro as it stands, in the place of a token.
    Body(Rc<[Token]>, ExpansionId, Token),
}

impl Tokens {
    fn get(&self, at: usize) -> Option<Token> {
        match self {
            Self::Made(tokens) => tokens.get(at).copied(),
            Self::Body(tokens, id, replaced) => {
                let token = from_body(*tokens.get(at)?, *id);
                Some(match at {
                    0 => in_place_of(token, *replaced),
                    _ => token,
                })
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum ContextKind {
    /// The replacement of this macro.
    Expansion(Symbol),
    /// Tokens that were read too far.
    Returned,
    /// A list that is expanded by itself: reading does not go on below.
    Closed,
}

impl Preprocessor<'_, '_> {
    /// The next token with macros expanded.
    pub(super) fn next(&mut self) -> Token {
        loop {
            let mut token = self.next_unexpanded();
            if token.kind != TokenKind::Ident || token.inert {
                return token;
            }
            let Some(value) = self.macros.get(token.symbol) else {
                return match token.symbol {
                    word::LINE_MACRO | word::FILE_MACRO => self.place(token),
                    _ => token,
                };
            };
            if self.active.contains_key(&token.symbol) {
                token.inert = true;
                return token;
            }
            let number = self
                .numbers
                .get(token.symbol, &self.macros, &mut self.run.symbols);
            if let Some(number) = number {
                return self.number(token, number);
            }
            let value = value.clone();
            if !self.expand(token, &value) {
                return token;
            }
        }
    }

    /// A list with macros expanded, by itself.
    pub(super) fn expand_list(&mut self, tokens: Vec<Token>) -> Vec<Token> {
        let Some(use_of_macro) = tokens.iter().find(|token| {
            token.kind == TokenKind::Ident
                && (self.macros.contains(token.symbol)
                    || matches!(token.symbol, word::LINE_MACRO | word::FILE_MACRO))
        }) else {
            return tokens;
        };
        if self.depth >= DEEPEST_ARGUMENT {
            let message = "macro uses nest too deep in each other's arguments";
            let at = self.outermost(use_of_macro.span);
            self.give_up(Diagnostic::at(Code::TooMuchText, at, message));
            return Vec::new();
        }
        self.depth += 1;
        self.contexts.push(Context {
            tokens: Tokens::Made(tokens),
            at: 0,
            kind: ContextKind::Closed,
        });
        let mut out = Vec::new();
        loop {
            let token = self.next();
            if token.kind == TokenKind::Eof {
                break;
            }
            out.push(token);
        }
        // Giving up has removed all contexts.
        self.contexts.pop();
        self.depth -= 1;
        out
    }

    fn next_unexpanded(&mut self) -> Token {
        while let Some(context) = self.contexts.last_mut() {
            if let Some(token) = context.tokens.get(context.at) {
                context.at += 1;
                return token;
            }
            match context.kind {
                ContextKind::Closed => return self.end,
                ContextKind::Returned => {}
                ContextKind::Expansion(name) => self.leave(name),
            }
            self.contexts.pop();
        }
        self.next_in_file()
    }

    fn leave(&mut self, name: Symbol) {
        if let Entry::Occupied(mut entry) = self.active.entry(name) {
            *entry.get_mut() -= 1;
            if *entry.get() == 0 {
                entry.remove();
            }
        }
    }

    fn give_back(&mut self, token: Token) {
        // The end comes again by itself.
        if token.kind != TokenKind::Eof {
            self.contexts.push(Context {
                tokens: Tokens::Made(vec![token]),
                at: 0,
                kind: ContextKind::Returned,
            });
        }
    }

    pub(super) fn outermost(&self, span: Span) -> Span {
        let calls = self.run.sources.backtrace(span);
        calls.last().map_or(span, |expansion| expansion.call)
    }

    /// Expands a use of a macro; `false` where the name stands without the parentheses that the macro needs.
    fn expand(&mut self, name: Token, value: &Macro) -> bool {
        let (arguments, end) = match &value.params {
            None => (Vec::new(), name.span),
            Some(params) => {
                let open = self.next_unexpanded();
                if open.kind != TokenKind::LeftParen {
                    self.give_back(open);
                    return false;
                }
                match self.arguments(name, value, params.len()) {
                    Some(read) => read,
                    None => {
                        self.give_back(reported(name));
                        return true;
                    }
                }
            }
        };
        self.keep_docs(name);
        let call = name.span.to(end);
        if !self.spend(value.body.len() + 1, call) {
            return true;
        }
        let id = self.run.sources.add_expansion(value.span, call);
        let tokens = if value.is_plain() {
            Tokens::Body(value.body.clone(), id, name)
        } else {
            let mut tokens = self.substitute(value, &arguments, id);
            if let Some(first) = tokens.first_mut() {
                *first = in_place_of(*first, name);
            }
            Tokens::Made(tokens)
        };
        *self.active.entry(name.symbol).or_default() += 1;
        self.contexts.push(Context {
            tokens,
            at: 0,
            kind: ContextKind::Expansion(name.symbol),
        });
        true
    }

    /// The number that a macro stands for, in the place of a use of it.
    fn number(&mut self, name: Token, value: numbers::Value) -> Token {
        self.keep_docs(name);
        let id = self.run.sources.add_expansion(value.name, name.span);
        in_place_of(from_body(value.token, id), name)
    }

    /// Docs above a use of a macro are those of what replaces it.
    fn keep_docs(&mut self, name: Token) {
        if name.docs != word::EMPTY {
            self.docs = name.docs;
        }
    }

    /// Counts tokens that macros make. `false` once they are too many.
    fn spend(&mut self, tokens: usize, at: Span) -> bool {
        if let Some(rest) = self.budget.tokens.checked_sub(tokens) {
            self.budget.tokens = rest;
            return true;
        }
        if !self.budget.spent {
            self.budget.spent = true;
            let at = self.outermost(at);
            let message = "this macro grows without bound";
            self.give_up(Diagnostic::at(Code::TooMuchText, at, message));
        }
        self.budget.tokens = 0;
        false
    }

    /// Reads arguments up to the closing parenthesis. `None` after a mistake that was reported.
    fn arguments(
        &mut self,
        name: Token,
        value: &Macro,
        params: usize,
    ) -> Option<(Vec<Vec<Token>>, Span)> {
        let mut arguments = Vec::new();
        let mut argument = Vec::new();
        let mut nesting = 0usize;
        let end = loop {
            let token = self.next_unexpanded();
            match token.kind {
                TokenKind::Eof => {
                    self.out.incomplete = true;
                    let message = format!("the arguments of `{}` have no end", self.text(name));
                    let diagnostic = Diagnostic::at(Code::BadMacroUse, name.span, message)
                        .also(value.span, "the macro is defined here")
                        .help("close them with `)`");
                    self.report(diagnostic);
                    return None;
                }
                TokenKind::LeftParen => nesting += 1,
                TokenKind::RightParen if nesting == 0 => break token,
                TokenKind::RightParen => nesting -= 1,
                TokenKind::Comma if nesting == 0 => {
                    let takes_the_rest = value.variadic && arguments.len() + 1 == params;
                    if !takes_the_rest {
                        arguments.push(std::mem::take(&mut argument));
                        continue;
                    }
                }
                _ => {}
            }
            argument.push(token);
        };
        if params > 0 || !argument.is_empty() || !arguments.is_empty() {
            arguments.push(argument);
        }
        if value.variadic && arguments.len() + 1 == params {
            arguments.push(Vec::new());
        }
        if arguments.len() != params {
            let message = format!(
                "`{}` takes {}, not {}",
                self.text(name),
                counted(params, "argument"),
                arguments.len()
            );
            let diagnostic = Diagnostic::at(Code::BadMacroUse, name.span.to(end.span), message)
                .also(value.span, "the macro is defined here");
            self.report(diagnostic);
            return None;
        }
        Some((arguments, end.span))
    }

    /// The body with arguments in place of parameters, `#` and `##` carried out.
    fn substitute(
        &mut self,
        value: &Macro,
        arguments: &[Vec<Token>],
        id: ExpansionId,
    ) -> Vec<Token> {
        let mut expanded: Vec<Option<Vec<Token>>> = vec![None; arguments.len()];
        let mut out: Vec<Token> = Vec::with_capacity(value.body.len());
        // Whether a `##` that comes next has something on its left: an empty argument is nothing.
        let mut has_left = false;
        let mut at = 0;
        while let Some(token) = value.body.get(at) {
            at += 1;
            let token = from_body(*token, id);
            let behind = value.body.get(at);
            let param = |token: Option<&Token>| value.param(token?);
            if token.kind == TokenKind::HashHash
                && let Some(right) = behind
            {
                at += 1;
                let right = match param(Some(right)).and_then(|param| arguments.get(param)) {
                    Some(argument) => argument.clone(),
                    None => vec![from_body(*right, id)],
                };
                let right_is_empty = right.is_empty();
                if has_left {
                    self.paste(&mut out, right, token.span);
                } else {
                    out.extend(right);
                    has_left = !right_is_empty;
                }
            } else if token.kind == TokenKind::Hash
                && let Some(param) = param(behind)
            {
                at += 1;
                let string = self.stringify(token, arguments.get(param));
                out.push(string);
                has_left = true;
            } else if let Some(index) = param(Some(&token))
                && let Some(argument) = arguments.get(index)
            {
                let start = out.len();
                if behind.is_some_and(|token| token.kind == TokenKind::HashHash) {
                    out.extend(argument);
                } else {
                    let tokens = match expanded.get_mut(index).and_then(Option::take) {
                        Some(tokens) => tokens,
                        None => self.expand_list(argument.clone()),
                    };
                    out.extend(&tokens);
                    if let Some(slot) = expanded.get_mut(index) {
                        *slot = Some(tokens);
                    }
                }
                if !self.spend(out.len() - start, token.span) {
                    return Vec::new();
                }
                has_left = out.len() > start;
                if let Some(first) = out.get_mut(start) {
                    first.after_space = token.after_space;
                }
            } else {
                out.push(token);
                has_left = true;
            }
        }
        out
    }

    fn stringify(&mut self, hash: Token, argument: Option<&Vec<Token>>) -> Token {
        let mut text = String::from("\"");
        for (at, token) in argument.into_iter().flatten().enumerate() {
            if at > 0 && (token.after_space || token.starts_line) {
                text.push(' ');
            }
            let spelling = token.text(&self.run.symbols);
            match token.kind {
                TokenKind::String
                | TokenKind::WideString
                | TokenKind::Char
                | TokenKind::WideChar => {
                    text.push_str(&spelling.replace('\\', "\\\\").replace('"', "\\\""));
                }
                _ => text.push_str(spelling),
            }
        }
        text.push('"');
        self.spend(text.len() / BYTES_OF_A_TOKEN, hash.span);
        Token {
            kind: TokenKind::String,
            symbol: self.run.symbols.intern(&text),
            ..hash
        }
    }

    /// Joins the last token of `out` and the first of `right`.
    fn paste(&mut self, out: &mut Vec<Token>, right: Vec<Token>, span: Span) {
        let mut right = right.into_iter();
        if let Some(first) = right.next() {
            match out.pop() {
                // Microsoft's preprocessor leaves two strings as they are, and neighbours are one string anyway.
                Some(left) if left.kind == TokenKind::String && first.kind == TokenKind::String => {
                    out.extend([left, first]);
                }
                Some(left) => out.push(self.glue(left, first, span)),
                None => out.push(first),
            }
        }
        out.extend(right);
    }

    fn glue(&mut self, left: Token, right: Token, span: Span) -> Token {
        let text = format!("{}{}", self.text(left), self.text(right));
        self.spend(text.len() / BYTES_OF_A_TOKEN, span);
        let mut lexer = Lexer::new(span.file);
        let token = lexer.next(&text, &mut self.run.symbols);
        let whole = token.span.start == 0 && token.span.end as usize == text.len();
        if !whole || matches!(token.kind, TokenKind::Invalid(_) | TokenKind::Eof) {
            let message = format!(
                "`##` joins `{}` and `{}` to what is no token",
                self.text(left),
                self.text(right)
            );
            // Where a header is missing, so may be what the names stand for.
            if !self.out.misses_include {
                self.report(Diagnostic::at(Code::BadMacroUse, span, message));
            }
            return reported(left);
        }
        Token {
            span,
            starts_line: left.starts_line,
            after_space: left.after_space,
            ..token
        }
    }

    /// `__LINE__` and `__FILE__`, of the outermost use.
    fn place(&mut self, token: Token) -> Token {
        let span = self.outermost(token.span);
        let (kind, text) = if token.symbol == word::LINE_MACRO {
            let line = self.run.sources.line_column(span).line;
            (TokenKind::Number, line.to_string())
        } else {
            let path = self.run.sources.file(span.file).path.to_string_lossy();
            let path = path.replace('\\', "\\\\");
            (TokenKind::String, format!("\"{path}\""))
        };
        Token {
            kind,
            symbol: self.run.symbols.intern(&text),
            ..token
        }
    }
}

/// What stands for a macro use that went wrong.
fn reported(token: Token) -> Token {
    Token {
        kind: TokenKind::Invalid(Invalid::Reported),
        ..token
    }
}

/// The first token that replaces a use of a macro.
fn in_place_of(token: Token, replaced: Token) -> Token {
    Token {
        starts_line: replaced.starts_line,
        after_space: replaced.after_space,
        ..token
    }
}

/// A token of a macro's body, as it comes out of an expansion.
fn from_body(token: Token, id: ExpansionId) -> Token {
    let mut token = token;
    token.span.expansion = Some(id);
    token.docs = word::EMPTY;
    token.starts_line = false;
    token
}
