//! Plain data where C++ on x86 has it. It aligns its variables to four bytes, a Rust reference to a 64-bit number or to what holds one
//! asks for eight. Such data is lent in place where it happens to be aligned, and as a copy where it is not; what may be changed is
//! copied back.
//!
//! On all other machines everything is in place, and nothing of this is left in a program.

use crate::array;
use crate::status::{self, E_OUTOFMEMORY};
use std::borrow::{Borrow, BorrowMut, Cow};
use std::ops::{Deref, DerefMut};
use std::ptr::{self, NonNull};
use windows_core::Result;

/// Whether a reference to what is there may be made. The tests here take every machine for an x86.
#[inline]
fn is_in_place<T>(start: *const T) -> bool {
    const X86: bool = cfg!(any(target_arch = "x86", test));
    !X86 || align_of::<T>() <= 4 || start.is_aligned()
}

/// A copy of what a caller passed behind a pointer; `None` for NULL.
///
/// # Safety
///
/// `place` is NULL, or points to a `T`.
#[inline]
pub unsafe fn value<T: Copy>(place: *const T) -> Option<T> {
    let place = NonNull::new(place.cast_mut())?;
    // SAFETY: the caller promises a T there.
    Some(unsafe { place.read_unaligned() })
}

/// What a caller passed behind a pointer; `None` for NULL.
///
/// # Safety
///
/// `place` is NULL, or points to a `T` that nobody changes for `'a`. It is aligned, on x86 perhaps to four bytes only.
#[inline]
pub unsafe fn reference<'a, T: Copy>(place: *const T) -> Option<Cow<'a, T>> {
    let place = NonNull::new(place.cast_mut())?;
    Some(match is_in_place(place.as_ptr()) {
        // SAFETY: it is aligned, and the caller lends it.
        true => Cow::Borrowed(unsafe { place.as_ref() }),
        // SAFETY: the caller promises a T there.
        false => Cow::Owned(unsafe { place.read_unaligned() }),
    })
}

/// As [`reference()`], for what may be changed.
///
/// # Safety
///
/// `place` is NULL, or points to a `T` that nobody else uses for `'a`. It is aligned, on x86 perhaps to four bytes only.
#[inline]
pub unsafe fn reference_mut<'a, T: Copy>(place: *mut T) -> Option<Changed<'a, T>> {
    let mut place = NonNull::new(place)?;
    Some(Changed(match is_in_place(place.as_ptr()) {
        // SAFETY: it is aligned, and the caller lends it.
        true => Data::InPlace(unsafe { place.as_mut() }),
        false => Data::Copied {
            // SAFETY: the caller promises a T there.
            copy: unsafe { place.read_unaligned() },
            place: place.cast(),
        },
    }))
}

/// As [`array::from_raw`]. Fails with `E_OUTOFMEMORY`, too.
///
/// # Safety
///
/// `start` is NULL, or points to `count` elements that nobody changes for `'a`. They are aligned, on x86 perhaps to four bytes only.
#[inline]
pub unsafe fn slice<'a, T: Copy>(
    start: *const T,
    count: impl TryInto<usize>,
) -> Result<Cow<'a, [T]>> {
    match is_in_place(start) {
        // SAFETY: they are aligned, and the rest is passed on to the caller.
        true => unsafe { array::from_raw(start, count) }.map(Cow::Borrowed),
        // SAFETY: passed on to the caller.
        false => unsafe { copied(start, array::len(start, count)?) }.map(Cow::Owned),
    }
}

/// As [`array::from_raw_mut`]. Fails with `E_OUTOFMEMORY`, too.
///
/// # Safety
///
/// `start` is NULL, or points to `count` elements that nobody else uses for `'a`. They are aligned, on x86 perhaps to four bytes only.
#[inline]
pub unsafe fn slice_mut<'a, T: Copy>(
    start: *mut T,
    count: impl TryInto<usize>,
) -> Result<Changed<'a, [T]>> {
    if is_in_place(start) {
        // SAFETY: they are aligned, and the rest is passed on to the caller.
        let elements = unsafe { array::from_raw_mut(start, count) }?;
        return Ok(Changed(Data::InPlace(elements)));
    }
    Ok(Changed(Data::Copied {
        // SAFETY: passed on to the caller.
        copy: unsafe { copied(start, array::len(start, count)?) }?,
        place: NonNull::new(start).ok_or_else(status::null)?.cast(),
    }))
}

