//! Types that are not what their place wants.

use super::Named;
use crate::mistake::Mistake;
use crate::text::{Inside, Kind, Text};

pub const KINDS: &[Named] = &[
    ("`[out]` without pointer", out),
    ("interface without `*`", by_value),
    ("`unsigned float`", unsigned_float),
    ("parameter without type", untyped),
];

const NUMBERS: &[&str] = &["ULONG", "LONG", "DWORD", "long", "UINT", "BOOL", "int"];

/// `[in] ULONG n` becomes `[out] ULONG n`.
fn out(text: &Text) -> Vec<Mistake> {
    let parameter = |at: usize| (0..5).map(move |more| text.at(Some(at + more)));
    text.words("in")
        .filter(|at| {
            let mut next = parameter(*at);
            let is_plain = next.by_ref().take(2).eq(["in", "]"])
                && next.next().is_some_and(|ty| NUMBERS.contains(&ty));
            let end = next.nth(1);
            is_plain && matches!(end, Some("," | ")")) && text.at(at.checked_sub(1)) == "["
        })
        .map(|at| Mistake::replace(text.pieces[at].range.clone(), "out"))
        .collect()
}

/// `IFoo *foo` becomes `IFoo foo`.
fn by_value(text: &Text) -> Vec<Mistake> {
    (1..text.pieces.len())
        .filter(|at| text.at(Some(*at)) == "*" && text.pieces[*at].inside == Inside::Parentheses)
        .filter(|at| {
            let ty = text.at(at.checked_sub(1));
            let mut letters = ty.chars();
            let is_interface = letters.next() == Some('I')
                && letters.next().is_some_and(|c| c.is_ascii_uppercase())
                && letters.next().is_some_and(|c| c.is_ascii_lowercase());
            is_interface && text.pieces[at + 1].kind == Kind::Word
        })
        .map(|at| {
            // The name must not become one word with the type.
            Mistake::replace(text.pieces[at].range.clone(), " ")
        })
        .collect()
}

fn parameters_of<'a>(text: &'a Text) -> impl Iterator<Item = usize> + 'a {
    (1..text.pieces.len())
        .filter(|at| NUMBERS.contains(&text.at(Some(*at))) && text.at(at.checked_sub(1)) == "]")
        .filter(|at| text.pieces[*at].inside == Inside::Parentheses)
}

fn unsigned_float(text: &Text) -> Vec<Mistake> {
    parameters_of(text)
        .map(|at| Mistake::replace(text.pieces[at].range.clone(), "unsigned float"))
        .collect()
}

/// `[in] ULONG *n` becomes `[in] *n`.
fn untyped(text: &Text) -> Vec<Mistake> {
    parameters_of(text)
        .filter(|at| text.at(Some(at + 1)) == "*")
        .map(|at| Mistake::remove(text.pieces[at].range.clone()))
        .collect()
}
