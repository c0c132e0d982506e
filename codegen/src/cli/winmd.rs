//! `midl-bindgen winmd`: Windows metadata from IDL files.

use super::{Error, Inputs, report, write_one};
use clap::Args;
use std::path::PathBuf;

/// Make Windows metadata (.winmd) from IDL files, or from other metadata
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    inputs: Inputs,
    /// The namespace of the definitions [default: the name of the output file]
    #[arg(long)]
    namespace: Option<String>,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

pub fn run(options: &Options) -> Result<(), Error> {
    let stem = options.output.file_stem().unwrap_or_default();
    let namespace = match &options.namespace {
        Some(namespace) => namespace.clone(),
        None => stem.to_string_lossy().into_owned(),
    };
    let (compilation, bytes) = options.inputs.builder().winmd(&namespace)?;
    report(&compilation);
    write_one(compilation, &options.output, &bytes)
}
