//! What a variant holds.

use super::memory::{Bits, kinds::*};
use crate::bstr::Bstr;
use windows_core::{HRESULT, IUnknown, Interface};

/// The value in a variant.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// Nothing: `VT_EMPTY`.
    Empty,
    /// A database's NULL: `VT_NULL`.
    Null,
    /// `VT_BOOL`.
    Bool(bool),
    /// `VT_I1`.
    I8(i8),
    /// `VT_I2`.
    I16(i16),
    /// `VT_I4` or `VT_INT`.
    I32(i32),
    /// `VT_I8`.
    I64(i64),
    /// `VT_UI1`.
    U8(u8),
    /// `VT_UI2`.
    U16(u16),
    /// `VT_UI4` or `VT_UINT`.
    U32(u32),
    /// `VT_UI8`.
    U64(u64),
    /// `VT_R4`.
    F32(f32),
    /// `VT_R8`.
    F64(f64),
    /// `VT_CY`.
    Currency(Currency),
    /// `VT_DATE`.
    Date(Date),
    /// `VT_ERROR`.
    Error(HRESULT),
    /// `VT_BSTR`.
    Text(&'a Bstr),
    /// `VT_UNKNOWN`; `None` for NULL.
    Unknown(Option<&'a IUnknown>),
    /// `VT_DISPATCH`, an `IDispatch` that can be queried for; `None` for NULL.
    Dispatch(Option<&'a IUnknown>),
    /// Of another kind, by its `VARTYPE`.
    Other(u16),
}

/// An amount of money in ten-thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(pub i64);

/// A point in time: days since midnight of 30 December 1899.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Date(pub f64);

/// Reads a variant.
///
/// # Safety
///
/// The member that its kind says is there, and what it points to lives as long as `bits` is borrowed.
pub unsafe fn read(bits: &Bits) -> Value<'_> {
    let body = &bits.body;
    // SAFETY: only the member that goes with the kind is read, which the caller promises to be there.
    unsafe {
        match bits.kind() {
            VT_EMPTY => Value::Empty,
            VT_NULL => Value::Null,
            VT_BOOL => Value::Bool(body.i16 != 0),
            VT_I1 => Value::I8(body.i8),
            VT_I2 => Value::I16(body.i16),
            VT_I4 | VT_INT => Value::I32(body.i32),
            VT_I8 => Value::I64(body.i64),
            VT_UI1 => Value::U8(body.i8.cast_unsigned()),
            VT_UI2 => Value::U16(body.i16.cast_unsigned()),
            VT_UI4 | VT_UINT => Value::U32(body.i32.cast_unsigned()),
            VT_UI8 => Value::U64(body.i64.cast_unsigned()),
            VT_R4 => Value::F32(f32::from_bits(body.i32.cast_unsigned())),
            VT_R8 => Value::F64(f64::from_bits(body.i64.cast_unsigned())),
            VT_CY => Value::Currency(Currency(body.i64)),
            VT_DATE => Value::Date(Date(f64::from_bits(body.i64.cast_unsigned()))),
            VT_ERROR => Value::Error(HRESULT(body.i32)),
            VT_BSTR => Value::Text(Bstr::borrow_raw(&body.text)),
            VT_UNKNOWN => Value::Unknown(IUnknown::from_raw_borrowed(&body.pointer)),
            VT_DISPATCH => Value::Dispatch(IUnknown::from_raw_borrowed(&body.pointer)),
            kind => Value::Other(kind),
        }
    }
}
