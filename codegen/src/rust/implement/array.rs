//! How the arrays that a caller passed reach an implementation as slices.

use super::receive::{self, Out, Place, Receive, cast};
use crate::rust::plan::Argument;
use crate::rust::plan::array::{self, Array};
use crate::rust::plan::related::Extent;
use crate::rust::raw_types::is_path_to;
use crate::schema::Direction;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::Type;

/// An array.
pub(super) fn lent(name: &Ident, array: &Array, raw: &Type, names: &[Ident]) -> Receive {
    let element = array.element.in_memory();
    let pointer = match raw {
        Type::Ptr(_) => {
            let cast = cast(raw, &element);
            quote!(#name #cast)
        }
        raw if is_path_to(raw, "OutRef") => {
            quote!(midl_runtime::out::pointer(&#name).cast::<#element>())
        }
        _ => quote!(#name.0),
    };
    let count = match &array.extent {
        Extent::Counted(at) => names.get(*at).to_token_stream(),
        Extent::Computed(size) => array::size(size, names),
        Extent::Fixed(len) => quote!(#len),
    };
    let slice = match array.direction {
        _ if array.hands_out() => quote!(Handed::new(#pointer, #count)),
        Direction::In if array.misaligned => quote!(midl_runtime::aligned::slice(#pointer, #count)),
        Direction::In => quote!(midl_runtime::array::from_raw(#pointer, #count)),
        Direction::Out if array.misaligned => {
            quote!(midl_runtime::aligned::cleared(#pointer, #count))
        }
        Direction::Out => quote!(midl_runtime::array::cleared(#pointer, #count)),
        Direction::InOut if array.misaligned => {
            quote!(midl_runtime::aligned::slice_mut(#pointer, #count))
        }
        Direction::InOut => quote!(midl_runtime::array::from_raw_mut(#pointer, #count)),
    };
    let writes = array.direction.writes();
    let guarded = array.hands_out() || array.text;
    let reborrowed = array.misaligned || array.optional && array.is_seen_after();
    let mutability = (guarded || writes && reborrowed).then(|| quote!(mut));
    let slice_or_room = match array.text {
        true => quote!(TextRoom::new(#name)),
        false => quote!(#name),
    };
    let before = match array.optional {
        true => {
            let safety = " SAFETY: by the IDL it is NULL, or points to so many elements, which outlive the call.";
            quote! {
                let #mutability #name = if #pointer.is_null() {
                    None
                } else {
                    #[comment = #safety]
                    let #name = unsafe { #slice }?;
                    Some(#slice_or_room)
                };
            }
        }
        false => {
            let safety = " SAFETY: by the IDL it points to so many elements, which outlive the call; NULL is refused.";
            let room = array
                .text
                .then(|| quote!(let #mutability #name = #slice_or_room;));
            let mutability = mutability.filter(|_| !array.text);
            quote! {
                #[comment = #safety]
                let #mutability #name = unsafe { #slice }?;
                #room
            }
        }
    };
    let value = match (array.optional, writes) {
        _ if array.misaligned => receive::lent(name, writes, array.optional),
        (true, true) if array.is_seen_after() => quote!(#name.as_deref_mut()),
        (false, _) if guarded => quote!(&mut #name),
        _ => quote!(#name),
    };
    Receive {
        finish: finish(name, array, names),
        ..Receive::value(before, value)
    }
}

/// What is done with a buffer before success is answered.
fn finish(name: &Ident, array: &Array, names: &[Ident]) -> TokenStream {
    let statement = match array.filled.and_then(|at| names.get(at)) {
        Some(filled) if array.hands_out() => quote!(#name.keep(#filled);),
        None if array.hands_out() => quote!(#name.keep_all();),
        _ if array.text => quote!(#name.terminated()?;),
        _ => return quote!(),
    };
    match array.optional {
        true => quote!(if let Some(#name) = &mut #name { #statement }),
        false => statement,
    }
}

/// A count.
pub(super) fn count(name: &Ident, behind: bool) -> Receive {
    let before = match behind {
        true => quote! {
            #[comment = " SAFETY: by the IDL it points to a number; NULL is refused."]
            let #name = unsafe { midl_runtime::aligned::value(#name) }.ok_or_else(midl_runtime::status::null)?;
        },
        false => quote!(),
    };
    Receive {
        counts: before,
        value: None,
        ..Receive::value(quote!(), quote!())
    }
}

/// The count of what was filled.
pub(super) fn filled(
    name: &Ident,
    buffers: &[usize],
    capacity: bool,
    optional: bool,
    names: &[Ident],
    arguments: &[Argument],
) -> Receive {
    let lens = buffers
        .iter()
        .filter_map(|at| match (names.get(*at)?, arguments.get(*at)?) {
            (name, Argument::Array(array)) if array.optional => {
                Some(quote!(#name.as_deref().map_or(usize::MAX, <[_]>::len)))
            }
            (name, _) => Some(quote!(#name.len())),
        });
    let len = lens.reduce(|shortest, len| quote!(#shortest.min(#len)));
    let variable = format_ident!("{name}_out");
    let function = match (capacity, optional) {
        (true, _) => "holding",
        (false, true) => "optional",
        (false, false) => "new",
    };
    Receive {
        counts: match capacity {
            true => quote!(let (#variable, #name) = #variable;),
            false => quote!(),
        },
        value: None,
        out: Some(Out {
            variable: variable.clone(),
            place: Place::new(quote!(OutValue), function, quote!(#name)),
            name: name.clone(),
            is_result: true,
            prepare: quote!(let #name = midl_runtime::array::told(#name, #len)?;),
            write: quote!(#variable.write(#name);),
        }),
        ..Receive::value(quote!(), quote!())
    }
}
