//! Types that a program uses without naming them.

use crate::Builder;
use crate::source::Memory;
use crate::syntax::Imports;

fn known(text: &str, name: &str) -> bool {
    let files = Memory([("main.idl".into(), text.as_bytes().to_vec())].into());
    let compilation = Builder::new().input("main.idl").compile_from(&files);
    assert!(
        compilation.diagnostics.is_empty(),
        "{}",
        compilation.render(false)
    );
    compilation.schema.find(name).is_some()
}

const DISPINTERFACE: &str =
    "[odl, uuid(5024a386-2d44-486a-81a8-8f0ecb6071dd)] dispinterface D { properties: methods: };";

#[test]
fn a_dispinterface_is_called_through_idispatch() {
    assert!(known(
        &format!("import \"oaidl.idl\"; {DISPINTERFACE}"),
        "IDispatch"
    ));
    assert!(!known("import \"oaidl.idl\"; typedef long T;", "IDispatch"));
}

#[test]
fn a_library_imports_what_it_may_need() {
    let library = |items: &str| {
        format!("[uuid(5024a387-2d44-486a-81a8-8f0ecb6071dd)] library L {{ {items} }}")
    };
    assert!(known(&library(DISPINTERFACE), "IDispatch"));
    assert!(known(&library("typedef IOleWindow *Window;"), "IOleWindow"));
}

#[test]
fn a_class_may_name_an_interface_of_windows_in_another_case() {
    let text = "import \"objidl.idl\"; coclass C { [default] interface ISTREAM; }";
    let files = Memory([("main.idl".into(), text.into())].into());
    let compilation = Builder::new().input("main.idl").compile_from(&files);
    let said = compilation.render(false);
    assert!(said.contains("`ISTREAM` is taken for `IStream`"), "{said}");
    assert!(compilation.schema.find("IStream").is_some());
}

#[test]
fn void_is_a_word_of_windows_headers_too() {
    assert!(known("import \"objidl.idl\"; VOID f(VOID *p);", "VOID"));
}

#[test]
fn an_array_with_bounds_is_a_safearray() {
    assert!(known(
        "import \"oaidl.idl\"; typedef SAFEARRAY(long) Longs;",
        "SAFEARRAY"
    ));
}

#[test]
fn the_token_of_an_event_needs_no_sdk() {
    let text = "import \"EventToken.idl\"; void f(EventRegistrationToken *token);";
    assert!(known(text, "EventRegistrationToken"));
}

#[test]
fn bases_of_bases_are_known_however_little_is_read() {
    let text = "import \"objidl.idl\"; interface IWSDMessageParameters;
        [object, uuid(5024a388-2d44-486a-81a8-8f0ecb6071dd)] interface I : IWSDMessageParameters { void f(); }";
    let files = Memory([("main.idl".into(), text.into())].into());
    for imports in [Imports::Whole, Imports::Needed, Imports::Named] {
        let builder = Builder::new().input("main.idl").imports(imports);
        let schema = builder.compile_from(&files).schema;
        let interface = schema.find("I").unwrap();
        assert_eq!(schema.first_slot(interface), 8, "{imports:?}");
    }
}
