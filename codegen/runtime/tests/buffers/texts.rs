//! Texts in buffers.

use crate::raw::ITexts;
use crate::{code, implement};
use midl_runtime::status::{E_INVALIDARG, E_POINTER, E_UNEXPECTED, S_FALSE, S_OK, error};
use std::cell::Cell;
use windows_core::{PWSTR, Result};

struct Texts;

thread_local! {
    /// What becomes of [`Texts::path`](implement::ITexts::path) after it has filled all of its buffer.
    static THEN: Cell<fn() -> Result<()>> = const { Cell::new(|| Ok(())) };
}

/// Writes as much of a text as there is room for, without a zero.
fn put(buffer: &mut [u16], text: &str) {
    for (unit, character) in buffer.iter_mut().zip(text.encode_utf16()) {
        *unit = character;
    }
}

impl implement::ITexts for Texts {
    fn path(&self, path: &mut [u16]) -> Result<()> {
        assert!(path.iter().all(|unit| *unit == 0), "nothing unset is seen");
        put(path, "path");
        THEN.get()()
    }

    fn narrow(&self, name: &mut [u8]) -> Result<u32> {
        name[..4].copy_from_slice(b"name");
        Ok(3)
    }

    fn perhaps(&self, path: Option<&mut [u16]>) -> Result<()> {
        path.map_or(Ok(()), |path| self.path(path))
    }

    fn rename(&self, name: &mut [u16]) -> Result<()> {
        assert_eq!(name.first(), Some(&0x61));
        put(name, "bc");
        Ok(())
    }

    fn measured(&self, name: &mut [u16]) -> Result<usize> {
        put(name, "ab");
        Ok(3)
    }

    fn title(&self, title: &mut [u16]) {
        put(title, "title");
        THEN.get()().unwrap();
    }
}

fn texts() -> ITexts {
    ITexts::new(Texts)
}

#[test]
fn texts_come_back_with_their_length() {
    let texts = texts();
    THEN.set(|| Ok(()));
    let mut buffer = [9; 8];
    let len = texts.path(&mut buffer).unwrap();
    assert_eq!(String::from_utf16(&buffer[..len]).unwrap(), "path");
    let mut narrow = [9; 8];
    assert_eq!(texts.narrow(&mut narrow), Ok((4, 3)));
    assert_eq!(&narrow[..4], b"name");
    assert_eq!(texts.perhaps(None), Ok(0));
    assert_eq!(texts.perhaps(Some(&mut buffer)), Ok(4));
    assert_eq!(texts.measured(&mut buffer), Ok(3));
    assert_eq!(texts.title(&mut buffer), Ok(5));
    let mut name = [0x61, 0, 0];
    assert_eq!(texts.rename(&mut name), Ok(2));
    assert_eq!(texts.path(&mut []), Ok(0));
}

#[test]
fn a_text_without_an_end_is_not_sent() {
    assert_eq!(code(texts().rename(&mut [0x61; 3])), Some(E_INVALIDARG));
}

#[test]
fn whatever_happens_there_is_a_zero() {
    let texts = texts();
    for (then, expected) in [
        ((|| Ok(())) as fn() -> Result<()>, E_UNEXPECTED),
        // A success that windows-core has as an error.
        (|| Err(error(S_FALSE)), S_FALSE),
        (|| panic!("on purpose"), E_UNEXPECTED),
    ] {
        THEN.set(then);
        let mut buffer = [9_u16; 4];
        // SAFETY: there is room for four.
        let answer = unsafe { texts.Path(PWSTR(buffer.as_mut_ptr()), 4) };
        assert_eq!((answer, buffer[0]), (expected, 0));
        let mut buffer = [9_u16; 5];
        // SAFETY: there is room for five.
        unsafe { texts.Title(PWSTR(buffer.as_mut_ptr()), 5) };
        assert_eq!(buffer[0], 0);
    }
}

#[test]
fn pointers_and_counts_are_checked() {
    let texts = texts();
    THEN.set(|| Ok(()));
    // SAFETY: what is wrong is what is tried; it is refused before anything is written.
    unsafe {
        assert_eq!(texts.Path(PWSTR::null(), 4), E_POINTER);
        assert_eq!(texts.Perhaps(PWSTR::null(), 4), S_OK);
        let mut unit = 7;
        assert_eq!(texts.Path(PWSTR(&mut unit), -1), E_INVALIDARG);
        assert_eq!(unit, 7);
    }
}
