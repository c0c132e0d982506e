//! Metadata as text as an input, alone and beside others.

use super::super::input_tests::{compile, published};
use super::super::tests::sizes;
use crate::Builder;
use crate::schema::sample::from_idl;
use crate::source::Memory;
use std::path::PathBuf;

/// What windows-rdl makes of a winmd.
fn as_text(winmd: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let (input, output) = (folder.path().join("a.winmd"), folder.path().join("a.rdl"));
    std::fs::write(&input, winmd).unwrap();
    let mut writer = windows_rdl::writer();
    writer.input(input).output(&output).write().unwrap();
    std::fs::read(output).unwrap()
}

/// The Rust that is made of one file, by module.
fn rust(name: &str, bytes: Vec<u8>) -> Vec<(PathBuf, String)> {
    let files = Memory([(PathBuf::from(name), bytes)].into());
    let output = Builder::new().input(name).rust_from(&files).unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let files = output.files.into_iter();
    files.map(|file| (file.path, text(file.bytes))).collect()
}

#[test]
fn metadata_as_text_says_what_the_winmd_says() {
    let winmd = published(&from_idl(&["mapisync.idl"]));
    let from_text = rust("mapi.rdl", as_text(&winmd));
    let from_winmd = rust("mapi.winmd", winmd);
    assert_eq!(from_text.len(), 5);
    // In the text, definitions stand in the order of the alphabet.
    let lines = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    for ((name, text), (_, winmd)) in from_text.iter().zip(&from_winmd) {
        // windows-rdl drops what is said of typedefs, so that those which were imported are generated.
        if *name != *"raw.rs" {
            assert_eq!(lines(text), lines(winmd), "{}", name.display());
        }
    }
}

const NUMBERS: &[u8] = b"#[win32] mod Numbers {
    struct PAIR { first: i32, second: Words::WORDS, }
}";
const WORDS: &[u8] = b"use Numbers::*;
#[win32] mod Words {
    struct WORDS { text: Windows::Win32::PWSTR, result: HRESULT, }
    #[guid(0x5024a385_2d44_486a_81a8_8f0ecb6071de)]
    interface IWords: Windows::Win32::IUnknown {
        fn Say(&self, #[in] pair: *const PAIR, #[in] id: *const GUID) -> HRESULT;
    }
}";

#[test]
fn texts_idl_and_a_winmd_name_what_others_define() {
    let (schema, said) = compile(&[("numbers.rdl", NUMBERS), ("words.rdl", WORDS)]);
    assert_eq!(said, "");
    let words = schema.find("IWords").unwrap();
    assert_eq!(schema.first_slot(words), 3);
    let spelled = schema.own_slots(words).map(|slot| {
        let params = slot.method.params.iter();
        let params: Vec<_> = params.map(|param| schema.spell(&param.ty)).collect();
        (schema.spell(&slot.method.returns), params)
    });
    let expected = (
        "HRESULT".to_owned(),
        vec!["const PAIR *".to_owned(), "const GUID *".to_owned()],
    );
    assert_eq!(spelled.collect::<Vec<_>>(), [expected]);
    assert!(schema[schema.find("PAIR").unwrap()].own);
    assert!(!schema[schema.find("HRESULT").unwrap()].own);

    let numbers = published(&from_idl(&["mapisync.idl"]));
    let text = b"#[win32] mod Words { struct HOLDER { held: Test::MAPISIB, } }";
    let idl = b"typedef HOLDER *PHOLDER;";
    let (schema, said) = compile(&[
        ("mine.idl", idl),
        ("text.rdl", text),
        ("mapi.winmd", &numbers),
    ]);
    assert_eq!(said, "");
    assert!(schema[schema.find("HOLDER").unwrap()].own);
}

#[test]
fn what_is_packed_for_one_machine_only_is_one_record() {
    let text = b"#[win32] mod A {
        #[packed(1)] #[arch(X86)] struct TIGHT { kind: u16, data: *const u8, }
        #[arch(X64 | Arm64)] struct TIGHT { kind: u16, data: *const u8, }
    }";
    let (schema, said) = compile(&[("a.rdl", text)]);
    assert_eq!(said, "");
    assert_eq!(sizes(&schema, "TIGHT"), [6, 16, 16]);
    let (schema, said) = compile(&[("a.rdl", &as_text(&published(&schema)))]);
    assert_eq!(said, "");
    assert_eq!(sizes(&schema, "TIGHT"), [6, 16, 16]);
}

