//! The same object twice: in safe Rust, and in raw Rust as a careful author writes it.

use call_costs::raw::ICosts_Impl;
use call_costs::{ICosts, implement};
use midl_runtime::WideStr;
use midl_runtime::status::E_POINTER;
use std::hint::black_box;
use std::slice::{from_raw_parts, from_raw_parts_mut};
use windows_core::{ComObject, OutRef, PCWSTR, Ref, Result};

/// The safe one.
pub fn safe() -> ICosts {
    ICosts::new(Safe)
}

/// The raw one.
pub fn raw() -> ICosts {
    ComObject::new(Raw).to_interface()
}

struct Safe;

impl implement::ICosts for Safe {
    fn numbers(&self, a: i32, b: u32, c: f64) -> Result<()> {
        black_box((a, b, c));
        Ok(())
    }

    fn plain(&self, value: u32) -> u32 {
        black_box(value)
    }

    fn array(&self, bytes: &[u8]) -> Result<()> {
        black_box(bytes);
        Ok(())
    }

    fn r#move(&self, number: &mut i64) -> Result<()> {
        black_box(number);
        Ok(())
    }

    fn sort(&self, numbers: &mut [i64]) -> Result<()> {
        black_box(numbers);
        Ok(())
    }

    fn buffer(&self, buffer: &mut [u8]) -> Result<usize> {
        black_box(&mut *buffer);
        Ok(8)
    }

    fn value(&self) -> Result<i32> {
        Ok(black_box(7))
    }

    fn object(&self, object: &ICosts) -> Result<()> {
        black_box(object);
        Ok(())
    }

    fn same(&self) -> Result<ICosts> {
        Ok(SAME.with(ICosts::clone))
    }

    fn text(&self, text: &WideStr) -> Result<()> {
        black_box(text);
        Ok(())
    }

    fn cleared(&self, buffer: &mut [u8]) -> Result<usize> {
        self.buffer(buffer)
    }

    fn measured(&self, text: &WideStr) -> Result<()> {
        self.text(text)
    }
}

thread_local! {
    static SAME: ICosts = safe();
}

#[windows_core::implement(ICosts)]
struct Raw;

impl ICosts_Impl for Raw_Impl {
    unsafe fn Numbers(&self, a: i32, b: u32, c: f64) -> Result<()> {
        black_box((a, b, c));
        Ok(())
    }

    unsafe fn Plain(&self, value: u32) -> u32 {
        black_box(value)
    }

    unsafe fn Array(&self, count: u32, bytes: *const u8) -> Result<()> {
        if bytes.is_null() && count > 0 {
            return Err(E_POINTER.into());
        }
        black_box((count, bytes));
        Ok(())
    }

    unsafe fn Move(&self, number: *mut i64) -> Result<()> {
        if number.is_null() {
            return Err(E_POINTER.into());
        }
        black_box(number);
        Ok(())
    }

    unsafe fn Sort(&self, count: u32, numbers: *mut i64) -> Result<()> {
        if numbers.is_null() && count > 0 {
            return Err(E_POINTER.into());
        }
        black_box((count, numbers));
        Ok(())
    }

    unsafe fn Buffer(&self, buffer: *mut u8, size: u32, done: *mut u32) -> Result<()> {
        if done.is_null() || (buffer.is_null() && size > 0) {
            return Err(E_POINTER.into());
        }
        black_box((buffer, size));
        // SAFETY: it is not NULL, so by the IDL it points to a place for a number.
        unsafe { done.write(8) };
        Ok(())
    }

    unsafe fn Value(&self, value: *mut i32) -> Result<()> {
        if value.is_null() {
            return Err(E_POINTER.into());
        }
        // SAFETY: it is not NULL, so by the IDL it points to a place for a number.
        unsafe { value.write(black_box(7)) };
        Ok(())
    }

    unsafe fn Object(&self, object: Ref<ICosts>) -> Result<()> {
        black_box(object.ok()?);
        Ok(())
    }

    unsafe fn Same(&self, object: OutRef<ICosts>) -> Result<()> {
        object.write(Some(SAME.with(ICosts::clone)))
    }

    unsafe fn Text(&self, text: &PCWSTR) -> Result<()> {
        if text.is_null() {
            return Err(E_POINTER.into());
        }
        black_box(text.0);
        Ok(())
    }

    unsafe fn Cleared(&self, buffer: *mut u8, size: u32, done: *mut u32) -> Result<()> {
        if done.is_null() || (buffer.is_null() && size > 0) {
            return Err(E_POINTER.into());
        }
        let buffer: &mut [u8] = if size == 0 {
            &mut []
        } else {
            // SAFETY: it is not NULL, so by the IDL there is room for so many bytes, which are all set here.
            unsafe {
                buffer.write_bytes(0, size as usize);
                from_raw_parts_mut(buffer, size as usize)
            }
        };
        black_box(&mut *buffer);
        // SAFETY: it is not NULL, so by the IDL it points to a place for a number.
        unsafe { done.write(8) };
        Ok(())
    }

    unsafe fn Measured(&self, text: &PCWSTR) -> Result<()> {
        if text.is_null() {
            return Err(E_POINTER.into());
        }
        let mut len = 0;
        // SAFETY: by the IDL every unit up to a zero is readable.
        while unsafe { *text.0.add(len) } != 0 {
            len += 1;
        }
        // SAFETY: these are the units that were just read.
        black_box(unsafe { from_raw_parts(text.0, len) });
        Ok(())
    }
}
