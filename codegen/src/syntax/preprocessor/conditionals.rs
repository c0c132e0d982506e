//! `#if` to `#endif`: which lines count, and what is wrong with the directives around them.

use super::super::lexer::Lexer;
use super::super::symbol::{Symbol, Symbols, word};
use super::super::token::{Invalid, Token, TokenKind};
use super::choice::Choice;
use super::widths::Width;
use super::{Preprocessor, condition};
use crate::diagnostics::{Code, Diagnostic};
use crate::machines::Machines;
use crate::source::Span;

/// An `#if` … `#endif`.
pub(super) struct Condition {
    opened: Span,
    /// Whether the lines now read count.
    pub(super) active: bool,
    /// Whether a branch was taken, or none may be since the whole stands in skipped text.
    settled: bool,
    /// The `#else`, once it was read.
    otherwise: Option<Span>,
    /// The one macro that the lines now read ask for, where it is not defined.
    pub(super) absent: Option<Symbol>,
    /// Which of its lines are for which machines.
    pub(super) choice: Choice,
    /// The last conditional right inside it that was closed: its start and its end.
    closed_inside: Option<(Span, Span)>,
    /// The first one inside it whose start and end are indented differently.
    doubtful: Option<(Span, Span)>,
}

impl Condition {
    /// Goes on with the lines behind an `#elif` or `#else`.
    fn go_on(&mut self, at: Span, active: bool, asked: Machines) {
        self.choice.end_part(at, self.active);
        self.choice.begin_part(at, asked);
        self.active = active;
    }
}

/// The width of the integers whose names are to be kept, though the present lines are skipped that give them.
pub(super) fn skipped_width(conditions: &[Condition]) -> Option<Width> {
    let (last, around) = conditions.split_last()?;
    let width = last.choice.width_of_skipped(last.active)?;
    let is_read = around.iter().all(|condition| condition.active);
    is_read.then_some(width)
}

impl Preprocessor<'_, '_> {
    pub(super) fn open(&mut self, opened: Span, active: bool, verdict: Verdict) {
        // What stands in skipped text is for no machine.
        let all = match active {
            true => self.run.machines,
            false => Machines::NONE,
        };
        if let Some(frame) = self.frames.last_mut() {
            frame.conditions.push(Condition {
                opened,
                active: verdict.holds,
                settled: verdict.holds || !active,
                otherwise: None,
                absent: verdict.absent,
                choice: Choice::new(all, opened, verdict.machines),
                closed_inside: None,
                doubtful: None,
            });
        }
    }

    pub(super) fn innermost(&mut self) -> Option<&mut Condition> {
        self.frames.last_mut()?.conditions.last_mut()
    }

    fn unbalanced(&mut self, at: Span, message: &str, earlier: Option<Span>) {
        let diagnostic = Diagnostic::at(Code::UnbalancedConditional, at, message);
        self.report(match earlier {
            Some(earlier) => diagnostic.also(earlier, "the `#else` is here"),
            None => diagnostic,
        });
    }

    pub(super) fn else_if(&mut self, at: Span) {
        let Some(condition) = self.innermost() else {
            return self.unbalanced(at, "this `#elif` has no `#if`", None);
        };
        if condition.otherwise.is_some() {
            let earlier = condition.otherwise;
            return self.unbalanced(at, "this `#elif` comes after the `#else`", earlier);
        }
        // The condition of a branch that cannot be taken is not even looked at.
        let verdict = match condition.settled && condition.choice.is_settled() {
            true => Verdict::default(),
            false => self.condition(word::IF, at),
        };
        if let Some(condition) = self.innermost() {
            let active = verdict.holds && !condition.settled;
            condition.go_on(at, active, verdict.machines);
            condition.settled |= verdict.holds;
            condition.absent = verdict.absent;
        }
    }

