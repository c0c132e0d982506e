//! Records that a file has once for each kind of machine.

use super::input_tests::{compile, published, value_type, written};
use super::tests::{record, sizes, windows};
use super::{Library, Winmd};
use crate::lower::ExternalTypes;
use crate::schema::sample::{Sample, field};
use crate::schema::{DefinitionKind, Pack, RecordKind, Schema, Type as SchemaType};
use crate::source::{Origin, Sources, Span};
use windows_metadata::writer::{AttributeType, File, HasAttribute, MemberRefParent, TypeDef};
use windows_metadata::{
    FieldAttributes, MethodCallAttributes, Signature, Type, TypeAttributes, Value,
};

fn pack(narrow: Option<u8>, wide: Option<u8>) -> Pack {
    Pack { narrow, wide }
}

#[test]
fn twins_of_windows_are_one_record() {
    let names = [
        "APPBARDATA",
        "SHFILEOPSTRUCTW",
        "SHELLEXECUTEINFOW",
        "NOTIFYICONDATAW",
        "CHOOSECOLORW",
    ];
    let schema = windows(&names);
    let packs = names.map(|name| record(&schema, name).pack);
    assert_eq!(packs, [pack(Some(1), None); 5]);
    // As mingw's C compilers have them.
    let expected = [
        [36, 48, 48],
        [30, 56, 56],
        [60, 112, 112],
        [956, 976, 976],
        [36, 72, 72],
    ];
    assert_eq!(names.map(|name| sizes(&schema, name)), expected);
}

#[test]
fn what_differs_in_more_is_a_name() {
    // Of the first, only what is inside it differs; the second is aligned besides.
    let names = ["HSTRING_HEADER", "SLIST_HEADER", "ACMSTREAMHEADER"];
    let schema = windows(&names);
    for name in names {
        assert!(record(&schema, name).forward, "{name}");
    }
}

#[test]
fn typedefs_may_be_as_wide_as_pointers() {
    let schema = windows(&[
        "DBORDINAL",
        "DBROWCOUNT",
        "DBHASHVALUE",
        "PULONG_PTR",
        "DBBINDING",
    ]);
    let is =
        |name: &str| schema.spell(schema.resolve(&SchemaType::Named(schema.find(name).unwrap())));
    assert_eq!(is("DBORDINAL"), "unsigned __int3264");
    assert_eq!(is("DBROWCOUNT"), "__int3264");
    assert_eq!(is("DBHASHVALUE"), "unsigned __int3264");
    assert_eq!(is("PULONG_PTR"), "unsigned __int3264 *");
    assert_eq!(record(&schema, "DBBINDING").pack, pack(Some(2), None));
    assert_eq!(sizes(&schema, "DBBINDING"), [52, 88, 88]);
}

#[test]
fn what_holds_something_that_differs_differs() {
    // The first holds a `CONTEXT` in what it holds; the second is a typedef of what is another type on each machine.
    let names = ["MINIDUMP_CALLBACK_INPUT", "IMAGE_NT_HEADERS"];
    let schema = windows(&names);
    for name in names {
        assert!(record(&schema, name).forward, "{name}");
    }
}

#[test]
fn most_twins_of_windows_differ_in_packing_alone() {
    let file = Winmd::open(windows_default::WIN32).unwrap();
    let source = Sources::new().add("", String::new(), Origin::Input);
    let place = Span::new(source, 0, 0);
    let library = Library::new(vec![(file, super::Places::whole(place))]);
    let mut schema = Schema::new();
    let stand_in = super::added::stand_in(&mut schema, "", place);
    let packed = |id: &_| {
        let read = library.define(*id, place, &mut |_| stand_in);
        matches!(read.kind, DefinitionKind::Record(record) if record.pack.differs())
    };
    let count = library.own().iter().filter(|id| packed(id)).count();
    // And those that are inside them.
    assert!(count >= 200, "{count}");
}

/// A record that is for some machines.
fn twin(file: &mut File, name: &str, machines: i32, pack: u16, fields: &[(&str, Type)]) -> TypeDef {
    let row = value_type(file, name);
    complete(file, row, machines, pack, fields);
    row
}

fn complete(file: &mut File, row: TypeDef, machines: i32, pack: u16, fields: &[(&str, Type)]) {
    if pack != 0 {
        file.ClassLayout(row, pack, 0);
    }
    for (name, ty) in fields {
        file.Field(name, ty, FieldAttributes::Public);
    }
    let class = file.TypeRef("Windows.Win32.Metadata", "SupportedArchitectureAttribute");
    let signature = Signature {
        flags: MethodCallAttributes::HASTHIS,
        return_type: Type::Void,
        types: vec![Type::I32],
    };
    let constructor = file.MemberRef(".ctor", &signature, MemberRefParent::TypeRef(class));
    file.Attribute(
        HasAttribute::TypeDef(row),
        AttributeType::MemberRef(constructor),
        &[(String::new(), Value::I32(machines))],
    );
}

