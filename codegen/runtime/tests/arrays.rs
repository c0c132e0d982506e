//! Arrays, and what tells how long they are, called safely and as C++ would.

#[rustfmt::skip]
#[path = "../../src/rust/golden/arrays/client.rs"]
mod client;
#[rustfmt::skip]
#[path = "../../src/rust/golden/arrays/implement.rs"]
mod implement;
#[rustfmt::skip]
#[allow(
    clippy::all,
    clippy::undocumented_unsafe_blocks,
    dead_code,
    non_camel_case_types,
    non_snake_case,
    missing_docs
)]
#[path = "../../src/rust/golden/arrays/raw.rs"]
mod raw;

#[path = "arrays/elements.rs"]
mod elements;
#[path = "arrays/sizes.rs"]
mod sizes;

use windows_core::{HRESULT, Result};

fn code<T>(result: Result<T>) -> Option<HRESULT> {
    result.err().map(|error| error.code())
}
