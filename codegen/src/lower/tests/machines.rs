//! What a file has for some machines only.

use super::{dump, dumped, lower_files};
use crate::Builder;
use crate::diagnostics::Code;
use crate::source::Memory;
use expect_test::expect;

#[test]
fn what_windows_makes_as_wide_as_pointers_is_so_on_every_machine() {
    expect![[r#"
        alias __int3264 INT_PTR
        alias __int3264 *PINT_PTR
        alias unsigned __int3264 SIZE_T
        alias long INT
        alias SIZE_T WPARAM
        alias unsigned long MINE
        alias unsigned long *LRESULT
    "#]]
    .assert_eq(&dumped(
        "
        #ifdef _WIN64
        typedef __int64 INT_PTR, *PINT_PTR;
        typedef unsigned __int64 SIZE_T;
        #else
        typedef int INT_PTR, *PINT_PTR;
        typedef unsigned long SIZE_T;
        #endif
        typedef long INT;
        typedef SIZE_T WPARAM;
        typedef unsigned long MINE, *LRESULT;
        ",
    ));
}

#[test]
fn what_has_64_bits_on_their_machines_alone_is_as_wide_as_a_pointer() {
    expect![[r#"
        alias hyper LONGLONG
        alias __int3264 ROWS
        alias __int3264 *PROWS
        alias long REFERENCES
        alias hyper SAME
        alias unsigned __int3264 COLUMNS
        alias unsigned __int3264 LENGTH
        alias __int3264 WIDTH
        alias __int3264 HWINDOW
        alias __int3264 *PHWINDOW
        alias long PLAIN
    "#]]
    .assert_eq(&dumped(
        "
        typedef hyper LONGLONG;
        #ifdef _WIN64
        EXTENSION typedef [public, uuid(5024a386-2d44-486a-81a8-8f0ecb6071dd)] __int64 ROWS, *PROWS;
        typedef long REFERENCES;
        typedef hyper SAME;
        #else
        typedef long ROWS, *PROWS;
        typedef long REFERENCES;
        typedef hyper SAME;
        #endif
        #if !defined(_WIN64)
        typedef unsigned long COLUMNS;
        #else
        typedef ULONGLONG COLUMNS;
        #endif
        #if defined(_WIN64)
        typedef unsigned long long LENGTH;
        #else
        typedef unsigned long LENGTH;
        #endif
        #if defined(_M_AMD64) || defined(_M_ARM64)
        typedef hyper WIDTH;
        #else
        typedef long WIDTH;
        #endif
        #ifdef _X86_
        typedef long HWINDOW, *PHWINDOW;
        #else
        typedef LONGLONG HWINDOW, *PHWINDOW;
        #endif
        #ifdef OTHER
        typedef hyper PLAIN;
        #endif
        typedef long PLAIN;
        ",
    ));
}

/// The machines that are said to have something else than what is read.
fn machines_with_something_else(text: &str, defines: &[&str]) -> Option<String> {
    let files = Memory([("main.idl".into(), text.as_bytes().to_vec())].into());
    let mut builder = Builder::new().input("main.idl");
    for name in defines {
        builder = builder.define(*name, "1");
    }
    let compilation = builder.compile_from(&files);
    let mut found = compilation.diagnostics.iter();
    let warning = found.find(|found| found.code == Code::ChosenByWidth)?;
    Some(warning.primary.as_ref()?.text.clone())
}

#[test]
fn what_the_machine_chooses_is_told() {
    let said = |lines: &str, defines: &[&str]| {
        let lines = lines.replace(" | ", "\n");
        let text = format!("[local] interface I {{\n{lines}\n}}");
        machines_with_something_else(&text, defines)
    };
    let wide = Some("machines of 64 bits have something else".to_owned());
    let narrow = Some("x86 has something else".to_owned());
    for (lines, expected) in [
        ("#ifdef _WIN64 | void f(); | #endif", &wide),
        ("#ifndef _WIN64 | void f(); | #endif", &wide),
        ("#ifndef _WIN64 | #else | void f(); | #endif", &wide),
        ("#if _WIN64 == 1 | void f(); | #endif", &wide),
        (
            "#if 1 && (defined(_M_IA64) || defined(_M_X64) || defined _M_ARM64) | void f(); | #endif",
            &wide,
        ),
        (
            "#if 0 | void f(); | #elif defined(_WIN64) | void g(); | #endif",
            &wide,
        ),
        (
            "#ifndef _WIN64 | void f(); | #elif 1 | void g(); | #endif",
            &wide,
        ),
        (
            "#if 1 | #ifdef _WIN64 | #if 1 | void f(); | #endif | #endif | #endif",
            &wide,
        ),
        (
            "#ifdef _X86_ | void f(); | #else | void g(); | #endif",
            &narrow,
        ),
        (
            "#ifdef _M_IX86 | void f(); | #elif defined(_M_ARM64) | void g(); | #endif",
            &Some("x86 and ARM64 have something else".to_owned()),
        ),
        (
            "#ifdef _WIN64 | void f(); | #else | void f(); | #endif",
            &None,
        ),
        ("#if defined(_M_IA64) | void f(); | #endif", &None),
        ("#if defined(_WIN32) | void f(); | #endif", &None),
        ("#ifdef OTHER | void f(); | #endif", &None),
        (
            "#ifdef _X86_ | typedef long T; | #else | typedef hyper T; | #endif",
            &None,
        ),
        (
            "#if 1 | void f(); | #elif defined(_WIN64) | void g(); | #endif",
            &None,
        ),
        ("#if 0 | #ifdef _WIN64 | void f(); | #endif | #endif", &None),
    ] {
        assert_eq!(&said(lines, &[]), expected, "{lines}");
    }
    // It is clear then for which machines a file is read.
    let lines = "#ifdef _WIN64 | void f(); | #elif defined(_X86_) | void g(); | #endif";
    assert_eq!(
        said(lines, &[]).as_deref(),
        Some("all machines have something else")
    );
    assert_eq!(said(lines, &["_WIN64"]), None);
    assert_eq!(said(lines, &["_X86_"]), None);
}

#[test]
fn what_is_no_integer_or_chosen_further_is_left_as_it_is() {
    let (schema, said) = lower_files(&[(
        "main.idl",
        "
        #ifdef _WIN64
        typedef hyper *KEPT;
        #if 1
        typedef hyper NESTED;
        #endif
        #else
        typedef long KEPT;
        typedef long NESTED;
        #endif
        ",
    )]);
    assert_eq!(dump::own(&schema), "alias long KEPT\nalias long NESTED\n");
    assert!(
        said.contains("machines of 64 bits have something else"),
        "{said}"
    );
}
