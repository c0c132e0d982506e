//! Arrays and their counts.

use crate::raw::{IArrays, IArrays_Vtbl, POINT};
use crate::{code, implement};
use midl_runtime::Success;
use midl_runtime::status::*;
use std::ffi::c_void;
use std::ptr::{null, null_mut};
use windows_core::{HRESULT, Interface, Result};

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

    fn fill(&self, pul: &mut [u32]) -> Result<()> {
        assert!(
            pul.iter().all(|number| *number == 0),
            "nothing unset is seen"
        );
        for (number, next) in pul.iter_mut().zip(1..) {
            *number = next;
        }
        Ok(())
    }

    fn sum_of(&self, pul: &[u32]) -> u32 {
        pul.iter().sum()
    }

    fn read(&self, pv: &mut [u8]) -> Result<Success<usize>> {
        match pv {
            [first, second, _, ..] => {
                (*first, *second) = (1, 2);
                Ok(Success::with_code(2, S_FALSE))
            }
            [] => Err(error(E_FAIL)),
            _ => Ok(Success::ok(pv.len() + 1)),
        }
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
    assert_eq!(arrays.sum_of(&[4, 5]), Ok(9));
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
fn buffers_are_filled() {
    let arrays = arrays();
    let mut numbers = [7; 3];
    arrays.fill(&mut numbers).unwrap();
    assert_eq!(numbers, [1, 2, 3]);
    arrays.fill(&mut []).unwrap();
    let mut bytes = [7; 4];
    let read = arrays.read(&mut bytes);
    assert_eq!(read, Ok(Success::with_code(2, S_FALSE)));
    assert_eq!(bytes[..2], [1, 2]);
    assert_eq!(code(arrays.read(&mut [])), E_FAIL);
}

#[test]
fn an_implementation_that_claims_too_much_is_not_believed() {
    assert_eq!(code(arrays().read(&mut [0])), E_UNEXPECTED);
    let (mut byte, mut done) = (7_u8, 7);
    // SAFETY: the places are there.
    let answer = unsafe { arrays().Read((&raw mut byte).cast(), 1, &mut done) };
    assert_eq!((answer, byte, done), (E_UNEXPECTED, 0, 0));
}

/// An IArrays::Read that says it has read ten bytes.
unsafe extern "system" fn boast(_: *mut c_void, _: *mut c_void, _: u32, done: *mut u32) -> HRESULT {
    // SAFETY: the caller lends the place.
    unsafe { done.write(10) };
    S_OK
}

#[test]
fn a_callee_that_claims_too_much_is_not_believed() {
    let honest = arrays();
    // SAFETY: a vtable is nothing but function pointers, which may be copied.
    let mut vtable: IArrays_Vtbl = unsafe { std::ptr::read(Interface::vtable(&honest)) };
    vtable.Read = boast;
    let object = &raw const vtable;
    let address: *mut c_void = (&raw const object).cast_mut().cast();
    // SAFETY: it is a pointer to a vtable, as an object is; only the function above is called, which looks at no more.
    let boaster = unsafe { IArrays::from_raw_borrowed(&address) }.unwrap();
    assert_eq!(code(boaster.read(&mut [0; 3])), E_UNEXPECTED);
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
        assert_eq!(arrays.Fill(1, null_mut()), E_POINTER);
        assert_eq!(arrays.Fill(0, null_mut()), S_OK);
        assert_eq!(arrays.Write(b"bytes".as_ptr().cast(), 5), S_OK);
    }
}
