//! The files in `src/generated` of `mapi-bindings` are what its `idl/` says today.

use midl_bindgen::{Manifest, output};
use std::path::Path;

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
