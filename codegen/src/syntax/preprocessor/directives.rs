//! The lines that start with `#`.

use super::super::symbol::{Symbol, word};
use super::super::token::{Token, TokenKind};
use super::conditionals::Verdict;
use super::macros::Macro;
use super::{Preprocessor, pragma};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::source::Span;
use smallvec::SmallVec;

const NAMES: &[&str] = &[
    "define", "undef", "include", "if", "ifdef", "ifndef", "elif", "else", "endif", "error",
    "warning", "line", "pragma",
];

/// Most macros are defined with no more tokens.
const TOKENS_OF_A_MACRO: usize = 8;

/// Those that count in skipped text, too.
const CONDITIONALS: &[&str] = &["if", "ifdef", "ifndef", "elif", "else", "endif"];

impl Preprocessor<'_, '_> {
    /// Carries out the directive that `hash` starts. In skipped text only conditionals count.
    pub(super) fn directive(&mut self, hash: Token, active: bool) {
        self.skipped.clear();
        if let Some(name) = self.on_line() {
            self.carry_out(name, hash.span.to(name.span), active);
        }
    }

    fn carry_out(&mut self, name: Token, at: Span, active: bool) {
        match name.symbol {
            word::IF | word::IFDEF | word::IFNDEF => {
                let verdict = match active {
                    true => self.condition(name.symbol, at),
                    false => Verdict::default(),
                };
                self.open(at, active, verdict);
            }
            word::ELIF => self.else_if(at),
            word::ELSE => self.otherwise(at),
            word::ENDIF => self.close(at),
            word::DEFINE
            | word::UNDEF
            | word::INCLUDE
            | word::ERROR
            | word::WARNING
            | word::PRAGMA
                if !active => {}
            word::DEFINE => self.define(at),
            word::UNDEF => {
                if let Some(name) = self.macro_name(at, "#undef") {
                    self.macros.remove(name.symbol);
                }
            }
            // The rest of its line is read before the included file is entered.
            word::INCLUDE => return self.include(at),
            word::ERROR | word::WARNING => self.message(name.symbol, at),
            word::PRAGMA => self.pragma(at),
            word::LINE => {}
            // What other preprocessors leave behind: `# 1 "file"`.
            _ if name.kind == TokenKind::Number => {}
            _ => {
                if let Some(symbol) = self.misspelled(name, at, active) {
                    return self.carry_out(Token { symbol, ..name }, at, active);
                }
            }
        }
        self.skip_line();
    }

    /// Says that there is no such directive. Returns the one that is meant, where what follows may need it.
    fn misspelled(&mut self, name: Token, at: Span, active: bool) -> Option<Symbol> {
        let text = self.text(name).to_owned();
        let candidates = match active {
            true => NAMES,
            false => CONDITIONALS,
        };
        let near = nearest(&text, candidates.iter().copied());
        // In skipped text anything may stand, but an end that is misspelled would skip the rest of the file.
        if !active && (near.is_none() || name.kind != TokenKind::Ident) {
            return None;
        }
        let message = format!("there is no preprocessor directive `#{text}`");
        let diagnostic = Diagnostic::at(Code::UnknownDirective, at, message);
        self.report(match near {
            Some(near) => diagnostic.help(format!("did you mean `#{near}`?")),
            None => diagnostic,
        });
        // What these say would be a second message.
        let near = near.filter(|near| !matches!(*near, "error" | "warning"))?;
        Some(self.run.symbols.intern(near))
    }

    pub(super) fn on_line(&mut self) -> Option<Token> {
        let frame = self.frames.last_mut()?;
        let text = frame.text(self.run.sources);
        frame.lexer.next_on_line(text, &mut self.run.symbols)
    }

    /// The rest of the line.
    pub(super) fn line<L: FromIterator<Token>>(&mut self) -> L {
        let Some(frame) = self.frames.last_mut() else {
            return std::iter::empty().collect();
        };
        let text = frame.text(self.run.sources);
        let symbols = &mut self.run.symbols;
        std::iter::from_fn(|| frame.lexer.next_on_line(text, symbols)).collect()
    }

    fn skip_line(&mut self) {
        while self.on_line().is_some() {}
    }

    pub(super) fn macro_name(&mut self, at: Span, directive: &str) -> Option<Token> {
        match self.on_line() {
            Some(name) if name.kind == TokenKind::Ident => Some(name),
            other => {
                let span = other.map_or(at, |token| token.span);
                let message = format!("`{directive}` is not followed by the name of a macro");
                self.report(Diagnostic::at(Code::BadDirective, span, message));
                None
            }
        }
    }

