//! Whole synchronisations on a thread of the provider's: a host in one language, a provider in the other.

use crate::cpp::{Cpp, Request};
use crate::journal::{Call, Journal, Recorder, unpaired, wide};
use crate::{Test, expecting_panics};
use mapi_bindings::sync::{SyncFlags, SyncOutcome, SyncParameters, SyncReporter, SyncRequest};
use mapi_bindings::*;
use std::mem::ManuallyDrop;
use std::ptr::null_mut;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use windows_core::IUnknown;

pub const TESTS: &[Test] = &[
    ("provider_in_cpp_synchronises", provider_in_cpp_synchronises),
    (
        "provider_in_cpp_hears_what_the_callback_answers",
        provider_in_cpp_hears_answers,
    ),
    (
        "provider_in_cpp_survives_a_panicking_callback",
        provider_in_cpp_survives_a_panic,
    ),
    (
        "provider_in_cpp_releases_the_callback_late",
        provider_in_cpp_releases_late,
    ),
    (
        "provider_in_cpp_checks_what_it_is_given",
        provider_in_cpp_checks,
    ),
    (
        "provider_in_rust_synchronises",
        provider_in_rust_synchronises,
    ),
    (
        "provider_in_rust_hears_what_the_callback_answers",
        provider_in_rust_hears_answers,
    ),
    ("provider_in_rust_panics", provider_in_rust_panics),
    (
        "provider_in_rust_releases_the_callback_late",
        provider_in_rust_releases_late,
    ),
    (
        "provider_in_rust_checks_what_it_is_given",
        provider_in_rust_checks,
    ),
];

/// Long enough for a machine under load, and a memory checker.
const PATIENCE: Duration = Duration::from_secs(60);

const FLAGS: SyncFlags = SyncFlags::DOWNLOAD_HIERARCHY.union(SyncFlags::ON_DEMAND);

/// What the provider in `tests/cpp/provider.cpp` says.
fn what_cpp_says() -> [Call; 5] {
    [
        Call::Progress(Some(wide("Downloading headers — 📨")), 0, 3),
        Call::Progress(None, 1, 3),
        Call::Progress(Some(unpaired()), 2, 3),
        Call::Error(E_INVALIDARG, wide("server said no")),
        // SyncParameters looks after the event, so the callback sees none.
        Call::Done(false, S_OK),
    ]
}

/// Has the provider synchronise, and waits for the end.
fn synchronise(provider: &IUnknown, parameters: SyncParameters) -> Option<SyncOutcome> {
    let provider: IMAPISync = provider.cast().unwrap();
    provider.start(parameters).unwrap().wait(PATIENCE).unwrap()
}

fn provider_in_cpp_synchronises(cpp: &Cpp) {
    let journal = Arc::<Journal>::default();
    let provider = cpp.provider(false);
    let session: IMAPISession = cpp.session().cast().unwrap();
    let parameters =
        SyncParameters::new(FLAGS, Recorder(Arc::clone(&journal))).with_session(session);

    assert_eq!(
        synchronise(&provider, parameters),
        Some(SyncOutcome::Reported(S_OK))
    );
    assert_eq!(journal.calls(), what_cpp_says());
    assert!(journal.came_from_elsewhere());
    // SAFETY: the provider is C++'s, and the synchronisation is over.
    let seen = unsafe { cpp.seen(&provider) };
    assert_eq!(seen.size as usize, size_of::<MAPISIB>());
    assert_eq!(seen.flags, 0x2000_0002);
    assert!(seen.session != 0 && seen.callback != 0);
    assert_eq!(seen.answers, [S_OK; 5]);
    assert_eq!(Arc::strong_count(&journal), 1, "the callback is dropped");
    assert_eq!(
        cpp.live_objects(),
        1,
        "the session is released, and the provider ours alone"
    );
    assert_eq!(cpp.references(&provider), 1);
}

fn provider_in_cpp_hears_answers(cpp: &Cpp) {
    let journal = Arc::new(Journal::answering(HRESULT(0x0004_0680)));
    let provider = cpp.provider(false);
    synchronise(
        &provider,
        SyncParameters::new(FLAGS, Recorder(Arc::clone(&journal))),
    );
    // SAFETY: the provider is C++'s, and the synchronisation is over.
    let answers = unsafe { cpp.seen(&provider) }.answers;
    assert_eq!(answers, [HRESULT(0x0004_0680); 5]);
}

