//! What the compiler says about a mistake, and how good that is.

use crate::mistake::Mistake;
use midl_bindgen::Builder;
use midl_bindgen::diagnostics::Diagnostic;
use midl_bindgen::source::{Disk, FileSystem, Sources, Span};
use midl_bindgen::syntax::Imports;
use std::collections::{BTreeSet, HashMap};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Files, where imports are looked for, and macros.
pub struct Setting {
    pub includes: Vec<PathBuf>,
    pub defines: Vec<(&'static str, &'static str)>,
    disk: Cached,
}

impl Setting {
    pub fn new(includes: Vec<PathBuf>, defines: Vec<(&'static str, &'static str)>) -> Self {
        Self {
            includes,
            defines,
            disk: Cached::default(),
        }
    }

    fn compile(&self, path: &Path, text: &str) -> midl_bindgen::Compilation {
        let mut builder = Builder::new().input(path).imports(Imports::Named);
        for folder in &self.includes {
            builder = builder.include(folder);
        }
        for (name, value) in &self.defines {
            builder = builder.define(*name, *value);
        }
        builder.compile_from(&Changed {
            path,
            text,
            disk: &self.disk,
        })
    }

    /// Whether nothing is said about a file.
    pub fn is_correct(&self, path: &Path, text: &str) -> bool {
        self.compile(path, text).diagnostics.is_empty()
    }

    pub fn judge(&self, path: &Path, text: &str, mistake: &Mistake) -> Verdict {
        let wrong = mistake.apply(text);
        let Ok(compilation) = catch_unwind(AssertUnwindSafe(|| self.compile(path, &wrong))) else {
            return Verdict::default();
        };
        let (diagnostics, sources) = (&compilation.diagnostics, &compilation.sources);
        let lines = lines(&wrong, mistake);
        let first = diagnostics.iter().next();
        Verdict {
            survived: true,
            messages: diagnostics.iter().count(),
            in_place: first.is_some_and(|first| is_there(first, sources, path, &lines)),
            offered: first.is_some_and(|first| offers(first, mistake)),
            rendered: compilation.render(false),
        }
    }
}

#[derive(Default, Debug)]
pub struct Verdict {
    /// Whether the compiler did not panic.
    pub survived: bool,
    pub messages: usize,
    /// Whether the first message points at the mistake.
    pub in_place: bool,
    /// Whether the first message names what was meant.
    pub offered: bool,
    pub rendered: String,
}

/// The lines where a reader looks for the message: those of the change, and of what is right before and behind it.
fn lines(wrong: &str, mistake: &Mistake) -> BTreeSet<usize> {
    let line = |at: usize| wrong[..at.min(wrong.len())].matches('\n').count() + 1;
    let at = mistake.range.start;
    let end = at + mistake.by.len();
    let before = wrong[..at].trim_end().len();
    let behind = next_token(wrong, end);
    let also = mistake.also.iter().map(|at| line(mistake.moved(*at)));
    [line(before), line(at), line(end), line(behind)]
        .into_iter()
        .chain(also)
        .collect()
}

/// The first byte from here that is neither blank nor in a comment.
fn next_token(text: &str, from: usize) -> usize {
    let mut rest = text[from..].trim_start();
    loop {
        let behind = if rest.starts_with("//") {
            rest.find('\n').map(|end| &rest[end..])
        } else if rest.starts_with("/*") {
            rest.find("*/").map(|end| &rest[end + 2..])
        } else {
            None
        };
        match behind {
            Some(behind) => rest = behind.trim_start(),
            None => return text.len() - rest.len(),
        }
    }
}

fn is_there(found: &Diagnostic, sources: &Sources, path: &Path, lines: &BTreeSet<usize>) -> bool {
    let Some(primary) = &found.primary else {
        return false;
    };
    let uses = sources
        .backtrace(primary.span)
        .map(|expansion| expansion.call);
    let is_line = |span: Span| {
        sources.file(span.file).path == path && lines.contains(&sources.line_column(span).line)
    };
    std::iter::once(primary.span).chain(uses).any(is_line)
}

fn offers(found: &Diagnostic, mistake: &Mistake) -> bool {
    let quoted = mistake
        .meant
        .as_ref()
        .map(|name| [format!("`{name}`"), format!("`#{name}`")]);
    let help = found.help.as_deref().unwrap_or_default();
    quoted.is_some_and(|names| names.iter().any(|name| help.contains(name.as_str())))
}

/// One file is another one than on the disk.
struct Changed<'a> {
    path: &'a Path,
    text: &'a str,
    disk: &'a Cached,
}

impl FileSystem for Changed<'_> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match path == self.path {
            true => Ok(self.text.into()),
            false => self.disk.read(path),
        }
    }

    fn find_ignoring_case(&self, folder: &Path, name: &str) -> Option<String> {
        Disk.find_ignoring_case(folder, name)
    }

    fn names(&self, folder: &Path) -> Vec<String> {
        Disk.names(folder)
    }
}

/// The disk, each file of which is read once.
#[derive(Default)]
struct Cached(Mutex<HashMap<PathBuf, Option<Vec<u8>>>>);

impl Cached {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut files = self.0.lock().map_err(|_| io::ErrorKind::Other)?;
        let bytes = files
            .entry(path.to_owned())
            .or_insert_with(|| Disk.read(path).ok());
        bytes.clone().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}
