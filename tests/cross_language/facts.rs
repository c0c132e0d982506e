//! Sizes, offsets, IIDs and constants: ours against the C++ compiler's.

use crate::Test;
use crate::cpp::Cpp;
use mapi_bindings::*;
use std::mem::offset_of;

pub const TESTS: &[Test] = &[
    ("mapisib_has_the_same_layout", mapisib_has_the_same_layout),
    (
        "interfaces_have_the_same_iids",
        interfaces_have_the_same_iids,
    ),
    ("flags_have_the_same_values", flags_have_the_same_values),
];

fn mapisib_has_the_same_layout(cpp: &Cpp) {
    let facts = cpp.facts();
    let size = if cfg!(target_pointer_width = "64") {
        32
    } else {
        20
    };
    assert_eq!(facts.mapisib_size, size);
    assert_eq!(facts.mapisib_size as usize, size_of::<MAPISIB>());
    assert_eq!(facts.mapisib_align as usize, align_of::<MAPISIB>());
    let offsets = [
        offset_of!(MAPISIB, ulSize),
        offset_of!(MAPISIB, ulFlags),
        offset_of!(MAPISIB, psesSync),
        offset_of!(MAPISIB, punkCallBack),
        offset_of!(MAPISIB, phSyncDoneEvent),
    ];
    assert_eq!(facts.mapisib_offsets.map(|offset| offset as usize), offsets);
}

fn interfaces_have_the_same_iids(cpp: &Cpp) {
    let facts = cpp.facts();
    assert_eq!(facts.sync_iid, IMAPISync::IID);
    assert_eq!(facts.callback_iid, IMAPISyncProgressCallback::IID);
    assert_eq!(facts.session_iid, IMAPISession::IID);
}

fn flags_have_the_same_values(cpp: &Cpp) {
    let flags = [
        SYNC_UPLOAD_HIERARCHY,
        SYNC_DOWNLOAD_HIERARCHY,
        SYNC_UPLOAD_CONTENTS,
        SYNC_DOWNLOAD_CONTENTS,
        SYNC_OUTGOING_MAIL,
        SYNC_GLOBAL_HEADERS,
        SYNC_ON_DEMAND,
    ];
    assert_eq!(cpp.facts().flags, flags);
}
