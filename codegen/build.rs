//! Sorts the constants of Windows by their names: sorting them takes longer than checking a short file does.

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
use std::path::PathBuf;
use tables::{Table, Tables};

fn main() -> Result<(), Box<dyn Error>> {
    for source in [
        "build.rs",
        "src/metadata/reader/image.rs",
        "src/metadata/reader/tables.rs",
    ] {
        println!("cargo::rerun-if-changed={source}");
    }
    let tables = Streams::of(windows_default::WIN32).and_then(Tables::of);
    let tables = tables.ok_or("the metadata of Windows is no winmd")?;
    let rows = (0..tables.rows(Table::Field)).filter(|row| is_constant(&tables, *row));
    let mut rows: Vec<_> = rows
        .map(|row| (tables.text_bytes(Table::Field, row, 1), row))
        .collect();
    rows.sort_unstable();
    let mut sorted = Vec::with_capacity(rows.len() * size_of::<u32>());
    for (_, row) in rows {
        sorted.extend(u32::try_from(row)?.to_le_bytes());
    }
    let folder = std::env::var_os("OUT_DIR").ok_or("cargo names no folder")?;
    std::fs::write(PathBuf::from(folder).join("constants.rows"), sorted)?;
    Ok(())
}

/// Whether a field is a constant (ECMA-335, II.23.1.5).
fn is_constant(tables: &Tables<'_>, field: usize) -> bool {
    const LITERAL: usize = 0x40;
    let flags = tables.cell(Table::Field, field, 0);
    flags.is_some_and(|flags| flags & LITERAL != 0)
}
