//! Source files, positions in them, and where a file or a token came from.
//!
//! Every token, tree node, schema item and diagnostic carries a [`Span`]. A span is twelve bytes of position
//! and four of provenance: a token that a macro produced remembers the [`Expansion`] it came out of, so that a
//! message can point at the spelling and at the use.

use std::fmt;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A file that was read: an index into [`Sources`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct FileId(u32);

/// One macro expansion: an index into [`Sources`], counted from one so that a span without one costs no space.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ExpansionId(NonZeroU32);

/// A run of bytes in one file, `start..end`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// The file whose text the bytes are.
    pub file: FileId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte; equal to `start` for a place between two bytes.
    pub end: u32,
    /// The macro expansion that produced the text, if one did.
    pub expansion: Option<ExpansionId>,
}

impl Span {
    /// A span in a file's own text.
    pub fn new(file: FileId, start: u32, end: u32) -> Self {
        Self {
            file,
            start,
            end,
            expansion: None,
        }
    }

    /// The empty place at the start of this span.
    pub fn before(self) -> Self {
        Self {
            end: self.start,
            ..self
        }
    }

    /// The empty place behind this span: where something missing should have stood.
    pub fn after(self) -> Self {
        Self {
            start: self.end,
            ..self
        }
    }

    /// The smallest span over both, where both come from the same text; else `self`.
    pub fn to(self, other: Self) -> Self {
        if (self.file, self.expansion) != (other.file, other.expansion) {
            return self;
        }
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
            ..self
        }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}..{}", self.file.0, self.start, self.end)
    }
}

/// A use of a macro.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expansion {
    /// The macro's name in its definition.
    pub name: Span,
    /// The use, from the name to the closing parenthesis; itself inside another expansion where macros nest.
    pub call: Span,
}

/// How a file came into the run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// Named by the user.
    Input,
    /// Pulled in by the `#include` at the span: its text belongs to the including file.
    Included(Span),
    /// Pulled in by the `import` at the span: its definitions are known, not generated.
    Imported(Span),
    /// Shipped inside the compiler and loaded without being named.
    Builtin,
}

/// A file and its text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path as it is shown: as the user or the include line spelled it, after the folder it was found in.
    pub path: PathBuf,
    /// The text. Bytes that are not UTF-8 are taken as Windows-1252, which old SDK files are written in.
    pub text: String,
    /// How it came in.
    pub origin: Origin,
    /// Where lines start; most files are never shown.
    line_starts: OnceLock<Vec<u32>>,
}

impl SourceFile {
    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let newlines = memchr::memchr_iter(b'\n', self.text.as_bytes());
            let behind = newlines.map(|at| u32::try_from(at + 1).unwrap_or(u32::MAX));
            std::iter::once(0).chain(behind).collect()
        })
    }

    /// The line, from 1, of a byte.
    pub(crate) fn line(&self, at: usize) -> usize {
        let lines = self
            .line_starts()
            .partition_point(|start| *start as usize <= at);
        lines.max(1)
    }
}

/// Line and column, both from 1; the column counts characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// All files and macro expansions of a run.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    expansions: Vec<Expansion>,
}

impl Sources {
    /// No files yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. A byte order mark is dropped.
    pub fn add(&mut self, path: impl Into<PathBuf>, text: String, origin: Origin) -> FileId {
        let text = match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        };
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile {
            path: path.into(),
            text,
            origin,
            line_starts: OnceLock::new(),
        });
        id
    }

    /// Records a macro use.
    pub fn add_expansion(&mut self, name: Span, call: Span) -> ExpansionId {
        self.expansions.push(Expansion { name, call });
        let count = u32::try_from(self.expansions.len()).unwrap_or(u32::MAX);
        ExpansionId(NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN))
    }

    /// The file.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Every file, in the order they were read.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(at, file)| (FileId(at as u32), file))
    }

    /// The macro use.
    pub fn expansion(&self, id: ExpansionId) -> &Expansion {
        &self.expansions[id.0.get() as usize - 1]
    }

    /// The text of a span; empty where the span does not lie in its file.
    pub fn text(&self, span: Span) -> &str {
        self.file(span.file)
            .text
            .get(span.start as usize..span.end as usize)
            .unwrap_or("")
    }

    /// Line and column of a span's start.
    pub fn line_column(&self, span: Span) -> LineColumn {
        let file = self.file(span.file);
        let line = file.line(span.start as usize);
        let start = file.line_starts()[line - 1] as usize;
        let before = file.text.get(start..span.start as usize).unwrap_or("");
        LineColumn {
            line,
            column: before.chars().count() + 1,
        }
    }

    /// The uses of macros that a span came out of, innermost first.
    pub fn backtrace(&self, span: Span) -> impl Iterator<Item = &Expansion> {
        std::iter::successors(span.expansion.map(|id| self.expansion(id)), |expansion| {
            expansion.call.expansion.map(|id| self.expansion(id))
        })
    }
}

