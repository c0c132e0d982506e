//! The provider's view of `MAPISIB`.

use super::{SyncFlags, SyncReporter};
use crate::{
    E_INVALIDARG, E_POINTER, Error, IMAPISession, IMAPISyncProgressCallback, Interface, MAPISIB,
    Result,
};
use midl_runtime::{AsHandle, Event, Incoming, handle};
use std::ffi::c_void;
use std::fmt;
use std::ptr::NonNull;
use std::thread;

/// What a host asks of [`implement::IMAPISync`](crate::implement::IMAPISync): a `MAPISIB`, checked.
///
/// A provider answers with [`spawn`](Self::spawn), or with [`accept`](Self::accept) if it has a thread already.
/// Either takes the request, so an event is handed out once at most:
///
/// ```compile_fail,E0382
/// # use mapi_bindings::{Result, sync::SyncRequest};
/// fn twice(request: SyncRequest<'_>) -> Result<()> {
///     let first = request.accept()?;
///     let second = request.accept()?;
/// #   drop((first, second));
///     Ok(())
/// }
/// ```
///
/// A provider that has nothing to do in the background may also call the [`callback`](Self::callback) before it
/// returns, `Done` included, and hand out nothing.
pub struct SyncRequest<'a> {
    flags: SyncFlags,
    session: Option<&'a IMAPISession>,
    callback: Option<&'a windows_core::IUnknown>,
    /// Where the host wants the event. The place is the host's, which may look there whenever this calls back, so it
    /// is no reference.
    done_event: NonNull<*mut c_void>,
}

impl<'a> Incoming<'a> for SyncRequest<'a> {
    type Raw = MAPISIB;

    unsafe fn from_raw(raw: NonNull<MAPISIB>) -> Result<Self> {
        // SAFETY: the size comes first, so it can be read however short the structure is.
        let size = unsafe { (&raw const (*raw.as_ptr()).ulSize).read() };
        // A structure of a later version may be longer. What it begins with is the same.
        if (size as usize) < size_of::<MAPISIB>() {
            return Err(Error::from_hresult(E_INVALIDARG));
        }
        // SAFETY: the structure is whole, and the caller lends it for 'a.
        let sib = unsafe { raw.as_ref() };
        let done_event = NonNull::new(sib.phSyncDoneEvent).ok_or(Error::from_hresult(E_POINTER))?;
        let request = Self {
            flags: SyncFlags::from_bits_retain(sib.ulFlags),
            session: sib.psesSync.as_ref(),
            callback: sib.punkCallBack.as_ref(),
            done_event,
        };
        request.set_done_event(std::ptr::null_mut());
        Ok(request)
    }
}

impl<'a> SyncRequest<'a> {
    /// What to synchronise.
    pub fn flags(&self) -> SyncFlags {
        self.flags
    }

    /// The session that asks. It stays on this thread.
    pub fn session(&self) -> Option<&'a IMAPISession> {
        self.session
    }

    /// Where to report, for calls from this thread. `E_POINTER`: the host passed none; `E_NOINTERFACE`: what it
    /// passed is none.
    pub fn callback(&self) -> Result<IMAPISyncProgressCallback> {
        self.callback.ok_or(Error::from_hresult(E_POINTER))?.cast()
    }

    /// Starts a thread that does the work, and returns.
    ///
    /// The work's result is what [`Done`](SyncReporter::finish) tells the host; after a panic that is `E_UNEXPECTED`.
    /// The host gets the event before this returns, and it is set when all is over.
    pub fn spawn(
        self,
        work: impl FnOnce(&SyncReporter) -> Result<()> + Send + 'static,
    ) -> Result<()> {
        let reporter = self.hand_out()?;
        let started = thread::Builder::new()
            .name("mapi-sync".to_owned())
            .spawn(move || reporter.run(work));
        if let Err(error) = started {
            // The reporter is gone with the thread that did not start: it has given the event back.
            self.set_done_event(std::ptr::null_mut());
            return Err(error.into());
        }
        Ok(())
    }

    /// Hands the event out to the host, and gives the provider what it reports through.
    ///
    /// Pass it to a thread, and return `Ok`.
    pub fn accept(self) -> Result<SyncReporter> {
        self.hand_out()
    }

    fn set_done_event(&self, raw: *mut c_void) {
        // SAFETY: from_raw was promised a place for a handle that is there for 'a.
        unsafe { self.done_event.write(raw) }
    }

    fn hand_out(&self) -> Result<SyncReporter> {
        let callback = self.callback()?;
        let event = Event::new()?;
        let handed_out = event.try_clone()?;
        self.set_done_event(handle::as_raw(Some(handed_out.as_handle())));
        Ok(SyncReporter::new(callback, event, handed_out.into()))
    }
}

impl fmt::Debug for SyncRequest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SyncRequest")
            .field("flags", &self.flags)
            .field("session", &self.session)
            .field("callback", &self.callback)
            .finish_non_exhaustive()
    }
}
