//! Wide text in COM's task memory: what a callee allocates and its caller frees.
//!
//! On Windows that is `CoTaskMemAlloc`'s; elsewhere it is a block of the C library.

use crate::status::{self, E_OUTOFMEMORY};
use crate::wide::WideStr;
use std::fmt;
use std::ops::Deref;
use std::ptr::NonNull;
use windows_core::Result;

#[cfg(not(windows))]
use crate::memory::{allocate_bytes, free_bytes};

#[cfg(windows)]
mod system {
    use std::ffi::c_void;
    use std::ptr::NonNull;

    windows_link::link!("ole32.dll" "system" fn CoTaskMemAlloc(size: usize) -> *mut c_void);
    windows_link::link!("ole32.dll" "system" fn CoTaskMemFree(block: *const c_void));

    pub fn allocate_bytes(size: usize) -> Option<NonNull<u8>> {
        // SAFETY: any size may be asked for.
        NonNull::new(unsafe { CoTaskMemAlloc(size) }.cast())
    }

    /// # Safety
    ///
    /// It is a block of task memory that is used no more.
    pub unsafe fn free_bytes(block: NonNull<u8>) {
        // SAFETY: the caller promises such a block, and gives it up.
        unsafe { CoTaskMemFree(block.as_ptr().cast()) }
    }
}
#[cfg(windows)]
use system::{allocate_bytes, free_bytes};

/// Owned wide text in task memory.
pub struct CoTaskText(NonNull<u16>);

// SAFETY: it owns its memory, which nothing changes before it is dropped, and any thread may free it.
unsafe impl Send for CoTaskText {}
// SAFETY: shared, it can only be read.
unsafe impl Sync for CoTaskText {}

impl CoTaskText {
    /// A copy of a text. Fails with `E_OUTOFMEMORY`.
    pub fn new(text: &WideStr) -> Result<Self> {
        let units = text.as_units_with_nul();
        let copy = allocate_bytes(size_of_val(units))
            .ok_or_else(|| status::error(E_OUTOFMEMORY))?
            .cast::<u16>();
        // SAFETY: the block is new, aligned for anything, and has room for so many units.
        unsafe { copy.copy_from_nonoverlapping(NonNull::from(units).cast(), units.len()) };
        Ok(Self(copy))
    }

    /// Takes over a text; `None` for NULL.
    ///
    /// # Safety
    ///
    /// `raw` is NULL, or task memory with units that end with a zero, which the caller gives away and nobody changes.
    #[inline]
    pub unsafe fn from_raw(raw: *mut u16) -> Option<Self> {
        NonNull::new(raw).map(Self)
    }

    /// Gives the text away, to be freed as task memory.
    #[inline]
    pub fn into_raw(self) -> *mut u16 {
        let raw = self.0.as_ptr();
        std::mem::forget(self);
        raw
    }
}

impl Drop for CoTaskText {
    fn drop(&mut self) {
        // SAFETY: it owns the block, and is used no more.
        unsafe { free_bytes(self.0.cast()) }
    }
}

impl Deref for CoTaskText {
    type Target = WideStr;

    fn deref(&self) -> &WideStr {
        // SAFETY: the units end with a zero, and live unchanged as long as `self`.
        unsafe { WideStr::from_ptr(self.0.as_ptr()) }
    }
}

impl fmt::Display for CoTaskText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl fmt::Debug for CoTaskText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wide::WideString;

    #[test]
    fn a_copy_is_given_away_and_taken_over() {
        for text in ["text", "中😀", ""] {
            let copy = CoTaskText::new(&WideString::new(text).unwrap()).unwrap();
            assert_eq!(&*copy, text);
            let raw = copy.into_raw();
            // SAFETY: the text was just given away, and nobody else has it.
            let taken = unsafe { CoTaskText::from_raw(raw) }.unwrap();
            assert_eq!(taken.to_string(), text);
        }
    }

    #[test]
    fn null_is_no_text() {
        // SAFETY: NULL is allowed.
        assert!(unsafe { CoTaskText::from_raw(std::ptr::null_mut()) }.is_none());
    }
}
