//! The same calls twice: in safe Rust, and in raw Rust as a careful author writes it.

use super::{Case, Limit};
use call_costs::ICosts;
use midl_runtime::WideString;
use std::hint::black_box;
use std::ptr::null_mut;
use windows_core::{Error, Interface, PCWSTR};

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

/// Whether the length fits its count: a comparison and a branch.
const LENGTH: Limit = Limit::new(2);

const BUFFER: Limit = Limit::because(
    7,
    "2 for the length, 2 for what is said to be filled, 3 to have the length still after the call",
);

const CLEARED: Limit = Limit::because(
    40,
    "the buffer is cleared, by the C library: it may not be initialised",
);

/// Every kind of argument.
pub const CASES: &[Case] = &[
    Case {
        name: "numbers",
        raw: |object| raw!(object.Numbers(1, 2, 3.0)).ok(),
        safe: |object| object.numbers(1, 2, 3.0),
        caller: Limit::NONE,
        implementation: Limit::NONE,
    },
    Case {
        name: "no HRESULT",
        raw: |object| {
            black_box(raw!(object.Plain(1)));
            Ok(())
        },
        safe: |object| {
            black_box(object.plain(1));
            Ok(())
        },
        caller: Limit::NONE,
        implementation: Limit::NONE,
    },
    Case {
        name: "[in] array",
        raw: |object| {
            let bytes: &[u8] = black_box(&[1, 2, 3]);
            raw!(object.Array(bytes.len() as u32, bytes.as_ptr())).ok()
        },
        safe: |object| object.array(black_box(&[1, 2, 3])),
        caller: LENGTH,
        implementation: Limit::NONE,
    },
    Case {
        name: "[in, out] 64-bit number",
        raw: |object| raw!(object.Move(black_box(&mut 1))).ok(),
        safe: |object| object.r#move(black_box(&mut 1)),
        caller: Limit::NONE,
        implementation: Limit::NONE,
    },
    Case {
        name: "[in, out] 64-bit array",
        raw: |object| {
            let mut numbers = [1, 2, 3];
            let numbers: &mut [i64] = black_box(&mut numbers);
            raw!(object.Sort(numbers.len() as u32, numbers.as_mut_ptr())).ok()
        },
        safe: |object| object.sort(black_box(&mut [1, 2, 3])),
        caller: LENGTH,
        implementation: Limit::NONE,
    },
    Case {
        name: "[out] buffer",
        raw: |object| {
            let mut bytes = [0; 16];
            let bytes: &mut [u8] = black_box(&mut bytes);
            let mut done = 0;
            raw!(object.Buffer(bytes.as_mut_ptr(), bytes.len() as u32, &mut done)).ok()?;
            black_box(done as usize);
            Ok(())
        },
        safe: |object| {
            black_box(object.buffer(black_box(&mut [0; 16]))?);
            Ok(())
        },
        caller: BUFFER,
        implementation: CLEARED,
    },
    Case {
        name: "the same, then read",
        raw: |object| {
            let mut bytes = [0; 16];
            let bytes: &mut [u8] = black_box(&mut bytes);
            let mut done = 0;
            raw!(object.Buffer(bytes.as_mut_ptr(), bytes.len() as u32, &mut done)).ok()?;
            black_box(bytes.get(..done as usize).ok_or_else(Error::empty)?);
            Ok(())
        },
        safe: |object| {
            let mut bytes = [0; 16];
            let bytes: &mut [u8] = black_box(&mut bytes);
            let done = object.buffer(bytes)?;
            black_box(bytes.get(..done).ok_or_else(Error::empty)?);
            Ok(())
        },
        caller: LENGTH,
        implementation: CLEARED,
    },
    Case {
        name: "the same, both clear",
        raw: |object| {
            let mut bytes = [0; 16];
            let bytes: &mut [u8] = black_box(&mut bytes);
            let mut done = 0;
            raw!(object.Cleared(bytes.as_mut_ptr(), bytes.len() as u32, &mut done)).ok()?;
            black_box(done as usize);
            Ok(())
        },
        safe: |object| {
            black_box(object.cleared(black_box(&mut [0; 16]))?);
            Ok(())
        },
        caller: BUFFER,
        implementation: Limit::NONE,
    },
    Case {
        name: "[out] number",
        raw: |object| {
            let mut value = 0;
            raw!(object.Value(&mut value)).ok()?;
            black_box(value);
            Ok(())
        },
        safe: |object| {
            black_box(object.value()?);
            Ok(())
        },
        caller: Limit::NONE,
        // It is zero until the implementation has succeeded.
        implementation: Limit::new(1),
    },
    Case {
        name: "[in] interface",
        raw: |object| raw!(object.Object(object.as_raw())).ok(),
        safe: |object| object.object(object),
        caller: Limit::NONE,
        implementation: Limit::NONE,
    },
    Case {
        name: "[out] interface",
        raw: |object| {
            let mut same = null_mut();
            raw!(object.Same(&mut same)).ok()?;
            // SAFETY: by the IDL it is an interface on success, with a reference for the caller.
            black_box(unsafe { ICosts::from_raw(same) });
            Ok(())
        },
        safe: |object| {
            black_box(object.same()?);
            Ok(())
        },
        // Whether it is NULL.
        caller: Limit::new(2),
        implementation: Limit::NONE,
    },
    Case {
        name: "wide text",
        raw: |object| WIDE.with(|text| raw!(object.Text(PCWSTR(text.as_ptr()))).ok()),
        safe: |object| WIDE.with(|text| object.text(text)),
        caller: Limit::NONE,
        implementation: Limit::because(63, "its end is looked for: 3 for each of 20 units, and 3"),
    },
    Case {
        name: "the same, both measure",
        raw: |object| WIDE.with(|text| raw!(object.Measured(PCWSTR(text.as_ptr()))).ok()),
        safe: |object| WIDE.with(|text| object.measured(text)),
        caller: Limit::NONE,
        implementation: Limit::NONE,
    },
];
