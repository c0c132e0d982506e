//! Safe calls: methods of the interfaces themselves, in `snake_case`. Each calls its vtable slot.

use super::raw;
use midl_runtime::{
    BorrowedHandle, Bstr, CoTaskText, OptionalText, Outgoing, OwnedHandle, Success, Text,
    TextBuffer,
};
use std::ffi::CStr;
use std::mem::MaybeUninit;
use windows_core::{BOOL, GUID, HRESULT, IUnknown, Interface, PCSTR, Result};

impl raw::IRules {
    /// Does \[it\].
    ///
    /// Returns `S_OK`.
    ///
    /// Slot 3, `Documented`.
    #[doc(alias = "Documented")]
    #[inline]
    pub fn documented(&self, flags: u32) -> Result<()> {
        let slot = Interface::vtable(self).Documented;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), flags) };
        answer.ok()
    }

    /// Slot 4, `Scalars`.
    #[doc(alias = "Scalars")]
    #[allow(clippy::not_unsafe_ptr_arg_deref, reason = "a handle")]
    #[inline]
    pub fn scalars(
        &self,
        color: raw::COLOR,
        hr: HRESULT,
        yes: bool,
        hwnd: *mut core::ffi::c_void,
    ) -> Result<()> {
        let slot = Interface::vtable(self).Scalars;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), color, hr, yes.into(), hwnd)
        };
        answer.ok()
    }

    /// Slot 5, `Plain`.
    #[doc(alias = "Plain")]
    #[inline]
    pub fn plain(
        &self,
        pt: raw::POINT,
        ppt: &raw::POINT,
        other: Option<&raw::POINT>,
    ) -> Result<()> {
        let slot = Interface::vtable(self).Plain;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                pt,
                ppt,
                other.map_or(std::ptr::null(), std::ptr::from_ref),
            )
        };
        answer.ok()
    }

    /// Slot 6, `Query`.
    #[doc(alias = "Query")]
    #[inline]
    pub fn query_(&self, riid: &GUID) -> Result<()> {
        let slot = Interface::vtable(self).Query;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), riid) };
        answer.ok()
    }

    /// Slot 7, `Change`.
    #[doc(alias = "Change")]
    #[inline]
    pub fn change(&self, pul: &mut u32, ppt: Option<&mut raw::POINT>) -> Result<()> {
        let slot = Interface::vtable(self).Change;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                pul,
                ppt.map_or(std::ptr::null_mut(), std::ptr::from_mut),
            )
        };
        answer.ok()
    }

    /// Slot 8, `Text`.
    #[doc(alias = "Text")]
    #[inline]
    pub fn text<'a>(
        &self,
        text: impl Into<Text<'a>>,
        more: impl Into<OptionalText<'a>>,
    ) -> Result<()> {
        let text = text.into();
        let mut text_buffer = TextBuffer::new();
        let text = text.to_wide(&mut text_buffer)?;
        let more = more.into();
        let mut more_buffer = TextBuffer::new();
        let more = more.to_wide(&mut more_buffer)?;
        let slot = Interface::vtable(self).Text;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), text, more) };
        answer.ok()
    }

    /// Slot 9, `Narrow`.
    #[doc(alias = "Narrow")]
    #[inline]
    pub fn narrow(&self, text: &CStr, more: Option<&CStr>) -> Result<()> {
        let slot = Interface::vtable(self).Narrow;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                PCSTR(text.as_ptr().cast()),
                PCSTR(more.map_or(std::ptr::null(), CStr::as_ptr).cast()),
            )
        };
        answer.ok()
    }

    /// Slot 10, `Objects`.
    #[doc(alias = "Objects")]
    #[inline]
    pub fn objects(&self, punk: &IUnknown, outer: Option<&IUnknown>) -> Result<()> {
        let slot = Interface::vtable(self).Objects;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                Interface::as_raw(punk),
                midl_runtime::interface::as_raw(outer),
            )
        };
        answer.ok()
    }

    /// Slot 11, `Handles`.
    #[doc(alias = "Handles")]
    #[inline]
    pub fn handles(
        &self,
        event: OwnedHandle,
        other: Option<BorrowedHandle<'_>>,
    ) -> Result<()> {
        let slot = Interface::vtable(self).Handles;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                midl_runtime::handle::into_raw(Some(event)),
                midl_runtime::handle::as_raw(other),
            )
        };
        answer.ok()
    }

    /// Slot 12, `MaybeHandles`.
    #[doc(alias = "MaybeHandles")]
    #[inline]
    pub fn maybe_handles(
        &self,
        event: Option<OwnedHandle>,
        other: BorrowedHandle<'_>,
    ) -> Result<()> {
        let slot = Interface::vtable(self).MaybeHandles;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                midl_runtime::handle::into_raw(event),
                midl_runtime::handle::as_raw(Some(other)),
            )
        };
        answer.ok()
    }

    /// Slot 13, `Block`.
    #[doc(alias = "Block")]
    #[inline]
    pub fn block(&self, block: &mut crate::BlockToSend) -> Result<()> {
        let slot = Interface::vtable(self).Block;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), Outgoing::as_raw(block)) };
        answer.ok()
    }

    /// Slot 14, `Results`.
    #[doc(alias = "Results")]
    #[inline]
    pub fn results(&self) -> Result<(u32, bool, raw::POINT)> {
        let mut count = MaybeUninit::<u32>::zeroed();
        let mut yes = BOOL(0);
        let mut ppt = MaybeUninit::<raw::POINT>::zeroed();
        let slot = Interface::vtable(self).Results;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), count.as_mut_ptr(), &mut yes, ppt.as_mut_ptr())
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let count = unsafe { count.assume_init() };
        // SAFETY: it is plain data, all zero where the callee has not written.
        let ppt = unsafe { ppt.assume_init() };
        Ok((count, yes.as_bool(), ppt))
    }

    /// Slot 15, `Made`.
    #[doc(alias = "Made")]
    #[inline]
    pub fn made(&self) -> Result<IUnknown> {
        let mut ppunk = std::ptr::null_mut();
        let slot = Interface::vtable(self).Made;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), &mut ppunk) };
        answer.ok()?;
        // SAFETY: the callee hands out NULL or an interface with a reference of our own.
        let ppunk = unsafe { midl_runtime::interface::from_raw::<IUnknown>(ppunk) };
        ppunk.ok_or_else(midl_runtime::status::null)
    }

    /// Slot 16, `PerhapsMade`.
    #[doc(alias = "PerhapsMade")]
    #[inline]
    pub fn perhaps_made(&self) -> Result<Option<IUnknown>> {
        let mut ppunk = std::ptr::null_mut();
        let slot = Interface::vtable(self).PerhapsMade;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), &mut ppunk) };
        answer.ok()?;
        // SAFETY: the callee hands out NULL or an interface with a reference of our own.
        let ppunk = unsafe { midl_runtime::interface::from_raw::<IUnknown>(ppunk) };
        Ok(ppunk)
    }

    /// Slot 17, `Partial`.
    #[doc(alias = "Partial")]
    #[inline]
    pub fn partial(&self) -> Result<Success<u32>> {
        let mut count = MaybeUninit::<u32>::zeroed();
        let slot = Interface::vtable(self).Partial;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), count.as_mut_ptr()) };
        let success = midl_runtime::status::success(answer)?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let count = unsafe { count.assume_init() };
        Ok(Success::with_code(count, success.code))
    }

    /// Slot 18, `Perhaps`.
    #[doc(alias = "Perhaps")]
    #[inline]
    pub fn perhaps(&self) -> Result<Success> {
        let slot = Interface::vtable(self).Perhaps;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self)) };
        midl_runtime::status::success(answer)
    }

    /// Slot 19, `get_Name`.
    #[doc(alias = "get_Name")]
    #[inline]
    pub fn name(&self) -> Result<u32> {
        let mut name = MaybeUninit::<u32>::zeroed();
        let slot = Interface::vtable(self).get_Name;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), name.as_mut_ptr()) };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let name = unsafe { name.assume_init() };
        Ok(name)
    }

    /// Slot 20, `put_Name`.
    #[doc(alias = "put_Name")]
    #[inline]
    pub fn set_name(&self, name: u32) -> Result<()> {
        let slot = Interface::vtable(self).put_Name;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), name) };
        answer.ok()
    }

    /// Slot 21, `Count`.
    #[doc(alias = "Count")]
    #[inline]
    pub fn count(&self, color: raw::COLOR) -> u32 {
        let slot = Interface::vtable(self).Count;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe { slot(Interface::as_raw(self), color) }
    }

    /// Slot 22, `Forget`.
    #[doc(alias = "Forget")]
    #[inline]
    pub fn forget(&self) {
        let slot = Interface::vtable(self).Forget;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe { slot(Interface::as_raw(self)) }
    }

    /// Slot 23, `Clone`.
    #[doc(alias = "Clone")]
    #[inline]
    pub fn clone_(&self) -> Result<()> {
        let slot = Interface::vtable(self).Clone;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self)) };
        answer.ok()
    }

    /// Slot 24, `Cdecl`.
    #[doc(alias = "Cdecl")]
    #[inline]
    pub fn cdecl(&self) -> Result<()> {
        let slot = Interface::vtable(self).Cdecl;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self)) };
        answer.ok()
    }

    /// Slot 26, `CountOf`.
    #[doc(alias = "CountOf")]
    #[inline]
    pub fn count_of<'a>(&self, text: impl Into<Text<'a>>) -> Result<u32> {
        let text = text.into();
        let mut text_buffer = TextBuffer::new();
        let text = text.to_wide(&mut text_buffer)?;
        let slot = Interface::vtable(self).CountOf;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        Ok(unsafe { slot(Interface::as_raw(self), text) })
    }
}

