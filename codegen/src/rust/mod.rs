//! The schema as Rust.

pub mod naming;

use std::collections::BTreeMap;

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
