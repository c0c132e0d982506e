//! Instructions of safe code beside those of raw code: counted by valgrind, not timed.
//!
//! `cargo bench -p call-costs`. The program runs itself under callgrind, each case twice with different numbers of
//! rounds: the difference is what a round takes. It fails where safe code takes more than it may.

mod callers;
mod objects;

use call_costs::ICosts;
use std::env;
use std::hint::black_box;
use std::process::{Command, ExitCode};
use windows_core::Result;

/// Something that is done in raw and in safe code.
struct Case {
    name: &'static str,
    raw: Code,
    safe: Code,
    /// For a safe call of a raw implementation.
    caller: Limit,
    /// For a safe implementation that is called in raw code.
    implementation: Limit,
}

type Code = fn(&ICosts) -> Result<()>;

/// How many instructions safe code may take more than raw code.
#[derive(Clone, Copy)]
struct Limit {
    more: i64,
    /// Why it is more than two.
    reason: Option<&'static str>,
}

impl Limit {
    const NONE: Self = Self::new(0);

    const fn new(more: i64) -> Self {
        assert!(more <= 2, "more than two need a reason");
        Self { more, reason: None }
    }

    const fn because(more: i64, reason: &'static str) -> Self {
        Self {
            more,
            reason: Some(reason),
        }
    }
}

/// Which code of a case runs, with which object.
const SIDES: [&str; 3] = ["raw caller", "safe caller", "safe object"];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [name, side, rounds] if SIDES.contains(&side) => {
            run(name, side, rounds.parse().expect("a number of rounds"));
            ExitCode::SUCCESS
        }
        _ => compare(),
    }
}

fn compare() -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    println!(
        "{:<24}{:>6}{:>14}{:>22}",
        "instructions", "raw", "safe caller", "safe implementation"
    );
    for case in callers::CASES {
        let [raw, caller, object] = SIDES.map(|side| instructions(case.name, side));
        println!(
            "{:<24}{raw:>6}{:>+14}{:>+22}",
            case.name,
            caller - raw,
            object - raw
        );
        for (side, limit, count) in [
            ("caller", case.caller, caller),
            ("implementation", case.implementation, object),
        ] {
            if let Some(reason) = limit.reason {
                println!("  the {side}: {reason}");
            }
            if count - raw > limit.more {
                println!("  the {side} may take {} more, no more", limit.more);
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}

/// What a round takes, the loop around it left out: raw and safe code have the same.
fn instructions(name: &str, side: &str) -> i64 {
    let [few, many] = [1000, 2000].map(|rounds: i64| collected(name, side, rounds));
    (many - few) / 1000
}

/// What callgrind collects in a run of the program.
fn collected(name: &str, side: &str, rounds: i64) -> i64 {
    let program = env::current_exe().expect("a running program has a path");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args([name, side, &rounds.to_string()])
        .output()
        .expect("valgrind is on the search path");
    let text = String::from_utf8_lossy(&output.stderr);
    let count = text
        .lines()
        .find_map(|line| line.split_once("Collected : "));
    let count = count.and_then(|(_, count)| count.trim().parse().ok());
    count.unwrap_or_else(|| panic!("callgrind counts nothing: {text}"))
}

fn run(name: &str, side: &str, rounds: u32) {
    let case = callers::CASES.iter().find(|case| case.name == name);
    let case = case.expect("a case of that name");
    let object = if side == "safe object" {
        objects::safe()
    } else {
        objects::raw()
    };
    let call = if side == "safe caller" {
        case.safe
    } else {
        case.raw
    };
    for _ in 0..rounds {
        drop(black_box(black_box(call)(black_box(&object))));
    }
}
