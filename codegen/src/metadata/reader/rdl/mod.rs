//! Metadata as text (`.rdl`): `windows-rdl` makes a winmd of it. This is the one folder that uses that crate.
//!
//! It reads files of the disk and writes one, and it panics or runs out of stack where a text asks for it. So it is given
//! copies in a temporary folder, on a thread with a stack of its own, and no text that nests deeper than anybody writes.

#[cfg(test)]
mod input_tests;
mod outline;
mod tokens;

use super::Places;
use crate::diagnostics::{Code, Diagnostic};
use crate::panics;
use crate::source::{FileId, Sources, Span};
use outline::{Outline, made_of_itself, outline};
use std::path::Path;

/// Of the thread that compiles: enough for what [`outline`] lets pass, in an unoptimised build as well.
const STACK: usize = 64 << 20;

/// Our own attribute, which `windows-rdl` writes into what it makes of our metadata, and wants to see declared.
const OURS: &str =
    "#[win32] mod Midl { mod Metadata { attribute MidlAttribute { fn(text: String); } } }";

/// Makes a winmd of texts that may name each other's definitions, those of `known` winmds and those of Windows, with the places
/// of what it defines.
///
/// Windows' metadata is loaded for it, which takes a quarter of a second.
pub(super) fn compile(
    files: &[FileId],
    known: &[&[u8]],
    sources: &Sources,
) -> Result<(Vec<u8>, Places), Diagnostic> {
    let mut outlines: Vec<Outline<'_>> = Vec::new();
    for id in files {
        outlines.push(outline(&sources.file(*id).text).map_err(|place| {
            let message = "this nests deeper than any real file needs";
            Diagnostic::at(
                Code::NestedTooDeep,
                span(*id, place.start, place.end),
                message,
            )
        })?);
    }
    if let Some((file, item)) = made_of_itself(&outlines) {
        let item = &outlines[file].items[item];
        let message = format!("`{}` is made of itself, or of too many others", item.name);
        let place = span(files[file], item.place.start, item.place.end);
        return Err(Diagnostic::at(Code::RecursiveTypedef, place, message));
    }
    let texts: Vec<&str> = files
        .iter()
        .map(|id| sources.file(*id).text.as_str())
        .collect();
    let bytes = run(&texts, known).map_err(|problem| match problem {
        Problem::Text(error) => said(&error, files, sources),
        Problem::Folder(error) => Diagnostic::global(
            Code::CannotWrite,
            format!("metadata as text cannot be compiled in a temporary folder: {error}"),
        ),
        Problem::Panic(message) => Diagnostic::global(
            Code::BadMetadata,
            format!("windows-rdl cannot read this metadata: {message}"),
        ),
    })?;
    let whole = files.first().map(|id| Span::new(*id, 0, 0));
    let mut places = Places::whole(whole.ok_or_else(nothing)?);
    for (id, outline) in files.iter().zip(outlines) {
        for item in outline.items {
            places.add(item.name, span(*id, item.place.start, item.place.end));
        }
    }
    Ok((bytes, places))
}

fn nothing() -> Diagnostic {
    Diagnostic::global(Code::BadMetadata, "there is no metadata to compile")
}

/// Why there is no winmd.
enum Problem {
    Text(windows_rdl::Error),
    Folder(std::io::Error),
    Panic(String),
}

fn run(texts: &[&str], known: &[&[u8]]) -> Result<Vec<u8>, Problem> {
    let folder = tempfile::tempdir().map_err(Problem::Folder)?;
    let output = folder.path().join("compiled.winmd");
    let mut reader = windows_rdl::reader();
    reader
        .reference_default()
        .reference_byte_sets(known)
        .input_text(OURS)
        .output(&output);
    for (number, text) in texts.iter().enumerate() {
        // By its number an error finds back to the text.
        let path = folder.path().join(format!("{number}.rdl"));
        std::fs::write(&path, text).map_err(Problem::Folder)?;
        reader.input(path);
    }
    let compile = || panics::contain(|| reader.write());
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let thread = thread.spawn_scoped(scope, compile);
        let joined = thread.map_err(Problem::Folder)?.join();
        let result = joined.unwrap_or_else(|_| Err("it stopped".to_owned()));
        result.map_err(Problem::Panic)?.map_err(Problem::Text)
    })?;
    std::fs::read(output).map_err(Problem::Folder)
}

/// An error of windows-rdl, at its place.
fn said(error: &windows_rdl::Error, files: &[FileId], sources: &Sources) -> Diagnostic {
    let stem = Path::new(&error.file_name).file_stem();
    let number = stem.and_then(|stem| stem.to_str()?.parse::<usize>().ok());
    let Some(id) = number.and_then(|number| files.get(number)).copied() else {
        let message = format!("this metadata cannot be compiled: {}", error.message);
        return Diagnostic::global(Code::BadMetadata, message);
    };
    let file = sources.file(id);
    let message = format!("`{}` cannot be compiled", file.path.display());
    let place = match error.line.checked_sub(1) {
        Some(line) => place(&file.text, line, error.column),
        None => 0..0,
    };
    Diagnostic::at(Code::BadMetadata, span(id, place.start, place.end), message)
        .label(error.message.clone())
}

/// The word at a line and column, both from 0; where there is no word, its place.
fn place(text: &str, line: usize, column: usize) -> std::ops::Range<usize> {
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let line = text[start..].split('\n').next().unwrap_or_default();
    // windows-rdl makes `#[r#in]` of `#[in]` before it counts.
    let mut column = column;
    for (at, _) in line.match_indices("#[in]") {
        let behind = line[..at].chars().count() + "#[".len();
        if column > behind {
            column = (column - 2).max(behind);
        }
    }
    let at = line.char_indices().nth(column);
    let at = at.map_or(line.len(), |(at, _)| at);
    let length = tokens::word(&line.as_bytes()[at..]);
    start + at..start + at + length
}

fn span(file: FileId, start: usize, end: usize) -> Span {
    let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(file, narrow(start), narrow(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_those_of_the_text_before_it_is_changed() {
        let text = "\r\nfn é(#[in] a: b, #[in] c: Wrong);\r\n";
        let at = |column| &text[place(text, 1, column)];
        assert_eq!(at(3), "é");
        assert_eq!(at(13), "a");
        assert_eq!(at(30), "Wrong");
        assert_eq!(at(90), "");
        assert_eq!(place(text, 90, 90), text.len()..text.len());
    }
}
