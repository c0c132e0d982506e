//! How long the whole of it takes: processes against processes, on the seed.
//!
//! The aims: `midl-bindgen rust` takes at most 15 ms more than the `rustfmt` process that windows-bindgen starts, and a
//! `generate` with nothing to do takes under 15 ms. Run with `cargo bench -p midl-bindgen`.

use criterion::{Criterion, criterion_group, criterion_main};
use midl_bindgen::metadata::reader::Winmd;
use std::hint::black_box;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_midl-bindgen");

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn run(command: &mut Command) {
    let output = command.output().expect("the program starts");
    assert!(output.status.success(), "{output:?}");
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

criterion_group!(benches, processes, stages, windows_types);
criterion_main!(benches);
