//! The slots of the vtables, by number: what Outlook's reference says, and nothing that is derived from the IDL.
//!
//! Two methods that change places in the IDL take everything generated with them, widl's header too. This does not move.

use mapi_bindings::sync::SyncRequest;
use mapi_bindings::*;
use std::cell::RefCell;
use std::ffi::c_void;
use std::ptr::{null, null_mut};
use std::sync::{Arc, Mutex};

type This = *mut c_void;
type Progress = unsafe extern "system" fn(This, *const u16, u32, u32) -> HRESULT;
type Error = unsafe extern "system" fn(This, HRESULT, *const u16) -> HRESULT;
type Done = unsafe extern "system" fn(This, *mut c_void, HRESULT) -> HRESULT;
type SynchronizeInBackground = unsafe extern "system" fn(This, *mut MAPISIB) -> HRESULT;

/// What stands in a slot of an object's vtable.
///
/// # Safety
///
/// The vtable has that slot, and `F` is the type of the function in it.
unsafe fn slot<F: Copy>(object: &impl Interface, slot: usize) -> F {
    // SAFETY: an interface pointer points to a pointer to functions.
    unsafe {
        (*object.as_raw().cast::<*const *const c_void>())
            .add(slot)
            .cast::<F>()
            .read()
    }
}

#[derive(Clone, Default)]
struct Callback(Arc<Mutex<Vec<&'static str>>>);

impl Callback {
    fn note(&self, method: &'static str) -> Result<()> {
        self.0.lock().unwrap().push(method);
        Ok(())
    }
}

impl implement::IMAPISyncProgressCallback for Callback {
    fn progress(&self, text: Option<&WideStr>, index: u32, index_max: u32) -> Result<()> {
        assert_eq!((text, index, index_max), (None, 1, 2));
        self.note("Progress")
    }
    fn error(&self, result: HRESULT, text: &WideStr) -> Result<()> {
        assert_eq!((result, text.is_empty()), (E_FAIL, true));
        self.note("Error")
    }
    fn done(&self, event: Option<OwnedHandle>, result: HRESULT) -> Result<()> {
        assert_eq!((event.is_none(), result), (true, S_FALSE));
        self.note("Done")
    }
}

#[test]
fn a_callback_is_called_through_slots_3_4_5() {
    let notes = Callback::default();
    let callback = IMAPISyncProgressCallback::new(notes.clone());
    // SAFETY: these are the slots and the types that Outlook's reference gives, and the arguments that it allows.
    let codes = unsafe {
        let this = callback.as_raw();
        [
            slot::<Progress>(&callback, 3)(this, null(), 1, 2),
            slot::<Error>(&callback, 4)(this, E_FAIL, &0),
            slot::<Done>(&callback, 5)(this, null_mut(), S_FALSE),
        ]
    };
    assert_eq!(codes, [S_OK; 3]);
    assert_eq!(*notes.0.lock().unwrap(), ["Progress", "Error", "Done"]);
}

#[test]
fn a_provider_is_called_through_slot_3() {
    struct Provider;

    impl implement::IMAPISync for Provider {
        fn synchronize_in_background(&self, _: SyncRequest<'_>) -> Result<()> {
            Ok(())
        }
    }

    let provider = IMAPISync::new(Provider);
    // SAFETY: the slot and the type that Outlook's reference gives. Without a MAPISIB nothing is read.
    let code =
        unsafe { slot::<SynchronizeInBackground>(&provider, 3)(provider.as_raw(), null_mut()) };
    assert_eq!(code, E_POINTER);
}

/// An object that is nothing but a vtable: each slot notes its number.
#[repr(C)]
struct ByHand {
    vtable: *const [*const c_void; 6],
    called: RefCell<Vec<usize>>,
}

impl ByHand {
    /// # Safety
    ///
    /// `this` is a `ByHand`.
    unsafe fn note(this: This, slot: usize) -> HRESULT {
        // SAFETY: as above.
        unsafe { &*this.cast::<Self>() }
            .called
            .borrow_mut()
            .push(slot);
        S_OK
    }
}

unsafe extern "system" fn slot3(this: This, _: *const u16, _: u32, _: u32) -> HRESULT {
    // SAFETY: called through the vtable of a ByHand.
    unsafe { ByHand::note(this, 3) }
}

unsafe extern "system" fn slot4(this: This, _: HRESULT, _: *const u16) -> HRESULT {
    // SAFETY: called through the vtable of a ByHand.
    unsafe { ByHand::note(this, 4) }
}

unsafe extern "system" fn slot5(this: This, _: *mut c_void, _: HRESULT) -> HRESULT {
    // SAFETY: called through the vtable of a ByHand.
    unsafe { ByHand::note(this, 5) }
}

#[test]
fn a_callback_of_others_is_called_through_slots_3_4_5() {
    let vtable = [
        null(),
        null(),
        null(),
        slot3 as Progress as *const c_void,
        slot4 as Error as *const c_void,
        slot5 as Done as *const c_void,
    ];
    let object = ByHand {
        vtable: &vtable,
        called: RefCell::default(),
    };
    let this: This = (&raw const object).cast_mut().cast();
    // SAFETY: the object lives to the end of this test, and is borrowed: no reference is counted, so the slots of
    // IUnknown are not called.
    let callback = unsafe { IMAPISyncProgressCallback::from_raw_borrowed(&this) }.unwrap();
    callback.progress(None, 1, 2).unwrap();
    callback.error(E_FAIL, "").unwrap();
    callback.done(None, S_FALSE).unwrap();
    assert_eq!(*object.called.borrow(), [3, 4, 5]);
}
