//! Facts as definitions. What they say may be anything: it is then no definition.

use super::{Facts, Node};
use crate::schema::{
    Alias, Arm, ArrayType, BinaryOperator, CallingConvention, Coclass, CoclassMember, Completeness,
    Constant, ConstantValue, DefinitionId, DefinitionKind, Direction, Dispinterface, Enum,
    EnumValue, Expression, Field, Function, FunctionType, Guid, Interface, Method, MethodKind,
    Nullability, Ownership, Pack, Param, Pointee, Primitive, Record, RecordKind, Switch, Type,
    UnaryOperator,
};
use crate::source::Span;
use serde_json::Value;

/// Who knows what names stand for.
pub(in crate::metadata) struct Decode<'a> {
    /// The place that everything gets.
    pub(in crate::metadata) place: Span,
    /// The type of a name.
    pub(in crate::metadata) named: &'a mut dyn FnMut(&str) -> Option<DefinitionId>,
}

/// Expressions and types nest no deeper.
const DEEPEST: usize = 100;

/// What a definition is. `None` where the facts are not those of one.
pub(in crate::metadata) fn definition(
    node: &Node,
    decode: &mut Decode<'_>,
) -> Option<DefinitionKind> {
    let facts = &node.facts;
    Some(match text(facts, "kind")?? {
        "interface" => DefinitionKind::Interface(Interface {
            iid: guid(facts, "iid")?,
            base: decode.name(facts, "base")?,
            methods: decode.methods(&node.parts)?,
            completeness: match text(facts, "known")? {
                None => Completeness::Full,
                Some("name and IID") => Completeness::Opaque,
                Some("name") => Completeness::Forward,
                Some(_) => return None,
            },
            dual: flag(facts, "dual")?,
        }),
        "dispinterface" => DefinitionKind::Dispinterface(Dispinterface {
            iid: guid(facts, "iid")?,
            interface: decode.name(facts, "interface")?,
            methods: decode.methods(&node.parts)?,
        }),
        "coclass" => DefinitionKind::Coclass(Coclass {
            clsid: guid(facts, "clsid")?,
            interfaces: list(facts, "interfaces")?
                .iter()
                .map(|member| {
                    let member = member.as_object()?;
                    Some(CoclassMember {
                        interface: decode.name(member, "interface")??,
                        default: flag(member, "default")?,
                        source: flag(member, "source")?,
                    })
                })
                .collect::<Option<_>>()?,
        }),
        "record" => DefinitionKind::Record(Record {
            kind: match flag(facts, "union")? {
                true => RecordKind::Union,
                false => RecordKind::Struct,
            },
            tag: text(facts, "tag")?.map(str::to_owned),
            pack: pack(facts)?,
            fields: decode.fields(&node.parts)?,
            forward: flag(facts, "declared")?,
            switch: Switch {
                ty: match facts.get("switch_type") {
                    None => None,
                    Some(ty) => Some(decode.ty(ty, 0)?),
                },
                none: arm(facts)?,
            },
        }),
        "enum" => DefinitionKind::Enum(Enum {
            tag: text(facts, "tag")?.map(str::to_owned),
            values: node
                .parts
                .iter()
                .map(|part| {
                    Some(EnumValue {
                        name: text(&part.facts, "name")??.to_owned(),
                        span: decode.place,
                        docs: docs(&part.facts)?,
                        value: number(&part.facts, "value")??,
                    })
                })
                .collect::<Option<_>>()?,
            flags: flag(facts, "flags")?,
        }),
        "typedef" => DefinitionKind::Alias(Alias {
            ty: decode.ty(facts.get("type")?, 0)?,
            pointee: decode.pointee(facts, 0)?,
        }),
        "callback" => DefinitionKind::Alias(Alias {
            ty: Type::Function(Box::new(decode.callback(facts, &node.parts, 0)?)),
            pointee: decode.pointee(facts, 0)?,
        }),
        "const" => DefinitionKind::Constant(Constant {
            ty: decode.ty(facts.get("type")?, 0)?,
            value: constant(facts.get("value")?)?,
        }),
        "function" => {
            let callback = decode.callback(facts, &node.parts, 0)?;
            DefinitionKind::Function(Function {
                dll: text(facts, "dll")?.map(str::to_owned),
                entry: text(facts, "entry")?.map(str::to_owned),
                returns: callback.returns,
                params: callback.params,
                variadic: callback.variadic,
                convention: callback.convention,
            })
        }
        _ => return None,
    })
}

