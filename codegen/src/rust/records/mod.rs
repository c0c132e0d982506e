//! Structs that hold pointers, as safe ones.

mod owned;

use super::plan::{FieldKind, FieldPlan, RecordPlan};
use super::raw_types::is_path_to;
use super::{docs, layout};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

/// The `records` module, of structs that are lent and structs that come out; `None` where there are none.
pub(crate) fn module(lent: &[&RecordPlan], owned: &[&RecordPlan]) -> Option<TokenStream> {
    if lent.is_empty() && owned.is_empty() {
        return None;
    }
    let records = lent.iter().map(|plan| record(plan));
    let records: TokenStream = records
        .chain(owned.iter().map(|plan| owned::record(plan)))
        .collect();
    let imports = layout::imports(&records);
    Some(quote! {
        //! Structs that hold pointers, as safe ones: each has the name of the raw one, and its fields borrow what that
        //! points to. Counts are left out, since slices know them.
        //!
        //! A caller fills one in, and a raw one is made of it for the call. An implementation is given one whose pointers and
        //! counts were checked.
        //!
        //! What comes out of a call owns what it points to, and is named so.
        #imports
        #records
    })
}

fn record(plan: &RecordPlan) -> TokenStream {
    let name = &plan.name;
    let added = format!("Stands for [`raw::{name}`].");
    let docs = docs::attributes(&plan.definition.docs, &added);
    let is_default = plan.fields.iter().all(has_default);
    let traits = [
        Some(quote!(Clone)),
        plan.is_debug.then(|| quote!(Debug)),
        is_default.then(|| quote!(Default)),
    ];
    let traits = traits.iter().flatten();
    let declared = plan.fields.iter().filter_map(|field| declare(plan, field));
    let incoming = plan.fields.iter().filter_map(|field| incoming(plan, field));
    let outgoing = plan.fields.iter().map(|field| outgoing(plan, field));
    let is_in_place = |field: &FieldPlan| {
        matches!(
            field.kind,
            FieldKind::Interface { .. } | FieldKind::Bstr | FieldKind::Nested(_)
        )
    };
    let in_place = plan.fields.iter().any(is_in_place);
    let place = in_place.then(|| quote!(let place = raw.as_ptr();));
    let copy = (!plan.fields.iter().all(is_in_place)).then(|| {
        quote! {
            #[comment = " SAFETY: the caller lends the struct. C++ on x86 aligns its variables to four bytes only."]
            let raw = unsafe { raw.read_unaligned() };
        }
    });
    let storage = match plan.fields.iter().any(needs_storage) {
        true => quote!(storage),
        false => quote!(_),
    };
    quote! {
        #docs
        #[derive(#(#traits),*)]
        pub struct #name<'a> {
            #(#declared)*
        }

        impl<'a> Incoming<'a> for #name<'a> {
            type Raw = raw::#name;

            unsafe fn from_raw(raw: NonNull<raw::#name>) -> Result<Self> {
                #place
                #copy
                Ok(Self { #(#incoming)* })
            }
        }

        impl Lend for #name<'_> {
            type Raw = raw::#name;

            fn lend(&self, #storage: &mut Storage) -> Result<raw::#name> {
                Ok(raw::#name { #(#outgoing)* })
            }
        }
    }
}

