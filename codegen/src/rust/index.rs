//! The module that holds the others: it re-exports what the input defines, with the input's own docs.

use proc_macro2::TokenStream;
use quote::quote;

use crate::schema::{DefinitionId, DefinitionKind, Schema};

use super::{docs, naming, raw};

/// Writes `mod.rs`.
pub fn generate(schema: &Schema) -> TokenStream {
    let exports = raw::definitions(schema)
        .into_iter()
        .filter(|id| schema[*id].own)
        .map(|id| exports(schema, id));
    quote! {
        //! What the IDL files define.
        //!
        //! [`raw`] holds the types themselves, with their unsafe methods.
        #![allow(
            rustdoc::bare_urls,
            rustdoc::broken_intra_doc_links,
            rustdoc::invalid_html_tags,
            clippy::doc_lazy_continuation
        )]

        mod asserts;
        #[allow(
            missing_docs,
            dead_code,
            non_camel_case_types,
            non_snake_case,
            non_upper_case_globals,
            clippy::all,
            clippy::undocumented_unsafe_blocks
        )]
        pub mod raw;

        #(#exports)*
    }
}

fn exports(schema: &Schema, id: DefinitionId) -> TokenStream {
    let definition = &schema[id];
    let export = |name: &str, text: &str| {
        let name = naming::ident(name);
        let docs = docs::attributes(text);
        quote! {
            #docs
            #[doc(inline)]
            pub use raw::#name;
        }
    };
    let mut exports = export(&definition.name, &docs::of(definition));
    if let DefinitionKind::Enum(enumeration) = &definition.kind {
        for value in &enumeration.values {
            exports.extend(export(&value.name, value.docs.trim()));
        }
    }
    exports
}
