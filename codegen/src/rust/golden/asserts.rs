//! Checked when the crate is compiled: vtables, IIDs and layouts are what the IDL says.

#![allow(
    dead_code,
    unused_imports,
    reason = "not every module has interfaces and records"
)]
use core::mem::{align_of, offset_of, size_of};
use windows_core::Interface;
use super::raw;

/// The bytes that so many slots take.
const fn slots(count: usize) -> usize {
    count * size_of::<usize>()
}

const fn expect(holds: bool, otherwise: &str) {
    assert!(holds, "{}", otherwise);
}

const _: () = {
    expect(size_of::<raw::BIG_PARTS>() == 8, "`BIG_PARTS` does not take 8 bytes");

    expect(align_of::<raw::BIG_PARTS>() == 4, "`BIG_PARTS` is not aligned to 4");

    expect(offset_of!(raw::BIG_PARTS, Low) == 0, "`BIG_PARTS::Low` is not at offset 0");

    expect(
        offset_of!(raw::BIG_PARTS, High) == 4,
        "`BIG_PARTS::High` is not at offset 4",
    );
};

#[cfg(any(windows, target_pointer_width = "64"))]
const _: () = {
    expect(size_of::<raw::BIG>() == 8, "`BIG` does not take 8 bytes");

    expect(align_of::<raw::BIG>() == 8, "`BIG` is not aligned to 8");

    expect(offset_of!(raw::BIG, Parts) == 0, "`BIG::Parts` is not at offset 0");

    expect(offset_of!(raw::BIG, QuadPart) == 0, "`BIG::QuadPart` is not at offset 0");
};

