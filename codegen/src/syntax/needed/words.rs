//! The words that make items needed.

use super::names::Names;
use super::{Imports, Need};
use crate::syntax::declared::words;
use crate::syntax::outline::same_id;
use crate::syntax::symbol::{Symbol, Symbols, word};
use crate::syntax::token::{Token, TokenKind};

/// Types that the language itself needs: quoted `DEFINE_GUID` and `MAKE_HRESULT` those of their constants.
const IMPLIED: [&str; 2] = ["GUID", "HRESULT"];

/// The words that what is parsed in any case spells.
#[derive(Debug)]
pub(in crate::syntax) struct Words {
    /// For each symbol, how much is needed of what has it for a name.
    needs: Vec<Need>,
    /// Those whose items have not been looked for.
    waiting: Vec<Symbol>,
    /// Interfaces that classes name, in whatever case.
    members: Vec<Symbol>,
    /// How much of an interface is needed where it is named.
    pub(super) of_interface: Need,
}

impl Words {
    /// No words yet.
    pub(in crate::syntax) fn new(imports: Imports) -> Self {
        Self {
            needs: Vec::new(),
            waiting: Vec::new(),
            members: Vec::new(),
            of_interface: match imports {
                Imports::Named => Need::Name,
                Imports::Needed | Imports::Whole => Need::All,
            },
        }
    }

    /// A name, as if a file said it.
    pub(in crate::syntax) fn name(&mut self, name: &str, symbols: &mut Symbols) {
        self.add(symbols.intern(name), self.of_interface);
    }

    /// The words of a file, or of a part of it.
    pub(in crate::syntax) fn of_tokens(&mut self, tokens: &[Token], symbols: &mut Symbols) {
        let splits = tokens.iter().any(|token| token.is_word(word::ASYNC_UUID));
        let mut in_class = false;
        for (at, token) in tokens.iter().enumerate() {
            match token.kind {
                TokenKind::RightBrace => in_class = false,
                TokenKind::Ident => {
                    self.add(token.symbol, self.of_interface);
                    // In a library it means that.
                    if token.symbol == word::BOOL {
                        self.add(word::BOOL_UPPER, self.of_interface);
                    }
                    match token.symbol {
                        word::COCLASS => in_class = true,
                        // Its base, which it does not name.
                        word::DISPINTERFACE if !in_class => {
                            self.name("IDispatch", symbols);
                        }
                        word::INTERFACE | word::DISPINTERFACE if in_class => {
                            self.members
                                .extend(tokens.get(at + 1).map(|name| name.symbol));
                        }
                        _ => {}
                    }
                    if token.symbol == word::INTERFACE
                        && let Some(interface) = extended(&tokens[at..])
                    {
                        self.add(interface, Need::All);
                        // The second interface extends the base's second one, which may be written by hand.
                        if splits {
                            let second = format!("Async{}", symbols.text(interface));
                            self.add(symbols.intern(&second), Need::All);
                        }
                    }
                }
                TokenKind::Uuid => {
                    if let Some(id) = same_id(token, symbols) {
                        self.add(id, Need::All);
                    }
                }
                TokenKind::String | TokenKind::WideString => {
                    let text = symbols.text(token.symbol).to_owned();
                    for word in words(&text) {
                        self.add(symbols.intern(word), self.of_interface);
                    }
                }
                _ => {}
            }
        }
    }

    /// What the language itself needs.
    pub(super) fn implied(&mut self, symbols: &mut Symbols) {
        for implied in IMPLIED {
            self.name(implied, symbols);
        }
    }

    /// What classes name, if it is one of the names but for the case of its letters.
    pub(super) fn members(&mut self, names: &mut Names, symbols: &Symbols) {
        for member in std::mem::take(&mut self.members) {
            for name in names.in_any_case(member, symbols) {
                self.add(name, self.of_interface);
            }
        }
    }

    /// A word whose items have not been looked for, and how much of them is needed.
    pub(super) fn next(&mut self) -> Option<(Symbol, Need)> {
        let word = self.waiting.pop()?;
        let need = self.needs.get(word.index()).copied().unwrap_or_default();
        Some((word, need))
    }

    fn add(&mut self, word: Symbol, need: Need) {
        let at = word.index();
        if self.needs.len() <= at {
            self.needs.resize(at + 1, Need::Nothing);
        }
        if let Some(known) = self.needs.get_mut(at).filter(|known| **known < need) {
            *known = need;
            self.waiting.push(word);
        }
    }
}

/// The interface whose methods count for the one that starts here: `I` in `interface IFoo : I`, and in the
/// `interface I;` that may be all that a dispinterface holds.
fn extended(tokens: &[Token]) -> Option<Symbol> {
    match tokens {
        [_, _, colon, base, ..] if colon.kind == TokenKind::Colon => Some(base.symbol),
        [_, name, semicolon, close, ..]
            if semicolon.kind == TokenKind::Semicolon && close.kind == TokenKind::RightBrace =>
        {
            Some(name.symbol)
        }
        _ => None,
    }
}
