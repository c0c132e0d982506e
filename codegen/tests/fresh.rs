//! The files in `src/generated` of `mapi-bindings` are what its `idl/` says today.

use midl_bindgen::{Manifest, output, prelude};
use std::path::Path;

/// MIDL.exe and widl do not carry the file as this compiler does, so it lies beside the IDL that includes it.
#[test]
fn the_annotations_beside_the_idl_are_the_compilers_own() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../idl/annotations.h");
    let beside = std::fs::read_to_string(&path).expect("idl/annotations.h is there");
    assert_eq!(
        Some(beside.as_str()),
        prelude::file("annotations.h"),
        "copy codegen/include/annotations.h to idl/"
    );
}

#[test]
fn generated_files_equal_a_fresh_generation() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let manifest = Manifest::read(&root.join("Cargo.toml")).expect("the manifest is right");
    let output = manifest.builder.rust().expect("idl/ has no errors");
    assert_eq!(output.compilation.render(false), "", "idl/ has warnings");
    let changes = output::changes(&manifest.output, &output.files).expect("files can be read");
    assert!(
        changes.is_empty(),
        "stale, run `cargo run -p midl-bindgen`: {changes:?}"
    );
}
