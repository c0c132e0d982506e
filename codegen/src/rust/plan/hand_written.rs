//! Types that stand beside the generated code, for what no rule makes safe.

use crate::diagnostics::{Code, Diagnostic};
use crate::rust::Options;
use proc_macro2::TokenStream;
use quote::ToTokens;
use std::collections::BTreeMap;

/// The hand-written types of a struct.
pub(crate) struct ViewTypes {
    pub(super) implement: TokenStream,
    pub(super) call: TokenStream,
}

/// The hand-written types that the options name.
pub(crate) struct HandWritten<'a> {
    /// By the name of the struct that they stand for.
    pub(super) views: BTreeMap<&'a str, ViewTypes>,
    /// Allocators, by the function that frees.
    pub(super) allocators: BTreeMap<&'a str, TokenStream>,
}

impl<'a> HandWritten<'a> {
    pub(super) fn of(options: &'a Options) -> Result<Self, Diagnostic> {
        let views = options.views.iter().map(|(name, view)| {
            let what = || format!("the view of `{name}`");
            let types = ViewTypes {
                implement: rust_type(&view.implement, what)?,
                call: rust_type(&view.call, what)?,
            };
            Ok((name.as_str(), types))
        });
        let allocators = options.allocators.iter().map(|(free, ty)| {
            let ty = rust_type(ty, || format!("the allocator of `{free}`"))?;
            Ok((free.as_str(), ty))
        });
        Ok(Self {
            views: views.collect::<Result<_, _>>()?,
            allocators: allocators.collect::<Result<_, _>>()?,
        })
    }
}

/// The type of that name, which `what` gives.
fn rust_type(ty: &str, what: impl FnOnce() -> String) -> Result<TokenStream, Diagnostic> {
    syn::parse_str::<syn::Type>(ty)
        .map(ToTokens::into_token_stream)
        .map_err(|_| {
            let message = format!("{} names `{ty}`, which is no Rust type", what());
            Diagnostic::global(Code::BadManifest, message)
        })
}
