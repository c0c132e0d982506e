//! What a rule looks at: a parameter, and what has been found out about its method.

use super::hand_written::ViewTypes;
use super::reason::Reason;
use super::records::Records;
use super::related::Extent;
use super::types::{is_optional, is_plain, is_string};
use crate::schema::{Direction, Param, Primitive, Schema, Type};
use proc_macro2::{Ident, TokenStream};
use std::collections::BTreeMap;

/// What a rule makes of it, or why there is none.
pub(super) type Ruling<T, Why = Reason> = Result<T, Why>;

/// A parameter under the rules.
pub(super) struct Rules<'a> {
    pub schema: &'a Schema,
    pub views: &'a BTreeMap<&'a str, ViewTypes>,
    pub records: &'a Records<'a>,
    pub param: &'a Param,
    /// The parameter with the IID of this one, and the name of the type that it is.
    pub iid: Option<(usize, Ident)>,
    /// How many elements this one has.
    pub extent: Option<Extent>,
    /// The parameter that tells how many elements of this one were filled.
    pub length: Option<usize>,
    /// What a rule for allocated memory must know.
    pub memory: Memory<'a>,
}

/// What the rules must know beside the parameter itself.
#[derive(Default)]
pub(super) struct Memory<'a> {
    /// The types that allocate, by the function that frees.
    pub allocators: Option<&'a BTreeMap<&'a str, TokenStream>>,
    /// Whether the method is never marshaled.
    pub local: bool,
    /// The parameter that counts the elements which the callee allocates, and whether it comes out as well.
    pub count: Option<(usize, bool)>,
}

impl Rules<'_> {
    /// What a pointer to plain data points to, in Rust.
    pub(super) fn plain_target(&self, target: &Type, raw: &syn::Type) -> Ruling<syn::Type> {
        let syn::Type::Ptr(raw) = raw else {
            return Err(Reason::NamedPointer);
        };
        let plain = is_plain(self.schema, target);
        match self.schema.resolve(target) {
            Type::Void => Err(Reason::Untyped),
            // One of them is more likely many, and nothing says how many.
            Type::Primitive(
                Primitive::Char | Primitive::WideChar | Primitive::U8 | Primitive::I8,
            ) => Err(Reason::Bytes),
            Type::Pointer(_) if !plain => Err(Reason::PointerToPointer),
            _ if plain => Ok((*raw.elem).clone()),
            _ => Err(Reason::Struct),
        }
    }

    pub(super) fn is_string(&self) -> bool {
        is_string(self.schema, &self.param.ty, &self.param.pointee)
    }

    /// Which way data goes. Nothing is written through a pointer to const, whatever the IDL says beside it.
    pub(super) fn direction(&self, raw: &syn::Type) -> Direction {
        match raw {
            syn::Type::Ptr(raw) if raw.mutability.is_none() => Direction::In,
            _ => self.param.direction,
        }
    }

    pub(super) fn optional(&self) -> bool {
        is_optional(&self.param.pointee)
    }
}
