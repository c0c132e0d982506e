//! Compiles `idl/costs.idl` before the crate is compiled.

fn main() -> Result<(), midl_bindgen::Failure> {
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let output = midl_bindgen::Builder::new()
        .input("idl/costs.idl")
        .write_rust(out)?;
    print!("{}", output.cargo_instructions());
    Ok(())
}
