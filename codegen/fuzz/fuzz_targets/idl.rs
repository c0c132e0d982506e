//! Files of IDL, from text to schema: whatever they say, the compiler ends with a schema and messages.
//!
//! A zero byte ends one file and starts the next: `main.idl` is compiled, `a.idl` to `c.idl` can be imported and
//! included. What the compiler carries (the prelude, Windows' own metadata) can be imported as well. And what is left out of
//! imported files is not missed.

#![no_main]

use libfuzzer_sys::fuzz_target;
use midl_bindgen::source::Memory;
use midl_bindgen::syntax::Imports;
use midl_bindgen::{Builder, json};
use std::path::PathBuf;

const NAMES: [&str; 4] = ["main.idl", "a.idl", "b.idl", "c.idl"];

fuzz_target!(|data: &[u8]| {
    let files = NAMES
        .iter()
        .map(PathBuf::from)
        .zip(data.split(|byte| *byte == 0).map(<[u8]>::to_vec));
    let files = Memory(files.collect());
    let compile = |imports| {
        let builder = Builder::new().input(NAMES[0]).imports(imports);
        builder.compile_from(&files)
    };
    let needed = compile(Imports::Needed);
    needed.render(false);
    let whole = compile(Imports::Whole);
    whole.render(false);
    if whole.diagnostics.has_errors() {
        return;
    }
    for compilation in [needed, compile(Imports::Named)] {
        assert!(!compilation.diagnostics.has_errors());
        assert_eq!(
            json::write(&compilation.schema).ok(),
            json::write(&whole.schema).ok()
        );
    }
});
