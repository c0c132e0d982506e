//! Structs of the generator's golden file at work: its modules are compiled here, and an implementation in Rust is called with
//! each of them, safely and as C++ would.

#[rustfmt::skip]
#[path = "../../src/rust/golden/records/client.rs"]
mod client;
#[rustfmt::skip]
#[path = "../../src/rust/golden/records/implement.rs"]
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
#[path = "../../src/rust/golden/records/raw.rs"]
mod raw;
#[rustfmt::skip]
#[allow(non_camel_case_types, clippy::upper_case_acronyms)]
#[path = "../../src/rust/golden/records/records.rs"]
mod records;

#[path = "records/borrowed.rs"]
mod borrowed;
#[path = "records/owned.rs"]
mod owned;
#[path = "records/plain.rs"]
mod plain;

use midl_runtime::status::S_OK;
use windows_core::{HRESULT, Result};

fn code<T>(result: Result<T>) -> HRESULT {
    match result {
        Ok(_) => S_OK,
        Err(error) => error.code(),
    }
}
