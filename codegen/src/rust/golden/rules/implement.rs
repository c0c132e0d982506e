//! Safe implementations: a trait for each interface.
//!
//! Implement it on a type of your own and pass a value to `new` of the interface of the same name, or put
//! windows-core's `#[implement]` on the type, to answer several interfaces with one object.
//!
//! - COM calls an object from any thread, so the type is `Send` and `Sync`.
//! - What the IDL says cannot be NULL is not: such a call is answered with `E_POINTER`, and your code does not run.
//! - A panic is answered with `E_UNEXPECTED`.
//! - Where a method returns no HRESULT, what would be answered with a failure is answered with zero, and NULL or zero comes
//!   out.
//! - A success code other than `S_OK` can be returned as `Err(Error::from_hresult(code))`. Where an interface has to come
//!   out, that is answered with `E_UNEXPECTED`: nothing would come out.

use super::raw;
use midl_runtime::{
    BorrowedHandle, Bstr, CoTaskText, Incoming, OwnedHandle, Success, WideStr, WideString,
};
use midl_runtime::object::{Implement, Object};
use midl_runtime::out::{OutInterface, OutValue};
use std::ffi::CStr;
use std::ptr::NonNull;
use windows_core::{
    BOOL, GUID, HRESULT, IUnknown, IUnknownImpl, OutRef, PCSTR, PCWSTR, PWSTR, Ref,
    Result,
};

/// IID `00000000-0000-0000-0000-000000000001`. Called through [`raw::IRules`].
pub trait IRules: Send + Sync + 'static {
    /// Does \[it\].
    ///
    /// Returns `S_OK`.
    ///
    /// Slot 3, `Documented`.
    fn documented(&self, flags: u32) -> Result<()>;

    /// Slot 4, `Scalars`.
    fn scalars(
        &self,
        color: raw::COLOR,
        hr: HRESULT,
        yes: bool,
        hwnd: *mut core::ffi::c_void,
    ) -> Result<()>;

    /// Slot 5, `Plain`.
    fn plain(
        &self,
        pt: raw::POINT,
        ppt: &raw::POINT,
        other: Option<&raw::POINT>,
    ) -> Result<()>;

    /// Slot 6, `Query`.
    fn query_(&self, riid: &GUID) -> Result<()>;

    /// Slot 7, `Change`.
    fn change(&self, pul: &mut u32, ppt: Option<&mut raw::POINT>) -> Result<()>;

    /// Slot 8, `Text`.
    fn text(&self, text: &WideStr, more: Option<&WideStr>) -> Result<()>;

    /// Slot 9, `Narrow`.
    fn narrow(&self, text: &CStr, more: Option<&CStr>) -> Result<()>;

    /// Slot 10, `Objects`.
    fn objects(&self, punk: &IUnknown, outer: Option<&IUnknown>) -> Result<()>;

    /// Slot 11, `Handles`.
    fn handles(
        &self,
        event: OwnedHandle,
        other: Option<BorrowedHandle<'_>>,
    ) -> Result<()>;

    /// Slot 12, `MaybeHandles`.
    fn maybe_handles(
        &self,
        event: Option<OwnedHandle>,
        other: BorrowedHandle<'_>,
    ) -> Result<()>;

    /// Slot 13, `Block`.
    fn block(&self, block: crate::Block<'_>) -> Result<()>;

    /// Slot 14, `Results`.
    fn results(&self) -> Result<(u32, bool, raw::POINT)>;

    /// Slot 15, `Made`.
    fn made(&self) -> Result<IUnknown>;

    /// Slot 16, `PerhapsMade`.
    fn perhaps_made(&self) -> Result<Option<IUnknown>>;

    /// Slot 17, `Partial`.
    fn partial(&self) -> Result<Success<u32>>;

    /// Slot 18, `Perhaps`.
    fn perhaps(&self) -> Result<Success>;

    /// Slot 19, `get_Name`.
    fn name(&self) -> Result<u32>;

    /// Slot 20, `put_Name`.
    fn set_name(&self, name: u32) -> Result<()>;

    /// Slot 21, `Count`.
    fn count(&self, color: raw::COLOR) -> u32;

    /// Slot 22, `Forget`.
    fn forget(&self);

    /// Slot 23, `Clone`.
    fn clone_(&self) -> Result<()>;

    /// Slot 24, `Cdecl`.
    fn cdecl(&self) -> Result<()>;

    /// Slot 25, `Print`.
    ///
    /// It stays raw: it takes any number of arguments. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn print(&self) -> Result<()> {
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 26, `CountOf`.
    fn count_of(&self, text: &WideStr) -> u32;

    /// Slot 27, `Bytes`.
    ///
    /// It stays raw: `pb` is a pointer to bytes or characters of unknown number. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn bytes(&self, pb: *const u8) -> Result<()> {
        let _ = pb;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 28, `List`.
    ///
    /// It stays raw: `pList` is a struct that holds pointers, text or counted arrays: `LIST::next` is a pointer that does not say whether it points to one or to many. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn list(&self, list: *mut raw::LIST) -> Result<()> {
        let _ = list;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 29, `Counted`.
    ///
    /// It stays raw: `pCounted` is a struct that holds pointers, text or counted arrays: `COUNTED::aul` is an array whose length is no field by itself. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn counted(&self, counted: *const raw::COUNTED) -> Result<()> {
        let _ = counted;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 30, `Named`.
    ///
    /// It stays raw: `pNamed` is a struct that holds pointers, text or counted arrays: `NAMED::szName` is a text of a given size. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn named(&self, named: *const raw::NAMED) -> Result<()> {
        let _ = named;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 31, `Store`.
    ///
    /// It stays raw: `hStore` is a pointer to anything. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn store(&self, store: *mut core::ffi::c_void) -> Result<()> {
        let _ = store;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 32, `Aliased`.
    ///
    /// It stays raw: `pul` is a pointer to what others may point to as well. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn aliased(&self, pul: *mut u32) -> Result<()> {
        let _ = pul;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 33, `Any`.
    ///
    /// It stays raw: `pv` is a pointer to anything. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn any(&self, pv: *mut core::ffi::c_void) -> Result<()> {
        let _ = pv;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 34, `RawCount`.
    ///
    /// It stays raw: `pv` is a pointer to anything. Unless you write it, it answers zero.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn raw_count(&self, pv: *mut core::ffi::c_void) -> u32 {
        let _ = pv;
        // SAFETY: what COM methods return is plain data, which may be all zero.
        unsafe { std::mem::zeroed() }
    }
}

