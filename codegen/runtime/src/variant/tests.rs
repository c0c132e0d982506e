use super::*;
use crate::object::{Implement, Object};
use crate::status::{E_FAIL, E_NOINTERFACE};
use std::ptr;
use std::sync::Arc;
use windows_core::interface;

#[interface("6b1f8a1e-9b0c-4c7c-8d39-51f27e0b8a05")]
unsafe trait INothing: IUnknown {}

/// Known by the IID of `IDispatch`, and nothing else of it.
#[interface("00020400-0000-0000-c000-000000000046")]
unsafe trait IDispatch: IUnknown {}

/// What an object holds as long as it is alive.
type Life = Arc<()>;

macro_rules! object {
    ($interface:ident, $trait:ident, $vtable:ident) => {
        impl<O> $trait for O where O: windows_core::IUnknownImpl<Impl = Life> {}

        // SAFETY: the vtable is windows-core's own for this object, whose interface pointer is at its start.
        unsafe impl Implement<Life> for $interface {
            const VTABLE: &'static $vtable = &$vtable::new::<Object<Self, Life>, 0>();

            fn answers(iid: &GUID) -> bool {
                $vtable::matches(iid)
            }
        }
    };
}

object!(INothing, INothing_Impl, INothing_Vtbl);
object!(IDispatch, IDispatch_Impl, IDispatch_Vtbl);

/// The struct as somebody else has it.
#[repr(C)]
#[derive(Clone, Copy)]
struct Raw {
    kind: u16,
    head: [u16; 3],
    body: [i64; BODY],
}

const BODY: usize = (size_of::<Variant>() - 8) / 8;

fn raw(kind: u16, first: i64) -> Raw {
    let mut body = [0; BODY];
    body[0] = first;
    let head = [1, 2, 3];
    Raw { kind, head, body }
}

fn code<T>(result: Result<T>) -> HRESULT {
    match result {
        Ok(_) => status::S_OK,
        Err(error) => error.code(),
    }
}

#[test]
fn what_is_put_in_is_read() {
    let text = Bstr::new("a\0中😀").unwrap();
    let unknown = IUnknown::from(Object::<INothing, Life>::create(Life::default()));
    let cases = [
        (Variant::empty(), VT_EMPTY, Value::Empty),
        (Variant::default(), VT_EMPTY, Value::Empty),
        (Variant::null(), VT_NULL, Value::Null),
        (true.into(), VT_BOOL, Value::Bool(true)),
        (false.into(), VT_BOOL, Value::Bool(false)),
        ((-1i8).into(), VT_I1, Value::I8(-1)),
        (i16::MIN.into(), VT_I2, Value::I16(i16::MIN)),
        (i32::MIN.into(), VT_I4, Value::I32(i32::MIN)),
        (i64::MIN.into(), VT_I8, Value::I64(i64::MIN)),
        (u8::MAX.into(), VT_UI1, Value::U8(u8::MAX)),
        (u16::MAX.into(), VT_UI2, Value::U16(u16::MAX)),
        (u32::MAX.into(), VT_UI4, Value::U32(u32::MAX)),
        (u64::MAX.into(), VT_UI8, Value::U64(u64::MAX)),
        ((-1.5f32).into(), VT_R4, Value::F32(-1.5)),
        (1.5e300f64.into(), VT_R8, Value::F64(1.5e300)),
        (Currency(-5).into(), VT_CY, Value::Currency(Currency(-5))),
        (Date(2.5).into(), VT_DATE, Value::Date(Date(2.5))),
        (
            Variant::error(status::E_FAIL),
            VT_ERROR,
            Value::Error(E_FAIL),
        ),
        ("a\0中😀".try_into().unwrap(), VT_BSTR, Value::Text(&text)),
        (
            unknown.clone().into(),
            VT_UNKNOWN,
            Value::Unknown(Some(&unknown)),
        ),
    ];
    for (variant, kind, value) in &cases {
        assert_eq!((variant.kind(), variant.value()), (*kind, *value));
        assert_eq!(variant.try_clone().unwrap(), *variant);
    }
    for (at, (variant, ..)) in cases.iter().enumerate() {
        let equal = cases.iter().filter(|(other, ..)| other == variant).count();
        assert_eq!(equal, if at < 2 { 2 } else { 1 }, "{variant:?}");
    }
    assert_eq!(format!("{:?}", Variant::from(7)), "I32(7)");
}

