//! What a safe call costs over the same call through the raw vtable slot. Run with `cargo bench --bench calls`.

use criterion::{Criterion, criterion_group, criterion_main};
use mapi_bindings::{HRESULT, IMAPISyncProgressCallback, Result, WideStr, implement};
use mapi_bindings::{OwnedHandle, windows_core};
use std::hint::black_box;
use std::ptr::null;
use windows_core::Interface;

struct Ignore;

impl implement::IMAPISyncProgressCallback for Ignore {
    fn progress(&self, text: Option<&WideStr>, index: u32, max: u32) -> Result<()> {
        black_box((text, index, max));
        Ok(())
    }

    fn error(&self, error: HRESULT, text: &WideStr) -> Result<()> {
        let _ = black_box((error, text));
        Ok(())
    }

    fn done(&self, event: Option<OwnedHandle>, result: HRESULT) -> Result<()> {
        let _ = black_box((event, result));
        Ok(())
    }
}

fn raw(callback: &IMAPISyncProgressCallback, text: *const u16) -> HRESULT {
    // SAFETY: the interface is alive, and the text is NULL or ends with a zero.
    unsafe { (callback.vtable().Progress)(callback.as_raw(), windows_core::PCWSTR(text), 3, 10) }
}

fn calls(c: &mut Criterion) {
    let callback = IMAPISyncProgressCallback::new(Ignore);
    let wide: Vec<u16> = "Downloading headers\0".encode_utf16().collect();

    let mut group = c.benchmark_group("progress");
    group.bench_function("raw, no text", |b| {
        b.iter(|| raw(black_box(&callback), null()))
    });
    group.bench_function("safe, no text", |b| {
        b.iter(|| black_box(&callback).progress(None, 3, 10));
    });
    group.bench_function("raw, wide text", |b| {
        b.iter(|| raw(black_box(&callback), wide.as_ptr()))
    });
    group.bench_function("safe, &str", |b| {
        b.iter(|| black_box(&callback).progress("Downloading headers", 3, 10));
    });
    group.finish();
}

criterion_group!(benches, calls);
criterion_main!(benches);
