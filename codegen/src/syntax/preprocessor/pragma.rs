//! `#pragma`: `once` and `pack` count, all others say nothing about what a file declares.

use super::super::literal::{self, Number};
use super::super::symbol::word;
use super::super::token::{Token, TokenKind};
use super::super::tree::PragmaPack;
use super::Preprocessor;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::Span;

impl Preprocessor<'_, '_> {
    /// Reads the pragma whose `#pragma` stands at `at`.
    pub(super) fn pragma(&mut self, at: Span) {
        match self.on_line() {
            Some(name) if name.is_word(word::ONCE) => {
                if let Some(frame) = self.frames.last() {
                    self.once.insert(frame.key.clone());
                }
            }
            Some(name) if name.is_word(word::PACK) => {
                let tokens = self.line();
                let tokens = self.expand_list(tokens);
                match self.packing(&tokens) {
                    Some(Packing::Change(pack)) => self.pack(pack, at.to(name.span)),
                    Some(Packing::Show) => {}
                    None => {
                        let end = tokens.last().map_or(name.span, |token| token.span);
                        let message = "this `#pragma pack` has no meaning";
                        let help = "write `pack(4)`, `pack(push, 4)`, `pack(pop)` or `pack()`, \
                                    with 1, 2, 4, 8 or 16";
                        let span = name.span.to(end);
                        self.report(Diagnostic::at(Code::BadDirective, span, message).help(help));
                    }
                }
            }
            _ => {}
        }
    }

    /// Keeps a change of the packing for the parser.
    pub(super) fn pack(&mut self, pack: PragmaPack, span: Span) {
        self.out.packs.push((self.out.tokens.len(), pack, span));
    }

    fn packing(&self, tokens: &[Token]) -> Option<Packing> {
        let [open, inside @ .., close] = tokens else {
            return None;
        };
        if open.kind != TokenKind::LeftParen || close.kind != TokenKind::RightParen {
            return None;
        }
        let parts: Vec<&[Token]> = inside
            .split(|token| token.kind == TokenKind::Comma)
            .collect();
        let is = |part: &[Token], word| matches!(part, [only] if only.is_word(word));
        let pack = match parts.as_slice() {
            [[]] => PragmaPack::Set(None),
            [only] if is(only, word::SHOW) => return Some(Packing::Show),
            [only] if is(only, word::PUSH) => PragmaPack::Push(None),
            // A label may stand behind `push` and `pop`. Pairs nest, so it says nothing new.
            [first, ..] if is(first, word::POP) => PragmaPack::Pop,
            [first, label] if is(first, word::PUSH) && is_name(label) => PragmaPack::Push(None),
            [first, size] | [first, _, size] if is(first, word::PUSH) => {
                PragmaPack::Push(Some(self.size(size)?))
            }
            [only] => PragmaPack::Set(Some(self.size(only)?)),
            _ => return None,
        };
        Some(Packing::Change(pack))
    }

    fn size(&self, tokens: &[Token]) -> Option<u8> {
        let [number] = tokens else { return None };
        match literal::number(self.text(*number)) {
            Ok(Number::Integer { value, .. }) if matches!(value, 1 | 2 | 4 | 8 | 16) => {
                u8::try_from(value).ok()
            }
            _ => None,
        }
    }
}

enum Packing {
    Change(PragmaPack),
    /// `pack(show)`, which changes nothing.
    Show,
}

fn is_name(tokens: &[Token]) -> bool {
    matches!(tokens, [only] if only.kind == TokenKind::Ident)
}

/// What the SDK's headers `pshpack4.h` and `poppack.h` say, for machines that do not have them.
pub(super) fn packing_header(name: &str) -> Option<PragmaPack> {
    match name.to_ascii_lowercase().as_str() {
        "pshpack1.h" => Some(PragmaPack::Push(Some(1))),
        "pshpack2.h" => Some(PragmaPack::Push(Some(2))),
        "pshpack4.h" => Some(PragmaPack::Push(Some(4))),
        "pshpack8.h" => Some(PragmaPack::Push(Some(8))),
        "poppack.h" => Some(PragmaPack::Pop),
        _ => None,
    }
}
