//! Which items of imported files are worth parsing: those that the user's files need, directly or through others.
//!
//! An item is needed when a word is the same as a name that it gives: a parameter that is called like a type makes the type
//! needed, too. To find that out exactly would take what it is to save. Words in strings count, since attributes and quoted
//! C name things there.

use super::outline::{Outline, Piece, same_id, words};
use super::preprocessor::{Preprocessed, Run, Unread};
use super::symbol::{Symbol, Symbols, word};
use super::token::{Token, TokenKind};
use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

/// Types that the language itself needs: a dispinterface its base, `SAFEARRAY(T)` the descriptor of the array, and quoted
/// `DEFINE_GUID` and `MAKE_HRESULT` the types of their constants.
const IMPLIED: [&str; 4] = ["IDispatch", "SAFEARRAY", "GUID", "HRESULT"];

/// How much of imported files is parsed. Nothing is known of the rest, nor of mistakes in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Imports {
    /// What the user's files need, directly or through others: enough to generate code.
    #[default]
    Needed,
    /// The same, but of an interface that no other one extends nothing but its name: enough to find the mistakes in the
    /// user's files.
    Named,
    /// Everything.
    Whole,
}

/// How much of an item is needed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
enum Need {
    #[default]
    Nothing,
    /// Of an interface, that there is one of that name; of everything else, all.
    Name,
    All,
}

/// The words that what is parsed in any case spells.
#[derive(Debug)]
pub(super) struct Words {
    /// For each symbol, how much is needed of what has it for a name.
    needs: Vec<Need>,
    /// Those whose items have not been looked for.
    waiting: Vec<Symbol>,
    /// How much of an interface is needed where it is named.
    of_interface: Need,
}

impl Words {
    /// No words yet.
    pub(super) fn new(imports: Imports) -> Self {
        Self {
            needs: Vec::new(),
            waiting: Vec::new(),
            of_interface: match imports {
                Imports::Named => Need::Name,
                Imports::Needed | Imports::Whole => Need::All,
            },
        }
    }

