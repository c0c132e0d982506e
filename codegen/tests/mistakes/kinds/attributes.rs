//! Attributes that are misspelled, in the wrong place, or wrong inside.

use super::Named;
use crate::mistake::Mistake;
use crate::spelling::misspelled;
use crate::text::{Inside, Kind, Text};
use std::ops::Range;

pub const KINDS: &[Named] = &[
    ("attribute misspelled", misspell),
    ("`in` on an interface", |text| at_interfaces(text, "in, ")),
    ("`size_is` on an interface", |text| {
        at_interfaces(text, "size_is(1), ")
    }),
    ("`object` on a parameter", |text| {
        at_parameters(text, "object, ")
    }),
    ("`uuid` on a parameter", |text| {
        at_parameters(text, "uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd), ")
    }),
    ("`size_is` without argument", bare_size),
    ("uuid: digit missing", |text| {
        uuids(text, |uuid| uuid[1..].to_owned())
    }),
    ("uuid: digit too many", |text| {
        uuids(text, |uuid| format!("{uuid}0"))
    }),
    ("uuid: `-` missing", |text| {
        uuids(text, |uuid| uuid.replacen('-', "", 1))
    }),
    ("uuid: letter O for zero", |text| {
        uuids(text, |uuid| format!("O{}", &uuid[1..]))
    }),
    ("uuid: empty", |text| uuids(text, |_| String::new())),
];

fn misspell(text: &Text) -> Vec<Mistake> {
    (0..text.pieces.len())
        .filter(|at| {
            text.pieces[*at].inside == Inside::Attributes && text.pieces[*at].kind == Kind::Word
        })
        .filter_map(|at| {
            let piece = &text.pieces[at];
            let word = text.of(piece);
            let wrong = misspelled(word, &piece.range.start.to_string());
            // Macros are something else.
            let is_attribute =
                word.len() > 3 && word.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            (is_attribute && wrong != word)
                .then(|| Mistake::replace(piece.range.clone(), wrong).meant(word))
        })
        .collect()
}

/// Behind the `[` of interfaces.
fn at_interfaces(text: &Text, attribute: &str) -> Vec<Mistake> {
    text.words("object")
        .filter(|at| text.pieces[*at].inside == Inside::Attributes)
        .map(|at| Mistake::insert(text.pieces[at].range.start, attribute))
        .collect()
}

/// Behind the `[` of parameters.
fn at_parameters(text: &Text, attribute: &str) -> Vec<Mistake> {
    text.words("in")
        .chain(text.words("out"))
        .filter(|at| text.at(at.checked_sub(1)) == "[")
        .map(|at| Mistake::insert(text.pieces[at].range.start, attribute))
        .collect()
}

/// `size_is(n)` becomes `size_is`.
fn bare_size(text: &Text) -> Vec<Mistake> {
    text.words("size_is")
        .filter_map(|at| {
            let end = (at..text.pieces.len()).find(|at| text.at(Some(*at)) == ")")?;
            let is_plain = end == at + 3;
            is_plain.then(|| {
                Mistake::remove(text.pieces[at + 1].range.start..text.pieces[end].range.end)
            })
        })
        .collect()
}

fn uuids(text: &Text, change: fn(&str) -> String) -> Vec<Mistake> {
    let inside = |at: usize| -> Option<Range<usize>> {
        let end = (at..text.pieces.len()).find(|at| text.at(Some(*at)) == ")")?;
        Some(text.pieces[at + 2].range.start..text.pieces[end].range.start)
    };
    text.words("uuid")
        .filter(|at| text.at(Some(at + 1)) == "(")
        .filter_map(inside)
        .filter(|range| range.len() == 36)
        .map(|range| Mistake::replace(range.clone(), change(&text.source[range])))
        .collect()
}
