//! Interned text: each distinct spelling is stored once, and tokens carry its number.
//!
//! Comparing a token with a keyword, and looking up a macro, is then a comparison of integers; and a token
//! that the preprocessor made up (`##`, `#`) needs no text in a file.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// A spelling.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct Symbol(u32);

impl Symbol {
    /// Its number: they are counted from zero, without gaps.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }

    /// Whether it begins what is no method where methods stand.
    pub(crate) fn begins_definition(self) -> bool {
        DEFINING.contains(&self)
    }
}

/// The words that begin items other than methods and functions.
const DEFINING: [Symbol; 21] = [
    word::IMPORT,
    word::IMPORTLIB,
    word::CPP_QUOTE,
    word::DECLARE_GUID,
    word::MIDL_PRAGMA,
    word::INTERFACE,
    word::DISPINTERFACE,
    word::COCLASS,
    word::LIBRARY,
    word::MODULE,
    word::TYPEDEF,
    word::STRUCT,
    word::UNION,
    word::ENUM,
    word::CONST,
    word::EXTERN,
    word::STATIC,
    word::DECLARE,
    word::NAMESPACE,
    word::RUNTIMECLASS,
    word::DELEGATE,
];

/// A set of symbols, with a bit for each.
#[derive(Clone, Debug, Default)]
pub(crate) struct SymbolSet(Vec<u64>);

impl SymbolSet {
    fn place_of(symbol: Symbol) -> (usize, u64) {
        (symbol.index() / 64, 1 << (symbol.index() % 64))
    }

    /// Whether a symbol is in it.
    pub(crate) fn has(&self, symbol: Symbol) -> bool {
        let (at, bit) = Self::place_of(symbol);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }

    /// Takes a symbol in.
    pub(crate) fn insert(&mut self, symbol: Symbol) {
        let (at, bit) = Self::place_of(symbol);
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= bit;
        }
    }
}

/// What a word looks like: one of 128 looks, by its length and its edges. Most words look like none of a few others, which is seen
/// sooner than whether they are one of them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Looks(u128);

impl Looks {
    pub(crate) const fn of(word: &str) -> Self {
        let bytes = word.as_bytes();
        let edges = match bytes {
            [] => 0,
            [only] => *only as usize,
            [first, .., last] => *first as usize + 7 * *last as usize,
        };
        Self(1 << ((edges + 29 * bytes.len()) % 128))
    }

    /// The looks of words to which another one comes.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether no word looks so.
    pub(crate) const fn are_none(self) -> bool {
        self.0 == 0
    }

    /// Whether a word may be one of those that look so.
    pub(crate) const fn may_be(self, word: &str) -> bool {
        self.0 & Self::of(word).0 != 0
    }
}

const LOOKS_OF_DEFINING: Looks = {
    let mut looks = Looks(0);
    let mut at = 0;
    while at < DEFINING.len() {
        looks = looks.and(Looks::of(WORDS[DEFINING[at].0 as usize]));
        at += 1;
    }
    looks
};

/// All spellings of a run.
#[derive(Clone, Debug)]
pub(crate) struct Symbols {
    /// The spellings, one behind the other.
    text: String,
    /// Where each ends; it starts where the one before it ends.
    ends: Vec<u32>,
    /// The symbols by their spelling.
    table: HashTable<Symbol>,
}

impl Default for Symbols {
    fn default() -> Self {
        Self::new()
    }
}

impl Symbols {
    /// The words below, and nothing else.
    pub(crate) fn new() -> Self {
        // Room for what a file of usual length and its imports spell.
        let mut symbols = Self {
            text: String::with_capacity(1 << 16),
            ends: Vec::with_capacity(1 << 12),
            table: HashTable::with_capacity(1 << 12),
        };
        for word in WORDS {
            symbols.intern(word);
        }
        symbols
    }

    /// How many spellings there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// All symbols, in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Symbol> {
        (0..).map(Symbol).take(self.len())
    }

    /// The symbol of a spelling.
    pub(crate) fn intern(&mut self, text: &str) -> Symbol {
        let Self {
            text: all,
            ends,
            table,
        } = self;
        let hash_of = |known: &Symbol| hash(spelling(all, ends, *known));
        let is_same = |known: &Symbol| spelling(all, ends, *known) == text;
        match table.entry(hash(text), is_same, hash_of) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(place) => {
                let symbol = Symbol(u32::try_from(ends.len()).unwrap_or(u32::MAX));
                place.insert(symbol);
                all.push_str(text);
                ends.push(u32::try_from(all.len()).unwrap_or(u32::MAX));
                symbol
            }
        }
    }

    /// One symbol for all spellings of a UUID: the letters in it may be small or capital.
    pub(crate) fn intern_id(&mut self, id: &str) -> Symbol {
        self.intern(&id.to_ascii_lowercase())
    }

    /// Whether a word begins what is no method where methods stand.
    pub(crate) fn begins_definition(&self, word: &str) -> bool {
        LOOKS_OF_DEFINING.may_be(word) && self.find(word).is_some_and(Symbol::begins_definition)
    }

    /// The symbol of a spelling, if there was one.
    pub(crate) fn find(&self, text: &str) -> Option<Symbol> {
        let is_same = |known: &Symbol| self.text(*known) == text;
        self.table.find(hash(text), is_same).copied()
    }

    /// The spelling of a symbol.
    pub(crate) fn text(&self, symbol: Symbol) -> &str {
        spelling(&self.text, &self.ends, symbol)
    }
}

