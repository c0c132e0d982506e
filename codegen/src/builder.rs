//! The front door for build scripts and for the command line.

use crate::counted::counted;
use crate::diagnostics::{self, Diagnostic, Diagnostics};
use crate::lower::{self, Lowered};
use crate::output::{self, Change, OutputFile};
use crate::rust::{self, Summary};
use crate::schema::Schema;
use crate::source::{Disk, FileSystem, Origin, Sources};
use crate::{metadata, syntax};
use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

/// What to compile, and how.
///
/// In a build script:
///
/// ```no_run
/// fn main() -> Result<(), midl_bindgen::Failure> {
///     let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
///     let output = midl_bindgen::Builder::new()
///         .input("idl/hello.idl")
///         .write_rust(out)?;
///     print!("{}", output.cargo_instructions());
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Builder {
    pub(crate) inputs: Vec<PathBuf>,
    pub(crate) syntax: syntax::Options,
    pub(crate) rust: rust::Options,
    /// Whether the process ends soon, and the memory of syntax trees with it: to free it before takes time.
    pub(crate) ends_soon: bool,
}

impl Builder {
    /// Nothing to compile yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an IDL file, or Windows metadata as a file (`.winmd`) or as text (`.rdl`), whose definitions are wanted. What an
    /// IDL file imports is known, and generated as far as it is used. What metadata names and no input defines is taken from
    /// Windows' own. Text is compiled by windows-rdl, which loads all of that first: it takes a quarter of a second more, and the feature
    /// `rdl` has to be on.
    pub fn input(mut self, path: impl Into<PathBuf>) -> Self {
        self.inputs.push(path.into());
        self
    }

    /// Adds a folder where `import` and `#include` look, after the folder of the file they stand in.
    pub fn include(mut self, folder: impl Into<PathBuf>) -> Self {
        self.syntax.include.push(folder.into());
        self
    }

    /// Defines a macro, as `#define name value` before the first line of every file.
    pub fn define(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.syntax.defines.push((name.into(), value.into()));
        self
    }

    /// Names the hand-written Rust types that stand for a struct which holds pointers; see [`rust::View`].
    pub fn view(mut self, record: impl Into<String>, view: rust::View) -> Self {
        self.rust.views.insert(record.into(), view);
        self
    }

    /// Names the Rust type that allocates what the function `free` frees, where the IDL says `ALLOCATOR("free")`. It
    /// implements `midl_runtime::memory::Allocator`.
    pub fn allocator(mut self, free: impl Into<String>, ty: impl Into<String>) -> Self {
        self.rust.allocators.insert(free.into(), ty.into());
        self
    }

    /// Says how much of imported files is parsed. To find mistakes in the input takes less ([`syntax::Imports::Named`]) than to
    /// generate code.
    pub fn imports(mut self, imports: syntax::Imports) -> Self {
        self.syntax.imports = imports;
        self
    }

    /// Compiles the input to its schema.
    pub fn compile(&self) -> Compilation {
        self.compile_from(&Disk)
    }

    /// Compiles the input to its schema, reading from `files`.
    pub fn compile_from(&self, files: &dyn FileSystem) -> Compilation {
        let mut options = self.syntax.clone();
        loop {
            let (compilation, missed) = self.compile_with(&options, files);
            // Rare, and each turn reads more of the imported files, which end.
            let known = options.also.len();
            options.also.extend(missed);
            if options.also.len() == known {
                return compilation;
            }
        }
    }

    /// Compiles the input, and tells the names in imported files that should have been read besides.
    fn compile_with(
        &self,
        options: &syntax::Options,
        files: &dyn FileSystem,
    ) -> (Compilation, BTreeSet<String>) {
        let mut sources = Sources::new();
        let mut diagnostics = Diagnostics::new();
        let inputs = self.inputs.iter().cloned();
        let (metadata, idl): (Vec<PathBuf>, Vec<PathBuf>) =
            inputs.partition(|path| metadata::reader::is_metadata(path));
        let given = metadata::reader::read_given(&metadata, files, &mut sources, &mut diagnostics);
        let opened = given
            .iter()
            .filter_map(|given| given.open(&mut diagnostics))
            .collect();
        let library = metadata::reader::Library::new(opened);
        let program = syntax::parse(&idl, options, files, &mut sources, &mut diagnostics);
        // What a file means is asked once it can be read whole: else one missing file would show as a heap of
        // unknown types.
        let Lowered { schema, missed } = if diagnostics.has_errors() {
            Lowered::default()
        } else {
            lower::lower_as_read(&program, &sources, Some(&library), &mut diagnostics)
        };
        if self.ends_soon {
            std::mem::forget(program);
        }
        diagnostics.sort();
        let compilation = Compilation {
            sources,
            schema,
            diagnostics,
        };
        (compilation, missed)
    }

    /// Makes the Rust files, as values.
    pub fn rust(&self) -> Result<Output, Failure> {
        self.rust_from(&Disk)
    }

