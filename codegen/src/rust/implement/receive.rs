//! What is done for a parameter around the call of an implementation.

use crate::rust::raw_types::points_elsewhere;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::Type;

/// The code for one parameter.
pub(super) struct Receive {
    /// Statements before the call.
    pub before: TokenStream,
    /// Statements with counts, which come before those with arrays.
    pub counts: TokenStream,
    /// Whether these take something over that must be released whatever comes after.
    pub takes_over: bool,
    /// What the user's method gets; `None` for what it returns.
    pub value: Option<TokenStream>,
    /// Statements after the call that may still fail.
    pub finish: TokenStream,
    /// What is done with what it returns.
    pub out: Option<Out>,
}

/// A result on its way to the caller.
pub(super) struct Out {
    /// The variable with the place for it.
    pub variable: Ident,
    /// What makes that of the pointer: an unsafe expression whose value is a `Result`.
    pub place: Place,
    /// The variable that holds it.
    pub name: Ident,
    /// Whether the implementation returns it, and it is not found out from other results.
    pub is_result: bool,
    /// Statements that may still fail: they run before any result is stored.
    pub prepare: TokenStream,
    /// The statement that stores it.
    pub write: TokenStream,
}

impl Out {
    /// The same, where a caller need not want it: the result is dropped if so.
    pub fn unwanted(self) -> Self {
        let (variable, write) = (&self.variable, &self.write);
        Self {
            write: quote!(if #variable.is_wanted() { #write }),
            place: Place {
                function: match self.place.function {
                    "at" => "optional_at",
                    _ => "optional",
                },
                ..self.place
            },
            ..self
        }
    }
}

/// A place for a result, as the runtime has it.
pub(super) struct Place {
    /// Its type.
    ty: TokenStream,
    /// The function that makes one of a pointer.
    function: &'static str,
    pointer: TokenStream,
}

impl Place {
    pub fn new(ty: TokenStream, function: &'static str, pointer: TokenStream) -> Self {
        Self {
            ty,
            function,
            pointer,
        }
    }
}

impl Place {
    /// Whether it may be missing.
    pub fn is_optional(&self) -> bool {
        self.function.starts_with("optional")
    }
}

impl ToTokens for Place {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (ty, function, pointer) = (&self.ty, format_ident!("{}", self.function), &self.pointer);
        tokens.extend(quote!(#ty::#function(#pointer)));
    }
}

impl Receive {
    /// A parameter that is passed on as an expression.
    pub fn value(before: TokenStream, value: TokenStream) -> Self {
        Self {
            before,
            counts: quote!(),
            takes_over: false,
            value: Some(value),
            finish: quote!(),
            out: None,
        }
    }

    /// A place that the caller lends for a value of type `target`.
    pub(super) fn out_value(
        name: &Ident,
        raw: &Type,
        target: &TokenStream,
        value: TokenStream,
    ) -> Self {
        let cast = cast(raw, target);
        let mut receive = Self::out(name, quote!(OutValue), value);
        receive.out = receive.out.map(|out| Out {
            place: Place::new(quote!(OutValue), "new", quote!(#name #cast)),
            ..out
        });
        receive
    }

    /// A place that the caller lends for a result.
    pub(super) fn out(name: &Ident, place: TokenStream, value: TokenStream) -> Self {
        let variable = format_ident!("{name}_out");
        Self {
            value: None,
            out: Some(Out {
                place: Place::new(place, "new", quote!(#name)),
                name: name.clone(),
                is_result: true,
                prepare: quote!(),
                write: quote!(#variable.write(#value);),
                variable,
            }),
            ..Self::value(quote!(), quote!())
        }
    }
}

/// What a smart pointer lends.
pub(super) fn lent(name: &Ident, mutable: bool, optional: bool) -> TokenStream {
    match (optional, mutable) {
        (false, false) => quote!(&#name),
        (false, true) => quote!(&mut #name),
        (true, false) => quote!(#name.as_deref()),
        (true, true) => quote!(#name.as_deref_mut()),
    }
}

/// Makes what a pointer points to what is meant, where windows-bindgen has another type.
pub(super) fn cast(raw: &Type, target: &TokenStream) -> Option<TokenStream> {
    points_elsewhere(raw, target).then(|| quote!(.cast::<#target>()))
}
