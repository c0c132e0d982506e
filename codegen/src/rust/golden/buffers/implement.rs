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
use midl_runtime::array::TextRoom;
use midl_runtime::object::{Implement, Object};
use midl_runtime::out::OutValue;
use windows_core::{GUID, IUnknownImpl, PCWSTR, PSTR, PWSTR, Result};

/// IID `00000000-0000-0000-0000-000000000001`. Called through [`raw::IFilled`].
pub trait IFilled: Send + Sync + 'static {
    /// Slot 3, `Several`.
    fn several(&self, rgul_keys: &mut [u32], rgb_values: &mut [u8]) -> Result<usize>;

    /// Slot 4, `Unwanted`.
    fn unwanted(&self, rgul: &mut [u32]) -> Result<usize>;

    /// Slot 5, `BothWays`.
    fn both_ways(&self, rgul: &mut [u32]) -> Result<usize>;

    /// Slot 6, `Asked`.
    fn asked(&self, rgul: Option<&mut [u32]>) -> Result<usize>;

    /// Slot 7, `Doubled`.
    fn doubled(&self, rgb: &mut [u8]) -> Result<usize>;

    /// Slot 8, `Without`.
    fn without(&self, rgb: &mut [u8]) -> (u32, usize);

    /// Slot 9, `Computed`.
    ///
    /// It stays raw: `rgb` is an array whose length no parameter tells. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn computed(&self, pc: *mut u32, rgb: *mut u8) -> Result<()> {
        let _ = pc;
        let _ = rgb;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 10, `In`.
    ///
    /// It stays raw: `rgb` is an array whose length no parameter tells. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn r#in(&self, pc: *mut u32, rgb: *const u8) -> Result<()> {
        let _ = pc;
        let _ = rgb;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }
}