impl raw::IRules2 {
    /// Slot 35, `More`.
    #[doc(alias = "More")]
    #[inline]
    pub fn more(&self) -> Result<()> {
        let slot = Interface::vtable(self).More;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self)) };
        answer.ok()
    }
}

impl raw::IAnonymous {
    /// Slot 3, `Call`.
    #[doc(alias = "Call")]
    #[inline]
    pub fn call(&self) -> Result<()> {
        let slot = Interface::vtable(self).Call;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self)) };
        answer.ok()
    }
}

impl raw::IQueried {
    /// Slot 3, `Open`.
    #[doc(alias = "Open")]
    #[inline]
    pub fn open<'a, T: Interface>(&self, name: impl Into<Text<'a>>) -> Result<T> {
        let name = name.into();
        let mut name_buffer = TextBuffer::new();
        let name = name.to_wide(&mut name_buffer)?;
        let mut ppv = std::ptr::null_mut();
        let slot = Interface::vtable(self).Open;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), name, &T::IID, &mut ppv) };
        answer.ok()?;
        // SAFETY: the callee hands out NULL or what the type's IID asks for, with a reference of our own.
        let ppv = unsafe { midl_runtime::interface::from_raw::<T>(ppv) };
        ppv.ok_or_else(midl_runtime::status::null)
    }

    /// Slot 4, `Find`.
    #[doc(alias = "Find")]
    #[inline]
    pub fn find<T: Interface>(&self) -> Result<(Option<T>, u32)> {
        let mut ppunk = std::ptr::null_mut();
        let mut count = MaybeUninit::<u32>::zeroed();
        let slot = Interface::vtable(self).Find;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), &mut ppunk, &T::IID, count.as_mut_ptr())
        };
        answer.ok()?;
        // SAFETY: the callee hands out NULL or what the type's IID asks for, with a reference of our own.
        let ppunk = unsafe { midl_runtime::interface::from_raw::<T>(ppunk) };
        // SAFETY: it is plain data, all zero where the callee has not written.
        let count = unsafe { count.assume_init() };
        Ok((ppunk, count))
    }
}

