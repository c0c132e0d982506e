//! Safe calls: methods of the interfaces themselves, in `snake_case`. Each calls its vtable slot.

use super::raw;
use midl_runtime::Bstr;
use midl_runtime::array::{Lent, Size};
use std::mem::MaybeUninit;
use windows_core::{BOOL, IUnknown, Interface, Result};

impl raw::ISizes {
    /// Slot 3, `Optional`.
    #[doc(alias = "Optional")]
    #[inline]
    pub fn optional(&self, rgul: Option<&[u32]>) -> Result<u32> {
        let c: u32 = midl_runtime::array::count([rgul.map(<[_]>::len)])?;
        let mut sum = MaybeUninit::<u32>::zeroed();
        let slot = Interface::vtable(self).Optional;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                c,
                rgul.map_or(std::ptr::null(), <[_]>::as_ptr),
                sum.as_mut_ptr(),
            )
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let sum = unsafe { sum.assume_init() };
        Ok(sum)
    }

    /// Slot 4, `SomeOptional`.
    #[doc(alias = "SomeOptional")]
    #[inline]
    pub fn some_optional(
        &self,
        rgul: &[u32],
        rgpt: Option<&[raw::POINT]>,
        rgul_changed: Option<&mut [u32]>,
    ) -> Result<()> {
        let c: u32 = midl_runtime::array::count([
            Some(rgul.len()),
            rgpt.map(<[_]>::len),
            rgul_changed.as_deref().map(<[_]>::len),
        ])?;
        let slot = Interface::vtable(self).SomeOptional;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                c,
                rgul.as_ptr(),
                rgpt.map_or(std::ptr::null(), <[_]>::as_ptr),
                rgul_changed.map_or(std::ptr::null_mut(), <[_]>::as_mut_ptr),
            )
        };
        answer.ok()
    }

    /// Slot 5, `Twice`.
    #[doc(alias = "Twice")]
    #[inline]
    pub fn twice(&self, c: u32, rgul: &[u32]) -> Result<u32> {
        midl_runtime::array::exactly(rgul.len(), Size::of(c) * Size::of(2))?;
        let mut sum = MaybeUninit::<u32>::zeroed();
        let slot = Interface::vtable(self).Twice;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), c, rgul.as_ptr(), sum.as_mut_ptr())
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let sum = unsafe { sum.assume_init() };
        Ok(sum)
    }

    /// Slot 6, `Both`.
    #[doc(alias = "Both")]
    #[inline]
    pub fn both(&self, pb: &[u8], half: &mut [u8]) -> Result<()> {
        let c: u16 = midl_runtime::array::count([pb.len()])?;
        midl_runtime::array::exactly(
            half.len(),
            (Size::of(c) + Size::of(1)) / Size::of(2),
        )?;
        let slot = Interface::vtable(self).Both;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), c, pb.as_ptr(), half.as_mut_ptr())
        };
        answer.ok()
    }

    /// Slot 7, `Area`.
    #[doc(alias = "Area")]
    #[inline]
    pub fn area(&self, cx: i32, cy: i32, pb: Option<&[u8]>) -> Result<()> {
        if let Some(pb) = pb {
            midl_runtime::array::exactly(pb.len(), Size::of(cx) * Size::of(cy))?;
        }
        let slot = Interface::vtable(self).Area;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                cx,
                cy,
                pb.map_or(std::ptr::null(), <[_]>::as_ptr),
            )
        };
        answer.ok()
    }

    /// Slot 8, `LastIndex`.
    #[doc(alias = "LastIndex")]
    #[inline]
    pub fn last_index(&self, last: u32, rgul: &[u32]) -> Result<()> {
        midl_runtime::array::exactly(rgul.len(), Size::of(last) + Size::of(1))?;
        let slot = Interface::vtable(self).LastIndex;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), last, rgul.as_ptr()) };
        answer.ok()
    }

    /// Slot 9, `Behind`.
    #[doc(alias = "Behind")]
    #[inline]
    pub fn behind(&self, rgul: &[u32]) -> Result<()> {
        let mut pc: u32 = midl_runtime::array::count([rgul.len()])?;
        let slot = Interface::vtable(self).Behind;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), &mut pc, rgul.as_ptr()) };
        answer.ok()
    }

    /// Slot 10, `InPlace`.
    #[doc(alias = "InPlace")]
    #[inline]
    pub fn in_place(
        &self,
        color: &[f32; 4],
        corners: &mut [raw::POINT; 2],
    ) -> Result<[u32; 3]> {
        let mut aul_found = MaybeUninit::<[u32; 3]>::zeroed();
        let slot = Interface::vtable(self).InPlace;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                std::ptr::from_ref(color).cast(),
                std::ptr::from_mut(corners).cast(),
                aul_found.as_mut_ptr().cast(),
            )
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let aul_found = unsafe { aul_found.assume_init() };
        Ok(aul_found)
    }

    /// Slot 11, `Constant`.
    #[doc(alias = "Constant")]
    #[inline]
    pub fn constant(&self, hash: &[u8; 20]) -> Result<[u8; 16]> {
        let mut key = MaybeUninit::<[u8; 16]>::zeroed();
        let slot = Interface::vtable(self).Constant;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                std::ptr::from_ref(hash).cast(),
                key.as_mut_ptr().cast(),
            )
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let key = unsafe { key.assume_init() };
        Ok(key)
    }

    /// Slot 12, `Colors`.
    #[doc(alias = "Colors")]
    #[inline]
    pub fn colors(&self, rgcolor: &[raw::COLOR], rgf: &[BOOL]) -> Result<()> {
        let c: u32 = midl_runtime::array::count([rgcolor.len(), rgf.len()])?;
        let slot = Interface::vtable(self).Colors;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), c, rgcolor.as_ptr(), rgf.as_ptr())
        };
        answer.ok()
    }

    /// Slot 13, `Clear`.
    #[doc(alias = "Clear")]
    #[inline]
    pub fn clear(&self, color: &[f32; 4], rgpt: Option<&[raw::POINT]>) -> Result<()> {
        let c: u32 = midl_runtime::array::count([rgpt.map(<[_]>::len)])?;
        let slot = Interface::vtable(self).Clear;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe {
            slot(
                Interface::as_raw(self),
                std::ptr::from_ref(color).cast(),
                c,
                rgpt.map_or(std::ptr::null(), <[_]>::as_ptr),
            )
        };
        Ok(())
    }

    /// Slot 14, `Wide`.
    #[doc(alias = "Wide")]
    #[inline]
    pub fn wide(&self, c: u32, rgul: &[u32], d: i32) -> Result<()> {
        midl_runtime::array::exactly(rgul.len(), Size::of(c) - Size::of(d))?;
        let slot = Interface::vtable(self).Wide;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), c, rgul.as_ptr(), d) };
        answer.ok()
    }
}

