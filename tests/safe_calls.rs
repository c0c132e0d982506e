//! What a caller and an implementer write, without `unsafe`.
#![forbid(unsafe_code)]

use mapi_bindings::{
    E_ACCESSDENIED, E_FAIL, E_INVALIDARG, E_UNEXPECTED, Error, HRESULT, IMAPISyncProgressCallback,
    OwnedHandle, Result, S_FALSE, S_OK, WideStr, WideString, implement,
};
use midl_runtime::Event;
use std::sync::mpsc::{Receiver, Sender, channel};
use windows_core::HSTRING;

/// A call as it arrived.
#[derive(Debug, PartialEq)]
enum Call {
    Progress(Option<WideString>, u32, u32),
    Error(HRESULT, WideString),
    /// Whether there was an event, which was set.
    Done(bool, HRESULT),
    Dropped,
}

/// Sends each call on, and answers with a result of its own.
struct Recorder {
    calls: Sender<Call>,
    answer: fn() -> Result<()>,
}

impl Recorder {
    fn record(&self, call: Call) -> Result<()> {
        // Who does not listen does not want to know.
        let _ = self.calls.send(call);
        (self.answer)()
    }
}

impl implement::IMAPISyncProgressCallback for Recorder {
    fn progress(&self, progress: Option<&WideStr>, index: u32, index_max: u32) -> Result<()> {
        let progress = progress.map(WideStr::to_owned);
        self.record(Call::Progress(progress, index, index_max))
    }

    fn error(&self, result: HRESULT, error_str: &WideStr) -> Result<()> {
        self.record(Call::Error(result, error_str.to_owned()))
    }

    fn done(&self, thread_done_event: Option<OwnedHandle>, result: HRESULT) -> Result<()> {
        let event = thread_done_event.map(Event::from);
        if let Some(event) = &event {
            event.set()?;
        }
        self.record(Call::Done(event.is_some(), result))
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        let _ = self.calls.send(Call::Dropped);
    }
}

fn recorder(answer: fn() -> Result<()>) -> (IMAPISyncProgressCallback, Receiver<Call>) {
    let (calls, received) = channel();
    let callback = IMAPISyncProgressCallback::new(Recorder { calls, answer });
    (callback, received)
}

fn wide(text: &str) -> WideString {
    text.parse().unwrap()
}

#[test]
fn calls_are_written_as_one_would_wish() -> Result<()> {
    let (callback, received) = recorder(|| Ok(()));
    let wide = wide("Downloading bodies");
    callback.progress("Downloading headers", 3, 10)?;
    callback.progress(None, 4, 10)?;
    callback.progress(&wide, 5, 10)?;
    callback.error(E_FAIL, "server said no")?;
    callback.done(None, S_OK)?;
    drop(callback);

    let expected = [
        Call::Progress(Some("Downloading headers".parse()?), 3, 10),
        Call::Progress(None, 4, 10),
        Call::Progress(Some(wide), 5, 10),
        Call::Error(E_FAIL, "server said no".parse()?),
        Call::Done(false, S_OK),
        Call::Dropped,
    ];
    assert_eq!(received.try_iter().collect::<Vec<_>>(), expected);
    Ok(())
}

#[test]
fn any_kind_of_text_is_taken() {
    let (callback, received) = recorder(|| Ok(()));
    let text = wide("größer 中 😀");
    callback.progress(&*text, 0, 0).unwrap();
    callback.progress(&text.to_string(), 0, 0).unwrap();
    callback
        .progress(&HSTRING::from(text.to_string()), 0, 0)
        .unwrap();
    callback.progress(text.to_string().as_str(), 0, 0).unwrap();
    let missing: Option<&str> = None;
    callback.progress(missing.map(Into::into), 0, 0).unwrap();
    let arrived: Vec<_> = received.try_iter().collect();
    assert_eq!(arrived.len(), 5);
    for call in &arrived[..4] {
        assert_eq!(*call, Call::Progress(Some(text.clone()), 0, 0));
    }
    assert_eq!(arrived[4], Call::Progress(None, 0, 0));
}

#[test]
fn text_that_is_not_unicode_arrives_as_it_is() {
    let (callback, received) = recorder(|| Ok(()));
    let broken = WideString::from_units(vec![0xd800, 0x61, 0xdc00]).unwrap();
    callback.progress(&broken, 1, 1).unwrap();
    let Ok(Call::Progress(Some(arrived), ..)) = received.try_recv() else {
        panic!("nothing arrived");
    };
    assert_eq!(arrived.as_units(), [0xd800, 0x61, 0xdc00]);
    assert_eq!(arrived.to_string(), "\u{fffd}a\u{fffd}");
}

#[test]
fn a_text_with_a_zero_is_an_error_and_no_call() {
    let (callback, received) = recorder(|| Ok(()));
    let invalid = Error::from_hresult(E_INVALIDARG);
    assert_eq!(callback.progress("a\0b", 0, 0), Err(invalid.clone()));
    assert_eq!(callback.error(E_FAIL, &HSTRING::from("a\0b")), Err(invalid));
    assert!(received.try_recv().is_err());
}

#[test]
fn the_event_goes_over_with_done() {
    let (callback, received) = recorder(|| Ok(()));
    let event = Event::new().unwrap();
    let given = event.try_clone().unwrap();
    callback.done(Some(given.into()), S_FALSE).unwrap();
    assert_eq!(received.try_recv(), Ok(Call::Done(true, S_FALSE)));
    assert_eq!(event.is_set(), Ok(true));
}

#[test]
fn failures_come_back_and_panics_are_failures() {
    let (refusing, _) = recorder(|| Err(Error::from_hresult(E_ACCESSDENIED)));
    assert_eq!(
        refusing.progress(None, 0, 0).unwrap_err().code(),
        E_ACCESSDENIED
    );
    let (panicking, _) = recorder(|| panic!("on purpose"));
    assert_eq!(panicking.done(None, S_OK).unwrap_err().code(), E_UNEXPECTED);
    let (warning, _) = recorder(|| Err(Error::from_hresult(S_FALSE)));
    assert_eq!(
        warning.error(E_FAIL, "no"),
        Ok(()),
        "a success code is no failure"
    );
}
