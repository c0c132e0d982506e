//! Safe calls: methods of the interfaces themselves, in `snake_case`. Each calls its vtable slot.

use super::raw;
use midl_runtime::{BorrowedHandle, Bstr, CoTaskText, Text, TextBuffer};
use std::mem::MaybeUninit;
use windows_core::{IUnknown, Interface, Result};

impl raw::IStatusless {
    /// Slot 3, `IsSame`.
    #[doc(alias = "IsSame")]
    #[inline]
    pub fn is_same(&self, punk: &IUnknown) -> bool {
        let slot = Interface::vtable(self).IsSame;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe { slot(Interface::as_raw(self), Interface::as_raw(punk)) }.as_bool()
    }

    /// Slot 4, `IsReady`.
    #[doc(alias = "IsReady")]
    #[inline]
    pub fn is_ready(&self) -> bool {
        let slot = Interface::vtable(self).IsReady;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe { slot(Interface::as_raw(self)) }.as_bool()
    }

    /// Slot 5, `Draw`.
    #[doc(alias = "Draw")]
    #[inline]
    pub fn draw(&self, ppt: &raw::POINT, other: Option<&raw::POINT>, fill: bool) {
        let slot = Interface::vtable(self).Draw;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe {
            slot(
                Interface::as_raw(self),
                ppt,
                other.map_or(std::ptr::null(), std::ptr::from_ref),
                fill.into(),
            )
        }
    }

    /// Slot 6, `Measure`.
    #[doc(alias = "Measure")]
    #[inline]
    pub fn measure<'a>(&self, text: impl Into<Text<'a>>) -> Result<(u32, raw::POINT)> {
        let text = text.into();
        let mut text_buffer = TextBuffer::new();
        let text = text.to_wide(&mut text_buffer)?;
        let mut size = MaybeUninit::<raw::POINT>::zeroed();
        let slot = Interface::vtable(self).Measure;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), text, size.as_mut_ptr()) };
        // SAFETY: it is plain data, all zero where the callee has not written.
        let size = unsafe { size.assume_init() };
        Ok((answer, size))
    }

    /// Slot 7, `Sum`.
    #[doc(alias = "Sum")]
    #[inline]
    pub fn sum(&self, rgul: &[u32]) -> Result<u32> {
        let c: u32 = midl_runtime::array::count([rgul.len()])?;
        let mut sum = MaybeUninit::<u32>::zeroed();
        let slot = Interface::vtable(self).Sum;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe { slot(Interface::as_raw(self), c, rgul.as_ptr(), sum.as_mut_ptr()) };
        // SAFETY: it is plain data, all zero where the callee has not written.
        let sum = unsafe { sum.assume_init() };
        Ok(sum)
    }

    /// Slot 8, `Fill`.
    #[doc(alias = "Fill")]
    #[inline]
    pub fn fill(&self, rgul: &mut [u32]) -> Result<(u32, usize)> {
        let c: u32 = midl_runtime::array::count([rgul.len()])?;
        let mut done: u32 = 0;
        let slot = Interface::vtable(self).Fill;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), c, rgul.as_mut_ptr(), &mut done)
        };
        Ok((answer, midl_runtime::array::filled(done, rgul.len())?))
    }

    /// Slot 9, `GetOwner`.
    #[doc(alias = "GetOwner")]
    #[inline]
    pub fn get_owner(&self) -> Option<IUnknown> {
        let mut ppunk = std::ptr::null_mut();
        let slot = Interface::vtable(self).GetOwner;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe { slot(Interface::as_raw(self), &mut ppunk) };
        // SAFETY: the callee hands out NULL or an interface with a reference of our own.
        unsafe { midl_runtime::interface::from_raw::<IUnknown>(ppunk) }
    }

    /// Slot 10, `Find`.
    #[doc(alias = "Find")]
    #[inline]
    pub fn find<T: Interface>(&self) -> (bool, Option<T>, u32) {
        let mut ppv = std::ptr::null_mut();
        let mut index = MaybeUninit::<u32>::zeroed();
        let slot = Interface::vtable(self).Find;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), &T::IID, &mut ppv, index.as_mut_ptr())
        }
            .as_bool();
        // SAFETY: the callee hands out NULL or what the type's IID asks for, with a reference of our own.
        let ppv = unsafe { midl_runtime::interface::from_raw::<T>(ppv) };
        // SAFETY: it is plain data, all zero where the callee has not written.
        let index = unsafe { index.assume_init() };
        (answer, ppv, index)
    }

    /// Slot 11, `GetName`.
    #[doc(alias = "GetName")]
    #[inline]
    pub fn get_name(&self) -> (Option<CoTaskText>, Bstr) {
        let mut name: *mut u16 = std::ptr::null_mut();
        let mut title: *mut u16 = std::ptr::null_mut();
        let slot = Interface::vtable(self).GetName;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe { slot(Interface::as_raw(self), (&raw mut name).cast(), &mut title) };
        // SAFETY: the callee hands out NULL or memory that is ours from now on.
        let name = unsafe { CoTaskText::from_raw(name) };
        // SAFETY: the callee hands out NULL or a text that is ours from now on.
        let title = unsafe { Bstr::from_raw(title) };
        (name, title)
    }

    /// Slot 12, `Note`.
    #[doc(alias = "Note")]
    #[inline]
    pub fn note<'a>(&self, text: impl Into<Text<'a>>) -> Result<()> {
        let text = text.into();
        let mut text_buffer = TextBuffer::new();
        let text = text.to_wide(&mut text_buffer)?;
        let slot = Interface::vtable(self).Note;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe { slot(Interface::as_raw(self), text) };
        Ok(())
    }

    /// Slot 13, `Give`.
    #[doc(alias = "Give")]
    #[inline]
    pub fn give(&self, event: BorrowedHandle<'_>) {
        let slot = Interface::vtable(self).Give;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe {
            slot(Interface::as_raw(self), midl_runtime::handle::as_raw(Some(event)))
        }
    }

    /// Slot 14, `Attach`.
    #[doc(alias = "Attach")]
    #[inline]
    pub fn attach(&self, punk: &IUnknown) {
        let slot = Interface::vtable(self).Attach;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe { slot(Interface::as_raw(self), Interface::as_raw(punk)) }
    }
}
