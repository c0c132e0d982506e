//! The schema as Rust.

pub mod asserts;
mod correct;
pub mod docs;
mod enums;
pub mod index;
pub mod naming;
pub mod raw;

mod client;
mod implement;
mod layout;
mod lints;
mod markdown;
mod packing;
mod plan;
mod raw_types;
mod records;
mod returned;
mod signatures;

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::schema::Schema;

pub use plan::reason::{Raw, Reason, Summary};
use signatures::Signatures;

/// How Rust is to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The hand-written types that stand for structs which hold pointers, by the struct's name.
    pub views: BTreeMap<String, View>,
    /// The hand-written types that allocate and free memory (`midl_runtime::memory::Allocator`), by the name of the
    /// function that frees, as an `ALLOCATOR` annotation has it.
    pub allocators: BTreeMap<String, String>,
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
    /// Its name: `raw`, `client`, `implement`, `records` where there are any, `asserts`, or `mod` for the one that holds the
    /// others.
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
    /// What the modules lack of the input.
    pub warnings: Vec<Diagnostic>,
}

/// Makes Rust of a schema.
pub fn generate(schema: &Schema, options: &Options) -> Result<Generated, Diagnostics> {
    let mut diagnostics = Diagnostics::new();
    let definitions = raw::definitions(schema);
    let mut generated = Generated {
        warnings: raw::left_out(schema, &definitions),
        ..Generated::default()
    };
    let raw = raw::generate(schema, &definitions);
    match raw.and_then(|raw| safe(schema, options, &raw)) {
        Ok(safe) => {
            generated.modules.extend(safe.modules);
            generated.summary = safe.summary;
        }
        Err(diagnostic) => diagnostics.push(diagnostic),
    }
    let has_records = generated.modules.iter().any(|it| it.name == "records");
    let mut add = |name, text: Result<String, Diagnostic>| match text {
        Ok(text) => generated.modules.push(Module { name, text }),
        Err(diagnostic) => diagnostics.push(diagnostic),
    };
    add(
        "asserts",
        layout::format(asserts::generate(schema, &definitions)),
    );
    let index = index::generate(schema, &definitions, has_records);
    add("mod", layout::format(index));
    if diagnostics.has_errors() {
        return Err(diagnostics);
    }
    Ok(generated)
}

/// The raw module, and what is safe beside it.
fn safe(schema: &Schema, options: &Options, raw: &syn::File) -> Result<Generated, Diagnostic> {
    let signatures = Signatures::read(schema, raw)?;
    let plan = plan::plan(schema, &signatures, options)?;
    let module = |name, text| Module { name, text };
    let mut modules = vec![
        module("client", layout::format(client::module(&plan))?),
        module("implement", layout::format(implement::module(&plan))?),
        module("raw", prettyplease::unparse(raw)),
    ];
    if let Some(records) = records::module(&plan.lent(), &plan.handed_out()) {
        modules.push(module("records", layout::format(records)?));
    }
    Ok(Generated {
        summary: plan.summary(schema),
        modules,
        warnings: Vec::new(),
    })
}

#[cfg(test)]
mod tests;
