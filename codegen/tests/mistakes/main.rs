//! Mistakes that people make, one at a time, in IDL that is correct: what is said about each.
//!
//! The kinds of mistakes are in `kinds`, and where each is made is drawn by lot, the same in every run. Of each kind `ours.txt` (the
//! IDL of this project) and `wine.txt` (that of Wine) say how many there were, how many got exactly one message, how many a message
//! that points at the mistake first, and how many the right suggestion. With `UPDATE_EXPECT=1` in the environment the tables are
//! rewritten.
//!
//! To see more, `CASES=100 SHOW=keyword cargo test --test mistakes` makes so many mistakes of each kind, in all files, shows what is
//! said of those that are not told perfectly where the kind has that in its name, and prints the table, which is not compared.

mod chance;
mod judge;
mod kinds;
mod mistake;
mod spelling;
mod table;
mod text;
#[path = "../wine/mod.rs"]
mod wine;

use judge::{Setting, Verdict};
use kinds::Kind;
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use midl_bindgen::source::{Disk, FileSystem, decode};
use mistake::Mistake;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::OnceLock;
use table::{Row, table};
use text::Text;

/// So many messages about one mistake are a handful.
const HANDFUL: usize = 5;

/// So many of Wine's files are taken, by lot, none of them longer than that: enough, and quick.
const WINES: usize = 30;
const LONGEST: u64 = 60_000;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let mut trials = vec![Trial::test("ours", || study(&ours(), 20, "ours.txt"))];
    let files = wine::idl_files(Path::new(wine::FOLDER));
    trials.push(match files.is_empty() {
        true => Trial::ignorable_test("wine", || {
            Ok(Completion::ignored_with("libwine-dev is not installed"))
        }),
        false => Trial::test("wine", move || study(&wines(files), 3, "wine.txt")),
    });
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// Correct files, and how they are compiled.
struct Corpus {
    setting: Setting,
    files: Vec<Input>,
}

struct Input {
    path: PathBuf,
    /// Its text, taken apart; `None` where the compiler has something to say about it as it is.
    text: OnceLock<Option<Text>>,
}

impl Corpus {
    fn new(setting: Setting, paths: Vec<PathBuf>) -> Self {
        let files = paths.into_iter().map(|path| Input {
            path,
            text: OnceLock::new(),
        });
        Self {
            setting,
            files: files.collect(),
        }
    }

    fn text<'a>(&'a self, input: &'a Input) -> Option<&'a Text> {
        let read = || {
            let source = decode(Disk.read(&input.path).ok()?).replace('\r', "");
            let is_correct =
                !wine::is_winrt(&source) && self.setting.is_correct(&input.path, &source);
            is_correct.then(|| Text::new(source))
        };
        input.text.get_or_init(read).as_ref()
    }

    /// So many mistakes of a kind, in as many files as there are.
    fn draw(&self, kind: &Kind, count: usize) -> Vec<(&Input, &Text, Mistake)> {
        let mut files: Vec<&Input> = self.files.iter().collect();
        let seed = |input: &Input| format!("{} {}", wine::name(&input.path), kind.name);
        files.sort_by_key(|input| chance::of(&seed(input)));
        let mut drawn = Vec::new();
        let mut rest: Vec<(&Input, &Text, Vec<Mistake>)> = Vec::new();
        for input in files {
            if drawn.len() == count {
                return drawn;
            }
            let Some(text) = self.text(input) else {
                continue;
            };
            let mut all = (kind.make)(text);
            if !all.is_empty() {
                let at = chance::below(&seed(input), all.len());
                drawn.push((input, text, all.swap_remove(at)));
                rest.push((input, text, all));
            }
        }
        // There are fewer files than that: further mistakes in the same ones.
        while drawn.len() < count && rest.iter().any(|(_, _, all)| !all.is_empty()) {
            for (input, text, all) in &mut rest {
                if drawn.len() < count && !all.is_empty() {
                    let at = chance::below(&format!("{}{}", seed(input), all.len()), all.len());
                    drawn.push((input, text, all.swap_remove(at)));
                }
            }
        }
        drawn
    }
}

