//! VARIANTs, by value and by pointer, both ways. On Windows, C++ has them from Windows' own headers.

golden!("../../codegen/src/rust/golden/variants");

use self::raw::IVariants;
use crate::Test;
use crate::cpp::Cpp;
use mapi_bindings::{E_ABORT, E_FAIL, E_INVALIDARG, E_NOTIMPL, Interface, Result, S_OK};
use midl_runtime::variant::{Value, as_raw};
use midl_runtime::{Bstr, Variant};
use std::sync::Arc;
use windows_core::IUnknown;

pub const TESTS: &[Test] = &[
    ("cpp_to_rust_variants", cpp_calls_rust),
    ("rust_to_cpp_variants", rust_calls_cpp),
];

/// Tells what it is given, as the one in C++ does.
struct Variants(Arc<()>);

impl implement::IVariants for Variants {
    fn put(&self, _: &Variant) -> Result<()> {
        Err(E_NOTIMPL.into())
    }

    fn put_each(&self, _: &Variant, _: &Variant, _: Option<&Variant>) -> Result<()> {
        Err(E_NOTIMPL.into())
    }

    fn get(&self) -> Result<Variant> {
        Ok(IUnknown::from(IVariants::new(Variants(self.0.clone()))).into())
    }

    fn change(&self, value: &mut Variant) -> Result<()> {
        *value = match value.value() {
            Value::Text(text) => (text.len() as i32).into(),
            _ => Variant::null(),
        };
        Ok(())
    }

    fn exchange(&self, _: Option<&mut Variant>) -> Result<u32> {
        Err(E_NOTIMPL.into())
    }

    fn describe(&self, value: &Variant, depth: i32) -> Result<(Bstr, Variant)> {
        Ok((
            Bstr::new(&format!("{value:?} {depth}"))?,
            value.try_clone()?,
        ))
    }

    fn kind(&self, value: &Variant, other: Option<&Variant>) -> u32 {
        both(value.kind(), other.map_or(0xffff, Variant::kind))
    }

    fn invert(&self, _: bool) -> Result<bool> {
        Err(E_NOTIMPL.into())
    }

    fn kind_of(&self, value: &Variant) -> u32 {
        value.kind().into()
    }

    fn turn(&self, value: &mut Variant) -> (u32, Variant) {
        (value.kind().into(), std::mem::take(value))
    }
}

fn both(one: u16, other: u16) -> u32 {
    u32::from(one) << 16 | u32::from(other)
}

fn cpp_calls_rust(cpp: &Cpp) {
    let life = Arc::new(());
    let object = IVariants::new(Variants(life.clone()));
    let this = object.as_raw();
    let described = |value: &Variant, depth| {
        let (mut text, mut copy) = (std::ptr::null_mut(), raw::VARIANT::default());
        // SAFETY: the object and the variant are alive, and there are places for the answers, which are taken over.
        unsafe {
            let code = (cpp.0.describe_variant)(
                this,
                as_raw(value),
                depth,
                &mut text,
                (&raw mut copy).cast(),
            );
            assert_eq!(code, S_OK);
            let copy = midl_runtime::variant::Changed::new(&mut copy);
            let copy = std::mem::take(&mut *copy.unwrap().unwrap());
            (Bstr::from_raw(text).to_string(), copy)
        }
    };
    for (value, text) in [
        (Variant::from(7), "I32(7) -3"),
        (Variant::from(i64::MIN), "I64(-9223372036854775808) -3"),
        (Variant::from(1.5), "F64(1.5) -3"),
        (Variant::text("größer").unwrap(), "Text(\"größer\") -3"),
    ] {
        let (described, copy) = described(&value, -3);
        assert_eq!((described.as_str(), copy), (text, value));
    }
    let unknown = Variant::from(object.cast::<IUnknown>().unwrap());
    let (_, copy) = described(&unknown, 0);
    assert_eq!(copy, unknown);
    drop((copy, unknown));
    // SAFETY: the object and the variants are alive.
    unsafe {
        let (number, text) = (Variant::from(7), Variant::text("text").unwrap());
        let kind = |other| (cpp.0.kind_of_variant)(this, as_raw(&number), other);
        assert_eq!(kind(as_raw(&text)), both(3, 8));
        assert_eq!(kind(std::ptr::null()), both(3, 0xffff));
        let mut length = 0;
        assert_eq!((cpp.0.change_variant)(this, &mut length), S_OK);
        assert_eq!(length, 4);
        assert_eq!((cpp.0.get_variant)(this), S_OK);
    }
    assert_eq!(Arc::strong_count(&life), 2);
    assert_eq!(cpp.release(object), 0);
    assert_eq!(Arc::strong_count(&life), 1);
}

fn rust_calls_cpp(cpp: &Cpp) {
    // SAFETY: it is a new object with one reference.
    let object = unsafe { (cpp.0.new_variants)() };
    let object: IVariants = object.cast().unwrap();
    for code in [E_FAIL, E_ABORT] {
        assert_eq!(object.put(&code.0.into()), Err(code.into()));
    }
    assert_eq!(object.put(&Variant::empty()), Err(E_INVALIDARG.into()));
    let [one, two, three] = [1, 2, 3].map(Variant::from);
    let sum = |third| object.put_each(&one, &two, third).unwrap_err().code().0;
    assert_eq!((sum(Some(&three)) & 0xffff, sum(None) & 0xffff), (321, 21));

    let other = object.get().unwrap();
    assert_eq!(cpp.live_objects(), 2);
    let Value::Unknown(Some(unknown)) = other.value() else {
        panic!("{other:?} is no object");
    };
    assert_eq!(unknown.cast::<IVariants>().unwrap().invert(true), Ok(false));
    assert_eq!(object.invert(false), Ok(true));

    for value in [one, Variant::text("text").unwrap(), other] {
        let (text, copy) = object.describe(&value, 4).unwrap();
        let kind = char::from_u32(u32::from(b'0') + u32::from(value.kind())).unwrap();
        assert_eq!((text.to_string(), copy), (format!("{kind}4"), value));
    }
    assert_eq!(cpp.live_objects(), 1);

    let mut value = Variant::text("text").unwrap();
    object.change(&mut value).unwrap();
    assert_eq!(value, Variant::from(4));
    assert_eq!(object.kind(&value, Some(&two)), both(3, 3));
    assert_eq!(object.kind(&two, None), both(3, 0xffff));
    assert_eq!(object.kind_of(&two), 3);
    value = object.get().unwrap();
    let (kind, old) = object.turn(&mut value).unwrap();
    assert_eq!((kind, old.kind(), value.kind()), (13, 13, 0));
    value = old;
    assert_eq!(object.exchange(Some(&mut value)), Ok(13));
    assert_eq!(value, Variant::empty());
    assert_eq!(object.exchange(None), Ok(0xffff));
}
