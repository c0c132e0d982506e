//! What is handed out by its IID.

use crate::raw::{IQueried, IRules, IRules2};
use crate::{Rules, code, implement};
use midl_runtime::WideStr;
use midl_runtime::status::*;
use std::ffi::c_void;
use std::ptr::{null, null_mut};
use std::sync::Arc;
use windows_core::{GUID, IUnknown, Interface, PCWSTR, Result};

/// Hands out objects that have IRules, and are counted.
#[derive(Default)]
struct Queried {
    alive: Arc<()>,
    empty: bool,
}

struct Counted {
    _alive: Arc<()>,
    queried: Queried,
}

impl implement::IQueried for Counted {
    fn open(&self, name: &WideStr, riid: &GUID) -> Result<IUnknown> {
        implement::IQueried::open(&self.queried, name, riid)
    }

    fn find(&self, riid: &GUID) -> Result<(Option<IUnknown>, u32)> {
        implement::IQueried::find(&self.queried, riid)
    }
}

impl implement::IQueried for Queried {
    fn open(&self, name: &WideStr, riid: &GUID) -> Result<IUnknown> {
        match name.to_string().as_str() {
            "rules" => Ok(IRules::new(Rules).into()),
            "counted" => {
                assert_eq!(*riid, IQueried::IID);
                let counted = Counted {
                    _alive: self.alive.clone(),
                    queried: Queried::default(),
                };
                Ok(IQueried::new(counted).into())
            }
            "locked" => Err(error(E_ACCESSDENIED)),
            "nothing" => Err(error(S_FALSE)),
            _ => panic!("on purpose"),
        }
    }

    fn find(&self, _: &GUID) -> Result<(Option<IUnknown>, u32)> {
        let found = (!self.empty).then(|| IRules::new(Rules).into());
        Ok((found, 7))
    }
}

fn queried() -> IQueried {
    IQueried::new(Queried::default())
}

#[test]
fn the_type_says_what_is_asked_for() {
    let rules: IRules = queried().open("rules").unwrap();
    rules.documented(0).unwrap();
    let rules = queried().open::<IUnknown>("rules").unwrap();
    assert!(rules.cast::<IRules>().is_ok());
    let (found, count) = queried().find::<IRules>().unwrap();
    found.unwrap().documented(0).unwrap();
    assert_eq!(count, 7);
}

#[test]
fn an_object_without_the_interface_is_no_answer() {
    assert_eq!(code(queried().open::<IRules2>("rules")), E_NOINTERFACE);
    assert_eq!(code(queried().find::<IRules2>()), E_NOINTERFACE);
    assert_eq!(code(queried().open::<IRules>("locked")), E_ACCESSDENIED);
    assert_eq!(code(queried().open::<IRules>("panic")), E_UNEXPECTED);
}

#[test]
fn nothing_may_be_found() {
    let empty = Queried {
        empty: true,
        ..Queried::default()
    };
    let (found, count) = IQueried::new(empty).find::<IRules>().unwrap();
    assert!(found.is_none());
    assert_eq!(count, 7);
}

#[test]
fn references_are_given_back() {
    let queried = Queried::default();
    let alive = queried.alive.clone();
    let queried = IQueried::new(queried);
    let counted: IQueried = queried.open("counted").unwrap();
    assert_eq!(Arc::strong_count(&alive), 3);
    drop(counted);
    assert_eq!(Arc::strong_count(&alive), 2);
    drop(queried);
    assert_eq!(Arc::strong_count(&alive), 1);
}

#[test]
fn the_place_is_null_after_every_failure() {
    let queried = queried();
    let name = windows_core::HSTRING::from("rules");
    let (rules, other) = (IRules::IID, IRules2::IID);
    let mut place = 7 as *mut c_void;
    // SAFETY: NULL is what is tried; everything else is there.
    unsafe {
        let answer = queried.Open(PCWSTR(name.as_ptr()), &other, &mut place);
        assert_eq!((answer, place), (E_NOINTERFACE, null_mut()));
        place = 7 as *mut c_void;
        let answer = queried.Open(PCWSTR(name.as_ptr()), null(), &mut place);
        assert_eq!((answer, place), (E_POINTER, null_mut()));
        place = 7 as *mut c_void;
        let answer = queried.Open(PCWSTR::null(), &rules, &mut place);
        assert_eq!((answer, place), (E_POINTER, null_mut()));
        let answer = queried.Open(PCWSTR(name.as_ptr()), &rules, null_mut());
        assert_eq!(answer, E_POINTER);
    }
}

#[test]
fn no_success_comes_without_the_interface() {
    let name = windows_core::HSTRING::from("nothing");
    let mut place = null_mut();
    // SAFETY: everything is there.
    let answer = unsafe { queried().Open(PCWSTR(name.as_ptr()), &IRules::IID, &mut place) };
    assert_eq!((answer, place), (E_UNEXPECTED, null_mut()));
}

#[test]
fn no_result_is_stored_where_a_query_fails() {
    let mut found = None;
    let mut count = 9;
    // SAFETY: the places are there, and hold nothing that would have to be released.
    let answer = unsafe { queried().Find(&mut found, &IRules2::IID, &mut count) };
    assert_eq!((answer, count), (E_NOINTERFACE, 0));
    assert!(found.is_none());
    let mut found = None;
    // SAFETY: as above.
    let answer = unsafe { queried().Find(&mut found, &IRules::IID, &mut count) };
    assert_eq!((answer, count), (S_OK, 7));
    assert!(found.is_some());
}
