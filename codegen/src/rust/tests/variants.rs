//! What a variant is recognised by.

use crate::Builder;
use crate::source::Memory;
use expect_test::expect;

fn generated(idl: &str) -> crate::Output {
    let files = Memory([("variants.idl".into(), idl.into())].into());
    let output = Builder::new().input("variants.idl").rust_from(&files);
    output.map_err(|failure| failure.to_string()).unwrap()
}

fn raw(output: &crate::Output) -> String {
    let raw = output.summary.raw.iter();
    raw.map(|(method, why)| format!("{method}: {why}\n"))
        .collect()
}

#[test]
fn the_real_one_is_recognised() {
    let output = generated(
        r#"
        import "oaidl.idl";
        [object, uuid(7a0f2c1e-5d37-4c19-9f0b-2b6a41c7d00a)]
        interface IReal : IUnknown
        {
            HRESULT Put([in] VARIANT varValue, [in] VARIANT_BOOL fYes);
            HRESULT Get([out] VARIANTARG *pvarValue, [out] VARIANT_BOOL *pfYes);
        }
        "#,
    );
    assert_eq!(raw(&output), "");
    let client = output
        .files
        .iter()
        .find(|it| it.path.ends_with("client.rs"));
    let client = String::from_utf8(client.unwrap().bytes.clone()).unwrap();
    assert!(
        client.contains("pub fn put(&self, value: &Variant, yes: bool) -> Result<()>"),
        "{client}"
    );
    assert!(
        client.contains("pub fn get(&self) -> Result<(Variant, bool)>"),
        "{client}"
    );
}

#[test]
fn another_struct_of_that_name_is_a_struct() {
    let output = generated(
        r#"
        import "unknwn.idl";
        typedef struct VARIANT { unsigned short vt; void *pv; } VARIANT;
        [object, uuid(7a0f2c1e-5d37-4c19-9f0b-2b6a41c7d00b)]
        interface IOther : IUnknown { HRESULT Put([in] VARIANT varValue); }
        "#,
    );
    expect![[r#"
        IOther::Put: `varValue` is a struct that holds pointers, text or counted arrays: `VARIANT::pv` is a pointer to anything
    "#]]
    .assert_eq(&raw(&output));
}
