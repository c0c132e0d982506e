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

use super::{raw, records};
use midl_runtime::object::{Implement, Object};
use midl_runtime::out::OutValue;
use windows_core::{GUID, IUnknownImpl, Result};

/// IID `00000000-0000-0000-0000-000000000001`. Called through [`raw::IAligned`].
pub trait IAligned: Send + Sync + 'static {
    /// Slot 3, `Measure`.
    fn measure(&self, span: &raw::SPAN, scale: Option<&f64>) -> Result<f64>;

    /// Slot 4, `Shift`.
    fn shift(&self, span: &mut raw::SPAN, by: Option<&mut i64>) -> Result<()>;

    /// Slot 5, `Corners`.
    fn corners(&self, corners: &[f64; 4]) -> Result<f64>;

    /// Slot 6, `Sum`.
    fn sum(&self, numbers: &[i64]) -> Result<i64>;

    /// Slot 7, `Perhaps`.
    fn perhaps(
        &self,
        numbers: Option<&[i64]>,
        spans: Option<&mut [raw::SPAN]>,
    ) -> Result<()>;

    /// Slot 8, `Double`.
    fn double(&self, numbers: &mut [i64]) -> Result<()>;

    /// Slot 9, `Fill`.
    fn fill(&self, numbers: &mut [i64]) -> Result<usize>;

    /// Slot 10, `Series`.
    fn series(&self, series: &records::SERIES<'_>) -> Result<f64>;

    /// Slot 11, `Longest`.
    fn longest(&self, spans: &[raw::SPAN]) -> raw::SPAN;

    /// Slot 12, `InPlace`.
    fn in_place(
        &self,
        pixel: &raw::PIXEL,
        other: &mut raw::PIXEL,
        pixels: &[raw::PIXEL],
    ) -> Result<()>;
}