fn provider_in_cpp_survives_a_panic(cpp: &Cpp) {
    struct Panicking;

    impl implement::IMAPISyncProgressCallback for Panicking {
        fn progress(&self, _: Option<&WideStr>, index: u32, _: u32) -> Result<()> {
            if index == 1 {
                panic!("on purpose")
            } else {
                Ok(())
            }
        }
        fn error(&self, _: HRESULT, _: &WideStr) -> Result<()> {
            panic!("on purpose")
        }
        fn done(&self, _: Option<OwnedHandle>, _: HRESULT) -> Result<()> {
            panic!("on purpose")
        }
    }

    let provider = cpp.provider(false);
    let outcome =
        expecting_panics(|| synchronise(&provider, SyncParameters::new(FLAGS, Panicking)));
    assert_eq!(outcome, Some(SyncOutcome::Reported(S_OK)));
    // SAFETY: the provider is C++'s, and the synchronisation is over.
    let answers = unsafe { cpp.seen(&provider) }.answers;
    assert_eq!(
        answers,
        [S_OK, E_UNEXPECTED, S_OK, E_UNEXPECTED, E_UNEXPECTED]
    );
}

fn provider_in_cpp_releases_late(cpp: &Cpp) {
    let journal = Arc::default();
    let provider = cpp.provider(true);
    synchronise(
        &provider,
        SyncParameters::new(FLAGS, Recorder(Arc::clone(&journal))),
    );
    assert_eq!(
        Arc::strong_count(&journal),
        2,
        "the provider has the callback still"
    );
    assert_eq!(cpp.release(provider), 0);
    assert_eq!(Arc::strong_count(&journal), 1);
}

/// What safe Rust does not let one do: a size that is wrong, and a callback that is none.
fn provider_in_cpp_checks(cpp: &Cpp) {
    let object = cpp.provider(false);
    let provider: IMAPISync = object.cast().unwrap();
    let no_callback: IUnknown = IMAPISync::new(Ignoring).into();
    let mut event = null_mut();
    let mut call = |size, callback: Option<&IUnknown>| {
        let mut sib = MAPISIB {
            ulSize: size,
            ulFlags: FLAGS.bits(),
            psesSync: ManuallyDrop::new(None),
            punkCallBack: ManuallyDrop::new(callback.cloned()),
            phSyncDoneEvent: &mut event,
        };
        // SAFETY: the structure is whole, whatever size it claims to have.
        let code = unsafe { provider.SynchronizeInBackground(&mut sib) };
        drop(ManuallyDrop::into_inner(sib.punkCallBack));
        assert!(event.is_null());
        code
    };
    let size = size_of::<MAPISIB>() as u32;
    assert_eq!(call(size - 1, Some(&no_callback)), E_INVALIDARG);
    assert_eq!(call(size, Some(&no_callback)), E_NOINTERFACE);
    assert_eq!(call(size, None), E_POINTER);
    // SAFETY: against the contract, and the C++ provider checks it.
    let code = unsafe { provider.SynchronizeInBackground(null_mut()) };
    assert_eq!(code, E_POINTER);
    assert_eq!(cpp.references(&no_callback), 1);
    drop(provider);
    assert_eq!(cpp.references(&object), 1);
}

/// A provider that never does anything.
struct Ignoring;

impl implement::IMAPISync for Ignoring {
    fn synchronize_in_background(&self, _: SyncRequest<'_>) -> Result<()> {
        Ok(())
    }
}

/// A provider whose thread runs a function.
struct Provider(fn(&SyncReporter) -> Result<()>);

impl implement::IMAPISync for Provider {
    fn synchronize_in_background(&self, request: SyncRequest<'_>) -> Result<()> {
        assert_eq!(request.flags(), FLAGS);
        if let Some(session) = request.session() {
            session.cast::<IUnknown>()?;
        }
        request.spawn(self.0)
    }
}

/// A C++ host has the provider synchronise, waits, and closes the event.
fn host_in_cpp(cpp: &Cpp, provider: IMAPISync, session: Option<&IUnknown>, journal: &Journal) {
    // SAFETY: the callback is not alive any more when this returns, as the last lines check.
    let callback: IUnknown = unsafe { cpp.callback(journal) }.into();
    let mut event = null_mut();
    let request = Request {
        session,
        ..Request::new(FLAGS.bits(), Some(&callback), Some(&mut event))
    };
    assert_eq!(cpp.synchronize(&provider, request), S_OK);
    assert!(!event.is_null());
    // SAFETY: the provider handed the event out, it came back with Done, and the C++ callback left it open.
    unsafe {
        assert!(cpp.wait(event, PATIENCE));
        cpp.close(event);
    }
    assert_eq!(
        journal.kept_event(),
        event,
        "Done gives the same handle back"
    );
    assert!(journal.came_from_elsewhere());
    assert_eq!(
        cpp.release(callback),
        0,
        "the provider has let go of the callback"
    );
    assert_eq!(cpp.release(provider), 0);
}

