use super::*;
use crate::diagnostics::Diagnostics;
use crate::source::{Memory, Sources};
use crate::syntax::tree::{Item, ItemKind};
use crate::syntax::{Options, ParsedFile, parse};
use std::path::Path;

/// The items of `b.idl` that are left where `a.idl` imports it, and what is told.
fn left(imports: Imports, own: &str, imported: &str) -> String {
    let memory = Memory(
        [
            ("a.idl".into(), format!("import \"b.idl\"; {own}").into()),
            ("b.idl".into(), imported.into()),
        ]
        .into(),
    );
    let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new());
    let options = Options {
        imports,
        ..Options::default()
    };
    let inputs = ["a.idl".into()];
    let program = parse(&inputs, &options, &memory, &mut sources, &mut diagnostics);
    let is_imported = |file: &&ParsedFile| sources.file(file.id).path == Path::new("b.idl");
    let imported = program.files.iter().find(is_imported);
    let items = imported.map_or("none".to_owned(), |file| shown(&file.tree.items));
    let told = diagnostics.iter().map(|found| found.message.as_str());
    told.fold(items, |items, message| format!("{items} !{message}"))
}

fn needed(own: &str, imported: &str) -> String {
    left(Imports::Needed, own, imported)
}

fn named(own: &str, imported: &str) -> String {
    left(Imports::Named, own, imported)
}

fn shown(items: &[Item]) -> String {
    let shown = items.iter().map(|item| match &item.kind {
        ItemKind::Interface(interface) => match &interface.items {
            Some(items) => format!("{} {{{}}}", interface.name.text, shown(items)),
            None => interface.name.text.to_string(),
        },
        ItemKind::Library(library) => format!("library {{{}}}", shown(&library.items)),
        ItemKind::Typedef(declaration) | ItemKind::Declaration(declaration) => {
            let names = declaration.declarators.iter();
            let names = names.filter_map(|declarator| declarator.name.as_ref());
            names
                .map(|name| name.text.as_str())
                .collect::<Vec<_>>()
                .join(",")
        }
        ItemKind::Const(constant) => {
            let names = constant.declarators.iter();
            let names = names.filter_map(|(declarator, _)| declarator.name.as_ref());
            names.map(|name| name.text.as_str()).collect()
        }
        ItemKind::CppQuote(quote) => format!("`{}`", quote.text),
        ItemKind::PragmaPack(pack) => format!("{pack:?}"),
        other => format!("{other:?}"),
    });
    shown.collect::<Vec<_>>().join(" ")
}

#[test]
fn what_nothing_names_is_not_even_parsed() {
    let imported = "typedef long A; typedef A B; typedef long oops oops; typedef B C, *PC;";
    assert_eq!(needed("typedef PC D;", imported), "A B C,PC");
    assert_eq!(
        left(Imports::Whole, "typedef PC D;", imported),
        "A B C,PC !expected `;` behind the typedef, found `oops`"
    );
}

#[test]
fn a_file_that_has_no_outline_is_parsed_whole() {
    assert_eq!(
        needed(
            "",
            "typedef long A; interface I : IUnknown { typedef long B;"
        ),
        "A !this `{` is never closed"
    );
    assert_eq!(
        needed("", "typedef long A\ntypedef long B;"),
        "A B !expected `;` behind the typedef"
    );
}

