//! The stand-in: a block of the C library that starts with the number of bytes.

use crate::memory::system::{allocate_bytes, free_bytes};
use std::ptr::NonNull;

/// What stands before the units.
const PREFIX: usize = size_of::<u32>();

/// A copy of `len` units; `None` where there is no memory.
pub fn allocate(units: &[u16], len: u32) -> Option<NonNull<u16>> {
    let bytes = len.checked_mul(2)?;
    let size = usize::try_from(bytes).ok()?.checked_add(PREFIX + 2)?;
    let block = allocate_bytes(size)?;
    // SAFETY: the block has room for the count, the units and a zero; it is aligned for any of them.
    unsafe {
        block.cast::<u32>().write(bytes);
        let start = block.add(PREFIX).cast::<u16>();
        start.copy_from_nonoverlapping(NonNull::from(units).cast(), units.len());
        start.add(units.len()).write(0);
        Some(start)
    }
}

/// How many units there are.
///
/// # Safety
///
/// It is a text from [`allocate`], or one with its layout.
pub unsafe fn len(start: NonNull<u16>) -> usize {
    // SAFETY: the count stands before the units, aligned as the block is.
    let bytes = unsafe { start.cast::<u32>().sub(1).read() };
    bytes as usize / 2
}

/// Frees a text.
///
/// # Safety
///
/// It is a text from [`allocate`], or one that was allocated in the same way, and is used no more.
pub unsafe fn free(start: NonNull<u16>) {
    // SAFETY: the block starts with the count.
    unsafe { free_bytes(start.cast::<u8>().sub(PREFIX)) }
}
