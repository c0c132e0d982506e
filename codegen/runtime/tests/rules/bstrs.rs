//! Counted text.

use crate::raw::IBstrs;
use crate::{code, implement};
use midl_runtime::Bstr;
use midl_runtime::status::*;
use std::ptr::null_mut;
use std::sync::Mutex;
use windows_core::Result;

/// Keeps two texts.
#[derive(Default)]
struct Bstrs(Mutex<(Bstr, Bstr)>);

impl implement::IBstrs for Bstrs {
    fn set_names(&self, name: &Bstr, other: &Bstr) -> Result<()> {
        *self.0.lock().unwrap() = (Bstr::from_units(name)?, Bstr::from_units(other)?);
        Ok(())
    }

    fn names(&self) -> Result<(Bstr, Bstr)> {
        let (name, other) = std::mem::take(&mut *self.0.lock().unwrap());
        match name.is_empty() && other.is_empty() {
            true => Err(error(E_FAIL)),
            false => Ok((name, other)),
        }
    }

    fn length(&self, name: &Bstr) -> u32 {
        assert_ne!(*name, "panic");
        name.len() as u32
    }
}

fn bstrs() -> IBstrs {
    IBstrs::new(Bstrs::default())
}

#[test]
fn text_goes_there_and_back() {
    let bstrs = bstrs();
    let (name, other) = (Bstr::new("a\0中😀").unwrap(), Bstr::empty());
    bstrs.set_names(&name, &other).unwrap();
    assert_eq!(name, "a\0中😀", "only lent");
    assert_eq!(bstrs.names(), Ok((name, other)));
    assert_eq!(code(bstrs.names()), E_FAIL);
}

#[test]
fn length_is_told_where_there_is_no_hresult() {
    let length = |text| bstrs().length(&Bstr::new(text).unwrap());
    assert_eq!((length("a\0b"), length(""), length("panic")), (3, 0, 0));
}

#[test]
fn null_is_empty_text_and_what_comes_out_is_the_callers() {
    let bstrs = bstrs();
    let name = Bstr::new("name").unwrap();
    let (mut first, mut second) = (null_mut(), null_mut());
    // SAFETY: NULL is what is tried; everything else is there. What comes out is taken over once.
    unsafe {
        assert_eq!(bstrs.Length(null_mut()), 0);
        assert_eq!(bstrs.SetNames(name.as_raw(), null_mut()), S_OK);
        assert_eq!(bstrs.Names(&mut first, &mut second), S_OK);
        assert_eq!(Bstr::from_raw(first), "name");
        assert_eq!(Bstr::from_raw(second), "");
        // The places hold old pointers now.
        assert_eq!(bstrs.Names(&mut first, &mut second), E_FAIL);
        assert!(first.is_null() && second.is_null());
        assert_eq!(bstrs.SetNames(name.as_raw(), null_mut()), S_OK);
        assert_eq!(bstrs.Names(&mut first, null_mut()), E_POINTER);
        assert!(first.is_null());
    }
}
