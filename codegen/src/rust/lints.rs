//! What rustc and clippy would have otherwise, though the IDL decides it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{GenericArgument, PathArguments, ReturnType, Type};

/// For a type of this name.
pub(crate) fn type_name(name: &str) -> Option<TokenStream> {
    let name = name.trim_matches('_');
    let odd = name.contains('_') || name.starts_with(|first: char| first.is_lowercase());
    odd.then(|| quote!(#[allow(non_camel_case_types)]))
}

/// For a method of this name with so many parameters beside `self`, and with a result as it is written: `-> T`.
pub(crate) fn method(name: &str, parameters: usize, result: &TokenStream) -> Option<TokenStream> {
    let named_as_made = name.starts_with("from_") || name.starts_with("into_");
    let complex = match syn::parse2(result.clone()) {
        Ok(ReturnType::Type(_, ty)) => complexity(&ty, 1) > 250,
        _ => false,
    };
    let lints = [
        named_as_made.then(|| quote!(clippy::wrong_self_convention)),
        (parameters > 6).then(|| quote!(clippy::too_many_arguments)),
        complex.then(|| quote!(clippy::type_complexity)),
    ];
    let lints: Vec<_> = lints.into_iter().flatten().collect();
    (!lints.is_empty()).then(|| quote!(#[allow(#(#lints),*)]))
}

/// As clippy counts it: the deeper a type is nested, the more.
fn complexity(ty: &Type, nest: usize) -> usize {
    let inside = |types: &mut dyn Iterator<Item = &Type>| -> usize {
        types.map(|ty| complexity(ty, nest + 1)).sum()
    };
    match ty {
        Type::Reference(reference) => nest + complexity(&reference.elem, nest),
        Type::Ptr(pointer) => nest + complexity(&pointer.elem, nest),
        Type::Tuple(tuple) => 10 * nest + inside(&mut tuple.elems.iter()),
        Type::Array(array) => 10 * nest + complexity(&array.elem, nest + 1),
        Type::Slice(slice) => 10 * nest + complexity(&slice.elem, nest + 1),
        Type::Path(path) => {
            let arguments = path
                .path
                .segments
                .iter()
                .filter_map(|it| match &it.arguments {
                    PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
                    _ => None,
                });
            let mut types = arguments.flatten().filter_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            });
            10 * nest + inside(&mut types)
        }
        _ => 50 * nest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_of_many_values_is_complex() {
        let of = |result| method("call", 0, &result).map(|it| it.to_string());
        assert_eq!(
            of(quote!(-> Result<(u32, u32, u32, u32, u32, u32, u32)>)),
            None
        );
        let eight = of(quote!(-> Result<(u32, u32, u32, u32, u32, u32, u32, u32)>));
        assert!(eight.is_some_and(|lints| lints.contains("type_complexity")));
        assert_eq!(of(quote!()), None);
    }
}
