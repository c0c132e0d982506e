//! Text parameters: what a safe call takes where the IDL says `[in, string]`.

use crate::status::E_INVALIDARG;
use crate::wide::{WideStr, WideString};
use std::ffi::{CStr, c_char};
use std::mem::MaybeUninit;
use windows_core::{Error, HSTRING, PCWSTR, Result};

/// A text argument: `&str`, `&String`, or wide text that is passed on as it is (`&WideStr`, `&WideString`,
/// `&HSTRING`).
///
/// A text that holds a zero is refused with `E_INVALIDARG`: the other side would read it only up to there.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a>(Source<'a>);

#[derive(Clone, Copy, Debug)]
enum Source<'a> {
    Utf8(&'a str),
    Wide(&'a WideStr),
    Counted(&'a HSTRING),
}

impl Text<'_> {
    /// The text as an `LPCWSTR`, which lives as long as `self` and `buffer` do.
    ///
    /// Wide text is not copied. A `&str` is written to the buffer: in place up to 255 UTF-16 units, else on the heap.
    #[inline]
    pub fn to_wide(&self, buffer: &mut TextBuffer) -> Result<PCWSTR> {
        match self.0 {
            Source::Utf8(text) => buffer.encode(text),
            Source::Wide(text) => Ok(PCWSTR(text.as_ptr())),
            Source::Counted(text) if text.contains(&0) => Err(Error::from_hresult(E_INVALIDARG)),
            Source::Counted(text) => Ok(PCWSTR(text.as_ptr())),
        }
    }
}

/// A text argument that may be missing: whatever a [`Text`] is made from, or `None`.
///
/// An `Option` of something else is converted with `text.map(Into::into)`. That a bare `None` needs no type is why
/// there is no more than one conversion from an `Option`.
#[derive(Clone, Copy, Debug, Default)]
pub struct OptionalText<'a>(Option<Text<'a>>);

impl OptionalText<'_> {
    /// As [`Text::to_wide`]; NULL where there is no text.
    #[inline]
    pub fn to_wide(&self, buffer: &mut TextBuffer) -> Result<PCWSTR> {
        match &self.0 {
            Some(text) => text.to_wide(buffer),
            None => Ok(PCWSTR::null()),
        }
    }
}

impl<'a> From<Option<Text<'a>>> for OptionalText<'a> {
    #[inline]
    fn from(text: Option<Text<'a>>) -> Self {
        Self(text)
    }
}

impl<'a> From<Text<'a>> for OptionalText<'a> {
    #[inline]
    fn from(text: Text<'a>) -> Self {
        Self(Some(text))
    }
}

macro_rules! from {
    ($($source:ty: |$text:ident| $conversion:expr;)*) => {$(
        impl<'a> From<&'a $source> for Text<'a> {
            #[inline]
            fn from($text: &'a $source) -> Self {
                Self($conversion)
            }
        }

        impl<'a> From<&'a $source> for OptionalText<'a> {
            #[inline]
            fn from($text: &'a $source) -> Self {
                Self(Some($text.into()))
            }
        }
    )*};
}

from! {
    str: |text| Source::Utf8(text);
    String: |text| Source::Utf8(text);
    WideStr: |text| Source::Wide(text);
    WideString: |text| Source::Wide(text);
    HSTRING: |text| Source::Counted(text);
}

/// Narrow text that starts at a pointer; `None` for NULL.
///
/// # Safety
///
/// `start` is NULL, or points to bytes that end with a zero, and that live unchanged for `'a`.
#[inline]
pub unsafe fn narrow<'a>(start: *const c_char) -> Option<&'a CStr> {
    // SAFETY: it is not NULL, so the caller promises a text.
    (!start.is_null()).then(|| unsafe { CStr::from_ptr(start) })
}

/// UTF-16 units in the buffer itself, the final zero included.
const INLINE: usize = 256;

/// Where a `&str` becomes wide text for the length of a call.
pub struct TextBuffer {
    inline: [MaybeUninit<u16>; INLINE],
    heap: Vec<u16>,
}

impl Default for TextBuffer {
    fn default() -> Self {
        Self::new()
    }
}

impl TextBuffer {
    /// An empty buffer. It costs no heap, and nothing is written to it yet.
    #[inline]
    pub const fn new() -> Self {
        Self {
            inline: [MaybeUninit::uninit(); INLINE],
            heap: Vec::new(),
        }
    }

