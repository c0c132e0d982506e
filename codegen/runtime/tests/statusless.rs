//! Methods that return no HRESULT, called safely and as C++ would.

#[macro_use]
mod golden;

golden!("../../src/rust/golden/statusless");

use midl_runtime::status::{E_INVALIDARG, E_UNEXPECTED};
use midl_runtime::{AsHandle, BorrowedHandle, Bstr, CoTaskText, Event, WideStr, WideString};
use raw::{IStatusless, IStatusless_Vtbl, POINT};
use std::cell::Cell;
use std::ffi::c_void;
use std::ptr::{null, null_mut};
use windows_core::{BOOL, GUID, HRESULT, IUnknown, Interface, PCWSTR, PWSTR, Result};

struct Statusless;

thread_local! {
    /// How often user code has run.
    static CALLS: Cell<u32> = const { Cell::new(0) };
}

fn called() {
    CALLS.set(CALLS.get() + 1);
}

impl implement::IStatusless for Statusless {
    fn is_same(&self, punk: &IUnknown) -> bool {
        called();
        punk.cast::<IStatusless>().is_ok()
    }

    fn is_ready(&self) -> bool {
        true
    }

    fn draw(&self, ppt: &POINT, other: Option<&POINT>, fill: bool) {
        called();
        assert_eq!((ppt.x, other.map(|other| other.y), fill), (1, None, true));
    }

    fn measure(&self, text: &WideStr) -> (u32, POINT) {
        called();
        let length = text.len() as u32;
        (length, POINT { x: length, y: 1 })
    }

    fn sum(&self, rgul: &[u32]) -> u32 {
        called();
        rgul.iter().sum()
    }

    fn fill(&self, rgul: &mut [u32]) -> (u32, usize) {
        called();
        match rgul {
            [] => (7, 1),
            [first, ..] => {
                *first = 5;
                (7, 1)
            }
        }
    }

    fn get_owner(&self) -> Option<IUnknown> {
        Some(IStatusless::new(Statusless).into())
    }

    fn find(&self, riid: &GUID) -> (bool, Option<IUnknown>, u32) {
        called();
        let found = (*riid != GUID::zeroed()).then(|| IStatusless::new(Statusless).into());
        (true, found, 3)
    }

    fn get_name(&self) -> (Option<WideString>, Bstr) {
        called();
        (None, Bstr::new("title").unwrap())
    }

    fn note(&self, text: &WideStr) {
        called();
        assert_ne!(text, "panic");
    }

    fn give(&self, event: BorrowedHandle<'_>) {
        called();
        Event::from(event.try_clone_to_owned().unwrap())
            .set()
            .unwrap();
    }

    fn attach(&self, punk: &IUnknown) {
        called();
        assert!(punk.cast::<IStatusless>().is_ok());
    }
}

fn object() -> IStatusless {
    IStatusless::new(Statusless)
}

fn code<T>(result: Result<T>) -> Option<HRESULT> {
    result.err().map(|error| error.code())
}

#[test]
fn values_come_back_beside_results() {
    let object = object();
    assert!(object.is_same(&object.cast().unwrap()));
    assert!(object.is_ready());
    object.draw(&POINT { x: 1, y: 0 }, None, true);
    let (length, size) = object.measure("text").unwrap();
    assert_eq!((length, size.x, size.y), (4, 4, 1));
    assert_eq!(object.sum(&[1, 2]), Ok(3));
    let mut numbers = [0; 2];
    assert_eq!(object.fill(&mut numbers), Ok((7, 1)));
    assert_eq!(numbers, [5, 0]);
    assert!(object.get_owner().unwrap().cast::<IStatusless>().is_ok());
    let (found, itself, index) = object.find::<IStatusless>();
    assert!(found && itself.is_some() && index == 3);
    let (name, title) = object.get_name();
    assert!(name.is_none() && title == "title");
    let event = Event::new().unwrap();
    object.give(event.as_handle());
    assert_eq!(event.is_set(), Ok(true));
}

