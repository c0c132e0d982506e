//! Where there is no OLE Automation, nobody makes arrays or records, and nobody could free them.

use super::memory::Bits;
use crate::status::{self, DISP_E_BADVARTYPE};
use windows_core::Result;

/// Leaves what a variant holds as it is.
///
/// # Safety
///
/// None is needed here; on Windows it is.
pub unsafe fn clear(_: &mut Bits) {}

/// Refuses a variant with an array.
///
/// # Safety
///
/// None is needed here; on Windows it is.
pub unsafe fn copy_array(_: &Bits) -> Result<Bits> {
    Err(status::error(DISP_E_BADVARTYPE))
}
