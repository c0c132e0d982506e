//! What attributes and MIDL's defaults say of pointers.

use super::dumped;
use expect_test::expect;

#[test]
fn pointers_that_say_nothing_follow_their_place() {
    expect![[r#"
        alias IUnknown *LPUNK [nullable]
        Struct OUTSIDE tag=_OUTSIDE
          long *a [nullable]
          long *b
          LPUNK c [nullable]
          long d[2]
        interface IPointers : IUnknown
          HRESULT Take(in long *a, in long *b [nullable], in LPUNK c [nullable], in LPUNK d, in LPOLESTR e [string], in const WCHAR *f [string], in long *g, in REFIID h, in INSIDE *p8)
        Struct INSIDE tag=_INSIDE
          long *a
          long *b [nullable]
          long *c [nullable; full]
    "#]].assert_eq(&dumped(
        r##"
        import "unknwn.idl";
        typedef [unique] IUnknown *LPUNK;
        typedef struct _OUTSIDE { long *a; [ref] long *b; LPUNK c; long d[2]; } OUTSIDE;
        [object, uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd), pointer_default(ref)]
        interface IPointers : IUnknown
        {
            typedef struct _INSIDE { long *a; [unique] long *b; [ptr] long *c; } INSIDE;
            HRESULT Take([in] long *a, [in, unique] long *b, [in] LPUNK c, [in, ref] LPUNK d,
                [in] LPOLESTR e, [in, string] const WCHAR *f, long *g, [in] REFIID h, [in] INSIDE *);
        }
        "##,
    ));
}

#[test]
fn sizes_speak_of_neighbours() {
    expect![[r#"
        interface ISizes : IUnknown
          HRESULT A(in BYTE *data [size n], in ULONG n)
          HRESULT B(in ULONG n, out BYTE *data [size Add(Multiply(n, 2), 1); length *got], out ULONG *got)
          HRESULT C(in BYTE data[] [size Add(last, 1)], in ULONG last)
          HRESULT D(out BYTE **data [size -, *n], out ULONG *n)
          HRESULT E(in BYTE *data [size 8; length Subtract(Add(to, 1), from)], in ULONG from, in ULONG to)
          HRESULT F(in REFIID iid, out void **object [iid iid])
          HRESULT G(in const BYTE data[] [size n ? n : 1], in ULONG n)
          HRESULT H(out BYTE **data [size -, Add(*n, 1)], out ULONG *n)
        const ULONG LIMIT = Integer(8)
    "#]].assert_eq(&dumped(
        r##"
        import "unknwn.idl";
        const ULONG LIMIT = 8;
        [object, uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd)]
        interface ISizes : IUnknown
        {
            HRESULT A([in, size_is(n)] BYTE *data, [in] ULONG n);
            HRESULT B([in] ULONG n, [out, size_is(n * 2 + 1), length_is(*got)] BYTE *data, [out] ULONG *got);
            HRESULT C([in, max_is(last)] BYTE data[], [in] ULONG last);
            HRESULT D([out, size_is(, *n)] BYTE **data, [out] ULONG *n);
            HRESULT E([in, size_is(LIMIT), first_is(from), last_is(to)] BYTE *data, [in] ULONG from, [in] ULONG to);
            HRESULT F([in] REFIID iid, [out, iid_is(iid)] void **object);
            HRESULT G([in, size_is((ULONG)n ? n : 1)] const BYTE data[], [in] ULONG n);
            HRESULT H([out, size_is(, (ULONG)*n + 1)] BYTE **data, [out] ULONG *n);
        }
        "##,
    ));
}

#[test]
fn only_methods_and_what_a_dll_exports_have_the_convention_of_com() {
    expect![[r#"
        alias void (*PLAIN)(long a)
        alias void (__stdcall *STANDARD)(long a)
        alias void (*VARIADIC)(long a)
        alias void (*DOTS)(long a, ...)
        interface ICall : IUnknown
          HRESULT Call(in void (__stdcall *callback)(long a), in PLAIN plain, in void (*third)(void))
          HRESULT Dots(in long a, ...) C
        alias void (*INSIDE)(long a)
        function long Plain(in void (*callback)(void)) dll=None entry=None C
        function long Standard() dll=None entry=None System
        function long Exported() dll=Some("foo.dll") entry=Some("Exported") System
        function long WithDots(...) dll=Some("foo.dll") entry=None C
    "#]].assert_eq(&dumped(
        r##"
        import "unknwn.idl";
        typedef void (*PLAIN)(long a);
        typedef void (__stdcall *STANDARD)(long a);
        typedef void (WINAPIV *VARIADIC)(long a);
        typedef void (__stdcall *DOTS)(long a, ...);
        long Plain(void (*callback)());
        long __stdcall Standard();
        [object, uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd)]
        interface ICall : IUnknown
        {
            typedef void (*INSIDE)(long a);
            HRESULT Call([in] void (*callback)(long a), [in] PLAIN plain, [in] void (__cdecl *third)());
            HRESULT Dots(long a, ...);
        }
        [dllname("foo.dll")] module Foo { [entry("Exported")] long Exported(); long WithDots(...); }
        "##,
    ));
}

#[test]
fn a_typedef_of_a_function_needs_a_star() {
    expect![[r#"
        alias long (*FUNCTION)(long a)
        alias FUNCTION OTHER
        alias FUNCTION POINTER
        Struct CALLBACKS tag=-
          FUNCTION one [nullable]
          OTHER *two [nullable]
          POINTER three [nullable]
        function long Call(in OTHER function, in OTHER decayed) dll=None entry=None C
    "#]]
    .assert_eq(&dumped(
        r##"
        typedef long FUNCTION(long a);
        typedef FUNCTION OTHER, *POINTER;
        typedef struct CALLBACKS { FUNCTION *one; OTHER **two; POINTER three; } CALLBACKS;
        long Call(OTHER *function, OTHER decayed);
        "##,
    ));
}
