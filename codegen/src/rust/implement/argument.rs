//! How what a caller passed reaches an implementation.

use super::array;
use super::receive::{Out, Place, Receive, cast, lent};
use crate::rust::plan::{Argument, Passed, Truth, optional_type};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::Type;

/// A parameter of the user's method; `None` for what is returned.
pub(super) fn parameter(name: &Ident, argument: &Argument) -> Option<TokenStream> {
    let ty = match argument {
        Argument::Value(ty) => quote!(#ty),
        Argument::Flags { flags, .. } => quote!(#flags),
        Argument::Bool(_) => quote!(bool),
        Argument::Variant { passed, optional } => {
            let mutability = (*passed == Passed::Changed).then(|| quote!(mut));
            optional_type(quote!(&#mutability Variant), *optional)
        }
        Argument::Reference {
            target,
            mutable,
            optional,
            ..
        } => {
            let mutability = mutable.then(|| quote!(mut));
            optional_type(quote!(&#mutability #target), *optional)
        }
        Argument::Text { optional } => optional_type(quote!(&WideStr), *optional),
        Argument::NarrowText { optional } => optional_type(quote!(&CStr), *optional),
        Argument::Interface {
            interface,
            optional,
        } => optional_type(quote!(&#interface), *optional),
        Argument::OwnedHandle { optional } => optional_type(quote!(OwnedHandle), *optional),
        Argument::BorrowedHandle { optional } => {
            optional_type(quote!(BorrowedHandle<'_>), *optional)
        }
        Argument::Record {
            record, optional, ..
        } => optional_type(quote!(&records::#record<'_>), *optional),
        Argument::View { implement, .. } => quote!(#implement),
        Argument::Bstr => quote!(&Bstr),
        Argument::Array(array) => array.parameter(),
        Argument::BstrPlace { mutable, optional } => {
            let mutability = mutable.then(|| quote!(mut));
            optional_type(quote!(&#mutability Bstr), *optional)
        }
        Argument::Iid { .. } => quote!(&GUID),
        Argument::Queried { optional, .. } => optional_type(quote!(&IUnknown), *optional),
        Argument::InterfacePlace { interface } => quote!(&mut Option<#interface>),
        Argument::Count { .. }
        | Argument::Filled { .. }
        | Argument::Out { .. }
        | Argument::OutRecord { .. }
        | Argument::OutBool(_)
        | Argument::OutVariant
        | Argument::OutBstr
        | Argument::OutHandle { .. }
        | Argument::Allocated(_)
        | Argument::AllocatedCount { .. }
        | Argument::OutInterface { .. }
        | Argument::Unwanted(_)
        | Argument::OutQueried { .. } => return None,
    };
    Some(quote!(#name: #ty))
}

impl Receive {
    /// `raw` is the type that windows-bindgen's trait has; `names` are those of all parameters, `arguments` what becomes
    /// of them.
    pub fn new(
        name: &Ident,
        argument: &Argument,
        raw: &Type,
        names: &[Ident],
        arguments: &[Argument],
    ) -> Self {
        let is_const = matches!(raw, Type::Ptr(pointer) if pointer.mutability.is_none());
        let mutable = is_const.then(|| quote!(.cast_mut()));
        match argument {
            Argument::Value(_) => Self::value(quote!(), by_value(name, raw)),
            Argument::Flags { flags, number } => {
                let is_signed = number.to_string() == "i32";
                let cast = (!is_signed).then(|| quote!(.cast_signed()));
                Self::value(quote!(), quote!(#flags(#name #cast)))
            }
            Argument::Bool(Truth::Bool) => Self::value(quote!(), quote!(#name.as_bool())),
            Argument::Bool(Truth::VariantBool) => Self::value(quote!(), quote!(#name != 0)),
            Argument::Reference {
                target,
                mutable,
                optional,
                misaligned,
            } => {
                let cast = cast(raw, target);
                let safety = match optional {
                    true => " SAFETY: by the IDL it is NULL, or points to what outlives the call.",
                    false => {
                        " SAFETY: by the IDL it points to what outlives the call; NULL is refused."
                    }
                };
                let follow = match (misaligned, mutable) {
                    (false, false) => quote!(#name #cast.as_ref()),
                    (false, true) => quote!(#name #cast.as_mut()),
                    (true, false) => quote!(midl_runtime::aligned::reference(#name #cast)),
                    (true, true) => quote!(midl_runtime::aligned::reference_mut(#name #cast)),
                };
                if !misaligned {
                    return Self::checked(name, safety, follow, *optional, quote!(null));
                }
                let variable = match mutable {
                    true => quote!(mut #name),
                    false => quote!(#name),
                };
                let before = bind(&variable, safety, follow, *optional, quote!(null));
                Self::value(before, lent(name, *mutable, *optional))
            }
            Argument::Text { optional } => {
                let pointer = pointer_in(name, raw);
                let follow = quote!(WideStr::from_nullable_ptr(#pointer));
                Self::checked(
                    name,
                    text_safety(*optional),
                    follow,
                    *optional,
                    quote!(null),
                )
            }
            Argument::NarrowText { optional } => {
                let pointer = pointer_in(name, raw);
                let follow = quote!(midl_runtime::text::narrow(#pointer.cast()));
                Self::checked(
                    name,
                    text_safety(*optional),
                    follow,
                    *optional,
                    quote!(null),
                )
            }
            Argument::Interface { optional: true, .. } => {
                Self::value(quote!(), quote!(#name.as_ref()))
            }
            Argument::Interface { .. } => Self::value(quote!(), quote!(#name.ok()?)),
            Argument::OwnedHandle { optional } => {
                let number = pointer_in(name, raw);
                let follow = quote!(midl_runtime::handle::from_raw(#number));
                let safety =
                    " SAFETY: by the IDL it is NULL, or a handle that the caller gives away.";
                Self {
                    takes_over: true,
                    ..Self::checked(name, safety, follow, *optional, quote!(null_handle))
                }
            }
            Argument::BorrowedHandle { optional } => {
                let number = pointer_in(name, raw);
                let follow = quote!(midl_runtime::handle::borrow_raw(#number));
                let safety =
                    " SAFETY: by the IDL it is NULL, or a handle that stays open during the call.";
                Self::checked(name, safety, follow, *optional, quote!(null_handle))
            }
            Argument::Record {
                record,
                by_value,
                optional,
            } => Self::record(name, record, *by_value, *optional),
            Argument::OutRecord { .. } => {
                let mut receive = Self::out(name, quote!(OutValue), quote!(Owned::into_raw(#name)));
                receive.out = receive.out.map(|out| Out {
                    prepare: quote!(Owned::check(&#name).map_err(midl_runtime::array::mistold)?;),
                    ..out
                });
                receive
            }
            Argument::View { .. } => Self::value(
                quote! {
                    let #name = NonNull::new(#name #mutable).ok_or_else(midl_runtime::status::null)?;
                    #[comment = " SAFETY: by the IDL it outlives the call with all it points to, and is left alone meanwhile."]
                    let #name = unsafe { Incoming::from_raw(#name) }?;
                },
                quote!(#name),
            ),
            Argument::Out { target } => Self::out_value(name, raw, target, quote!(#name)),
            Argument::OutBool(truth) => {
                let value = match truth {
                    Truth::Bool => quote!(#name.into()),
                    Truth::VariantBool => quote!(midl_runtime::variant::from_bool(#name)),
                };
                Self::out(name, quote!(OutValue), value)
            }
            Argument::Variant { passed, optional } => Self::variant(name, *passed, *optional),
            Argument::OutVariant => Self::out(
                name,
                quote!(midl_runtime::variant::OutVariant),
                quote!(#name),
            ),
            Argument::OutInterface { optional, .. } => {
                let value = match optional {
                    true => quote!(#name),
                    false => quote!(Some(#name)),
                };
                Self::out(name, quote!(OutInterface), value)
            }
            Argument::Bstr => Self::value(
                quote! {
                    #[comment = " SAFETY: by the IDL it is NULL, or a text that outlives the call and is left alone meanwhile."]
                    let #name = unsafe { Bstr::borrow_raw(&#name) };
                },
                quote!(#name),
            ),
            Argument::BstrPlace { mutable, optional } => {
                let safety = match optional {
                    true => {
                        " SAFETY: by the IDL it is NULL, or the place of a text; nobody else uses either meanwhile."
                    }
                    false => {
                        " SAFETY: by the IDL it is the place of a text, and nobody else uses either meanwhile; NULL is refused."
                    }
                };
                let follow = match mutable {
                    true => quote!(Bstr::borrow_place(#name)),
                    false => quote!(#name.as_ref().map(|place| Bstr::borrow_raw(place))),
                };
                Self::checked(name, safety, follow, *optional, quote!(null))
            }
            Argument::Allocated(allocated) => Self::allocated(name, allocated, raw, names),
            Argument::AllocatedCount {
                arrays, optional, ..
            } => {
                let arrays: Vec<_> = arrays.iter().filter_map(|at| names.get(*at)).collect();
                Self::allocated_count(name, &arrays, *optional)
            }
            Argument::OutHandle { optional } => {
                let handle = match optional {
                    true => quote!(#name),
                    false => quote!(Some(#name)),
                };
                let value = quote!(midl_runtime::handle::into_raw(#handle));
                Self::out_value(name, raw, &quote!(*mut core::ffi::c_void), value)
            }
            Argument::OutBstr => {
                Self::out_value(name, raw, &quote!(*mut u16), quote!(#name.into_raw()))
            }
            Argument::Array(array) => array::lent(name, array, raw, names),
            Argument::Filled {
                arrays,
                capacity,
                optional,
                ..
            } => array::filled(name, arrays, *capacity, *optional, names, arguments),
            Argument::Count { behind, .. } => array::count(name, *behind),
            Argument::Unwanted(argument) => {
                let mut receive = Self::new(name, argument, raw, names, arguments);
                receive.out = receive.out.map(Out::unwanted);
                receive
            }
            Argument::Queried { optional, .. } => Self::given(name, raw, *optional),
            Argument::InterfacePlace { interface } => {
                let place = match raw {
                    Type::Ptr(_) => quote!(#name),
                    _ => quote!(midl_runtime::out::pointer(&#name)),
                };
                Self::checked(
                    name,
                    " SAFETY: by the IDL it is the place of an interface or NULL, and nobody else uses either meanwhile.",
                    quote!(#place.cast::<Option<#interface>>().as_mut()),
                    false,
                    quote!(null),
                )
            }
            Argument::Iid { .. } => Self::checked(
                name,
                " SAFETY: by the IDL it is an IID that outlives the call; NULL is refused.",
                quote!(#name.as_ref()),
                false,
                quote!(null),
            ),
            Argument::OutQueried { iid, optional, .. } => {
                let iid = names.get(*iid);
                Self::queried(name, iid, raw, *optional)
            }
        }
    }

    /// An interface of a type that only an IID tells.
    fn given(name: &Ident, raw: &Type, optional: bool) -> Self {
        let Type::Ptr(pointer) = raw else {
            return match optional {
                true => Self::value(quote!(), quote!(#name.as_ref())),
                false => Self::value(quote!(), quote!(#name.ok()?)),
            };
        };
        let is_const = pointer.mutability.is_none();
        let mutable = is_const.then(|| quote!(let #name = #name.cast_mut();));
        let safety = " SAFETY: by the IDL it is NULL, or an interface that outlives the call.";
        let follow = quote!(<IUnknown as Interface>::from_raw_borrowed(&#name));
        let receive = Self::checked(name, safety, follow, optional, quote!(null));
        let before = receive.before;
        Self {
            before: quote!(#mutable #before),
            ..receive
        }
    }

    fn variant(name: &Ident, passed: Passed, optional: bool) -> Self {
        let check = (!optional).then(|| quote!(.ok_or_else(midl_runtime::status::null)?));
        match passed {
            Passed::ByValue => Self::value(
                quote! {
                    #[comment = " SAFETY: by the IDL it outlives the call with all that it owns."]
                    let #name = unsafe { midl_runtime::variant::Lent::by_value(#name) };
                },
                quote!(&#name),
            ),
            Passed::Lent => Self::value(
                quote! {
                    #[comment = " SAFETY: by the IDL it is NULL or points to what outlives the call with all that it owns."]
                    let #name = unsafe { midl_runtime::variant::Lent::new(#name) } #check;
                },
                match optional {
                    true => quote!(#name.as_deref()),
                    false => quote!(&#name),
                },
            ),
            Passed::Changed => Self::value(
                quote! {
                    #[comment = " SAFETY: by the IDL it is NULL or points to what outlives the call and is left alone meanwhile."]
                    let mut #name = unsafe { midl_runtime::variant::Changed::new(#name) }? #check;
                },
                match optional {
                    true => quote!(#name.as_deref_mut()),
                    false => quote!(&mut #name),
                },
            ),
        }
    }

    /// A pointer that becomes an `Option`, or is refused with what `missing` says where it must not be NULL.
    fn checked(
        name: &Ident,
        safety: &str,
        follow: TokenStream,
        optional: bool,
        missing: TokenStream,
    ) -> Self {
        let before = bind(name, safety, follow, optional, missing);
        Self::value(before, quote!(#name))
    }

    /// A struct with pointers, which is checked and borrowed.
    fn record(name: &Ident, record: &Ident, by_value: bool, optional: bool) -> Self {
        let ty = optional_type(quote!(records::#record<'_>), optional);
        let follow = match (by_value, optional) {
            (true, _) => quote!(Incoming::from_raw(NonNull::from(#name))),
            (false, true) => quote!(midl_runtime::view::pointer(#name)),
            (false, false) => quote!(midl_runtime::view::reference(#name)),
        };
        let value = match optional {
            true => quote!(#name.as_ref()),
            false => quote!(&#name),
        };
        Self::value(
            quote! {
                #[comment = " SAFETY: by the IDL it outlives the call with all it points to, and is left alone meanwhile."]
                let #name: #ty = unsafe { #follow }?;
            },
            value,
        )
    }

    /// A place for an interface of the type that an IID says. A query may fail, so it comes before any result is stored.
    fn queried(name: &Ident, iid: Option<&Ident>, raw: &Type, optional: bool) -> Self {
        let variable = format_ident!("{name}_out");
        let place = match raw {
            Type::Ptr(_) => quote!(#name),
            _ => quote!(midl_runtime::out::pointer(&#name)),
        };
        let value = match optional {
            true => quote!(#name),
            false => quote!(Some(#name)),
        };
        Self {
            value: None,
            out: Some(Out {
                place: Place::new(quote!(OutInterface::<IUnknown>), "at", place),
                name: name.clone(),
                is_result: true,
                prepare: quote!(let #name = midl_runtime::interface::query(#value, #iid)?;),
                write: quote!(#variable.write(#name);),
                variable,
            }),
            ..Self::value(quote!(), quote!())
        }
    }
}

/// The statement for [`Receive::checked`].
fn bind(
    variable: &impl ToTokens,
    safety: &str,
    follow: TokenStream,
    optional: bool,
    missing: TokenStream,
) -> TokenStream {
    let check = match optional {
        true => quote!(),
        false => quote!(.ok_or_else(midl_runtime::status::#missing)?),
    };
    quote! {
        #[comment = #safety]
        let #variable = unsafe { #follow } #check;
    }
}

fn text_safety(optional: bool) -> &'static str {
    match optional {
        true => " SAFETY: by the IDL it is NULL, or a text that outlives the call.",
        false => " SAFETY: by the IDL it is a text that outlives the call; NULL is refused.",
    }
}

/// windows-bindgen passes what it takes for an object by reference.
fn by_value(name: &Ident, raw: &Type) -> TokenStream {
    match raw {
        Type::Reference(_) => quote!(*#name),
        _ => quote!(#name),
    }
}

/// The pointer in windows-core's text types or windows-bindgen's handle types, or the pointer itself.
fn pointer_in(name: &Ident, raw: &Type) -> TokenStream {
    match raw {
        Type::Ptr(_) => quote!(#name),
        _ => quote!(#name.0),
    }
}
