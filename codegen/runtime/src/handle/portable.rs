//! Handles where there is no Windows kernel: each is a counted reference to an event in this process.

use std::ffi::c_void;
use std::marker::PhantomData;
use std::ptr::NonNull;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use windows_core::Result;

#[derive(Debug)]
struct Object {
    manual_reset: bool,
    set: Mutex<bool>,
    changed: Condvar,
}

impl Object {
    fn lock(&self) -> MutexGuard<'_, bool> {
        self.set.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A handle that is closed when it is dropped.
#[derive(Debug)]
pub struct OwnedHandle(Arc<Object>);

impl OwnedHandle {
    /// Another handle to the same object.
    pub fn try_clone(&self) -> std::io::Result<Self> {
        Ok(Self(Arc::clone(&self.0)))
    }
}

/// What lends a handle. On Windows it is the standard library's trait of that name.
pub trait AsHandle {
    /// Lends the handle.
    fn as_handle(&self) -> BorrowedHandle<'_>;
}

impl AsHandle for OwnedHandle {
    fn as_handle(&self) -> BorrowedHandle<'_> {
        // SAFETY: the pointer of an Arc is never NULL.
        let object = unsafe { NonNull::new_unchecked(Arc::as_ptr(&self.0).cast_mut()) };
        BorrowedHandle {
            object,
            lifetime: PhantomData,
        }
    }
}

impl AsHandle for BorrowedHandle<'_> {
    fn as_handle(&self) -> BorrowedHandle<'_> {
        *self
    }
}

impl<T: AsHandle + ?Sized> AsHandle for &T {
    fn as_handle(&self) -> BorrowedHandle<'_> {
        T::as_handle(self)
    }
}

/// A handle that somebody else closes, not before `'a` ends.
#[derive(Clone, Copy, Debug)]
pub struct BorrowedHandle<'a> {
    object: NonNull<Object>,
    lifetime: PhantomData<&'a OwnedHandle>,
}

// SAFETY: it stands for a shared reference to an object that is itself Send and Sync.
unsafe impl Send for BorrowedHandle<'_> {}
// SAFETY: as above.
unsafe impl Sync for BorrowedHandle<'_> {}

impl BorrowedHandle<'_> {
    /// Another handle to the same object, with a life of its own.
    pub fn try_clone_to_owned(&self) -> std::io::Result<OwnedHandle> {
        // SAFETY: the pointer is that of an Arc which stays alive for 'a; the count goes up for the new owner.
        Ok(unsafe {
            Arc::increment_strong_count(self.object.as_ptr());
            OwnedHandle(Arc::from_raw(self.object.as_ptr()))
        })
    }
}

pub(super) fn create_event(manual_reset: bool) -> Result<OwnedHandle> {
    Ok(OwnedHandle(Arc::new(Object {
        manual_reset,
        set: Mutex::new(false),
        changed: Condvar::new(),
    })))
}

pub(super) fn set_event(event: &OwnedHandle) -> Result<()> {
    *event.0.lock() = true;
    event.0.changed.notify_all();
    Ok(())
}

pub(super) fn reset_event(event: &OwnedHandle) -> Result<()> {
    *event.0.lock() = false;
    Ok(())
}

pub(super) fn wait(handle: &OwnedHandle, timeout: Option<Duration>) -> Result<bool> {
    let object = &handle.0;
    let waiting = |set: &mut bool| !*set;
    let mut set = match timeout {
        None => object
            .changed
            .wait_while(object.lock(), waiting)
            .unwrap_or_else(PoisonError::into_inner),
        Some(timeout) => {
            object
                .changed
                .wait_timeout_while(object.lock(), timeout, waiting)
                .unwrap_or_else(PoisonError::into_inner)
                .0
        }
    };
    let was_set = *set;
    if was_set && !object.manual_reset {
        *set = false;
    }
    Ok(was_set)
}

pub(super) fn into_raw(handle: OwnedHandle) -> *mut c_void {
    Arc::into_raw(handle.0).cast_mut().cast()
}

pub(super) fn as_raw(handle: BorrowedHandle<'_>) -> *mut c_void {
    handle.object.as_ptr().cast()
}

/// # Safety
///
/// `raw` comes from [`into_raw`], and is taken back once.
pub(super) unsafe fn from_raw(raw: *mut c_void) -> OwnedHandle {
    // SAFETY: into_raw made it of an Arc, whose reference it carries.
    OwnedHandle(unsafe { Arc::from_raw(raw.cast_const().cast()) })
}

/// # Safety
///
/// `raw` comes from [`into_raw`] or [`as_raw`], is not NULL, and its handle stays open for `'a`.
pub(super) unsafe fn borrow_raw<'a>(raw: *mut c_void) -> BorrowedHandle<'a> {
    BorrowedHandle {
        // SAFETY: the caller promises a handle, and the pointer of an Arc is never NULL.
        object: unsafe { NonNull::new_unchecked(raw.cast()) },
        lifetime: PhantomData,
    }
}