impl<O> raw::IRules_Impl for O
where
    O: IUnknownImpl,
    O::Impl: IRules,
{
    unsafe fn Documented(&self, flags: u32) -> Result<()> {
        midl_runtime::guard(
            "IRules::Documented",
            || IRules::documented(self.get_impl(), flags),
        )
    }

    unsafe fn Scalars(
        &self,
        color: raw::COLOR,
        hr: HRESULT,
        yes: BOOL,
        hwnd: *mut core::ffi::c_void,
    ) -> Result<()> {
        midl_runtime::guard(
            "IRules::Scalars",
            || IRules::scalars(self.get_impl(), color, hr, yes.as_bool(), hwnd),
        )
    }

    unsafe fn Plain(
        &self,
        pt: &raw::POINT,
        ppt: *const raw::POINT,
        other: *const raw::POINT,
    ) -> Result<()> {
        midl_runtime::guard(
            "IRules::Plain",
            || {
                // SAFETY: by the IDL it points to what outlives the call; NULL is refused.
                let ppt = unsafe { ppt.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it is NULL, or points to what outlives the call.
                let other = unsafe { other.as_ref() };
                IRules::plain(self.get_impl(), *pt, ppt, other)
            },
        )
    }

    unsafe fn Query(&self, riid: *const GUID) -> Result<()> {
        midl_runtime::guard(
            "IRules::Query",
            || {
                // SAFETY: by the IDL it points to what outlives the call; NULL is refused.
                let riid = unsafe { riid.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                IRules::query_(self.get_impl(), riid)
            },
        )
    }

    unsafe fn Change(&self, pul: *mut u32, ppt: *mut raw::POINT) -> Result<()> {
        midl_runtime::guard(
            "IRules::Change",
            || {
                // SAFETY: by the IDL it points to what outlives the call; NULL is refused.
                let pul = unsafe { pul.as_mut() }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it is NULL, or points to what outlives the call.
                let ppt = unsafe { ppt.as_mut() };
                IRules::change(self.get_impl(), pul, ppt)
            },
        )
    }

    unsafe fn Text(&self, text: &PCWSTR, more: &PCWSTR) -> Result<()> {
        midl_runtime::guard(
            "IRules::Text",
            || {
                // SAFETY: by the IDL it is a text that outlives the call; NULL is refused.
                let text = unsafe { WideStr::from_nullable_ptr(text.0) }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it is NULL, or a text that outlives the call.
                let more = unsafe { WideStr::from_nullable_ptr(more.0) };
                IRules::text(self.get_impl(), text, more)
            },
        )
    }

    unsafe fn Narrow(&self, text: &PCSTR, more: &PCSTR) -> Result<()> {
        midl_runtime::guard(
            "IRules::Narrow",
            || {
                // SAFETY: by the IDL it is a text that outlives the call; NULL is refused.
                let text = unsafe { midl_runtime::text::narrow(text.0.cast()) }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it is NULL, or a text that outlives the call.
                let more = unsafe { midl_runtime::text::narrow(more.0.cast()) };
                IRules::narrow(self.get_impl(), text, more)
            },
        )
    }

    unsafe fn Objects(&self, punk: Ref<IUnknown>, outer: Ref<IUnknown>) -> Result<()> {
        midl_runtime::guard(
            "IRules::Objects",
            || IRules::objects(self.get_impl(), punk.ok()?, outer.as_ref()),
        )
    }

    unsafe fn Handles(
        &self,
        event: *mut core::ffi::c_void,
        other: *mut core::ffi::c_void,
    ) -> Result<()> {
        midl_runtime::guard(
            "IRules::Handles",
            || {
                // SAFETY: by the IDL it is NULL, or a handle that the caller gives away.
                let event = unsafe { midl_runtime::handle::from_raw(event) }
                    .ok_or_else(midl_runtime::status::null_handle)?;
                // SAFETY: by the IDL it is NULL, or a handle that stays open during the call.
                let other = unsafe { midl_runtime::handle::borrow_raw(other) };
                IRules::handles(self.get_impl(), event, other)
            },
        )
    }

    unsafe fn MaybeHandles(
        &self,
        event: *mut core::ffi::c_void,
        other: *mut core::ffi::c_void,
    ) -> Result<()> {
        midl_runtime::guard(
            "IRules::MaybeHandles",
            || {
                // SAFETY: by the IDL it is NULL, or a handle that the caller gives away.
                let event = unsafe { midl_runtime::handle::from_raw(event) };
                // SAFETY: by the IDL it is NULL, or a handle that stays open during the call.
                let other = unsafe { midl_runtime::handle::borrow_raw(other) }
                    .ok_or_else(midl_runtime::status::null_handle)?;
                IRules::maybe_handles(self.get_impl(), event, other)
            },
        )
    }

    unsafe fn Block(&self, block: *mut raw::BLOCK) -> Result<()> {
        midl_runtime::guard(
            "IRules::Block",
            || {
                let block = NonNull::new(block).ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it outlives the call with all it points to, and is left alone meanwhile.
                let block = unsafe { Incoming::from_raw(block) }?;
                IRules::block(self.get_impl(), block)
            },
        )
    }

    unsafe fn Results(
        &self,
        count: *mut u32,
        yes: *mut BOOL,
        ppt: *mut raw::POINT,
    ) -> Result<()> {
        midl_runtime::guard(
            "IRules::Results",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let count_out = unsafe { OutValue::new(count) };
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let yes_out = unsafe { OutValue::new(yes) };
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let ppt_out = unsafe { OutValue::new(ppt) };
                let (count_out, yes_out, ppt_out) = (count_out?, yes_out?, ppt_out?);
                let (count, yes, ppt) = IRules::results(self.get_impl())?;
                count_out.write(count);
                yes_out.write(yes.into());
                ppt_out.write(ppt);
                Ok(())
            },
        )
    }

    unsafe fn Made(&self, ppunk: OutRef<IUnknown>) -> Result<()> {
        midl_runtime::guard(
            "IRules::Made",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let ppunk_out = unsafe { OutInterface::new(ppunk) }?;
                let ppunk = IRules::made(self.get_impl())
                    .map_err(midl_runtime::status::failure)?;
                ppunk_out.write(Some(ppunk));
                Ok(())
            },
        )
    }

    unsafe fn PerhapsMade(&self, ppunk: OutRef<IUnknown>) -> Result<()> {
        midl_runtime::guard(
            "IRules::PerhapsMade",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let ppunk_out = unsafe { OutInterface::new(ppunk) }?;
                let ppunk = IRules::perhaps_made(self.get_impl())?;
                ppunk_out.write(ppunk);
                Ok(())
            },
        )
    }

    unsafe fn Partial(&self, count: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "IRules::Partial",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let count_out = unsafe { OutValue::new(count) }?;
                let success = IRules::partial(self.get_impl())?;
                success.code.ok()?;
                let count = success.value;
                count_out.write(count);
                midl_runtime::status::answer(success.code)
            },
        )
    }

    unsafe fn Perhaps(&self) -> Result<()> {
        midl_runtime::guard(
            "IRules::Perhaps",
            || midl_runtime::status::answer(IRules::perhaps(self.get_impl())?.code),
        )
    }

    unsafe fn get_Name(&self, name: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "IRules::Name",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let name_out = unsafe { OutValue::new(name) }?;
                let name = IRules::name(self.get_impl())?;
                name_out.write(name);
                Ok(())
            },
        )
    }

    unsafe fn put_Name(&self, name: u32) -> Result<()> {
        midl_runtime::guard("IRules::Name", || IRules::set_name(self.get_impl(), name))
    }

    unsafe fn Count(&self, color: raw::COLOR) -> u32 {
        midl_runtime::guard::contain(
                "IRules::Count",
                || IRules::count(self.get_impl(), color),
            )
            .unwrap_or_default()
    }

    unsafe fn Forget(&self) {
        midl_runtime::guard::contain(
                "IRules::Forget",
                || IRules::forget(self.get_impl()),
            )
            .unwrap_or_default()
    }

    unsafe fn Clone(&self) -> Result<()> {
        midl_runtime::guard("IRules::Clone", || IRules::clone_(self.get_impl()))
    }

    unsafe fn Cdecl(&self) -> Result<()> {
        midl_runtime::guard("IRules::Cdecl", || IRules::cdecl(self.get_impl()))
    }

    unsafe fn Print(&self) -> Result<()> {
        midl_runtime::guard(
            "IRules::Print",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IRules::print(self.get_impl()) }
            },
        )
    }

    unsafe fn CountOf(&self, text: &PCWSTR) -> u32 {
        let answer = midl_runtime::guard(
            "IRules::CountOf",
            || {
                // SAFETY: by the IDL it is a text that outlives the call; NULL is refused.
                let text = unsafe { WideStr::from_nullable_ptr(text.0) }
                    .ok_or_else(midl_runtime::status::null)?;
                Ok(IRules::count_of(self.get_impl(), text))
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn Bytes(&self, pb: *const u8) -> Result<()> {
        midl_runtime::guard(
            "IRules::Bytes",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IRules::bytes(self.get_impl(), pb) }
            },
        )
    }

    unsafe fn List(&self, list: *mut raw::LIST) -> Result<()> {
        midl_runtime::guard(
            "IRules::List",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IRules::list(self.get_impl(), list) }
            },
        )
    }

    unsafe fn Counted(&self, counted: *const raw::COUNTED) -> Result<()> {
        midl_runtime::guard(
            "IRules::Counted",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IRules::counted(self.get_impl(), counted) }
            },
        )
    }

    unsafe fn Named(&self, named: *const raw::NAMED) -> Result<()> {
        midl_runtime::guard(
            "IRules::Named",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IRules::named(self.get_impl(), named) }
            },
        )
    }

    unsafe fn Store(&self, store: *mut core::ffi::c_void) -> Result<()> {
        midl_runtime::guard(
            "IRules::Store",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IRules::store(self.get_impl(), store) }
            },
        )
    }

    unsafe fn Aliased(&self, pul: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "IRules::Aliased",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IRules::aliased(self.get_impl(), pul) }
            },
        )
    }

    unsafe fn Any(&self, pv: *mut core::ffi::c_void) -> Result<()> {
        midl_runtime::guard(
            "IRules::Any",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IRules::any(self.get_impl(), pv) }
            },
        )
    }

    unsafe fn RawCount(&self, pv: *mut core::ffi::c_void) -> u32 {
        let answer = midl_runtime::guard::contain(
            "IRules::RawCount",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IRules::raw_count(self.get_impl(), pv) }
            },
        );
        answer
            .unwrap_or_else(|| {
                // SAFETY: what COM methods return is plain data, which may be all zero.
                unsafe { std::mem::zeroed() }
            })
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: IRules> Implement<T> for raw::IRules {
    const VTABLE: &'static Self::Vtable = &raw::IRules_Vtbl::new::<Object<Self, T>, 0>();

    fn answers(iid: &GUID) -> bool {
        raw::IRules_Vtbl::matches(iid)
    }
}

