//! `VARIANT`: a value that says of what type it is.

mod memory;
mod passed;
mod value;

#[cfg(not(windows))]
#[path = "variant/portable.rs"]
mod system;
#[cfg(windows)]
#[path = "variant/windows.rs"]
mod system;

pub use memory::kinds;
pub use passed::{Changed, Changing, Lent, OutVariant, Place, as_raw, bits, refused};
pub use value::{Currency, Date, Value};

use crate::bstr::Bstr;
use crate::interface;
use crate::status::{self, DISP_E_BADVARTYPE, DISP_E_PARAMNOTFOUND};
use kinds::*;
use memory::{Bits, Body};
use std::fmt;
use windows_core::{Error, GUID, HRESULT, IUnknown, Interface, Result};

/// An owned `VARIANT`, cleared when it is dropped.
///
/// [`Self::value`] reads it. Kinds that it does not name (arrays, records) are kept as they are; elsewhere than on Windows,
/// where nobody else makes them, they are not freed.
///
/// A reference to somebody else's variable (`VT_BYREF`) is valid for one call only. Such a variant may be lent to an
/// implementation, which cannot follow, copy or keep it; an owned one never is of that kind.
///
/// Objects may be in it, so it stays on its thread:
///
/// ```compile_fail
/// std::thread::spawn(|| midl_runtime::Variant::empty());
/// ```
#[repr(transparent)]
pub struct Variant(Bits);

impl Variant {
    /// No value: `VT_EMPTY`.
    pub const fn empty() -> Self {
        Self(Bits::EMPTY)
    }

    /// A database's NULL: `VT_NULL`.
    pub const fn null() -> Self {
        Self(Bits::new(VT_NULL, Body::ZERO))
    }

    /// An error code: `VT_ERROR`.
    pub const fn error(code: HRESULT) -> Self {
        Self(Bits::new(VT_ERROR, Body::i32(code.0)))
    }

    /// What stands for an optional argument that is left out.
    pub const fn missing() -> Self {
        Self::error(DISP_E_PARAMNOTFOUND)
    }

    /// Text: `VT_BSTR`. Fails with `E_OUTOFMEMORY`.
    pub fn text(text: &str) -> Result<Self> {
        Bstr::new(text).map(Self::from)
    }

    /// An object that answers `IDispatch`: `VT_DISPATCH`. Fails with `E_NOINTERFACE` where it does not.
    pub fn dispatch(object: &impl Interface) -> Result<Self> {
        /// Of `IDispatch`.
        const IID: GUID = GUID::from_u128(0x00020400_0000_0000_c000_000000000046);
        let mut found = std::ptr::null_mut();
        // SAFETY: the IID and the place for the answer are there.
        unsafe { object.query(&IID, &mut found) }.ok()?;
        match found.is_null() {
            true => Err(status::error(status::E_NOINTERFACE)),
            // With success came a pointer to an IDispatch, with a reference of our own.
            false => Ok(Self(Bits::new(VT_DISPATCH, Body::pointer(found)))),
        }
    }

    /// Its `VARTYPE`.
    pub fn kind(&self) -> u16 {
        self.0.kind()
    }

    /// What it holds.
    pub fn value(&self) -> Value<'_> {
        // SAFETY: its kind says which member is there, and what that points to lives as long as it does.
        unsafe { value::read(&self.0) }
    }

    /// A copy. Fails with `DISP_E_BADVARTYPE` for what cannot be copied: references to variables (`VT_BYREF`), records,
    /// arrays of variants or of records, unknown kinds, and elsewhere than on Windows all arrays.
    pub fn try_clone(&self) -> Result<Self> {
        let owned = match self.value() {
            Value::Text(text) => Bstr::from_units(text)?.into(),
            Value::Unknown(object) => Self::object(VT_UNKNOWN, object.cloned()),
            Value::Dispatch(object) => Self::object(VT_DISPATCH, object.cloned()),
            Value::Other(kind) if kind != VT_DECIMAL => {
                let is_array = kind & (VT_ARRAY | VT_BYREF) == VT_ARRAY;
                if !is_array || matches!(kind & VT_TYPEMASK, VT_VARIANT | VT_RECORD) {
                    return Err(status::error(DISP_E_BADVARTYPE));
                }
                // SAFETY: its kind says that it holds an array.
                Self(unsafe { system::copy_array(&self.0) }?)
            }
            // Nothing of these is elsewhere.
            _ => Self(self.0),
        };
        Ok(owned)
    }

    fn object(kind: u16, object: Option<IUnknown>) -> Self {
        let pointer = object.map_or(std::ptr::null_mut(), Interface::into_raw);
        Self(Bits::new(kind, Body::pointer(pointer)))
    }

    fn is_by_reference(&self) -> bool {
        self.kind() & VT_BYREF != 0
    }
}

impl Drop for Variant {
    fn drop(&mut self) {
        match self.kind() {
            // SAFETY: it owns the text, and is used no more.
            VT_BSTR => drop(unsafe { Bstr::from_raw(self.0.body.text) }),
            VT_UNKNOWN | VT_DISPATCH => {
                // SAFETY: it owns a reference to the object, and is used no more.
                drop(unsafe { interface::from_raw::<IUnknown>(self.0.body.pointer) })
            }
            kind if kind == VT_RECORD || kind & (VT_ARRAY | VT_BYREF) == VT_ARRAY => {
                // SAFETY: as above; an array or a record is what its kind says that it holds.
                unsafe { system::clear(&mut self.0) }
            }
            _ => {}
        }
    }
}

impl Default for Variant {
    fn default() -> Self {
        Self::empty()
    }
}

impl fmt::Debug for Variant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value().fmt(f)
    }
}

impl PartialEq for Variant {
    /// By value: an `INT` of 1 is a `LONG` of 1. What has no value of its own here equals nothing.
    fn eq(&self, other: &Self) -> bool {
        match (self.value(), other.value()) {
            (Value::Other(_), _) => false,
            (value, other) => value == other,
        }
    }
}

macro_rules! from {
    ($($ty:ty: $kind:ident, $value:ident => $body:expr;)*) => {$(
        impl From<$ty> for Variant {
            fn from($value: $ty) -> Self {
                Self(Bits::new($kind, $body))
            }
        }
    )*};
}

from! {
    bool: VT_BOOL, value => Body::i16(from_bool(value));
    i8: VT_I1, value => Body::i8(value);
    i16: VT_I2, value => Body::i16(value);
    i32: VT_I4, value => Body::i32(value);
    i64: VT_I8, value => Body::i64(value);
    u8: VT_UI1, value => Body::i8(value.cast_signed());
    u16: VT_UI2, value => Body::i16(value.cast_signed());
    u32: VT_UI4, value => Body::i32(value.cast_signed());
    u64: VT_UI8, value => Body::i64(value.cast_signed());
    f32: VT_R4, value => Body::i32(value.to_bits().cast_signed());
    f64: VT_R8, value => Body::i64(value.to_bits().cast_signed());
    Currency: VT_CY, value => Body::i64(value.0);
    Date: VT_DATE, value => Body::i64(value.0.to_bits().cast_signed());
    Bstr: VT_BSTR, value => Body::text(value.into_raw());
    IUnknown: VT_UNKNOWN, value => Body::pointer(value.into_raw());
}

impl TryFrom<&str> for Variant {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        Self::text(text)
    }
}

/// A `VARIANT_BOOL`: all bits are set where it is true.
#[inline]
pub fn from_bool(value: bool) -> i16 {
    -i16::from(value)
}

#[cfg(test)]
mod tests;
