//! widl, Wine's IDL compiler, and our front end make the same of Wine's IDL files.
//!
//! From what our schema says of a file claims are made about the header that widl makes of it; GCC judges them, for
//! 32 and for 64 bits. That we do not say less than widl does is seen from the text of the header.

mod claims;
pub mod compiler;
mod declared;
mod known;
mod missing;
mod names;

use crate::input::{self, Compiled};
use crate::wine;
use compiler::COMPILERS;
use declared::Declared;
use libtest_mimic::{Completion, Failed, Trial};
use midl_bindgen::schema::{DefinitionKind, Guid, Pack, Type};
use names::CNames;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Facts that are not so, each with what is said of it.
type Wrong = BTreeMap<String, String>;

/// A test for each file that stands by itself, and one of the test.
pub fn trials(files: &[PathBuf]) -> Vec<Trial> {
    let missing = missing_tool();
    let trial = |name: String, test: Box<dyn FnOnce() -> Result<(), Failed> + Send>| {
        let missing = missing.clone();
        Trial::ignorable_test(name, move || match missing {
            Some(missing) => Ok(Completion::ignored_with(missing)),
            None => test().map(|()| Completion::Completed),
        })
    };
    let mut trials: Vec<Trial> = input::whole(files)
        .into_iter()
        .chain(input::added())
        .map(|path| {
            let name = wine::name(&path);
            trial(
                format!("widl::{name}"),
                Box::new(move || check(&path, &name)),
            )
        })
        .collect();
    trials.push(trial(
        "widl::what_is_wrong_is_noticed".to_owned(),
        Box::new(mistakes_are_noticed),
    ));
    trials
}

fn missing_tool() -> Option<String> {
    let compilers = COMPILERS.map(|(compiler, _)| compiler);
    std::iter::once("widl")
        .chain(compilers)
        .find(|tool| !compiler::is_here(tool))
        .map(|tool| format!("needs {tool}"))
}

fn check(path: &Path, name: &str) -> Result<(), Failed> {
    let wrong = differences(&input::compile(path)?, path, name)?;
    let mut message = String::new();
    let mut expected: BTreeMap<&str, bool> = known::DIFFERENCES
        .iter()
        .filter(|(file, ..)| *file == name)
        .flat_map(|(_, names, _)| names.iter().map(|name| (*name, false)))
        .collect();
    for (fact, said) in &wrong {
        let about = fact.split([' ', '.']).next().unwrap_or_default();
        match expected.get_mut(about) {
            Some(seen) => *seen = true,
            None => {
                let _ = writeln!(message, "not so: {fact} ({said})");
            }
        }
    }
    for (name, seen) in expected {
        if !seen {
            let _ = writeln!(message, "{name} is listed as a difference, and is none");
        }
    }
    match message.is_empty() {
        true => Ok(()),
        false => Err(message.into()),
    }
}

fn differences(compiled: &Compiled, path: &Path, name: &str) -> Result<Wrong, Failed> {
    let Compiled { schema, program } = compiled;
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let folder = folder.path();
    let header = folder.join(name).with_extension("h");
    let from = path.parent().unwrap_or(path);
    widl(path, from, &header)?;
    // Quoted C is not widl's: its own words alone tell what it makes of the file.
    let bare = folder.join("bare.idl");
    let bare_header = folder.join("bare.header");
    let include = format!("#define cpp_quote(text)\n#include \"{name}\"\n");
    fs::write(&bare, include)?;
    widl(&bare, from, &bare_header)?;

    let names = CNames::of(schema, program);
    let declared = Declared::of(&fs::read_to_string(&bare_header)?);
    let mut wrong = missing::missing(&declared, schema, &names);
    let quoted = declared::guids(&fs::read_to_string(&header)?);
    wrong.extend(missing::differing_guids(schema, &quoted));
    let before = known::BEFORE.iter().find(|(file, _)| *file == name);
    let before = before.map_or("", |(_, before)| before);
    for (compiler, target) in COMPILERS {
        let claims = claims::claims(&names, schema, target);
        for (fact, said) in compiler::judge(compiler, &header, before, &claims)? {
            wrong.insert(fact, format!("{compiler}: {said}"));
        }
    }
    Ok(wrong)
}

/// `from` is the folder of what the file includes.
fn widl(file: &Path, from: &Path, header: &Path) -> Result<(), Failed> {
    let output = Command::new("widl")
        .arg("-h")
        .args(["-I", wine::FOLDER, "-I"])
        .arg(from)
        .arg("-o")
        .arg(header)
        .arg(file)
        .output()?;
    match output.status.success() {
        true => Ok(()),
        false => Err(String::from_utf8_lossy(&output.stderr).into()),
    }
}

/// Mistakes are put into a good schema, one of each kind, and each is found.
fn mistakes_are_noticed() -> Result<(), Failed> {
    let path = Path::new(wine::FOLDER).join("objidlbase.idl");
    let mut compiled = input::compile(&path)?;
    let schema = &mut compiled.schema;
    let id = |name| schema.find(name).expect("a definition of the file");
    let [sequential, malloc, statstg, stgc, multi_qi] = [
        "ISequentialStream",
        "IMalloc",
        "STATSTG",
        "STGTY",
        "MULTI_QI",
    ]
    .map(id);
    if let DefinitionKind::Interface(interface) = &mut schema[sequential].kind {
        interface.methods.swap(0, 1);
    }
    if let DefinitionKind::Interface(interface) = &mut schema[malloc].kind {
        interface.iid = Some(Guid(1));
        interface.base = None;
        interface.methods[0].returns = Type::pointer_to(Type::Void, true);
    }
    if let DefinitionKind::Record(record) = &mut schema[statstg].kind {
        record.pack = Pack::everywhere(Some(1));
    }
    if let DefinitionKind::Enum(enumeration) = &mut schema[stgc].kind {
        enumeration.values[0].value += 1;
    }
    if let DefinitionKind::Record(record) = &mut schema[multi_qi].kind {
        record.fields.pop();
    }
    let wrong = differences(&compiled, &path, "objidlbase.idl")?;
    let expected = [
        "IID_IMalloc has its value",
        "IMalloc has its base",
        "IMalloc has 6 slots",
        "IMalloc.Alloc has the same signature",
        "ISequentialStream.Read is slot 4",
        "ISequentialStream.Write is slot 3",
        "MULTI_QI has its fields",
        "MULTI_QI has its size",
        "STATSTG has its alignment",
        "STGTY_STORAGE has its value",
    ];
    for fact in expected {
        if !wrong.contains_key(fact) {
            return Err(format!("the judges did not notice: {fact}\n{wrong:#?}").into());
        }
    }
    Ok(())
}