/// Turns the bytes of a file into text: UTF-8 (with or without byte order mark), UTF-16 with byte order mark,
/// else Windows-1252.
pub fn decode(bytes: Vec<u8>) -> String {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes
            .chunks_exact(2)
            .map(|pair| unit([pair[0], pair[1]]))
            .collect();
        String::from_utf16_lossy(&units)
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        _ => {}
    }
    String::from_utf8(bytes).unwrap_or_else(|error| {
        // 0x80..0xA0 differ between Windows-1252 and Latin-1; no MIDL token uses them, so the simpler map serves.
        error.into_bytes().into_iter().map(char::from).collect()
    })
}

/// Where source text comes from: the disk, or memory in tests, fuzzing and embedding.
pub trait FileSystem {
    /// The bytes of the file.
    fn read(&self, path: &Path) -> std::io::Result<Vec<u8>>;

    /// The name in `folder` that equals `name` but for ASCII case, for files that were written on Windows.
    fn find_ignoring_case(&self, folder: &Path, name: &str) -> Option<String>;

    /// The names in a folder, to suggest what a misspelled one may have meant. None need be given.
    fn names(&self, _folder: &Path) -> Vec<String> {
        Vec::new()
    }
}

/// The disk.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl FileSystem for Disk {
    fn read(&self, path: &Path) -> std::io::Result<Vec<u8>> {
        std::fs::read(path)
    }

    fn find_ignoring_case(&self, folder: &Path, name: &str) -> Option<String> {
        self.names(folder)
            .into_iter()
            .filter(|entry| entry.eq_ignore_ascii_case(name))
            .min()
    }

    fn names(&self, folder: &Path) -> Vec<String> {
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        let Ok(entries) = std::fs::read_dir(folder) else {
            return Vec::new();
        };
        entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect()
    }
}

/// Files in memory, by path.
#[derive(Clone, Debug, Default)]
pub struct Memory(pub std::collections::BTreeMap<PathBuf, Vec<u8>>);

impl FileSystem for Memory {
    fn read(&self, path: &Path) -> std::io::Result<Vec<u8>> {
        self.0
            .get(path)
            .cloned()
            .ok_or_else(|| std::io::ErrorKind::NotFound.into())
    }

    fn find_ignoring_case(&self, folder: &Path, name: &str) -> Option<String> {
        self.names(folder)
            .into_iter()
            .find(|entry| entry.eq_ignore_ascii_case(name))
    }

    fn names(&self, folder: &Path) -> Vec<String> {
        self.0
            .keys()
            .filter_map(|path| path.strip_prefix(folder).ok()?.iter().next()?.to_str())
            .map(str::to_owned)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one() {
        let mut sources = Sources::new();
        let file = sources.add("a.idl", "ab\ncü d\n".into(), Origin::Input);
        let at = |start| sources.line_column(Span::new(file, start, start));
        assert_eq!(at(0), LineColumn { line: 1, column: 1 });
        assert_eq!(at(3), LineColumn { line: 2, column: 1 });
        assert_eq!(at(7), LineColumn { line: 2, column: 4 });
        assert_eq!(at(9), LineColumn { line: 3, column: 1 });
    }

    #[test]
    fn spans_join_only_within_one_text() {
        let mut sources = Sources::new();
        let a = sources.add("a.idl", "one two".into(), Origin::Input);
        let b = sources.add("b.idl", "three".into(), Origin::Input);
        let one = Span::new(a, 0, 3);
        assert_eq!(sources.text(one.to(Span::new(a, 4, 7))), "one two");
        assert_eq!(one.to(Span::new(b, 0, 5)), one);
    }

    #[test]
    fn old_encodings_are_read() {
        assert_eq!(decode(b"\xEF\xBB\xBFa".to_vec()), "\u{feff}a");
        assert_eq!(decode(b"\xFF\xFEa\0".to_vec()), "a");
        assert_eq!(decode(b"caf\xE9".to_vec()), "café");
    }
}
