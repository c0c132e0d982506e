//! The panic guard: a panic in an implementation must not cross into the caller, which is often C++ and would
//! be ended.

use crate::status::{E_UNEXPECTED, error};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use windows_core::Result;

/// Runs the body of a COM method. A panic becomes `E_UNEXPECTED`; its message has gone to the panic hook by then
/// (standard error, unless the program set another).
#[inline]
pub fn guard<T>(body: impl FnOnce() -> Result<T>) -> Result<T> {
    contain(body).unwrap_or_else(|| Err(error(E_UNEXPECTED)))
}

/// Runs code that may panic, and never panics itself. `None` after a panic.
#[inline]
pub fn contain<T>(body: impl FnOnce() -> T) -> Option<T> {
    // Nothing of the caller's is seen in a half-changed state afterwards: a COM method borrows its object shared,
    // and what safe code can change through that (locks, cells) copes with panics or says so by poisoning.
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(value) => Some(value),
        Err(payload) => {
            discard(payload);
            None
        }
    }
}

/// Drops what a panic carried, which may panic in turn. What the second panic carries is given up.
#[cold]
fn discard(payload: Box<dyn Any + Send>) {
    if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        std::mem::forget(second);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::E_FAIL;

    #[test]
    fn results_pass_and_panics_become_e_unexpected() {
        assert_eq!(guard(|| Ok(7)), Ok(7));
        assert_eq!(guard(|| Err::<(), _>(error(E_FAIL))), Err(error(E_FAIL)));
        assert_eq!(
            guard(|| -> Result<()> { panic!("on purpose") }),
            Err(error(E_UNEXPECTED))
        );
    }

    #[test]
    fn a_payload_that_panics_when_dropped_is_contained() {
        struct Bomb;
        impl Drop for Bomb {
            fn drop(&mut self) {
                std::panic::panic_any(Self);
            }
        }
        assert!(contain(|| std::panic::panic_any(Bomb)).is_none());
    }
}