#[test]
fn a_truth_has_all_bits() {
    assert_eq!((from_bool(true), from_bool(false)), (-1, 0));
    // SAFETY: the kind says that there is one.
    assert_eq!(unsafe { Variant::from(true).0.body.i16 }, -1);
    // Others may mean it with one bit.
    // SAFETY: it holds what its kind says.
    let lent = unsafe { Lent::by_value(&raw(VT_BOOL, 1)) };
    assert_eq!(lent.value(), Value::Bool(true));
}

#[test]
fn objects_are_kept_and_released() {
    let life = Life::default();
    let object: INothing = Object::create(life.clone());
    let variant = Variant::from(IUnknown::from(object));
    let copy = variant.try_clone().unwrap();
    drop(variant);
    assert!(
        matches!(copy.value(), Value::Unknown(Some(object)) if object.cast::<INothing>().is_ok())
    );
    assert_eq!(Arc::strong_count(&life), 2);
    drop(copy);
    assert_eq!(Arc::strong_count(&life), 1);
}

#[test]
fn a_dispatch_variant_holds_what_answers_idispatch() {
    let life = Life::default();
    let nothing: INothing = Object::create(life.clone());
    assert_eq!(code(Variant::dispatch(&nothing)), E_NOINTERFACE);
    let object: IDispatch = Object::create(life.clone());
    let variant = Variant::dispatch(&object).unwrap();
    drop((nothing, object));
    assert_eq!(variant.kind(), VT_DISPATCH);
    let copy = variant.try_clone().unwrap();
    assert_eq!(copy, variant);
    drop(variant);
    assert!(
        matches!(copy.value(), Value::Dispatch(Some(object)) if object.cast::<IDispatch>().is_ok())
    );
    drop(copy);
    assert_eq!(Arc::strong_count(&life), 1);
}

#[test]
fn null_pointers_are_values() {
    for (kind, value) in [
        (VT_BSTR, Value::Text(&Bstr::empty())),
        (VT_UNKNOWN, Value::Unknown(None)),
        (VT_DISPATCH, Value::Dispatch(None)),
    ] {
        // SAFETY: NULL is allowed.
        let lent = unsafe { Lent::by_value(&raw(kind, 0)) };
        assert_eq!(lent.value(), value);
        assert_eq!(lent.try_clone().unwrap().value(), value);
    }
}

#[test]
fn integers_of_the_machine_are_read_as_what_they_are() {
    for (kind, value) in [(VT_INT, Value::I32(-1)), (VT_UINT, Value::U32(u32::MAX))] {
        // SAFETY: it holds what its kind says.
        let lent = unsafe { Lent::by_value(&raw(kind, -1)) };
        assert_eq!(
            (lent.value(), lent.try_clone().unwrap().kind()),
            (value, kind)
        );
    }
}

#[test]
fn a_decimal_is_copied_whole() {
    let decimal = raw(VT_DECIMAL, i64::MAX);
    // SAFETY: a decimal may have any bits.
    let copy = unsafe { Lent::by_value(&decimal) }.try_clone().unwrap();
    // SAFETY: it has the layout.
    let back = unsafe { bits::<Raw>(&copy) };
    assert_eq!(
        (back.kind, back.head, back.body),
        (decimal.kind, decimal.head, decimal.body)
    );
    assert_eq!(copy.value(), Value::Other(VT_DECIMAL));
    assert_ne!(copy, copy, "it has no value of its own here");
}

#[test]
fn what_is_not_understood_is_neither_copied_nor_followed() {
    for kind in [
        VT_BYREF | VT_BSTR,
        VT_BYREF | VT_VARIANT,
        VT_BYREF | VT_ARRAY | VT_I4,
        VT_ARRAY | VT_VARIANT,
        VT_ARRAY | VT_RECORD,
        VT_RECORD,
        VT_VARIANT,
        0x0fff,
    ] {
        // An address that must not be touched.
        // SAFETY: nothing follows it.
        let lent = unsafe { Lent::by_value(&raw(kind, 8)) };
        assert_eq!(lent.value(), Value::Other(kind));
        assert_eq!(code(lent.try_clone()), DISP_E_BADVARTYPE, "{kind:#x}");
    }
}

