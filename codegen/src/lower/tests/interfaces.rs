//! Interfaces, dispinterfaces, classes and modules.

use super::dumped;
use expect_test::expect;

#[test]
fn the_wire_form_of_a_method_has_no_slot() {
    expect![[r#"
        interface IEnum : IUnknown
          HRESULT Next(in ULONG n, out long *items, out ULONG *got)
          HRESULT Count(out retval long *count)
          HRESULT Count(in optional long count)
          long * Raw() C
    "#]]
    .assert_eq(&dumped(
        r##"
        import "unknwn.idl";
        [object, uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd)]
        interface IEnum : IUnknown
        {
            [local] HRESULT Next([in] ULONG n, [out] long *items, [out] ULONG *got);
            [call_as(Next)] HRESULT RemoteNext([in] ULONG n,
                [out, size_is(n), length_is(*got)] long *items, [out] ULONG *got);
            [propget] HRESULT Count([out, retval] long *count);
            [propput] HRESULT Count([in, defaultvalue(1)] long count);
            long * __cdecl Raw(void);
        }
        "##,
    ));
}

#[test]
fn an_interface_of_rpc_holds_functions() {
    expect![[r#"
        alias long COUNT
        function void Ping(in handle_t binding, in COUNT n) dll=None entry=None C
    "#]]
    .assert_eq(&dumped(
        "
        [uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd), version(1.0)]
        interface IRemote { typedef long COUNT; void Ping([in] handle_t binding, [in] COUNT n); }
        ",
    ));
}

#[test]
fn a_library_holds_classes_and_modules() {
    expect![[r##"
        interface IUndefined : - forward
        dispinterface DEvents
          #1 PropertyGet long Size()
          #1 PropertyPut void Size(in long value)
          #2 PropertyGet long Age()
          #3 Plain void Changed(in long what)
        coclass Store
          IUndefined default=true source=false
          DEvents default=true source=true
        function HRESULT Open(in BSTR name) dll=Some("store.dll") entry=Some("OpenStore") C
        function void Close() dll=Some("store.dll") entry=Some("#12") System
        const long LIMIT = Integer(4)
    "##]]
    .assert_eq(&dumped(
        r##"
        import "unknwn.idl";
        interface IUndefined;
        [uuid(5024a380-2d44-486a-81a8-8f0ecb6071dd), version(1.0)]
        library Lib
        {
            importlib("stdole2.tlb");
            [uuid(5024a381-2d44-486a-81a8-8f0ecb6071dd)]
            dispinterface DEvents
            {
            properties:
                [id(1)] long Size;
                [id(2), readonly] long Age;
            methods:
                [id(3)] void Changed([in] long what);
            };
            [uuid(5024a382-2d44-486a-81a8-8f0ecb6071dd)]
            coclass Store
            {
                [default] interface IUndefined;
                [default, source] dispinterface DEvents;
            };
            [dllname("store.dll")]
            module Functions
            {
                [entry("OpenStore")] HRESULT __cdecl Open([in] BSTR name);
                [entry(12)] void Close();
                const long LIMIT = 4;
            };
        };
        "##,
    ));
}

#[test]
fn annotations_are_read() {
    expect![[r#"
        enum F tag=_F flags
          F_ONE = 1
        interface ISession : IUnknown opaque
        interface IStore : IUnknown
          HRESULT Done(in HANDLE event [nullable; transferred], in ULONG flags [flags])
          HRESULT Get(out BYTE **data [null on success; freed by MAPIFreeBuffer])
          HRESULT Other(in long a [5024a380-2d44-486a-81a8-8f0ecb6071dd: 7])
    "#]].assert_eq(&dumped(
        r##"
        import "unknwn.idl";
        #include "annotations.h"
        typedef enum _F { F_ONE = 1 } F;
        [object, OPAQUE, uuid(5024a384-2d44-486a-81a8-8f0ecb6071dd)]
        interface ISession : IUnknown { }
        [object, uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd)]
        interface IStore : IUnknown
        {
            HRESULT Done([in, unique, CALLEE_CLOSES] HANDLE event, [in, FLAGS_TYPE("F")] ULONG flags);
            HRESULT Get([out, NULL_ON_SUCCESS, ALLOCATOR("MAPIFreeBuffer")] BYTE **data);
            HRESULT Other([in, custom(5024a380-2d44-486a-81a8-8f0ecb6071dd, 7)] long a);
        }
        "##,
    ));
}

#[test]
fn a_typedef_of_void_says_that_there_are_no_parameters() {
    expect![[r#"
        alias void VOID
        interface I : IUnknown
          HRESULT None()
          HRESULT One(in VOID *p0)
    "#]]
    .assert_eq(&dumped(
        r##"
        import "unknwn.idl";
        typedef void VOID;
        [object, uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd), local]
        interface I : IUnknown { HRESULT None(VOID); HRESULT One(VOID *); }
        "##,
    ));
}
