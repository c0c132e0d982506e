//! Two methods change places in the IDL, and nothing else: the generator sees it, moves the vtable, and says that the files
//! that are checked in are stale.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PROGRESS: &str = "/// Moves the progress bar";
const ERROR: &str = "/// Shows an error or a warning";
const DONE: &str = "/// Says that the synchronisation is over";

#[test]
fn swapped_methods_move_in_everything_that_is_generated() {
    let package = copy_of_the_package();
    let (code, said) = midl_bindgen(&package, &["generate", "--check"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(
        slots(&package),
        [
            ("Progress".into(), 3),
            ("Error".into(), 4),
            ("Done".into(), 5)
        ]
    );
    let asserts = read(&package, "src/generated/asserts.rs");

    swap_progress_and_error(&package.join("idl/mapisync.idl"));

    let (code, said) = midl_bindgen(&package, &["generate", "--check"]);
    assert_eq!(code, 1, "{said}");
    for stale in ["raw.rs", "client.rs", "implement.rs", "asserts.rs"] {
        assert!(said.contains(stale), "{stale} is not named: {said}");
    }
    assert_eq!(
        read(&package, "src/generated/asserts.rs"),
        asserts,
        "--check writes nothing"
    );
    assert_eq!(
        slots(&package),
        [
            ("Error".into(), 3),
            ("Progress".into(), 4),
            ("Done".into(), 5)
        ]
    );

    let (code, said) = midl_bindgen(&package, &["generate"]);
    assert_eq!(code, 0, "{said}");
    let raw = read(&package, "src/generated/raw.rs");
    let vtable = raw
        .split("pub struct IMAPISyncProgressCallback_Vtbl")
        .nth(1)
        .unwrap();
    let at = |method: &str| vtable.find(&format!("pub {method}:")).unwrap();
    assert!(
        at("Error") < at("Progress") && at("Progress") < at("Done"),
        "{vtable}"
    );
    // The assertions that were checked in would not compile with it: they place the methods as they stood before.
    assert_ne!(read(&package, "src/generated/asserts.rs"), asserts);
}

fn copy_of_the_package() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join("swapped_methods");
    if package.exists() {
        fs::remove_dir_all(&package).unwrap();
    }
    for folder in ["idl", "src/generated"] {
        fs::create_dir_all(package.join(folder)).unwrap();
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let file = entry.unwrap();
            fs::copy(file.path(), package.join(folder).join(file.file_name())).unwrap();
        }
    }
    fs::copy(root.join("Cargo.toml"), package.join("Cargo.toml")).unwrap();
    package
}

fn swap_progress_and_error(idl: &Path) {
    let text = fs::read_to_string(idl).unwrap();
    let (before, rest) = text.split_once(PROGRESS).unwrap();
    let (progress, rest) = rest.split_once(ERROR).unwrap();
    let (error, after) = rest.split_once(DONE).unwrap();
    fs::write(
        idl,
        [before, ERROR, error, PROGRESS, progress, DONE, after].concat(),
    )
    .unwrap();
}

/// The callback's methods and their slots, in the order of the schema.
fn slots(package: &Path) -> Vec<(String, u64)> {
    let (code, said) = midl_bindgen(package, &["schema"]);
    assert_eq!(code, 0, "{said}");
    let schema: serde_json::Value = serde_json::from_str(&said).unwrap();
    let interfaces = schema["interfaces"].as_array().unwrap();
    let callback = interfaces
        .iter()
        .find(|interface| interface["name"] == "IMAPISyncProgressCallback")
        .unwrap();
    let methods = callback["methods"].as_array().unwrap().iter();
    methods
        .map(|method| {
            (
                method["name"].as_str().unwrap().to_owned(),
                method["slot"].as_u64().unwrap(),
            )
        })
        .collect()
}

/// The exit code and what was said on standard output.
fn midl_bindgen(package: &Path, arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_midl-bindgen"))
        .args(arguments)
        .current_dir(package)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    (output.status.code().unwrap(), said)
}

fn read(package: &Path, file: &str) -> String {
    fs::read_to_string(package.join(file)).unwrap()
}