/// What `PAIR` is where a file has it for these machines, so packed and with these types in its second field.
fn pair(twins: &[(i32, u16, Type)]) -> (Schema, Option<Pack>) {
    let bytes = written(|file| {
        for (machines, pack, ty) in twins {
            let fields = [("first", Type::I32), ("second", ty.clone())];
            twin(file, "PAIR", *machines, *pack, &fields);
        }
        let holder = value_type(file, "HOLDER");
        let pointer = Type::PtrMut(Box::new(Type::value_named("Test", "PAIR")), 1);
        file.Field("pair", &pointer, FieldAttributes::Public);
        file.ClassLayout(holder, 2, 0);
    });
    let (schema, said) = compile(&[("pair.winmd", &bytes)]);
    assert_eq!(said, "");
    assert_eq!(record(&schema, "HOLDER").pack, Pack::everywhere(Some(2)));
    let pair = record(&schema, "PAIR");
    let pack = (!pair.forward).then_some(pair.pack);
    (schema, pack)
}

#[test]
fn twins_make_one_record_where_they_are_for_all_machines() {
    let (schema, packed) = pair(&[(1, 1, Type::U64), (6, 0, Type::U64)]);
    assert_eq!(packed, Some(pack(Some(1), None)));
    assert_eq!(sizes(&schema, "PAIR"), [12, 16, 16]);
    let packs = |twins| pair(twins).1;
    let of_three = [(4, 4, Type::U64), (1, 2, Type::U64), (2, 4, Type::U64)];
    assert_eq!(packs(&of_three), Some(pack(Some(2), Some(4))));
    // A field, a machine that is missing, one that is there twice, and two of 64 bits that are not the same.
    assert_eq!(packs(&[(1, 1, Type::U64), (6, 0, Type::I64)]), None);
    assert_eq!(packs(&[(1, 1, Type::U64), (2, 0, Type::U64)]), None);
    assert_eq!(packs(&[(3, 1, Type::U64), (6, 0, Type::U64)]), None);
    let of_three = [(1, 2, Type::U64), (2, 4, Type::U64), (4, 8, Type::U64)];
    assert_eq!(packs(&of_three), None);
    assert_eq!(packs(&[(6, 0, Type::U64)]), None);
    assert_eq!(packs(&[(7, 2, Type::U64)]), Some(pack(Some(2), Some(2))));
}

#[test]
fn what_is_inside_twins_is_theirs() {
    let with_inside = |narrow: Type, wide: Type| {
        written(|file| {
            for (machines, pack, ty) in [(1, 1, narrow), (6, 0, wide)] {
                let outer = value_type(file, "OUTER");
                let fields = [
                    ("at", Type::I8),
                    ("in", Type::value_named("Test", "OUTER/IN")),
                ];
                complete(file, outer, machines, pack, &fields);
                let base = file.TypeRef("System", "ValueType");
                let base = windows_metadata::writer::TypeDefOrRef::TypeRef(base);
                let flags = TypeAttributes::NestedPublic | TypeAttributes::SequentialLayout;
                let inner = file.TypeDef("", "IN", base, flags);
                file.NestedClass(inner, outer);
                complete(file, inner, machines, pack, &[("x", Type::I8), ("y", ty)]);
            }
        })
    };
    let (schema, said) = compile(&[("a.winmd", &with_inside(Type::U32, Type::U32))]);
    assert_eq!(said, "");
    assert_eq!(record(&schema, "IN").pack, pack(Some(1), None));
    assert_eq!(sizes(&schema, "OUTER"), [6, 12, 12]);
    let (schema, said) = compile(&[("a.winmd", &with_inside(Type::U32, Type::I32))]);
    assert_eq!(said, "");
    assert!(record(&schema, "OUTER").forward);
}

#[test]
fn what_is_written_has_twins() {
    let mut sample = Sample::new();
    let fields = || vec![field("p", SchemaType::pointer_to(SchemaType::Void, false))];
    sample.record(
        "TIGHT",
        RecordKind::Struct,
        pack(Some(2), Some(8)),
        fields(),
    );
    // Eight bytes are what no field here is aligned to, and four change nothing on machines of 32 bits.
    sample.record("SAME", RecordKind::Struct, pack(Some(8), Some(4)), fields());
    let bytes = published(&sample.schema);
    let file = windows_metadata::reader::File::new(bytes.clone()).unwrap();
    let index = windows_metadata::reader::Index::new(vec![file]);
    use windows_metadata::reader::HasAttributes;
    let rows = |name| {
        let rows = index.types().filter(|row| row.name() == name);
        let pack = |row: &windows_metadata::reader::TypeDef<'_>| {
            row.class_layout().map(|layout| layout.packing_size())
        };
        rows.map(|row| (row.arches(), pack(&row)))
            .collect::<Vec<_>>()
    };
    assert_eq!(rows("TIGHT"), [(1, Some(2)), (6, None)]);
    assert_eq!(rows("SAME"), [(0, Some(4))]);
    let (schema, said) = compile(&[("twins.winmd", &bytes)]);
    assert_eq!(said, "");
    // Nothing is lost, not even what has no effect.
    assert_eq!(record(&schema, "TIGHT").pack, pack(Some(2), Some(8)));
    assert_eq!(record(&schema, "SAME").pack, pack(Some(8), Some(4)));
}