    fn define(&mut self, at: Span) {
        let Some(name) = self.macro_name(at, "#define") else {
            return;
        };
        let tokens: SmallVec<[Token; TOKENS_OF_A_MACRO]> = self.line();
        let mut body = tokens.as_slice();
        let (mut params, mut variadic) = (None, false);
        if let Some(open) = tokens.first()
            && open.kind == TokenKind::LeftParen
            && !open.after_space
        {
            let Some((names, takes_rest, behind)) = self.params(&tokens) else {
                return;
            };
            body = tokens.get(behind..).unwrap_or_default();
            params = Some(names.into());
            variadic = takes_rest;
        }
        let edges = [body.first(), body.last()];
        if let Some(edge) = edges
            .into_iter()
            .flatten()
            .find(|token| token.kind == TokenKind::HashHash)
        {
            let message = "`##` at the edge of a macro has nothing to join";
            self.report(Diagnostic::at(Code::BadDirective, edge.span, message));
            return;
        }
        let value = Macro {
            span: name.span,
            params,
            variadic,
            body: body.into(),
        };
        if let Some(before) = self.macros.get(name.symbol)
            && !before.same(&value)
            // Two headers that disagree are not for their user to mend.
            && before.span.file == name.span.file
        {
            let message = format!(
                "`{}` is defined again, with other contents",
                self.text(name)
            );
            let diagnostic = Diagnostic::at(Code::MacroRedefined, name.span, message)
                .also(before.span, "the first definition is here")
                .help("write `#undef` before it if that is meant");
            self.report(diagnostic);
        }
        self.macros.set(&self.run.symbols, name.symbol, value);
    }

    /// The parameters of a macro, whether the last is variadic, and how many tokens they take.
    fn params(&mut self, tokens: &[Token]) -> Option<(Vec<Symbol>, bool, usize)> {
        let mut params = Vec::new();
        let mut variadic = false;
        let kind = |at: usize| tokens.get(at).map(|token| token.kind);
        let mut at = 1;
        if kind(at) == Some(TokenKind::RightParen) {
            return Some((params, variadic, at + 1));
        }
        while let Some(token) = tokens.get(at) {
            match token.kind {
                TokenKind::Ident if !params.contains(&token.symbol) => {
                    params.push(token.symbol);
                    at += 1;
                    if kind(at) == Some(TokenKind::Ellipsis) {
                        variadic = true;
                        at += 1;
                    }
                }
                TokenKind::Ellipsis => {
                    params.push(word::VA_ARGS);
                    variadic = true;
                    at += 1;
                }
                _ => break,
            }
            match kind(at) {
                Some(TokenKind::RightParen) => return Some((params, variadic, at + 1)),
                Some(TokenKind::Comma) if !variadic => at += 1,
                _ => break,
            }
        }
        let behind = || tokens.last().map(|token| token.span.after());
        if let Some(span) = tokens.get(at).map(|token| token.span).or_else(behind) {
            let message = "the parameters of a macro are different names with commas between them";
            self.report(Diagnostic::at(Code::BadDirective, span, message));
        }
        None
    }

    fn message(&mut self, kind: Symbol, at: Span) {
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let text = frame.text(self.run.sources);
        let said = frame.lexer.rest_of_line(text);
        let (code, directive) = match kind {
            word::ERROR => (Code::ErrorDirective, "#error"),
            _ => (Code::WarningDirective, "#warning"),
        };
        let message = match said {
            "" => format!("the file says `{directive}`"),
            _ => format!("{directive}: {said}"),
        };
        let diagnostic = Diagnostic::at(code, at, message);
        // A guard against being included twice is defined by now.
        let absent = self.innermost().and_then(|condition| condition.absent);
        let diagnostic = match absent.filter(|name| !self.macros.contains(*name)) {
            Some(name) => {
                let name = self.run.symbols.text(name);
                diagnostic.help(format!(
                    "the file says so because `{name}` is not defined; `-D {name}` defines it"
                ))
            }
            None => diagnostic,
        };
        match code {
            // What follows is not meant to be read.
            Code::ErrorDirective => self.give_up(diagnostic),
            _ => self.report(diagnostic),
        }
    }

    fn include(&mut self, at: Span) {
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let text = frame.text(self.run.sources);
        let angled = frame.lexer.angled_name(text);
        let name = match angled {
            Some((name, span)) => Some((name.to_owned(), span)),
            None => {
                let tokens = self.line();
                let tokens = self.expand_list(tokens);
                self.included_name(&tokens)
            }
        };
        self.skip_line();
        let Some((name, span)) = name.filter(|(name, _)| !name.is_empty()) else {
            let message = "`#include` is not followed by the name of a file";
            let diagnostic = Diagnostic::at(Code::BadDirective, at, message)
                .help("write the name as `\"name.h\"` or `<name.h>`");
            return self.report(diagnostic);
        };
        let folder = self.frames.last().and_then(|frame| frame.folder.clone());
        let from = &self.run.sources.file(span.file).path;
        match self.run.loader.find(&name, folder.as_deref(), from, span) {
            Ok(found) => self.enter(found, span),
            Err(problem) => match pragma::packing_header(&name) {
                Some(pack) => self.pack(pack, span),
                None => {
                    self.out.misses_include = true;
                    self.report(*problem);
                }
            },
        }
    }

    /// The name in `"name"`, or in `< name >` as a macro may leave it.
    fn included_name(&self, tokens: &[Token]) -> Option<(String, Span)> {
        match tokens {
            // Backslashes separate folders here; they escape nothing.
            [name] if name.kind == TokenKind::String => {
                let text = self.text(*name).trim_matches('"');
                Some((text.to_owned(), name.span))
            }
            [open, inside @ .., close]
                if open.kind == TokenKind::Less && close.kind == TokenKind::Greater =>
            {
                let name = inside.iter().map(|token| self.text(*token)).collect();
                Some((name, open.span.to(close.span)))
            }
            _ => None,
        }
    }
}
