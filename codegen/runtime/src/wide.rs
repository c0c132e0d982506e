//! Wide text: UTF-16 units up to a zero, COM's `LPCWSTR`.

use crate::status::E_INVALIDARG;
use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::str::FromStr;
use std::string::FromUtf16Error;

/// Borrowed wide text: UTF-16 units without a zero among them, followed by one.
///
/// The units need not be valid UTF-16: Windows does not check, and a file name may hold half a surrogate pair.
/// [`Display`](fmt::Display) and `to_string` put `U+FFFD` where that is so; [`Self::try_to_string`] refuses.
#[derive(PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(transparent)]
pub struct WideStr {
    units_with_nul: [u16],
}

impl WideStr {
    /// Text in a slice that ends with its only zero.
    pub const fn from_units_with_nul(units: &[u16]) -> Result<&Self, InvalidText> {
        let mut at = 0;
        while at < units.len() {
            if units[at] == 0 {
                return if at + 1 == units.len() {
                    // SAFETY: the only zero is the last unit.
                    Ok(unsafe { Self::from_units_unchecked(units) })
                } else {
                    Err(InvalidText::InnerNul { at })
                };
            }
            at += 1;
        }
        Err(InvalidText::Unterminated)
    }

    /// Text that starts at a pointer and ends at the first zero.
    ///
    /// # Safety
    ///
    /// `start` points to units that end with a zero, and that live unchanged for `'a`.
    pub unsafe fn from_ptr<'a>(start: *const u16) -> &'a Self {
        // Counted by hand: PCWSTR::len takes the C library's word for how wide a character is, which is 4
        // bytes on Linux.
        let mut len = 0;
        // SAFETY: every unit up to the zero is readable, and the loop stops there.
        while unsafe { *start.add(len) } != 0 {
            len += 1;
        }
        // SAFETY: the units were just read, the last of them is the only zero, and the caller lends them for 'a.
        unsafe { Self::from_units_unchecked(std::slice::from_raw_parts(start, len + 1)) }
    }

    /// As [`Self::from_ptr`]; `None` for a NULL pointer.
    ///
    /// # Safety
    ///
    /// `start` is NULL, or points to units that end with a zero, and that live unchanged for `'a`.
    pub unsafe fn from_nullable_ptr<'a>(start: *const u16) -> Option<&'a Self> {
        // SAFETY: it is not NULL, so the caller promises a text.
        (!start.is_null()).then(|| unsafe { Self::from_ptr(start) })
    }

    /// # Safety
    ///
    /// The last unit is zero, and no other.
    const unsafe fn from_units_unchecked(units: &[u16]) -> &Self {
        // SAFETY: repr(transparent) over [u16], so the reference means the same.
        unsafe { &*(std::ptr::from_ref(units) as *const Self) }
    }

    /// The units, without the zero.
    pub const fn as_units(&self) -> &[u16] {
        match &self.units_with_nul {
            [units @ .., _] => units,
            [] => &[],
        }
    }

    /// The units and the zero.
    pub const fn as_units_with_nul(&self) -> &[u16] {
        &self.units_with_nul
    }

    /// The first unit's place: an `LPCWSTR`.
    pub const fn as_ptr(&self) -> *const u16 {
        self.units_with_nul.as_ptr()
    }

    /// How many units there are, without the zero.
    pub const fn len(&self) -> usize {
        self.as_units().len()
    }

    /// Whether there is no unit but the zero.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text as UTF-8, or an error where it is not valid UTF-16. `to_string` never fails.
    pub fn try_to_string(&self) -> Result<String, FromUtf16Error> {
        String::from_utf16(self.as_units())
    }

    fn chars(&self) -> impl Iterator<Item = char> {
        char::decode_utf16(self.as_units().iter().copied())
            .map(|decoded| decoded.unwrap_or(char::REPLACEMENT_CHARACTER))
    }
}

impl fmt::Display for WideStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write;
        if f.width().is_some() || f.precision().is_some() {
            return f.pad(&self.chars().collect::<String>());
        }
        self.chars().try_for_each(|char| f.write_char(char))
    }
}

impl fmt::Debug for WideStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.chars().collect::<String>(), f)
    }
}

impl PartialEq<str> for WideStr {
    fn eq(&self, other: &str) -> bool {
        other.encode_utf16().eq(self.as_units().iter().copied())
    }
}

impl PartialEq<&str> for WideStr {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl PartialEq<str> for &WideStr {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl ToOwned for WideStr {
    type Owned = WideString;

