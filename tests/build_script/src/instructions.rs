//! A safe call whose arguments are numbers costs what the raw one costs: it is the same code.
//!
//! The compiler itself says so. It merges functions of equal instructions, so that they have one address. This package is
//! optimised in test builds too, for that reason.

use super::IHello;
use windows_core::{Interface, Result};

#[inline(never)]
fn safe(hello: &IHello, reason: u32, waving: bool) -> Result<()> {
    hello.leave(reason, waving)
}

#[inline(never)]
fn raw(hello: &IHello, reason: u32, waving: bool) -> Result<()> {
    // SAFETY: the interface pointer is live, and the arguments are numbers.
    unsafe { (hello.vtable().Leave)(hello.as_raw(), reason, waving.into()) }.ok()
}

#[inline(never)]
fn other(hello: &IHello, reason: u32, waving: bool) -> Result<()> {
    hello.leave(reason + 1, waving)
}

#[test]
fn a_safe_call_with_numbers_is_the_raw_call() {
    let address = |function: fn(&IHello, u32, bool) -> Result<()>| function as usize;
    assert_ne!(
        address(safe),
        address(other),
        "different code has different addresses"
    );
    assert_eq!(address(safe), address(raw), "equal code has one address");
}
