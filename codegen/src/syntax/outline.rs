//! What an imported file declares, without parsing it: where its items start and end, and the names that they give.
//!
//! Most of what a file imports it never uses. An outline finds out in a fraction of the time that parsing takes which
//! items there are; [`super::needed`] then tells which of them are worth it.

use super::declared::{Mark, Marks, Quoted, Role, declaration, quoted};
use super::parser::{is_winrt, starts_item};
use super::preprocessor::{Preprocessed, Unread, UnreadKind};
use super::symbol::{Symbol, Symbols, word};
use super::token::{Token, TokenKind};
use super::tree::StringLiteral;
use std::ops::Range;

/// Deeper libraries and interfaces are a mistake, which the parser explains.
const DEEPEST: usize = 8;

/// What a file declares.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// Its items, in order; those inside a library or interface behind it.
    pub(super) pieces: Vec<Piece>,
    /// The names of the pieces, each with its piece.
    pub(super) names: Vec<(Symbol, Index)>,
    /// The files that it imports, in order.
    pub(super) imports: Vec<StringLiteral>,
    /// Whether it holds a type library.
    pub(super) has_library: bool,
}

/// A place among the tokens or pieces of a file. There are outlines of many files at a time, which take half the room so.
pub(super) type Index = u32;

fn index(at: usize) -> Index {
    Index::try_from(at).unwrap_or(Index::MAX)
}

/// An item, or what stands around items.
#[derive(Debug)]
pub(super) struct Piece {
    /// Its tokens: all of them, or those before the items inside it.
    open: Range<Index>,
    /// The tokens behind the items inside it.
    close: Range<Index>,
    /// The first piece that is not inside it.
    end: Index,
    /// What it is inside of.
    outer: Option<Index>,
    /// Whether it counts though nothing names it.
    pub(super) always: bool,
    /// Whether the items inside it cannot be had without the rest: there are methods or functions among them.
    pub(super) is_closed: bool,
    /// Where the word `interface` stands in front of its name, or the token for all that is unread, for an interface with a
    /// body.
    interface: Option<Index>,
}

impl Piece {
    /// Its tokens: without those of the items inside it, which are had by themselves, unless it is closed.
    pub(super) fn tokens(&self) -> Range<usize> {
        let end = match self.is_closed {
            true => self.close.end,
            false => self.open.end,
        };
        self.open.start as usize..end as usize
    }

    /// The tokens behind the items inside it.
    pub(super) fn close(&self) -> Range<usize> {
        self.close.start as usize..self.close.end as usize
    }

    /// The first piece that is not inside it.
    pub(super) fn end(&self) -> usize {
        self.end as usize
    }

    /// What it is inside of.
    pub(super) fn outer(&self) -> Option<usize> {
        self.outer.map(|outer| outer as usize)
    }

    /// Of an interface with a body, where the word `interface` stands in front of its name, or the token for all that is unread.
    pub(super) fn interface(&self) -> Option<usize> {
        self.interface.map(|at| at as usize)
    }
}

/// The outline of a file. `None` where it does not look as it should: the parser will say what is wrong with it.
pub(super) fn outline(input: &Preprocessed, symbols: &mut Symbols) -> Option<Outline> {
    if input.incomplete || is_winrt(&input.tokens) {
        return None;
    }
    let mut out = Outline::default();
    out.pieces.reserve(input.unread.len());
    out.names.reserve(input.given.len());
    let mut reader = Reader {
        tokens: &input.tokens,
        left: &input.unread,
        given: &input.given,
        at: 0,
        symbols,
        out,
        outer: None,
        depth: 0,
    };
    reader.items()?;
    (reader.kind() == TokenKind::Eof).then_some(reader.out)
}

struct Reader<'a> {
    tokens: &'a [Token],
    /// What was left unread from the present place on.
    left: &'a [Unread],
    /// The names that it gives.
    given: &'a [Symbol],
    at: usize,
    symbols: &'a mut Symbols,
    out: Outline,
    outer: Option<Index>,
    depth: usize,
}

