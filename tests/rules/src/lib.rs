//! The interface that the examples of `docs/rules.md` add up to.

mod generated {
    #![allow(missing_docs, reason = "the page tells of them")]
    include!(concat!(env!("OUT_DIR"), "/mod.rs"));
}

pub use generated::*;
