//! Arrays whose length another parameter tells.

mod owned;
mod room;
mod size;

pub use owned::{Handed, Lent};
pub use room::TextRoom;
pub use size::{Size, UnknownSize};

use crate::status::{self, E_INVALIDARG, E_UNEXPECTED};
use std::hint::{black_box, cold_path};
use windows_core::Result;

/// The count that is passed beside slices of these lengths. They must agree, and fit the count's type: else it is
/// `E_INVALIDARG`. A slice that may be missing, and is, does not count; where all are missing it is zero.
#[inline]
pub fn count<N: TryFrom<usize>, L: Into<Option<usize>>, const SLICES: usize>(
    lens: [L; SLICES],
) -> Result<N> {
    let mut present = lens.into_iter().filter_map(Into::into);
    let len = present.next().unwrap_or(0);
    match present.all(|other| other == len) {
        true => fit(len),
        false => Err(invalid()),
    }
}

/// A length as a count, or `E_INVALIDARG`.
///
/// An instruction of x86-64 can hold 2³¹-1, but not 2³²-1. So all lengths that are likely pass with one comparison, whatever the
/// type, and `black_box` keeps the compiler from making it the other one again.
#[inline]
fn fit<N: TryFrom<usize>>(len: usize) -> Result<N> {
    let len = match usize::BITS > 32 && len > i32::MAX as usize {
        false => len,
        true => {
            cold_path();
            black_box(len)
        }
    };
    N::try_from(len).map_err(|_| invalid())
}

/// The pointer that is passed beside a count; NULL where there is nothing.
#[inline]
pub const fn start<T>(elements: &[T]) -> *const T {
    match elements {
        [] => std::ptr::null(),
        elements => elements.as_ptr(),
    }
}

/// Refuses a slice that is not as long as an expression over the other arguments says, with `E_INVALIDARG`.
#[inline]
pub fn exactly(len: usize, size: Size) -> Result<()> {
    match usize::try_from(size) {
        Ok(size) if size == len => Ok(()),
        _ => Err(invalid()),
    }
}

/// The slice that a caller passed as a pointer and a count.
///
/// NULL is the empty slice, and `E_POINTER` if the count is not zero. A count that is negative, or more than memory can
/// hold, is `E_INVALIDARG`.
///
/// # Safety
///
/// `start` is NULL, or points to `count` elements, aligned for their type, that nobody changes for `'a`.
#[inline]
pub unsafe fn from_raw<'a, T>(start: *const T, count: impl TryInto<usize>) -> Result<&'a [T]> {
    match len(start, count)? {
        0 => Ok(&[]),
        // SAFETY: there is a pointer, so the caller promises so many elements, whose size was checked.
        len => Ok(unsafe { std::slice::from_raw_parts(start, len) }),
    }
}

/// As [`from_raw`], for elements that may be changed.
///
/// # Safety
///
/// `start` is NULL, or points to `count` elements, aligned for their type, that nobody else uses for `'a`.
#[inline]
pub unsafe fn from_raw_mut<'a, T>(
    start: *mut T,
    count: impl TryInto<usize>,
) -> Result<&'a mut [T]> {
    match len(start, count)? {
        0 => Ok(&mut []),
        // SAFETY: there is a pointer, so the caller promises so many elements, whose size was checked.
        len => Ok(unsafe { std::slice::from_raw_parts_mut(start, len) }),
    }
}

/// As [`from_raw_mut`], for elements that a caller has not set yet: all of them are zero at first.
///
/// # Safety
///
/// `start` is NULL, or points to room for `count` elements, aligned for their type, that nobody else uses for `'a`. All zero
/// is a `T`, and a `T` needs no drop.
#[inline]
pub unsafe fn cleared<'a, T>(start: *mut T, count: impl TryInto<usize>) -> Result<&'a mut [T]> {
    let len = len(start, count)?;
    if len == 0 {
        return Ok(&mut []);
    }
    // SAFETY: there is a pointer, so the caller promises room for so many elements, whose size was checked, and that
    // zero is a value of each.
    unsafe {
        start.write_bytes(0, len);
        Ok(std::slice::from_raw_parts_mut(start, len))
    }
}

