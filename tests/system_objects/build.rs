//! Compiles the interfaces of `idl/` before the crate is compiled.

fn main() -> Result<(), midl_bindgen::Failure> {
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let output = midl_bindgen::Builder::new()
        .input("idl/streams.idl")
        .input("idl/storages.idl")
        .input("idl/categories.idl")
        .input("idl/shell.idl")
        .input("idl/table.idl")
        .input("idl/dictionary.idl")
        .input("idl/operations.idl")
        .write_rust(out)?;
    print!("{}", output.cargo_instructions());
    Ok(())
}
