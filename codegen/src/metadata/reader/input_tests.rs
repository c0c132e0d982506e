//! Winmd files as inputs, alone and beside IDL files.

use crate::Builder;
use crate::metadata::{self, Faithfulness};
use crate::schema::sample::{Sample, from_idl};
use crate::schema::{self, ConstantValue, DefinitionKind, Schema, Target};
use crate::source::Memory;
use std::path::PathBuf;
use windows_metadata::writer::{File, TypeDefOrRef};
use windows_metadata::{FieldAttributes, Type, TypeAttributes};

pub(super) fn published(schema: &Schema) -> Vec<u8> {
    metadata::write(schema, "Test", Faithfulness::Published).unwrap()
}

/// Compiles files of these names, all of them inputs but for those named `lib…`.
pub(super) fn compile(files: &[(&str, &[u8])]) -> (Schema, String) {
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
fn metadata_may_define_nothing() {
    let bytes = published(&Schema::new());
    let (schema, said) = compile(&[("empty.winmd", &bytes)]);
    assert_eq!(said, "");
    assert_eq!(schema.iter().count(), 0);
}

#[test]
fn what_idl_hides_from_c_gives_way() {
    let bytes = published(&from_idl(&["mapisync.idl"]));
    for quoted in ["#if 0", "#ifndef MAPISIB_DEFINED"] {
        let idl = format!(
            "cpp_quote(\"{quoted}\") typedef struct {{ unsigned long only; }} MAPISIB; cpp_quote(\"#endif\") \
             typedef MAPISIB TWO[2];"
        );
        let (schema, said) = compile(&[("mine.idl", idl.as_bytes()), ("mapi.winmd", &bytes)]);
        assert_eq!(said, "");
        let size = |name| {
            let ty = schema::Type::Named(schema.find(name).unwrap());
            schema.layout(&ty, Target::X64).unwrap().size
        };
        assert_eq!(size("TWO"), 2 * size("MAPISIB"));
        assert!(size("MAPISIB") > 4);
    }
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
pub(super) fn written(write: impl FnOnce(&mut File)) -> Vec<u8> {
    let mut file = File::new("Test");
    write(&mut file);
    file.into_stream()
}

pub(super) fn value_type(file: &mut File, name: &str) -> windows_metadata::writer::TypeDef {
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
