//! The crates that hold the modules, and what the compiler and clippy say of them.

use crate::generated::Generated;
use libtest_mimic::Failed;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The compiler takes gigabytes for all of it at once, and one core.
const CRATES: usize = 8;

/// What was said of each module; under an empty name what was said of no module.
pub struct Verdict {
    said: BTreeMap<String, String>,
}

impl Verdict {
    /// Whether nothing was said of a module.
    pub fn of(&self, module: &str) -> Result<(), Failed> {
        match self.said.get(module) {
            Some(said) => Err(said.into()),
            None => Ok(()),
        }
    }

    /// Whether nothing was said of anything else.
    pub fn elsewhere(&self) -> Result<(), Failed> {
        self.of("")
    }
}

/// The workspace of the crates. `.ci/windows` compiles it, too.
fn workspace() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("compiles")
}

/// The folder with a folder for each module.
pub fn modules() -> PathBuf {
    workspace().join("modules")
}

/// Whether there is a clippy.
pub fn clippy_is_here() -> bool {
    let mut version = cargo();
    version.args(["clippy", "--version"]).stdout(Stdio::null());
    let status = version.stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

/// Compiles the modules.
pub fn compile(generated: &[Generated]) -> Verdict {
    let said = match write(generated).and_then(|()| clippy()) {
        Ok(said) => said,
        Err(error) => [(String::new(), error.to_string())].into(),
    };
    Verdict { said }
}

fn write(generated: &[Generated]) -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let runtime = root.join("codegen/runtime").canonicalize()?;
    let members: Vec<_> = (0..CRATES).map(|number| format!("part{number}")).collect();
    let manifest = format!(
        "[workspace]\nmembers = {members:?}\nresolver = \"3\"\n\n\
         [workspace.dependencies]\nmidl-runtime.path = {runtime:?}\n\
         windows-core = \"=0.100.0\"\nwindows-link = \"=0.100.0\"\n\n\
         [workspace.lints.clippy]\nundocumented_unsafe_blocks = \"deny\"\n"
    );
    write_if_new(&workspace().join("Cargo.toml"), &manifest)?;
    // The same versions as here, without a look into a registry.
    fs::copy(root.join("Cargo.lock"), workspace().join("Cargo.lock"))?;
    let parts = split(generated);
    for (member, modules) in members.iter().zip(parts) {
        let manifest = format!(
            "[package]\nname = {member:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\nmidl-runtime.workspace = true\nwindows-core.workspace = true\n\
             windows-link.workspace = true\n\n[lints]\nworkspace = true\n"
        );
        let text: String = modules
            .iter()
            .map(|name| format!("#[path = \"../../modules/{name}/mod.rs\"]\npub mod {name};\n"))
            .collect();
        let folder = workspace().join(member);
        write_if_new(&folder.join("Cargo.toml"), &manifest)?;
        write_if_new(&folder.join("src/lib.rs"), &text)?;
    }
    Ok(())
}

/// Crates of about the same size: the largest module goes first, and each to where least is.
fn split(generated: &[Generated]) -> Vec<Vec<&str>> {
    let mut parts = vec![(0, Vec::new()); CRATES];
    let mut files: Vec<_> = generated.iter().filter(|it| it.error.is_none()).collect();
    files.sort_by_key(|file| std::cmp::Reverse(file.size));
    for file in files {
        if let Some((size, modules)) = parts.iter_mut().min_by_key(|(size, _)| *size) {
            *size += file.size;
            modules.push(file.module.as_str());
        }
    }
    parts.into_iter().map(|(_, modules)| modules).collect()
}

/// What is as it was is not compiled again.
fn write_if_new(path: &Path, text: &str) -> io::Result<()> {
    if fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes()) {
        return Ok(());
    }
    fs::create_dir_all(path.parent().unwrap_or(Path::new("")))?;
    fs::write(path, text)
}

fn cargo() -> Command {
    Command::new(env!("CARGO"))
}

/// Clippy is a compiler, too: it says what the compiler says, and more.
fn clippy() -> io::Result<BTreeMap<String, String>> {
    let output = cargo()
        .args(["clippy", "--workspace", "--offline", "--keep-going"])
        .arg("--message-format=json")
        .current_dir(workspace())
        .env("CARGO_TARGET_DIR", workspace().join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .output()?;
    let mut said = BTreeMap::<String, String>::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else {
            continue;
        };
        let message = &message["message"];
        let spans = message["spans"].as_array();
        if spans.is_none_or(Vec::is_empty) {
            // How many there were.
            continue;
        }
        let module = spans.into_iter().flatten().find_map(module);
        let rendered = message["rendered"].as_str().unwrap_or_default();
        said.entry(module.unwrap_or_default())
            .or_default()
            .push_str(rendered);
    }
    if !output.status.success() && said.is_empty() {
        let why = String::from_utf8_lossy(&output.stderr).into_owned();
        said.insert(String::new(), why);
    }
    Ok(said)
}

/// The module of a place in the source, or of the macro's use that it comes from.
fn module(span: &Value) -> Option<String> {
    let mut span = span;
    loop {
        let file = span["file_name"].as_str()?;
        if let Some((_, path)) = file.split_once("/modules/") {
            return path.split('/').next().map(str::to_owned);
        }
        span = &span["expansion"]["span"];
    }
}
