//! The C++ side as the tests use it.

use crate::exports::{Exports, Facts, Report, Seen};
use crate::journal::{Call, Journal};
use mapi_bindings::{IMAPISyncProgressCallback, Interface, OwnedHandle, WideStr};
use midl_runtime::handle;
use std::ffi::c_void;
use std::ptr::{NonNull, null, null_mut};
use std::time::Duration;
use windows_core::{GUID, HRESULT, IUnknown};

/// The C++ side.
pub struct Cpp(pub Exports);

/// What a C++ host asks of a provider.
pub struct Request<'a> {
    pub flags: u32,
    pub session: Option<&'a IUnknown>,
    pub callback: Option<&'a IUnknown>,
    /// Where the provider puts the event.
    pub event: Option<&'a mut *mut c_void>,
    /// Added to the size that the MAPISIB states.
    pub size_error: i32,
}

impl<'a> Request<'a> {
    /// As a host should ask, without a session.
    pub fn new(
        flags: u32,
        callback: Option<&'a IUnknown>,
        event: Option<&'a mut *mut c_void>,
    ) -> Self {
        Self {
            flags,
            session: None,
            callback,
            event,
            size_error: 0,
        }
    }
}

/// C++ calls an object that Rust implements, of which it knows an interface pointer and nothing else.
impl Cpp {
    pub fn add_ref(&self, object: &impl Interface) -> u32 {
        // SAFETY: the object is alive.
        unsafe { (self.0.add_ref)(object.as_raw()) }
    }

    /// Gives back the reference that the value stands for.
    pub fn release(&self, object: impl Interface) -> u32 {
        // SAFETY: the object is alive, and the reference is given away with the value.
        unsafe { (self.0.release)(object.into_raw()) }
    }

    /// How many references an object has.
    pub fn references(&self, object: &impl Interface) -> u32 {
        self.add_ref(object);
        // SAFETY: gives the reference back that was just added.
        unsafe { (self.0.release)(object.as_raw()) }
    }

    /// What a query answers. The place for the pointer is not NULL before.
    pub fn query(&self, object: &impl Interface, iid: &GUID) -> (HRESULT, Option<IUnknown>) {
        let mut answer = NonNull::<c_void>::dangling().as_ptr();
        // SAFETY: the object is alive, and there is a place for the answer.
        let code = unsafe { (self.0.query_interface)(object.as_raw(), iid, &mut answer) };
        // SAFETY: a query answers with a reference of its own, or with NULL.
        let object = (!answer.is_null()).then(|| unsafe { IUnknown::from_raw(answer) });
        (code, object)
    }

    pub fn progress(
        &self,
        object: &impl Interface,
        text: Option<&WideStr>,
        index: u32,
        index_max: u32,
    ) -> HRESULT {
        // SAFETY: the object is alive, and the text outlives the call.
        unsafe { (self.0.progress)(object.as_raw(), units(text), index, index_max) }
    }

    pub fn error(
        &self,
        object: &impl Interface,
        result: HRESULT,
        text: Option<&WideStr>,
    ) -> HRESULT {
        // SAFETY: the object is alive, and the text outlives the call.
        unsafe { (self.0.error)(object.as_raw(), result, units(text)) }
    }

    pub fn done(
        &self,
        object: &impl Interface,
        event: Option<OwnedHandle>,
        result: HRESULT,
    ) -> HRESULT {
        // SAFETY: the object is alive, and the event is given away.
        unsafe { (self.0.done)(object.as_raw(), handle::into_raw(event), result) }
    }

    pub fn synchronize(&self, provider: &impl Interface, request: Request<'_>) -> HRESULT {
        let raw = |object: Option<&IUnknown>| object.map_or(null_mut(), Interface::as_raw);
        // SAFETY: all objects are alive, and the place for the event outlives the call, which is all that the protocol
        // asks for.
        unsafe {
            (self.0.synchronize)(
                provider.as_raw(),
                request.flags,
                raw(request.session),
                raw(request.callback),
                request.event.map_or(null_mut(), |event| event),
                request.size_error as u32,
            )
        }
    }

