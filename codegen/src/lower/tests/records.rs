//! Structs and unions.

use super::dumped;
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
          SHAPE_u u
        Struct BARE tag=-
          short kind
          BARE_tagged_union tagged_union
        Union SHAPE_u tag=-
          long radius
          SHAPE_u_box box
        Struct SHAPE_u_box tag=-
          long w
          long h
        Union BARE_tagged_union tag=-
          long a
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
        Union C_value tag=-
          long a
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
