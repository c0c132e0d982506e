//! Safe implementations that Windows calls.
#![cfg(windows)]
#![forbid(unsafe_code)]

use midl_runtime::Success;
use midl_runtime::status::{E_INVALIDARG, E_NOTIMPL, S_FALSE, S_OK};
use std::sync::{Arc, Mutex};
use system_objects::records::OwnedSTATSTG;
use system_objects::{
    ILockBytes, STREAM_SEEK, STREAM_SEEK_CUR, STREAM_SEEK_END, STREAM_SEEK_SET, implement, system,
};
use windows_core::{GUID, Result};

const STGTY_STREAM: u32 = 2;
const STGTY_LOCKBYTES: u32 = 3;

/// Bytes in memory, which the test looks at, too.
#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Vec<u8>>>);

impl Memory {
    fn len(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

fn place(offset: u64) -> usize {
    usize::try_from(offset).expect("a test's file is small")
}

impl implement::ILockBytes for Memory {
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize> {
        let bytes = self.0.lock().unwrap();
        let rest = bytes.get(place(offset)..).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        Ok(count)
    }

    fn write_at(&self, offset: u64, data: &[u8]) -> Result<u32> {
        let mut bytes = self.0.lock().unwrap();
        let (start, end) = (place(offset), place(offset) + data.len());
        if bytes.len() < end {
            bytes.resize(end, 0);
        }
        bytes[start..end].copy_from_slice(data);
        Ok(u32::try_from(data.len()).expect("the count came as 32 bits"))
    }

    fn flush(&self) -> Result<()> {
        Ok(())
    }

    fn set_size(&self, size: u64) -> Result<()> {
        self.0.lock().unwrap().resize(place(size), 0);
        Ok(())
    }

    fn lock_region(&self, _offset: u64, _len: u64, _kind: u32) -> Result<()> {
        Ok(())
    }

    fn unlock_region(&self, _offset: u64, _len: u64, _kind: u32) -> Result<()> {
        Ok(())
    }

    fn stat(&self, _flags: u32) -> Result<OwnedSTATSTG> {
        Ok(OwnedSTATSTG {
            r#type: STGTY_LOCKBYTES,
            size: self.len() as u64,
            ..Default::default()
        })
    }
}

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

#[test]
fn windows_writes_and_reads_a_stream_of_ours() -> Result<()> {
    const CLASS: GUID = GUID::from_u128(0x6f1a8a52_3d0f_4d5c_9d5e_0d4cf1b0a003);
    let ours = system_objects::IStream::new(Tape::default());
    system::write_class(&ours, CLASS)?;
    ours.seek(0, STREAM_SEEK_SET)?;
    assert_eq!(system::read_class(&ours)?, CLASS);
    assert!(system::read_class(&ours).is_err(), "it is at its end");
    Ok(())
}

#[test]
fn a_compound_file_lies_in_bytes_of_ours() -> Result<()> {
    let memory = Memory::default();
    {
        let storage = system::create_storage(&ILockBytes::new(memory.clone()))?;
        let mode = system::STGM_READWRITE_EXCLUSIVE | system::STGM_CREATE;
        let stream = storage.create_stream("schema", mode, 0, 0)?;
        assert_eq!(stream.write(b"first")?, 5);
        let folder = storage.create_storage("folder", mode, 0, 0)?;
        folder.create_stream("empty", mode, 0, 0)?;
        drop((stream, folder));
        storage.rename_element("schema", "contract")?;
        storage.commit(0)?;
    }
    let signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    assert_eq!(memory.0.lock().unwrap()[..8], signature);
    assert_eq!(memory.len() % 512, 0);

    let storage = system::open_storage(&ILockBytes::new(memory.clone()))?;
    let mode = system::STGM_READWRITE_EXCLUSIVE;
    let stream = storage.open_stream("contract", None, mode, 0)?;
    let mut buffer = [0; 16];
    let read = stream.read(&mut buffer)?.value;
    assert_eq!(&buffer[..read], b"first");
    assert_eq!(stream.seek(1, STREAM_SEEK_SET)?, 1);
    assert!(storage.open_stream("missing", None, mode, 0).is_err());
    storage.destroy_element("folder")?;
    drop((stream, storage));
    assert_eq!(Arc::strong_count(&memory.0), 1, "Windows has let go of it");
    Ok(())
}
