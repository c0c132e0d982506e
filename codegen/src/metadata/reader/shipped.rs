//! The metadata that ships in the compiler.

use super::file::Winmd;
use super::hashed::Hashed;
use std::sync::OnceLock;

/// The types of Windows.
pub(super) fn win32() -> Option<&'static Winmd<'static>> {
    static FILE: OnceLock<Option<Winmd<'static>>> = OnceLock::new();
    const TYPES: Hashed = Hashed::new(include_bytes!(concat!(env!("OUT_DIR"), "/win32.types")));
    FILE.get_or_init(|| Winmd::hashed(windows_default::WIN32, TYPES))
        .as_ref()
}

/// The types of the Windows Runtime, which are opened once one of its values is named.
pub(super) fn winrt() -> Option<&'static Winmd<'static>> {
    static FILE: OnceLock<Option<Winmd<'static>>> = OnceLock::new();
    const TYPES: Hashed = Hashed::new(include_bytes!(concat!(env!("OUT_DIR"), "/winrt.types")));
    FILE.get_or_init(|| Winmd::hashed(windows_default::WINRT, TYPES))
        .as_ref()
}
