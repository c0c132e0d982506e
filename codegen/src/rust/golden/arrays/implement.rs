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
use midl_runtime::Bstr;
use midl_runtime::array::{Handed, Size};
use midl_runtime::object::{Implement, Object};
use midl_runtime::out::OutValue;
use windows_core::{BOOL, GUID, IUnknown, IUnknownImpl, OutRef, Result};

/// IID `00000000-0000-0000-0000-000000000001`. Called through [`raw::ISizes`].
pub trait ISizes: Send + Sync + 'static {
    /// Slot 3, `Optional`.
    fn optional(&self, rgul: Option<&[u32]>) -> Result<u32>;

    /// Slot 4, `SomeOptional`.
    fn some_optional(
        &self,
        rgul: &[u32],
        rgpt: Option<&[raw::POINT]>,
        rgul_changed: Option<&mut [u32]>,
    ) -> Result<()>;

    /// Slot 5, `Twice`.
    fn twice(&self, c: u32, rgul: &[u32]) -> Result<u32>;

    /// Slot 6, `Both`.
    fn both(&self, pb: &[u8], half: &mut [u8]) -> Result<()>;

    /// Slot 7, `Area`.
    fn area(&self, cx: i32, cy: i32, pb: Option<&[u8]>) -> Result<()>;

    /// Slot 8, `LastIndex`.
    fn last_index(&self, last: u32, rgul: &[u32]) -> Result<()>;

    /// Slot 9, `Behind`.
    fn behind(&self, rgul: &[u32]) -> Result<()>;

    /// Slot 10, `InPlace`.
    fn in_place(
        &self,
        color: &[f32; 4],
        corners: &mut [raw::POINT; 2],
    ) -> Result<[u32; 3]>;

    /// Slot 11, `Constant`.
    fn constant(&self, hash: &[u8; 20]) -> Result<[u8; 16]>;

    /// Slot 12, `Colors`.
    fn colors(&self, rgcolor: &[raw::COLOR], rgf: &[BOOL]) -> Result<()>;

    /// Slot 13, `Clear`.
    fn clear(&self, color: &[f32; 4], rgpt: Option<&[raw::POINT]>);

    /// Slot 14, `Wide`.
    fn wide(&self, c: u32, rgul: &[u32], d: i32) -> Result<()>;

    /// Slot 15, `Rotated`.
    ///
    /// It stays raw: `rgul` is an array whose length no parameter tells. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn rotated(&self, c: u32, rgul: *const u32) -> Result<()> {
        let _ = c;
        let _ = rgul;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 16, `Aliased`.
    ///
    /// It stays raw: `rgul` is a pointer to what others may point to as well. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn aliased(&self, c: u32, rgul: *mut u32) -> Result<()> {
        let _ = c;
        let _ = rgul;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }
}

