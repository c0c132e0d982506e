//! The system's own.

use std::ffi::c_void;
use std::ptr::NonNull;

windows_link::link!("ole32.dll" "system" fn CoTaskMemAlloc(size: usize) -> *mut c_void);
windows_link::link!("ole32.dll" "system" fn CoTaskMemFree(block: *const c_void));
windows_link::link!("kernel32.dll" "system" fn LocalAlloc(flags: u32, size: usize) -> *mut c_void);
windows_link::link!("kernel32.dll" "system" fn LocalFree(block: *mut c_void) -> *mut c_void);
windows_link::link!("kernel32.dll" "system" fn GlobalAlloc(flags: u32, size: usize) -> *mut c_void);
windows_link::link!("kernel32.dll" "system" fn GlobalFree(block: *mut c_void) -> *mut c_void);

/// `LMEM_FIXED` and `GMEM_FIXED`: the handle of such a block is its address.
const FIXED: u32 = 0;

pub fn allocate_task(size: usize) -> Option<NonNull<u8>> {
    // SAFETY: any size may be asked for.
    NonNull::new(unsafe { CoTaskMemAlloc(size) }.cast())
}

/// # Safety
///
/// It is a block of task memory that is used no more.
pub unsafe fn free_task(block: NonNull<u8>) {
    // SAFETY: the caller promises such a block, and gives it up.
    unsafe { CoTaskMemFree(block.as_ptr().cast()) }
}

pub fn allocate_local(size: usize) -> Option<NonNull<u8>> {
    // SAFETY: any size may be asked for.
    NonNull::new(unsafe { LocalAlloc(FIXED, size) }.cast())
}

/// # Safety
///
/// It is a fixed block of LocalAlloc that is used no more.
pub unsafe fn free_local(block: NonNull<u8>) {
    // SAFETY: the caller promises such a block, and gives it up. What it returns is the block if it was none.
    unsafe { LocalFree(block.as_ptr().cast()) };
}

pub fn allocate_global(size: usize) -> Option<NonNull<u8>> {
    // SAFETY: any size may be asked for.
    NonNull::new(unsafe { GlobalAlloc(FIXED, size) }.cast())
}

/// # Safety
///
/// It is a fixed block of GlobalAlloc that is used no more.
pub unsafe fn free_global(block: NonNull<u8>) {
    // SAFETY: the caller promises such a block, and gives it up. What it returns is the block if it was none.
    unsafe { GlobalFree(block.as_ptr().cast()) };
}
