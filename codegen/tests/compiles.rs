//! What is generated of each IDL file of Debian's package `libwine-dev` compiles: raw Rust, safe calls, safe
//! implementations and assertions, without a word from the compiler or from clippy. A test per file says what they
//! have to say of that file.
//!
//! It takes minutes. `cargo test --test compiles dwrite` generates and compiles just the files of that name, and
//! `UPDATE_EXPECT=1 cargo test --test compiles reasons` compiles none, and updates how many methods are safe.

#[path = "compiles/crates.rs"]
mod crates;
#[path = "compiles/generated.rs"]
mod generated;
mod wine;

use crates::Verdict;
use generated::Generated;
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

/// Files that others `#include`, with what stands before them there. Each is compiled as a part of that file.
const FRAGMENTS: &[(&str, &[&str])] = &[
    ("msopc.idl", &["opcobjectmodel.idl"]),
    ("msxml.idl", &["xmldom.idl", "xmldso.idl"]),
    (
        "oledb.idl",
        &[
            "access.idl",
            "asynot.idl",
            "asysta.idl",
            "binres.idl",
            "chprst.idl",
            "cmdbas.idl",
            "cmdpre.idl",
            "cmdprp.idl",
            "cmdstrm.idl",
            "cmdtxt.idl",
            "cmdwpr.idl",
            "colinf.idl",
            "colrst.idl",
            "crtrow.idl",
            "cvttyp.idl",
            "dbccmd.idl",
            "dbcses.idl",
            "dbdsad.idl",
            "dbinit.idl",
            "dbprop.idl",
            "dbs.idl",
            "errrec.idl",
            "getdts.idl",
            "mulres.idl",
            "opnrst.idl",
            "row.idl",
            "rowchg.idl",
            "rowpos.idl",
            "rowpsc.idl",
            "rstbas.idl",
            "rstchg.idl",
            "rstinf.idl",
            "rstloc.idl",
            "rstnot.idl",
            "rstupd.idl",
            "sesprp.idl",
            "srcrst.idl",
            "trnjoi.idl",
            "trnlcl.idl",
            "trnobj.idl",
        ],
    ),
    ("sapi.idl", &["sapiaut.idl"]),
    (
        "strmif.idl",
        &["axcore.idl", "axextend.idl", "dyngraph.idl", "vmrender.idl"],
    ),
];

/// The test of how much is safe.
const TABLE: &str = "reasons_of_what_stays_raw";

/// What the tests share, made when the first of them asks.
struct Corpus {
    files: Vec<PathBuf>,
    generated: OnceLock<Vec<Generated>>,
    verdict: OnceLock<Verdict>,
}

impl Corpus {
    fn generated(&self) -> &[Generated] {
        self.generated
            .get_or_init(|| generated::all(&self.files, &crates::modules()))
    }

    fn of(&self, name: &str) -> Result<&Generated, Failed> {
        let found = self.generated().iter().find(|file| file.name == name);
        found.ok_or_else(|| format!("nothing was generated of {name}").into())
    }

    fn verdict(&self) -> &Verdict {
        self.verdict
            .get_or_init(|| crates::compile(self.generated()))
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    libtest_mimic::run(&arguments, trials(&arguments)).exit_code()
}

fn trials(arguments: &Arguments) -> Vec<Trial> {
    let is_empty = wine::idl_files(Path::new(wine::FOLDER)).is_empty();
    let missing = match (is_empty, crates::clippy_is_here()) {
        (true, _) => "libwine-dev is not installed",
        (false, false) => "needs cargo clippy",
        (false, true) => return trials_of_files(arguments),
    };
    vec![Trial::ignorable_test("compiles", move || {
        Ok(Completion::ignored_with(missing))
    })]
}

fn trials_of_files(arguments: &Arguments) -> Vec<Trial> {
    let umbrella = |name: &str| {
        let mut umbrellas = FRAGMENTS.iter();
        let (umbrella, _) = umbrellas.find(|(_, fragments)| fragments.contains(&name))?;
        Some(*umbrella)
    };
    let is_classic = |path: &PathBuf| !wine::is_winrt(&generated::text(path));
    let files = wine::idl_files(Path::new(wine::FOLDER)).into_iter();
    let (parts, whole): (Vec<_>, Vec<_>) = files
        .filter(is_classic)
        .map(|path| (wine::name(&path), path))
        .partition(|(name, _)| umbrella(name).is_some());
    let test_name = |name: &str| format!("compiles::{name}");
    let is_wanted = |test: &str| match &arguments.filter {
        Some(filter) if arguments.exact => test == filter,
        Some(filter) => test.contains(filter),
        None => true,
    };
    let is_needed = |name: &str| {
        let mut fragments = FRAGMENTS.iter().filter(|(umbrella, _)| *umbrella == name);
        let is_wanted = |name: &str| is_wanted(&test_name(name));
        is_wanted(name) || fragments.any(|(_, parts)| parts.iter().any(|part| is_wanted(part)))
    };
    let everything = is_wanted(TABLE);
    let needed = whole
        .iter()
        .filter(|(name, _)| everything || is_needed(name));
    let corpus = Arc::new(Corpus {
        files: needed.map(|(_, path)| path.clone()).collect(),
        generated: OnceLock::new(),
        verdict: OnceLock::new(),
    });

    let trial = |name: String, check: fn(&Corpus, &str) -> Result<(), Failed>| {
        let corpus = corpus.clone();
        Trial::test(test_name(&name), move || check(&corpus, &name))
    };
    let whole = whole.into_iter().map(|(name, _)| trial(name, compiles));
    let parts = parts.into_iter().map(|(part, _)| {
        let umbrella = umbrella(&part).unwrap_or_default();
        let corpus = corpus.clone();
        Trial::test(test_name(&part), move || is_in(&corpus, &part, umbrella))
    });
    let mut trials: Vec<_> = whole.chain(parts).collect();
    let shared = corpus.clone();
    trials.push(Trial::test("no_word_of_anything_else", move || {
        shared.verdict().elsewhere()
    }));
    if everything {
        let corpus = corpus.clone();
        trials.push(Trial::test(TABLE, move || {
            let table = generated::table(corpus.generated());
            expect_test::expect_file!["compiles/reasons.txt"].assert_eq(&table);
            Ok(())
        }));
    }
    trials
}

fn compiles(corpus: &Corpus, name: &str) -> Result<(), Failed> {
    let generated = corpus.of(name)?;
    if let Some(error) = &generated.error {
        return Err(error.into());
    }
    corpus.verdict().of(&generated.module)
}

/// Whether what a fragment defines is in the file that includes it.
fn is_in(corpus: &Corpus, part: &str, umbrella: &str) -> Result<(), Failed> {
    compiles(corpus, umbrella)?;
    match corpus.of(umbrella)?.defined_in.contains(part) {
        true => Ok(()),
        false => Err(format!("{umbrella} has nothing that {part} defines").into()),
    }
}
