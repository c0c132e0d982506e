//! Handles that come out.

use crate::raw::IOpened;
use crate::{code, implement, with_foreign};
use midl_runtime::status::*;
use midl_runtime::{Event, OwnedHandle, handle};
use std::ffi::c_void;
use std::ptr::null_mut;
use windows_core::{HRESULT, Result};

/// Opens its event again; a failure where there is none.
struct Opened(Option<Event>);

impl implement::IOpened for Opened {
    fn open(&self) -> Result<(OwnedHandle, Option<OwnedHandle>)> {
        let event = self.0.as_ref().ok_or_else(|| error(E_FAIL))?;
        let other = match event.is_set()? {
            true => Some(event.try_clone()?.into()),
            false => None,
        };
        Ok((event.try_clone()?.into(), other))
    }

    fn window(&self) -> Result<*mut c_void> {
        Ok(5 as *mut c_void)
    }
}

fn opened(event: Option<&Event>) -> IOpened {
    IOpened::new(Opened(event.map(|event| event.try_clone().unwrap())))
}

#[test]
fn handles_are_the_callers_to_close() {
    let event = Event::new().unwrap();
    let opened = opened(Some(&event));
    let (first, other) = opened.open().unwrap();
    assert!(other.is_none());
    drop(opened);
    Event::from(first).set().unwrap();
    assert_eq!(event.is_set(), Ok(true));
    assert!(self::opened(Some(&event)).open().unwrap().1.is_some());
}

#[test]
fn a_window_is_but_a_number() {
    assert_eq!(opened(None).window(), Ok(5 as *mut c_void));
}

#[test]
fn places_are_null_unless_a_handle_comes_out() {
    let event = Event::new().unwrap();
    let (mut first, mut other) = (7 as *mut c_void, 7 as *mut c_void);
    // SAFETY: the places are there; NULL is what is tried. What comes out is taken over once.
    unsafe {
        assert_eq!(opened(None).Open(&mut first, &mut other), E_FAIL);
        assert!(first.is_null() && other.is_null());
        assert_eq!(opened(Some(&event)).Open(&mut first, null_mut()), E_POINTER);
        assert_eq!(opened(Some(&event)).Open(&mut first, &mut other), S_OK);
        assert!(other.is_null());
        drop(handle::from_raw(first).unwrap());
    }
}

/// An IOpened::Open that hands out nothing.
unsafe extern "system" fn nothing(
    _: *mut c_void,
    _: *mut *mut c_void,
    _: *mut *mut c_void,
) -> HRESULT {
    S_OK
}

#[test]
fn a_callee_without_a_handle_is_not_believed() {
    let open = |opened: &IOpened| code(opened.open());
    let answer = with_foreign(&opened(None), |it| it.Open = nothing, open);
    assert_eq!(answer, E_HANDLE);
}
