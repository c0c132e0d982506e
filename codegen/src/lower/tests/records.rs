//! Structs and unions.

use super::{dumped, lower_files};
use expect_test::expect;

#[test]
fn unnamed_members_become_definitions() {
    expect![[r#"
        Struct V tag=_V
          short vt
          V_Anonymous Anonymous
          V_u u
          V_Anonymous2 Anonymous2
          V *next [nullable]
          V *previous [nullable]
        Union V_Anonymous tag=-
          long l
          V_Anonymous_Anonymous Anonymous
        Struct V_Anonymous_Anonymous tag=-
          short lo
          short hi
        Union V_u tag=-
          char c
        Struct V_Anonymous2 tag=-
          long y
    "#]]
    .assert_eq(&dumped(
        "
        typedef struct _V
        {
            short vt;
            union { long l; struct { short lo, hi; }; };
            union { char c; } u;
            struct { long y; };
            struct _V *next, *previous;
        } V;
        ",
    ));
}

#[test]
fn an_encapsulated_union_is_a_struct_with_its_tag() {
    expect![[r#"
        Struct SHAPE tag=_SHAPE
          long kind
          SHAPE_u u [switch @0]
        Struct BARE tag=-
          short kind
          BARE_tagged_union tagged_union [switch @0]
        Union SHAPE_u tag=- switch long nothing: default
          long radius case 1
          SHAPE_u_box box case 2 case 3
        Struct SHAPE_u_box tag=-
          long w
          long h
        Union BARE_tagged_union tag=- switch short
          long a case 0
    "#]]
    .assert_eq(&dumped(
        "
        typedef union _SHAPE switch (long kind) u
        {
            case 1: long radius;
            case 2: case 3: struct { long w; long h; } box;
            default: ;
        } SHAPE;
        typedef union switch (short kind) { case 0: long a; } BARE;
        ",
    ));
}

#[test]
fn arrays_bits_and_packing() {
    expect![[r#"
        Struct A tag=_A pack=1
          unsigned long low : 4
          unsigned long : 0
          char name[4]
          long grid[2][3]
          long *list[3]
        Struct B tag=_B pack=2
          long count
          long items[] [size @0]
        Struct C tag=_C
          C_value value [switch @1]
          long k
        alias long VECTOR[3]
        alias long (__stdcall *COMPARE)(const void *a, const void *b)
        alias const A *const *PPA
        const long N = Integer(3)
        Union C_value tag=- nothing: default
          long a case 1
    "#]].assert_eq(&dumped(
        r##"
        const long N = 3;
        #pragma pack(push, 1)
        typedef struct _A
        {
            unsigned long low : 4;
            unsigned long : 0;
            char name[N + 1];
            long grid[2][3];
            long *list[N];
        } A;
        #pragma pack(pop)
        cpp_quote("#include <pshpack2.h>")
        typedef struct _B { long count; [size_is(count)] long items[]; } B;
        cpp_quote("#include <poppack.h>")
        typedef struct _C { [switch_is(k)] union { [case(1)] long a; [default] ; } value; long k; } C;
        typedef long VECTOR[N];
        typedef long (__stdcall *COMPARE)(const void *a, const void *b);
        typedef const A *const *PPA;
        "##,
    ));
}

#[test]
fn quoted_c_packs_for_one_machine() {
    expect![[r#"
        Struct ROW tag=- pack=Some(1)/None
          short kind
          ROW_value value
        Union CELL tag=- pack=Some(1)/None
          char *text [nullable]
        Struct TABLE tag=-
          ROW last
        Union ROW_value tag=- pack=Some(1)/None
          hyper number
          void *data [nullable]
    "#]]
    .assert_eq(&dumped(
        r##"
        cpp_quote("#if !defined(_WIN64)")
        cpp_quote("#include <pshpack1.h>")
        cpp_quote("#endif")
        typedef struct { short kind; union { hyper number; void *data; } value; } ROW;
        typedef union { char *text; } CELL;
        cpp_quote("#ifndef _WIN64")
        cpp_quote("#include <poppack.h>")
        cpp_quote("#endif")
        typedef struct { ROW last; } TABLE;
        "##,
    ));
}

#[test]
fn where_x64_and_arm64_differ_is_said_where_it_counts() {
    let packed = |ty: &str| {
        let text = format!(
            "cpp_quote(\"#ifdef _M_AMD64\")\ncpp_quote(\"#include <pshpack4.h>\")\n\
             cpp_quote(\"#endif\")\ntypedef struct {{ {ty} value; }} ROW;"
        );
        lower_files(&[("main.idl", &text)]).1
    };
    assert_eq!(packed("long"), "");
    let said = packed("hyper");
    assert!(
        said.starts_with("warning[W0313]: `ROW` is packed"),
        "{said}"
    );
}

#[test]
fn the_members_of_unions_are_selected_by_numbers() {
    expect![[r#"
        enum KIND tag=-
          FIRST = 0
          SECOND = 1
        Union VALUE tag=- switch unsigned short nothing: case 2
          long number case 1 case 3
          char letter case 9 default
        Struct CHOICE tag=-
          KIND kind
          CHOICE_chosen chosen [switch @0]
        alias long DIGIT [0 to 9]
        Struct HOLDER tag=-
          long sign [-1 to 1]
          DIGIT digit [0 to 9]
          HOLDER_value value [switch @0]
        const long LAST = Integer(9)
        Union CHOICE_chosen tag=- switch KIND nothing: default
          long number case 0 case 1
        Union HOLDER_value tag=- nothing: default
          long a case 0
        function void Send(in handle_t binding, in unsigned long n [1 to 4294967295], in DIGIT d [0 to 9]) dll=None entry=None C
    "#]].assert_eq(&dumped(
        r##"
        const long LAST = 9;
        typedef enum { FIRST, SECOND } KIND;
        typedef [switch_type(unsigned short)] union
        {
            [case(1, 3)] long number;
            [case(LAST), default] char letter;
            [case(2)] ;
        } VALUE;
        typedef union CHOICE switch (KIND kind) chosen
        {
            case FIRST: case SECOND: long number;
            default: ;
        } CHOICE;
        typedef [range(0, LAST)] long DIGIT;
        typedef struct
        {
            [range(-1, 1)] long sign;
            DIGIT digit;
            [switch_is(sign)] union { [case(0)] long a; [default] ; } value;
        } HOLDER;
        [uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd), version(1.0)]
        interface IRemote { void Send([in] handle_t binding, [in, range(1, 0xffffffff)] unsigned long n, [in] DIGIT d); }
        "##,
    ));
}
