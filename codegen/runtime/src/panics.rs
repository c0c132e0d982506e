//! What becomes known of panics in implementations.
//!
//! A panic never leaves a COM method: the caller gets `E_UNEXPECTED`, or zero where there is no HRESULT. Its message goes to the panic
//! hook of the standard library first, as that of any panic does, and so to standard error unless the program has another
//! ([`std::panic::set_hook`]). Many hosts have no standard error, and that hook does not know what was called; [`set_hook`]
//! is told of both.

use std::any::Any;
use std::sync::{Arc, PoisonError, RwLock};

/// A panic that has ended in a COM method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Contained<'a> {
    /// The method, as `IFoo::Bar`. In `IUnknown::Release` it was a value's `Drop`.
    pub method: &'static str,
    /// What the panic said; `None` where it carried something else than text.
    pub message: Option<&'a str>,
}

type Hook = dyn Fn(Contained<'_>) + Send + Sync;

static HOOK: RwLock<Option<Arc<Hook>>> = RwLock::new(None);

/// Sets what is called after each panic in a COM method, on the thread that panicked, before the caller gets its answer. It takes the
/// place of the one before. A panic in it is contained, too.
///
/// ```
/// midl_runtime::panics::set_hook(|panic| {
///     let message = panic.message.unwrap_or("no message");
///     eprintln!("{} panicked: {message}", panic.method);
/// });
/// ```
pub fn set_hook(hook: impl Fn(Contained<'_>) + Send + Sync + 'static) {
    replace(Some(Arc::new(hook)));
}

/// Ends what [`set_hook`] began.
pub fn remove_hook() {
    replace(None);
}

fn replace(hook: Option<Arc<Hook>>) {
    let mut place = HOOK.write().unwrap_or_else(PoisonError::into_inner);
    let old = std::mem::replace(&mut *place, hook);
    // The old one is dropped without the lock, since it may do anything then.
    drop(place);
    drop(old);
}

/// Tells the hook of a panic, if there is one.
pub(crate) fn tell(method: &'static str, payload: &(dyn Any + Send)) {
    let hook = HOOK.read().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some(hook) = hook {
        hook(Contained {
            method,
            message: text(payload),
        });
    }
}

fn text(payload: &(dyn Any + Send)) -> Option<&str> {
    let literal = payload.downcast_ref::<&str>().copied();
    literal.or_else(|| payload.downcast_ref::<String>().map(String::as_str))
}
