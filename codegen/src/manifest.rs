//! What to generate, as a crate's `Cargo.toml` tells it.
//!
//! ```toml
//! [package.metadata.midl-bindgen]
//! inputs = ["idl/hello.idl"]     # whose definitions are wanted: .idl, .winmd and .rdl files
//! include = ["idl"]              # where `import` and `#include` look
//! output = "src/generated"       # the folder that belongs to the generator
//!
//! [package.metadata.midl-bindgen.views.HELLO]   # optional: hand-written types for a struct that holds pointers
//! implement = "crate::hello::Request"
//! call = "crate::hello::Parameters"
//!
//! [package.metadata.midl-bindgen.allocators]            # optional: types for the functions that ALLOCATOR names
//! HelloFree = "crate::hello::Memory"
//! ```
//!
//! Paths are relative to the manifest.

use crate::diagnostics::{Code, Diagnostic, Diagnostics, nearest};
use crate::rust::View;
use crate::schema::Schema;
use crate::source::{Origin, Sources, Span};
use crate::{Builder, Compilation, Failure};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A crate's manifest, as far as it concerns this compiler.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// The package's name.
    pub package: String,
    /// The folder of the manifest.
    pub folder: PathBuf,
    /// The compiler, set up as the manifest says.
    pub builder: Builder,
    /// The folder to write to.
    pub output: PathBuf,
}

#[derive(Deserialize)]
struct Document {
    package: Option<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: Option<String>,
    metadata: Option<BTreeMap<String, toml::Spanned<toml::Value>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    inputs: Vec<PathBuf>,
    #[serde(default)]
    include: Vec<PathBuf>,
    #[serde(default)]
    define: BTreeMap<String, String>,
    output: PathBuf,
    #[serde(default)]
    views: BTreeMap<String, View>,
    #[serde(default)]
    allocators: BTreeMap<String, String>,
}

const KEYS: [&str; 6] = [
    "inputs",
    "include",
    "define",
    "output",
    "views",
    "allocators",
];
const TABLE: &str = "[package.metadata.midl-bindgen]";

impl Manifest {
    /// Reads the manifest at `path`.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let text = std::fs::read_to_string(path).map_err(|error| {
            let message = format!("cannot read `{}`: {error}", path.display());
            fail(
                Sources::new(),
                Diagnostic::global(Code::BadManifest, message),
            )
        })?;
        Self::parse(path, text)
    }

    fn parse(path: &Path, text: String) -> Result<Self, Failure> {
        let document = toml::from_str::<Document>(&text);
        let mut sources = Sources::new();
        let file = sources.add(path, text, Origin::Input);
        let span = |range: Option<Range<usize>>| {
            let range = range.unwrap_or(0..0);
            Span::new(file, range.start as u32, range.end as u32)
        };
        let package = match document {
            Ok(document) => document.package,
            Err(error) => {
                let diagnostic =
                    Diagnostic::at(Code::BadManifest, span(error.span()), error.message());
                return Err(fail(sources, diagnostic));
            }
        };
        let Some((name, table)) = package.and_then(|mut package| {
            let table = package.metadata.as_mut()?.remove("midl-bindgen")?;
            Some((package.name.unwrap_or_default(), table))
        }) else {
            let message = format!("the manifest has no `{TABLE}`");
            let diagnostic = Diagnostic::at(Code::BadManifest, span(None), message).help(format!(
                "say what to generate:\n{TABLE}\ninputs = [\"idl/my.idl\"]\noutput = \"src/generated\""
            ));
            return Err(fail(sources, diagnostic));
        };
        let place = table.span();
        let unknown = table
            .get_ref()
            .as_table()
            .and_then(|table| table.keys().find(|key| !KEYS.contains(&key.as_str())))
            .cloned();
        let table = match Table::deserialize(table.into_inner()) {
            Ok(table) => table,
            Err(error) => {
                let message = format!("`{TABLE}` is wrong: {}", error.message().trim_end());
                let mut diagnostic = Diagnostic::at(Code::BadManifest, span(Some(place)), message);
                if let Some(near) = unknown.and_then(|key| nearest(&key, KEYS)) {
                    diagnostic = diagnostic.help(format!("a key with a similar name is `{near}`"));
                }
                return Err(fail(sources, diagnostic));
            }
        };
        Ok(Self::from_table(name, path, table))
    }

    fn from_table(package: String, path: &Path, table: Table) -> Self {
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let mut builder = Builder::new();
        for input in table.inputs {
            builder = builder.input(folder.join(input));
        }
        for include in table.include {
            builder = builder.include(folder.join(include));
        }
        for (name, value) in table.define {
            builder = builder.define(name, value);
        }
        for (record, view) in table.views {
            builder = builder.view(record, view);
        }
        for (free, ty) in table.allocators {
            builder = builder.allocator(free, ty);
        }
        Self {
            package,
            output: folder.join(table.output),
            folder,
            builder,
        }
    }
}

fn fail(sources: Sources, diagnostic: Diagnostic) -> Failure {
    let compilation = Compilation {
        sources,
        schema: Schema::new(),
        diagnostics: Diagnostics::new(),
    };
    compilation.fail(diagnostic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    fn error(text: &str) -> String {
        let failure = Manifest::parse(Path::new("Cargo.toml"), text.into()).unwrap_err();
        failure.compilation().render(false)
    }

    #[test]
    fn paths_are_relative_to_the_manifest() {
        let text = r#"
            [package]
            name = "hello"
            [package.metadata.midl-bindgen]
            inputs = ["idl/hello.idl"]
            output = "src/generated"
        "#;
        let manifest = Manifest::parse(Path::new("some/where/Cargo.toml"), text.into()).unwrap();
        assert_eq!(manifest.package, "hello");
        assert_eq!(
            manifest.builder.inputs,
            [Path::new("some/where/idl/hello.idl")]
        );
        assert_eq!(manifest.output, Path::new("some/where/src/generated"));
    }

    #[test]
    fn broken_toml_is_shown_at_its_place() {
        expect![[r#"
            error[E0901]: string values must be quoted, expected literal string
             --> Cargo.toml:2:8
              |
            2 | name = hello
              |        ^^^^^

        "#]]
        .assert_eq(&error("[package]\nname = hello\n"));
    }

    #[test]
    fn a_missing_table_is_explained() {
        expect![[r#"
            error[E0901]: the manifest has no `[package.metadata.midl-bindgen]`
             --> Cargo.toml:1:1
              |
            1 | [package]
              | ^
              |
              = help: say what to generate:
                      [package.metadata.midl-bindgen]
                      inputs = ["idl/my.idl"]
                      output = "src/generated"

        "#]]
        .assert_eq(&error("[package]\nname = \"hello\"\n"));
    }

    #[test]
    fn an_unknown_key_has_a_suggestion() {
        expect![[r#"
            error[E0901]: `[package.metadata.midl-bindgen]` is wrong: unknown field `input`, expected one of `inputs`, `include`, `define`, `output`, `views`, `allocators`
             --> Cargo.toml:4:1
              |
            4 | [package.metadata.midl-bindgen]
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = help: a key with a similar name is `inputs`

        "#]].assert_eq(&error(
            "[package]\nname = \"hello\"\n\n[package.metadata.midl-bindgen]\ninput = [\"a.idl\"]\noutput = \"src\"\n",
        ));
    }
}
