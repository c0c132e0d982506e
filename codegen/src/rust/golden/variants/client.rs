//! Safe calls: methods of the interfaces themselves, in `snake_case`. Each calls its vtable slot.

use super::raw;
use midl_runtime::{Bstr, Variant};
use std::mem::MaybeUninit;
use windows_core::{Interface, Result};

impl raw::IVariants {
    /// Slot 3, `Put`.
    #[doc(alias = "Put")]
    #[inline]
    pub fn put(&self, value: &Variant) -> Result<()> {
        let slot = Interface::vtable(self).Put;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                midl_runtime::variant::bits::<raw::VARIANT>(value),
            )
        };
        answer.ok()
    }

    /// Slot 4, `PutEach`.
    #[doc(alias = "PutEach")]
    #[inline]
    pub fn put_each(
        &self,
        first: &Variant,
        second: &Variant,
        third: Option<&Variant>,
    ) -> Result<()> {
        let slot = Interface::vtable(self).PutEach;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                midl_runtime::variant::as_raw::<raw::VARIANT>(first),
                midl_runtime::variant::as_raw::<raw::VARIANT>(second).cast_mut(),
                third
                    .map_or(
                        std::ptr::null(),
                        midl_runtime::variant::as_raw::<raw::VARIANT>,
                    )
                    .cast_mut(),
            )
        };
        answer.ok()
    }

    /// Slot 5, `Get`.
    #[doc(alias = "Get")]
    #[inline]
    pub fn get(&self) -> Result<Variant> {
        let mut value = midl_runtime::variant::Place::new();
        let slot = Interface::vtable(self).Get;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), value.as_raw()) };
        answer.ok()?;
        // SAFETY: the callee hands out a variant that is ours from now on.
        let value = unsafe { value.take() };
        value.ok_or_else(midl_runtime::variant::refused)
    }

    /// Slot 6, `Change`.
    #[doc(alias = "Change")]
    #[inline]
    pub fn change(&self, value: &mut Variant) -> Result<()> {
        let mut value = midl_runtime::variant::Changing::new(value);
        let slot = Interface::vtable(self).Change;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), value.as_raw()) };
        answer.ok()?;
        value.settle()?;
        Ok(())
    }

    /// Slot 7, `Exchange`.
    #[doc(alias = "Exchange")]
    #[inline]
    pub fn exchange(&self, value: Option<&mut Variant>) -> Result<u32> {
        let mut value = value.map(midl_runtime::variant::Changing::new);
        let mut kind = MaybeUninit::<u32>::zeroed();
        let slot = Interface::vtable(self).Exchange;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                value
                    .as_mut()
                    .map_or(
                        std::ptr::null_mut(),
                        midl_runtime::variant::Changing::as_raw,
                    ),
                kind.as_mut_ptr(),
            )
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let kind = unsafe { kind.assume_init() };
        value.map_or(Ok(()), midl_runtime::variant::Changing::settle)?;
        Ok(kind)
    }

    /// Slot 8, `Describe`.
    #[doc(alias = "Describe")]
    #[inline]
    pub fn describe(&self, value: &Variant, depth: i32) -> Result<(Bstr, Variant)> {
        let mut text: *mut u16 = std::ptr::null_mut();
        let mut copy = midl_runtime::variant::Place::new();
        let slot = Interface::vtable(self).Describe;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                midl_runtime::variant::bits::<raw::VARIANT>(value),
                depth,
                &mut text,
                copy.as_raw(),
            )
        };
        answer.ok()?;
        // SAFETY: the callee hands out NULL or a text that is ours from now on.
        let text = unsafe { Bstr::from_raw(text) };
        // SAFETY: the callee hands out a variant that is ours from now on.
        let copy = unsafe { copy.take() };
        Ok((text, copy.ok_or_else(midl_runtime::variant::refused)?))
    }

    /// Slot 9, `Kind`.
    #[doc(alias = "Kind")]
    #[inline]
    pub fn kind(&self, value: &Variant, other: Option<&Variant>) -> u32 {
        let slot = Interface::vtable(self).Kind;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe {
            slot(
                Interface::as_raw(self),
                midl_runtime::variant::bits::<raw::VARIANT>(value),
                other
                    .map_or(
                        std::ptr::null(),
                        midl_runtime::variant::as_raw::<raw::VARIANT>,
                    ),
            )
        }
    }

    /// Slot 10, `Invert`.
    #[doc(alias = "Invert")]
    #[inline]
    pub fn invert(&self, value: bool) -> Result<bool> {
        let mut result = 0;
        let slot = Interface::vtable(self).Invert;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                midl_runtime::variant::from_bool(value),
                &mut result,
            )
        };
        answer.ok()?;
        Ok(result != 0)
    }

    /// Slot 13, `KindOf`.
    #[doc(alias = "KindOf")]
    #[inline]
    pub fn kind_of(&self, value: &Variant) -> u32 {
        let slot = Interface::vtable(self).KindOf;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe {
            slot(
                Interface::as_raw(self),
                midl_runtime::variant::as_raw::<raw::VARIANT>(value).cast_mut(),
            )
        }
    }

    /// Slot 14, `Turn`.
    #[doc(alias = "Turn")]
    #[inline]
    pub fn turn(&self, value: &mut Variant) -> Result<(u32, Variant)> {
        let mut value = midl_runtime::variant::Changing::new(value);
        let mut old = midl_runtime::variant::Place::new();
        let slot = Interface::vtable(self).Turn;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), value.as_raw(), old.as_raw())
        };
        // SAFETY: the callee hands out a variant that is ours from now on.
        let old = unsafe { old.take() };
        value.settle()?;
        Ok((answer, old.ok_or_else(midl_runtime::variant::refused)?))
    }
}
