//! Memory that an implementation's caller frees.

use super::receive::{Out, Receive};
use crate::rust::plan::{Allocated, Content};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::Type;

impl Receive {
    pub(super) fn allocated(
        name: &Ident,
        allocated: &Allocated,
        raw: &Type,
        names: &[Ident],
    ) -> Self {
        let target = allocated.target();
        let copy = copy(name, allocated, names);
        let prepare = match allocated.optional {
            true => quote! {
                let #name = match #name {
                    Some(#name) => Some(#copy?),
                    None => None,
                };
            },
            false => quote!(let #name = #copy?;),
        };
        let constructor = allocated.constructor();
        let pointer = match allocated.optional {
            true => quote!(#name.map_or(std::ptr::null_mut(), #constructor::into_raw)),
            false => quote!(#name.into_raw()),
        };
        let mut receive = Self::out_value(name, raw, &quote!(*mut #target), pointer);
        receive.out = receive.out.map(|out| Out { prepare, ..out });
        receive
    }

    /// The number of elements that come out.
    pub(super) fn allocated_count(name: &Ident, arrays: &[&Ident], optional: bool) -> Self {
        let mut receive = Self::out(name, quote!(OutValue), quote!(#name));
        let lens = arrays.iter().map(|array| match optional {
            true => quote!(#array.as_deref().map_or(0, <[_]>::len)),
            false => quote!(#array.len()),
        });
        let prepare = quote! {
            let #name = midl_runtime::array::count([#(#lens),*]).map_err(midl_runtime::array::mistold)?;
        };
        receive.out = receive.out.map(|out| Out {
            is_result: false,
            prepare,
            ..out
        });
        receive
    }
}

/// What the implementation returned, in memory that its caller frees: a `Result`.
fn copy(name: &Ident, allocated: &Allocated, names: &[Ident]) -> TokenStream {
    let constructor = allocated.constructor();
    match &allocated.content {
        Content::One(_) => quote!(#constructor::new(#name)),
        Content::Text | Content::NarrowText => quote!(#constructor::new(&#name)),
        Content::Many {
            element,
            count,
            told,
        } => {
            let values = match element.is_text() {
                true => quote!(midl_runtime::allocated::texts(#name)?),
                false => quote!(#name),
            };
            let count = names.get(*count);
            match told {
                true => quote!(#constructor::from_vec(#values)),
                false => quote!(#constructor::counted(#values, #count)),
            }
        }
    }
}
