//! Variants in every way that they are passed: the modules of the generator's golden files are compiled here, and an
//! implementation in Rust is called through every method, safely and as C++ would.

#[macro_use]
mod golden;

golden!("../../src/rust/golden/variants");

use midl_runtime::status::*;
use midl_runtime::variant::{Changed, Lent, OutVariant, Value, kinds::*};
use midl_runtime::{Bstr, Variant};
use raw::{IVariants, VARIANT};
use std::mem::{replace, take};
use std::ptr::null_mut;
use std::sync::Arc;
use windows_core::{HRESULT, IUnknown, Result};

/// Lives as long as something of the test refers to it.
type Life = Arc<()>;

/// Answers with what it was given.
struct Variants(Life);

impl implement::IVariants for Variants {
    fn put(&self, value: &Variant) -> Result<()> {
        match value.value() {
            Value::Text(text) if *text == "panic" => panic!("on purpose"),
            Value::Text(text) if *text == "text" => Ok(()),
            Value::Other(kind) if kind == VT_BYREF | VT_I4 => Err(error(E_ACCESSDENIED)),
            _ => Err(error(E_INVALIDARG)),
        }
    }

    fn put_each(&self, first: &Variant, second: &Variant, third: Option<&Variant>) -> Result<()> {
        let numbers = [Some(first), Some(second), third].map(|it| it.map(Variant::value));
        let expected = [1, 2, 3].map(|number| Some(Value::I32(number)));
        match (numbers == expected, third) {
            (true, _) => Ok(()),
            (false, None) => Err(error(E_ABORT)),
            (false, Some(_)) => Err(error(E_INVALIDARG)),
        }
    }

    fn get(&self) -> Result<Variant> {
        let object = IVariants::new(Variants(self.0.clone()));
        Ok(IUnknown::from(object).into())
    }

    fn change(&self, value: &mut Variant) -> Result<()> {
        let number = match value.value() {
            Value::I32(number) => number,
            Value::Text(text) => text.len() as i32,
            _ => {
                *value = Variant::text("failure")?;
                return Err(error(E_FAIL));
            }
        };
        *value = Variant::text(&number.to_string())?;
        assert_ne!(number, 13, "on purpose");
        Ok(())
    }

    fn exchange(&self, value: Option<&mut Variant>) -> Result<u32> {
        let Some(value) = value else {
            return Err(error(S_FALSE));
        };
        Ok(take(value).kind().into())
    }

    fn describe(&self, value: &Variant, depth: i32) -> Result<(Bstr, Variant)> {
        let text = format!("{value:?}, {depth} deep");
        Ok((Bstr::new(&text)?, value.try_clone()?))
    }

    fn kind(&self, value: &Variant, other: Option<&Variant>) -> u32 {
        assert_ne!(value.kind(), VT_NULL, "on purpose");
        u32::from(value.kind()) << 16 | u32::from(other.map_or(0xffff, Variant::kind))
    }

    fn invert(&self, value: bool) -> Result<bool> {
        Ok(!value)
    }

    fn kind_of(&self, value: &Variant) -> u32 {
        value.kind().into()
    }

    fn turn(&self, value: &mut Variant) -> (u32, Variant) {
        let old = replace(value, Variant::null());
        assert_ne!(old.kind(), VT_NULL, "on purpose");
        (old.kind().into(), old)
    }
}

fn variants() -> (Life, IVariants) {
    let life = Life::default();
    (life.clone(), IVariants::new(Variants(life)))
}

fn code<T>(result: Result<T>) -> HRESULT {
    match result {
        Ok(_) => S_OK,
        Err(error) => error.code(),
    }
}

/// What a foreign caller has on its stack.
fn foreign(kind: u16, bits: i64) -> VARIANT {
    let mut variant = VARIANT {
        vt: kind,
        ..VARIANT::default()
    };
    variant.Anonymous.llVal = bits;
    variant
}

