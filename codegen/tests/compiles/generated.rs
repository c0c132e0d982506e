//! Modules made of IDL files.

use crate::wine;
use midl_bindgen::rust::Summary;
use midl_bindgen::source::{Disk, FileSystem, decode};
use midl_bindgen::{Builder, Output};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

/// What became of one file.
pub struct Generated {
    /// The file's name.
    pub name: String,
    /// The name of its module.
    pub module: String,
    /// What was said of it, where nothing could be made.
    pub error: Option<String>,
    /// How many bytes were made.
    pub size: usize,
    /// The files that define something of it, by name: itself, and those that it includes.
    pub defined_in: BTreeSet<String>,
    summary: Summary,
}

/// The text of a file; empty where it cannot be read, which its test will say.
pub fn text(path: &Path) -> String {
    Disk.read(path).map(decode).unwrap_or_default()
}

/// Makes the modules of all files, in folders below `folder`.
pub fn all(files: &[PathBuf], folder: &Path) -> Vec<Generated> {
    let left = Mutex::new(files.iter());
    let made = Mutex::new(Vec::new());
    let work = || {
        loop {
            let next = left.lock().ok().and_then(|mut left| left.next());
            let Some(path) = next else { break };
            let generated = one(path, folder);
            if let Ok(mut made) = made.lock() {
                made.push(generated);
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let mut made = made.into_inner().unwrap_or_default();
    made.sort_by(|one, other| one.name.cmp(&other.name));
    made
}

fn one(path: &Path, folder: &Path) -> Generated {
    let name = wine::name(path);
    let module = format!(
        "idl_{}",
        name.trim_end_matches(".idl").replace(['.', '-'], "_")
    );
    let output = Builder::new()
        .input(path)
        .include(wine::FOLDER)
        .define(wine::DEFINE.0, wine::DEFINE.1)
        .write_rust(folder.join(&module));
    let mut generated = Generated {
        name,
        module,
        error: None,
        size: 0,
        defined_in: BTreeSet::new(),
        summary: Summary::default(),
    };
    match output {
        Ok(output) => {
            generated.size = output.files.iter().map(|file| file.bytes.len()).sum();
            generated.defined_in = defined_in(&output);
            generated.summary = output.summary;
        }
        Err(failure) => generated.error = Some(failure.to_string()),
    }
    generated
}

fn defined_in(output: &Output) -> BTreeSet<String> {
    let compilation = &output.compilation;
    let own = compilation.schema.iter().filter(|(_, it)| it.own);
    let files = own.map(|(_, definition)| &compilation.sources.file(definition.span.file).path);
    let names = files.filter_map(|path| path.file_name());
    names
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

/// How many methods stay raw for each reason, most first.
pub fn table(generated: &[Generated]) -> String {
    let mut all = Summary::default();
    for file in generated {
        all.interfaces += file.summary.interfaces;
        all.methods += file.summary.methods;
        all.raw.extend(file.summary.raw.iter().cloned());
    }
    let percent = 100.0 * all.safe() as f64 / all.methods.max(1) as f64;
    let mut table = format!(
        "{} files, {} interfaces, {} methods\n{:6} safe without an annotation ({percent:.1} %)\n",
        generated.len(),
        all.interfaces,
        all.methods,
        all.safe(),
    );
    for (reason, count) in all.by_reason() {
        let _ = writeln!(table, "{count:6} {reason}");
    }
    table
}
