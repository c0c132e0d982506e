//! What a callback heard, whichever language it is written in.

use mapi_bindings::{HRESULT, OwnedHandle, Result, S_OK, WideStr, WideString, implement};
use std::ffi::c_void;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, ThreadId};

/// A call of `IMAPISyncProgressCallback`.
#[derive(Clone, PartialEq, Debug)]
pub enum Call {
    Progress(Option<WideString>, u32, u32),
    Error(HRESULT, WideString),
    /// Whether there was an event.
    Done(bool, HRESULT),
}

/// Calls in their order, and what they are answered.
pub struct Journal {
    calls: Mutex<Vec<(ThreadId, Call)>>,
    answer: HRESULT,
    event: AtomicPtr<c_void>,
}

impl Default for Journal {
    fn default() -> Self {
        Self::answering(S_OK)
    }
}

impl Journal {
    /// A journal that has every call answered with `answer`.
    pub fn answering(answer: HRESULT) -> Self {
        Self {
            calls: Mutex::default(),
            answer,
            event: AtomicPtr::new(null_mut()),
        }
    }

    /// Keeps the event that came with `Done`, for who closes it.
    pub fn keep_event(&self, event: *mut c_void) {
        self.event.store(event, Ordering::SeqCst);
    }

    pub fn kept_event(&self) -> *mut c_void {
        self.event.load(Ordering::SeqCst)
    }

    pub fn note(&self, call: Call) -> HRESULT {
        self.calls
            .lock()
            .unwrap()
            .push((thread::current().id(), call));
        self.answer
    }

    /// The calls so far.
    pub fn calls(&self) -> Vec<Call> {
        let calls = self.calls.lock().unwrap();
        calls.iter().map(|(_, call)| call.clone()).collect()
    }

    /// Whether each call came on another thread than this one, and there was one.
    pub fn came_from_elsewhere(&self) -> bool {
        let calls = self.calls.lock().unwrap();
        let here = thread::current().id();
        !calls.is_empty() && calls.iter().all(|(thread, _)| *thread != here)
    }
}

/// A callback in safe Rust. Its only other reference to the journal is the test's, so the count of references tells
/// whether it was dropped.
pub struct Recorder(pub Arc<Journal>);

impl Recorder {
    fn note(&self, call: Call) -> Result<()> {
        match self.0.note(call) {
            S_OK => Ok(()),
            code => Err(code.into()),
        }
    }
}

impl implement::IMAPISyncProgressCallback for Recorder {
    fn progress(&self, text: Option<&WideStr>, index: u32, index_max: u32) -> Result<()> {
        self.note(Call::Progress(
            text.map(ToOwned::to_owned),
            index,
            index_max,
        ))
    }

    fn error(&self, result: HRESULT, text: &WideStr) -> Result<()> {
        self.note(Call::Error(result, text.to_owned()))
    }

    fn done(&self, event: Option<OwnedHandle>, result: HRESULT) -> Result<()> {
        self.note(Call::Done(event.is_some(), result))
    }
}

pub fn wide(text: &str) -> WideString {
    WideString::new(text).expect("a text without zeros")
}

/// Half a surrogate pair between two letters: no text, and COM passes it on.
pub fn unpaired() -> WideString {
    WideString::from_units(vec![0x61, 0xd800, 0x62]).expect("units without zeros")
}
