//! Items, passed over without a token being made of them.

use super::Vocabulary;
use super::parts::fields;
use super::text::{Class, Cursor};
use crate::syntax::declared::{Mark, Marks, Quoted, Role, declaration, quoted};
use crate::syntax::lexer::{UUID_LENGTH, starts_with_uuid};
use crate::syntax::token::TokenKind;

/// What an item says of itself.
#[derive(Debug, Default)]
pub(in crate::syntax) struct Item<'a> {
    /// The names that it gives.
    pub(in crate::syntax) names: Vec<&'a str>,
    /// The UUIDs in the attributes in front of its body.
    pub(in crate::syntax) ids: Vec<&'a str>,
    /// Whether it is an interface whose braces have been opened.
    pub(in crate::syntax) opens: bool,
}

/// The end of the item that begins at `at`, which `out` tells of; `None` where none does that may be passed over. Of an interface, no
/// more is passed over than what stands in front of its items.
pub(in crate::syntax) fn item<'a>(
    text: &'a str,
    at: usize,
    words: &impl Vocabulary,
    out: &mut Item<'a>,
) -> Option<usize> {
    out.names.clear();
    out.ids.clear();
    out.opens = false;
    let cursor = Cursor::new(text, at);
    let mut reader = Reader { cursor, words, out };
    let first = reader.attributes()?;
    match (first.role, first.name) {
        (Role::Interface, _) => reader.interface()?,
        (Role::Typedef | Role::Enum | Role::Record, _) | (Role::Item, "const") => {
            let mut declared = Declared {
                reader: &mut reader,
                first: Some(first),
                body: Role::Name,
            };
            let is_function = declaration(&mut declared)?;
            if is_function {
                return None;
            }
        }
        (Role::Item, "cpp_quote") => reader.quote()?,
        _ => return None,
    }
    Some(reader.cursor.at)
}

struct Reader<'r, 'a, V> {
    cursor: Cursor<'a>,
    words: &'r V,
    out: &'r mut Item<'a>,
}

impl<'a, V: Vocabulary> Reader<'_, 'a, V> {
    /// The next mark, which is no macro: it might stand for names.
    fn next(&mut self) -> Option<Mark<&'a str>> {
        let mark = self.cursor.next_mark()?;
        let is_macro = mark.kind == TokenKind::Ident && self.words.is_macro(mark.name);
        (!is_macro).then_some(mark)
    }

    /// Passes over attributes, and what comes then.
    fn attributes(&mut self) -> Option<Mark<&'a str>> {
        loop {
            self.cursor.pass_blanks()?;
            if self.cursor.byte() != Some(b'[') {
                return self.next();
            }
            self.pass_into_brackets()?;
            self.cursor.at += 1;
        }
    }

    /// Passes over the `[` here and what stands in these brackets, but for the last one.
    fn pass_into_brackets(&mut self) -> Option<()> {
        let start = self.cursor.at;
        self.cursor.pass_into_brackets(self.words)?;
        self.out.ids.extend(ids(self.cursor.since(start)));
        Some(())
    }

    /// The rest of `interface I;` or `interface I : B {`.
    fn interface(&mut self) -> Option<()> {
        let name = self.next().filter(|name| name.kind == TokenKind::Ident)?;
        self.out.names.push(name.name);
        let mut behind = self.next()?.kind;
        if behind == TokenKind::Semicolon {
            return Some(());
        }
        if behind == TokenKind::Colon {
            self.next().filter(|base| base.kind == TokenKind::Ident)?;
            behind = self.next()?.kind;
        }
        self.out.opens = behind == TokenKind::LeftBrace;
        self.out.opens.then_some(())
    }

    /// The fields behind the `{`: there are no names among them, unless they have to be gone through one by one.
    fn fields(&mut self) {
        self.cursor.at = fields(self.cursor.text(), self.cursor.at, self.words);
    }

    /// The enumerators behind the `{`, up to the `}`.
    fn enumerators(&mut self) -> Option<()> {
        let cursor = &mut self.cursor;
        let mut depth = 0usize;
        let mut is_behind_comma = true;
        loop {
            match cursor.pass_plain_but(b',') {
                Class::Letter | Class::Digit => {
                    let word = cursor.word();
                    if self.words.is_macro(word) {
                        return None;
                    }
                    if is_behind_comma && depth == 0 {
                        self.out.names.push(word);
                        is_behind_comma = false;
                    }
                    continue;
                }
                Class::Mark => is_behind_comma |= depth == 0,
                Class::Open => depth += 1,
                Class::Close => depth = depth.checked_sub(1)?,
                Class::Slash if cursor.is_at_comment() => {
                    cursor.pass_comment()?;
                    continue;
                }
                Class::Quote => {
                    cursor.pass_string()?;
                    continue;
                }
                Class::Slash | Class::Angle => {}
                Class::RightBrace if depth == 0 => return Some(()),
                _ => return None,
            }
            cursor.at += 1;
        }
    }

    /// The rest of `cpp_quote("…")`, but for directives.
    fn quote(&mut self) -> Option<()> {
        let cursor = &mut self.cursor;
        cursor.expect(b'(')?;
        cursor.pass_blanks()?;
        let start = cursor.at;
        if cursor.class() != Class::Quote {
            return None;
        }
        cursor.pass_string()?;
        let string = cursor.since(start);
        cursor.expect(b')')?;
        match quoted(string) {
            Quoted::Directive => return None,
            Quoted::Named(name) => self.out.names.push(name),
            Quoted::Code => {}
        }
        // A semicolon may stand behind it.
        let end = *cursor;
        if cursor.expect(b';').is_none() {
            *cursor = end;
        }
        Some(())
    }
}

/// The text of a typedef, type or constant.
struct Declared<'s, 'r, 'a, V> {
    reader: &'s mut Reader<'r, 'a, V>,
    /// The first mark, which was read.
    first: Option<Mark<&'a str>>,
    /// What the next `{` belongs to.
    body: Role,
}

impl<'a, V: Vocabulary> Marks for Declared<'_, '_, 'a, V> {
    type Name = &'a str;

    /// The next mark; none of what stands in brackets, and in braces that can be passed over.
    fn next(&mut self) -> Option<Mark<&'a str>> {
        let mark = match self.first.take() {
            Some(first) => first,
            None => self.reader.next()?,
        };
        match mark.kind {
            TokenKind::Ident if matches!(mark.role, Role::Record | Role::Enum) => {
                self.body = mark.role;
            }
            TokenKind::LeftBrace if self.body == Role::Record => self.reader.fields(),
            TokenKind::LeftBrace if self.body == Role::Enum => self.reader.enumerators()?,
            TokenKind::LeftBracket => {
                self.reader.cursor.at -= 1;
                self.reader.pass_into_brackets()?;
            }
            _ => {}
        }
        Some(mark)
    }

    fn name(&mut self, name: &'a str) {
        self.reader.out.names.push(name);
    }
}

/// The UUIDs in a text.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let mut end = 0;
    let dashes = text.match_indices('-').map(|(at, _)| at);
    dashes.filter_map(move |dash| {
        let start = dash.checked_sub(8).filter(|start| *start >= end)?;
        let is_id = starts_with_uuid(bytes.get(start..)?);
        is_id.then(|| {
            end = start + UUID_LENGTH;
            text.get(start..end)
        })?
    })
}
