//! Type specifiers: the type before the declarators.

use super::super::symbol::{Symbol, word};
use super::super::token::{Token, TokenKind};
use super::super::tree::{Basic, TypeKind, TypeName, TypeSpecifier};
use super::{Parse, Parser};
use crate::diagnostics::{Code, Diagnostic};
use crate::source::Span;

impl Parser<'_> {
    pub(super) fn type_specifier(&mut self) -> Parse<TypeSpecifier> {
        self.nested(Self::type_specifier_here)
    }

    fn type_specifier_here(&mut self) -> Parse<TypeSpecifier> {
        let start = self.peek();
        let mut is_const = false;
        let mut words = Words::default();
        let mut kind = None;
        while let token = self.peek()
            && token.kind == TokenKind::Ident
        {
            match token.symbol {
                word::CONST => is_const = true,
                word if is_idle(word) => {}
                // In small letters it is a keyword only where it can be nothing else.
                word::FAR_0 if self.peek_at(1).kind == TokenKind::Star => {}
                word if is_basic(word) && kind.is_none() => words.push(token),
                _ if kind.is_some() || !words.is_empty() => break,
                word::STRUCT | word::UNION => {
                    kind = Some(TypeKind::Record(Box::new(self.record()?)));
                    continue;
                }
                word::ENUM => {
                    kind = Some(TypeKind::Enum(Box::new(self.enumeration()?)));
                    continue;
                }
                word::INTERFACE | word::DISPINTERFACE => {
                    self.bump();
                    kind = Some(TypeKind::Interface(self.ident("the name of an interface")?));
                    continue;
                }
                word::SAFEARRAY => {
                    self.bump();
                    kind = Some(TypeKind::SafeArray(self.safe_array_element()?));
                    continue;
                }
                _ => kind = Some(TypeKind::Name(self.ident_of(token))),
            }
            self.bump();
        }
        let span = self.span_from(start);
        let kind = match kind {
            Some(kind) => kind,
            None if words.is_empty() => return Err(self.expected("a type")),
            None => self.fold(&words, span),
        };
        Ok(TypeSpecifier {
            kind,
            is_const,
            span,
        })
    }

    fn safe_array_element(&mut self) -> Parse<Option<Box<TypeName>>> {
        if !self.is(TokenKind::LeftParen) {
            return Ok(None);
        }
        let open = self.bump();
        let element = self.type_name()?;
        self.expect_close(open, TokenKind::RightParen)?;
        Ok(Some(Box::new(element)))
    }

    /// A type as it stands in a cast.
    pub(super) fn type_name(&mut self) -> Parse<TypeName> {
        let ty = self.type_specifier()?;
        let declarator = self.declarator_or_none()?;
        Ok(TypeName { ty, declarator })
    }

    fn fold(&mut self, words: &Words, span: Span) -> TypeKind {
        if let Some(basic) = words.fold() {
            return TypeKind::Basic(basic);
        }
        let texts: Vec<_> = words.tokens.iter().map(|t| self.text(*t)).collect();
        let message = format!("`{}` is not a type", texts.join(" "));
        let diagnostic = Diagnostic::at(Code::BadTypeWords, span, message);
        self.report(match words.has(word::FLOAT) || words.has(word::DOUBLE) {
            true => diagnostic.help("write `float` or `double` alone"),
            false if words.has(word::SIGNED) && words.has(word::UNSIGNED) => {
                diagnostic.help("write `signed` or `unsigned`, not both")
            }
            false => diagnostic,
        });
        TypeKind::Error
    }
}

/// Whether a token starts a type for certain, without knowing what names mean.
pub(super) fn starts_type(token: Token) -> bool {
    token.kind == TokenKind::Ident
        && (is_basic(token.symbol)
            || matches!(
                token.symbol,
                word::CONST
                    | word::VOLATILE
                    | word::STRUCT
                    | word::UNION
                    | word::ENUM
                    | word::INTERFACE
                    | word::SAFEARRAY
            ))
}

