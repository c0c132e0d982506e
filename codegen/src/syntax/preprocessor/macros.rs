//! Macro definitions.

use super::super::symbol::{Fnv, Symbol};
use super::super::token::{Token, TokenKind};
use crate::source::Span;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
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
    table: HashMap<Symbol, Entry, BuildHasherDefault<Fnv>>,
}

#[derive(Debug)]
struct Entry {
    value: Macro,
    /// How many of its expansions are being read: while any is, its name stays as it is.
    active: u32,
}

impl MacroTable {
    pub(super) fn get(&self, name: Symbol) -> Option<&Macro> {
        self.table.get(&name).map(|entry| &entry.value)
    }

    pub(super) fn contains(&self, name: Symbol) -> bool {
        self.table.contains_key(&name)
    }

    pub(super) fn set(&mut self, name: Symbol, value: Macro) {
        match self.table.get_mut(&name) {
            Some(entry) => entry.value = value,
            None => {
                self.table.insert(name, Entry { value, active: 0 });
            }
        }
    }

    pub(super) fn remove(&mut self, name: Symbol) {
        self.table.remove(&name);
    }

    pub(super) fn is_active(&self, name: Symbol) -> bool {
        self.table.get(&name).is_some_and(|entry| entry.active > 0)
    }

    pub(super) fn enter(&mut self, name: Symbol) {
        if let Some(entry) = self.table.get_mut(&name) {
            entry.active += 1;
        }
    }

    pub(super) fn leave(&mut self, name: Symbol) {
        if let Some(entry) = self.table.get_mut(&name) {
            entry.active = entry.active.saturating_sub(1);
        }
    }
}
