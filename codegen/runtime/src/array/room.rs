//! The room for a text.

use super::{ended, terminated};
use std::ops::{Deref, DerefMut};
use windows_core::Result;

/// A buffer in which an implementation leaves a text. Whatever becomes of the implementation, there is a zero in it at the end,
/// since the caller may look for one.
pub struct TextRoom<'a, U: Default + PartialEq>(&'a mut [U]);

impl<'a, U: Default + PartialEq> TextRoom<'a, U> {
    /// Room for a text and its zero.
    #[inline]
    pub fn new(units: &'a mut [U]) -> Self {
        Self(units)
    }

    /// Refuses a buffer that is filled up to its end, with `E_UNEXPECTED`. A buffer without any room is no place for a zero,
    /// and none is looked for.
    #[inline]
    pub fn terminated(&mut self) -> Result<()> {
        terminated(self.0)
    }
}

impl<U: Default + PartialEq> Deref for TextRoom<'_, U> {
    type Target = [U];

    fn deref(&self) -> &[U] {
        self.0
    }
}

impl<U: Default + PartialEq> DerefMut for TextRoom<'_, U> {
    fn deref_mut(&mut self) -> &mut [U] {
        self.0
    }
}

impl<U: Default + PartialEq> Drop for TextRoom<'_, U> {
    fn drop(&mut self) {
        if ended(self.0).is_err() {
            super::empty_text(self.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zero_is_there_in_any_case() {
        let mut units = [0_u16; 2];
        let mut room = TextRoom::new(&mut units);
        room.fill(7);
        drop(room);
        assert_eq!(units, [0, 7]);
        let mut room = TextRoom::new(&mut units);
        room.copy_from_slice(&[7, 0]);
        assert!(room.terminated().is_ok());
        drop(room);
        assert_eq!(units, [7, 0]);
        assert!(TextRoom::<u8>::new(&mut []).terminated().is_ok());
    }
}
