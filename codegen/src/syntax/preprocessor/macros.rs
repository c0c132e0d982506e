//! Macro definitions.

use super::super::symbol::{Looks, Symbol, SymbolSet, Symbols, word};
use super::super::token::{Token, TokenKind};
use crate::source::Span;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// Macros that stand for methods have no more tokens, with those that they are made of.
const MOST_STEPS: usize = 1 << 14;

/// What one macro in another one counts for beside its tokens, so that they do not nest without end.
const STEPS_OF_A_MACRO: usize = 1 << 8;

/// What a macro's name stands for.
#[derive(Clone, Debug)]
pub(super) struct Macro {
    /// The name in its definition.
    pub(super) span: Span,
    /// The parameters; `None` for a macro that is used without parentheses.
    pub(super) params: Option<Rc<[Symbol]>>,
    /// Whether the last parameter takes all remaining arguments.
    pub(super) variadic: bool,
    /// What replaces it.
    pub(super) body: Rc<[Token]>,
}

impl Macro {
    /// A macro that is used without parentheses.
    pub(super) fn object(span: Span, body: Vec<Token>) -> Self {
        Self {
            span,
            params: None,
            variadic: false,
            body: body.into(),
        }
    }

    /// Whether both say the same, so that defining one after the other is harmless.
    pub(super) fn same(&self, other: &Self) -> bool {
        let spelling = |token: &Token| (token.kind, token.symbol);
        self.params == other.params
            && self.variadic == other.variadic
            && self.body.len() == other.body.len()
            && self
                .body
                .iter()
                .zip(other.body.iter())
                .all(|(a, b)| spelling(a) == spelling(b))
    }

    /// Whether its uses are replaced by the very tokens of its body.
    pub(super) fn is_plain(&self) -> bool {
        self.params.is_none()
            && self
                .body
                .iter()
                .all(|token| token.kind != TokenKind::HashHash)
    }

    /// Whether it may stand for a definition, for one bracket of two, or for what makes an interface known.
    fn may_define(&self) -> bool {
        let mut open = 0usize;
        for token in self.body.iter() {
            match token.kind {
                TokenKind::LeftParen | TokenKind::LeftBracket => open += 1,
                TokenKind::RightParen | TokenKind::RightBracket => match open.checked_sub(1) {
                    Some(rest) => open = rest,
                    None => return true,
                },
                TokenKind::LeftBrace
                | TokenKind::RightBrace
                | TokenKind::Semicolon
                | TokenKind::Uuid => return true,
                TokenKind::Ident
                    if token.symbol.begins_definition() || token.symbol == word::ASYNC_UUID =>
                {
                    return true;
                }
                _ => {}
            }
        }
        open > 0
    }

    /// Whether it stands for methods, the last of which may lack its semicolon. Other macros in it may do so, too;
    /// `steps` are those that finding out may take.
    fn stands_for_methods(&self, macros: &MacroTable, steps: &mut usize) -> bool {
        enum State {
            Start,
            Method { has_parameters: bool },
            Macro,
        }
        let mut open = 0usize;
        let mut state = State::Start;
        for token in self.body.iter() {
            let Some(rest) = steps.checked_sub(1) else {
                return false;
            };
            *steps = rest;
            match (token.kind, &mut state) {
                (
                    TokenKind::Semicolon,
                    State::Method {
                        has_parameters: true,
                    }
                    | State::Macro,
                ) if open == 0 => {
                    state = State::Start;
                }
                (_, State::Macro) => return false,
                (TokenKind::LeftParen | TokenKind::LeftBracket, state) => {
                    if let State::Method { has_parameters } = state {
                        *has_parameters = true;
                    }
                    open += 1;
                }
                (TokenKind::RightParen | TokenKind::RightBracket, _) => match open.checked_sub(1) {
                    Some(rest) => open = rest,
                    None => return false,
                },
                (TokenKind::Ident, State::Start) if open == 0 => {
                    state = match macros.get(token.symbol) {
                        _ if token.symbol.begins_definition() => return false,
                        None => State::Method {
                            has_parameters: false,
                        },
                        Some(inner) => {
                            *steps = steps.saturating_sub(STEPS_OF_A_MACRO);
                            if !inner.stands_for_methods(macros, steps) {
                                return false;
                            }
                            State::Macro
                        }
                    };
                }
                (TokenKind::Ident, _) if macros.may_be_definition(token.symbol) => {
                    return false;
                }
                (
                    TokenKind::LeftBrace
                    | TokenKind::RightBrace
                    | TokenKind::Semicolon
                    | TokenKind::HashHash
                    | TokenKind::Invalid(_),
                    _,
                ) => return false,
                _ => {}
            }
        }
        let is_whole = !matches!(
            state,
            State::Method {
                has_parameters: false
            }
        );
        self.params.is_none() && !self.body.is_empty() && open == 0 && is_whole
    }

    /// The parameter that a token of the body names.
    pub(super) fn param(&self, token: &Token) -> Option<usize> {
        if token.kind != TokenKind::Ident {
            return None;
        }
        self.params
            .as_deref()?
            .iter()
            .position(|param| *param == token.symbol)
    }
}

