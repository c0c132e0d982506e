//! Parameters that tell of other parameters: in Rust they disappear into what they tell of.

use super::types::is_interface_or_void;
use crate::schema::{
    BinaryOperator, Direction, Expression, Method, Nullability, Param, Primitive, Schema, Type,
    WellKnown,
};

/// The parameter with the IID of what comes in or out through another one; `None` where that is no single interface.
pub(super) fn iid(schema: &Schema, method: &Method, told: &Param) -> Option<usize> {
    let Some(Expression::Operand(at)) = told.pointee.iid_is else {
        return None;
    };
    let is_told = is_place(schema, told) || is_given(schema, told);
    (is_told && is_iid(schema, method.params.get(at)?)).then_some(at)
}

/// Whether it is the place for an interface.
fn is_place(schema: &Schema, param: &Param) -> bool {
    let Type::Pointer(place) = schema.resolve(&param.ty) else {
        return false;
    };
    param.direction == Direction::Out
        && matches!(schema.resolve(&place.target), Type::Pointer(inner)
            if is_interface_or_void(schema, &inner.target))
}

/// Whether it is an interface of a type that only the IID tells.
fn is_given(schema: &Schema, param: &Param) -> bool {
    let Some(pointer) = schema.as_pointer(&param.ty) else {
        return false;
    };
    let untyped = *schema.resolve(&pointer.target) == Type::Void;
    param.direction == Direction::In
        && param.pointee.size.is_empty()
        && (untyped || schema.well_known(&pointer.target) == Some(WellKnown::IUnknown))
}

/// Whether it is an IID that cannot be missing.
fn is_iid(schema: &Schema, param: &Param) -> bool {
    param.direction == Direction::In
        && param.pointee.null == Nullability::NonNull
        && matches!(schema.resolve(&param.ty), Type::Pointer(pointer)
            if schema.well_known(&pointer.target) == Some(WellKnown::Guid))
}

/// How many elements an array has.
#[derive(Clone, PartialEq)]
pub(crate) enum Extent {
    /// As many as this parameter says, or what it points to. Slices know it themselves.
    Counted(usize),
    /// As many as an expression says, over parameters that are numbers.
    Computed(Expression),
    /// Always so many.
    Fixed(u64),
}

/// How many elements an array has, where that is told by what comes in.
pub(super) fn extent(schema: &Schema, method: &Method, array: &Param) -> Option<Extent> {
    let size = match (array.pointee.size.as_slice(), schema.resolve(&array.ty)) {
        ([], Type::Array(array)) => return array.len.map(Extent::Fixed),
        ([Some(size)], _) => size,
        _ => return None,
    };
    if let Some(constant) = constant(size) {
        return Some(Extent::Fixed(constant));
    }
    let place = |at: usize| place(schema, method.params.get(at)?);
    match size {
        Expression::Operand(at) => {
            (place(*at) == Some(Place::Value)).then_some(Extent::Counted(*at))
        }
        Expression::Dereference(at) => match place(*at)? {
            Place::Pointer => Some(Extent::Counted(*at)),
            Place::InOut if array.direction.writes() => Some(Extent::Counted(*at)),
            Place::Value | Place::InOut | Place::Out => None,
        },
        size => {
            let is_number = |at| place(at) == Some(Place::Value);
            is_computable(size, &is_number).then(|| Extent::Computed(size.clone()))
        }
    }
}