/// Takes over what a foreign caller was given.
fn owned(variant: &mut VARIANT) -> Variant {
    // SAFETY: it holds what its kind says; it is emptied, so that it is taken over once.
    let mut changed = unsafe { Changed::new(variant) }.unwrap().unwrap();
    take(&mut *changed)
}

#[test]
fn what_is_lent_arrives_and_stays() {
    let (_, object) = variants();
    let text = Variant::text("text").unwrap();
    assert_eq!(object.put(&text), Ok(()));
    assert_eq!(text, Variant::text("text").unwrap(), "only lent");
    assert_eq!(
        code(object.put(&Variant::text("panic").unwrap())),
        E_UNEXPECTED
    );
    assert_eq!(code(object.put(&Variant::empty())), E_INVALIDARG);
    let [one, two, three] = [1, 2, 3].map(Variant::from);
    assert_eq!(object.put_each(&one, &two, Some(&three)), Ok(()));
    assert_eq!(code(object.put_each(&one, &two, None)), E_ABORT);
    assert_eq!(
        code(object.put_each(&two, &one, Some(&three))),
        E_INVALIDARG
    );
}

#[test]
fn what_comes_out_is_the_callers() {
    let (life, object) = variants();
    let copy = object.get().unwrap();
    assert_eq!(Arc::strong_count(&life), 3);
    let (text, again) = object.describe(&copy, 7).unwrap();
    assert!(
        text.to_string().starts_with("Unknown(Some(IUnknown("),
        "{text}"
    );
    assert_eq!(again, copy);
    drop((copy, again));
    assert_eq!(Arc::strong_count(&life), 2);
    let (text, copy) = object
        .describe(&Variant::text("text").unwrap(), -1)
        .unwrap();
    assert_eq!(text, "Text(\"text\"), -1 deep");
    assert_eq!(copy, Variant::text("text").unwrap());
}

#[test]
fn what_is_changed_comes_back() {
    let (_, object) = variants();
    let mut value = Variant::from(7);
    assert_eq!(object.change(&mut value), Ok(()));
    assert_eq!(value, Variant::text("7").unwrap());
    assert_eq!(object.change(&mut value), Ok(()));
    assert_eq!(value, Variant::text("1").unwrap());
    value = Variant::null();
    assert_eq!(code(object.change(&mut value)), E_FAIL);
    assert_eq!(value, Variant::text("failure").unwrap());
    value = Variant::from(13);
    assert_eq!(code(object.change(&mut value)), E_UNEXPECTED);
    assert_eq!(value, Variant::text("13").unwrap());
    assert_eq!(object.exchange(Some(&mut value)), Ok(VT_BSTR.into()));
    assert_eq!(value, Variant::empty());
    assert_eq!(object.exchange(None), Ok(0));
}

#[test]
fn variants_pass_where_there_is_no_hresult() {
    let (_, object) = variants();
    let kinds = |value: Variant, other: Option<&Variant>| object.kind(&value, other);
    assert_eq!(kinds(Variant::from(7), None), 3 << 16 | 0xffff);
    assert_eq!(
        kinds(Variant::from(true), Some(&Variant::null())),
        11 << 16 | 1
    );
    assert_eq!(kinds(Variant::null(), None), 0, "a panic");
    let mut value = Variant::text("text").unwrap();
    assert_eq!(object.kind_of(&value), VT_BSTR.into());
    let text = Variant::text("text").unwrap();
    assert_eq!(object.turn(&mut value), Ok((VT_BSTR.into(), text)));
    assert_eq!(value, Variant::null());
    assert_eq!(
        object.turn(&mut value),
        Ok((0, Variant::empty())),
        "a panic"
    );
    let mut old = foreign(0x7777, 8);
    // SAFETY: the place is there; NULL is what is tried.
    unsafe {
        assert_eq!(object.KindOf(null_mut()), 0);
        assert_eq!(object.Turn(null_mut(), &mut old), 0);
        assert_eq!(old.vt, VT_EMPTY);
    }
}

