use super::*;
use crate::syntax::symbol::Symbols;

/// Words that name macros here: `MACRO`, one that stands for methods, and one for half of a pair of braces.
struct Words {
    symbols: Symbols,
    any_may_define: bool,
}

impl Words {
    fn of(text: &str) -> Self {
        Self {
            symbols: Symbols::new(),
            any_may_define: text.contains("BRACE"),
        }
    }
}

impl Vocabulary for Words {
    fn is_macro(&self, word: &str) -> bool {
        matches!(word, "MACRO" | "METHODS" | "BRACE")
    }

    fn any_may_define(&self) -> bool {
        self.any_may_define
    }

    fn may_define(&self, word: &str) -> bool {
        word == "BRACE"
    }

    fn stands_for_methods(&self, word: &str) -> bool {
        word == "METHODS"
    }

    fn begins_definition(&self, word: &str) -> bool {
        self.symbols.begins_definition(word)
    }
}

/// What is left of a text behind the methods at its start.
fn behind_methods(text: &str) -> &str {
    let end_of = |any_may_define| {
        let words = Words {
            any_may_define,
            ..Words::of(text)
        };
        methods(text, 0, &words)
    };
    let end = end_of(true);
    if !text.contains("BRACE") {
        assert_eq!(end_of(false), end);
    }
    &text[end..]
}

#[test]
fn methods_are_passed_over() {
    let text = "
        HRESULT A();
        /* ; */ [propget, helpstring(\"; {\")] // }
        HRESULT B([in, size_is(n + 1)] const BYTE *p, [out] struct S *s);
        STRUCT *C(void (*callback)(int a)); }";
    assert_eq!(behind_methods(text), " }");
    let text = "properties: methods /* */ : METHODS; [id(1)] METHODS /* ; */; f(); }";
    assert_eq!(behind_methods(text), " }");
    assert_eq!(behind_methods("METHODS f();"), "METHODS f();");
    assert_eq!(behind_methods("long METHODS;"), "long METHODS;");
    assert_eq!(behind_methods("f(); [a] MACRO g();"), " [a] MACRO g();");
    assert_eq!(behind_methods("f(MACRO a);"), "");
}

#[test]
fn what_may_be_something_else_than_a_method_is_none() {
    for other in [
        "typedef HRESULT (*F)();",
        "const long A = (1);",
        "struct S f();",
        "cpp_quote(\"a\");",
        "interface I;",
        "import \"a\";",
        "long a;",
        "MACRO f();",
        "f(BRACE a);",
        "[BRACE] f();",
        "f() {}",
        "f(a;b);",
        "f(a));",
        "f()",
        "#define A",
        "f(\"a\\\"\");",
        "f(IVector<HSTRING> v);",
        "// a \\\n f();",
        "/* f();",
        "f(L'\u{e4}');",
        "[a",
    ] {
        assert_eq!(behind_methods(other), other);
    }
}

#[test]
fn fields_are_passed_over_all_or_none() {
    let rest = |text: &'static str| &text[fields(text, 0, &Words::of(text))..];
    let text = " long a : 3; [size_is(a)] T *p; /* } */ case 1: char c[2][A + 1]; } S;";
    assert_eq!(rest(text), "} S;");
    assert_eq!(rest("} S;"), "} S;");
    assert_eq!(rest(" MACRO a; }"), "}");
    for other in [
        " a; struct T b; }",
        " a; struct { long b; } c; }",
        " a;\n#pragma pack(1)\n b; }",
        " a[; }",
        " a); }",
        " a; (}",
        " a; BRACE }",
        " a;",
    ] {
        assert_eq!(rest(other), other);
    }
}

/// The names and UUIDs of the item at the start of a text, and what is left behind it.
fn passed(text: &str) -> Option<(String, &str)> {
    let mut found = Item::default();
    let end = item(text, 0, &Words::of(text), &mut found)?;
    let mut names = found.names.join(" ");
    for id in found.ids {
        names += &format!(" {}", &id[..8]);
    }
    names += if found.opens { " {" } else { "" };
    Some((names, &text[end..]))
}

#[test]
fn items_give_names() {
    for (text, names) in [
        ("interface I;", "I"),
        (
            "[object, uuid(01234567-89ab-cdef-0123-456789abcdef)]\ninterface I : B {",
            "I 01234567 {",
        ),
        ("[helpstring(\"] ;\")] [a(b[1])] interface I {", "I {"),
        ("typedef T *P, Q[2], (*F)(int a);", "P Q F a"),
        (
            "typedef [v1_enum] enum tag { A, B = (A, 2) << 3, /* , */ [x(y, z)] C, } E, *PE;",
            "tag A B C E PE",
        ),
        ("enum { A };", "A"),
        (
            "typedef struct tag { long a; struct T *b; } S, *PS;",
            "tag T S PS",
        ),
        ("struct S { long a; };", "S"),
        (
            "typedef union switch (long d) u { case 1: long a; } U;",
            "switch d u U",
        ),
        ("const long A = B ? 1 : 2, C = 4;", "A C"),
        ("cpp_quote(\"#define A 1\") ;", "A"),
        ("cpp_quote ( \"DEFINE_GUID(G, 1)\" )", "G"),
        ("cpp_quote(\"int a;\")", ""),
    ] {
        assert_eq!(passed(text), Some((names.to_owned(), "")), "{text}");
    }
    assert_eq!(passed("cpp_quote(\"a\") b"), Some((String::new(), " b")));
}

#[test]
fn what_may_give_other_names_is_none() {
    for text in [
        "MACRO;",
        "interface MACRO;",
        "typedef long MACRO;",
        "enum { A = MACRO };",
        "typedef long A[BRACE];",
        "[async_uuid(01234567-89ab-cdef-0123-456789abcdef)] interface I {",
        "interface I requires J;",
        "[a] coclass C {};",
        "import \"a.idl\";",
        "cpp_quote(\"#pragma pack(1)\")",
        "cpp_quote(a)",
        "long f();",
        "typedef long A\ninterface I;",
        "enum { A; };",
        "enum { A = 'c' };",
        "typedef IVector<int> A;",
        "typedef long A",
        "",
    ] {
        assert_eq!(passed(text), None, "{text}");
    }
}
