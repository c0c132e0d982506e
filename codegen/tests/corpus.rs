//! The IDL files of Debian's package `libwine-dev`: each classic one parses without a word and lowers without an
//! error, each of WinRT's is refused with exactly one message.

mod wine;

use libtest_mimic::{Arguments, Completion, Failed, Trial};
use midl_bindgen::diagnostics::{Code, Diagnostics, render};
use midl_bindgen::lower::lower;
use midl_bindgen::source::{Disk, Sources};
use midl_bindgen::syntax::{Options, parse};
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
    let options = Options {
        include: vec![PathBuf::from(FOLDER)],
        defines: vec![(DEFINE.0.to_owned(), DEFINE.1.to_owned())],
    };
    let inputs = [path.to_owned()];
    let program = parse(&inputs, &options, &Disk, &mut sources, &mut diagnostics);
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
    }
    Ok(())
}
