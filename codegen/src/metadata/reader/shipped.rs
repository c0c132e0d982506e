//! The metadata that ships in the compiler.

use super::file::Winmd;
use std::sync::OnceLock;

/// The types of Windows.
pub(super) fn win32() -> Option<&'static Winmd<'static>> {
    static FILE: OnceLock<Option<Winmd<'static>>> = OnceLock::new();
    FILE.get_or_init(|| Winmd::in_order(windows_default::WIN32, "Windows.Win32"))
        .as_ref()
}

/// The types of the Windows Runtime, which are opened once one of its values is named.
pub(super) fn winrt() -> Option<&'static Winmd<'static>> {
    static FILE: OnceLock<Option<Winmd<'static>>> = OnceLock::new();
    FILE.get_or_init(|| Winmd::in_order(windows_default::WINRT, "Windows.Foundation"))
        .as_ref()
}
