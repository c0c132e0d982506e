//! Doc comments: from the IDL to Rust.

use proc_macro2::TokenStream;
use quote::quote;

use crate::schema::{Definition, DefinitionKind};

/// The attributes that carry a doc comment; none for an empty one.
pub fn attributes(docs: &str) -> TokenStream {
    let lines = docs.lines().map(|line| match line.trim_end() {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote! { #(#[doc = #lines])* }
}

/// What is said of a definition, and of a record's fields, which have no place of their own to say it.
pub fn of(definition: &Definition) -> String {
    let mut docs = definition.docs.trim().to_owned();
    if let DefinitionKind::Record(record) = &definition.kind {
        let mut heading = "\n\n# Fields\n";
        for field in record.fields.iter().filter(|f| !f.docs.trim().is_empty()) {
            let text = field.docs.trim().replace('\n', "\n  ");
            docs.push_str(&format!("{heading}\n- `{}`: {text}", field.name));
            heading = "";
        }
    }
    docs.trim().to_owned()
}
