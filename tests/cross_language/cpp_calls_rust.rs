//! C++ calls a callback that is written in safe Rust.

use crate::cpp::Cpp;
use crate::journal::{Call, Journal, Recorder, unpaired, wide};
use crate::{Test, expecting_panics};
use mapi_bindings::*;
use midl_runtime::Event;
use std::panic::panic_any;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use windows_core::{GUID, IUnknown, implement as com_object};

pub const TESTS: &[Test] = &[
    ("cpp_to_rust_what_is_passed_arrives", what_is_passed_arrives),
    (
        "cpp_to_rust_every_hresult_comes_back",
        every_hresult_comes_back,
    ),
    (
        "cpp_to_rust_a_missing_text_is_refused_where_one_must_be",
        a_missing_text_is_refused,
    ),
    ("cpp_to_rust_an_event_is_taken_over", an_event_is_taken_over),
    ("cpp_to_rust_queries_are_answered", queries_are_answered),
    ("cpp_to_rust_references_are_counted", references_are_counted),
    (
        "cpp_to_rust_several_interfaces_on_one_object",
        several_interfaces_on_one_object,
    ),
    (
        "cpp_to_rust_a_panic_becomes_e_unexpected",
        a_panic_becomes_e_unexpected,
    ),
    (
        "cpp_to_rust_a_panic_in_drop_is_contained",
        a_panic_in_drop_is_contained,
    ),
];

fn recorder(journal: &Arc<Journal>) -> IUnknown {
    IMAPISyncProgressCallback::new(Recorder(Arc::clone(journal))).into()
}

fn what_is_passed_arrives(cpp: &Cpp) {
    let journal = Arc::default();
    let callback = recorder(&journal);
    let text = wide("Überprüfe 📨");
    assert_eq!(cpp.progress(&callback, Some(&text), 3, u32::MAX), S_OK);
    assert_eq!(cpp.progress(&callback, None, 4, 10), S_OK);
    assert_eq!(cpp.progress(&callback, Some(&wide("")), 5, 10), S_OK);
    assert_eq!(cpp.progress(&callback, Some(&unpaired()), 6, 10), S_OK);
    assert_eq!(cpp.error(&callback, E_FAIL, Some(&text)), S_OK);
    assert_eq!(cpp.error(&callback, S_FALSE, Some(&unpaired())), S_OK);
    assert_eq!(cpp.done(&callback, None, E_ABORT), S_OK);
    let expected = [
        Call::Progress(Some(text.clone()), 3, u32::MAX),
        Call::Progress(None, 4, 10),
        Call::Progress(Some(wide("")), 5, 10),
        Call::Progress(Some(unpaired()), 6, 10),
        Call::Error(E_FAIL, text),
        Call::Error(S_FALSE, unpaired()),
        Call::Done(false, E_ABORT),
    ];
    assert_eq!(journal.calls(), expected);
}

fn every_hresult_comes_back(cpp: &Cpp) {
    for code in [
        S_OK,
        S_FALSE,
        HRESULT(0x0004_0680),
        E_FAIL,
        HRESULT(0x8004_0111_u32 as i32),
    ] {
        let callback = recorder(&Arc::new(Journal::answering(code)));
        assert_eq!(cpp.progress(&callback, None, 0, 1), code);
        assert_eq!(cpp.error(&callback, E_FAIL, Some(&wide("no"))), code);
        assert_eq!(cpp.done(&callback, None, S_OK), code);
    }
}

fn a_missing_text_is_refused(cpp: &Cpp) {
    let journal = Arc::default();
    let callback = recorder(&journal);
    assert_eq!(cpp.error(&callback, E_FAIL, None), E_POINTER);
    assert_eq!(journal.calls(), []);
}

fn an_event_is_taken_over(cpp: &Cpp) {
    struct Signaller;

    impl implement::IMAPISyncProgressCallback for Signaller {
        fn progress(&self, _: Option<&WideStr>, _: u32, _: u32) -> Result<()> {
            Ok(())
        }
        fn error(&self, _: HRESULT, _: &WideStr) -> Result<()> {
            Ok(())
        }
        fn done(&self, event: Option<OwnedHandle>, _: HRESULT) -> Result<()> {
            event.map_or(Err(E_POINTER.into()), |event| Event::from(event).set())
        }
    }

    let callback = IMAPISyncProgressCallback::new(Signaller);
    let event = Event::new().unwrap();
    let given_away = event.try_clone().unwrap().into();
    assert_eq!(cpp.done(&callback, Some(given_away), S_OK), S_OK);
    assert_eq!(event.wait(Duration::ZERO.into()), Ok(true));
    assert_eq!(cpp.done(&callback, None, S_OK), E_POINTER);
}

fn queries_are_answered(cpp: &Cpp) {
    let callback = recorder(&Arc::default());
    let (code, answer) = cpp.query(&callback, &IMAPISyncProgressCallback::IID);
    assert_eq!((code, answer.is_some()), (S_OK, true));
    let (code, identity) = cpp.query(&answer.unwrap(), &IUnknown::IID);
    assert_eq!((code, identity.as_ref()), (S_OK, Some(&callback)));
    for missing in [IMAPISync::IID, IMAPISession::IID, GUID::zeroed()] {
        assert_eq!(cpp.query(&callback, &missing), (E_NOINTERFACE, None));
    }
    assert_eq!(cpp.synchronize_nothing(&callback), E_NOINTERFACE);
    assert_eq!(
        cpp.references(&callback),
        2,
        "the object's, and the one that identity holds"
    );
}

