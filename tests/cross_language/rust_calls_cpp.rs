//! Rust calls a callback that is written in C++.

use crate::Test;
use crate::cpp::Cpp;
use crate::journal::{Call, Journal, unpaired, wide};
use mapi_bindings::*;
use midl_runtime::Event;
use std::ptr::{NonNull, null_mut};
use windows_core::{GUID, HSTRING, IUnknown, PCWSTR};

pub const TESTS: &[Test] = &[
    ("rust_to_cpp_what_is_passed_arrives", what_is_passed_arrives),
    (
        "rust_to_cpp_long_texts_arrive_whole",
        long_texts_arrive_whole,
    ),
    (
        "rust_to_cpp_an_inner_zero_never_arrives",
        an_inner_zero_never_arrives,
    ),
    (
        "rust_to_cpp_every_hresult_comes_back",
        every_hresult_comes_back,
    ),
    (
        "rust_to_cpp_a_missing_text_is_refused_where_one_must_be",
        a_missing_text_is_refused,
    ),
    ("rust_to_cpp_an_event_is_given_away", an_event_is_given_away),
    ("rust_to_cpp_queries_are_answered", queries_are_answered),
    ("rust_to_cpp_references_are_counted", references_are_counted),
];

/// A C++ callback that writes to the journal, for as long as `test` runs.
fn with_callback(cpp: &Cpp, journal: &Journal, test: impl FnOnce(IMAPISyncProgressCallback)) {
    // SAFETY: the callback is given to a test, which keeps nothing: no object may be left when it ends.
    test(unsafe { cpp.callback(journal) });
    assert_eq!(cpp.live_objects(), 0);
}

fn what_is_passed_arrives(cpp: &Cpp) {
    let journal = Journal::default();
    with_callback(cpp, &journal, |callback| {
        callback.progress("Überprüfe 📨", 3, u32::MAX).unwrap();
        callback.progress(None, 4, 10).unwrap();
        callback.progress("", 5, 10).unwrap();
        callback.progress(&unpaired(), 6, 10).unwrap();
        callback.progress(&HSTRING::from("counted"), 7, 10).unwrap();
        callback.error(E_FAIL, "server said no").unwrap();
        callback.error(S_FALSE, &unpaired()).unwrap();
        callback.done(None, E_ABORT).unwrap();
    });
    let expected = [
        Call::Progress(Some(wide("Überprüfe 📨")), 3, u32::MAX),
        Call::Progress(None, 4, 10),
        Call::Progress(Some(wide("")), 5, 10),
        Call::Progress(Some(unpaired()), 6, 10),
        Call::Progress(Some(wide("counted")), 7, 10),
        Call::Error(E_FAIL, wide("server said no")),
        Call::Error(S_FALSE, unpaired()),
        Call::Done(false, E_ABORT),
    ];
    assert_eq!(journal.calls(), expected);
}

fn long_texts_arrive_whole(cpp: &Cpp) {
    // 255 units are the most that need no heap.
    let texts = [254, 255, 256, 100_000].map(|length| "é".repeat(length));
    let journal = Journal::default();
    with_callback(cpp, &journal, |callback| {
        for text in &texts {
            callback.progress(text, 0, 1).unwrap();
        }
    });
    let expected = texts.map(|text| Call::Progress(Some(wide(&text)), 0, 1));
    assert_eq!(journal.calls(), expected);
}

fn an_inner_zero_never_arrives(cpp: &Cpp) {
    let journal = Journal::default();
    with_callback(cpp, &journal, |callback| {
        let refused = Err(E_INVALIDARG.into());
        assert_eq!(callback.progress("cut\0off", 0, 1), refused);
        assert_eq!(callback.progress(&HSTRING::from("cut\0off"), 0, 1), refused);
        assert_eq!(callback.error(E_FAIL, "\0"), refused);
    });
    assert_eq!(journal.calls(), []);
}

fn every_hresult_comes_back(cpp: &Cpp) {
    for code in [S_OK, E_FAIL, E_UNEXPECTED, HRESULT(0x8004_0111_u32 as i32)] {
        with_callback(cpp, &Journal::answering(code), |callback| {
            assert_eq!(callback.progress(None, 0, 1), code.ok());
            assert_eq!(callback.error(E_FAIL, "no"), code.ok());
            assert_eq!(callback.done(None, S_OK), code.ok());
        });
    }
    let partial = HRESULT(0x0004_0680);
    with_callback(cpp, &Journal::answering(partial), |callback| {
        assert_eq!(
            callback.progress(None, 0, 1),
            Ok(()),
            "a warning is no failure"
        );
        // SAFETY: NULL is a text that the method allows.
        let raw = unsafe { callback.Progress(PCWSTR::null(), 0, 1) };
        assert_eq!(raw, partial, "and the raw method tells it");
    });
}

fn a_missing_text_is_refused(cpp: &Cpp) {
    let journal = Journal::default();
    with_callback(cpp, &journal, |callback| {
        // SAFETY: against the contract, and the C++ callback checks it.
        assert_eq!(unsafe { callback.Error(E_FAIL, PCWSTR::null()) }, E_POINTER);
    });
    assert_eq!(journal.calls(), []);
}

fn an_event_is_given_away(cpp: &Cpp) {
    let journal = Journal::default();
    let event = Event::new().unwrap();
    with_callback(cpp, &journal, |callback| {
        callback
            .done(Some(event.try_clone().unwrap().into()), S_OK)
            .unwrap();
    });
    assert_eq!(journal.calls(), [Call::Done(true, S_OK)]);
    event.set().unwrap();
    // SAFETY: the callback kept the handle open, and nobody else has it.
    unsafe {
        assert!(
            cpp.wait(journal.kept_event(), std::time::Duration::ZERO),
            "it is the same event"
        );
        cpp.close(journal.kept_event());
    }
}

fn queries_are_answered(cpp: &Cpp) {
    with_callback(cpp, &Journal::default(), |callback| {
        let identity: IUnknown = callback.cast().unwrap();
        assert_eq!(
            identity.cast::<IMAPISyncProgressCallback>().as_ref(),
            Ok(&callback)
        );
        assert_eq!(callback.cast::<IMAPISync>(), Err(E_NOINTERFACE.into()));
        for missing in [IMAPISync::IID, GUID::zeroed()] {
            let mut answer = NonNull::dangling().as_ptr();
            // SAFETY: there is a place for the answer.
            let code = unsafe { callback.query(&missing, &mut answer) };
            assert_eq!((code, answer), (E_NOINTERFACE, null_mut()));
        }
    });
}

fn references_are_counted(cpp: &Cpp) {
    with_callback(cpp, &Journal::default(), |callback| {
        assert_eq!(cpp.references(&callback), 1);
        let second = callback.clone();
        let third: IUnknown = callback.cast().unwrap();
        assert_eq!(cpp.references(&callback), 3);
        drop(callback);
        assert_eq!(cpp.references(&second), 2);
        drop(second);
        assert_eq!((cpp.references(&third), cpp.live_objects()), (1, 1));
    });
}
