//! The lines that start with `#`.

use super::super::lexer::Lexer;
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

    pub(super) fn line(&mut self) -> Vec<Token> {
        std::iter::from_fn(|| self.on_line()).collect()
    }

    fn skip_line(&mut self) {
        while self.on_line().is_some() {}
    }

    fn open(&mut self, opened: Span, active: bool, verdict: Verdict) {
        if let Some(frame) = self.frames.last_mut() {
            frame.conditions.push(Condition {
                opened,
                active: verdict.holds,
                settled: verdict.holds || !active,
                otherwise: None,
                absent: verdict.absent,
                closed_inside: None,
                doubtful: None,
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
        let verdict = match condition.settled {
            true => Verdict::default(),
            false => self.condition(word::IF, at),
        };
        if let Some(condition) = self.innermost() {
            condition.active = verdict.holds;
            condition.settled |= verdict.holds;
            condition.absent = verdict.absent;
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
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let Some(closed) = frame.conditions.pop() else {
            return self.unbalanced(at, "this `#endif` has no `#if`", None);
        };
        // What stands inside another such conditional is looked at with it.
        let asks_width = |condition: &Condition| condition.absent == Some(word::WIN64);
        let mut around = frame.conditions.iter();
        let is_choice = asks_width(&closed) && around.all(|it| it.active && !asks_width(it));
        let text = frame.text(self.run.sources);
        let is_doubtful = indentation(text, closed.opened) != indentation(text, at);
        if let Some(around) = frame.conditions.last_mut() {
            let pair = (closed.opened, at);
            let doubtful = closed.doubtful.or(is_doubtful.then_some(pair));
            around.doubtful = around.doubtful.or(doubtful);
            around.closed_inside = Some(pair);
        }
        if is_choice {
            self.compare_widths(closed.opened, closed.otherwise, at);
        }
    }

    /// Says that a conditional has no end. Ends close what was opened last; so where one is missing, it is the outermost
    /// conditional that stays open, and the missing end may be that of another one.
    pub(super) fn close_conditions(&mut self) {
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let conditions = std::mem::take(&mut frame.conditions);
        let Some(open) = conditions.first() else {
            return;
        };
        let at_fault = match open.doubtful {
            Some(pair) => Some(pair),
            None => open
                .closed_inside
                .filter(|(_, end)| self.guards_file(open.opened, *end)),
        };
        let message = "this conditional has no `#endif`";
        let missing = |span| {
            Diagnostic::at(Code::UnbalancedConditional, span, message)
                .label("opened here")
                .help("end it with `#endif`")
        };
        self.report(match at_fault {
            Some((likely, end)) => missing(likely)
                .also(end, "this seems to be the end of another one")
                .also(open.opened, "so that this one stays open"),
            None => missing(open.opened),
        });
    }

    /// Whether a conditional starts its file, and an `#endif` inside it ends the file: what guards a file against being
    /// included twice is around all of it, so that this `#endif` is meant to be its own.
    fn guards_file(&mut self, opened: Span, end: Span) -> bool {
        let text = &self.run.sources.file(opened.file).text;
        let symbols = &mut self.run.symbols;
        let first = Lexer::new(opened.file).next(text, symbols);
        let mut behind = Lexer::starting(end.after());
        while behind.next_on_line(text, symbols).is_some() {}
        let last = behind.next(text, symbols);
        (first.span.start, last.kind) == (opened.start, TokenKind::Eof)
    }

    fn condition(&mut self, kind: Symbol, at: Span) -> Verdict {
        if kind != word::IF {
            let shown = match kind {
                word::IFDEF => "#ifdef",
                _ => "#ifndef",
            };
            let Some(name) = self.macro_name(at, shown) else {
                return Verdict::default();
            };
            let is_defined = self.macros.contains(name.symbol);
            return Verdict {
                holds: is_defined == (kind == word::IFDEF),
                absent: (!is_defined).then_some(name.symbol),
            };
        }
        let tokens = self.line();
        let end = tokens.last().map_or(at, |token| token.span).after();
        let absent = asked(&tokens).filter(|name| !self.macros.contains(*name));
        let Some(tokens) = self.resolve_defined(&tokens) else {
            return Verdict::default();
        };
        let tokens = self.expand_list(tokens);
        let was_reported = |token: &Token| token.kind == TokenKind::Invalid(Invalid::Reported);
        if tokens.iter().any(was_reported) {
            return Verdict::default();
        }
        let holds = match condition::evaluate(&tokens, &self.run.symbols, end) {
            Ok(value) => value,
            Err(problem) => {
                let diagnostic = Diagnostic::at(Code::BadCondition, problem.span, problem.message);
                self.report(diagnostic);
                false
            }
        };
        Verdict { holds, absent }
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

/// What came of a condition.
#[derive(Default)]
struct Verdict {
    holds: bool,
    /// The macro that it asks for, where it asks for one only, which is not defined.
    absent: Option<Symbol>,
}

/// The macro that a condition asks for, whether it is to be defined or not to be, where the condition says no more than that.
fn asked(tokens: &[Token]) -> Option<Symbol> {
    let tokens = match tokens {
        [not, rest @ ..] if not.kind == TokenKind::Not => rest,
        _ => tokens,
    };
    let name = match tokens {
        [defined, name] if defined.is_word(word::DEFINED) => name,
        [defined, open, name, close]
            if defined.is_word(word::DEFINED)
                && (open.kind, close.kind) == (TokenKind::LeftParen, TokenKind::RightParen) =>
        {
            name
        }
        _ => return None,
    };
    (name.kind == TokenKind::Ident).then_some(name.symbol)
}

/// How far from the start of its line the name of a directive is: `#` may stand in front of the spaces or behind them.
fn indentation(text: &str, directive: Span) -> usize {
    let before = text.get(..directive.start as usize).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |newline| newline + 1);
    let itself = text
        .get(directive.start as usize..directive.end as usize)
        .unwrap_or_default();
    let spaces = itself.chars().filter(|c| c.is_whitespace()).count();
    before.len() - line + spaces
}
