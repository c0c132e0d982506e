//! What host and provider know together about the end of a synchronisation.

use crate::HRESULT;
use midl_runtime::OwnedHandle;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How far a synchronisation has come, as its callback saw it.
#[derive(Debug)]
pub(super) struct Ending {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug)]
struct State {
    /// What `Done` said, the first time.
    result: Option<HRESULT>,
    /// Nobody holds the callback any more, so nobody will ever call `Done`.
    released: bool,
    /// `Done` may run before `SynchronizeInBackground` returns, and gives the event back to be closed, while the host
    /// still has to copy it from where the provider put it. What came back until then waits here. `None`: the host
    /// has its copy, or needs none.
    kept_open: Option<Vec<OwnedHandle>>,
}

impl Ending {
    pub(super) fn new() -> Self {
        Self {
            state: Mutex::new(State {
                result: None,
                released: false,
                kept_open: Some(Vec::new()),
            }),
            changed: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Each change is one assignment, so a panic elsewhere leaves nothing half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The event that `Done` gave back: closed as soon as the host does not need it.
    pub(super) fn take_back(&self, event: OwnedHandle) {
        if let Some(kept) = &mut self.lock().kept_open {
            kept.push(event);
        }
    }

    /// The host has its copy of the event, or wants none: closes what came back, and from now on at once.
    pub(super) fn close_events(&self) {
        self.lock().kept_open = None;
    }

    /// `Done` was called.
    pub(super) fn report(&self, result: HRESULT) {
        self.lock().result.get_or_insert(result);
        self.changed.notify_all();
    }

    /// The callback is gone.
    pub(super) fn release(&self) {
        self.lock().released = true;
        self.changed.notify_all();
    }

    /// What `Done` said.
    pub(super) fn result(&self) -> Option<HRESULT> {
        self.lock().result
    }

    /// Waits until `Done` was called or cannot be called any more, at most `timeout`; whether it was so.
    pub(super) fn wait(&self, timeout: Option<Duration>) -> bool {
        let running = |state: &mut State| !state.is_over();
        let state = match timeout {
            None => self
                .changed
                .wait_while(self.lock(), running)
                .unwrap_or_else(PoisonError::into_inner),
            Some(timeout) => {
                self.changed
                    .wait_timeout_while(self.lock(), timeout, running)
                    .unwrap_or_else(PoisonError::into_inner)
                    .0
            }
        };
        state.is_over()
    }
}

impl State {
    fn is_over(&self) -> bool {
        self.result.is_some() || self.released
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{E_FAIL, S_OK};
    use std::sync::Arc;
    use std::thread;

    fn wakes(end: fn(&Ending)) -> Arc<Ending> {
        let ending = Arc::new(Ending::new());
        assert!(!ending.wait(Some(Duration::from_millis(10))));
        for timeout in [None, Some(Duration::from_secs(20))] {
            let waiting = thread::spawn({
                let ending = Arc::clone(&ending);
                move || ending.wait(timeout)
            });
            end(&ending);
            assert!(waiting.join().unwrap());
        }
        ending
    }

    #[test]
    fn done_wakes_who_waits_and_counts_once() {
        let ending = wakes(|ending| ending.report(S_OK));
        ending.report(E_FAIL);
        assert_eq!(ending.result(), Some(S_OK));
    }

    #[test]
    fn a_callback_that_is_gone_wakes_who_waits() {
        assert_eq!(wakes(Ending::release).result(), None);
    }
}
