//! What comes out of the preprocessor, as text.

use super::super::loader::{Key, Loader};
use super::super::needed::whole;
use super::super::symbol::Symbols;
use super::super::token::{Token, TokenKind};
use super::{Extent, Preprocessed, Run, predefined, preprocess};
use crate::diagnostics::Diagnostics;
use crate::machines::Machines;
use crate::source::{Memory, Origin, Sources};
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};

/// The tokens of the first file with a blank between them, docs in parentheses before theirs; then the messages.
fn run(files: &[(&str, &str)]) -> (Preprocessed, String) {
    let memory = Memory(
        files
            .iter()
            .map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec()))
            .collect(),
    );
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let include = [PathBuf::from("sdk")];
    let mut run = Run {
        tokens: 0,
        sources: &mut sources,
        diagnostics: &mut diagnostics,
        symbols: Symbols::new(),
        loader: Loader::new(&memory, &include),
        widths: FxHashMap::default(),
        machines: Machines::ALL,
    };
    let defines = predefined(&mut run, &[("FROM_OUTSIDE".into(), "7".into())]);
    let text = files[0].1.to_owned();
    let file = run.sources.add(files[0].0, text, Origin::Input);
    let key = Key::of(Path::new(files[0].0));
    let out = preprocess(
        &mut run,
        file,
        key,
        Some(PathBuf::new()),
        &defines,
        Extent::Whole,
    );
    let mut words: Vec<String> = out
        .tokens
        .iter()
        .filter(|token| token.kind != TokenKind::Eof)
        .map(|token| {
            let docs = match run.symbols.text(token.docs) {
                "" => String::new(),
                docs => format!("({docs})"),
            };
            docs + token.text(&run.symbols)
        })
        .collect();
    words.extend(diagnostics.iter().map(|d| format!("!{}", d.message)));
    (out, words.join(" "))
}

fn expand(text: &str) -> String {
    run(&[("main.idl", text)]).1
}

#[test]
fn macros_replace_and_are_read_again() {
    assert_eq!(expand("#define A B\n#define B 1\nA"), "1");
    assert_eq!(
        expand("#define F(x) [x]\nF((1,2)) F() F"),
        "[ ( 1 , 2 ) ] [ ] F"
    );
    assert_eq!(
        expand("#define F(x) G x\n#define G(y) <y>\nF((2))"),
        "< 2 >"
    );
}

#[test]
fn the_examples_of_the_c_standard_come_out_as_it_says() {
    let text = "#define x 3\n#define f(a) f(x * (a))\n#undef x\n#define x 2\n#define g f\n\
                #define z z[0]\n#define h g(~\n#define m(a) a(w)\n#define w 0,1\n\
                #define t(a) a\n#define p() int\n#define q(x) x\n#define r(x,y) x ## y\n\
                #define str(x) # x\n";
    let first = "f(y+1) + f(f(z)) % t(t(g)(0) + t)(1);";
    assert_eq!(
        expand(&format!("{text}{first}")),
        "f ( 2 * ( y + 1 ) ) + f ( 2 * ( f ( 2 * ( z [ 0 ] ) ) ) ) % \
         f ( 2 * ( 0 ) ) + t ( 1 ) ;"
    );
    let second = "g(x+(3,4)-w) | h 5) & m\n(f)^m(m);";
    assert_eq!(
        expand(&format!("{text}{second}")),
        "f ( 2 * ( 2 + ( 3 , 4 ) - 0 , 1 ) ) | f ( 2 * ( ~ 5 ) ) & \
         f ( 2 * ( 0 , 1 ) ) ^ m ( 0 , 1 ) ;"
    );
    let third = "p() i[q()] = { q(1), r(2,3), r(4,), r(,5), r(,) };";
    assert_eq!(
        expand(&format!("{text}{third}")),
        "int i [ ] = { 1 , 23 , 4 , 5 , } ;"
    );
    let fourth = "str(strncmp(\"abc\\0d\", \"abc\", '\\4') == 0) str(: @\\n)";
    assert_eq!(
        expand(&format!("{text}{fourth}")),
        "\"strncmp(\\\"abc\\\\0d\\\", \\\"abc\\\", '\\\\4') == 0\" \": @\\n\""
    );
}

