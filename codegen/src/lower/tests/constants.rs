//! Constants: in the IDL, in enumerations, in quoted C.

use super::{dumped, schema};
use crate::schema::{ConstantValue, DefinitionKind};
use expect_test::expect;

#[test]
fn constants_are_evaluated_with_the_rules_of_c() {
    expect![[r#"
        const unsigned long A = Integer(2147483648)
        const long B = Integer(-2147483648)
        const long C = Integer(1)
        const long D = Integer(-5)
        const hyper E = Integer(4294967296)
        const double F = Float(0.5)
        const const char * G = String("ab")
        const const wchar_t * H = WideString("c")
        const byte I = Integer(120)
        const long J = Integer(20)
    "#]]
    .assert_eq(&dumped(
        r##"
        const unsigned long A = 0x80000000;
        const long B = 0x80000000;
        const long C = B < 0 ? 1 : 2;
        const long D = ~(1 << 2);
        const hyper E = 0x100000000;
        const double F = 1.0 / 2;
        const char *G = "a" "b";
        const wchar_t *H = L"c";
        const unsigned char I = 'x';
        const long J = sizeof(long) * 5;
        "##,
    ));
}

#[test]
fn enumerators_count_on_from_the_one_before() {
    expect![[r#"
        enum COLOR tag=_COLOR
          RED = 0
          GREEN = 5
          BLUE = 6
          LAST = 6
          HIGH = -2147483648
          NEXT = -2147483647
        enum MASK tag=- flags
          ALL = 8
        const long LOOSE = Integer(6)
    "#]]
    .assert_eq(&dumped(
        "
        typedef enum _COLOR { RED, GREEN = 5, BLUE, LAST = BLUE, HIGH = 0x80000000, NEXT } COLOR;
        typedef [flags] enum { ALL = 1 << 3 } MASK;
        enum { LOOSE = BLUE };
        ",
    ));
}

#[test]
fn quoted_macros_that_have_a_value_are_constants() {
    expect![[r#"
        const long LIMIT = Integer(16)
        const HRESULT E_LOST = Integer(-2147220991)
        const HRESULT E_GONE = Integer(-2147220990)
        const const wchar_t * CLASS_NAME = WideString("Store")
        const long LIMIT2 = Integer(32)
    "#]]
    .assert_eq(&dumped(
        r##"
        import "unknwn.idl";
        cpp_quote("#define LIMIT (1 << 4) /* items */")
        cpp_quote("#define E_LOST MAKE_HRESULT(1, 4, 0x201)")
        cpp_quote("#define E_GONE ((HRESULT)0x80040202L)")
        cpp_quote("#define CLASS_NAME L\"Store\"")
        cpp_quote("#define LIMIT2 LIMIT * 2")
        cpp_quote("#define CALL(x) DoCall(x)")
        cpp_quote("#define OTHER SomethingElse")
        cpp_quote("#define GUARD")
        cpp_quote("#ifdef UNICODE")
        "##,
    ));
}

#[test]
fn what_stands_behind_a_number_is_its_type() {
    expect![[r#"
        alias short VARIANT_BOOL
        const unsigned hyper FLAG = Integer(8589934592)
        const hyper ONE = Integer(1)
        const long SHORT_ONE = Integer(2)
        const float HALF = Float(0.5)
        const float LESS = Float(-1.5)
        const double MORE = Float(2.0)
        const VARIANT_BOOL TRULY = Integer(-1)
        const unsigned hyper EVERY = Integer(18446744073709551615)
        const long TAG = Integer(1685217608)
        const float NARROWED = Float(0.1)
        const hyper BIT = Integer(1099511627776)
    "#]]
    .assert_eq(&dumped(
        r##"
        import "unknwn.idl";
        typedef short VARIANT_BOOL;
        cpp_quote("#define FLAG (1ui64 << 33)")
        cpp_quote("#define ONE 1LL")
        cpp_quote("#define SHORT_ONE (1L << 33)")
        cpp_quote("#define HALF 0.5f")
        cpp_quote("#define LESS (-0.5F * 3)")
        cpp_quote("#define MORE (0.5f + 1.5)")
        cpp_quote("#define TRULY ((VARIANT_BOOL)-1)")
        cpp_quote("#define EVERY ((DWORD_PTR)-1)")
        cpp_quote("#define TAG 'draH'")
        cpp_quote("#define TOO_LONG 'draHt'")
        const float NARROWED = 0.1;
        const hyper BIT = 1i64 << 40;
        "##,
    ));
}

#[test]
fn a_constant_of_some_machines_is_none() {
    expect![[r#"
        const long FOR_ALL = Integer(3)
        const long BEHIND = Integer(4)
    "#]]
    .assert_eq(&dumped(
        r##"
        cpp_quote("#ifdef _WIN64")
        cpp_quote("#define WIDTH 8")
        cpp_quote("#else")
        cpp_quote("#define WIDTH 4")
        cpp_quote("#endif")
        cpp_quote("#if 0")
        cpp_quote("#define NEVER 1")
        cpp_quote("#endif")
        cpp_quote("#ifdef _WIN32")
        cpp_quote("#define FOR_ALL 3")
        cpp_quote("#endif")
        cpp_quote("#define BEHIND 4")
        "##,
    ));
}

#[test]
fn quoted_guids_are_constants() {
    let schema = schema(
        r#"
        import "unknwn.idl";
        cpp_quote("DEFINE_GUID(CLSID_Store, 0x49c47ce4, 0x9ba4, 0x11d0, 0x82, 0x12, 0x00, 0xc0, 0x4f, 0xc3, 0x2c, 0x45);")
        "#,
    );
    let id = schema.find("CLSID_Store").unwrap();
    let DefinitionKind::Constant(constant) = &schema[id].kind else {
        panic!("{:?}", schema[id]);
    };
    let guid = "49c47ce4-9ba4-11d0-8212-00c04fc32c45".parse().unwrap();
    assert_eq!(constant.value, ConstantValue::Guid(guid));
}

#[test]
fn a_constant_replaces_what_is_quoted_for_c() {
    expect![[r#"
        const unsigned long SLOTS = Integer(32)
        const long TWICE = Integer(64)
    "#]]
    .assert_eq(&dumped(
        r##"
        cpp_quote("#define SLOTS 16")
        const unsigned long SLOTS = 32;
        const long TWICE = SLOTS * 2;
        "##,
    ));
}

#[test]
fn guids_are_declared() {
    let schema = schema(
        "import \"unknwn.idl\"; declare_guid(CLSID_Store, 5024A386-2d44-486a-81a8-8f0ecb6071dd);",
    );
    let id = schema.find("CLSID_Store").expect("it is defined");
    let DefinitionKind::Constant(constant) = &schema[id].kind else {
        panic!("{:?}", schema[id].kind);
    };
    let guid = "5024a386-2d44-486a-81a8-8f0ecb6071dd"
        .parse()
        .expect("a GUID");
    assert_eq!(constant.value, ConstantValue::Guid(guid));
}
