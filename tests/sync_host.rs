//! The host's side of a synchronisation, against providers of all kinds.

mod sync_support;

use mapi_bindings::raw::IMAPISync_Impl;
use mapi_bindings::sync::{
    PendingSync, SyncFlags, SyncOutcome, SyncParameters, SyncReporter, SyncRequest,
};
use mapi_bindings::{
    E_ABORT, E_FAIL, E_INVALIDARG, E_UNEXPECTED, Error, HRESULT, IMAPISync,
    IMAPISyncProgressCallback, Interface, MAPISIB, Result, S_FALSE, S_OK, implement,
};
use midl_runtime::{AsHandle, Event, handle};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;
use sync_support::{Callback, Heard, Log, session};
use windows_core::implement;

const SHORT: Duration = Duration::from_millis(20);
const LONG: Duration = Duration::from_secs(20);

/// A provider that does with the request what it is told.
struct Provider<F>(F);

impl<F> implement::IMAPISync for Provider<F>
where
    F: Fn(SyncRequest<'_>) -> Result<()> + Send + Sync + 'static,
{
    fn synchronize_in_background(&self, request: SyncRequest<'_>) -> Result<()> {
        (self.0)(request)
    }
}

fn provider(f: impl Fn(SyncRequest<'_>) -> Result<()> + Send + Sync + 'static) -> IMAPISync {
    IMAPISync::new(Provider(f))
}

/// A provider written by hand, without what `SyncRequest` looks after. It hands out an event that it keeps until it
/// goes itself, and does with that and the callback what it is told.
#[implement(IMAPISync)]
struct RawProvider {
    event: Event,
    act: fn(&IMAPISyncProgressCallback, &Event),
}

impl IMAPISync_Impl for RawProvider_Impl {
    unsafe fn SynchronizeInBackground(&self, sib: *mut MAPISIB) -> Result<()> {
        // SAFETY: the host passes a structure that it has filled in.
        let sib = unsafe { &*sib };
        // SAFETY: the host passes a place for the handle.
        unsafe { *sib.phSyncDoneEvent = handle::as_raw(Some(self.event.as_handle())) };
        let callback = sib.punkCallBack.as_ref().unwrap().cast()?;
        (self.act)(&callback, &self.event);
        Ok(())
    }
}

fn raw_provider(event: Event, act: fn(&IMAPISyncProgressCallback, &Event)) -> IMAPISync {
    RawProvider { event, act }.into()
}

fn start(sync: &IMAPISync, callback: Callback) -> Result<PendingSync> {
    sync.start(SyncParameters::new(SyncFlags::DOWNLOAD_CONTENTS, callback))
}

fn reported(code: HRESULT) -> Option<SyncOutcome> {
    Some(SyncOutcome::Reported(code))
}

#[test]
fn a_synchronisation_from_start_to_end() {
    let log = Log::default();
    let sync = provider(|request| {
        assert_eq!(request.flags(), SyncFlags::DOWNLOAD_CONTENTS);
        assert!(request.session().is_none());
        request.spawn(|outlook| {
            outlook.progress("Fetching", 1, 2)?;
            outlook.error(E_FAIL, "server said no")?;
            outlook.progress(None, 2, 2)
        })
    });
    let pending = start(&sync, Callback::new(&log)).unwrap();
    assert_eq!(pending.wait(LONG).unwrap(), reported(S_OK));
    assert_eq!(pending.reported(), Some(S_OK));
    // The event is the last act, so everything else has happened, and the callback is gone.
    let expected = [
        Heard::Progress(Some("Fetching".to_owned()), 1, 2),
        Heard::Error(E_FAIL, "server said no".to_owned()),
        Heard::Progress(None, 2, 2),
        Heard::Done(false, S_OK),
        Heard::Dropped,
    ];
    assert_eq!(log.heard(), expected);
    let here = thread::current().id();
    assert!(log.threads()[..4].iter().all(|thread| *thread != here));
}

#[test]
fn a_running_synchronisation_times_out_and_ends_later() {
    let log = Log::default();
    let gate = Arc::new(Mutex::new(()));
    let closed = gate.lock().unwrap();
    let sync = provider({
        let gate = Arc::clone(&gate);
        move |request| {
            let gate = Arc::clone(&gate);
            request.spawn(move |_| {
                drop(gate.lock());
                Ok(())
            })
        }
    });
    let pending = start(&sync, Callback::new(&log)).unwrap();
    assert_eq!(pending.wait(SHORT).unwrap(), None);
    assert_eq!(pending.reported(), None);
    drop(closed);
    assert_eq!(pending.wait(LONG).unwrap(), reported(S_OK));
    // The end does not go away.
    assert_eq!(pending.wait(Duration::ZERO).unwrap(), reported(S_OK));
}

#[test]
fn done_before_the_call_returns() {
    let log = Log::default();
    let sync = provider(|request| request.accept()?.finish(S_FALSE));
    let pending = start(&sync, Callback::new(&log)).unwrap();
    assert_eq!(pending.wait(Duration::ZERO).unwrap(), reported(S_FALSE));
    assert_eq!(log.heard(), [Heard::Done(false, S_FALSE), Heard::Dropped]);
}

#[test]
fn no_event_and_done_from_the_calling_thread() {
    let log = Log::default();
    let sync = provider(|request| request.callback()?.done(None, S_FALSE));
    let pending = start(&sync, Callback::new(&log)).unwrap();
    assert_eq!(pending.wait(LONG).unwrap(), reported(S_FALSE));
    assert_eq!(log.heard(), [Heard::Done(false, S_FALSE), Heard::Dropped]);
}

#[test]
fn no_event_and_no_done() {
    let log = Log::default();
    let sync = provider(|_| Ok(()));
    let pending = start(&sync, Callback::new(&log)).unwrap();
    assert_eq!(pending.wait(LONG).unwrap(), Some(SyncOutcome::Unreported));
    assert_eq!(log.heard(), [Heard::Dropped]);
}

#[test]
fn a_callback_that_is_held_longer_than_the_host_waits() {
    let log = Log::default();
    let kept: Arc<Mutex<Option<SyncReporter>>> = Arc::default();
    let sync = provider({
        let kept = Arc::clone(&kept);
        move |request| {
            *kept.lock().unwrap() = Some(request.accept()?);
            Ok(())
        }
    });
    let pending = start(&sync, Callback::new(&log)).unwrap();
    drop(pending);
    drop(sync);
    assert_eq!(log.heard(), []);
    let reporter = kept.lock().unwrap().take().unwrap();
    thread::spawn(move || reporter.progress("late", 1, 1))
        .join()
        .unwrap()
        .unwrap();
    let late = Heard::Progress(Some("late".to_owned()), 1, 1);
    assert_eq!(
        log.heard(),
        [late, Heard::Done(false, E_ABORT), Heard::Dropped]
    );
}

#[test]
fn a_host_that_says_no_ends_it() {
    let log = Log::default();
    let sync = provider(|request| {
        request.spawn(|outlook| {
            outlook.progress("first", 1, 2)?;
            outlook.progress("second", 2, 2)
        })
    });
    let pending = start(&sync, Callback::new(&log).answering(E_ABORT)).unwrap();
    assert_eq!(pending.wait(LONG).unwrap(), reported(E_ABORT));
    let first = Heard::Progress(Some("first".to_owned()), 1, 2);
    assert_eq!(
        log.heard(),
        [first, Heard::Done(false, E_ABORT), Heard::Dropped]
    );
}

#[test]
fn a_panic_in_the_providers_thread_is_reported() {
    let log = Log::default();
    let sync = provider(|request| request.spawn(|_| panic!("on purpose")));
    let pending = start(&sync, Callback::new(&log)).unwrap();
    assert_eq!(pending.wait(LONG).unwrap(), reported(E_UNEXPECTED));
    assert_eq!(
        log.heard(),
        [Heard::Done(false, E_UNEXPECTED), Heard::Dropped]
    );
}

#[test]
fn a_panic_in_the_provider_is_an_error_of_the_call() {
    let log = Log::default();
    let sync = provider(|_| panic!("on purpose"));
    let error = start(&sync, Callback::new(&log)).unwrap_err();
    assert_eq!(error.code(), E_UNEXPECTED);
    assert_eq!(log.heard(), [Heard::Dropped]);
    // The provider lives on, and is asked again.
    assert!(start(&sync, Callback::new(&log)).is_err());
}

#[test]
fn a_panic_after_the_event_was_handed_out_gives_it_back() {
    let log = Log::default();
    let sync = provider(|request| {
        let _reporter = request.accept()?;
        panic!("on purpose");
    });
    let error = start(&sync, Callback::new(&log)).unwrap_err();
    assert_eq!(error.code(), E_UNEXPECTED);
    assert_eq!(
        log.heard(),
        [Heard::Done(false, E_UNEXPECTED), Heard::Dropped]
    );
}

#[test]
fn a_panic_in_the_hosts_callback_is_an_error_of_its_call() {
    let log = Log::default();
    let answer: Arc<Mutex<Option<Result<()>>>> = Arc::default();
    let sync = provider({
        let answer = Arc::clone(&answer);
        move |request| {
            *answer.lock().unwrap() = Some(request.accept()?.finish(S_OK));
            Ok(())
        }
    });
    let callback = Callback::new(&log).on_done(|_| panic!("on purpose"));
    let pending = start(&sync, callback).unwrap();
    // The provider did say that it was done.
    assert_eq!(pending.wait(LONG).unwrap(), reported(S_OK));
    let answer = answer.lock().unwrap().take().unwrap();
    assert_eq!(answer.map_err(|error| error.code()), Err(E_UNEXPECTED));
    assert_eq!(log.heard(), [Heard::Done(false, S_OK), Heard::Dropped]);
}

#[test]
fn a_provider_that_refuses() {
    let log = Log::default();
    let sync = provider(|_| Err(Error::from_hresult(E_FAIL)));
    let error = start(&sync, Callback::new(&log)).unwrap_err();
    assert_eq!(error.code(), E_FAIL);
    assert_eq!(log.heard(), [Heard::Dropped]);
}

#[test]
fn a_text_with_a_zero_is_never_cut() {
    let log = Log::default();
    let sync = provider(|request| request.spawn(|outlook| outlook.progress("a\0b", 1, 1)));
    let pending = start(&sync, Callback::new(&log)).unwrap();
    assert_eq!(pending.wait(LONG).unwrap(), reported(E_INVALIDARG));
    assert_eq!(
        log.heard(),
        [Heard::Done(false, E_INVALIDARG), Heard::Dropped]
    );
}

#[test]
fn the_bare_call_leaves_nothing_behind() {
    let log = Log::default();
    let sync = provider(|request| request.accept()?.finish(S_OK));
    let mut parameters = SyncParameters::new(SyncFlags::empty(), Callback::new(&log));
    sync.synchronize_in_background(&mut parameters).unwrap();
    // It is meant for one call, but a second one does no harm.
    sync.synchronize_in_background(&mut parameters).unwrap();
    let done = Heard::Done(false, S_OK);
    assert_eq!(log.heard(), [done.clone(), done.clone()]);
    drop(parameters);
    assert_eq!(log.heard(), [done.clone(), done, Heard::Dropped]);
}

#[test]
fn a_session_is_lent_for_the_call() {
    let log = Log::default();
    let seen: Arc<Mutex<Option<usize>>> = Arc::default();
    let sync = provider({
        let seen = Arc::clone(&seen);
        move |request| {
            *seen.lock().unwrap() = request.session().map(|session| session.as_raw() as usize);
            request.accept()?.finish(S_OK)
        }
    });
    let session_log = Log::default();
    let session = session(&session_log);
    let raw = session.as_raw() as usize;
    let parameters = SyncParameters::new(SyncFlags::empty(), Callback::new(&log));
    sync.start(parameters.with_session(session)).unwrap();
    assert_eq!(*seen.lock().unwrap(), Some(raw));
    assert_eq!(session_log.heard(), [Heard::Dropped]);
}

#[test]
fn a_thread_that_ends_without_done() {
    let log = Log::default();
    let sync = raw_provider(Event::new().unwrap(), |_, event| event.set().unwrap());
    let pending = start(&sync, Callback::new(&log)).unwrap();
    assert_eq!(pending.wait(LONG).unwrap(), Some(SyncOutcome::Unreported));
    assert_eq!(log.heard(), [Heard::Dropped]);
}

#[test]
fn the_event_decides_even_after_done() {
    let log = Log::default();
    let sync = raw_provider(Event::new().unwrap(), |callback, _| {
        callback.done(None, S_OK).unwrap()
    });
    let pending = start(&sync, Callback::new(&log)).unwrap();
    assert_eq!(pending.wait(SHORT).unwrap(), None);
    assert_eq!(pending.reported(), Some(S_OK));
}

#[test]
fn the_first_done_counts() {
    let log = Log::default();
    let sync = raw_provider(Event::new().unwrap(), |callback, event| {
        let another = event.try_clone().unwrap();
        callback.done(Some(another.into()), E_FAIL).unwrap();
        callback.done(None, S_OK).unwrap();
        event.set().unwrap();
    });
    let pending = start(&sync, Callback::new(&log)).unwrap();
    assert_eq!(pending.wait(LONG).unwrap(), reported(E_FAIL));
    let done = |code| Heard::Done(false, code);
    assert_eq!(log.heard(), [done(E_FAIL), done(S_OK), Heard::Dropped]);
}

#[test]
fn the_end_stays_whatever_the_kind_of_event() {
    let log = Log::default();
    let event = Event::new_auto_reset().unwrap();
    let sync = raw_provider(event, |callback, event| {
        callback.done(None, S_OK).unwrap();
        event.set().unwrap();
    });
    let pending = start(&sync, Callback::new(&log)).unwrap();
    assert_eq!(pending.wait(LONG).unwrap(), reported(S_OK));
    assert_eq!(pending.wait(LONG).unwrap(), reported(S_OK));
}

#[test]
fn both_ends_may_go_to_another_thread() {
    fn may_be_sent<T: Send>() {}
    fn may_be_shared<T: Send + Sync>() {}
    may_be_sent::<SyncReporter>();
    may_be_shared::<PendingSync>();
}

/// Elsewhere a memory checker sees it. Windows fills the gaps between its handles first, so new ones tell how many
/// are open.
#[cfg(windows)]
#[test]
fn no_handle_is_left_open() {
    const ROUNDS: usize = 1000;
    fn highest() -> usize {
        let events = [(); 100].map(|()| Event::new().unwrap());
        let numbers = events.each_ref().map(|event| {
            // A handle is a multiple of four.
            handle::as_raw(Some(event.as_handle())) as usize / 4
        });
        numbers.into_iter().max().unwrap()
    }
    let sync = provider(|request| request.accept()?.finish(S_OK));
    let before = highest();
    for _ in 0..ROUNDS {
        let pending = start(&sync, Callback::new(&Log::default())).unwrap();
        assert_eq!(pending.wait(LONG).unwrap(), reported(S_OK));
    }
    // Other tests run at the same time, and have some open.
    assert!(highest() < before + ROUNDS / 2);
}
