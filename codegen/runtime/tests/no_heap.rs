//! Short text that is passed on as wide text takes nothing from the heap: counted, by an allocator that counts.

use midl_runtime::{Text, TextBuffer, WideStr, WideString};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    /// How often this thread has asked for memory.
    static ASKED: Cell<usize> = const { Cell::new(0) };
}

/// The system's allocator.
struct Counting;

// SAFETY: all that it does itself is to count; the memory is the system allocator's, with its guarantees.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ASKED.with(|asked| asked.set(asked.get() + 1));
        // SAFETY: what the caller promises here is what is asked for there.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: the memory is from `alloc`, with that layout.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How often `to_wide` asks for memory.
fn asked(text: Text<'_>) -> usize {
    let before = ASKED.get();
    let mut buffer = TextBuffer::new();
    let wide = text.to_wide(&mut buffer).map(|wide| !wide.is_null());
    let asked = ASKED.get() - before;
    assert_eq!(wide, Ok(true));
    asked
}

#[test]
fn up_to_255_units_stay_on_the_stack() {
    assert_eq!(asked("".into()), 0);
    assert_eq!(asked("Downloading headers".into()), 0);
    assert_eq!(asked((&"a".repeat(255)).into()), 0);
    assert_eq!(asked((&"ü".repeat(255)).into()), 0);
    assert!(asked((&"a".repeat(256)).into()) > 0);
}

#[test]
fn wide_text_is_passed_on_at_any_length() {
    let long = WideString::new(&"a".repeat(10_000)).unwrap();
    let long: &WideStr = &long;
    assert_eq!(asked(long.into()), 0);
}
