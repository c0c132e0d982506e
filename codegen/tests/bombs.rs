//! Small input that asks for much: each ends with a message or with a result, in a process that may use little time and
//! memory.

#![cfg(unix)]

use std::path::Path;
use std::process::Command;

/// Of address space, in KiB. A process that asks for more is refused, and ends.
const MEMORY: usize = 1 << 20;

/// Of processor time, in seconds; tests run unoptimised. What grows without bound takes minutes.
const SECONDS: usize = 60;

/// What `midl-bindgen check` says about `main.idl`.
fn check(files: &[(&str, String)]) -> String {
    run("check", files)
}

fn run(command: &str, files: &[(&str, String)]) -> String {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("the file can be written");
    }
    let program = Path::new(env!("CARGO_BIN_EXE_midl-bindgen"));
    let limits = format!("ulimit -v {MEMORY}; ulimit -t {SECONDS}; exec \"$0\" \"$@\"");
    let output = Command::new("sh")
        .args(["-c", &limits])
        .arg(program)
        .args(command.split(' '))
        .arg("main.idl")
        .current_dir(folder.path())
        .output()
        .expect("the process starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "{}: {}",
        output.status,
        said.chars().take(2000).collect::<String>()
    );
    assert!(said.len() < 1 << 20, "{} bytes of messages", said.len());
    said
}

#[track_caller]
fn refused(text: String, message: &str) {
    refused_with(&[("main.idl", text)], message);
}

#[track_caller]
fn refused_with(files: &[(&str, String)], message: &str) {
    let said = check(files);
    let shown: String = said.chars().take(2000).collect();
    assert!(said.contains(message), "{shown}");
}

#[track_caller]
fn fine(text: String) {
    let said = check(&[("main.idl", text)]);
    assert!(
        said.is_empty(),
        "{}",
        said.chars().take(2000).collect::<String>()
    );
}

/// `#define A1 A0 A0`, `#define A2 A1 A1`, …: each twice the one before it.
fn doubling(step: impl Fn(usize) -> String) -> String {
    (1..64).map(|at| step(at) + "\n").collect()
}

#[test]
fn macros_that_double() {
    let object = doubling(|at| format!("#define A{at} A{0} A{0}", at - 1));
    let grows = "grows without bound";
    refused(format!("#define A0 x\n{object}const long c = A63;"), grows);
    refused(format!("#define A0\n{object}const long c = A63 1;"), grows);
    refused(format!("#define A0 1 +\n{object}#if A63 1\n#endif"), grows);
    refused(format!("#define A0 1\n{object}#include A63\n"), grows);
    let argument = doubling(|at| format!("#define F{at}(x) F{}(x x)", at - 1));
    refused(
        format!("#define F0(x) x\n{argument}const long c = F63(1);"),
        grows,
    );
    let uses = doubling(|at| format!("#define F{at}(x) F{0}(x) F{0}(x)", at - 1));
    refused(
        format!("#define F0(x) x\n{uses}const long c = F63(1);"),
        grows,
    );
    refused(
        format!(
            "#define F(x) x x\nconst long c = {}1{};",
            "F(".repeat(40),
            ")".repeat(40)
        ),
        grows,
    );
}

#[test]
fn macros_that_make_ever_longer_text() {
    let quote = doubling(|at| format!("#define A{at} S(A{0} A{0})", at - 1));
    refused(
        format!(
            "#define S(x) T(x)\n#define T(x) #x\n#define A0 aaaaaaaa\n{quote}const char *c = A63;"
        ),
        "grows without bound",
    );
    let paste = doubling(|at| format!("#define A{at} C(A{0}, A{0})", at - 1));
    refused(
        format!(
            "#define C(a, b) D(a, b)\n#define D(a, b) a##b\n#define A0 aaaaaaaa\n{paste}long A63;"
        ),
        "grows without bound",
    );
}

#[test]
fn macros_that_are_sums() {
    // Each twice the one before it, up to a number that fits.
    let sums = doubling(|at| format!("#define A{at} (A{0} + A{0})", at - 1));
    fine(format!("#define A0 1\n{sums}const long c = A20;"));
    refused(
        format!("#define A0 1\n{sums}const long c = A63;"),
        "grows without bound",
    );
    // What is found out of a macro holds until the next definition.
    let wide = format!("#define A (1{})\n", "+1".repeat(5_000));
    let again: String = (0..20_000)
        .map(|at| format!("#define B{at}\nconst long c{at} = A;\n"))
        .collect();
    refused(wide + &again, "grows without bound");
}

#[test]
fn macro_uses_inside_macro_uses() {
    let uses = format!(
        "const long c = {}1{};",
        "F(".repeat(5_000),
        ")".repeat(5_000)
    );
    refused(format!("#define F(x) x\n{uses}"), "nest too deep");
    fine(
        "#define f(x) f(x x)\nlong f(f(f(f(1)))[1]);".replace("long f(f(f(f(1)))[1]);", "long x;"),
    );
}

