//! How a caller's slices reach the vtable.

use super::call::{Call, Taken};
use crate::rust::plan::array::{self, Array};
use crate::rust::plan::related::Extent;
use crate::rust::plan::{Argument, Element};
use crate::rust::raw_types::points_elsewhere;
use crate::schema::Direction;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::Type;

/// The parameters of a method: their names, and what becomes of them.
#[derive(Clone, Copy)]
pub(super) struct Parameters<'a> {
    pub names: &'a [Ident],
    pub arguments: &'a [Argument],
}

impl<'a> Parameters<'a> {
    /// The arrays among them.
    fn arrays(self, at: &[usize]) -> impl Iterator<Item = (&'a Ident, &'a Array)> {
        at.iter().filter_map(
            move |at| match (self.names.get(*at)?, self.arguments.get(*at)?) {
                (name, Argument::Array(array)) => Some((name, array)),
                _ => None,
            },
        )
    }
}

/// An array.
pub(super) fn lent(name: &Ident, array: &Array, raw: &Type, names: &[Ident]) -> Call {
    let ty = array.parameter();
    // To lend the elements of an `Option<&mut [T]>`, it must be borrowed itself.
    let is_borrowed =
        array.optional && array.direction.writes() && array.is_seen_after() && !array.hands_out();
    let mutability = is_borrowed.then(|| quote!(mut));
    let mut before = match &array.extent {
        Extent::Computed(size) => {
            let size = array::size(size, names);
            present(
                name,
                array,
                quote!(as_deref),
                |slice| quote!(midl_runtime::array::exactly(#slice.len(), #size)?;),
            )
        }
        _ => quote!(),
    };
    before.extend(match (array.text, array.direction) {
        (true, Direction::Out) => present(
            name,
            array,
            quote!(as_deref_mut),
            |text| quote!(midl_runtime::array::empty_text(#text);),
        ),
        (true, _) => present(
            name,
            array,
            quote!(as_deref),
            |text| quote!(midl_runtime::array::ended(#text)?;),
        ),
        _ if !array.hands_out() => quote!(),
        _ if array.optional => quote!(let mut #name = #name.map(Lent::new);),
        _ => quote!(let mut #name = Lent::new(#name);),
    });
    let text_len = match array.optional {
        true => quote!(#name.as_deref().map_or(0, midl_runtime::array::text_len)),
        false => quote!(midl_runtime::array::text_len(#name)),
    };
    Call {
        before,
        keep: keep(name, array, names),
        out: array.tells_length().then_some(Taken::Value(text_len)),
        ..Call::pass(quote!(#mutability #name: #ty), pointer(name, array, raw))
    }
}

/// The statement that is made of an array, if it is there. `borrow` borrows it where it may not be moved.
fn present(
    name: &Ident,
    array: &Array,
    borrow: TokenStream,
    statement: impl Fn(TokenStream) -> TokenStream,
) -> TokenStream {
    if !array.optional {
        return statement(quote!(#name));
    }
    let statement = statement(quote!(#name));
    match array.direction.writes() {
        true => quote!(if let Some(#name) = #name.#borrow() { #statement }),
        false => quote!(if let Some(#name) = #name { #statement }),
    }
}

/// What takes over what a callee has put into a buffer.
fn keep(name: &Ident, array: &Array, names: &[Ident]) -> TokenStream {
    if !array.hands_out() {
        return quote!();
    }
    let keep = match array.filled.and_then(|at| names.get(at)) {
        Some(filled) => quote!(#name.keep(#filled);),
        None => quote!(#name.keep_all();),
    };
    match array.optional {
        true => quote!(if let Some(#name) = &mut #name { #keep }),
        false => keep,
    }
}

/// Its first element, as what the slot takes.
fn pointer(name: &Ident, array: &Array, raw: &Type) -> TokenStream {
    let pointer = match (array.optional, array.direction.writes()) {
        (false, false) => quote!(#name.as_ptr()),
        (false, true) => quote!(#name.as_mut_ptr()),
        (true, false) => quote!(#name.map_or(std::ptr::null(), <[_]>::as_ptr)),
        (true, true) if array.hands_out() => {
            quote!(#name.as_mut().map_or(std::ptr::null_mut(), Lent::as_mut_ptr))
        }
        (true, true) => {
            let borrow = array.is_seen_after().then(|| quote!(.as_deref_mut()));
            quote!(#name #borrow.map_or(std::ptr::null_mut(), <[_]>::as_mut_ptr))
        }
    };
    let Type::Ptr(place) = raw else {
        return quote!(#raw(#pointer));
    };
    let cast = match &array.element {
        Element::Plain(ty) => points_elsewhere(raw, ty),
        _ => true,
    };
    let cast = cast.then(|| quote!(.cast()));
    let mutable =
        (place.mutability.is_some() && !array.direction.writes()).then(|| quote!(.cast_mut()));
    quote!(#pointer #mutable #cast)
}

/// The count of some arrays.
pub(super) fn count(
    name: &Ident,
    arrays: &[usize],
    behind: bool,
    raw: &Type,
    all: Parameters<'_>,
) -> Call {
    let (ty, mutable) = match raw {
        Type::Ptr(pointer) if behind => (&*pointer.elem, pointer.mutability.is_some()),
        _ => (raw, false),
    };
    let value = match (behind, mutable) {
        (false, _) => quote!(#name),
        (true, false) => quote!(&#name),
        (true, true) => quote!(&mut #name),
    };
    Call {
        parameter: None,
        counts: counted(name, ty, mutable, arrays, all),
        ..Call::pass(quote!(), value)
    }
}

/// The count of what was filled.
pub(super) fn filled(
    name: &Ident,
    arrays: &[usize],
    count: &TokenStream,
    capacity: bool,
    all: Parameters<'_>,
) -> Call {
    let lens = all
        .arrays(arrays)
        .map(|(name, array)| match array.optional {
            // Where nothing is lent, the number says how much there would be.
            true if array.hands_out() => quote!(#name.as_ref().map_or(usize::MAX, Lent::len)),
            true => quote!(#name.as_deref().map_or(usize::MAX, <[_]>::len)),
            false => quote!(#name.len()),
        });
    let len = lens.reduce(|shortest, len| quote!(#shortest.min(#len)));
    let counts = match capacity {
        true => counted(name, count, true, arrays, all),
        false => quote!(let mut #name: #count = 0;),
    };
    Call {
        parameter: None,
        counts,
        out: Some(Taken::Fallible(
            quote!(midl_runtime::array::filled(#name, #len)),
        )),
        ..Call::pass(quote!(), quote!(&mut #name))
    }
}

/// The statement that counts slices before a call.
fn counted(
    name: &Ident,
    ty: impl ToTokens,
    mutable: bool,
    arrays: &[usize],
    all: Parameters<'_>,
) -> TokenStream {
    let mutability = mutable.then(|| quote!(mut));
    let optional = all.arrays(arrays).any(|(_, array)| array.optional);
    let lens =
        all.arrays(arrays).map(
            |(name, array)| match (array.optional, array.direction.writes()) {
                (true, true) => quote!(#name.as_deref().map(<[_]>::len)),
                (true, false) => quote!(#name.map(<[_]>::len)),
                (false, _) if optional => quote!(Some(#name.len())),
                (false, _) => quote!(#name.len()),
            },
        );
    quote!(let #mutability #name: #ty = midl_runtime::array::count([#(#lens),*])?;)
}
