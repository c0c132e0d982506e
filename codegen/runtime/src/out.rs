//! Places that a caller lends for results. They are set before an implementation runs, so that the caller finds no garbage
//! whatever happens, and again when it has succeeded.

use crate::status;
use std::ffi::c_void;
use std::marker::PhantomData;
use std::mem::transmute_copy;
use std::ptr::NonNull;
use windows_core::{Interface, OutRef, Result};

/// The place for plain data; none where the caller need not want it, and does not. It may be aligned less than its type, since C++
/// on x86 aligns its variables to four bytes.
pub struct OutValue<T>(Option<NonNull<T>>);

impl<T> OutValue<T> {
    /// Sets the place to all zero. NULL is refused with `E_POINTER`.
    ///
    /// # Safety
    ///
    /// `place` is NULL, or may be written to until the call ends. All zero is a `T`, and a `T` needs no drop.
    #[inline]
    pub unsafe fn new(place: *mut T) -> Result<Self> {
        let place = NonNull::new(place).ok_or_else(status::null)?;
        // SAFETY: the caller promises a place to write to, and that zero is a value of it.
        unsafe { place.cast::<u8>().write_bytes(0, size_of::<T>()) };
        Ok(Self(Some(place)))
    }

    /// As [`Self::new`], where the caller need not want the result: NULL is no place. It never fails.
    ///
    /// # Safety
    ///
    /// As for [`Self::new`].
    #[inline]
    pub unsafe fn optional(place: *mut T) -> Result<Self> {
        match place.is_null() {
            true => Ok(Self(None)),
            // SAFETY: passed on to the caller.
            false => unsafe { Self::new(place) },
        }
    }

    /// A place that holds a value, and what it holds. NULL is refused with `E_POINTER`.
    ///
    /// # Safety
    ///
    /// `place` is NULL, or holds a value and may be written to until the call ends. A `T` needs no drop.
    #[inline]
    pub unsafe fn holding(place: *mut T) -> Result<(Self, T)>
    where
        T: Copy,
    {
        let place = NonNull::new(place).ok_or_else(status::null)?;
        // SAFETY: the caller promises a value there.
        Ok((Self(Some(place)), unsafe { place.read_unaligned() }))
    }

    /// Whether there is a place.
    #[inline]
    pub fn is_wanted(&self) -> bool {
        self.0.is_some()
    }

    /// Stores the result.
    #[inline]
    pub fn write(self, value: T) {
        if let Some(place) = self.0 {
            // SAFETY: that is a place to write to, as was promised when it was made.
            unsafe { place.write_unaligned(value) }
        }
    }
}

/// The pointer that a caller passed for an interface to come out.
#[inline]
pub fn pointer<I: Interface>(place: &OutRef<'_, I>) -> *mut *mut c_void {
    // SAFETY: an OutRef is transparent over that pointer, which is copied and not followed.
    unsafe { transmute_copy(place) }
}

/// The place for an interface; none where the caller need not want it, and does not.
pub struct OutInterface<I>(Option<NonNull<*mut c_void>>, PhantomData<I>);

impl<I: Interface> OutInterface<I> {
    /// Sets the place to NULL. A NULL place is refused with `E_POINTER`.
    ///
    /// # Safety
    ///
    /// `place` is NULL, or may be written to until the call ends.
    #[inline]
    pub unsafe fn new(place: OutRef<'_, I>) -> Result<Self> {
        // SAFETY: passed on to the caller.
        unsafe { Self::at(pointer(&place)) }
    }

    /// As [`Self::new`], with the pointer itself.
    ///
    /// # Safety
    ///
    /// `place` is NULL, or may be written to until the call ends.
    #[inline]
    pub unsafe fn at(place: *mut *mut c_void) -> Result<Self> {
        let place = NonNull::new(place).ok_or_else(status::null)?;
        // SAFETY: the caller promises a place to write to.
        unsafe { place.write(std::ptr::null_mut()) };
        Ok(Self(Some(place), PhantomData))
    }

    /// As [`Self::new`], where the caller need not want the interface: NULL is no place. It never fails.
    ///
    /// # Safety
    ///
    /// As for [`Self::new`].
    #[inline]
    pub unsafe fn optional(place: OutRef<'_, I>) -> Result<Self> {
        // SAFETY: passed on to the caller.
        unsafe { Self::optional_at(pointer(&place)) }
    }

