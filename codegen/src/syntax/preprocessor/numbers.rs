//! Macros that stand for a number, as those for DISPIDs do: `#define DISPID_B (DISPID_A + 1)`, where `DISPID_A` is made of others in
//! turn.
//!
//! Headers have them by the thousand. What replaces such a macro is one number, computed once: not a dozen tokens for each use, which
//! the parser and whoever evaluates constants would go through again.

use super::super::literal::{self, Number};
use super::super::symbol::{Symbol, Symbols};
use super::super::token::{Token, TokenKind};
use super::macros::{Macro, MacroTable};
use crate::source::Span;
use rustc_hash::FxHashMap;

/// Sums of sums that nest deeper are none that a person wrote.
const DEEPEST: usize = 64;

/// So many tokens are looked at for one file: what is found out holds until the next definition, and files could have it found out
/// again and again.
const MOST_STEPS: usize = 1 << 20;

/// A number that a macro stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value {
    number: u32,
    /// The name of the macro in its definition.
    pub(super) name: Span,
    /// The number, in the place of what the definition spells.
    pub(super) token: Token,
}

/// What was found out about macros, each with the time for which it holds.
#[derive(Debug)]
pub(super) struct Numbers {
    known: FxHashMap<Symbol, (u32, Option<Value>)>,
    /// How many tokens may still be looked at. Once there are none, macros are replaced one by one, as they would be without this.
    steps: usize,
}

impl Default for Numbers {
    fn default() -> Self {
        Self {
            known: FxHashMap::default(),
            steps: MOST_STEPS,
        }
    }
}

impl Numbers {
    /// The number that a macro stands for, if it is made of more than that number, and of nothing but sums and parentheses.
    pub(super) fn get(
        &mut self,
        name: Symbol,
        macros: &MacroTable,
        symbols: &mut Symbols,
    ) -> Option<Value> {
        self.find(name, macros, symbols, DEEPEST)
    }

    fn find(
        &mut self,
        name: Symbol,
        macros: &MacroTable,
        symbols: &mut Symbols,
        deepest: usize,
    ) -> Option<Value> {
        let time = macros.time();
        match self.known.get(&name) {
            Some((since, value)) if *since == time => return *value,
            _ => {}
        }
        // A macro that is made of itself is no number.
        self.known.insert(name, (time, None));
        let value = self.evaluate(macros.get(name)?, macros, symbols, deepest);
        self.known.insert(name, (time, value));
        value
    }

    fn evaluate(
        &mut self,
        definition: &Macro,
        macros: &MacroTable,
        symbols: &mut Symbols,
        deepest: usize,
    ) -> Option<Value> {
        if definition.params.is_some() {
            return None;
        }
        let (first, last) = (definition.body.first()?, definition.body.last()?);
        let mut sum = Sum {
            numbers: self,
            macros,
            symbols,
            rest: &definition.body,
        };
        let number = sum.operand(deepest)?;
        if !sum.rest.is_empty() {
            return None;
        }
        let mut token = *first;
        token.span = first.span.to(last.span);
        if token.kind != TokenKind::Number {
            token.kind = TokenKind::Number;
            token.symbol = symbols.intern(&number.to_string());
        }
        Some(Value {
            number,
            name: definition.span,
            token,
        })
    }
}

/// What of a macro is still to be read.
struct Sum<'a> {
    numbers: &'a mut Numbers,
    macros: &'a MacroTable,
    symbols: &'a mut Symbols,
    rest: &'a [Token],
}

impl Sum<'_> {
    fn operand(&mut self, deepest: usize) -> Option<u32> {
        let deepest = deepest.checked_sub(1)?;
        self.numbers.steps = self.numbers.steps.checked_sub(1)?;
        let token = *self.rest.split_off_first()?;
        match token.kind {
            TokenKind::Number => number(token.text(self.symbols)),
            TokenKind::Ident => {
                let value = self
                    .numbers
                    .find(token.symbol, self.macros, self.symbols, deepest)?;
                Some(value.number)
            }
            TokenKind::LeftParen => {
                let mut sum = self.operand(deepest)?;
                loop {
                    match self.rest.split_off_first()?.kind {
                        TokenKind::Plus => sum = add(sum, self.operand(deepest)?)?,
                        TokenKind::RightParen => return Some(sum),
                        _ => return None,
                    }
                }
            }
            _ => None,
        }
    }
}

/// A number without a suffix, whose type follows from its value alone.
fn number(text: &str) -> Option<u32> {
    match literal::number(text) {
        Ok(Number::Integer {
            value,
            unsigned: false,
            wide: false,
        }) => u32::try_from(value).ok(),
        _ => None,
    }
}

/// The sum, where it has the type that it would have if it were written as a number: what fits an `int` is one.
fn add(left: u32, right: u32) -> Option<u32> {
    let sum = left.checked_add(right)?;
    let is_int = |number: u32| i32::try_from(number).is_ok();
    (is_int(sum) == (is_int(left) && is_int(right))).then_some(sum)
}
