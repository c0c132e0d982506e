//! Buffers that a caller lends, called safely and as C++ would.

#[rustfmt::skip]
#[path = "../../src/rust/golden/buffers/client.rs"]
mod client;
#[rustfmt::skip]
#[path = "../../src/rust/golden/buffers/implement.rs"]
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
#[path = "../../src/rust/golden/buffers/raw.rs"]
mod raw;

#[path = "buffers/filled.rs"]
mod filled;
#[path = "buffers/texts.rs"]
mod texts;

use windows_core::{HRESULT, Result};

fn code<T>(result: Result<T>) -> Option<HRESULT> {
    result.err().map(|error| error.code())
}
