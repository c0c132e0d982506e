//! Nonsense: whatever the words, lowering comes to an end and does not panic.

use super::lower_files;
use proptest::prelude::*;

const WORDS: &[&str] = &[
    "interface",
    "I",
    "J",
    ":",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ";",
    ",",
    "*",
    "typedef",
    "struct",
    "union",
    "enum",
    "S",
    "T",
    "long",
    "void",
    "const",
    "=",
    "1",
    "0",
    "-1",
    "/",
    "<<",
    "A",
    "B",
    "object",
    "in",
    "out",
    "retval",
    "size_is(a)",
    "a",
    "b",
    "switch",
    "case 1:",
    "default",
    "uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd)",
    "sizeof(S)",
    "SAFEARRAY(S)",
    "SAFEARRAY",
    "dispinterface",
    "coclass",
    "library",
    "module",
    "properties:",
    "methods:",
    "\"x\"",
    "cpp_quote(\"#define A (B + 1)\")",
    "cpp_quote(\"DEFINE_GUID(A, 1, 2\")",
    "string",
    "unique",
];

/// Pieces that parse, so that names meet each other in every way.
const ITEMS: &[&str] = &[
    "typedef struct _S S;",
    "typedef struct _S { S *s; T t; } S;",
    "typedef struct _T { S s[N]; } T;",
    "typedef S T;",
    "typedef T S;",
    "struct T;",
    "interface S;",
    "interface I : J { HRESULT M([out, size_is(N, *a)] S a, T); }",
    "interface J : I { typedef long S; }",
    "[object] interface J { I *M(J j); }",
    "coclass T { interface I; interface S; }",
    "dispinterface I { interface J; }",
    "dispinterface J { properties: [id(N)] S s; methods: [id(M)] T t([in] S s); };",
    "const long N = sizeof(S) / M;",
    "const long M = N << 70;",
    "const S N = (T)-1;",
    "typedef enum _S { N = M, M } E;",
    "enum { N = 0x7fffffff, O };",
    "typedef union switch (E e) u { case N: S s; default: ; } T;",
    "union { struct { S s; }; union { T t; }; };",
    "typedef S (*T)(T t);",
    "cpp_quote(\"#define N (S)(M % 0)\")",
    "module I { [entry(N)] S f(T t); }",
    "typedef [switch_is(N), string, unique] S *T[N - 1];",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn words_in_any_order(words in prop::collection::vec(prop::sample::select(WORDS), 0..60)) {
        lower_files(&[("main.idl", &words.join(" "))]);
    }

    #[test]
    fn items_in_any_order(items in prop::collection::vec(prop::sample::select(ITEMS), 0..14)) {
        lower_files(&[("main.idl", &items.join("\n"))]);
    }

    #[test]
    fn quoted_text(text in "[ -~]{0,40}") {
        let quote = format!("cpp_quote(\"#define A {}\")", text.replace(['\\', '"'], ""));
        lower_files(&[("main.idl", &quote)]);
    }
}