#[test]
fn variadic_macros_take_the_rest() {
    assert_eq!(
        expand("#define F(...) [__VA_ARGS__]\nF(1, 2) F()"),
        "[ 1 , 2 ] [ ]"
    );
    assert_eq!(
        expand("#define F(a, r...) a(r)\nF(1, 2, 3) F(4)"),
        "1 ( 2 , 3 ) 4 ( )"
    );
}

#[test]
fn guids_and_names_are_pasted() {
    assert_eq!(
        expand("#define J(a, b) a##b\nJ(I, Foo) J(,x) J(x,)"),
        "IFoo x x"
    );
    assert_eq!(
        expand("#define S(a, b) \"(\"#a\", \"##b\")\"\nS(x, \"1, 2\")"),
        r#""(" "x" ", " "1, 2" ")""#
    );
    assert_eq!(
        expand("#define G 00020300-0000-0000-c000-000000000046\nuuid(G)"),
        "uuid ( 00020300-0000-0000-c000-000000000046 )"
    );
}

#[test]
fn conditions_choose() {
    let choose = |condition: &str| expand(&format!("#if {condition}\nyes\n#else\nno\n#endif"));
    assert_eq!(choose("1 + 2 * 3 == 7 && !0"), "yes");
    assert_eq!(choose("defined(__midl) && __midl >= 501"), "yes");
    assert_eq!(choose("defined __WIDL__ || FROM_OUTSIDE != 7"), "no");
    assert_eq!(choose("-1 < 0u"), "no");
    assert_eq!(choose("1 ? 0 : 1"), "no");
    assert_eq!(choose("(0x10 >> 2) == 4 && ~0 == -1 && 'a' == 97"), "yes");
    assert_eq!(choose("UNKNOWN"), "no");
    assert_eq!(
        expand("#ifdef _WIN32\na\n#elif 1\nb\n#else\nc\n#endif"),
        "a"
    );
    assert_eq!(
        expand("#if 0\n#if 1\na\n#else\nb\n#endif\n#elif 1\nc\n#endif"),
        "c"
    );
    assert_eq!(expand("#if 0\nplain\n\u{b} \u{c}#endif\nx"), "x");
    assert_eq!(expand("#if 0\ndon't \" @ #bad\n#endif\nx"), "x");
    assert_eq!(
        expand(
            "#if 0\nplain\n\n a /* b\n#endif\n*/ plain\n \"\\\n#endif\n\"\ny \\\n#else\nplain\n  # else\nx\n#endif"
        ),
        "x"
    );
    assert_eq!(
        expand("#if 0\r\nplain\r\nplain // \\\n#endif\r\n\t#endif\r\nx"),
        "x"
    );
    assert_eq!(expand("#if 1\na\n#elif 1 / 0\nb\n#endif"), "a");
}

#[test]
fn includes_are_spliced_in() {
    let (_, text) = run(&[
        (
            "main.idl",
            "#include \"sub\\A.H\"\n#include <b.h>\n#include <b.h>\n#define N <b.h>\n#include N\nend",
        ),
        ("Sub/a.h", "#include \"c.h\"\na"),
        ("Sub/c.h", "c"),
        ("sdk/b.h", "#pragma once\nb"),
    ]);
    assert_eq!(text, "c a b end");
}

#[test]
fn packing_is_kept_and_other_pragmas_are_not() {
    let (out, text) = run(&[(
        "main.idl",
        "#pragma pack(push, 4)\na\n#pragma region x\n#pragma midl_echo(\"y\")\n#include <poppack.h>\n\
         #pragma pack(2)\n#pragma pack()\nb\n#pragma pack(push)\n#pragma pack(push, name, 8)\n\
         #pragma pack(pop, name)\n#pragma pack(show)",
    )]);
    assert_eq!(text, "a b");
    let packs: Vec<String> = out
        .packs
        .iter()
        .map(|(at, pack, _)| format!("{at} {pack:?}"))
        .collect();
    assert_eq!(
        packs,
        [
            "0 Push(Some(4))",
            "1 Pop",
            "1 Set(Some(2))",
            "1 Set(None)",
            "2 Push(None)",
            "2 Push(Some(8))",
            "2 Pop"
        ]
    );
}