impl raw::IRules {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl IRules) -> Self {
        Object::create(implementation)
    }
}

/// IID `00000000-0000-0000-0000-000000000002`. Called through [`raw::IRules2`].
pub trait IRules2: IRules {
    /// Slot 35, `More`.
    fn more(&self) -> Result<()>;
}

impl<O> raw::IRules2_Impl for O
where
    O: IUnknownImpl,
    O::Impl: IRules2,
{
    unsafe fn More(&self) -> Result<()> {
        midl_runtime::guard("IRules2::More", || IRules2::more(self.get_impl()))
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: IRules2> Implement<T> for raw::IRules2 {
    const VTABLE: &'static Self::Vtable = &raw::IRules2_Vtbl::new::<
        Object<Self, T>,
        0,
    >();

    fn answers(iid: &GUID) -> bool {
        raw::IRules2_Vtbl::matches(iid)
    }
}

impl raw::IRules2 {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl IRules2) -> Self {
        Object::create(implementation)
    }
}

/// IID `00000000-0000-0000-0000-000000000003`. Called through [`raw::IQueried`].
pub trait IQueried: Send + Sync + 'static {
    /// Slot 3, `Open`.
    fn open(&self, name: &WideStr, riid: &GUID) -> Result<IUnknown>;

    /// Slot 4, `Find`.
    fn find(&self, riid: &GUID) -> Result<(Option<IUnknown>, u32)>;

    /// Slot 5, `Untold`.
    ///
    /// It stays raw: `ppv` is a pointer to a pointer. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn untold(
        &self,
        riid: *const GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> Result<()> {
        let _ = riid;
        let _ = ppv;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 6, `PerhapsTold`.
    ///
    /// It stays raw: `ppv` is an interface whose type another parameter tells. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn perhaps_told(
        &self,
        riid: *const GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> Result<()> {
        let _ = riid;
        let _ = ppv;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }
}

impl<O> raw::IQueried_Impl for O
where
    O: IUnknownImpl,
    O::Impl: IQueried,
{
    unsafe fn Open(
        &self,
        name: &PCWSTR,
        riid: *const GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> Result<()> {
        midl_runtime::guard(
            "IQueried::Open",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let ppv_out = unsafe { OutInterface::<IUnknown>::at(ppv) }?;
                // SAFETY: by the IDL it is a text that outlives the call; NULL is refused.
                let name = unsafe { WideStr::from_nullable_ptr(name.0) }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it is an IID that outlives the call; NULL is refused.
                let riid = unsafe { riid.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                let ppv = IQueried::open(self.get_impl(), name, riid)
                    .map_err(midl_runtime::status::failure)?;
                let ppv = midl_runtime::interface::query(Some(ppv), riid)?;
                ppv_out.write(ppv);
                Ok(())
            },
        )
    }

    unsafe fn Find(
        &self,
        ppunk: OutRef<IUnknown>,
        riid: *const GUID,
        count: *mut u32,
    ) -> Result<()> {
        midl_runtime::guard(
            "IQueried::Find",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let ppunk_out = unsafe {
                    OutInterface::<IUnknown>::at(midl_runtime::out::pointer(&ppunk))
                };
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let count_out = unsafe { OutValue::new(count) };
                let (ppunk_out, count_out) = (ppunk_out?, count_out?);
                // SAFETY: by the IDL it is an IID that outlives the call; NULL is refused.
                let riid = unsafe { riid.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                let (ppunk, count) = IQueried::find(self.get_impl(), riid)?;
                let ppunk = midl_runtime::interface::query(ppunk, riid)?;
                ppunk_out.write(ppunk);
                count_out.write(count);
                Ok(())
            },
        )
    }

    unsafe fn Untold(
        &self,
        riid: *const GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> Result<()> {
        midl_runtime::guard(
            "IQueried::Untold",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IQueried::untold(self.get_impl(), riid, ppv) }
            },
        )
    }

    unsafe fn PerhapsTold(
        &self,
        riid: *const GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> Result<()> {
        midl_runtime::guard(
            "IQueried::PerhapsTold",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IQueried::perhaps_told(self.get_impl(), riid, ppv) }
            },
        )
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: IQueried> Implement<T> for raw::IQueried {
    const VTABLE: &'static Self::Vtable = &raw::IQueried_Vtbl::new::<
        Object<Self, T>,
        0,
    >();

    fn answers(iid: &GUID) -> bool {
        raw::IQueried_Vtbl::matches(iid)
    }
}

impl raw::IQueried {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl IQueried) -> Self {
        Object::create(implementation)
    }
}

/// IID `00000000-0000-0000-0000-000000000005`. Called through [`raw::IArrays`].
pub trait IArrays: Send + Sync + 'static {
    /// Slot 3, `Sum`.
    fn sum(&self, pul: &[u32]) -> Result<u32>;

    /// Slot 4, `Pairs`.
    fn pairs(&self, rgpt: &[raw::POINT], pb: &[u8]) -> Result<()>;

    /// Slot 5, `Write`.
    fn write(&self, pv: &[u8]) -> Result<()>;

    /// Slot 6, `Increase`.
    fn increase(&self, pul: &mut [u32]) -> Result<()>;

    /// Slot 7, `Fill`.
    fn fill(&self, pul: &mut [u32]) -> Result<()>;

    /// Slot 8, `Read`.
    fn read(&self, pv: &mut [u8]) -> Result<Success<usize>>;

    /// Slot 9, `SumOf`.
    fn sum_of(&self, pul: &[u32]) -> u32;
}

