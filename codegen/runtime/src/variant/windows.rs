//! OLE Automation's own.

use super::memory::Bits;
use windows_core::{HRESULT, Result};

windows_link::link!("oleaut32.dll" "system" fn VariantClear(variant: *mut Bits) -> HRESULT);
windows_link::link!("oleaut32.dll" "system" fn VariantCopy(to: *mut Bits, from: *const Bits) -> HRESULT);

/// Frees what a variant holds.
///
/// # Safety
///
/// It is a VARIANT that owns what it holds.
pub unsafe fn clear(bits: &mut Bits) {
    // SAFETY: the caller promises that. An array that somebody has locked is not freed, which nobody could help.
    let _ = unsafe { VariantClear(bits) };
}

/// A copy of a variant with an array.
///
/// # Safety
///
/// It is a VARIANT with an array.
pub unsafe fn copy_array(bits: &Bits) -> Result<Bits> {
    let mut copy = Bits::EMPTY;
    // SAFETY: the caller promises that; the other is empty.
    unsafe { VariantCopy(&mut copy, bits) }.ok()?;
    Ok(copy)
}