#[test]
fn lines_go_on_behind_a_backslash() {
    assert_eq!(expand("#define A 1 \\\n + 2 \\\r\n + 3\nA"), "1 + 2 + 3");
    assert_eq!(expand("// a \\\n b\nc"), "c");
}

#[test]
fn the_place_of_a_use_is_known() {
    assert_eq!(
        expand("#define WHERE __FILE__ __LINE__\n\nWHERE"),
        "\"main.idl\" 3"
    );
}

#[test]
fn a_line_of_another_preprocessor_is_skipped() {
    assert_eq!(expand("# 1 \"a.idl\"\n#line 5\n#\nx"), "x");
}

#[test]
fn docs_pass_through_a_macro() {
    assert_eq!(
        expand("#define HANDLE void *\n/// told\nHANDLE x /// of y\ny"),
        "(told)void * x (of y)y"
    );
}

#[test]
fn growth_ends_in_a_message() {
    let mut bomb = String::from("#define M0(x) x x\n");
    for level in 1..40 {
        bomb.push_str(&format!(
            "#define M{level}(x) M{}(M{}(x))\n",
            level - 1,
            level - 1
        ));
    }
    let out = expand(&format!("{bomb}M39(1)"));
    assert!(
        out.ends_with("!this macro grows without bound"),
        "{}",
        out.len()
    );

    // Nothing comes out of these, and yet they would take forever.
    let mut empty = String::from("#define E0\n");
    for level in 1..60 {
        empty.push_str(&format!("#define E{level} E{} E{}\n", level - 1, level - 1));
    }
    let out = expand(&format!("{empty}E59"));
    assert_eq!(out, "!this macro grows without bound");

    let nested = format!("#define F(x) x\n{}1{}", "F(".repeat(5000), ")".repeat(5000));
    assert!(expand(&nested).contains("!macro uses nest too deep"));

    let deep = format!("#if {}1{}\n#endif", "(".repeat(5000), ")".repeat(5000));
    assert!(expand(&deep).contains("!the condition nests too deep"));

    let (_, text) = run(&[
        ("main.idl", "#include \"a.h\""),
        ("a.h", "#include \"b.h\"\n#include \"b.h\""),
        ("b.h", "#include \"c.h\"\n#include \"c.h\""),
        ("c.h", "#include \"a.h\"\n#include \"a.h\""),
    ]);
    assert_eq!(text, "!includes nest more than 64 deep");
}

#[test]
fn sums_are_numbers() {
    let (_, text) = run(&[(
        "main.idl",
        "#define BASE 0x80010000\n#define A (BASE + 500)\n#define B A\n#define C ((B) + (1 + 2L))\n\
         A B C\n#undef BASE\n#define BASE 1\n#define D BASE\nB D -B\n#if C == 504\nyes\n#endif",
    )]);
    assert_eq!(text, "2147549684 2147549684 2147549687 501 1 - 501 yes");
    // What is no number without a sign and a suffix, or would be another one if it were written as one.
    let (_, text) = run(&[(
        "main.idl",
        "#define U (1U + 1)\n#define N (-1)\n#define S 1 + 1\n#define P (2147483647 + 1)\n\
         #define W (4294967295 + 1)\n#define X (Y + 1)\n#define Y (X + 1)\n#define E ()\n#define F(a) (a + 1)\n\
         #define H (1 + 1\nU N S P W X E F(1) H )",
    )]);
    assert_eq!(
        text,
        "( 1U + 1 ) ( - 1 ) 1 + 1 ( 2147483647 + 1 ) ( 4294967295 + 1 ) ( ( X + 1 ) + 1 ) ( ) ( 1 + 1 ) ( 1 + 1 )"
    );
    let (_, text) = run(&[(
        "main.idl",
        "#define A (1 + 1)\n/// docs\nA\n#define S(x) #x\nS(A)",
    )]);
    assert_eq!(text, "(docs)2 \"A\"");
}

