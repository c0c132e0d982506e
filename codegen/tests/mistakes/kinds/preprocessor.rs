//! What the lexer and the preprocessor see: comments, quotes, directives, macros; and imports.

use super::Named;
use crate::mistake::Mistake;
use crate::spelling::misspelled;
use crate::text::{Kind, Text};
use std::ops::Range;

pub const KINDS: &[Named] = &[
    ("comment without end", comment),
    ("string without end", |text| {
        strings(text, |string| string[..string.len() - 1].to_owned())
    }),
    ("word processor's quotes", |text| {
        strings(text, |string| string.replacen('"', "\u{201c}", 1))
    }),
    ("`#endif` left out", |text| {
        directives(text, "#endif", |_| String::new())
    }),
    ("`#if` left out", |text| {
        directives(text, "#if", |_| String::new())
    }),
    ("directive misspelled", misspelled_directive),
    ("macro: argument too many", |text| {
        uses(text, |inside| format!("{inside}, extra"))
    }),
    ("macro: argument missing", argument_missing),
    ("macro misspelled", macro_misspelled),
    ("import left out", import),
    ("import misspelled", import_misspelled),
];

/// What follows is swallowed up to the next comment's end, or the file's; so only of the last one the end is left out.
fn comment(text: &Text) -> Vec<Mistake> {
    let last = text.comments.last().map(|range| {
        let end = range.end;
        Mistake::remove(end - 2..end).also(range.start)
    });
    last.into_iter().collect()
}

fn strings(text: &Text, change: fn(&str) -> String) -> Vec<Mistake> {
    text.pieces
        .iter()
        .filter(|piece| piece.kind == Kind::Quoted && text.of(piece).starts_with('"'))
        .map(|piece| Mistake::replace(piece.range.clone(), change(text.of(piece))))
        .collect()
}

fn directives(text: &Text, name: &str, change: fn(&str) -> String) -> Vec<Mistake> {
    let lines: Vec<&Range<usize>> = text.directives.iter().collect();
    let starts = |range: &Range<usize>| text.source[range.clone()].starts_with(name);
    let partners = pairs(text);
    lines
        .into_iter()
        .filter(|range| starts(range))
        .map(|range| {
            let mistake = Mistake::replace(range.clone(), change(&text.source[range.clone()]));
            let partner = partners
                .iter()
                .find(|(a, b)| *a == range.start || *b == range.start);
            match partner {
                Some((a, b)) => mistake.also(*a).also(*b),
                None => mistake,
            }
        })
        .collect()
}

/// Where each conditional starts and ends.
fn pairs(text: &Text) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    for range in &text.directives {
        let line = &text.source[range.clone()];
        if line.starts_with("#if") {
            open.push(range.start);
        } else if line.starts_with("#endif") {
            pairs.extend(open.pop().map(|start| (start, range.start)));
        }
    }
    pairs
}

fn misspelled_directive(text: &Text) -> Vec<Mistake> {
    text.directives
        .iter()
        .filter_map(|range| {
            let start = range.start + 1;
            let line = &text.source[start..range.end];
            let length = line
                .find(|c: char| !c.is_ascii_lowercase())
                .unwrap_or(line.len());
            let word = &line[..length];
            // Of a conditional both ends are in the way.
            let is_plain = matches!(
                word,
                "include" | "define" | "ifdef" | "ifndef" | "endif" | "pragma" | "undef"
            );
            let wrong = is_plain.then(|| misspelled(word, &start.to_string()))?;
            (wrong != word).then(|| Mistake::replace(start..start + length, wrong).meant(word))
        })
        .collect()
}

/// The macros with parameters that the file defines.
fn macros(text: &Text) -> Vec<&str> {
    text.directives
        .iter()
        .filter_map(|range| {
            let line = text.source[range.clone()].strip_prefix("#define ")?;
            let name = line.trim_start().split_once('(')?.0;
            name.chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '_')
                .then_some(name)
        })
        .collect()
}

/// The parentheses of the uses of such macros, from behind `(` to before `)`.
fn arguments<'a>(text: &'a Text) -> impl Iterator<Item = Range<usize>> + 'a {
    let names = macros(text);
    (0..text.pieces.len())
        .filter(move |at| names.contains(&text.at(Some(*at))) && text.at(Some(at + 1)) == "(")
        .filter_map(|at| {
            let mut depth = 0;
            let end = (at + 1..text.pieces.len()).find(|at| {
                match text.at(Some(*at)) {
                    "(" => depth += 1,
                    ")" => depth -= 1,
                    _ => {}
                }
                depth == 0
            })?;
            Some(text.pieces[at + 1].range.end..text.pieces[end].range.start)
        })
}

fn uses(text: &Text, change: fn(&str) -> String) -> Vec<Mistake> {
    arguments(text)
        .map(|range| Mistake::replace(range.clone(), change(&text.source[range])))
        .collect()
}

fn argument_missing(text: &Text) -> Vec<Mistake> {
    arguments(text)
        .filter_map(|range| {
            let comma = text.source[range.clone()].rfind(',')?;
            Some(Mistake::remove(range.start + comma..range.end))
        })
        .collect()
}

fn macro_misspelled(text: &Text) -> Vec<Mistake> {
    let names = macros(text);
    (0..text.pieces.len())
        .filter(|at| names.contains(&text.at(Some(*at))) && text.at(Some(at + 1)) == "(")
        .filter_map(|at| {
            let piece = &text.pieces[at];
            let word = text.of(piece);
            let wrong = misspelled(word, &piece.range.start.to_string());
            (wrong != word).then(|| Mistake::replace(piece.range.clone(), wrong).meant(word))
        })
        .collect()
}

fn import(text: &Text) -> Vec<Mistake> {
    text.words("import")
        .filter_map(|at| {
            let is_one = text.at(Some(at + 2)) == ";";
            is_one.then(|| {
                Mistake::remove(text.pieces[at].range.start..text.pieces[at + 2].range.end)
            })
        })
        .collect()
}

fn import_misspelled(text: &Text) -> Vec<Mistake> {
    text.words("import")
        .filter_map(|at| {
            let piece = text.pieces.get(at + 1)?;
            let name = text.of(piece).trim_matches('"');
            let stem = name.strip_suffix(".idl")?;
            let wrong = misspelled(stem, &piece.range.start.to_string());
            let is_wrong = wrong != stem;
            is_wrong.then(|| {
                Mistake::replace(piece.range.clone(), format!("\"{wrong}.idl\"")).meant(name)
            })
        })
        .collect()
}