    fn to_owned(&self) -> WideString {
        WideString {
            units_with_nul: self.units_with_nul.into(),
        }
    }
}

impl AsRef<WideStr> for WideStr {
    fn as_ref(&self) -> &Self {
        self
    }
}

/// Owned wide text.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WideString {
    units_with_nul: Box<[u16]>,
}

impl WideString {
    /// The same text in UTF-16; an error where it holds a zero.
    pub fn new(text: &str) -> Result<Self, InvalidText> {
        Self::from_units(text.encode_utf16().collect())
    }

    /// Units without their final zero, which is added; an error where one of them is zero.
    pub fn from_units(mut units: Vec<u16>) -> Result<Self, InvalidText> {
        if let Some(at) = units.iter().position(|unit| *unit == 0) {
            return Err(InvalidText::InnerNul { at });
        }
        units.push(0);
        Ok(Self {
            units_with_nul: units.into(),
        })
    }
}

impl Deref for WideString {
    type Target = WideStr;

    fn deref(&self) -> &WideStr {
        // SAFETY: every constructor puts a zero at the end and nowhere else, and nothing changes the units.
        unsafe { WideStr::from_units_unchecked(&self.units_with_nul) }
    }
}

impl Borrow<WideStr> for WideString {
    fn borrow(&self) -> &WideStr {
        self
    }
}

impl AsRef<WideStr> for WideString {
    fn as_ref(&self) -> &WideStr {
        self
    }
}

impl fmt::Display for WideString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl fmt::Debug for WideString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl PartialEq<str> for WideString {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for WideString {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl FromStr for WideString {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        Self::new(text)
    }
}

impl TryFrom<&str> for WideString {
    type Error = InvalidText;

    fn try_from(text: &str) -> Result<Self, InvalidText> {
        Self::new(text)
    }
}

/// Why units are no wide text. As a [`windows_core::Error`] it is `E_INVALIDARG`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InvalidText {
    /// A zero before the end, where a reader would stop.
    InnerNul {
        /// The index of the zero.
        at: usize,
    },
    /// No zero at the end.
    Unterminated,
}

impl fmt::Display for InvalidText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InnerNul { at } => write!(f, "the text holds a zero at index {at}"),
            Self::Unterminated => f.write_str("the text does not end with a zero"),
        }
    }
}

impl std::error::Error for InvalidText {}

impl From<InvalidText> for windows_core::Error {
    fn from(_: InvalidText) -> Self {
        Self::from_hresult(E_INVALIDARG)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zero_ends_the_text_and_stands_nowhere_else() {
        let text = WideStr::from_units_with_nul(&[0x48, 0x69, 0]).unwrap();
        assert_eq!(text, "Hi");
        assert_eq!((text.len(), text.as_units()), (2, &[0x48, 0x69][..]));
        let error = |units| WideStr::from_units_with_nul(units).unwrap_err();
        assert_eq!(error(&[0x48, 0, 0x69, 0]), InvalidText::InnerNul { at: 1 });
        assert_eq!(error(&[0x48]), InvalidText::Unterminated);
        assert_eq!(error(&[]), InvalidText::Unterminated);
        assert_eq!(
            WideString::new("a\0b"),
            Err(InvalidText::InnerNul { at: 1 })
        );
    }

    #[test]
    fn pointers_are_read_to_the_zero() {
        let units = [0x4e2d, 0xd83d, 0xde00, 0, 0x78];
        // SAFETY: a zero is among the units, which outlive the text.
        let text = unsafe { WideStr::from_ptr(units.as_ptr()) };
        assert_eq!(text, "中😀");
        assert_eq!(text.try_to_string().unwrap(), "中😀");
        // SAFETY: NULL is allowed.
        let missing = unsafe { WideStr::from_nullable_ptr(std::ptr::null()) };
        assert_eq!(missing, None);
    }

    #[test]
    fn half_a_surrogate_pair_is_shown_but_not_converted() {
        let text = WideString::from_units(vec![0x61, 0xd800, 0x62]).unwrap();
        assert_eq!(text.to_string(), "a\u{fffd}b");
        assert_eq!(format!("{text:?}"), "\"a\u{fffd}b\"");
        assert!(text.try_to_string().is_err());
        assert_ne!(text, "a\u{fffd}b");
    }

    #[test]
    fn owned_and_borrowed_are_the_same_text() {
        let owned: WideString = "größer".parse().unwrap();
        let borrowed: &WideStr = &owned;
        assert_eq!(borrowed.to_owned(), owned);
        assert_eq!(borrowed.as_units_with_nul().last(), Some(&0));
        assert_eq!(format!("{owned:>8}"), "  größer");
        assert!(WideString::new("").unwrap().is_empty());
    }
}