/// The macros of a file, as they are now or were at a time: time is counted in changes.
#[derive(Debug, Default)]
pub(super) struct MacroTable {
    table: FxHashMap<Symbol, u32>,
    /// What `table` leads to.
    histories: Vec<History>,
    /// The names of all macros that there are or were: every word of a file is looked up here.
    named: SymbolSet,
    now: u32,
    /// Whether what a macro was before will be asked for.
    remembers: bool,
    /// The time that is asked for, where it is not now.
    as_of: Option<u32>,
    /// What the names of macros look like.
    looks: Looks,
    /// Those that may stand for a definition, by themselves or by others that they name.
    defining: SymbolSet,
    /// What the names of these look like.
    looks_of_defining: Looks,
    /// The words that macros are made of.
    mentioned: SymbolSet,
    /// Whether a macro may stand for a definition since another one does that came after it.
    any_leads_to_later: bool,
    /// Whether macros stand for methods, and when that was found out.
    of_methods: RefCell<FxHashMap<Symbol, (u32, bool)>>,
}

/// What a macro is, and what it was.
#[derive(Debug)]
struct History {
    last: Version,
    earlier: Vec<Version>,
}

#[derive(Debug)]
struct Version {
    since: u32,
    /// None where the macro is not defined.
    value: Option<Macro>,
}

impl MacroTable {
    pub(super) fn get(&self, name: Symbol) -> Option<&Macro> {
        if !self.named.has(name) {
            return None;
        }
        let history = self.histories.get(*self.table.get(&name)? as usize)?;
        match self.as_of {
            Some(time) if time < history.last.since => {
                let earlier = history.earlier.iter().rev();
                let mut earlier = earlier.skip_while(|version| time < version.since);
                earlier.next()?.value.as_ref()
            }
            _ => history.last.value.as_ref(),
        }
    }

    pub(super) fn contains(&self, name: Symbol) -> bool {
        self.get(name).is_some()
    }

    pub(super) fn set(&mut self, symbols: &Symbols, name: Symbol, value: Macro) {
        let looks = Looks::of(symbols.text(name));
        self.looks = self.looks.and(looks);
        let mut may_define = value.may_define();
        for token in value.body.iter().filter(|it| it.kind == TokenKind::Ident) {
            may_define |= self.defining.has(token.symbol);
            self.mentioned.insert(token.symbol);
        }
        if may_define {
            self.defining.insert(name);
            self.looks_of_defining = self.looks_of_defining.and(looks);
            self.any_leads_to_later |= self.mentioned.has(name);
        }
        self.change(name, Some(value));
    }

    pub(super) fn remove(&mut self, name: Symbol) {
        self.change(name, None);
    }

    fn change(&mut self, name: Symbol, value: Option<Macro>) {
        self.now += 1;
        self.named.insert(name);
        let version = Version {
            since: self.now,
            value,
        };
        let next = u32::try_from(self.histories.len()).unwrap_or(u32::MAX);
        let at = *self.table.entry(name).or_insert(next);
        match self.histories.get_mut(at as usize) {
            Some(history) => {
                let before = std::mem::replace(&mut history.last, version);
                if self.remembers {
                    history.earlier.push(before);
                }
            }
            None => self.histories.push(History {
                last: version,
                earlier: Vec::new(),
            }),
        }
    }

    /// The present time, which can be gone back to from now on.
    pub(super) fn remember(&mut self) -> u32 {
        self.remembers = true;
        self.now
    }

    /// The time that is asked for.
    pub(super) fn time(&self) -> u32 {
        self.as_of.unwrap_or(self.now)
    }

    /// Goes back to a time that is remembered.
    pub(super) fn go_back(&mut self, time: u32) {
        self.as_of = Some(time);
    }

    /// Whether a word is a macro: most are seen to be none at a glance.
    pub(super) fn is_macro(&self, symbols: &Symbols, word: &str) -> bool {
        self.looks.may_be(word) && symbols.find(word).is_some_and(|name| self.contains(name))
    }

    /// Whether a word is a macro that stands for methods.
    pub(super) fn stands_for_methods(&self, symbols: &Symbols, word: &str) -> bool {
        let Some(name) = symbols.find(word) else {
            return false;
        };
        let mut known = self.of_methods.borrow_mut();
        match known.get(&name) {
            Some((since, answer)) if *since == self.now => *answer,
            _ => {
                let value = self.get(name);
                let mut steps = MOST_STEPS;
                let answer = value.is_some_and(|value| value.stands_for_methods(self, &mut steps));
                known.insert(name, (self.now, answer));
                answer
            }
        }
    }

    /// Whether there was a macro that may stand for more, or for less, than a part of a method or field.
    pub(super) fn any_may_define(&self) -> bool {
        !self.looks_of_defining.are_none()
    }

    /// Whether a word is such a macro, or may be one: rather one too many.
    pub(super) fn may_define(&self, symbols: &Symbols, word: &str) -> bool {
        let looks = match self.any_leads_to_later {
            true => self.looks,
            false => self.looks_of_defining,
        };
        if !looks.may_be(word) {
            return false;
        }
        symbols
            .find(word)
            .is_some_and(|name| self.may_be_definition(name))
    }

    fn may_be_definition(&self, name: Symbol) -> bool {
        let is_made_of_others = |value: &Macro| {
            let mut kinds = value.body.iter().map(|token| token.kind);
            kinds.any(|kind| kind == TokenKind::Ident)
        };
        self.get(name).is_some_and(|value| {
            self.defining.has(name) || self.any_leads_to_later && is_made_of_others(value)
        })
    }
}
