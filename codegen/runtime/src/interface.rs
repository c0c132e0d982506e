//! Interface pointers in parameters.

use crate::status;
use std::ffi::c_void;
use std::mem::{ManuallyDrop, transmute_copy};
use windows_core::{GUID, IUnknown, Interface, Result};

/// The raw pointer that lends an interface for a call; NULL for `None`.
#[inline]
pub fn as_raw<I: Interface>(interface: Option<&I>) -> *mut c_void {
    interface.map_or(std::ptr::null_mut(), Interface::as_raw)
}

/// The interface as a struct holds it that does not own it.
#[inline]
pub fn lend<I: Interface>(interface: Option<&I>) -> ManuallyDrop<Option<I>> {
    let raw = as_raw(interface);
    // SAFETY: an optional interface is a pointer that may be NULL. The copy takes no reference, and ManuallyDrop gives
    // none back.
    unsafe { transmute_copy(&raw) }
}

/// The interface that a struct holds; `None` for NULL.
///
/// # Safety
///
/// `place` holds NULL or an interface, neither of which anybody changes for `'a`.
#[inline]
pub unsafe fn borrow<'a, I: Interface>(place: *const ManuallyDrop<Option<I>>) -> Option<&'a I> {
    // SAFETY: the caller promises it.
    let place: &'a ManuallyDrop<Option<I>> = unsafe { &*place };
    place.as_ref()
}

/// Takes over the interface that a call handed out; `None` for NULL.
///
/// # Safety
///
/// `raw` is NULL, or an interface pointer to an `I` that carries one reference, which the caller gives away.
#[inline]
pub unsafe fn from_raw<I: Interface>(raw: *mut c_void) -> Option<I> {
    // SAFETY: it is not NULL, so the caller promises an owned interface pointer.
    (!raw.is_null()).then(|| unsafe { I::from_raw(raw) })
}

/// Asks an object for the interface with an IID, which need not be known in Rust: what comes back is called `IUnknown`, as
/// every interface is one, but points to the interface asked for. Nothing is asked of `None`.
#[inline]
pub fn query(object: Option<IUnknown>, iid: &GUID) -> Result<Option<IUnknown>> {
    let Some(object) = object else {
        return Ok(None);
    };
    let mut found = std::ptr::null_mut();
    // SAFETY: the IID and the place for the answer are there.
    unsafe { object.query(iid, &mut found) }.ok()?;
    // SAFETY: with success comes an interface with a reference of our own; NULL is refused.
    let found = unsafe { from_raw(found) };
    found
        .map(Some)
        .ok_or_else(|| status::error(status::E_NOINTERFACE))
}
