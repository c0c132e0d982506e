//! Interfaces whose type an IID tells, and results that a caller need not want, called safely and as C++ would.

#[macro_use]
mod golden;

golden!("../../src/rust/golden/told");

use midl_runtime::status::{E_FAIL, E_NOINTERFACE, E_POINTER, S_OK, error};
use midl_runtime::{Bstr, WideStr};
use raw::{IPlaces, ITold};
use std::cell::Cell;
use std::ffi::c_void;
use std::ptr::{null, null_mut};
use windows_core::{BOOL, GUID, HRESULT, IUnknown, Interface, Result, w};

struct Told;

impl implement::ITold for Told {
    fn give(&self, riid: &GUID, punk: &IUnknown) -> Result<u32> {
        assert_eq!(*riid, ITold::IID);
        let address = punk.as_raw();
        // SAFETY: the IID tells that it is one.
        let told = unsafe { ITold::from_raw_borrowed(&address) }.unwrap();
        told.maybe_give::<IUnknown>(None)?;
        Ok(7)
    }

    fn maybe_give(&self, punk: Option<&IUnknown>, riid: &GUID) -> Result<()> {
        match punk {
            Some(_) => Err(error(E_FAIL)),
            None => {
                assert_eq!(*riid, IUnknown::IID);
                Ok(())
            }
        }
    }

    fn give_any(&self, riid: &GUID, pv: &IUnknown, name: &WideStr) -> Result<()> {
        assert_eq!(name, "name");
        assert!(*riid == IPlaces::IID && pv.cast::<IPlaces>().is_ok());
        Ok(())
    }

    fn pair(&self, _: &GUID) -> Result<(IUnknown, IUnknown)> {
        Ok((told().into(), told().into()))
    }

    fn both(&self, _: &GUID, _: &GUID) -> Result<(IUnknown, IUnknown)> {
        Ok((told().into(), places().into()))
    }

    fn convert(&self, riid: &GUID, punk: &IUnknown, to: &GUID) -> Result<IUnknown> {
        assert_ne!(riid, to);
        Ok(punk.clone())
    }
}

fn told() -> ITold {
    ITold::new(Told)
}

struct Places;

thread_local! {
    /// What [`Places::swap`](implement::IPlaces::swap) leaves.
    static NEXT: Cell<Option<IUnknown>> = const { Cell::new(None) };
}

impl implement::IPlaces for Places {
    fn swap(&self, punk: &mut Option<IUnknown>) -> Result<()> {
        let before = std::mem::replace(punk, NEXT.take());
        NEXT.set(before);
        Ok(())
    }

    fn unwanted(&self) -> Result<(u32, bool, Bstr, IUnknown)> {
        Ok((7, true, Bstr::new("text")?, told().into()))
    }

    fn asked(&self, _: &GUID) -> Result<IUnknown> {
        Ok(told().into())
    }

    fn told(&self) -> (u32, Option<IUnknown>) {
        (7, Some(told().into()))
    }

    fn layout(&self, hkl: *mut c_void) -> Result<*mut c_void> {
        Ok(hkl)
    }
}

fn places() -> IPlaces {
    IPlaces::new(Places)
}

#[test]
fn the_type_is_the_iid() {
    let object = told();
    assert_eq!(object.give(&told()), Ok(7));
    assert_eq!(object.maybe_give::<IUnknown>(None), Ok(()));
    assert_eq!(code(object.maybe_give(Some(&told()))), Some(E_FAIL));
    assert_eq!(object.give_any(&places(), "name"), Ok(()));
    let (one, other) = object.pair::<ITold>().unwrap();
    assert_ne!(one, other);
    let (_, places) = object.both::<ITold, IPlaces>().unwrap();
    assert_eq!(code(object.both::<IPlaces, IPlaces>()), Some(E_NOINTERFACE));
    let unknown: IUnknown = object.convert(&places).unwrap();
    assert_eq!(unknown, places.into());
}

#[test]
fn null_is_no_interface() {
    let object = told();
    let mut kind = 7;
    // SAFETY: NULL is what is tried.
    unsafe {
        assert_eq!(object.Give(&ITold::IID, None, &mut kind), E_POINTER);
        assert_eq!(object.Give(null(), &object, &mut kind), E_POINTER);
        assert_eq!(
            object.GiveAny(&ITold::IID, null_mut(), w!("name")),
            E_POINTER
        );
        assert_eq!(object.MaybeGive(None, &IUnknown::IID), S_OK);
    }
}

#[test]
fn an_interface_is_replaced_in_place() {
    let object = places();
    let (first, second): (IUnknown, IUnknown) = (told().into(), told().into());
    NEXT.set(Some(second.clone()));
    let mut place = Some(first.clone());
    object.swap(&mut place).unwrap();
    assert_eq!((place.as_ref(), NEXT.take()), (Some(&second), Some(first)));
    object.swap(&mut place).unwrap();
    assert_eq!((place, NEXT.take()), (None, Some(second)));
    // SAFETY: NULL is what is tried.
    let answer = unsafe { (object.vtable().Swap)(object.as_raw(), null_mut()) };
    assert_eq!(answer, E_POINTER);
}

#[test]
fn a_caller_in_rust_wants_everything() {
    let object = places();
    let (number, truth, text, unknown) = object.unwanted().unwrap();
    assert!(number == 7 && truth && text == "text" && unknown.cast::<ITold>().is_ok());
    assert!(object.asked::<ITold>().is_ok());
    assert_eq!(code(object.asked::<IPlaces>()), Some(E_NOINTERFACE));
    assert!(matches!(object.told(), (7, Some(_))));
    assert_eq!(object.layout(9 as *mut c_void), Ok(9 as *mut c_void));
}

#[test]
fn a_foreign_caller_need_not() {
    let object = places();
    let (mut number, mut truth) = (0, BOOL(0));
    // SAFETY: NULL means that the result is not wanted; the other places are there.
    unsafe {
        let (slots, this) = (object.vtable(), object.as_raw());
        let nobody = null_mut();
        assert_eq!(
            (slots.Unwanted)(this, &mut number, null_mut(), null_mut(), nobody),
            S_OK
        );
        assert_eq!(
            (slots.Unwanted)(this, null_mut(), &mut truth, null_mut(), nobody),
            S_OK
        );
        assert_eq!((number, truth), (7, BOOL(1)));
        assert_eq!((slots.Asked)(this, &ITold::IID, null_mut()), S_OK);
        number = 0;
        (slots.Told)(this, &mut number, null_mut());
        assert_eq!(number, 7);
        (slots.Told)(this, null_mut(), null_mut());
    }
}

fn code<T>(result: Result<T>) -> Option<HRESULT> {
    result.err().map(|error| error.code())
}
