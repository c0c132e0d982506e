//! The provider's side of a synchronisation, against a host that fills in `MAPISIB` by hand.

mod sync_support;

use mapi_bindings::sync::{SyncFlags, SyncRequest};
use mapi_bindings::{
    BorrowedHandle, E_ABORT, E_FAIL, E_INVALIDARG, E_NOINTERFACE, E_POINTER, E_UNEXPECTED, Error,
    HRESULT, IMAPISession, IMAPISync, IMAPISyncProgressCallback, Interface, MAPISIB, OwnedHandle,
    Result, S_OK, implement,
};
use midl_runtime::{AsHandle, Event, handle};
use std::ffi::c_void;
use std::mem::ManuallyDrop;
use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use sync_support::{Callback, Heard, Log, session};
use windows_core::IUnknown;

const LONG: Option<Duration> = Some(Duration::from_secs(20));

type Answer = Box<dyn Fn(SyncRequest<'_>) -> Result<()> + Send + Sync>;

/// A provider that counts the requests that reach it, and does with them what it is told.
struct Provider {
    reached: Arc<AtomicUsize>,
    answer: Answer,
}

impl implement::IMAPISync for Provider {
    fn synchronize_in_background(&self, request: SyncRequest<'_>) -> Result<()> {
        self.reached.fetch_add(1, Ordering::Relaxed);
        (self.answer)(request)
    }
}

/// What a host written in C has: the provider, a `MAPISIB`, and what that points to.
struct Host {
    sync: IMAPISync,
    reached: Arc<AtomicUsize>,
    session: Option<IMAPISession>,
    callback: Option<IUnknown>,
    /// Where `phSyncDoneEvent` points. Before the call, there is something that is no handle.
    event: *mut c_void,
}

impl Host {
    fn new(
        callback: Callback,
        answer: impl Fn(SyncRequest<'_>) -> Result<()> + Send + Sync + 'static,
    ) -> Self {
        let reached = Arc::new(AtomicUsize::new(0));
        Self {
            sync: IMAPISync::new(Provider {
                reached: Arc::clone(&reached),
                answer: Box::new(answer),
            }),
            reached,
            session: None,
            callback: Some(IMAPISyncProgressCallback::new(callback).into()),
            event: NonNull::dangling().as_ptr(),
        }
    }

    /// Calls the provider, after a change to the structure.
    fn call(&mut self, change: impl FnOnce(&mut MAPISIB)) -> HRESULT {
        let mut sib = MAPISIB {
            ulSize: size_of::<MAPISIB>() as u32,
            ulFlags: 0x4000_0081,
            // SAFETY: the copy is never dropped, so it takes no part in counting references.
            psesSync: ManuallyDrop::new(unsafe { ptr::read(&self.session) }),
            // SAFETY: as above.
            punkCallBack: ManuallyDrop::new(unsafe { ptr::read(&self.callback) }),
            phSyncDoneEvent: &raw mut self.event,
        };
        change(&mut sib);
        // SAFETY: the structure is filled in, or wrong in a way that the provider has to see.
        unsafe { self.sync.SynchronizeInBackground(&raw mut sib) }
    }

    fn reached(&self) -> usize {
        self.reached.load(Ordering::Relaxed)
    }

    /// Lets everything go. Nobody else holds the provider's object.
    fn close(self) {
        let reached = Arc::clone(&self.reached);
        drop(self);
        assert_eq!(Arc::strong_count(&reached), 1);
    }
}

fn refuse(_: SyncRequest<'_>) -> Result<()> {
    Err(Error::from_hresult(E_FAIL))
}

/// Gives the event of `Done` to the test, in place of closing it.
fn keep_event(log: &Log) -> (Callback, Receiver<OwnedHandle>) {
    let (sender, receiver) = channel();
    let callback = Callback::new(log).on_done(move |event| {
        sender.send(event.unwrap()).unwrap();
        Ok(())
    });
    (callback, receiver)
}

#[test]
fn a_structure_that_is_too_short_is_refused() {
    let log = Log::default();
    let mut host = Host::new(Callback::new(&log), |_| Ok(()));
    let untouched = host.event;
    for size in [0, 4, size_of::<MAPISIB>() as u32 - 1] {
        assert_eq!(host.call(|sib| sib.ulSize = size), E_INVALIDARG);
    }
    assert_eq!(host.reached(), 0);
    // Nothing behind the size was believed.
    assert_eq!(host.event, untouched);
    host.close();
}

#[test]
fn nothing_behind_a_short_structure_is_read() {
    let log = Log::default();
    let host = Host::new(Callback::new(&log), |_| Ok(()));
    // A structure that ends after its size: a memory checker sees what is read beyond it.
    let size = Box::into_raw(Box::new(4_u32));
    // SAFETY: the structure is as long as it says.
    let code = unsafe { host.sync.SynchronizeInBackground(size.cast()) };
    assert_eq!(code, E_INVALIDARG);
    // SAFETY: it was made by Box::into_raw above.
    drop(unsafe { Box::from_raw(size) });
    host.close();
}

#[test]
fn a_structure_of_a_later_version_is_accepted() {
    let log = Log::default();
    let mut host = Host::new(Callback::new(&log), |_| Ok(()));
    let size = size_of::<MAPISIB>() as u32 + 8;
    assert_eq!(host.call(|sib| sib.ulSize = size), S_OK);
    assert_eq!(host.reached(), 1);
    host.close();
}

#[test]
fn null_in_place_of_the_structure_is_refused() {
    let log = Log::default();
    let host = Host::new(Callback::new(&log), |_| Ok(()));
    // SAFETY: NULL is what the provider has to see.
    let code = unsafe { host.sync.SynchronizeInBackground(ptr::null_mut()) };
    assert_eq!((code, host.reached()), (E_POINTER, 0));
    host.close();
}

#[test]
fn no_place_for_the_event_is_refused() {
    let log = Log::default();
    let mut host = Host::new(Callback::new(&log), |_| Ok(()));
    let code = host.call(|sib| sib.phSyncDoneEvent = ptr::null_mut());
    assert_eq!((code, host.reached()), (E_POINTER, 0));
    host.close();
}

#[test]
fn the_event_is_null_unless_one_is_handed_out() {
    let log = Log::default();
    let mut host = Host::new(Callback::new(&log), refuse);
    assert_eq!(host.call(|_| ()), E_FAIL);
    assert!(host.event.is_null());
    assert_eq!(host.reached(), 1);
    host.close();
}

#[test]
fn what_was_asked_is_seen() {
    let log = Log::default();
    let (session_log, asked) = (Log::default(), Arc::new(Mutex::new(Vec::new())));
    let mut host = Host::new(Callback::new(&log), {
        let asked = Arc::clone(&asked);
        move |request| {
            let session = request.session().map(|session| session.as_raw() as usize);
            asked.lock().unwrap().push((request.flags(), session));
            Ok(())
        }
    });
    assert_eq!(host.call(|_| ()), S_OK);
    let session = session(&session_log);
    let raw = session.as_raw() as usize;
    host.session = Some(session);
    assert_eq!(host.call(|_| ()), S_OK);
    let flags = SyncFlags::from_bits_retain(0x4000_0081);
    assert!(flags.contains(SyncFlags::UPLOAD_HIERARCHY | SyncFlags::DOWNLOAD_CONTENTS));
    assert_eq!(*asked.lock().unwrap(), [(flags, None), (flags, Some(raw))]);
    host.close();
    assert_eq!(session_log.heard(), [Heard::Dropped]);
}

#[test]
fn a_callback_is_needed_to_accept() {
    let log = Log::default();
    let mut host = Host::new(Callback::new(&log), |request| {
        assert_eq!(request.callback().unwrap_err().code(), E_POINTER);
        request.spawn(|_| Ok(()))
    });
    host.callback = None;
    assert_eq!(host.call(|_| ()), E_POINTER);
    assert!(host.event.is_null());
    host.close();
}

#[test]
fn a_callback_without_the_interface_is_refused() {
    let log = Log::default();
    let mut host = Host::new(Callback::new(&log), |request| {
        assert_eq!(request.callback().unwrap_err().code(), E_NOINTERFACE);
        request.accept().map(drop)
    });
    // An object, but no callback.
    host.callback = Some(host.sync.clone().into());
    assert_eq!(host.call(|_| ()), E_NOINTERFACE);
    assert!(host.event.is_null());
    host.callback = None;
    assert_eq!(log.heard(), [Heard::Dropped]);
    host.close();
}

#[test]
fn the_event_of_done_is_the_one_handed_out_and_is_set_last() {
    let log = Log::default();
    let (callback, events) = keep_event(&log);
    let (go, gate) = channel();
    let gate = Mutex::new(Some(gate));
    let mut host = Host::new(callback, move |request| {
        let gate: Receiver<()> = gate.lock().unwrap().take().unwrap();
        request.spawn(move |outlook| {
            outlook.progress("Fetching", 1, 1)?;
            gate.recv().unwrap();
            outlook.error(E_FAIL, "server said no")
        })
    });
    assert_eq!(host.call(|_| ()), S_OK);
    // SAFETY: the event stays open until `Done` gives it back, for which the provider has to wait.
    let lent: BorrowedHandle<'_> = unsafe { handle::borrow_raw(host.event) }.unwrap();
    let event = Event::from(lent.try_clone_to_owned().unwrap());
    assert_eq!(event.is_set(), Ok(false));

    go.send(()).unwrap();
    let given_back = Event::from(events.recv_timeout(LONG.unwrap()).unwrap());
    assert_eq!(handle::as_raw(Some(given_back.as_handle())), host.event);
    assert_eq!(event.wait(LONG), Ok(true));
    let expected = [
        Heard::Progress(Some("Fetching".to_owned()), 1, 1),
        Heard::Error(E_FAIL, "server said no".to_owned()),
        Heard::Done(true, S_OK),
    ];
    assert_eq!(log.heard(), expected);
    let here = std::thread::current().id();
    assert!(log.threads().iter().all(|thread| *thread != here));
    host.close();
    assert_eq!(log.heard().last(), Some(&Heard::Dropped));
}

#[test]
fn the_event_is_not_set_while_done_runs_and_is_set_after_the_callback_is_gone() {
    let log = Log::default();
    let (events, was_set) = (channel(), channel());
    let callback = Callback::new(&log).on_done(move |event| {
        let event = Event::from(event.unwrap());
        was_set.0.send(event.is_set()).unwrap();
        events.0.send(event).unwrap();
        Ok(())
    });
    let mut host = Host::new(callback, |request| request.accept()?.finish(S_OK));
    assert_eq!(host.call(|_| ()), S_OK);
    assert_eq!(was_set.1.recv().unwrap(), Ok(false));
    assert_eq!(events.1.recv().unwrap().is_set(), Ok(true));
    host.close();
}

#[test]
fn a_result_of_the_work_reaches_the_host() {
    for (code, answer) in [
        (E_FAIL, E_FAIL),
        (HRESULT(0x0004_0680), HRESULT(0x0004_0680)),
    ] {
        let log = Log::default();
        let (callback, events) = keep_event(&log);
        let mut host = Host::new(callback, move |request| {
            request.spawn(move |_| Err(Error::from_hresult(code)))
        });
        assert_eq!(host.call(|_| ()), S_OK);
        let event = Event::from(events.recv_timeout(LONG.unwrap()).unwrap());
        assert_eq!(event.wait(LONG), Ok(true));
        host.close();
        assert_eq!(log.heard(), [Heard::Done(true, answer), Heard::Dropped]);
    }
}

#[test]
fn a_reporter_that_is_forgotten_reports() {
    let log = Log::default();
    let (callback, events) = keep_event(&log);
    let mut host = Host::new(callback, |request| request.accept().map(drop));
    assert_eq!(host.call(|_| ()), S_OK);
    assert_eq!(Event::from(events.recv().unwrap()).is_set(), Ok(true));
    assert_eq!(log.heard(), [Heard::Done(true, E_ABORT)]);
    host.close();
}

#[test]
fn a_panic_in_the_thread_reports() {
    let log = Log::default();
    let (callback, events) = keep_event(&log);
    let mut host = Host::new(callback, |request| request.spawn(|_| panic!("on purpose")));
    assert_eq!(host.call(|_| ()), S_OK);
    let event = Event::from(events.recv_timeout(LONG.unwrap()).unwrap());
    assert_eq!(event.wait(LONG), Ok(true));
    assert_eq!(log.heard(), [Heard::Done(true, E_UNEXPECTED)]);
    host.close();
}

#[test]
fn a_panic_in_the_call_is_an_answer() {
    let log = Log::default();
    let mut host = Host::new(Callback::new(&log), |_| panic!("on purpose"));
    assert_eq!(host.call(|_| ()), E_UNEXPECTED);
    assert!(host.event.is_null());
    assert_eq!(host.call(|_| ()), E_UNEXPECTED);
    assert_eq!(host.reached(), 2);
    host.close();
}

#[test]
fn a_host_that_fails_in_done_is_told_and_the_event_is_set() {
    let log = Log::default();
    let events = channel();
    let callback = Callback::new(&log).on_done(move |event| {
        events.0.send(event.unwrap()).unwrap();
        Err(Error::from_hresult(E_FAIL))
    });
    let mut host = Host::new(callback, |request| request.accept()?.finish(S_OK));
    // The provider passes on what `Done` answered.
    assert_eq!(host.call(|_| ()), E_FAIL);
    assert_eq!(Event::from(events.1.recv().unwrap()).is_set(), Ok(true));
    host.close();
}