/// The IDL of this project.
fn ours() -> Corpus {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let goldens = project.join("src/rust/golden");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(&goldens)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    folders.extend(
        ["tests/mistakes", "tests/judges/idl", "../idl"].map(|folder| project.join(folder)),
    );
    folders.sort();
    let files = folders.iter().flat_map(|folder| wine::idl_files(folder));
    Corpus::new(Setting::new(Vec::new(), Vec::new()), files.collect())
}

fn wines(files: Vec<PathBuf>) -> Corpus {
    let fragments = wine::fragments(&files);
    let mut whole: Vec<PathBuf> = files
        .into_iter()
        .filter(|path| !fragments.contains(&wine::name(path)))
        .collect();
    if cases().is_none() {
        let is_short = |path: &PathBuf| path.metadata().is_ok_and(|file| file.len() < LONGEST);
        whole.retain(is_short);
        whole.sort_by_key(|path| chance::of(&wine::name(path)));
        whole.truncate(WINES);
    }
    let setting = Setting::new(vec![wine::FOLDER.into()], vec![wine::DEFINE]);
    Corpus::new(setting, whole)
}

/// How many mistakes of a kind somebody wants to see.
fn cases() -> Option<usize> {
    std::env::var("CASES").ok()?.parse().ok()
}

fn study(corpus: &Corpus, count: usize, golden: &str) -> Result<(), Failed> {
    let show = std::env::var("SHOW").ok();
    let count = cases().unwrap_or(count);
    let mut rows = Vec::new();
    let mut failures = String::new();
    for kind in kinds::all() {
        let mut row = Row::new(kind.name);
        for (input, text, mistake) in corpus.draw(&kind, count) {
            let verdict = corpus.setting.judge(&input.path, &text.source, &mistake);
            let has_suggestion = mistake.meant.is_some();
            let is_perfect =
                verdict.messages == 1 && verdict.in_place && verdict.offered == has_suggestion;
            if !is_perfect && show.as_ref().is_some_and(|part| kind.name.contains(part)) {
                println!("{}", described(kind.name, input, text, &mistake, &verdict));
            }
            if !verdict.survived || verdict.messages > HANDFUL {
                failures += &described(kind.name, input, text, &mistake, &verdict);
            }
            row.add(&verdict, has_suggestion);
        }
        rows.push(row);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/mistakes")
        .join(golden);
    let actual = table(&rows);
    if cases().is_some() {
        println!("{actual}");
        return match failures.is_empty() {
            true => Ok(()),
            false => Err(failures.into()),
        };
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &actual)?;
    }
    let expected = std::fs::read_to_string(&path)
        .unwrap_or_default()
        .replace('\r', "");
    if actual != expected {
        failures += &format!("expected:\n{expected}\nactual:\n{actual}");
    }
    match failures.is_empty() {
        true => Ok(()),
        false => Err(failures.into()),
    }
}

fn described(
    kind: &str,
    input: &Input,
    text: &Text,
    mistake: &Mistake,
    verdict: &Verdict,
) -> String {
    let wrong = mistake.apply(&text.source);
    let at = mistake.range.start;
    let line = wrong[..at].matches('\n').count() + 1;
    let start = wrong[..at].rfind('\n').map_or(0, |at| at + 1);
    let end = wrong[at..]
        .find('\n')
        .map_or(wrong.len(), |length| at + length);
    format!(
        "==== {kind}: {}:{line}, {} messages{}{}{}\n{}\n{}\n",
        input.path.display(),
        verdict.messages,
        if verdict.survived { "" } else { ", PANIC" },
        if verdict.in_place { "" } else { ", elsewhere" },
        if mistake.meant.is_some() && !verdict.offered {
            ", no suggestion"
        } else {
            ""
        },
        &wrong[start..end],
        verdict.rendered,
    )
}