    /// As [`Self::optional`], with the pointer itself.
    ///
    /// # Safety
    ///
    /// As for [`Self::new`].
    #[inline]
    pub unsafe fn optional_at(place: *mut *mut c_void) -> Result<Self> {
        match place.is_null() {
            true => Ok(Self(None, PhantomData)),
            // SAFETY: passed on to the caller.
            false => unsafe { Self::at(place) },
        }
    }

    /// Whether there is a place.
    #[inline]
    pub fn is_wanted(&self) -> bool {
        self.0.is_some()
    }

    /// Hands the interface out with its reference, or releases it where nobody wants it.
    #[inline]
    pub fn write(self, interface: impl Into<Option<I>>) {
        let interface = interface.into();
        if let Some(place) = self.0 {
            let raw = interface.map_or(std::ptr::null_mut(), Interface::into_raw);
            // SAFETY: new() was promised a place to write to.
            unsafe { place.write(raw) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::E_POINTER;
    use windows_core::IUnknown;

    #[test]
    fn a_place_is_cleared_then_set() {
        let mut number = 7;
        // SAFETY: the place is there.
        let out = unsafe { OutValue::new(&mut number) }.unwrap();
        // SAFETY: as above; it is read between the two writes.
        assert_eq!(unsafe { out.0.unwrap().read() }, 0);
        out.write(3);
        assert_eq!(number, 3);
    }

    #[test]
    fn a_place_may_be_aligned_as_on_x86() {
        let mut memory = [0xffff_ffff_u32; 4];
        for start in [0, 1] {
            let place: *mut u64 = memory[start..].as_mut_ptr().cast();
            // SAFETY: there is room for it.
            let out = unsafe { OutValue::new(place) }.unwrap();
            // SAFETY: as above.
            assert_eq!(unsafe { place.read_unaligned() }, 0);
            out.write(7);
            // SAFETY: as above.
            assert_eq!(unsafe { OutValue::holding(place) }.unwrap().1, 7);
        }
    }

    #[test]
    fn no_place_is_refused() {
        // SAFETY: NULL is allowed.
        let value = unsafe { OutValue::<u32>::new(std::ptr::null_mut()) };
        assert_eq!(value.err().unwrap().code(), E_POINTER);
        // SAFETY: NULL is allowed.
        let interface = unsafe { OutInterface::<IUnknown>::new(OutRef::default()) };
        assert_eq!(interface.err().unwrap().code(), E_POINTER);
    }

    #[test]
    fn what_nobody_wants_is_not_stored() {
        // SAFETY: NULL is allowed.
        let value = unsafe { OutValue::<u32>::optional(std::ptr::null_mut()) }.unwrap();
        // SAFETY: NULL is allowed.
        let interface = unsafe { OutInterface::<IUnknown>::optional(OutRef::default()) }.unwrap();
        assert!(!value.is_wanted() && !interface.is_wanted());
        value.write(3);
        interface.write(None);
        let mut number = 7;
        // SAFETY: the place is there.
        let value = unsafe { OutValue::optional(&mut number) }.unwrap();
        assert!(value.is_wanted());
        value.write(3);
        assert_eq!(number, 3);
    }

    #[test]
    fn what_a_place_holds_is_read_and_kept() {
        let mut number = 7;
        // SAFETY: the place is there.
        let (out, held) = unsafe { OutValue::holding(&mut number) }.unwrap();
        // SAFETY: as above; it is read before the write.
        assert_eq!((held, unsafe { out.0.unwrap().read() }), (7, 7));
        out.write(3);
        assert_eq!(number, 3);
        // SAFETY: NULL is allowed.
        let missing = unsafe { OutValue::<u32>::holding(std::ptr::null_mut()) };
        assert_eq!(missing.err().unwrap().code(), E_POINTER);
    }

    #[test]
    fn an_interface_starts_as_null() {
        let mut place: Option<IUnknown> = None;
        // SAFETY: the place is there, and holds nothing that would have to be released.
        let out = unsafe { OutInterface::<IUnknown>::new(OutRef::from(&mut place)) }.unwrap();
        out.write(None);
        assert!(place.is_none());
    }
}
