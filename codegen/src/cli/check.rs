//! `midl-bindgen check`: diagnostics only.

use super::{Error, Inputs, report};
use crate::counted::counted;
use crate::syntax::Imports;
use clap::Args;
use std::io::{self, Write};

/// Check IDL files or metadata, and show what is wrong with them
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    inputs: Inputs,
}

pub fn run(options: &Options) -> Result<(), Error> {
    let mut builder = options.inputs.builder().imports(Imports::Named);
    builder.ends_soon = true;
    let compilation = builder.compile().into_valid()?;
    report(&compilation);
    let interfaces = compilation.schema.own_interfaces().count();
    let methods: usize = compilation
        .schema
        .own_interfaces()
        .map(|(_, _, interface)| interface.methods.len())
        .sum();
    writeln!(
        io::stdout(),
        "no errors: {}, {}",
        counted(interfaces, "interface"),
        counted(methods, "method")
    )?;
    // The process ends here, and its memory with it.
    std::mem::forget(compilation);
    Ok(())
}
