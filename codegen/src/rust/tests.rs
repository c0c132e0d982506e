//! Every rule once, and what it makes: `golden/rules` holds the modules of the interfaces below. The tests of
//! `midl-runtime` compile them and call through every rule.

mod arrays;
mod corners;
mod memory;
mod records;
mod related;
mod texts;
mod topics;
mod variants;

use super::*;
use crate::schema::sample::{
    Sample, array, field, method, out, param, pointer, pointer_to_const, string,
};
use crate::schema::{
    CallingConvention, Direction, Enum, EnumValue, Expression, MethodKind, Nullability, Ownership,
    Param, Primitive, RecordKind, Type,
};
use expect_test::{expect, expect_file};

const U32: Type = Type::Primitive(Primitive::U32);

fn nullable(mut param: Param) -> Param {
    param.pointee.null = Nullability::Nullable;
    param
}

fn in_out(mut param: Param) -> Param {
    param.direction = Direction::InOut;
    param
}

/// An interface with a method per rule, one that extends it, and one without an IID.
fn rules() -> Sample {
    let mut sample = Sample::new();
    let hresult = sample.named("HRESULT");
    let handle = sample.named("HANDLE");
    let unknown = pointer(sample.named("IUnknown"));
    let wide = pointer_to_const(sample.named("WCHAR"));
    let narrow = pointer_to_const(Type::Primitive(Primitive::Char));
    let truth = sample.named("BOOL");
    let window = sample.alias("HWND", pointer(Type::Void));
    let value = EnumValue {
        name: "RED".into(),
        span: crate::schema::sample::span(),
        docs: String::new(),
        value: 1,
    };
    let color = Enum {
        tag: None,
        values: vec![value],
        flags: false,
    };
    let color = sample.add("COLOR", crate::schema::DefinitionKind::Enum(color));
    let point = sample.record(
        "POINT",
        RecordKind::Struct,
        None,
        vec![field("x", U32), field("y", U32)],
    );
    let list = sample.record(
        "LIST",
        RecordKind::Struct,
        None,
        vec![field("next", pointer(U32))],
    );
    let mut counted = field("aul", array(U32, 1));
    counted.pointee.size = vec![Some(Expression::Operand(0))];
    let counted = sample.record(
        "COUNTED",
        RecordKind::Struct,
        None,
        vec![field("cul", U32), counted],
    );
    let mut name = field("szName", array(sample.named("WCHAR"), 8));
    name.pointee.string = true;
    let named = sample.record("NAMED", RecordKind::Struct, None, vec![name]);
    let mut full = nullable(in_out(param("pul", pointer(U32))));
    full.pointee.full = true;
    let store = sample.alias("HCERTSTORE", pointer(Type::Void));
    let block = sample.record(
        "BLOCK",
        RecordKind::Struct,
        None,
        vec![field("text", wide.clone())],
    );

    let safe = |name: &str, params: Vec<Param>| method(name, hresult.clone(), params);
    let mut closed = param("hEvent", handle.clone());
    closed.pointee.ownership = Ownership::Transferred;
    let mut missing = out("ppunk", pointer(unknown.clone()));
    missing.pointee.null_on_success = true;
    let mut documented = safe("Documented", vec![param("dwFlags", U32)]);
    documented.docs = "Does [it].\n\nReturns `S_OK`.".into();
    let mut partial = safe("Partial", vec![out("pulCount", pointer(U32))]);
    partial.success_codes = vec!["S_FALSE".into()];
    let mut perhaps = safe("Perhaps", vec![]);
    perhaps.success_codes = vec!["S_FALSE".into()];
    let mut name = safe("Name", vec![out("pulName", pointer(U32))]);
    name.kind = MethodKind::PropertyGet;
    let mut set_name = safe("Name", vec![param("ulName", U32)]);
    set_name.kind = MethodKind::PropertyPut;
    let mut cdecl = safe("Cdecl", vec![]);
    cdecl.convention = CallingConvention::C;
    let mut vararg = safe("Print", vec![]);
    vararg.vararg = true;
    let methods = vec![
        documented,
        safe(
            "Scalars",
            vec![
                param("eColor", color.clone()),
                param("hr", hresult.clone()),
                param("fYes", truth.clone()),
                param("hwnd", window),
            ],
        ),
        safe(
            "Plain",
            vec![
                param("pt", point.clone()),
                param("ppt", pointer_to_const(point.clone())),
                nullable(param("pOther", pointer_to_const(point.clone()))),
            ],
        ),
        safe("Query", vec![param("riid", sample.named("REFIID"))]),
        safe(
            "Change",
            vec![
                in_out(param("pul", pointer(U32))),
                nullable(in_out(param("ppt", pointer(point.clone())))),
            ],
        ),
        safe(
            "Text",
            vec![
                string("pszText", wide.clone(), Nullability::NonNull),
                string("pszMore", wide.clone(), Nullability::Nullable),
            ],
        ),
        safe(
            "Narrow",
            vec![
                string("pszText", narrow.clone(), Nullability::NonNull),
                string("pszMore", narrow, Nullability::Nullable),
            ],
        ),
        safe(
            "Objects",
            vec![
                param("punk", unknown.clone()),
                nullable(param("punkOuter", unknown.clone())),
            ],
        ),
        safe(
            "Handles",
            vec![closed.clone(), nullable(param("hOther", handle.clone()))],
        ),
        safe(
            "MaybeHandles",
            vec![nullable(closed), param("hOther", handle)],
        ),
        safe("Block", vec![param("pBlock", pointer(block))]),
        safe(
            "Results",
            vec![
                out("pulCount", pointer(U32)),
                out("pfYes", pointer(truth)),
                out("ppt", pointer(point.clone())),
            ],
        ),
        safe("Made", vec![out("ppunk", pointer(unknown.clone()))]),
        safe("PerhapsMade", vec![missing]),
        partial,
        perhaps,
        name,
        set_name,
        method("Count", U32, vec![param("eColor", color)]),
        method("Forget", Type::Void, vec![]),
        safe("Clone", vec![]),
        cdecl,
        vararg,
        method(
            "CountOf",
            U32,
            vec![string("pszText", wide, Nullability::NonNull)],
        ),
        safe(
            "Bytes",
            vec![param(
                "pb",
                pointer_to_const(Type::Primitive(Primitive::U8)),
            )],
        ),
        safe("List", vec![param("pList", pointer(list))]),
        safe(
            "Counted",
            vec![param("pCounted", pointer_to_const(counted))],
        ),
        safe("Named", vec![param("pNamed", pointer_to_const(named))]),
        safe("Store", vec![param("hStore", store)]),
        safe("Aliased", vec![full]),
        safe("Any", vec![param("pv", pointer(Type::Void))]),
        method("RawCount", U32, vec![param("pv", pointer(Type::Void))]),
    ];
    sample.interface(
        "IRules",
        Some("00000000-0000-0000-0000-000000000001"),
        Some("IUnknown"),
        methods,
    );
    let more = vec![method("More", hresult.clone(), vec![])];
    sample.interface(
        "IRules2",
        Some("00000000-0000-0000-0000-000000000002"),
        Some("IRules"),
        more,
    );
    let anonymous = vec![method("Call", hresult, vec![])];
    sample.interface("IAnonymous", None, Some("IUnknown"), anonymous);
    related::add(&mut sample);
    arrays::add(&mut sample);
    texts::add(&mut sample);
    sample
}

