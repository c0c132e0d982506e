//! Buffers that a caller lends, called safely and as C++ would.

#[macro_use]
mod golden;

golden!("../../src/rust/golden/buffers");

#[path = "buffers/filled.rs"]
mod filled;
#[path = "buffers/texts.rs"]
mod texts;

use windows_core::{HRESULT, Result};

fn code<T>(result: Result<T>) -> Option<HRESULT> {
    result.err().map(|error| error.code())
}
