//! Questions about the types that windows-bindgen writes.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Type;

/// Whether a type is a path that ends with the name.
pub(super) fn is_path_to(ty: &Type, name: &str) -> bool {
    match ty {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| last.ident == name),
        _ => false,
    }
}

/// Whether a type is a pointer, but to another type: windows-bindgen may have made one of its own of what is meant, or it is
/// the first element of an array.
pub(super) fn points_elsewhere(ty: &Type, target: &TokenStream) -> bool {
    matches!(ty, Type::Ptr(ty) if ty.elem.to_token_stream().to_string() != target.to_string())
}