impl<O> raw::IArrays_Impl for O
where
    O: IUnknownImpl,
    O::Impl: IArrays,
{
    unsafe fn Sum(&self, c: u32, pul: *const u32, sum: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "IArrays::Sum",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let sum_out = unsafe { OutValue::new(sum) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let pul = unsafe { midl_runtime::array::from_raw(pul, c) }?;
                let sum = IArrays::sum(self.get_impl(), pul)?;
                sum_out.write(sum);
                Ok(())
            },
        )
    }

    unsafe fn Pairs(
        &self,
        rgpt: *const raw::POINT,
        c: u16,
        pb: *const u8,
    ) -> Result<()> {
        midl_runtime::guard(
            "IArrays::Pairs",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgpt = unsafe { midl_runtime::array::from_raw(rgpt, c) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let pb = unsafe { midl_runtime::array::from_raw(pb, c) }?;
                IArrays::pairs(self.get_impl(), rgpt, pb)
            },
        )
    }

    unsafe fn Write(&self, pv: *const core::ffi::c_void, cb: i32) -> Result<()> {
        midl_runtime::guard(
            "IArrays::Write",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let pv = unsafe { midl_runtime::array::from_raw(pv.cast::<u8>(), cb) }?;
                IArrays::write(self.get_impl(), pv)
            },
        )
    }

    unsafe fn Increase(&self, c: u32, pul: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "IArrays::Increase",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let pul = unsafe { midl_runtime::array::from_raw_mut(pul, c) }?;
                IArrays::increase(self.get_impl(), pul)
            },
        )
    }

    unsafe fn Fill(&self, c: u32, pul: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "IArrays::Fill",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let pul = unsafe { midl_runtime::array::cleared(pul, c) }?;
                IArrays::fill(self.get_impl(), pul)
            },
        )
    }

    unsafe fn Read(
        &self,
        pv: *mut core::ffi::c_void,
        cb: u32,
        read: *mut u32,
    ) -> Result<()> {
        midl_runtime::guard(
            "IArrays::Read",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let read_out = unsafe { OutValue::new(read) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let pv = unsafe { midl_runtime::array::cleared(pv.cast::<u8>(), cb) }?;
                let success = IArrays::read(self.get_impl(), pv)?;
                success.code.ok()?;
                let read = success.value;
                let read = midl_runtime::array::told(read, pv.len())?;
                read_out.write(read);
                midl_runtime::status::answer(success.code)
            },
        )
    }

    unsafe fn SumOf(&self, c: u32, pul: *const u32) -> u32 {
        let answer = midl_runtime::guard(
            "IArrays::SumOf",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let pul = unsafe { midl_runtime::array::from_raw(pul, c) }?;
                Ok(IArrays::sum_of(self.get_impl(), pul))
            },
        );
        answer.unwrap_or_default()
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: IArrays> Implement<T> for raw::IArrays {
    const VTABLE: &'static Self::Vtable = &raw::IArrays_Vtbl::new::<
        Object<Self, T>,
        0,
    >();

    fn answers(iid: &GUID) -> bool {
        raw::IArrays_Vtbl::matches(iid)
    }
}

