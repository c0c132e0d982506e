//! Each rule of the generator at work: the modules of its golden files are compiled here, and an implementation in Rust is called
//! through every method, safely and as C++ would.

#[macro_use]
mod golden;

golden!("../../src/rust/golden/rules");

#[path = "rules/allocated.rs"]
mod allocated;
#[path = "rules/arrays.rs"]
mod arrays;
#[path = "rules/bstrs.rs"]
mod bstrs;
#[path = "rules/queried.rs"]
mod queried;

use midl_runtime::status::*;
use midl_runtime::{
    AsHandle, BorrowedHandle, Event, Incoming, Outgoing, OwnedHandle, Success, WideStr, WideString,
    handle,
};
use raw::{IRules, IRules2, POINT};
use std::cell::Cell;
use std::ffi::{CStr, c_void};
use std::ptr::{NonNull, null, null_mut};
use windows_core::{BOOL, Error, GUID, HRESULT, IUnknown, Interface, PCWSTR, Result};

/// The implementer's view of a BLOCK.
pub struct Block<'a>(&'a WideStr);

impl<'a> Incoming<'a> for Block<'a> {
    type Raw = raw::BLOCK;

    unsafe fn from_raw(raw: NonNull<raw::BLOCK>) -> Result<Self> {
        // SAFETY: passed on to the caller: the struct and its text live for 'a.
        let text = unsafe { WideStr::from_nullable_ptr(raw.as_ref().text) };
        text.map(Self).ok_or_else(null_text)
    }
}

fn null_text() -> Error {
    error(E_INVALIDARG)
}

/// The caller's BLOCK.
pub struct BlockToSend {
    text: WideString,
    raw: raw::BLOCK,
}

// SAFETY: the text lives as long as `self`.
unsafe impl Outgoing for BlockToSend {
    type Raw = raw::BLOCK;

    fn as_raw(&mut self) -> *mut raw::BLOCK {
        self.raw.text = self.text.as_ptr();
        &mut self.raw
    }
}

const ID: GUID = GUID::from_u128(7);

thread_local! {
    /// The code of [`Rules::partial`](implement::IRules::partial).
    static PARTIAL: Cell<HRESULT> = const { Cell::new(S_FALSE) };
}

/// Says yes to what is expected, and no, with an assertion, to anything else.
struct Rules;

impl implement::IRules for Rules {
    fn documented(&self, flags: u32) -> Result<()> {
        match flags {
            0 => Ok(()),
            1 => Err(error(S_FALSE)),
            2 => Err(error(E_ACCESSDENIED)),
            _ => panic!("on purpose"),
        }
    }

    fn scalars(&self, color: raw::COLOR, hr: HRESULT, yes: bool, hwnd: *mut c_void) -> Result<()> {
        assert_eq!((color, hr, yes, hwnd as usize), (raw::RED, E_FAIL, true, 5));
        Ok(())
    }

    fn plain(&self, pt: POINT, ppt: &POINT, other: Option<&POINT>) -> Result<()> {
        assert_eq!((pt.x, ppt.y, other.map(|other| other.x)), (1, 2, Some(3)));
        Ok(())
    }

    fn query_(&self, riid: &GUID) -> Result<()> {
        assert_eq!(*riid, ID);
        Ok(())
    }

    fn change(&self, pul: &mut u32, ppt: Option<&mut POINT>) -> Result<()> {
        *pul += 1;
        if let Some(point) = ppt {
            point.x += 1;
        }
        Ok(())
    }

    fn text(&self, text: &WideStr, more: Option<&WideStr>) -> Result<()> {
        assert_eq!(text, "text");
        assert_eq!(more.map(ToString::to_string).as_deref(), Some("more"));
        Ok(())
    }

    fn narrow(&self, text: &CStr, more: Option<&CStr>) -> Result<()> {
        assert_eq!((text, more), (c"text", None));
        Ok(())
    }

    fn objects(&self, punk: &IUnknown, outer: Option<&IUnknown>) -> Result<()> {
        assert!(punk.cast::<IRules>().is_ok() && outer.is_none());
        Ok(())
    }

    fn handles(&self, event: OwnedHandle, other: Option<BorrowedHandle<'_>>) -> Result<()> {
        Event::from(event).set()?;
        match other {
            Some(other) => Event::from(other.try_clone_to_owned()?).set(),
            None => Ok(()),
        }
    }

    fn maybe_handles(&self, event: Option<OwnedHandle>, _: BorrowedHandle<'_>) -> Result<()> {
        assert!(event.is_none());
        Ok(())
    }

    fn block(&self, block: Block<'_>) -> Result<()> {
        assert_eq!(block.0, "text");
        Ok(())
    }

    fn results(&self) -> Result<(u32, bool, POINT)> {
        Ok((1, true, POINT { x: 2, y: 3 }))
    }

    fn made(&self) -> Result<IUnknown> {
        Ok(IRules::new(Rules).into())
    }

