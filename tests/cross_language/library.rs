//! Where the C++ side comes from: named by `MAPI_CPP_PROVIDER`, else compiled here.

use crate::cpp::Cpp;
use crate::exports::Exports;
use libloading::Library;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// Why there is no C++ side.
#[derive(Clone)]
pub enum Unavailable {
    /// A tool is missing.
    Missing(String),
    /// It should be there, and is not.
    Broken(String),
}

/// The C++ side. It is never unloaded: a thread of it may still be on its way out when a test is over.
pub fn load() -> Result<&'static Cpp, Unavailable> {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    static CPP: OnceLock<Cpp> = OnceLock::new();

    let path = match env::var_os("MAPI_CPP_PROVIDER") {
        Some(path) => path.into(),
        None => compile()?,
    };
    // SAFETY: the library is ours, and its constructors do nothing that could harm.
    let library = unsafe { Library::new(&path) }.map_err(broken)?;
    let exports = Exports::load(LIBRARY.get_or_init(|| library)).map_err(broken)?;
    Ok(CPP.get_or_init(|| Cpp(exports)))
}

fn compile() -> Result<PathBuf, Unavailable> {
    if cfg!(windows) {
        return Err(Unavailable::Missing(
            "needs MAPI_CPP_PROVIDER, the path of a DLL made of tests/cpp".into(),
        ));
    }
    require("widl", "-V")?;
    require("g++", "--version")?;

    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cross_language");
    fs::create_dir_all(&output).map_err(broken)?;
    let idl = package.join("idl");
    for file in files(&idl, "idl")? {
        run(Command::new("widl")
            .args(["--nostdinc", "-h"])
            .arg("-I")
            .arg(package.join("codegen/include"))
            .arg("-I")
            .arg(package.join("codegen/prelude"))
            .arg("-I")
            .arg(&idl)
            .arg("-o")
            .arg(output.join(file.with_extension("h").file_name().unwrap_or_default()))
            .arg(&file))?;
    }

    let cpp = package.join("tests/cpp");
    let library = output.join("cross_language.so");
    run(Command::new("g++")
        .args(["-std=c++17", "-O1", "-g", "-Wall", "-Wextra", "-Werror"])
        .args(["-shared", "-fPIC", "-fvisibility=hidden", "-pthread"])
        .arg("-I")
        .arg(cpp.join("portable"))
        .arg("-I")
        .arg(&output)
        .arg("-o")
        .arg(&library)
        .args(files(&cpp, "cpp")?))?;
    Ok(library)
}

fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, Unavailable> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(broken)? {
        let path = entry.map_err(broken)?.path();
        if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn require(tool: &str, version: &str) -> Result<(), Unavailable> {
    let started = Command::new(tool)
        .arg(version)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match started {
        Ok(_) => Ok(()),
        Err(_) => Err(Unavailable::Missing(format!("needs {tool}"))),
    }
}

fn run(command: &mut Command) -> Result<(), Unavailable> {
    let output = command.output().map_err(broken)?;
    if output.status.success() {
        return Ok(());
    }
    Err(Unavailable::Broken(format!(
        "{command:?} failed:\n{}",
        String::from_utf8_lossy(&output.stderr)
    )))
}

fn broken(error: impl std::error::Error) -> Unavailable {
    Unavailable::Broken(error.to_string())
}
