//! Evaluation of an expression.

use super::{Float, Integer, Value};
use crate::diagnostics::{Code, Diagnostic};
use crate::lower::Lowering;
use crate::lower::similar::Sought;
use crate::schema::{BinaryOperator, Primitive, Target, Type};
use crate::syntax::tree::{Expression, ExpressionKind, TypeName, UnaryOperator};

/// Why an expression has no value; `None` where that has been reported already.
type Problem = Option<Box<Diagnostic>>;

pub(super) fn evaluate(
    lowering: &mut Lowering<'_>,
    expression: &Expression,
) -> Result<Value, Problem> {
    let integer = |value| Ok(Value::Integer(value));
    match &expression.kind {
        ExpressionKind::Integer {
            value,
            unsigned,
            wide,
        } => integer(Integer::literal(*value, *unsigned, *wide)),
        ExpressionKind::Float { value, single } => Ok(Value::Float(Float {
            value: *value,
            single: *single,
        })),
        ExpressionKind::Char(c) => integer(Integer::int(i32::try_from(u32::from(*c)).unwrap_or(0))),
        ExpressionKind::String(text) => Ok(Value::String(text.clone())),
        ExpressionKind::WideString(text) => Ok(Value::WideString(text.clone())),
        ExpressionKind::Bool(truth) => integer(Integer::int((*truth).into())),
        ExpressionKind::Null => integer(Integer::int(0)),
        ExpressionKind::Name(name) => named(lowering, name, expression),
        ExpressionKind::Unary(operator, operand) => {
            let value = evaluate(lowering, operand)?;
            unary(*operator, value).ok_or_else(|| not_constant(expression))
        }
        ExpressionKind::Binary(operator, left, right) => {
            if let Some(value) = cast_in_disguise(lowering, *operator, left, right) {
                return value;
            }
            let left = evaluate(lowering, left)?;
            // What C does not evaluate may be nonsense: `SIZE && 10 / SIZE`.
            if let Some(known) = short_circuit(*operator, &left) {
                return integer(known);
            }
            let divisor = right.span;
            let right = evaluate(lowering, right)?;
            match (left, right) {
                (Value::Integer(a), Value::Integer(b)) => {
                    a.binary(*operator, b).map(Value::Integer).ok_or_else(|| {
                        problem(Diagnostic::at(
                            Code::DivisionByZero,
                            divisor,
                            "division by zero",
                        ))
                    })
                }
                (left, right) => floats(*operator, &left, &right)
                    .map(Value::Float)
                    .ok_or_else(|| not_constant(expression)),
            }
        }
        ExpressionKind::Conditional(condition, yes, no) => match evaluate(lowering, condition)? {
            Value::Integer(condition) if condition.is_true() => evaluate(lowering, yes),
            Value::Integer(_) => evaluate(lowering, no),
            _ => Err(not_constant(condition)),
        },
        ExpressionKind::Cast(ty, operand) => {
            let value = evaluate(lowering, operand)?;
            cast(lowering, ty, value).ok_or_else(|| not_constant(expression))
        }
        ExpressionKind::SizeOf(ty) => size_of(lowering, ty, expression),
        ExpressionKind::Call(name, arguments) => {
            let mut values = Vec::with_capacity(arguments.len());
            for argument in arguments {
                values.push(evaluate(lowering, argument)?);
            }
            well_known_macro(&name.text, &values).ok_or_else(|| not_constant(expression))
        }
        ExpressionKind::Uuid(text) => match text.parse() {
            Ok(guid) => Ok(Value::Guid(guid)),
            Err(_) => Err(not_constant(expression)),
        },
        ExpressionKind::Version(..) | ExpressionKind::Member(..) | ExpressionKind::Type(_) => {
            Err(not_constant(expression))
        }
        ExpressionKind::Error => Err(None),
    }
}

fn problem(diagnostic: Diagnostic) -> Problem {
    Some(Box::new(diagnostic))
}

fn not_constant(expression: &Expression) -> Problem {
    problem(Diagnostic::at(
        Code::NotConstant,
        expression.span,
        "the value of this is not known when the file is compiled",
    ))
}

fn named(
    lowering: &mut Lowering<'_>,
    name: &str,
    expression: &Expression,
) -> Result<Value, Problem> {
    if let Some(known) = lowering.constants.get(name) {
        return Ok(known.value.clone());
    }
    if let Some(value) = lowering.external_constant(name, expression.span) {
        return Ok(value);
    }
    // Once told is enough.
    if lowering.quiet || !lowering.names.unknown_constants.insert(name.into()) {
        return Err(None);
    }
    let unknown = Diagnostic::at(
        Code::UnknownConstant,
        expression.span,
        format!("unknown constant `{name}`"),
    );
    Err(problem(
        match lowering.similar_name(Sought::Constant, name) {
            Some(help) => unknown.help(help),
            None => unknown,
        },
    ))
}

fn short_circuit(operator: BinaryOperator, left: &Value) -> Option<Integer> {
    let Value::Integer(left) = left else {
        return None;
    };
    match (operator, left.is_true()) {
        (BinaryOperator::LogicalAnd, false) => Some(Integer::int(0)),
        (BinaryOperator::LogicalOr, true) => Some(Integer::int(1)),
        _ => None,
    }
}

