//! `BSTR`: counted wide text that either side of a call frees with the same allocator.
//!
//! On Windows that is OLE Automation's (`SysAllocStringLen`, `SysFreeString`). Elsewhere it is a stand-in with the same
//! layout, in memory of the C library: the number of bytes, the units, a zero.

use crate::status::{self, E_OUTOFMEMORY};
use std::fmt;
use std::ops::Deref;
use std::ptr::{self, NonNull};
use std::string::FromUtf16Error;
use windows_core::Result;

#[cfg(not(windows))]
#[path = "bstr/portable.rs"]
mod system;
#[cfg(windows)]
#[path = "bstr/windows.rs"]
mod system;

/// Owned counted wide text.
///
/// Zeroes may stand among its units, which need not be valid UTF-16. COM makes no difference between an empty text and
/// a NULL one, and neither does this.
#[repr(transparent)]
pub struct Bstr(*mut u16);

// SAFETY: it owns its memory, which nothing changes before it is dropped, and any thread may free it.
unsafe impl Send for Bstr {}
// SAFETY: shared, it can only be read.
unsafe impl Sync for Bstr {}

impl Bstr {
    /// The empty text, which takes no memory: NULL.
    pub const fn empty() -> Self {
        Self(ptr::null_mut())
    }

    /// The same text in UTF-16. Fails with `E_OUTOFMEMORY`.
    pub fn new(text: &str) -> Result<Self> {
        let units: Vec<u16> = text.encode_utf16().collect();
        Self::from_units(&units)
    }

    /// A copy of the units. Fails with `E_OUTOFMEMORY`.
    pub fn from_units(units: &[u16]) -> Result<Self> {
        if units.is_empty() {
            return Ok(Self::empty());
        }
        let out_of_memory = || status::error(E_OUTOFMEMORY);
        let copy = u32::try_from(units.len())
            .ok()
            .and_then(|len| system::allocate(units, len));
        copy.map(|copy| Self(copy.as_ptr()))
            .ok_or_else(out_of_memory)
    }

    /// The units.
    pub fn as_units(&self) -> &[u16] {
        match NonNull::new(self.0) {
            // SAFETY: it is a BSTR of ours that lives as long as `self`: the units that it counts are there.
            Some(start) => unsafe { std::slice::from_raw_parts(self.0, system::len(start)) },
            None => &[],
        }
    }

    /// The text as UTF-8, or an error where it is not valid UTF-16. `to_string` never fails.
    pub fn try_to_string(&self) -> std::result::Result<String, FromUtf16Error> {
        String::from_utf16(self.as_units())
    }

    /// The `BSTR` that lends the text for a call; NULL where it is empty.
    #[inline]
    pub fn as_raw(&self) -> *mut u16 {
        self.0
    }

    /// The `BSTR` that gives the text away; NULL where it is empty.
    #[inline]
    pub fn into_raw(self) -> *mut u16 {
        let raw = self.0;
        std::mem::forget(self);
        raw
    }

    /// Takes over a `BSTR`.
    ///
    /// # Safety
    ///
    /// `raw` is NULL, or a `BSTR` that the caller gives away and nobody changes. Elsewhere than on Windows, it has the
    /// stand-in's layout.
    #[inline]
    pub unsafe fn from_raw(raw: *mut u16) -> Self {
        Self(raw)
    }

    /// Borrows a `BSTR` in place.
    ///
    /// # Safety
    ///
    /// `raw` is NULL, or a `BSTR` that nobody changes or frees for as long as it is borrowed. Elsewhere than on Windows,
    /// it has the stand-in's layout.
    #[inline]
    pub unsafe fn borrow_raw(raw: &*mut u16) -> &Self {
        // SAFETY: repr(transparent), so the pointer's place is that of a Bstr; it is only lent, thus never dropped.
        unsafe { &*ptr::from_ref(raw).cast::<Self>() }
    }

    /// As [`Self::borrow_raw`], for a text that may be replaced; `None` for a NULL place.
    ///
    /// # Safety
    ///
    /// `place` is NULL, or holds NULL or a `BSTR` that can be freed. Nobody else uses either for `'a`. Elsewhere than on
    /// Windows, the text has the stand-in's layout.
    #[inline]
    pub unsafe fn borrow_place<'a>(place: *mut *mut u16) -> Option<&'a mut Self> {
        // SAFETY: repr(transparent), so the pointer's place is that of a Bstr, which the caller lends.
        unsafe { place.cast::<Self>().as_mut() }
    }

    /// The place of the `BSTR`, for a call that reads it.
    #[inline]
    pub fn as_place(&self) -> *mut *mut u16 {
        ptr::from_ref(&self.0).cast_mut()
    }

