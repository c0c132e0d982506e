//! Small IDL files, and what they mean.

mod asynchronous;
mod constants;
mod dump;
mod implied;
mod interfaces;
mod machines;
mod names;
mod pipes;
mod pointers;
mod records;
mod soup;
mod stand_ins;

use super::lower;
use crate::diagnostics::{Diagnostics, render};
use crate::schema::Schema;
use crate::source::{Memory, Sources};
use crate::syntax::{Options, parse};
use std::path::PathBuf;

/// Lowers files, of which `main.idl` is the input, and returns what is said about them as well.
fn lower_files(files: &[(&str, &str)]) -> (Schema, String) {
    let disk = Memory(
        files
            .iter()
            .map(|(name, text)| (PathBuf::from(name), text.as_bytes().to_vec()))
            .collect(),
    );
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let program = parse(
        &[PathBuf::from("main.idl")],
        &Options::default(),
        &disk,
        &mut sources,
        &mut diagnostics,
    );
    let schema = lower(&program, &sources, None, &mut diagnostics);
    let said = render(&diagnostics, &sources, false);
    (schema, said)
}

/// The schema of one file about which nothing is said.
fn schema(text: &str) -> Schema {
    let (schema, said) = lower_files(&[("main.idl", text)]);
    assert_eq!(said, "");
    schema
}

/// The definitions of one file, a line for each thing.
fn dumped(text: &str) -> String {
    dump::own(&schema(text))
}
