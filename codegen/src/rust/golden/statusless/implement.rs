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
use midl_runtime::{BorrowedHandle, Bstr, CoTaskText, WideStr, WideString};
use midl_runtime::object::{Implement, Object};
use midl_runtime::out::{OutInterface, OutValue};
use windows_core::{BOOL, GUID, IUnknown, IUnknownImpl, OutRef, PCWSTR, PWSTR, Ref};

/// IID `00000000-0000-0000-0000-000000000001`. Called through [`raw::IStatusless`].
pub trait IStatusless: Send + Sync + 'static {
    /// Slot 3, `IsSame`.
    fn is_same(&self, punk: &IUnknown) -> bool;

    /// Slot 4, `IsReady`.
    fn is_ready(&self) -> bool;

    /// Slot 5, `Draw`.
    fn draw(&self, ppt: &raw::POINT, other: Option<&raw::POINT>, fill: bool);

    /// Slot 6, `Measure`.
    fn measure(&self, text: &WideStr) -> (u32, raw::POINT);

    /// Slot 7, `Sum`.
    fn sum(&self, rgul: &[u32]) -> u32;

    /// Slot 8, `Fill`.
    fn fill(&self, rgul: &mut [u32]) -> (u32, usize);

    /// Slot 9, `GetOwner`.
    fn get_owner(&self) -> Option<IUnknown>;

    /// Slot 10, `Find`.
    fn find(&self, riid: &GUID) -> (bool, Option<IUnknown>, u32);

    /// Slot 11, `GetName`.
    fn get_name(&self) -> (Option<WideString>, Bstr);

    /// Slot 12, `Note`.
    fn note(&self, text: &WideStr);

    /// Slot 13, `Give`.
    fn give(&self, event: BorrowedHandle<'_>);

    /// Slot 14, `Attach`.
    fn attach(&self, punk: &IUnknown);
}