    pub fn synchronize_nothing(&self, provider: &impl Interface) -> HRESULT {
        // SAFETY: the object is alive.
        unsafe { (self.0.synchronize_nothing)(provider.as_raw()) }
    }

    /// Whether the event is set in that time.
    ///
    /// # Safety
    ///
    /// `event` is an open handle.
    pub unsafe fn wait(&self, event: *mut c_void, time: Duration) -> bool {
        // SAFETY: as above.
        unsafe { (self.0.wait)(event, time.as_millis() as u32) }
    }

    /// # Safety
    ///
    /// `event` is an open handle, and nobody uses it after this.
    pub unsafe fn close(&self, event: *mut c_void) {
        // SAFETY: as above.
        unsafe { (self.0.close)(event) }
    }
}

/// Objects that C++ implements.
impl Cpp {
    /// How many of them are alive.
    pub fn live_objects(&self) -> u32 {
        // SAFETY: reads a counter.
        unsafe { (self.0.live_objects)() }
    }

    /// A callback that writes to the journal, and answers what the journal says. It does not close the event.
    ///
    /// # Safety
    ///
    /// The journal outlives the callback.
    pub unsafe fn callback(&self, journal: &Journal) -> IMAPISyncProgressCallback {
        // SAFETY: note() takes a journal, and the caller promises that it is there whenever C++ calls it.
        let object =
            unsafe { (self.0.new_callback)(note, std::ptr::from_ref(journal).cast_mut().cast()) };
        object.cast().expect("C++ finds its own interface")
    }

    pub fn provider(&self, keep_callback: bool) -> IUnknown {
        // SAFETY: makes an object.
        unsafe { (self.0.new_provider)(keep_callback) }
    }

    /// What the provider was given, and what its callback answered.
    ///
    /// # Safety
    ///
    /// `provider` comes from [`Self::provider`], and no synchronisation is running.
    pub unsafe fn seen(&self, provider: &IUnknown) -> Seen {
        let mut seen = Seen::default();
        // SAFETY: as above.
        unsafe { (self.0.provider_seen)(provider.as_raw(), &mut seen) };
        seen
    }

    pub fn session(&self) -> IUnknown {
        // SAFETY: makes an object.
        unsafe { (self.0.new_session)() }
    }

    /// An object that has no interface but `IUnknown`.
    pub fn bare_object(&self) -> IUnknown {
        // SAFETY: makes an object.
        unsafe { (self.0.new_bare_object)() }
    }

    pub fn facts(&self) -> Facts {
        let mut facts = Facts::default();
        // SAFETY: fills the structure in.
        unsafe { (self.0.facts)(&mut facts) };
        facts
    }
}

fn units(text: Option<&WideStr>) -> *const u16 {
    text.map_or(null(), WideStr::as_ptr)
}

/// The C++ callback was called.
///
/// # Safety
///
/// `journal` is a [`Journal`], and what `report` points to is alive.
unsafe extern "C" fn note(journal: *mut c_void, report: *const Report) -> HRESULT {
    // SAFETY: as above.
    let (journal, report) = unsafe { (&*journal.cast::<Journal>(), &*report) };
    // SAFETY: the text is what the caller of the callback passed, which ends with a zero if it is not NULL.
    let text = unsafe { WideStr::from_nullable_ptr(report.text) }.map(ToOwned::to_owned);
    let call = match (report.method, text) {
        (3, text) => Call::Progress(text, report.index, report.index_max),
        (4, Some(text)) => Call::Error(report.result, text),
        (5, None) => {
            journal.keep_event(report.event);
            Call::Done(!report.event.is_null(), report.result)
        }
        (method, text) => panic!("slot {method} with {text:?}"),
    };
    journal.note(call)
}
