//! What an implementation in safe Rust answers to a caller that is not: calls through the vtable, as C++ makes them.

use mapi_bindings::raw::{IMAPISync_Impl, MAPISIB};
use mapi_bindings::sync::SyncRequest;
use mapi_bindings::{
    E_INVALIDARG, E_NOINTERFACE, E_POINTER, E_UNEXPECTED, Error, HRESULT, IMAPISync,
    IMAPISyncProgressCallback, Interface, OwnedHandle, Result, S_FALSE, S_OK, WideStr, implement,
};
use std::ffi::c_void;
use std::ptr::{null, null_mut};
use std::sync::Arc;
use std::thread;
use windows_core::{IUnknown, PCWSTR, implement};

/// Answers with what the index says; holds a token whose count tells how many objects live.
struct Callback {
    token: Arc<()>,
}

impl implement::IMAPISyncProgressCallback for Callback {
    fn progress(&self, progress: Option<&WideStr>, index: u32, _: u32) -> Result<()> {
        match (index, progress) {
            (0, None) => Ok(()),
            (1, Some(text)) if text.as_units() == [0xdc00] => Ok(()),
            (2, _) => Err(Error::from_hresult(S_FALSE)),
            (3, _) => Err(Error::from_hresult(HRESULT(0x0004_0680))),
            _ => std::panic::panic_any(Arc::clone(&self.token)),
        }
    }

    fn error(&self, _: HRESULT, error_str: &WideStr) -> Result<()> {
        assert_eq!(error_str, "text");
        Ok(())
    }

    fn done(&self, thread_done_event: Option<OwnedHandle>, _: HRESULT) -> Result<()> {
        assert!(thread_done_event.is_none());
        Ok(())
    }
}

fn callback() -> (IMAPISyncProgressCallback, Arc<()>) {
    let token = Arc::new(());
    let callback = Callback {
        token: Arc::clone(&token),
    };
    (IMAPISyncProgressCallback::new(callback), token)
}

fn progress(callback: &IMAPISyncProgressCallback, text: *const u16, index: u32) -> HRESULT {
    let slot = callback.vtable().Progress;
    // SAFETY: the tests pass NULL or a text that ends with a zero.
    unsafe { slot(callback.as_raw(), PCWSTR(text), index, 10) }
}

#[test]
fn texts_and_their_lack_arrive() {
    let (callback, _token) = callback();
    assert_eq!(progress(&callback, null(), 0), S_OK);
    assert_eq!(progress(&callback, [0xdc00, 0].as_ptr(), 1), S_OK);
}

#[test]
fn success_codes_arrive() {
    let (callback, _token) = callback();
    assert_eq!(progress(&callback, null(), 2), S_FALSE);
    assert_eq!(progress(&callback, null(), 3), HRESULT(0x0004_0680));
}

#[test]
fn a_panic_is_an_answer_and_leaks_nothing() {
    let (callback, token) = callback();
    assert_eq!(progress(&callback, null(), 4), E_UNEXPECTED);
    assert_eq!(Arc::strong_count(&token), 2);
    assert_eq!(progress(&callback, null(), 0), S_OK, "the object lives on");
}

#[test]
fn null_is_refused_where_there_must_be_something() {
    let (callback, _token) = callback();
    let slot = callback.vtable().Error;
    // SAFETY: NULL is what is tried.
    let answer = unsafe { slot(callback.as_raw(), S_OK, PCWSTR::null()) };
    assert_eq!(answer, E_POINTER);

    let sync = IMAPISync::new(Store);
    let slot = sync.vtable().SynchronizeInBackground;
    // SAFETY: NULL is what is tried.
    let answer = unsafe { slot(sync.as_raw(), null_mut()) };
    assert_eq!(answer, E_POINTER);
    let mut short = MAPISIB {
        ulSize: 4,
        ..MAPISIB::default()
    };
    // SAFETY: the struct is there, and says that it is too short.
    let answer = unsafe { slot(sync.as_raw(), &mut short) };
    assert_eq!(answer, E_INVALIDARG);
}

#[test]
fn queries_and_references_keep_coms_rules() {
    let (callback, token) = callback();
    let unknown: IUnknown = callback.cast().unwrap();
    assert_eq!(
        unknown.cast::<IMAPISyncProgressCallback>().as_ref(),
        Ok(&callback)
    );
    let mut place = std::ptr::dangling_mut();
    // SAFETY: the IID and the place are there.
    let answer = unsafe { callback.query(&IMAPISync::IID, &mut place) };
    assert_eq!((answer, place), (E_NOINTERFACE, null_mut()));
    drop(callback);
    assert_eq!(Arc::strong_count(&token), 2, "the query holds a reference");
    drop(unknown);
    assert_eq!(Arc::strong_count(&token), 1);
}

#[test]
fn the_last_reference_may_go_on_another_thread() {
    let (callback, token) = callback();
    let raw = callback.clone().into_raw() as usize;
    let other = thread::spawn(move || {
        // SAFETY: the reference was given to this thread, and the object may be called from any.
        let callback = unsafe { IMAPISyncProgressCallback::from_raw(raw as *mut c_void) };
        progress(&callback, null(), 0)
    });
    drop(callback);
    assert_eq!(other.join().unwrap(), S_OK);
    assert_eq!(Arc::strong_count(&token), 1);
}

struct Store;

impl implement::IMAPISync for Store {
    fn synchronize_in_background(&self, _: SyncRequest<'_>) -> Result<()> {
        Ok(())
    }
}

/// Two interfaces on one object: one through the safe trait, one as windows-core has it.
#[implement(IMAPISyncProgressCallback, IMAPISync)]
struct Both(Callback);

impl implement::IMAPISyncProgressCallback for Both {
    fn progress(&self, progress: Option<&WideStr>, index: u32, index_max: u32) -> Result<()> {
        self.0.progress(progress, index, index_max)
    }

    fn error(&self, result: HRESULT, error_str: &WideStr) -> Result<()> {
        self.0.error(result, error_str)
    }

    fn done(&self, thread_done_event: Option<OwnedHandle>, result: HRESULT) -> Result<()> {
        self.0.done(thread_done_event, result)
    }
}

impl IMAPISync_Impl for Both_Impl {
    unsafe fn SynchronizeInBackground(&self, block: *mut MAPISIB) -> Result<()> {
        match block.is_null() {
            true => Err(Error::from_hresult(S_FALSE)),
            false => Ok(()),
        }
    }
}

#[test]
fn safe_and_hand_written_interfaces_share_an_object() {
    let token = Arc::new(());
    let callback: IMAPISyncProgressCallback = Both(Callback {
        token: Arc::clone(&token),
    })
    .into();
    assert_eq!(progress(&callback, null(), 4), E_UNEXPECTED);
    let sync: IMAPISync = callback.cast().unwrap();
    let slot = sync.vtable().SynchronizeInBackground;
    // SAFETY: this implementation looks at nothing.
    assert_eq!(unsafe { slot(sync.as_raw(), null_mut()) }, S_FALSE);
    drop((callback, sync));
    assert_eq!(Arc::strong_count(&token), 1);
}