    fn perhaps_made(&self) -> Result<Option<IUnknown>> {
        Ok(None)
    }

    fn partial(&self) -> Result<Success<u32>> {
        Ok(Success::with_code(4, PARTIAL.get()))
    }

    fn perhaps(&self) -> Result<Success> {
        Ok(S_FALSE.into())
    }

    fn name(&self) -> Result<u32> {
        Err(error(E_FAIL))
    }

    fn set_name(&self, name: u32) -> Result<()> {
        assert_eq!(name, 9);
        Ok(())
    }

    fn count(&self, color: raw::COLOR) -> u32 {
        assert_eq!(color, raw::RED);
        3
    }

    fn forget(&self) {
        panic!("on purpose");
    }

    fn count_of(&self, text: &WideStr) -> u32 {
        text.len() as u32
    }

    fn clone_(&self) -> Result<()> {
        Ok(())
    }

    fn cdecl(&self) -> Result<()> {
        Err(error(E_ABORT))
    }
}

impl implement::IRules2 for Rules {
    fn more(&self) -> Result<()> {
        Ok(())
    }
}

fn rules() -> IRules {
    IRules::new(Rules)
}

fn code<T>(result: Result<T>) -> HRESULT {
    match result {
        Ok(_) => S_OK,
        Err(error) => error.code(),
    }
}

#[test]
fn arguments_arrive() {
    let rules = rules();
    let point = |x, y| POINT { x, y };
    rules
        .scalars(raw::RED, E_FAIL, true, 5 as *mut c_void)
        .unwrap();
    rules
        .plain(point(1, 0), &point(0, 2), Some(&point(3, 0)))
        .unwrap();
    rules.query_(&ID).unwrap();
    rules.text("text", "more").unwrap();
    rules.narrow(c"text", None).unwrap();
    rules.objects(&rules.cast().unwrap(), None).unwrap();
    let mut block = BlockToSend {
        text: "text".parse().unwrap(),
        raw: raw::BLOCK::default(),
    };
    rules.block(&mut block).unwrap();
    rules.set_name(9).unwrap();
    rules.clone_().unwrap();
    assert_eq!(code(rules.cdecl()), E_ABORT);
}

#[test]
fn what_is_changed_comes_back() {
    let (mut number, mut point) = (1, POINT::default());
    rules().change(&mut number, Some(&mut point)).unwrap();
    assert_eq!((number, point.x), (2, 1));
    rules().change(&mut number, None).unwrap();
    assert_eq!(number, 3);
}

#[test]
fn handles_change_their_owner_or_not() {
    let (given, lent) = (Event::new().unwrap(), Event::new().unwrap());
    let gift = given.try_clone().unwrap().into();
    rules().handles(gift, Some(lent.as_handle())).unwrap();
    assert_eq!((given.is_set(), lent.is_set()), (Ok(true), Ok(true)));
    rules().maybe_handles(None, lent.as_handle()).unwrap();
}

#[test]
fn results_come_back() {
    let rules = rules();
    let (count, yes, point) = rules.results().unwrap();
    assert_eq!((count, yes, point.x, point.y), (1, true, 2, 3));
    assert!(rules.made().unwrap().cast::<IRules>().is_ok());
    assert_eq!(rules.perhaps_made(), Ok(None));
    assert_eq!(rules.partial(), Ok(Success::with_code(4, S_FALSE)));
    assert_eq!(rules.perhaps(), Ok(S_FALSE.into()));
    assert_eq!(code(rules.name()), E_FAIL);
    assert_eq!(rules.count(raw::RED), 3);
}

#[test]
fn codes_and_panics_are_answered() {
    let rules = rules();
    assert_eq!(rules.documented(0), Ok(()));
    assert_eq!(rules.documented(1), Ok(()), "S_FALSE is a success");
    assert_eq!(code(rules.documented(2)), E_ACCESSDENIED);
    assert_eq!(code(rules.documented(3)), E_UNEXPECTED);
    assert_eq!(
        rules.count(raw::COLOR(0)),
        0,
        "a panic where there is no HRESULT"
    );
    rules.forget();
    // SAFETY: the method asks nothing of its caller.
    assert_eq!(unsafe { rules.Documented(1) }, S_FALSE);
}

#[test]
fn a_text_with_a_zero_is_not_sent() {
    assert_eq!(code(rules().text("te\0xt", None)), E_INVALIDARG);
}

#[test]
fn null_is_refused_where_the_idl_says_so() {
    let rules = rules();
    let mut count = 7;
    let mut yes = BOOL(7);
    // SAFETY: NULL is what is tried; everything else is there.
    unsafe {
        assert_eq!(rules.Text(PCWSTR::null(), PCWSTR::null()), E_POINTER);
        assert_eq!(rules.Query(null()), E_POINTER);
        assert_eq!(rules.Plain(POINT::default(), null(), null()), E_POINTER);
        assert_eq!(rules.Change(null_mut(), null_mut()), E_POINTER);
        assert_eq!(rules.Objects(None, None), E_POINTER);
        assert_eq!(rules.Handles(null_mut(), null_mut()), E_HANDLE);
        assert_eq!(rules.Block(null_mut()), E_POINTER);
        assert_eq!(rules.Results(&mut count, &mut yes, null_mut()), E_POINTER);
        assert_eq!((count, yes), (0, BOOL(0)), "cleared all the same");
    }
}