#[test]
fn what_is_wrong_in_text_is_shown_in_it() {
    let (_, said) = compile(&[("numbers.rdl", NUMBERS)]);
    expect_test::expect![[r#"
        error[E0114]: `numbers.rdl` cannot be compiled
         --> numbers.rdl:2:39
          |
        2 |     struct PAIR { first: i32, second: Words::WORDS, }
          |                                       ^^^^^ type not found

    "#]]
    .assert_eq(&said);
    let twice =
        b"#[win32] mod A {\n    struct HELD { a: u32 }\n    struct PAIR { itself: PAIR }\n}";
    let (_, said) = compile(&[("held.rdl", twice)]);
    expect_test::expect![[r#"
        error[E0312]: `PAIR` is made of itself, or of too many others
         --> held.rdl:3:12
          |
        3 |     struct PAIR { itself: PAIR }
          |            ^^^^

    "#]]
    .assert_eq(&said);
    let runtime = b"#[winrt] mod A { struct S { a: u32 } }";
    let (_, said) = compile(&[("runtime.rdl", runtime)]);
    expect_test::expect![[r#"
        error[E0114]: `runtime.rdl` is no Windows metadata that can be read
         --> runtime.rdl:1:1
          |
        1 | #[winrt] mod A { struct S { a: u32 } }
          | ^ it describes the Windows Runtime, not classic COM

    "#]]
    .assert_eq(&said);
    let (_, said) = compile(&[("broken.winmd", b"MZ"), ("numbers.rdl", NUMBERS)]);
    expect_test::expect![[r#"
        error[E0114]: `broken.winmd` is no Windows metadata that can be read
         --> broken.winmd:1:1
          |
        1 |
          | ^ its headers and tables do not lie in it as they should

    "#]]
    .assert_eq(&said);
    let (_, said) = compile(&[("a.rdl", b"#[win32] mod A { const A: u32 = Windows; }")]);
    expect_test::expect![[r#"
        error[E0114]: `a.rdl` cannot be compiled
         --> a.rdl:1:33
          |
        1 | #[win32] mod A { const A: u32 = Windows; }
          |                                 ^^^^^^^ value not valid

    "#]]
    .assert_eq(&said);
}

#[test]
fn text_that_would_take_much_stack_is_refused() {
    let typedefs = "#[win32] mod A { type X = Y; type Y = X; const Z: X = 1; }".to_owned();
    let deep = |open: &str, close: &str| {
        let value = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        format!("#[win32] mod A {{ const A: u32 = {value}; }}")
    };
    for (text, code) in [
        (typedefs, "error[E0312]"),
        (deep("(", ")"), "error[E0205]"),
        (deep("-", ""), "error[E0205]"),
        (deep("", " + {1}"), "error[E0205]"),
        // As deep as is let pass: windows-rdl has no word for these.
        (
            format!("#[win32] mod A {{ const A: u32 = {}1; }}", "-".repeat(990)),
            "error[E0114]",
        ),
        (
            format!(
                "#[win32] mod A {{ const A: u32 = {}1{}; }}",
                "(".repeat(500),
                ")".repeat(500)
            ),
            "error[E0114]",
        ),
        (
            format!(
                "#[win32] mod A {{ type A = {}u8{}; }}",
                "B<".repeat(330),
                ">".repeat(330)
            ),
            "error[E0114]",
        ),
        (
            format!(
                "#[win32] mod A {{ const A: u32 = {}1{}; }}",
                "{(".repeat(490),
                ")}".repeat(490)
            ),
            "error[E0114]",
        ),
    ] {
        let (_, said) = compile(&[("a.rdl", text.as_bytes())]);
        assert!(said.starts_with(code), "{}", &said[..said.len().min(500)]);
    }
}
