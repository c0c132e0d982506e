//! The module that holds the others: it re-exports what the input defines, with the input's own docs.
//!
//! It begins with an item, not with an attribute of its own: a build script's user takes it in with `include!`, which
//! accepts no inner attributes.

use proc_macro2::TokenStream;
use quote::quote;

use crate::schema::{DefinitionId, DefinitionKind, Interface, Schema};

use super::{docs, naming};

/// Writes `mod.rs` for `definitions`, those of the raw module.
pub fn generate(schema: &Schema, definitions: &[DefinitionId], has_records: bool) -> TokenStream {
    let records = has_records.then(|| {
        quote! {
            #[rustfmt::skip]
            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            pub mod records;
        }
    });
    let exports = definitions
        .iter()
        .filter(|id| schema[**id].own)
        .map(|id| exports(schema, *id));
    quote! {
        #[rustfmt::skip]
        mod asserts;
        #[rustfmt::skip]
        #[allow(clippy::type_complexity)]
        mod client;
        #[rustfmt::skip]
        #[allow(clippy::type_complexity)]
        pub mod implement;
        #[rustfmt::skip]
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
        #records

        #(#exports)*
    }
}

fn exports(schema: &Schema, id: DefinitionId) -> TokenStream {
    let definition = &schema[id];
    let export = |name: &str, text: &str, added: &str| {
        let name = naming::ident(name);
        let docs = docs::attributes(text, added);
        quote! {
            #docs
            #[doc(inline)]
            pub use raw::#name;
        }
    };
    let added = match &definition.kind {
        DefinitionKind::Interface(Interface { iid: Some(iid), .. }) => format!("IID `{iid}`."),
        _ => String::new(),
    };
    let mut exports = export(&definition.name, &docs::of(definition), &added);
    if let DefinitionKind::Enum(enumeration) = &definition.kind {
        for value in &enumeration.values {
            exports.extend(export(&value.name, value.docs.trim(), ""));
        }
    }
    exports
}
