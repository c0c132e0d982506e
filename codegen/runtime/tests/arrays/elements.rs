//! Arrays whose elements own something.

use crate::raw::{IElements, IElements_Vtbl};
use crate::{code, implement};
use midl_runtime::Bstr;
use midl_runtime::status::{E_FAIL, E_POINTER, E_UNEXPECTED, S_OK, error};
use std::cell::Cell;
use std::ffi::c_void;
use std::ptr::{null, null_mut};
use windows_core::{HRESULT, IUnknown, Interface, Result};

struct Elements;

thread_local! {
    /// How many elements are said to be filled; `None` is a failure.
    static FILLED: Cell<Option<usize>> = const { Cell::new(Some(1)) };
}

fn elements() -> IElements {
    IElements::new(Elements)
}

fn unknown() -> IUnknown {
    elements().into()
}

/// Fills all of it, and says what [`FILLED`] has.
fn fill<T: Clone>(buffer: &mut [T], element: T) -> Result<usize> {
    buffer.fill(element);
    FILLED.get().ok_or_else(|| error(E_FAIL))
}

impl implement::IElements for Elements {
    fn lend(&self, rgpunk: &[Option<IUnknown>]) -> Result<u32> {
        let there = rgpunk.iter().flatten();
        Ok(there.filter(|it| it.cast::<IElements>().is_ok()).count() as u32)
    }

    fn next(&self, rgpunk: &mut [Option<IUnknown>]) -> Result<usize> {
        assert!(rgpunk.iter().all(Option::is_none), "nothing unset is seen");
        fill(rgpunk, Some(unknown()))
    }

    fn next_or_so(&self, rgpunk: &mut [Option<IUnknown>]) -> Result<usize> {
        fill(rgpunk, Some(unknown()))
    }

    fn all(&self, rgpunk: &mut [Option<IUnknown>]) -> Result<()> {
        fill(rgpunk, Some(unknown())).map(|_| ())
    }

    fn perhaps(&self, rgpunk: Option<&mut [Option<IUnknown>]>) -> Result<()> {
        rgpunk.map_or(Ok(()), |buffer| self.all(buffer))
    }

    fn change(&self, rgpunk: &mut [Option<IUnknown>]) -> Result<()> {
        rgpunk.reverse();
        rgpunk[0] = Some(unknown());
        Ok(())
    }

    fn given(&self, rgpunk: &mut [Option<IUnknown>]) {
        rgpunk.fill(Some(unknown()));
        assert!(FILLED.get().is_some(), "on purpose");
    }

    fn set_names(&self, rgbstr: &[Bstr]) -> Result<u32> {
        Ok(rgbstr.iter().map(|name| name.len() as u32).sum())
    }

    fn names(&self, rgbstr: &mut [Bstr]) -> Result<usize> {
        for name in rgbstr.iter_mut() {
            *name = Bstr::new("name")?;
        }
        FILLED.get().ok_or_else(|| error(E_FAIL))
    }
}

#[test]
fn interfaces_are_lent() {
    let given = unknown();
    assert_eq!(
        elements().lend(&[Some(given.clone()), None, Some(given)]),
        Ok(2)
    );
    assert_eq!(elements().lend(&[]), Ok(0));
}

#[test]
fn interfaces_come_out_as_far_as_is_told() {
    let elements = elements();
    FILLED.set(Some(1));
    // What was in the buffer is released: a callee does not expect it.
    let mut buffer = [None, Some(unknown()), Some(unknown())];
    assert_eq!(elements.next(&mut buffer), Ok(1));
    assert!(buffer[0].is_some() && buffer[1].is_none() && buffer[2].is_none());
    assert_eq!(elements.next_or_so(&mut buffer), Ok(1));
    elements.all(&mut buffer).unwrap();
    assert!(buffer.iter().all(Option::is_some));
    elements.perhaps(None).unwrap();
    elements.perhaps(Some(&mut buffer)).unwrap();
    assert!(buffer.iter().all(Option::is_some));
    assert_eq!(elements.given(&mut buffer), Ok(()));
    assert!(buffer.iter().all(Option::is_some));
}

