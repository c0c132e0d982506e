//! A callback that writes down what it hears, and tells when it is gone.

#![allow(dead_code, reason = "each test file uses a part of it")]

use mapi_bindings::{
    HRESULT, IMAPISession, IMAPISyncProgressCallback, Interface, OwnedHandle, Result, S_OK,
    WideStr, implement,
};
use std::sync::{Arc, Mutex};
use std::thread::{self, ThreadId};

/// One call of the callback.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    Progress(Option<String>, u32, u32),
    Error(HRESULT, String),
    /// Whether an event came along, and the result.
    Done(bool, HRESULT),
    /// The callback is gone.
    Dropped,
}

/// What a [`Callback`] heard, in order.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<(Heard, ThreadId)>>>);

impl Log {
    pub fn heard(&self) -> Vec<Heard> {
        self.with(|calls| calls.iter().map(|(heard, _)| heard.clone()).collect())
    }

    /// The threads that the calls came from.
    pub fn threads(&self) -> Vec<ThreadId> {
        self.with(|calls| calls.iter().map(|(_, thread)| *thread).collect())
    }

    fn add(&self, heard: Heard) {
        self.with(|calls| calls.push((heard, thread::current().id())));
    }

    fn with<R>(&self, f: impl FnOnce(&mut Vec<(Heard, ThreadId)>) -> R) -> R {
        f(&mut self.0.lock().unwrap())
    }
}

type OnDone = Box<dyn Fn(Option<OwnedHandle>) -> Result<()> + Send + Sync>;

/// The callback of a host.
pub struct Callback {
    log: Log,
    answer: HRESULT,
    on_done: OnDone,
}

impl Callback {
    /// It agrees with everything, and closes the event.
    pub fn new(log: &Log) -> Self {
        Self {
            log: log.clone(),
            answer: S_OK,
            on_done: Box::new(|_| Ok(())),
        }
    }

    /// What it answers to `Progress`.
    pub fn answering(mut self, answer: HRESULT) -> Self {
        self.answer = answer;
        self
    }

    /// What it does in `Done`.
    pub fn on_done(
        mut self,
        f: impl Fn(Option<OwnedHandle>) -> Result<()> + Send + Sync + 'static,
    ) -> Self {
        self.on_done = Box::new(f);
        self
    }
}

impl implement::IMAPISyncProgressCallback for Callback {
    fn progress(&self, text: Option<&WideStr>, index: u32, index_max: u32) -> Result<()> {
        let text = text.map(WideStr::to_string);
        self.log.add(Heard::Progress(text, index, index_max));
        self.answer.ok()
    }

    fn error(&self, result: HRESULT, text: &WideStr) -> Result<()> {
        self.log.add(Heard::Error(result, text.to_string()));
        Ok(())
    }

    fn done(&self, event: Option<OwnedHandle>, result: HRESULT) -> Result<()> {
        self.log.add(Heard::Done(event.is_some(), result));
        (self.on_done)(event)
    }
}

impl Drop for Callback {
    fn drop(&mut self) {
        self.log.add(Heard::Dropped);
    }
}

/// Something that can be passed on as a session: only its reference count is ever used. It writes down when it is
/// gone.
pub fn session(log: &Log) -> IMAPISession {
    let object = IMAPISyncProgressCallback::new(Callback::new(log));
    // SAFETY: IMAPISession is known by no method but those of IUnknown, which every object has.
    unsafe { IMAPISession::from_raw(object.into_raw()) }
}