impl Reader<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    fn kind(&self) -> TokenKind {
        self.kind_at(self.at)
    }

    fn kind_at(&self, at: usize) -> TokenKind {
        self.token(at).map_or(TokenKind::Eof, |token| token.kind)
    }

    fn take(&mut self, kind: TokenKind) {
        if self.kind() == kind {
            self.at += 1;
        }
    }

    /// Items up to a `}` or the end of the file. Whether there is anything among them that only methods and functions
    /// look like.
    fn items(&mut self) -> Option<bool> {
        let mut has_methods = false;
        loop {
            match self.kind() {
                TokenKind::Eof | TokenKind::RightBrace => return Some(has_methods),
                TokenKind::Semicolon => self.at += 1,
                TokenKind::Unread => has_methods |= self.unread()?,
                _ => has_methods |= self.item()?,
            }
        }
    }

    /// What was left unread; whether it is methods.
    fn unread(&mut self) -> Option<bool> {
        let start = self.at;
        self.at += 1;
        loop {
            let left = self.left.split_off_first()?;
            let names = self.given.split_off(..left.kind.given())?;
            match left.kind {
                // It stands in what was passed over as a whole.
                _ if left.at() < start => continue,
                UnreadKind::Parts => return Some(true),
                UnreadKind::Item { given: 0 } => {}
                UnreadKind::Item { .. } => {
                    self.piece(start, names);
                }
                UnreadKind::Interface { .. } => {
                    self.around(start, names)?.interface = Some(index(start));
                }
            }
            return Some(false);
        }
    }

    /// An item; whether it may be a method.
    fn item(&mut self) -> Option<bool> {
        let start = self.at;
        while self.kind() == TokenKind::LeftBracket {
            self.balanced()?;
        }
        let first = *self.token(self.at)?;
        if first.kind != TokenKind::Ident {
            return None;
        }
        match first.symbol {
            word::INTERFACE if self.defines_interface() => self.interface(start)?,
            word::LIBRARY => self.library(start)?,
            word::DISPINTERFACE | word::COCLASS => {
                let name = self.name()?;
                self.skip_item()?;
                self.piece(start, &[name]);
            }
            word::IMPORT => self.import()?,
            word::IMPORTLIB => {
                self.in_parentheses()?;
            }
            word::CPP_QUOTE => self.cpp_quote(start)?,
            word::DECLARE_GUID => {
                let name = self.token(self.at + 2)?.symbol;
                self.skip_item()?;
                self.piece(start, &[name]);
            }
            word::MIDL_PRAGMA => {
                self.at += 2;
                self.balanced()?;
                self.take(TokenKind::Semicolon);
            }
            // Its functions are known by name as well, but belong to one DLL.
            word::MODULE => {
                self.name()?;
                self.brace()?;
                self.around(start, &[])?.is_closed = true;
            }
            _ => return self.declaration(start),
        }
        Some(false)
    }

    /// Adds an item that ends here.
    fn piece(&mut self, start: usize, names: &[Symbol]) -> usize {
        let piece = self.out.pieces.len();
        self.out.pieces.push(Piece {
            open: index(start)..index(self.at),
            close: index(self.at)..index(self.at),
            end: index(piece + 1),
            outer: self.outer,
            always: false,
            is_closed: false,
            interface: None,
        });
        self.out
            .names
            .extend(names.iter().map(|name| (*name, index(piece))));
        // An interface with the IID of another one is a mistake that somebody wants to hear of.
        let tokens = self.tokens.get(start..self.at).unwrap_or_default();
        for token in tokens
            .iter()
            .take_while(|token| token.kind != TokenKind::LeftBrace)
        {
            if let Some(id) = same_id(token, self.symbols) {
                self.out.names.push((id, index(piece)));
            }
        }
        piece
    }

    /// The name behind the word at the cursor, which goes behind it.
    fn name(&mut self) -> Option<Symbol> {
        let name = *self.token(self.at + 1)?;
        self.at += 2;
        (name.kind == TokenKind::Ident).then_some(name.symbol)
    }

    /// Skips brackets and what stands in them.
    fn balanced(&mut self) -> Option<()> {
        let mut open = 0usize;
        loop {
            match self.kind() {
                TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::LeftBrace => open += 1,
                TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace => {
                    open = open.checked_sub(1)?;
                }
                TokenKind::Eof => return None,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(());
            }
        }
    }

    /// Skips to the end of an item that has a body or a semicolon.
    fn skip_item(&mut self) -> Option<()> {
        while self.kind() != TokenKind::Semicolon {
            let has_body = self.kind() == TokenKind::LeftBrace;
            if has_body || self.kind() == TokenKind::LeftParen {
                self.balanced()?;
            } else if matches!(self.kind(), TokenKind::Eof | TokenKind::RightBrace) {
                return None;
            } else {
                self.at += 1;
            }
            if has_body {
                break;
            }
        }
        self.take(TokenKind::Semicolon);
        Some(())
    }

    /// `interface I`, unless it is the type of a function or of a variable.
    fn defines_interface(&self) -> bool {
        matches!(
            self.kind_at(self.at + 2),
            TokenKind::Semicolon | TokenKind::Colon | TokenKind::LeftBrace
        )
    }

    /// `interface I;` or `interface I : B {…}`
    fn interface(&mut self, start: usize) -> Option<()> {
        let keyword = self.at;
        let name = self.name()?;
        if self.kind() == TokenKind::Colon {
            self.at += 2;
        }
        if self.kind() == TokenKind::Semicolon {
            self.at += 1;
            self.piece(start, &[name]);
            return Some(());
        }
        self.brace()?;
        let attributes = self.tokens.get(start..keyword).unwrap_or_default();
        if attributes
            .iter()
            .any(|token| token.is_word(word::ASYNC_UUID))
        {
            // There are two interfaces in it, so that it is no name alone.
            let second = format!("Async{}", self.symbols.text(name));
            let second = self.symbols.intern(&second);
            self.around(start, &[name, second])?;
        } else {
            self.around(start, &[name])?.interface = Some(index(keyword));
        }
        Some(())
    }

    fn library(&mut self, start: usize) -> Option<()> {
        self.name()?;
        self.out.has_library = true;
        self.brace()?;
        self.around(start, &[])?;
        Some(())
    }

    /// Passes over the `{` that has to stand here.
    fn brace(&mut self) -> Option<()> {
        let is_here = self.kind() == TokenKind::LeftBrace;
        self.at += 1;
        is_here.then_some(())
    }

    /// The items, behind the `{`, of what starts at `start`.
    fn around(&mut self, start: usize, names: &[Symbol]) -> Option<&mut Piece> {
        if self.depth == DEEPEST {
            return None;
        }
        let piece = self.piece(start, names);
        let outer = self.outer.replace(index(piece));
        self.depth += 1;
        let has_methods = self.items()?;
        self.depth -= 1;
        self.outer = outer;
        let close = self.at;
        if self.kind() != TokenKind::RightBrace {
            return None;
        }
        self.at += 1;
        self.take(TokenKind::Semicolon);
        let end = self.out.pieces.len();
        let around = self.out.pieces.get_mut(piece)?;
        around.close = index(close)..index(self.at);
        around.end = index(end);
        around.is_closed = has_methods;
        Some(around)
    }

    /// `import "a.idl", "b.idl";`
    fn import(&mut self) -> Option<()> {
        self.at += 1;
        while self.kind() != TokenKind::Semicolon {
            let token = *self.token(self.at)?;
            match token.kind {
                TokenKind::String => self.out.imports.push(StringLiteral {
                    text: token.text(self.symbols).trim_matches('"').to_owned(),
                    span: token.span,
                }),
                TokenKind::Comma => {}
                _ => return None,
            }
            self.at += 1;
        }
        self.at += 1;
        Some(())
    }

    /// The first string of `word("…")`, in its quotes.
    fn in_parentheses(&mut self) -> Option<Symbol> {
        let string = *self.token(self.at + 2)?;
        self.at += 1;
        self.balanced()?;
        self.take(TokenKind::Semicolon);
        (string.kind == TokenKind::String).then_some(string.symbol)
    }

    /// Quoted C: a constant or GUID has a name, and what may set the packing always counts. The rest is for C compilers.
    fn cpp_quote(&mut self, start: usize) -> Option<()> {
        let string = self.in_parentheses()?;
        match quoted(self.symbols.text(string)) {
            Quoted::Named(name) => {
                let name = name.to_owned();
                let name = self.symbols.intern(&name);
                self.piece(start, &[name]);
            }
            Quoted::Directive => {
                let piece = self.piece(start, &[]);
                if let Some(piece) = self.out.pieces.get_mut(piece) {
                    piece.always = true;
                }
            }
            Quoted::Code => {}
        }
        Some(())
    }

    /// A typedef, type, constant, function or variable; whether it looks like a function.
    fn declaration(&mut self, start: usize) -> Option<bool> {
        let mut declared = Declared {
            tokens: self.tokens.get(self.at..)?.iter(),
            names: Vec::new(),
        };
        let is_function = declaration(&mut declared)?;
        let Declared { tokens, names } = declared;
        self.at = self.tokens.len() - tokens.len();
        // Nothing refers to a function by its name.
        if !is_function {
            self.piece(start, &names);
        }
        Some(is_function)
    }
}

