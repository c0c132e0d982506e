//! Diagnostics as text, in the look of rustc.

use super::{Diagnostic, Diagnostics, Severity};
use crate::source::{Sources, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::borrow::Cow;

/// Renders all diagnostics, each followed by an empty line.
pub fn render(diagnostics: &Diagnostics, sources: &Sources, color: bool) -> String {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&renderer.render(&report(diagnostic, sources)));
        out.push_str("\n\n");
    }
    out
}

fn report<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Vec<Group<'a>> {
    let level = match diagnostic.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.id());
    let mut group = Group::with_title(title);
    if let Some(primary) = &diagnostic.primary {
        let in_file = |span: Span| span.file == primary.span.file;
        let mut snippet = snippet(sources, primary.span).annotation(
            AnnotationKind::Primary
                .span(range(sources, primary.span))
                .label(primary.text.as_str()),
        );
        for label in diagnostic.secondary.iter().filter(|l| in_file(l.span)) {
            snippet = snippet.annotation(
                AnnotationKind::Context
                    .span(range(sources, label.span))
                    .label(label.text.as_str()),
            );
        }
        for (span, text) in expansions(sources, primary.span).filter(|(span, _)| in_file(*span)) {
            snippet = snippet.annotation(
                AnnotationKind::Context
                    .span(range(sources, span))
                    .label(text),
            );
        }
        group = group.element(snippet);
        let elsewhere = diagnostic
            .secondary
            .iter()
            .map(|label| (label.span, Cow::Borrowed(label.text.as_str())))
            .chain(expansions(sources, primary.span).map(|(span, text)| (span, Cow::Owned(text))))
            .filter(|(span, _)| !in_file(*span));
        for (span, text) in elsewhere {
            group = group.element(
                snippet_of(sources, span).annotation(
                    AnnotationKind::Context
                        .span(range(sources, span))
                        .label(text),
                ),
            );
        }
    }
    let mut groups = vec![group];
    if let Some(help) = &diagnostic.help {
        let last = groups.remove(0);
        groups.push(last.element(Level::HELP.message(help.as_str())));
    }
    groups
}

fn expansions(sources: &Sources, span: Span) -> impl Iterator<Item = (Span, String)> {
    sources.backtrace(span).map(|expansion| {
        (
            expansion.call,
            format!("in expansion of `{}`", expansion.name),
        )
    })
}

fn snippet<'a>(sources: &'a Sources, span: Span) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    snippet_of(sources, span)
}

fn snippet_of<'a>(
    sources: &'a Sources,
    span: Span,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let file = sources.file(span.file);
    Snippet::source(file.text.as_str()).path(file.path.to_string_lossy())
}

/// The bytes of a span, kept inside its file and on character borders, as the renderer demands.
fn range(sources: &Sources, span: Span) -> std::ops::Range<usize> {
    let text = &sources.file(span.file).text;
    let floor = |at: u32| {
        let mut at = (at as usize).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    floor(span.start)..floor(span.end).max(floor(span.start))
}
