//! How long the whole of it takes: processes against processes, on the seed.
//!
//! The aims: `midl-bindgen rust` takes at most 15 ms more than the `rustfmt` process that windows-bindgen starts, a `generate` with
//! nothing to do takes under 15 ms, and `check` a fifth of the time of widl. Run with `cargo bench -p midl-bindgen`.

use criterion::{Criterion, criterion_group, criterion_main};
use midl_bindgen::metadata::reader::Winmd;
use midl_bindgen::metadata::{self, Faithfulness};
use midl_bindgen::source::Memory;
use std::hint::black_box;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_midl-bindgen");

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Runs a program as a shell would: without the folders in which cargo has the system look for libraries, for each program anew. What it
/// says goes nowhere.
fn silently(command: &mut Command) -> std::io::Result<ExitStatus> {
    command.env_remove("LD_LIBRARY_PATH");
    command.stdout(Stdio::null()).stderr(Stdio::null()).status()
}

/// The same for one that has to succeed.
fn run(command: &mut Command) {
    let status = silently(command).expect("the program starts");
    assert!(status.success(), "{status}: {command:?}");
}

/// The executable as it is released, in a folder where it was installed: an executable that was copied lies in larger pieces in memory
/// than one that the linker has just written.
fn released(folder: &Path) -> PathBuf {
    let released = folder.join("midl-bindgen");
    std::fs::copy(built(), &released).expect("the executable can be copied");
    released
}

/// For Linux the executable is built without shared libraries, see `.cargo/config.toml`; else it is the one that is there.
fn built() -> PathBuf {
    let program = PathBuf::from(PROGRAM);
    if !cfg!(all(
        target_os = "linux",
        target_env = "gnu",
        target_arch = "x86_64"
    )) {
        return program;
    }
    let target = program.ancestors().nth(2).expect("a target folder");
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .current_dir(root())
        .args(["static", "--release", "--target-dir"])
        .arg(target);
    let status = cargo.status().expect("cargo starts");
    assert!(status.success(), "{status}: {cargo:?}");
    target.join("x86_64-unknown-linux-gnu/release/midl-bindgen")
}

/// What windows-bindgen cannot do without: one rustfmt process over the raw bindings.
fn rustfmt(text: &str) {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("rustfmt starts");
    let mut stdin = child.stdin.take().expect("stdin is piped");
    stdin.write_all(text.as_bytes()).expect("rustfmt reads");
    drop(stdin);
    assert!(child.wait().expect("rustfmt ends").success());
}

fn processes(c: &mut Criterion) {
    let root = root();
    let raw = std::fs::read_to_string(root.join("src/generated/raw.rs")).expect("raw.rs is there");
    let out = tempfile::tempdir().expect("a temporary folder");

    let mut group = c.benchmark_group("process");
    group.sample_size(30);
    group.bench_function("rustfmt alone", |b| b.iter(|| rustfmt(&raw)));
    group.bench_function("midl-bindgen rust", |b| {
        b.iter(|| {
            run(Command::new(PROGRAM)
                .current_dir(&root)
                .args(["rust", "-I", "idl", "-o"])
                .arg(out.path())
                .arg("idl/mapisync.idl"));
        });
    });
    run(Command::new(PROGRAM).current_dir(&root).arg("generate"));
    group.bench_function("midl-bindgen generate, nothing changed", |b| {
        b.iter(|| run(Command::new(PROGRAM).current_dir(&root).arg("generate")));
    });
    group.finish();
}

fn stages(c: &mut Criterion) {
    let builder = midl_bindgen::Builder::new()
        .include(root().join("idl"))
        .input(root().join("idl/mapisync.idl"));
    c.bench_function("seed to schema", |b| {
        b.iter(|| black_box(builder.compile()))
    });
    c.bench_function("seed to winmd", |b| {
        b.iter(|| black_box(builder.winmd("Mapi").is_ok()));
    });
}

/// Windows' own metadata: what the first type costs in a process, and what each further one does.
fn windows_types(c: &mut Criterion) {
    let open = || Winmd::new(windows_default::WIN32).expect("Windows' metadata is a winmd");
    c.bench_function("open Windows' metadata", |b| b.iter(|| black_box(open())));
    let file = open();
    c.bench_function("find a type of Windows", |b| {
        b.iter(|| black_box(file.contains(black_box("IStream"))));
    });
}

