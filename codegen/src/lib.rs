//! A compiler from classic COM MIDL to winmd and safe Rust.

pub mod diagnostics;
pub mod json;
pub mod lower;
pub mod metadata;
mod panics;
pub mod prelude;
pub mod rust;
pub mod schema;
pub mod source;
pub mod syntax;