impl raw::IArrays {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl IArrays) -> Self {
        Object::create(implementation)
    }
}

/// IID `00000000-0000-0000-0000-000000000004`. Called through [`raw::IBstrs`].
pub trait IBstrs: Send + Sync + 'static {
    /// Slot 3, `SetNames`.
    fn set_names(&self, name: &Bstr, other: &Bstr) -> Result<()>;

    /// Slot 4, `Names`.
    fn names(&self) -> Result<(Bstr, Bstr)>;

    /// Slot 5, `Length`.
    fn length(&self, name: &Bstr) -> u32;
}

impl<O> raw::IBstrs_Impl for O
where
    O: IUnknownImpl,
    O::Impl: IBstrs,
{
    unsafe fn SetNames(&self, name: *mut u16, other: *mut u16) -> Result<()> {
        midl_runtime::guard(
            "IBstrs::SetNames",
            || {
                // SAFETY: by the IDL it is NULL, or a text that outlives the call and is left alone meanwhile.
                let name = unsafe { Bstr::borrow_raw(&name) };
                // SAFETY: by the IDL it is NULL, or a text that outlives the call and is left alone meanwhile.
                let other = unsafe { Bstr::borrow_raw(&other) };
                IBstrs::set_names(self.get_impl(), name, other)
            },
        )
    }

    unsafe fn Names(&self, name: *mut *mut u16, other: *mut *mut u16) -> Result<()> {
        midl_runtime::guard(
            "IBstrs::Names",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let name_out = unsafe { OutValue::new(name) };
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let other_out = unsafe { OutValue::new(other) };
                let (name_out, other_out) = (name_out?, other_out?);
                let (name, other) = IBstrs::names(self.get_impl())?;
                name_out.write(name.into_raw());
                other_out.write(other.into_raw());
                Ok(())
            },
        )
    }

    unsafe fn Length(&self, name: *mut u16) -> u32 {
        midl_runtime::guard::contain(
                "IBstrs::Length",
                || {
                    // SAFETY: by the IDL it is NULL, or a text that outlives the call and is left alone meanwhile.
                    let name = unsafe { Bstr::borrow_raw(&name) };
                    IBstrs::length(self.get_impl(), name)
                },
            )
            .unwrap_or_default()
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: IBstrs> Implement<T> for raw::IBstrs {
    const VTABLE: &'static Self::Vtable = &raw::IBstrs_Vtbl::new::<Object<Self, T>, 0>();

    fn answers(iid: &GUID) -> bool {
        raw::IBstrs_Vtbl::matches(iid)
    }
}

impl raw::IBstrs {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl IBstrs) -> Self {
        Object::create(implementation)
    }
}

