//! A run over several files: following `import`s, each file read once, and of what is imported only that parsed which is
//! needed.

use super::loader::{Found, Key, Loader};
use super::needed::{self, Imports, Outlined, Words, keep_needed};
use super::outline::outline;
use super::parser;
use super::preprocessor::{self, Define, Extent, Run, Width};
use super::symbol::{Symbol, Symbols};
use super::tree::{self, Item, ItemKind, StringLiteral};
use crate::diagnostics::Diagnostics;
use crate::machines::Machines;
use crate::source::{FileId, FileSystem, Origin, Sources};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Where to look for files, and which macros to start with.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Folders in which `import` and `#include` look, after the folder of the file they stand in.
    pub include: Vec<PathBuf>,
    /// Macros that are defined in every file, and what they stand for.
    pub defines: Vec<(String, String)>,
    /// How much of imported files is parsed.
    pub imports: Imports,
    /// Names in imported files that are needed though no file says so.
    pub also: BTreeSet<String>,
}

/// A file, parsed.
#[derive(Clone, Debug)]
pub struct ParsedFile {
    /// The file.
    pub id: FileId,
    /// Whether the user named it: its definitions are to be generated, those of all others only known.
    pub own: bool,
    /// What it says; of an imported file, as far as it is needed.
    pub tree: tree::File,
}

/// All files of a run.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// The files, each once. What a file imports stands before it, except where files import each other.
    pub files: Vec<ParsedFile>,
    /// Whether a file of the Windows SDK that no folder has is among the imports and includes: names that nothing
    /// defines may then be types of Windows.
    pub misses_sdk: bool,
    imports: Imports,
    symbols: Symbols,
    unused: Vec<Symbol>,
    widths: FxHashMap<Symbol, Width>,
}

impl Program {
    /// Whether an interface that the program only declares may stay so, unless another one extends it.
    pub fn needs_only_bases(&self) -> bool {
        self.imports == Imports::Named
    }

    /// The width that an integer of that name has on the machines whose part of a file was skipped, as wide as their pointers.
    pub(crate) fn other_width(&self, name: &str) -> Option<Width> {
        let symbol = self.symbols.find(name)?;
        self.widths.get(&symbol).copied()
    }

    /// Whether a name is given in imported files, and nothing needs it.
    pub(crate) fn is_unused(&self, name: &str) -> bool {
        let symbol = self.symbols.find(name);
        symbol.is_some_and(|symbol| self.unused.contains(&symbol))
    }

    /// The names in imported files that nothing needs.
    pub fn unused_names(&self) -> impl Iterator<Item = &str> {
        self.unused.iter().map(|name| self.symbols.text(*name))
    }
}

/// Parses the files that the user named and all that they import.
///
/// Each imported file is preprocessed by itself: macros do not cross an `import`.
pub fn parse(
    inputs: &[PathBuf],
    options: &Options,
    files: &dyn FileSystem,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Program {
    let mut run = Run {
        tokens: 0,
        sources,
        diagnostics,
        symbols: Symbols::new(),
        loader: Loader::new(files, &options.include),
        widths: FxHashMap::default(),
        machines: Machines::ALL,
    };
    let defines = preprocessor::predefined(&mut run, &options.defines);
    let mut words = Words::new(options.imports);
    for name in &options.also {
        words.name(name, &mut run.symbols);
    }
    let mut reader = Reader {
        run,
        defines,
        own: inputs.iter().map(|path| Key::of(path)).collect(),
        seen: FxHashSet::default(),
        imports: FxHashSet::default(),
        files: Vec::new(),
        unused: Vec::new(),
        words,
        outlined: Vec::new(),
        imports_parsed: options.imports,
        open: Vec::new(),
    };
    for path in inputs {
        match reader.run.loader.input(path) {
            Ok(found) => reader.read(found, Origin::Input),
            Err(problem) => reader.run.diagnostics.push(*problem),
        }
        reader.finish();
    }
    reader.parse_needed();
    Program {
        files: reader.files,
        misses_sdk: reader.run.loader.misses_sdk,
        imports: options.imports,
        symbols: reader.run.symbols,
        unused: reader.unused,
        widths: reader.run.widths,
    }
}

struct Reader<'a> {
    run: Run<'a>,
    defines: Vec<Define>,
    own: FxHashSet<Key>,
    /// Files that were read, or are being read.
    seen: FxHashSet<Key>,
    /// Imports that were looked up, by folder and name: in a big SDK, most name files that were read.
    imports: FxHashSet<(Option<PathBuf>, String)>,
    files: Vec<ParsedFile>,
    /// Names in imported files that nothing needs.
    unused: Vec<Symbol>,
    /// The words of the files that are parsed whole.
    words: Words,
    /// Files of the program that are still to be parsed, each with its place in the program.
    outlined: Vec<(usize, Outlined)>,
    imports_parsed: Imports,
    /// Files whose imports are being read, each inside the one before it. A list and not recursion: imports
    /// may nest as deep as there are files.
    open: Vec<Open>,
}

