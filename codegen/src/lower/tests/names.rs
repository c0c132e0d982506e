//! Tags, typedefs, and definitions of one name in several places.

use super::{dump, dumped, lower_files};
use crate::schema::{DefinitionKind, Primitive, Target, Type, WellKnown};
use expect_test::expect;

#[test]
fn a_typedef_gives_its_name_to_the_struct() {
    expect![[r#"
        Struct S tag=_S
          long a
        alias S *LPS
        alias S T
        Struct LATER tag=_LATER
          LATER *next [nullable]
        Struct TAGGED tag=-
          S *s [nullable]
        Struct UNTAGGED tag=-
          long x
        alias UNTAGGED *PUNTAGGED
        Struct PONLY_Target tag=-
          long y
        alias PONLY_Target *PONLY
        Struct _UNKNOWN tag=- forward
        alias _UNKNOWN *PUNKNOWN
    "#]]
    .assert_eq(&dumped(
        "
        typedef struct _S { long a; } S, *LPS, T;
        typedef struct _LATER LATER;
        struct _LATER { LATER *next; };
        struct TAGGED { struct _S *s; };
        typedef struct { long x; } UNTAGGED, *PUNTAGGED;
        typedef struct { long y; } *PONLY;
        typedef struct _UNKNOWN *PUNKNOWN;
        ",
    ));
}

#[test]
fn a_type_may_be_used_before_it_is_defined() {
    expect![[r#"
        interface ILate : IUnknown
        alias ILate *PLATE
        interface IEarly : IUnknown
          HRESULT Take(in ILate *late, in COUNT count)
        alias long COUNT
    "#]]
    .assert_eq(&dumped(
        r##"
        import "unknwn.idl";
        interface ILate;
        typedef ILate *PLATE;
        [object, uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd)]
        interface IEarly : IUnknown { HRESULT Take([in] ILate *late, [in] COUNT count); }
        [object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071dd)]
        interface ILate : IUnknown { typedef long COUNT; }
        typedef interface ILate ILate;
        "##,
    ));
}

#[test]
fn the_same_definition_in_two_files_is_one() {
    let (schema, said) = lower_files(&[
        (
            "main.idl",
            "import \"a.idl\"; import \"b.idl\"; typedef long COUNT; typedef struct _P { COUNT x; } P; \
             typedef HKL KEYBOARD;",
        ),
        (
            "a.idl",
            "typedef long COUNT; typedef struct _P { long x; } P; typedef void *HKL;",
        ),
        ("b.idl", "typedef unsigned __int3264 HKL;"),
    ]);
    assert_eq!(said, "");
    expect![[r#"
        alias long COUNT
        Struct P tag=_P
          COUNT x
        alias HKL KEYBOARD
    "#]]
    .assert_eq(&dump::own(&schema));
    assert_eq!(schema.iter().count(), 4);
}

#[test]
fn what_stands_in_for_the_type_of_a_header_gives_way_to_it() {
    let run = |quoted: &str, theirs: &str| {
        let text = format!(
            "import \"a.h\"; cpp_quote(\"{quoted}\") typedef short KEY; cpp_quote(\"#endif\") \
             typedef KEY KEYS[2];"
        );
        let (schema, said) = lower_files(&[
            ("main.idl", &text),
            ("a.h", &format!("typedef {theirs} KEY;")),
        ]);
        let keys = Type::Named(schema.find("KEYS").expect("it is defined"));
        let layout = schema.layout(&keys, Target::X64).expect("it is whole");
        assert_eq!(layout.size, 16);
        said
    };
    let theirs = ["struct { long a; long b; }", "void *"];
    for quoted in ["#ifndef KEY_DEFINED", "# if 0 /* for MIDL */"] {
        for theirs in theirs {
            assert_eq!(run(quoted, theirs), "");
        }
    }
    for quoted in [
        "#if VERSION > 5",
        "#ifdef KEY_DEFINED",
        "#define KEY_DEFINED",
    ] {
        for theirs in theirs {
            let said = run(quoted, theirs);
            assert!(said.contains("defined a second time"), "{said}");
        }
    }
}

#[test]
fn one_unknown_name_is_one_message() {
    let (_, said) = lower_files(&[(
        "main.idl",
        "typedef DWROD A; typedef DWROD *B; typedef struct { DWROD c; } C; const DWROD D = 1;",
    )]);
    assert_eq!(said.matches("error").count(), 1, "{said}");
}

#[test]
fn an_interface_may_be_named_as_the_struct_that_it_is_in_c() {
    let (schema, said) = lower_files(&[
        ("main.idl", "import \"a.h\"; import \"b.idl\"; typedef S T;"),
        ("a.h", "typedef struct { struct IFoo *foo; } S;"),
        (
            "b.idl",
            "import \"unknwn.idl\"; [object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071dd)] \
             interface IFoo : IUnknown { HRESULT Take([in] struct IFoo *foo); }",
        ),
    ]);
    assert_eq!(said, "");
    assert_eq!(schema.names().filter(|name| *name == "IFoo").count(), 1);
}

#[test]
fn an_integer_of_one_machine_gives_way_to_one_for_all() {
    for (own, imported) in [("long", "__int3264"), ("__int3264", "hyper")] {
        let (schema, said) = lower_files(&[
            (
                "main.idl",
                &format!("import \"a.idl\"; typedef unsigned {own} SIZE; typedef SIZE LENGTH;"),
            ),
            ("a.idl", &format!("typedef unsigned {imported} SIZE;")),
        ]);
        assert_eq!(said, "");
        let size = schema.find("SIZE").expect("it is defined");
        let DefinitionKind::Alias(alias) = &schema[size].kind else {
            panic!("{:?}", schema[size].kind);
        };
        assert_eq!(alias.ty, Type::Primitive(Primitive::USize));
    }
    let (_, said) = lower_files(&[
        ("main.idl", "import \"a.idl\"; typedef long SIZE;"),
        ("a.idl", "typedef unsigned __int3264 SIZE;"),
    ]);
    assert!(said.contains("defined a second time"), "{said}");
}

#[test]
fn the_truth_of_mingw_is_a_bool() {
    let (schema, said) = lower_files(&[("main.idl", "typedef WINBOOL TRUTH;")]);
    assert_eq!(said, "");
    let truth = Type::Named(schema.find("TRUTH").expect("it is defined"));
    assert_eq!(schema.well_known(&truth), Some(WellKnown::Bool));
    let (_, said) = lower_files(&[(
        "main.idl",
        "typedef struct { long l; } WINBOOL; typedef WINBOOL T;",
    )]);
    assert_eq!(said, "");
}

#[test]
fn automation_is_imported_with_its_type_library() {
    let (_, said) = lower_files(&[(
        "main.idl",
        "library L { importlib(\"stdole2.tlb\"); typedef LPCWSTR NAME; }",
    )]);
    assert_eq!(said, "");
}

#[test]
fn one_unknown_constant_is_one_message() {
    let (_, said) = lower_files(&[(
        "main.idl",
        "enum A { A1 = NONE, A2 = NONE + 1 }; const long B = NONE;",
    )]);
    assert_eq!(said.matches("error").count(), 1, "{said}");
}

#[test]
fn another_case_is_a_slip_in_the_users_files_alone() {
    let own = "typedef struct Sheet { long rows; } Sheet; typedef SHEET *P;";
    let (_, said) = lower_files(&[("main.idl", own)]);
    assert!(said.contains("`SHEET` is taken for `Sheet`"), "{said}");
    for also in ["", "typedef Sheet *Q;"] {
        let (_, said) = lower_files(&[
            (
                "main.idl",
                &format!("import \"a.idl\"; {also} typedef SHEET *P;"),
            ),
            ("a.idl", "typedef struct Sheet { long rows; } Sheet;"),
        ]);
        assert!(said.contains("unknown type `SHEET`"), "{said}");
        assert!(said.contains("a similar name is `Sheet`"), "{said}");
    }
}

#[test]
fn a_class_may_name_an_interface_in_another_case() {
    let class = |member: &str, also: &str| {
        let text = format!("import \"a.idl\"; {also} coclass C {{ interface {member}; }}");
        let imported = "[object, uuid(00000000-0000-0000-0000-000000000001)] interface ISheet { }";
        lower_files(&[("main.idl", &text), ("a.idl", imported)]).1
    };
    assert_eq!(class("ISheet", ""), "");
    let said = class("ISHEET", "");
    assert!(said.contains("`ISHEET` is taken for `ISheet`"), "{said}");
    let said = class(
        "ISHEET",
        "[object, uuid(00000000-0000-0000-0000-000000000002)] interface Isheet { }",
    );
    assert!(said.contains("`ISHEET` is taken for `Isheet`"), "{said}");
}

#[test]
fn a_class_names_what_somebody_may_know() {
    let (_, said) = lower_files(&[("main.idl", "coclass C { interface IStrange; }")]);
    assert!(said.contains("unknown type `IStrange`"), "{said}");
    let library = "library L { importlib(\"msado15.tlb\"); coclass C { interface IStrange; } }";
    assert_eq!(lower_files(&[("main.idl", library)]).1, "");
}

#[test]
fn a_typedef_may_say_of_a_basic_type_what_it_is() {
    expect![[r#"
        alias wchar_t *TEXT
        alias error_status_t STATUS
        alias byte *FILE_HANDLE
    "#]]
    .assert_eq(&dumped(
        "typedef unsigned short wchar_t; typedef unsigned long error_status_t; \
         typedef unsigned char boolean; typedef unsigned char byte; \
         typedef wchar_t *TEXT; typedef error_status_t STATUS; \
         typedef [system_handle(sh_file)] byte *FILE_HANDLE;",
    ));
    let (_, said) = lower_files(&[("main.idl", "typedef unsigned long wchar_t;")]);
    assert!(said.contains("is not a type"), "{said}");
}
