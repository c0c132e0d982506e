//! Memory that a callee allocates and its caller frees: what the IDL says of it, and what owns it in Rust.

use super::argument::{Argument, Side};
use super::element::Element;
use super::parameter::{Rules, Ruling};
use super::reason::Reason;
use super::types::{interface_path, is_plain, is_string_type, optional_type};
use crate::schema::{Direction, Ownership, PointerType, Primitive, Schema, Type, WellKnown};
use proc_macro2::TokenStream;
use quote::quote;

/// Memory that comes out.
pub(crate) struct Allocated {
    pub content: Content,
    /// The type that frees it, unless that is `CoTaskMem`.
    pub allocator: Option<TokenStream>,
    /// Whether NULL may come with success.
    pub optional: bool,
}

/// What is in it.
pub(crate) enum Content {
    /// A value.
    One(Element),
    /// Wide text.
    Text,
    /// Narrow text.
    NarrowText,
    /// Values in a row.
    Many {
        element: Element,
        count: usize,
        /// Whether the count comes out as well.
        told: bool,
    },
}

impl Allocated {
    /// What it adds to the result.
    pub fn returned(&self, side: Side) -> TokenStream {
        let ty = match side {
            Side::Caller => self.owner(),
            Side::Implementer => match &self.content {
                Content::One(element) => element.returned(),
                Content::Text => quote!(WideString),
                Content::NarrowText => quote!(CString),
                Content::Many { element, .. } => {
                    let element = element.returned();
                    quote!(Vec<#element>)
                }
            },
        };
        optional_type(ty, self.optional)
    }

    /// The type that owns it.
    fn owner(&self) -> TokenStream {
        match &self.content {
            Content::One(element) | Content::Many { element, .. } => {
                let (name, element) = (self.name(), element.in_memory());
                match &self.allocator {
                    None => quote!(#name<#element>),
                    Some(allocator) => quote!(#name<#element, #allocator>),
                }
            }
            Content::Text | Content::NarrowText => self.constructor(),
        }
    }

    /// As [`Self::owner`] in an expression, where the compiler finds the element's type.
    pub fn constructor(&self) -> TokenStream {
        let name = self.name();
        match (&self.allocator, &self.content) {
            (None, _) => name,
            (Some(allocator), Content::Text) => quote!(#name::<WideStr, #allocator>),
            (Some(allocator), Content::NarrowText) => quote!(#name::<CStr, #allocator>),
            (Some(allocator), _) => quote!(#name::<_, #allocator>),
        }
    }

    fn name(&self) -> TokenStream {
        match (&self.content, &self.allocator) {
            (Content::One(_), None) => quote!(CoTaskBox),
            (Content::One(_), Some(_)) => quote!(Allocated),
            (Content::Text, None) => quote!(CoTaskText),
            (Content::NarrowText, None) => quote!(CoTaskCStr),
            (Content::Text | Content::NarrowText, Some(_)) => quote!(AllocatedText),
            (Content::Many { .. }, None) => quote!(CoTaskSlice),
            (Content::Many { .. }, Some(_)) => quote!(AllocatedSlice),
        }
    }

    /// What a pointer to the memory points to.
    pub fn target(&self) -> TokenStream {
        match &self.content {
            Content::One(element) | Content::Many { element, .. } => element.in_memory(),
            Content::Text => quote!(u16),
            Content::NarrowText => quote!(std::ffi::c_char),
        }
    }

    /// Whether there are several, with a count that may be wrong.
    pub fn is_many(&self) -> bool {
        matches!(self.content, Content::Many { .. })
    }

    /// Whether success means that it is there. No elements and a zero beside them are an answer, too.
    pub fn must_hand_out(&self) -> bool {
        !self.optional && !matches!(self.content, Content::Many { told: true, .. })
    }
}

impl Rules<'_> {
    /// Memory that comes out, at the end of a pointer to a pointer; `None` where this is none.
    pub(super) fn allocated(
        &self,
        place: &PointerType,
        raw: &syn::Type,
    ) -> Option<Ruling<Argument>> {
        let pointee = &self.param.pointee;
        let Type::Pointer(inner) = self.schema.resolve(&place.target) else {
            return None;
        };
        let sized = match (pointee.size.as_slice(), pointee.length.as_slice()) {
            ([], []) => false,
            ([None, Some(_)], []) => true,
            _ => return None,
        };
        let well_known = self.schema.well_known(&place.target).is_some();
        if well_known || is_plain(self.schema, &place.target) {
            return None;
        }
        let text = !sized && (self.is_string() || is_string_type(self.schema, &place.target));
        let other = pointee.iid_is.is_some()
            || self.schema.as_interface(&inner.target).is_some()
            || *self.schema.resolve(&inner.target) == Type::Void;
        if !sized && !text && other {
            return None;
        }
        Some(self.owned(inner, raw, text))
    }

    fn owned(&self, inner: &PointerType, raw: &syn::Type, text: bool) -> Ruling<Argument> {
        let pointee = &self.param.pointee;
        if inner.is_const {
            return Err(Reason::NotOwned);
        }
        if self.optional() {
            return Err(Reason::OptionalOut);
        }
        // The convention that text is task memory is older than any IDL; other pointers out of what was never
        // marshaled lead into a callee's own memory as often as not.
        if self.memory.local && !text && pointee.allocator.is_none() {
            return Err(Reason::UnknownOwner);
        }
        let allocator = match pointee.allocator.as_deref() {
            None => None,
            Some("SysFreeString") if text && is_wide(self.schema, &inner.target) => {
                return Ok(Argument::OutBstr);
            }
            Some(free) => self.allocator(free)?,
        };
        let content = match (text, pointee.size.is_empty()) {
            (true, _) => self.allocated_text(inner)?,
            (false, true) => Content::One(self.one(&inner.target, raw)?),
            (false, false) => self.many(&inner.target, raw, allocator.is_some())?,
        };
        Ok(Argument::Allocated(Allocated {
            content,
            allocator,
            optional: pointee.null_on_success,
        }))
    }

    /// The type whose function frees; `None` for `CoTaskMem`.
    fn allocator(&self, free: &str) -> Ruling<Option<TokenStream>> {
        if let Some(named) = self.memory.allocators.and_then(|it| it.get(free)) {
            return Ok(Some(named.clone()));
        }
        match free {
            "CoTaskMemFree" => Ok(None),
            "LocalFree" => Ok(Some(quote!(LocalMem))),
            "GlobalFree" => Ok(Some(quote!(GlobalMem))),
            _ => Err(Reason::UnknownAllocator),
        }
    }

    fn allocated_text(&self, inner: &PointerType) -> Ruling<Content> {
        match self.schema.resolve(&inner.target) {
            Type::Primitive(Primitive::WideChar) => Ok(Content::Text),
            Type::Primitive(Primitive::Char | Primitive::I8 | Primitive::U8) => {
                Ok(Content::NarrowText)
            }
            _ => Err(Reason::OddText),
        }
    }

    /// A single value: plain data, and no byte or character, which is more likely the first of many.
    fn one(&self, target: &Type, raw: &syn::Type) -> Ruling<Element> {
        let raw = behind(raw).ok_or(Reason::NamedPointer)?;
        let target = self.plain_target(target, raw)?;
        Ok(Element::Plain(quote!(#target)))
    }

    fn many(&self, target: &Type, raw: &syn::Type, foreign: bool) -> Ruling<Content> {
        let (count, told) = self.memory.count.ok_or(Reason::UncountedArray)?;
        let element = match self.schema.resolve(target) {
            _ if self.schema.well_known(target) == Some(WellKnown::Bstr) => Element::Bstr,
            Type::Primitive(Primitive::WideChar) => Element::Plain(quote!(u16)),
            _ if is_plain(self.schema, target) => {
                let raw = behind(raw).and_then(behind).ok_or(Reason::NamedArray)?;
                Element::Plain(quote!(#raw))
            }
            Type::Pointer(pointer) => match self.schema.as_interface(&pointer.target) {
                Some((id, _)) if self.param.pointee.iid_is.is_none() => {
                    Element::Interface(interface_path(self.schema, id))
                }
                Some(_) => return Err(Reason::ToldInterface),
                None => self.text_element(target, pointer, foreign)?,
            },
            _ => return Err(Reason::ArrayOfOther),
        };
        Ok(Content::Many {
            element,
            count,
            told,
        })
    }

    /// A text in a block of its own. That is task memory: of another allocator's blocks, the first may own the others.
    fn text_element(&self, ty: &Type, pointer: &PointerType, foreign: bool) -> Ruling<Element> {
        let text = self.is_string() || is_string_type(self.schema, ty);
        match self.schema.resolve(&pointer.target) {
            _ if !text => Err(Reason::ArrayOfOther),
            _ if pointer.is_const => Err(Reason::NotOwned),
            _ if foreign => Err(Reason::ForeignTexts),
            Type::Primitive(Primitive::WideChar) => Ok(Element::Text),
            Type::Primitive(Primitive::Char | Primitive::I8 | Primitive::U8) => {
                Ok(Element::NarrowText)
            }
            _ => Err(Reason::OddText),
        }
    }

    /// A handle that comes out.
    pub(super) fn out_handle(&self) -> Ruling<Argument> {
        match self.param.pointee.ownership {
            Ownership::Transferred => Ok(Argument::OutHandle {
                optional: self.param.pointee.null_on_success,
            }),
            Ownership::Borrowed => Err(Reason::HandleOwner),
        }
    }

    /// A text that a call may replace.
    pub(super) fn bstr_place(&self, raw: &syn::Type) -> Argument {
        Argument::BstrPlace {
            mutable: self.direction(raw) == Direction::InOut,
            optional: self.optional(),
        }
    }
}

/// What a raw pointer points to.
fn behind(raw: &syn::Type) -> Option<&syn::Type> {
    match raw {
        syn::Type::Ptr(pointer) => Some(&pointer.elem),
        _ => None,
    }
}

fn is_wide(schema: &Schema, unit: &Type) -> bool {
    *schema.resolve(unit) == Type::Primitive(Primitive::WideChar)
}