impl Decode<'_> {
    fn name(&mut self, facts: &Facts, key: &str) -> Option<Option<DefinitionId>> {
        match text(facts, key)? {
            None => Some(None),
            Some(name) => (self.named)(name).map(Some),
        }
    }

    fn callback(&mut self, facts: &Facts, params: &[Node], depth: usize) -> Option<FunctionType> {
        Some(FunctionType {
            returns: self.ty(facts.get("returns")?, depth)?,
            params: self.params(params, depth)?,
            variadic: flag(facts, "variadic")?,
            convention: convention(facts)?,
        })
    }

    fn methods(&mut self, parts: &[Node]) -> Option<Vec<Method>> {
        parts.iter().map(|part| self.method(part)).collect()
    }

    fn method(&mut self, part: &Node) -> Option<Method> {
        let facts = &part.facts;
        let callback = self.callback(facts, &part.parts, 0)?;
        Some(Method {
            name: text(facts, "name")??.to_owned(),
            span: self.place,
            docs: docs(facts)?,
            returns: callback.returns,
            params: callback.params,
            kind: match text(facts, "kind")? {
                None => MethodKind::Plain,
                Some("propget") => MethodKind::PropertyGet,
                Some("propput") => MethodKind::PropertyPut,
                Some("propputref") => MethodKind::PropertyPutRef,
                Some(_) => return None,
            },
            dispatch_id: number(facts, "id")?,
            local: flag(facts, "local")?,
            vararg: flag(facts, "vararg")?,
            variadic: callback.variadic,
            convention: callback.convention,
            success_codes: list(facts, "success_codes")?
                .iter()
                .map(|code| code.as_str().map(str::to_owned))
                .collect::<Option<_>>()?,
        })
    }

    fn params(&mut self, parts: &[Node], depth: usize) -> Option<Vec<Param>> {
        let param = |part: &Node| {
            let facts = &part.facts;
            Some(Param {
                name: text(facts, "name")??.to_owned(),
                span: self.place,
                ty: self.ty(facts.get("type")?, depth)?,
                direction: match text(facts, "direction")? {
                    None => Direction::In,
                    Some("out") => Direction::Out,
                    Some("in, out") => Direction::InOut,
                    Some(_) => return None,
                },
                retval: flag(facts, "retval")?,
                optional: flag(facts, "optional")?,
                pointee: self.pointee(facts, parts.len())?,
            })
        };
        parts.iter().map(param).collect()
    }

    fn fields(&mut self, parts: &[Node]) -> Option<Vec<Field>> {
        let field = |part: &Node| {
            let facts = &part.facts;
            Some(Field {
                name: text(facts, "name")??.to_owned(),
                span: self.place,
                docs: docs(facts)?,
                ty: self.ty(facts.get("type")?, 0)?,
                pointee: self.pointee(facts, parts.len())?,
                bits: number(facts, "bits")?,
                arm: arm(facts)?,
            })
        };
        parts.iter().map(field).collect()
    }

    /// `operands` is how many parameters or fields an expression may name.
    fn pointee(&mut self, facts: &Facts, operands: usize) -> Option<Pointee> {
        let one = |key| match facts.get(key) {
            None => Some(None),
            Some(value) => expression(value, operands).map(Some),
        };
        let several = |key| -> Option<Vec<Option<Expression>>> {
            let dimension = |value: &Value| match value {
                Value::Null => Some(None),
                value => expression(value, operands).map(Some),
            };
            list(facts, key)?.iter().map(dimension).collect()
        };
        Some(Pointee {
            null: match flag(facts, "unique")? {
                true => Nullability::Nullable,
                false => Nullability::NonNull,
            },
            explicit: flag(facts, "explicit")?,
            full: flag(facts, "ptr")?,
            string: flag(facts, "string")?,
            size: several("size_is")?,
            length: several("length_is")?,
            iid_is: one("iid_is")?,
            switch_is: one("switch_is")?,
            ownership: match flag(facts, "callee_closes")? {
                true => Ownership::Transferred,
                false => Ownership::Borrowed,
            },
            null_on_success: flag(facts, "null_on_success")?,
            flags: self.name(facts, "flags_type")?,
            allocator: text(facts, "allocator")?.map(str::to_owned),
            range: match numbers(facts, "range")?.as_slice() {
                [] => None,
                [low, high] => Some(Box::new((*low, *high))),
                _ => return None,
            },
            custom: list(facts, "custom")?
                .iter()
                .map(|pair| match pair.as_array()?.as_slice() {
                    [key, text] => {
                        let key: Guid = key.as_str()?.parse().ok()?;
                        Some((key, text.as_str()?.to_owned()))
                    }
                    _ => None,
                })
                .collect::<Option<_>>()?,
        })
    }

    fn ty(&mut self, value: &Value, depth: usize) -> Option<Type> {
        let depth = depth + 1;
        if depth > DEEPEST {
            return None;
        }
        let facts = match value {
            Value::String(name) => return (self.named)(name).map(Type::Named),
            value => value.as_object()?,
        };
        if let Some(element) = facts.get("array") {
            return Some(Type::Array(Box::new(ArrayType {
                element: self.ty(element, depth)?,
                is_const: flag(facts, "const")?,
                len: number(facts, "len")?,
            })));
        }
        let (key, value) = facts.iter().next()?;
        Some(match (key.as_str(), value) {
            ("midl", Value::String(name)) if name == "void" => Type::Void,
            ("midl", value) => Type::Primitive(primitive(value.as_str()?)?),
            ("pointer", target) => Type::pointer_to(self.ty(target, depth)?, false),
            ("const", target) => Type::pointer_to(self.ty(target, depth)?, true),
            ("safearray", Value::Bool(_)) => Type::SafeArray(None),
            ("safearray", element) => Type::SafeArray(Some(Box::new(self.ty(element, depth)?))),
            ("function", function) => {
                let facts = function.as_object()?;
                let params = list(facts, "params")?.to_vec();
                let params: Vec<Node> = params.into_iter().map(super::node).collect();
                Type::Function(Box::new(self.callback(facts, &params, depth)?))
            }
            _ => return None,
        })
    }
}

