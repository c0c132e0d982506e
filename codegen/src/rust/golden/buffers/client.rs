//! Safe calls: methods of the interfaces themselves, in `snake_case`. Each calls its vtable slot.

use super::raw;
use std::mem::MaybeUninit;
use windows_core::{Interface, PSTR, PWSTR, Result};

impl raw::IFilled {
    /// Slot 3, `Several`.
    #[doc(alias = "Several")]
    #[inline]
    pub fn several(
        &self,
        rgul_keys: &mut [u32],
        rgb_values: &mut [u8],
    ) -> Result<usize> {
        let c: u32 = midl_runtime::array::count([rgul_keys.len(), rgb_values.len()])?;
        let mut done: u32 = 0;
        let slot = Interface::vtable(self).Several;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                c,
                rgul_keys.as_mut_ptr(),
                rgb_values.as_mut_ptr(),
                &mut done,
            )
        };
        answer.ok()?;
        midl_runtime::array::filled(done, rgul_keys.len().min(rgb_values.len()))
    }

    /// Slot 4, `Unwanted`.
    #[doc(alias = "Unwanted")]
    #[inline]
    pub fn unwanted(&self, rgul: &mut [u32]) -> Result<usize> {
        let c: u32 = midl_runtime::array::count([rgul.len()])?;
        let mut done: u32 = 0;
        let slot = Interface::vtable(self).Unwanted;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), c, rgul.as_mut_ptr(), &mut done)
        };
        answer.ok()?;
        midl_runtime::array::filled(done, rgul.len())
    }

    /// Slot 5, `BothWays`.
    #[doc(alias = "BothWays")]
    #[inline]
    pub fn both_ways(&self, rgul: &mut [u32]) -> Result<usize> {
        let mut pc: u32 = midl_runtime::array::count([rgul.len()])?;
        let slot = Interface::vtable(self).BothWays;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), &mut pc, rgul.as_mut_ptr())
        };
        answer.ok()?;
        midl_runtime::array::filled(pc, rgul.len())
    }

    /// Slot 6, `Asked`.
    #[doc(alias = "Asked")]
    #[inline]
    pub fn asked(&self, mut rgul: Option<&mut [u32]>) -> Result<usize> {
        let mut pc: u32 = midl_runtime::array::count([rgul.as_deref().map(<[_]>::len)])?;
        let slot = Interface::vtable(self).Asked;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                &mut pc,
                rgul.as_deref_mut().map_or(std::ptr::null_mut(), <[_]>::as_mut_ptr),
            )
        };
        answer.ok()?;
        midl_runtime::array::filled(pc, rgul.as_deref().map_or(usize::MAX, <[_]>::len))
    }

    /// Slot 7, `Doubled`.
    #[doc(alias = "Doubled")]
    #[inline]
    pub fn doubled(&self, rgb: &mut [u8]) -> Result<usize> {
        let mut pc: u32 = midl_runtime::array::count([rgb.len()])?;
        let slot = Interface::vtable(self).Doubled;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), &mut pc, rgb.as_mut_ptr()) };
        answer.ok()?;
        midl_runtime::array::filled(pc, rgb.len())
    }

    /// Slot 8, `Without`.
    #[doc(alias = "Without")]
    #[inline]
    pub fn without(&self, rgb: &mut [u8]) -> Result<(u32, usize)> {
        let mut pc: u32 = midl_runtime::array::count([rgb.len()])?;
        let slot = Interface::vtable(self).Without;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), &mut pc, rgb.as_mut_ptr()) };
        Ok((answer, midl_runtime::array::filled(pc, rgb.len())?))
    }
}

impl raw::ITexts {
    /// Slot 3, `Path`.
    #[doc(alias = "Path")]
    #[inline]
    pub fn path(&self, path: &mut [u16]) -> Result<usize> {
        let cch: i32 = midl_runtime::array::count([path.len()])?;
        midl_runtime::array::empty_text(path);
        let slot = Interface::vtable(self).Path;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), PWSTR(path.as_mut_ptr()), cch)
        };
        answer.ok()?;
        Ok(midl_runtime::array::text_len(path))
    }

    /// Slot 4, `Narrow`.
    #[doc(alias = "Narrow")]
    #[inline]
    pub fn narrow(&self, name: &mut [u8]) -> Result<(usize, u32)> {
        let cch: u32 = midl_runtime::array::count([name.len()])?;
        midl_runtime::array::empty_text(name);
        let mut index = MaybeUninit::<u32>::zeroed();
        let slot = Interface::vtable(self).Narrow;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                cch,
                PSTR(name.as_mut_ptr()),
                index.as_mut_ptr(),
            )
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let index = unsafe { index.assume_init() };
        Ok((midl_runtime::array::text_len(name), index))
    }

    /// Slot 5, `Perhaps`.
    #[doc(alias = "Perhaps")]
    #[inline]
    pub fn perhaps(&self, mut path: Option<&mut [u16]>) -> Result<usize> {
        let cch: u32 = midl_runtime::array::count([path.as_deref().map(<[_]>::len)])?;
        if let Some(path) = path.as_deref_mut() {
            midl_runtime::array::empty_text(path);
        }
        let slot = Interface::vtable(self).Perhaps;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                PWSTR(
                    path.as_deref_mut().map_or(std::ptr::null_mut(), <[_]>::as_mut_ptr),
                ),
                cch,
            )
        };
        answer.ok()?;
        Ok(path.as_deref().map_or(0, midl_runtime::array::text_len))
    }

    /// Slot 6, `Rename`.
    #[doc(alias = "Rename")]
    #[inline]
    pub fn rename(&self, name: &mut [u16]) -> Result<usize> {
        let cch: u32 = midl_runtime::array::count([name.len()])?;
        midl_runtime::array::ended(name)?;
        let slot = Interface::vtable(self).Rename;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), PWSTR(name.as_mut_ptr()), cch)
        };
        answer.ok()?;
        Ok(midl_runtime::array::text_len(name))
    }

    /// Slot 7, `Measured`.
    #[doc(alias = "Measured")]
    #[inline]
    pub fn measured(&self, name: &mut [u16]) -> Result<usize> {
        let cch: u32 = midl_runtime::array::count([name.len()])?;
        let mut done: u32 = 0;
        midl_runtime::array::empty_text(name);
        let slot = Interface::vtable(self).Measured;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), PWSTR(name.as_mut_ptr()), cch, &mut done)
        };
        answer.ok()?;
        midl_runtime::array::filled(done, name.len())
    }

    /// Slot 8, `Title`.
    #[doc(alias = "Title")]
    #[inline]
    pub fn title(&self, title: &mut [u16]) -> Result<usize> {
        let cch: u32 = midl_runtime::array::count([title.len()])?;
        midl_runtime::array::empty_text(title);
        let slot = Interface::vtable(self).Title;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe { slot(Interface::as_raw(self), PWSTR(title.as_mut_ptr()), cch) };
        Ok(midl_runtime::array::text_len(title))
    }
}
