//! Memory that one side of a call allocates and the other frees.
//!
//! Who allocates is part of a type: [`Allocated<T, A>`](crate::Allocated) is freed by `A`. Without a word in the IDL
//! that is [`CoTaskMem`]. On Windows the allocators are the system's; elsewhere they are the C library.

use std::ptr::NonNull;

#[cfg(not(windows))]
#[path = "memory/portable.rs"]
pub(crate) mod system;
#[cfg(windows)]
#[path = "memory/windows.rs"]
mod system;

/// Who allocates memory that changes hands in a call.
///
/// Implement it for a pair of functions that only one API has, and name the type in the manifest:
///
/// ```toml
/// [package.metadata.midl-bindgen.allocators]
/// MAPIFreeBuffer = "crate::MapiBuffer"
/// ```
///
/// # Safety
///
/// A block from [`Self::allocate`] has that size at least, starts at a multiple of eight, and is nobody else's until it
/// is freed. [`Self::free`] frees such blocks, and those that the other side of a call has allocated in the same way: they
/// start at a multiple of eight, too, since what is in them is seen in place. Both may be called on any thread.
pub unsafe trait Allocator: 'static {
    /// A block of some bytes; `None` where there is no memory.
    fn allocate(size: usize) -> Option<NonNull<u8>>;

    /// Frees a block.
    ///
    /// # Safety
    ///
    /// It is a block of this allocator that is used no more.
    unsafe fn free(block: NonNull<u8>);
}

macro_rules! allocators {
    ($($(#[$doc:meta])* $name:ident: $allocate:ident, $free:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}

        // SAFETY: the system's allocators align for anything, and serve every thread.
        unsafe impl Allocator for $name {
            #[inline]
            fn allocate(size: usize) -> Option<NonNull<u8>> {
                system::$allocate(size)
            }

            #[inline]
            unsafe fn free(block: NonNull<u8>) {
                // SAFETY: passed on to the caller.
                unsafe { system::$free(block) }
            }
        }
    )*};
}

allocators! {
    /// COM's task memory: `CoTaskMemAlloc` and `CoTaskMemFree`.
    CoTaskMem: allocate_task, free_task;
    /// `LocalAlloc` and `LocalFree`.
    LocalMem: allocate_local, free_local;
    /// `GlobalAlloc` and `GlobalFree`. The memory is fixed: it is known by its address, not by a handle.
    GlobalMem: allocate_global, free_global;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goes_there_and_back<A: Allocator>() {
        let block = A::allocate(24).unwrap();
        assert!(block.cast::<u64>().is_aligned());
        // SAFETY: the block is new, has that size, and is freed once.
        unsafe {
            block.write_bytes(7, 24);
            assert_eq!(block.add(23).read(), 7);
            A::free(block);
        }
    }

    #[test]
    fn blocks_are_written_to_and_freed() {
        goes_there_and_back::<CoTaskMem>();
        goes_there_and_back::<LocalMem>();
        goes_there_and_back::<GlobalMem>();
    }
}
