//! Values in a row.

use super::{AllocatedText, Terminated, block};
use crate::memory::{Allocator, CoTaskMem};
use crate::status::{self, E_UNEXPECTED};
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::ptr::{self, NonNull};
use windows_core::Result;

/// Owned values in a row in memory that `A` frees. An empty one may take no memory at all: it is NULL then.
pub struct AllocatedSlice<T, A: Allocator> {
    start: *mut T,
    len: usize,
    owns: PhantomData<(T, A)>,
}

// SAFETY: it owns its values, and any thread may free the memory.
unsafe impl<T: Send, A: Allocator> Send for AllocatedSlice<T, A> {}
// SAFETY: shared, it gives shared access to its values and nothing else.
unsafe impl<T: Sync, A: Allocator> Sync for AllocatedSlice<T, A> {}

impl<T, A: Allocator> AllocatedSlice<T, A> {
    /// Moves values to such memory; none of them is NULL. Fails with `E_OUTOFMEMORY`.
    pub fn from_vec(mut values: Vec<T>) -> Result<Self> {
        if values.is_empty() {
            return Ok(Self::of(ptr::null_mut(), 0));
        }
        let len = values.len();
        let start = block::<T, A>(len)?;
        // SAFETY: the block is new and has room for so many values, which are moved: the vector forgets them.
        unsafe {
            start.copy_from_nonoverlapping(NonNull::from(values.as_slice()).cast(), len);
            values.set_len(0);
        }
        Ok(Self::of(start.as_ptr(), len))
    }

    /// As [`Self::from_vec`], where as many values were asked for. Another number of them is `E_UNEXPECTED`: whoever
    /// asked would read as far as that says.
    pub fn counted(values: Vec<T>, count: impl TryInto<usize>) -> Result<Self> {
        match count.try_into() {
            Ok(count) if count == values.len() => Self::from_vec(values),
            _ => Err(status::error(E_UNEXPECTED)),
        }
    }

    /// Takes over values. NULL is none of them, and `E_POINTER` if the count is not zero. A count that is negative, or
    /// more than memory can hold, is `E_UNEXPECTED`; the block is freed then, and whatever is in it left alone.
    ///
    /// # Safety
    ///
    /// `start` is NULL, or a block of `A` that starts with `count` values, which the caller gives away.
    pub unsafe fn from_raw(start: *mut T, count: impl TryInto<usize>) -> Result<Self> {
        // It owns the block from here on, whatever the count.
        let mut taken = Self::of(start, 0);
        let count = count.try_into().map_err(|_| status::error(E_UNEXPECTED))?;
        if start.is_null() && count != 0 {
            return Err(status::null());
        }
        let size = count.checked_mul(size_of::<T>());
        if size.is_none_or(|size| isize::try_from(size).is_err()) {
            return Err(status::error(E_UNEXPECTED));
        }
        taken.len = count;
        Ok(taken)
    }

    /// As [`Self::from_raw`]; `None` for NULL.
    ///
    /// # Safety
    ///
    /// As for [`Self::from_raw`].
    pub unsafe fn from_nullable_raw(
        start: *mut T,
        count: impl TryInto<usize>,
    ) -> Result<Option<Self>> {
        if start.is_null() {
            return Ok(None);
        }
        // SAFETY: passed on to the caller.
        unsafe { Self::from_raw(start, count) }.map(Some)
    }

    /// Gives the values away with their memory; NULL where there is none.
    #[inline]
    pub fn into_raw(self) -> *mut T {
        let raw = self.start;
        std::mem::forget(self);
        raw
    }

    fn of(start: *mut T, len: usize) -> Self {
        Self {
            start,
            len,
            owns: PhantomData,
        }
    }
}

impl<T, A: Allocator> Default for AllocatedSlice<T, A> {
    fn default() -> Self {
        Self::of(ptr::null_mut(), 0)
    }
}

/// Copies texts to task memory, each to a block of its own. Fails with `E_OUTOFMEMORY`.
pub fn texts<T, O>(texts: Vec<Option<O>>) -> Result<Vec<Option<AllocatedText<T, CoTaskMem>>>>
where
    T: Terminated + ?Sized,
    O: Deref<Target = T>,
{
    let copy = |text: Option<O>| {
        text.map(|text| AllocatedText::<T, _>::new(&text))
            .transpose()
    };
    texts.into_iter().map(copy).collect()
}

impl<T, A: Allocator> Drop for AllocatedSlice<T, A> {
    fn drop(&mut self) {
        if let Some(block) = NonNull::new(self.start) {
            // SAFETY: it owns the values and the block, which are used no more.
            unsafe {
                ptr::slice_from_raw_parts_mut(self.start, self.len).drop_in_place();
                A::free(block.cast());
            }
        }
    }
}

