//! The command line of `midl-bindgen`: see [`midl_bindgen::cli`].

use std::process::ExitCode;

// The unwinder of GCC is a shared library, which takes longer to load than a short file to read. Where the linker sees this first, it takes
// it from the archive that lies beside that library.
// SAFETY: nothing is declared here.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[link(name = "gcc_eh", kind = "static")]
unsafe extern "C" {}

/// Lets the allocator of the GNU C library keep what is freed, and ask for room by the mebibyte: what one step frees the next one needs,
/// and to be given a page anew takes longer than to fill it.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn keep_memory() {
    const MEBIBYTE: libc::c_int = 1 << 20;
    let settings = [
        (libc::M_MMAP_THRESHOLD, 32 * MEBIBYTE),
        (libc::M_TRIM_THRESHOLD, 64 * MEBIBYTE),
        (libc::M_TOP_PAD, MEBIBYTE),
    ];
    for (what, bytes) in settings {
        // SAFETY: only numbers are set, before there is another thread. A number that the library does not take changes nothing.
        unsafe { libc::mallopt(what, bytes) };
    }
}

fn main() -> ExitCode {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    keep_memory();
    midl_bindgen::cli::run()
}