#[test]
fn truth_goes_there_and_back() {
    let (_, object) = variants();
    assert_eq!(
        (object.invert(true), object.invert(false)),
        (Ok(false), Ok(true))
    );
    let mut result = 7;
    let answers = [(0, -1), (-1, 0), (1, 0)].map(|(value, expected)| {
        // SAFETY: the place is there.
        let answer = unsafe { object.Invert(value, &mut result) };
        (answer, replace(&mut result, 7), expected)
    });
    for (answer, result, expected) in answers {
        assert_eq!((answer, result), (S_OK, expected));
    }
}

#[test]
fn a_foreign_caller_keeps_what_it_lends() {
    let (_, object) = variants();
    let text = Bstr::new("text").unwrap();
    let mut value = foreign(VT_BSTR, 0);
    value.Anonymous.bstrVal = text.as_raw();
    // SAFETY: the text outlives the calls.
    unsafe {
        assert_eq!(object.Put(&value), S_OK);
        assert_eq!(object.Put(&value), S_OK);
    }
    assert_eq!(text, "text");
    let numbers = [1, 2, 3].map(|number| foreign(VT_I4, number));
    let [one, mut two, mut three] = numbers;
    // SAFETY: what is pointed to is there; NULL is what is tried.
    unsafe {
        assert_eq!(object.PutEach(&one, &mut two, &mut three), S_OK);
        assert_eq!(object.PutEach(&one, &mut two, null_mut()), E_ABORT);
        assert_eq!(object.PutEach(&one, null_mut(), &mut three), E_POINTER);
        assert_eq!(
            object.PutEach(std::ptr::null(), &mut two, &mut three),
            E_POINTER
        );
    }
}

#[test]
fn places_hold_nothing_unless_something_comes_out() {
    let (life, object) = variants();
    let garbage = || foreign(0x7777, 0x7777_7777);
    let (mut value, mut text) = (garbage(), null_mut());
    // SAFETY: the places are there, or NULL, which is tried; what comes out is taken over once.
    unsafe {
        assert_eq!(object.Get(null_mut()), E_POINTER);
        assert_eq!(object.Get(&mut value), S_OK);
        assert_eq!(value.vt, VT_UNKNOWN);
        drop(owned(&mut value));
        assert_eq!(Arc::strong_count(&life), 2);
        value = garbage();
        let lent = foreign(VT_BYREF | VT_I4, 8);
        assert_eq!(
            object.Describe(&lent, 1, &mut text, &mut value),
            DISP_E_BADVARTYPE
        );
        assert_eq!((value.vt, text), (VT_EMPTY, null_mut()));
        value = garbage();
        assert_eq!(object.Describe(&lent, 1, null_mut(), &mut value), E_POINTER);
        assert_eq!(object.Describe(&lent, 1, &mut text, null_mut()), E_POINTER);
    }
}

#[test]
fn a_foreign_callers_variable_is_replaced() {
    let (_, object) = variants();
    // SAFETY: the places are there, or NULL, which is tried; what is in them is taken over once.
    unsafe {
        let mut value = foreign(VT_I4, 7);
        assert_eq!(object.Change(&mut value), S_OK);
        assert_eq!(object.Change(&mut value), S_OK);
        assert_eq!(owned(&mut value), Variant::text("1").unwrap());
        value = foreign(VT_I4, 13);
        assert_eq!(object.Change(&mut value), E_UNEXPECTED);
        assert_eq!(
            owned(&mut value),
            Variant::text("13").unwrap(),
            "put back before the panic"
        );
        assert_eq!(object.Change(null_mut()), E_POINTER);
        let mut kind = 7;
        assert_eq!(object.Exchange(null_mut(), &mut kind), S_FALSE);
        value = foreign(VT_BYREF | VT_I4, 8);
        assert_eq!(object.Exchange(&mut value, &mut kind), DISP_E_BADVARTYPE);
        assert_eq!(
            (value.vt, value.Anonymous.llVal, kind),
            (VT_BYREF | VT_I4, 8, 0)
        );
    }
}

