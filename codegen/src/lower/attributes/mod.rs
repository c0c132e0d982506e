//! Attributes: the table says what may stand where; what passes is read by name.

mod arguments;
mod place;
mod table;

pub(super) use place::Place;

use super::Lowering;
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::schema::Guid;
use crate::source::Span;
use crate::syntax::tree::{Attribute, Expression, ExpressionKind};
use smallvec::SmallVec;

/// The attributes of one place that the table allows there, with arguments of the right form.
#[derive(Clone, Debug, Default)]
pub(super) struct Attributes<'a> {
    list: SmallVec<[&'a Attribute; 4]>,
    /// The bits of the names' first letters: most questions are about attributes that are not there.
    initials: u32,
}

/// A bit for the first letter of a name.
fn initial(name: &str) -> u32 {
    name.bytes().next().map_or(0, |byte| 1 << (byte & 31))
}

impl<'a> Attributes<'a> {
    /// Whether the attribute is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The attribute of that name; the last one where it is repeated.
    pub(super) fn get(&self, name: &str) -> Option<&'a Attribute> {
        self.all(name).last()
    }

    /// Where the attribute stands.
    pub(super) fn span(&self, name: &str) -> Option<Span> {
        self.get(name).map(|attribute| attribute.span)
    }

    /// Every attribute of that name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &'a Attribute> {
        let list = match self.initials & initial(name) {
            0 => &[],
            _ => self.list.as_slice(),
        };
        let list = list.iter().copied();
        list.filter(move |attribute| attribute.name.text == name)
    }

    /// The attribute's first argument.
    pub(super) fn argument(&self, name: &str) -> Option<&'a Expression> {
        arguments(self.get(name)?).next()
    }

    /// The attribute's argument, where it is a string.
    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        match &self.argument(name)?.kind {
            ExpressionKind::String(text) | ExpressionKind::WideString(text) => Some(text),
            _ => None,
        }
    }

    /// The UUID that the attribute of that name gives, if it is well-formed.
    pub(super) fn uuid(&self, name: &str) -> Option<Guid> {
        guid(self.argument(name)?)
    }

    /// These, and those that stand at another place of the same thing.
    pub(super) fn and(mut self, other: Attributes<'a>) -> Self {
        self.list.extend(other.list);
        self.initials |= other.initials;
        self
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// The arguments of an attribute, without empty slots.
pub(super) fn arguments(attribute: &Attribute) -> impl Iterator<Item = &Expression> {
    attribute.arguments.iter().flatten().flatten()
}

/// The GUID that an expression spells.
pub(super) fn guid(expression: &Expression) -> Option<Guid> {
    match &expression.kind {
        ExpressionKind::Uuid(text) | ExpressionKind::String(text) => text.parse().ok(),
        _ => None,
    }
}

impl Lowering<'_> {
    /// Judges the attributes of a place, which may count as several (a typedef with a struct's body is both), and
    /// returns those that stand.
    pub(super) fn attributes<'a>(
        &mut self,
        attributes: &'a [Attribute],
        places: &[Place],
    ) -> Attributes<'a> {
        let mut stand = Attributes::default();
        for attribute in attributes {
            match judge(attribute, places) {
                Ok(()) => {
                    stand.list.push(attribute);
                    stand.initials |= initial(&attribute.name.text);
                }
                Err(diagnostic) => self.report(*diagnostic),
            }
        }
        stand
    }
}

fn judge(attribute: &Attribute, places: &[Place]) -> Result<(), Box<Diagnostic>> {
    let name = attribute.name.text.as_str();
    let Some(place) = places.first() else {
        return Ok(());
    };
    let rows = table::rows(name);
    if rows.is_empty() {
        let unknown = Diagnostic::at(
            Code::UnknownAttribute,
            attribute.name.span,
            format!("unknown attribute `{name}`"),
        )
        .label("ignored");
        return Err(Box::new(match nearest(name, table::names()) {
            Some(known) => unknown.help(format!("an attribute of a similar name is `{known}`")),
            None => unknown,
        }));
    }
    let fits = |row: &&table::Row| places.iter().any(|place| row.places.contains(place));
    let Some(row) = rows.iter().find(fits) else {
        let allowed: Vec<&str> = rows
            .iter()
            .flat_map(|row| row.places)
            .map(|place| place.with_article())
            .collect();
        return Err(Box::new(
            Diagnostic::at(
                Code::MisplacedAttribute,
                attribute.span,
                format!("`{name}` cannot stand on {}", place.with_article()),
            )
            .label("means nothing here")
            .help(format!("it may stand on {}", list(&allowed))),
        ));
    };
    arguments::judge(attribute, row.arguments).map_err(Box::new)
}

/// `a, b or c`
fn list(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [start @ .., last] => format!("{} or {last}", start.join(", ")),
    }
}
