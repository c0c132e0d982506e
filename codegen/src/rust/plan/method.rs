//! What a method becomes in safe Rust.

use super::argument::{Argument, Side};
use super::reason::Raw;
use crate::rust::signatures::{Slot, TraitMethod};
use crate::schema::Method;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// A method.
pub(crate) struct MethodPlan<'a> {
    pub method: &'a Method,
    /// Its absolute slot.
    pub index: usize,
    /// Its safe name.
    pub name: Ident,
    pub slot: &'a Slot,
    /// Its counterpart in the `_Impl` trait; there where the interface is implementable.
    pub in_trait: Option<&'a TraitMethod>,
    pub parameters: Vec<Ident>,
    pub kind: MethodKind,
}

/// Safe or not.
pub(crate) enum MethodKind {
    /// Safe to call and to implement.
    Safe(SafeMethod),
    /// Neither; why.
    Raw(Raw),
}

/// A safe method.
pub(crate) struct SafeMethod {
    /// One per parameter, in order.
    pub arguments: Vec<Argument>,
    pub returns: Returns,
}

/// What a method returns at the ABI.
pub(crate) enum Returns {
    /// An HRESULT. `codes`: its success codes mean something.
    Status { codes: bool },
    /// A plain value.
    Value(TokenStream),
    /// A `BOOL`, which is `bool` in Rust.
    Bool,
    /// Nothing.
    Nothing,
}

impl MethodPlan<'_> {
    /// The IDL's doc comment, with the parameters under their Rust names.
    pub fn docs(&self) -> String {
        let names = self.method.params.iter().zip(&self.parameters);
        names.fold(self.method.docs.clone(), |docs, (param, name)| {
            docs.replace(&format!("`{}`", param.name), &format!("`{name}`"))
        })
    }

    /// The line that both sides' docs have.
    pub fn slot_docs(&self) -> String {
        format!("Slot {}, `{}`.", self.index, self.slot.name)
    }
}

impl SafeMethod {
    /// What it returns in Rust.
    pub fn result(&self, side: Side) -> TokenStream {
        let outs = self
            .arguments
            .iter()
            .filter_map(|argument| argument.returned(side));
        let values: Vec<_> = match &self.returns {
            Returns::Value(ty) => [quote!(#ty)].into_iter().chain(outs).collect(),
            Returns::Bool => [quote!(bool)].into_iter().chain(outs).collect(),
            Returns::Status { .. } | Returns::Nothing => outs.collect(),
        };
        let value = tuple(&values);
        match &self.returns {
            Returns::Status { codes: true } if values.is_empty() => quote!(-> Result<Success>),
            Returns::Status { codes: true } => quote!(-> Result<Success<#value>>),
            _ if self.is_fallible(side) => quote!(-> Result<#value>),
            _ if values.is_empty() => quote!(),
            _ => quote!(-> #value),
        }
    }

    /// Whether it returns a `Result`. Without an HRESULT, only what a caller's own side finds wrong is told.
    pub fn is_fallible(&self, side: Side) -> bool {
        match self.returns {
            Returns::Status { .. } => true,
            _ => side == Side::Caller && self.can_be_refused(side),
        }
    }

    /// Whether a side may find fault with an argument.
    pub fn can_be_refused(&self, side: Side) -> bool {
        let mut arguments = self.arguments.iter();
        arguments.any(|argument| argument.can_be_refused(side))
    }
}

/// Several values as one.
pub(crate) fn tuple(values: &[TokenStream]) -> TokenStream {
    match values {
        [one] => one.clone(),
        several => quote!((#(#several),*)),
    }
}
