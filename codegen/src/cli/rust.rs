//! `midl-bindgen rust`: Rust files from IDL files.

use super::{Error, Inputs, report, tell};
use clap::Args;
use std::io::{self, Write};
use std::path::PathBuf;

/// Make Rust modules from IDL files or metadata
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    inputs: Inputs,
    /// The folder to write the modules to
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
}

pub fn run(options: &Options) -> Result<(), Error> {
    let output = options.inputs.builder().write_rust(&options.output)?;
    report(&output.compilation);
    let mut out = io::stdout().lock();
    writeln!(out, "{}", output.describe())?;
    tell(&mut out, &output.changes)?;
    Ok(())
}