#[test]
fn no_place_is_refused_or_nothing() {
    // SAFETY: NULL is allowed.
    unsafe {
        assert!(Lent::new(ptr::null::<Raw>()).is_none());
        assert!(Changed::new(ptr::null_mut::<Raw>()).unwrap().is_none());
        assert_eq!(
            code(OutVariant::new(ptr::null_mut::<Raw>())),
            status::E_POINTER
        );
    }
}

#[test]
fn a_place_is_emptied_then_set_however_it_is_aligned() {
    // As C++ on x86 may lay it on its stack.
    let mut memory = [0xffu8; size_of::<Variant>() + 4];
    let place = memory[4..].as_mut_ptr().cast::<Raw>();
    // SAFETY: the place is there; what comes out is taken over once.
    unsafe {
        let out = OutVariant::new(place).unwrap();
        assert_eq!(place.read_unaligned().body, [0; BODY]);
        out.write(Variant::text("text").unwrap());
        assert_eq!(
            Lent::new(place).unwrap().value(),
            Value::Text(&Bstr::new("text").unwrap())
        );
        let mut changed = Changed::new(place).unwrap().unwrap();
        *changed = Variant::text("other").unwrap();
        drop(changed);
        let mut taken = Place::new();
        taken.as_raw::<Raw>().write(place.read_unaligned());
        assert_eq!(taken.take().unwrap(), Variant::text("other").unwrap());
    }
}

#[test]
fn a_reference_to_a_variable_is_not_kept() {
    let mut reference = raw(VT_BYREF | VT_I4, 8);
    // SAFETY: the places are there, and nothing follows the address.
    unsafe {
        assert_eq!(code(Changed::new(&mut reference)), DISP_E_BADVARTYPE);
        let mut place = Place::new();
        place.as_raw::<Raw>().write(reference);
        assert!(place.take().is_none());
        let mut variant = Variant::from(7);
        for settle in [true, false] {
            let mut changing = Changing::new(&mut variant);
            changing.as_raw::<Raw>().write(reference);
            match settle {
                true => assert_eq!(code(changing.settle()), DISP_E_BADVARTYPE),
                false => drop(changing),
            }
            assert_eq!(variant.value(), Value::Empty);
        }
        let mut changing = Changing::new(&mut variant);
        changing.as_raw::<Raw>().write(raw(VT_I4, 7));
        assert_eq!(changing.settle(), Ok(()));
        assert_eq!(variant.value(), Value::I32(7));
    }
}

#[cfg(windows)]
#[test]
fn an_array_is_copied_and_freed() {
    use std::ffi::c_void;

    windows_link::link!("oleaut32.dll" "system" fn SafeArrayCreateVector(kind: u16, first: i32, len: u32) -> *mut c_void);
    windows_link::link!("oleaut32.dll" "system" fn SafeArrayPutElement(array: *mut c_void, at: *const i32, value: *const c_void) -> HRESULT);
    windows_link::link!("oleaut32.dll" "system" fn SafeArrayGetElement(array: *mut c_void, at: *const i32, value: *mut c_void) -> HRESULT);

    let life = Life::default();
    let object: INothing = Object::create(life.clone());
    // SAFETY: an array of one object is made, and given to the variant with the object's second reference.
    let array = unsafe {
        let array = SafeArrayCreateVector(VT_UNKNOWN, 0, 1);
        SafeArrayPutElement(array, &0, object.as_raw()).unwrap();
        Variant(Bits::new(VT_ARRAY | VT_UNKNOWN, Body::pointer(array)))
    };
    drop(object);
    assert_eq!(array.value(), Value::Other(VT_ARRAY | VT_UNKNOWN));
    let copy = array.try_clone().unwrap();
    drop(array);
    assert_eq!(Arc::strong_count(&life), 2);
    let mut found = ptr::null_mut::<c_void>();
    // SAFETY: the array has one element, and there is a place for it.
    unsafe { SafeArrayGetElement(copy.0.body.pointer, &0, (&raw mut found).cast()) }.unwrap();
    // SAFETY: the element came with a reference.
    drop(unsafe { interface::from_raw::<INothing>(found) }.unwrap());
    drop(copy);
    assert_eq!(Arc::strong_count(&life), 1);
}
