//! Wine's IDL files as our front end reads them.

use crate::wine;
use libtest_mimic::Failed;
use midl_bindgen::diagnostics::{Diagnostics, render};
use midl_bindgen::lower::lower;
use midl_bindgen::schema::Schema;
use midl_bindgen::source::{Disk, FileSystem, Sources, decode};
use midl_bindgen::syntax::{Imports, Options, Program, parse};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// The files of classic MIDL that stand by themselves; those that they include are read as part of them.
pub fn whole(files: &[PathBuf]) -> Vec<PathBuf> {
    let fragments = wine::fragments(files);
    files
        .iter()
        .filter(|path| !fragments.contains(&wine::name(path)))
        .filter(|path| is_classic(path))
        .cloned()
        .collect()
}

fn is_classic(path: &Path) -> bool {
    !Disk
        .read(path)
        .is_ok_and(|bytes| wine::is_winrt(&decode(bytes)))
}

/// Files of our own, of what Wine's have none of.
pub fn added() -> Vec<PathBuf> {
    wine::idl_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/judges/idl"))
}

/// A file, compiled.
pub struct Compiled {
    pub program: Program,
    pub schema: Schema,
}

/// Compiles a file, without Windows' metadata.
pub fn compile(path: &Path) -> Result<Compiled, Failed> {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let inputs = [path.to_owned()];
    let options = Options {
        include: vec![PathBuf::from(wine::FOLDER)],
        // Wine's C headers hide from other MIDL compilers what they show to its own.
        defines: vec![("__WIDL__".to_owned(), "1".to_owned())],
        imports: Imports::Whole,
        ..Options::default()
    };
    let program = parse(&inputs, &options, &Disk, &mut sources, &mut diagnostics);
    let schema = lower(&program, &sources, None, &mut diagnostics);
    match diagnostics.has_errors() {
        true => Err(render(&diagnostics, &sources, false).into()),
        false => Ok(Compiled { program, schema }),
    }
}

/// The files of classic MIDL that no whole file brings with it.
pub fn left_out(files: &[PathBuf]) -> Vec<String> {
    let mut open = whole(files);
    let mut reached: HashSet<String> = open.iter().map(|path| wine::name(path)).collect();
    while let Some(path) = open.pop() {
        for name in wine::fragments(&[path]) {
            if reached.insert(name.clone()) {
                open.push(Path::new(wine::FOLDER).join(name));
            }
        }
    }
    files
        .iter()
        .filter(|path| is_classic(path))
        .map(|path| wine::name(path))
        .filter(|name| !reached.contains(name))
        .collect()
}
