//! OLE Automation's own.

use std::ptr::NonNull;

windows_link::link!("oleaut32.dll" "system" fn SysAllocStringLen(units: *const u16, len: u32) -> *mut u16);
windows_link::link!("oleaut32.dll" "system" fn SysStringLen(text: *const u16) -> u32);
windows_link::link!("oleaut32.dll" "system" fn SysFreeString(text: *const u16));

/// A copy of `len` units; `None` where there is no memory.
pub fn allocate(units: &[u16], len: u32) -> Option<NonNull<u16>> {
    // SAFETY: so many units are there to be read.
    NonNull::new(unsafe { SysAllocStringLen(units.as_ptr(), len) })
}

/// How many units there are.
///
/// # Safety
///
/// It is a BSTR.
pub unsafe fn len(start: NonNull<u16>) -> usize {
    // SAFETY: the caller promises a BSTR.
    unsafe { SysStringLen(start.as_ptr()) as usize }
}

/// Frees a text.
///
/// # Safety
///
/// It is a BSTR that is used no more.
pub unsafe fn free(start: NonNull<u16>) {
    // SAFETY: the caller promises a BSTR, and gives it up.
    unsafe { SysFreeString(start.as_ptr()) }
}
