//! The host's way to fill in a `MAPISIB`.

use super::SyncFlags;
use super::ending::Ending;
use super::listener::Listener;
use super::pending::PendingSync;
use crate::{IMAPISession, IMAPISyncProgressCallback, MAPISIB, implement};
use midl_runtime::{Event, Outgoing, handle, interface};
use std::ffi::c_void;
use std::fmt;
use std::sync::Arc;
use windows_core::IUnknown;

/// What a host asks of a provider: a `MAPISIB`, filled in.
///
/// [`IMAPISync::start`](crate::IMAPISync::start) takes it and gives something to wait for in return. It can also be
/// passed to `synchronize_in_background`, by a host that needs nothing but its callback to know how things go. It is
/// good for one call.
pub struct SyncParameters {
    flags: SyncFlags,
    session: Option<IMAPISession>,
    callback: IUnknown,
    ending: Arc<Ending>,
    done_event: *mut c_void,
    sib: MAPISIB,
}

impl SyncParameters {
    /// Asks for `flags`; the provider reports to `callback`, from a thread of its own.
    ///
    /// The callback's `done` always gets `None` in place of the event: that is looked after here, and closed when
    /// nobody needs it any more.
    pub fn new(flags: SyncFlags, callback: impl implement::IMAPISyncProgressCallback) -> Self {
        let ending = Arc::new(Ending::new());
        let listener = Listener {
            callback,
            ending: Arc::clone(&ending),
        };
        Self {
            flags,
            session: None,
            callback: IMAPISyncProgressCallback::new(listener).into(),
            ending,
            done_event: std::ptr::null_mut(),
            sib: MAPISIB::default(),
        }
    }

    /// Passes a session, too.
    pub fn with_session(mut self, session: IMAPISession) -> Self {
        self.session = Some(session);
        self
    }
}

impl SyncParameters {
    /// After the call: what to wait for.
    pub(super) fn into_pending(self) -> PendingSync {
        // SAFETY: the provider keeps the handle open until `Done` gives it back, and what `Done` gives back is kept
        // open until close_events, which is called no earlier than when `self` is dropped.
        let event = unsafe { handle::borrow_raw(self.done_event) }
            // A handle that cannot be copied is no event to wait for. The callback still tells how things go.
            .and_then(|event| event.try_clone_to_owned().ok())
            .map(Event::from);
        PendingSync::new(event, Arc::clone(&self.ending))
    }
}

impl Drop for SyncParameters {
    fn drop(&mut self) {
        self.ending.close_events();
    }
}

// SAFETY: the structure has its size, and points to the session, the callback and the place for the event, all of
// which `self` owns; the interfaces are lent, as ManuallyDrop says.
unsafe impl Outgoing for SyncParameters {
    type Raw = MAPISIB;

    fn as_raw(&mut self) -> *mut MAPISIB {
        self.done_event = std::ptr::null_mut();
        self.sib = MAPISIB {
            ulSize: size_of::<MAPISIB>() as u32,
            ulFlags: self.flags.bits(),
            psesSync: interface::lend(self.session.as_ref()),
            punkCallBack: interface::lend(Some(&self.callback)),
            phSyncDoneEvent: &raw mut self.done_event,
        };
        &raw mut self.sib
    }
}

impl fmt::Debug for SyncParameters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SyncParameters")
            .field("flags", &self.flags)
            .field("session", &self.session)
            .field("callback", &self.callback)
            .finish_non_exhaustive()
    }
}
