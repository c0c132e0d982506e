//! Structs that come out, and own what they point to.

use crate::raw::{self, IOwned, IPlain};
use crate::records::{OwnedNAMES, OwnedSTATUS, OwnedWHOLE};
use crate::{code, implement};
use midl_runtime::status::*;
use midl_runtime::view::Owned;
use midl_runtime::{Bstr, CoTaskCStr, CoTaskSlice, CoTaskText, WideString};
use std::ptr::null_mut;
use std::sync::Arc;
use windows_core::{BOOL, Interface, Result};

/// Counts its objects by the references to what is in it.
struct Counted {
    _references: Arc<()>,
}

impl implement::IPlain for Counted {
    fn post(&self, _: &raw::MESSAGE) -> Result<()> {
        Ok(())
    }

    fn peek(&self) -> Result<raw::MESSAGE> {
        Ok(raw::MESSAGE::default())
    }
}

/// Hands out objects that are counted.
struct Owner(Arc<()>);

impl Owner {
    fn object(&self) -> IPlain {
        IPlain::new(Counted {
            _references: Arc::clone(&self.0),
        })
    }
}

fn wide(text: &str) -> CoTaskText {
    CoTaskText::new(&WideString::new(text).unwrap()).unwrap()
}

fn names() -> OwnedNAMES {
    OwnedNAMES {
        name: Some(wide("name")),
        command: Some(CoTaskCStr::new(c"command").unwrap()),
        title: Bstr::new("title").unwrap(),
    }
}

fn no_names() -> OwnedNAMES {
    OwnedNAMES {
        name: None,
        command: None,
        title: Bstr::empty(),
    }
}

fn is_named(names: &OwnedNAMES) -> bool {
    names.name.as_deref().is_some_and(|name| *name == "name")
        && names.command.as_deref() == Some(c"command")
        && names.title == "title"
}

impl implement::IOwned for Owner {
    fn stat(&self, flags: u32) -> Result<OwnedSTATUS> {
        let (punk, len) = match flags {
            0 => (None, 0),
            1 => (Some(self.object().into()), 3),
            2 => (Some(self.object().into()), 0x1_0000),
            _ => return Err(error(E_ABORT)),
        };
        let objects = vec![punk.clone(), None];
        Ok(OwnedSTATUS {
            names: if flags == 0 { no_names() } else { names() },
            r#type: 7,
            ready: true,
            punk,
            pb: CoTaskSlice::from_vec(vec![5; len])?,
            rgpunk: CoTaskSlice::from_vec(objects)?,
        })
    }

    fn both(&self) -> Result<(OwnedWHOLE, OwnedNAMES)> {
        let whole = OwnedWHOLE {
            names: names(),
            place: wide("here"),
            plain: self.object(),
        };
        Ok((whole, no_names()))
    }

    fn count(&self) -> (u32, OwnedNAMES) {
        (3, names())
    }

    fn local(&self) -> Result<OwnedNAMES> {
        Err(error(S_FALSE))
    }
}

fn owner() -> (IOwned, Arc<()>) {
    let count = Arc::new(());
    (IOwned::new(Owner(Arc::clone(&count))), count)
}

#[test]
fn all_of_it_comes_out_and_is_freed() {
    let (owner, count) = owner();
    let status = owner.stat(1).unwrap();
    assert!(is_named(&status.names) && status.ready);
    assert_eq!((status.r#type, &*status.pb), (7, &[5, 5, 5][..]));
    assert!(status.punk.as_ref().unwrap().cast::<IPlain>().is_ok());
    assert_eq!(status.rgpunk.len(), 2);
    assert_eq!(status.punk, status.rgpunk[0]);
    assert_eq!(Arc::strong_count(&count), 3);
    drop(status);
    assert_eq!(Arc::strong_count(&count), 2);
    let (whole, other) = owner.both().unwrap();
    assert!(is_named(&whole.names) && *whole.place == "here");
    assert!(other.name.is_none() && other.title.is_empty());
    drop(whole);
    assert_eq!(Arc::strong_count(&count), 2);
    let (answer, names) = owner.count().unwrap();
    assert!(answer == 3 && is_named(&names));
}

#[test]
fn nothing_is_something_too() {
    let status = owner().0.stat(0).unwrap();
    assert!(status.names.name.is_none() && status.punk.is_none() && status.pb.is_empty());
    assert_eq!(status.r#type, 7);
    let names = owner().0.local().unwrap();
    assert!(names.name.is_none() && names.command.is_none());
}

#[test]
fn more_than_a_count_can_tell_is_not_handed_out() {
    let (owner, count) = owner();
    let mut status = raw::STATUS {
        ulType: 9,
        ..Default::default()
    };
    // SAFETY: the place is there.
    let answer = unsafe { owner.Stat(&mut status, 2) };
    assert_eq!((answer, status.ulType), (E_UNEXPECTED, 0));
    assert_eq!(Arc::strong_count(&count), 2, "it is freed");
}

#[test]
fn failures_leave_zero_behind() {
    let (owner, _) = owner();
    let mut names = raw::NAMES {
        bstrTitle: std::ptr::dangling_mut(),
        ..Default::default()
    };
    let mut status = raw::STATUS {
        fReady: BOOL(1),
        ..Default::default()
    };
    // SAFETY: the places are there, or NULL is what is tried.
    unsafe {
        assert_eq!(owner.Stat(&mut status, 3), E_ABORT);
        assert_eq!(status.fReady, BOOL(0));
        assert_eq!(owner.Stat(null_mut(), 1), E_POINTER);
        assert_eq!(owner.Both(null_mut(), &mut names), E_POINTER);
        assert!(names.bstrTitle.is_null());
        assert_eq!(owner.Count(null_mut()), 0);
    }
}

#[test]
fn what_is_missing_is_told_and_the_rest_freed() {
    let (owner, count) = owner();
    let whole = |change: fn(&mut raw::WHOLE)| {
        let (whole, _) = owner.both().unwrap();
        assert_eq!(Arc::strong_count(&count), 3);
        let mut raw = whole.into_raw();
        change(&mut raw);
        // SAFETY: the struct was just given away; NULL is what is tried.
        let code = code(unsafe { OwnedWHOLE::from_raw(raw) });
        assert_eq!(Arc::strong_count(&count), 2);
        code
    };
    assert_eq!(whole(|_| {}), S_OK);
    assert_eq!(
        whole(|raw| {
            // SAFETY: the text is ours, and nobody else takes it.
            drop(unsafe { CoTaskText::from_raw(raw.pszPlace.0) });
            raw.pszPlace.0 = null_mut();
        }),
        E_POINTER
    );
    assert_eq!(
        whole(|raw| drop(std::mem::take(&mut *raw.pPlain))),
        E_POINTER
    );
}

#[test]
fn a_count_without_elements_is_told_and_the_rest_freed() {
    let (owner, count) = owner();
    let mut raw = owner.stat(1).unwrap().into_raw();
    // SAFETY: the elements are ours, and nobody else takes them.
    drop(unsafe { CoTaskSlice::<u8>::from_raw(raw.pb, raw.cb) });
    raw.pb = null_mut();
    // SAFETY: the struct was just given away; NULL is what is tried.
    let status = unsafe { OwnedSTATUS::from_raw(raw) };
    assert_eq!(code(status), E_POINTER);
    assert_eq!(Arc::strong_count(&count), 2);
}
