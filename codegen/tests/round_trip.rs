//! A schema that is written as metadata and read again is the same schema: for the files of this project, and for each
//! IDL file of Debian's package `libwine-dev` that compiles. An independent reader understands the metadata as well.

use libtest_mimic::{Arguments, Completion, Failed, Trial};
use midl_bindgen::diagnostics::Code;
use midl_bindgen::metadata::{self, Faithfulness, reader};
use midl_bindgen::schema::Schema;
use midl_bindgen::{Builder, Compilation};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const WINE: &str = "/usr/include/wine/wine/windows";

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    libtest_mimic::run(&arguments, trials()).exit_code()
}

fn trials() -> Vec<Trial> {
    let own = idl_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../idl"));
    assert!(!own.is_empty(), "the project has IDL files");
    let wine = idl_files(Path::new(WINE));
    let mut trials = Vec::new();
    if wine.is_empty() {
        trials.push(Trial::ignorable_test("wine", || {
            Ok(Completion::ignored_with("libwine-dev is not installed"))
        }));
    }
    for path in own.into_iter().chain(wine) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        trials.push(Trial::ignorable_test(name.into_owned(), move || {
            check(&path)
        }));
    }
    trials
}

fn idl_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "idl"))
        .collect();
    files.sort();
    files
}

fn check(path: &Path) -> Result<Completion, Failed> {
    // Wine's C headers hide from other MIDL compilers what they show to its own.
    let builder = Builder::new()
        .input(path)
        .include(WINE)
        .define("__WIDL__", "1");
    let compilation = builder.compile();
    if compilation.diagnostics.has_errors() {
        return reason_not_to_compile(&compilation);
    }
    let schema = &compilation.schema;
    let bytes = metadata::write(schema, "Test", Faithfulness::Published)
        .map_err(|refused| refused.message)?;
    let again = reader::read(&bytes).map_err(|refused| refused.message)?;
    same(schema, &again)?;
    independent_reader(&bytes)?;
    Ok(Completion::Completed)
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

/// A file of WinRT is refused, and a fragment lacks what stands in the files that include it; `corpus.rs` looks at both.
fn reason_not_to_compile(compilation: &Compilation) -> Result<Completion, Failed> {
    let codes: Vec<Code> = compilation
        .diagnostics
        .iter()
        .map(|found| found.code)
        .collect();
    match codes.first() {
        Some(Code::NotClassicMidl) => Ok(Completion::ignored_with("a file of WinRT")),
        Some(Code::UnknownType | Code::UnknownConstant) => {
            Ok(Completion::ignored_with("a part of other files"))
        }
        _ => Err(compilation.render(false).into()),
    }
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