impl<O> raw::ISizes_Impl for O
where
    O: IUnknownImpl,
    O::Impl: ISizes,
{
    unsafe fn Optional(&self, c: u32, rgul: *const u32, sum: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "ISizes::Optional",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let sum_out = unsafe { OutValue::new(sum) }?;
                let rgul = if rgul.is_null() {
                    None
                } else {
                    // SAFETY: by the IDL it is NULL, or points to so many elements, which outlive the call.
                    let rgul = unsafe { midl_runtime::array::from_raw(rgul, c) }?;
                    Some(rgul)
                };
                let sum = ISizes::optional(self.get_impl(), rgul)?;
                sum_out.write(sum);
                Ok(())
            },
        )
    }

    unsafe fn SomeOptional(
        &self,
        c: u32,
        rgul: *const u32,
        rgpt: *const raw::POINT,
        rgul_changed: *mut u32,
    ) -> Result<()> {
        midl_runtime::guard(
            "ISizes::SomeOptional",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgul = unsafe { midl_runtime::array::from_raw(rgul, c) }?;
                let rgpt = if rgpt.is_null() {
                    None
                } else {
                    // SAFETY: by the IDL it is NULL, or points to so many elements, which outlive the call.
                    let rgpt = unsafe { midl_runtime::array::from_raw(rgpt, c) }?;
                    Some(rgpt)
                };
                let rgul_changed = if rgul_changed.is_null() {
                    None
                } else {
                    // SAFETY: by the IDL it is NULL, or points to so many elements, which outlive the call.
                    let rgul_changed = unsafe {
                        midl_runtime::array::from_raw_mut(rgul_changed, c)
                    }?;
                    Some(rgul_changed)
                };
                ISizes::some_optional(self.get_impl(), rgul, rgpt, rgul_changed)
            },
        )
    }

    unsafe fn Twice(&self, c: u32, rgul: *const u32, sum: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "ISizes::Twice",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let sum_out = unsafe { OutValue::new(sum) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgul = unsafe {
                    midl_runtime::array::from_raw(rgul, Size::of(c) * Size::of(2))
                }?;
                let sum = ISizes::twice(self.get_impl(), c, rgul)?;
                sum_out.write(sum);
                Ok(())
            },
        )
    }

    unsafe fn Both(&self, c: u16, pb: *const u8, half: *mut u8) -> Result<()> {
        midl_runtime::guard(
            "ISizes::Both",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let pb = unsafe { midl_runtime::array::from_raw(pb, c) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let half = unsafe {
                    midl_runtime::array::cleared(
                        half,
                        (Size::of(c) + Size::of(1)) / Size::of(2),
                    )
                }?;
                ISizes::both(self.get_impl(), pb, half)
            },
        )
    }

    unsafe fn Area(&self, cx: i32, cy: i32, pb: *const u8) -> Result<()> {
        midl_runtime::guard(
            "ISizes::Area",
            || {
                let pb = if pb.is_null() {
                    None
                } else {
                    // SAFETY: by the IDL it is NULL, or points to so many elements, which outlive the call.
                    let pb = unsafe {
                        midl_runtime::array::from_raw(pb, Size::of(cx) * Size::of(cy))
                    }?;
                    Some(pb)
                };
                ISizes::area(self.get_impl(), cx, cy, pb)
            },
        )
    }

    unsafe fn LastIndex(&self, last: u32, rgul: *const u32) -> Result<()> {
        midl_runtime::guard(
            "ISizes::LastIndex",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgul = unsafe {
                    midl_runtime::array::from_raw(rgul, Size::of(last) + Size::of(1))
                }?;
                ISizes::last_index(self.get_impl(), last, rgul)
            },
        )
    }

    unsafe fn Behind(&self, pc: *mut u32, rgul: *const u32) -> Result<()> {
        midl_runtime::guard(
            "ISizes::Behind",
            || {
                // SAFETY: by the IDL it points to a number; NULL is refused.
                let pc = unsafe { midl_runtime::aligned::value(pc) }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgul = unsafe { midl_runtime::array::from_raw(rgul, pc) }?;
                ISizes::behind(self.get_impl(), rgul)
            },
        )
    }

    unsafe fn InPlace(
        &self,
        color: *const f32,
        corners: *mut raw::POINT,
        aul_found: *mut u32,
    ) -> Result<()> {
        midl_runtime::guard(
            "ISizes::InPlace",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let aul_found_out = unsafe {
                    OutValue::new(aul_found.cast::<[u32; 3]>())
                }?;
                // SAFETY: by the IDL it points to what outlives the call; NULL is refused.
                let color = unsafe { color.cast::<[f32; 4]>().as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it points to what outlives the call; NULL is refused.
                let corners = unsafe { corners.cast::<[raw::POINT; 2]>().as_mut() }
                    .ok_or_else(midl_runtime::status::null)?;
                let aul_found = ISizes::in_place(self.get_impl(), color, corners)?;
                aul_found_out.write(aul_found);
                Ok(())
            },
        )
    }

    unsafe fn Constant(&self, hash: *const u8, key: *mut u8) -> Result<()> {
        midl_runtime::guard(
            "ISizes::Constant",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let key_out = unsafe { OutValue::new(key.cast::<[u8; 16]>()) }?;
                // SAFETY: by the IDL it points to what outlives the call; NULL is refused.
                let hash = unsafe { hash.cast::<[u8; 20]>().as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                let key = ISizes::constant(self.get_impl(), hash)?;
                key_out.write(key);
                Ok(())
            },
        )
    }

    unsafe fn Colors(
        &self,
        c: u32,
        rgcolor: *const raw::COLOR,
        rgf: *const BOOL,
    ) -> Result<()> {
        midl_runtime::guard(
            "ISizes::Colors",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgcolor = unsafe { midl_runtime::array::from_raw(rgcolor, c) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgf = unsafe { midl_runtime::array::from_raw(rgf, c) }?;
                ISizes::colors(self.get_impl(), rgcolor, rgf)
            },
        )
    }

    unsafe fn Clear(&self, color: *const f32, c: u32, rgpt: *const raw::POINT) {
        let answer = midl_runtime::guard(
            "ISizes::Clear",
            || {
                // SAFETY: by the IDL it points to what outlives the call; NULL is refused.
                let color = unsafe { color.cast::<[f32; 4]>().as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                let rgpt = if rgpt.is_null() {
                    None
                } else {
                    // SAFETY: by the IDL it is NULL, or points to so many elements, which outlive the call.
                    let rgpt = unsafe { midl_runtime::array::from_raw(rgpt, c) }?;
                    Some(rgpt)
                };
                ISizes::clear(self.get_impl(), color, rgpt);
                Ok(())
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn Wide(&self, c: u32, rgul: *const u32, d: i32) -> Result<()> {
        midl_runtime::guard(
            "ISizes::Wide",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgul = unsafe {
                    midl_runtime::array::from_raw(rgul, Size::of(c) - Size::of(d))
                }?;
                ISizes::wide(self.get_impl(), c, rgul, d)
            },
        )
    }

    unsafe fn Rotated(&self, c: u32, rgul: *const u32) -> Result<()> {
        midl_runtime::guard(
            "ISizes::Rotated",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { ISizes::rotated(self.get_impl(), c, rgul) }
            },
        )
    }

    unsafe fn Aliased(&self, c: u32, rgul: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "ISizes::Aliased",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { ISizes::aliased(self.get_impl(), c, rgul) }
            },
        )
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: ISizes> Implement<T> for raw::ISizes {
    const VTABLE: &'static Self::Vtable = &raw::ISizes_Vtbl::new::<Object<Self, T>, 0>();

    fn answers(iid: &GUID) -> bool {
        raw::ISizes_Vtbl::matches(iid)
    }
}

impl raw::ISizes {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl ISizes) -> Self {
        Object::create(implementation)
    }
}

