//! A COM object around a Rust value: one interface, counted references, panics contained.

use crate::guard::contain;
use std::ffi::c_void;
use std::ptr::NonNull;
use windows_core::imp::{E_NOINTERFACE, E_POINTER, IAgileObject, WeakRefCount};
use windows_core::{ComObject, ComObjectInner, GUID, HRESULT, IUnknown, IUnknownImpl, Interface};

/// What joins an interface to the values that implement it. Generated code implements it.
///
/// # Safety
///
/// `VTABLE` is the vtable of `Self` for `Object<Self, T>` with its interface pointer at the object's start, and
/// `answers` is true only for `Self`, its bases, and `IUnknown`.
pub unsafe trait Implement<T>: Interface<Vtable: 'static> {
    /// The vtable.
    const VTABLE: &'static Self::Vtable;

    /// Whether a query for this IID is answered with this interface.
    fn answers(iid: &GUID) -> bool;
}

/// A value as a COM object with the interface `I`.
///
/// COM may call it from any thread (it is agile, as windows-core's objects are), so the value is `Send` and `Sync`.
/// When its last reference goes, a panic in the value's `Drop` ends there.
#[repr(C)]
pub struct Object<I, T>
where
    I: Implement<T>,
    T: Send + Sync + 'static,
{
    vtable: &'static I::Vtable,
    count: WeakRefCount,
    value: T,
}

impl<I, T> Object<I, T>
where
    I: Implement<T>,
    T: Send + Sync + 'static,
{
    /// Turns the value into the interface.
    pub fn create(value: T) -> I {
        let object = Box::new(Self {
            vtable: I::VTABLE,
            count: WeakRefCount::new(),
            value,
        });
        // SAFETY: an object starts with the pointer to I's vtable, which makes its address an interface pointer, and
        // its count starts at the one reference that is handed over here.
        unsafe { I::from_raw(Box::into_raw(object).cast()) }
    }

    fn identity(&self) -> *mut c_void {
        std::ptr::from_ref(self).cast_mut().cast()
    }
}

impl<I, T> IUnknownImpl for Object<I, T>
where
    I: Implement<T>,
    T: Send + Sync + 'static,
{
    type Impl = T;

    #[inline]
    fn get_impl(&self) -> &T {
        &self.value
    }

    fn get_impl_mut(&mut self) -> &mut T {
        &mut self.value
    }

    fn into_inner(self) -> T {
        self.value
    }

    unsafe fn QueryInterface(&self, iid: *const GUID, interface: *mut *mut c_void) -> HRESULT {
        if iid.is_null() || interface.is_null() {
            return E_POINTER;
        }
        // SAFETY: neither is NULL, so the caller promises an IID to read.
        let iid = unsafe { &*iid };
        let (answer, code) =
            if *iid == IUnknown::IID || *iid == IAgileObject::IID || I::answers(iid) {
                self.count.add_ref();
                (self.identity(), HRESULT(0))
            } else {
                #[cfg(windows)]
                if *iid == windows_core::imp::IMarshal::IID {
                    return self.marshaler(interface);
                }
                // SAFETY: the identity pointer belongs to this count, and the object is alive during the call.
                let tear_off = unsafe { self.count.query(iid, self.identity()) };
                let code = if tear_off.is_null() {
                    E_NOINTERFACE
                } else {
                    HRESULT(0)
                };
                (tear_off, code)
            };
        // SAFETY: it is not NULL, so the caller promises a place for a pointer.
        unsafe { interface.write(answer) };
        code
    }

    #[inline]
    fn AddRef(&self) -> u32 {
        self.count.add_ref()
    }

    unsafe fn Release(this: *mut Self) -> u32 {
        // SAFETY: the caller holds a reference, so the object is alive.
        let remaining = unsafe { (*this).count.release() };
        if remaining == 0 {
            // All that other threads did with the object comes before its end.
            std::sync::atomic::fence(std::sync::atomic::Ordering::Acquire);
            // SAFETY: that was the last reference, and create() made the object in a box.
            contain("IUnknown::Release", || drop(unsafe { Box::from_raw(this) }));
        }
        remaining
    }

    fn is_reference_count_one(&self) -> bool {
        self.count.is_one()
    }

    unsafe fn GetTrustLevel(&self, _: *mut i32) -> HRESULT {
        // A method of IInspectable, which these objects do not have.
        crate::status::E_NOTIMPL
    }

    fn to_object(&self) -> ComObject<T>
    where
        T: ComObjectInner<Outer = Self>,
    {
        self.count.add_ref();
        // SAFETY: the pointer is that of a living object, and carries the reference just added.
        unsafe { ComObject::from_raw(NonNull::from(self)) }
    }
}

#[cfg(windows)]
impl<I, T> Object<I, T>
where
    I: Implement<T>,
    T: Send + Sync + 'static,
{
    /// Lets COM pass the interface to other apartments as it is.
    fn marshaler(&self, interface: *mut *mut c_void) -> HRESULT {
        self.count.add_ref();
        // SAFETY: the address is an interface pointer, and carries the reference just added.
        let outer = unsafe { IUnknown::from_raw(self.identity()) };
        // SAFETY: the caller of QueryInterface promises a place for a pointer.
        contain("IUnknown::QueryInterface", || unsafe {
            windows_core::imp::marshaler(outer, interface)
        })
        .unwrap_or(crate::status::E_OUTOFMEMORY)
    }
}

#[cfg(test)]
mod tests;
