//! Schemas made at random, with everything that a schema can say.

use super::held;
use crate::metadata::{self, Faithfulness, reader};
use crate::schema::sample::{Sample, from_idl, span};
use crate::schema::{
    Alias, Arm, ArrayType, BinaryOperator, CallingConvention, Coclass, CoclassMember, Completeness,
    Constant, ConstantValue, DefinitionKind, Direction, Dispinterface, Enum, EnumValue, Expression,
    Field, Function, FunctionType, Guid, Interface, Method, MethodKind, Nullability, Ownership,
    Pack, Param, Pointee, Primitive, Record, RecordKind, Schema, Switch, Type, UnaryOperator,
};
use proptest::prelude::*;

fn read_back(schema: &Schema) -> Schema {
    let bytes = metadata::write(schema, "Test", Faithfulness::Published).unwrap();
    reader::read(&bytes).unwrap()
}

#[test]
fn everything_comes_back() {
    for schema in [Sample::everything().schema, from_idl(&["mapisync.idl"])] {
        let again = read_back(&schema);
        assert_eq!(held(&again), held(&schema));
        // And once more: what was read can be written.
        assert_eq!(held(&read_back(&again)), held(&schema));
    }
}

#[test]
fn a_remainder_that_contradicts_itself_is_an_error() {
    let bytes = metadata::write(
        &from_idl(&["mapisync.idl"]),
        "Test",
        Faithfulness::Published,
    );
    let bytes = bytes.unwrap();
    let broken = |from: &[u8], to: &[u8]| {
        let at = bytes.windows(from.len()).position(|window| window == from);
        let mut bytes = bytes.clone();
        bytes[at.unwrap()..][..from.len()].copy_from_slice(to);
        reader::read(&bytes).unwrap_err().message
    };
    let message = "what this metadata says of `IMAPISyncProgressCallback` contradicts itself";
    assert_eq!(
        broken(b"callee_closes\":true", b"callee_closes\":1234"),
        message
    );
    assert_eq!(
        broken(b"callee_closes\":true", b"callee_closes\" true"),
        message
    );
}

/// Draws choices from bytes; once these are at their end, each choice is the first.
struct Draw<'a> {
    bytes: &'a [u8],
    sample: Sample,
    /// Names of complete records, enumerations and typedefs of values.
    values: Vec<String>,
    interfaces: Vec<String>,
    count: usize,
}