#[test]
fn a_reference_to_a_variable_is_lent_and_not_kept() {
    let (_, object) = variants();
    let lent = foreign(VT_BYREF | VT_I4, 8);
    // SAFETY: nothing follows the address, which is what is tried.
    unsafe {
        assert_eq!(object.Put(&lent), E_ACCESSDENIED);
        assert_eq!(object.Kind(&lent, &lent), 0x4003_4003);
        // It can be lent on.
        let lent = Lent::by_value(&lent);
        assert_eq!(code(object.put(&lent)), E_ACCESSDENIED);
    }
}

/// A callee that keeps no rule.
#[windows_core::implement(IVariants)]
struct Careless;

impl raw::IVariants_Impl for Careless_Impl {
    unsafe fn Put(&self, _: &VARIANT) -> Result<()> {
        Ok(())
    }
    unsafe fn PutEach(&self, _: *const VARIANT, _: *mut VARIANT, _: *mut VARIANT) -> Result<()> {
        Ok(())
    }
    unsafe fn Get(&self, place: *mut VARIANT) -> Result<()> {
        // SAFETY: the caller lends a place.
        unsafe { place.write(foreign(VT_BYREF | VT_I4, 8)) };
        Ok(())
    }
    unsafe fn Change(&self, place: *mut VARIANT) -> Result<()> {
        // SAFETY: the caller lends a place.
        unsafe { place.write(foreign(VT_BYREF | VT_I4, 8)) };
        Err(error(E_FAIL))
    }
    unsafe fn Exchange(&self, place: *mut VARIANT, _: *mut u32) -> Result<()> {
        // SAFETY: the caller lends a place.
        unsafe { place.write(foreign(VT_BYREF | VT_I4, 8)) };
        Ok(())
    }
    unsafe fn Describe(
        &self,
        _: &VARIANT,
        _: i32,
        _: *mut *mut u16,
        out: *mut VARIANT,
    ) -> Result<()> {
        // Freed, and left there with a failure.
        let text = Bstr::new("text")?;
        // SAFETY: the caller lends a place.
        unsafe { OutVariant::new(out) }?.write(Variant::empty());
        let mut dangling = foreign(VT_BSTR, 0);
        dangling.Anonymous.bstrVal = text.as_raw();
        // SAFETY: as above.
        unsafe { out.write(dangling) };
        Err(error(E_FAIL))
    }
    unsafe fn Kind(&self, _: &VARIANT, _: *const VARIANT) -> u32 {
        0
    }
    unsafe fn Invert(&self, _: i16, _: *mut i16) -> Result<()> {
        Ok(())
    }
    unsafe fn PutMany(&self, _: u32, _: *mut VARIANT) -> Result<()> {
        Ok(())
    }
    unsafe fn Unwanted(&self, _: *mut VARIANT) -> Result<()> {
        Ok(())
    }
    unsafe fn KindOf(&self, _: *mut VARIANT) -> u32 {
        0
    }
    unsafe fn Turn(&self, _: *mut VARIANT, place: *mut VARIANT) -> u32 {
        // SAFETY: the caller lends a place.
        unsafe { place.write(foreign(VT_BYREF | VT_I4, 8)) };
        7
    }
}

#[test]
fn nothing_careless_reaches_a_safe_caller() {
    let object: IVariants = Careless.into();
    assert_eq!(code(object.get()), DISP_E_BADVARTYPE);
    assert_eq!(code(object.describe(&Variant::empty(), 0)), E_FAIL);
    let mut value = Variant::from(7);
    assert_eq!(code(object.change(&mut value)), E_FAIL);
    assert_eq!(value.value(), Value::Empty);
    assert_eq!(code(object.exchange(Some(&mut value))), DISP_E_BADVARTYPE);
    assert_eq!(value.value(), Value::Empty);
    assert_eq!(object.invert(true), Ok(false));
    assert_eq!(code(object.turn(&mut value)), DISP_E_BADVARTYPE);
}