#[test]
fn macros_with_many_parameters() {
    let names: Vec<String> = (0..10_000).map(|at| format!("a{at}")).collect();
    let ones = vec!["0"; 10_000].join(",");
    let body: String = names.iter().rev().map(|name| format!("{name} +")).collect();
    refused(
        format!(
            "#define F({}) {body} 1\n#if F({ones})\n#error was read\n#endif",
            names.join(",")
        ),
        "was read",
    );
}

#[test]
fn includes_that_multiply() {
    let itself = "#include \"main.idl\"\n";
    refused(itself.to_owned(), "the file includes itself");
    let twice = "#include \"a.h\"\n#include \"a.h\"\n".to_owned();
    refused_with(
        &[
            ("main.idl", "#include \"a.h\"\n".to_owned()),
            ("a.h", twice),
        ],
        "the file includes itself",
    );
    // As many as there are lines, in each of the files that the next one includes.
    let names: Vec<String> = (0..40).map(|at| format!("f{at}.h")).collect();
    let mut files: Vec<(&str, String)> = names
        .iter()
        .enumerate()
        .map(|(at, name)| {
            (
                name.as_str(),
                format!("#include \"f{}.h\"\n", at + 1).repeat(10),
            )
        })
        .collect();
    files.push(("f40.h", String::new()));
    files.push(("main.idl", "#include \"f0.h\"\n".to_owned()));
    refused_with(&files, "grow without bound");
}

#[test]
fn includes_of_much_text() {
    for text in [
        "typedef enum {".to_owned() + &"A,".repeat(300_000) + "} E;\n",
        "void f(int, int, int, int, int);".repeat(20_000),
        ";".repeat(600_000),
    ] {
        let main = "#include \"a.h\"\n".repeat(100);
        refused_with(
            &[("main.idl", main), ("a.h", text)],
            "more text than can be read",
        );
    }
    let comment = ("a.h", "/// x\n".repeat(200_000));
    refused_with(
        &[("main.idl", "#include \"a.h\"\n".repeat(100)), comment],
        "grow without bound",
    );
}

#[test]
fn imports_in_a_circle() {
    let files = [
        (
            "main.idl",
            "import \"main.idl\", \"a.idl\"; typedef A B;".to_owned(),
        ),
        (
            "a.idl",
            "import \"main.idl\"; import \"b.idl\"; typedef long A;".to_owned(),
        ),
        ("b.idl", "import \"a.idl\";".to_owned()),
    ];
    assert_eq!(check(&files), "");
}

#[test]
fn imports_of_files_that_are_not_there() {
    let imports = (0..20_000).map(|at| format!("import \"none{at}.idl\";\n"));
    refused(
        imports.collect(),
        "the file `none0.idl` is in no include folder",
    );
}

#[test]
fn brackets_in_brackets() {
    let deep = |open: &str, inside: &str, close: &str| {
        format!("{}{inside}{}", open.repeat(100_000), close.repeat(100_000))
    };
    // Nested too deep, or too many of one kind.
    let nests = "error[E0205]";
    refused(format!("const long c = {};", deep("(", "1", ")")), nests);
    refused(format!("const long c = {};", deep("-", "1", "")), nests);
    refused(
        format!("const long c = {};", deep("(long)", "1", "")),
        nests,
    );
    refused(
        format!("const long c = {};", deep("1 ? ", "1", " : 1")),
        nests,
    );
    refused(format!("const long c = 1{};", "+ 1".repeat(100_000)), nests);
    refused(
        format!("typedef {};", deep("struct {", "long x;", "} x;")),
        nests,
    );
    refused(
        format!("typedef {} T;", deep("SAFEARRAY(", "long", ")")),
        nests,
    );
    refused(
        format!("typedef long {};", deep("(*", "F", ")(void)")),
        nests,
    );
    refused(format!("typedef long {}T;", "*".repeat(100_000)), nests);
    refused(format!("typedef long T{};", "[2]".repeat(100_000)), nests);
    refused("library L {".repeat(100_000), nests);
    refused(
        format!("[size_is(a{})] long f();", ".a".repeat(100_000)),
        "error",
    );
    // A list of conditionals costs no stack, and what is compared is compared once.
    fine(format!("{}long x;", deep("#if 1\n", "", "#endif\n")));
    let by_width = deep("#ifndef _WIN64\n", "", "#endif\n");
    refused(format!("{by_width}long x;"), "have something else");
    refused(format!("#if {}\n#endif", deep("(", "1", ")")), "too deep");
    // What quotes hold is passed by where it makes no sense.
    fine(format!("cpp_quote(\"#define A {}\")", deep("(", "1", ")")));
}

