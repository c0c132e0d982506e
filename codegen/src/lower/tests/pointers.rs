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
        }
        "##,
    ));
}
