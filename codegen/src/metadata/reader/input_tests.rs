//! Winmd files as inputs, alone and beside IDL files.

use crate::Builder;
use crate::metadata::{self, Faithfulness};
use crate::schema::sample::{Sample, from_idl};
use crate::schema::{ConstantValue, DefinitionKind, Schema};
use crate::source::Memory;
use std::path::PathBuf;
use windows_metadata::writer::{File, TypeDefOrRef};
use windows_metadata::{FieldAttributes, Type, TypeAttributes};

fn published(schema: &Schema) -> Vec<u8> {
    metadata::write(schema, "Test", Faithfulness::Published).unwrap()
}

/// Compiles files of these names, all of them inputs but for those named `lib…`.
fn compile(files: &[(&str, &[u8])]) -> (Schema, String) {
    let mut builder = Builder::new();
    for (name, _) in files.iter().filter(|(name, _)| !name.starts_with("lib")) {
        builder = builder.input(name);
    }
    let files = files
        .iter()
        .map(|(name, bytes)| (PathBuf::from(name), bytes.to_vec()));
    let compilation = builder.compile_from(&Memory(files.collect()));
    let said = compilation.render(false);
    (compilation.schema, said)
}

#[test]
fn a_winmd_is_an_input() {
    let bytes = published(&from_idl(&["mapisync.idl"]));
    let (schema, said) = compile(&[("mapi.winmd", &bytes)]);
    assert_eq!(said, "");
    let id = schema.find("IMAPISyncProgressCallback").unwrap();
    assert!(schema[id].own);
    let slots = schema.own_slots(id);
    let slots: Vec<_> = slots.map(|slot| (slot.index, &slot.method.name)).collect();
    assert_eq!(slots.len(), 3);
    assert_eq!(slots[0], (3, &"Progress".to_owned()));
    // What it names in `Windows.Win32` is no definition of its own.
    let unknown = schema.find("IUnknown").unwrap();
    assert!(!schema[unknown].own);
    assert_eq!(
        metadata::reader::read(&bytes).unwrap().iter().count(),
        schema.iter().count()
    );
}

#[test]
fn functions_and_constants_are_read() {
    let bytes = published(&Sample::everything().schema);
    let (schema, said) = compile(&[("all.winmd", &bytes)]);
    assert_eq!(said, "");
    let kind = |name: &str| &schema[schema.find(name).expect(name)].kind;
    let DefinitionKind::Function(function) = kind("ByOrdinal") else {
        panic!("a function");
    };
    assert_eq!(function.dll.as_deref(), Some("sample.dll"));
    assert_eq!(function.entry.as_deref(), Some("#12"));
    let value = |name: &str| match kind(name) {
        DefinitionKind::Constant(constant) => constant.value.clone(),
        kind => panic!("{name} is {kind:?}"),
    };
    assert_eq!(value("ANSI"), ConstantValue::String("plain".into()));
    assert_eq!(
        value("GREETING"),
        ConstantValue::WideString("h\u{e9}".into())
    );
    assert_eq!(value("MAXIMUM"), ConstantValue::Integer(u32::MAX.into()));
    assert_eq!(value("MINIMUM"), ConstantValue::Integer(i32::MIN.into()));
    assert_eq!(value("HALF"), ConstantValue::Float(0.5));
    assert!(matches!(value("CATEGORY"), ConstantValue::Guid(_)));
    assert!(matches!(kind("Everything"), DefinitionKind::Coclass(_)));
}

#[test]
fn idl_names_what_a_winmd_defines() {
    let bytes = published(&from_idl(&["mapisync.idl"]));
    let idl = b"import \"unknwn.idl\"; interface IMAPISync;
        const ULONG TWICE = 2 * SYNC_DOWNLOAD_CONTENTS;
        [object, uuid(5024a385-2d44-486a-81a8-8f0ecb6071de)]
        interface IMine : IMAPISync { HRESULT Take([in] MAPISIB *block, [in] struct MAPISIB *same); }";
    let (schema, said) = compile(&[("mine.idl", idl), ("mapi.winmd", &bytes)]);
    assert_eq!(said, "");
    let mine = schema.find("IMine").unwrap();
    assert_eq!(schema.first_slot(mine), 4);
    let DefinitionKind::Constant(twice) = &schema[schema.find("TWICE").unwrap()].kind else {
        panic!("a constant");
    };
    assert_eq!(twice.value, ConstantValue::Integer(0x100));
}