/// The value of an expression without operands.
fn constant(expression: &Expression) -> Option<u64> {
    match expression {
        Expression::Constant(value) => u64::try_from(*value).ok().filter(|value| *value > 0),
        Expression::Binary(operator, left, right) => {
            let (left, right) = (constant(left)?, constant(right)?);
            match operator {
                BinaryOperator::Add => left.checked_add(right),
                BinaryOperator::Subtract => left.checked_sub(right),
                BinaryOperator::Multiply => left.checked_mul(right),
                BinaryOperator::Divide => left.checked_div(right),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether generated code can compute it.
fn is_computable(expression: &Expression, is_number: &impl Fn(usize) -> bool) -> bool {
    match expression {
        Expression::Constant(value) => i32::try_from(*value).is_ok_and(|value| value >= 0),
        Expression::Operand(at) => is_number(*at),
        Expression::Binary(operator, left, right) => {
            matches!(
                operator,
                BinaryOperator::Add
                    | BinaryOperator::Subtract
                    | BinaryOperator::Multiply
                    | BinaryOperator::Divide
            ) && is_computable(left, is_number)
                && is_computable(right, is_number)
        }
        _ => false,
    }
}

/// The parameter that tells how many elements of a buffer were filled: `length_is(*n)`, where `n` goes out, or the count
/// itself where it goes both ways.
pub(super) fn length(schema: &Schema, method: &Method, array: &Param) -> Option<usize> {
    let extent = extent(schema, method, array);
    let place = |at: usize| place(schema, method.params.get(at)?);
    let both_ways = match extent {
        Some(Extent::Counted(at)) if place(at) == Some(Place::InOut) => Some(at),
        _ => None,
    };
    let told = match array.pointee.length.as_slice() {
        [] => return both_ways,
        [Some(Expression::Dereference(at))] => *at,
        // What a pointer tells that may be NULL: `p ? *p : n`.
        [Some(Expression::Conditional(condition, told, size))] => match (&**condition, &**told) {
            (Expression::Operand(at), Expression::Dereference(same))
                if at == same && array.pointee.size == [Some((**size).clone())] =>
            {
                *at
            }
            _ => return None,
        },
        _ => return None,
    };
    if both_ways.is_some() {
        return both_ways.filter(|at| *at == told);
    }
    let goes_out = matches!(place(told), Some(Place::Out | Place::InOut));
    (goes_out && array.direction == Direction::Out).then_some(told)
}

/// How a number is passed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// By value.
    Value,
    /// Behind a pointer, to be read.
    Pointer,
    /// Behind a pointer, to be read and written.
    InOut,
    /// Behind a pointer that may be missing, or to be written alone.
    Out,
}

/// How a parameter that is a number, and nothing but that, is passed.
pub(super) fn place(schema: &Schema, param: &Param) -> Option<Place> {
    if !param.pointee.size.is_empty() || !param.pointee.length.is_empty() {
        return None;
    }
    if is_count(schema, &param.ty) {
        return (param.direction == Direction::In).then_some(Place::Value);
    }
    let pointer = schema.as_pointer(&param.ty)?;
    let required = param.pointee.null == Nullability::NonNull;
    match param.direction {
        _ if !is_count(schema, &pointer.target) => None,
        Direction::In => required.then_some(Place::Pointer),
        Direction::InOut if required => Some(Place::InOut),
        Direction::InOut | Direction::Out => Some(Place::Out),
    }
}

/// The parameter with the number of the elements that a callee allocates for an array, and whether it comes out as well:
/// `size_is(, n)` or `size_is(, *n)`. One that comes out tells of nothing but such arrays, none of which may be missing
/// while others are there.
pub(super) fn allocated_count(
    schema: &Schema,
    method: &Method,
    array: &Param,
) -> Option<(usize, bool)> {
    let [None, Some(size)] = array.pointee.size.as_slice() else {
        return None;
    };
    if array.direction != Direction::Out || !array.pointee.length.is_empty() {
        return None;
    }
    match size {
        Expression::Operand(at) => {
            let count = method.params.get(*at)?;
            (count.direction == Direction::In && is_count(schema, &count.ty))
                .then_some((*at, false))
        }
        Expression::Dereference(at) => {
            let count = method.params.get(*at)?;
            let tells_of = |other: &&Param| {
                let mut told = other.pointee.size.iter().chain(&other.pointee.length);
                told.any(|told| told.as_ref() == Some(size))
            };
            let others: Vec<_> = method.params.iter().filter(tells_of).collect();
            let alike = |other: &&Param| {
                other.direction == Direction::Out
                    && other.pointee.size == array.pointee.size
                    && other.pointee.length.is_empty()
                    && (others.len() == 1 || !other.pointee.null_on_success)
            };
            let is_told = others.iter().all(alike)
                && count.direction == Direction::Out
                && count.pointee.null == Nullability::NonNull
                && count.pointee.size.is_empty()
                && matches!(schema.resolve(&count.ty), Type::Pointer(pointer)
                    if is_count(schema, &pointer.target));
            is_told.then_some((*at, true))
        }
        _ => None,
    }
}

/// Whether it is a whole number, and nothing but that.
pub(super) fn is_count(schema: &Schema, ty: &Type) -> bool {
    let Type::Primitive(primitive) = schema.resolve(ty) else {
        return false;
    };
    schema.well_known(ty).is_none()
        && matches!(
            primitive,
            Primitive::I8
                | Primitive::U8
                | Primitive::I16
                | Primitive::U16
                | Primitive::I32
                | Primitive::U32
                | Primitive::I64
                | Primitive::U64
                | Primitive::ISize
                | Primitive::USize
        )
}
