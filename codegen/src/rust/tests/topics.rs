//! Rules that have golden files of their own: `golden/<topic>` holds the IDL and what becomes of it. The tests of
//! `midl-runtime` of the same name compile and call it.

use crate::rust::{Generated, Options, generate};
use expect_test::expect;
use std::path::Path;

/// Makes Rust of a topic's IDL, and compares it with the golden files.
fn check(topic: &str) -> Generated {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/rust/golden")
        .join(topic);
    let name = format!("{topic}.idl");
    let idl = std::fs::read(folder.join(&name)).unwrap();
    let files = crate::source::Memory([(name.clone().into(), idl)].into());
    let compilation = crate::Builder::new().input(&name).compile_from(&files);
    let compilation = compilation
        .into_valid()
        .map_err(|failure| failure.to_string());
    let generated = generate(&compilation.unwrap().schema, &Options::default());
    let generated = generated
        .map_err(|diagnostics| format!("{diagnostics:?}"))
        .unwrap();
    for module in &generated.modules {
        if ["raw", "client", "implement", "records"].contains(&module.name) {
            let path = folder.join(format!("{}.rs", module.name));
            expect_test::expect_file![path].assert_eq(&module.text);
        }
    }
    generated
}

/// The methods that stay raw, and why.
fn raw(generated: &Generated) -> String {
    let raw = generated.summary.raw.iter();
    raw.map(|(method, why)| format!("{method}: {why}\n"))
        .collect()
}

#[test]
fn methods_without_a_status() {
    assert_eq!(raw(&check("statusless")), "");
}

#[test]
fn variants() {
    expect![[r#"
        IVariants::PutMany: `rgvarValues` is an array of what is no plain data
        IVariants::Unwanted: `pvarValue` is a result that a caller need not want
    "#]]
    .assert_eq(&raw(&check("variants")));
}

#[test]
fn arrays() {
    expect![[r#"
        ISizes::Rotated: `rgul` is an array whose length no parameter tells
        ISizes::Aliased: `rgul` is a pointer to what others may point to as well
        IElements::Blocks: `rgpv` is an array of what is no plain data
    "#]]
    .assert_eq(&raw(&check("arrays")));
}

#[test]
fn buffers() {
    expect![[r#"
        IFilled::Computed: `rgb` is an array whose length no parameter tells
        IFilled::In: `rgb` is an array whose length no parameter tells
        ITexts::Unbounded: `pszName` is a text that is filled in
        ITexts::InPlace: `pszName` is a text that is changed in place
        ITexts::Sized: `pszName` is a text of a given size
    "#]]
    .assert_eq(&raw(&check("buffers")));
}

#[test]
fn interfaces_that_are_told_and_results_that_are_unwanted() {
    expect![[r#"
        ITold::Untold: `ppv` is a pointer to a pointer
        ITold::PerhapsTold: `punk` is an interface whose type another parameter tells
        ITold::Replace: `ppunk` is a pointer to a pointer
        IPlaces::Any: `ppv` is a pointer to a pointer
    "#]]
    .assert_eq(&raw(&check("told")));
}

#[test]
fn data_that_x86_may_misalign() {
    assert_eq!(raw(&check("aligned")), "");
}