/// The tokens of a declaration, and the names that it gives.
struct Declared<'a> {
    tokens: std::slice::Iter<'a, Token>,
    names: Vec<Symbol>,
}

impl Marks for Declared<'_> {
    type Name = Symbol;

    fn next(&mut self) -> Option<Mark<Symbol>> {
        self.tokens.next().map(mark)
    }

    fn name(&mut self, name: Symbol) {
        self.names.push(name);
    }
}

fn mark(token: &Token) -> Mark<Symbol> {
    let role = match token.symbol {
        _ if token.kind != TokenKind::Ident => Role::Name,
        word::TYPEDEF => Role::Typedef,
        word::ENUM => Role::Enum,
        word::STRUCT | word::UNION => Role::Record,
        word::INTERFACE => Role::Interface,
        _ if starts_item(*token) => Role::Item,
        _ => Role::Name,
    };
    Mark {
        kind: token.kind,
        role,
        starts_line: token.starts_line,
        name: token.symbol,
    }
}

/// One symbol for all spellings of an identifier: the letters in it may be small or capital.
pub(super) fn same_id(token: &Token, symbols: &mut Symbols) -> Option<Symbol> {
    let is_id = token.kind == TokenKind::Uuid;
    is_id.then(|| {
        let id = symbols.text(token.symbol).to_owned();
        symbols.intern_id(&id)
    })
}
