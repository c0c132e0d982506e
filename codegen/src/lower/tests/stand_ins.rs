//! Types that quoted C hides, and what C has in their place.

use crate::builder::Compilation;
use crate::schema::{DefinitionKind, Target, Type};
use crate::source::Memory;
use crate::syntax::Imports;
use crate::{Builder, json};

fn compiled(text: &str) -> Compilation {
    let files = Memory([("main.idl".into(), text.as_bytes().to_vec())].into());
    Builder::new().input("main.idl").compile_from(&files)
}

/// What is compiled of a hidden text and what stands behind it.
fn hidden(by: &str, text: &str, behind: &str) -> Compilation {
    compiled(&format!(
        "import \"unknwn.idl\"; cpp_quote(\"{by}\") {text} cpp_quote(\"#endif\") {behind}"
    ))
}

/// Size and alignment of a type, on 64 bits and on 32.
fn extents(compilation: &Compilation, name: &str) -> [(u64, u64); 2] {
    let id = compilation.schema.find(name).expect("it is defined");
    [Target::X64, Target::X86].map(|target| {
        let layout = compilation.schema.layout(&Type::Named(id), target);
        let layout = layout.expect("it is whole");
        (layout.size, layout.align)
    })
}

#[test]
fn what_c_never_sees_is_what_windows_has() {
    let structs = "typedef struct { DWORD a; DWORD b; } AM_MEDIA_TYPE; \
        typedef struct tagTIMECODE { WORD a; WORD b; DWORD c; } TIMECODE; \
        typedef DWORD HIMC; typedef DWORD *D2D_RECT_F;";
    let types = ["AM_MEDIA_TYPE", "TIMECODE", "HIMC", "D2D_RECT_F"];
    let real = [
        [(88, 8), (72, 4)],
        [(8, 8), (8, 8)],
        [(8, 8), (4, 4)],
        [(16, 4), (16, 4)],
    ];
    let found = hidden("#if 0", structs, "struct User { D2D_RECT_F rect; };");
    assert_eq!(found.render(false), "");
    assert_eq!(types.map(|name| extents(&found, name)), real);
    assert_eq!(extents(&found, "User"), real[3]);
    for by in ["#ifndef KEY", "#if 1"] {
        let found = hidden(by, structs, "");
        assert_eq!(extents(&found, "AM_MEDIA_TYPE"), [(8, 4), (8, 4)], "{by}");
    }
}

#[test]
fn an_integer_may_stand_in_for_an_interface() {
    let found = hidden(
        "#if 0",
        "typedef DWORD IDirect3DDevice9; typedef DWORD *ID2D1Image;",
        "typedef IDirect3DDevice9 *Device; typedef ID2D1Image *Image;",
    );
    assert_eq!(found.render(false), "");
    for name in ["IDirect3DDevice9", "ID2D1Image"] {
        let id = found.schema.find(name).expect("it is defined");
        let kind = &found.schema[id].kind;
        assert!(matches!(kind, DefinitionKind::Interface(_)), "{kind:?}");
    }
}

#[test]
fn an_integer_may_stand_in_for_a_pointer() {
    let found = hidden(
        "#if 0",
        "typedef SIZE_T LPSTARTUPINFOW; \
         typedef struct { WORD a; WORD b; LPOLESTR c; LPOLESTR d; LPOLESTR e; DWORD f; \
            SIZE_T reserved; SIZE_T fill; SCODE g; } EXCEPINFO;",
        "",
    );
    assert_eq!(found.render(false), "");
    for name in ["LPSTARTUPINFOW", "EXCEPINFO"] {
        let id = found.schema.find(name).expect("it is defined");
        assert!(!found.schema[id].own, "{name}");
    }
}

#[test]
fn what_is_the_same_stays_the_own_one() {
    let found = hidden(
        "#if 0",
        "typedef struct tagPOINT { LONG horizontal; LONG vertical; } POINT; typedef enum { A } DEVICE_SCALE_FACTOR;",
        "",
    );
    assert_eq!(found.render(false), "");
    for name in ["POINT", "DEVICE_SCALE_FACTOR"] {
        let id = found.schema.find(name).expect("it is defined");
        assert!(found.schema[id].own, "{name}");
    }
}

#[test]
fn what_nobody_knows_is_as_it_is_written() {
    let text = "typedef struct { long a; long b; } NobodyKnowsThis;";
    let found = hidden("#if 0", text, "");
    assert_eq!(found.render(false), "");
    assert_eq!(extents(&found, "NobodyKnowsThis"), [(8, 4), (8, 4)]);
}

#[test]
fn what_is_included_is_hidden_since_c_includes_it_too() {
    let compiled = |main: &str, included: &str| {
        let main = format!("import \"unknwn.idl\";\n{main}");
        let files = [("main.idl", main.as_str()), ("a.h", included)];
        let files = files.map(|(path, text)| (path.into(), text.as_bytes().to_vec()));
        Builder::new()
            .input("main.idl")
            .compile_from(&Memory(files.into()))
    };
    let hide = |text: &str| format!("cpp_quote(\"#if 0\")\n{text}\ncpp_quote(\"#endif\")");
    let include = "#include \"a.h\"\n";
    let four = "typedef struct { DWORD a; } HIMC;";
    let found = compiled(&hide(include), four);
    assert_eq!(extents(&found, "HIMC"), [(4, 4), (4, 4)]);
    let found = compiled(include, &hide(four));
    assert_eq!(extents(&found, "HIMC"), [(8, 8), (4, 4)]);
}

#[test]
fn how_much_of_imports_is_read_makes_no_difference() {
    // Windows' `BITMAPINFO` holds a `BITMAPINFOHEADER`. Nothing needs the one of the imported file.
    let real = "typedef struct { long header[10]; byte colors[4]; } BITMAPINFO;";
    for hidden in [real, "typedef char BITMAPINFO;"] {
        let main = format!(
            "import \"a.idl\"; cpp_quote(\"#if 0\") {hidden} cpp_quote(\"#endif\") struct User {{ BITMAPINFO info; }};"
        );
        let written = [Imports::Whole, Imports::Needed, Imports::Named].map(|imports| {
            let imported = "import \"unknwn.idl\"; typedef struct { char c; } BITMAPINFOHEADER;";
            let files = [("main.idl", main.as_str()), ("a.idl", imported)];
            let files = files.map(|(path, text)| (path.into(), text.as_bytes().to_vec()));
            let builder = Builder::new().input("main.idl").imports(imports);
            let compilation = builder.compile_from(&Memory(files.into()));
            assert_eq!(compilation.render(false), "");
            let is_own = compilation
                .schema
                .find("BITMAPINFO")
                .map(|id| compilation.schema[id].own);
            assert_eq!(is_own, Some(hidden == real));
            json::write(&compilation.schema).expect("it is written")
        });
        assert_eq!(written[0], written[1]);
        assert_eq!(written[0], written[2]);
    }
}

#[test]
fn what_is_made_of_itself_ends() {
    // Windows' `MSG` holds a `POINT`, and `LPMSG` is a pointer to it.
    for text in [
        "typedef struct tagPOINT { MSG inside; } POINT;",
        "typedef MSG POINT;",
        "typedef MSG *POINT;",
    ] {
        let found = hidden("#if 0", "typedef char MSG;", text);
        let _ = found.render(false);
        let before = compiled(&format!(
            "{text} cpp_quote(\"#if 0\") typedef char MSG; cpp_quote(\"#endif\")"
        ));
        let _ = before.render(false);
    }
}
