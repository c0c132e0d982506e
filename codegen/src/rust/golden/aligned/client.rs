//! Safe calls: methods of the interfaces themselves, in `snake_case`. Each calls its vtable slot.

use super::{raw, records};
use midl_runtime::view::{Lend, Storage};
use std::mem::MaybeUninit;
use windows_core::{Interface, Result};

impl raw::IAligned {
    /// Slot 3, `Measure`.
    #[doc(alias = "Measure")]
    #[inline]
    pub fn measure(&self, span: &raw::SPAN, scale: Option<&f64>) -> Result<f64> {
        let mut length = MaybeUninit::<f64>::zeroed();
        let slot = Interface::vtable(self).Measure;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                span,
                scale.map_or(std::ptr::null(), std::ptr::from_ref),
                length.as_mut_ptr(),
            )
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let length = unsafe { length.assume_init() };
        Ok(length)
    }

    /// Slot 4, `Shift`.
    #[doc(alias = "Shift")]
    #[inline]
    pub fn shift(&self, span: &mut raw::SPAN, by: Option<&mut i64>) -> Result<()> {
        let slot = Interface::vtable(self).Shift;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                span,
                by.map_or(std::ptr::null_mut(), std::ptr::from_mut),
            )
        };
        answer.ok()
    }

    /// Slot 5, `Corners`.
    #[doc(alias = "Corners")]
    #[inline]
    pub fn corners(&self, corners: &[f64; 4]) -> Result<f64> {
        let mut sum = MaybeUninit::<f64>::zeroed();
        let slot = Interface::vtable(self).Corners;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                std::ptr::from_ref(corners).cast(),
                sum.as_mut_ptr(),
            )
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let sum = unsafe { sum.assume_init() };
        Ok(sum)
    }

    /// Slot 6, `Sum`.
    #[doc(alias = "Sum")]
    #[inline]
    pub fn sum(&self, numbers: &[i64]) -> Result<i64> {
        let count: u32 = midl_runtime::array::count([numbers.len()])?;
        let mut sum = MaybeUninit::<i64>::zeroed();
        let slot = Interface::vtable(self).Sum;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), numbers.as_ptr(), count, sum.as_mut_ptr())
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let sum = unsafe { sum.assume_init() };
        Ok(sum)
    }

    /// Slot 7, `Perhaps`.
    #[doc(alias = "Perhaps")]
    #[inline]
    pub fn perhaps(
        &self,
        numbers: Option<&[i64]>,
        spans: Option<&mut [raw::SPAN]>,
    ) -> Result<()> {
        let mut count: i64 = midl_runtime::array::count([
            numbers.map(<[_]>::len),
            spans.as_deref().map(<[_]>::len),
        ])?;
        let slot = Interface::vtable(self).Perhaps;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                numbers.map_or(std::ptr::null(), <[_]>::as_ptr),
                spans.map_or(std::ptr::null_mut(), <[_]>::as_mut_ptr),
                &mut count,
            )
        };
        answer.ok()
    }

    /// Slot 8, `Double`.
    #[doc(alias = "Double")]
    #[inline]
    pub fn double(&self, numbers: &mut [i64]) -> Result<()> {
        let count: u32 = midl_runtime::array::count([numbers.len()])?;
        let slot = Interface::vtable(self).Double;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), count, numbers.as_mut_ptr())
        };
        answer.ok()
    }

    /// Slot 9, `Fill`.
    #[doc(alias = "Fill")]
    #[inline]
    pub fn fill(&self, numbers: &mut [i64]) -> Result<usize> {
        let size: u32 = midl_runtime::array::count([numbers.len()])?;
        let mut filled: u32 = 0;
        let slot = Interface::vtable(self).Fill;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), size, numbers.as_mut_ptr(), &mut filled)
        };
        answer.ok()?;
        midl_runtime::array::filled(filled, numbers.len())
    }

    /// Slot 10, `Series`.
    #[doc(alias = "Series")]
    #[inline]
    pub fn series(&self, series: &records::SERIES<'_>) -> Result<f64> {
        let mut series_storage = Storage::new();
        let series = Lend::lend(series, &mut series_storage)?;
        let mut sum = MaybeUninit::<f64>::zeroed();
        let slot = Interface::vtable(self).Series;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), &series, sum.as_mut_ptr()) };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let sum = unsafe { sum.assume_init() };
        Ok(sum)
    }

    /// Slot 11, `Longest`.
    #[doc(alias = "Longest")]
    #[inline]
    pub fn longest(&self, spans: &[raw::SPAN]) -> Result<raw::SPAN> {
        let count: u32 = midl_runtime::array::count([spans.len()])?;
        let slot = Interface::vtable(self).Longest;
        // SAFETY: the interface pointer is live, what the arguments lend outlives the call, and what is returned is plain data.
        Ok(unsafe {
            let mut result__ = std::mem::zeroed();
            slot(Interface::as_raw(self), &mut result__, count, spans.as_ptr());
            result__
        })
    }

    /// Slot 12, `InPlace`.
    #[doc(alias = "InPlace")]
    #[inline]
    pub fn in_place(
        &self,
        pixel: &raw::PIXEL,
        other: &mut raw::PIXEL,
        pixels: &[raw::PIXEL],
    ) -> Result<()> {
        let count: u32 = midl_runtime::array::count([pixels.len()])?;
        let slot = Interface::vtable(self).InPlace;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), pixel, other, pixels.as_ptr(), count)
        };
        answer.ok()
    }
}