fn generated() -> Generated {
    let view = View {
        implement: "crate::Block<'_>".into(),
        call: "crate::BlockToSend".into(),
    };
    let options = Options {
        views: [("BLOCK".to_owned(), view)].into(),
        ..Options::default()
    };
    generate(&rules().schema, &options)
        .map_err(|diagnostics| format!("{diagnostics:?}"))
        .unwrap()
}

#[test]
fn each_rule_makes_what_the_golden_files_say() {
    for module in generated().modules {
        match module.name {
            "raw" => expect_file!["golden/rules/raw.rs"].assert_eq(&module.text),
            "client" => expect_file!["golden/rules/client.rs"].assert_eq(&module.text),
            "implement" => expect_file!["golden/rules/implement.rs"].assert_eq(&module.text),
            _ => {}
        }
    }
}

#[test]
fn what_stays_raw_has_a_reason() {
    let summary = generated().summary;
    let reasons: Vec<_> = summary
        .raw
        .iter()
        .map(|(method, reason)| format!("{method}: {reason}\n"))
        .collect();
    expect![[r#"
        IRules::Print: it takes any number of arguments
        IRules::Bytes: `pb` is a pointer to bytes or characters of unknown number
        IRules::List: `pList` is a struct that holds pointers, text or counted arrays: `LIST::next` is a pointer that does not say whether it points to one or to many
        IRules::Counted: `pCounted` is a struct that holds pointers, text or counted arrays: `COUNTED::aul` is an array whose length is no field by itself
        IRules::Named: `pNamed` is a struct that holds pointers, text or counted arrays: `NAMED::szName` is a text of a given size
        IRules::Store: `hStore` is a pointer to anything
        IRules::Aliased: `pul` is a pointer to what others may point to as well
        IRules::Any: `pv` is a pointer to anything
        IRules::RawCount: `pv` is a pointer to anything
        IQueried::Untold: `ppv` is a pointer to a pointer
        IQueried::PerhapsTold: `ppv` is an interface whose type another parameter tells
        IAllocated::Foreign: `ppszName` is memory that is freed by a function without a type in Rust
        IAllocated::Unwanted: `ppszName` is a result that a caller need not want
        IAllocated::Untold: `ppszName` is a pointer to memory of which nothing says who frees it
    "#]]
    .assert_eq(&reasons.concat());
    assert_eq!(
        (summary.interfaces, summary.methods, summary.safe()),
        (7, 52, 38)
    );
}

#[test]
fn methods_of_an_opaque_interface_stay_raw_for_that_reason() {
    let idl = r#"
        import "unknwn.idl";
        #include "annotations.h"
        [object, local, OPAQUE, uuid(7a0f2c1e-5d37-4c19-9f0b-2b6a41c7d009)]
        interface IPart : IUnknown { HRESULT First(); }
    "#;
    let files = crate::source::Memory([("part.idl".into(), idl.into())].into());
    let output = crate::Builder::new().input("part.idl").rust_from(&files);
    let raw = output.unwrap().summary.raw;
    assert_eq!(
        raw,
        [("IPart::First".to_owned(), Reason::UnknownSlots.into())]
    );
}

#[test]
fn a_view_that_is_no_type_is_refused() {
    let view = View {
        implement: "not a type".into(),
        call: "Fine".into(),
    };
    let options = Options {
        views: [("BLOCK".to_owned(), view)].into(),
        ..Options::default()
    };
    let diagnostics = generate(&rules().schema, &options).unwrap_err();
    let messages: Vec<_> = diagnostics.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(
        messages,
        ["the view of `BLOCK` names `not a type`, which is no Rust type"]
    );
}