impl raw::IArrays {
    /// Slot 3, `Sum`.
    #[doc(alias = "Sum")]
    #[inline]
    pub fn sum(&self, pul: &[u32]) -> Result<u32> {
        let c: u32 = midl_runtime::array::count([pul.len()])?;
        let mut sum = MaybeUninit::<u32>::zeroed();
        let slot = Interface::vtable(self).Sum;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), c, pul.as_ptr(), sum.as_mut_ptr())
        };
        answer.ok()?;
        // SAFETY: it is plain data, all zero where the callee has not written.
        let sum = unsafe { sum.assume_init() };
        Ok(sum)
    }

    /// Slot 4, `Pairs`.
    #[doc(alias = "Pairs")]
    #[inline]
    pub fn pairs(&self, rgpt: &[raw::POINT], pb: &[u8]) -> Result<()> {
        let c: u16 = midl_runtime::array::count([rgpt.len(), pb.len()])?;
        let slot = Interface::vtable(self).Pairs;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), rgpt.as_ptr(), c, pb.as_ptr())
        };
        answer.ok()
    }

    /// Slot 5, `Write`.
    #[doc(alias = "Write")]
    #[inline]
    pub fn write(&self, pv: &[u8]) -> Result<()> {
        let cb: i32 = midl_runtime::array::count([pv.len()])?;
        let slot = Interface::vtable(self).Write;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), pv.as_ptr().cast(), cb) };
        answer.ok()
    }

    /// Slot 6, `Increase`.
    #[doc(alias = "Increase")]
    #[inline]
    pub fn increase(&self, pul: &mut [u32]) -> Result<()> {
        let c: u32 = midl_runtime::array::count([pul.len()])?;
        let slot = Interface::vtable(self).Increase;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), c, pul.as_mut_ptr()) };
        answer.ok()
    }

    /// Slot 7, `Fill`.
    #[doc(alias = "Fill")]
    #[inline]
    pub fn fill(&self, pul: &mut [u32]) -> Result<()> {
        let c: u32 = midl_runtime::array::count([pul.len()])?;
        let slot = Interface::vtable(self).Fill;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), c, pul.as_mut_ptr()) };
        answer.ok()
    }

    /// Slot 8, `Read`.
    #[doc(alias = "Read")]
    #[inline]
    pub fn read(&self, pv: &mut [u8]) -> Result<Success<usize>> {
        let cb: u32 = midl_runtime::array::count([pv.len()])?;
        let mut read: u32 = 0;
        let slot = Interface::vtable(self).Read;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), pv.as_mut_ptr().cast(), cb, &mut read)
        };
        let success = midl_runtime::status::success(answer)?;
        Ok(
            Success::with_code(
                midl_runtime::array::filled(read, pv.len())?,
                success.code,
            ),
        )
    }

    /// Slot 9, `SumOf`.
    #[doc(alias = "SumOf")]
    #[inline]
    pub fn sum_of(&self, pul: &[u32]) -> Result<u32> {
        let c: u32 = midl_runtime::array::count([pul.len()])?;
        let slot = Interface::vtable(self).SumOf;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        Ok(unsafe { slot(Interface::as_raw(self), c, pul.as_ptr()) })
    }
}

