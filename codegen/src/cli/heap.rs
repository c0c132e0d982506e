//! The heap of a process that lives for a few milliseconds, where the C library is GNU's.
//!
//! It asks the system for 132 KiB at a time, gives larger pieces back as soon as they are freed, and the system finds a page of 4 KiB whenever
//! one is touched for the first time, which takes two microseconds: a quarter of the time of a short file.

use std::ffi::c_int;

const MEBIBYTE: c_int = 1 << 20;

/// Room for files of usual length.
const LEAST: c_int = 32 * MEBIBYTE;

/// No file takes more, or it is not worth it.
const MOST: c_int = 1024 * MEBIBYTE;

/// A file takes so many bytes for each of its own, or fewer.
const BYTES_FOR_A_BYTE: u64 = 64;

/// What the files among the arguments of this process are expected to take, in whole mebibytes.
fn room() -> c_int {
    let files = std::env::args_os().skip(1);
    let lengths = files.filter_map(|file| Some(std::fs::metadata(file).ok()?.len()));
    let bytes = lengths.sum::<u64>().saturating_mul(BYTES_FOR_A_BYTE);
    let room = c_int::try_from(bytes).unwrap_or(MOST).clamp(LEAST, MOST);
    room / MEBIBYTE * MEBIBYTE
}

/// Lets the library keep what is freed, since what one step frees the next one needs; and asks for room at once, in huge pages where
/// the system has them for those who ask. A system that knows nothing of one of these numbers goes on as before.
pub(super) fn prepare() {
    let room = room();
    let settings = [
        (libc::M_MMAP_THRESHOLD, 32 * MEBIBYTE),
        (libc::M_TRIM_THRESHOLD, c_int::MAX),
        (libc::M_TOP_PAD, room),
    ];
    for (setting, value) in settings {
        // SAFETY: only numbers are set.
        unsafe { libc::mallopt(setting, value) };
    }
    // There is no room for so much, so that the library makes some, with what is to be behind it.
    drop(std::hint::black_box(Vec::<u8>::with_capacity(1 << 18)));
    // SAFETY: nothing is moved, and advice on how to find pages changes nothing of what is in them, whosever they are.
    unsafe {
        let end = libc::sbrk(0).cast::<u8>();
        let start = end.wrapping_sub(room as usize);
        libc::madvise(start.cast(), room as usize, libc::MADV_HUGEPAGE);
    }
}
