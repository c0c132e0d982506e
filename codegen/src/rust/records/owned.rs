//! Safe structs that own what the raw ones point to.

use super::pointer_in;
use crate::rust::docs;
use crate::rust::naming::owned_name;
use crate::rust::plan::{FieldKind, FieldPlan, RecordPlan, optional_type};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The struct, and how it is made of a raw one and made into one.
pub(super) fn record(plan: &RecordPlan) -> TokenStream {
    let (raw, name) = (&plan.name, owned_name(&plan.name));
    let added = format!("Stands for [`raw::{raw}`], and owns what that points to.");
    let docs = docs::attributes(&plan.definition.docs, &added);
    let is_default = plan.fields.iter().all(super::has_default);
    let traits = [
        plan.is_debug.then(|| quote!(Debug)),
        is_default.then(|| quote!(Default)),
    ];
    let traits: Vec<_> = traits.into_iter().flatten().collect();
    let derive = (!traits.is_empty()).then(|| quote!(#[derive(#(#traits),*)]));
    let declared = plan.fields.iter().filter_map(|field| declare(plan, field));
    let taken = plan.fields.iter().filter_map(|field| take(plan, field));
    let checked = plan.fields.iter().filter_map(checked);
    let counts = plan.fields.iter().filter_map(|field| match &field.kind {
        FieldKind::Count { arrays } => {
            let (arrays, ty) = (array_names(plan, arrays), field.raw_type);
            Some(quote!(midl_runtime::array::count::<#ty, _, _>([#(self.#arrays.len()),*])?;))
        }
        FieldKind::Nested(_) => {
            let name = &field.name;
            Some(quote!(self.#name.check()?;))
        }
        _ => None,
    });
    // The arrays are counted before they are given away.
    let is_count = |field: &&FieldPlan| matches!(field.kind, FieldKind::Count { .. });
    let (first, rest): (Vec<_>, Vec<_>) = plan.fields.iter().partition(is_count);
    let given = first.into_iter().chain(rest);
    let given = given.map(|field| give(plan, field));
    quote! {
        #docs
        #derive
        pub struct #name {
            #(#declared)*
        }

        impl Owned for #name {
            type Raw = raw::#raw;

            unsafe fn from_raw(raw: raw::#raw) -> Result<Self> {
                #(#taken)*
                Ok(Self { #(#checked)* })
            }

            fn check(&self) -> Result<()> {
                #(#counts)*
                Ok(())
            }

            fn into_raw(self) -> raw::#raw {
                raw::#raw { #(#given)* }
            }
        }
    }
}

fn array_names<'a>(plan: &'a RecordPlan, arrays: &'a [usize]) -> impl Iterator<Item = &'a Ident> {
    let arrays = arrays.iter().filter_map(|array| plan.fields.get(*array));
    arrays.map(|array| &array.name)
}

fn declare(plan: &RecordPlan, field: &FieldPlan) -> Option<TokenStream> {
    let ty = match &field.kind {
        FieldKind::Value(ty) => quote!(#ty),
        FieldKind::Bool => quote!(bool),
        FieldKind::Bstr => quote!(Bstr),
        FieldKind::Text { optional } => optional_type(quote!(CoTaskText), *optional),
        FieldKind::NarrowText { optional } => optional_type(quote!(CoTaskCStr), *optional),
        FieldKind::Interface {
            interface,
            optional,
        } => optional_type(quote!(#interface), *optional),
        FieldKind::Array { element, .. } => quote!(CoTaskSlice<#element>),
        FieldKind::Nested(record) => {
            let record = owned_name(record);
            quote!(#record)
        }
        _ => return None,
    };
    let (name, docs) = (&field.name, super::field_docs(plan, field));
    Some(quote!(#docs pub #name: #ty,))
}

/// The statement that takes a field over. Whatever it finds missing is told later, when all the others are owned.
fn take(plan: &RecordPlan, field: &FieldPlan) -> Option<TokenStream> {
    let (name, raw) = (&field.name, field.raw);
    let pointer = pointer_in(field);
    let (what, follow) = match &field.kind {
        FieldKind::Bstr => ("a text", quote!(Bstr::from_raw(#pointer))),
        FieldKind::Text { .. } => (
            "a text in task memory",
            quote!(CoTaskText::from_raw(#pointer)),
        ),
        FieldKind::NarrowText { .. } => (
            "a text in task memory",
            quote!(CoTaskCStr::from_raw(#pointer.cast())),
        ),
        FieldKind::Array { count, .. } => {
            let count = plan.fields.get(*count).map(|count| count.raw);
            (
                "an array of so many elements in task memory",
                quote!(CoTaskSlice::from_raw(#pointer, raw.#count)),
            )
        }
        FieldKind::Interface { .. } => {
            return Some(quote!(let #name = ManuallyDrop::into_inner(raw.#raw);));
        }
        FieldKind::Nested(record) => {
            let record = owned_name(record);
            return Some(quote! {
                #[comment = " SAFETY: it is part of a struct that keeps what is promised."]
                let #name = unsafe { #record::from_raw(raw.#raw) };
            });
        }
        _ => return None,
    };
    let safety = format!(" SAFETY: by the IDL it is NULL, or {what} that is given away.");
    Some(quote!(#[comment = #safety] let #name = unsafe { #follow };))
}

/// The field of the safe struct, of what was taken over.
fn checked(field: &FieldPlan) -> Option<TokenStream> {
    let (name, raw) = (&field.name, field.raw);
    Some(match &field.kind {
        FieldKind::Value(_) => quote!(#name: raw.#raw,),
        FieldKind::Bool => quote!(#name: raw.#raw.as_bool(),),
        FieldKind::Text { optional: false }
        | FieldKind::NarrowText { optional: false }
        | FieldKind::Interface {
            optional: false, ..
        } => quote!(#name: #name.ok_or_else(midl_runtime::status::null)?,),
        FieldKind::Array { .. } | FieldKind::Nested(_) => quote!(#name: #name?,),
        FieldKind::Count { .. } => return None,
        _ => quote!(#name,),
    })
}

/// The field of the raw struct.
fn give(plan: &RecordPlan, field: &FieldPlan) -> TokenStream {
    let (name, raw, ty) = (&field.name, field.raw, field.raw_type);
    let pointer = |pointer: TokenStream| match ty {
        syn::Type::Ptr(_) => pointer,
        _ => quote!(#ty(#pointer)),
    };
    let text = |text: TokenStream, optional: bool| match optional {
        true => quote!(self.#name.map_or(std::ptr::null_mut(), #text::into_raw)),
        false => quote!(self.#name.into_raw()),
    };
    let value = match &field.kind {
        FieldKind::Bool => quote!(self.#name.into()),
        FieldKind::Bstr | FieldKind::Nested(_) | FieldKind::Array { .. } => {
            quote!(self.#name.into_raw())
        }
        FieldKind::Text { optional } => pointer(text(quote!(CoTaskText), *optional)),
        FieldKind::NarrowText { optional } => {
            let text = text(quote!(CoTaskCStr), *optional);
            pointer(quote!(#text.cast()))
        }
        FieldKind::Interface { optional: true, .. } => quote!(ManuallyDrop::new(self.#name)),
        FieldKind::Interface { .. } => quote!(ManuallyDrop::new(Some(self.#name))),
        FieldKind::Count { arrays } => {
            let arrays = array_names(plan, arrays);
            quote!(midl_runtime::array::count([#(self.#arrays.len()),*]).unwrap_or_default())
        }
        _ => quote!(self.#name),
    };
    quote!(#raw: #value,)
}
