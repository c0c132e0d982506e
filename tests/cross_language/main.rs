//! Rust against C++, in both directions and through nothing but vtables.
//!
//! The C++ side, in `tests/cpp`, is compiled from the header that widl makes of our IDL: another reading of the same
//! source. Where a tool is missing, the tests are ignored and say which.

#[macro_use]
#[path = "../../codegen/runtime/tests/golden/mod.rs"]
mod golden;

mod cpp;
mod cpp_calls_rust;
mod exports;
mod facts;
mod journal;
mod library;
mod rust_calls_cpp;
mod synchronization;
mod variants;

use cpp::Cpp;
use library::Unavailable;
use libtest_mimic::{Arguments, Completion, Trial};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

type Test = (&'static str, fn(&'static Cpp));

fn main() {
    let mut arguments = Arguments::from_args();
    // One after the other, so that after each test the other side's count of living objects tells what is left of it.
    arguments.test_threads = Some(1);
    let usual_hook = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if !PANICS_ARE_EXPECTED.load(Ordering::SeqCst) {
            usual_hook(panic);
        }
    }));
    let cpp = library::load();
    let trials = [
        facts::TESTS,
        cpp_calls_rust::TESTS,
        rust_calls_cpp::TESTS,
        synchronization::TESTS,
        variants::TESTS,
    ]
    .concat()
    .into_iter()
    .map(|test| trial(test, &cpp))
    .collect();
    libtest_mimic::run(&arguments, trials).exit();
}

static PANICS_ARE_EXPECTED: AtomicBool = AtomicBool::new(false);

/// Runs what panics somewhere and contains it, without the messages.
fn expecting_panics<T>(run: impl FnOnce() -> T) -> T {
    PANICS_ARE_EXPECTED.store(true, Ordering::SeqCst);
    let result = run();
    PANICS_ARE_EXPECTED.store(false, Ordering::SeqCst);
    result
}

fn trial((name, test): Test, cpp: &Result<&'static Cpp, Unavailable>) -> Trial {
    let cpp = match cpp {
        Ok(cpp) => Ok(*cpp),
        Err(reason) => Err(reason.clone()),
    };
    Trial::ignorable_test(name, move || match cpp {
        Ok(cpp) => {
            assert_eq!(
                cpp.live_objects(),
                0,
                "C++ objects are left of another test"
            );
            test(cpp);
            assert_eq!(cpp.live_objects(), 0, "C++ objects are left");
            Ok(Completion::Completed)
        }
        Err(Unavailable::Missing(what)) => Ok(Completion::ignored_with(what)),
        Err(Unavailable::Broken(what)) => Err(what.into()),
    })
}
