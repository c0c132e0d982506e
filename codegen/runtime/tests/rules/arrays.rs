//! Arrays and their counts.

use crate::raw::{IArrays, POINT};
use crate::{code, implement};
use midl_runtime::status::*;
use std::ptr::{null, null_mut};
use windows_core::Result;

struct Arrays;

impl implement::IArrays for Arrays {
    fn sum(&self, pul: &[u32]) -> Result<u32> {
        Ok(pul.iter().sum())
    }

    fn pairs(&self, rgpt: &[POINT], pb: &[u8]) -> Result<()> {
        assert_eq!(rgpt.len(), pb.len());
        let same = |(point, byte): (&POINT, &u8)| point.x == u32::from(*byte);
        match rgpt.iter().zip(pb).all(same) {
            true => Ok(()),
            false => Err(error(E_FAIL)),
        }
    }

    fn write(&self, pv: &[u8]) -> Result<()> {
        match pv {
            b"bytes" | b"" => Ok(()),
            _ => Err(error(E_FAIL)),
        }
    }

    fn increase(&self, pul: &mut [u32]) -> Result<()> {
        pul.iter_mut().for_each(|number| *number += 1);
        Ok(())
    }
}

fn arrays() -> IArrays {
    IArrays::new(Arrays)
}

#[test]
fn slices_arrive_whole() {
    let arrays = arrays();
    assert_eq!(arrays.sum(&[1, 2, 3]), Ok(6));
    assert_eq!(arrays.sum(&[]), Ok(0));
    let points = [POINT { x: 7, y: 0 }, POINT { x: 8, y: 0 }];
    assert_eq!(arrays.pairs(&points, &[7, 8]), Ok(()));
    assert_eq!(code(arrays.pairs(&points, &[7, 7])), E_FAIL);
    assert_eq!(arrays.write(b"bytes"), Ok(()));
    assert_eq!(arrays.write(b""), Ok(()));
    let mut numbers = [1, 2];
    arrays.increase(&mut numbers).unwrap();
    assert_eq!(numbers, [2, 3]);
}

#[test]
fn slices_that_share_a_count_are_of_one_length() {
    let points = [POINT::default(); 2];
    assert_eq!(code(arrays().pairs(&points, &[0])), E_INVALIDARG);
    assert_eq!(code(arrays().pairs(&[], &[0])), E_INVALIDARG);
}

#[test]
fn a_length_beyond_the_counts_type_is_not_sent() {
    let points = vec![POINT::default(); 65_536];
    let bytes = vec![0; 65_536];
    assert_eq!(code(arrays().pairs(&points, &bytes)), E_INVALIDARG);
    assert_eq!(arrays().pairs(&points[1..], &bytes[1..]), Ok(()));
}

#[test]
fn pointers_and_counts_are_checked() {
    let arrays = arrays();
    let mut sum = 7;
    // SAFETY: what is wrong is what is tried; it is refused before anything is read.
    unsafe {
        assert_eq!(arrays.Sum(0, null(), &mut sum), S_OK);
        assert_eq!(arrays.Write(null(), 0), S_OK);
        assert_eq!(arrays.Sum(1, null(), &mut sum), E_POINTER);
        assert_eq!(arrays.Increase(1, null_mut()), E_POINTER);
        assert_eq!(arrays.Write(b"bytes".as_ptr().cast(), -1), E_INVALIDARG);
        assert_eq!(arrays.Write(b"bytes".as_ptr().cast(), 5), S_OK);
    }
}
