//! A schema that is written as metadata and read again is the same schema: for the files of this project, and for each
//! IDL file of Debian's package `libwine-dev` that compiles. An independent reader understands the metadata as well.

mod wine;

use libtest_mimic::{Arguments, Completion, Failed, Trial};
use midl_bindgen::Builder;
use midl_bindgen::metadata::{self, Faithfulness, reader};
use midl_bindgen::schema::Schema;
use midl_bindgen::source::{Disk, FileSystem, decode};
use std::path::Path;
use std::process::ExitCode;
use wine::FOLDER;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    libtest_mimic::run(&arguments, trials()).exit_code()
}

fn trials() -> Vec<Trial> {
    let own = wine::idl_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../idl"));
    assert!(!own.is_empty(), "the project has IDL files");
    let all = wine::idl_files(Path::new(FOLDER));
    // Files of WinRT, and parts of others, do not compile; `corpus.rs` looks at them.
    let fragments = wine::fragments(&all);
    let whole = all.iter().filter(|path| {
        let is_winrt = Disk
            .read(path)
            .is_ok_and(|bytes| wine::is_winrt(&decode(bytes)));
        !is_winrt && !fragments.contains(&wine::name(path))
    });
    let mut trials: Vec<Trial> = own
        .iter()
        .chain(whole)
        .cloned()
        .map(|path| Trial::test(wine::name(&path), move || check(&path)))
        .collect();
    if all.is_empty() {
        trials.push(Trial::ignorable_test("wine", || {
            Ok(Completion::ignored_with("libwine-dev is not installed"))
        }));
    }
    trials
}

fn check(path: &Path) -> Result<(), Failed> {
    // Wine's C headers hide from other MIDL compilers what they show to its own.
    let builder = Builder::new()
        .input(path)
        .include(FOLDER)
        .define("__WIDL__", "1");
    let compilation = builder.compile();
    if compilation.diagnostics.has_errors() {
        return Err(compilation.render(false).into());
    }
    let schema = &compilation.schema;
    let bytes = metadata::write(schema, "Test", Faithfulness::Published)
        .map_err(|refused| refused.message)?;
    let again = reader::read(&bytes).map_err(|refused| refused.message)?;
    same(schema, &again)?;
    independent_reader(&bytes)
}

fn same(schema: &Schema, again: &Schema) -> Result<(), Failed> {
    let (before, after) = (metadata::held(schema), metadata::held(again));
    if before == after {
        return Ok(());
    }
    let differing = before.lines().zip(after.lines()).find(|(a, b)| a != b);
    Err(match differing {
        Some((before, after)) => format!("written:\n{before}\nread:\n{after}"),
        None => format!(
            "{} lines were written, {} read",
            before.lines().count(),
            after.lines().count()
        ),
    }
    .into())
}

/// windows-rdl, which shares no code with our reader, makes text of the metadata.
fn independent_reader(bytes: &[u8]) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let output = folder.path().join("test.rdl");
    windows_rdl::writer()
        .input_bytes(bytes)
        .output(&output)
        .filter("Test")
        .write()
        .map_err(|error| error.to_string())?;
    let text = std::fs::read_to_string(&output)?;
    if text.is_empty() {
        return Err("windows-rdl finds nothing".into());
    }
    Ok(())
}
