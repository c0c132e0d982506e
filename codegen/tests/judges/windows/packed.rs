//! Structs that Windows' metadata has twice, since they are packed on machines of 32 bits only: GCC judges our layouts of them by
//! the headers that it has for Windows.

use crate::widl::compiler::{COMPILERS, is_here};
use libtest_mimic::{Completion, Failed, Trial};
use midl_bindgen::Builder;
use midl_bindgen::schema::{Schema, Target, Type};
use midl_bindgen::source::Memory;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Of the shell, its dialogs, and OLE DB, whose integers are as wide as pointers.
const NAMES: &[&str] = &[
    "APPBARDATA",
    "ASSOCIATIONELEMENT",
    "CHOOSECOLORW",
    "CHOOSEFONTW",
    "DBBINDEXT",
    "DBBINDING",
    "DBCOLUMNACCESS",
    "DBCOLUMNDESC",
    "DBCOLUMNINFO",
    "DBCONSTRAINTDESC",
    "DBID",
    "DBIMPLICITSESSION",
    "DBOBJECT",
    "DBPARAMBINDINFO",
    "DBPARAMINFO",
    "DBPARAMS",
    "DBPROP",
    "DBPROPINFO",
    "DBPROPSET",
    "DBTIMESTAMP",
    "DEVNAMES",
    "ERRORINFO",
    "FINDREPLACEW",
    "NOTIFYICONDATAW",
    "OPENFILENAMEW",
    "PAGESETUPDLGW",
    "PRINTDLGW",
    "SHELLEXECUTEINFOW",
    "SHFILEINFOW",
    "SHFILEOPSTRUCTW",
    "SHQUERYRBINFO",
    "SHSTOCKICONINFO",
];

const HEADERS: &str = "#define _WIN32_WINNT 0x0a00\n#include <stddef.h>\n#include <windows.h>\n\
                       #include <shlobj.h>\n#include <oledb.h>\n";

/// A test for each compiler.
pub fn trials() -> Vec<Trial> {
    let trial = |(compiler, target)| {
        Trial::ignorable_test(format!("windows::packed_as_by_{compiler}"), move || {
            if !is_here(compiler) {
                return Ok(Completion::ignored_with(format!("needs {compiler}")));
            }
            let program = program(&schema()?, target)?;
            judge(compiler, &program).map(|()| Completion::Completed)
        })
    };
    COMPILERS.into_iter().map(trial).collect()
}

fn schema() -> Result<Schema, Failed> {
    let mut idl = "import \"objidl.idl\";\n".to_owned();
    for name in NAMES {
        let _ = writeln!(idl, "typedef {name} *P_{name};");
    }
    let files = Memory([(PathBuf::from("packed.idl"), idl.into_bytes())].into());
    let compiled = Builder::new().input("packed.idl").compile_from(&files);
    match compiled.render(false) {
        said if said.is_empty() => Ok(compiled.schema),
        said => Err(said.into()),
    }
}

/// What we say of the structs, as C++.
fn program(schema: &Schema, target: Target) -> Result<String, Failed> {
    let mut program = HEADERS.to_owned();
    let mut claim = |what: String, value: u64| {
        let _ = writeln!(program, "static_assert({what} == {value}, \"{what}\");");
    };
    for name in NAMES {
        let id = schema.find(name).ok_or(format!("no {name}"))?;
        let record = Type::Named(id);
        let layout = schema.layout(&record, target);
        let layout = layout.map_err(|why| format!("{name} has no layout: {why:?}"))?;
        claim(format!("sizeof({name})"), layout.size);
        claim(format!("alignof({name})"), layout.align);
        let (_, record) = schema.as_record(&record).ok_or("a struct")?;
        if !record.pack.differs() {
            return Err(format!("{name} is packed alike everywhere").into());
        }
        for (field, place) in record.fields.iter().zip(layout.fields) {
            // C++ has no name for the others.
            if !field.name.starts_with("Anonymous") {
                claim(format!("offsetof({name}, {})", field.name), place.offset);
            }
        }
    }
    Ok(program)
}

fn judge(compiler: &str, program: &str) -> Result<(), Failed> {
    let mut child = Command::new(compiler)
        .args(["-std=gnu++17", "-fsyntax-only", "-w", "-xc++", "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let mut stdin = child.stdin.take().ok_or("the compiler reads nothing")?;
    stdin.write_all(program.as_bytes())?;
    drop(stdin);
    let output = child.wait_with_output()?;
    match output.status.success() {
        true => Ok(()),
        false => Err(String::from_utf8_lossy(&output.stderr).into()),
    }
}
