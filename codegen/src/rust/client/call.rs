//! What is done for a parameter around the call of a slot.

use crate::rust::raw_types::points_elsewhere;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::Type;

/// The code for one parameter.
pub(super) struct Call {
    /// The safe method's own parameter; `None` for what is returned.
    pub parameter: Option<TokenStream>,
    /// Whether its type has the lifetime `'a`.
    pub borrows_text: bool,
    /// Statements before the call.
    pub before: TokenStream,
    /// The statement that counts slices, before all others.
    pub counts: TokenStream,
    /// What is passed.
    pub value: TokenStream,
    /// What is made of its variable after a successful call.
    pub after: Option<After>,
    /// A statement after all of these, which may fail.
    pub check: Option<TokenStream>,
    /// Statements after a successful call that take over what is in a buffer.
    pub keep: TokenStream,
    /// What the parameter adds to the result.
    pub out: Option<Taken>,
}

/// What a call has left in a variable, made safe.
pub(super) struct After {
    name: Ident,
    safety: &'static str,
    value: TokenStream,
}

impl After {
    pub(super) fn new(name: &Ident, safety: &'static str, value: TokenStream) -> Option<Self> {
        Some(Self {
            name: name.clone(),
            safety,
            value,
        })
    }

    /// The expression.
    pub fn value(&self) -> TokenStream {
        let (safety, value) = (self.safety, &self.value);
        quote!(#[comment = #safety] unsafe { #value })
    }

    /// The statement that puts it into the variable.
    pub fn statement(&self) -> TokenStream {
        let (safety, name, value) = (self.safety, &self.name, &self.value);
        quote!(#[comment = #safety] let #name = unsafe { #value };)
    }
}

/// A result that a call has left in a variable.
pub(super) enum Taken {
    /// A value.
    Value(TokenStream),
    /// A `Result`.
    Fallible(TokenStream),
    /// The variable itself is one.
    Result(Ident),
}

impl Taken {
    /// The value, in a function that returns a `Result`.
    pub fn value(&self) -> TokenStream {
        match self {
            Self::Value(value) => value.clone(),
            Self::Fallible(result) => quote!(#result?),
            Self::Result(name) => quote!(#name?),
        }
    }
}

impl Call {
    /// A parameter whose value is passed as an expression.
    pub(super) fn pass(parameter: TokenStream, value: TokenStream) -> Self {
        Self {
            parameter: Some(parameter),
            borrows_text: false,
            before: quote!(),
            counts: quote!(),
            value,
            after: None,
            check: None,
            keep: quote!(),
            out: None,
        }
    }

    /// A parameter that becomes a result.
    pub(super) fn taken(out: Taken) -> Self {
        Self {
            parameter: None,
            out: Some(out),
            ..Self::pass(quote!(), quote!())
        }
    }
}

/// What is in an `Option`; a NULL that the IDL does not allow is a failure.
pub(super) fn optional_or_null(name: &Ident, optional: bool) -> Taken {
    match optional {
        true => Taken::Value(quote!(#name)),
        false => Taken::Fallible(quote!(#name.ok_or_else(midl_runtime::status::null))),
    }
}

/// The place of a pointer.
pub(super) fn place(name: &Ident, raw: &Type, target: &TokenStream) -> TokenStream {
    match points_elsewhere(raw, &quote!(*mut #target)) {
        true => quote!((&raw mut #name).cast()),
        false => quote!(&mut #name),
    }
}