impl raw::IElements {
    /// Slot 3, `Lend`.
    #[doc(alias = "Lend")]
    #[inline]
    pub fn lend(&self, rgpunk: &[Option<IUnknown>]) -> Result<u32> {
        let c: u32 = midl_runtime::array::count([rgpunk.len()])?;
        let mut there = MaybeUninit::<u32>::zeroed();
        let slot = Interface::vtable(self).Lend;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), c, rgpunk.as_ptr().cast(), there.as_mut_ptr())
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let there = unsafe { there.assume_init() };
        Ok(there)
    }

    /// Slot 4, `Next`.
    #[doc(alias = "Next")]
    #[inline]
    pub fn next(&self, rgpunk: &mut [Option<IUnknown>]) -> Result<usize> {
        let c: u32 = midl_runtime::array::count([rgpunk.len()])?;
        let mut done: u32 = 0;
        let mut rgpunk = Lent::new(rgpunk);
        let slot = Interface::vtable(self).Next;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), c, rgpunk.as_mut_ptr().cast(), &mut done)
        };
        answer.ok()?;
        rgpunk.keep(done);
        midl_runtime::array::filled(done, rgpunk.len())
    }

    /// Slot 5, `NextOrSo`.
    #[doc(alias = "NextOrSo")]
    #[inline]
    pub fn next_or_so(&self, rgpunk: &mut [Option<IUnknown>]) -> Result<usize> {
        let c: u32 = midl_runtime::array::count([rgpunk.len()])?;
        let mut done: u32 = 0;
        let mut rgpunk = Lent::new(rgpunk);
        let slot = Interface::vtable(self).NextOrSo;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), c, rgpunk.as_mut_ptr().cast(), &mut done)
        };
        answer.ok()?;
        rgpunk.keep(done);
        midl_runtime::array::filled(done, rgpunk.len())
    }

    /// Slot 6, `All`.
    #[doc(alias = "All")]
    #[inline]
    pub fn all(&self, rgpunk: &mut [Option<IUnknown>]) -> Result<()> {
        let c: u32 = midl_runtime::array::count([rgpunk.len()])?;
        let mut rgpunk = Lent::new(rgpunk);
        let slot = Interface::vtable(self).All;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), c, rgpunk.as_mut_ptr().cast())
        };
        answer.ok()?;
        rgpunk.keep_all();
        Ok(())
    }

    /// Slot 7, `Perhaps`.
    #[doc(alias = "Perhaps")]
    #[inline]
    pub fn perhaps(&self, rgpunk: Option<&mut [Option<IUnknown>]>) -> Result<()> {
        let c: u32 = midl_runtime::array::count([rgpunk.as_deref().map(<[_]>::len)])?;
        let mut rgpunk = rgpunk.map(Lent::new);
        let slot = Interface::vtable(self).Perhaps;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                c,
                rgpunk.as_mut().map_or(std::ptr::null_mut(), Lent::as_mut_ptr).cast(),
            )
        };
        answer.ok()?;
        if let Some(rgpunk) = &mut rgpunk {
            rgpunk.keep_all();
        }
        Ok(())
    }

    /// Slot 8, `Change`.
    #[doc(alias = "Change")]
    #[inline]
    pub fn change(&self, rgpunk: &mut [Option<IUnknown>]) -> Result<()> {
        let c: u32 = midl_runtime::array::count([rgpunk.len()])?;
        let slot = Interface::vtable(self).Change;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), c, rgpunk.as_mut_ptr().cast())
        };
        answer.ok()
    }

    /// Slot 9, `Given`.
    #[doc(alias = "Given")]
    #[inline]
    pub fn given(&self, rgpunk: &mut [Option<IUnknown>]) -> Result<()> {
        let c: u32 = midl_runtime::array::count([rgpunk.len()])?;
        let mut rgpunk = Lent::new(rgpunk);
        let slot = Interface::vtable(self).Given;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe { slot(Interface::as_raw(self), c, rgpunk.as_mut_ptr().cast()) };
        rgpunk.keep_all();
        Ok(())
    }

    /// Slot 10, `SetNames`.
    #[doc(alias = "SetNames")]
    #[inline]
    pub fn set_names(&self, rgbstr: &[Bstr]) -> Result<u32> {
        let c: u32 = midl_runtime::array::count([rgbstr.len()])?;
        let mut pcch = MaybeUninit::<u32>::zeroed();
        let slot = Interface::vtable(self).SetNames;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                c,
                rgbstr.as_ptr().cast_mut().cast(),
                pcch.as_mut_ptr(),
            )
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let pcch = unsafe { pcch.assume_init() };
        Ok(pcch)
    }

    /// Slot 11, `Names`.
    #[doc(alias = "Names")]
    #[inline]
    pub fn names(&self, rgbstr: &mut [Bstr]) -> Result<usize> {
        let c: u32 = midl_runtime::array::count([rgbstr.len()])?;
        let mut done: u32 = 0;
        let mut rgbstr = Lent::new(rgbstr);
        let slot = Interface::vtable(self).Names;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), c, rgbstr.as_mut_ptr().cast(), &mut done)
        };
        answer.ok()?;
        rgbstr.keep(done);
        midl_runtime::array::filled(done, rgbstr.len())
    }
}
