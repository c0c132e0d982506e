//! `async_uuid`.

use super::{dumped, lower_files};
use expect_test::expect;

#[test]
fn each_method_is_begun_and_finished() {
    expect![[r#"
        interface AsyncIMore : AsyncIFirst
          HRESULT Begin_Rest()
          HRESULT Finish_Rest()
        interface IMore : IFirst
          HRESULT Rest()
        interface IFirst : IUnknown
          HRESULT Read(in ULONG count, out byte *data [size count; length *read], out ULONG *read)
          HRESULT Sort(in ULONG count, inout long *items [size count], out retval BOOL *sorted)
          HRESULT Grow(in ULONG *rows, inout ULONG *columns, inout long **cells [size *rows, Add(*columns, 1)])
          HRESULT Open(in REFIID riid, out void **object [iid riid])
          long Size(in long key)
        interface AsyncIFirst : IUnknown
          HRESULT Begin_Read(in ULONG count)
          HRESULT Finish_Read(out byte *data [size ?; length *read], out ULONG *read)
          HRESULT Begin_Sort(in ULONG count, inout long *items [size count])
          HRESULT Finish_Sort(inout long *items [size ?], out retval BOOL *sorted)
          HRESULT Begin_Grow(in ULONG *rows, inout ULONG *columns, inout long **cells [size *rows, Add(*columns, 1)])
          HRESULT Finish_Grow(inout ULONG *columns, inout long **cells [size ?, Add(*columns, 1)])
          HRESULT Begin_Open(in REFIID riid)
          HRESULT Finish_Open(out void **object [iid ?])
          long Begin_Size(in long key)
          long Finish_Size()
    "#]]
    .assert_eq(&dumped(
        r##"
        import "unknwn.idl";
        interface AsyncIMore;
        [object, uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd), async_uuid(5024a386-2d44-486a-81a8-8f0ecb6071dd)]
        interface IMore : IFirst { HRESULT Rest(); }
        [object, uuid(5024a387-2d44-486a-81a8-8f0ecb6071dd), async_uuid(5024a388-2d44-486a-81a8-8f0ecb6071dd)]
        interface IFirst : IUnknown
        {
            HRESULT Read([in] ULONG count, [out, size_is(count), length_is(*read)] byte *data, [out] ULONG *read);
            HRESULT Sort([in] ULONG count, [in, out, size_is(count)] long *items, [out, retval] BOOL *sorted);
            HRESULT Grow([in] ULONG *rows, [in, out] ULONG *columns,
                [in, out, size_is(*rows, *columns + 1)] long **cells);
            HRESULT Open([in] REFIID riid, [out, iid_is(riid)] void **object);
            [call_as(Open)] HRESULT RemoteOpen([out] long *other);
            [propget] long Size([in] long key);
        }
        "##,
    ));
}

#[test]
fn a_second_interface_has_an_iid_of_its_own() {
    let text = r#"
        import "unknwn.idl";
        [object, uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd), async_uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd)]
        interface IOne : IUnknown { }
    "#;
    let (_, said) = lower_files(&[("main.idl", text)]);
    assert!(
        said.starts_with("warning[W0406]: `AsyncIOne` has the UUID of `IOne`"),
        "{said}"
    );
}

#[test]
fn what_a_size_does_not_tell_is_unknown() {
    let text = r#"
        import "unknwn.idl";
        [object, uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd)]
        interface IOne : IUnknown { HRESULT Get([out] ULONG *n, [out, size_is(rows, *n)] long **cells); }
    "#;
    let (schema, said) = lower_files(&[("main.idl", text)]);
    assert!(said.starts_with("warning[W0407]"), "{said}");
    let found = super::dump::own(&schema);
    assert!(found.contains("[size ?, *n]"), "{found}");
}
