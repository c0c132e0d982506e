//! Makes one IDL file of the examples in `docs/rules.md`, and compiles it.

#[path = "src/page.rs"]
mod page;

use std::path::PathBuf;
use std::{env, error, fs};

const PAGE: &str = "../../docs/rules.md";

fn main() -> Result<(), Box<dyn error::Error>> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let text = fs::read_to_string(PAGE)?;
    let sections = page::sections(&text);
    let (declarations, methods) = sections.split_first().ok_or("the page has no IDL")?;
    let methods: Vec<_> = methods.iter().collect();
    let idl = out.join("rules.idl");
    fs::write(&idl, page::file(declarations, &methods))?;
    let output = midl_bindgen::Builder::new().input(&idl).write_rust(out)?;
    println!("cargo::rerun-if-changed={}", PAGE);
    println!("cargo::rerun-if-changed=build.rs");
    print!("{}", output.cargo_instructions());
    Ok(())
}