/// As [`array::cleared`]. Fails with `E_OUTOFMEMORY`, too.
///
/// # Safety
///
/// `start` is NULL, or points to room for `count` elements that nobody else uses for `'a`. It is aligned, on x86 perhaps to four bytes
/// only. All zero is a `T`.
#[inline]
pub unsafe fn cleared<'a, T: Copy>(
    start: *mut T,
    count: impl TryInto<usize>,
) -> Result<Changed<'a, [T]>> {
    if is_in_place(start) {
        // SAFETY: it is aligned, and the rest is passed on to the caller.
        let elements = unsafe { array::cleared(start, count) }?;
        return Ok(Changed(Data::InPlace(elements)));
    }
    let len = array::len(start, count)?;
    // SAFETY: what is not aligned is not NULL, so the caller promises room for so many elements, whose size was checked. All of
    // them are a T then.
    unsafe {
        start.cast::<u8>().write_bytes(0, len * size_of::<T>());
        slice_mut(start, len)
    }
}

/// A copy of elements that may not be aligned. Fails with `E_OUTOFMEMORY`.
///
/// # Safety
///
/// `start` points to `len` elements.
#[cold]
unsafe fn copied<T: Copy>(start: *const T, len: usize) -> Result<Vec<T>> {
    let mut copy: Vec<T> = Vec::new();
    copy.try_reserve_exact(len)
        .map_err(|_| status::error(E_OUTOFMEMORY))?;
    // SAFETY: there is room for so many elements now, and the caller promises that there are as many to be copied.
    unsafe {
        let bytes = len * size_of::<T>();
        ptr::copy_nonoverlapping(start.cast::<u8>(), copy.as_mut_ptr().cast(), bytes);
        copy.set_len(len);
    }
    Ok(copy)
}

/// A caller's data that an implementation changes. A copy is put back when this is dropped, whatever has happened.
pub struct Changed<'a, T: ToOwned + ?Sized>(Data<'a, T>);

enum Data<'a, T: ToOwned + ?Sized> {
    InPlace(&'a mut T),
    Copied { copy: T::Owned, place: NonNull<u8> },
}

impl<T: ToOwned + ?Sized> Deref for Changed<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        match &self.0 {
            Data::InPlace(data) => data,
            Data::Copied { copy, .. } => copy.borrow(),
        }
    }
}

impl<T: ToOwned<Owned: BorrowMut<T>> + ?Sized> DerefMut for Changed<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        match &mut self.0 {
            Data::InPlace(data) => data,
            Data::Copied { copy, .. } => copy.borrow_mut(),
        }
    }
}

