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
use midl_runtime::{Bstr, WideStr};
use midl_runtime::object::{Implement, Object};
use midl_runtime::out::{OutInterface, OutValue};
use windows_core::{
    BOOL, GUID, IUnknown, IUnknownImpl, Interface, OutRef, PCWSTR, Ref, Result,
};

/// IID `00000000-0000-0000-0000-000000000001`. Called through [`raw::ITold`].
pub trait ITold: Send + Sync + 'static {
    /// Slot 3, `Give`.
    fn give(&self, riid: &GUID, punk: &IUnknown) -> Result<u32>;

    /// Slot 4, `MaybeGive`.
    fn maybe_give(&self, punk: Option<&IUnknown>, riid: &GUID) -> Result<()>;

    /// Slot 5, `GiveAny`.
    fn give_any(&self, riid: &GUID, pv: &IUnknown, name: &WideStr) -> Result<()>;

    /// Slot 6, `Pair`.
    fn pair(&self, riid: &GUID) -> Result<(IUnknown, IUnknown)>;

    /// Slot 7, `Both`.
    fn both(&self, riid: &GUID, riid_other: &GUID) -> Result<(IUnknown, IUnknown)>;

    /// Slot 8, `Convert`.
    fn convert(&self, riid: &GUID, punk: &IUnknown, riid_to: &GUID) -> Result<IUnknown>;

    /// Slot 9, `Untold`.
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

    /// Slot 10, `PerhapsTold`.
    ///
    /// It stays raw: `punk` is an interface whose type another parameter tells. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn perhaps_told(&self, piid: *const GUID, punk: Ref<IUnknown>) -> Result<()> {
        let _ = piid;
        let _ = punk;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 11, `Replace`.
    ///
    /// It stays raw: `ppunk` is a pointer to a pointer. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn replace(&self, riid: *const GUID, ppunk: OutRef<IUnknown>) -> Result<()> {
        let _ = riid;
        let _ = ppunk;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }
}

