//! Compiles `idl/hello.idl` and `idl/streams.idl` before the crate is compiled.

use std::path::PathBuf;

fn main() -> Result<(), midl_bindgen::Failure> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    for (input, folder) in [
        ("idl/hello.idl", out.clone()),
        ("idl/streams.idl", out.join("streams")),
    ] {
        let output = midl_bindgen::Builder::new()
            .input(input)
            .write_rust(folder)?;
        print!("{}", output.cargo_instructions());
    }
    Ok(())
}
