//! Structs that hold pointers: raw ones are unsafe to touch, so each side of a call gets a Rust type in its place.

use std::ptr::NonNull;
use windows_core::Result;

/// What the implementation of an interface sees of a struct that its caller passed in.
pub trait Incoming<'a>: Sized {
    /// The struct as the IDL has it.
    type Raw;

    /// Checks the struct and borrows it. An error is what the method answers, and the implementation is not called.
    ///
    /// # Safety
    ///
    /// `raw` points to a struct that keeps what the IDL says of its fields, and that stays where it is for `'a`, with
    /// everything that it points to. Nothing else uses it during that time.
    unsafe fn from_raw(raw: NonNull<Self::Raw>) -> Result<Self>;
}

/// What the caller of an interface passes where a method takes a struct with pointers.
///
/// # Safety
///
/// [`Self::as_raw`] returns a pointer to a struct that keeps what the IDL says of its fields, valid for reads and writes
/// with everything that it points to until `self` is used again, moved or dropped.
pub unsafe trait Outgoing {
    /// The struct as the IDL has it.
    type Raw;

    /// The struct, ready for one call.
    fn as_raw(&mut self) -> *mut Self::Raw;
}