/// How many of a buffer's elements a callee has filled. More than there are is `E_UNEXPECTED`: nobody should read as far
/// as that says.
#[inline]
pub fn filled(count: impl TryInto<usize>, len: usize) -> Result<usize> {
    if let Ok(count) = count.try_into()
        && count <= len
    {
        return Ok(count);
    }
    // Else it is computed what would be returned in either case, and then chosen.
    cold_path();
    Err(status::error(E_UNEXPECTED))
}

/// What a caller is told of how many elements of its buffer are filled. More than there are is `E_UNEXPECTED`: it would read
/// as far as that says.
#[inline]
pub fn told<N: TryFrom<usize>>(filled: usize, len: usize) -> Result<N> {
    match N::try_from(filled) {
        Ok(count) if filled <= len => Ok(count),
        _ => Err(status::error(E_UNEXPECTED)),
    }
}

/// What is answered where an implementation hands out arrays that their counts cannot tell of: `E_UNEXPECTED`, since no argument was
/// wrong.
#[cold]
pub fn mistold(_: windows_core::Error) -> windows_core::Error {
    status::error(E_UNEXPECTED)
}

/// Makes a buffer an empty text, for a callee to write another one.
#[inline]
pub fn empty_text<U: Default>(units: &mut [U]) {
    if let Some(first) = units.first_mut() {
        *first = U::default();
    }
}

/// The length of the text in a buffer: up to the first zero, or all of it.
#[inline]
pub fn text_len<U: Default + PartialEq>(units: &[U]) -> usize {
    let zero = units.iter().position(|unit| *unit == U::default());
    zero.unwrap_or(units.len())
}

/// Refuses a buffer without a zero, where a text goes to a callee, with `E_INVALIDARG`.
#[inline]
pub fn ended<U: Default + PartialEq>(units: &[U]) -> Result<()> {
    match text_len(units) < units.len() {
        true => Ok(()),
        false => Err(invalid()),
    }
}

/// What [`TextRoom::terminated`] does. The text is empty where it is refused.
#[inline]
fn terminated<U: Default + PartialEq>(units: &mut [U]) -> Result<()> {
    if units.is_empty() || ended(units).is_ok() {
        return Ok(());
    }
    empty_text(units);
    Err(status::error(E_UNEXPECTED))
}

/// How many elements there are, after all that can be checked.
pub(crate) fn len<T>(start: *const T, count: impl TryInto<usize>) -> Result<usize> {
    let count = count.try_into().map_err(|_| invalid())?;
    // By itself, so that the compiler need not ask once more which slice is empty.
    if count == 0 {
        return Ok(0);
    }
    if start.is_null() {
        return Err(status::null());
    }
    let size = count.checked_mul(size_of::<T>());
    match size.is_some_and(|size| isize::try_from(size).is_ok()) {
        true => Ok(count),
        false => Err(invalid()),
    }
}

