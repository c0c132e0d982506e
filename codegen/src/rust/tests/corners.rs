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
        let pul = unsafe { pul.as_ref() }
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

#[test]
fn a_method_of_many_parameters_has_no_warning() {
    let names = ["a", "b", "c", "d", "e", "f", "g"];
    let body = |count: usize| {
        let params: Vec<_> = names[..count]
            .iter()
            .map(|it| format!("[in] ULONG {it}"))
            .collect();
        let params = params.join(", ");
        format!("HRESULT Call({params}); HRESULT Raw({params}, [in] void *pv);")
    };
    let seven = generate("", &body(7));
    let words = ["clippy::", "fn call", "fn raw"];
    expect![[r#"
        #[allow(clippy::too_many_arguments)]
        pub fn call(
    "#]]
    .assert_eq(&seven.lines("client", &words));
    expect![[r#"
        #[allow(clippy::too_many_arguments)]
        fn call(&self, a: u32, b: u32, c: u32, d: u32, e: u32, f: u32, g: u32) -> Result<()>;
        #[allow(clippy::too_many_arguments)]
        unsafe fn raw(
    "#]]
    .assert_eq(&seven.lines("implement", &words));
    let few = generate("", &body(5));
    assert_eq!(few.lines("client", &["clippy::"]), "");
    assert_eq!(few.lines("implement", &["clippy::"]), "");
}

#[test]
fn a_function_that_nothing_can_be_linked_with_is_warned_of() {
    let functions = "[dllname(\"foo.dll\")] module Foo {\n\
                     [entry(12)] HRESULT ByOrdinal();\n\
                     [entry(\"ByName\")] HRESULT ByName();\n\
                     HRESULT Print(long count, ...);\n\
                     }\n\
                     HRESULT Nowhere(); HRESULT NorThere(); HRESULT NorHere();";
    let made = generate(functions, "HRESULT Call();");
    let warnings = made.generated.warnings.iter();
    let warnings: String = warnings
        .map(|it| {
            format!(
                "{}: {} ({})\n",
                it.code.id(),
                it.message,
                it.help.as_deref().unwrap_or_default()
            )
        })
        .collect();
    expect![[r#"
        W0803: the function `ByOrdinal` is left out of the Rust that is made (windows-bindgen links by name, not by ordinal)
        W0803: the function `Print` is left out of the Rust that is made (windows-bindgen makes no functions that take any number of arguments)
        W0803: the function `Nowhere` and 2 others are left out of the Rust that is made (say in which DLL it is: `[dllname("…")] module …`, and `[entry("…")]`; a procedure of RPC is in none, but calls a stub in C, which MIDL makes)
    "#]].assert_eq(&warnings);
    assert!(made.lines("raw", &["fn ByName"]).contains("ByName"));
    assert_eq!(
        made.lines("raw", &["Nowhere", "NorThere", "ByOrdinal", "Print"]),
        ""
    );
}

#[test]
fn what_only_windows_aligns_to_8_bytes_on_32_bits_is_checked_there() {
    let records = "typedef struct WIDE { hyper h; } WIDE;\n\
                   typedef struct BOTH { hyper h; void *pv; } BOTH;\n\
                   typedef struct PLAIN { long l; } PLAIN;\n\
                   typedef struct POINTER { void *pv; } POINTER;";
    let made = generate(
        records,
        "HRESULT Call([in] WIDE *a, [in] BOTH *b, [in] PLAIN *c, [in] POINTER *d);",
    );
    expect![[r##"
        #[cfg(any(windows, target_pointer_width = "64"))]
        expect(size_of::<raw::WIDE>() == 8, "`WIDE` does not take 8 bytes");
        #[cfg(any(windows, target_pointer_width = "64"))]
        expect(size_of::<raw::BOTH>() == 16, "`BOTH` does not take 16 bytes");
        expect(size_of::<raw::PLAIN>() == 4, "`PLAIN` does not take 4 bytes");
        #[cfg(target_pointer_width = "32")]
        expect(size_of::<raw::POINTER>() == 4, "`POINTER` does not take 4 bytes");
        #[cfg(target_pointer_width = "64")]
        expect(size_of::<raw::POINTER>() == 8, "`POINTER` does not take 8 bytes");
        size_of::<raw::IFoo_Vtbl>() == slots(4),
    "##]]
    .assert_eq(&made.lines("asserts", &["#[cfg", "size_of::<raw::"]));
}

#[test]
fn names_that_promise_a_constructor_have_no_warning() {
    let made = generate("", "HRESULT FromElement([in] ULONG ul);");
    expect![[r#"
        #[allow(clippy::wrong_self_convention)]
        pub fn from_element(&self, ul: u32) -> Result<()> {
    "#]]
    .assert_eq(&made.lines("client", &["clippy::", "fn from"]));
    expect![[r#"
        #[allow(clippy::wrong_self_convention)]
        fn from_element(&self, ul: u32) -> Result<()>;
    "#]]
    .assert_eq(&made.lines("implement", &["clippy::", "fn from"]));
}

#[test]
fn a_struct_is_returned_in_a_place_of_the_caller() {
    let point = "typedef struct POINT { long x; long y; } POINT;\n\
                 typedef struct NAME { [string] WCHAR *psz; } NAME;\n\
                 typedef POINT PLACE;";
    let made = generate(
        point,
        "POINT Start(); POINT Nearest([in] ULONG ul); NAME Called(); PLACE Last(); GUID Kind(); ULONG Count();",
    );
    expect![[r#"
        pub fn start(&self) -> raw::POINT {
        // SAFETY: the interface pointer is live, what the arguments lend outlives the call, and what is returned is plain data.
        let mut result__ = std::mem::zeroed();
        slot(Interface::as_raw(self), &mut result__);
        result__
        pub fn nearest(&self, ul: u32) -> raw::POINT {
        // SAFETY: the interface pointer is live, what the arguments lend outlives the call, and what is returned is plain data.
        let mut result__ = std::mem::zeroed();
        slot(Interface::as_raw(self), &mut result__, ul);
        result__
        pub fn last(&self) -> raw::POINT {
        // SAFETY: the interface pointer is live, what the arguments lend outlives the call, and what is returned is plain data.
        let mut result__ = std::mem::zeroed();
        slot(Interface::as_raw(self), &mut result__);
        result__
        pub fn kind(&self) -> GUID {
        // SAFETY: the interface pointer is live, what the arguments lend outlives the call, and what is returned is plain data.
        let mut result__ = std::mem::zeroed();
        slot(Interface::as_raw(self), &mut result__);
        result__
        pub fn count(&self) -> u32 {
        // SAFETY: the interface pointer is live, and what the arguments lend outlives the call.
        unsafe { slot(Interface::as_raw(self)) }
    "#]].assert_eq(&made.lines("client", &["fn ", "slot(", "result__", "SAFETY"]));
    expect![[r#"
        fn start(&self) -> raw::POINT;
        fn nearest(&self, ul: u32) -> raw::POINT;
        midl_runtime::guard::contain("IFoo::Start", || IFoo::start(self.get_impl()))
        midl_runtime::guard::contain(
        let answer = midl_runtime::guard::contain(
        midl_runtime::guard::contain("IFoo::Last", || IFoo::last(self.get_impl()))
        midl_runtime::guard::contain("IFoo::Kind", || IFoo::kind(self.get_impl()))
        midl_runtime::guard::contain("IFoo::Count", || IFoo::count(self.get_impl()))
    "#]]
    .assert_eq(&made.lines("implement", &["fn start", "fn nearest", "guard"]));
    expect![[r#"
        ) -> *mut POINT,
        ) -> *mut POINT,
        ) -> *mut NAME,
        ) -> *mut POINT,
        ) -> *mut windows_core::GUID,
        ) -> *mut POINT {
        result__.write_unaligned(IFoo_Impl::Start(this));
        ) -> *mut POINT {
        .write_unaligned(
        ) -> *mut NAME {
        result__.write_unaligned(IFoo_Impl::Called(this));
        ) -> *mut POINT {
        result__.write_unaligned(IFoo_Impl::Last(this));
        ) -> *mut windows_core::GUID {
        result__.write_unaligned(IFoo_Impl::Kind(this));
    "#]]
    .assert_eq(&made.lines("raw", &["write_unaligned", "-> *mut", "*result__"]));
    expect![[r#"
        IFoo::Called: it returns neither an HRESULT nor plain data
    "#]]
    .assert_eq(&made.reasons());
}

#[test]
fn what_x86_may_misalign_is_aligned_first() {
    let records = "typedef struct PLAIN { long x; long y; } PLAIN;\n\
                   typedef struct WIDE { double x; hyper y; } WIDE;\n\
                   #pragma pack(push, 4)\n\
                   typedef struct NARROW { hyper x; } NARROW;\n\
                   #pragma pack(pop)";
    let made = generate(
        records,
        "HRESULT Plain([in] const PLAIN *plain, [in] const NARROW *narrow);\n\
         HRESULT One([in] const WIDE *one, [in, out] hyper *two, [in, unique] const double *three, [in, out, unique] WIDE *four);\n\
         HRESULT Fixed([in] const hyper five[5]);\n\
         HRESULT Many([in, size_is(c)] const hyper *six, [in, out, size_is(c)] double *seven, [in] hyper c);\n\
         HRESULT Perhaps([in, unique, size_is(c)] const hyper *eight, [in, out, unique, size_is(c)] WIDE *nine, [in] long c);\n\
         HRESULT Room([out, size_is(*c)] hyper *ten, [in] hyper *c);\n\
         HRESULT Filled([out, size_is(c), length_is(*filled)] hyper *eleven, [in] long c, [out] long *filled);",
    );
    assert_eq!(made.reasons(), "");
    expect![[r#"
        "IFoo::Plain",
        let plain = unsafe { plain.as_ref() }
        let narrow = unsafe { narrow.as_ref() }
        IFoo::plain(self.get_impl(), plain, narrow)
        "IFoo::One",
        let one = unsafe { midl_runtime::aligned::reference(one) }
        let mut two = unsafe { midl_runtime::aligned::reference_mut(two) }
        let three = unsafe { midl_runtime::aligned::reference(three) };
        let mut four = unsafe { midl_runtime::aligned::reference_mut(four) };
        IFoo::one(
        "IFoo::Fixed",
        let five = unsafe {
        midl_runtime::aligned::reference(five.cast::<[i64; 5]>())
        IFoo::fixed(self.get_impl(), &five)
        "IFoo::Many",
        let six = unsafe { midl_runtime::aligned::slice(six, c) }?;
        let mut seven = unsafe { midl_runtime::aligned::slice_mut(seven, c) }?;
        IFoo::many(self.get_impl(), &six, &mut seven)
        "IFoo::Perhaps",
        let eight = if eight.is_null() {
        let eight = unsafe { midl_runtime::aligned::slice(eight, c) }?;
        let mut nine = if nine.is_null() {
        let nine = unsafe { midl_runtime::aligned::slice_mut(nine, c) }?;
        IFoo::perhaps(self.get_impl(), eight.as_deref(), nine.as_deref_mut())
        "IFoo::Room",
        let c = unsafe { midl_runtime::aligned::value(c) }
        let mut ten = unsafe { midl_runtime::aligned::cleared(ten, c) }?;
        IFoo::room(self.get_impl(), &mut ten)
        "IFoo::Filled",
        let filled_out = unsafe { OutValue::new(filled) }?;
        let mut eleven = unsafe { midl_runtime::aligned::cleared(eleven, c) }?;
        let filled = IFoo::filled(self.get_impl(), &mut eleven)?;
        let filled = midl_runtime::array::told(filled, eleven.len())?;
    "#]]
    .assert_eq(&made.lines("implement", &["let ", "IFoo::", "aligned::"]));
}
