//! Interfaces of Windows whose objects others wrote, in safe Rust; the tests call them, and are called by them.

mod generated {
    #![allow(missing_docs, reason = "they are documented where Windows is")]
    include!(concat!(env!("OUT_DIR"), "/mod.rs"));
}

pub use generated::*;

#[cfg(windows)]
pub mod system;
