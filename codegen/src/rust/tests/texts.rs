//! Text that is counted.

use super::{in_out, pointer};
use crate::schema::Param;
use crate::schema::sample::{Sample, method, out, param};

pub(super) fn add(sample: &mut Sample) {
    let hresult = sample.named("HRESULT");
    let bstr = sample.named("BSTR");
    let safe = |name: &str, params: Vec<Param>| method(name, hresult.clone(), params);
    let place = pointer(bstr.clone());
    let methods = vec![
        safe(
            "SetNames",
            vec![
                param("bstrName", bstr.clone()),
                param("bstrOther", bstr.clone()),
            ],
        ),
        safe(
            "Names",
            vec![
                out("pbstrName", place.clone()),
                out("pbstrOther", place.clone()),
            ],
        ),
        method("Length", super::U32, vec![param("bstrName", bstr)]),
        safe("ChangeName", vec![in_out(param("pbstrName", place))]),
    ];
    sample.interface(
        "IBstrs",
        Some("00000000-0000-0000-0000-000000000004"),
        Some("IUnknown"),
        methods,
    );
}
