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
use midl_runtime::{Bstr, Variant};
use midl_runtime::object::{Implement, Object};
use midl_runtime::out::OutValue;
use windows_core::{GUID, IUnknownImpl, Result};

/// Values that say of what type they are.
///
/// IID `00000000-0000-0000-0000-000000000031`. Called through [`raw::IVariants`].
pub trait IVariants: Send + Sync + 'static {
    /// Slot 3, `Put`.
    fn put(&self, value: &Variant) -> Result<()>;

    /// Slot 4, `PutEach`.
    fn put_each(
        &self,
        first: &Variant,
        second: &Variant,
        third: Option<&Variant>,
    ) -> Result<()>;

    /// Slot 5, `Get`.
    fn get(&self) -> Result<Variant>;

    /// Slot 6, `Change`.
    fn change(&self, value: &mut Variant) -> Result<()>;

    /// Slot 7, `Exchange`.
    fn exchange(&self, value: Option<&mut Variant>) -> Result<u32>;

    /// Slot 8, `Describe`.
    fn describe(&self, value: &Variant, depth: i32) -> Result<(Bstr, Variant)>;

    /// Slot 9, `Kind`.
    fn kind(&self, value: &Variant, other: Option<&Variant>) -> u32;

    /// Slot 10, `Invert`.
    fn invert(&self, value: bool) -> Result<bool>;

    /// Slot 11, `PutMany`.
    ///
    /// It stays raw: `rgvarValues` is an array of what is no plain data. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn put_many(
        &self,
        values: u32,
        rgvar_values: *mut raw::VARIANT,
    ) -> Result<()> {
        let _ = values;
        let _ = rgvar_values;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 12, `Unwanted`.
    ///
    /// It stays raw: `pvarValue` is a result that a caller need not want. Unless you write it, it answers `E_NOTIMPL`.
    ///
    /// # Safety
    ///
    /// The caller keeps what the IDL says of the parameters.
    unsafe fn unwanted(&self, value: *mut raw::VARIANT) -> Result<()> {
        let _ = value;
        Err(midl_runtime::status::error(midl_runtime::status::E_NOTIMPL))
    }

    /// Slot 13, `KindOf`.
    fn kind_of(&self, value: &Variant) -> u32;

    /// Slot 14, `Turn`.
    fn turn(&self, value: &mut Variant) -> (u32, Variant);
}

