//! Safe calls: inherent methods on the interfaces.

mod allocated;
mod argument;
mod array;
mod call;

use super::plan::{
    Argument, InterfacePlan, MethodKind, MethodPlan, Plan, Returns, SafeMethod, Side, tuple,
};
use super::{docs, layout, lints};
use array::Parameters;
use call::{After, Call, Taken};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The `client` module.
pub(crate) fn module(plan: &Plan) -> TokenStream {
    let interfaces: TokenStream = plan.interfaces.iter().map(interface).collect();
    let imports = layout::imports(&interfaces);
    quote! {
        //! Safe calls: methods of the interfaces themselves, in `snake_case`. Each calls its vtable slot.
        #imports
        #interfaces
    }
}

fn interface(plan: &InterfacePlan) -> TokenStream {
    let name = &plan.name;
    let methods: Vec<_> = plan
        .methods
        .iter()
        .filter_map(|method| match &method.kind {
            MethodKind::Safe(safe) => Some(self::method(method, safe)),
            MethodKind::Raw(_) => None,
        })
        .collect();
    if methods.is_empty() {
        return quote!();
    }
    quote! {
        impl raw::#name {
            #(#methods)*
        }
    }
}

fn method(plan: &MethodPlan, safe: &SafeMethod) -> TokenStream {
    let docs = docs::attributes(&plan.docs(), &plan.slot_docs());
    let (name, slot) = (&plan.name, &plan.slot.name);
    let alias = slot.to_string();
    let raw = plan.slot.signature.iter().flat_map(|raw| &raw.params);
    let all = Parameters {
        names: &plan.parameters,
        arguments: &safe.arguments,
    };
    let arguments = plan.parameters.iter().zip(&safe.arguments).zip(raw);
    let calls: Vec<_> = arguments
        .map(|((name, argument), raw)| Call::new(name, argument, raw, all))
        .collect();
    let has_text = calls.iter().any(|call| call.borrows_text);
    let mut generics: Vec<_> = safe.arguments.iter().filter_map(generic).collect();
    // In the order of what they belong to, which is that of their names.
    generics.sort();
    let lifetime = has_text.then(|| quote!('a,));
    let generics = match (has_text, generics.as_slice()) {
        (false, []) => quote!(),
        (_, generics) => quote!(<#lifetime #(#generics: Interface),*>),
    };
    // To clippy, a pointer that an unsafe function gets is one that it follows.
    let lint = safe
        .arguments
        .iter()
        .any(Argument::is_system_handle)
        .then(|| quote!(#[allow(clippy::not_unsafe_ptr_arg_deref, reason = "a handle")]));
    let parameters = calls.iter().filter_map(|call| call.parameter.as_ref());
    let parameters: Vec<_> = parameters.collect();
    let counts = calls.iter().map(|call| &call.counts);
    let before = counts.chain(calls.iter().map(|call| &call.before));
    let values = calls.iter().map(|call| &call.value);
    let result = safe.result(Side::Caller);
    let allow = lints::method(&name.to_string(), parameters.len(), &result);
    let (safety, call) = match plan.slot.returns_in_place {
        false => (
            " SAFETY: the interface pointer is live, and what the arguments lend outlives the call.",
            quote!(unsafe { slot(Interface::as_raw(self) #(, #values)*) }),
        ),
        true => (
            " SAFETY: the interface pointer is live, what the arguments lend outlives the call, and what is returned is \
             plain data.",
            quote!(unsafe {
                let mut result__ = std::mem::zeroed();
                slot(Interface::as_raw(self), &mut result__ #(, #values)*);
                result__
            }),
        ),
    };
    let comment = quote!(#[comment = #safety]);
    let call_and_after = match safe.returns {
        Returns::Status { codes } => {
            let after = after(codes, &calls);
            quote!(#comment let answer = #call; #after)
        }
        Returns::Value(_) => without_status(true, safe, comment, call, &calls),
        Returns::Bool => without_status(true, safe, comment, quote!(#call.as_bool()), &calls),
        Returns::Nothing => without_status(false, safe, comment, call, &calls),
    };
    quote! {
        #docs
        #[doc(alias = #alias)]
        #lint
        #allow
        #[inline]
        pub fn #name #generics (&self #(, #parameters)*) #result {
            #(#before)*
            let slot = Interface::vtable(self).#slot;
            #call_and_after
        }
    }
}

/// The name of the type that a caller names instead of an IID.
fn generic(argument: &Argument) -> Option<&Ident> {
    match argument {
        Argument::Iid { generic } => Some(generic),
        _ => None,
    }
}

/// What follows a call that returns an HRESULT. `codes`: its success codes are kept.
fn after(codes: bool, calls: &[Call]) -> TokenStream {
    let made: Vec<_> = calls.iter().flat_map(|call| &call.after).collect();
    let take = take(calls);
    let is_all = calls
        .iter()
        .all(|call| call.keep.is_empty() && call.check.is_none());
    let outs: Vec<_> = calls.iter().filter_map(|call| call.out.as_ref()).collect();
    let values: Vec<_> = outs.iter().map(|out| out.value()).collect();
    let value = tuple(&values);
    match (codes, outs.as_slice()) {
        (false, []) if take.is_empty() => quote!(answer.ok()),
        (true, []) if take.is_empty() => quote!(midl_runtime::status::success(answer)),
        (true, _) => quote! {
            let success = midl_runtime::status::success(answer)?;
            #take
            Ok(Success::with_code(#value, success.code))
        },
        (false, [Taken::Result(result)]) => match made.as_slice() {
            [after] if is_all => {
                let value = after.value();
                quote!(answer.ok()?; #value)
            }
            _ => quote!(answer.ok()?; #take #result),
        },
        (false, [Taken::Fallible(result)]) => quote!(answer.ok()?; #take #result),
        (false, _) => quote!(answer.ok()?; #take Ok(#value)),
    }
}

/// Takes over all that has come out, before anything can fail.
fn take(calls: &[Call]) -> TokenStream {
    let take = calls.iter().flat_map(|call| &call.after);
    let keep = calls.iter().map(|call| &call.keep);
    let check = calls.iter().flat_map(|call| &call.check);
    let keep_and_check = keep.chain(check).cloned();
    take.map(After::statement).chain(keep_and_check).collect()
}

/// A call that returns no HRESULT, and what follows it. `answers`: it returns a value.
fn without_status(
    answers: bool,
    safe: &SafeMethod,
    comment: TokenStream,
    call: TokenStream,
    calls: &[Call],
) -> TokenStream {
    let fallible = safe.is_fallible(Side::Caller);
    let take = take(calls);
    let outs = calls.iter().filter_map(|call| call.out.as_ref());
    let answer = answers.then(|| quote!(answer));
    let values: Vec<_> = answer.into_iter().chain(outs.map(Taken::value)).collect();
    let value = tuple(&values);
    match (answers, values.len()) {
        (true, 1) | (false, 0) if !fallible => quote!(#comment #call),
        (true, 1) if take.is_empty() => quote!(#comment Ok(#call)),
        (false, 0) => quote!(#comment #call; #take Ok(())),
        (true, _) if fallible => quote!(#comment let answer = #call; #take Ok(#value)),
        (true, _) => quote!(#comment let answer = #call; #take #value),
        (false, _) if fallible => quote!(#comment #call; #take Ok(#value)),
        (false, 1) => {
            let mut after = calls.iter().flat_map(|call| &call.after);
            let value = after.next().map_or(value, After::value);
            quote!(#comment #call; #value)
        }
        (false, _) => quote!(#comment #call; #take #value),
    }
}
