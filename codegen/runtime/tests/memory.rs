//! Memory that a callee allocates: the modules of the generator's golden files are compiled here, and an implementation in
//! Rust is called through every method, safely and as C++ would.

#[macro_use]
mod golden;

golden!("../../src/rust/golden/memory");

#[path = "memory/handles.rs"]
mod handles;
#[path = "memory/places.rs"]
mod places;
#[path = "memory/slices.rs"]
mod slices;
#[path = "memory/texts.rs"]
mod texts;
#[path = "memory/values.rs"]
mod values;

use midl_runtime::memory::{Allocator, CoTaskMem};
use std::cell::Cell;
use std::ffi::c_void;
use std::ptr::NonNull;
use windows_core::{HRESULT, Interface, Result};

thread_local! {
    static LIVE: Cell<usize> = const { Cell::new(0) };
}

/// An allocator of the user's own, which knows how many of its blocks there are.
pub enum Counted {}

impl Counted {
    /// The blocks that this thread has allocated and not freed.
    fn live() -> usize {
        LIVE.get()
    }
}

// SAFETY: it hands on what a good allocator does.
unsafe impl Allocator for Counted {
    fn allocate(size: usize) -> Option<NonNull<u8>> {
        LIVE.set(LIVE.get() + 1);
        CoTaskMem::allocate(size)
    }

    unsafe fn free(block: NonNull<u8>) {
        LIVE.set(LIVE.get() - 1);
        // SAFETY: passed on to the caller.
        unsafe { CoTaskMem::free(block) }
    }
}

fn code<T>(result: Result<T>) -> HRESULT {
    match result {
        Ok(_) => HRESULT(0),
        Err(error) => error.code(),
    }
}

/// Calls an object of which some methods are replaced by foreign ones.
fn with_foreign<I: Interface, T>(
    honest: &I,
    replace: impl FnOnce(&mut I::Vtable),
    call: impl FnOnce(&I) -> T,
) -> T {
    // SAFETY: a vtable is nothing but function pointers, which may be copied.
    let mut vtable: I::Vtable = unsafe { std::ptr::read(Interface::vtable(honest)) };
    replace(&mut vtable);
    let object = &raw const vtable;
    let address: *mut c_void = (&raw const object).cast_mut().cast();
    // SAFETY: it is a pointer to a vtable, as an object is; only the replaced functions are called, which look at no
    // more than their parameters.
    call(unsafe { I::from_raw_borrowed(&address) }.unwrap())
}
