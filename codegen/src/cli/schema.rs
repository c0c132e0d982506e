//! `midl-bindgen schema`: the schema as JSON.

use super::{Error, Search, generate, report};
use crate::{Builder, Manifest, json};
use clap::Args;
use std::io::{self, Write};
use std::path::PathBuf;

/// Print the schema of IDL files or metadata as JSON: what they define, not what they import
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    search: Search,
    /// The IDL and winmd files [default: those of the manifest here]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

pub fn run(options: &Options) -> Result<(), Error> {
    let compilation = builder(options)?.compile().into_valid()?;
    report(&compilation);
    let json = json::write(&compilation.schema).map_err(io::Error::from)?;
    writeln!(io::stdout(), "{json}")?;
    Ok(())
}

fn builder(options: &Options) -> Result<Builder, Error> {
    let builder = if options.files.is_empty() {
        Manifest::read(&generate::find_manifest())?.builder
    } else {
        options.files.iter().fold(Builder::new(), Builder::input)
    };
    Ok(options.search.configure(builder))
}
