//! How a `VARIANT` lies in memory.

use std::ffi::c_void;
use std::mem::MaybeUninit;
use std::ptr;

/// Kinds, as `VARENUM` names them.
#[expect(missing_docs, reason = "they are Windows' own, and described there")]
pub mod kinds {
    pub const VT_EMPTY: u16 = 0;
    pub const VT_NULL: u16 = 1;
    pub const VT_I2: u16 = 2;
    pub const VT_I4: u16 = 3;
    pub const VT_R4: u16 = 4;
    pub const VT_R8: u16 = 5;
    pub const VT_CY: u16 = 6;
    pub const VT_DATE: u16 = 7;
    pub const VT_BSTR: u16 = 8;
    pub const VT_DISPATCH: u16 = 9;
    pub const VT_ERROR: u16 = 10;
    pub const VT_BOOL: u16 = 11;
    pub const VT_VARIANT: u16 = 12;
    pub const VT_UNKNOWN: u16 = 13;
    pub const VT_DECIMAL: u16 = 14;
    pub const VT_I1: u16 = 16;
    pub const VT_UI1: u16 = 17;
    pub const VT_UI2: u16 = 18;
    pub const VT_UI4: u16 = 19;
    pub const VT_I8: u16 = 20;
    pub const VT_UI8: u16 = 21;
    pub const VT_INT: u16 = 22;
    pub const VT_UINT: u16 = 23;
    pub const VT_RECORD: u16 = 36;
    /// The flag of an array of what the other bits say.
    pub const VT_ARRAY: u16 = 0x2000;
    /// The flag of a pointer to what the other bits say.
    pub const VT_BYREF: u16 = 0x4000;
    /// What is no flag.
    pub const VT_TYPEMASK: u16 = 0x0fff;
}

/// The struct. A `DECIMAL` takes all of it but `kind`, so what stands before the body is kept.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Bits {
    kind: u16,
    head: [MaybeUninit<u16>; 3],
    pub body: Body,
}

impl Bits {
    pub const EMPTY: Self = Self::new(kinds::VT_EMPTY, Body::ZERO);

    pub const fn new(kind: u16, body: Body) -> Self {
        Self {
            kind,
            head: [MaybeUninit::new(0); 3],
            body,
        }
    }

    pub const fn kind(&self) -> u16 {
        self.kind
    }
}

/// What follows the kind. Others may have set no more of it than the kind needs.
#[derive(Clone, Copy)]
#[repr(C)]
pub union Body {
    pub i8: i8,
    pub i16: i16,
    pub i32: i32,
    pub i64: i64,
    pub text: *mut u16,
    pub pointer: *mut c_void,
    record: [*mut c_void; 2],
}

macro_rules! members {
    ($($member:ident: $ty:ty;)*) => {$(
        pub const fn $member(value: $ty) -> Self {
            let mut body = Self::ZERO;
            body.$member = value;
            body
        }
    )*};
}

impl Body {
    /// All of it is written, so that nothing of ours goes out with what is passed on.
    pub const ZERO: Self = Self {
        record: [ptr::null_mut(); 2],
    };

    members! {
        i8: i8;
        i16: i16;
        i32: i32;
        i64: i64;
        text: *mut u16;
        pointer: *mut c_void;
    }
}

#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<Bits>() == 24 && align_of::<Bits>() == 8);
#[cfg(target_pointer_width = "32")]
const _: () = assert!(size_of::<Bits>() == 16 && align_of::<Bits>() == align_of::<i64>());
