//! Interface pointers in parameters.

use std::ffi::c_void;
use windows_core::Interface;

/// The raw pointer that lends an interface for a call; NULL for `None`.
#[inline]
pub fn as_raw<I: Interface>(interface: Option<&I>) -> *mut c_void {
    interface.map_or(std::ptr::null_mut(), Interface::as_raw)
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
