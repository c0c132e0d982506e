//! Arrays and their counts.

use super::{in_out, pointer, pointer_to_const};
use crate::schema::sample::{Sample, method, out, param};
use crate::schema::{Expression, Param, Primitive, Type};

pub(super) fn add(sample: &mut Sample) {
    let hresult = sample.named("HRESULT");
    let points = pointer_to_const(sample.named("POINT"));
    let numbers = pointer_to_const(super::U32);
    let safe = |name: &str, params: Vec<Param>| method(name, hresult.clone(), params);
    let bytes = pointer_to_const(Type::Primitive(Primitive::U8));
    let count = param("c", super::U32);
    let mut read = safe(
        "Read",
        vec![
            filled(sized(out("pv", pointer(Type::Void)), 1), 2),
            param("cb", super::U32),
            out("pcbRead", pointer(super::U32)),
        ],
    );
    read.success_codes = vec!["S_FALSE".into()];
    let methods = vec![
        safe(
            "Sum",
            vec![
                count.clone(),
                sized(param("pul", numbers.clone()), 0),
                out("pulSum", pointer(super::U32)),
            ],
        ),
        safe(
            "Pairs",
            vec![
                sized(param("rgpt", points), 1),
                param("c", Type::Primitive(Primitive::U16)),
                sized(param("pb", bytes), 1),
            ],
        ),
        safe(
            "Write",
            vec![
                sized(param("pv", pointer_to_const(Type::Void)), 1),
                param("cb", Type::Primitive(Primitive::I32)),
            ],
        ),
        safe(
            "Increase",
            vec![
                count.clone(),
                sized(in_out(param("pul", pointer(super::U32))), 0),
            ],
        ),
        safe(
            "Fill",
            vec![count.clone(), sized(out("pul", pointer(super::U32)), 0)],
        ),
        read,
        method(
            "SumOf",
            super::U32,
            vec![count, sized(param("pul", pointer_to_const(super::U32)), 0)],
        ),
    ];
    sample.interface(
        "IArrays",
        Some("00000000-0000-0000-0000-000000000005"),
        Some("IUnknown"),
        methods,
    );
}

fn filled(mut param: Param, length: usize) -> Param {
    param.pointee.length = vec![Some(Expression::Dereference(length))];
    param
}

fn sized(mut param: Param, count: usize) -> Param {
    param.pointee.size = vec![Some(Expression::Operand(count))];
    param
}
