//! Memory that a callee allocates: `golden/memory` holds an IDL file and the modules that are made of it. The tests of
//! `midl-runtime` compile them and call through every rule.

use crate::Builder;
use crate::source::Memory;
use expect_test::{expect, expect_file};

const IDL: &str = include_str!("../golden/memory/memory.idl");

fn builder() -> Builder {
    Builder::new().input("memory.idl")
}

fn generated(builder: Builder) -> Result<crate::Output, String> {
    let files = Memory([("memory.idl".into(), IDL.into())].into());
    builder
        .rust_from(&files)
        .map_err(|failure| failure.compilation().render(false))
}

#[test]
fn each_rule_makes_what_the_golden_files_say() {
    let output = generated(builder().allocator("FreeCounted", "crate::Counted")).unwrap();
    let file = |path: &str| {
        let found = output
            .files
            .iter()
            .find(|file| file.path.to_str() == Some(path));
        String::from_utf8(found.unwrap().bytes.clone()).unwrap()
    };
    expect_file!["../golden/memory/raw.rs"].assert_eq(&file("raw.rs"));
    expect_file!["../golden/memory/client.rs"].assert_eq(&file("client.rs"));
    expect_file!["../golden/memory/implement.rs"].assert_eq(&file("implement.rs"));
    let raw = &output.summary.raw;
    let reasons: Vec<_> = raw
        .iter()
        .map(|(method, why)| format!("{method}: {why}\n"))
        .collect();
    expect![[r#"
        IValues::Unsaid: `ppul` is a pointer to memory of which nothing says who frees it
        IValues::Lent: `ppSpot` is a pointer into memory that stays the callee's
        IValues::Bytes: `ppb` is a pointer to bytes or characters of unknown number
        IValues::Unwanted: `ppSpot` is a result that a caller need not want
        IValues::Unknown: `ppSpot` is memory that is freed by a function without a type in Rust
        IValues::Deep: `pppSpot` is a pointer to a pointer
        IValues::Items: `ppItems` is a struct that holds pointers, text or counted arrays: `ITEMS::ab` is an array whose length is no field by itself
        IValues::Show: `pItems` is a struct that holds pointers, text or counted arrays: `ITEMS::ab` is an array whose length is no field by itself
        IValues::Issue: `phTicket` is a struct that holds pointers, text or counted arrays: `HTICKET__` is a handle that is declared as a pointer to a struct
        IValues::Use: `hTicket` is a struct that holds pointers, text or counted arrays: `HTICKET__` is a handle that is declared as a pointer to a struct
        ISlices::Foreign: `prgTexts` is an array of texts that another function frees
        ISlices::Lent: `prgTexts` is a pointer into memory that stays the callee's
        ISlices::Computed: `prgNumbers` is an array whose length no parameter tells
        ISlices::Unequal: `prgKeys` is an array whose length no parameter tells
        ITexts::Lent: `ppszText` is a pointer into memory that stays the callee's
        ITexts::LentNarrow: `ppszText` is a pointer into memory that stays the callee's
        ITexts::Replaced: `ppszText` is a text that is freed and allocated anew
        IOpened::Unsaid: `phEvent` is a handle of which nothing says who closes it
    "#]]
    .assert_eq(&reasons.concat());
}

#[test]
fn an_allocator_without_a_type_leaves_methods_raw() {
    let raw = generated(builder()).unwrap().summary.raw;
    let others = raw.iter().find(|(method, _)| method == "IValues::Others");
    assert_eq!(
        others.unwrap().1.to_string(),
        "`ppCounted` is memory that is freed by a function without a type in Rust"
    );
}

#[test]
fn an_allocator_that_is_no_type_is_refused() {
    let error = generated(builder().allocator("FreeCounted", "not a type")).unwrap_err();
    let message = "the allocator of `FreeCounted` names `not a type`, which is no Rust type";
    assert!(error.contains(message), "{error}");
}