#[test]
fn what_the_caller_itself_gets_wrong_is_an_error() {
    let object = object();
    CALLS.set(0);
    assert_eq!(code(object.measure("te\0xt")), Some(E_INVALIDARG));
    assert_eq!(code(object.note("te\0xt")), Some(E_INVALIDARG));
    assert_eq!(CALLS.get(), 0);
}

#[test]
fn a_broken_contract_runs_no_code_and_clears_all_results() {
    let object = object();
    let garbage = || 7 as *mut c_void;
    let (mut size, mut number, mut place) = (POINT { x: 7, y: 7 }, 7, garbage());
    let iid = IStatusless::IID;
    CALLS.set(0);
    // SAFETY: NULL is what is tried; everything else is there.
    unsafe {
        assert_eq!(object.IsSame(None), BOOL(0));
        object.Draw(null(), null(), true);
        assert_eq!(object.Measure(PCWSTR::null(), &mut size), 0);
        assert_eq!((size.x, size.y), (0, 0));
        object.Sum(2, null(), &mut number);
        assert_eq!(number, 0);
        object.Sum(0, null(), null_mut());
        number = 7;
        assert_eq!(object.Fill(1, null_mut(), &mut number), 0);
        assert_eq!(number, 0);
        object.GetOwner(null_mut());
        number = 7;
        assert_eq!(object.Find(&iid, null_mut(), &mut number), BOOL(0));
        assert_eq!(number, 0, "cleared though the place before it is missing");
        assert_eq!(object.Find(null(), &mut place, &mut number), BOOL(0));
        assert!(place.is_null());
        let mut title = garbage().cast();
        object.GetName(null_mut(), &mut title);
        assert!(title.is_null());
        object.Note(PCWSTR::null());
        object.Give(null_mut());
    }
    assert_eq!(CALLS.get(), 0);
}

#[test]
fn what_cannot_be_handed_out_is_not() {
    let object = object();
    let (mut number, mut place) = (7, null_mut());
    // SAFETY: the places are there.
    unsafe {
        let unknown_to_it = GUID::from_u128(9);
        assert_eq!(
            object.Find(&unknown_to_it, &mut place, &mut number),
            BOOL(0)
        );
        assert!(place.is_null());
        assert_eq!(number, 0);
        number = 7;
        assert_eq!(object.Fill(0, null_mut(), &mut number), 0);
        assert_eq!(
            number, 0,
            "an implementation that claims too much is not believed"
        );
        object.Note(windows_core::w!("panic"));
    }
    assert_eq!(code(object.fill(&mut [])), None);
}

/// An IStatusless::Fill that says it has written ten numbers, and an IStatusless::GetName that writes nothing.
unsafe extern "system" fn boast(_: *mut c_void, _: u32, _: *mut u32, done: *mut u32) -> u32 {
    // SAFETY: the caller lends the place.
    unsafe { done.write(10) };
    1
}

unsafe extern "system" fn nothing(_: *mut c_void, _: *mut PWSTR, _: *mut *mut u16) {}

#[test]
fn a_callee_that_claims_too_much_is_not_believed() {
    let honest = object();
    // SAFETY: a vtable is nothing but function pointers, which may be copied.
    let mut vtable: IStatusless_Vtbl = unsafe { std::ptr::read(Interface::vtable(&honest)) };
    vtable.Fill = boast;
    vtable.GetName = nothing;
    let object = &raw const vtable;
    let address: *mut c_void = (&raw const object).cast_mut().cast();
    // SAFETY: it is a pointer to a vtable, as an object is; only the functions above are called, which look at no more.
    let boaster = unsafe { IStatusless::from_raw_borrowed(&address) }.unwrap();
    assert_eq!(code(boaster.fill(&mut [0; 3])), Some(E_UNEXPECTED));
    let (name, title): (Option<CoTaskText>, Bstr) = boaster.get_name();
    assert!(name.is_none() && title.is_empty());
}

#[test]
fn an_interface_that_is_missing_is_not_attached() {
    let object = object();
    let before = CALLS.get();
    object.attach(&object.cast().unwrap());
    assert_eq!(CALLS.get(), before + 1);
    // SAFETY: NULL is what is tried.
    unsafe { object.Attach(None) };
    assert_eq!(CALLS.get(), before + 1);
}
