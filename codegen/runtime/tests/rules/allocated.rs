//! Text that the callee allocates.

use crate::raw::IAllocated;
use crate::{code, implement};
use midl_runtime::status::*;
use midl_runtime::{CoTaskText, WideString};
use windows_core::{PWSTR, Result};

/// Hands these texts out; a failure where the first is missing.
struct Allocated(Option<&'static str>, Option<&'static str>);

impl implement::IAllocated for Allocated {
    fn names(&self) -> Result<(WideString, Option<WideString>)> {
        let name = self.0.ok_or_else(|| error(E_FAIL))?;
        let other = self.1.map(WideString::new).transpose()?;
        Ok((WideString::new(name)?, other))
    }
}

fn allocated(name: Option<&'static str>, other: Option<&'static str>) -> IAllocated {
    IAllocated::new(Allocated(name, other))
}

#[test]
fn text_is_the_callers() {
    let (name, other) = allocated(Some("中😀"), Some("other")).names().unwrap();
    assert_eq!(&*name, "中😀");
    assert_eq!(&*other.unwrap(), "other");
    let (name, other) = allocated(Some(""), None).names().unwrap();
    assert!(name.is_empty() && other.is_none());
    assert_eq!(code(allocated(None, None).names()), E_FAIL);
}

#[test]
fn places_are_null_unless_text_comes_out() {
    let (mut name, mut other) = (PWSTR(7 as *mut u16), PWSTR(7 as *mut u16));
    // SAFETY: the places are there; what comes out is taken over once.
    unsafe {
        let answer = allocated(None, None).Names(&mut name, &mut other);
        assert_eq!(
            (answer, name.is_null(), other.is_null()),
            (E_FAIL, true, true)
        );
        let answer = allocated(Some("name"), None).Names(&mut name, &mut other);
        assert_eq!((answer, other.is_null()), (S_OK, true));
        assert_eq!(&*CoTaskText::from_raw(name.0).unwrap(), "name");
        let answer = allocated(Some("name"), None).Names(&mut name, std::ptr::null_mut());
        assert_eq!((answer, name.is_null()), (E_POINTER, true));
    }
}