/// A field's declaration; `None` for a count.
fn declare(plan: &RecordPlan, field: &FieldPlan) -> Option<TokenStream> {
    let (name, ty) = (&field.name, declared_type(&field.kind)?);
    let docs = field_docs(plan, field);
    Some(quote!(#docs pub #name: #ty,))
}

fn field_docs(plan: &RecordPlan, field: &FieldPlan) -> TokenStream {
    let raw = &field.field.name;
    let count = match &field.kind {
        FieldKind::Array { count, .. } | FieldKind::Records { count, .. } => {
            plan.fields.get(*count).map(|count| &count.field.name)
        }
        _ => None,
    };
    let added = match count {
        Some(count) => format!("`{raw}`, as many as `{count}` says."),
        None => format!("`{raw}`."),
    };
    docs::attributes(&field.field.docs, &added)
}

fn declared_type(kind: &FieldKind) -> Option<TokenStream> {
    let optional = |ty, optional| match optional {
        true => quote!(Option<#ty>),
        false => ty,
    };
    Some(match kind {
        FieldKind::Value(ty) => quote!(#ty),
        FieldKind::Bool => quote!(bool),
        FieldKind::Text { optional: null } => optional(quote!(&'a WideStr), *null),
        FieldKind::NarrowText { optional: null } => optional(quote!(&'a CStr), *null),
        FieldKind::Interface {
            interface,
            optional: null,
        } => optional(quote!(&'a #interface), *null),
        FieldKind::Handle { optional: null } => optional(quote!(BorrowedHandle<'a>), *null),
        FieldKind::Bstr => quote!(&'a Bstr),
        FieldKind::Reference {
            target,
            optional: null,
            misaligned,
        } => match misaligned {
            true => optional(quote!(Cow<'a, #target>), *null),
            false => optional(quote!(&'a #target), *null),
        },
        FieldKind::Array {
            element,
            misaligned: true,
            ..
        } => quote!(Cow<'a, [#element]>),
        FieldKind::Array { element, .. } => quote!(&'a [#element]),
        FieldKind::Count { .. } => return None,
        FieldKind::Nested(record) => quote!(#record<'a>),
        FieldKind::Pointer {
            record,
            optional: null,
        } => optional(quote!(#record<'a>), *null),
        FieldKind::Records { record, .. } => quote!(Vec<#record<'a>>),
    })
}

/// Whether the field's type has a default of which everybody would think.
fn has_default(field: &FieldPlan) -> bool {
    match &field.kind {
        FieldKind::Value(_) => is_default(field.raw_type),
        FieldKind::Text { optional }
        | FieldKind::NarrowText { optional }
        | FieldKind::Interface { optional, .. }
        | FieldKind::Handle { optional }
        | FieldKind::Reference { optional, .. }
        | FieldKind::Pointer { optional, .. } => *optional,
        FieldKind::Bool
        | FieldKind::Bstr
        | FieldKind::Array { .. }
        | FieldKind::Count { .. }
        | FieldKind::Records { .. } => true,
        FieldKind::Nested(_) => false,
    }
}

/// Pointers have no default, and of arrays the long ones have none.
fn is_default(ty: &Type) -> bool {
    match ty {
        Type::Path(_) => true,
        Type::Array(array) => is_default(&array.elem) && is_short(&array.len),
        _ => false,
    }
}

fn is_short(len: &syn::Expr) -> bool {
    let syn::Expr::Lit(len) = len else {
        return false;
    };
    match &len.lit {
        syn::Lit::Int(len) => len.base10_parse().is_ok_and(|len: u64| len <= 32),
        _ => false,
    }
}

fn needs_storage(field: &FieldPlan) -> bool {
    matches!(
        field.kind,
        FieldKind::Nested(_) | FieldKind::Pointer { .. } | FieldKind::Records { .. }
    )
}

/// How a field is made of the raw struct.
fn incoming(plan: &RecordPlan, field: &FieldPlan) -> Option<TokenStream> {
    let (name, raw) = (&field.name, field.raw);
    let (place, pointer) = (quote!(raw.#raw), pointer_in(field));
    let missing = |optional: &bool| match optional {
        true => quote!(),
        false => quote!(.ok_or_else(midl_runtime::status::null)?),
    };
    let null = |optional: &bool| match optional {
        true => "by the IDL it is NULL, or",
        false => "NULL is refused; by the IDL it is",
    };
    let followed = |what: String, follow: TokenStream, check: TokenStream| {
        let safety = format!(" SAFETY: {what} that lives for 'a.");
        quote!(#[comment = #safety] #name: unsafe { #follow } #check,)
    };
    let count = |count: &usize| plan.fields.get(*count).map(|count| count.raw);
    Some(match &field.kind {
        FieldKind::Count { .. } => return None,
        FieldKind::Value(_) => quote!(#name: #place,),
        FieldKind::Bool => quote!(#name: #place.as_bool(),),
        FieldKind::Text { optional } => followed(
            format!("{} a text", null(optional)),
            quote!(WideStr::from_nullable_ptr(#pointer)),
            missing(optional),
        ),
        FieldKind::NarrowText { optional } => followed(
            format!("{} a text", null(optional)),
            quote!(midl_runtime::text::narrow(#pointer.cast())),
            missing(optional),
        ),
        FieldKind::Interface { optional, .. } => {
            let what = format!("{} an interface in a place", null(optional));
            followed(
                what,
                quote!(midl_runtime::interface::borrow(&raw const (*place).#raw)),
                missing(optional),
            )
        }
        FieldKind::Handle { optional } => {
            let check = match optional {
                true => quote!(),
                false => quote!(.ok_or_else(midl_runtime::status::null_handle)?),
            };
            let what = format!("{} a handle", null(optional));
            followed(
                what,
                quote!(midl_runtime::handle::borrow_raw(#pointer)),
                check,
            )
        }
        FieldKind::Bstr => followed(
            "by the IDL it is NULL, or a text, in a place".into(),
            quote!(Bstr::borrow_at(&raw const (*place).#raw)),
            quote!(),
        ),
        FieldKind::Reference {
            optional,
            misaligned,
            ..
        } => followed(
            format!("{} a pointer to something", null(optional)),
            match misaligned {
                true => quote!(midl_runtime::aligned::reference(#place)),
                false => quote!(#place.as_ref()),
            },
            missing(optional),
        ),
        FieldKind::Array {
            count: at,
            misaligned,
            ..
        } => {
            let count = count(at);
            let function = match misaligned {
                true => quote!(aligned::slice),
                false => quote!(array::from_raw),
            };
            followed(
                "NULL is refused; by the IDL it is an array of so many elements".into(),
                quote!(midl_runtime::#function(#place, raw.#count)),
                quote!(?),
            )
        }
        FieldKind::Nested(_) => followed(
            "it is part of a struct".into(),
            quote!(midl_runtime::view::reference(&raw const (*place).#raw)),
            quote!(?),
        ),
        FieldKind::Pointer { optional, .. } => {
            let function = match optional {
                true => quote!(pointer),
                false => quote!(reference),
            };
            followed(
                format!("{} a pointer to something", null(optional)),
                quote!(midl_runtime::view::#function(#place)),
                quote!(?),
            )
        }
        FieldKind::Records { count: at, .. } => {
            let count = count(at);
            followed(
                "NULL is refused; by the IDL it is an array of so many elements".into(),
                quote!(midl_runtime::view::array(#place, raw.#count)),
                quote!(?),
            )
        }
    })
}

/// How the raw struct's field is made.
fn outgoing(plan: &RecordPlan, field: &FieldPlan) -> TokenStream {
    let (name, raw) = (&field.name, field.raw);
    let place = quote!(self.#name);
    let or_null = |pointer: TokenStream, optional: &bool| match optional {
        true => quote!(#place.map_or(std::ptr::null(), #pointer)),
        false => quote!(#pointer(#place)),
    };
    let some = |optional: &bool| match optional {
        true => quote!(#place),
        false => quote!(Some(#place)),
    };
    let value = match &field.kind {
        FieldKind::Value(_) => place,
        FieldKind::Bool => quote!(#place.into()),
        FieldKind::Text { optional } => {
            pointer_out(field, or_null(quote!(WideStr::as_ptr), optional), false)
        }
        FieldKind::NarrowText { optional } => {
            pointer_out(field, or_null(quote!(CStr::as_ptr), optional), true)
        }
        FieldKind::Interface { optional, .. } => {
            let interface = some(optional);
            quote!(midl_runtime::interface::lend(#interface))
        }
        FieldKind::Handle { optional } => {
            let (handle, ty) = (some(optional), field.raw_type);
            let handle = quote!(midl_runtime::handle::as_raw(#handle));
            match ty {
                Type::Ptr(_) => handle,
                _ => quote!(#ty(#handle)),
            }
        }
        FieldKind::Bstr => quote!(#place.as_raw()),
        FieldKind::Reference {
            optional,
            misaligned: false,
            ..
        } => pointer_out(field, or_null(quote!(std::ptr::from_ref), optional), false),
        FieldKind::Reference { optional: true, .. } => {
            let pointer = quote!(#place.as_deref().map_or(std::ptr::null(), std::ptr::from_ref));
            pointer_out(field, pointer, false)
        }
        FieldKind::Reference { .. } => {
            pointer_out(field, quote!(std::ptr::from_ref(&*#place)), false)
        }
        FieldKind::Array { misaligned, .. } => {
            let borrow = misaligned.then(|| quote!(&));
            let start = quote!(midl_runtime::array::start(#borrow #place));
            pointer_out(field, start, false)
        }
        FieldKind::Count { arrays } => {
            let arrays = arrays.iter().filter_map(|array| plan.fields.get(*array));
            let arrays = arrays.map(|array| &array.name);
            quote!(midl_runtime::array::count([#(self.#arrays.len()),*])?)
        }
        FieldKind::Nested(_) => quote!(#place.lend(storage)?),
        FieldKind::Pointer { optional: true, .. } => quote!(storage.pointer(#place.as_ref())?),
        FieldKind::Pointer { .. } => quote!(storage.pointer(Some(&#place))?),
        FieldKind::Records { .. } => quote!(storage.array(&#place)?),
    };
    quote!(#raw: #value,)
}

/// The pointer in a raw field, which may be in a type of its own.
fn pointer_in(field: &FieldPlan) -> TokenStream {
    let raw = field.raw;
    match field.raw_type {
        Type::Ptr(_) => quote!(raw.#raw),
        _ => quote!(raw.#raw.0),
    }
}

/// A constant pointer as the raw field has it.
fn pointer_out(field: &FieldPlan, pointer: TokenStream, cast: bool) -> TokenStream {
    let cast = cast.then(|| quote!(.cast()));
    match field.raw_type {
        Type::Ptr(raw) if raw.mutability.is_some() => quote!(#pointer.cast_mut() #cast),
        Type::Ptr(_) => quote!(#pointer #cast),
        ty if is_path_to(ty, "PCWSTR") || is_path_to(ty, "PCSTR") => quote!(#ty(#pointer #cast)),
        ty => quote!(#ty(#pointer.cast_mut() #cast)),
    }
}
