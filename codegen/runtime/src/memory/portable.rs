//! The stand-in: one allocator for all, the C library's.

use std::ffi::c_void;
use std::ptr::NonNull;

pub use allocate_bytes as allocate_global;
pub use allocate_bytes as allocate_local;
pub use allocate_bytes as allocate_task;
pub use free_bytes as free_global;
pub use free_bytes as free_local;
pub use free_bytes as free_task;

unsafe extern "C" {
    fn malloc(size: usize) -> *mut c_void;
    fn free(block: *mut c_void);
}

/// A block, aligned for anything; `None` where there is no memory.
pub fn allocate_bytes(size: usize) -> Option<NonNull<u8>> {
    // SAFETY: any size may be asked for.
    NonNull::new(unsafe { malloc(size) }.cast())
}

/// Frees a block.
///
/// # Safety
///
/// It is a block of the C library that is used no more.
pub unsafe fn free_bytes(block: NonNull<u8>) {
    // SAFETY: the caller promises such a block, and gives it up.
    unsafe { free(block.as_ptr().cast()) }
}
