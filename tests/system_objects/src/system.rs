//! Functions of Windows that hand out objects: the unsafe door, which is no wider than this file.

use crate::{ILockBytes, IStorage, IStream, SHFILEOPSTRUCTW};
use ole32::*;
use std::ffi::c_void;
use std::os::windows::ffi::OsStrExt;
use std::path::Path;
use std::ptr::null_mut;
use windows_core::{BOOL, GUID, HRESULT, IUnknown, Interface, Result};

mod shell32 {
    use crate::SHFILEOPSTRUCTW;

    windows_link::link!("shell32.dll" "system" fn SHFileOperationW(operation: *mut SHFILEOPSTRUCTW) -> i32);
}

mod ole32 {
    #![allow(missing_docs, reason = "they are documented where Windows is")]
    use std::ffi::c_void;
    use windows_core::{GUID, HRESULT};

    windows_link::link!("ole32.dll" "system" fn CoInitializeEx(reserved: *mut c_void, apartment: u32) -> HRESULT);
    windows_link::link!("ole32.dll" "system" fn CoCreateInstance(class: *const GUID, outer: *mut c_void, context: u32, iid: *const GUID, object: *mut *mut c_void) -> HRESULT);
    windows_link::link!("ole32.dll" "system" fn CreateStreamOnHGlobal(memory: *mut c_void, free: i32, stream: *mut *mut c_void) -> HRESULT);
    windows_link::link!("ole32.dll" "system" fn ReadClassStm(stream: *mut c_void, class: *mut GUID) -> HRESULT);
    windows_link::link!("ole32.dll" "system" fn WriteClassStm(stream: *mut c_void, class: *const GUID) -> HRESULT);
    windows_link::link!("ole32.dll" "system" fn StgCreateDocfileOnILockBytes(bytes: *mut c_void, mode: u32, reserved: u32, storage: *mut *mut c_void) -> HRESULT);
    windows_link::link!("ole32.dll" "system" fn StgOpenStorageOnILockBytes(bytes: *mut c_void, priority: *mut c_void, mode: u32, exclude: *mut *mut u16, reserved: u32, storage: *mut *mut c_void) -> HRESULT);
}

/// Read and write, shared with nobody.
pub const STGM_READWRITE_EXCLUSIVE: u32 = 0x2 | 0x10;
/// Make it, also where something is there already.
pub const STGM_CREATE: u32 = 0x1000;

const COINIT_MULTITHREADED: u32 = 0;
const CLSCTX_INPROC_SERVER: u32 = 1;

/// An object of a registered class.
pub fn create<T: Interface>(class: GUID) -> Result<T> {
    join_multithreaded_apartment()?;
    // SAFETY: both GUIDs live through the call, and the class has no outer object.
    out(|object| unsafe {
        CoCreateInstance(&class, null_mut(), CLSCTX_INPROC_SERVER, &T::IID, object)
    })
}

/// A stream in memory.
pub fn memory_stream() -> Result<IStream> {
    // SAFETY: without memory of ours it allocates its own, and frees it.
    out(|stream| unsafe { CreateStreamOnHGlobal(null_mut(), 1, stream) })
}

/// Reads the identifier of a class from a stream.
pub fn read_class(stream: &IStream) -> Result<GUID> {
    let mut class = GUID::zeroed();
    // SAFETY: the interface and the place for the identifier live through the call.
    unsafe { ReadClassStm(stream.as_raw(), &mut class) }.ok()?;
    Ok(class)
}

/// Writes the identifier of a class to a stream.
pub fn write_class(stream: &IStream, class: GUID) -> Result<()> {
    // SAFETY: the interface and the identifier live through the call.
    unsafe { WriteClassStm(stream.as_raw(), &class) }.ok()
}

/// A new compound file in `bytes`.
pub fn create_storage(bytes: &ILockBytes) -> Result<IStorage> {
    let mode = STGM_READWRITE_EXCLUSIVE | STGM_CREATE;
    // SAFETY: the interface lives through the call, and the callee counts its own references.
    out(|storage| unsafe { StgCreateDocfileOnILockBytes(bytes.as_raw(), mode, 0, storage) })
}

/// The compound file that lies in `bytes`.
pub fn open_storage(bytes: &ILockBytes) -> Result<IStorage> {
    let mode = STGM_READWRITE_EXCLUSIVE;
    // SAFETY: the interface lives through the call; no storage has priority, and no element is left out.
    out(|storage| unsafe {
        StgOpenStorageOnILockBytes(bytes.as_raw(), null_mut(), mode, null_mut(), 0, storage)
    })
}

/// Has the shell delete a file, and returns its error code, and whether it says that it was stopped.
pub fn delete_file(path: &Path) -> (i32, bool) {
    const FO_DELETE: u32 = 3;
    const FOF_SILENT_AND_UNASKED: u16 = 0x4 | 0x10 | 0x400;
    // A list of paths, which an empty one ends.
    let path: Vec<u16> = path.as_os_str().encode_wide().chain([0, 0]).collect();
    let mut operation = SHFILEOPSTRUCTW {
        wFunc: FO_DELETE,
        pFrom: path.as_ptr(),
        fFlags: FOF_SILENT_AND_UNASKED,
        // The shell overwrites each of these bytes.
        fAnyOperationsAborted: BOOL(-1),
        ..SHFILEOPSTRUCTW::default()
    };
    // SAFETY: the operation and the paths live through the call.
    let error = unsafe { shell32::SHFileOperationW(&mut operation) };
    (error, operation.fAnyOperationsAborted.0 != 0)
}

/// Lets this thread use objects. It never leaves: the process ends with the tests.
fn join_multithreaded_apartment() -> Result<()> {
    // SAFETY: the reserved pointer is NULL.
    unsafe { CoInitializeEx(null_mut(), COINIT_MULTITHREADED) }.ok()
}

/// What `call` writes to the place that it is given: an interface `T`, by the documentation of each function here.
fn out<T: Interface>(call: impl FnOnce(*mut *mut c_void) -> HRESULT) -> Result<T> {
    let mut raw = null_mut();
    call(&mut raw).ok()?;
    let object = (!raw.is_null())
        // SAFETY: the call succeeded, so it is an interface of that type with a reference for us.
        .then(|| unsafe { T::from_raw(raw) });
    object.ok_or_else(|| windows_core::Error::from_hresult(midl_runtime::status::E_POINTER))
}

/// Any object, as the interface that all have.
pub fn unknown(object: &impl Interface) -> Result<IUnknown> {
    object.cast()
}
