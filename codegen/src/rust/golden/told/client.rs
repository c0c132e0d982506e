//! Safe calls: methods of the interfaces themselves, in `snake_case`. Each calls its vtable slot.

use super::raw;
use midl_runtime::{Bstr, Text, TextBuffer};
use std::mem::MaybeUninit;
use windows_core::{BOOL, IUnknown, Interface, Result};

impl raw::ITold {
    /// Slot 3, `Give`.
    #[doc(alias = "Give")]
    #[inline]
    pub fn give<T: Interface>(&self, punk: &T) -> Result<u32> {
        let mut kind = MaybeUninit::<u32>::zeroed();
        let slot = Interface::vtable(self).Give;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                &T::IID,
                Interface::as_raw(punk),
                kind.as_mut_ptr(),
            )
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let kind = unsafe { kind.assume_init() };
        Ok(kind)
    }

    /// Slot 4, `MaybeGive`.
    #[doc(alias = "MaybeGive")]
    #[inline]
    pub fn maybe_give<T: Interface>(&self, punk: Option<&T>) -> Result<()> {
        let slot = Interface::vtable(self).MaybeGive;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), midl_runtime::interface::as_raw(punk), &T::IID)
        };
        answer.ok()
    }

    /// Slot 5, `GiveAny`.
    #[doc(alias = "GiveAny")]
    #[inline]
    pub fn give_any<'a, T: Interface>(
        &self,
        pv: &T,
        name: impl Into<Text<'a>>,
    ) -> Result<()> {
        let name = name.into();
        let mut name_buffer = TextBuffer::new();
        let name = name.to_wide(&mut name_buffer)?;
        let slot = Interface::vtable(self).GiveAny;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), &T::IID, Interface::as_raw(pv), name)
        };
        answer.ok()
    }

    /// Slot 6, `Pair`.
    #[doc(alias = "Pair")]
    #[inline]
    pub fn pair<T: Interface>(&self) -> Result<(T, T)> {
        let mut one = std::ptr::null_mut();
        let mut other = std::ptr::null_mut();
        let slot = Interface::vtable(self).Pair;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), &T::IID, &mut one, &mut other)
        };
        answer.ok()?;
        // SAFETY: the callee hands out NULL or what the type's IID asks for, with a reference of our own.
        let one = unsafe { midl_runtime::interface::from_raw::<T>(one) };
        // SAFETY: the callee hands out NULL or what the type's IID asks for, with a reference of our own.
        let other = unsafe { midl_runtime::interface::from_raw::<T>(other) };
        Ok((
            one.ok_or_else(midl_runtime::status::null)?,
            other.ok_or_else(midl_runtime::status::null)?,
        ))
    }

    /// Slot 7, `Both`.
    #[doc(alias = "Both")]
    #[inline]
    pub fn both<T: Interface, T2: Interface>(&self) -> Result<(T, T2)> {
        let mut ppv = std::ptr::null_mut();
        let mut other = std::ptr::null_mut();
        let slot = Interface::vtable(self).Both;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), &T::IID, &mut ppv, &T2::IID, &mut other)
        };
        answer.ok()?;
        // SAFETY: the callee hands out NULL or what the type's IID asks for, with a reference of our own.
        let ppv = unsafe { midl_runtime::interface::from_raw::<T>(ppv) };
        // SAFETY: the callee hands out NULL or what the type's IID asks for, with a reference of our own.
        let other = unsafe { midl_runtime::interface::from_raw::<T2>(other) };
        Ok((
            ppv.ok_or_else(midl_runtime::status::null)?,
            other.ok_or_else(midl_runtime::status::null)?,
        ))
    }

    /// Slot 8, `Convert`.
    #[doc(alias = "Convert")]
    #[inline]
    pub fn convert<T: Interface, T2: Interface>(&self, punk: &T) -> Result<T2> {
        let mut ppv = std::ptr::null_mut();
        let slot = Interface::vtable(self).Convert;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                &T::IID,
                Interface::as_raw(punk),
                &T2::IID,
                &mut ppv,
            )
        };
        answer.ok()?;
        // SAFETY: the callee hands out NULL or what the type's IID asks for, with a reference of our own.
        let ppv = unsafe { midl_runtime::interface::from_raw::<T2>(ppv) };
        ppv.ok_or_else(midl_runtime::status::null)
    }
}

