//! The command line, as a process: words, exit codes, what is written and what is not.

use expect_test::{Expect, expect};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const HELLO: &str = r#"import "unknwn.idl";

/// Greets.
[object, local, uuid(7a0f2c1e-5d37-4c19-9f0b-2b6a41c7d001)]
interface IHello : IUnknown
{
    HRESULT Greet([in, string] const WCHAR *pwszName, [in] ULONG ulTimes);
    HRESULT Leave();
}
"#;

const MANIFEST: &str = r#"[package]
name = "hello"

[package.metadata.midl-bindgen]
inputs = ["idl/hello.idl"]
output = "src/generated"
"#;

/// A crate in a temporary folder.
struct Crate(TempDir);

impl Crate {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let this = Self(folder);
        this.write("Cargo.toml", MANIFEST);
        this.write("idl/hello.idl", HELLO);
        fs::create_dir(this.path("target")).unwrap();
        this
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Exit code, standard output and standard error.
    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_midl-bindgen"))
            .current_dir(self.0.path())
            .env_remove("CARGO_TARGET_DIR")
            .args(arguments)
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace('\\', "/");
        (
            output.status.code().unwrap(),
            text(output.stdout),
            text(output.stderr),
        )
    }

    /// Runs and compares exit code, standard output and standard error, joined.
    fn expect(&self, arguments: &[&str], expected: Expect) {
        let (code, out, err) = self.run(arguments);
        expected.assert_eq(&format!("{out}{err}exit {code}\n"));
    }
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn generate_writes_once_and_says_what() {
    let hello = Crate::new();
    hello.expect(
        &["generate"],
        expect![[r#"
            hello: 5 files, 1 interface, 2 methods (2 safe, 0 raw)
              added src/generated/client.rs
              added src/generated/implement.rs
              added src/generated/raw.rs
              added src/generated/asserts.rs
              added src/generated/mod.rs
            exit 0
        "#]],
    );
    assert_eq!(
        files(&hello.path("src/generated")),
        [
            "asserts.rs",
            "client.rs",
            "implement.rs",
            "mod.rs",
            "raw.rs"
        ]
    );
    hello.expect(
        &[],
        expect![[r#"
            hello: 5 files, 1 interface, 2 methods (2 safe, 0 raw)
            up to date
            exit 0
        "#]],
    );
}

#[test]
fn check_names_stale_files_and_writes_nothing() {
    let hello = Crate::new();
    hello.expect(
        &["generate", "--check"],
        expect![[r#"
            hello: 5 files, 1 interface, 2 methods (2 safe, 0 raw)
              missing: src/generated/client.rs
              missing: src/generated/implement.rs
              missing: src/generated/raw.rs
              missing: src/generated/asserts.rs
              missing: src/generated/mod.rs
            run `midl-bindgen generate` to bring them up to date
            exit 1
        "#]],
    );
    assert!(!hello.path("src/generated").exists());
    assert_eq!(hello.run(&["generate"]).0, 0);
    assert_eq!(hello.run(&["generate", "--check"]).0, 0);

    let before = fs::read(hello.path("src/generated/raw.rs")).unwrap();
    let swapped = HELLO.replace("    HRESULT Leave();\n", "").replace(
        "{\n    HRESULT Greet",
        "{\n    HRESULT Leave();\n    HRESULT Greet",
    );
    hello.write("idl/hello.idl", &swapped);
    hello.expect(
        &["generate", "--check"],
        expect![[r#"
            hello: 5 files, 1 interface, 2 methods (2 safe, 0 raw)
              stale: src/generated/client.rs
              stale: src/generated/implement.rs
              stale: src/generated/raw.rs
              stale: src/generated/asserts.rs
            run `midl-bindgen generate` to bring them up to date
            exit 1
        "#]],
    );
    assert_eq!(
        fs::read(hello.path("src/generated/raw.rs")).unwrap(),
        before
    );
}

#[test]
fn a_changed_output_is_stale_though_the_input_is_not() {
    let hello = Crate::new();
    assert_eq!(hello.run(&["generate"]).0, 0);
    hello.write("src/generated/raw.rs", "by hand");
    assert_eq!(hello.run(&["generate", "--check"]).0, 1);
    assert_eq!(hello.run(&["generate"]).0, 0);
    assert_eq!(hello.run(&["generate", "--check"]).0, 0);
}

#[test]
fn a_winmd_is_an_input_whose_change_is_seen() {
    let hello = Crate::new();
    let winmd = ["winmd", "-o", "idl/hello.winmd", "idl/hello.idl"];
    assert_eq!(hello.run(&["rust", "-o", "idl_out", "idl/hello.idl"]).0, 0);
    assert_eq!(hello.run(&winmd).0, 0);
    let manifest = MANIFEST.replace("hello.idl", "hello.winmd");
    hello.write("Cargo.toml", &manifest);
    assert_eq!(hello.run(&["generate"]).0, 0);
    // The metadata says what the IDL file said.
    for name in [
        "raw.rs",
        "client.rs",
        "implement.rs",
        "asserts.rs",
        "mod.rs",
    ] {
        let read = |folder: &str| fs::read_to_string(hello.path(folder).join(name)).unwrap();
        assert_eq!(read("src/generated"), read("idl_out"), "{name}");
    }
    assert_eq!(hello.run(&["generate", "--check"]).0, 0);
    hello.write("idl/hello.idl", &HELLO.replace("Leave", "Part"));
    assert_eq!(hello.run(&winmd).0, 0);
    assert_eq!(hello.run(&["generate", "--check"]).0, 1);
}

#[test]
fn metadata_as_text_is_an_input_of_every_command() {
    const TEXT: &str = r#"#[win32]
mod Hello {
    #[guid(0x7a0f2c1e_5d37_4c19_9f0b_2b6a41c7d001)]
    interface IHello: Windows::Win32::IUnknown {
        fn Leave(&self, #[in] times: u32) -> HRESULT;
    }
}
"#;
    let hello = Crate::new();
    hello.write("idl/hello.rdl", TEXT);
    hello.expect(
        &["check", "idl/hello.rdl"],
        expect![[r#"
            no errors: 1 interface, 1 method
            exit 0
        "#]],
    );
    hello.expect(
        &["rust", "-o", "src/rust", "idl/hello.rdl"],
        expect![[r#"
            5 files, 1 interface, 1 method (1 safe, 0 raw)
              added src/rust/client.rs
              added src/rust/implement.rs
              added src/rust/raw.rs
              added src/rust/asserts.rs
              added src/rust/mod.rs
            exit 0
        "#]],
    );
    hello.expect(
        &["winmd", "-o", "hello.winmd", "idl/hello.rdl"],
        expect![[r#"
            wrote hello.winmd
            exit 0
        "#]],
    );
    let (code, json, _) = hello.run(&["schema", "idl/hello.rdl"]);
    assert_eq!(code, 0);
    assert!(json.contains("7a0f2c1e-5d37-4c19-9f0b-2b6a41c7d001"));

    let manifest = MANIFEST.replace("hello.idl", "hello.rdl");
    hello.write("Cargo.toml", &manifest);
    assert_eq!(hello.run(&["generate"]).0, 0);
    assert_eq!(hello.run(&["generate", "--check"]).0, 0);
    hello.write("idl/hello.rdl", &TEXT.replace("Leave", "Part"));
    assert_eq!(hello.run(&["generate", "--check"]).0, 1);
    hello.write("idl/hello.rdl", &TEXT.replace("u32", "u23"));
    hello.expect(
        &["generate"],
        expect![[r#"
        error[E0114]: `idl/hello.rdl` cannot be compiled
         --> idl/hello.rdl:5:38
          |
        5 |         fn Leave(&self, #[in] times: u23) -> HRESULT;
          |                                      ^^^ type not found

        midl-bindgen: 1 error
        exit 1
    "#]],
    );
}

#[test]
fn a_broken_file_leaves_the_old_output() {
    let hello = Crate::new();
    assert_eq!(hello.run(&["generate"]).0, 0);
    let before = fs::read(hello.path("src/generated/raw.rs")).unwrap();
    hello.write(
        "idl/hello.idl",
        &HELLO.replace("ULONG ulTimes", "ULNOG ulTimes"),
    );
    hello.expect(
        &["generate"],
        expect![[r#"
            error[E0301]: unknown type `ULNOG`
             --> idl/hello.idl:7:60
              |
            7 |     HRESULT Greet([in, string] const WCHAR *pwszName, [in] ULNOG ulTimes);
              |                                                            ^^^^^
              |
              = help: a type of a similar name is `ULONG`

            midl-bindgen: 1 error
            exit 1
        "#]],
    );
    assert_eq!(
        fs::read(hello.path("src/generated/raw.rs")).unwrap(),
        before
    );
    hello.expect(
        &["check", "idl/hello.idl"],
        expect![[r#"
            error[E0301]: unknown type `ULNOG`
             --> idl/hello.idl:7:60
              |
            7 |     HRESULT Greet([in, string] const WCHAR *pwszName, [in] ULNOG ulTimes);
              |                                                            ^^^^^
              |
              = help: a type of a similar name is `ULONG`

            midl-bindgen: 1 error
            exit 1
        "#]],
    );
}

#[test]
fn a_crate_without_the_table_is_told_what_to_write() {
    let hello = Crate::new();
    hello.write("Cargo.toml", "[package]\nname = \"hello\"\n");
    hello.expect(
        &[],
        expect![[r#"
            error[E0901]: the manifest has no `[package.metadata.midl-bindgen]`
             --> Cargo.toml:1:1
              |
            1 | [package]
              | ^
              |
              = help: say what to generate:
                      [package.metadata.midl-bindgen]
                      inputs = ["idl/my.idl"]
                      output = "src/generated"

            midl-bindgen: 1 error
            exit 1
        "#]],
    );
}

#[test]
fn schema_prints_what_the_file_defines() {
    let hello = Crate::new();
    let (code, from_file, _) = hello.run(&["schema", "idl/hello.idl"]);
    assert_eq!(code, 0);
    let (_, from_manifest, _) = hello.run(&["schema"]);
    assert_eq!(from_file, from_manifest);
    let schema: serde_json::Value = serde_json::from_str(&from_file).unwrap();
    let interfaces = schema["interfaces"].as_array().unwrap();
    assert_eq!(interfaces.len(), 1, "what is imported does not count");
    assert_eq!(interfaces[0]["iid"], "7a0f2c1e-5d37-4c19-9f0b-2b6a41c7d001");
    assert_eq!(interfaces[0]["base"], "IUnknown");
    assert_eq!(interfaces[0]["methods"][1]["name"], "Leave");
    assert_eq!(interfaces[0]["methods"][1]["slot"], 4);
    let name = &interfaces[0]["methods"][0]["params"][0];
    assert_eq!(name["type"], "const WCHAR *");
    assert_eq!((&name["in"], &name["out"]), (&true.into(), &false.into()));
}

#[test]
fn it_is_said_why_methods_stay_raw() {
    let hello = Crate::new();
    let greet = "HRESULT Greet([in, string] const WCHAR *pwszName, [in] ULONG ulTimes);";
    let anything = HELLO.replace(greet, "HRESULT Greet([in] void *pv, [in] ULONG ulTimes);");
    hello.write("idl/hello.idl", &anything);
    let run = || {
        let (code, output, _) = hello.run(&[]);
        assert_eq!(code, 0);
        let summary: Vec<_> = output.lines().take(2).collect();
        summary.join("\n")
    };
    let said = run();
    expect![[r#"
        hello: 5 files, 1 interface, 2 methods (1 safe, 1 raw)
          1 raw: a pointer to anything"#]]
    .assert_eq(&said);
    assert_eq!(
        run(),
        said,
        "also where the stamp says that nothing changed"
    );
}

#[test]
fn rust_and_winmd_write_where_they_are_told() {
    let hello = Crate::new();
    hello.expect(
        &["rust", "-o", "out", "idl/hello.idl"],
        expect![[r#"
            5 files, 1 interface, 2 methods (2 safe, 0 raw)
              added out/client.rs
              added out/implement.rs
              added out/raw.rs
              added out/asserts.rs
              added out/mod.rs
            exit 0
        "#]],
    );
    hello.expect(
        &["winmd", "-o", "out/Hello.winmd", "idl/hello.idl"],
        expect![[r#"
            wrote out/Hello.winmd
            exit 0
        "#]],
    );
    hello.expect(
        &["winmd", "-o", "out/Hello.winmd", "idl/hello.idl"],
        expect![[r#"
            unchanged out/Hello.winmd
            exit 0
        "#]],
    );
    let winmd = fs::read(hello.path("out/Hello.winmd")).unwrap();
    assert!(winmd.starts_with(b"MZ"));
}

#[test]
fn a_wrong_command_line_exits_with_2() {
    let hello = Crate::new();
    for arguments in [&["frobnicate"][..], &["check"], &["rust", "idl/hello.idl"]] {
        assert_eq!(hello.run(arguments).0, 2, "{arguments:?}");
    }
}

#[test]
fn help_fits_a_screen() {
    Crate::new().expect(&["--help"], expect![[r#"
        A compiler from classic COM MIDL to winmd and safe Rust, on any operating system

        Usage: midl-bindgen [OPTIONS] [COMMAND]

        Commands:
          generate  Regenerate what `[package.metadata.midl-bindgen]` of the manifest here says [default]
          check     Check IDL files or metadata, and show what is wrong with them
          rust      Make Rust modules from IDL files or metadata
          winmd     Make Windows metadata (.winmd) from IDL files, or from other metadata
          schema    Print the schema of IDL files or metadata as JSON: what they define, not what they import
          help      Print this message or the help of the given subcommand(s)

        Options:
              --check                 Write nothing; name the files that are stale, and exit with 1 if there are any
              --manifest-path <FILE>  The manifest [default: the nearest Cargo.toml from here upwards]
          -h, --help                  Print help
          -V, --version               Print version
        exit 0
    "#]]);
}
