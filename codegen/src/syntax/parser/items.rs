//! Items: what stands at file level, in a library, and in the body of an interface or module.

use super::super::symbol::{Symbol, word};
use super::super::token::{Token, TokenKind};
use super::super::tree::{
    Const, Declaration, Declarator, Item, ItemKind, Library, Module, StringLiteral, TypeKind,
    TypeSpecifier,
};
use super::types::{is_convention, is_idle, starts_type};
use super::{Parse, Parser};
use crate::diagnostics::{Code, Diagnostic};

impl Parser<'_> {
    /// All items of a file.
    pub(super) fn file_items(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        loop {
            self.items(&mut items);
            if !self.is(TokenKind::RightBrace) {
                return items;
            }
            let brace = self.bump();
            // Behind a mistake it most likely closes what was not understood.
            if self.mistakes == 0 {
                let message = "this `}` closes nothing";
                let diagnostic = Diagnostic::at(Code::Unclosed, brace.span, message);
                self.report(diagnostic.help("leave it out, or look for a missing `{` above"));
            }
            // `} NAME;`
            if !self.peek().starts_line {
                self.skip_rest(self.at, starts_item);
            }
        }
    }

    /// Items up to a `}` or the end of the file.
    pub(super) fn items(&mut self, items: &mut Vec<Item>) {
        loop {
            self.packs(items);
            match self.kind() {
                TokenKind::Eof | TokenKind::RightBrace => return,
                TokenKind::Semicolon => {
                    self.bump();
                }
                _ => {
                    let start = self.at;
                    match self.nested(Self::item) {
                        Ok(item) => items.extend(item),
                        Err(_) => self.recover(start, starts_item),
                    }
                }
            }
        }
    }

    /// The `#pragma pack`s above the next token.
    fn packs(&mut self, items: &mut Vec<Item>) {
        while let Some((_, pack, span)) = self.packs.next_if(|(at, ..)| *at <= self.at) {
            items.push(Item {
                docs: String::new(),
                attributes: Vec::new(),
                span,
                kind: ItemKind::PragmaPack(pack),
            });
        }
    }

    /// One item; `None` for what declares nothing.
    fn item(&mut self) -> Parse<Option<Item>> {
        let first = self.peek();
        let mut attributes = self.attribute_lists()?;
        self.respell_item();
        self.uses_unknown_macro()?;
        let start = self.peek();
        let docs = match self.docs(first) {
            docs if docs.is_empty() => self.docs(start),
            docs => docs,
        };
        let kind = match start.kind {
            TokenKind::Ident => match start.symbol {
                word::INTERFACE => self.interface()?,
                word::DISPINTERFACE => self.dispinterface()?,
                word::COCLASS => self.coclass()?,
                word::LIBRARY => self.library()?,
                word::MODULE => self.module()?,
                word::TYPEDEF if self.defines_basic() => {
                    while !self.take(TokenKind::Semicolon) {
                        self.bump();
                    }
                    return Ok(None);
                }
                word::TYPEDEF => {
                    self.bump();
                    let own = self.attribute_lists()?;
                    let pipe = self.is_pipe().then(|| self.bump());
                    let mut declaration = self.declaration("the typedef")?;
                    if pipe.is_some() {
                        let element = declaration.ty;
                        declaration.ty = TypeSpecifier {
                            span: element.span,
                            kind: TypeKind::Pipe(Box::new(element)),
                            is_const: false,
                        };
                    }
                    match &mut declaration.ty.kind {
                        TypeKind::Record(record) if record.fields.is_some() => {
                            record.attributes.splice(0..0, own);
                        }
                        TypeKind::Enum(e) if e.values.is_some() => {
                            e.attributes.splice(0..0, own);
                        }
                        _ => attributes.extend(own),
                    }
                    ItemKind::Typedef(declaration)
                }
                word::IMPORT => self.import()?,
                word::IMPORTLIB => {
                    self.bump();
                    ItemKind::ImportLib(self.in_parentheses("the name of a type library")?)
                }
                word::CPP_QUOTE => {
                    self.bump();
                    ItemKind::CppQuote(self.in_parentheses("a string")?)
                }
                word::MIDL_PRAGMA => {
                    self.midl_pragma();
                    return Ok(None);
                }
                word::DECLARE_GUID if self.peek_at(1).kind == TokenKind::LeftParen => {
                    self.declare_guid()?
                }
                _ => self.constant_or_declaration()?,
            },
            TokenKind::Eof | TokenKind::RightBrace => {
                let message = "these attributes stand before nothing";
                let span = self.span_from(first);
                return Err(self.report(Diagnostic::at(Code::UnexpectedToken, span, message)));
            }
            _ => return Err(self.expected("a declaration")),
        };
        Ok(Some(Item {
            docs,
            attributes,
            span: self.span_from(start),
            kind,
        }))
    }

    /// Whether a typedef comes that says of a word of MIDL's what it is: Microsoft's Open Specifications begin with
    /// `typedef unsigned short wchar_t;`.
    fn defines_basic(&self) -> bool {
        let is_next = |words: &[Symbol]| {
            let mut ahead = words.iter().enumerate();
            ahead.all(|(at, word)| self.peek_at(at + 1).is_word(*word))
                && self.peek_at(words.len() + 1).kind == TokenKind::Semicolon
        };
        [
            [word::UNSIGNED, word::SHORT, word::WCHAR_T],
            [word::UNSIGNED, word::LONG, word::ERROR_STATUS_T],
            [word::UNSIGNED, word::CHAR, word::BOOLEAN],
            [word::UNSIGNED, word::CHAR, word::BYTE],
        ]
        .iter()
        .any(|words| is_next(words))
    }

    /// Whether the word `pipe` comes, and is no name of a type: then a declarator would follow.
    fn is_pipe(&self) -> bool {
        self.is_word(word::PIPE)
            && self.peek_at(1).kind == TokenKind::Ident
            && matches!(
                self.peek_at(2).kind,
                TokenKind::Ident | TokenKind::Star | TokenKind::LeftBrace
            )
    }

    fn import(&mut self) -> Parse<ItemKind> {
        self.bump();
        let mut names = Vec::new();
        loop {
            // Not `string`: neighbours are not joined here, a comma is missing between them.
            if !self.is(TokenKind::String) {
                let next = self.peek();
                let comma = self.previous();
                if comma.kind == TokenKind::Comma && next.starts_line {
                    let message = "expected `;` behind the import, found `,`";
                    self.report(Diagnostic::at(Code::UnexpectedToken, comma.span, message));
                    return Ok(ItemKind::Import(names));
                }
                let message = format!("expected the name of a file, found {}", self.show(next));
                let diagnostic = Diagnostic::at(Code::UnexpectedToken, next.span, message)
                    .help("write the name in quotes: `import \"unknwn.idl\";`");
                return Err(self.report(diagnostic));
            }
            let token = self.bump();
            names.push(StringLiteral {
                // Backslashes separate folders here; they escape nothing.
                text: self.text(token).trim_matches('"').to_owned(),
                span: token.span,
            });
            if !self.take(TokenKind::Comma) {
                break;
            }
        }
        self.expect_semicolon("the import")?;
        Ok(ItemKind::Import(names))
    }

    /// `("…")` and the semicolon that may stand behind it.
    fn in_parentheses(&mut self, what: &str) -> Parse<StringLiteral> {
        let open = self.expect(TokenKind::LeftParen)?;
        let string = self.string(what)?;
        self.expect_close(open, TokenKind::RightParen)?;
        self.take(TokenKind::Semicolon);
        Ok(string)
    }

    /// `midl_pragma warning(disable: 2111)`: about MIDL's own warnings.
    fn midl_pragma(&mut self) {
        self.bump();
        self.take(TokenKind::Ident);
        if self.is(TokenKind::LeftParen) {
            let mut open = 0usize;
            loop {
                match self.bump().kind {
                    TokenKind::LeftParen => open += 1,
                    TokenKind::RightParen => open -= 1,
                    TokenKind::Eof => return,
                    _ => {}
                }
                if open == 0 {
                    break;
                }
            }
        }
        self.take(TokenKind::Semicolon);
    }

    /// `declare_guid(NAME, 00020300-0000-0000-c000-000000000046);`: MIDL's word for the `DEFINE_GUID` that it quotes.
    fn declare_guid(&mut self) -> Parse<ItemKind> {
        let start = self.bump();
        let open = self.expect(TokenKind::LeftParen)?;
        let name = self.ident("the name of the GUID")?;
        self.expect(TokenKind::Comma)?;
        if !self.is(TokenKind::Uuid) {
            return Err(self.expected("a GUID"));
        }
        let guid = self.bump();
        self.expect_close(open, TokenKind::RightParen)?;
        self.take(TokenKind::Semicolon);
        let digits = self.text(guid).replace('-', "");
        let part = |from: usize, to: usize| format!("0x{}", digits.get(from..to).unwrap_or("0"));
        let mut parts = vec![part(0, 8), part(8, 12), part(12, 16)];
        parts.extend((16..32).step_by(2).map(|at| part(at, at + 2)));
        Ok(ItemKind::CppQuote(StringLiteral {
            text: format!("DEFINE_GUID({}, {})", name.text, parts.join(", ")),
            span: self.span_from(start),
        }))
    }

    fn library(&mut self) -> Parse<ItemKind> {
        self.bump();
        let name = self.ident("the name of the library")?;
        let items = self.body()?;
        Ok(ItemKind::Library(Library { name, items }))
    }

    fn module(&mut self) -> Parse<ItemKind> {
        self.bump();
        let name = self.ident("the name of the module")?;
        let items = self.body()?;
        Ok(ItemKind::Module(Module { name, items }))
    }

    /// `{ items }` and the semicolon that may stand behind it.
    pub(super) fn body(&mut self) -> Parse<Vec<Item>> {
        let open = self.open_brace()?;
        let mut items = Vec::new();
        self.items(&mut items);
        self.expect_close(open, TokenKind::RightBrace)?;
        self.take(TokenKind::Semicolon);
        Ok(items)
    }

    /// The `{` of a body. Where it is missing at the end of a line, the body is read all the same.
    pub(super) fn open_brace(&mut self) -> Parse<Token> {
        let next = self.peek();
        if self.take(TokenKind::LeftBrace) {
            return Ok(next);
        }
        if !next.starts_line {
            return Err(self.expected("`{`"));
        }
        let message = format!("expected `{{`, found {}", self.show(next));
        self.missing("{", message);
        Ok(next)
    }

    /// A type and declarators, up to the semicolon.
    pub(super) fn declaration(&mut self, what: &str) -> Parse<Declaration> {
        self.declaration_of(what, Self::declarator)
    }

    /// The same, where MIDL reads and drops values: `= 0` behind a method, as in C++, and that of a variable in C.
    fn declaration_with_values(&mut self) -> Parse<Declaration> {
        self.declaration_of("the declaration", |parser| {
            let declarator = parser.declarator()?;
            if parser.take(TokenKind::Equal) {
                parser.expression()?;
            }
            Ok(declarator)
        })
    }

    fn declaration_of(
        &mut self,
        what: &str,
        declarator: impl Fn(&mut Self) -> Parse<Declarator>,
    ) -> Parse<Declaration> {
        self.respell_type();
        // `} NAME;` behind a mistake.
        let is_rest = self.previous().kind == TokenKind::RightBrace && !self.peek().starts_line;
        let ty = self.type_specifier()?;
        // Most have one.
        let mut declarators = Vec::with_capacity(1);
        if !self.is(TokenKind::Semicolon) && !self.missing_semicolon() {
            loop {
                declarators.push(declarator(self)?);
                if self.is(TokenKind::Comma) && self.starts_declaration(1) {
                    let comma = self.peek().span;
                    let message = format!("expected `;` behind {what}, found `,`");
                    self.report(Diagnostic::at(Code::UnexpectedToken, comma, message));
                    self.bump();
                    return Ok(Declaration { ty, declarators });
                }
                if !self.take(TokenKind::Comma) {
                    break;
                }
            }
        }
        self.expect_semicolon(what)?;
        if declarators.is_empty() && !ty.declares() && !(is_rest && self.mistakes > 0) {
            let message = format!("{what} has no name");
            let diagnostic = Diagnostic::at(Code::UnexpectedToken, ty.span.after(), message);
            self.report(diagnostic.label("a name is missing here"));
        }
        Ok(Declaration { ty, declarators })
    }

    /// Whether a declaration of its own stands so many tokens ahead, and no further name: attributes, or a type before a name.
    fn starts_declaration(&self, ahead: usize) -> bool {
        let first = self.peek_at(ahead);
        let second = self.peek_at(ahead + 1);
        match first.kind {
            TokenKind::LeftBracket => true,
            TokenKind::Ident if starts_type(first) => first.symbol != word::CONST,
            TokenKind::Ident => {
                second.kind == TokenKind::Ident
                    && first.starts_line
                    && !is_idle(first.symbol)
                    && !is_convention(first.symbol)
            }
            _ => false,
        }
    }

    /// Whether no declarator can follow, so that only the semicolon can have been meant.
    fn missing_semicolon(&self) -> bool {
        let next = self.peek();
        matches!(next.kind, TokenKind::RightBrace | TokenKind::Eof) || starts_item(next)
    }

    fn constant_or_declaration(&mut self) -> Parse<ItemKind> {
        while [word::EXTERN, word::STATIC, word::INLINE]
            .iter()
            .any(|word| self.is_word(*word))
        {
            self.bump();
        }
        if !self.is_word(word::CONST) {
            return Ok(ItemKind::Declaration(self.declaration_with_values()?));
        }
        let ty = self.type_specifier()?;
        let mut declarators = Vec::with_capacity(1);
        let mut plain = Vec::new();
        loop {
            let declarator = self.declarator()?;
            if self.take(TokenKind::Equal) {
                let value = self.expression()?;
                declarators.push((declarator, value));
            } else {
                plain.push(declarator);
            }
            if !self.take(TokenKind::Comma) {
                break;
            }
        }
        if let (Some(without), false) = (plain.first(), declarators.is_empty()) {
            let message = "this constant has no value";
            let diagnostic = Diagnostic::at(Code::UnexpectedToken, without.span, message);
            return Err(self.report(diagnostic));
        }
        self.expect_semicolon("the constant")?;
        Ok(if plain.is_empty() {
            ItemKind::Const(Const { ty, declarators })
        } else {
            // A function that returns a `const` type, or a variable that C code defines.
            let declarators = plain;
            ItemKind::Declaration(Declaration { ty, declarators })
        })
    }
}

/// Whether a line that starts with this token starts an item, whatever came before.
pub(in crate::syntax) fn starts_item(token: Token) -> bool {
    token.starts_line
        && (token.kind == TokenKind::LeftBracket
            || token.kind == TokenKind::Ident
                && matches!(
                    token.symbol,
                    word::INTERFACE
                        | word::DISPINTERFACE
                        | word::COCLASS
                        | word::LIBRARY
                        | word::MODULE
                        | word::TYPEDEF
                        | word::IMPORT
                        | word::IMPORTLIB
                        | word::CPP_QUOTE
                        | word::CONST
                ))
}