#[cold]
fn invalid() -> windows_core::Error {
    status::error(E_INVALIDARG)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::E_POINTER;
    use std::ptr::{null, null_mut};

    #[test]
    fn counts_agree_and_fit() {
        assert_eq!(count::<u32, _, _>([3, 3]), Ok(3));
        assert_eq!(count::<u8, _, _>([255]), Ok(255));
        let invalid = || Err(status::error(E_INVALIDARG));
        assert_eq!(count::<u32, _, _>([3, 4]), invalid());
        assert_eq!(count::<u8, _, _>([256]).map(u32::from), invalid());
        assert_eq!(
            count::<i32, _, _>([i32::MAX as usize + 1]).map(|n| n as u32),
            invalid()
        );
    }

    #[test]
    #[cfg(target_pointer_width = "64")]
    fn large_counts_fit_as_far_as_their_types_go() {
        for len in [i32::MAX as usize, i32::MAX as usize + 1, u32::MAX as usize] {
            assert_eq!(count::<u32, _, _>([len]).map(|n| n as usize), Ok(len));
            assert_eq!(count::<u32, _, _>([Some(len)]).map(|n| n as usize), Ok(len));
            assert_eq!(count::<u64, _, _>([len + 1]), Ok(len as u64 + 1));
        }
        let invalid = || Err(status::error(E_INVALIDARG));
        assert_eq!(count::<u32, _, _>([u32::MAX as usize + 1]), invalid());
        assert_eq!(count::<u32, _, _>([Some(u32::MAX as usize + 1)]), invalid());
    }

    #[test]
    fn what_is_missing_does_not_count() {
        assert_eq!(count::<u32, _, _>([Some(3), None, Some(3)]), Ok(3));
        assert_eq!(count::<u32, _, _>([None, None]), Ok(0));
        let invalid = || Err(status::error(E_INVALIDARG));
        assert_eq!(count::<u32, _, _>([Some(3), Some(4)]), invalid());
        assert_eq!(count::<u8, _, _>([Some(256)]).map(u32::from), invalid());
    }

    #[test]
    fn a_slice_is_as_long_as_an_expression_says() {
        let invalid = || Err(status::error(E_INVALIDARG));
        assert_eq!(exactly(6, Size::of(3) * Size::of(2)), Ok(()));
        assert_eq!(exactly(5, Size::of(3) * Size::of(2)), invalid());
        assert_eq!(exactly(0, Size::of(-1)), invalid());
    }

    #[test]
    fn texts_end_in_their_buffers() {
        let mut units = [0x61_u16, 0x62, 0x63];
        assert_eq!((text_len(&units), text_len(b"a\0b")), (3, 1));
        assert_eq!(ended(&units), Err(status::error(E_INVALIDARG)));
        assert_eq!(terminated(&mut units), Err(status::error(E_UNEXPECTED)));
        assert_eq!(units, [0, 0x62, 0x63]);
        assert_eq!((ended(&units), terminated(&mut units)), (Ok(()), Ok(())));
        assert_eq!(terminated::<u16>(&mut []), Ok(()));
        empty_text::<u16>(&mut []);
    }

    #[test]
    fn null_is_empty_and_nothing_else() {
        // SAFETY: NULL is allowed.
        unsafe {
            assert_eq!(from_raw::<u64>(null(), 0_u32), Ok(&[][..]));
            assert_eq!(from_raw_mut::<u64>(null_mut(), 0_i32), Ok(&mut [][..]));
            let missing = from_raw::<u64>(null(), 1_u32);
            assert_eq!(missing.unwrap_err().code(), E_POINTER);
        }
    }

    #[test]
    fn impossible_counts_are_refused_unread() {
        let element = 7_u64;
        for count in [-1, i64::MAX, i64::MAX / 8 + 1] {
            // SAFETY: what is refused is not read.
            let error = unsafe { from_raw(&element, count) }.unwrap_err();
            assert_eq!(error.code(), E_INVALIDARG, "{count}");
        }
    }

    #[test]
    fn room_is_cleared_and_no_more() {
        let mut elements = [7_u16; 3];
        // SAFETY: there is room for so many.
        unsafe { cleared(elements.as_mut_ptr(), 2_u32) }.unwrap()[1] = 1;
        assert_eq!(elements, [0, 1, 7]);
        // SAFETY: NULL is allowed.
        let missing = unsafe { cleared::<u16>(null_mut(), 1_u32) };
        assert_eq!(missing.unwrap_err().code(), E_POINTER);
    }

    #[test]
    fn no_more_is_filled_than_there_is() {
        let unexpected = || status::error(E_UNEXPECTED);
        assert_eq!((filled(3_u32, 3), told::<u32>(3, 3)), (Ok(3), Ok(3)));
        assert_eq!(filled(4_u32, 3), Err(unexpected()));
        assert_eq!(filled(-1_i32, 3), Err(unexpected()));
        assert_eq!(told::<u32>(4, 3), Err(unexpected()));
        assert_eq!(told::<u8>(256, 300), Err(unexpected()));
    }

    #[test]
    fn elements_are_seen_in_place() {
        let mut elements = [1_u16, 2, 3];
        // SAFETY: so many elements are there.
        unsafe { from_raw_mut(elements.as_mut_ptr(), 2_u32) }.unwrap()[1] = 7;
        // SAFETY: as above.
        let seen = unsafe { from_raw(elements.as_ptr(), 3_i32) };
        assert_eq!(seen, Ok(&[1, 7, 3][..]));
    }
}
