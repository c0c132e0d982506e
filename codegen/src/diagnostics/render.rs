//! Diagnostics as text, in the look of rustc.

use super::{Diagnostic, Diagnostics, Severity};
use crate::source::{FileId, Origin, SourceFile, Sources, Span};
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin as Place, Renderer, Snippet,
};
use std::ops::Range;

/// More files or macros between a mistake and the user's own text are not shown.
const MOST_STEPS: usize = 4;

/// Of a longer line only the place is shown.
const LONGEST_LINE: usize = 2000;

/// Renders all diagnostics, each followed by an empty line.
pub fn render(diagnostics: &Diagnostics, sources: &Sources, color: bool) -> String {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&renderer.render(&[report(diagnostic, sources)]));
        out.push_str("\n\n");
    }
    let (errors, warnings) = diagnostics.left_out();
    for (count, noun) in [(errors, "errors"), (warnings, "warnings")] {
        if count > 0 {
            out.push_str(&format!("{count} more {noun} are not shown\n\n"));
        }
    }
    out
}

fn report<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Group<'a> {
    let level = match diagnostic.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.id());
    let mut group = Group::with_title(title);
    if let Some(primary) = &diagnostic.primary {
        let mut labels = vec![(AnnotationKind::Primary, primary.span, primary.text.clone())];
        labels.extend(
            diagnostic
                .secondary
                .iter()
                .map(|label| (AnnotationKind::Context, label.span, label.text.clone())),
        );
        labels.extend(
            expansions(sources, primary.span)
                .map(|(span, text)| (AnnotationKind::Context, span, text)),
        );
        for (file, labels) in by_file(labels) {
            group = match excerpt(sources.file(file), &labels) {
                Some(snippet) => group.element(snippet),
                None => group.element(place(sources, &labels)),
            };
        }
        let notes = provenance(sources, primary.span.file);
        group = group.elements(notes.into_iter().map(|note| Level::NOTE.message(note)));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

/// A place, how it is underlined, and what is said about it.
type Underlined = (AnnotationKind, Span, String);

/// The labels of each file, in the order in which the files are named.
fn by_file(labels: Vec<Underlined>) -> Vec<(FileId, Vec<Underlined>)> {
    let mut files: Vec<(FileId, Vec<Underlined>)> = Vec::new();
    for label in labels {
        match files.iter_mut().find(|(file, _)| *file == label.1.file) {
            Some((_, known)) => known.push(label),
            None => files.push((label.1.file, vec![label])),
        }
    }
    files
}

/// The lines of a file that the labels are about; `None` where one is too long to be shown.
fn excerpt<'a>(file: &'a SourceFile, labels: &[Underlined]) -> Option<Snippet<'a, Annotation<'a>>> {
    let text = file.text.as_str();
    let ranges: Vec<Range<usize>> = labels.iter().map(|label| range(text, label.1)).collect();
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line_end = |at: usize| {
        text[at..]
            .find('\n')
            .map_or(text.len(), |length| at + length)
    };
    let is_long = |at: usize| line_end(at) - line_start(at) > LONGEST_LINE;
    if ranges
        .iter()
        .any(|range| is_long(range.start) || is_long(range.end))
    {
        return None;
    }
    // The renderer goes over all that it is given, so it is not given the whole of a big file.
    let start = line_start(ranges.iter().map(|range| range.start).min()?);
    let end = line_end(ranges.iter().map(|range| range.end).max()?);
    let line = file.line(start);
    // The renderer knows a line's end by both characters only.
    let lines = text[start..end].strip_suffix('\r');
    let lines = lines.unwrap_or(&text[start..end]);
    let snippet = Snippet::source(lines)
        .line_start(line)
        .path(file.path.to_string_lossy());
    let annotations = labels.iter().zip(ranges).map(|((kind, _, text), range)| {
        let at = |place: usize| (place - start).min(lines.len());
        kind.span(at(range.start)..at(range.end))
            .label(text.clone())
    });
    Some(snippet.annotations(annotations))
}

/// Where the first of the labels of a file is.
fn place<'a>(sources: &'a Sources, labels: &[Underlined]) -> Place<'a> {
    let span = labels[0].1;
    let place = sources.line_column(span);
    Place::path(sources.file(span.file).path.to_string_lossy())
        .line(place.line)
        .char_column(place.column)
}

