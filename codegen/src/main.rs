//! The command line of `midl-bindgen`: see [`midl_bindgen::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    midl_bindgen::cli::run()
}
