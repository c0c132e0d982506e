//! Enumerations as types of their own, around their integer.
//!
//! windows-bindgen makes of an enumeration another name for `i32`, so that any number would do for it. As a struct around the
//! number it is a type, and still has room for values that the IDL does not list.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Item, Type, parse_quote};

use crate::schema::{DefinitionKind, Schema};

use super::naming;

/// Makes structs of the enumerations in the raw module, and of their enumerators values of them.
pub(super) fn made_types(schema: &Schema, file: &mut syn::File) {
    let enums: HashMap<Ident, bool> = schema
        .iter()
        .filter_map(|(_, definition)| match &definition.kind {
            DefinitionKind::Enum(enumeration) => {
                Some((naming::ident(&definition.name), enumeration.flags))
            }
            _ => None,
        })
        .collect();
    let items = std::mem::take(&mut file.items);
    file.items = items
        .into_iter()
        .flat_map(|item| match item {
            Item::Type(item) if enums.contains_key(&item.ident) => {
                made_type(&item.ident, &item.ty, enums[&item.ident])
            }
            Item::Const(mut item) => {
                if let Type::Path(path) = &*item.ty
                    && let Some(name) = path.path.get_ident()
                    && enums.contains_key(name)
                {
                    let value = &item.expr;
                    item.expr = syn::parse_quote!(#name(#value));
                }
                vec![item.into()]
            }
            item => vec![item],
        })
        .collect();
}

fn made_type(name: &Ident, number: &Type, flags: bool) -> Vec<Item> {
    let operators = flags.then(|| operators(name));
    let file: syn::File = parse_quote! {
        #[repr(transparent)]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct #name(pub #number);
        #operators
    };
    file.items
}

/// What flags are good for.
fn operators(name: &Ident) -> TokenStream {
    quote! {
        impl #name {
            /// Whether all of these flags are set.
            pub const fn contains(self, flags: Self) -> bool {
                self.0 & flags.0 == flags.0
            }
        }
        impl core::ops::BitOr for #name {
            type Output = Self;
            fn bitor(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }
        }
        impl core::ops::BitOrAssign for #name {
            fn bitor_assign(&mut self, other: Self) {
                self.0 |= other.0;
            }
        }
        impl core::ops::BitAnd for #name {
            type Output = Self;
            fn bitand(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }
        }
        impl core::ops::BitAndAssign for #name {
            fn bitand_assign(&mut self, other: Self) {
                self.0 &= other.0;
            }
        }
        impl core::ops::Not for #name {
            type Output = Self;
            fn not(self) -> Self {
                Self(!self.0)
            }
        }
    }
}
