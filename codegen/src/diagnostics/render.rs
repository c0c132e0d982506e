//! Diagnostics as text, in the look of rustc.

use super::{Diagnostic, Diagnostics, Severity};
use crate::source::{FileId, Origin, Sources, Span};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use std::ops::Range;

/// More files or macros between a mistake and the user's own text are not shown.
const MOST_STEPS: usize = 4;

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
        group = group.elements(snippets(sources, labels));
        let notes = provenance(sources, primary.span.file);
        group = group.elements(notes.into_iter().map(|note| Level::NOTE.message(note)));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

/// One snippet a file, in the order in which the labels name the files.
fn snippets(
    sources: &Sources,
    labels: Vec<(AnnotationKind, Span, String)>,
) -> Vec<Snippet<'_, Annotation<'_>>> {
    let mut files: Vec<(FileId, Snippet<'_, Annotation<'_>>)> = Vec::new();
    for (kind, span, text) in labels {
        let annotation = kind.span(range(sources, span)).label(text);
        let place = files.iter().position(|(file, _)| *file == span.file);
        let (file, snippet) = match place {
            Some(place) => files.remove(place),
            None => {
                let file = sources.file(span.file);
                let snippet = Snippet::source(file.text.as_str()).path(file.path.to_string_lossy());
                (span.file, snippet)
            }
        };
        let place = place.unwrap_or(files.len());
        files.insert(place, (file, snippet.annotation(annotation)));
    }
    files.into_iter().map(|(_, snippet)| snippet).collect()
}

/// The macro uses that a span came out of: the innermost ones, and the one in a file's own text.
fn expansions(sources: &Sources, span: Span) -> impl Iterator<Item = (Span, String)> {
    let count = sources.backtrace(span).count();
    sources
        .backtrace(span)
        .enumerate()
        .filter(move |(at, _)| *at + 1 < MOST_STEPS || *at + 1 == count)
        .map(|(_, expansion)| {
            let text = format!("in expansion of `{}`", expansion.name);
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
fn range(sources: &Sources, span: Span) -> Range<usize> {
    let text = &sources.file(span.file).text;
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
        let id = sources.add_expansion("WRONG", Span::new(main, 20, 25));
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
}
