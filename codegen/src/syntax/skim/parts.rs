//! Methods and fields, passed over without a token being made of them.

use super::text::{Cursor, Passed};

/// Which words of methods may be passed over.
pub(in crate::syntax) struct MethodWords<First, Follow, Methods> {
    /// Whether a word may be the first of a method, behind its attributes.
    pub(in crate::syntax) may_be_first: First,
    /// Whether a word may stand elsewhere in it; `None` where any word may.
    pub(in crate::syntax) may_follow: Option<Follow>,
    /// Whether a word stands for methods.
    pub(in crate::syntax) are_methods: Methods,
}

/// The end of the methods that begin at `at` in an interface; `at` itself where none does.
pub(in crate::syntax) fn methods(
    text: &str,
    at: usize,
    words: &MethodWords<impl Fn(&str) -> bool, impl Fn(&str) -> bool, impl Fn(&str) -> bool>,
) -> usize {
    let mut end = at;
    while let Some(behind) = method(text, end, words) {
        end = behind;
    }
    end
}

/// Whether a word in front of a name makes it one that others may use, though it stands among fields.
pub(in crate::syntax) fn is_tag(word: &str) -> bool {
    matches!(word, "struct" | "union" | "enum" | "interface")
}

/// The end of the fields that begin at `at` behind the `{` of a struct or union, in front of the `}`; `at` itself where there
/// is more than fields, or a word that must not be passed over.
pub(in crate::syntax) fn fields(text: &str, at: usize, may_pass: impl Fn(&str) -> bool) -> usize {
    let mut cursor = Cursor { text, at };
    let mut depth = Some(0usize);
    while let Some(before) = depth {
        depth = match cursor.pass() {
            Some(Passed::Word(word)) => may_pass(word).then_some(before),
            Some(Passed::Open) => Some(before + 1),
            Some(Passed::Close) => before.checked_sub(1),
            Some(Passed::Semicolon) if before == 0 => Some(0),
            Some(Passed::End) if before == 0 => return cursor.at,
            Some(Passed::Semicolon | Passed::End) | None => None,
        };
    }
    at
}

/// The end of the method that begins at `at`, behind its semicolon.
fn method(
    text: &str,
    at: usize,
    words: &MethodWords<impl Fn(&str) -> bool, impl Fn(&str) -> bool, impl Fn(&str) -> bool>,
) -> Option<usize> {
    let mut cursor = Cursor { text, at };
    let mut depth = 0usize;
    let mut is_begun = false;
    let mut has_parameters = false;
    loop {
        match cursor.pass()? {
            Passed::Word("properties" | "methods") if !is_begun && cursor.is_at_colon() => {}
            Passed::Word(word) => {
                let is_first = depth == 0 && !is_begun;
                is_begun |= is_first;
                let may_stand = match is_first {
                    true if !(words.may_be_first)(word) => {
                        let are_methods = (words.are_methods)(word);
                        let ends = are_methods && matches!(cursor.pass()?, Passed::Semicolon);
                        return ends.then_some(cursor.at);
                    }
                    true if words.may_follow.is_none() => return cursor.behind_method(),
                    true => true,
                    false => {
                        let may_follow = words.may_follow.as_ref();
                        may_follow.is_none_or(|may_follow| may_follow(word))
                    }
                };
                if !may_stand {
                    return None;
                }
            }
            Passed::Open => {
                has_parameters |= depth == 0 && is_begun;
                depth += 1;
            }
            Passed::Close => depth = depth.checked_sub(1)?,
            Passed::Semicolon if depth == 0 && has_parameters => return Some(cursor.at),
            Passed::Semicolon | Passed::End => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::symbol::Symbols;

    /// What is left of a text behind the methods at its start.
    fn rest(text: &str) -> &str {
        let symbols = Symbols::new();
        let may_be_first =
            |word: &str| !matches!(word, "MACRO" | "METHODS") && !symbols.begins_definition(word);
        let may_follow = |word: &str| word != "BRACE";
        let end_of = |may_follow| {
            let words = MethodWords {
                may_be_first,
                may_follow,
                are_methods: |word: &str| word == "METHODS",
            };
            methods(text, 0, &words)
        };
        let end = end_of(Some(may_follow));
        if !text.contains("BRACE") {
            assert_eq!(end_of(None), end);
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
        assert_eq!(rest(text), " }");
        let text = "properties: methods: METHODS; [id(1)] METHODS /* ; */; f(); }";
        assert_eq!(rest(text), " }");
        assert_eq!(rest("METHODS f();"), "METHODS f();");
        assert_eq!(rest("long METHODS;"), "long METHODS;");
    }

    #[test]
    fn what_may_be_something_else_is_none() {
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
            "f() {}",
            "f(a;b);",
            "f(a));",
            "f();".trim_end_matches(';'),
            "#define A",
            "f(\"a\\\"\");",
            "f(IVector<HSTRING> v);",
            "// a \\\n f();",
            "/* f();",
            "f(L'\u{e4}');",
        ] {
            assert_eq!(rest(other), other);
        }
        assert_eq!(rest("f(); [a] MACRO g();"), " [a] MACRO g();");
        assert_eq!(rest("f(MACRO a);"), "");
    }

    #[test]
    fn fields_are_passed_over_all_or_none() {
        let may_pass = |word: &str| word != "struct";
        let rest = |text: &'static str| &text[fields(text, 0, may_pass)..];
        let text = " long a : 3; [size_is(a)] T *p; /* } */ case 1: char c[2][A + 1]; } S;";
        assert_eq!(rest(text), "} S;");
        assert_eq!(rest("} S;"), "} S;");
        for other in [
            " a; struct T b; }",
            " a; struct { long b; } c; }",
            " a;\n#pragma pack(1)\n b; }",
            " a[; }",
            " a); }",
            " a; (}",
            " a;",
        ] {
            assert_eq!(rest(other), other);
        }
    }
}
