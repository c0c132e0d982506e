//! The lines that start with `#`.

use super::super::symbol::{Symbol, word};
use super::super::token::{Invalid, Token, TokenKind};
use super::macros::Macro;
use super::{Condition, Preprocessor, condition, pragma};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::source::Span;

const NAMES: &[&str] = &[
    "define", "undef", "include", "if", "ifdef", "ifndef", "elif", "else", "endif", "error",
    "warning", "line", "pragma",
];

impl Preprocessor<'_, '_> {
    /// Carries out the directive that `hash` starts. In skipped text only conditionals count.
    pub(super) fn directive(&mut self, hash: Token, active: bool) {
        let Some(name) = self.on_line() else {
            return;
        };
        let at = hash.span.to(name.span);
        match name.symbol {
            word::IF | word::IFDEF | word::IFNDEF => {
                let value = active && self.condition(name.symbol, at);
                self.open(at, active, value);
            }
            word::ELIF => self.else_if(at),
            word::ELSE => self.otherwise(at),
            word::ENDIF => self.close(at),
            _ if !active => {}
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
                let text = self.text(name).to_owned();
                let message = format!("there is no preprocessor directive `#{text}`");
                let diagnostic = Diagnostic::at(Code::UnknownDirective, at, message);
                let near = nearest(&text, NAMES.iter().copied());
                self.report(match near {
                    Some(near) => diagnostic.help(format!("did you mean `#{near}`?")),
                    None => diagnostic,
                });
                // Else its other end would have no partner.
                match near {
                    Some("if" | "ifdef" | "ifndef") => self.open(at, active, true),
                    Some("else") => self.otherwise(at),
                    Some("endif") => self.close(at),
                    _ => {}
                }
            }
        }
        self.skip_line();
    }

    pub(super) fn on_line(&mut self) -> Option<Token> {
        let frame = self.frames.last_mut()?;
        let text = frame.text(self.run.sources);
        frame.lexer.next_on_line(text, &mut self.run.symbols)
    }

    pub(super) fn line(&mut self) -> Vec<Token> {
        std::iter::from_fn(|| self.on_line()).collect()
    }

    fn skip_line(&mut self) {
        while self.on_line().is_some() {}
    }

    fn open(&mut self, opened: Span, active: bool, value: bool) {
        if let Some(frame) = self.frames.last_mut() {
            frame.conditions.push(Condition {
                opened,
                active: value,
                settled: value || !active,
                otherwise: None,
            });
        }
    }

    fn innermost(&mut self) -> Option<&mut Condition> {
        self.frames.last_mut()?.conditions.last_mut()
    }

    fn unbalanced(&mut self, at: Span, message: &str, earlier: Option<Span>) {
        let diagnostic = Diagnostic::at(Code::UnbalancedConditional, at, message);
        self.report(match earlier {
            Some(earlier) => diagnostic.also(earlier, "the `#else` is here"),
            None => diagnostic,
        });
    }

    fn else_if(&mut self, at: Span) {
        let Some(condition) = self.innermost() else {
            return self.unbalanced(at, "this `#elif` has no `#if`", None);
        };
        if condition.otherwise.is_some() {
            let earlier = condition.otherwise;
            return self.unbalanced(at, "this `#elif` comes after the `#else`", earlier);
        }
        // The condition of a branch that cannot be taken is not even looked at.
        let value = !condition.settled && self.condition(word::IF, at);
        if let Some(condition) = self.innermost() {
            condition.active = value;
            condition.settled |= value;
        }
    }

    fn otherwise(&mut self, at: Span) {
        let Some(condition) = self.innermost() else {
            return self.unbalanced(at, "this `#else` has no `#if`", None);
        };
        if condition.otherwise.is_some() {
            let earlier = condition.otherwise;
            return self.unbalanced(at, "this conditional has an `#else` already", earlier);
        }
        condition.active = !condition.settled;
        condition.settled = true;
        condition.otherwise = Some(at);
    }

    fn close(&mut self, at: Span) {
        let closed = self.frames.last_mut().and_then(|f| f.conditions.pop());
        if closed.is_none() {
            self.unbalanced(at, "this `#endif` has no `#if`", None);
        }
    }

    fn condition(&mut self, kind: Symbol, at: Span) -> bool {
        if kind != word::IF {
            let shown = match kind {
                word::IFDEF => "#ifdef",
                _ => "#ifndef",
            };
            let name = self.macro_name(at, shown);
            return name
                .is_some_and(|name| self.macros.contains(name.symbol) == (kind == word::IFDEF));
        }
        let tokens = self.line();
        let end = tokens.last().map_or(at, |token| token.span).after();
        let Some(tokens) = self.resolve_defined(&tokens) else {
            return false;
        };
        let tokens = self.expand_list(tokens);
        let was_reported = |token: &Token| token.kind == TokenKind::Invalid(Invalid::Reported);
        if tokens.iter().any(was_reported) {
            return false;
        }
        match condition::evaluate(&tokens, &self.run.symbols, end) {
            Ok(value) => value,
            Err(problem) => {
                let diagnostic = Diagnostic::at(Code::BadCondition, problem.span, problem.message);
                self.report(diagnostic);
                false
            }
        }
    }

    /// Replaces `defined NAME` and `defined(NAME)` by 1 or 0. `None` after a mistake that was reported.
    fn resolve_defined(&mut self, tokens: &[Token]) -> Option<Vec<Token>> {
        let mut out = Vec::with_capacity(tokens.len());
        let mut rest = tokens;
        while let [first, behind @ ..] = rest {
            rest = behind;
            if !first.is_word(word::DEFINED) {
                out.push(*first);
                continue;
            }
            let name = match behind {
                [open, name, close, behind @ ..]
                    if open.kind == TokenKind::LeftParen
                        && name.kind == TokenKind::Ident
                        && close.kind == TokenKind::RightParen =>
                {
                    rest = behind;
                    name
                }
                [name, behind @ ..] if name.kind == TokenKind::Ident => {
                    rest = behind;
                    name
                }
                _ => {
                    let message = "`defined` is not followed by the name of a macro";
                    self.report(
                        Diagnostic::at(Code::BadCondition, first.span, message)
                            .help("write `defined(NAME)`"),
                    );
                    return None;
                }
            };
            let value = match self.macros.contains(name.symbol) {
                true => "1",
                false => "0",
            };
            out.push(Token {
                kind: TokenKind::Number,
                symbol: self.run.symbols.intern(value),
                span: first.span.to(name.span),
                ..*first
            });
        }
        Some(out)
    }

    fn macro_name(&mut self, at: Span, directive: &str) -> Option<Token> {
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
        let mut tokens = self.line();
        let mut value = Macro::object(name.span, Vec::new());
        if let Some(open) = tokens.first()
            && open.kind == TokenKind::LeftParen
            && !open.after_space
        {
            let Some((params, variadic, behind)) = self.params(&tokens) else {
                return;
            };
            tokens.drain(..behind);
            value.params = Some(params.into());
            value.variadic = variadic;
        }
        let edges = [tokens.first(), tokens.last()];
        if let Some(edge) = edges
            .into_iter()
            .flatten()
            .find(|token| token.kind == TokenKind::HashHash)
        {
            let message = "`##` at the edge of a macro has nothing to join";
            self.report(Diagnostic::at(Code::BadDirective, edge.span, message));
            return;
        }
        value.body = tokens.into();
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
        self.macros.set(name.symbol, value);
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
        self.report(Diagnostic::at(code, at, message));
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
        match self.run.loader.find(&name, folder.as_deref(), span) {
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
