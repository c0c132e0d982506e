//! The IDL files of Debian's package `libwine-dev`.
#![allow(dead_code, reason = "not every test needs all of it")]

use midl_bindgen::source::{Disk, FileSystem, decode};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Where the package puts them.
pub const FOLDER: &str = "/usr/include/wine/wine/windows";

/// A macro and its value: Wine's C headers hide from other MIDL compilers what they show to its own.
pub const DEFINE: (&str, &str) = ("__WIDL__", "1");

/// The IDL files of a folder, in the order of the alphabet.
pub fn idl_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "idl"))
        .collect();
    files.sort();
    files
}

/// A file's name, without its folder.
pub fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The files that others `#include`: they lack what stands in those before them, and are lowered as part of them.
pub fn fragments(files: &[PathBuf]) -> HashSet<String> {
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

/// What only WinRT's files hold, found without our own parser.
pub fn is_winrt(text: &str) -> bool {
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
