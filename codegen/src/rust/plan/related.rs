//! Parameters that tell of other parameters: in Rust they disappear into what they tell of.

use super::rules::is_interface_or_void;
use crate::schema::{
    Direction, Expression, Method, Nullability, Param, Primitive, Schema, Type, WellKnown,
};

/// The parameter with the IID of what the method hands out; `None` where the interfaces that are told by an IID are none,
/// several, or not handed out.
pub(super) fn iid(schema: &Schema, method: &Method) -> Option<usize> {
    let mut told = method
        .params
        .iter()
        .filter(|param| param.pointee.iid_is.is_some());
    let (param, None) = (told.next()?, told.next()) else {
        return None;
    };
    let Some(Expression::Operand(at)) = param.pointee.iid_is else {
        return None;
    };
    (is_place(schema, param) && is_iid(schema, method.params.get(at)?)).then_some(at)
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

/// Whether it is an IID that cannot be missing.
fn is_iid(schema: &Schema, param: &Param) -> bool {
    param.direction == Direction::In
        && param.pointee.null == Nullability::NonNull
        && matches!(schema.resolve(&param.ty), Type::Pointer(pointer)
            if schema.well_known(&pointer.target) == Some(WellKnown::Guid))
}

/// The parameter with the number of an array's elements: `size_is(n)`, where `n` is passed in. Other ways to tell a size are
/// not looked through.
pub(super) fn count(schema: &Schema, method: &Method, array: &Param) -> Option<usize> {
    let [Some(Expression::Operand(at))] = array.pointee.size.as_slice() else {
        return None;
    };
    let count = method.params.get(*at)?;
    (count.direction == Direction::In && is_count(schema, &count.ty)).then_some(*at)
}

/// The parameter that tells how many elements of a buffer were filled: `length_is(*n)`, where `n` goes out. One that tells
/// of several buffers is not looked through.
pub(super) fn length(schema: &Schema, method: &Method, array: &Param) -> Option<usize> {
    let [Some(Expression::Dereference(at))] = array.pointee.length.as_slice() else {
        return None;
    };
    let length = method.params.get(*at)?;
    let tells_of = |other: &&Param| other.pointee.length == array.pointee.length;
    let is_told = method.params.iter().filter(tells_of).count() == 1
        && array.direction == Direction::Out
        && length.direction == Direction::Out
        && length.pointee.null == Nullability::NonNull
        && length.pointee.size.is_empty()
        && matches!(schema.resolve(&length.ty), Type::Pointer(pointer)
            if is_count(schema, &pointer.target));
    is_told.then_some(*at)
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
