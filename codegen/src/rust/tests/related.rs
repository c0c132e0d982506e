//! Interfaces whose parameters tell of one another.

use super::{nullable, pointer, pointer_to_const, string};
use crate::schema::sample::{Sample, method, out, param};
use crate::schema::{Expression, Nullability, Param, Type};

pub(super) fn add(sample: &mut Sample) {
    queried(sample);
}

fn told_by(mut param: Param, iid: usize) -> Param {
    param.pointee.iid_is = Some(Expression::Operand(iid));
    param
}

/// What is handed out by its IID.
fn queried(sample: &mut Sample) {
    let hresult = sample.named("HRESULT");
    let iid = param("riid", sample.named("REFIID"));
    let any = pointer(pointer(Type::Void));
    let unknown = pointer(sample.named("IUnknown"));
    let text = string(
        "pszName",
        pointer_to_const(sample.named("WCHAR")),
        Nullability::NonNull,
    );
    let safe = |name: &str, params: Vec<Param>| method(name, hresult.clone(), params);
    let mut missing = told_by(out("ppunk", pointer(unknown.clone())), 1);
    missing.pointee.null_on_success = true;
    let count = out("pulCount", pointer(super::U32));
    let methods = vec![
        safe(
            "Open",
            vec![text, iid.clone(), told_by(out("ppv", any.clone()), 1)],
        ),
        safe("Find", vec![missing, iid.clone(), count]),
        safe("Untold", vec![iid.clone(), out("ppv", any.clone())]),
        safe(
            "PerhapsTold",
            vec![nullable(iid), told_by(out("ppv", any), 0)],
        ),
    ];
    sample.interface(
        "IQueried",
        Some("00000000-0000-0000-0000-000000000003"),
        Some("IUnknown"),
        methods,
    );
}
