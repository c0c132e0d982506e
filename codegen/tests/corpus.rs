//! The IDL files of Debian's package `libwine-dev`: each classic one parses without a word and lowers without an
//! error, each of WinRT's is refused with exactly one message.

use libtest_mimic::{Arguments, Completion, Failed, Trial};
use midl_bindgen::diagnostics::{Code, Diagnostics, render};
use midl_bindgen::lower::lower;
use midl_bindgen::source::{Disk, FileSystem, Sources, decode};
use midl_bindgen::syntax::{Options, parse};
use std::collections::HashSet;
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
    let fragments = fragments(&files);
    files
        .into_iter()
        .map(|path| {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let whole = !fragments.contains(&name);
            Trial::test(format!("parses::{name}"), move || check(&path, whole))
        })
        .collect()
}

/// The files that others `#include`: they lack what stands in those before them, and are lowered as part of them.
fn fragments(files: &[PathBuf]) -> HashSet<String> {
    files
        .iter()
        .filter_map(|path| Disk.read(path).ok())
        .flat_map(|bytes| {
            decode(bytes)
                .lines()
                .filter_map(|line| {
                    let name = line.trim().strip_prefix("#include")?.trim();
                    Some(name.trim_matches(['"', '<', '>']).to_owned())
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

fn check(path: &Path, whole: bool) -> Result<(), Failed> {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let options = Options {
        include: vec![PathBuf::from(FOLDER)],
        // Wine's C headers hide from other MIDL compilers what they show to its own.
        defines: vec![("__WIDL__".to_owned(), "1".to_owned())],
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
