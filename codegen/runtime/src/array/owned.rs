//! Buffers whose elements own something: interfaces, counted texts. What is in them goes from callee to caller with success
//! alone.

use std::ops::{Deref, DerefMut};

/// A caller's buffer. It is empty when the call starts; what is not kept after it is not believed to be anything.
pub struct Lent<'a, T: Default> {
    elements: &'a mut [T],
    kept: bool,
}

impl<'a, T: Default> Lent<'a, T> {
    /// Drops what is in the buffer, since a callee overwrites it.
    pub fn new(elements: &'a mut [T]) -> Self {
        elements.fill_with(T::default);
        Self {
            elements,
            kept: false,
        }
    }

    /// Where the callee writes.
    #[inline]
    pub fn as_mut_ptr(&mut self) -> *mut T {
        self.elements.as_mut_ptr()
    }

    /// How many elements there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.elements.len()
    }

    /// Whether there are none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }

    /// Takes over the first elements, after the callee has said that it has filled so many. If that is more than there
    /// are, none is taken over.
    pub fn keep(&mut self, filled: impl TryInto<usize>) {
        let filled = filled.try_into().ok();
        let filled = filled.filter(|filled| *filled <= self.len()).unwrap_or(0);
        forget(&mut self.elements[filled..]);
        self.kept = true;
    }

    /// Takes over all elements.
    pub fn keep_all(&mut self) {
        self.kept = true;
    }
}

impl<T: Default> Drop for Lent<'_, T> {
    fn drop(&mut self) {
        if !self.kept {
            forget(self.elements);
        }
    }
}

/// Empties elements that may be none: nothing of them is read.
fn forget<T: Default>(elements: &mut [T]) {
    for element in elements {
        // SAFETY: a reference is valid for writes, and what is overwritten need not be dropped.
        unsafe { std::ptr::write(element, T::default()) }
    }
}

/// A buffer that an implementation fills. It is empty when the implementation starts; what is not kept when it is done, because
/// it failed, is dropped, so that the caller finds nothing that it would have to release.
pub struct Handed<'a, T: Default> {
    elements: &'a mut [T],
    kept: bool,
}

impl<T: Default> Handed<'_, T> {
    /// As [`cleared`](super::cleared).
    ///
    /// # Safety
    ///
    /// `start` is NULL, or points to room for `count` elements that nobody else uses for the result's lifetime. All zero is a
    /// `T`.
    pub unsafe fn new(start: *mut T, count: impl TryInto<usize>) -> windows_core::Result<Self> {
        Ok(Self {
            // SAFETY: passed on to the caller. A T that is all zero replaces what was never one.
            elements: unsafe { super::cleared(start, count) }?,
            kept: false,
        })
    }

    /// Hands out the first elements, and drops the others: the caller is told that there are so many.
    pub fn keep(&mut self, filled: impl TryInto<usize>) {
        let filled = filled.try_into().unwrap_or(0).min(self.elements.len());
        self.elements[filled..].fill_with(T::default);
        self.kept = true;
    }

    /// Hands out all elements.
    pub fn keep_all(&mut self) {
        self.kept = true;
    }
}

impl<T: Default> Deref for Handed<'_, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.elements
    }
}

impl<T: Default> DerefMut for Handed<'_, T> {
    fn deref_mut(&mut self) -> &mut [T] {
        self.elements
    }
}

impl<T: Default> Drop for Handed<'_, T> {
    fn drop(&mut self) {
        if !self.kept {
            self.elements.fill_with(T::default);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    /// As an interface in a buffer: all zero is `None`.
    type Element = Option<Rc<()>>;

    fn some(shared: &Rc<()>) -> Element {
        Some(Rc::clone(shared))
    }

    #[test]
    fn a_lent_buffer_is_emptied_first() {
        let shared = Rc::new(());
        let mut buffer = [some(&shared), some(&shared)];
        let lent = Lent::new(&mut buffer);
        assert_eq!(Rc::strong_count(&shared), 1);
        drop(lent);
        assert_eq!(buffer, [None, None]);
    }

    #[test]
    fn what_is_not_kept_is_not_touched() {
        let mut buffer: [Element; 2] = [None, None];
        let mut lent = Lent::new(&mut buffer);
        // SAFETY: there is room for it. It is no Rc, and nobody may look at it.
        unsafe { lent.as_mut_ptr().cast::<usize>().add(1).write(1) };
        lent.keep(1_u32);
        drop(lent);
        assert_eq!(buffer, [None, None]);
        let mut lent = Lent::new(&mut buffer);
        // SAFETY: as above.
        unsafe { lent.as_mut_ptr().cast::<usize>().write(1) };
        lent.keep(3_u32);
        assert_eq!((lent.len(), lent.is_empty()), (2, false));
        drop(lent);
        assert_eq!(buffer, [None, None]);
    }

    #[test]
    fn what_is_kept_is_the_callers() {
        let shared = Rc::new(());
        let mut buffer = [None, None];
        let mut lent = Lent::new(&mut buffer);
        // SAFETY: there is room for it.
        unsafe { lent.as_mut_ptr().write(some(&shared)) };
        lent.keep_all();
        drop(lent);
        assert_eq!(buffer, [some(&shared), None]);
    }

    #[test]
    fn what_an_implementation_hands_out_in_vain_is_dropped() {
        let shared = Rc::new(());
        let mut room = [7_usize; 2];
        let start = room.as_mut_ptr().cast::<Element>();
        // SAFETY: there is room for two.
        let mut handed = unsafe { Handed::new(start, 2_u32) }.unwrap();
        handed[0] = some(&shared);
        drop(handed);
        assert_eq!((Rc::strong_count(&shared), room), (1, [0, 0]));
        // SAFETY: as above.
        let mut handed = unsafe { Handed::new(start, 2_u32) }.unwrap();
        handed.fill(some(&shared));
        handed.keep(1_u32);
        drop(handed);
        assert_eq!((Rc::strong_count(&shared), room[1]), (2, 0));
        // SAFETY: it was written there, and nobody has taken it.
        assert_eq!(unsafe { start.read() }, some(&shared));
    }
}
