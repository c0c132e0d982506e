//! What arrays and allocated memory are made of.

use proc_macro2::TokenStream;
use quote::quote;

/// What values in memory are, alone or in a row.
pub(crate) enum Element {
    /// Plain data.
    Plain(TokenStream),
    /// An interface, or NULL.
    Interface(TokenStream),
    /// Counted text.
    Bstr,
    /// A wide text in a block of its own, or NULL.
    Text,
    /// A narrow one.
    NarrowText,
}

impl Element {
    /// As it lies in memory.
    pub fn in_memory(&self) -> TokenStream {
        match self {
            Self::Plain(ty) => ty.clone(),
            Self::Interface(interface) => quote!(Option<#interface>),
            Self::Bstr => quote!(Bstr),
            Self::Text => quote!(Option<CoTaskText>),
            Self::NarrowText => quote!(Option<CoTaskCStr>),
        }
    }

    /// As an implementation returns it.
    pub fn returned(&self) -> TokenStream {
        match self {
            Self::Text => quote!(Option<WideString>),
            Self::NarrowText => quote!(Option<CString>),
            _ => self.in_memory(),
        }
    }

    pub fn is_text(&self) -> bool {
        matches!(self, Self::Text | Self::NarrowText)
    }
}
