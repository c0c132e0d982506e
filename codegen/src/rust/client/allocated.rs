//! Memory that a callee has allocated.

use super::call::{After, Call, Taken, optional_or_null, place};
use crate::rust::plan::{Allocated, Content};
use proc_macro2::Ident;
use quote::quote;
use syn::Type;

impl Call {
    pub(super) fn allocated(
        name: &Ident,
        allocated: &Allocated,
        raw: &Type,
        names: &[Ident],
    ) -> Self {
        let target = allocated.target();
        let constructor = allocated.constructor();
        let (take, out) = match &allocated.content {
            Content::Many { count, .. } => {
                let count = names.get(*count);
                let function = match allocated.optional {
                    true => quote!(from_nullable_raw),
                    false => quote!(from_raw),
                };
                let take = After::new(
                    name,
                    " SAFETY: the callee hands out NULL or so many elements in memory that is ours from now on.",
                    quote!(#constructor::#function(#name, #count)),
                );
                (take, Taken::Result(name.clone()))
            }
            _ => {
                let take = After::new(
                    name,
                    " SAFETY: the callee hands out NULL or memory that is ours from now on.",
                    quote!(#constructor::from_raw(#name)),
                );
                (take, optional_or_null(name, allocated.optional))
            }
        };
        Self {
            before: quote!(let mut #name: *mut #target = std::ptr::null_mut();),
            value: place(name, raw, &target),
            after: take,
            ..Self::taken(out)
        }
    }
}
