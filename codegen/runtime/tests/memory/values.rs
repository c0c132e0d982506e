//! Values.

use crate::raw::{IValues, SPOT};
use crate::{Counted, code, implement, with_foreign};
use midl_runtime::CoTaskBox;
use midl_runtime::status::*;
use std::ffi::c_void;
use std::ptr::null_mut;
use windows_core::{HRESULT, Result};

/// Hands values out as long as it has a number.
struct Values(Option<u32>);

fn spot(x: u32) -> SPOT {
    SPOT { x, y: 7 }
}

impl implement::IValues for Values {
    fn spot(&self) -> Result<(SPOT, Option<u32>)> {
        match self.0 {
            None => Err(error(S_FALSE)),
            Some(0) => Ok((spot(0), None)),
            Some(number) => Ok((spot(number), Some(number))),
        }
    }

    fn others(&self) -> Result<(SPOT, SPOT, SPOT)> {
        let number = self.0.ok_or_else(|| error(E_FAIL))?;
        Ok((spot(number), spot(number + 1), spot(number + 2)))
    }

    fn said(&self) -> Result<u32> {
        Ok(self.0.unwrap())
    }
}

fn values(number: Option<u32>) -> IValues {
    IValues::new(Values(number))
}

#[test]
fn values_are_the_callers() {
    let (mut one, number) = values(Some(3)).spot().unwrap();
    assert_eq!(
        (one.x, one.y, number.map(|number| *number)),
        (3, 7, Some(3))
    );
    one.x = 8;
    assert_eq!(one.x, 8);
    let (one, number) = values(Some(0)).spot().unwrap();
    assert!(one.x == 0 && number.is_none());
    assert_eq!(*values(Some(5)).said().unwrap(), 5);
}

#[test]
fn each_allocator_frees_its_own() {
    let (local, global, counted) = values(Some(1)).others().unwrap();
    assert_eq!((local.x, global.x, counted.x), (1, 2, 3));
    assert_eq!(Counted::live(), 1);
    drop(counted);
    assert_eq!(Counted::live(), 0);
    assert_eq!(code(values(None).others()), E_FAIL);
}

#[test]
fn no_value_comes_with_a_failure() {
    assert_eq!(
        code(values(None).spot()),
        E_UNEXPECTED,
        "a success without a value"
    );
    assert_eq!(code(values(None).said()), E_UNEXPECTED, "a panic");
    let (mut one, mut number) = (7 as *mut SPOT, 7 as *mut u32);
    // SAFETY: the places are there; NULL is what is tried. What comes out is taken over once.
    unsafe {
        assert_eq!(values(None).Spot(&mut one, &mut number), E_UNEXPECTED);
        assert!(one.is_null() && number.is_null());
        one = 7 as *mut SPOT;
        assert_eq!(values(Some(1)).Spot(&mut one, null_mut()), E_POINTER);
        assert!(one.is_null());
        assert_eq!(values(Some(1)).Spot(&mut one, &mut number), S_OK);
        assert_eq!(CoTaskBox::from_raw(one).unwrap().x, 1);
        assert_eq!(*CoTaskBox::from_raw(number).unwrap(), 1);
    }
}

/// An IValues::Spot that hands out no spot, but a number.
unsafe extern "system" fn no_spot(
    _: *mut c_void,
    spot: *mut *mut SPOT,
    number: *mut *mut u32,
) -> HRESULT {
    // SAFETY: the caller lends the places.
    unsafe {
        spot.write(null_mut());
        number.write(CoTaskBox::new(7).unwrap().into_raw());
    }
    S_OK
}

/// An IValues::Spot that fails, and leaves rubbish.
unsafe extern "system" fn rubbish(
    _: *mut c_void,
    spot: *mut *mut SPOT,
    number: *mut *mut u32,
) -> HRESULT {
    // SAFETY: the caller lends the places.
    unsafe {
        spot.write(7 as *mut SPOT);
        number.write(7 as *mut u32);
    }
    E_ABORT
}

#[test]
fn a_callee_without_a_value_is_not_believed() {
    let spot = |values: &IValues| code(values.spot());
    let honest = values(None);
    assert_eq!(
        with_foreign(&honest, |it| it.Spot = no_spot, spot),
        E_POINTER
    );
    assert_eq!(with_foreign(&honest, |it| it.Spot = rubbish, spot), E_ABORT);
}
