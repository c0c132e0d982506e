//! Arrays, and what tells how long they are, called safely and as C++ would.

#[macro_use]
mod golden;

golden!("../../src/rust/golden/arrays");

#[path = "arrays/elements.rs"]
mod elements;
#[path = "arrays/sizes.rs"]
mod sizes;

use windows_core::{HRESULT, Result};

fn code<T>(result: Result<T>) -> Option<HRESULT> {
    result.err().map(|error| error.code())
}