impl<T, A: Allocator> Deref for AllocatedSlice<T, A> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        match self.len {
            0 => &[],
            // SAFETY: it owns so many values there, whose size was checked and which live as long as `self`.
            len => unsafe { std::slice::from_raw_parts(self.start, len) },
        }
    }
}

impl<T, A: Allocator> DerefMut for AllocatedSlice<T, A> {
    #[inline]
    fn deref_mut(&mut self) -> &mut [T] {
        match self.len {
            0 => &mut [],
            // SAFETY: as in deref(), and `self` is borrowed exclusively.
            len => unsafe { std::slice::from_raw_parts_mut(self.start, len) },
        }
    }
}

impl<'a, T, A: Allocator> IntoIterator for &'a AllocatedSlice<T, A> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: fmt::Debug, A: Allocator> fmt::Debug for AllocatedSlice<T, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{CoTaskSlice, CoTaskText};
    use super::*;
    use crate::status::E_POINTER;
    use crate::wide::WideString;
    use std::sync::Arc;

    #[test]
    fn values_are_given_away_and_taken_over() {
        let mut values = CoTaskSlice::from_vec(vec![1_u64, 2, 3]).unwrap();
        values[2] += 1;
        let (len, raw) = (values.len(), values.into_raw());
        // SAFETY: the values were just given away, and nobody else has them.
        let taken = unsafe { CoTaskSlice::from_raw(raw, len) }.unwrap();
        assert_eq!((taken.iter().sum::<u64>(), &taken[..2]), (7, &[1, 2][..]));
    }

    #[test]
    fn none_take_no_memory() {
        let mut none = CoTaskSlice::<u32>::from_vec(Vec::new()).unwrap();
        assert!(none.is_empty() && none.iter_mut().next().is_none());
        let raw = none.into_raw();
        assert!(raw.is_null());
        // SAFETY: NULL is allowed.
        unsafe {
            assert!(CoTaskSlice::from_raw(raw, 0_u32).unwrap().is_empty());
            let missing = CoTaskSlice::from_raw(raw, 1_u32);
            assert_eq!(missing.unwrap_err().code(), E_POINTER);
            assert!(
                CoTaskSlice::from_nullable_raw(raw, 1_u32)
                    .unwrap()
                    .is_none()
            );
        }
    }

    #[test]
    fn a_block_without_values_is_freed() {
        let raw = CoTaskSlice::from_vec(vec![7_u32]).unwrap().into_raw();
        // SAFETY: the block was just given away, and nobody else has it.
        let none = unsafe { CoTaskSlice::from_raw(raw, 0_u8) }.unwrap();
        assert!(none.is_empty());
    }

    #[test]
    fn impossible_counts_are_refused_and_the_block_is_freed() {
        for count in [-1, i64::MAX, i64::MAX / 8 + 1] {
            let raw = CoTaskSlice::from_vec(vec![7_u64]).unwrap().into_raw();
            // SAFETY: the block was just given away; what is refused is not read.
            let error = unsafe { CoTaskSlice::from_raw(raw, count) }.unwrap_err();
            assert_eq!(error.code(), E_UNEXPECTED, "{count}");
        }
    }

    #[test]
    fn as_many_come_out_as_were_asked_for() {
        let counted = |count: i32| CoTaskSlice::counted(vec![1_u32, 2], count);
        assert_eq!(&*counted(2).unwrap(), [1, 2]);
        for count in [1, 3, -1] {
            assert_eq!(counted(count).unwrap_err().code(), E_UNEXPECTED);
        }
    }

    #[test]
    fn values_are_dropped_with_their_memory() {
        let shared = Arc::new(());
        let values = vec![Some(shared.clone()), None, Some(shared.clone())];
        drop(CoTaskSlice::from_vec(values).unwrap());
        assert_eq!(Arc::strong_count(&shared), 1);
    }

    #[test]
    fn each_text_is_a_block_that_may_be_missing() {
        let text = |text| Some(WideString::new(text).unwrap());
        let copies: Vec<Option<CoTaskText>> = texts(vec![text("one"), None]).unwrap();
        assert_eq!(size_of_val(&copies[0]), size_of::<*mut u16>());
        let raw = CoTaskSlice::from_vec(copies).unwrap().into_raw();
        // SAFETY: the texts were just given away, and nobody else has them; None is NULL in memory.
        let taken = unsafe {
            assert!(raw.cast::<*mut u16>().add(1).read().is_null());
            CoTaskSlice::from_raw(raw, 2_u32).unwrap()
        };
        assert_eq!(&**taken[0].as_ref().unwrap(), "one");
    }
}
