//! Structs of the generator's golden file at work: its modules are compiled here, and an implementation in Rust is called with
//! each of them, safely and as C++ would.

#[macro_use]
mod golden;

golden!("../../src/rust/golden/records", records);

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