impl<T: ToOwned + ?Sized> Drop for Changed<'_, T> {
    #[inline]
    fn drop(&mut self) {
        if let Data::Copied { copy, place } = &self.0 {
            let copy: &T = copy.borrow();
            let bytes = ptr::from_ref(copy).cast();
            // SAFETY: who made this was promised the place, from which as many bytes came.
            unsafe {
                place
                    .as_ptr()
                    .copy_from_nonoverlapping(bytes, size_of_val(copy))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::{E_INVALIDARG, E_POINTER};
    use std::ptr::{null, null_mut};

    /// Numbers in a row, each where four bytes begin, but the first not where eight do, or the other way round.
    struct Numbers {
        memory: [u64; 4],
        offset: usize,
    }

    impl Numbers {
        const EACH: [usize; 2] = [0, 4];

        fn at(offset: usize) -> Self {
            let mut numbers = Self {
                memory: [0; 4],
                offset,
            };
            for (at, number) in [1, 2, 3].into_iter().enumerate() {
                // SAFETY: there is room for three of them.
                unsafe { numbers.start().add(at).write_unaligned(number) }
            }
            numbers
        }

        fn start(&mut self) -> *mut u64 {
            let start = self.memory.as_mut_ptr().cast::<u8>();
            // SAFETY: it is less than one of four numbers.
            unsafe { start.add(self.offset) }.cast()
        }

        fn read(&mut self) -> [u64; 3] {
            // SAFETY: they were written there.
            unsafe { self.start().cast::<[u64; 3]>().read_unaligned() }
        }
    }

    #[test]
    fn what_is_lent_is_in_place_if_it_is_aligned() {
        for offset in Numbers::EACH {
            let mut numbers = Numbers::at(offset);
            let start = numbers.start();
            // SAFETY: the numbers are there.
            let (one, all) = unsafe { (reference(start).unwrap(), slice(start, 3_u32).unwrap()) };
            assert_eq!((*one, &*all), (1, &[1, 2, 3][..]));
            // SAFETY: as above.
            assert_eq!(unsafe { value(start.add(1)) }, Some(2));
            let is_in_place = (
                matches!(one, Cow::Borrowed(_)),
                matches!(all, Cow::Borrowed(_)),
            );
            assert_eq!(is_in_place, (offset == 0, offset == 0));
            assert!((&raw const *one).is_aligned() && all.as_ptr().is_aligned());
        }
    }

    #[test]
    fn what_is_changed_arrives() {
        for offset in Numbers::EACH {
            let mut numbers = Numbers::at(offset);
            // SAFETY: the numbers are there.
            let mut one = unsafe { reference_mut(numbers.start()) }.unwrap();
            assert!((&raw const *one).is_aligned());
            *one += 6;
            drop(one);
            assert_eq!(numbers.read(), [7, 2, 3]);
            // SAFETY: as above.
            let mut two = unsafe { slice_mut(numbers.start(), 2_i32) }.unwrap();
            assert!(two.as_ptr().is_aligned());
            assert_eq!(*two, [7, 2]);
            two[1] = 8;
            drop(two);
            assert_eq!(numbers.read(), [7, 8, 3]);
            // SAFETY: as above.
            let mut room = unsafe { cleared(numbers.start(), 2_u8) }.unwrap();
            assert_eq!(*room, [0, 0]);
            room[0] = 9;
            drop(room);
            assert_eq!(numbers.read(), [9, 0, 3]);
        }
    }

    #[test]
    fn what_is_changed_arrives_after_a_panic_too() {
        let mut numbers = Numbers::at(4);
        let start = numbers.start();
        let answer = crate::guard::contain("A::B", || {
            // SAFETY: the numbers are there.
            let mut one = unsafe { reference_mut(start) }.unwrap();
            *one = 7;
            panic!("on purpose");
        });
        assert!(answer.is_none());
        assert_eq!(numbers.read(), [7, 2, 3]);
    }

    #[test]
    fn a_type_that_is_aligned_to_four_bytes_is_in_place() {
        #[derive(Clone, Copy)]
        struct Small(#[expect(dead_code, reason = "its alignment matters")] [u32; 2]);
        let memory = [Small([0, 1]); 2];
        for small in &memory {
            // SAFETY: it is there.
            let lent = unsafe { reference(small) }.unwrap();
            assert!(matches!(lent, Cow::Borrowed(place) if ptr::eq(place, small)));
        }
    }

    #[test]
    fn null_and_impossible_counts_are_as_they_are_in_place() {
        // SAFETY: NULL is allowed.
        unsafe {
            assert!(value::<u64>(null()).is_none());
            assert!(
                reference::<u64>(null()).is_none() && reference_mut::<u64>(null_mut()).is_none()
            );
            assert!(slice::<u64>(null(), 0).unwrap().is_empty());
            assert_eq!(slice::<u64>(null(), 1).unwrap_err().code(), E_POINTER);
            assert!(cleared::<u64>(null_mut(), 0).unwrap().is_empty());
        }
        for offset in Numbers::EACH {
            let start = Numbers::at(offset).start();
            for count in [-1, i64::MAX, i64::MAX / 8 + 1] {
                // SAFETY: what is refused is not touched.
                let codes = unsafe {
                    [
                        slice(start, count).err(),
                        slice_mut(start, count).err(),
                        cleared(start, count).err(),
                    ]
                };
                assert!(
                    codes
                        .iter()
                        .flatten()
                        .all(|error| error.code() == E_INVALIDARG)
                );
                assert_eq!(codes.iter().flatten().count(), 3, "{count}");
            }
        }
    }
}