    pub(super) fn otherwise(&mut self, at: Span) {
        let Some(condition) = self.innermost() else {
            return self.unbalanced(at, "this `#else` has no `#if`", None);
        };
        if condition.otherwise.is_some() {
            let earlier = condition.otherwise;
            return self.unbalanced(at, "this conditional has an `#else` already", earlier);
        }
        condition.go_on(at, !condition.settled, Machines::ALL);
        condition.settled = true;
        condition.otherwise = Some(at);
    }

    pub(super) fn close(&mut self, at: Span) {
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let Some(mut closed) = frame.conditions.pop() else {
            return self.unbalanced(at, "this `#endif` has no `#if`", None);
        };
        // What stands inside another such conditional is looked at with it.
        closed.choice.end_part(at, closed.active);
        let mut around = frame.conditions.iter();
        let is_choice = closed.choice.is_one(closed.active)
            && around.all(|it| it.active && !it.choice.is_one(it.active));
        let text = frame.text(self.run.sources);
        let is_doubtful = indentation(text, closed.opened) != indentation(text, at);
        if let Some(around) = frame.conditions.last_mut() {
            let pair = (closed.opened, at);
            let doubtful = closed.doubtful.or(is_doubtful.then_some(pair));
            around.doubtful = around.doubtful.or(doubtful);
            around.closed_inside = Some(pair);
        }
        if is_choice {
            self.compare(closed.opened, &closed.choice);
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

    pub(super) fn condition(&mut self, kind: Symbol, at: Span) -> Verdict {
        if kind != word::IF {
            let shown = match kind {
                word::IFDEF => "#ifdef",
                _ => "#ifndef",
            };
            let Some(name) = self.macro_name(at, shown) else {
                return Verdict::default();
            };
            let is_defined = self.macros.contains(name.symbol);
            let wants_it = kind == word::IFDEF;
            let having_it = match is_defined {
                true => Machines::ALL,
                false => Machines::that_define(self.text(name)).unwrap_or(Machines::NONE),
            };
            return Verdict {
                holds: is_defined == wants_it,
                machines: match wants_it {
                    true => having_it,
                    false => Machines::ALL.without(having_it),
                },
                absent: (!is_defined).then_some(name.symbol),
            };
        }
        let tokens: Vec<Token> = self.line();
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
        let symbols = &self.run.symbols;
        let holds_on = |machines| condition::evaluate(&tokens, symbols, end, machines);
        let holds = match holds_on(Machines::NONE) {
            Ok(value) => value,
            Err(problem) => {
                let diagnostic = Diagnostic::at(Code::BadCondition, problem.span, problem.message);
                self.report(diagnostic);
                return Verdict::default();
            }
        };
        let machines = match tokens.iter().any(|token| asks_machine(*token, symbols)) {
            true => {
                let holding = |machine: &Machines| holds_on(*machine).unwrap_or(holds);
                let machines = Machines::EACH.into_iter().filter(holding);
                machines.fold(Machines::NONE, Machines::or)
            }
            false if holds => Machines::ALL,
            false => Machines::NONE,
        };
        Verdict {
            holds,
            machines,
            absent,
        }
    }

    /// Replaces `defined NAME` and `defined(NAME)` by 1 or 0, or by the name where it is for the machine to define it. `None` after a
    /// mistake that was reported.
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
                false if asks_machine(*name, &self.run.symbols) => {
                    out.push(*name);
                    continue;
                }
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
}

/// What came of a condition.
pub(super) struct Verdict {
    holds: bool,
    /// The machines that it holds on, could they define their macros.
    machines: Machines,
    /// The macro that it asks for, where it asks for one only, which is not defined.
    absent: Option<Symbol>,
}

impl Default for Verdict {
    fn default() -> Self {
        Self {
            holds: false,
            machines: Machines::NONE,
            absent: None,
        }
    }
}

/// Whether a word is a macro by which C tells machines apart.
fn asks_machine(token: Token, symbols: &Symbols) -> bool {
    token.kind == TokenKind::Ident && Machines::that_define(token.text(symbols)).is_some()
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
