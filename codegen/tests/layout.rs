//! Our layouts are those of a C compiler for Windows. Where it is missing, the tests are ignored and say so.

use libtest_mimic::{Arguments, Completion, Failed, Trial};
use midl_bindgen::schema::{
    Alias, Arm, ArrayType, Definition, DefinitionId, DefinitionKind, Field, Pack, Pointee,
    Primitive, Record, RecordKind, Schema, Switch, Target, Type,
};
use midl_bindgen::source::{Origin, Sources, Span};
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

fn main() {
    let arguments = Arguments::from_args();
    let compilers = [
        ("i686-w64-mingw32-gcc", Target::X86),
        ("x86_64-w64-mingw32-gcc", Target::X64),
    ];
    let trials = compilers.map(|(compiler, target)| {
        Trial::ignorable_test(format!("records_as_{compiler}_lays_them_out"), move || {
            let version = Command::new(compiler)
                .arg("--version")
                .stdout(Stdio::null())
                .status();
            if version.is_err() {
                return Ok(Completion::ignored_with(format!("needs {compiler}")));
            }
            agrees(compiler, target).map(|()| Completion::Completed)
        })
    });
    libtest_mimic::run(&arguments, trials.into()).exit();
}

fn agrees(compiler: &str, target: Target) -> Result<(), Failed> {
    let program = records(target);
    let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{compiler}.c"));
    std::fs::write(&source, program)?;
    let output = Command::new(compiler)
        .args(["-std=gnu11", "-mms-bitfields", "-fsyntax-only"])
        .arg(&source)
        .output()?;
    if output.status.success() {
        return Ok(());
    }
    Err(String::from_utf8_lossy(&output.stderr).into())
}

/// Records of all shapes, each with what we say of its layout.
fn records(target: Target) -> String {
    let mut maker = Maker::new();
    let mut program = String::from("#include <stddef.h>\n");
    for (name, spelling, _) in BASE {
        let _ = writeln!(program, "typedef {spelling} {name};");
    }
    for number in 0..400 {
        let id = maker.record(number);
        maker.print(&mut program, id, target);
    }
    program
}

const BASE: [(&str, &str, Primitive); 7] = [
    ("U8", "unsigned char", Primitive::U8),
    ("I16", "short", Primitive::I16),
    ("U32", "unsigned long", Primitive::U32),
    ("I64", "long long", Primitive::I64),
    ("F32", "float", Primitive::F32),
    ("F64", "double", Primitive::F64),
    ("USIZE", "size_t", Primitive::USize),
];

/// Makes records by chance, the same ones in every run.
struct Maker {
    schema: Schema,
    span: Span,
    integers: Vec<Type>,
    types: Vec<Type>,
    chance: u64,
}

impl Maker {
    fn new() -> Self {
        let file = Sources::new().add("layout.idl", String::new(), Origin::Input);
        let mut maker = Self {
            schema: Schema::new(),
            span: Span::new(file, 0, 0),
            integers: Vec::new(),
            types: Vec::new(),
            chance: 42,
        };
        for (name, _, primitive) in BASE {
            let ty = Type::Primitive(primitive);
            let pointee = Pointee::default();
            let id = maker.add(name, DefinitionKind::Alias(Alias { ty, pointee }));
            maker.types.push(Type::Named(id));
            if !matches!(primitive, Primitive::F32 | Primitive::F64) {
                maker.integers.push(Type::Named(id));
            }
        }
        maker.types.push(Type::pointer_to(Type::Void, false));
        maker
    }

    fn add(&mut self, name: &str, kind: DefinitionKind) -> DefinitionId {
        self.schema.add(Definition {
            name: name.into(),
            span: self.span,
            docs: String::new(),
            own: true,
            kind,
        })
    }

    /// A number below `limit`.
    fn below(&mut self, limit: u64) -> u64 {
        self.chance = self
            .chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.chance >> 33) % limit
    }

    fn pick(&mut self, from: &[Type]) -> Type {
        let at = self.below(from.len() as u64) as usize;
        from[at].clone()
    }

    fn record(&mut self, number: u32) -> DefinitionId {
        let kind = match self.below(4) {
            0 => RecordKind::Union,
            _ => RecordKind::Struct,
        };
        let mut bytes = || [None, None, Some(1), Some(2), Some(4), Some(8)][self.below(6) as usize];
        let pack = Pack {
            narrow: bytes(),
            wide: bytes(),
        };
        let count = 1 + self.below(6);
        // GCC gives a bit-field in a packed union only the bytes that its bits need, not those of its type.
        let with_bits = kind == RecordKind::Struct || pack == Pack::NATURAL;
        let fields = (0..count).map(|at| self.field(at, with_bits)).collect();
        let record = Record {
            kind,
            tag: None,
            pack,
            fields,
            forward: false,
            switch: Switch::default(),
        };
        let id = self.add(&format!("R{number}"), DefinitionKind::Record(record));
        self.types.push(Type::Named(id));
        id
    }

    fn field(&mut self, at: u64, with_bits: bool) -> Field {
        let mut bits = None;
        let ty = match self.below(6) {
            0 | 1 if with_bits => {
                let integers = self.integers.clone();
                let ty = self.pick(&integers);
                let size = self.schema.layout(&ty, Target::X86).expect("a size").size;
                bits = Some(1 + self.below(size * 8) as u8);
                ty
            }
            2 => {
                let types = self.types.clone();
                Type::Array(Box::new(ArrayType {
                    element: self.pick(&types),
                    is_const: false,
                    len: Some(1 + self.below(3)),
                }))
            }
            _ => {
                let types = self.types.clone();
                self.pick(&types)
            }
        };
        Field {
            name: format!("f{at}"),
            span: self.span,
            docs: String::new(),
            ty,
            pointee: Pointee::default(),
            bits,
            arm: Arm::default(),
        }
    }

    fn print(&self, program: &mut String, id: DefinitionId, target: Target) {
        let definition = &self.schema[id];
        let DefinitionKind::Record(record) = &definition.kind else {
            unreachable!("only records are printed");
        };
        let name = &definition.name;
        let keyword = match record.kind {
            RecordKind::Struct => "struct",
            RecordKind::Union => "union",
        };
        if let Some(pack) = record.pack.on(target) {
            let _ = writeln!(program, "#pragma pack(push, {pack})");
        }
        let _ = writeln!(program, "typedef {keyword} {{");
        for field in &record.fields {
            let declaration = self.schema.spell_declaration(&field.ty, &field.name);
            let bits = field
                .bits
                .map_or(String::new(), |bits| format!(" : {bits}"));
            let _ = writeln!(program, "    {declaration}{bits};");
        }
        let _ = writeln!(program, "}} {name};");
        if record.pack.on(target).is_some() {
            let _ = writeln!(program, "#pragma pack(pop)");
        }
        let layout = self
            .schema
            .layout(&Type::Named(id), target)
            .expect("records of known types have a layout");
        let mut claim = |what: String, value: u64| {
            let _ = writeln!(program, "_Static_assert({what} == {value}, \"{what}\");");
        };
        claim(format!("sizeof({name})"), layout.size);
        claim(format!("_Alignof({name})"), layout.align);
        for (field, place) in record.fields.iter().zip(&layout.fields) {
            if field.bits.is_none() {
                claim(format!("offsetof({name}, {})", field.name), place.offset);
            }
        }
    }
}
