//! What windows-bindgen made of each method, read back from its output.
//!
//! Safe code calls vtable slots and implements `_Impl` traits, so it must agree with them to the letter: their names
//! and types are taken from there instead of being guessed a second time.

use super::{layout, naming, returned};
use crate::diagnostics::Diagnostic;
use crate::schema::{DefinitionKind, Schema};
use proc_macro2::{Ident, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{HashMap, HashSet};
use syn::{Fields, Item, ReturnType, TraitItem, Type};

/// The items of the raw module.
#[derive(Default)]
pub(crate) struct Signatures {
    vtables: HashMap<String, Vec<Slot>>,
    traits: HashMap<String, Vec<TraitMethod>>,
    structs: HashMap<String, Struct>,
}

/// A struct.
#[derive(Default)]
pub(crate) struct Struct {
    /// Its fields, in order.
    pub fields: Vec<StructField>,
    /// Whether it implements `Debug`.
    pub is_debug: bool,
}

/// A field of a struct.
pub(crate) struct StructField {
    pub name: Ident,
    pub ty: Type,
}

/// A field of a vtable.
pub(crate) struct Slot {
    /// The method's name.
    pub name: Ident,
    /// Its parameters' types without `this`, and what it returns; `None` where windows-bindgen keeps the slot, but
    /// has no types for it.
    pub signature: Option<Signature>,
    /// Whether what it returns, a struct, goes to a place that is passed before the parameters, and that is returned. The
    /// signature says that the struct is returned.
    pub returns_in_place: bool,
}

impl Slot {
    /// Tells the place for a returned struct from the parameters.
    fn take_place(&mut self) {
        let Some(signature) = &mut self.signature else {
            return;
        };
        if let Some(Type::Ptr(place)) = signature.params.first() {
            signature.returns = Some((*place.elem).clone());
            signature.params.remove(0);
            self.returns_in_place = true;
        }
    }
}

/// The method of an `_Impl` trait that a slot leads to.
pub(crate) struct TraitMethod {
    /// Its types.
    pub signature: Signature,
    /// Whether it is an `unsafe fn`.
    pub is_unsafe: bool,
}

/// A function's types.
pub(crate) struct Signature {
    /// The parameters.
    pub params: Vec<Type>,
    /// What it returns; `None` for nothing.
    pub returns: Option<Type>,
}

impl Signatures {
    /// Reads the raw module of a schema.
    pub fn read(schema: &Schema, raw: &syn::File) -> Result<Self, Diagnostic> {
        let mut read = Self::of_items(&raw.items).map_err(|error| layout::invalid(&error))?;
        read.take_places(schema);
        Ok(read)
    }

    fn take_places(&mut self, schema: &Schema) {
        for (_, definition) in schema.iter() {
            let DefinitionKind::Interface(interface) = &definition.kind else {
                continue;
            };
            let slots = self.vtables.get_mut(&naming::raw(&definition.name));
            for (slot, method) in slots.into_iter().flatten().zip(&interface.methods) {
                if returned::is_in_place(schema, method) {
                    slot.take_place();
                }
            }
        }
    }

    fn of_items(items: &[Item]) -> syn::Result<Self> {
        let mut read = Self::default();
        let names: HashSet<String> = items.iter().filter_map(item_name).collect();
        for item in items {
            match item {
                Item::Struct(item) => {
                    let name = item.ident.to_string();
                    if let Some(interface) = name.strip_suffix("_Vtbl") {
                        let slots = slots(&item.fields, &names)?;
                        read.vtables.insert(interface.into(), slots);
                    } else {
                        let fields = struct_fields(&item.fields, &names)?;
                        let is_debug = derives_debug(&item.attrs);
                        read.structs.insert(name, Struct { fields, is_debug });
                    }
                }
                Item::Trait(item) => {
                    let name = item.ident.to_string();
                    if let Some(interface) = name.strip_suffix("_Impl") {
                        let methods = trait_methods(&item.items, &names)?;
                        read.traits.insert(interface.into(), methods);
                    }
                }
                _ => {}
            }
        }
        Ok(read)
    }

    /// The own slots of an interface.
    pub fn slots(&self, interface: &str) -> Option<&[Slot]> {
        self.vtables.get(interface).map(Vec::as_slice)
    }

    /// The own methods of an interface's `_Impl` trait, if it has one.
    pub fn trait_methods(&self, interface: &str) -> Option<&[TraitMethod]> {
        self.traits.get(interface).map(Vec::as_slice)
    }

    /// A struct; one without names for its fields has none.
    pub fn record(&self, name: &str) -> Option<&Struct> {
        self.structs.get(name)
    }
}

fn item_name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        // define_interface!(IFoo, IFoo_Vtbl, 0x…) defines IFoo.
        Item::Macro(item) if item.mac.path.segments.last()?.ident == "define_interface" => {
            return match item.mac.tokens.clone().into_iter().next()? {
                TokenTree::Ident(ident) => Some(ident.to_string()),
                _ => None,
            };
        }
        _ => return None,
    };
    Some(ident.to_string())
}

