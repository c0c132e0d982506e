//! Keeps the panics of other crates inside.
//!
//! `windows-metadata` and `windows-bindgen` panic where they cannot go on; a library that is called with
//! somebody's input returns an error instead, and prints nothing.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static CONTAINED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `action`; its panic becomes an error with the panic's message.
pub(crate) fn contain<T>(action: impl FnOnce() -> T) -> Result<T, String> {
    silence_contained_panics();
    let outer = CONTAINED.replace(true);
    // What `action` has borrowed is given up together with its result, so that nobody sees it half-changed.
    let result = catch_unwind(AssertUnwindSafe(action));
    CONTAINED.set(outer);
    result.map_err(|payload| match payload.downcast::<String>() {
        Ok(message) => *message,
        Err(payload) => match payload.downcast::<&'static str>() {
            Ok(message) => (*message).to_owned(),
            Err(_) => "a panic without a message".to_owned(),
        },
    })
}

/// The hook that reports panics belongs to the whole process: ours leaves every panic but a contained one to the
/// hook that was there before.
fn silence_contained_panics() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let previous = take_hook();
        set_hook(Box::new(move |panic| {
            if !CONTAINED.get() {
                previous(panic);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_its_message() {
        let name = "IFoo";
        assert_eq!(contain(|| 1), Ok(1));
        assert_eq!(
            contain(|| -> u8 { panic!("no {name}") }),
            Err("no IFoo".into())
        );
        assert_eq!(contain(|| -> u8 { panic!("fixed") }), Err("fixed".into()));
        assert!(!CONTAINED.get());
    }
}