impl<O> raw::IStatusless_Impl for O
where
    O: IUnknownImpl,
    O::Impl: IStatusless,
{
    unsafe fn IsSame(&self, punk: Ref<IUnknown>) -> BOOL {
        let answer = midl_runtime::guard(
            "IStatusless::IsSame",
            || Ok(IStatusless::is_same(self.get_impl(), punk.ok()?).into()),
        );
        answer.unwrap_or_default()
    }

    unsafe fn IsReady(&self) -> BOOL {
        midl_runtime::guard::contain(
                "IStatusless::IsReady",
                || IStatusless::is_ready(self.get_impl()).into(),
            )
            .unwrap_or_default()
    }

    unsafe fn Draw(&self, ppt: *const raw::POINT, other: *const raw::POINT, fill: BOOL) {
        let answer = midl_runtime::guard(
            "IStatusless::Draw",
            || {
                // SAFETY: by the IDL it points to what outlives the call; NULL is refused.
                let ppt = unsafe { ppt.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                // SAFETY: by the IDL it is NULL, or points to what outlives the call.
                let other = unsafe { other.as_ref() };
                IStatusless::draw(self.get_impl(), ppt, other, fill.as_bool());
                Ok(())
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn Measure(&self, text: &PCWSTR, size: *mut raw::POINT) -> u32 {
        let answer = midl_runtime::guard(
            "IStatusless::Measure",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let size_out = unsafe { OutValue::new(size) }?;
                // SAFETY: by the IDL it is a text that outlives the call; NULL is refused.
                let text = unsafe { WideStr::from_nullable_ptr(text.0) }
                    .ok_or_else(midl_runtime::status::null)?;
                let (answer, size) = IStatusless::measure(self.get_impl(), text);
                size_out.write(size);
                Ok(answer)
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn Sum(&self, c: u32, rgul: *const u32, sum: *mut u32) {
        let answer = midl_runtime::guard(
            "IStatusless::Sum",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let sum_out = unsafe { OutValue::new(sum) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgul = unsafe { midl_runtime::array::from_raw(rgul, c) }?;
                let sum = IStatusless::sum(self.get_impl(), rgul);
                sum_out.write(sum);
                Ok(())
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn Fill(&self, c: u32, rgul: *mut u32, done: *mut u32) -> u32 {
        let answer = midl_runtime::guard(
            "IStatusless::Fill",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let done_out = unsafe { OutValue::new(done) }?;
                // SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.
                let rgul = unsafe { midl_runtime::array::cleared(rgul, c) }?;
                let (answer, done) = IStatusless::fill(self.get_impl(), rgul);
                let done = midl_runtime::array::told(done, rgul.len())?;
                done_out.write(done);
                Ok(answer)
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn GetOwner(&self, ppunk: OutRef<IUnknown>) {
        let answer = midl_runtime::guard(
            "IStatusless::GetOwner",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let ppunk_out = unsafe { OutInterface::new(ppunk) }?;
                let ppunk = IStatusless::get_owner(self.get_impl());
                ppunk_out.write(ppunk);
                Ok(())
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn Find(
        &self,
        riid: *const GUID,
        ppv: *mut *mut core::ffi::c_void,
        index: *mut u32,
    ) -> BOOL {
        let answer = midl_runtime::guard(
            "IStatusless::Find",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let ppv_out = unsafe { OutInterface::<IUnknown>::at(ppv) };
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let index_out = unsafe { OutValue::new(index) };
                let (ppv_out, index_out) = (ppv_out?, index_out?);
                // SAFETY: by the IDL it is an IID that outlives the call; NULL is refused.
                let riid = unsafe { riid.as_ref() }
                    .ok_or_else(midl_runtime::status::null)?;
                let (answer, ppv, index) = IStatusless::find(self.get_impl(), riid);
                let ppv = midl_runtime::interface::query(ppv, riid)?;
                ppv_out.write(ppv);
                index_out.write(index);
                Ok(answer.into())
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn GetName(&self, name: *mut PWSTR, title: *mut *mut u16) {
        let answer = midl_runtime::guard(
            "IStatusless::GetName",
            || {
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let name_out = unsafe { OutValue::new(name.cast::<*mut u16>()) };
                // SAFETY: by the IDL it is a place to write to; NULL is refused.
                let title_out = unsafe { OutValue::new(title) };
                let (name_out, title_out) = (name_out?, title_out?);
                let (name, title) = IStatusless::get_name(self.get_impl());
                let name = match name {
                    Some(name) => Some(CoTaskText::new(&name)?),
                    None => None,
                };
                name_out.write(name.map_or(std::ptr::null_mut(), CoTaskText::into_raw));
                title_out.write(title.into_raw());
                Ok(())
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn Note(&self, text: &PCWSTR) {
        let answer = midl_runtime::guard(
            "IStatusless::Note",
            || {
                // SAFETY: by the IDL it is a text that outlives the call; NULL is refused.
                let text = unsafe { WideStr::from_nullable_ptr(text.0) }
                    .ok_or_else(midl_runtime::status::null)?;
                IStatusless::note(self.get_impl(), text);
                Ok(())
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn Give(&self, event: *mut core::ffi::c_void) {
        let answer = midl_runtime::guard(
            "IStatusless::Give",
            || {
                // SAFETY: by the IDL it is NULL, or a handle that stays open during the call.
                let event = unsafe { midl_runtime::handle::borrow_raw(event) }
                    .ok_or_else(midl_runtime::status::null_handle)?;
                IStatusless::give(self.get_impl(), event);
                Ok(())
            },
        );
        answer.unwrap_or_default()
    }

    unsafe fn Attach(&self, punk: Ref<IUnknown>) {
        let answer = midl_runtime::guard(
            "IStatusless::Attach",
            || {
                IStatusless::attach(self.get_impl(), punk.ok()?);
                Ok(())
            },
        );
        answer.unwrap_or_default()
    }
}

// SAFETY: the vtable is made for this object, which starts with it; matches() is exact.
unsafe impl<T: IStatusless> Implement<T> for raw::IStatusless {
    const VTABLE: &'static Self::Vtable = &raw::IStatusless_Vtbl::new::<
        Object<Self, T>,
        0,
    >();

    fn answers(iid: &GUID) -> bool {
        raw::IStatusless_Vtbl::matches(iid)
    }
}

impl raw::IStatusless {
    /// An object with this interface around a value, which is dropped with the last reference.
    pub fn new(implementation: impl IStatusless) -> Self {
        Object::create(implementation)
    }
}