/// What is said under a key, if anything; `None` where it is something else.
fn text<'a>(facts: &'a Facts, key: &str) -> Option<Option<&'a str>> {
    match facts.get(key) {
        None => Some(None),
        Some(value) => value.as_str().map(Some),
    }
}

fn docs(facts: &Facts) -> Option<String> {
    Some(text(facts, "docs")?.unwrap_or_default().to_owned())
}

fn flag(facts: &Facts, key: &str) -> Option<bool> {
    match facts.get(key) {
        None => Some(false),
        Some(value) => value.as_bool(),
    }
}

fn number<T: TryFrom<i128>>(facts: &Facts, key: &str) -> Option<Option<T>> {
    let Some(value) = facts.get(key) else {
        return Some(None);
    };
    let signed = value.as_i64().map(i128::from);
    let number = signed.or_else(|| value.as_u64().map(i128::from))?;
    T::try_from(number).ok().map(Some)
}

/// A number where it is the same everywhere, else two: for machines of 32 and of 64 bits.
fn pack(facts: &Facts) -> Option<Pack> {
    let bytes = |value: &Value| match value {
        Value::Null => Some(None),
        value => u8::try_from(value.as_u64()?).ok().map(Some),
    };
    match facts.get("pack") {
        None => Some(Pack::NATURAL),
        Some(Value::Array(pack)) => match pack.as_slice() {
            [narrow, wide] => Some(Pack {
                narrow: bytes(narrow)?,
                wide: bytes(wide)?,
            }),
            _ => None,
        },
        Some(pack) => bytes(pack).map(Pack::everywhere),
    }
}