fn references_are_counted(cpp: &Cpp) {
    let journal = Arc::default();
    let callback = recorder(&journal);
    assert_eq!(cpp.add_ref(&callback), 2);
    assert_eq!(cpp.add_ref(&callback), 3);
    assert_eq!(cpp.release(callback.clone()), 3);
    assert_eq!(cpp.release(callback.clone()), 3);
    // The two that were added by C++ are given back without a value of Rust's that stands for them.
    for remaining in [2, 1] {
        // SAFETY: the object is alive, and C++ has this reference to give back.
        assert_eq!(unsafe { (cpp.0.release)(callback.as_raw()) }, remaining);
    }
    assert_eq!(Arc::strong_count(&journal), 2, "the callback is alive");
    assert_eq!(cpp.release(callback), 0);
    assert_eq!(Arc::strong_count(&journal), 1, "and now it is dropped");
}

/// Both sides of the protocol on one object, put together by windows-core.
#[com_object(IMAPISync, IMAPISyncProgressCallback)]
struct Both(Arc<Journal>);

impl implement::IMAPISync for Both {
    fn synchronize_in_background(&self, _: sync::SyncRequest<'_>) -> Result<()> {
        Ok(())
    }
}

impl implement::IMAPISyncProgressCallback for Both {
    fn progress(&self, text: Option<&WideStr>, index: u32, index_max: u32) -> Result<()> {
        Recorder(Arc::clone(&self.0)).progress(text, index, index_max)
    }
    fn error(&self, result: HRESULT, text: &WideStr) -> Result<()> {
        Recorder(Arc::clone(&self.0)).error(result, text)
    }
    fn done(&self, event: Option<OwnedHandle>, result: HRESULT) -> Result<()> {
        Recorder(Arc::clone(&self.0)).done(event, result)
    }
}

fn several_interfaces_on_one_object(cpp: &Cpp) {
    let journal = Arc::<Journal>::default();
    let sync: IMAPISync = Both(Arc::clone(&journal)).into();
    let (_, callback) = cpp.query(&sync, &IMAPISyncProgressCallback::IID);
    let callback = callback.expect("the second interface");
    assert_ne!(
        callback.as_raw(),
        sync.as_raw(),
        "each interface has its vtable"
    );
    assert_eq!(
        cpp.query(&callback, &IMAPISync::IID)
            .1
            .map(|found| found.as_raw()),
        Some(sync.as_raw())
    );
    assert_eq!(
        cpp.query(&callback, &IUnknown::IID).1,
        cpp.query(&sync, &IUnknown::IID).1
    );
    // Found from either interface, and called through the right one.
    assert_eq!(cpp.progress(&sync, None, 1, 2), S_OK);
    assert_eq!(cpp.synchronize_nothing(&callback), E_POINTER);
    assert_eq!(journal.calls(), [Call::Progress(None, 1, 2)]);
    drop(sync);
    assert_eq!(Arc::strong_count(&journal), 2);
    assert_eq!(cpp.release(callback), 0);
    assert_eq!(Arc::strong_count(&journal), 1);
}

/// Panics wherever it is called, in a different way each time, and counts how often.
struct Panicking(Arc<AtomicU32>);

impl Panicking {
    fn count(&self) -> u32 {
        self.0.fetch_add(1, Ordering::SeqCst)
    }
}

impl implement::IMAPISyncProgressCallback for Panicking {
    fn progress(&self, _: Option<&WideStr>, _: u32, _: u32) -> Result<()> {
        panic!("on purpose, {}", self.count())
    }
    fn error(&self, _: HRESULT, _: &WideStr) -> Result<()> {
        panic_any(self.count())
    }
    fn done(&self, _: Option<OwnedHandle>, _: HRESULT) -> Result<()> {
        let nothing = [0; 0];
        let _ = nothing[self.count() as usize];
        Ok(())
    }
}

fn a_panic_becomes_e_unexpected(cpp: &Cpp) {
    let count = Arc::default();
    let callback = IMAPISyncProgressCallback::new(Panicking(Arc::clone(&count)));
    let event = Event::new().unwrap();
    for _ in 0..2 {
        let given_away = event.try_clone().unwrap().into();
        let codes = expecting_panics(|| {
            [
                cpp.progress(&callback, None, 0, 1),
                cpp.error(&callback, E_FAIL, Some(&wide("no"))),
                cpp.done(&callback, Some(given_away), S_OK),
            ]
        });
        assert_eq!(codes, [E_UNEXPECTED; 3]);
    }
    assert_eq!(count.load(Ordering::SeqCst), 6);
    assert_eq!(cpp.release(callback), 0);
    assert_eq!(Arc::strong_count(&count), 1);
}

fn a_panic_in_drop_is_contained(cpp: &Cpp) {
    struct LastWords(Arc<AtomicU32>);

    impl Drop for LastWords {
        fn drop(&mut self) {
            self.0.fetch_add(1, Ordering::SeqCst);
            panic!("on purpose")
        }
    }

    impl implement::IMAPISync for LastWords {
        fn synchronize_in_background(&self, _: sync::SyncRequest<'_>) -> Result<()> {
            Ok(())
        }
    }

    let count = Arc::default();
    let provider = IMAPISync::new(LastWords(Arc::clone(&count)));
    assert_eq!(expecting_panics(|| cpp.release(provider)), 0);
    assert_eq!(count.load(Ordering::SeqCst), 1);
}
