//! A compiler from classic COM MIDL (`.idl`) to Windows metadata and safe Rust, on any operating system, without
//! MIDL.exe, .NET, MSVC, a Windows SDK or libclang.
//!
//! ```text
//!  .idl ─ lexer ─ preprocessor ─ parser ─► tree ─ lowering ─► SCHEMA ─┬─► winmd ─► windows-bindgen ─► raw Rust
//!        └────────── syntax ──────────┘          └─ lower ─┘          ├─► safe Rust: calls, implementations
//!                                                                     ├─► assertions on slots, layouts, IIDs
//!                                                                     └─► JSON
//! ```
//!
//! [`Builder`] is the front door, for build scripts and for programs. Each stage is a module, takes values and
//! gives values: [`syntax`] and [`lower`] know the [`schema`] and no back end; [`metadata`], [`mod@rust`] and
//! [`json`] know the schema and no front end. Mistakes in the input are [`diagnostics`]; nothing here prints,
//! exits, or panics on input, but for the command line in [`cli`].

mod builder;
#[cfg(feature = "cli")]
pub mod cli;
mod counted;
pub mod diagnostics;
pub mod json;
pub mod lower;
mod machines;
mod manifest;
pub mod metadata;
pub mod output;
mod panics;
pub mod prelude;
pub mod rust;
pub mod schema;
pub mod source;
pub mod syntax;

pub use builder::{Builder, Compilation, Failure, Output};
pub use manifest::Manifest;