/// A file that waits for its imports.
struct Open {
    file: ParsedFile,
    outlined: Option<Outlined>,
    folder: Option<PathBuf>,
    imports: std::vec::IntoIter<StringLiteral>,
}

impl Reader<'_> {
    /// Parses a file, unless that was done, and opens it for its imports to be read.
    fn read(&mut self, found: Found, origin: Origin) {
        if !self.seen.insert(found.key.clone()) {
            return;
        }
        let own = self.own.contains(&found.key);
        let origin = if own { Origin::Input } else { origin };
        let id = self.run.sources.add(found.path, found.text, origin);
        let is_whole = own || self.imports_parsed == Imports::Whole;
        let extent = match is_whole {
            true => Extent::Whole,
            false => Extent::Definitions,
        };
        let (key, folder) = (found.key, found.folder);
        let said = self.run.diagnostics.len();
        let mut tokens = preprocessor::preprocess(
            &mut self.run,
            id,
            key,
            folder.clone(),
            &self.defines,
            extent,
        );
        let mut file = ParsedFile {
            id,
            own,
            tree: tree::File::default(),
        };
        let mut imports = Vec::new();
        let mut has_library = false;
        let mut outlined = None;
        let end = tokens.tokens.last().map(|end| end.span);
        match (!is_whole)
            .then(|| outline(&tokens, &mut self.run.symbols))
            .flatten()
        {
            Some(mut outline) => {
                imports = std::mem::take(&mut outline.imports);
                has_library = outline.has_library;
                // The outline has them.
                tokens.given = Vec::new();
                outlined = Some(Outlined { tokens, outline });
            }
            None => {
                tokens = needed::whole(tokens, &mut self.run);
                self.words.of_tokens(&tokens.tokens, &mut self.run.symbols);
                file.tree = parser::parse(tokens, &self.run.symbols, self.run.diagnostics, said);
                collect_imports(&file.tree.items, &mut imports, &mut has_library);
            }
        }
        if let Some(end) = end.filter(|_| has_library) {
            self.run.loader.misses_sdk = true;
            imports.extend(IMPORTED_BY_LIBRARIES.map(|name| StringLiteral {
                text: name.to_owned(),
                span: end,
            }));
        }
        self.open.push(Open {
            file,
            outlined,
            folder,
            imports: imports.into_iter(),
        });
    }

    /// Reads the imports of all open files, innermost first.
    fn finish(&mut self) {
        while let Some(open) = self.open.last_mut() {
            let is_full = self.run.diagnostics.is_full();
            match open.imports.next().filter(|_| !is_full) {
                Some(import) => {
                    let folder = open.folder.clone();
                    self.import(folder, &import);
                }
                None => {
                    let Some(open) = self.open.pop() else { return };
                    let at = self.files.len();
                    self.files.push(open.file);
                    self.outlined
                        .extend(open.outlined.map(|outlined| (at, outlined)));
                }
            }
        }
    }

    /// Parses of the imported files what is needed.
    fn parse_needed(&mut self) {
        let (places, files): (Vec<usize>, Vec<Outlined>) =
            std::mem::take(&mut self.outlined).into_iter().unzip();
        let words = std::mem::replace(&mut self.words, Words::new(self.imports_parsed));
        let needed = keep_needed(files, words, &mut self.run, &mut self.unused);
        for (at, tokens) in places.into_iter().zip(needed) {
            if let Some(file) = self.files.get_mut(at) {
                let said = self.run.diagnostics.len();
                file.tree = parser::parse(tokens, &self.run.symbols, self.run.diagnostics, said);
            }
        }
    }

    fn import(&mut self, folder: Option<PathBuf>, import: &StringLiteral) {
        let wanted = (folder, import.text.clone());
        if self.imports.contains(&wanted) {
            return;
        }
        let span = import.span;
        let from = &self.run.sources.file(span.file).path;
        match self
            .run
            .loader
            .find(&import.text, wanted.0.as_deref(), from, span)
        {
            Ok(found) => {
                self.imports.insert(wanted);
                self.read(found, Origin::Imported(span));
            }
            Err(problem) => self.run.diagnostics.push(*problem),
        }
    }
}

/// What MIDL imports by itself wherever it sees a `library`, for the types that ODL has and IDL has not (Microsoft's
/// documentation, "Support for ODL Base Types").
const IMPORTED_BY_LIBRARIES: [&str; 2] = ["oaidl.idl", "oleidl.idl"];