/// IID `00000000-0000-0000-0000-000000000006`. Called through [`raw::IAllocated`].
pub trait IAllocated: Send + Sync + 'static {
    /// Slot 3, `Names`.
    fn names(&self) -> Result<(WideString, Option<WideString>)>;

    /// Slot 4, `Foreign`.
    ///
    /// It stays raw: `ppszName` is memory that is freed by a function without a type in Rust. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn foreign(&self, name: *mut PWSTR) -> Result<()> {
        let _ = name;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 5, `Unwanted`.
    ///
    /// It stays raw: `ppszName` is a result that a caller need not want. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn unwanted(&self, name: *mut PWSTR) -> Result<()> {
        let _ = name;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 6, `Untold`.
    ///
    /// It stays raw: `ppszName` is a pointer to memory of which nothing says who frees it. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn untold(&self, name: *mut *mut u16) -> Result<()> {
        let _ = name;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }
}

impl<O> raw::IAllocated_Impl for O
where
    O: IUnknownImpl,
    O::Impl: IAllocated,
{
    unsafe fn Names(&self, name: *mut PWSTR, other: *mut PWSTR) -> Result<()> {
        midl_runtime::guard(
            "IAllocated::Names",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let name_out = unsafe { OutValue::new(name.cast::<*mut u16>()) };
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let other_out = unsafe { OutValue::new(other.cast::<*mut u16>()) };
                let (name_out, other_out) = (name_out?, other_out?);
                let (name, other) = IAllocated::names(self.get_impl())
                    .map_err(midl_runtime::status::failure)?;
                let name = CoTaskText::new(&name)?;
                let other = match other {
                    Some(other) => Some(CoTaskText::new(&other)?),
                    None => None,
                };
                name_out.write(name.into_raw());
                other_out
                    .write(other.map_or(std::ptr::null_mut(), CoTaskText::into_raw));
                Ok(())
            },
        )
    }

    unsafe fn Foreign(&self, name: *mut PWSTR) -> Result<()> {
        midl_runtime::guard(
            "IAllocated::Foreign",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IAllocated::foreign(self.get_impl(), name) }
            },
        )
    }

    unsafe fn Unwanted(&self, name: *mut PWSTR) -> Result<()> {
        midl_runtime::guard(
            "IAllocated::Unwanted",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IAllocated::unwanted(self.get_impl(), name) }
            },
        )
    }

    unsafe fn Untold(&self, name: *mut *mut u16) -> Result<()> {
        midl_runtime::guard(
            "IAllocated::Untold",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IAllocated::untold(self.get_impl(), name) }
            },
        )
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: IAllocated> Implement<T> for raw::IAllocated {
    const VTABLE: &'static Self::Vtable = &raw::IAllocated_Vtbl::new::<
        Object<Self, T>,
        0,
    >();

    fn answers(iid: &GUID) -> bool {
        raw::IAllocated_Vtbl::matches(iid)
    }
}

impl raw::IAllocated {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl IAllocated) -> Self {
        Object::create(implementation)
    }
}