    /// The words of a file, or of a part of it.
    pub(super) fn of_tokens(&mut self, tokens: &[Token], symbols: &mut Symbols) {
        let splits = tokens.iter().any(|token| token.is_word(word::ASYNC_UUID));
        for (at, token) in tokens.iter().enumerate() {
            match token.kind {
                TokenKind::Ident => {
                    self.add(token.symbol, self.of_interface);
                    // In a library it means that.
                    if token.symbol == word::BOOL {
                        self.add(word::BOOL_UPPER, self.of_interface);
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

/// A file of which only what is needed will be parsed.
#[derive(Debug)]
pub(super) struct Outlined {
    pub(super) tokens: Preprocessed,
    pub(super) outline: Outline,
}

impl Outlined {
    /// What has to be there for what is inside it. The types in an interface have their default for pointers from it, which
    /// counts where code is generated.
    fn outer(&self, piece: &Piece, of_interface: Need) -> Option<usize> {
        let outer = piece.outer?;
        let around = self.outline.pieces.get(outer)?;
        let is_separable = around.is_closed && around.interface.is_some();
        match is_separable && of_interface == Need::Name {
            true => self.outer(around, of_interface),
            false => Some(outer),
        }
    }

    /// Leaves nothing but what is needed. The names of the rest go to `unused`.
    fn keep(self, needs: &[Need], unused: &mut Vec<Symbol>) -> Preprocessed {
        let need = |piece: usize| needs.get(piece).copied().unwrap_or_default();
        let others = self.outline.names.iter();
        let others = others.filter(|(_, at)| need(*at) == Need::Nothing);
        unused.extend(others.map(|(name, _)| *name));
        let mut out = Kept::of(self.tokens);
        // What stands around the present piece, each with the piece behind it.
        let mut open: Vec<(usize, Range<usize>)> = Vec::new();
        let mut at = 0;
        while let Some(piece) = self.outline.pieces.get(at) {
            while let Some((_, close)) = open.pop_if(|(end, _)| *end <= at) {
                out.take(close);
            }
            at += 1;
            match (need(at - 1), piece.interface) {
                (Need::Nothing, _) => {}
                (Need::Name, Some(start)) => out.forward(start),
                (Need::Name, None) | (Need::All, _) => {
                    out.take(piece.tokens());
                    match piece.is_closed {
                        true => at = piece.end,
                        false => open.push((piece.end, piece.close.clone())),
                    }
                }
            }
        }
        for (_, close) in open.into_iter().rev() {
            out.take(close);
        }
        out.finish()
    }
}

/// A file that is being put together of parts of another one.
struct Kept {
    from: Preprocessed,
    /// What was left unread of it, from the present place on.
    unread: Peekable<IntoIter<Unread>>,
    tokens: Vec<Token>,
    /// How many of the `#pragma pack`s have got their new places.
    packs: usize,
}

impl Kept {
    fn of(mut from: Preprocessed) -> Self {
        Self {
            unread: std::mem::take(&mut from.unread).into_iter().peekable(),
            from,
            tokens: Vec::new(),
            packs: 0,
        }
    }

    fn take(&mut self, range: Range<usize>) {
        let mut start = range.start;
        while let Some(unread) = self.unread.next_if(|unread| unread.at < range.end) {
            if let Some(tokens) = unread.tokens.filter(|_| unread.at >= start) {
                self.take_read(start..unread.at);
                self.tokens.extend(tokens);
                start = unread.at + 1;
            }
        }
        self.take_read(start..range.end);
    }

    /// Takes tokens among which there is nothing unread.
    fn take_read(&mut self, range: Range<usize>) {
        let start = self.tokens.len();
        for (at, ..) in self.from.packs.iter_mut().skip(self.packs) {
            if *at >= range.end {
                break;
            }
            *at = start + at.saturating_sub(range.start);
            self.packs += 1;
        }
        let tokens = self.from.tokens.get(range).unwrap_or_default();
        self.tokens.extend_from_slice(tokens);
    }

    /// `interface I;`, of an interface that starts there.
    fn forward(&mut self, start: usize) {
        self.take(start..start + 2);
        if let Some(name) = self.tokens.last() {
            let end = Token::new(TokenKind::Semicolon, word::EMPTY, name.span.after());
            self.tokens.push(end);
        }
    }

    fn finish(mut self) -> Preprocessed {
        let end = self.from.tokens.len();
        self.take(end.saturating_sub(1)..end);
        self.from.tokens = self.tokens;
        self.from
    }
}

/// All of a file, with what was left unread of it.
pub(super) fn whole(mut file: Preprocessed, run: &mut Run<'_>) -> Preprocessed {
    if file.unread.is_empty() {
        return file;
    }
    let end = file.tokens.len().saturating_sub(1);
    file.read(run, 0..end);
    let mut out = Kept::of(file);
    out.take(0..end);
    out.finish()
}

/// Leaves of each file what the `words` need, directly or through other items. The names of everything else go to
/// `unused`.
pub(super) fn keep_needed(
    mut files: Vec<Outlined>,
    mut words: Words,
    run: &mut Run<'_>,
    unused: &mut Vec<Symbol>,
) -> Vec<Preprocessed> {
    for implied in IMPLIED {
        words.add(run.symbols.intern(implied), words.of_interface);
    }
    let needs = needs(&mut files, words, run);
    let files = files.into_iter().zip(needs);
    files
        .map(|(file, needs)| file.keep(&needs, unused))
        .collect()
}

/// How much is needed of each piece of each file.
fn needs(files: &mut [Outlined], mut words: Words, run: &mut Run<'_>) -> Vec<Vec<Need>> {
    let names = Names::of(files);
    let mut needs: Vec<Vec<Need>> = Vec::with_capacity(files.len());
    let mut found: Vec<(usize, usize, Need)> = Vec::new();
    for (file, outlined) in files.iter().enumerate() {
        let pieces = &outlined.outline.pieces;
        needs.push(vec![Need::Nothing; pieces.len()]);
        let always = pieces.iter().enumerate().filter(|(_, piece)| piece.always);
        found.extend(always.map(|(piece, _)| (file, piece, Need::All)));
    }
    loop {
        while let Some((file, at, need)) = found.pop() {
            let known = needs.get_mut(file).and_then(|file| file.get_mut(at));
            let (Some(known), Some(outlined)) = (known, files.get_mut(file)) else {
                continue;
            };
            let Some(piece) = outlined.outline.pieces.get(at).filter(|_| *known < need) else {
                continue;
            };
            *known = need;
            found.extend(
                outlined
                    .outer(piece, words.of_interface)
                    .map(|outer| (file, outer, Need::All)),
            );
            if need == Need::All || piece.interface.is_none() {
                let range = piece.tokens();
                outlined.tokens.read(run, range.clone());
                let tokens = outlined.tokens.tokens.get(range.clone());
                words.of_tokens(tokens.unwrap_or_default(), &mut run.symbols);
                for tokens in outlined.tokens.read_later(range) {
                    words.of_tokens(tokens, &mut run.symbols);
                }
            }
        }
        let Some(word) = words.waiting.pop() else {
            return needs;
        };
        let need = words.needs.get(word.index()).copied().unwrap_or_default();
        let named = names.get(word);
        found.extend(named.map(|given| (given.file, given.piece, need)));
    }
}

/// The pieces of all files by the names that they give.
#[derive(Default)]
struct Names {
    given: Vec<Given>,
    /// For each symbol, the last of `given` with that name.
    last: Vec<Option<usize>>,
}

struct Given {
    file: usize,
    piece: usize,
    /// The one before it with the same name.
    before: Option<usize>,
}

impl Names {
    fn of(files: &[Outlined]) -> Self {
        let mut out = Self::default();
        for (file, outlined) in files.iter().enumerate() {
            for (name, piece) in &outlined.outline.names {
                out.add(*name, file, *piece);
            }
        }
        out
    }

    fn add(&mut self, name: Symbol, file: usize, piece: usize) {
        if self.last.len() <= name.index() {
            self.last.resize(name.index() + 1, None);
        }
        if let Some(last) = self.last.get_mut(name.index()) {
            let before = last.replace(self.given.len());
            self.given.push(Given {
                file,
                piece,
                before,
            });
        }
    }

    fn get(&self, name: Symbol) -> impl Iterator<Item = &Given> {
        let last = self.last.get(name.index()).copied().flatten();
        let last = last.and_then(|at| self.given.get(at));
        std::iter::successors(last, |given| self.given.get(given.before?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Diagnostics;
    use crate::source::{Memory, Sources};
    use crate::syntax::tree::{Item, ItemKind};
    use crate::syntax::{Options, ParsedFile, parse};
    use std::path::Path;

    /// The items of `b.idl` that are left where `a.idl` imports it, and what is told.
    fn left(imports: Imports, own: &str, imported: &str) -> String {
        let memory = Memory(
            [
                ("a.idl".into(), format!("import \"b.idl\"; {own}").into()),
                ("b.idl".into(), imported.into()),
            ]
            .into(),
        );
        let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new());
        let options = Options {
            imports,
            ..Options::default()
        };
        let inputs = ["a.idl".into()];
        let program = parse(&inputs, &options, &memory, &mut sources, &mut diagnostics);
        let is_imported = |file: &&ParsedFile| sources.file(file.id).path == Path::new("b.idl");
        let imported = program.files.iter().find(is_imported);
        let items = imported.map_or("none".to_owned(), |file| shown(&file.tree.items));
        let told = diagnostics.iter().map(|found| found.message.as_str());
        told.fold(items, |items, message| format!("{items} !{message}"))
    }

    fn needed(own: &str, imported: &str) -> String {
        left(Imports::Needed, own, imported)
    }

    fn named(own: &str, imported: &str) -> String {
        left(Imports::Named, own, imported)
    }

    fn shown(items: &[Item]) -> String {
        let shown = items.iter().map(|item| match &item.kind {
            ItemKind::Interface(interface) => match &interface.items {
                Some(items) => format!("{} {{{}}}", interface.name.text, shown(items)),
                None => interface.name.text.clone(),
            },
            ItemKind::Library(library) => format!("library {{{}}}", shown(&library.items)),
            ItemKind::Typedef(declaration) | ItemKind::Declaration(declaration) => {
                let names = declaration.declarators.iter();
                let names = names.filter_map(|declarator| declarator.name.as_ref());
                names
                    .map(|name| name.text.as_str())
                    .collect::<Vec<_>>()
                    .join(",")
            }
            ItemKind::Const(constant) => {
                let names = constant.declarators.iter();
                let names = names.filter_map(|(declarator, _)| declarator.name.as_ref());
                names.map(|name| name.text.as_str()).collect()
            }
            ItemKind::CppQuote(quote) => format!("`{}`", quote.text),
            ItemKind::PragmaPack(pack) => format!("{pack:?}"),
            other => format!("{other:?}"),
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_nothing_names_is_not_even_parsed() {
        let imported = "typedef long A; typedef A B; typedef long oops oops; typedef B C, *PC;";
        assert_eq!(needed("typedef PC D;", imported), "A B C,PC");
        assert_eq!(
            left(Imports::Whole, "typedef PC D;", imported),
            "A B C,PC !expected `;` behind the typedef, found `oops`"
        );
    }

    #[test]
    fn a_file_that_has_no_outline_is_parsed_whole() {
        assert_eq!(
            needed(
                "",
                "typedef long A; interface I : IUnknown { typedef long B;"
            ),
            "A !this `{` is never closed"
        );
        assert_eq!(
            needed("", "typedef long A\ntypedef long B;"),
            "A B !expected `;` behind the typedef"
        );
    }

    #[test]
    fn names_are_found_wherever_they_are_given() {
        let imported = "
            typedef struct S { struct Inner { long a; } inner; } S;
            enum { ONE, TWO = ONE + 1 };
            const long LIMIT = TWO;
            typedef BOOL (__stdcall *CALLBACK_OF_MINE)([in] long value);
            cpp_quote(\"#define QUOTED 5\")
            cpp_quote(\"DEFINE_GUID(GUID_MINE, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);\")
            declare_guid(GUID_DECLARED, 00000000-0000-0000-0000-000000000001);
            cpp_quote(\"inline void c_only();\")";
        assert_eq!(needed("struct Inner x;", imported), "S");
        assert_eq!(needed("const long X = LIMIT;", imported), " LIMIT");
        assert_eq!(needed("CALLBACK_OF_MINE c;", imported), "CALLBACK_OF_MINE");
        assert_eq!(
            needed("cpp_quote(\"#define X QUOTED\")", imported),
            "`#define QUOTED 5`"
        );
        assert!(needed("long a[GUID_MINE];", imported).starts_with("`DEFINE_GUID(GUID_MINE"));
        let declared = needed("long a[GUID_DECLARED];", imported);
        assert!(
            declared.starts_with("`DEFINE_GUID(GUID_DECLARED"),
            "{declared}"
        );
        assert_eq!(needed("long a;", imported), "");
    }

    #[test]
    fn what_the_language_needs_counts_as_named() {
        let imported = "typedef long HRESULT; typedef struct { long a; } GUID; typedef long OTHER;";
        let own = "cpp_quote(\"#define E_MINE MAKE_HRESULT(1, 4, 0x200)\")";
        assert_eq!(needed(own, imported), "HRESULT GUID");
    }

    #[test]
    fn packing_always_counts() {
        let imported = "
            #pragma pack(push, 1)
            typedef struct A { long a; } A;
            #pragma pack(pop)
            cpp_quote(\"#include <pshpack4.h>\")
            typedef struct B { long b; } B;
            cpp_quote(\"#include <poppack.h>\")";
        assert_eq!(
            needed("B b;", imported),
            "Push(Some(1)) Pop `#include <pshpack4.h>` B `#include <poppack.h>`"
        );
    }

    #[test]
    fn an_interface_comes_with_its_types() {
        let imported = "
            [object, uuid(00000000-0000-0000-0000-000000000001)]
            interface I : IUnknown { typedef long T; HRESULT Get(T *t); }
            [pointer_default(unique)] interface Types { typedef long A; typedef long B; }
            library L { typedef long C; coclass K { interface I; } }";
        assert_eq!(needed("T t;", imported), "I {T Get}");
        assert_eq!(needed("A a; C c;", imported), "Types {A} library {C}");
    }

    #[test]
    fn to_check_a_file_needs_the_methods_of_bases_alone() {
        let imported = "
            interface IBase : IUnknown { HRESULT A(IOther *other); }
            interface IOther : IBase { typedef long T; HRESULT B(IThird *third); }
            interface IThird : IUnknown { HRESULT C(); }";
        assert_eq!(named("IBase *b;", imported), "IBase");
        assert_eq!(named("T t;", imported), "T");
        assert_eq!(
            named("interface I : IBase { }", imported),
            "IBase {A} IOther"
        );
        assert_eq!(
            named("interface I : IOther { }", imported),
            "IBase {A} IOther {T B} IThird"
        );
        assert_eq!(needed("IThird *t;", imported), "IThird {C}");
    }

    #[test]
    fn an_interface_may_be_two() {
        let imported = "[object, uuid(00000000-0000-0000-0000-000000000001),
            async_uuid(00000000-0000-0000-0000-000000000002)]
            interface I : IUnknown { HRESULT A(); }";
        assert_eq!(needed("AsyncI *i;", imported), "I {A}");
        assert_eq!(named("AsyncI *i;", imported), "I {A}");
    }

    #[test]
    fn the_second_interface_of_a_base_may_be_written_by_hand() {
        let imported = "interface I : IUnknown { HRESULT A(); }
            interface AsyncI : IUnknown { HRESULT Begin_A(); }";
        let own = "[object, async_uuid(00000000-0000-0000-0000-000000000002)] interface J : I { }";
        assert_eq!(needed(own, imported), "I {A} AsyncI {Begin_A}");
        assert_eq!(needed("interface J : I { };", imported), "I {A}");
    }

    #[test]
    fn an_iid_that_is_taken_is_found() {
        let imported = "
            [object, uuid(0000000A-0000-0000-0000-000000000001)] interface I : IUnknown { }
            [object, uuid(0000000b-0000-0000-0000-000000000001)] interface J : IUnknown { }";
        let own = "[object, uuid(0000000a-0000-0000-0000-000000000001)] interface K : IUnknown { }";
        assert_eq!(needed(own, imported), "I {}");
    }
}
