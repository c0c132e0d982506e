use super::*;
use crate::source::{Origin, Sources};

fn lex(text: &str) -> Vec<(TokenKind, String, String)> {
    let mut sources = Sources::new();
    let file = sources.add("a.idl", text.to_owned(), Origin::Input);
    let mut symbols = Symbols::new();
    let mut lexer = Lexer::new(file);
    let mut out = Vec::new();
    loop {
        let token = lexer.next(&sources.file(file).text, &mut symbols);
        if token.kind == TokenKind::Eof {
            return out;
        }
        out.push((
            token.kind,
            token.text(&symbols).to_owned(),
            symbols.text(token.docs).to_owned(),
        ));
    }
}

fn texts(text: &str) -> Vec<String> {
    lex(text).into_iter().map(|(_, text, _)| text).collect()
}

#[test]
fn guids_are_told_from_arithmetic_by_their_shape() {
    assert_eq!(
        lex("00020300-0000-0000-c000-000000000046")[0].0,
        TokenKind::Uuid
    );
    assert_eq!(
        lex("(abcdef01-0000-0000-c000-000000000046)")[1].0,
        TokenKind::Uuid
    );
    assert_eq!(texts("00020300-0000"), ["00020300", "-", "0000"]);
    assert_eq!(texts("abc-1"), ["abc", "-", "1"]);
}

#[test]
fn numbers_run_to_their_end() {
    assert_eq!(
        texts("0x1E+5 1e+5 12abc .5 1..5"),
        ["0x1E", "+", "5", "1e+5", "12abc", ".5", "1", "..", "5"]
    );
}

#[test]
fn strings_keep_escapes_and_continue_over_lines() {
    assert_eq!(
        texts(r#""a\"b" L"c" 'd' L'\''"#),
        [r#""a\"b""#, r#"L"c""#, "'d'", r"L'\''"]
    );
    assert_eq!(texts("\"a\\\nb\""), ["\"a\\\nb\""]);
}

#[test]
fn a_backslash_at_the_end_of_a_line_cuts_no_token() {
    assert_eq!(texts("ab\\\ncd\\\r\n\\\nef gh"), ["abcdef", "gh"]);
    assert_eq!(texts("1\\\n2 <\\\n< x\\\n y"), ["12", "<<", "x", "y"]);
    assert_eq!(texts("\"a\"\\\n\"b\" é\\\né"), ["\"a\"", "\"b\"", "é", "é"]);
    assert_eq!(texts("a\\ b"), ["a", "\\", "b"]);
}

#[test]
fn a_string_goes_on_to_its_quote_where_something_else_can_follow() {
    let texts_of = |text| lex(text).into_iter().map(|t| t.1).collect::<Vec<_>>();
    let text = "(\"a\r\n b\nc\" ) d";
    assert_eq!(texts_of(text), ["(", "\"a\r\n b\nc\"", ")", "d"]);
    for open in [
        "(\"a\n b)",
        "(\"a)\n(\"b\")",
        "(\"a)\n#if X\n\")",
        "'a\n', \")",
        "(\"a\n\\\")",
    ] {
        let kinds = lex(open).into_iter().map(|t| t.0);
        assert!(
            kinds
                .into_iter()
                .any(|kind| matches!(kind, TokenKind::Invalid(_))),
            "{open}"
        );
    }
}

#[test]
fn what_is_open_ends_with_its_line() {
    let kinds: Vec<_> = lex("don't\n\"x\ny /* z").into_iter().map(|t| t.0).collect();
    assert_eq!(
        kinds,
        [
            TokenKind::Ident,
            TokenKind::Invalid(Invalid::Char),
            TokenKind::Invalid(Invalid::String),
            TokenKind::Ident,
            TokenKind::Invalid(Invalid::Comment),
        ]
    );
}

#[test]
fn doc_comments_belong_to_the_next_token() {
    let tokens = lex(
        "/// one\n///  two\n/* no */ // no\na /** three\n * four\n */ b ///< no\n//// no\n/**/ c",
    );
    assert_eq!(tokens[0].2, "one\n two");
    assert_eq!(tokens[1].2, "three\nfour");
    assert_eq!(tokens[2].2, "");
}

#[test]
fn a_character_beyond_ascii_is_one_invalid_token() {
    assert_eq!(
        lex("a ü b")[1],
        (
            TokenKind::Invalid(Invalid::Character),
            "ü".to_owned(),
            String::new()
        )
    );
}