fn slots(fields: &Fields, names: &HashSet<String>) -> syn::Result<Vec<Slot>> {
    fields
        .iter()
        .filter_map(|field| Some((field.ident.as_ref()?, &field.ty)))
        .filter(|(name, _)| *name != "base__")
        .map(|(name, ty)| {
            let signature = match ty {
                Type::BareFn(function) => {
                    let params = function.inputs.iter().skip(1).map(|param| &param.ty);
                    Some(signature(params, &function.output, names)?)
                }
                _ => None,
            };
            Ok(Slot {
                name: name.clone(),
                signature,
                returns_in_place: false,
            })
        })
        .collect()
}

fn struct_fields(fields: &Fields, names: &HashSet<String>) -> syn::Result<Vec<StructField>> {
    let named = fields
        .iter()
        .filter_map(|field| Some((field.ident.as_ref()?, &field.ty)));
    named
        .map(|(name, ty)| {
            Ok(StructField {
                name: name.clone(),
                ty: syn::parse2(from_outside(ty.to_token_stream(), names))?,
            })
        })
        .collect()
}

fn derives_debug(attributes: &[syn::Attribute]) -> bool {
    let mut derives = attributes
        .iter()
        .filter(|it| it.path().is_ident("derive"))
        .filter_map(|it| it.meta.require_list().ok());
    derives.any(|list| {
        let mut tokens = list.tokens.clone().into_iter();
        tokens.any(|token| matches!(token, TokenTree::Ident(name) if name == "Debug"))
    })
}

fn trait_methods(items: &[TraitItem], names: &HashSet<String>) -> syn::Result<Vec<TraitMethod>> {
    let functions = items.iter().filter_map(|item| match item {
        TraitItem::Fn(function) => Some(&function.sig),
        _ => None,
    });
    functions
        .map(|function| {
            let params = function.inputs.iter().filter_map(|param| match param {
                syn::FnArg::Typed(param) => Some(&*param.ty),
                syn::FnArg::Receiver(_) => None,
            });
            Ok(TraitMethod {
                signature: signature(params, &function.output, names)?,
                is_unsafe: function.unsafety.is_some(),
            })
        })
        .collect()
}

fn signature<'a>(
    params: impl Iterator<Item = &'a Type>,
    returns: &ReturnType,
    names: &HashSet<String>,
) -> syn::Result<Signature> {
    let outside = |ty: &Type| syn::parse2(from_outside(ty.to_token_stream(), names));
    Ok(Signature {
        params: params.map(outside).collect::<syn::Result<_>>()?,
        returns: match returns {
            ReturnType::Default => None,
            ReturnType::Type(_, ty) => Some(outside(ty)?),
        },
    })
}

/// A type as the modules beside `raw` write it: what `raw` defines is prefixed, and windows-core's names stand alone.
fn from_outside(tokens: TokenStream, names: &HashSet<String>) -> TokenStream {
    let mut output = TokenStream::new();
    let mut in_path = false;
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) if !in_path && ident == "windows_core" => {
                // After two colons.
                output.extend(tokens.by_ref().nth(2));
            }
            TokenTree::Ident(ident) => {
                if !in_path && names.contains(&ident.to_string()) {
                    output.extend(quote::quote!(raw::));
                }
                output.extend([ident]);
                in_path = false;
            }
            TokenTree::Punct(punct) => {
                // The first colon of two is joint, the second keeps what the first has set.
                let colon = punct.as_char() == ':';
                in_path = colon && (in_path || punct.spacing() == Spacing::Joint);
                output.extend([punct]);
            }
            TokenTree::Group(group) => {
                let inner = from_outside(group.stream(), names);
                output.extend([proc_macro2::Group::new(group.delimiter(), inner)]);
                in_path = false;
            }
            TokenTree::Literal(literal) => output.extend([literal]),
        }
    }
    output
}
