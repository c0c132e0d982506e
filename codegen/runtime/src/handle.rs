//! Kernel handles.
//!
//! On Windows these are the standard library's own types. Elsewhere they are a stand-in with an in-process event as
//! the only kind of object, so that both sides of an interface can be run and tested on any system.

use std::ffi::c_void;
use std::fmt;
use std::time::Duration;
use windows_core::Result;

#[cfg(not(windows))]
#[path = "handle/portable.rs"]
mod system;
#[cfg(windows)]
#[path = "handle/windows.rs"]
mod system;

pub use system::{AsHandle, BorrowedHandle, OwnedHandle};

/// An event: a flag in the kernel that threads wait for.
///
/// Its clones ([`Self::try_clone`]) are handles to the same event. Any handle converts into it; if it is no
/// event, [`set`](Self::set) and [`reset`](Self::reset) fail, and [`wait`](Self::wait) waits for what it is.
pub struct Event(OwnedHandle);

impl Event {
    /// A new event, not set, that stays set until [`Self::reset`].
    pub fn new() -> Result<Self> {
        system::create_event(true).map(Self)
    }

    /// A new event, not set, that wakes one waiting thread and is reset by that.
    pub fn new_auto_reset() -> Result<Self> {
        system::create_event(false).map(Self)
    }

    /// Sets it.
    pub fn set(&self) -> Result<()> {
        system::set_event(&self.0)
    }

    /// Undoes [`Self::set`].
    pub fn reset(&self) -> Result<()> {
        system::reset_event(&self.0)
    }

    /// Waits until it is set, at most `timeout` (`None`: however long it takes); whether it was set.
    pub fn wait(&self, timeout: Option<Duration>) -> Result<bool> {
        system::wait(&self.0, timeout)
    }

    /// Whether it is set. It resets one made by [`Self::new_auto_reset`], as every wait does.
    pub fn is_set(&self) -> Result<bool> {
        self.wait(Some(Duration::ZERO))
    }

    /// Another handle to the same event.
    pub fn try_clone(&self) -> Result<Self> {
        Ok(Self(self.0.try_clone()?))
    }
}

impl AsHandle for Event {
    fn as_handle(&self) -> BorrowedHandle<'_> {
        self.0.as_handle()
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Event").field(&self.0).finish()
    }
}

impl From<OwnedHandle> for Event {
    fn from(handle: OwnedHandle) -> Self {
        Self(handle)
    }
}

impl From<Event> for OwnedHandle {
    fn from(event: Event) -> Self {
        event.0
    }
}

/// The `HANDLE` that gives the handle away to a callee that closes it; NULL for `None`.
#[inline]
pub fn into_raw(handle: Option<OwnedHandle>) -> *mut c_void {
    handle.map_or(std::ptr::null_mut(), system::into_raw)
}

/// The `HANDLE` that lends the handle for a call; NULL for `None`.
#[inline]
pub fn as_raw(handle: Option<BorrowedHandle<'_>>) -> *mut c_void {
    handle.map_or(std::ptr::null_mut(), system::as_raw)
}

/// Takes over a handle; `None` for NULL.
///
/// # Safety
///
/// `raw` is NULL, or an open handle that the caller gives away. Elsewhere than on Windows, it comes from [`into_raw`].
#[inline]
pub unsafe fn from_raw(raw: *mut c_void) -> Option<OwnedHandle> {
    // SAFETY: it is not NULL, so the caller promises a handle of its own.
    (!raw.is_null()).then(|| unsafe { system::from_raw(raw) })
}

/// Borrows a handle; `None` for NULL.
///
/// # Safety
///
/// `raw` is NULL, or a handle that stays open for `'a`. Elsewhere than on Windows, it comes from [`as_raw`] or
/// [`into_raw`].
#[inline]
pub unsafe fn borrow_raw<'a>(raw: *mut c_void) -> Option<BorrowedHandle<'a>> {
    // SAFETY: it is not NULL, so the caller promises an open handle.
    (!raw.is_null()).then(|| unsafe { system::borrow_raw(raw) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    const SHORT: Option<Duration> = Some(Duration::from_millis(10));

    #[test]
    fn a_set_event_stays_set_until_reset() {
        let event = Event::new().unwrap();
        assert_eq!(event.is_set(), Ok(false));
        assert_eq!(event.wait(SHORT), Ok(false));
        event.set().unwrap();
        assert_eq!(event.wait(None), Ok(true));
        assert_eq!(event.is_set(), Ok(true));
        event.reset().unwrap();
        assert_eq!(event.is_set(), Ok(false));
    }

    #[test]
    fn an_auto_reset_event_is_taken_by_one_wait() {
        let event = Event::new_auto_reset().unwrap();
        event.set().unwrap();
        assert_eq!(event.wait(None), Ok(true));
        assert_eq!(event.wait(SHORT), Ok(false));
    }

    #[test]
    fn a_clone_wakes_who_waits_for_the_original() {
        let event = Event::new().unwrap();
        let clone = event.try_clone().unwrap();
        let waiting = thread::spawn(move || event.wait(None));
        clone.set().unwrap();
        assert_eq!(waiting.join().unwrap(), Ok(true));
    }

    #[test]
    fn a_raw_handle_is_the_same_event() {
        let event = Event::new().unwrap();
        let clone = event.try_clone().unwrap();
        let raw = into_raw(Some(clone.into()));
        // SAFETY: the handle is open, and only lent.
        let lent = unsafe { borrow_raw(raw) };
        assert_eq!(as_raw(lent), raw);
        // SAFETY: into_raw gave the handle away, and nobody else has taken it.
        let taken = Event::from(unsafe { from_raw(raw) }.unwrap());
        taken.set().unwrap();
        assert_eq!(event.is_set(), Ok(true));
    }

    #[test]
    fn whatever_has_a_handle_lends_it() {
        fn raw(holder: impl AsHandle) -> *mut c_void {
            as_raw(Some(holder.as_handle()))
        }
        let event = Event::new().unwrap();
        let number = raw(&event);
        assert_eq!(raw(event.as_handle()), number);
        let owned = OwnedHandle::from(event);
        assert_eq!(raw(&owned), number);
        let clone = Event::from(owned.as_handle().try_clone_to_owned().unwrap());
        clone.set().unwrap();
        assert_eq!(Event::from(owned).is_set(), Ok(true));
    }

    #[test]
    fn null_is_no_handle() {
        assert!(into_raw(None).is_null());
        // SAFETY: NULL is allowed.
        assert!(unsafe { from_raw(std::ptr::null_mut()) }.is_none());
        // SAFETY: NULL is allowed.
        assert!(unsafe { borrow_raw(std::ptr::null_mut()) }.is_none());
    }
}
