//! The host's callback, as the provider sees it.

use super::ending::Ending;
use crate::{HRESULT, Result, implement};
use midl_runtime::{OwnedHandle, WideStr};
use std::sync::Arc;

/// Stands between the provider and the host's own callback: passes everything on, and notes how it ends.
pub(super) struct Listener<C> {
    pub(super) callback: C,
    pub(super) ending: Arc<Ending>,
}

impl<C: implement::IMAPISyncProgressCallback> implement::IMAPISyncProgressCallback for Listener<C> {
    fn progress(&self, progress: Option<&WideStr>, index: u32, index_max: u32) -> Result<()> {
        self.callback.progress(progress, index, index_max)
    }

    fn error(&self, result: HRESULT, error_str: &WideStr) -> Result<()> {
        self.callback.error(result, error_str)
    }

    fn done(&self, thread_done_event: Option<OwnedHandle>, result: HRESULT) -> Result<()> {
        if let Some(event) = thread_done_event {
            self.ending.take_back(event);
        }
        // Noted after the host's callback has run, and even if that panics: who waits must not be left waiting.
        let _note = OnDrop(|| self.ending.report(result));
        self.callback.done(None, result)
    }
}

impl<C> Drop for Listener<C> {
    fn drop(&mut self) {
        self.ending.release();
    }
}

struct OnDrop<F: FnMut()>(F);

impl<F: FnMut()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        self.0();
    }
}
