//! The panic guard: a panic in an implementation must not cross into the caller, which is often C++ and would
//! be ended.

use crate::panics;
use crate::status::{E_UNEXPECTED, error};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use windows_core::Result;

/// Runs the body of a COM method, `IFoo::Bar`. A panic becomes `E_UNEXPECTED`, and [`panics`] tells of it.
#[inline]
pub fn guard<T>(method: &'static str, body: impl FnOnce() -> Result<T>) -> Result<T> {
    contain(method, body).unwrap_or_else(|| Err(error(E_UNEXPECTED)))
}

/// Runs what a COM method does and may panic, and never panics itself. `None` after a panic.
#[inline]
pub fn contain<T>(method: &'static str, body: impl FnOnce() -> T) -> Option<T> {
    // Nothing of the caller's is seen in a half-changed state afterwards: a COM method borrows its object shared,
    // and what safe code can change through that (locks, cells) copes with panics or says so by poisoning.
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(value) => Some(value),
        Err(payload) => {
            report(method, payload);
            None
        }
    }
}

/// Tells the hook of a panic. What the hook does may panic in turn, and so may dropping what a panic carried.
#[cold]
fn report(method: &'static str, payload: Box<dyn Any + Send>) {
    let told = catch_unwind(AssertUnwindSafe(|| panics::tell(method, &*payload)));
    told.unwrap_or_else(discard);
    discard(payload);
}

/// Drops what a panic carried. What a panic carries that comes of it is given up.
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
        assert_eq!(guard("A::B", || Ok(7)), Ok(7));
        let failure = guard("A::B", || Err::<(), _>(error(E_FAIL)));
        assert_eq!(failure, Err(error(E_FAIL)));
        assert_eq!(
            guard("A::B", || -> Result<()> { panic!("on purpose") }),
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
        assert!(contain("A::B", || std::panic::panic_any(Bomb)).is_none());
    }
}