#[test]
fn a_type_of_both_must_be_the_same() {
    let bytes = published(&from_idl(&["mapisync.idl"]));
    let idl = b"typedef struct { unsigned long only; } MAPISIB;";
    let (_, said) = compile(&[("mine.idl", idl), ("mapi.winmd", &bytes)]);
    expect_test::expect![[r#"
        error[E0302]: `MAPISIB` is defined a second time, and differently
         --> mine.idl:1:9
          |
        1 | typedef struct { unsigned long only; } MAPISIB;
          |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          |
         ::: mapi.winmd:1:1
          |
        1 |
          | - first defined here

    "#]]
    .assert_eq(&said);
}

/// A winmd that a closure writes.
fn written(write: impl FnOnce(&mut File)) -> Vec<u8> {
    let mut file = File::new("Test");
    write(&mut file);
    file.into_stream()
}

fn value_type(file: &mut File, name: &str) -> windows_metadata::writer::TypeDef {
    let base = TypeDefOrRef::TypeRef(file.TypeRef("System", "ValueType"));
    let flags = TypeAttributes::Public | TypeAttributes::SequentialLayout;
    file.TypeDef("Test", name, base, flags)
}

#[test]
fn what_another_winmd_defines_is_found_there() {
    let outer = written(|file| {
        value_type(file, "OUTER");
        let inner = Type::value_named("Other", "INNER");
        file.Field("inner", &inner, FieldAttributes::Public);
        let window = Type::value_named("Windows.Win32.UI", "HWND");
        file.Field("window", &window, FieldAttributes::Public);
    });
    let (_, said) = compile(&[("outer.winmd", &outer)]);
    expect_test::expect![[r#"
        error[E0301]: unknown type `Other.INNER`, which `OUTER` names
         --> outer.winmd:1:1
          |
        1 |
          | ^
          |
          = help: give the metadata that defines it as well

    "#]]
    .assert_eq(&said);
    let inner = written(|file| {
        let base = TypeDefOrRef::TypeRef(file.TypeRef("System", "ValueType"));
        let flags = TypeAttributes::Public | TypeAttributes::SequentialLayout;
        file.TypeDef("Other", "INNER", base, flags);
        file.Field("number", &Type::U64, FieldAttributes::Public);
    });
    let (schema, said) = compile(&[("outer.winmd", &outer), ("inner.winmd", &inner)]);
    assert_eq!(said, "");
    assert!(schema[schema.find("INNER").unwrap()].own);
    assert!(!schema[schema.find("HWND").unwrap()].own);
}

#[test]
fn what_c_has_no_word_for_is_left_out_and_said() {
    let bytes = written(|file| {
        value_type(file, "MANAGED");
        file.Field("text", &Type::String, FieldAttributes::Public);
    });
    let (schema, said) = compile(&[("managed.winmd", &bytes)]);
    assert!(!schema[schema.find("MANAGED").unwrap()].own);
    expect_test::expect![[r#"
        warning[W0115]: `MANAGED` is left out: there is no word for it in C
         --> managed.winmd:1:1
          |
        1 |
          | ^

    "#]]
    .assert_eq(&said);
}

#[test]
fn typedefs_and_structs_that_are_made_of_themselves_are_refused() {
    let typedef = |file: &mut File, name: &str, of: &str| {
        let definition = value_type(file, name);
        let class = file.TypeRef("Windows.Win32.Metadata", "NativeTypedefAttribute");
        let signature = windows_metadata::Signature {
            flags: windows_metadata::MethodCallAttributes::HASTHIS,
            return_type: Type::Void,
            types: Vec::new(),
        };
        let parent = windows_metadata::writer::MemberRefParent::TypeRef(class);
        let constructor = file.MemberRef(".ctor", &signature, parent);
        file.Attribute(
            windows_metadata::writer::HasAttribute::TypeDef(definition),
            windows_metadata::writer::AttributeType::MemberRef(constructor),
            &[],
        );
        let ty = Type::value_named("Test", of);
        file.Field("Value", &ty, FieldAttributes::Public);
    };
    let bytes = written(|file| {
        typedef(file, "A", "B");
        typedef(file, "B", "A");
        typedef(file, "C", "C");
    });
    let (_, said) = compile(&[("cycle.winmd", &bytes)]);
    assert_eq!(said.matches("error[E0312]").count(), 2, "{said}");
    let deep = written(|file| {
        for at in 0..100 {
            typedef(file, &format!("T{at}"), &format!("T{}", at + 1));
        }
        value_type(file, "T100");
    });
    let (_, said) = compile(&[("deep.winmd", &deep)]);
    assert!(
        said.starts_with("error[E0205]: `T51` is made of too many other typedefs"),
        "{said}"
    );
    let bytes = written(|file| {
        value_type(file, "HELD");
        let ty = Type::value_named("Test", "HELD");
        file.Field("itself", &ty, FieldAttributes::Public);
    });
    let (_, said) = compile(&[("held.winmd", &bytes)]);
    assert!(
        said.starts_with("error[E0304]: `HELD` holds itself"),
        "{said}"
    );
}

#[test]
fn metadata_of_the_windows_runtime_is_refused() {
    let bytes = written(|file| {
        let flags = TypeAttributes::Interface | TypeAttributes::WindowsRuntime;
        file.TypeDef("Test", "IRuntime", TypeDefOrRef::default(), flags);
    });
    let (_, said) = compile(&[("runtime.winmd", &bytes)]);
    expect_test::expect![[r#"
        error[E0114]: `runtime.winmd` is no Windows metadata that can be read
         --> runtime.winmd:1:1
          |
        1 |
          | ^ it describes the Windows Runtime, not classic COM

    "#]]
    .assert_eq(&said);
}

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
