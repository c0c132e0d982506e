//! Sorts the names of Windows' metadata: that takes longer than checking a short file does.

#[path = "src/metadata/reader/hashed.rs"]
#[expect(dead_code, reason = "what is written here is read in the compiler")]
mod hashed;
#[path = "src/metadata/reader/image.rs"]
mod image;
#[path = "src/metadata/reader/tables.rs"]
#[expect(
    dead_code,
    reason = "most of what the compiler reads of metadata is not asked for here"
)]
mod tables;

use image::Streams;
use std::error::Error;
use std::path::Path;
use tables::{Table, Tables};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    for source in ["hashed.rs", "image.rs", "tables.rs"] {
        println!("cargo::rerun-if-changed=src/metadata/reader/{source}");
    }
    println!("cargo::rerun-if-changed=build.rs");
    let win32 = opened(windows_default::WIN32)?;
    let winrt = opened(windows_default::WINRT)?;
    let is_outermost = |tables: &Tables<'_>, row| !tables.is_nested(row);
    write("win32.types", &win32, Table::TypeDef, is_outermost)?;
    write("winrt.types", &winrt, Table::TypeDef, is_outermost)?;
    write("win32.constants", &win32, Table::Field, is_constant)
}

fn opened(bytes: &[u8]) -> Result<Tables<'_>> {
    let tables = Streams::of(bytes).and_then(Tables::of);
    Ok(tables.ok_or("what windows-default has is no winmd")?)
}

/// Writes the rows of a table for which `is_wanted` holds, sorted by the hashes of their names, which are in column 1.
fn write(
    file: &str,
    tables: &Tables<'_>,
    table: Table,
    is_wanted: impl Fn(&Tables<'_>, usize) -> bool,
) -> Result<()> {
    let mut entries: Vec<(u32, u32)> = Vec::new();
    for row in (0..tables.rows(table)).filter(|row| is_wanted(tables, *row)) {
        let name = tables.text_bytes(table, row, 1).unwrap_or_default();
        entries.push((hashed::hash(name), row.try_into()?));
    }
    entries.sort_unstable();
    let bytes: Vec<u8> = entries
        .iter()
        .flat_map(|(hash, row)| [hash.to_le_bytes(), row.to_le_bytes()])
        .flatten()
        .collect();
    let folder = std::env::var_os("OUT_DIR").ok_or("cargo names no folder")?;
    Ok(std::fs::write(Path::new(&folder).join(file), bytes)?)
}

/// Whether a field is a constant (ECMA-335, II.23.1.5).
fn is_constant(tables: &Tables<'_>, field: usize) -> bool {
    const LITERAL: usize = 0x40;
    let flags = tables.cell(Table::Field, field, 0);
    flags.is_some_and(|flags| flags & LITERAL != 0)
}