/// Qualifiers that say nothing about layout or use.
pub(super) fn is_idle(word: Symbol) -> bool {
    matches!(
        word,
        word::VOLATILE
            | word::UNALIGNED
            | word::UNALIGNED_2
            | word::PTR32
            | word::PTR64
            | word::FAR
            | word::FAR_1
            | word::FAR_2
    )
}

/// Calling conventions, as keywords and as the SDK's macros for them.
pub(super) fn is_convention(word: Symbol) -> bool {
    matches!(
        word,
        word::STDCALL_0
            | word::STDCALL_1
            | word::STDCALL_2
            | word::CDECL_0
            | word::CDECL_1
            | word::CDECL_2
            | word::FASTCALL_1
            | word::FASTCALL_2
            | word::PASCAL_1
            | word::PASCAL_2
            | word::PASCAL
            | word::WINAPI
            | word::WINAPIV
            | word::APIENTRY
            | word::CALLBACK
            | word::STDMETHODCALLTYPE
            | word::STDMETHODVCALLTYPE
            | word::STDAPICALLTYPE
    )
}

fn is_basic(word: Symbol) -> bool {
    (word::VOID..=word::UNSIGNED).contains(&word)
}

/// The words of one type.
#[derive(Default)]
struct Words {
    tokens: Vec<Token>,
}

impl Words {
    fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    fn push(&mut self, token: Token) {
        self.tokens.push(token);
    }

    fn has(&self, word: Symbol) -> bool {
        self.tokens.iter().any(|token| token.symbol == word)
    }

    fn fold(&self) -> Option<Basic> {
        let count = |word| self.tokens.iter().filter(|t| t.symbol == word).count();
        let unsigned = count(word::UNSIGNED);
        let signed = count(word::SIGNED);
        let longs = count(word::LONG);
        let rest: Vec<Symbol> = self
            .tokens
            .iter()
            .map(|token| token.symbol)
            .filter(|word| !matches!(*word, word::UNSIGNED | word::SIGNED | word::LONG))
            .collect();
        if unsigned + signed > 1 {
            return None;
        }
        let either = |plain, without_sign| match unsigned {
            0 => plain,
            _ => without_sign,
        };
        let has_sign = unsigned + signed > 0;
        Some(match (longs, rest.as_slice()) {
            (0, [] | [word::INT | word::INT32]) => either(Basic::Int, Basic::UnsignedInt),
            (1, [] | [word::INT]) => either(Basic::Long, Basic::UnsignedLong),
            (2, [] | [word::INT]) | (0, [word::HYPER | word::INT64] | [word::HYPER, word::INT]) => {
                either(Basic::Hyper, Basic::UnsignedHyper)
            }
            (
                0,
                [word::SHORT | word::INT16] | [word::SHORT, word::INT] | [word::INT, word::SHORT],
            ) => either(Basic::Short, Basic::UnsignedShort),
            (0, [word::SMALL | word::INT8] | [word::SMALL, word::INT]) => {
                either(Basic::Small, Basic::UnsignedSmall)
            }
            (0, [word::CHAR]) if signed > 0 => Basic::SignedChar,
            (0, [word::CHAR]) => either(Basic::Char, Basic::UnsignedChar),
            (0, [word::INT3264]) => either(Basic::Int3264, Basic::UnsignedInt3264),
            _ if has_sign => return None,
            (0 | 1, [word::DOUBLE]) => Basic::Double,
            (0, [word::VOID]) => Basic::Void,
            (0, [word::BOOLEAN]) => Basic::Boolean,
            (0, [word::BYTE]) => Basic::Byte,
            (0, [word::WCHAR_T]) => Basic::WideChar,
            (0, [word::FLOAT]) => Basic::Float,
            (0, [word::HANDLE_T]) => Basic::HandleT,
            (0, [word::ERROR_STATUS_T]) => Basic::ErrorStatusT,
            _ => return None,
        })
    }
}