    fn encode(&mut self, text: &str) -> Result<PCWSTR> {
        if text.as_bytes().contains(&0) {
            return Err(Error::from_hresult(E_INVALIDARG));
        }
        let mut len = 0;
        if text.len() < INLINE && text.is_ascii() {
            for (slot, byte) in self.inline.iter_mut().zip(text.bytes()) {
                slot.write(byte.into());
            }
            len = text.len();
        } else {
            for unit in text.encode_utf16() {
                if len == INLINE - 1 {
                    return Ok(self.encode_on_heap(text));
                }
                self.inline[len].write(unit);
                len += 1;
            }
        }
        self.inline[len].write(0);
        Ok(PCWSTR(self.inline.as_ptr().cast()))
    }

    #[cold]
    fn encode_on_heap(&mut self, text: &str) -> PCWSTR {
        self.heap.clear();
        self.heap.extend(text.encode_utf16());
        self.heap.push(0);
        PCWSTR(self.heap.as_ptr())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accept<'a>(text: impl Into<OptionalText<'a>>) -> Result<Option<WideString>> {
        let mut buffer = TextBuffer::new();
        let wide = text.into().to_wide(&mut buffer)?;
        // SAFETY: it is NULL or a text in the buffer or the argument, and both are alive.
        Ok(unsafe { WideStr::from_nullable_ptr(wide.0) }.map(WideStr::to_owned))
    }

    #[test]
    fn every_source_needs_no_type() {
        let wide = WideString::new("text").unwrap();
        let borrowed: &WideStr = &wide;
        let counted = HSTRING::from("text");
        let expected = Some(wide.clone());
        assert_eq!(accept("text"), Ok(expected.clone()));
        assert_eq!(accept(&String::from("text")), Ok(expected.clone()));
        assert_eq!(accept(&wide), Ok(expected.clone()));
        assert_eq!(accept(borrowed), Ok(expected.clone()));
        assert_eq!(accept(&counted), Ok(expected.clone()));
        let utf8 = std::iter::once("text").next();
        assert_eq!(accept(utf8.map(Into::into)), Ok(expected.clone()));
        let units = std::iter::once(borrowed).next();
        assert_eq!(accept(units.map(Into::into)), Ok(expected));
        assert_eq!(accept(None), Ok(None));
    }

    #[test]
    fn empty_is_not_missing() {
        let empty = WideString::new("").unwrap();
        assert_eq!(accept(""), Ok(Some(empty.clone())));
        assert_eq!(accept(&HSTRING::new()), Ok(Some(empty)));
    }

    #[test]
    fn a_zero_inside_is_refused() {
        let error = Error::from_hresult(E_INVALIDARG);
        assert_eq!(accept("a\0b"), Err(error.clone()));
        assert_eq!(
            accept(&HSTRING::from_wide(&[0x61, 0, 0x62])),
            Err(error.clone())
        );
        assert_eq!(accept(&*"x".repeat(300).replacen('x', "\0", 1)), Err(error));
    }

    #[test]
    fn text_around_the_buffers_length_arrives_whole() {
        for character in ["x", "ä", "中", "😀"] {
            let units = character.encode_utf16().count();
            for count in [
                0,
                1,
                254 / units,
                255 / units,
                256 / units,
                257 / units,
                1000,
            ] {
                let text = character.repeat(count);
                let arrived = accept(&text).unwrap().unwrap();
                assert_eq!(arrived, *text, "{count} times {character}");
            }
        }
    }

    #[test]
    fn up_to_255_units_stay_off_the_heap() {
        for (text, heap) in [
            ("x".repeat(255), false),
            ("中".repeat(255), false),
            ("x".repeat(256), true),
            ("😀".repeat(128), true),
        ] {
            let mut buffer = TextBuffer::new();
            Text::from(&text).to_wide(&mut buffer).unwrap();
            assert_eq!(buffer.heap.capacity() > 0, heap, "{} bytes", text.len());
        }
    }

    #[test]
    fn wide_text_is_passed_on_as_it_is() {
        let wide = WideString::new("text").unwrap();
        let mut buffer = TextBuffer::new();
        assert_eq!(
            Text::from(&wide).to_wide(&mut buffer).unwrap().0,
            wide.as_ptr()
        );
    }
}
