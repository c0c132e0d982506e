//! The same calls twice: in safe Rust, and in raw Rust as a careful author writes it.

use super::Case;
use call_costs::ICosts;
use midl_runtime::WideString;
use std::hint::black_box;
use std::ptr::null_mut;
use windows_core::{Interface, PCWSTR};

thread_local! {
    /// Kept in UTF-16, as a program does with what it hands out often.
    static WIDE: WideString = WideString::new("Downloading headers").expect("it has no NUL");
}

macro_rules! raw {
    ($object:ident.$slot:ident($($argument:expr),*)) => {
        // SAFETY: the interface is live, and each pointer is one that the callee may use as the IDL says.
        unsafe { ($object.vtable().$slot)($object.as_raw() $(, $argument)*) }
    };
}

/// Every kind of argument.
pub const CASES: &[Case] = &[
    Case {
        name: "numbers",
        raw: |object| drop(black_box(raw!(object.Numbers(1, 2, 3.0)).ok())),
        safe: |object| drop(black_box(object.numbers(1, 2, 3.0))),
        limit: 0,
    },
    Case {
        name: "no HRESULT",
        raw: |object| _ = black_box(raw!(object.Plain(1))),
        safe: |object| _ = black_box(object.plain(1)),
        limit: 0,
    },
    Case {
        name: "[in] array",
        raw: |object| {
            let bytes: &[u8] = black_box(&[1, 2, 3]);
            let answer = raw!(object.Array(bytes.len() as u32, bytes.as_ptr()));
            drop(black_box(answer.ok()));
        },
        safe: |object| {
            let bytes: &[u8] = black_box(&[1, 2, 3]);
            drop(black_box(object.array(bytes)));
        },
        // Whether the length fits its count.
        limit: 3,
    },
    Case {
        name: "[out] buffer",
        raw: |object| {
            let mut bytes = [0; 16];
            let bytes: &mut [u8] = black_box(&mut bytes);
            let mut done = 0;
            let answer = raw!(object.Buffer(bytes.as_mut_ptr(), bytes.len() as u32, &mut done));
            drop(black_box(answer.ok().map(|()| done as usize)));
        },
        safe: |object| {
            let mut bytes = [0; 16];
            let bytes: &mut [u8] = black_box(&mut bytes);
            drop(black_box(object.buffer(bytes)));
        },
        // Whether the length fits its count, and what the callee says of it fits the buffer.
        limit: 13,
    },
    Case {
        name: "[out] number",
        raw: |object| {
            let mut value = 0;
            let answer = raw!(object.Value(&mut value));
            drop(black_box(answer.ok().map(|()| value)));
        },
        safe: |object| drop(black_box(object.value())),
        limit: 0,
    },
    Case {
        name: "[in] interface",
        raw: |object| drop(black_box(raw!(object.Object(object.as_raw())).ok())),
        safe: |object| drop(black_box(object.object(object))),
        limit: 0,
    },
    Case {
        name: "[out] interface",
        raw: |object| {
            let mut same = null_mut();
            let answer = raw!(object.Same(&mut same));
            // SAFETY: by the IDL it is an interface on success, with a reference for the caller.
            let same = answer.ok().map(|()| unsafe { ICosts::from_raw(same) });
            drop(black_box(same));
        },
        safe: |object| drop(black_box(object.same())),
        // Whether it is NULL.
        limit: 5,
    },
    Case {
        name: "wide text",
        raw: |object| {
            WIDE.with(|text| {
                drop(black_box(raw!(object.Text(PCWSTR(text.as_ptr()))).ok()));
            })
        },
        safe: |object| WIDE.with(|text| drop(black_box(object.text(text)))),
        limit: 0,
    },
];
