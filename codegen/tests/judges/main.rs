//! What others wrote judges our front end, on the IDL files of Wine: widl with GCC, and Windows' own metadata.

mod input;
mod widl;
mod windows;
#[path = "../wine/mod.rs"]
mod wine;

use libtest_mimic::{Arguments, Completion, Trial};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    libtest_mimic::run(&arguments, trials()).exit_code()
}

fn trials() -> Vec<Trial> {
    let files = wine::idl_files(Path::new(wine::FOLDER));
    if files.is_empty() {
        return ["widl", "windows"]
            .map(|name| {
                Trial::ignorable_test(name, || {
                    Ok(Completion::ignored_with("libwine-dev is not installed"))
                })
            })
            .into();
    }
    let mut trials = widl::trials(&files);
    trials.extend(windows::trials(&files));
    trials.push(Trial::test(
        "no_file_is_left_out",
        move || match input::left_out(&files).as_slice() {
            [] => Ok(()),
            names => Err(format!("no whole file includes {names:?}").into()),
        },
    ));
    trials
}