/// The classic files of Debian's package `libwine-dev`, which other people wrote: here and in widl, the MIDL compiler that
/// is part of Wine.
fn wine(c: &mut Criterion) {
    let folder = Path::new("/usr/include/wine/wine/windows");
    let installed = tempfile::tempdir().expect("a temporary folder");
    let released = released(installed.path());
    let check = |program: &Path, files: &[PathBuf]| {
        let mut command = Command::new(program);
        command
            .current_dir(folder)
            .args(["check", "-I.", "-D__WIDL__"]);
        silently(command.args(files)).expect("the program starts")
    };
    let header = tempfile::NamedTempFile::new().expect("a temporary file");
    let widl = |file: &Path| {
        let mut command = Command::new("widl");
        command
            .current_dir(folder)
            .args(["-h", "-I.", "-o"])
            .arg(header.path());
        silently(command.arg(file))
    };
    let has_widl = Command::new("widl").arg("-V").output().is_ok();
    let takes = |file: &Path| widl(file).is_ok_and(|status| status.success());
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "idl"))
        // WinRT's are refused, and a few are parts of others.
        .filter(|path| check(&released, std::slice::from_ref(path)).success())
        .filter(|path| !has_widl || takes(path))
        .collect();
    files.sort();
    if files.is_empty() {
        println!("libwine-dev is not installed: its files are left out");
        return;
    }
    let mut group = c.benchmark_group(format!("{} files of Wine", files.len()));
    group.sample_size(10);
    group.bench_function("check, all in one process", |b| {
        b.iter(|| check(&released, &files))
    });
    for (name, program) in [
        ("check, a process each", released.as_path()),
        (
            "check, a process each, with shared libraries",
            Path::new(PROGRAM),
        ),
    ] {
        group.bench_function(name, |b| {
            b.iter(|| {
                files.chunks(1).for_each(|file| {
                    check(program, file);
                });
            });
        });
    }
    if !has_widl {
        println!("widl is not installed: it is left out");
        return;
    }
    group.bench_function("widl -h, a process each", |b| {
        b.iter(|| files.iter().for_each(|file| drop(widl(file))));
    });
    group.finish();
}

/// Ten times as many interfaces should take ten times as long.
fn growth(c: &mut Criterion) {
    for count in [100, 1_000, 10_000] {
        let files = Memory([("main.idl".into(), interfaces(count).into_bytes())].into());
        let builder = midl_bindgen::Builder::new().input("main.idl");
        let compilation = builder.compile_from(&files);
        assert!(
            compilation.diagnostics.is_empty(),
            "{}",
            compilation.render(false)
        );
        let mut group = c.benchmark_group(format!("{count} interfaces"));
        group.sample_size(10);
        group.bench_function("check", |b| {
            b.iter(|| black_box(builder.compile_from(&files)))
        });
        group.bench_function("schema to winmd", |b| {
            b.iter(|| metadata::write(&compilation.schema, "Test", Faithfulness::Published));
        });
        group.finish();
    }
}

fn interfaces(count: usize) -> String {
    let mut text = String::from("import \"unknwn.idl\";\n");
    for at in 0..count {
        let base = match at % 10 {
            0 => "IUnknown".to_owned(),
            _ => format!("IThing{}", at - 1),
        };
        text += &format!(
            "typedef struct Item{at} {{ ULONG size; LPWSTR name; struct Item{at} *next; }} Item{at};
            /** Thing {at}. */
            [object, uuid({at:08x}-2d44-486a-81a8-8f0ecb6071dd), pointer_default(unique)]
            interface IThing{at} : {base} {{
                HRESULT Open{at}([in, string] LPCWSTR name, [in] DWORD flags, [out] IThing{at} **thing);
                HRESULT Read{at}([out, size_is(count)] BYTE *data, [in] ULONG count, [out] ULONG *done);
                HRESULT Name{at}([in] const Item{at} *item, [out, retval] LONG *kind);
            }};\n"
        );
    }
    text
}

criterion_group!(benches, processes, stages, windows_types, wine, growth);
criterion_main!(benches);
