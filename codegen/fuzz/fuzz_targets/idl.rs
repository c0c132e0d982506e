//! Files of IDL, from text to schema: whatever they say, the compiler ends with a schema and messages.
//!
//! A zero byte ends one file and starts the next: `main.idl` is compiled, `a.idl` to `c.idl` can be imported and
//! included. What the compiler carries (the prelude, Windows' own metadata) can be imported as well.

#![no_main]

use libfuzzer_sys::fuzz_target;
use midl_bindgen::Builder;
use midl_bindgen::source::Memory;
use std::path::PathBuf;

const NAMES: [&str; 4] = ["main.idl", "a.idl", "b.idl", "c.idl"];

fuzz_target!(|data: &[u8]| {
    let files = NAMES
        .iter()
        .map(PathBuf::from)
        .zip(data.split(|byte| *byte == 0).map(<[u8]>::to_vec));
    let files = Memory(files.collect());
    let compilation = Builder::new().input(NAMES[0]).compile_from(&files);
    compilation.render(false);
});