/// The imports of a file in order, also those inside libraries and interfaces, and whether there is a library.
fn collect_imports(items: &[Item], imports: &mut Vec<StringLiteral>, has_library: &mut bool) {
    for item in items {
        match &item.kind {
            ItemKind::Import(names) => imports.extend(names.iter().cloned()),
            ItemKind::Library(library) => {
                *has_library = true;
                collect_imports(&library.items, imports, has_library);
            }
            ItemKind::Module(module) => collect_imports(&module.items, imports, has_library),
            ItemKind::Interface(interface) => {
                let items = interface.items.as_deref().unwrap_or_default();
                collect_imports(items, imports, has_library);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;
    use std::path::Path;

    /// The files of a run in their order, own ones marked, then the messages.
    fn run(files: &[(&str, &str)], inputs: &[&str]) -> Vec<String> {
        let memory = Memory(
            files
                .iter()
                .map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec()))
                .collect(),
        );
        let mut sources = Sources::new();
        let mut diagnostics = Diagnostics::new();
        let options = Options {
            include: vec![PathBuf::from("sdk")],
            ..Options::default()
        };
        let inputs: Vec<PathBuf> = inputs.iter().map(PathBuf::from).collect();
        let program = parse(&inputs, &options, &memory, &mut sources, &mut diagnostics);
        let name = |file: &ParsedFile| {
            let mark = if file.own { "*" } else { "" };
            format!("{}{mark}", sources.file(file.id).path.display())
        };
        let messages = diagnostics
            .iter()
            .map(|found| format!("!{}", found.message));
        program.files.iter().map(name).chain(messages).collect()
    }

    #[test]
    fn what_a_file_imports_stands_before_it_and_once() {
        let files = [
            ("a.idl", "import \"b.idl\", \"c.idl\"; long a;"),
            ("b.idl", "interface I { import \"C.IDL\"; }"),
            ("sdk/c.idl", "library L { import \"sub/d.idl\"; }"),
            (
                "sdk/sub/d.idl",
                "import \"c.idl\", \"e.idl\", \"unknwn.idl\";",
            ),
            ("sdk/sub/e.idl", "long e;"),
            ("sdk/unknwn.idl", "long u;"),
        ];
        assert_eq!(
            run(&files, &["a.idl", "b.idl", "a.idl"]),
            [
                "sdk/sub/e.idl",
                "sdk/unknwn.idl",
                "sdk/sub/d.idl",
                // For the library.
                "<midl-bindgen>/oaidl.idl",
                "<midl-bindgen>/oleidl.idl",
                "sdk/c.idl",
                "b.idl*",
                "a.idl*"
            ]
        );
    }

    #[test]
    fn what_no_folder_has_ships_in_the_compiler() {
        let found = run(&[("a.idl", "import \"UNKNWN.IDL\";")], &["a.idl"]);
        assert!(
            found.contains(&"<midl-bindgen>/unknwn.idl".to_owned()),
            "{found:?}"
        );
        assert_eq!(found.last().map(String::as_str), Some("a.idl*"));
    }

    #[test]
    fn macros_do_not_cross_an_import() {
        let files = [
            (
                "a.idl",
                "#define A 5\nimport \"b.idl\";\n#ifdef B\n#error crossed\n#endif",
            ),
            ("b.idl", "#define B 5\n#ifdef A\n#error crossed\n#endif"),
        ];
        assert_eq!(run(&files, &["a.idl"]), ["b.idl", "a.idl*"]);
    }

    #[test]
    fn a_missing_file_does_not_stop_the_others() {
        let files = [("a.idl", "import \"none.idl\"; long a;")];
        assert_eq!(
            run(&files, &["missing.idl", "a.idl"]),
            [
                "a.idl*",
                "!the file `missing.idl` does not exist",
                "!the file `none.idl` is in no include folder"
            ]
        );
    }

    #[test]
    fn a_folder_that_is_named_twice_is_shown_once() {
        let memory = Memory([("sdk/a.idl".into(), b"import \"none.idl\";".to_vec())].into());
        let options = Options {
            include: ["./sdk", "other/", "sdk", "other/../sdk/"]
                .map(PathBuf::from)
                .to_vec(),
            ..Options::default()
        };
        let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new());
        let inputs = ["sdk/a.idl".into()];
        parse(&inputs, &options, &memory, &mut sources, &mut diagnostics);
        let labels: Vec<_> = diagnostics
            .iter()
            .filter_map(|found| Some(found.primary.as_ref()?.text.as_str()))
            .collect();
        assert_eq!(labels, ["not in `sdk`, `other/`"]);
    }

    #[test]
    fn keys_ignore_detours_and_case() {
        assert_eq!(
            Key::of(Path::new("./a/../B.idl")),
            Key::of(Path::new("b.IDL"))
        );
        assert_ne!(Key::of(Path::new("../b.idl")), Key::of(Path::new("b.idl")));
    }

    #[test]
    fn a_long_chain_of_imports_needs_no_stack() {
        let names: Vec<String> = (0..3000).map(|at| format!("f{at}.idl")).collect();
        let texts: Vec<String> = (1..=3000)
            .map(|at| match at {
                3000 => "long end;".to_owned(),
                _ => format!("import \"f{at}.idl\";"),
            })
            .collect();
        let files: Vec<(&str, &str)> = names
            .iter()
            .map(String::as_str)
            .zip(texts.iter().map(String::as_str))
            .collect();
        let found = run(&files, &["f0.idl"]);
        assert_eq!(found.len(), 3000);
        assert_eq!(found[0], "f2999.idl");
    }
}