impl<O> raw::IAligned_Impl for O
where
    O: IUnknownImpl,
    O::Impl: IAligned,
{
    unsafe fn Measure(
        &self,
        span: *const raw::SPAN,
        scale: *const f64,
        length: *mut f64,
    ) -> Result<()> {
        midl_runtime::guard(
            "IAligned::Measure",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let length_out = unsafe { OutValue::new(length) }?;
                // SAFETY: by the IDL it points to what outlives the call; NULL is refused.
                let span = unsafe { midl_runtime::aligned::reference(span) }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it is NULL, or points to what outlives the call.
                let scale = unsafe { midl_runtime::aligned::reference(scale) };
                let length = IAligned::measure(
                    self.get_impl(),
                    &span,
                    scale.as_deref(),
                )?;
                length_out.write(length);
                Ok(())
            },
        )
    }

    unsafe fn Shift(&self, span: *mut raw::SPAN, by: *mut i64) -> Result<()> {
        midl_runtime::guard(
            "IAligned::Shift",
            || {
                // SAFETY: by the IDL it points to what outlives the call; NULL is refused.
                let mut span = unsafe { midl_runtime::aligned::reference_mut(span) }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it is NULL, or points to what outlives the call.
                let mut by = unsafe { midl_runtime::aligned::reference_mut(by) };
                IAligned::shift(self.get_impl(), &mut span, by.as_deref_mut())
            },
        )
    }

    unsafe fn Corners(&self, corners: *const f64, sum: *mut f64) -> Result<()> {
        midl_runtime::guard(
            "IAligned::Corners",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let sum_out = unsafe { OutValue::new(sum) }?;
                // SAFETY: by the IDL it points to what outlives the call; NULL is refused.
                let corners = unsafe {
                    midl_runtime::aligned::reference(corners.cast::<[f64; 4]>())
                }
                    .ok_or_else(midl_runtime::status::null)?;
                let sum = IAligned::corners(self.get_impl(), &corners)?;
                sum_out.write(sum);
                Ok(())
            },
        )
    }

    unsafe fn Sum(&self, numbers: *const i64, count: u32, sum: *mut i64) -> Result<()> {
        midl_runtime::guard(
            "IAligned::Sum",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let sum_out = unsafe { OutValue::new(sum) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let numbers = unsafe { midl_runtime::aligned::slice(numbers, count) }?;
                let sum = IAligned::sum(self.get_impl(), &numbers)?;
                sum_out.write(sum);
                Ok(())
            },
        )
    }

    unsafe fn Perhaps(
        &self,
        numbers: *const i64,
        spans: *mut raw::SPAN,
        count: *mut i64,
    ) -> Result<()> {
        midl_runtime::guard(
            "IAligned::Perhaps",
            || {
                // SAFETY: by the IDL it points to a number; NULL is refused.
                let count = unsafe { midl_runtime::aligned::value(count) }
                    .ok_or_else(midl_runtime::status::null)?;
                let numbers = if numbers.is_null() {
                    None
                } else {
                    // SAFETY: by the IDL it is NULL, or points to so many elements, which outlive the call.
                    let numbers = unsafe {
                        midl_runtime::aligned::slice(numbers, count)
                    }?;
                    Some(numbers)
                };
                let mut spans = if spans.is_null() {
                    None
                } else {
                    // SAFETY: by the IDL it is NULL, or points to so many elements, which outlive the call.
                    let spans = unsafe {
                        midl_runtime::aligned::slice_mut(spans, count)
                    }?;
                    Some(spans)
                };
                IAligned::perhaps(
                    self.get_impl(),
                    numbers.as_deref(),
                    spans.as_deref_mut(),
                )
            },
        )
    }

    unsafe fn Double(&self, count: u32, numbers: *mut i64) -> Result<()> {
        midl_runtime::guard(
            "IAligned::Double",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let mut numbers = unsafe {
                    midl_runtime::aligned::slice_mut(numbers, count)
                }?;
                IAligned::double(self.get_impl(), &mut numbers)
            },
        )
    }

    unsafe fn Fill(&self, size: u32, numbers: *mut i64, filled: *mut u32) -> Result<()> {
        midl_runtime::guard(
            "IAligned::Fill",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let filled_out = unsafe { OutValue::new(filled) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let mut numbers = unsafe {
                    midl_runtime::aligned::cleared(numbers, size)
                }?;
                let filled = IAligned::fill(self.get_impl(), &mut numbers)?;
                let filled = midl_runtime::array::told(filled, numbers.len())?;
                filled_out.write(filled);
                Ok(())
            },
        )
    }

    unsafe fn Series(&self, series: *const raw::SERIES, sum: *mut f64) -> Result<()> {
        midl_runtime::guard(
            "IAligned::Series",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let sum_out = unsafe { OutValue::new(sum) }?;
                // SAFETY: by the IDL it outlives the call with all it points to, and is left alone meanwhile.
                let series: records::SERIES<'_> = unsafe {
                    midl_runtime::view::reference(series)
                }?;
                let sum = IAligned::series(self.get_impl(), &series)?;
                sum_out.write(sum);
                Ok(())
            },
        )
    }

    unsafe fn Longest(&self, count: u32, spans: *const raw::SPAN) -> raw::SPAN {
        let answer = midl_runtime::guard(
            "IAligned::Longest",
            || {
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let spans = unsafe { midl_runtime::aligned::slice(spans, count) }?;
                Ok(IAligned::longest(self.get_impl(), &spans))
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn InPlace(
        &self,
        pixel: *const raw::PIXEL,
        other: *mut raw::PIXEL,
        pixels: *const raw::PIXEL,
        count: u32,
    ) -> Result<()> {
        midl_runtime::guard(
            "IAligned::InPlace",
            || {
                // SAFETY: by the IDL it points to what outlives the call; NULL is refused.
                let pixel = unsafe { pixel.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it points to what outlives the call; NULL is refused.
                let other = unsafe { other.as_mut() }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let pixels = unsafe { midl_runtime::array::from_raw(pixels, count) }?;
                IAligned::in_place(self.get_impl(), pixel, other, pixels)
            },
        )
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: IAligned> Implement<T> for raw::IAligned {
    const VTABLE: &'static Self::Vtable = &raw::IAligned_Vtbl::new::<
        Object<Self, T>,
        0,
    >();

    fn answers(iid: &GUID) -> bool {
        raw::IAligned_Vtbl::matches(iid)
    }
}

impl raw::IAligned {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl IAligned) -> Self {
        Object::create(implementation)
    }
}
