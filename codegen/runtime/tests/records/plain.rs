//! Structs of plain data, to which the handles of windows belong.

use crate::implement;
use crate::raw::{IPlain, MESSAGE};
use std::ffi::c_void;
use std::ptr::without_provenance_mut;
use windows_core::Result;

struct Plain;

fn window() -> *mut c_void {
    without_provenance_mut(0x1234)
}

impl implement::IPlain for Plain {
    fn post(&self, message: &MESSAGE) -> Result<()> {
        assert_eq!((message.hwnd, message.ulMessage), (window(), 15));
        Ok(())
    }

    fn peek(&self) -> Result<MESSAGE> {
        Ok(MESSAGE {
            hwnd: window(),
            ulMessage: 16,
        })
    }
}

#[test]
fn the_handle_of_a_window_is_but_a_number() {
    let plain = IPlain::new(Plain);
    let message = MESSAGE {
        hwnd: window(),
        ulMessage: 15,
    };
    assert_eq!(plain.post(&message), Ok(()));
    let message = plain.peek().unwrap();
    assert_eq!((message.hwnd, message.ulMessage), (window(), 16));
}
