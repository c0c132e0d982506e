//! The command line of `midl-bindgen`: see [`midl_bindgen::cli`].

use std::process::ExitCode;

// The unwinder of GCC is a shared library, which takes longer to load than a short file to read. Where the linker sees this first, it takes
// it from the archive that lies beside that library.
// SAFETY: nothing is declared here.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[link(name = "gcc_eh", kind = "static")]
unsafe extern "C" {}

fn main() -> ExitCode {
    midl_bindgen::cli::run()
}
