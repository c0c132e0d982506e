//! Handles on Windows.

use std::ffi::c_void;
use std::io;
use std::os::windows::io::{AsRawHandle, FromRawHandle, IntoRawHandle};
use std::time::Duration;
use windows_core::Result;

pub use std::os::windows::io::{AsHandle, BorrowedHandle, OwnedHandle};

windows_link::link!("kernel32.dll" "system" fn CreateEventW(attributes: *const c_void, manual_reset: i32, initial_state: i32, name: *const u16) -> *mut c_void);
windows_link::link!("kernel32.dll" "system" fn SetEvent(event: *mut c_void) -> i32);
windows_link::link!("kernel32.dll" "system" fn ResetEvent(event: *mut c_void) -> i32);
windows_link::link!("kernel32.dll" "system" fn WaitForSingleObject(handle: *mut c_void, milliseconds: u32) -> u32);

const WAIT_OBJECT_0: u32 = 0;
/// As success, for a mutex whose owner has ended.
const WAIT_ABANDONED: u32 = 0x80;
const WAIT_TIMEOUT: u32 = 0x102;
const INFINITE: u32 = u32::MAX;

fn check(truth: i32) -> Result<()> {
    if truth == 0 {
        Err(io::Error::last_os_error().into())
    } else {
        Ok(())
    }
}

pub(super) fn create_event(manual_reset: bool) -> Result<OwnedHandle> {
    // SAFETY: NULL means no attributes and no name.
    let raw = unsafe { CreateEventW(std::ptr::null(), manual_reset.into(), 0, std::ptr::null()) };
    if raw.is_null() {
        return Err(io::Error::last_os_error().into());
    }
    // SAFETY: the new handle is open, and nobody else has it.
    Ok(unsafe { from_raw(raw) })
}

pub(super) fn set_event(event: &OwnedHandle) -> Result<()> {
    // SAFETY: the handle is open; one that is no event is refused by the system.
    check(unsafe { SetEvent(event.as_raw_handle()) })
}

pub(super) fn reset_event(event: &OwnedHandle) -> Result<()> {
    // SAFETY: the handle is open; one that is no event is refused by the system.
    check(unsafe { ResetEvent(event.as_raw_handle()) })
}

pub(super) fn wait(handle: &OwnedHandle, timeout: Option<Duration>) -> Result<bool> {
    let milliseconds = timeout.map_or(INFINITE, |timeout| {
        // Rounded up, so as not to return early; longer than 49 days is 49 days.
        let milliseconds = timeout.as_nanos().div_ceil(1_000_000);
        u32::try_from(milliseconds).map_or(INFINITE - 1, |short| short.min(INFINITE - 1))
    });
    // SAFETY: the handle is open.
    match unsafe { WaitForSingleObject(handle.as_raw_handle(), milliseconds) } {
        WAIT_OBJECT_0 | WAIT_ABANDONED => Ok(true),
        WAIT_TIMEOUT => Ok(false),
        _ => Err(io::Error::last_os_error().into()),
    }
}

pub(super) fn into_raw(handle: OwnedHandle) -> *mut c_void {
    handle.into_raw_handle()
}

pub(super) fn as_raw(handle: BorrowedHandle<'_>) -> *mut c_void {
    handle.as_raw_handle()
}

/// # Safety
///
/// `raw` is an open handle that the caller gives away.
pub(super) unsafe fn from_raw(raw: *mut c_void) -> OwnedHandle {
    // SAFETY: passed on to the caller.
    unsafe { OwnedHandle::from_raw_handle(raw) }
}

/// # Safety
///
/// `raw` is a handle that stays open for `'a`.
pub(super) unsafe fn borrow_raw<'a>(raw: *mut c_void) -> BorrowedHandle<'a> {
    // SAFETY: passed on to the caller.
    unsafe { BorrowedHandle::borrow_raw(raw) }
}
