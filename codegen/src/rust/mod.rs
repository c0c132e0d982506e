//! The schema as Rust.

pub mod asserts;
mod correct;
pub mod docs;
pub mod index;
pub mod naming;
pub mod raw;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;

use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::schema::Schema;

/// How Rust is to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The hand-written types that stand for structs which hold pointers, by the struct's name.
    pub views: BTreeMap<String, View>,
}

/// The hand-written Rust types that stand for a struct which no generator can make safe by itself.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// What an implementation gets: the path of a type that implements `midl_runtime::Incoming`.
    pub implement: String,
    /// What a caller gives: the path of a type that implements `midl_runtime::Outgoing`.
    pub call: String,
}

/// A Rust module: one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// Its name: `raw`, `client`, `implement`, `asserts`, or `mod` for the one that holds the others.
    pub name: &'static str,
    /// Its text, formatted, without the header line.
    pub text: String,
}

/// What was made of a schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Generated {
    /// The modules.
    pub modules: Vec<Module>,
    /// How much of it is safe.
    pub summary: Summary,
}

/// How many interfaces and methods there are, and how many of them are safe to call and to implement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Interfaces that the input defines.
    pub interfaces: usize,
    /// Their own methods.
    pub methods: usize,
    /// The methods that stay raw, as `IFoo::Bar`, each with the reason. The others are safe.
    pub raw: Vec<(String, String)>,
}

impl Summary {
    /// How many methods are safe.
    pub fn safe(&self) -> usize {
        self.methods - self.raw.len()
    }
}

/// Makes Rust of a schema.
pub fn generate(schema: &Schema, _options: &Options) -> Result<Generated, Diagnostics> {
    let mut diagnostics = Diagnostics::new();
    let mut modules = Vec::new();
    let mut add = |name, text: Result<String, Diagnostic>| match text {
        Ok(text) => modules.push(Module { name, text }),
        Err(diagnostic) => diagnostics.push(diagnostic),
    };
    add("raw", raw::generate(schema));
    add("asserts", format(asserts::generate(schema)));
    add("mod", format(index::generate(schema)));
    if diagnostics.has_errors() {
        return Err(diagnostics);
    }
    Ok(Generated {
        modules,
        summary: Summary::default(),
    })
}

/// Lays out Rust code for readers.
pub fn format(tokens: TokenStream) -> Result<String, Diagnostic> {
    let text = tokens.to_string();
    match syn::parse2(tokens) {
        Ok(file) => Ok(prettyplease::unparse(&file)),
        Err(error) => Err(Diagnostic::global(
            Code::BackEndFailed,
            format!("generated Rust does not parse: {error}\n{text}"),
        )),
    }
}
