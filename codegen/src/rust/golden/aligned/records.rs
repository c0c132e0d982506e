//! Structs that hold pointers, as safe ones: each has the name of the raw one, and its fields borrow what that
//! points to. Counts are left out, since slices know them.
//!
//! A caller fills one in, and a raw one is made of it for the call. An implementation is given one whose pointers and
//! counts were checked.
//!
//! What comes out of a call owns what it points to, and is named so.

use super::raw;
use midl_runtime::Incoming;
use midl_runtime::view::{Lend, Storage};
use std::borrow::Cow;
use std::ptr::NonNull;
use windows_core::Result;

/// Stands for [`raw::SERIES`].
#[derive(Clone, Debug)]
pub struct SERIES<'a> {
    /// `times`, as many as `count` says.
    pub times: Cow<'a, [i64]>,
    /// `span`.
    pub span: Cow<'a, raw::SPAN>,
    /// `scale`.
    pub scale: Option<Cow<'a, f64>>,
}

impl<'a> Incoming<'a> for SERIES<'a> {
    type Raw = raw::SERIES;

    unsafe fn from_raw(raw: NonNull<raw::SERIES>) -> Result<Self> {
        // SAFETY: the caller lends the struct. C++ on x86 aligns its variables to four bytes only.
        let raw = unsafe { raw.read_unaligned() };
        Ok(Self {
            // SAFETY: NULL is refused; by the IDL it is an array of so many elements that lives for 'a.
            times: unsafe { midl_runtime::aligned::slice(raw.times, raw.count) }?,
            // SAFETY: NULL is refused; by the IDL it is a pointer to something that lives for 'a.
            span: unsafe { midl_runtime::aligned::reference(raw.span) }
                .ok_or_else(midl_runtime::status::null)?,
            // SAFETY: by the IDL it is NULL, or a pointer to something that lives for 'a.
            scale: unsafe { midl_runtime::aligned::reference(raw.scale) },
        })
    }
}

impl Lend for SERIES<'_> {
    type Raw = raw::SERIES;

    fn lend(&self, _: &mut Storage) -> Result<raw::SERIES> {
        Ok(raw::SERIES {
            count: midl_runtime::array::count([self.times.len()])?,
            times: midl_runtime::array::start(&self.times),
            span: std::ptr::from_ref(&*self.span),
            scale: self.scale.as_deref().map_or(std::ptr::null(), std::ptr::from_ref),
        })
    }
}