#[test]
fn names_are_found_wherever_they_are_given() {
    let imported = "
        typedef struct S { struct Inner { long a; } inner; } S;
        enum { ONE, TWO = ONE + 1 };
        const long LIMIT = TWO;
        typedef BOOL (__stdcall *CALLBACK_OF_MINE)([in] long value);
        cpp_quote(\"#define QUOTED 5\")
        cpp_quote(\"DEFINE_GUID(GUID_MINE, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);\")
        declare_guid(GUID_DECLARED, 00000000-0000-0000-0000-000000000001);
        cpp_quote(\"inline void c_only();\")";
    assert_eq!(needed("struct Inner x;", imported), "S");
    assert_eq!(needed("const long X = LIMIT;", imported), " LIMIT");
    assert_eq!(needed("CALLBACK_OF_MINE c;", imported), "CALLBACK_OF_MINE");
    assert_eq!(
        needed("cpp_quote(\"#define X QUOTED\")", imported),
        "`#define QUOTED 5`"
    );
    assert!(needed("long a[GUID_MINE];", imported).starts_with("`DEFINE_GUID(GUID_MINE"));
    let declared = needed("long a[GUID_DECLARED];", imported);
    assert!(
        declared.starts_with("`DEFINE_GUID(GUID_DECLARED"),
        "{declared}"
    );
    assert_eq!(needed("long a;", imported), "");
}

#[test]
fn what_the_language_needs_counts_as_named() {
    let imported = "typedef long HRESULT; typedef struct { long a; } GUID; typedef long OTHER;";
    let own = "cpp_quote(\"#define E_MINE MAKE_HRESULT(1, 4, 0x200)\")";
    assert_eq!(needed(own, imported), "HRESULT GUID");
}

#[test]
fn keywords_are_no_names() {
    let imported =
        "typedef struct { long a; } A; typedef [unique] long *B; typedef enum { C } D; enum { E };
        typedef union switch (long tag) u { case 1: long f; } F;";
    let own = "typedef struct G { long g; } G; typedef enum { H } H; union I { long i; };";
    assert_eq!(needed(own, imported), "");
    assert_eq!(needed("long a[E]; B b;", imported), "B ");
}

#[test]
fn words_of_quoted_directives_do_not_count() {
    let imported = "typedef long A; cpp_quote(\"#ifdef A\") cpp_quote(\"#endif\")";
    assert_eq!(needed("", imported), "`#ifdef A` `#endif`");
}

#[test]
fn packing_always_counts() {
    let imported = "
        #pragma pack(push, 1)
        typedef struct A { long a; } A;
        #pragma pack(pop)
        cpp_quote(\"#include <pshpack4.h>\")
        typedef struct B { long b; } B;
        cpp_quote(\"#include <poppack.h>\")";
    assert_eq!(
        needed("B b;", imported),
        "Push(Some(1)) Pop `#include <pshpack4.h>` B `#include <poppack.h>`"
    );
}

#[test]
fn an_interface_comes_with_its_types() {
    let imported = "
        [object, uuid(00000000-0000-0000-0000-000000000001)]
        interface I : IUnknown { typedef long T; HRESULT Get(T *t); }
        [pointer_default(unique)] interface Types { typedef long A; typedef long B; }
        library L { typedef long C; coclass K { interface I; } }";
    assert_eq!(needed("T t;", imported), "I {T Get}");
    assert_eq!(needed("A a; C c;", imported), "Types {A} library {C}");
}

#[test]
fn to_check_a_file_needs_the_methods_of_bases_alone() {
    let imported = "
        interface IBase : IUnknown { HRESULT A(IOther *other); }
        interface IOther : IBase { typedef long T; HRESULT B(IThird *third); }
        interface IThird : IUnknown { HRESULT C(); }";
    assert_eq!(named("IBase *b;", imported), "IBase");
    assert_eq!(named("T t;", imported), "T");
    assert_eq!(
        named("interface I : IBase { }", imported),
        "IBase {A} IOther"
    );
    assert_eq!(
        named("interface I : IOther { }", imported),
        "IBase {A} IOther {T B} IThird"
    );
    assert_eq!(needed("IThird *t;", imported), "IThird {C}");
}

#[test]
fn an_interface_may_be_two() {
    let imported = "[object, uuid(00000000-0000-0000-0000-000000000001),
        async_uuid(00000000-0000-0000-0000-000000000002)]
        interface I : IUnknown { HRESULT A(); }";
    assert_eq!(needed("AsyncI *i;", imported), "I {A}");
    assert_eq!(named("AsyncI *i;", imported), "I {A}");
}

#[test]
fn the_second_interface_of_a_base_may_be_written_by_hand() {
    let imported = "interface I : IUnknown { HRESULT A(); }
        interface AsyncI : IUnknown { HRESULT Begin_A(); }";
    let own = "[object, async_uuid(00000000-0000-0000-0000-000000000002)] interface J : I { }";
    assert_eq!(needed(own, imported), "I {A} AsyncI {Begin_A}");
    assert_eq!(needed("interface J : I { };", imported), "I {A}");
}

#[test]
fn an_iid_that_is_taken_is_found() {
    let imported = "
        [object, uuid(0000000A-0000-0000-0000-000000000001)] interface I : IUnknown { }
        [object, uuid(0000000b-0000-0000-0000-000000000001)] interface J : IUnknown { }";
    let own = "[object, uuid(0000000a-0000-0000-0000-000000000001)] interface K : IUnknown { }";
    assert_eq!(needed(own, imported), "I {}");
}

#[test]
fn what_a_class_names_counts_in_any_case() {
    let imported = "interface IFoo : IUnknown { } interface IBar : IUnknown { }";
    assert_eq!(named("coclass C { interface IFOO; }", imported), "IFoo");
    assert_eq!(named("coclass C { } interface IFOO;", imported), "");
}
