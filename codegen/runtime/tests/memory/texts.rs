//! Text.

use crate::raw::ITexts;
use crate::{Counted, code, implement};
use midl_runtime::status::*;
use midl_runtime::{Bstr, CoTaskCStr, WideString};
use std::ffi::CString;
use windows_core::{PSTR, Result};

/// Hands its text out, twice where it is not empty.
struct Texts(Option<CString>);

impl Texts {
    fn text(&self) -> Result<CString> {
        self.0.clone().ok_or_else(|| error(E_FAIL))
    }
}

impl implement::ITexts for Texts {
    fn narrow(&self) -> Result<(CString, Option<CString>)> {
        let text = self.text()?;
        Ok((text.clone(), (!text.is_empty()).then_some(text)))
    }

    fn others(&self) -> Result<(WideString, Option<CString>, Bstr)> {
        let text = self.text()?;
        let wide = text.to_string_lossy();
        let counted = (!text.is_empty()).then(|| text.clone());
        Ok((WideString::new(&wide)?, counted, Bstr::new(&wide)?))
    }
}

fn texts(text: Option<&str>) -> ITexts {
    ITexts::new(Texts(text.map(|text| CString::new(text).unwrap())))
}

#[test]
fn text_is_the_callers() {
    let (text, other) = texts(Some("text")).narrow().unwrap();
    assert_eq!((&*text, other.as_deref()), (c"text", Some(c"text")));
    let (text, other) = texts(Some("")).narrow().unwrap();
    assert!(text.is_empty() && other.is_none());
    assert_eq!(code(texts(None).narrow()), E_FAIL);
}

#[test]
fn each_allocator_frees_its_own() {
    let (local, counted, bstr) = texts(Some("text")).others().unwrap();
    assert_eq!((&*local == "text", &*counted.unwrap()), (true, c"text"));
    assert_eq!(bstr, "text");
    assert_eq!(Counted::live(), 0);
    let (local, counted, bstr) = texts(Some("")).others().unwrap();
    assert!(local.is_empty() && counted.is_none() && bstr.is_empty());
}

#[test]
fn places_are_null_unless_text_comes_out() {
    let (mut text, mut other) = (PSTR(7 as *mut u8), PSTR(7 as *mut u8));
    // SAFETY: the places are there; what comes out is taken over once.
    unsafe {
        assert_eq!(texts(None).Narrow(&mut text, &mut other), E_FAIL);
        assert!(text.is_null() && other.is_null());
        assert_eq!(texts(Some("")).Narrow(&mut text, &mut other), S_OK);
        assert!(other.is_null());
        assert_eq!(&*CoTaskCStr::from_raw(text.0.cast()).unwrap(), c"");
    }
}
