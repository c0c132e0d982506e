//! How much of a buffer is filled.

use crate::raw::IFilled;
use crate::{code, implement};
use midl_runtime::status::{E_FAIL, E_POINTER, E_UNEXPECTED, S_OK, error};
use std::ptr::null_mut;
use windows_core::Result;

struct Filled;

/// Counts up, and says that all of it is filled, and one more where the first element was set.
fn fill<T: From<u8> + PartialEq>(buffer: &mut [T]) -> usize {
    let beyond = usize::from(buffer.first().is_some_and(|first| *first != T::from(0)));
    for (element, next) in buffer.iter_mut().zip(1_u8..) {
        *element = next.into();
    }
    buffer.len() + beyond
}

impl implement::IFilled for Filled {
    fn several(&self, keys: &mut [u32], values: &mut [u8]) -> Result<usize> {
        fill(keys);
        Ok(fill(values) - 1)
    }

    fn unwanted(&self, rgul: &mut [u32]) -> Result<usize> {
        Ok(fill(rgul))
    }

    fn both_ways(&self, rgul: &mut [u32]) -> Result<usize> {
        match rgul.len() {
            4.. => Ok(rgul.len() + 1),
            3 => Err(error(E_FAIL)),
            _ => Ok(fill(rgul)),
        }
    }

    fn asked(&self, rgul: Option<&mut [u32]>) -> Result<usize> {
        Ok(rgul.map_or(10, fill))
    }

    fn doubled(&self, rgb: &mut [u8]) -> Result<usize> {
        Ok(fill(rgb))
    }

    fn without(&self, rgb: &mut [u8]) -> (u32, usize) {
        let len = fill(rgb);
        (7, if len == 3 { 4 } else { len })
    }
}

fn filled() -> IFilled {
    IFilled::new(Filled)
}

#[test]
fn what_is_filled_is_told() {
    let filled = filled();
    let (mut keys, mut values) = ([9; 2], [9; 2]);
    assert_eq!(filled.several(&mut keys, &mut values), Ok(1));
    assert_eq!((keys, values), ([1, 2], [1, 2]));
    assert!(filled.several(&mut keys, &mut values[..1]).is_err());
    assert_eq!(filled.unwanted(&mut keys), Ok(2));
    assert_eq!(filled.both_ways(&mut keys), Ok(2));
    assert_eq!(filled.asked(Some(&mut keys)), Ok(2));
    assert_eq!(filled.asked(None), Ok(10), "how much there would be");
    assert_eq!(filled.doubled(&mut [0; 2]), Ok(2));
    assert_eq!(filled.without(&mut [0; 2]), Ok((7, 2)));
}

#[test]
fn nobody_is_told_of_more_than_there_is() {
    let filled = filled();
    assert_eq!(code(filled.both_ways(&mut [0; 4])), Some(E_UNEXPECTED));
    assert_eq!(code(filled.doubled(&mut [1])), Some(E_UNEXPECTED));
    assert_eq!(
        filled.without(&mut [0; 3]),
        Ok((0, 3)),
        "the count is as it was"
    );
}

#[test]
fn a_foreign_caller_may_not_want_to_know() {
    let filled = filled();
    let mut numbers = [9; 2];
    let mut count = 2;
    // SAFETY: there is room for two; NULL is what is tried.
    unsafe {
        assert_eq!(filled.Unwanted(2, numbers.as_mut_ptr(), null_mut()), S_OK);
        assert_eq!(numbers, [1, 2]);
        assert_eq!(
            filled.Several(2, numbers.as_mut_ptr(), null_mut(), null_mut()),
            E_POINTER
        );
        assert_eq!(filled.BothWays(null_mut(), numbers.as_mut_ptr()), E_POINTER);
        assert_eq!(filled.BothWays(&mut count, null_mut()), E_POINTER);
        assert_eq!(filled.Asked(&mut count, null_mut()), S_OK);
        assert_eq!(count, 10);
        let mut room = [0; 3];
        count = 3;
        assert_eq!(filled.BothWays(&mut count, room.as_mut_ptr()), E_FAIL);
        assert_eq!(count, 3, "as it was");
    }
}