fn list<'a>(facts: &'a Facts, key: &str) -> Option<&'a [Value]> {
    match facts.get(key) {
        None => Some(&[]),
        Some(value) => value.as_array().map(Vec::as_slice),
    }
}

fn numbers(facts: &Facts, key: &str) -> Option<Vec<i128>> {
    let number = |value: &Value| value.as_str()?.parse().ok();
    list(facts, key)?.iter().map(number).collect()
}

fn arm(facts: &Facts) -> Option<Arm> {
    Some(Arm {
        cases: numbers(facts, "cases")?,
        default: flag(facts, "default")?,
    })
}

fn guid(facts: &Facts, key: &str) -> Option<Option<Guid>> {
    match text(facts, key)? {
        None => Some(None),
        Some(text) => text.parse().ok().map(Some),
    }
}

fn convention(facts: &Facts) -> Option<CallingConvention> {
    Some(match text(facts, "convention")? {
        None => CallingConvention::System,
        Some("cdecl") => CallingConvention::C,
        Some("fastcall") => CallingConvention::Fast,
        Some(_) => return None,
    })
}

fn primitive(name: &str) -> Option<Primitive> {
    Primitive::ALL
        .iter()
        .find(|primitive| primitive.midl_name() == name)
        .copied()
}

fn constant(value: &Value) -> Option<ConstantValue> {
    let (key, value) = value.as_object()?.iter().next()?;
    let value = value.as_str()?;
    Some(match key.as_str() {
        "integer" => ConstantValue::Integer(value.parse().ok()?),
        "float" => ConstantValue::Float(f64::from_bits(value.parse().ok()?)),
        "text" => ConstantValue::String(value.to_owned()),
        "wide" => ConstantValue::WideString(value.to_owned()),
        "guid" => ConstantValue::Guid(value.parse().ok()?),
        _ => return None,
    })
}

/// An expression in postfix notation, and how deep it is while it is put together.
fn expression(value: &Value, operands: usize) -> Option<Expression> {
    let mut stack: Vec<(Expression, usize)> = Vec::new();
    let operand = |word: &str| {
        let at: usize = word.strip_prefix('#')?.parse().ok()?;
        (at < operands).then_some(at)
    };
    for word in value.as_str()?.split(' ') {
        let next = if let Ok(value) = word.parse() {
            (Expression::Constant(value), 1)
        } else if let Some(at) = operand(word) {
            (Expression::Operand(at), 1)
        } else if let Some(at) = word.strip_prefix('*').and_then(operand) {
            (Expression::Dereference(at), 1)
        } else if word == "?" {
            (Expression::Unknown, 1)
        } else if word == "?:" {
            let (no, c) = stack.pop()?;
            let (yes, b) = stack.pop()?;
            let (condition, a) = stack.pop()?;
            let expression = Expression::Conditional(condition.into(), yes.into(), no.into());
            (expression, a.max(b).max(c) + 1)
        } else if let Some(operator) = UnaryOperator::ALL
            .iter()
            .find(|operator| word.strip_suffix('x') == Some(operator.spell()))
        {
            let (operand, depth) = stack.pop()?;
            (Expression::Unary(*operator, operand.into()), depth + 1)
        } else {
            let mut operators = BinaryOperator::ALL.iter();
            let operator = operators.find(|operator| operator.spell() == word)?;
            let (right, b) = stack.pop()?;
            let (left, a) = stack.pop()?;
            let expression = Expression::Binary(*operator, left.into(), right.into());
            (expression, a.max(b) + 1)
        };
        if next.1 > DEEPEST {
            return None;
        }
        stack.push(next);
    }
    let (expression, _) = stack.pop()?;
    stack.is_empty().then_some(expression)
}
