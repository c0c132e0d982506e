//! What rustc and clippy would have otherwise, though the IDL decides it.

use proc_macro2::TokenStream;
use quote::quote;

/// For a type of this name.
pub(crate) fn type_name(name: &str) -> Option<TokenStream> {
    let name = name.trim_matches('_');
    let odd = name.contains('_') || name.starts_with(|first: char| first.is_lowercase());
    odd.then(|| quote!(#[allow(non_camel_case_types)]))
}

/// For a method with so many parameters beside `self`.
pub(crate) fn parameters(count: usize) -> Option<TokenStream> {
    (count > 6).then(|| quote!(#[allow(clippy::too_many_arguments)]))
}
