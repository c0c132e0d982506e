//! How a caller's argument reaches the vtable.

use super::array::{self, Parameters};
use super::call::{After, Call, Taken, optional_or_null, place};
use crate::rust::naming::owned_name;
use crate::rust::plan::{Argument, Passed, Truth, optional_type};
use crate::rust::raw_types::{is_path_to, points_elsewhere};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::Type;

impl Call {
    /// `raw` is the type that the slot has; `all` are all parameters.
    pub fn new(name: &Ident, argument: &Argument, raw: &Type, all: Parameters<'_>) -> Self {
        match argument {
            Argument::Value(ty) => Self::pass(quote!(#name: #ty), quote!(#name)),
            Argument::Flags { flags, number } => {
                let is_signed = number.to_string() == "i32";
                let cast = (!is_signed).then(|| quote!(.cast_unsigned()));
                Self::pass(quote!(#name: #flags), quote!(#name.0 #cast))
            }
            Argument::Bool(truth) => {
                let value = match truth {
                    Truth::Bool => quote!(#name.into()),
                    Truth::VariantBool => quote!(midl_runtime::variant::from_bool(#name)),
                };
                Self::pass(quote!(#name: bool), value)
            }
            Argument::Reference {
                target,
                mutable,
                optional,
                ..
            } => {
                let mutability = mutable.then(|| quote!(mut));
                let ty = optional_type(quote!(&#mutability #target), *optional);
                Self::pass(
                    quote!(#name: #ty),
                    reference(name, raw, target, *mutable, *optional),
                )
            }
            Argument::Text { optional } => Self::text(name, raw, *optional),
            Argument::NarrowText { optional } => {
                let ty = optional_type(quote!(&CStr), *optional);
                let pointer = match optional {
                    true => quote!(#name.map_or(std::ptr::null(), CStr::as_ptr)),
                    false => quote!(#name.as_ptr()),
                };
                Self::pass(quote!(#name: #ty), text_pointer(raw, pointer))
            }
            Argument::Interface {
                interface,
                optional,
            } => {
                let ty = optional_type(quote!(&#interface), *optional);
                let value = match optional {
                    true => quote!(midl_runtime::interface::as_raw(#name)),
                    false => quote!(Interface::as_raw(#name)),
                };
                Self::pass(quote!(#name: #ty), value)
            }
            Argument::OwnedHandle { optional } => {
                let ty = optional_type(quote!(OwnedHandle), *optional);
                let name_or_none = some_unless(name, *optional);
                let value = quote!(midl_runtime::handle::into_raw(#name_or_none));
                Self::pass(quote!(#name: #ty), handle(raw, value))
            }
            Argument::BorrowedHandle { optional } => {
                let ty = optional_type(quote!(BorrowedHandle<'_>), *optional);
                let name_or_none = some_unless(name, *optional);
                let value = quote!(midl_runtime::handle::as_raw(#name_or_none));
                Self::pass(quote!(#name: #ty), handle(raw, value))
            }
            Argument::Record {
                record,
                by_value,
                optional,
            } => Self::record(name, raw, record, *by_value, *optional),
            Argument::OutRecord { record, .. } => {
                let owned = owned_name(record);
                Self {
                    before: quote!(let mut #name = MaybeUninit::<raw::#record>::zeroed();),
                    value: quote!(#name.as_mut_ptr()),
                    after: After::new(
                        name,
                        " SAFETY: what the callee hands out in it is ours from now on; the rest is plain data or zero.",
                        quote!(<records::#owned as Owned>::from_raw(#name.assume_init())),
                    ),
                    ..Self::taken(Taken::Result(name.clone()))
                }
            }
            Argument::View { call, .. } => {
                Self::pass(quote!(#name: &mut #call), quote!(Outgoing::as_raw(#name)))
            }
            Argument::Out { target } => Self {
                before: quote!(let mut #name = MaybeUninit::<#target>::zeroed();),
                value: match points_elsewhere(raw, target) {
                    true => quote!(#name.as_mut_ptr().cast()),
                    false => quote!(#name.as_mut_ptr()),
                },
                after: After::new(
                    name,
                    " SAFETY: it is plain data, all zero where the callee has not written.",
                    quote!(#name.assume_init()),
                ),
                ..Self::taken(Taken::Value(quote!(#name)))
            },
            Argument::OutBool(truth) => {
                let (no, value) = match truth {
                    Truth::Bool => (quote!(BOOL(0)), quote!(#name.as_bool())),
                    Truth::VariantBool => (quote!(0), quote!(#name != 0)),
                };
                Self {
                    before: quote!(let mut #name = #no;),
                    value: quote!(&mut #name),
                    ..Self::taken(Taken::Value(value))
                }
            }
            Argument::Variant { passed, optional } => Self::variant(name, raw, *passed, *optional),
            Argument::OutVariant => Self {
                before: quote!(let mut #name = midl_runtime::variant::Place::new();),
                value: quote!(#name.as_raw()),
                after: After::new(
                    name,
                    " SAFETY: the callee hands out a variant that is ours from now on.",
                    quote!(#name.take()),
                ),
                ..Self::taken(Taken::Fallible(
                    quote!(#name.ok_or_else(midl_runtime::variant::refused)),
                ))
            },
            Argument::OutInterface {
                interface,
                optional,
            } => Self {
                before: quote!(let mut #name = std::ptr::null_mut();),
                value: quote!(&mut #name),
                after: After::new(
                    name,
                    " SAFETY: the callee hands out NULL or an interface with a reference of our own.",
                    quote!(midl_runtime::interface::from_raw::<#interface>(#name)),
                ),
                ..Self::taken(optional_or_null(name, *optional))
            },
            Argument::Bstr => Self::pass(quote!(#name: &Bstr), quote!(#name.as_raw())),
            Argument::BstrPlace { mutable, optional } => {
                let mutability = mutable.then(|| quote!(mut));
                let ty = optional_type(quote!(&#mutability Bstr), *optional);
                let function = match mutable {
                    true => quote!(as_place_mut),
                    false => quote!(as_place),
                };
                let value = match optional {
                    true => quote!(#name.map_or(std::ptr::null_mut(), Bstr::#function)),
                    false => quote!(#name.#function()),
                };
                Self::pass(quote!(#name: #ty), value)
            }
            Argument::Allocated(allocated) => Self::allocated(name, allocated, raw, all.names),
            Argument::AllocatedCount { count, .. } => Self {
                parameter: None,
                before: quote!(let mut #name: #count = 0;),
                ..Self::pass(quote!(), quote!(&mut #name))
            },
            Argument::OutHandle { optional } => Self {
                before: quote!(let mut #name: *mut core::ffi::c_void = std::ptr::null_mut();),
                value: place(name, raw, &quote!(core::ffi::c_void)),
                after: After::new(
                    name,
                    " SAFETY: the callee hands out NULL or a handle that is ours to close.",
                    quote!(midl_runtime::handle::from_raw(#name)),
                ),
                ..Self::taken(match optional {
                    true => Taken::Value(quote!(#name)),
                    false => {
                        Taken::Fallible(quote!(#name.ok_or_else(midl_runtime::status::null_handle)))
                    }
                })
            },
            Argument::OutBstr => Self {
                before: quote!(let mut #name: *mut u16 = std::ptr::null_mut();),
                value: place(name, raw, &quote!(u16)),
                after: After::new(
                    name,
                    " SAFETY: the callee hands out NULL or a text that is ours from now on.",
                    quote!(Bstr::from_raw(#name)),
                ),
                ..Self::taken(Taken::Value(quote!(#name)))
            },
            Argument::Array(array) => array::lent(name, array, raw, all.names),
            Argument::Count { arrays, behind } => array::count(name, arrays, *behind, raw, all),
            Argument::Filled {
                arrays,
                count,
                capacity,
                ..
            } => array::filled(name, arrays, count, *capacity, all),
            Argument::Unwanted(argument) => Self::new(name, argument, raw, all),
            Argument::Iid { generic } => Self {
                parameter: None,
                ..Self::pass(quote!(), queried_iid(generic, raw))
            },
            Argument::Queried { generic, optional } => {
                let ty = optional_type(quote!(&#generic), *optional);
                let value = match optional {
                    true => quote!(midl_runtime::interface::as_raw(#name)),
                    false => quote!(Interface::as_raw(#name)),
                };
                Self::pass(quote!(#name: #ty), value)
            }
            Argument::InterfacePlace { interface } => Self::pass(
                quote!(#name: &mut Option<#interface>),
                quote!(std::ptr::from_mut(#name).cast()),
            ),
            Argument::OutQueried {
                generic, optional, ..
            } => Self {
                before: quote!(let mut #name = std::ptr::null_mut();),
                value: quote!(&mut #name),
                after: After::new(
                    name,
                    " SAFETY: the callee hands out NULL or what the type's IID asks for, with a reference of our own.",
                    quote!(midl_runtime::interface::from_raw::<#generic>(#name)),
                ),
                ..Self::taken(optional_or_null(name, *optional))
            },
        }
    }

    fn variant(name: &Ident, raw: &Type, passed: Passed, optional: bool) -> Self {
        let mutability = (passed == Passed::Changed).then(|| quote!(mut));
        let ty = optional_type(quote!(&#mutability Variant), optional);
        let (mutable, target) = match raw {
            Type::Ptr(raw) => (raw.mutability.map(|_| quote!(.cast_mut())), &*raw.elem),
            raw => (None, raw),
        };
        let as_raw = quote!(midl_runtime::variant::as_raw::<#target>);
        let value = match (passed, optional) {
            (Passed::ByValue, _) => quote!(midl_runtime::variant::bits::<#target>(#name)),
            (Passed::Lent, false) => quote!(#as_raw(#name) #mutable),
            (Passed::Lent, true) => {
                quote!(#name.map_or(std::ptr::null(), #as_raw) #mutable)
            }
            (Passed::Changed, false) => quote!(#name.as_raw()),
            (Passed::Changed, true) => quote! {
                #name.as_mut().map_or(std::ptr::null_mut(), midl_runtime::variant::Changing::as_raw)
            },
        };
        let changing = quote!(midl_runtime::variant::Changing);
        let (before, check) = match (passed, optional) {
            (Passed::Changed, false) => (
                quote!(let mut #name = #changing::new(#name);),
                Some(quote!(#name.settle()?;)),
            ),
            (Passed::Changed, true) => (
                quote!(let mut #name = #name.map(#changing::new);),
                Some(quote!(#name.map_or(Ok(()), #changing::settle)?;)),
            ),
            _ => (quote!(), None),
        };
        Self {
            before,
            check,
            ..Self::pass(quote!(#name: #ty), value)
        }
    }

    /// A struct with pointers, of which a raw one is made for the call.
    fn record(name: &Ident, raw: &Type, record: &Ident, by_value: bool, optional: bool) -> Self {
        let storage = format_ident!("{name}_storage");
        let is_const = matches!(raw, Type::Ptr(pointer) if pointer.mutability.is_none());
        let lent = match optional {
            true => quote!(#name.map(|it| Lend::lend(it, &mut #storage)).transpose()?),
            false => quote!(Lend::lend(#name, &mut #storage)?),
        };
        let (mutability, value) = match (by_value, optional, is_const) {
            (true, ..) => (None, quote!(#name)),
            (_, true, true) => (
                None,
                quote!(#name.as_ref().map_or(std::ptr::null(), std::ptr::from_ref)),
            ),
            (_, true, false) => (
                Some(quote!(mut)),
                quote!(#name.as_mut().map_or(std::ptr::null_mut(), std::ptr::from_mut)),
            ),
            (_, false, true) => (None, quote!(&#name)),
            (_, false, false) => (Some(quote!(mut)), quote!(&mut #name)),
        };
        let ty = optional_type(quote!(&records::#record<'_>), optional);
        Self {
            before: quote! {
                let mut #storage = Storage::new();
                let #mutability #name = #lent;
            },
            ..Self::pass(quote!(#name: #ty), value)
        }
    }

    fn text(name: &Ident, raw: &Type, optional: bool) -> Self {
        let buffer = format_ident!("{name}_buffer");
        let ty = match optional {
            true => quote!(OptionalText),
            false => quote!(Text),
        };
        Self {
            borrows_text: true,
            before: quote! {
                let #name = #name.into();
                let mut #buffer = TextBuffer::new();
                let #name = #name.to_wide(&mut #buffer)?;
            },
            ..Self::pass(
                quote!(#name: impl Into<#ty<'a>>),
                wide_pointer(raw, quote!(#name)),
            )
        }
    }
}

/// `Some(name)`, or the name of what is an `Option` already.
fn some_unless(name: &Ident, optional: bool) -> TokenStream {
    match optional {
        true => quote!(#name),
        false => quote!(Some(#name)),
    }
}

fn reference(
    name: &Ident,
    raw: &Type,
    target: &TokenStream,
    mutable: bool,
    optional: bool,
) -> TokenStream {
    let raw_mutable = matches!(raw, Type::Ptr(pointer) if pointer.mutability.is_some());
    let cast = points_elsewhere(raw, target).then(|| quote!(.cast()));
    let cast_mut = (raw_mutable && !mutable).then(|| quote!(.cast_mut()));
    let pointer = match (mutable, optional) {
        (true, true) => quote!(#name.map_or(std::ptr::null_mut(), std::ptr::from_mut)),
        (false, true) => quote!(#name.map_or(std::ptr::null(), std::ptr::from_ref)),
        (_, false) if cast.is_none() && cast_mut.is_none() => return quote!(#name),
        (true, false) => quote!(std::ptr::from_mut(#name)),
        (false, false) => quote!(std::ptr::from_ref(#name)),
    };
    quote!(#pointer #cast_mut #cast)
}

/// The IID of the type that a caller asks for.
fn queried_iid(generic: &Ident, raw: &Type) -> TokenStream {
    match raw {
        Type::Ptr(raw) if raw.mutability.is_some() => {
            quote!(std::ptr::from_ref(&#generic::IID).cast_mut())
        }
        _ => quote!(&#generic::IID),
    }
}

/// A PCWSTR as what the slot takes.
fn wide_pointer(raw: &Type, name: TokenStream) -> TokenStream {
    match raw {
        Type::Ptr(pointer) if pointer.mutability.is_some() => quote!(#name.0.cast_mut()),
        Type::Ptr(_) => quote!(#name.0),
        _ if is_path_to(raw, "PWSTR") => quote!(PWSTR(#name.0.cast_mut())),
        _ => name,
    }
}

/// A pointer to a C string as what the slot takes.
fn text_pointer(raw: &Type, pointer: TokenStream) -> TokenStream {
    match raw {
        Type::Ptr(raw) if raw.mutability.is_some() => quote!(#pointer.cast_mut().cast()),
        Type::Ptr(_) => quote!(#pointer.cast()),
        _ if is_path_to(raw, "PSTR") => quote!(PSTR(#pointer.cast_mut().cast())),
        _ => quote!(PCSTR(#pointer.cast())),
    }
}

/// A handle's number as what the slot takes: windows-bindgen makes a type of it.
fn handle(raw: &Type, value: TokenStream) -> TokenStream {
    match raw {
        Type::Path(_) => quote!(#raw(#value)),
        _ => value,
    }
}