impl Draw<'_> {
    fn below(&mut self, limit: usize) -> usize {
        match self.bytes.split_first() {
            Some((byte, rest)) => {
                self.bytes = rest;
                usize::from(*byte) % limit.max(1)
            }
            None => 0,
        }
    }

    fn chance(&mut self) -> bool {
        self.below(4) == 1
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn text(&mut self) -> String {
        self.pick(&[
            "",
            "plain",
            "\"quoted\" \\ and\nlines",
            "h\u{e9} \u{1f980}",
            "\0 {x}",
        ])
        .to_owned()
    }

    fn name(&mut self) -> String {
        self.count += 1;
        let stem = self.pick(&["A", "HFOO", "SOME_HANDLE", "type", "I", "self_"]);
        format!("{stem}{}", self.count)
    }

    fn guid(&mut self) -> Option<Guid> {
        self.chance().then(|| Guid(self.number() as u128))
    }

    fn number(&mut self) -> i128 {
        let edges = [
            0,
            1,
            -1,
            i128::from(i32::MIN),
            i128::from(u32::MAX),
            i128::from(i64::MIN),
            i128::from(u64::MAX),
            1 << 40,
        ];
        self.pick(&edges) + self.below(3) as i128
    }

    fn value(&mut self, depth: usize) -> Type {
        match self.below(if depth > 3 { 2 } else { 8 }) {
            0 => Type::Primitive(self.pick(&Primitive::ALL)),
            1 | 2 => {
                let known = self.values.len();
                let at = self.below(known);
                self.sample.named(&self.values[at].clone())
            }
            3 | 4 => Type::pointer_to(self.anything(depth + 1), self.chance()),
            5 => Type::Array(Box::new(ArrayType {
                element: self.value(depth + 1),
                is_const: self.chance(),
                len: self.chance().then(|| self.below(5) as u64),
            })),
            6 => Type::Function(Box::new(self.function(depth + 1))),
            _ => {
                let element = self.chance().then(|| Box::new(self.value(depth + 1)));
                Type::SafeArray(element)
            }
        }
    }

    fn anything(&mut self, depth: usize) -> Type {
        match self.below(4) {
            0 => Type::Void,
            1 => {
                let at = self.below(self.interfaces.len());
                self.sample.named(&self.interfaces[at].clone())
            }
            _ => self.value(depth),
        }
    }

    fn returns(&mut self, depth: usize) -> Type {
        match self.below(3) {
            0 => Type::Void,
            1 => self.sample.named("HRESULT"),
            _ => self.value(depth),
        }
    }

    fn convention(&mut self) -> CallingConvention {
        let all = [
            CallingConvention::System,
            CallingConvention::C,
            CallingConvention::Fast,
        ];
        self.pick(&all)
    }

    fn function(&mut self, depth: usize) -> FunctionType {
        FunctionType {
            returns: self.returns(depth),
            params: self.params(depth),
            variadic: self.chance(),
            convention: self.convention(),
        }
    }

    fn params(&mut self, depth: usize) -> Vec<Param> {
        let count = self.below(4);
        (0..count)
            .map(|at| Param {
                name: format!("p{at}"),
                span: span(),
                ty: self.value(depth + 1),
                direction: self.pick(&[Direction::In, Direction::Out, Direction::InOut]),
                retval: self.chance(),
                optional: self.chance(),
                pointee: self.pointee(count),
            })
            .collect()
    }

    fn expression(&mut self, operands: usize, depth: usize) -> Expression {
        let inner = |draw: &mut Self| Box::new(draw.expression(operands, depth + 1));
        match self.below(if depth > 3 { 2 } else { 7 }) {
            1 if operands > 0 => Expression::Operand(self.below(operands)),
            2 if operands > 0 => Expression::Dereference(self.below(operands)),
            3 => Expression::Unary(self.pick(&UnaryOperator::ALL), inner(self)),
            4 => {
                let operator = self.pick(&BinaryOperator::ALL);
                Expression::Binary(operator, inner(self), inner(self))
            }
            5 => Expression::Conditional(inner(self), inner(self), inner(self)),
            6 => Expression::Unknown,
            _ => Expression::Constant(self.number()),
        }
    }

    fn arm(&mut self) -> Arm {
        let count = if self.chance() { self.below(3) } else { 0 };
        Arm {
            cases: (0..count).map(|_| self.number()).collect(),
            default: self.chance(),
        }
    }

    fn pointee(&mut self, operands: usize) -> Pointee {
        let sizes = |draw: &mut Self| {
            let count = if draw.chance() { draw.below(3) } else { 0 };
            let one = |_| (!draw.chance()).then(|| draw.expression(operands, 0));
            (0..count).map(one).collect::<Vec<_>>()
        };
        let at = self.below(self.values.len());
        let flags = self.sample.id(&self.values[at].clone());
        Pointee {
            null: self.pick(&[Nullability::NonNull, Nullability::Nullable]),
            explicit: self.chance(),
            full: self.chance(),
            string: self.chance(),
            size: sizes(self),
            length: sizes(self),
            iid_is: self.chance().then(|| self.expression(operands, 0)),
            switch_is: self.chance().then(|| self.expression(operands, 0)),
            ownership: self.pick(&[Ownership::Borrowed, Ownership::Transferred]),
            null_on_success: self.chance(),
            flags: self.chance().then_some(flags),
            allocator: self.chance().then(|| self.text()),
            range: (self.chance()).then(|| Box::new((self.number(), self.number()))),
            custom: match self.chance() {
                true => vec![(Guid(self.number() as u128), self.text())],
                false => Vec::new(),
            },
        }
    }

    fn methods(&mut self) -> Vec<Method> {
        let kinds = [
            MethodKind::Plain,
            MethodKind::PropertyGet,
            MethodKind::PropertyPut,
            MethodKind::PropertyPutRef,
        ];
        (0..self.below(4))
            .map(|_| Method {
                name: self
                    .pick(&["Go", "get_It", "putref_It", "Value"])
                    .to_owned(),
                span: span(),
                docs: self.text(),
                returns: self.returns(0),
                params: self.params(0),
                kind: self.pick(&kinds),
                dispatch_id: self.chance().then(|| self.number() as i32),
                local: self.chance(),
                vararg: self.chance(),
                variadic: self.chance(),
                convention: self.convention(),
                success_codes: match self.chance() {
                    true => vec![self.text()],
                    false => Vec::new(),
                },
            })
            .collect()
    }

    fn fields(&mut self) -> Vec<Field> {
        let count = self.below(5);
        (0..count)
            .map(|at| {
                let bits = self.chance().then(|| 1 + self.below(8) as u8);
                Field {
                    name: match bits {
                        Some(_) if self.chance() => String::new(),
                        _ => format!("f{at}"),
                    },
                    span: span(),
                    docs: self.text(),
                    ty: match bits {
                        Some(_) => Type::Primitive(self.pick(&[Primitive::U8, Primitive::U32])),
                        None => self.value(0),
                    },
                    pointee: self.pointee(count),
                    bits,
                    arm: self.arm(),
                }
            })
            .collect()
    }

    fn pack(&mut self) -> Pack {
        let mut bytes = || self.chance().then(|| self.pick(&[1, 2, 4, 8]));
        let narrow = bytes();
        let wide = bytes();
        match self.chance() {
            true => Pack { narrow, wide },
            false => Pack::everywhere(wide),
        }
    }

    fn definition(&mut self) {
        let name = self.name();
        let tag = self.chance().then(|| format!("tag{name}"));
        let interface = self.below(self.interfaces.len());
        let interface = self.sample.id(&self.interfaces[interface].clone());
        self.sample.own = !self.chance();
        let kind = match self.below(9) {
            0 => {
                let pointee = self.pointee(0);
                let ty = self.value(0);
                DefinitionKind::Alias(Alias { ty, pointee })
            }
            1 => {
                let forward = self.chance();
                let fields = if forward { Vec::new() } else { self.fields() };
                DefinitionKind::Record(Record {
                    kind: self.pick(&[RecordKind::Struct, RecordKind::Union]),
                    tag,
                    pack: self.pack(),
                    fields,
                    forward,
                    switch: Switch {
                        ty: self.chance().then(|| self.value(0)),
                        none: self.arm(),
                    },
                })
            }
            2 => {
                let values = (0..self.below(4)).map(|at| EnumValue {
                    name: format!("{name}_{at}"),
                    span: span(),
                    docs: self.text(),
                    value: self.number() as i32,
                });
                DefinitionKind::Enum(Enum {
                    tag,
                    values: values.collect(),
                    flags: self.chance(),
                })
            }
            3 => {
                let completeness = match self.below(6) {
                    0 => Completeness::Opaque,
                    1 => Completeness::Forward,
                    _ => Completeness::Full,
                };
                let base = self.pick(&[Some("IUnknown"), Some("IROOT"), None]);
                DefinitionKind::Interface(Interface {
                    iid: self.guid(),
                    base: base.map(|base| self.sample.id(base)),
                    methods: self.methods(),
                    completeness,
                    dual: self.chance(),
                })
            }
            4 => DefinitionKind::Dispinterface(Dispinterface {
                iid: self.guid(),
                interface: self.chance().then_some(interface),
                methods: self.methods(),
            }),
            5 => DefinitionKind::Coclass(Coclass {
                clsid: self.guid(),
                interfaces: match self.chance() {
                    true => vec![CoclassMember {
                        interface,
                        default: self.chance(),
                        source: self.chance(),
                    }],
                    false => Vec::new(),
                },
            }),
            6 => {
                let function = self.function(0);
                DefinitionKind::Function(Function {
                    dll: self.chance().then(|| "some.dll".to_owned()),
                    entry: self
                        .chance()
                        .then(|| self.pick(&["#12", "Other"]).to_owned()),
                    returns: function.returns,
                    params: function.params,
                    variadic: function.variadic,
                    convention: function.convention,
                })
            }
            _ => DefinitionKind::Constant(Constant {
                ty: self.value(2),
                value: match self.below(5) {
                    0 => ConstantValue::Integer(self.number()),
                    1 => ConstantValue::Float(self.pick(&[0.1, f64::INFINITY, f64::NAN, -0.0])),
                    2 => ConstantValue::String(self.text()),
                    3 => ConstantValue::WideString(self.text()),
                    _ => ConstantValue::Guid(Guid(self.number() as u128)),
                },
            }),
        };
        // What comes later may name it.
        match &kind {
            DefinitionKind::Alias(_) | DefinitionKind::Enum(_) => self.values.push(name.clone()),
            DefinitionKind::Record(record) if !record.forward => self.values.push(name.clone()),
            DefinitionKind::Interface(_) => self.interfaces.push(name.clone()),
            _ => {}
        }
        self.sample.add(&name, kind);
    }
}

fn schema(bytes: &[u8]) -> Schema {
    let mut draw = Draw {
        bytes,
        sample: Sample::new(),
        values: ["ULONG", "HANDLE", "BSTR", "GUID", "IID", "BOOL", "WCHAR"]
            .map(str::to_owned)
            .into(),
        interfaces: vec!["IUnknown".to_owned()],
        count: 0,
    };
    draw.sample.interface("IROOT", None, None, Vec::new());
    while !draw.bytes.is_empty() {
        draw.definition();
    }
    draw.sample.schema.mark_flags();
    draw.sample.schema
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_schema_comes_back(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let schema = schema(&bytes);
        let again = read_back(&schema);
        prop_assert_eq!(held(&again), held(&schema));
    }
}