fn unary(operator: UnaryOperator, value: Value) -> Option<Value> {
    Some(match (operator, value) {
        (UnaryOperator::Plus, value @ (Value::Integer(_) | Value::Float(_))) => value,
        (UnaryOperator::Negate, Value::Integer(value)) => Value::Integer(value.negate()),
        (UnaryOperator::Negate, Value::Float(float)) => Value::Float(Float {
            value: -float.value,
            ..float
        }),
        (UnaryOperator::Complement, Value::Integer(value)) => Value::Integer(value.complement()),
        (UnaryOperator::Not, Value::Integer(value)) => {
            Value::Integer(Integer::int((!value.is_true()).into()))
        }
        _ => return None,
    })
}

fn floats(operator: BinaryOperator, left: &Value, right: &Value) -> Option<Float> {
    // An integer becomes what the other one is.
    let float = |value: &Value| match value {
        Value::Float(float) => Some(*float),
        Value::Integer(integer) => Some(Float {
            value: integer.value() as f64,
            single: true,
        }),
        _ => None,
    };
    let (left, right) = (float(left)?, float(right)?);
    let (a, b) = (left.value, right.value);
    let value = match operator {
        BinaryOperator::Add => a + b,
        BinaryOperator::Subtract => a - b,
        BinaryOperator::Multiply => a * b,
        BinaryOperator::Divide => a / b,
        _ => return None,
    };
    let single = left.single && right.single;
    Some(Float { value, single })
}

fn cast(lowering: &mut Lowering<'_>, name: &TypeName, value: Value) -> Option<Value> {
    let ty = lowering.type_name(name);
    cast_to(lowering, &ty, value)
}

fn cast_to(lowering: &Lowering<'_>, ty: &Type, value: Value) -> Option<Value> {
    match (lowering.schema.resolve(ty), value) {
        (Type::Primitive(to @ (Primitive::F32 | Primitive::F64)), value) => {
            let value = match value {
                Value::Integer(integer) => integer.value() as f64,
                Value::Float(float) => float.value,
                _ => return None,
            };
            let single = *to == Primitive::F32;
            Some(Value::Float(Float { value, single }))
        }
        (Type::Primitive(to), Value::Integer(value)) => {
            Integer::of_primitive(value.value(), *to).map(Value::Integer)
        }
        (Type::Primitive(to), Value::Float(float)) => {
            Integer::of_primitive(float.value as i128, *to).map(Value::Integer)
        }
        // To an enumeration, or to a pointer as in `(LPCSTR)4`: the number stays.
        (Type::Named(_) | Type::Pointer(_), value) => Some(value),
        _ => None,
    }
}

/// `(HBODY)-1` reads as a subtraction where the parser cannot know that `HBODY` is a type.
fn cast_in_disguise(
    lowering: &mut Lowering<'_>,
    operator: BinaryOperator,
    left: &Expression,
    right: &Expression,
) -> Option<Result<Value, Problem>> {
    let ExpressionKind::Name(name) = &left.kind else {
        return None;
    };
    let operator = match operator {
        BinaryOperator::Subtract => UnaryOperator::Negate,
        BinaryOperator::Add => UnaryOperator::Plus,
        _ => return None,
    };
    if lowering.constants.contains_key(name) {
        return None;
    }
    let ty = Type::Named(*lowering.names.ordinary.get(name)?);
    let value = match evaluate(lowering, right) {
        Ok(value) => unary(operator, value).and_then(|value| cast_to(lowering, &ty, value)),
        Err(problem) => return Some(Err(problem)),
    };
    Some(value.ok_or_else(|| not_constant(right)))
}

fn size_of(
    lowering: &mut Lowering<'_>,
    name: &TypeName,
    expression: &Expression,
) -> Result<Value, Problem> {
    let ty = lowering.type_name(name);
    let mut sizes = Vec::new();
    for target in Target::ALL {
        match lowering.schema.layout(&ty, target) {
            Ok(layout) => sizes.push(layout.size),
            Err(_) => {
                return Err(problem(Diagnostic::at(
                    Code::IncompleteType,
                    expression.span,
                    "this type has no size",
                )));
            }
        }
    }
    let size = sizes.first().copied().unwrap_or_default();
    if sizes.iter().any(|other| *other != size) {
        return Err(problem(
            Diagnostic::at(
                Code::SizeDependsOnTarget,
                expression.span,
                "this size differs between 32-bit and 64-bit machines",
            )
            .help("write a number, or use types whose width is fixed"),
        ));
    }
    Ok(Value::Integer(Integer::literal(size, true, false)))
}

/// Macros of the Windows headers that quoted constants are written with.
fn well_known_macro(name: &str, values: &[Value]) -> Option<Value> {
    let mut integers = Vec::new();
    for value in values {
        let Value::Integer(value) = value else {
            return None;
        };
        integers.push(value.value());
    }
    let status = |value| Integer::of_primitive(value, Primitive::I32).map(Value::Integer);
    match (name, integers.as_slice()) {
        ("MAKE_HRESULT" | "MAKE_SCODE", [severity, facility, code]) => {
            status(((severity & 1) << 31) | ((facility & 0x7fff) << 16) | (code & 0xffff))
        }
        ("_HRESULT_TYPEDEF_" | "__MSABI_LONG", [value]) => status(*value),
        _ => None,
    }
}
