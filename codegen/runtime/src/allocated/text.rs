//! Text that ends with a zero.

use super::block;
use crate::memory::Allocator;
use crate::wide::WideStr;
use std::ffi::{CStr, c_char};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr::NonNull;
use windows_core::Result;

/// Text that ends with a zero: [`WideStr`] and [`CStr`].
pub trait Terminated: private::Sealed {}

impl Terminated for WideStr {}
impl Terminated for CStr {}

mod private {
    use super::{CStr, WideStr, c_char};

    pub trait Sealed {
        /// What it is made of.
        type Unit;

        /// It and the zero that ends it.
        fn with_nul(&self) -> &[Self::Unit];

        /// # Safety
        ///
        /// `start` points to units that end with a zero and stay unchanged for `'a`.
        unsafe fn from_start<'a>(start: *const Self::Unit) -> &'a Self;
    }

    impl Sealed for WideStr {
        type Unit = u16;

        fn with_nul(&self) -> &[u16] {
            self.as_units_with_nul()
        }

        unsafe fn from_start<'a>(start: *const u16) -> &'a Self {
            // SAFETY: passed on to the caller.
            unsafe { WideStr::from_ptr(start) }
        }
    }

    impl Sealed for CStr {
        type Unit = c_char;

        fn with_nul(&self) -> &[c_char] {
            let bytes = self.to_bytes_with_nul();
            // SAFETY: a c_char is a byte, signed or not.
            unsafe { std::slice::from_raw_parts(bytes.as_ptr().cast(), bytes.len()) }
        }

        unsafe fn from_start<'a>(start: *const c_char) -> &'a Self {
            // SAFETY: passed on to the caller.
            unsafe { CStr::from_ptr(start) }
        }
    }
}

/// Owned text in memory that `A` frees. `None` in an `Option` of it is NULL in memory.
#[repr(transparent)]
pub struct AllocatedText<T: Terminated + ?Sized, A: Allocator>(
    NonNull<T::Unit>,
    PhantomData<(A, *const T)>,
);

// SAFETY: it owns its memory, which nothing changes before it is dropped, and any thread may free it.
unsafe impl<T: Terminated + ?Sized, A: Allocator> Send for AllocatedText<T, A> {}
// SAFETY: shared, it can only be read.
unsafe impl<T: Terminated + ?Sized, A: Allocator> Sync for AllocatedText<T, A> {}

impl<T: Terminated + ?Sized, A: Allocator> AllocatedText<T, A> {
    /// A copy of a text. Fails with `E_OUTOFMEMORY`.
    pub fn new(text: &T) -> Result<Self> {
        let units = text.with_nul();
        let copy = block::<T::Unit, A>(units.len())?;
        // SAFETY: the block is new, and has room for so many units.
        unsafe { copy.copy_from_nonoverlapping(NonNull::from(units).cast(), units.len()) };
        Ok(Self(copy, PhantomData))
    }

    /// Takes over a text; `None` for NULL.
    ///
    /// # Safety
    ///
    /// `raw` is NULL, or a block of `A` with units that end with a zero, which the caller gives away and nobody changes.
    #[inline]
    pub unsafe fn from_raw(raw: *mut T::Unit) -> Option<Self> {
        NonNull::new(raw).map(|start| Self(start, PhantomData))
    }

    /// Gives the text away with its memory.
    #[inline]
    pub fn into_raw(self) -> *mut T::Unit {
        let raw = self.0.as_ptr();
        std::mem::forget(self);
        raw
    }
}

impl<T: Terminated + ?Sized, A: Allocator> Drop for AllocatedText<T, A> {
    fn drop(&mut self) {
        // SAFETY: it owns the block, and is used no more.
        unsafe { A::free(self.0.cast()) }
    }
}

impl<T: Terminated + ?Sized, A: Allocator> Deref for AllocatedText<T, A> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the units end with a zero, and live unchanged as long as `self`.
        unsafe { T::from_start(self.0.as_ptr()) }
    }
}

impl<T: Terminated + fmt::Display + ?Sized, A: Allocator> fmt::Display for AllocatedText<T, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl<T: Terminated + fmt::Debug + ?Sized, A: Allocator> fmt::Debug for AllocatedText<T, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{CoTaskCStr, CoTaskText};
    use super::*;
    use crate::memory::LocalMem;
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
    fn narrow_text_goes_the_same_way() {
        let raw = CoTaskCStr::new(c"text").unwrap().into_raw();
        // SAFETY: the text was just given away, and nobody else has it.
        let taken = unsafe { CoTaskCStr::from_raw(raw) }.unwrap();
        assert_eq!(
            (&*taken, format!("{taken:?}").as_str()),
            (c"text", "\"text\"")
        );
    }

    #[test]
    fn other_memory_serves_as_well() {
        let copy = AllocatedText::<CStr, LocalMem>::new(c"text").unwrap();
        assert_eq!(&*copy, c"text");
    }

    #[test]
    fn null_is_no_text() {
        // SAFETY: NULL is allowed.
        assert!(unsafe { CoTaskText::from_raw(std::ptr::null_mut()) }.is_none());
    }
}
