//! Windows' own metadata, read through lowering as IDL files name it.

use super::{Library, Winmd};
use crate::diagnostics::{Diagnostics, render};
use crate::lower::{External, ExternalId, ExternalTypes, lower};
use crate::metadata::{self, Faithfulness};
use crate::schema::{Completeness, Definition, DefinitionKind, Record, Schema, Target, Type};
use crate::source::{Memory, Origin, Sources, Span};
use crate::syntax::{Options, parse};
use std::path::PathBuf;

fn compile(files: &[(&str, &str)]) -> (Schema, String) {
    let disk = files
        .iter()
        .map(|(name, text)| (PathBuf::from(name), text.as_bytes().to_vec()));
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let program = parse(
        &[PathBuf::from("main.idl")],
        &Options::default(),
        &Memory(disk.collect()),
        &mut sources,
        &mut diagnostics,
    );
    let schema = lower(
        &program,
        &sources,
        Some(&Library::default()),
        &mut diagnostics,
    );
    let said = render(&diagnostics, &sources, false);
    (schema, said)
}

/// A schema in which Windows' types of these names, and what they need, are defined.
pub(super) fn windows(names: &[&str]) -> Schema {
    let typedefs = names
        .iter()
        .map(|name| format!("typedef {name} *P_{name};"));
    let text: String = typedefs.collect();
    let (schema, said) = compile(&[("main.idl", &format!("import \"objidl.idl\";{text}"))]);
    assert_eq!(said, "");
    schema
}

pub(super) fn record<'a>(schema: &'a Schema, name: &str) -> &'a Record {
    match &schema[schema.find(name).unwrap()].kind {
        DefinitionKind::Record(record) => record,
        kind => panic!("{name} is {kind:?}"),
    }
}

pub(super) fn sizes(schema: &Schema, name: &str) -> [u64; 3] {
    let ty = Type::Named(schema.find(name).unwrap());
    Target::ALL.map(|target| schema.layout(&ty, target).unwrap().size)
}

#[test]
fn interfaces_have_their_iids_bases_and_slots() {
    let schema = windows(&["IStream"]);
    let id = schema.find("IStream").unwrap();
    assert!(!schema[id].own);
    let DefinitionKind::Interface(interface) = &schema[id].kind else {
        panic!("IStream is an interface");
    };
    let iid = interface.iid.unwrap().to_string();
    assert_eq!(iid, "0000000c-0000-0000-c000-000000000046");
    let base = interface.base.unwrap();
    let slots: Vec<(usize, &str)> = [base, id]
        .into_iter()
        .flat_map(|id| schema.own_slots(id))
        .map(|slot| (slot.index, slot.method.name.as_str()))
        .collect();
    let expected = [
        (3, "Read"),
        (4, "Write"),
        (5, "Seek"),
        (6, "SetSize"),
        (7, "CopyTo"),
        (8, "Commit"),
        (9, "Revert"),
        (10, "LockRegion"),
        (11, "UnlockRegion"),
        (12, "Stat"),
        (13, "Clone"),
    ];
    assert_eq!(slots, expected);
    let unknown = schema.find("IUnknown").unwrap();
    assert_eq!(schema.bases(base).collect::<Vec<_>>(), [unknown]);
}

#[test]
fn structs_and_unions_lie_as_windows_lays_them_out() {
    let schema = windows(&["STATSTG", "VARIANT", "PROPVARIANT", "SAFEARRAY", "MSG"]);
    assert_eq!(sizes(&schema, "STATSTG"), [72, 80, 80]);
    assert_eq!(sizes(&schema, "VARIANT"), [16, 24, 24]);
    assert_eq!(sizes(&schema, "PROPVARIANT"), [16, 24, 24]);
    assert_eq!(sizes(&schema, "SAFEARRAY"), [24, 32, 32]);
    assert_eq!(sizes(&schema, "MSG"), [28, 48, 48]);
    assert!(schema.find("VARIANT_0_0_4").is_some());
}

