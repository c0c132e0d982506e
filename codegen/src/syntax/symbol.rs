//! Interned text: each distinct spelling is stored once, and tokens carry its number.
//!
//! Comparing a token with a keyword, and looking up a macro, is then a comparison of integers; and a token
//! that the preprocessor made up (`##`, `#`) needs no text in a file.

use indexmap::IndexSet;
use std::hash::{BuildHasherDefault, Hasher};

/// A spelling.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct Symbol(u32);

/// All spellings of a run.
#[derive(Debug)]
pub(crate) struct Symbols {
    table: IndexSet<Box<str>, BuildHasherDefault<Fnv>>,
}

impl Symbols {
    /// The words below, and nothing else.
    pub(crate) fn new() -> Self {
        Self {
            table: WORDS.iter().map(|word| Box::from(*word)).collect(),
        }
    }

    /// The symbol of a spelling.
    pub(crate) fn intern(&mut self, text: &str) -> Symbol {
        let index = match self.table.get_index_of(text) {
            Some(index) => index,
            None => self.table.insert_full(Box::from(text)).0,
        };
        Symbol(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The spelling of a symbol.
    pub(crate) fn text(&self, symbol: Symbol) -> &str {
        self.table
            .get_index(symbol.0 as usize)
            .map_or("", |text| text)
    }
}

/// FNV-1a: short keys from files that the user chose need no hash that resists attacks.
#[derive(Debug)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
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
    PTR32 = "__ptr32";
    PTR64 = "__ptr64";
    UNALIGNED_2 = "__unaligned";
    UNALIGNED = "UNALIGNED";
    FAR_2 = "__far";
    FAR_1 = "_far";
    FAR = "FAR";
    FAR_0 = "far";
    // Expressions.
    TRUE_UPPER = "TRUE";
    TRUE = "true";
    FALSE_UPPER = "FALSE";
    FALSE = "false";
    NULL = "NULL";
    SIZEOF = "sizeof";
    // Attributes whose arguments are no expressions.
    UUID = "uuid";
    ASYNC_UUID = "async_uuid";
    CUSTOM = "custom";
    VERSION = "version";
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