impl<O> raw::IFilled_Impl for O
where
    O: IUnknownImpl,
    O::Impl: IFilled,
{
    unsafe fn Several(
        &self,
        c: u32,
        rgul_keys: *mut u32,
        rgb_values: *mut u8,
        done: *mut u32,
    ) -> Result<()> {
        midl_runtime::guard(
            "IFilled::Several",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let done_out = unsafe { OutValue::new(done) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgul_keys = unsafe { midl_runtime::array::cleared(rgul_keys, c) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgb_values = unsafe { midl_runtime::array::cleared(rgb_values, c) }?;
                let done = IFilled::several(self.get_impl(), rgul_keys, rgb_values)?;
                let done = midl_runtime::array::told(
                    done,
                    rgul_keys.len().min(rgb_values.len()),
                )?;
                done_out.write(done);
                Ok(())
            },
        )
    }

    unsafe fn Unwanted(&self, c: u32, rgul: *mut u32, done: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "IFilled::Unwanted",
            || {
                // SAFETY: by the IDL it is NULL, or a place to write to.
                let done_out = unsafe { OutValue::optional(done) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgul = unsafe { midl_runtime::array::cleared(rgul, c) }?;
                let done = IFilled::unwanted(self.get_impl(), rgul)?;
                let done = midl_runtime::array::told(done, rgul.len())?;
                done_out.write(done);
                Ok(())
            },
        )
    }

    unsafe fn BothWays(&self, pc: *mut u32, rgul: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "IFilled::BothWays",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let pc_out = unsafe { OutValue::holding(pc) }?;
                let (pc_out, pc) = pc_out;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgul = unsafe { midl_runtime::array::cleared(rgul, pc) }?;
                let pc = IFilled::both_ways(self.get_impl(), rgul)?;
                let pc = midl_runtime::array::told(pc, rgul.len())?;
                pc_out.write(pc);
                Ok(())
            },
        )
    }

    unsafe fn Asked(&self, pc: *mut u32, rgul: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "IFilled::Asked",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let pc_out = unsafe { OutValue::holding(pc) }?;
                let (pc_out, pc) = pc_out;
                let mut rgul = if rgul.is_null() {
                    None
                } else {
                    // SAFETY: by the IDL it is NULL, or points to so many elements, which outlive the call.
                    let rgul = unsafe { midl_runtime::array::cleared(rgul, pc) }?;
                    Some(rgul)
                };
                let pc = IFilled::asked(self.get_impl(), rgul.as_deref_mut())?;
                let pc = midl_runtime::array::told(
                    pc,
                    rgul.as_deref().map_or(usize::MAX, <[_]>::len),
                )?;
                pc_out.write(pc);
                Ok(())
            },
        )
    }

    unsafe fn Doubled(&self, pc: *mut u32, rgb: *mut u8) -> Result<()> {
        midl_runtime::guard(
            "IFilled::Doubled",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let pc_out = unsafe { OutValue::holding(pc) }?;
                let (pc_out, pc) = pc_out;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgb = unsafe { midl_runtime::array::from_raw_mut(rgb, pc) }?;
                let pc = IFilled::doubled(self.get_impl(), rgb)?;
                let pc = midl_runtime::array::told(pc, rgb.len())?;
                pc_out.write(pc);
                Ok(())
            },
        )
    }

    unsafe fn Without(&self, pc: *mut u32, rgb: *mut u8) -> u32 {
        let answer = midl_runtime::guard(
            "IFilled::Without",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let pc_out = unsafe { OutValue::holding(pc) }?;
                let (pc_out, pc) = pc_out;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgb = unsafe { midl_runtime::array::cleared(rgb, pc) }?;
                let (answer, pc) = IFilled::without(self.get_impl(), rgb);
                let pc = midl_runtime::array::told(pc, rgb.len())?;
                pc_out.write(pc);
                Ok(answer)
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn Computed(&self, pc: *mut u32, rgb: *mut u8) -> Result<()> {
        midl_runtime::guard(
            "IFilled::Computed",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IFilled::computed(self.get_impl(), pc, rgb) }
            },
        )
    }

    unsafe fn In(&self, pc: *mut u32, rgb: *const u8) -> Result<()> {
        midl_runtime::guard(
            "IFilled::In",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IFilled::r#in(self.get_impl(), pc, rgb) }
            },
        )
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: IFilled> Implement<T> for raw::IFilled {
    const VTABLE: &'static Self::Vtable = &raw::IFilled_Vtbl::new::<
        Object<Self, T>,
        0,
    >();

    fn answers(iid: &GUID) -> bool {
        raw::IFilled_Vtbl::matches(iid)
    }
}

impl raw::IFilled {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl IFilled) -> Self {
        Object::create(implementation)
    }
}

/// IID `00000000-0000-0000-0000-000000000002`. Called through [`raw::ITexts`].
pub trait ITexts: Send + Sync + 'static {
    /// Slot 3, `Path`.
    fn path(&self, path: &mut [u16]) -> Result<()>;

    /// Slot 4, `Narrow`.
    fn narrow(&self, name: &mut [u8]) -> Result<u32>;

    /// Slot 5, `Perhaps`.
    fn perhaps(&self, path: Option<&mut [u16]>) -> Result<()>;

    /// Slot 6, `Rename`.
    fn rename(&self, name: &mut [u16]) -> Result<()>;

    /// Slot 7, `Measured`.
    fn measured(&self, name: &mut [u16]) -> Result<usize>;

    /// Slot 8, `Title`.
    fn title(&self, title: &mut [u16]);

    /// Slot 9, `Unbounded`.
    ///
    /// It stays raw: `pszName` is a text that is filled in. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn unbounded(&self, name: PWSTR) -> Result<()> {
        let _ = name;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 10, `InPlace`.
    ///
    /// It stays raw: `pszName` is a text that is changed in place. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn in_place(&self, name: PWSTR) -> Result<()> {
        let _ = name;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 11, `Sized`.
    ///
    /// It stays raw: `pszName` is a text of a given size. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn sized(&self, name: &PCWSTR, cch: u32) -> Result<()> {
        let _ = name;
        let _ = cch;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }
}