#[test]
fn typedefs_of_typedefs() {
    let chain = |count: usize, link: &str| -> String {
        (0..count)
            .map(|at| {
                let link = link.replace("OLD", &format!("T{at}"));
                link.replace("NEW", &format!("T{}", at + 1)) + "\n"
            })
            .collect()
    };
    for link in [
        "typedef OLD NEW;",
        "typedef OLD *NEW;",
        "typedef OLD NEW[2];",
        "typedef OLD (*NEW)(OLD a, OLD b);",
    ] {
        refused(
            format!("typedef long T0;\n{}", chain(30_000, link)),
            "typedef of a typedef",
        );
        let few = chain(50, link);
        let others = few.replace('T', "U");
        fine(format!(
            "typedef long T0; typedef long U0;\n{few}{others}typedef T50 *X; typedef U50 *X;\n"
        ));
    }
}

#[test]
fn records_in_records_and_interfaces_on_interfaces() {
    let records = |at: usize| format!("struct S{} {{ struct S{at} a, b; }};\n", at + 1);
    let first = "struct S0 { long a; };\n";
    let forward: String = (0..1_000).map(records).collect();
    let backward: String = (0..1_000).rev().map(records).collect();
    let interface = |at: usize| format!("interface I{} : I{at} {{ void f{at}(); }};\n", at + 1);
    let interfaces: String = (0..500).map(interface).collect();
    let held = |at: usize| format!("struct S{} {{ struct S{at} a; long b; }};\n", at + 1);
    let chain: String = (0..30_000).map(held).collect();
    for text in [
        format!("{first}{chain}"),
        format!("{first}{forward}"),
        format!("{first}{backward}"),
        format!("interface IUnknown {{}}; interface I0 : IUnknown {{}};\n{interfaces}"),
    ] {
        for command in ["check", "schema", "winmd -o out.winmd", "rust -o out"] {
            run(command, &[("main.idl", text.clone())]);
        }
    }
}

#[test]
fn constants_made_of_constants() {
    let constants: String = (1..20_000)
        .map(|at| format!("const long c{at} = c{0} / 2 + c{0} / 2;\n", at - 1))
        .collect();
    fine(format!("const long c0 = 1;\n{constants}"));
    let quoted: String = (1..100)
        .map(|at| format!("cpp_quote(\"#define Q{at} (Q{0} + Q{0})\")\n", at - 1))
        .collect();
    check(&[(
        "main.idl",
        format!("cpp_quote(\"#define Q0 1\")\n{quoted}const long x = Q99;"),
    )]);
}

#[test]
fn numbers_that_nothing_holds() {
    refused(
        "struct S { long a[0x7fffffffffffffff]; };".to_owned(),
        "an array cannot have",
    );
    refused(
        "struct S { char a[0xffff][0xffff][0xffff]; };".to_owned(),
        "an array cannot have",
    );
    refused("struct S { unsigned a : 4000000000; };".to_owned(), "error");
    refused("struct S { unsigned a : -1; };".to_owned(), "error");
    refused("const long a = 1 / 0;".to_owned(), "error");
    refused(
        "const hyper a = 99999999999999999999999999999999999;".to_owned(),
        "error",
    );
    for text in [
        "const hyper a = (-9223372036854775807 - 1) / -1;",
        "const hyper a = (-9223372036854775807 - 1) % -1;",
        "const long a = 1 << 100000;",
        "const long a = 1 << -1;",
        "const double a = 1e99999;",
        "enum E { A = 0x7fffffff, B, C = 0xffffffff, D };",
    ] {
        check(&[("main.idl", text.to_owned())]);
    }
}

#[test]
fn huge_tokens() {
    let long = 4 << 20;
    for text in [
        format!("typedef long {};", "a".repeat(long)),
        format!("struct S {{ {} a; }};", "a".repeat(long)),
        format!("cpp_quote(\"{}\")", "a".repeat(long)),
        format!("const long a = {};", "9".repeat(long)),
        format!("const long a = 0x{};", "f".repeat(long)),
        format!("const double a = 0.{};", "9".repeat(long)),
        format!("const long a = '{}';", "a".repeat(long)),
        "/**/".repeat(long / 4),
        format!("/**{}*/ long x;", "\n".repeat(long)),
        "/// x\n".repeat(long / 8),
        "\\\n".repeat(long / 2),
    ] {
        check(&[("main.idl", text)]);
    }
}

#[test]
fn mistakes_in_great_number() {
    let many = |count: usize, one: &str| -> String {
        (0..count)
            .map(|at| one.replace('@', &at.to_string()))
            .collect()
    };
    for text in [
        format!("struct S {{ {} }};", many(20_000, "Unknown@ a@;")),
        format!("struct S {{ {} }};", many(20_000, "long a;")),
        format!("struct S {{ {} }};", many(20_000, "[wrong@] long a@;")),
        many(20_000, "typedef long T; typedef short T;\n"),
        format!("[object{}] interface I {{}};", ", in".repeat(100_000)),
        format!("void f({});", many(50_000, "[in] long a,") + "long b"),
        "#wrong\n".repeat(100_000),
        "\"\n".repeat(100_000),
        "{".repeat(500_000),
        "[".repeat(500_000),
        "#".repeat(500_000),
    ] {
        let said = check(&[("main.idl", text)]);
        assert!(!said.is_empty());
    }
}
