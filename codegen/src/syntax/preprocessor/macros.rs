//! Macro definitions.

use super::super::symbol::Symbol;
use super::super::token::{Token, TokenKind};
use crate::source::Span;
use std::rc::Rc;

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

/// The macros that are defined now.
#[derive(Debug, Default)]
pub(super) struct MacroTable {
    /// The macro of each symbol. Every word of a file is looked up here, so that it has to be quick.
    table: Vec<Option<Box<Entry>>>,
}

#[derive(Debug)]
struct Entry {
    value: Macro,
    /// How many of its expansions are being read: while any is, its name stays as it is.
    active: u32,
}

impl MacroTable {
    fn entry(&self, name: Symbol) -> Option<&Entry> {
        self.table.get(name.index())?.as_deref()
    }

    fn entry_mut(&mut self, name: Symbol) -> Option<&mut Entry> {
        self.table.get_mut(name.index())?.as_deref_mut()
    }

    pub(super) fn get(&self, name: Symbol) -> Option<&Macro> {
        self.entry(name).map(|entry| &entry.value)
    }

    pub(super) fn contains(&self, name: Symbol) -> bool {
        self.entry(name).is_some()
    }

    pub(super) fn set(&mut self, name: Symbol, value: Macro) {
        if let Some(entry) = self.entry_mut(name) {
            entry.value = value;
            return;
        }
        let at = name.index();
        if self.table.len() <= at {
            self.table.resize_with(at + 1, || None);
        }
        if let Some(place) = self.table.get_mut(at) {
            *place = Some(Box::new(Entry { value, active: 0 }));
        }
    }

    pub(super) fn remove(&mut self, name: Symbol) {
        if let Some(place) = self.table.get_mut(name.index()) {
            *place = None;
        }
    }

    pub(super) fn is_active(&self, name: Symbol) -> bool {
        self.entry(name).is_some_and(|entry| entry.active > 0)
    }

    pub(super) fn enter(&mut self, name: Symbol) {
        if let Some(entry) = self.entry_mut(name) {
            entry.active += 1;
        }
    }

    pub(super) fn leave(&mut self, name: Symbol) {
        if let Some(entry) = self.entry_mut(name) {
            entry.active = entry.active.saturating_sub(1);
        }
    }
}
