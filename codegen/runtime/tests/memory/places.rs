//! Counted text in place.

use crate::raw::IPlaces;
use crate::{code, implement};
use midl_runtime::Bstr;
use midl_runtime::status::*;
use std::ptr::null_mut;
use windows_core::Result;

/// Doubles text; fails, changed all the same, where it is empty.
struct Places;

impl implement::IPlaces for Places {
    fn change(&self, name: &mut Bstr, other: Option<&mut Bstr>) -> Result<()> {
        let doubled = name.to_string().repeat(2);
        let empty = std::mem::replace(name, Bstr::new(&doubled)?).is_empty();
        if let Some(other) = other {
            *other = Bstr::empty();
        }
        match empty {
            true => Err(error(E_FAIL)),
            false => Ok(()),
        }
    }

    fn read(&self, name: &Bstr, other: Option<&Bstr>) -> Result<u32> {
        let len = name.len() + other.map_or(0, |other| other.len());
        Ok(len as u32)
    }
}

fn places() -> IPlaces {
    IPlaces::new(Places)
}

#[test]
fn text_is_replaced() {
    let (mut name, mut other) = (Bstr::new("a\0").unwrap(), Bstr::new("b").unwrap());
    places().change(&mut name, Some(&mut other)).unwrap();
    assert_eq!(name, "a\0a\0");
    assert!(other.is_empty());
    places().change(&mut name, None).unwrap();
    assert_eq!(name.len(), 8);
    assert_eq!(code(places().change(&mut other, Some(&mut name))), E_FAIL);
    assert!(name.is_empty());
}

#[test]
fn text_is_read_in_place() {
    let (name, other) = (Bstr::new("name").unwrap(), Bstr::new("other").unwrap());
    assert_eq!(places().read(&name, Some(&other)), Ok(9));
    assert_eq!(places().read(&Bstr::empty(), None), Ok(0));
    assert_eq!(
        (name, other),
        (Bstr::new("name").unwrap(), Bstr::new("other").unwrap())
    );
}

#[test]
fn null_places_are_refused_where_the_idl_says_so() {
    let mut len = 7;
    let mut name = Bstr::new("a").unwrap().into_raw();
    // SAFETY: NULL is what is tried; everything else is there, and the text is taken over at the end.
    unsafe {
        assert_eq!(places().Change(null_mut(), null_mut()), E_POINTER);
        assert_eq!(places().Read(null_mut(), null_mut(), &mut len), E_POINTER);
        assert_eq!(len, 0);
        assert_eq!(places().Change(&mut name, null_mut()), S_OK);
        assert_eq!(places().Read(&mut name, &mut name, &mut len), S_OK);
        assert_eq!((len, Bstr::from_raw(name).to_string().as_str()), (4, "aa"));
    }
}