const _: () = {
    expect(size_of::<raw::PACKED>() == 57, "`PACKED` does not take 57 bytes");

    expect(align_of::<raw::PACKED>() == 1, "`PACKED` is not aligned to 1");

    expect(offset_of!(raw::PACKED, r#type) == 0, "`PACKED::type` is not at offset 0");

    expect(offset_of!(raw::PACKED, value) == 1, "`PACKED::value` is not at offset 1");

    expect(offset_of!(raw::PACKED, name) == 9, "`PACKED::name` is not at offset 9");

    expect(
        offset_of!(raw::PACKED, nested) == 17,
        "`PACKED::nested` is not at offset 17",
    );

    expect(offset_of!(raw::PACKED, grid) == 33, "`PACKED::grid` is not at offset 33");
};

#[cfg(target_pointer_width = "32")]
const _: () = {
    expect(size_of::<raw::PACKED_ON_32>() == 8, "`PACKED_ON_32` does not take 8 bytes");

    expect(align_of::<raw::PACKED_ON_32>() == 2, "`PACKED_ON_32` is not aligned to 2");

    expect(
        offset_of!(raw::PACKED_ON_32, kind) == 0,
        "`PACKED_ON_32::kind` is not at offset 0",
    );

    expect(
        offset_of!(raw::PACKED_ON_32, data) == 4,
        "`PACKED_ON_32::data` is not at offset 4",
    );
};

#[cfg(target_pointer_width = "64")]
const _: () = {
    expect(
        size_of::<raw::PACKED_ON_32>() == 16,
        "`PACKED_ON_32` does not take 16 bytes",
    );

    expect(align_of::<raw::PACKED_ON_32>() == 8, "`PACKED_ON_32` is not aligned to 8");

    expect(
        offset_of!(raw::PACKED_ON_32, kind) == 0,
        "`PACKED_ON_32::kind` is not at offset 0",
    );

    expect(
        offset_of!(raw::PACKED_ON_32, data) == 8,
        "`PACKED_ON_32::data` is not at offset 8",
    );
};

const _: () = {
    expect(size_of::<raw::BITS>() == 12, "`BITS` does not take 12 bytes");

    expect(align_of::<raw::BITS>() == 4, "`BITS` is not aligned to 4");

    expect(
        offset_of!(raw::BITS, _bitfield) == 0,
        "`BITS::_bitfield` is not at offset 0",
    );

    expect(
        offset_of!(raw::BITS, _bitfield2) == 4,
        "`BITS::_bitfield2` is not at offset 4",
    );

    expect(offset_of!(raw::BITS, gen_) == 8, "`BITS::gen_` is not at offset 8");
};

const _: () = {
    expect(size_of::<raw::HANDLE_LIKE>() == 4, "`HANDLE_LIKE` does not take 4 bytes");

    expect(align_of::<raw::HANDLE_LIKE>() == 4, "`HANDLE_LIKE` is not aligned to 4");

    expect(
        offset_of!(raw::HANDLE_LIKE, 0) == 0,
        "`HANDLE_LIKE::Value` is not at offset 0",
    );
};

const _: () = {
    expect(size_of::<raw::EMPTY>() == 1, "`EMPTY` does not take 1 bytes");

    expect(align_of::<raw::EMPTY>() == 1, "`EMPTY` is not aligned to 1");
};

const _: () = {
    expect(size_of::<raw::OPEN_ENDED>() == 8, "`OPEN_ENDED` does not take 8 bytes");

    expect(align_of::<raw::OPEN_ENDED>() == 4, "`OPEN_ENDED` is not aligned to 4");

    expect(
        offset_of!(raw::OPEN_ENDED, count) == 0,
        "`OPEN_ENDED::count` is not at offset 0",
    );

    expect(
        offset_of!(raw::OPEN_ENDED, items) == 4,
        "`OPEN_ENDED::items` is not at offset 4",
    );
};

#[cfg(target_pointer_width = "32")]
const _: () = {
    expect(
        size_of::<raw::HOLDS_OBJECT>() == 28,
        "`HOLDS_OBJECT` does not take 28 bytes",
    );

    expect(align_of::<raw::HOLDS_OBJECT>() == 4, "`HOLDS_OBJECT` is not aligned to 4");

    expect(
        offset_of!(raw::HOLDS_OBJECT, declared) == 0,
        "`HOLDS_OBJECT::declared` is not at offset 0",
    );

    expect(
        offset_of!(raw::HOLDS_OBJECT, object) == 4,
        "`HOLDS_OBJECT::object` is not at offset 4",
    );

    expect(
        offset_of!(raw::HOLDS_OBJECT, text) == 8,
        "`HOLDS_OBJECT::text` is not at offset 8",
    );

    expect(
        offset_of!(raw::HOLDS_OBJECT, id) == 12,
        "`HOLDS_OBJECT::id` is not at offset 12",
    );
};

#[cfg(target_pointer_width = "64")]
const _: () = {
    expect(
        size_of::<raw::HOLDS_OBJECT>() == 40,
        "`HOLDS_OBJECT` does not take 40 bytes",
    );

    expect(align_of::<raw::HOLDS_OBJECT>() == 8, "`HOLDS_OBJECT` is not aligned to 8");

    expect(
        offset_of!(raw::HOLDS_OBJECT, declared) == 0,
        "`HOLDS_OBJECT::declared` is not at offset 0",
    );

    expect(
        offset_of!(raw::HOLDS_OBJECT, object) == 8,
        "`HOLDS_OBJECT::object` is not at offset 8",
    );

    expect(
        offset_of!(raw::HOLDS_OBJECT, text) == 16,
        "`HOLDS_OBJECT::text` is not at offset 16",
    );

    expect(
        offset_of!(raw::HOLDS_OBJECT, id) == 24,
        "`HOLDS_OBJECT::id` is not at offset 24",
    );
};

const _: () = {
    expect(
        <raw::IEverything as Interface>::IID.to_u128()
            == 0x0c733a30_2a1c_11ce_ade5_00aa0044773d,
        "the IID of `IEverything` is not 0c733a30-2a1c-11ce-ade5-00aa0044773d",
    );

    expect(
        offset_of!(raw::IEverything_Vtbl, get_Name) == slots(3),
        "`IEverything::Name` is not in slot 3",
    );

    expect(
        offset_of!(raw::IEverything_Vtbl, put_Name) == slots(4),
        "`IEverything::Name` is not in slot 4",
    );

    expect(
        offset_of!(raw::IEverything_Vtbl, Go) == slots(5),
        "`IEverything::Go` is not in slot 5",
    );

    expect(
        offset_of!(raw::IEverything_Vtbl, Go2) == slots(6),
        "`IEverything::Go` is not in slot 6",
    );

    expect(
        offset_of!(raw::IEverything_Vtbl, Objects) == slots(7),
        "`IEverything::Objects` is not in slot 7",
    );

    expect(
        offset_of!(raw::IEverything_Vtbl, Open) == slots(8),
        "`IEverything::Open` is not in slot 8",
    );

    expect(
        offset_of!(raw::IEverything_Vtbl, Text) == slots(9),
        "`IEverything::Text` is not in slot 9",
    );

    expect(
        offset_of!(raw::IEverything_Vtbl, Next) == slots(10),
        "`IEverything::Next` is not in slot 10",
    );

    expect(
        offset_of!(raw::IEverything_Vtbl, Data) == slots(11),
        "`IEverything::Data` is not in slot 11",
    );

    expect(
        offset_of!(raw::IEverything_Vtbl, Later) == slots(12),
        "`IEverything::Later` is not in slot 12",
    );

    expect(
        offset_of!(raw::IEverything_Vtbl, Where) == slots(13),
        "`IEverything::Where` is not in slot 13",
    );

    expect(
        offset_of!(raw::IEverything_Vtbl, r#type) == slots(14),
        "`IEverything::type` is not in slot 14",
    );

    expect(
        size_of::<raw::IEverything_Vtbl>() == slots(15),
        "the vtable of `IEverything` does not have 15 slots",
    );
};

const _: () = {
    expect(
        <raw::IMore as Interface>::IID.to_u128()
            == 0x0c733a31_2a1c_11ce_ade5_00aa0044773d,
        "the IID of `IMore` is not 0c733a31-2a1c-11ce-ade5-00aa0044773d",
    );

    expect(
        offset_of!(raw::IMore_Vtbl, More) == slots(15),
        "`IMore::More` is not in slot 15",
    );

    expect(
        size_of::<raw::IMore_Vtbl>() == slots(16),
        "the vtable of `IMore` does not have 16 slots",
    );
};

const _: () = {
    expect(
        offset_of!(raw::IRoot_Vtbl, Run) == slots(0),
        "`IRoot::Run` is not in slot 0",
    );

    expect(
        size_of::<raw::IRoot_Vtbl>() == slots(1),
        "the vtable of `IRoot` does not have 1 slots",
    );
};
