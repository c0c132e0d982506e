//! Broken files and what is said about them, as a reader sees it.
//!
//! Each `tests/diagnostics/NAME.idl` (or `NAME/main.idl`, where it takes several files) holds one mistake, and
//! `NAME.stderr` the rendered message; `NAME.winmd` and `NAME.rdl` are broken metadata. With `UPDATE_EXPECT=1` in the environment the messages are rewritten;
//! read them before you commit them.

use libtest_mimic::{Arguments, Failed, Trial};
use midl_bindgen::Builder;
use midl_bindgen::diagnostics::Code;
use midl_bindgen::metadata::reader::is_metadata;
use midl_bindgen::source::{Disk, FileSystem};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The groups of codes that an IDL file can trigger, of which each code has a broken file here. (08xx and 09xx are
/// about the back ends, the configuration and the output; tests of those parts trigger them.)
const GROUPS: &[&str] = &["01", "02", "03", "04", "05"];

/// Codes of these groups whose input a unit test makes: metadata of the Windows Runtime.
const ELSEWHERE: &[Code] = &[Code::UnreadMetadata];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let cases = cases();
    let mut trials: Vec<Trial> = cases
        .iter()
        .cloned()
        .map(|case| Trial::test(case.name.clone(), move || check(&case)))
        .collect();
    trials.push(Trial::test("every_code_has_a_broken_file", move || {
        every_code_has_a_broken_file(&cases)
    }));
    trials.push(Trial::test(
        "every_message_has_its_file",
        every_message_has_its_file,
    ));
    libtest_mimic::run(&arguments, trials).exit_code()
}

#[derive(Clone)]
struct Case {
    name: String,
    /// The folder that the paths in the message are relative to.
    root: PathBuf,
    input: PathBuf,
    expected: PathBuf,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = std::fs::read_dir(folder())
        .expect("the folder of broken files is there")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter_map(|path| {
            let name = path.file_stem()?.to_str()?.to_owned();
            let several = path.is_dir();
            let is_case = several || is_metadata(&path) || path.extension()? == "idl";
            is_case.then(|| Case {
                expected: folder().join(format!("{name}.stderr")),
                root: if several { path.clone() } else { folder() },
                input: match several {
                    true => PathBuf::from("main.idl"),
                    false => PathBuf::from(path.file_name().unwrap_or_default()),
                },
                name,
            })
        })
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

/// The disk below a folder, so that messages do not depend on where the project lies.
struct Rooted(PathBuf);

impl FileSystem for Rooted {
    fn read(&self, path: &Path) -> std::io::Result<Vec<u8>> {
        Disk.read(&self.0.join(path))
    }

    fn find_ignoring_case(&self, folder: &Path, name: &str) -> Option<String> {
        Disk.find_ignoring_case(&self.0.join(folder), name)
    }

    fn names(&self, folder: &Path) -> Vec<String> {
        Disk.names(&self.0.join(folder))
    }
}

fn rendered(case: &Case) -> String {
    let files = Rooted(case.root.clone());
    let builder = Builder::new().input(&case.input);
    builder.compile_from(&files).render(false)
}

fn check(case: &Case) -> Result<(), Failed> {
    let actual = rendered(case);
    if actual.is_empty() {
        return Err("nothing is said about this file".into());
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&case.expected, &actual)?;
        return Ok(());
    }
    let expected = std::fs::read_to_string(&case.expected).unwrap_or_default();
    if actual != expected.replace('\r', "") {
        return Err(format!("expected:\n{expected}\nactual:\n{actual}").into());
    }
    Ok(())
}

fn every_code_has_a_broken_file(cases: &[Case]) -> Result<(), Failed> {
    let messages: String = cases
        .iter()
        .filter_map(|case| std::fs::read_to_string(&case.expected).ok())
        .collect();
    let missing: Vec<_> = Code::ALL
        .iter()
        .filter(|code| GROUPS.iter().any(|group| code.id()[1..].starts_with(group)))
        .filter(|code| !ELSEWHERE.contains(code))
        .filter(|code| !messages.contains(&format!("[{}]", code.id())))
        .collect();
    match missing.as_slice() {
        [] => Ok(()),
        _ => Err(format!("no broken file triggers {missing:?}").into()),
    }
}

fn every_message_has_its_file() -> Result<(), Failed> {
    let cases = cases();
    for entry in std::fs::read_dir(folder())? {
        let path = entry?.path();
        let is_message = path
            .extension()
            .is_some_and(|extension| extension == "stderr");
        if is_message && !cases.iter().any(|case| case.expected == path) {
            return Err(format!("{} has no broken file", path.display()).into());
        }
    }
    Ok(())
}
