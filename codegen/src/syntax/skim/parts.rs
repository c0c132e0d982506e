//! Methods and fields, passed over without a token being made of them.

use super::Vocabulary;
use super::text::{Class, Cursor};

/// The end of the methods that begin at `at` in an interface; `at` itself where none does.
pub(in crate::syntax) fn methods(text: &str, at: usize, words: &impl Vocabulary) -> usize {
    let looks = words.any_may_define();
    let mut cursor = Cursor::new(text, at);
    loop {
        let end = cursor.at;
        if method(&mut cursor, words, looks).is_none() {
            return end;
        }
    }
}

/// Passes over a method with its semicolon. `looks`: whether any word may stand for more, or less, than a part of it.
fn method(cursor: &mut Cursor<'_>, words: &impl Vocabulary, looks: bool) -> Option<()> {
    loop {
        match cursor.pass_blanks()?.0 {
            Class::Open if cursor.byte() == Some(b'[') => {
                cursor.pass_into_brackets(words)?;
                cursor.at += 1;
            }
            Class::Letter => {
                let word = cursor.word();
                if matches!(word, "properties" | "methods") && is_at_colon(cursor) {
                    cursor.at += 1;
                } else if words.begins_definition(word) {
                    return None;
                } else if words.is_macro(word) {
                    let is_whole = words.stands_for_methods(word)
                        && cursor.pass_blanks()?.0 == Class::Semicolon;
                    cursor.at += 1;
                    return is_whole.then_some(());
                } else {
                    break;
                }
            }
            _ => return None,
        }
    }
    let mut depth = 0usize;
    let mut has_parameters = false;
    loop {
        match cursor.next_stop(words, looks)? {
            Class::Open => {
                has_parameters = true;
                depth += 1;
            }
            Class::Close => depth = depth.checked_sub(1)?,
            Class::Semicolon if depth == 0 && has_parameters => {
                cursor.at += 1;
                return Some(());
            }
            _ => return None,
        }
        cursor.at += 1;
    }
}

/// Whether a colon follows, as behind the names of the sections of a dispinterface.
fn is_at_colon(cursor: &mut Cursor<'_>) -> bool {
    cursor.pass_blanks().is_some() && cursor.byte() == Some(b':')
}

/// Whether a word in front of a name makes it one that others may use, though it stands among fields.
fn is_tag(word: &str) -> bool {
    matches!(word, "struct" | "union" | "enum" | "interface")
}

/// The end of the fields that begin at `at` behind the `{` of a struct or union, in front of the `}`; `at` itself where there
/// is more than fields, or a word that must not be passed over.
pub(in crate::syntax) fn fields(text: &str, at: usize, words: &impl Vocabulary) -> usize {
    let mut cursor = Cursor::new(text, at);
    match pass_fields(&mut cursor, words) {
        Some(()) => cursor.at,
        None => at,
    }
}

fn pass_fields(cursor: &mut Cursor<'_>, words: &impl Vocabulary) -> Option<()> {
    let mut depth = 0usize;
    loop {
        match cursor.pass_plain() {
            Class::Letter | Class::Digit => {
                let word = cursor.word();
                if is_tag(word) || words.may_define(word) {
                    return None;
                }
                continue;
            }
            Class::Slash => {
                cursor.pass_comment()?;
                continue;
            }
            Class::Quote => {
                cursor.pass_string()?;
                continue;
            }
            Class::Open => depth += 1,
            Class::Close => depth = depth.checked_sub(1)?,
            Class::Semicolon if depth == 0 => {}
            Class::RightBrace if depth == 0 => return Some(()),
            _ => return None,
        }
        cursor.at += 1;
    }
}
