//! Metadata among the inputs, as files and as text.

use super::{Library, Places, Winmd, open, rdl};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::lower;
use crate::source::{FileSystem, Origin, Sources, Span, decode};
use crate::syntax::{self, Program};
use std::path::{Path, PathBuf};

/// A winmd that the user gives, or that was made of the text that the user gives.
pub struct Given {
    bytes: Vec<u8>,
    name: String,
    places: Places,
}

/// Whether a path is that of metadata, as a file or as text, by its extension.
pub fn is_metadata(path: &Path) -> bool {
    has_extension(path, "winmd") || is_text(path)
}

fn is_text(path: &Path) -> bool {
    has_extension(path, "rdl")
}

fn has_extension(path: &Path, expected: &str) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case(expected))
}

/// Reads metadata. All text is compiled together, so that one may name what another defines.
pub fn read_given(
    paths: &[PathBuf],
    files: &dyn FileSystem,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<Given> {
    let mut given = Vec::new();
    let mut texts = Vec::new();
    for path in paths {
        let bytes = match syntax::read_input(files, path) {
            Ok(bytes) => bytes,
            Err(problem) => {
                diagnostics.push(*problem);
                continue;
            }
        };
        if is_text(path) {
            texts.push(sources.add(path, decode(bytes), Origin::Input));
        } else {
            let file = sources.add(path, String::new(), Origin::Input);
            given.push(Given {
                bytes,
                name: path.to_string_lossy().into_owned(),
                places: Places::whole(Span::new(file, 0, 0)),
            });
        }
    }
    let Some(first) = texts.first().copied() else {
        return given;
    };
    // What is wrong with a winmd is said when it is read, and need not be said of what names its types as well.
    if !diagnostics.has_errors() && are_fine(&given, sources) {
        let known: Vec<&[u8]> = given.iter().map(|given| &*given.bytes).collect();
        match rdl::compile(&texts, &known, sources) {
            Ok((bytes, places)) => given.push(Given {
                bytes,
                name: sources.file(first).path.to_string_lossy().into_owned(),
                places,
            }),
            Err(problem) => diagnostics.push(problem),
        }
    }
    given
}

/// Whether winmds may be given to `windows-rdl`, which trusts them: they can be read, and no type is made of itself. (They may
/// name what the text defines.) They are opened for this alone: it is counted how much is read of an opened file.
fn are_fine(given: &[Given], sources: &Sources) -> bool {
    let mut found = Diagnostics::new();
    let opened = given.iter().filter_map(|given| given.open(&mut found));
    let library = Library::new(opened.collect());
    let program = Program::default();
    lower::lower(&program, sources, Some(&library), &mut found);
    let is_unknown = |found: &Diagnostic| found.code == Code::UnknownType;
    let is_error = |found: &&Diagnostic| found.code.severity() == Severity::Error;
    found.iter().filter(is_error).all(is_unknown)
}

impl Given {
    /// Opens it.
    pub fn open(&self, diagnostics: &mut Diagnostics) -> Option<(Winmd<'_>, Places)> {
        match open(&self.bytes, &self.name, self.places.file()) {
            Ok(file) => Some((file, self.places.clone())),
            Err(problem) => {
                diagnostics.push(problem);
                None
            }
        }
    }
}
