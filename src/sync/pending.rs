//! What a host waits for.

use super::SyncParameters;
use super::ending::Ending;
use crate::{HRESULT, IMAPISync, Result};
use midl_runtime::Event;
use std::sync::Arc;
use std::time::Duration;

impl IMAPISync {
    /// Starts a synchronisation, as `synchronize_in_background` does, and gives something to wait for.
    pub fn start(&self, mut parameters: SyncParameters) -> Result<PendingSync> {
        self.synchronize_in_background(&mut parameters)?;
        Ok(parameters.into_pending())
    }
}

/// A synchronisation that a provider has started.
///
/// It holds nothing of the provider's: dropping it does not stop the synchronisation, and the callback goes on
/// hearing of it. The provider may keep the callback longer than this lives.
#[derive(Debug)]
pub struct PendingSync {
    /// The host's own handle to the event, if the provider handed one out. It stays open however early `Done` gives
    /// the other one back.
    event: Option<Event>,
    ending: Arc<Ending>,
}

/// How a synchronisation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyncOutcome {
    /// The provider said so with `Done`: success, a warning, or failure.
    Reported(HRESULT),
    /// The provider's thread has ended, or has let go of the callback, without a word.
    Unreported,
}

impl PendingSync {
    pub(super) fn new(event: Option<Event>, ending: Arc<Ending>) -> Self {
        Self { event, ending }
    }

    /// Waits until the provider's thread has ended, at most `timeout` (`None`: however long it takes). `None`: it
    /// still runs.
    ///
    /// The thread has ended when the event is set. Where the provider handed out no event, `Done` counts as the end,
    /// or that the provider has let go of the callback.
    ///
    /// A thread with a window should not wait long in here, for it does not look after its messages meanwhile.
    pub fn wait(&self, timeout: impl Into<Option<Duration>>) -> Result<Option<SyncOutcome>> {
        let timeout = timeout.into();
        let ended = match &self.event {
            Some(event) => {
                let set = event.wait(timeout)?;
                if set {
                    // The wait resets some kinds of event, but the end is the end for everybody who asks. What cannot
                    // be set is no event, and is not reset either.
                    let _ = event.set();
                }
                set
            }
            None => self.ending.wait(timeout),
        };
        Ok(ended.then(|| match self.ending.result() {
            Some(result) => SyncOutcome::Reported(result),
            None => SyncOutcome::Unreported,
        }))
    }

    /// What `Done` said, if it was called by now: shortly before the end.
    pub fn reported(&self) -> Option<HRESULT> {
        self.ending.result()
    }
}