impl raw::IBstrs {
    /// Slot 3, `SetNames`.
    #[doc(alias = "SetNames")]
    #[inline]
    pub fn set_names(&self, name: &Bstr, other: &Bstr) -> Result<()> {
        let slot = Interface::vtable(self).SetNames;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(Interface::as_raw(self), name.as_raw(), other.as_raw())
        };
        answer.ok()
    }

    /// Slot 4, `Names`.
    #[doc(alias = "Names")]
    #[inline]
    pub fn names(&self) -> Result<(Bstr, Bstr)> {
        let mut name: *mut u16 = std::ptr::null_mut();
        let mut other: *mut u16 = std::ptr::null_mut();
        let slot = Interface::vtable(self).Names;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe { slot(Interface::as_raw(self), &mut name, &mut other) };
        answer.ok()?;
        // SAFETY: the callee hands out NULL or a text that is ours from now on.
        let name = unsafe { Bstr::from_raw(name) };
        // SAFETY: the callee hands out NULL or a text that is ours from now on.
        let other = unsafe { Bstr::from_raw(other) };
        Ok((name, other))
    }

    /// Slot 5, `Length`.
    #[doc(alias = "Length")]
    #[inline]
    pub fn length(&self, name: &Bstr) -> u32 {
        let slot = Interface::vtable(self).Length;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe { slot(Interface::as_raw(self), name.as_raw()) }
    }
}

impl raw::IAllocated {
    /// Slot 3, `Names`.
    #[doc(alias = "Names")]
    #[inline]
    pub fn names(&self) -> Result<(CoTaskText, Option<CoTaskText>)> {
        let mut name: *mut u16 = std::ptr::null_mut();
        let mut other: *mut u16 = std::ptr::null_mut();
        let slot = Interface::vtable(self).Names;
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        let answer = unsafe {
            slot(
                Interface::as_raw(self),
                (&raw mut name).cast(),
                (&raw mut other).cast(),
            )
        };
        answer.ok()?;
        // SAFETY: the callee hands out NULL or memory that is ours from now on.
        let name = unsafe { CoTaskText::from_raw(name) };
        // SAFETY: the callee hands out NULL or memory that is ours from now on.
        let other = unsafe { CoTaskText::from_raw(other) };
        Ok((name.ok_or_else(midl_runtime::status::null)?, other))
    }
}
