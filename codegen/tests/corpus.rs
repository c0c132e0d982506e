//! The IDL files of Debian's package `libwine-dev`: each classic one parses without a word, each of WinRT's is
//! refused with exactly one message.

use libtest_mimic::{Arguments, Completion, Failed, Trial};
use midl_bindgen::diagnostics::{Code, Diagnostics, render};
use midl_bindgen::source::{Disk, Sources};
use midl_bindgen::syntax::{Options, parse};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const FOLDER: &str = "/usr/include/wine/wine/windows";

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    libtest_mimic::run(&arguments, trials()).exit_code()
}

fn trials() -> Vec<Trial> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(FOLDER)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "idl"))
        .collect();
    files.sort();
    if files.is_empty() {
        return vec![Trial::ignorable_test("parses", || {
            Ok(Completion::ignored_with("libwine-dev is not installed"))
        })];
    }
    files
        .into_iter()
        .map(|path| {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            Trial::test(format!("parses::{name}"), move || check(&path))
        })
        .collect()
}

fn check(path: &Path) -> Result<(), Failed> {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let options = Options {
        include: vec![PathBuf::from(FOLDER)],
        defines: Vec::new(),
    };
    let inputs = [path.to_owned()];
    let program = parse(&inputs, &options, &Disk, &mut sources, &mut diagnostics);
    let rendered = render(&diagnostics, &sources, false);
    let own = program
        .files
        .iter()
        .find(|file| file.own)
        .ok_or("the file was not read")?;
    if is_winrt(&sources.file(own.id).text) {
        let codes: Vec<Code> = diagnostics.iter().map(|found| found.code).collect();
        if codes != [Code::NotClassicMidl] {
            return Err(format!("one refusal was expected:\n{rendered}").into());
        }
    } else if !diagnostics.is_empty() {
        return Err(rendered.into());
    } else if own.tree.items.is_empty() {
        return Err("the file came out empty".into());
    }
    Ok(())
}

/// What only WinRT's files hold, found without our own parser.
fn is_winrt(text: &str) -> bool {
    let words = [
        "namespace ",
        "runtimeclass ",
        "apicontract ",
        "delegate ",
        "declare {",
    ];
    text.lines()
        .map(str::trim_start)
        .any(|line| words.iter().any(|word| line.starts_with(word)))
}
