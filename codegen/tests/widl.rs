//! widl, Wine's IDL compiler, accepts every IDL file of ours. Where it is missing, the tests are ignored and say so.

use libtest_mimic::{Arguments, Completion, Failed, Trial};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn main() {
    let arguments = Arguments::from_args();
    let codegen = Path::new(env!("CARGO_MANIFEST_DIR"));
    let include = [
        codegen.join("include"),
        codegen.join("prelude"),
        codegen.join("../idl"),
    ];
    let widl_is_here = Command::new("widl")
        .arg("-V")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok();
    let files: Vec<_> = include
        .iter()
        .flat_map(|folder| idl_files(folder))
        .collect();
    assert!(files.len() >= 6, "{files:?}");
    let trials = files
        .into_iter()
        .map(|file| {
            let name = file
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let include = include.clone();
            Trial::ignorable_test(format!("widl_accepts_{name}"), move || {
                if !widl_is_here {
                    return Ok(Completion::ignored_with("needs widl"));
                }
                accepts(&file, &include).map(|()| Completion::Completed)
            })
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit();
}

fn idl_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("a folder of the repository")
        .map(|entry| entry.expect("an entry of it").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "idl"))
        .collect();
    files.sort();
    files
}

/// With our own files of base types, and without those that come with Wine.
fn accepts(file: &Path, include: &[PathBuf]) -> Result<(), Failed> {
    let header = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(file.file_name().unwrap_or_default())
        .with_extension("h");
    let mut widl = Command::new("widl");
    widl.args(["--nostdinc", "-h", "-o"]).arg(&header).arg(file);
    for folder in include {
        widl.arg("-I").arg(folder);
    }
    let output = widl.output()?;
    let messages = String::from_utf8_lossy(&output.stderr);
    if output.status.success() && messages.is_empty() {
        Ok(())
    } else {
        Err(messages.into())
    }
}
