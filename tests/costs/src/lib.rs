//! The interface whose calls are counted.

mod generated {
    #![allow(missing_docs, reason = "the methods do nothing")]
    include!(concat!(env!("OUT_DIR"), "/mod.rs"));
}

pub use generated::*;
