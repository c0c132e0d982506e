//! The IDL files of Debian's package `libwine-dev`: each classic one parses without a word and lowers without an
//! error, each of WinRT's is refused with exactly one message. And what is left out of imported files is not missed.

mod wine;

use libtest_mimic::{Arguments, Completion, Failed, Trial};
use midl_bindgen::diagnostics::{Code, Diagnostics, render};
use midl_bindgen::json;
use midl_bindgen::lower::lower;
use midl_bindgen::metadata::{self, Faithfulness};
use midl_bindgen::schema::Schema;
use midl_bindgen::source::{Disk, Sources};
use midl_bindgen::syntax::{Imports, Options, Program, parse};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use wine::{DEFINE, FOLDER};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    libtest_mimic::run(&arguments, trials()).exit_code()
}

fn trials() -> Vec<Trial> {
    let files = wine::idl_files(Path::new(FOLDER));
    if files.is_empty() {
        return vec![Trial::ignorable_test("parses", || {
            Ok(Completion::ignored_with("libwine-dev is not installed"))
        })];
    }
    let fragments = wine::fragments(&files);
    files
        .into_iter()
        .map(|path| {
            let name = wine::name(&path);
            let whole = !fragments.contains(&name);
            Trial::test(format!("parses::{name}"), move || check(&path, whole))
        })
        .collect()
}

fn check(path: &Path, whole: bool) -> Result<(), Failed> {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let program = read(path, Imports::Whole, &mut sources, &mut diagnostics);
    let rendered = render(&diagnostics, &sources, false);
    let own = program
        .files
        .iter()
        .find(|file| file.own)
        .ok_or("the file was not read")?;
    if wine::is_winrt(&sources.file(own.id).text) {
        let codes: Vec<Code> = diagnostics.iter().map(|found| found.code).collect();
        if codes != [Code::NotClassicMidl] {
            return Err(format!("one refusal was expected:\n{rendered}").into());
        }
    } else if !diagnostics.is_empty() {
        return Err(rendered.into());
    } else if own.tree.items.is_empty() {
        return Err("the file came out empty".into());
    } else if whole {
        let schema = lower(&program, &sources, None, &mut diagnostics);
        if diagnostics.has_errors() {
            return Err(render(&diagnostics, &sources, false).into());
        }
        if schema.iter().next().is_none() {
            return Err("nothing is left of the file".into());
        }
        agree(path, &schema, &diagnostics)?;
    }
    Ok(())
}

fn read(
    path: &Path,
    imports: Imports,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Program {
    let options = Options {
        include: vec![PathBuf::from(FOLDER)],
        defines: vec![(DEFINE.0.to_owned(), DEFINE.1.to_owned())],
        imports,
        ..Options::default()
    };
    parse(&[path.to_owned()], &options, &Disk, sources, diagnostics)
}

/// Whether nothing changes where imported files are only parsed as far as they are needed.
fn agree(path: &Path, whole: &Schema, whole_diagnostics: &Diagnostics) -> Result<(), Failed> {
    for imports in [Imports::Needed, Imports::Named] {
        let mut sources = Sources::new();
        let mut diagnostics = Diagnostics::new();
        let program = read(path, imports, &mut sources, &mut diagnostics);
        let schema = lower(&program, &sources, None, &mut diagnostics);
        let told = |diagnostics: &Diagnostics| -> Vec<String> {
            diagnostics
                .iter()
                .map(|found| format!("{found:?}"))
                .collect()
        };
        // The expansions of macros are counted through all files, which are the same.
        if told(&diagnostics) != told(whole_diagnostics) {
            return Err(render(&diagnostics, &sources, false).into());
        }
        if json::write(&schema)? != json::write(whole)? {
            return Err(format!("{imports:?}: the schema is another one").into());
        }
        let winmd = |schema| metadata::write(schema, "Test", Faithfulness::Published);
        if imports == Imports::Needed && winmd(&schema).ok() != winmd(whole).ok() {
            return Err("the metadata is another one".into());
        }
    }
    Ok(())
}
