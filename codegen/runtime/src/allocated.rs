//! What a callee allocates and its caller frees: a value, an array ([`AllocatedSlice`]) or a text ([`AllocatedText`]).

mod slice;
mod text;

pub use slice::{AllocatedSlice, texts};
pub use text::{AllocatedText, Terminated};

use crate::memory::{Allocator, CoTaskMem};
use crate::status::{self, E_OUTOFMEMORY};
use crate::wide::WideStr;
use std::ffi::CStr;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::ptr::NonNull;
use windows_core::Result;

/// A value in task memory.
pub type CoTaskBox<T> = Allocated<T, CoTaskMem>;

/// Values in a row in task memory.
pub type CoTaskSlice<T> = AllocatedSlice<T, CoTaskMem>;

/// Wide text in task memory.
pub type CoTaskText = AllocatedText<WideStr, CoTaskMem>;

/// Narrow text in task memory.
pub type CoTaskCStr = AllocatedText<CStr, CoTaskMem>;

/// An owned value in memory that `A` frees.
#[repr(transparent)]
pub struct Allocated<T, A: Allocator>(NonNull<T>, PhantomData<(T, A)>);

// SAFETY: it owns its value, and any thread may free the memory.
unsafe impl<T: Send, A: Allocator> Send for Allocated<T, A> {}
// SAFETY: shared, it gives shared access to its value and nothing else.
unsafe impl<T: Sync, A: Allocator> Sync for Allocated<T, A> {}

impl<T, A: Allocator> Allocated<T, A> {
    /// Moves a value to such memory. Fails with `E_OUTOFMEMORY`.
    pub fn new(value: T) -> Result<Self> {
        let place = block::<T, A>(1)?;
        // SAFETY: the block is new, and has room for a T.
        unsafe { place.write(value) };
        Ok(Self(place, PhantomData))
    }

    /// Takes over a value; `None` for NULL.
    ///
    /// # Safety
    ///
    /// `raw` is NULL, or a block of `A` with a `T`, which the caller gives away.
    #[inline]
    pub unsafe fn from_raw(raw: *mut T) -> Option<Self> {
        NonNull::new(raw).map(|place| Self(place, PhantomData))
    }

    /// Gives the value away with its memory.
    #[inline]
    pub fn into_raw(self) -> *mut T {
        let raw = self.0.as_ptr();
        std::mem::forget(self);
        raw
    }
}

/// A new block with room for some values.
fn block<T, A: Allocator>(count: usize) -> Result<NonNull<T>> {
    const { assert!(align_of::<T>() <= 8, "no allocator aligns to more") };
    let size = count.checked_mul(size_of::<T>());
    let block = size.and_then(A::allocate);
    block
        .map(NonNull::cast)
        .ok_or_else(|| status::error(E_OUTOFMEMORY))
}

impl<T, A: Allocator> Drop for Allocated<T, A> {
    fn drop(&mut self) {
        // SAFETY: it owns the value and the block, which are used no more.
        unsafe {
            self.0.drop_in_place();
            A::free(self.0.cast());
        }
    }
}

impl<T, A: Allocator> Deref for Allocated<T, A> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: it owns a T there, which lives as long as `self`.
        unsafe { self.0.as_ref() }
    }
}

impl<T, A: Allocator> DerefMut for Allocated<T, A> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as in deref(), and `self` is borrowed exclusively.
        unsafe { self.0.as_mut() }
    }
}

impl<T: fmt::Debug, A: Allocator> fmt::Debug for Allocated<T, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::{GlobalMem, LocalMem};

    fn goes_there_and_back<A: Allocator>() {
        let mut number = Allocated::<u64, A>::new(7).unwrap();
        *number += 1;
        let raw = number.into_raw();
        // SAFETY: the number was just given away, and nobody else has it.
        let taken = unsafe { Allocated::<u64, A>::from_raw(raw) }.unwrap();
        assert_eq!((*taken, format!("{taken:?}").as_str()), (8, "8"));
    }

    #[test]
    fn a_value_is_given_away_and_taken_over() {
        goes_there_and_back::<CoTaskMem>();
        goes_there_and_back::<LocalMem>();
        goes_there_and_back::<GlobalMem>();
    }

    #[test]
    fn null_is_no_value() {
        // SAFETY: NULL is allowed.
        assert!(unsafe { CoTaskBox::<u32>::from_raw(std::ptr::null_mut()) }.is_none());
    }

    #[test]
    fn a_value_is_dropped_with_its_memory() {
        let shared = std::sync::Arc::new(());
        drop(CoTaskBox::new(shared.clone()).unwrap());
        assert_eq!(std::sync::Arc::strong_count(&shared), 1);
    }
}
