//! Safe implementations that Windows calls.
#![cfg(windows)]
#![forbid(unsafe_code)]

use midl_runtime::Success;
use midl_runtime::status::{E_INVALIDARG, E_NOTIMPL, S_FALSE, S_OK};
use std::sync::{Arc, Mutex};
use system_objects::records::OwnedSTATSTG;
use system_objects::{
    STREAM_SEEK, STREAM_SEEK_CUR, STREAM_SEEK_END, STREAM_SEEK_SET, implement, system,
};
use windows_core::Result;

const STGTY_STREAM: u32 = 2;

/// A stream whose position is where the last call left it.
#[derive(Clone, Default)]
struct Tape(Arc<Mutex<(Vec<u8>, usize)>>);

impl implement::ISequentialStream for Tape {
    fn read(&self, buffer: &mut [u8]) -> Result<Success<usize>> {
        let (bytes, position) = &mut *self.0.lock().unwrap();
        let rest = &bytes[*position..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        *position += count;
        let code = if count < buffer.len() { S_FALSE } else { S_OK };
        Ok(Success::with_code(count, code))
    }

    fn write(&self, data: &[u8]) -> Result<u32> {
        let (bytes, position) = &mut *self.0.lock().unwrap();
        bytes.truncate(*position);
        bytes.extend_from_slice(data);
        *position = bytes.len();
        Ok(u32::try_from(data.len()).expect("the count came as 32 bits"))
    }
}

impl implement::IStream for Tape {
    fn seek(&self, distance: i64, origin: STREAM_SEEK) -> Result<u64> {
        let (bytes, position) = &mut *self.0.lock().unwrap();
        let from = match origin {
            STREAM_SEEK_SET => 0,
            STREAM_SEEK_CUR => *position,
            STREAM_SEEK_END => bytes.len(),
            _ => return Err(E_INVALIDARG.into()),
        };
        let to = isize::try_from(distance).ok();
        let to = to.and_then(|distance| from.checked_add_signed(distance));
        *position = to.filter(|to| *to <= bytes.len()).ok_or(E_INVALIDARG)?;
        Ok(*position as u64)
    }

    fn set_size(&self, _size: u64) -> Result<()> {
        Err(E_NOTIMPL.into())
    }

    fn copy_to(&self, _to: &system_objects::IStream, _count: u64) -> Result<(u64, u64)> {
        Err(E_NOTIMPL.into())
    }

    fn commit(&self, _flags: u32) -> Result<()> {
        Ok(())
    }

    fn revert(&self) -> Result<()> {
        Err(E_NOTIMPL.into())
    }

    fn lock_region(&self, _offset: u64, _len: u64, _kind: u32) -> Result<()> {
        Err(E_NOTIMPL.into())
    }

    fn unlock_region(&self, _offset: u64, _len: u64, _kind: u32) -> Result<()> {
        Err(E_NOTIMPL.into())
    }

    fn stat(&self, _flags: u32) -> Result<OwnedSTATSTG> {
        let (bytes, _) = &*self.0.lock().unwrap();
        Ok(OwnedSTATSTG {
            r#type: STGTY_STREAM,
            size: bytes.len() as u64,
            ..Default::default()
        })
    }

    fn clone_(&self) -> Result<system_objects::IStream> {
        Ok(system_objects::IStream::new(self.clone()))
    }
}

#[test]
fn windows_copies_its_stream_to_one_of_ours() -> Result<()> {
    let tape = Tape::default();
    let stream = system::memory_stream()?;
    stream.write(b"as the caller likes it")?;
    stream.seek(3, STREAM_SEEK_SET)?;
    let ours = system_objects::IStream::new(tape.clone());
    assert_eq!(stream.copy_to(&ours, 10)?, (10, 10));
    assert_eq!(tape.0.lock().unwrap().0, b"the caller");
    let status = ours.stat(0)?;
    assert_eq!((status.r#type, status.size), (STGTY_STREAM, 10));
    assert!(status.name.is_none());
    Ok(())
}
