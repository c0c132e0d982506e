//! Whether what stands in an attribute's parentheses has the form that the attribute takes.

use super::arguments;
use super::table::Arguments;
use crate::diagnostics::{Code, Diagnostic};
use crate::syntax::tree::{Attribute, Expression, ExpressionKind};

/// Judges the arguments of an attribute.
pub(super) fn judge(attribute: &Attribute, form: Arguments) -> Result<(), Diagnostic> {
    let given: Vec<&Expression> = arguments(attribute).collect();
    // What the parser could not make out has been reported by it.
    if given
        .iter()
        .any(|e| matches!(e.kind, ExpressionKind::Error))
    {
        return Ok(());
    }
    let slots = attribute.arguments.as_ref().map_or(0, Vec::len);
    let fits = match form {
        Arguments::Any => true,
        Arguments::None => given.is_empty(),
        Arguments::Expression => slots == 1 && given.len() == 1,
        Arguments::Bounds => slots == 2 && given.len() == 2,
        Arguments::Expressions => !given.is_empty(),
        Arguments::Text => slots == 1 && given.iter().all(|e| is_text(e)) && !given.is_empty(),
        Arguments::TextOrInteger => slots == 1 && given.len() == 1,
        Arguments::Name => slots == 1 && given.iter().all(|e| is_name(e)) && !given.is_empty(),
        Arguments::TypeName => slots >= 1,
        // The parser has seen to it that a UUID is one.
        Arguments::Uuid => slots == 1 && given.len() == 1,
        Arguments::UuidAndValue => slots == 2 && given.len() == 2,
        Arguments::Version => slots == 1 && given.len() == 1,
        Arguments::PointerKind => matches!(
            given.as_slice(),
            [Expression { kind: ExpressionKind::Name(kind), .. }]
                if ["ref", "unique", "ptr"].contains(&kind.as_str())
        ),
    };
    if fits {
        return Ok(());
    }
    let name = &attribute.name.text;
    Err(Diagnostic::at(
        Code::BadArguments,
        attribute.span,
        format!("`{name}` takes {}", wanted(form)),
    )
    .help(format!("write `{}`", example(name, form))))
}

fn is_text(expression: &Expression) -> bool {
    matches!(
        expression.kind,
        ExpressionKind::String(_) | ExpressionKind::WideString(_)
    )
}

fn is_name(expression: &Expression) -> bool {
    matches!(expression.kind, ExpressionKind::Name(_))
}

fn wanted(form: Arguments) -> &'static str {
    match form {
        Arguments::None => "nothing in parentheses",
        Arguments::Any | Arguments::Expression => "one argument",
        Arguments::Bounds => "the least and the greatest value",
        Arguments::Expressions => "one or more arguments",
        Arguments::Text => "a string",
        Arguments::TextOrInteger => "a string or a number",
        Arguments::Name => "a name",
        Arguments::TypeName => "the name of a type",
        Arguments::Uuid => "a UUID",
        Arguments::UuidAndValue => "a UUID and a value",
        Arguments::Version => "a version number",
        Arguments::PointerKind => "the kind of pointer: `ref`, `unique` or `ptr`",
    }
}

fn example(name: &str, form: Arguments) -> String {
    match form {
        Arguments::None => name.to_owned(),
        Arguments::Any | Arguments::Expression | Arguments::Expressions => {
            format!("{name}(expression)")
        }
        Arguments::Text | Arguments::TextOrInteger => format!("{name}(\"text\")"),
        Arguments::Bounds => format!("{name}(0, 100)"),
        Arguments::Name => format!("{name}(name)"),
        Arguments::TypeName => format!("{name}(type)"),
        Arguments::Uuid => format!("{name}(00000000-0000-0000-c000-000000000046)"),
        Arguments::UuidAndValue => format!("{name}(00000000-0000-0000-c000-000000000046, 1)"),
        Arguments::Version => format!("{name}(1.0)"),
        Arguments::PointerKind => format!("{name}(unique)"),
    }
}