/// The tokens of a file, and how many parts of it were left unread at first.
fn tokens(text: &str, extent: Extent) -> (Vec<String>, usize) {
    let memory = Memory([("inc.h".into(), b"struct S { long included; };".to_vec())].into());
    let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new());
    let mut run = Run {
        tokens: 0,
        sources: &mut sources,
        diagnostics: &mut diagnostics,
        symbols: Symbols::new(),
        loader: Loader::new(&memory, &[]),
        widths: FxHashMap::default(),
        machines: Machines::ALL,
    };
    let path = "main.idl";
    let file = run.sources.add(path, text.to_owned(), Origin::Input);
    let (key, folder) = (Key::of(Path::new(path)), Some(PathBuf::new()));
    let out = preprocess(&mut run, file, key, folder, &[], extent);
    let parts = out.unread.len();
    let out = whole(out, &mut run);
    let shown = |token: &Token| {
        let calls = run.sources.backtrace(token.span);
        let calls: Vec<_> = calls.map(|found| found.call).collect();
        let (text, docs) = (token.text(&run.symbols), run.symbols.text(token.docs));
        let Token {
            kind,
            starts_line,
            span,
            ..
        } = token;
        format!("{kind:?} `{text}` ({docs}) {starts_line} {span:?} {calls:?}")
    };
    let shown = out.tokens.iter().map(shown).collect();
    assert!(diagnostics.is_empty(), "{text}");
    (shown, parts)
}

#[test]
fn what_is_read_later_is_the_same() {
    for (parts, text) in [
        // Its head, its methods, and what stands behind it.
        (
            2,
            "interface I : J { /// docs\n HRESULT a(); /** more */ HRESULT b(long c); } long d;",
        ),
        (3, "interface I { f(); typedef struct T { long a; } T; }"),
        (
            5,
            "interface I { f();\n#ifdef A\n g();\n#else\n h(); i();\n#endif\n}\ninterface J { j(); }",
        ),
        (
            6,
            "#define T long\ninterface I { f(T a); }\n#undef T\ninterface J { f(T a); }\n#define T(x) short x\n\
             interface K { f(T(b)); }",
        ),
        (1, "#include \"inc.h\"\n#define INCLUDED"),
        (
            3,
            "#define M f(); g();\ninterface I { M h(long M); }\ninterface J { j(); }",
        ),
        (1, "dispinterface D { properties: methods: [id(1)] f(); }"),
        (
            1,
            "#define F [id(1)] f(long a); g()\n#define G(x) f();\n#define H struct S h();\n#define I i(); F\n#define J I k\n\
             dispinterface D { properties: methods: F; I; long G(1); H; J(); }",
        ),
        (
            1,
            "interface I { struct S f(); }\nstruct { struct Inner { long a; long b[2; } c; };",
        ),
        (0, "void f() { g(); }"),
        (
            5,
            "/** one */ typedef [unique] long *A; /** two */ enum { B = 1 << 2 };\n\
             struct C { A a; }; /// four\nconst long D = sizeof(C);\ninterface I;",
        ),
        (
            4,
            "cpp_quote(\"#ifdef A\") cpp_quote(\"#define B 1\") cpp_quote(\"code\");\n\
             library L { cpp_quote(\"#endif\") typedef long C; interface I; }",
        ),
        (
            2,
            "#pragma pack(1)\nstruct A { long a; };\n#pragma pack()\nstruct B { long b; };",
        ),
        // Macros may give names.
        (
            0,
            "#define P(x) x, *P##x\n#define E enum\ntypedef long P(A); typedef E B { C } B;",
        ),
        // A definition, by itself or in another macro, whichever comes first.
        (
            3,
            "#define T ; } struct T { long a; }; interface J {\n#define ALSO T\n\
             interface I { f(long a); g() ALSO h(); }",
        ),
        (
            3,
            "#define ALSO T\n#define T ; } struct T { long a; }; interface J {\n\
             interface I { f(long a); g() ALSO h(); }",
        ),
        // A union's fields are passed over by themselves.
        (1, "#define N a\ntypedef union { long N; } N;"),
    ] {
        let (later, left) = tokens(text, Extent::Definitions);
        assert_eq!(left, parts, "{text}");
        assert_eq!(later, tokens(text, Extent::Whole).0, "{text}");
    }
}

#[test]
fn mistakes_end_a_file_and_warnings_do_not() {
    let (_, out) = run(&[("main.idl", &("#warning here\n".repeat(20) + "END"))]);
    assert!(out.starts_with("END !#warning: here"), "{out}");
    let (_, out) = run(&[("main.idl", &("#nothing\n".repeat(20) + "END"))]);
    assert!(out.starts_with("!there is no"), "{out}");
}