#[test]
fn a_failure_leaves_a_buffer_empty() {
    let elements = elements();
    let mut buffer = [Some(unknown()), None];
    for (filled, expected) in [(None, E_FAIL), (Some(3), E_UNEXPECTED)] {
        FILLED.set(filled);
        assert_eq!(code(elements.next(&mut buffer)), Some(expected));
        assert_eq!(buffer, [None, None]);
    }
    FILLED.set(None);
    assert_eq!(code(elements.all(&mut buffer)), Some(E_FAIL));
    assert_eq!(
        elements.given(&mut buffer),
        Ok(()),
        "a panic in there is told to nobody"
    );
    assert_eq!(buffer, [None, None]);
}

#[test]
fn interfaces_change_in_place() {
    let (first, second) = (unknown(), unknown());
    let mut buffer = [Some(first.clone()), Some(second)];
    elements().change(&mut buffer).unwrap();
    assert!(buffer[0].is_some() && buffer[1] == Some(first));
}

#[test]
fn counted_texts_go_both_ways() {
    let elements = elements();
    let names = [
        Bstr::new("one").unwrap(),
        Bstr::default(),
        Bstr::new("three").unwrap(),
    ];
    assert_eq!(elements.set_names(&names), Ok(8));
    FILLED.set(Some(1));
    let mut buffer = names;
    assert_eq!(elements.names(&mut buffer), Ok(1));
    assert!(buffer[0] == "name" && buffer[1].is_empty() && buffer[2].is_empty());
    FILLED.set(None);
    assert_eq!(code(elements.names(&mut buffer)), Some(E_FAIL));
    assert!(buffer.iter().all(|name| name.is_empty()));
}

#[test]
fn a_foreign_caller_finds_no_garbage() {
    let elements = elements();
    let garbage = 7 as *mut c_void;
    let mut places = [garbage; 2];
    let mut done = 7;
    FILLED.set(None);
    // SAFETY: there is room for two; NULL is what is tried.
    unsafe {
        let slots = elements.vtable();
        let this = elements.as_raw();
        assert_eq!(
            (slots.Next)(this, 2, places.as_mut_ptr(), &mut done),
            E_FAIL
        );
        assert_eq!((places, done), ([null_mut(); 2], 0));
        places = [garbage; 2];
        (slots.Given)(this, 2, places.as_mut_ptr());
        assert_eq!(places, [null_mut(); 2]);
        FILLED.set(Some(0));
        assert_eq!(
            (slots.NextOrSo)(this, 2, places.as_mut_ptr(), null_mut()),
            S_OK
        );
        assert_eq!(places, [null_mut(); 2]);
        assert_eq!((slots.Next)(this, 2, null_mut(), &mut done), E_POINTER);
        assert_eq!((slots.Perhaps)(this, 2, null_mut()), S_OK);
        assert_eq!((slots.Lend)(this, 1, null(), &mut done), E_POINTER);
    }
}

/// An IElements::Next that leaves garbage: behind what it has filled with success, everywhere without.
unsafe extern "system" fn careless(
    _: *mut c_void,
    count: u32,
    places: *mut *mut c_void,
    done: *mut u32,
) -> HRESULT {
    // SAFETY: the caller lends so many places.
    unsafe {
        for at in 0..count as usize {
            places.add(at).write(7 as *mut c_void);
        }
        match FILLED.get() {
            Some(filled) => {
                done.write(filled as u32);
                S_OK
            }
            None => E_FAIL,
        }
    }
}

#[test]
fn garbage_that_nobody_vouches_for_is_not_touched() {
    let honest = elements();
    // SAFETY: a vtable is nothing but function pointers, which may be copied.
    let mut vtable: IElements_Vtbl = unsafe { std::ptr::read(Interface::vtable(&honest)) };
    vtable.Next = careless;
    let object = &raw const vtable;
    let address: *mut c_void = (&raw const object).cast_mut().cast();
    // SAFETY: it is a pointer to a vtable, as an object is; only the function above is called, which looks at no more.
    let careless = unsafe { IElements::from_raw_borrowed(&address) }.unwrap();
    let mut buffer = [None, None];
    for (filled, expected) in [
        (None, Err(error(E_FAIL))),
        (Some(0), Ok(0)),
        (Some(3), Err(error(E_UNEXPECTED))),
    ] {
        FILLED.set(filled);
        assert_eq!(careless.next(&mut buffer), expected);
        assert_eq!(buffer, [None, None]);
    }
}