#[test]
fn bit_fields_are_kept() {
    let schema = windows(&["DCB"]);
    let dcb = record(&schema, "DCB");
    let widths: Vec<_> = dcb.fields.iter().filter_map(|field| field.bits).collect();
    assert_eq!(widths.iter().map(|bits| u32::from(*bits)).sum::<u32>(), 32);
    assert_eq!(sizes(&schema, "DCB"), [28, 28, 28]);
}

#[test]
fn methods_say_what_their_parameters_mean() {
    let schema = windows(&["ISequentialStream", "IMoniker"]);
    expect_test::expect![[r#"
        Read
          Out NonNull void *pv size=[Some(Operand(1))]
          In NonNull unsigned long cb
          Out Nullable unsigned long *pcbRead size=[None]
        BindToObject
          In NonNull IBindCtx *pbc
          In Nullable IMoniker *pmkToLeft
          In NonNull const GUID *riidResult
          Out NonNull void **ppvResult iid=Operand(2)
    "#]]
    .assert_eq(&format!(
        "{}{}",
        method(&schema, "ISequentialStream", "Read"),
        method(&schema, "IMoniker", "BindToObject"),
    ));
}

fn method(schema: &Schema, interface: &str, name: &str) -> String {
    let id = schema.find(interface).unwrap();
    let mut slots = schema.own_slots(id);
    let slot = slots.find(|slot| slot.method.name == name).unwrap();
    let params = slot.method.params.iter().map(|param| {
        let ty = schema.spell_declaration(&param.ty, &param.name);
        let pointee = &param.pointee;
        let size = match pointee.size.as_slice() {
            [] => String::new(),
            size => format!(" size={size:?}"),
        };
        let iid = match &pointee.iid_is {
            None => String::new(),
            Some(iid) => format!(" iid={iid:?}"),
        };
        format!(
            "  {:?} {:?} {ty}{size}{iid}\n",
            param.direction, pointee.null
        )
    });
    format!("{name}\n{}", params.collect::<String>())
}

#[test]
fn function_pointers_enumerations_and_typedefs_are_read() {
    let schema = windows(&["WNDPROC", "STGC", "DISPID", "HWND"]);
    let spelled = |name: &str| match &schema[schema.find(name).unwrap()].kind {
        DefinitionKind::Alias(alias) => schema.spell_declaration(&alias.ty, name),
        DefinitionKind::Enum(enumeration) => enumeration
            .values
            .iter()
            .map(|value| format!("{}={};", value.name, value.value))
            .collect(),
        kind => panic!("{kind:?}"),
    };
    expect_test::expect![[r#"
        LRESULT (__stdcall *WNDPROC)(HWND param0, unsigned long param1, WPARAM param2, LPARAM param3)
        STGC_DEFAULT=0;STGC_OVERWRITE=1;STGC_ONLYIFCURRENT=2;STGC_DANGEROUSLYCOMMITMERELYTODISKCACHE=4;STGC_CONSOLIDATE=8;
    "#]].assert_eq(&format!(
        "{}\n{}\n",
        spelled("WNDPROC"),
        spelled("STGC")
    ));
}

#[test]
fn a_declared_interface_gets_its_definition() {
    let (schema, said) = compile(&[(
        "main.idl",
        "import \"objidl.idl\"; interface IStream;
        [object, uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd)]
        interface IMine : IStream { HRESULT Take([in] IStream *stream); }",
    )]);
    assert_eq!(said, "");
    let stream = &schema[schema.find("IStream").unwrap()];
    let DefinitionKind::Interface(interface) = &stream.kind else {
        panic!("IStream is an interface");
    };
    assert_eq!(interface.completeness, Completeness::Full);
    assert_eq!(schema.first_slot(schema.find("IMine").unwrap()), 14);
}

#[test]
fn what_the_program_defines_itself_is_preferred() {
    let (schema, said) = compile(&[
        (
            "main.idl",
            "import \"oaidl.idl\"; import \"own.idl\"; typedef STATSTG *P;",
        ),
        (
            "own.idl",
            "typedef struct tagSTATSTG { long only; } STATSTG;",
        ),
    ]);
    assert_eq!(said, "");
    assert_eq!(sizes(&schema, "STATSTG"), [4, 4, 4]);
}

#[test]
fn a_file_on_a_folder_wins() {
    let own = "import \"unknwn.idl\";
        [object, uuid(0000000c-0000-0000-c000-000000000046)]
        interface IStream : IUnknown { HRESULT Only(); }";
    let main = "import \"objidl.idl\"; typedef IStream *P;";
    let (schema, said) = compile(&[("main.idl", main), ("objidl.idl", own)]);
    assert_eq!(said, "");
    assert_eq!(schema.slot_count(schema.find("IStream").unwrap()), 4);
    // Then nothing is missing, and nothing is taken from Windows.
    let main = "import \"objidl.idl\"; typedef STATSTG *P;";
    let (_, said) = compile(&[("main.idl", main), ("objidl.idl", own)]);
    assert!(said.contains("unknown type `STATSTG`"), "{said}");
}

#[test]
fn values_of_the_runtime_are_read() {
    let schema = windows(&["ID2D1RenderTarget"]);
    let id = schema.find("ID2D1RenderTarget").unwrap();
    let DefinitionKind::Interface(interface) = &schema[id].kind else {
        panic!("an interface");
    };
    assert_eq!(interface.completeness, Completeness::Full);
    expect_test::expect![[r#"
        SetTransform
          In NonNull const Matrix3x2 *transform size=[None]
    "#]]
    .assert_eq(&method(&schema, "ID2D1RenderTarget", "SetTransform"));
    assert_eq!(sizes(&schema, "Matrix3x2"), [24, 24, 24]);
}

#[test]
fn a_value_of_the_runtime_is_not_the_type_of_the_program_that_has_its_name() {
    let own = "typedef struct { double x, y; } Vector2;";
    let uses = "[local] void Draw([in] ID2D1GeometrySink *sink, [in] Vector2 *mine);";
    for text in [
        format!("import \"objidl.idl\"; {own} {uses}"),
        format!("import \"objidl.idl\"; typedef ID2D1GeometrySink *SINK; {own} {uses}"),
    ] {
        let (schema, said) = compile(&[("main.idl", &text)]);
        assert_eq!(said, "");
        assert_eq!(sizes(&schema, "Vector2"), [16, 16, 16]);
        let figure = method(&schema, "ID2D1SimplifiedGeometrySink", "BeginFigure");
        assert!(
            figure.contains("In NonNull Vector2_ startPoint"),
            "{figure}"
        );
        assert_eq!(sizes(&schema, "Vector2_"), [8, 8, 8]);
    }
}

/// What the input makes of Windows' types: the type of each typedef that it has, and its constants.
fn meaning(text: &str) -> String {
    let (schema, said) = compile(&[("main.idl", &format!("import \"objidl.idl\";\n{text}"))]);
    assert_eq!(said, "");
    let lines = schema.own().map(|(_, definition)| match &definition.kind {
        DefinitionKind::Alias(alias) => {
            let mut ty = &alias.ty;
            let mut stars = String::new();
            while let Type::Pointer(pointer) = schema.resolve(ty) {
                stars.push_str(if pointer.is_const { " const*" } else { "*" });
                ty = &pointer.target;
            }
            format!(
                "{} = {}{stars}\n",
                definition.name,
                schema.spell(schema.resolve(ty))
            )
        }
        DefinitionKind::Constant(constant) => {
            format!("{} = {:?}\n", definition.name, constant.value)
        }
        _ => String::new(),
    });
    lines.collect()
}

#[test]
fn tags_mean_what_they_are_the_tags_of() {
    let text = "typedef struct tagSTATSTG *A; typedef struct _GUID *B; typedef enum tagSTGC *C;
        typedef struct tagMSG MSG; typedef MSG *D; typedef struct STATSTG *E; typedef STATSTG *F;";
    expect_test::expect![[r#"
        A = STATSTG*
        B = GUID*
        C = STGC*
        D = MSG*
        E = STATSTG*
        F = STATSTG*
    "#]]
    .assert_eq(&meaning(text));
    // One that has a body here is the program's own, and so is one that Windows does not know.
    let text = "typedef struct tagSTATSTG { long only; } MINE; typedef struct _OWN *OWN;";
    let (schema, said) = compile(&[("main.idl", &format!("import \"objidl.idl\";\n{text}"))]);
    assert_eq!(said, "");
    assert_eq!(sizes(&schema, "MINE"), [4, 4, 4]);
    assert!(record(&schema, "_OWN").forward);
    // A value of it has its size.
    let text = "typedef struct { struct tagSTATSTG value; } HOLDER;";
    let (schema, said) = compile(&[("main.idl", &format!("import \"objidl.idl\";\n{text}"))]);
    assert_eq!(said, "");
    assert_eq!(sizes(&schema, "HOLDER"), [72, 80, 80]);
}

#[test]
fn pointers_that_headers_name_by_habit_are_known() {
    let text =
        "typedef LPSTREAM A; typedef LPUNKNOWN B; typedef LPSTGMEDIUM C; typedef LPCSTATSTG D;
        typedef struct { long n; } OWN; typedef LPOWN E; typedef LPDATAOBJECT F;";
    expect_test::expect![[r#"
        A = IStream*
        B = IUnknown*
        C = uSTGMEDIUM*
        D = STATSTG const*
        E = OWN*
        F = IDataObject*
    "#]]
    .assert_eq(&meaning(text));
}

#[test]
fn a_pointer_by_habit_that_may_mean_two_things_is_unknown() {
    // `LPC` + `OLD`, or `LP` + `COLD`.
    let (_, said) = compile(&[(
        "main.idl",
        "import \"objidl.idl\"; typedef long COLD; typedef long OLD; typedef LPCOLD P;",
    )]);
    assert!(said.contains("unknown type `LPCOLD`"), "{said}");
    let (_, said) = compile(&[("main.idl", "import \"unknwn.idl\"; typedef LPSTREAM P;")]);
    assert!(said.contains("unknown type `LPSTREAM`"), "{said}");
}

#[test]
fn constants_enumerators_and_sizes_of_windows_are_known_to_expressions() {
    let text = "const long A = MAX_PATH; const long B = STGM_READWRITE | STGM_SHARE_EXCLUSIVE;
        const long C = STGC_ONLYIFCURRENT; const long D = sizeof(FILETIME) + sizeof(POINT);
        typedef struct { WCHAR name[MAX_PATH]; } NAMED;";
    expect_test::expect![[r#"
        A = Integer(260)
        B = Integer(18)
        C = Integer(2)
        D = Integer(16)
    "#]]
    .assert_eq(&meaning(text));
    let (_, said) = compile(&[(
        "main.idl",
        "import \"unknwn.idl\"; const long A = MAX_PATH;",
    )]);
    assert!(said.contains("unknown constant `MAX_PATH`"), "{said}");
    let (_, said) = compile(&[(
        "main.idl",
        "import \"objidl.idl\"; const long A = MAX_PETH;",
    )]);
    assert!(said.contains("unknown constant `MAX_PETH`"), "{said}");
}

#[test]
fn what_a_program_defines_is_preferred_to_constants_tags_and_pointers_of_windows() {
    let text = "const long MAX_PATH = 4; const long A = MAX_PATH; typedef long LPSTREAM; typedef LPSTREAM B;";
    expect_test::expect![[r#"
        LPSTREAM = long
        B = long
        MAX_PATH = Integer(4)
        A = Integer(4)
    "#]]
    .assert_eq(&meaning(text));
}

#[test]
fn a_name_inside_a_type_of_windows_is_not_that_of_the_program() {
    let (schema, said) = compile(&[(
        "main.idl",
        "import \"objidl.idl\"; typedef struct { char only; } VARIANT_0; typedef VARIANT *P;",
    )]);
    assert_eq!(said, "");
    assert_eq!(sizes(&schema, "VARIANT_0"), [1, 1, 1]);
    assert_eq!(sizes(&schema, "VARIANT"), [16, 24, 24]);
    assert_eq!(sizes(&schema, "VARIANT_0_"), [16, 24, 24]);
}

#[test]
fn without_an_import_of_the_sdk_nothing_is_taken_from_windows() {
    let (_, said) = compile(&[("main.idl", "import \"unknwn.idl\"; typedef STATSTG *P;")]);
    assert!(said.contains("unknown type `STATSTG`"), "{said}");
}

#[test]
fn an_unknown_type_is_an_error_that_knows_windows_names() {
    let (_, said) = compile(&[(
        "main.idl",
        "import \"objidl.idl\";\ntypedef ISteram *P;\ntypedef Nowhere *Q;\n",
    )]);
    expect_test::expect![[r#"
        error[E0301]: unknown type `ISteram`
         --> main.idl:2:9
          |
        2 | typedef ISteram *P;
          |         ^^^^^^^
          |
          = help: a type of a similar name is `IStream`

        error[E0301]: unknown type `Nowhere`
         --> main.idl:3:9
          |
        3 | typedef Nowhere *Q;
          |         ^^^^^^^

    "#]]
    .assert_eq(&said);
}

#[test]
fn a_type_that_differs_between_machines_cannot_be_held() {
    let schema = windows(&["CONTEXT"]);
    assert!(record(&schema, "CONTEXT").forward);
    let (_, said) = compile(&[(
        "main.idl",
        "import \"objidl.idl\";\ntypedef struct { CONTEXT context; } HOLDER;\n",
    )]);
    expect_test::expect![[r#"
        error[E0306]: the field `context` has no size
         --> main.idl:2:26
          |
        2 | typedef struct { CONTEXT context; } HOLDER;
          |                          ^^^^^^^ this type is laid out differently on x86, x64 or arm64
          |
          = help: use a pointer to it

    "#]]
    .assert_eq(&said);
}

fn place() -> Span {
    let file = Sources::new().add(PathBuf::new(), String::new(), Origin::Input);
    Span::new(file, 0, 0)
}

/// Reads everything that a library's files define, and names that of which only the name is known though it is the
/// same everywhere.
fn read_all(library: &Library<'_>, ids: &[ExternalId]) -> Vec<String> {
    let mut schema = Schema::new();
    let stand_in = schema.add(Definition {
        name: String::new(),
        span: place(),
        docs: String::new(),
        own: false,
        kind: External::unknown().kind,
    });
    let mut unread = Vec::new();
    for id in ids {
        let read = library.define(*id, place(), &mut |_| stand_in);
        let is_unread = match read.kind {
            DefinitionKind::Interface(interface) => interface.completeness != Completeness::Full,
            _ => !read.is_read,
        };
        if is_unread {
            unread.push(library.name(*id));
        }
    }
    unread
}

#[test]
fn every_type_of_windows_is_read() {
    // The one whose methods take what only the Windows Runtime has.
    let unread = ["IActivatableClassRegistration"];
    let file = Winmd::open(windows_default::WIN32).unwrap();
    let library = Library::new(vec![(file, super::Places::whole(place()))]);
    let all = library.own();
    assert!(all.len() > 50_000, "{}", all.len());
    assert_eq!(read_all(&library, &all), unread);
    assert_eq!(library.excess(), None);
}

#[test]
fn cut_off_and_changed_bytes_are_no_reason_to_panic() {
    let schema = windows(&["ISequentialStream", "WNDPROC", "APPBARDATA", "DCB", "STGC"]);
    let mut file = metadata::write(&schema, "Test", Faithfulness::Published).unwrap();
    let read = |bytes: &[u8]| super::read(bytes).map(|schema| schema.iter().count());
    assert!(read(&file).is_ok_and(|count| count > 4));
    for length in 0..file.len() {
        let _ = read(&file[..length]);
    }
    // Each byte would take long; `codegen/fuzz` comes to all of them.
    for at in (0..file.len()).step_by(3) {
        let right = file[at];
        for wrong in [right ^ 1, 0xff] {
            file[at] = wrong;
            let _ = read(&file);
        }
        file[at] = right;
    }
}
