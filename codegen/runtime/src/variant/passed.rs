//! Variants on their way through a call: for generated code, whose raw struct has the same layout.
//!
//! What the other side has put somewhere is copied as bits, and never referred to in place: C++ on x86 aligns its
//! variables to four bytes only.

use super::Variant;
use crate::status::{self, DISP_E_BADVARTYPE};
use std::marker::PhantomData;
use std::mem::{ManuallyDrop, forget};
use std::ops::{Deref, DerefMut};
use std::ptr::{self, NonNull};
use windows_core::{Error, Result};

/// Fails to compile unless `R` lies in memory as a variant does.
const fn same_layout<R>() {
    assert!(size_of::<R>() == size_of::<Variant>() && align_of::<R>() == align_of::<Variant>());
}

/// The pointer that lends a variant for a call.
#[inline]
pub fn as_raw<R>(variant: &Variant) -> *const R {
    const { same_layout::<R>() };
    ptr::from_ref(variant).cast()
}

/// The bits that lend a variant for a call.
///
/// # Safety
///
/// `R` is the raw struct `VARIANT`, and owns nothing.
#[inline]
pub unsafe fn bits<R>(variant: &Variant) -> R {
    // SAFETY: the caller promises that a variant's bits are an R.
    unsafe { as_raw::<R>(variant).read() }
}

/// A variant that a caller lends for a call.
pub struct Lent<'a>(ManuallyDrop<Variant>, PhantomData<&'a Variant>);

impl Lent<'_> {
    /// What is lent by pointer; `None` for NULL.
    ///
    /// # Safety
    ///
    /// `raw` is NULL, or points to a `VARIANT` that stays valid for the lifetime with all that it owns.
    #[inline]
    pub unsafe fn new<R>(raw: *const R) -> Option<Self> {
        const { same_layout::<R>() };
        let raw = NonNull::new(raw.cast_mut())?.cast();
        // SAFETY: it is not NULL, so the caller promises a VARIANT. It is neither changed nor dropped through the copy.
        Some(Self(unsafe { raw.read_unaligned() }, PhantomData))
    }

    /// What is lent by value.
    ///
    /// # Safety
    ///
    /// `raw` is a `VARIANT` that stays valid for the lifetime with all that it owns.
    #[inline]
    pub unsafe fn by_value<R>(raw: &R) -> Self {
        const { same_layout::<R>() };
        let raw = NonNull::from(raw).cast();
        // SAFETY: as above.
        Self(unsafe { raw.read_unaligned() }, PhantomData)
    }
}

impl Deref for Lent<'_> {
    type Target = Variant;

    #[inline]
    fn deref(&self) -> &Variant {
        &self.0
    }
}

/// A caller's variant that an implementation changes. It is put back when this is dropped, whatever has happened.
pub struct Changed<'a> {
    place: NonNull<Variant>,
    variant: ManuallyDrop<Variant>,
    caller: PhantomData<&'a mut Variant>,
}

impl Changed<'_> {
    /// `None` for NULL. A reference to another variable (`VT_BYREF`) could be kept beyond the call, and is refused with
    /// `DISP_E_BADVARTYPE`.
    ///
    /// # Safety
    ///
    /// `raw` is NULL, or points to a `VARIANT` that nobody else uses during the lifetime, and that may be cleared and
    /// replaced.
    #[inline]
    pub unsafe fn new<R>(raw: *mut R) -> Result<Option<Self>> {
        const { same_layout::<R>() };
        let Some(place) = NonNull::new(raw) else {
            return Ok(None);
        };
        // SAFETY: it is not NULL, so the caller promises a VARIANT. This is its owner until it is put back.
        let variant: ManuallyDrop<Variant> = unsafe { place.cast().read_unaligned() };
        if variant.is_by_reference() {
            return Err(refused());
        }
        Ok(Some(Self {
            place: place.cast(),
            variant,
            caller: PhantomData,
        }))
    }
}

impl Deref for Changed<'_> {
    type Target = Variant;

    #[inline]
    fn deref(&self) -> &Variant {
        &self.variant
    }
}

impl DerefMut for Changed<'_> {
    #[inline]
    fn deref_mut(&mut self) -> &mut Variant {
        &mut self.variant
    }
}

impl Drop for Changed<'_> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: new() was promised the place; the bits go back to their owner, and are used here no more.
        unsafe { self.place.cast().write_unaligned(ptr::read(&self.variant)) }
    }
}

/// The place that a caller lends for a variant to come out.
pub struct OutVariant(NonNull<Variant>);

impl OutVariant {
    /// Sets the place to `VT_EMPTY`. NULL is refused with `E_POINTER`.
    ///
    /// # Safety
    ///
    /// `place` is NULL, or may be written to until the call ends.
    #[inline]
    pub unsafe fn new<R>(place: *mut R) -> Result<Self> {
        const { same_layout::<R>() };
        let place = NonNull::new(place).ok_or_else(status::null)?.cast();
        let out = Self(place);
        out.set(Variant::empty());
        Ok(out)
    }

    /// Hands the variant out.
    #[inline]
    pub fn write(self, variant: Variant) {
        self.set(variant);
    }

    fn set(&self, variant: Variant) {
        // SAFETY: new() was promised a place to write to.
        unsafe { self.0.write_unaligned(variant) }
    }
}

/// A caller's place for a variant to come out.
///
/// What a call that fails has left there is forgotten: nothing comes out of it, by COM's rules.
pub struct Place(ManuallyDrop<Variant>);

impl Place {
    /// An empty one.
    #[inline]
    #[expect(clippy::new_without_default, reason = "it is for one call")]
    pub fn new() -> Self {
        Self(ManuallyDrop::new(Variant::empty()))
    }

    /// The pointer that lends it for a call.
    #[inline]
    pub fn as_raw<R>(&mut self) -> *mut R {
        const { same_layout::<R>() };
        ptr::from_mut(&mut self.0).cast()
    }

    /// What has come out; `None` for a reference to another variable (`VT_BYREF`), which could be kept for too long.
    ///
    /// # Safety
    ///
    /// There is a valid `VARIANT` in it that is given away.
    #[inline]
    pub unsafe fn take(self) -> Option<Variant> {
        let variant = ManuallyDrop::into_inner(self.0);
        (!variant.is_by_reference()).then_some(variant)
    }
}

/// A variant that a callee changes. Whatever happens, no reference to another variable (`VT_BYREF`) stays in it.
pub struct Changing<'a>(&'a mut Variant);

impl<'a> Changing<'a> {
    /// Lends it.
    #[inline]
    pub fn new(variant: &'a mut Variant) -> Self {
        Self(variant)
    }

    /// The pointer that lends it for a call.
    #[inline]
    pub fn as_raw<R>(&mut self) -> *mut R {
        const { same_layout::<R>() };
        ptr::from_mut(self.0).cast()
    }

    /// Ends the loan, with `DISP_E_BADVARTYPE` where the callee has put in what had to be removed.
    #[inline]
    pub fn settle(mut self) -> Result<()> {
        let removed = self.remove();
        forget(self);
        match removed {
            true => Err(refused()),
            false => Ok(()),
        }
    }

    fn remove(&mut self) -> bool {
        let found = self.0.is_by_reference();
        if found {
            *self.0 = Variant::empty();
        }
        found
    }
}

impl Drop for Changing<'_> {
    #[inline]
    fn drop(&mut self) {
        self.remove();
    }
}

/// The failure for a variant of a kind that is not taken: `DISP_E_BADVARTYPE`.
#[cold]
pub fn refused() -> Error {
    status::error(DISP_E_BADVARTYPE)
}