impl raw::IPlaces {
    /// Slot 3, `Swap`.
    #[doc(alias = "Swap")]
    #[inline]
    pub fn swap(&self, ppunk: &mut Option<IUnknown>) -> Result<()> {
        let slot = Interface::vtable(self).Swap;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), std::ptr::from_mut(ppunk).cast())
        };
        answer.ok()
    }

    /// Slot 4, `Unwanted`.
    #[doc(alias = "Unwanted")]
    #[inline]
    pub fn unwanted(&self) -> Result<(u32, bool, Bstr, IUnknown)> {
        let mut pul = MaybeUninit::<u32>::zeroed();
        let mut pf = BOOL(0);
        let mut pbstr: *mut u16 = std::ptr::null_mut();
        let mut ppunk = std::ptr::null_mut();
        let slot = Interface::vtable(self).Unwanted;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                pul.as_mut_ptr(),
                &mut pf,
                &mut pbstr,
                &mut ppunk,
            )
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let pul = unsafe { pul.assume_init() };
        // SAFETY: the callee hands out NULL or a text that is ours from now on.
        let pbstr = unsafe { Bstr::from_raw(pbstr) };
        // SAFETY: the callee hands out NULL or an interface with a reference of our own.
        let ppunk = unsafe { midl_runtime::interface::from_raw::<IUnknown>(ppunk) };
        Ok((pul, pf.as_bool(), pbstr, ppunk.ok_or_else(midl_runtime::status::null)?))
    }

    /// Slot 5, `Asked`.
    #[doc(alias = "Asked")]
    #[inline]
    pub fn asked<T: Interface>(&self) -> Result<T> {
        let mut ppv = std::ptr::null_mut();
        let slot = Interface::vtable(self).Asked;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), &T::IID, &mut ppv) };
        answer.ok()?;
        // SAFETY: the callee hands out NULL or what the type's IID asks for, with a reference of our own.
        let ppv = unsafe { midl_runtime::interface::from_raw::<T>(ppv) };
        ppv.ok_or_else(midl_runtime::status::null)
    }

    /// Slot 6, `Told`.
    #[doc(alias = "Told")]
    #[inline]
    pub fn told(&self) -> (u32, Option<IUnknown>) {
        let mut pul = MaybeUninit::<u32>::zeroed();
        let mut ppunk = std::ptr::null_mut();
        let slot = Interface::vtable(self).Told;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe { slot(Interface::as_raw(self), pul.as_mut_ptr(), &mut ppunk) };
        // SAFETY: it is plain data, all zero where the callee has not written.
        let pul = unsafe { pul.assume_init() };
        // SAFETY: the callee hands out NULL or an interface with a reference of our own.
        let ppunk = unsafe { midl_runtime::interface::from_raw::<IUnknown>(ppunk) };
        (pul, ppunk)
    }

    /// Slot 7, `Layout`.
    #[doc(alias = "Layout")]
    #[allow(clippy::not_unsafe_ptr_arg_deref, reason = "a handle")]
    #[inline]
    pub fn layout(&self, hkl: *mut core::ffi::c_void) -> Result<*mut core::ffi::c_void> {
        let mut phkl = MaybeUninit::<*mut core::ffi::c_void>::zeroed();
        let slot = Interface::vtable(self).Layout;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), hkl, phkl.as_mut_ptr()) };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let phkl = unsafe { phkl.assume_init() };
        Ok(phkl)
    }
}
