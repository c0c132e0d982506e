//! What IDL files of others hold that nobody would write into a sample: small pieces of generated code.

use crate::source::Memory;
use expect_test::expect;

/// The modules of one interface, `IFoo`, with this body and other definitions before it.
struct Generated {
    generated: super::Generated,
}

fn generate(before: &str, body: &str) -> Generated {
    let idl = format!(
        "import \"unknwn.idl\";\n{before}\n\
         [object, local, uuid(7a0f2c1e-5d37-4c19-9f0b-2b6a41c7d00a)] interface IFoo : IUnknown {{ {body} }}"
    );
    let files = Memory([("corner.idl".into(), idl.into())].into());
    let compilation = crate::Builder::new()
        .input("corner.idl")
        .compile_from(&files);
    assert_eq!(compilation.render(false), "");
    let generated = super::generate(&compilation.schema, &super::Options::default());
    Generated {
        generated: generated.unwrap(),
    }
}

impl Generated {
    /// The lines of a module that have one of the words.
    fn lines(&self, module: &str, words: &[&str]) -> String {
        let modules = &self.generated.modules;
        let module = modules.iter().find(|it| it.name == module).unwrap();
        let lines = module.text.lines();
        let lines = lines.filter(|line| words.iter().any(|word| line.contains(word)));
        lines.flat_map(|line| [line.trim(), "\n"]).collect()
    }

    fn reasons(&self) -> String {
        let raw = self.generated.summary.raw.iter();
        raw.map(|(name, why)| format!("{name}: {why}\n")).collect()
    }
}

#[test]
fn an_iid_that_is_not_const_is_passed_all_the_same() {
    let made = generate(
        "",
        "HRESULT Open([in] IID *riid, [out, iid_is(riid)] void **ppv);",
    );
    expect![[r#"
        std::ptr::from_ref(&T::IID).cast_mut(),
    "#]]
    .assert_eq(&made.lines("client", &["T::IID"]));
}

#[test]
fn nothing_is_written_through_a_pointer_to_const() {
    let made = generate(
        "",
        "HRESULT One([in, out] const ULONG *pul);\n\
         HRESULT Many([in, out, size_is(ul)] const ULONG *aul, [in] ULONG ul);\n\
         HRESULT Back([out] const ULONG *pul);",
    );
    expect![[r#"
        fn one(&self, pul: &u32) -> Result<()>;
        fn many(&self, aul: &[u32]) -> Result<()>;
        let pul = unsafe { pul.as_ref() }.ok_or_else(midl_runtime::status::null)?;
        let aul = unsafe { midl_runtime::array::from_raw(aul, ul) }?;
    "#]]
    .assert_eq(&made.lines("implement", &["fn one", "fn many", "as_ref", "from_raw"]));
    expect![[r#"
        IFoo::Back: `pul` is a result behind a pointer to const
    "#]]
    .assert_eq(&made.reasons());
}

#[test]
fn names_are_those_of_the_idl_without_a_warning() {
    let other = "[object, local, uuid(7a0f2c1e-5d37-4c19-9f0b-2b6a41c7d00b)] \
                 interface IODD_Name : IUnknown { HRESULT Call(); }";
    let made = generate(other, "HRESULT Call();");
    expect![[r#"
        #[allow(non_camel_case_types)]
        pub trait IODD_Name: Send + Sync + 'static {
        pub trait IFoo: Send + Sync + 'static {
    "#]]
    .assert_eq(&made.lines("implement", &["camel_case", "pub trait"]));
}