    /// The place of the `BSTR`, for a call that may replace it.
    #[inline]
    pub fn as_place_mut(&mut self) -> *mut *mut u16 {
        &raw mut self.0
    }

    /// As [`Self::borrow_raw`], for the place of a `BSTR` in a struct.
    ///
    /// # Safety
    ///
    /// `place` holds NULL or a `BSTR`, neither of which anybody changes or frees for `'a`.
    #[inline]
    pub unsafe fn borrow_at<'a>(place: *const *mut u16) -> &'a Self {
        // SAFETY: the caller promises it.
        unsafe { Self::borrow_raw(&*place) }
    }

    fn chars(&self) -> impl Iterator<Item = char> {
        char::decode_utf16(self.as_units().iter().copied())
            .map(|decoded| decoded.unwrap_or(char::REPLACEMENT_CHARACTER))
    }
}

impl Drop for Bstr {
    fn drop(&mut self) {
        if let Some(start) = NonNull::new(self.0) {
            // SAFETY: it owns the text, and is used no more.
            unsafe { system::free(start) }
        }
    }
}

impl Default for Bstr {
    fn default() -> Self {
        Self::empty()
    }
}

impl Default for &Bstr {
    fn default() -> Self {
        static EMPTY: Bstr = Bstr::empty();
        &EMPTY
    }
}

impl Deref for Bstr {
    type Target = [u16];

    fn deref(&self) -> &[u16] {
        self.as_units()
    }
}

impl PartialEq for Bstr {
    fn eq(&self, other: &Self) -> bool {
        self.as_units() == other.as_units()
    }
}

impl Eq for Bstr {}

impl PartialEq<str> for Bstr {
    fn eq(&self, other: &str) -> bool {
        other.encode_utf16().eq(self.as_units().iter().copied())
    }
}

impl PartialEq<&str> for Bstr {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl fmt::Display for Bstr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.chars().collect::<String>())
    }
}

impl fmt::Debug for Bstr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.chars().collect::<String>(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_arrives_whole() {
        for text in ["text", "größer", "中😀", "a\0b", ""] {
            let counted = Bstr::new(text).unwrap();
            assert_eq!(counted, text);
            assert_eq!(counted.len(), text.encode_utf16().count());
            assert_eq!(counted.to_string(), text);
            assert_eq!(counted.try_to_string().unwrap(), text);
        }
    }

    #[test]
    fn a_zero_follows_the_units_and_the_bytes_are_counted_before_them() {
        let text = Bstr::new("text").unwrap();
        let raw = text.as_raw();
        // SAFETY: this is what a BSTR is made of.
        let (bytes, end) = unsafe { (raw.cast::<u32>().sub(1).read(), raw.add(4).read()) };
        assert_eq!((bytes, end), (8, 0));
    }

    #[test]
    fn null_is_empty() {
        let empty = Bstr::new("").unwrap();
        assert!(empty.as_raw().is_null() && Bstr::default().is_empty());
        // SAFETY: NULL is allowed.
        let borrowed = unsafe { Bstr::borrow_raw(&ptr::null_mut()) }.to_string();
        assert_eq!(borrowed, "");
        // SAFETY: NULL is allowed.
        assert_eq!(unsafe { Bstr::from_raw(ptr::null_mut()) }, empty);
    }

    #[test]
    fn what_is_given_away_can_be_taken_over() {
        let raw = Bstr::new("text").unwrap().into_raw();
        // SAFETY: the text is there, and nobody else has it.
        assert_eq!(*unsafe { Bstr::borrow_raw(&raw) }, "text");
        // SAFETY: as above.
        assert_eq!(unsafe { Bstr::from_raw(raw) }, "text");
    }

    #[test]
    fn a_text_is_replaced_in_place() {
        let mut text = Bstr::new("text").unwrap();
        // SAFETY: the place is there, and nobody else uses it.
        let lent = unsafe { Bstr::borrow_place(text.as_place_mut()) }.unwrap();
        assert_eq!(*lent, "text");
        *lent = Bstr::new("other").unwrap();
        assert_eq!(text, "other");
        // SAFETY: NULL is allowed.
        assert!(unsafe { Bstr::borrow_place(ptr::null_mut()) }.is_none());
    }

    #[test]
    fn half_a_surrogate_pair_is_shown_but_not_converted() {
        let text = Bstr::from_units(&[0x61, 0xd800]).unwrap();
        assert_eq!(format!("{text:>4}|{text:?}"), "  a\u{fffd}|\"a\u{fffd}\"");
        assert!(text.try_to_string().is_err());
    }
}