impl<O> raw::IVariants_Impl for O
where
    O: IUnknownImpl,
    O::Impl: IVariants,
{
    unsafe fn Put(&self, value: &raw::VARIANT) -> Result<()> {
        midl_runtime::guard(
            "IVariants::Put",
            || {
                // SAFETY: by the IDL it outlives the call with all that it owns.
                let value = unsafe { midl_runtime::variant::Lent::by_value(value) };
                IVariants::put(self.get_impl(), &value)
            },
        )
    }

    unsafe fn PutEach(
        &self,
        first: *const raw::VARIANT,
        second: *mut raw::VARIANT,
        third: *mut raw::VARIANT,
    ) -> Result<()> {
        midl_runtime::guard(
            "IVariants::PutEach",
            || {
                // SAFETY: by the IDL it is NULL or points to what outlives the call with all that it owns.
                let first = unsafe { midl_runtime::variant::Lent::new(first) }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it is NULL or points to what outlives the call with all that it owns.
                let second = unsafe { midl_runtime::variant::Lent::new(second) }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it is NULL or points to what outlives the call with all that it owns.
                let third = unsafe { midl_runtime::variant::Lent::new(third) };
                IVariants::put_each(self.get_impl(), &first, &second, third.as_deref())
            },
        )
    }

    unsafe fn Get(&self, value: *mut raw::VARIANT) -> Result<()> {
        midl_runtime::guard(
            "IVariants::Get",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let value_out = unsafe {
                    midl_runtime::variant::OutVariant::new(value)
                }?;
                let value = IVariants::get(self.get_impl())?;
                value_out.write(value);
                Ok(())
            },
        )
    }

    unsafe fn Change(&self, value: *mut raw::VARIANT) -> Result<()> {
        midl_runtime::guard(
            "IVariants::Change",
            || {
                // SAFETY: by the IDL it is NULL or points to what outlives the call and is left alone meanwhile.
                let mut value = unsafe { midl_runtime::variant::Changed::new(value) }?
                    .ok_or_else(midl_runtime::status::null)?;
                IVariants::change(self.get_impl(), &mut value)
            },
        )
    }

    unsafe fn Exchange(&self, value: *mut raw::VARIANT, kind: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "IVariants::Exchange",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let kind_out = unsafe { OutValue::new(kind) }?;
                // SAFETY: by the IDL it is NULL or points to what outlives the call and is left alone meanwhile.
                let mut value = unsafe { midl_runtime::variant::Changed::new(value) }?;
                let kind = IVariants::exchange(self.get_impl(), value.as_deref_mut())?;
                kind_out.write(kind);
                Ok(())
            },
        )
    }

    unsafe fn Describe(
        &self,
        value: &raw::VARIANT,
        depth: i32,
        text: *mut *mut u16,
        copy: *mut raw::VARIANT,
    ) -> Result<()> {
        midl_runtime::guard(
            "IVariants::Describe",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let text_out = unsafe { OutValue::new(text) };
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let copy_out = unsafe { midl_runtime::variant::OutVariant::new(copy) };
                let (text_out, copy_out) = (text_out?, copy_out?);
                // SAFETY: by the IDL it outlives the call with all that it owns.
                let value = unsafe { midl_runtime::variant::Lent::by_value(value) };
                let (text, copy) = IVariants::describe(self.get_impl(), &value, depth)?;
                text_out.write(text.into_raw());
                copy_out.write(copy);
                Ok(())
            },
        )
    }

    unsafe fn Kind(&self, value: &raw::VARIANT, other: *const raw::VARIANT) -> u32 {
        midl_runtime::guard::contain(
                "IVariants::Kind",
                || {
                    // SAFETY: by the IDL it outlives the call with all that it owns.
                    let value = unsafe { midl_runtime::variant::Lent::by_value(value) };
                    // SAFETY: by the IDL it is NULL or points to what outlives the call with all that it owns.
                    let other = unsafe { midl_runtime::variant::Lent::new(other) };
                    IVariants::kind(self.get_impl(), &value, other.as_deref())
                },
            )
            .unwrap_or_default()
    }

    unsafe fn Invert(&self, value: i16, result: *mut i16) -> Result<()> {
        midl_runtime::guard(
            "IVariants::Invert",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let result_out = unsafe { OutValue::new(result) }?;
                let result = IVariants::invert(self.get_impl(), value != 0)?;
                result_out.write(midl_runtime::variant::from_bool(result));
                Ok(())
            },
        )
    }

    unsafe fn PutMany(
        &self,
        values: u32,
        rgvar_values: *mut raw::VARIANT,
    ) -> Result<()> {
        midl_runtime::guard(
            "IVariants::PutMany",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IVariants::put_many(self.get_impl(), values, rgvar_values) }
            },
        )
    }

    unsafe fn Unwanted(&self, value: *mut raw::VARIANT) -> Result<()> {
        midl_runtime::guard(
            "IVariants::Unwanted",
            || {
                // SAFETY: the caller keeps what the IDL says.
                unsafe { IVariants::unwanted(self.get_impl(), value) }
            },
        )
    }

    unsafe fn KindOf(&self, value: *mut raw::VARIANT) -> u32 {
        let answer = midl_runtime::guard(
            "IVariants::KindOf",
            || {
                // SAFETY: by the IDL it is NULL or points to what outlives the call with all that it owns.
                let value = unsafe { midl_runtime::variant::Lent::new(value) }
                    .ok_or_else(midl_runtime::status::null)?;
                Ok(IVariants::kind_of(self.get_impl(), &value))
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn Turn(&self, value: *mut raw::VARIANT, old: *mut raw::VARIANT) -> u32 {
        let answer = midl_runtime::guard(
            "IVariants::Turn",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let old_out = unsafe { midl_runtime::variant::OutVariant::new(old) }?;
                // SAFETY: by the IDL it is NULL or points to what outlives the call and is left alone meanwhile.
                let mut value = unsafe { midl_runtime::variant::Changed::new(value) }?
                    .ok_or_else(midl_runtime::status::null)?;
                let (answer, old) = IVariants::turn(self.get_impl(), &mut value);
                old_out.write(old);
                Ok(answer)
            },
        );
        answer.unwrap_or_default()
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: IVariants> Implement<T> for raw::IVariants {
    const VTABLE: &'static Self::Vtable = &raw::IVariants_Vtbl::new::<
        Object<Self, T>,
        0,
    >();

    fn answers(iid: &GUID) -> bool {
        raw::IVariants_Vtbl::matches(iid)
    }
}

impl raw::IVariants {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl IVariants) -> Self {
        Object::create(implementation)
    }
}