/// IID `00000000-0000-0000-0000-000000000002`. Called through [`raw::IElements`].
pub trait IElements: Send + Sync + 'static {
    /// Slot 3, `Lend`.
    fn lend(&self, rgpunk: &[Option<IUnknown>]) -> Result<u32>;

    /// Slot 4, `Next`.
    fn next(&self, rgpunk: &mut [Option<IUnknown>]) -> Result<usize>;

    /// Slot 5, `NextOrSo`.
    fn next_or_so(&self, rgpunk: &mut [Option<IUnknown>]) -> Result<usize>;

    /// Slot 6, `All`.
    fn all(&self, rgpunk: &mut [Option<IUnknown>]) -> Result<()>;

    /// Slot 7, `Perhaps`.
    fn perhaps(&self, rgpunk: Option<&mut [Option<IUnknown>]>) -> Result<()>;

    /// Slot 8, `Change`.
    fn change(&self, rgpunk: &mut [Option<IUnknown>]) -> Result<()>;

    /// Slot 9, `Given`.
    fn given(&self, rgpunk: &mut [Option<IUnknown>]);

    /// Slot 10, `SetNames`.
    fn set_names(&self, rgbstr: &[Bstr]) -> Result<u32>;

    /// Slot 11, `Names`.
    fn names(&self, rgbstr: &mut [Bstr]) -> Result<usize>;

    /// Slot 12, `Blocks`.
    ///
    /// It stays raw: `rgpv` is an array of what is no plain data. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn blocks(&self, c: u32, rgpv: *mut *mut core::ffi::c_void) -> Result<()> {
        let _ = c;
        let _ = rgpv;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }
}

