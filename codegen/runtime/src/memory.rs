//! Memory that one side of a call allocates and the other frees: the C library's, where there is no COM.

use std::ffi::c_void;
use std::ptr::NonNull;

unsafe extern "C" {
    fn malloc(size: usize) -> *mut c_void;
    fn free(block: *mut c_void);
}

/// A block, aligned for anything; `None` where there is no memory.
pub(crate) fn allocate_bytes(size: usize) -> Option<NonNull<u8>> {
    // SAFETY: any size may be asked for.
    NonNull::new(unsafe { malloc(size) }.cast())
}

/// Frees a block.
///
/// # Safety
///
/// It is a block of the C library that is used no more.
pub(crate) unsafe fn free_bytes(block: NonNull<u8>) {
    // SAFETY: the caller promises such a block, and gives it up.
    unsafe { free(block.as_ptr().cast()) }
}