    /// Makes the Rust files, as values, reading from `files`.
    pub fn rust_from(&self, files: &dyn FileSystem) -> Result<Output, Failure> {
        let mut compilation = self.compile_from(files).into_valid()?;
        match rust::generate(&compilation.schema, &self.rust) {
            Ok(generated) => {
                for warning in generated.warnings {
                    compilation.diagnostics.push(warning);
                }
                compilation.diagnostics.sort();
                Ok(Output {
                    files: generated
                        .modules
                        .into_iter()
                        .map(|module| OutputFile {
                            path: format!("{}.rs", module.name).into(),
                            bytes: format!("{}{}", output::HEADER, module.text).into_bytes(),
                        })
                        .collect(),
                    changes: Vec::new(),
                    summary: generated.summary,
                    inputs: compilation.inputs().map(Path::to_owned).collect(),
                    compilation,
                })
            }
            Err(found) => {
                compilation.diagnostics.append(found);
                Err(Failure(Box::new(compilation)))
            }
        }
    }

    /// Makes the Rust files and writes those that differ into `folder`.
    pub fn write_rust(&self, folder: impl AsRef<Path>) -> Result<Output, Failure> {
        let mut output = self.rust()?;
        match output::write(folder.as_ref(), &output.files) {
            Ok(changes) => {
                output.changes = changes;
                Ok(output)
            }
            Err(diagnostic) => Err(output.compilation.fail(diagnostic)),
        }
    }

    /// Makes Windows metadata (ECMA-335) of the definitions, in the namespace `name`.
    pub fn winmd(&self, name: &str) -> Result<(Compilation, Vec<u8>), Failure> {
        let compilation = self.compile().into_valid()?;
        match metadata::write(&compilation.schema, name, metadata::Faithfulness::Published) {
            Ok(bytes) => Ok((compilation, bytes)),
            Err(diagnostic) => Err(compilation.fail(diagnostic)),
        }
    }
}

/// An input, compiled as far as it goes.
#[derive(Clone, Debug)]
pub struct Compilation {
    /// The files that were read.
    pub sources: Sources,
    /// What they mean: nothing where they cannot be read, and what could be made of the rest where they have other
    /// errors.
    pub schema: Schema,
    /// What is wrong with them.
    pub diagnostics: Diagnostics,
}

impl Compilation {
    /// The diagnostics as text, in the look of rustc; empty where there are none.
    pub fn render(&self, color: bool) -> String {
        diagnostics::render(&self.diagnostics, &self.sources, color)
    }

    /// The files on disk that were read, each once.
    pub fn inputs(&self) -> impl Iterator<Item = &Path> {
        let mut seen = std::collections::BTreeSet::new();
        self.sources
            .files()
            .filter(|(_, file)| file.origin != Origin::Builtin)
            .map(|(_, file)| file.path.as_path())
            .filter(move |path| seen.insert(*path))
    }

    /// The compilation where nothing is wrong but for warnings.
    pub fn into_valid(self) -> Result<Self, Failure> {
        if self.diagnostics.has_errors() {
            Err(Failure(Box::new(self)))
        } else {
            Ok(self)
        }
    }

    /// The failure that `diagnostic`, found after compiling, makes of this compilation.
    pub fn fail(mut self, diagnostic: Diagnostic) -> Failure {
        self.diagnostics.push(diagnostic);
        Failure(Box::new(self))
    }
}

/// Generated files.
#[derive(Clone, Debug)]
pub struct Output {
    /// The files, with paths relative to the output folder.
    pub files: Vec<OutputFile>,
    /// What writing them changed; empty as long as they are not written.
    pub changes: Vec<Change>,
    /// How many interfaces and methods there are, and how safe.
    pub summary: Summary,
    /// The files on disk that the output depends on.
    pub inputs: Vec<PathBuf>,
    /// What they were made from; its diagnostics are warnings.
    pub compilation: Compilation,
}

impl Output {
    /// How much there is, how safe it is, and what most of the rest is raw for, a line each.
    pub fn describe(&self) -> String {
        let files = counted(self.files.len(), "file");
        format!("{files}, {}", self.summary)
    }

    /// The lines that tell cargo when to run the build script again, and that show the warnings.
    pub fn cargo_instructions(&self) -> String {
        let reruns = self
            .inputs
            .iter()
            .map(|path| format!("cargo::rerun-if-changed={}\n", path.display()));
        let rendered = self.compilation.render(false);
        let warnings = rendered
            .lines()
            .map(|line| format!("cargo::warning={line}\n"));
        reruns.chain(warnings).collect()
    }
}

/// The input, or the output's place, has errors. Both `Display` and `Debug` show them rendered, so that a build script whose `main` returns
/// a `Failure` prints what a person can read.
pub struct Failure(Box<Compilation>);

impl Failure {
    /// What was compiled, with its diagnostics.
    pub fn compilation(&self) -> &Compilation {
        &self.0
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.render(false).trim_end())
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "midl-bindgen found errors\n{self}")
    }
}

impl std::error::Error for Failure {}