impl<O> raw::ITold_Impl for O
where
    O: IUnknownImpl,
    O::Impl: ITold,
{
    unsafe fn Give(
        &self,
        riid: *const GUID,
        punk: Ref<IUnknown>,
        kind: *mut u32,
    ) -> Result<()> {
        midl_runtime::guard(
            "ITold::Give",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let kind_out = unsafe { OutValue::new(kind) }?;
                // SAFETY: by the IDL it is an IID that outlives the call; NULL is refused.
                let riid = unsafe { riid.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                let kind = ITold::give(self.get_impl(), riid, punk.ok()?)?;
                kind_out.write(kind);
                Ok(())
            },
        )
    }

    unsafe fn MaybeGive(&self, punk: Ref<IUnknown>, riid: *const GUID) -> Result<()> {
        midl_runtime::guard(
            "ITold::MaybeGive",
            || {
                // SAFETY: by the IDL it is an IID that outlives the call; NULL is refused.
                let riid = unsafe { riid.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                ITold::maybe_give(self.get_impl(), punk.as_ref(), riid)
            },
        )
    }

    unsafe fn GiveAny(
        &self,
        riid: *const GUID,
        pv: *mut core::ffi::c_void,
        name: &PCWSTR,
    ) -> Result<()> {
        midl_runtime::guard(
            "ITold::GiveAny",
            || {
                // SAFETY: by the IDL it is an IID that outlives the call; NULL is refused.
                let riid = unsafe { riid.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it is NULL, or an interface that outlives the call.
                let pv = unsafe { <IUnknown as Interface>::from_raw_borrowed(&pv) }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it is a text that outlives the call; NULL is refused.
                let name = unsafe { WideStr::from_nullable_ptr(name.0) }
                    .ok_or_else(midl_runtime::status::null)?;
                ITold::give_any(self.get_impl(), riid, pv, name)
            },
        )
    }

    unsafe fn Pair(
        &self,
        riid: *const GUID,
        one: *mut *mut core::ffi::c_void,
        other: *mut *mut core::ffi::c_void,
    ) -> Result<()> {
        midl_runtime::guard(
            "ITold::Pair",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let one_out = unsafe { OutInterface::<IUnknown>::at(one) };
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let other_out = unsafe { OutInterface::<IUnknown>::at(other) };
                let (one_out, other_out) = (one_out?, other_out?);
                // SAFETY: by the IDL it is an IID that outlives the call; NULL is refused.
                let riid = unsafe { riid.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                let (one, other) = ITold::pair(self.get_impl(), riid)
                    .map_err(midl_runtime::status::failure)?;
                let one = midl_runtime::interface::query(Some(one), riid)?;
                let other = midl_runtime::interface::query(Some(other), riid)?;
                one_out.write(one);
                other_out.write(other);
                Ok(())
            },
        )
    }

    unsafe fn Both(
        &self,
        riid: *const GUID,
        ppv: *mut *mut core::ffi::c_void,
        riid_other: *const GUID,
        other: *mut *mut core::ffi::c_void,
    ) -> Result<()> {
        midl_runtime::guard(
            "ITold::Both",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let ppv_out = unsafe { OutInterface::<IUnknown>::at(ppv) };
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let other_out = unsafe { OutInterface::<IUnknown>::at(other) };
                let (ppv_out, other_out) = (ppv_out?, other_out?);
                // SAFETY: by the IDL it is an IID that outlives the call; NULL is refused.
                let riid = unsafe { riid.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it is an IID that outlives the call; NULL is refused.
                let riid_other = unsafe { riid_other.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                let (ppv, other) = ITold::both(self.get_impl(), riid, riid_other)
                    .map_err(midl_runtime::status::failure)?;
                let ppv = midl_runtime::interface::query(Some(ppv), riid)?;
                let other = midl_runtime::interface::query(Some(other), riid_other)?;
                ppv_out.write(ppv);
                other_out.write(other);
                Ok(())
            },
        )
    }

    unsafe fn Convert(
        &self,
        riid: *const GUID,
        punk: Ref<IUnknown>,
        riid_to: *const GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> Result<()> {
        midl_runtime::guard(
            "ITold::Convert",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let ppv_out = unsafe { OutInterface::<IUnknown>::at(ppv) }?;
                // SAFETY: by the IDL it is an IID that outlives the call; NULL is refused.
                let riid = unsafe { riid.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it is an IID that outlives the call; NULL is refused.
                let riid_to = unsafe { riid_to.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                let ppv = ITold::convert(self.get_impl(), riid, punk.ok()?, riid_to)
                    .map_err(midl_runtime::status::failure)?;
                let ppv = midl_runtime::interface::query(Some(ppv), riid_to)?;
                ppv_out.write(ppv);
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
            "ITold::Untold",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { ITold::untold(self.get_impl(), riid, ppv) }
            },
        )
    }

    unsafe fn PerhapsTold(&self, piid: *const GUID, punk: Ref<IUnknown>) -> Result<()> {
        midl_runtime::guard(
            "ITold::PerhapsTold",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { ITold::perhaps_told(self.get_impl(), piid, punk) }
            },
        )
    }

    unsafe fn Replace(&self, riid: *const GUID, ppunk: OutRef<IUnknown>) -> Result<()> {
        midl_runtime::guard(
            "ITold::Replace",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { ITold::replace(self.get_impl(), riid, ppunk) }
            },
        )
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: ITold> Implement<T> for raw::ITold {
    const VTABLE: &'static Self::Vtable = &raw::ITold_Vtbl::new::<Object<Self, T>, 0>();

    fn answers(iid: &GUID) -> bool {
        raw::ITold_Vtbl::matches(iid)
    }
}

impl raw::ITold {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl ITold) -> Self {
        Object::create(implementation)
    }
}

/// IID `00000000-0000-0000-0000-000000000002`. Called through [`raw::IPlaces`].
pub trait IPlaces: Send + Sync + 'static {
    /// Slot 3, `Swap`.
    fn swap(&self, ppunk: &mut Option<IUnknown>) -> Result<()>;

    /// Slot 4, `Unwanted`.
    fn unwanted(&self) -> Result<(u32, bool, Bstr, IUnknown)>;

    /// Slot 5, `Asked`.
    fn asked(&self, riid: &GUID) -> Result<IUnknown>;

    /// Slot 6, `Told`.
    fn told(&self) -> (u32, Option<IUnknown>);

    /// Slot 7, `Layout`.
    fn layout(&self, hkl: *mut core::ffi::c_void) -> Result<*mut core::ffi::c_void>;

    /// Slot 8, `Any`.
    ///
    /// It stays raw: `ppv` is a pointer to a pointer. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn any(&self, ppv: *mut *mut core::ffi::c_void) -> Result<()> {
        let _ = ppv;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }
}

impl<O> raw::IPlaces_Impl for O
where
    O: IUnknownImpl,
    O::Impl: IPlaces,
{
    unsafe fn Swap(&self, ppunk: OutRef<IUnknown>) -> Result<()> {
        midl_runtime::guard(
            "IPlaces::Swap",
            || {
                // SAFETY: by the IDL it is the place of an interface or NULL, and nobody else uses either meanwhile.
                let ppunk = unsafe {
                    midl_runtime::out::pointer(&ppunk)
                        .cast::<Option<IUnknown>>()
                        .as_mut()
                }
                    .ok_or_else(midl_runtime::status::null)?;
                IPlaces::swap(self.get_impl(), ppunk)
            },
        )
    }

    unsafe fn Unwanted(
        &self,
        pul: *mut u32,
        pf: *mut BOOL,
        pbstr: *mut *mut u16,
        ppunk: OutRef<IUnknown>,
    ) -> Result<()> {
        midl_runtime::guard(
            "IPlaces::Unwanted",
            || {
                // SAFETY: by the IDL it is NULL, or a place to write to.
                let pul_out = unsafe { OutValue::optional(pul) };
                // SAFETY: by the IDL it is NULL, or a place to write to.
                let pf_out = unsafe { OutValue::optional(pf) };
                // SAFETY: by the IDL it is NULL, or a place to write to.
                let pbstr_out = unsafe { OutValue::optional(pbstr) };
                // SAFETY: by the IDL it is NULL, or a place to write to.
                let ppunk_out = unsafe { OutInterface::optional(ppunk) };
                let (pul_out, pf_out, pbstr_out, ppunk_out) = (
                    pul_out?,
                    pf_out?,
                    pbstr_out?,
                    ppunk_out?,
                );
                let (pul, pf, pbstr, ppunk) = IPlaces::unwanted(self.get_impl())
                    .map_err(midl_runtime::status::failure)?;
                if pul_out.is_wanted() {
                    pul_out.write(pul);
                }
                if pf_out.is_wanted() {
                    pf_out.write(pf.into());
                }
                if pbstr_out.is_wanted() {
                    pbstr_out.write(pbstr.into_raw());
                }
                if ppunk_out.is_wanted() {
                    ppunk_out.write(Some(ppunk));
                }
                Ok(())
            },
        )
    }

    unsafe fn Asked(
        &self,
        riid: *const GUID,
        ppv: *mut *mut core::ffi::c_void,
    ) -> Result<()> {
        midl_runtime::guard(
            "IPlaces::Asked",
            || {
                // SAFETY: by the IDL it is NULL, or a place to write to.
                let ppv_out = unsafe { OutInterface::<IUnknown>::optional_at(ppv) }?;
                // SAFETY: by the IDL it is an IID that outlives the call; NULL is refused.
                let riid = unsafe { riid.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                let ppv = IPlaces::asked(self.get_impl(), riid)
                    .map_err(midl_runtime::status::failure)?;
                let ppv = midl_runtime::interface::query(Some(ppv), riid)?;
                if ppv_out.is_wanted() {
                    ppv_out.write(ppv);
                }
                Ok(())
            },
        )
    }

    unsafe fn Told(&self, pul: *mut u32, ppunk: OutRef<IUnknown>) {
        let answer = midl_runtime::guard(
            "IPlaces::Told",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let pul_out = unsafe { OutValue::new(pul) };
                // SAFETY: by the IDL it is NULL, or a place to write to.
                let ppunk_out = unsafe { OutInterface::optional(ppunk) };
                let (pul_out, ppunk_out) = (pul_out?, ppunk_out?);
                let (pul, ppunk) = IPlaces::told(self.get_impl());
                pul_out.write(pul);
                if ppunk_out.is_wanted() {
                    ppunk_out.write(ppunk);
                }
                Ok(())
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn Layout(
        &self,
        hkl: *mut core::ffi::c_void,
        phkl: *mut *mut core::ffi::c_void,
    ) -> Result<()> {
        midl_runtime::guard(
            "IPlaces::Layout",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let phkl_out = unsafe { OutValue::new(phkl) }?;
                let phkl = IPlaces::layout(self.get_impl(), hkl)?;
                phkl_out.write(phkl);
                Ok(())
            },
        )
    }

    unsafe fn Any(&self, ppv: *mut *mut core::ffi::c_void) -> Result<()> {
        midl_runtime::guard(
            "IPlaces::Any",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IPlaces::any(self.get_impl(), ppv) }
            },
        )
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: IPlaces> Implement<T> for raw::IPlaces {
    const VTABLE: &'static Self::Vtable = &raw::IPlaces_Vtbl::new::<
        Object<Self, T>,
        0,
    >();

    fn answers(iid: &GUID) -> bool {
        raw::IPlaces_Vtbl::matches(iid)
    }
}

impl raw::IPlaces {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl IPlaces) -> Self {
        Object::create(implementation)
    }
}
