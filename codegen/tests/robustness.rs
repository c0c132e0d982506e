//! Whatever a file holds, reading it ends with a tree and messages: it does not panic, hang or run out of stack.

use midl_bindgen::diagnostics::{Diagnostics, render};
use midl_bindgen::source::{Memory, Sources};
use midl_bindgen::syntax::{Options, parse};
use proptest::prelude::*;
use std::path::PathBuf;

const SEEDS: &[&str] = &[
    include_str!("../../idl/mapisync.idl"),
    include_str!("../prelude/wtypes.idl"),
    r##"
        #define DECL(name, ...) HRESULT name(__VA_ARGS__)
        #if defined(A) && (1 + 2 * 3 > 4) || !B
        #include "main.idl"
        #endif
        import "unknwn.idl", "main.idl";
        [uuid(5024a386-2d44-486a-81a8-8f0ecb6071dd), version(1.0)] library L {
            importlib("stdole2.tlb");
            [object, dual] interface I : IUnknown {
                typedef [v1_enum] enum E { A = 1, B = A << 2, } E;
                [propget, id(DISPID_X)] DECL(Get, [out, retval, size_is(, *n)] long **p, [in] long *n);
                HRESULT __stdcall Call([in] void (__cdecl *f)(int, ...), [in] SAFEARRAY(VARIANT) a);
            };
            dispinterface D { properties: [id(1)] long p; methods: [id(2)] void m(); };
            coclass C { [default] interface I; [default, source] dispinterface D; };
            [dllname("x.dll")] module M { [entry(1)] long f(); const int N = 3; };
        }
        #pragma pack(push, 1)
        typedef union U switch (long k) u { case 1: case 2: char c[4][N]; default: ; } U;
        typedef struct { unsigned int a : 3, : 0; [switch_is(a)] union { [case(1)] int b; } v; } S, *PS;
        const double X = (double) -1.5e3 + sizeof(long *) ? 'x' : L"w" "y";
        cpp_quote("#define Q 1")
    "##,
];

const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<",
    ";",
    ",",
    ":",
    "*",
    "#",
    "##",
    "\"",
    "'",
    "/*",
    "//",
    "\\\n",
    "\n#if 1\n",
    "\n#else\n",
    "\n#endif\n",
    "\n#define F(x) x F(x)\n",
    "F(",
    "\n#include \"main.idl\"\n",
    "interface ",
    "switch ",
    "typedef ",
    "struct ",
    "union ",
    "enum ",
    "const ",
    "unsigned ",
    "case ",
    "import ",
    "namespace x {",
    "é",
    "\u{0}",
    "0x",
    "1e+",
    "5024a386-2d44-486a-81a8-8f0ecb6071dd",
    "SAFEARRAY(",
    "sizeof(",
    "\n#pragma pack(",
];

fn read(text: &[u8]) {
    let main = PathBuf::from("main.idl");
    let files = Memory([(main.clone(), text.to_vec())].into());
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let options = Options::default();
    parse(&[main], &options, &files, &mut sources, &mut diagnostics);
    render(&diagnostics, &sources, false);
}

#[derive(Clone, Debug)]
enum Change {
    Delete(prop::sample::Index, usize),
    Insert(prop::sample::Index, &'static str),
    Repeat(prop::sample::Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let piece = prop::sample::select(PIECES);
    prop_oneof![
        (any::<prop::sample::Index>(), 1..40usize)
            .prop_map(|(at, length)| Change::Delete(at, length)),
        (any::<prop::sample::Index>(), piece).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (any::<prop::sample::Index>(), 1..80usize)
            .prop_map(|(at, length)| Change::Repeat(at, length)),
    ]
}

fn changed(seed: &str, changes: &[Change]) -> Vec<u8> {
    let mut text = seed.as_bytes().to_vec();
    for change in changes {
        if text.is_empty() {
            break;
        }
        match change {
            Change::Delete(at, length) => {
                let at = at.index(text.len());
                let end = (at + length).min(text.len());
                text.drain(at..end);
            }
            Change::Insert(at, piece) => {
                let at = at.index(text.len());
                text.splice(at..at, piece.bytes());
            }
            Change::Repeat(at, length) => {
                let at = at.index(text.len());
                let piece = text[at..(at + length).min(text.len())].to_vec();
                text.splice(at..at, piece);
            }
        }
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read(&bytes);
    }

    #[test]
    fn pieces_of_the_language_in_any_order(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60),
    ) {
        read(pieces.concat().as_bytes());
    }

    #[test]
    fn real_files_with_changes(
        seed in prop::sample::select(SEEDS),
        changes in prop::collection::vec(change(), 1..8),
    ) {
        read(&changed(seed, &changes));
    }
}

/// Each opening, so often that a parser without a limit would run out of stack.
#[test]
fn deep_nesting() {
    let openings = [
        "(",
        "[",
        "{",
        "const long A = (",
        "const long A = -",
        "const long A = 1 ? ",
        "const long A = (long) ",
        "const long A = sizeof(",
        "const long A = f(",
        "const long A = 1 +",
        "struct {",
        "union { ",
        "typedef struct { struct {",
        "long (*",
        "long *",
        "library L {",
        "interface I {",
        "[uuid(",
        "[a(",
        "long f(",
        "SAFEARRAY(",
        "#if 1\n",
        "#if (",
        "enum { A = (",
        "union switch (long a) { case 1: ",
        "typedef SAFEARRAY(SAFEARRAY(",
        "[in] ",
        "long a[",
        "const ",
        "unsigned ",
        "a.",
        "-",
    ];
    for opening in openings {
        read(opening.repeat(2_000).as_bytes());
        read(format!("const long A = {};", opening.repeat(2_000)).as_bytes());
        read(format!("[size_is({})] long a;", opening.repeat(2_000)).as_bytes());
    }
}
