//! Safe implementations: a trait per interface, and what joins it to windows-core.

mod allocated;
mod argument;
mod array;
mod receive;

use super::plan::reason::Raw;
use super::plan::{
    Argument, InterfacePlan, MethodKind, MethodPlan, Plan, Returns, SafeMethod, Side, tuple,
};
use super::raw_types::is_path_to;
use super::signatures::Signature;
use super::{docs, layout, lints, naming};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use receive::Receive;

/// The `implement` module.
pub(crate) fn module(plan: &Plan) -> TokenStream {
    let interfaces = plan.interfaces.iter().filter(|plan| plan.implementable);
    let interfaces = interfaces.map(|plan| {
        let definition = definition(plan);
        let bridge = bridge(plan);
        let object = object(plan);
        quote!(#definition #bridge #object)
    });
    let interfaces: TokenStream = interfaces.collect();
    let imports = layout::imports(&interfaces);
    quote! {
        //! Safe implementations: a trait for each interface.
        //!
        //! Implement it on a type of your own and pass a value to `new` of the interface of the same name, or put
        //! windows-core's `#[implement]` on the type, to answer several interfaces with one object.
        //!
        //! - COM calls an object from any thread, so the type is `Send` and `Sync`.
        //! - What the IDL says cannot be NULL is not: such a call is answered with `E_POINTER`, and your code does not run.
        //! - A panic is answered with `E_UNEXPECTED`.
        //! - Where a method returns no HRESULT, what would be answered with a failure is answered with zero, and NULL or zero comes
        //!   out.
        //! - A success code other than `S_OK` can be returned as `Err(Error::from_hresult(code))`. Where an interface has to come
        //!   out, that is answered with `E_UNEXPECTED`: nothing would come out.
        #imports
        #interfaces
    }
}

/// The trait that a user implements.
fn definition(plan: &InterfacePlan) -> TokenStream {
    let name = &plan.name;
    let iid = match plan.interface.iid {
        Some(iid) => format!("IID `{iid}`. Called through [`raw::{name}`]."),
        None => String::new(),
    };
    let docs = docs::attributes(&plan.definition.docs, &iid);
    let bounds = match &plan.base {
        Some(base) => quote!(#base),
        None => quote!(Send + Sync + 'static),
    };
    let methods = plan.methods.iter().map(|method| match &method.kind {
        MethodKind::Safe(safe) => safe_declaration(method, safe),
        MethodKind::Raw(why) => raw_declaration(method, why),
    });
    let allow = lints::type_name(&plan.definition.name);
    quote! {
        #docs
        #allow
        pub trait #name: #bounds {
            #(#methods)*
        }
    }
}

fn safe_declaration(plan: &MethodPlan, safe: &SafeMethod) -> TokenStream {
    let docs = docs::attributes(&plan.docs(), &plan.slot_docs());
    let name = &plan.name;
    let arguments = plan.parameters.iter().zip(&safe.arguments);
    let parameters = arguments.filter_map(|(name, argument)| argument::parameter(name, argument));
    let parameters: Vec<_> = parameters.collect();
    let result = safe.result(Side::Implementer);
    let allow = lints::method(&name.to_string(), parameters.len(), &result);
    quote! {
        #docs
        #allow
        fn #name(&self #(, #parameters)*) #result;
    }
}

/// A method that no rule makes safe: it can be left out, and is unsafe to write.
fn raw_declaration(plan: &MethodPlan, why: &Raw) -> TokenStream {
    let Some(signature) = plan.in_trait.map(|method| &method.signature) else {
        return quote!();
    };
    let (default, answer) = match &signature.returns {
        None => ("does nothing", quote!()),
        Some(ty) if is_path_to(ty, "Result") => (
            "answers `E_NOTIMPL`",
            quote!(Err(midl_runtime::status::error(
                midl_runtime::status::E_NOTIMPL
            ))),
        ),
        Some(_) => ("answers zero", zeroed()),
    };
    let added = format!(
        "{}\n\nIt stays raw: {why}. Unless you write it, it {default}.\n\n# Safety\n\nThe caller keeps what the \
         IDL says of the parameters.",
        plan.slot_docs()
    );
    let docs = docs::attributes(&plan.docs(), &added);
    let name = &plan.name;
    let parameters = raw_parameters(plan, signature);
    let returns = signature.returns.as_ref().map(|ty| quote!(-> #ty));
    let allow = lints::method(&name.to_string(), parameters.len(), &quote!(#returns));
    let unused = plan.parameters.iter().take(signature.params.len());
    quote! {
        #docs
        #allow
        unsafe fn #name(&self #(, #parameters)*) #returns {
            #(let _ = #unused;)*
            #answer
        }
    }
}

fn zeroed() -> TokenStream {
    quote! {
        #[comment = " SAFETY: what COM methods return is plain data, which may be all zero."]
        unsafe { std::mem::zeroed() }
    }
}

/// The implementation of windows-bindgen's trait for every object whose type has ours.
fn bridge(plan: &InterfacePlan) -> TokenStream {
    let name = &plan.name;
    let raw_trait = naming::implementation(&plan.definition.name);
    let methods = plan.methods.iter().map(|method| match &method.kind {
        MethodKind::Safe(safe) => safe_bridge(plan, method, safe),
        MethodKind::Raw(_) => raw_bridge(plan, method),
    });
    quote! {
        impl<O> raw::#raw_trait for O
        where
            O: IUnknownImpl,
            O::Impl: #name,
        {
            #(#methods)*
        }
    }
}

fn safe_bridge(plan: &InterfacePlan, method: &MethodPlan, safe: &SafeMethod) -> TokenStream {
    let Some(in_trait) = method.in_trait else {
        return quote!();
    };
    let signature = &in_trait.signature;
    let arguments = method
        .parameters
        .iter()
        .zip(&safe.arguments)
        .zip(&signature.params);
    let receives: Vec<_> = arguments
        .map(|((name, argument), raw)| {
            Receive::new(name, argument, raw, &method.parameters, &safe.arguments)
        })
        .collect();
    // What is taken over comes first, so that it is closed even if another argument is refused; then the places for
    // results, so that they are cleared even then.
    let (first, rest): (Vec<_>, Vec<_>) = receives.iter().partition(|receive| receive.takes_over);
    let places = places(&receives);
    let first = first.into_iter().map(|receive| &receive.before);
    let counts = receives.iter().map(|receive| &receive.counts);
    let rest = counts.chain(rest.into_iter().map(|receive| &receive.before));
    let before = quote!(#(#first)* #places #(#rest)*);
    let values = receives.iter().filter_map(|receive| receive.value.as_ref());
    let (name, safe_name) = (&plan.name, &method.name);
    let call = quote!(#name::#safe_name(self.get_impl() #(, #values)*));
    // Success would promise an interface that nobody has handed out.
    let must_hand_out = safe.arguments.iter().any(Argument::must_hand_out);
    let failure = must_hand_out.then(|| quote!(.map_err(midl_runtime::status::failure)));
    let outs: Vec<_> = receives
        .iter()
        .filter_map(|receive| receive.out.as_ref())
        .collect();
    let names = outs.iter().filter(|out| out.is_result);
    let names = names.map(|out| out.name.to_token_stream());
    let prepared: Vec<_> = outs.iter().map(|out| &out.prepare).collect();
    let finish: TokenStream = receives
        .iter()
        .map(|receive| receive.finish.clone())
        .collect();
    let writes: Vec<_> = outs.iter().map(|out| &out.write).collect();
    let answer = match safe.returns {
        Returns::Value(_) | Returns::Bool => Some(quote!(answer)),
        Returns::Status { .. } | Returns::Nothing => None,
    };
    let into = matches!(safe.returns, Returns::Bool).then(|| quote!(.into()));
    let values: Vec<_> = answer.iter().cloned().chain(names).collect();
    let results = tuple(&values);
    let done = answer.unwrap_or(quote!(()));
    let done = quote!(#done #into);
    let refusable = safe.can_be_refused(Side::Implementer);
    let bare = outs.is_empty() && finish.is_empty();
    let bind = (!values.is_empty()).then(|| quote!(let #results =));
    let body = match safe.returns {
        Returns::Status { codes: false } if bare => call,
        Returns::Status { codes: false } => quote! {
            #bind #call #failure?;
            #(#prepared)*
            #finish
            #(#writes)*
            Ok(())
        },
        Returns::Status { codes: true } if bare => {
            quote!(midl_runtime::status::answer(#call?.code))
        }
        Returns::Status { codes: true } => {
            let value = bind.map(|bind| quote!(#bind success.value;));
            quote! {
                let success = #call #failure?;
                success.code.ok()?;
                #value
                #(#prepared)*
                #finish
                #(#writes)*
                midl_runtime::status::answer(success.code)
            }
        }
        _ if !refusable => quote!(#call #into),
        Returns::Nothing if bare => quote!(#call; Ok(())),
        _ if bare => quote!(Ok(#call #into)),
        _ => quote! {
            #bind #call;
            #(#prepared)*
            #finish
            #(#writes)*
            Ok(#done)
        },
    };
    let is_statements = refusable && matches!(safe.returns, Returns::Nothing);
    let body = match before.is_empty() && outs.is_empty() && !is_statements {
        true => body,
        false => quote!({ #before #body }),
    };
    let place = place(plan, method);
    let guarded = match safe.returns {
        Returns::Status { .. } => quote!(midl_runtime::guard(#place, || #body)),
        _ if refusable => quote! {
            let answer = midl_runtime::guard(#place, || #body);
            answer.unwrap_or_default()
        },
        _ => quote!(midl_runtime::guard::contain(#place, || #body).unwrap_or_default()),
    };
    declare(method, signature, guarded)
}

/// The places that the caller lends for results. All of them are cleared before one is refused.
fn places(receives: &[Receive]) -> TokenStream {
    let outs = receives.iter().filter_map(|receive| receive.out.as_ref());
    let (variables, places): (Vec<_>, Vec<_>) = outs
        .map(|out| {
            let safety = match out.place.is_optional() {
                true => " SAFETY: by the IDL it is NULL, or a place to write to.",
                false => " SAFETY: by the IDL it is a place to write to; NULL is refused.",
            };
            let (variable, place) = (&out.variable, &out.place);
            (
                variable,
                quote!(#[comment = #safety] let #variable = unsafe { #place }),
            )
        })
        .unzip();
    match (variables.as_slice(), places.as_slice()) {
        ([_], [place]) => quote!(#place?;),
        ([], _) => quote!(),
        _ => quote! {
            #(#places;)*
            let (#(#variables),*) = (#(#variables?),*);
        },
    }
}

fn raw_bridge(plan: &InterfacePlan, method: &MethodPlan) -> TokenStream {
    let Some(in_trait) = method.in_trait else {
        return quote!();
    };
    let signature = &in_trait.signature;
    let (name, raw_name) = (&plan.name, &method.name);
    let names = method.parameters.iter().take(signature.params.len());
    let safety = " SAFETY: the caller keeps what the IDL says.";
    let call = quote! {
        #[comment = #safety]
        unsafe { #name::#raw_name(self.get_impl() #(, #names)*) }
    };
    let place = place(plan, method);
    let guarded = match &signature.returns {
        Some(ty) if is_path_to(ty, "Result") => quote!(midl_runtime::guard(#place, || { #call })),
        Some(_) => {
            let zeroed = zeroed();
            quote! {
                let answer = midl_runtime::guard::contain(#place, || { #call });
                answer.unwrap_or_else(|| { #zeroed })
            }
        }
        None => quote!(midl_runtime::guard::contain(#place, || { #call }).unwrap_or_default()),
    };
    declare(method, signature, guarded)
}

/// What a panic hook is told of where a panic was: the names that the IDL has.
fn place(plan: &InterfacePlan, method: &MethodPlan) -> String {
    format!("{}::{}", plan.definition.name, method.method.name)
}

fn declare(method: &MethodPlan, signature: &Signature, body: TokenStream) -> TokenStream {
    let name = &method.slot.name;
    let unsafety = method
        .in_trait
        .is_some_and(|in_trait| in_trait.is_unsafe)
        .then(|| quote!(unsafe));
    let parameters = raw_parameters(method, signature);
    let returns = signature.returns.as_ref().map(|ty| quote!(-> #ty));
    quote! {
        #unsafety fn #name(&self #(, #parameters)*) #returns {
            #body
        }
    }
}

fn raw_parameters(method: &MethodPlan, signature: &Signature) -> Vec<TokenStream> {
    let parameters = method.parameters.iter().zip(&signature.params);
    parameters.map(|(name, ty)| quote!(#name: #ty)).collect()
}

/// What turns a value into an object.
fn object(plan: &InterfacePlan) -> TokenStream {
    let name = &plan.name;
    let vtable = naming::vtable(&plan.definition.name);
    let safety =
        " SAFETY: the vtable is made for this object, which starts with it; matches() is exact.";
    quote! {
        #[comment = #safety]
        unsafe impl<T: #name> Implement<T> for raw::#name {
            const VTABLE: &'static Self::Vtable = &raw::#vtable::new::<Object<Self, T>, 0>();

            fn answers(iid: &GUID) -> bool {
                raw::#vtable::matches(iid)
            }
        }

        impl raw::#name {
            /// An object with this interface around a value, which is dropped with the last reference.
            pub fn new(implementation: impl #name) -> Self {
                Object::create(implementation)
            }
        }
    }
}
