//! Finding and reading files: the folder of who asks, the include folders, then what ships in the compiler.

use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::prelude;
use crate::source::{FileSystem, Span, decode};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Component, Path, PathBuf};

/// A longer file is none that a person wrote, and offsets are 32 bits wide.
const LONGEST_FILE: usize = 64 << 20;

/// A file that was found.
#[derive(Debug)]
pub(crate) struct Found {
    /// The path as it is shown.
    pub(crate) path: PathBuf,
    /// What tells it from all other files.
    pub(crate) key: Key,
    /// Its text.
    pub(crate) text: String,
    /// The folder that its own includes are looked up in first; `None` for what ships in the compiler.
    pub(crate) folder: Option<PathBuf>,
}

/// Tells files apart: the path without detours. Case is folded, since the systems that IDL comes from do so.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Key(String);

impl Key {
    pub(crate) fn of(path: &Path) -> Self {
        Self(direct(path).to_string_lossy().to_ascii_lowercase())
    }
}

/// The path without detours.
fn direct(path: &Path) -> PathBuf {
    let mut parts: Vec<Component<'_>> = Vec::new();
    for part in path.components() {
        match (part, parts.last()) {
            (Component::CurDir, _) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.into_iter().collect()
}

/// Reads files, and remembers what it asked about their names: a folder may hold thousands.
pub(crate) struct Loader<'a> {
    files: &'a dyn FileSystem,
    include: &'a [PathBuf],
    spellings: FxHashMap<(PathBuf, String), Option<String>>,
    /// Whether a file of the Windows SDK was asked for that is on no folder.
    pub(crate) misses_sdk: bool,
}

impl<'a> Loader<'a> {
    pub(crate) fn new(files: &'a dyn FileSystem, include: &'a [PathBuf]) -> Self {
        Self {
            files,
            include,
            spellings: FxHashMap::default(),
            misses_sdk: false,
        }
    }

    /// Reads a file that the user named.
    pub(crate) fn input(&self, path: &Path) -> Result<Found, Box<Diagnostic>> {
        Ok(found(path.to_owned(), read_input(self.files, path)?))
    }

    /// Finds the file that an `#include` or `import` at `span` in the file `from` names.
    pub(crate) fn find(
        &mut self,
        name: &str,
        folder: Option<&Path>,
        from: &Path,
        span: Span,
    ) -> Result<Found, Box<Diagnostic>> {
        let relative = name.replace('\\', "/");
        let folders: Vec<PathBuf> = folder
            .into_iter()
            .chain(self.include.iter().map(PathBuf::as_path))
            .map(Path::to_owned)
            .collect();
        for folder in &folders {
            if let Some((path, bytes)) = self.read_in(folder, &relative) {
                if bytes.len() > LONGEST_FILE {
                    let message = format!("`{name}` is longer than 64 MiB");
                    return Err(Box::new(Diagnostic::at(Code::TooMuchText, span, message)));
                }
                return Ok(found(path, bytes));
            }
        }
        let built_in = prelude::file(&relative).or_else(|| {
            let text = prelude::stand_in(&relative);
            self.misses_sdk |= text.is_some();
            text
        });
        if let Some(text) = built_in {
            let path = PathBuf::from(format!("<midl-bindgen>/{}", relative.to_ascii_lowercase()));
            return Ok(Found {
                key: Key::of(&path),
                path,
                text: text.to_owned(),
                folder: None,
            });
        }
        let problem = self.not_found(name, &folders, span);
        Err(Box::new(match self.similar(&relative, &folders, from) {
            Some(near) => problem.help(format!("there is a file `{near}`")),
            None => problem.help("name the folder that has it with -I"),
        }))
    }

    fn not_found(&self, name: &str, folders: &[PathBuf], span: Span) -> Diagnostic {
        // The folder of the file that asks is often named by `-I`, too.
        let mut looked_in = FxHashSet::default();
        let shown: Vec<_> = folders
            .iter()
            .filter(|folder| looked_in.insert(direct(folder)))
            .map(|folder| match folder.as_os_str().is_empty() {
                true => "`.`".to_owned(),
                false => format!("`{}`", folder.display()),
            })
            .collect();
        let label = match shown.as_slice() {
            [] => "not among the files that ship with midl-bindgen".to_owned(),
            _ => format!("not in {}", shown.join(", ")),
        };
        Diagnostic::at(
            Code::FileNotFound,
            span,
            format!("the file `{name}` is in no include folder"),
        )
        .label(label)
    }

    /// The file with the nearest name, but for the one that asks: it would not ask for itself.
    fn similar(&self, relative: &str, folders: &[PathBuf], from: &Path) -> Option<String> {
        let from = Key::of(from);
        let wanted = Path::new(relative).extension();
        let is_source = |name: &String| {
            let extension = Path::new(name).extension();
            extension == wanted || extension.is_some_and(|it| it == "idl" || it == "h")
        };
        let mut known: Vec<String> = prelude::names().map(str::to_owned).collect();
        for folder in folders {
            let names = self.files.names(folder).into_iter().filter(is_source);
            known.extend(names.filter(|name| Key::of(&folder.join(name)) != from));
        }
        known.sort();
        nearest(relative, known.iter().map(String::as_str)).map(str::to_owned)
    }

    fn read_in(&mut self, folder: &Path, relative: &str) -> Option<(PathBuf, Vec<u8>)> {
        let path = folder.join(relative);
        if let Ok(bytes) = self.files.read(&path) {
            return Some((path, bytes));
        }
        // Part by part, since folders' names may differ in case too.
        let mut path = folder.to_owned();
        for part in Path::new(relative).components() {
            let part = match part {
                Component::Normal(part) => part.to_str()?,
                Component::ParentDir => {
                    path.push("..");
                    continue;
                }
                Component::CurDir => continue,
                _ => return None,
            };
            let real = self.spelling(&path, part)?;
            path.push(real);
        }
        let bytes = self.files.read(&path).ok()?;
        Some((path, bytes))
    }

    fn spelling(&mut self, folder: &Path, name: &str) -> Option<String> {
        let files = self.files;
        self.spellings
            .entry((folder.to_owned(), name.to_owned()))
            .or_insert_with(|| files.find_ignoring_case(folder, name))
            .clone()
    }
}

/// The bytes of a file that the user named.
pub(crate) fn read_input(files: &dyn FileSystem, path: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    let bytes = files.read(path).map_err(|error| {
        let message = match error.kind() {
            std::io::ErrorKind::NotFound => {
                format!("the file `{}` does not exist", path.display())
            }
            _ => format!("cannot read `{}`: {error}", path.display()),
        };
        Box::new(Diagnostic::global(Code::FileNotFound, message))
    })?;
    if bytes.len() > LONGEST_FILE {
        let message = format!("`{}` is longer than 64 MiB", path.display());
        return Err(Box::new(Diagnostic::global(Code::TooMuchText, message)));
    }
    Ok(bytes)
}

fn found(path: PathBuf, bytes: Vec<u8>) -> Found {
    Found {
        key: Key::of(&path),
        folder: Some(path.parent().map(Path::to_owned).unwrap_or_default()),
        path,
        text: decode(bytes),
    }
}