impl<O> raw::ITexts_Impl for O
where
    O: IUnknownImpl,
    O::Impl: ITexts,
{
    unsafe fn Path(&self, path: PWSTR, cch: i32) -> Result<()> {
        midl_runtime::guard(
            "ITexts::Path",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let path = unsafe { midl_runtime::array::cleared(path.0, cch) }?;
                let mut path = TextRoom::new(path);
                ITexts::path(self.get_impl(), &mut path)?;
                path.terminated()?;
                Ok(())
            },
        )
    }

    unsafe fn Narrow(&self, cch: u32, name: PSTR, index: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "ITexts::Narrow",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let index_out = unsafe { OutValue::new(index) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let name = unsafe { midl_runtime::array::cleared(name.0, cch) }?;
                let mut name = TextRoom::new(name);
                let index = ITexts::narrow(self.get_impl(), &mut name)?;
                name.terminated()?;
                index_out.write(index);
                Ok(())
            },
        )
    }

    unsafe fn Perhaps(&self, path: PWSTR, cch: u32) -> Result<()> {
        midl_runtime::guard(
            "ITexts::Perhaps",
            || {
                let mut path = if path.0.is_null() {
                    None
                } else {
                    // SAFETY: by the IDL it is NULL, or points to so many elements, which outlive the call.
                    let path = unsafe { midl_runtime::array::cleared(path.0, cch) }?;
                    Some(TextRoom::new(path))
                };
                ITexts::perhaps(self.get_impl(), path.as_deref_mut())?;
                if let Some(path) = &mut path {
                    path.terminated()?;
                }
                Ok(())
            },
        )
    }

    unsafe fn Rename(&self, name: PWSTR, cch: u32) -> Result<()> {
        midl_runtime::guard(
            "ITexts::Rename",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let name = unsafe { midl_runtime::array::from_raw_mut(name.0, cch) }?;
                let mut name = TextRoom::new(name);
                ITexts::rename(self.get_impl(), &mut name)?;
                name.terminated()?;
                Ok(())
            },
        )
    }

    unsafe fn Measured(&self, name: PWSTR, cch: u32, done: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "ITexts::Measured",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let done_out = unsafe { OutValue::new(done) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let name = unsafe { midl_runtime::array::cleared(name.0, cch) }?;
                let mut name = TextRoom::new(name);
                let done = ITexts::measured(self.get_impl(), &mut name)?;
                let done = midl_runtime::array::told(done, name.len())?;
                name.terminated()?;
                done_out.write(done);
                Ok(())
            },
        )
    }

    unsafe fn Title(&self, title: PWSTR, cch: u32) {
        let answer = midl_runtime::guard(
            "ITexts::Title",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let title = unsafe { midl_runtime::array::cleared(title.0, cch) }?;
                let mut title = TextRoom::new(title);
                ITexts::title(self.get_impl(), &mut title);
                title.terminated()?;
                Ok(())
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn Unbounded(&self, name: PWSTR) -> Result<()> {
        midl_runtime::guard(
            "ITexts::Unbounded",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { ITexts::unbounded(self.get_impl(), name) }
            },
        )
    }

    unsafe fn InPlace(&self, name: PWSTR) -> Result<()> {
        midl_runtime::guard(
            "ITexts::InPlace",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { ITexts::in_place(self.get_impl(), name) }
            },
        )
    }

    unsafe fn Sized(&self, name: &PCWSTR, cch: u32) -> Result<()> {
        midl_runtime::guard(
            "ITexts::Sized",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { ITexts::sized(self.get_impl(), name, cch) }
            },
        )
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: ITexts> Implement<T> for raw::ITexts {
    const VTABLE: &'static Self::Vtable = &raw::ITexts_Vtbl::new::<Object<Self, T>, 0>();

    fn answers(iid: &GUID) -> bool {
        raw::ITexts_Vtbl::matches(iid)
    }
}

impl raw::ITexts {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl ITexts) -> Self {
        Object::create(implementation)
    }
}