#[test]
fn a_handle_is_closed_even_if_another_argument_is_refused() {
    let event = Event::new().unwrap();
    let gift = handle::into_raw(Some(event.try_clone().unwrap().into()));
    // SAFETY: the handle is given away; NULL is what is tried.
    let answer = unsafe { rules().MaybeHandles(gift, null_mut()) };
    assert_eq!(answer, E_HANDLE);
}

#[test]
fn results_are_cleared_on_failure() {
    let mut name = 7;
    // SAFETY: the place is there.
    assert_eq!(unsafe { rules().get_Name(&mut name) }, E_FAIL);
    assert_eq!(name, 0);
}

#[test]
fn no_result_comes_with_a_failure() {
    PARTIAL.set(E_FAIL);
    let mut count = 7;
    // SAFETY: the place is there.
    let answer = unsafe { rules().Partial(&mut count) };
    assert_eq!((answer, count), (E_FAIL, 0));
}

#[test]
fn a_view_may_refuse() {
    let mut block = raw::BLOCK::default();
    // SAFETY: the struct is there; the NULL in it is what is tried.
    assert_eq!(unsafe { rules().Block(&mut block) }, E_INVALIDARG);
}

#[test]
fn raw_methods_that_nobody_wrote_are_answered() {
    let rules = rules();
    // SAFETY: nobody looks at the pointers.
    unsafe {
        assert_eq!(rules.Any(null_mut()), E_NOTIMPL);
        assert_eq!(rules.RawCount(null_mut()), 0);
    }
}

#[test]
fn an_interface_answers_for_its_bases() {
    let more = IRules2::new(Rules);
    more.more().unwrap();
    more.documented(0).unwrap();
    let base: IRules = more.cast().unwrap();
    assert_eq!(base.count(raw::RED), 3);
    assert_eq!(base.cast::<IRules2>().as_ref(), Ok(&more));
}

/// Two interfaces on one object, one of them written the way windows-core has it.
#[windows_core::implement(raw::IRules2, raw::IAnonymous)]
struct Several(Rules);

macro_rules! forward {
    ($($name:ident($($param:ident: $ty:ty),*) -> $result:ty;)*) => {
        impl implement::IRules for Several {
            $(fn $name(&self, $($param: $ty),*) -> $result {
                implement::IRules::$name(&self.0, $($param),*)
            })*
        }
    };
}

forward! {
    documented(flags: u32) -> Result<()>;
    scalars(color: raw::COLOR, hr: HRESULT, yes: bool, hwnd: *mut c_void) -> Result<()>;
    plain(pt: POINT, ppt: &POINT, other: Option<&POINT>) -> Result<()>;
    query_(riid: &GUID) -> Result<()>;
    change(pul: &mut u32, ppt: Option<&mut POINT>) -> Result<()>;
    text(text: &WideStr, more: Option<&WideStr>) -> Result<()>;
    narrow(text: &CStr, more: Option<&CStr>) -> Result<()>;
    objects(punk: &IUnknown, outer: Option<&IUnknown>) -> Result<()>;
    handles(event: OwnedHandle, other: Option<BorrowedHandle<'_>>) -> Result<()>;
    maybe_handles(event: Option<OwnedHandle>, other: BorrowedHandle<'_>) -> Result<()>;
    block(block: Block<'_>) -> Result<()>;
    results() -> Result<(u32, bool, POINT)>;
    made() -> Result<IUnknown>;
    perhaps_made() -> Result<Option<IUnknown>>;
    partial() -> Result<Success<u32>>;
    perhaps() -> Result<Success>;
    name() -> Result<u32>;
    set_name(name: u32) -> Result<()>;
    count(color: raw::COLOR) -> u32;
    forget() -> ();
    count_of(text: &WideStr) -> u32;
    clone_() -> Result<()>;
    cdecl() -> Result<()>;
}

impl implement::IRules2 for Several {
    fn more(&self) -> Result<()> {
        Err(error(E_ABORT))
    }
}

impl raw::IAnonymous_Impl for Several_Impl {
    unsafe fn Call(&self) -> Result<()> {
        Err(error(E_ACCESSDENIED))
    }
}

#[test]
fn safe_and_hand_written_interfaces_share_an_object() {
    let object = windows_core::ComObject::new(Several(Rules));
    let more: IRules2 = object.to_interface();
    let anonymous: raw::IAnonymous = object.to_interface();
    assert_eq!(code(more.more()), E_ABORT);
    assert_eq!(more.documented(0), Ok(()));
    assert_eq!(code(anonymous.call()), E_ACCESSDENIED);
}
