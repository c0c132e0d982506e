//! Remembers a run, so that the next one can see that it has nothing to do.
//!
//! The stamp lies in cargo's target folder, never in the repository, and names all that the output follows from:
//! this executable, each file that was read or looked for in vain, and each file that was written. Where
//! all of it is as it was, the output is as it was, and neither the compiler nor `rustfmt` need run. Deleting it
//! costs nothing but time.

use crate::source::{Disk, FileSystem};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// What a finished run followed from and led to.
#[derive(PartialEq, Serialize, Deserialize)]
pub struct Stamp {
    executable: u64,
    facts: Facts,
    output_names: Vec<PathBuf>,
    /// What was said of the output, to be said again.
    pub description: String,
}

/// What the disk said, by what it was asked. `None`: no such file.
#[derive(Default, PartialEq, Serialize, Deserialize)]
struct Facts {
    contents: BTreeMap<PathBuf, Option<u64>>,
    names: Vec<(PathBuf, String, Option<String>)>,
}

/// The disk, and a memory of what it said.
#[derive(Default)]
pub struct Recorder(RefCell<Facts>);

impl FileSystem for Recorder {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let result = Disk.read(path);
        let contents = result.as_ref().ok().map(hash);
        self.0
            .borrow_mut()
            .contents
            .insert(path.to_owned(), contents);
        result
    }

    fn find_ignoring_case(&self, folder: &Path, name: &str) -> Option<String> {
        let found = Disk.find_ignoring_case(folder, name);
        let fact = (folder.to_owned(), name.to_owned(), found.clone());
        self.0.borrow_mut().names.push(fact);
        found
    }
}

impl Recorder {
    /// The stamp of a run for `manifest` that read through this recorder and left `folder` as it should be.
    pub fn into_stamp(self, manifest: &Path, folder: &Path, description: String) -> Option<Stamp> {
        let mut facts = self.0.into_inner();
        let output_names = names(folder);
        for path in output_names.iter().chain([&manifest.to_owned()]) {
            facts.contents.insert(path.clone(), contents(path));
        }
        Some(Stamp {
            executable: executable()?,
            facts,
            output_names,
            description,
        })
    }
}

impl Stamp {
    /// Reads the stamp at `path`, if it is there and all that it says still holds.
    pub fn read_valid(path: &Path, folder: &Path) -> Option<Self> {
        let stamp: Self = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
        let facts = &stamp.facts;
        let holds = Some(stamp.executable) == executable()
            && stamp.output_names == names(folder)
            && facts
                .contents
                .iter()
                .all(|(path, known)| contents(path) == *known)
            && facts
                .names
                .iter()
                .all(|(folder, name, found)| Disk.find_ignoring_case(folder, name) == *found);
        holds.then_some(stamp)
    }

    /// Keeps the stamp. A stamp that cannot be kept is only a slower next run.
    pub fn keep(&self, path: &Path) {
        if let Ok(bytes) = serde_json::to_vec(self) {
            let _ = crate::output::write_file(path, &bytes);
        }
    }
}

/// Where the stamp of a manifest lies: `None` where there is no target folder to keep it in.
pub fn path(manifest: &Path) -> Option<PathBuf> {
    let manifest = std::path::absolute(manifest).ok()?;
    let target = match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => manifest
            .ancestors()
            .map(|folder| folder.join("target"))
            .find(|target| target.is_dir())?,
    };
    let name = format!(
        "{:016x}.json",
        hash(&manifest.as_os_str().as_encoded_bytes())
    );
    Some(target.join("midl-bindgen").join(name))
}

fn contents(path: &Path) -> Option<u64> {
    std::fs::read(path).ok().as_ref().map(hash)
}

fn names(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    names.sort();
    names
}

/// Tells one build of this program from another.
fn executable() -> Option<u64> {
    let metadata = std::fs::metadata(std::env::current_exe().ok()?).ok()?;
    Some(hash(&(metadata.len(), metadata.modified().ok()?)))
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn any_change_of_what_was_seen_ends_a_stamp() {
        let folder = tempfile::tempdir().unwrap();
        let (input, absent) = (folder.path().join("a.idl"), folder.path().join("b.idl"));
        let output = folder.path().join("out");
        let file = folder.path().join("stamp.json");
        let manifest = folder.path().join("Cargo.toml");
        let stamp = || {
            fs::create_dir_all(&output).unwrap();
            fs::write(&input, "1").unwrap();
            fs::write(output.join("raw.rs"), "1").unwrap();
            let recorder = Recorder::default();
            recorder.read(&input).unwrap();
            recorder.read(&absent).unwrap_err();
            let stamp = recorder
                .into_stamp(&manifest, &output, "fine".into())
                .unwrap();
            stamp.keep(&file);
        };
        let valid = || Stamp::read_valid(&file, &output).is_some();

        stamp();
        assert!(valid());
        fs::write(&input, "2").unwrap();
        assert!(!valid(), "an input changed");
        stamp();
        fs::write(&absent, "").unwrap();
        assert!(!valid(), "a file that was looked for in vain is there now");
        fs::remove_file(&absent).unwrap();
        assert!(valid());
        fs::write(output.join("raw.rs"), "2").unwrap();
        assert!(!valid(), "an output changed");
        stamp();
        fs::write(output.join("more.rs"), "").unwrap();
        assert!(!valid(), "a file came into the output folder");
    }
}