fn provider_in_rust_synchronises(cpp: &Cpp) {
    let journal = Journal::default();
    let session = cpp.session();
    let provider = Provider(|host| {
        host.progress("Downloading headers", 0, 2)?;
        host.progress(None, 1, 2)?;
        host.progress(&unpaired(), 2, 2)?;
        host.error(E_FAIL, "server said no")
    });
    host_in_cpp(cpp, IMAPISync::new(provider), Some(&session), &journal);
    let expected = [
        Call::Progress(Some(wide("Downloading headers")), 0, 2),
        Call::Progress(None, 1, 2),
        Call::Progress(Some(unpaired()), 2, 2),
        Call::Error(E_FAIL, wide("server said no")),
        Call::Done(true, S_OK),
    ];
    assert_eq!(journal.calls(), expected);
    assert_eq!(cpp.references(&session), 1);
}

fn provider_in_rust_hears_answers(cpp: &Cpp) {
    let journal = Journal::answering(E_ABORT);
    let provider = Provider(|host| {
        assert_eq!(host.error(E_FAIL, "no"), Err(E_ABORT.into()));
        host.progress("the host wants no more", 0, 1)
    });
    host_in_cpp(cpp, IMAPISync::new(provider), None, &journal);
    let expected = [
        Call::Error(E_FAIL, wide("no")),
        Call::Progress(Some(wide("the host wants no more")), 0, 1),
        Call::Done(true, E_ABORT),
    ];
    assert_eq!(journal.calls(), expected);
}

fn provider_in_rust_panics(cpp: &Cpp) {
    let journal = Journal::default();
    let on_its_thread = IMAPISync::new(Provider(|_| panic!("on purpose")));
    expecting_panics(|| host_in_cpp(cpp, on_its_thread, None, &journal));
    assert_eq!(journal.calls(), [Call::Done(true, E_UNEXPECTED)]);

    struct AtOnce;

    impl implement::IMAPISync for AtOnce {
        fn synchronize_in_background(&self, _: SyncRequest<'_>) -> Result<()> {
            panic!("on purpose")
        }
    }

    let callback = cpp.bare_object();
    let provider = IMAPISync::new(AtOnce);
    let mut event = null_mut();
    let request = Request::new(FLAGS.bits(), Some(&callback), Some(&mut event));
    let code = expecting_panics(|| cpp.synchronize(&provider, request));
    assert_eq!(code, E_UNEXPECTED);
    assert!(event.is_null());
}

fn provider_in_rust_releases_late(cpp: &Cpp) {
    /// Keeps what it reports through for as long as it lives, and never says that it is done.
    #[derive(Default)]
    struct Keeping(Mutex<Option<SyncReporter>>);

    impl implement::IMAPISync for Keeping {
        fn synchronize_in_background(&self, request: SyncRequest<'_>) -> Result<()> {
            let reporter = request.accept()?;
            reporter.progress(None, 0, 1)?;
            *self.0.lock().unwrap() = Some(reporter);
            Ok(())
        }
    }

    let journal = Journal::default();
    // SAFETY: the callback is released below.
    let callback: IUnknown = unsafe { cpp.callback(&journal) }.into();
    let provider = IMAPISync::new(Keeping::default());
    let mut event = null_mut();
    let request = Request::new(FLAGS.bits(), Some(&callback), Some(&mut event));
    assert_eq!(cpp.synchronize(&provider, request), S_OK);
    assert_eq!(cpp.references(&callback), 2);
    // SAFETY: the provider handed the event out, and it is closed below, once.
    assert!(!unsafe { cpp.wait(event, Duration::ZERO) });

    assert_eq!(cpp.release(provider), 0);
    assert_eq!(
        journal.calls(),
        [Call::Progress(None, 0, 1), Call::Done(true, E_ABORT)]
    );
    // SAFETY: as above.
    unsafe {
        assert!(cpp.wait(event, Duration::ZERO));
        cpp.close(event);
    }
    assert_eq!(cpp.release(callback), 0);
}

fn provider_in_rust_checks(cpp: &Cpp) {
    let provider = IMAPISync::new(Provider(|_| panic!("never starts")));
    let bare = cpp.bare_object();
    let mut event = null_mut();
    let mut call = |callback, size_error| {
        let request = Request {
            size_error,
            ..Request::new(FLAGS.bits(), callback, Some(&mut event))
        };
        let code = cpp.synchronize(&provider, request);
        assert!(event.is_null());
        code
    };
    assert_eq!(call(Some(&bare), -1), E_INVALIDARG);
    assert_eq!(call(Some(&bare), 0), E_NOINTERFACE);
    // A later Outlook may pass more than we know of.
    assert_eq!(call(Some(&bare), 8), E_NOINTERFACE);
    assert_eq!(call(None, 0), E_POINTER);
    let nowhere_to_put_the_event = Request::new(FLAGS.bits(), Some(&bare), None);
    assert_eq!(
        cpp.synchronize(&provider, nowhere_to_put_the_event),
        E_POINTER
    );
    assert_eq!(cpp.synchronize_nothing(&provider), E_POINTER);
    assert_eq!(cpp.references(&bare), 1);
    assert_eq!(cpp.release(provider), 0);
}
