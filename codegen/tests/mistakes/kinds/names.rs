//! Words that are misspelled, missing or there twice.

use super::Named;
use crate::mistake::Mistake;
use crate::spelling::misspelled;
use crate::text::{Inside, Kind, Text};

pub const KINDS: &[Named] = &[
    ("keyword misspelled", keyword),
    ("type misspelled", ty),
    ("base misspelled", base),
    ("operand misspelled", operand),
    ("constant misspelled", constant),
    ("method without name", |text| unnamed(text, "(")),
    ("field without name", |text| unnamed(text, ";")),
    ("field twice", field),
    ("parameter twice", parameter),
    ("interface twice", interface),
];

const KEYWORDS: &[&str] = &[
    "interface",
    "dispinterface",
    "coclass",
    "library",
    "typedef",
    "struct",
    "union",
    "enum",
    "const",
    "unsigned",
    "import",
    "cpp_quote",
    "importlib",
    "methods",
    "properties",
    "void",
    "long",
];

/// The word, misspelled, unless that is a word of the file, too.
fn misspell(text: &Text, at: usize) -> Option<Mistake> {
    let piece = &text.pieces[at];
    let word = text.of(piece);
    let seed = piece.range.start.to_string();
    let wrong = misspelled(word, &seed);
    let is_another = wrong == word || text.words(&wrong).next().is_some();
    (!is_another && word.len() > 3)
        .then(|| Mistake::replace(piece.range.clone(), wrong).meant(word))
}

fn keyword(text: &Text) -> Vec<Mistake> {
    (0..text.pieces.len())
        .filter(|at| KEYWORDS.contains(&text.at(Some(*at))))
        .filter(|at| {
            !matches!(
                text.pieces[*at].inside,
                Inside::Attributes | Inside::Arguments
            )
        })
        .filter_map(|at| misspell(text, at))
        .collect()
}

/// Whether a declared name follows, behind stars.
fn is_type(text: &Text, at: usize) -> bool {
    let mut next = at + 1;
    while text.at(Some(next)) == "*" {
        next += 1;
    }
    let is_word = |at: usize| {
        text.pieces
            .get(at)
            .is_some_and(|piece| piece.kind == Kind::Word)
    };
    is_word(at)
        && is_word(next)
        && matches!(text.at(Some(next + 1)), ")" | "," | ";" | "(" | "[")
        && matches!(text.pieces[at].inside, Inside::Parentheses | Inside::Braces)
        && !matches!(
            text.at(at.checked_sub(1)),
            "struct" | "enum" | "union" | "interface" | "unsigned" | "signed"
        )
        && text
            .of(&text.pieces[at])
            .starts_with(|c: char| c.is_ascii_uppercase())
}

fn ty(text: &Text) -> Vec<Mistake> {
    (0..text.pieces.len())
        .filter(|at| is_type(text, *at))
        .filter_map(|at| misspell(text, at))
        .collect()
}

fn base(text: &Text) -> Vec<Mistake> {
    text.words("interface")
        .filter(|at| text.at(Some(at + 2)) == ":")
        .filter_map(|at| misspell(text, at + 3))
        .collect()
}

/// What a `size_is` and its likes name.
fn operand(text: &Text) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    for attribute in ["size_is", "length_is", "iid_is", "max_is", "switch_is"] {
        for at in text.words(attribute) {
            let name = (at + 2..at + 4).find(|at| {
                text.pieces
                    .get(*at)
                    .is_some_and(|piece| piece.kind == Kind::Word)
            });
            mistakes.extend(name.and_then(|name| misspell(text, name)));
        }
    }
    mistakes
}

/// A name in capital letters in an array's bound, or in another constant.
fn constant(text: &Text) -> Vec<Mistake> {
    (1..text.pieces.len())
        .filter(|at| text.pieces[*at].kind == Kind::Word)
        .filter(|at| text.pieces[*at].inside == Inside::Array || text.at(at.checked_sub(1)) == "=")
        .filter(|at| {
            text.of(&text.pieces[*at])
                .starts_with(|c: char| c.is_ascii_uppercase())
        })
        .filter(|at| !matches!(text.of(&text.pieces[*at]), "TRUE" | "FALSE" | "L" | "NULL"))
        .filter_map(|at| misspell(text, at))
        .collect()
}

/// A declared name in a body, before this mark, is left out.
fn unnamed(text: &Text, mark: &str) -> Vec<Mistake> {
    (1..text.pieces.len())
        .filter(|at| text.pieces[*at].inside == Inside::Braces && is_type(text, at - 1))
        .filter(|at| text.at(Some(at + 1)) == mark)
        .map(|at| Mistake::remove(text.pieces[at].range.clone()))
        .collect()
}

/// The declarations `TYPE name` of one list, as the places of their names, each with the one before it.
fn neighbours<'a>(
    text: &'a Text,
    inside: Inside,
    end: &'a str,
) -> impl Iterator<Item = (usize, usize)> + 'a {
    let names: Vec<usize> = (1..text.pieces.len())
        .filter(|at| {
            text.pieces[*at].inside == inside
                && text.at(Some(at + 1)) == end
                && is_type(text, at - 1)
        })
        .collect();
    let pairs: Vec<(usize, usize)> = names.windows(2).map(|pair| (pair[0], pair[1])).collect();
    pairs.into_iter().filter(move |(first, second)| {
        // Nothing between them is the end of the list, or the start of another one.
        !(*first..*second).any(|at| matches!(text.at(Some(at)), "}" | "{"))
            && (inside == Inside::Braces || !(*first..*second).any(|at| text.at(Some(at)) == ";"))
    })
}

fn twice(text: &Text, first: usize, second: usize) -> Mistake {
    let name = text.of(&text.pieces[first]);
    Mistake::replace(text.pieces[second].range.clone(), name)
}

fn field(text: &Text) -> Vec<Mistake> {
    neighbours(text, Inside::Braces, ";")
        .map(|(first, second)| twice(text, first, second))
        .collect()
}

fn parameter(text: &Text) -> Vec<Mistake> {
    neighbours(text, Inside::Parentheses, ",")
        .map(|(first, second)| twice(text, first, second))
        .collect()
}

/// The second of two interfaces has the name of the first.
fn interface(text: &Text) -> Vec<Mistake> {
    let defined: Vec<usize> = text
        .words("interface")
        .filter(|at| text.at(Some(at + 2)) == ":")
        .map(|at| at + 1)
        .collect();
    defined
        .windows(2)
        .map(|pair| twice(text, pair[0], pair[1]))
        .collect()
}
