//! Structs, by a rule for each of their fields: `golden/records` holds an IDL file and the modules that are made of it.
//! The tests of `midl-runtime` compile them and call through every rule.

use crate::Builder;
use crate::source::Memory;
use expect_test::{expect, expect_file};

const IDL: &str = include_str!("../golden/records/records.idl");

fn generated() -> crate::Output {
    of(IDL)
}

fn of(idl: &str) -> crate::Output {
    let files = Memory([("records.idl".into(), idl.into())].into());
    let output = Builder::new().input("records.idl").rust_from(&files);
    output.map_err(|failure| failure.to_string()).unwrap()
}

#[test]
fn each_field_makes_what_the_golden_files_say() {
    let output = generated();
    let file = |path: &str| {
        let found = output
            .files
            .iter()
            .find(|file| file.path.to_str() == Some(path));
        String::from_utf8(found.unwrap().bytes.clone()).unwrap()
    };
    expect_file!["../golden/records/raw.rs"].assert_eq(&file("raw.rs"));
    expect_file!["../golden/records/client.rs"].assert_eq(&file("client.rs"));
    expect_file!["../golden/records/implement.rs"].assert_eq(&file("implement.rs"));
    expect_file!["../golden/records/records.rs"].assert_eq(&file("records.rs"));
}

#[test]
fn what_stays_raw_names_the_field() {
    let summary = generated().summary;
    let reasons = summary.raw.iter();
    let reasons: String = reasons
        .map(|(method, why)| format!("{method}: {why}\n"))
        .collect();
    expect![[r#"
        IRaw::Untyped: `p` is a struct that holds pointers, text or counted arrays: `UNTYPED::pv` is a pointer to anything
        IRaw::Blob: `p` is a struct that holds pointers, text or counted arrays: `BLOB::pv` is a pointer to anything
        IRaw::Holder: `p` is a struct that holds pointers, text or counted arrays: `UNTYPED::pv` is a pointer to anything
        IRaw::FewOrMany: `p` is a struct that holds pointers, text or counted arrays: `FEWORMANY::ppt` is a pointer that does not say whether it points to one or to many
        IRaw::Node: `p` is a struct that holds pointers, text or counted arrays: `NODE::pNext` is a struct that points to others of its kind
        IRaw::Bits: `p` is a struct that holds pointers, text or counted arrays: `BITS` is a struct of bit-fields and pointers
        IRaw::Sized: `p` is a struct that holds pointers, text or counted arrays: `SIZED::rgul` is an array whose length is no field by itself
        IRaw::Tail: `p` is a struct that holds pointers, text or counted arrays: `TAIL::rgul` is an array whose length is no field by itself
        IRaw::Chosen: `p` is a struct that holds pointers, text or counted arrays: `CHOICE` is a union that holds pointers
        IRaw::Tight: `p` is a struct that holds pointers, text or counted arrays: `TIGHT` is a packed struct
        IRaw::Changed: `p` is a struct that holds pointers, text or counted arrays
        IUnowned::Fixed: `p` is a struct that holds pointers, text or counted arrays: `FIXED::pszName` is a pointer into memory that stays the callee's
        IUnowned::Opened: `p` is a struct that holds pointers, text or counted arrays: `OPENED::hFile` is a handle of which nothing says who closes it
        IUnowned::Linked: `p` is a struct that holds pointers, text or counted arrays: `LINKED::ppt` is a pointer to memory of which nothing says who frees it
        IUnowned::Local: `p` is a pointer to memory of which nothing says who frees it
    "#]].assert_eq(&reasons);
}

#[test]
fn a_long_chain_is_not_followed_to_its_end() {
    let mut idl = String::from("import \"unknwn.idl\";\n");
    for at in 0..100 {
        let next = at + 1;
        idl += &format!("struct S{next}; struct S{at} {{ [unique] struct S{next} *next; }};\n");
    }
    idl += "struct S100 { IUnknown *punk; };
        [object, uuid(00000000-0000-0000-0000-000000000001)]
        interface IChain : IUnknown { HRESULT Pull([in] struct S0 *p); }";
    let raw = of(&idl).summary.raw;
    let reasons: Vec<_> = raw.iter().map(|(_, why)| why.to_string()).collect();
    let reason = "`p` is a struct that holds pointers, text or counted arrays: \
        `S32::next` is a struct in a struct in a struct, many times over";
    assert_eq!(reasons, [reason]);
}

#[test]
fn a_name_that_is_taken_is_not_given_twice() {
    let idl = r#"
        import "unknwn.idl";
        typedef struct Handle { BSTR name; } Handle;
        typedef struct FOO { BSTR name; } FOO;
        typedef struct OwnedFOO { ULONG ul; } OwnedFOO;
        [object, uuid(00000000-0000-0000-0000-000000000001)]
        interface IFoo : IUnknown {
            HRESULT GetHandle([out] Handle *handle);
            HRESULT GetFoo([out] FOO *foo);
            HRESULT SetFoo([in] FOO *foo, [in] OwnedFOO *other);
        }
    "#;
    let raw = of(idl).summary.raw;
    let methods: Vec<_> = raw.iter().map(|(method, _)| method.as_str()).collect();
    assert_eq!(methods, ["IFoo::GetHandle", "IFoo::GetFoo"]);
}