impl<O> raw::IElements_Impl for O
where
    O: IUnknownImpl,
    O::Impl: IElements,
{
    unsafe fn Lend(
        &self,
        c: u32,
        rgpunk: *const Option<IUnknown>,
        there: *mut u32,
    ) -> Result<()> {
        midl_runtime::guard(
            "IElements::Lend",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let there_out = unsafe { OutValue::new(there) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgpunk = unsafe { midl_runtime::array::from_raw(rgpunk, c) }?;
                let there = IElements::lend(self.get_impl(), rgpunk)?;
                there_out.write(there);
                Ok(())
            },
        )
    }

    unsafe fn Next(
        &self,
        c: u32,
        rgpunk: OutRef<IUnknown>,
        done: *mut u32,
    ) -> Result<()> {
        midl_runtime::guard(
            "IElements::Next",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let done_out = unsafe { OutValue::new(done) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let mut rgpunk = unsafe {
                    Handed::new(
                        midl_runtime::out::pointer(&rgpunk).cast::<Option<IUnknown>>(),
                        c,
                    )
                }?;
                let done = IElements::next(self.get_impl(), &mut rgpunk)?;
                let done = midl_runtime::array::told(done, rgpunk.len())?;
                rgpunk.keep(done);
                done_out.write(done);
                Ok(())
            },
        )
    }

    unsafe fn NextOrSo(
        &self,
        c: u32,
        rgpunk: OutRef<IUnknown>,
        done: *mut u32,
    ) -> Result<()> {
        midl_runtime::guard(
            "IElements::NextOrSo",
            || {
                // SAFETY: by the IDL it is NULL, or a place to write to.
                let done_out = unsafe { OutValue::optional(done) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let mut rgpunk = unsafe {
                    Handed::new(
                        midl_runtime::out::pointer(&rgpunk).cast::<Option<IUnknown>>(),
                        c,
                    )
                }?;
                let done = IElements::next_or_so(self.get_impl(), &mut rgpunk)?;
                let done = midl_runtime::array::told(done, rgpunk.len())?;
                rgpunk.keep(done);
                done_out.write(done);
                Ok(())
            },
        )
    }

    unsafe fn All(&self, c: u32, rgpunk: OutRef<IUnknown>) -> Result<()> {
        midl_runtime::guard(
            "IElements::All",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let mut rgpunk = unsafe {
                    Handed::new(
                        midl_runtime::out::pointer(&rgpunk).cast::<Option<IUnknown>>(),
                        c,
                    )
                }?;
                IElements::all(self.get_impl(), &mut rgpunk)?;
                rgpunk.keep_all();
                Ok(())
            },
        )
    }

    unsafe fn Perhaps(&self, c: u32, rgpunk: OutRef<IUnknown>) -> Result<()> {
        midl_runtime::guard(
            "IElements::Perhaps",
            || {
                let mut rgpunk = if midl_runtime::out::pointer(&rgpunk)
                    .cast::<Option<IUnknown>>()
                    .is_null()
                {
                    None
                } else {
                    // SAFETY: by the IDL it is NULL, or points to so many elements, which outlive the call.
                    let rgpunk = unsafe {
                        Handed::new(
                            midl_runtime::out::pointer(&rgpunk)
                                .cast::<Option<IUnknown>>(),
                            c,
                        )
                    }?;
                    Some(rgpunk)
                };
                IElements::perhaps(self.get_impl(), rgpunk.as_deref_mut())?;
                if let Some(rgpunk) = &mut rgpunk {
                    rgpunk.keep_all();
                }
                Ok(())
            },
        )
    }

    unsafe fn Change(&self, c: u32, rgpunk: OutRef<IUnknown>) -> Result<()> {
        midl_runtime::guard(
            "IElements::Change",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgpunk = unsafe {
                    midl_runtime::array::from_raw_mut(
                        midl_runtime::out::pointer(&rgpunk).cast::<Option<IUnknown>>(),
                        c,
                    )
                }?;
                IElements::change(self.get_impl(), rgpunk)
            },
        )
    }

    unsafe fn Given(&self, c: u32, rgpunk: OutRef<IUnknown>) {
        let answer = midl_runtime::guard(
            "IElements::Given",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let mut rgpunk = unsafe {
                    Handed::new(
                        midl_runtime::out::pointer(&rgpunk).cast::<Option<IUnknown>>(),
                        c,
                    )
                }?;
                IElements::given(self.get_impl(), &mut rgpunk);
                rgpunk.keep_all();
                Ok(())
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn SetNames(
        &self,
        c: u32,
        rgbstr: *mut *mut u16,
        pcch: *mut u32,
    ) -> Result<()> {
        midl_runtime::guard(
            "IElements::SetNames",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let pcch_out = unsafe { OutValue::new(pcch) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgbstr = unsafe {
                    midl_runtime::array::from_raw(rgbstr.cast::<Bstr>(), c)
                }?;
                let pcch = IElements::set_names(self.get_impl(), rgbstr)?;
                pcch_out.write(pcch);
                Ok(())
            },
        )
    }

    unsafe fn Names(&self, c: u32, rgbstr: *mut *mut u16, done: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "IElements::Names",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let done_out = unsafe { OutValue::new(done) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let mut rgbstr = unsafe { Handed::new(rgbstr.cast::<Bstr>(), c) }?;
                let done = IElements::names(self.get_impl(), &mut rgbstr)?;
                let done = midl_runtime::array::told(done, rgbstr.len())?;
                rgbstr.keep(done);
                done_out.write(done);
                Ok(())
            },
        )
    }

    unsafe fn Blocks(&self, c: u32, rgpv: *mut *mut core::ffi::c_void) -> Result<()> {
        midl_runtime::guard(
            "IElements::Blocks",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IElements::blocks(self.get_impl(), c, rgpv) }
            },
        )
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: IElements> Implement<T> for raw::IElements {
    const VTABLE: &'static Self::Vtable = &raw::IElements_Vtbl::new::<
        Object<Self, T>,
        0,
    >();

    fn answers(iid: &GUID) -> bool {
        raw::IElements_Vtbl::matches(iid)
    }
}

impl raw::IElements {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl IElements) -> Self {
        Object::create(implementation)
    }
}