/// The macro uses that a span came out of: the innermost ones, and the one in a file's own text.
fn expansions(sources: &Sources, span: Span) -> impl Iterator<Item = (Span, String)> {
    let count = sources.backtrace(span).count();
    sources
        .backtrace(span)
        .enumerate()
        .filter(move |(at, _)| *at + 1 < MOST_STEPS || *at + 1 == count)
        .map(|(_, expansion)| {
            let text = format!("in expansion of `{}`", sources.text(expansion.name));
            (expansion.call, text)
        })
}

/// How a file that the user did not name came into the run.
fn provenance(sources: &Sources, file: FileId) -> Vec<String> {
    let mut notes = Vec::new();
    let mut file = file;
    let mut steps = 0;
    while steps < MOST_STEPS {
        let source = sources.file(file);
        let (how, by) = match source.origin {
            Origin::Included(by) => ("included", by),
            Origin::Imported(by) => ("imported", by),
            Origin::Input | Origin::Builtin => break,
        };
        let note = format!(
            "`{}` is {how} by {}:{}",
            source.path.display(),
            sources.file(by.file).path.display(),
            sources.line_column(by).line
        );
        // A file that includes itself says the same again and again.
        if notes.last() != Some(&note) {
            notes.push(note);
        }
        steps += 1;
        file = by.file;
    }
    notes
}

/// The bytes of a span, kept inside its file and on character borders, as the renderer demands.
fn range(text: &str, span: Span) -> Range<usize> {
    let floor = |at: u32| text.floor_char_boundary((at as usize).min(text.len()));
    floor(span.start)..floor(span.end).max(floor(span.start))
}

#[cfg(test)]
mod tests {
    use super::super::Code;
    use super::*;
    use expect_test::expect;

    #[test]
    fn a_mistake_in_an_included_macro_shows_its_use_and_its_file() {
        let mut sources = Sources::new();
        let text = "#include \"a.h\"\nlong WRONG;\n";
        let main = sources.add("main.idl", text.to_owned(), Origin::Input);
        let origin = Origin::Included(Span::new(main, 9, 14));
        let header = sources.add("a.h", "#define WRONG 5\n".to_owned(), origin);
        let id = sources.add_expansion(Span::new(header, 8, 13), Span::new(main, 20, 25));
        let mut span = Span::new(header, 14, 15);
        span.expansion = Some(id);
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(
            Diagnostic::at(Code::UnexpectedToken, span, "expected a name, found `5`")
                .help("write a name"),
        );
        expect![[r#"
            error[E0201]: expected a name, found `5`
             --> a.h:1:15
              |
            1 | #define WRONG 5
              |               ^
              |
             ::: main.idl:2:6
              |
            2 | long WRONG;
              |      ----- in expansion of `WRONG`
              |
              = note: `a.h` is included by main.idl:1
              = help: write a name

        "#]]
        .assert_eq(&render(&diagnostics, &sources, false));
    }

    #[test]
    fn a_line_of_a_file_from_windows_is_shown_without_its_end() {
        let mut sources = Sources::new();
        let text = "long x;\r\nlong WRONG\r\n";
        let main = sources.add("main.idl", text.to_owned(), Origin::Input);
        let mut diagnostics = Diagnostics::new();
        let span = Span::new(main, 14, 20);
        diagnostics.push(Diagnostic::at(Code::UnexpectedToken, span, "no semicolon"));
        expect![[r#"
            error[E0201]: no semicolon
             --> main.idl:2:6
              |
            2 | long WRONG
              |      ^^^^^

        "#]]
        .assert_eq(&render(&diagnostics, &sources, false));
    }

    #[test]
    fn of_a_very_long_line_the_place_is_shown() {
        let mut sources = Sources::new();
        let text = format!("\n{}x", "é ".repeat(5000));
        let main = sources.add("main.idl", text, Origin::Input);
        let mut diagnostics = Diagnostics::new();
        let span = Span::new(main, 15_001, 15_002);
        diagnostics.push(Diagnostic::at(Code::UnknownType, span, "unknown type `x`").help("h"));
        expect![[r#"
            error[E0301]: unknown type `x`
            --> main.idl:2:10001
             = help: h

        "#]]
        .assert_eq(&render(&diagnostics, &sources, false));
    }
}
