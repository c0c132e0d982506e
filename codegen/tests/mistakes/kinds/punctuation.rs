//! Marks that are left out or typed twice.

use super::Named;
use crate::mistake::Mistake;
use crate::text::{Inside, Kind, Text};

pub const KINDS: &[Named] = &[
    ("`;` left out", |text| left_out(text, b';')),
    ("`,` left out", |text| left_out(text, b',')),
    ("`(` left out", |text| left_out(text, b'(')),
    ("`)` left out", |text| left_out(text, b')')),
    ("`[` left out", |text| left_out(text, b'[')),
    ("`]` left out", |text| left_out(text, b']')),
    ("`{` left out", |text| left_out(text, b'{')),
    ("`}` left out", |text| left_out(text, b'}')),
    ("`:` left out", |text| left_out(text, b':')),
    ("`,` doubled", |text| doubled(text, b',')),
    ("`(` doubled", |text| doubled(text, b'(')),
    ("`)` doubled", |text| doubled(text, b')')),
    ("`[` doubled", |text| doubled(text, b'[')),
    ("`]` doubled", |text| doubled(text, b']')),
    ("`{` doubled", |text| doubled(text, b'{')),
    ("`}` doubled", |text| doubled(text, b'}')),
    ("`,` for `;`", |text| instead(text, b';', ",")),
    ("`;` for `,`", |text| instead(text, b',', ";")),
    ("`)` for `]`", |text| instead(text, b']', ")")),
    ("`]` for `)`", |text| instead(text, b')', "]")),
];

/// The places of a mark that cannot be missed.
fn needed(text: &Text, mark: u8) -> impl Iterator<Item = usize> + '_ {
    let is_it = move |at: &usize| text.pieces[*at].kind == Kind::Mark(mark);
    (0..text.pieces.len()).filter(is_it).filter(move |at| {
        let before = text.at(at.checked_sub(1));
        let behind = text.at(Some(at + 1));
        match mark {
            // It may follow a body, and `cpp_quote("")`.
            b';' => !matches!(before, "}" | ")" | ";" | "{") || is_method(text, *at),
            // Empty arguments, and the last of a list.
            b',' => !matches!(before, "," | "(" | "[") && !matches!(behind, "," | ")" | "]" | "}"),
            // `module` and the like have none; a `switch` has more of them.
            b':' => is_base(text, *at),
            _ => true,
        }
    })
}

/// Whether the `;` ends a function.
fn is_method(text: &Text, semicolon: usize) -> bool {
    let before = semicolon.checked_sub(1);
    text.at(before) == ")"
        && before.is_some_and(|at| text.pieces[at].inside == Inside::Parentheses)
        && open_of(text, semicolon - 1).is_some_and(|open| {
            let name = open.checked_sub(1);
            let ty = open.checked_sub(2);
            let is_word =
                |at: Option<usize>| at.is_some_and(|at| text.pieces[at].kind == Kind::Word);
            is_word(name) && is_word(ty)
        })
}

fn is_base(text: &Text, colon: usize) -> bool {
    let keyword = colon.checked_sub(2);
    text.at(keyword) == "interface"
}

/// The bracket that a bracket closes.
fn open_of(text: &Text, close: usize) -> Option<usize> {
    let mut depth = 0;
    for at in (0..=close).rev() {
        match text.pieces[at].kind {
            Kind::Mark(b')' | b']' | b'}') => depth += 1,
            Kind::Mark(b'(' | b'[' | b'{') => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

fn close_of(text: &Text, open: usize) -> Option<usize> {
    (open..text.pieces.len()).find(|close| {
        matches!(text.pieces[*close].kind, Kind::Mark(b')' | b']' | b'}'))
            && open_of(text, *close) == Some(open)
    })
}

/// A mistake at a bracket is as well shown at its partner.
fn with_partner(text: &Text, mark: usize, mistake: Mistake) -> Mistake {
    let partner = match text.pieces[mark].kind {
        Kind::Mark(b')' | b']' | b'}') => open_of(text, mark),
        Kind::Mark(b'(' | b'[' | b'{') => close_of(text, mark),
        _ => None,
    };
    let mistake = match partner {
        Some(partner) => mistake.also(text.pieces[partner].range.start),
        None => mistake,
    };
    // That a body goes on is noticed at the next item, behind its attributes.
    let next = (mark + 1..text.pieces.len())
        .find(|at| text.pieces[*at].inside == Inside::Nothing || text.at(Some(*at)) == "interface");
    match next.filter(|_| text.pieces[mark].kind == Kind::Mark(b'}')) {
        Some(next) => mistake.also(text.pieces[next].range.start),
        None => mistake,
    }
}

fn left_out(text: &Text, mark: u8) -> Vec<Mistake> {
    let remove = |at: usize| Mistake::remove(text.pieces[at].range.clone());
    needed(text, mark)
        .map(|at| with_partner(text, at, remove(at)))
        .collect()
}

fn doubled(text: &Text, mark: u8) -> Vec<Mistake> {
    let twice = |at: usize| {
        let end = text.pieces[at].range.end;
        Mistake::insert(end, &char::from(mark).to_string())
    };
    needed(text, mark)
        // Of attributes and arguments some may be empty; a body that is behind another one is none of ours.
        .filter(|at| mark != b',' || text.pieces[*at].inside == Inside::Parentheses)
        .filter(|at| mark != b'(' || text.pieces[*at].inside == Inside::Parentheses)
        .map(|at| with_partner(text, at, twice(at)))
        .collect()
}

fn instead(text: &Text, mark: u8, by: &str) -> Vec<Mistake> {
    needed(text, mark)
        .map(|at| {
            let mistake = Mistake::replace(text.pieces[at].range.clone(), by);
            with_partner(text, at, mistake)
        })
        .collect()
}
