//! Winmd files as definitions of the schema: the second front end.
//!
//! The reader of `windows-metadata` makes an index of everything first, which takes half a second for Windows' own metadata. Here names
//! of that are found in indices that the build script has made (`hashed.rs`), and only the rows of what is needed are read. The bytes
//! may be anything: a file that the user gives is checked before ([`Winmd::open`]), and what does not make sense after that is not
//! found, or is a definition of which only the name is known.
//!
//! Windows' metadata says less than IDL: `LARGE_INTEGER` in a parameter is an `i64`, tags and `LP…` names are missing
//! (lowering makes them out of the names that are there), and a few structs differ from one kind of machine to another. The
//! schema has one definition for all machines, so that such a struct can be pointed to but not held, unless it is only packed
//! differently (`twins.rs`).

mod added;
mod attributes;
mod by_name;
mod category;
mod check;
mod constants;
mod contents;
mod definition;
mod external;
mod file;
mod given;
mod hashed;
mod image;
#[cfg(test)]
mod input_tests;
mod library;
mod places;
mod plain;
#[cfg(feature = "rdl")]
mod rdl;
#[cfg(not(feature = "rdl"))]
#[path = "without_rdl.rs"]
mod rdl;
mod references;
mod shipped;
mod signature;
mod tables;
#[cfg(test)]
mod tests;
mod twins;
#[cfg(test)]
mod twins_tests;
mod type_name;

pub use file::Winmd;
pub use given::{Given, is_metadata, read_given};
pub use library::Library;
pub use places::Places;
pub(super) use plain::read_plain;

use crate::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::lower;
use crate::schema::Schema;
use crate::source::{Origin, Sources, Span};
use crate::syntax::Program;

/// Reads a winmd as a schema. What it names and does not define is looked up in Windows' own metadata.
pub fn read(bytes: &[u8]) -> Result<Schema, Diagnostic> {
    let mut sources = Sources::new();
    let file = sources.add("input.winmd", String::new(), Origin::Input);
    let place = Span::new(file, 0, 0);
    let file = open(bytes, "input.winmd", place)?;
    let library = Library::new(vec![(file, Places::whole(place))]);
    let mut diagnostics = Diagnostics::new();
    let program = Program::default();
    let schema = lower::lower(&program, &sources, Some(&library), &mut diagnostics);
    let mut errors = diagnostics
        .iter()
        .filter(|found| found.code.severity() == Severity::Error);
    match errors.next() {
        Some(error) => Err(error.clone()),
        None => Ok(schema),
    }
}

/// Opens a winmd that the user gives under a name; `place` is where it is said to be wrong.
pub fn open<'a>(bytes: &'a [u8], name: &str, place: Span) -> Result<Winmd<'a>, Diagnostic> {
    Winmd::open(bytes).map_err(|why| {
        let message = format!("`{name}` is no Windows metadata that can be read");
        Diagnostic::at(Code::BadMetadata, place, message).label(why)
    })
}