fn spelling<'a>(all: &'a str, ends: &[u32], symbol: Symbol) -> &'a str {
    let at = symbol.index();
    let start = at.checked_sub(1).and_then(|before| ends.get(before));
    let start = start.copied().unwrap_or_default();
    let end = ends.get(at).copied().unwrap_or_default();
    all.get(start as usize..end as usize).unwrap_or_default()
}

/// A short hash: names from files that the user chose need none that resists attacks.
fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

macro_rules! words {
    ($($name:ident = $text:literal;)*) => {
        const WORDS: &[&str] = &[$($text,)*];

        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "only a counter")]
        enum Index { $($name,)* }

        /// The words that the compiler knows by name.
        pub(crate) mod word {
            use super::{Index, Symbol};
            $(pub(crate) const $name: Symbol = Symbol(Index::$name as u32);)*
        }
    };
}

words! {
    EMPTY = "";
    // Items.
    INTERFACE = "interface";
    DISPINTERFACE = "dispinterface";
    COCLASS = "coclass";
    LIBRARY = "library";
    MODULE = "module";
    TYPEDEF = "typedef";
    IMPORT = "import";
    IMPORTLIB = "importlib";
    CPP_QUOTE = "cpp_quote";
    MIDL_PRAGMA = "midl_pragma";
    DECLARE_GUID = "declare_guid";
    PROPERTIES = "properties";
    METHODS = "methods";
    // Types.
    CONST = "const";
    VOLATILE = "volatile";
    EXTERN = "extern";
    STATIC = "static";
    INLINE = "inline";
    STRUCT = "struct";
    UNION = "union";
    ENUM = "enum";
    SWITCH = "switch";
    CASE = "case";
    DEFAULT = "default";
    PIPE = "pipe";
    SAFEARRAY = "SAFEARRAY";
    VOID = "void";
    BOOLEAN = "boolean";
    BYTE = "byte";
    CHAR = "char";
    WCHAR_T = "wchar_t";
    SMALL = "small";
    SHORT = "short";
    INT = "int";
    LONG = "long";
    HYPER = "hyper";
    INT8 = "__int8";
    INT16 = "__int16";
    INT32 = "__int32";
    INT64 = "__int64";
    INT3264 = "__int3264";
    FLOAT = "float";
    DOUBLE = "double";
    HANDLE_T = "handle_t";
    ERROR_STATUS_T = "error_status_t";
    SIGNED = "signed";
    UNSIGNED = "unsigned";
    // Calling conventions, and qualifiers that change nothing here.
    STDCALL_2 = "__stdcall";
    STDCALL_1 = "_stdcall";
    STDCALL_0 = "stdcall";
    CDECL_2 = "__cdecl";
    CDECL_1 = "_cdecl";
    CDECL_0 = "cdecl";
    FASTCALL_2 = "__fastcall";
    FASTCALL_1 = "_fastcall";
    PASCAL_2 = "__pascal";
    PASCAL_1 = "_pascal";
    PASCAL = "PASCAL";
    WINAPI = "WINAPI";
    WINAPIV = "WINAPIV";
    APIENTRY = "APIENTRY";
    CALLBACK = "CALLBACK";
    STDMETHODCALLTYPE = "STDMETHODCALLTYPE";
    STDMETHODVCALLTYPE = "STDMETHODVCALLTYPE";
    STDAPICALLTYPE = "STDAPICALLTYPE";
    DECLSPEC = "__declspec";
    PTR32 = "__ptr32";
    PTR64 = "__ptr64";
    UNALIGNED_2 = "__unaligned";
    UNALIGNED = "UNALIGNED";
    FAR_2 = "__far";
    FAR_1 = "_far";
    FAR = "FAR";
    FAR_0 = "far";
    // No type, but for libraries.
    BOOL = "bool";
    BOOL_UPPER = "BOOL";
    // Expressions.
    TRUE_UPPER = "TRUE";
    TRUE = "true";
    FALSE_UPPER = "FALSE";
    FALSE = "false";
    NULL = "NULL";
    SIZEOF = "sizeof";
    // Attributes whose arguments are no expressions.
    IN = "in";
    OUT = "out";
    UUID = "uuid";
    ASYNC_UUID = "async_uuid";
    CUSTOM = "custom";
    VERSION = "version";
    ANNOTATION = "annotation";
    // WinRT.
    NAMESPACE = "namespace";
    RUNTIMECLASS = "runtimeclass";
    APICONTRACT = "apicontract";
    DELEGATE = "delegate";
    DECLARE = "declare";
    REQUIRES = "requires";
    // Preprocessor.
    DEFINED = "defined";
    VA_ARGS = "__VA_ARGS__";
    LINE_MACRO = "__LINE__";
    FILE_MACRO = "__FILE__";
    DEFINE = "define";
    UNDEF = "undef";
    INCLUDE = "include";
    IF = "if";
    IFDEF = "ifdef";
    IFNDEF = "ifndef";
    ELIF = "elif";
    ELSE = "else";
    ENDIF = "endif";
    ERROR = "error";
    WARNING = "warning";
    LINE = "line";
    PRAGMA = "pragma";
    PACK = "pack";
    ONCE = "once";
    PUSH = "push";
    POP = "pop";
    SHOW = "show";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_has_one_symbol() {
        let mut symbols = Symbols::new();
        assert_eq!(symbols.intern("interface"), word::INTERFACE);
        assert_eq!(symbols.intern(""), word::EMPTY);
        let own = symbols.intern("IFoo");
        assert_eq!(symbols.intern("IFoo"), own);
        assert_eq!(symbols.text(own), "IFoo");
    }

    #[test]
    fn every_word_stands_once() {
        let unique: std::collections::BTreeSet<_> = WORDS.iter().collect();
        assert_eq!(unique.len(), WORDS.len());
    }
}
