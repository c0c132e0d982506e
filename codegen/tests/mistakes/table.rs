//! How many mistakes of a kind are told well, as a table for people.

use crate::judge::Verdict;
use std::fmt::Write;

#[derive(Default, Debug)]
pub struct Row {
    pub kind: &'static str,
    cases: usize,
    silent: usize,
    once: usize,
    most: usize,
    in_place: usize,
    suggestible: usize,
    offered: usize,
}

impl Row {
    pub fn new(kind: &'static str) -> Self {
        Self {
            kind,
            ..Self::default()
        }
    }

    pub fn add(&mut self, verdict: &Verdict, has_suggestion: bool) {
        self.cases += 1;
        self.silent += usize::from(verdict.messages == 0);
        self.once += usize::from(verdict.messages == 1);
        self.most = self.most.max(verdict.messages);
        self.in_place += usize::from(verdict.in_place);
        self.suggestible += usize::from(has_suggestion);
        self.offered += usize::from(verdict.offered);
    }
}

pub fn table(rows: &[Row]) -> String {
    let mut sum = Row::new("all");
    let mut out = String::from(
        "kind of mistake               cases  no message  exactly one  at most  first in place  right suggestion\n",
    );
    for row in rows.iter().filter(|row| row.cases > 0) {
        line(&mut out, row);
        sum.cases += row.cases;
        sum.silent += row.silent;
        sum.once += row.once;
        sum.most = sum.most.max(row.most);
        sum.in_place += row.in_place;
        sum.suggestible += row.suggestible;
        sum.offered += row.offered;
    }
    line(&mut out, &sum);
    out
}

fn line(out: &mut String, row: &Row) {
    let offered = match row.suggestible {
        0 => "-".to_owned(),
        count => format!("{} of {count}", row.offered),
    };
    let _ = writeln!(
        out,
        "{:<29} {:>5} {:>11} {:>12} {:>8} {:>15} {:>17}",
        row.kind, row.cases, row.silent, row.once, row.most, row.in_place, offered
    );
}
