//! Text that is counted.

use super::{nullable, pointer};
use crate::schema::Param;
use crate::schema::sample::{Sample, method, out, param};

pub(super) fn add(sample: &mut Sample) {
    counted(sample);
    allocated(sample);
}

fn allocated(sample: &mut Sample) {
    let hresult = sample.named("HRESULT");
    let place = pointer(pointer(sample.named("WCHAR")));
    let text = |name: &str| {
        let mut text = out(name, place.clone());
        text.pointee.string = true;
        text
    };
    let mut perhaps = text("ppszOther");
    perhaps.pointee.null_on_success = true;
    let mut foreign = text("ppszName");
    foreign.pointee.allocator = Some("MAPIFreeBuffer".into());
    let safe = |name: &str, params: Vec<Param>| method(name, hresult.clone(), params);
    let methods = vec![
        safe("Names", vec![text("ppszName"), perhaps]),
        safe("Foreign", vec![foreign]),
        safe("Unwanted", vec![nullable(text("ppszName"))]),
        safe("Untold", vec![out("ppszName", place.clone())]),
    ];
    sample.interface(
        "IAllocated",
        Some("00000000-0000-0000-0000-000000000006"),
        Some("IUnknown"),
        methods,
    );
}

fn counted(sample: &mut Sample) {
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
            vec![out("pbstrName", place.clone()), out("pbstrOther", place)],
        ),
        method("Length", super::U32, vec![param("bstrName", bstr)]),
    ];
    sample.interface(
        "IBstrs",
        Some("00000000-0000-0000-0000-000000000004"),
        Some("IUnknown"),
        methods,
    );
}
