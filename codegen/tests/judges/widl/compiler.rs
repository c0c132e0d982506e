//! The compilers that judge.

use super::claims::Claim;
use libtest_mimic::Failed;
use midl_bindgen::schema::Target;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// The compilers, and what they compile for.
pub const COMPILERS: [(&str, Target); 2] = [
    ("x86_64-w64-mingw32-g++", Target::X64),
    ("i686-w64-mingw32-g++", Target::X86),
];

/// Whether a program can be started.
pub fn is_here(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok()
}

/// What the claims are stated with, and what stands before a header.
const BEFORE: &str = include_str!("before.h");

/// Judges the claims about a header. Gives the facts that are not true, each with what the compiler says.
pub fn judge(
    compiler: &str,
    header: &Path,
    before: &str,
    claims: &[Claim],
) -> Result<BTreeMap<String, String>, Failed> {
    let mut program = String::from(BEFORE);
    let _ = writeln!(program, "{before}\n#include \"{}\"", header.display());
    let _ = writeln!(program, "#include \"claims.h\"");
    for claim in claims {
        let _ = writeln!(program, "# 1 \"{}\"\n{}", claim.fact, claim.code);
    }
    let folder = header.parent().ok_or("a header lies in a folder")?;
    let source = folder.join(format!("{compiler}.cpp"));
    std::fs::write(&source, program)?;
    std::fs::write(folder.join("claims.h"), include_str!("claims.h"))?;
    let output = Command::new(compiler)
        .env("LC_ALL", "C")
        .args(["-std=gnu++17", "-fsyntax-only", "-w", "-fmax-errors=0"])
        .args(["-fdiagnostics-plain-output", "-ftrack-macro-expansion=0"])
        // Headers include each other: what others include has to be this header too.
        .arg("-I")
        .arg(folder)
        .arg("-isystem")
        .arg(crate::wine::FOLDER)
        .arg(&source)
        .output()?;
    let messages = String::from_utf8_lossy(&output.stderr);
    let mut known: HashSet<&str> = claims.iter().map(|claim| claim.fact.as_str()).collect();
    // Each fact is stated once: else it would not be known which one is not true.
    if known.len() != claims.len() {
        let twice = claims
            .iter()
            .find(|claim| !known.remove(claim.fact.as_str()));
        return Err(format!("a fact is stated twice: {twice:?}").into());
    }
    let mut wrong: BTreeMap<String, String> = BTreeMap::new();
    let mut types = "";
    for line in messages.lines() {
        if let Some((_, said)) = line.split_once("In instantiation of 'struct Agree<") {
            types = said.trim_end_matches(">':");
        }
        let fact = line.split_once(":1:").map(|(fact, _)| fact);
        match fact.filter(|fact| known.contains(fact)) {
            Some(fact) if line.contains("required from here") => {
                wrong.insert(fact.to_owned(), types.to_owned());
            }
            Some(fact) if line.contains(" error: ") => {
                let said = line.split_once(" error: ").map_or("", |(_, said)| said);
                wrong
                    .entry(fact.to_owned())
                    .or_insert_with(|| said.to_owned());
            }
            None if line.contains(" error: ") && !line.contains("claims.h:") => {
                return Err(format!("the header does not compile:\n{line}").into());
            }
            _ => {}
        }
    }
    if wrong.is_empty() && !output.status.success() {
        return Err(messages.into());
    }
    Ok(wrong)
}
