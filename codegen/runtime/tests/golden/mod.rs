//! What the generator's tests hold its output against, compiled.

/// Declares the modules that a folder of golden files has, as their `mod.rs` would.
macro_rules! golden {
    ($folder:literal $(, $records:ident)?) => {
        #[path = $folder]
        mod generated {
            #[allow(clippy::type_complexity)]
            mod client;
            #[allow(clippy::type_complexity)]
            pub mod implement;
            #[allow(
                clippy::all,
                clippy::undocumented_unsafe_blocks,
                dead_code,
                missing_docs,
                non_camel_case_types,
                non_snake_case
            )]
            pub mod raw;
            $(
                #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
                pub mod $records;
            )?
        }
        use generated::{implement, raw $(, $records)?};
    };
}
