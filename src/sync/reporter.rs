//! What a provider's thread reports through.

use crate::{E_ABORT, E_UNEXPECTED, HRESULT, IMAPISyncProgressCallback, Result, S_OK};
use midl_runtime::{Event, OptionalText, OwnedHandle, Text};
use std::fmt;
use std::thread;

/// The provider's end of a running synchronisation. It may go to any thread.
///
/// However it goes away, the host hears `Done` once and gets its event back, the callback is released, and the event
/// is set as the last act. Dropped without [`finish`](Self::finish), it says `E_ABORT`, or `E_UNEXPECTED` while its
/// thread panics. So nobody waits for ever.
pub struct SyncReporter {
    // The order of the fields is the order of their drops: the event comes last.
    callback: Callback,
    /// The handle that the host has seen. It is the host's to close, and it does so in `Done`.
    handed_out: Option<OwnedHandle>,
    event: SetWhenDropped,
}

struct Callback(IMAPISyncProgressCallback);

// SAFETY: the protocol says that the provider reports from the thread that it started, so a host passes a
// callback that may be called, and released, from another thread than the one it came to.
unsafe impl Send for Callback {}

/// The provider's own handle to the event.
struct SetWhenDropped(Event);

impl Drop for SetWhenDropped {
    fn drop(&mut self) {
        // Setting an event that one owns does not fail, and nobody is left to be told.
        let _ = self.0.set();
    }
}

impl SyncReporter {
    pub(super) fn new(
        callback: IMAPISyncProgressCallback,
        event: Event,
        handed_out: OwnedHandle,
    ) -> Self {
        Self {
            callback: Callback(callback),
            handed_out: Some(handed_out),
            event: SetWhenDropped(event),
        }
    }

    /// Moves the progress bar to `index` of `index_max`. `None` leaves the text that is shown as it is.
    pub fn progress<'t>(
        &self,
        text: impl Into<OptionalText<'t>>,
        index: u32,
        index_max: u32,
    ) -> Result<()> {
        self.callback.0.progress(text, index, index_max)
    }

    /// Shows an error or a warning, with a text for people. The synchronisation goes on.
    pub fn error<'t>(&self, code: HRESULT, text: impl Into<Text<'t>>) -> Result<()> {
        self.callback.0.error(code, text)
    }

    /// Says that the synchronisation is over, and how it ended: success, a warning such as a partial completion, or
    /// failure.
    pub fn finish(mut self, result: HRESULT) -> Result<()> {
        let event = self.handed_out.take();
        self.callback.0.done(event, result)
    }

    /// A thread's whole work.
    pub(super) fn run(self, work: impl FnOnce(&Self) -> Result<()>) {
        let result = match work(&self) {
            Ok(()) => S_OK,
            Err(error) => error.code(),
        };
        // A host that does not want to hear of the end is no reason to fail: nothing is left to be done.
        let _ = self.finish(result);
    }
}

impl Drop for SyncReporter {
    fn drop(&mut self) {
        if let Some(event) = self.handed_out.take() {
            let result = if thread::panicking() {
                E_UNEXPECTED
            } else {
                E_ABORT
            };
            let _ = self.callback.0.done(Some(event), result);
        }
    }
}

impl fmt::Debug for SyncReporter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SyncReporter")
            .field("callback", &self.callback.0)
            .field("event", &self.event.0)
            .finish_non_exhaustive()
    }
}
