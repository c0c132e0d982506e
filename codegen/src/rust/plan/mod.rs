//! What each method becomes in safe Rust. Decided once, here, for callers and implementers alike: `client` and
//! `implement` only write it down.

mod allocated;
pub(crate) mod array;
mod element;
mod names;
mod parameter;
pub mod reason;
mod records;
pub(crate) mod related;
mod rules;
mod types;

use super::naming::owned_name;
use super::signatures::{Signatures, Slot, TraitMethod};
use super::{Options, naming};
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{
    Completeness, Definition, DefinitionId, DefinitionKind, Interface, Method, Schema, WellKnown,
};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use std::collections::{BTreeMap, HashSet};

pub(crate) use allocated::{Allocated, Content};
use array::Array;
pub(crate) use element::Element;
use reason::{Raw, Reason, Summary};
pub(crate) use records::{FieldKind, FieldPlan, RecordPlan, Records};

/// The interfaces for which safe code is made, bases first.
pub(crate) struct Plan<'a> {
    pub interfaces: Vec<InterfacePlan<'a>>,
    /// The structs that hold pointers.
    pub records: Records<'a>,
}

/// An interface.
pub(crate) struct InterfacePlan<'a> {
    pub definition: &'a Definition,
    pub interface: &'a Interface,
    pub name: Ident,
    /// The interface it extends, unless that is `IUnknown`.
    pub base: Option<Ident>,
    /// Whether it can be implemented, too: everything that takes is known.
    pub implementable: bool,
    pub methods: Vec<MethodPlan<'a>>,
}

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

/// What a parameter becomes.
pub(crate) enum Argument {
    /// Passed as it is.
    Value(TokenStream),
    /// `bool` for a `BOOL` or a `VARIANT_BOOL`.
    Bool(Truth),
    /// Flags in a number, as their own type.
    Flags {
        flags: TokenStream,
        /// The number's type: `u32` or `i32`.
        number: TokenStream,
    },
    /// A reference to plain data.
    Reference {
        target: TokenStream,
        mutable: bool,
        optional: bool,
        /// Whether a caller on x86 may have it where no reference can point.
        misaligned: bool,
    },
    /// Wide text.
    Text { optional: bool },
    /// Narrow text, in whatever code page the two sides agree on.
    NarrowText { optional: bool },
    /// An interface.
    Interface {
        interface: TokenStream,
        optional: bool,
    },
    /// A handle that the callee closes.
    OwnedHandle { optional: bool },
    /// A handle that is lent.
    BorrowedHandle { optional: bool },
    /// A struct with pointers, as a safe one.
    Record {
        record: Ident,
        by_value: bool,
        optional: bool,
    },
    /// A struct with pointers that comes out.
    OutRecord {
        record: Ident,
        /// Whether something in it has to be there.
        is_required: bool,
    },
    /// A struct with pointers, through hand-written types.
    View {
        implement: TokenStream,
        call: TokenStream,
    },
    /// Plain data that is returned.
    Out { target: TokenStream },
    /// The same, returned.
    OutBool(Truth),
    /// An interface that is returned.
    OutInterface {
        interface: TokenStream,
        optional: bool,
    },
    /// A variant, lent or changed.
    Variant { passed: Passed, optional: bool },
    /// A variant that is returned.
    OutVariant,
    /// Counted wide text; NULL is the empty one.
    Bstr,
    /// Counted wide text that is returned.
    OutBstr,
    /// Counted wide text in place; a call may replace it if it is mutable.
    BstrPlace { mutable: bool, optional: bool },
    /// Memory that the callee allocates.
    Allocated(Allocated),
    /// The count of these arrays, which comes out beside them.
    AllocatedCount {
        arrays: Vec<usize>,
        /// The count's type.
        count: TokenStream,
        /// Whether the array, which is the only one then, may be missing.
        optional: bool,
    },
    /// A handle that the caller closes.
    OutHandle { optional: bool },
    /// Elements in a row, as many as something says.
    Array(Array),
    /// The count of these arrays: slices know it themselves.
    Count {
        arrays: Vec<usize>,
        /// Whether it is passed behind a pointer.
        behind: bool,
    },
    /// How many elements of buffers were filled, which is returned.
    Filled {
        /// The parameters with the buffers.
        arrays: Vec<usize>,
        /// The count's type.
        count: TokenStream,
        /// Whether it says before the call how many there are.
        capacity: bool,
        /// Whether a caller need not want to know.
        optional: bool,
    },
    /// The IID of the interface that is returned: to a caller it is part of the type.
    Iid {
        /// The name of the type.
        generic: Ident,
    },
    /// An interface of the type that an IID says, which a caller lends.
    Queried { generic: Ident, optional: bool },
    /// An interface of the type that an IID says. An implementer returns any, which is queried for it.
    OutQueried {
        /// The parameter with the IID.
        iid: usize,
        /// The name of the type, to a caller.
        generic: Ident,
        optional: bool,
    },
    /// An interface that a call may replace, or nothing.
    InterfacePlace { interface: TokenStream },
    /// What is returned, where a caller of another language need not want it. One in Rust always does.
    Unwanted(Box<Argument>),
}

/// How a truth value is spelled at the ABI.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Truth {
    /// `BOOL`, with a type of its own in Rust.
    Bool,
    /// `VARIANT_BOOL`, a number.
    VariantBool,
}

/// How a struct reaches the callee.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Passed {
    /// By value.
    ByValue,
    /// Behind a pointer, to be read.
    Lent,
    /// Behind a pointer, to be read and written.
    Changed,
}

/// Which side of a call code is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Caller,
    Implementer,
}

impl Argument {
    /// What it adds to the result, if it is returned and not passed.
    pub fn returned(&self, side: Side) -> Option<TokenStream> {
        match self {
            Self::Out { target } => Some(quote!(#target)),
            Self::OutRecord { record, .. } => {
                let record = owned_name(record);
                Some(quote!(records::#record))
            }
            Self::OutBool(_) => Some(quote!(bool)),
            Self::OutVariant => Some(quote!(Variant)),
            Self::OutBstr => Some(quote!(Bstr)),
            Self::Allocated(allocated) => Some(allocated.returned(side)),
            Self::OutHandle { optional } => Some(optional_type(quote!(OwnedHandle), *optional)),
            Self::Filled { .. } => Some(quote!(usize)),
            Self::Array(array) if side == Side::Caller && array.tells_length() => {
                Some(quote!(usize))
            }
            Self::OutInterface {
                interface,
                optional,
            } => Some(optional_type(quote!(#interface), *optional)),
            Self::Unwanted(argument) => argument.returned(side),
            Self::OutQueried {
                generic, optional, ..
            } => {
                let interface = match side {
                    Side::Caller => quote!(#generic),
                    Side::Implementer => quote!(IUnknown),
                };
                Some(optional_type(interface, *optional))
            }
            _ => None,
        }
    }

    /// Whether it is a pointer that nobody follows: what windows-core has for a handle of the system's.
    pub fn is_system_handle(&self) -> bool {
        matches!(self, Self::Value(ty) if ty.to_string().starts_with('*'))
    }

    /// Whether a side may find fault with it.
    pub fn can_be_refused(&self, side: Side) -> bool {
        let by_caller = side == Side::Caller;
        match self {
            Self::Value(_) | Self::Flags { .. } | Self::Bool(_) | Self::Bstr => false,
            Self::Variant {
                passed: Passed::ByValue,
                ..
            } => false,
            Self::Text { .. } | Self::Count { .. } | Self::Record { .. } if by_caller => true,
            Self::OutRecord { .. } => true,
            Self::Allocated(allocated) if allocated.is_many() => true,
            Self::Filled { .. } | Self::OutVariant => true,
            Self::Variant {
                passed: Passed::Changed,
                ..
            } => true,
            Self::Array(array) if by_caller => array.is_checked_by_caller(),
            _ if by_caller => false,
            Self::Reference { optional, .. }
            | Self::Interface { optional, .. }
            | Self::Queried { optional, .. }
            | Self::OwnedHandle { optional }
            | Self::BorrowedHandle { optional }
            | Self::BstrPlace { optional, .. }
            | Self::NarrowText { optional }
            | Self::Variant { optional, .. }
            | Self::Text { optional } => !optional,
            Self::Count { behind, .. } => *behind,
            Self::Record { .. }
            | Self::View { .. }
            | Self::Out { .. }
            | Self::OutBool(_)
            | Self::OutBstr
            | Self::OutHandle { .. }
            | Self::Allocated(_)
            | Self::AllocatedCount { .. }
            | Self::OutInterface { .. }
            | Self::Array { .. }
            | Self::Iid { .. }
            | Self::InterfacePlace { .. }
            | Self::Unwanted(_)
            | Self::OutQueried { .. } => true,
        }
    }

    /// What comes out without an HRESULT, which could tell of a failure: perhaps nothing.
    pub fn without_status(mut self) -> Self {
        self.allow_nothing();
        self
    }

    fn allow_nothing(&mut self) {
        match self {
            Self::Unwanted(argument) => argument.allow_nothing(),
            Self::OutInterface { optional, .. }
            | Self::OutQueried { optional, .. }
            | Self::OutHandle { optional } => *optional = true,
            Self::Allocated(allocated) => allocated.optional |= allocated.must_hand_out(),
            _ => {}
        }
    }

    /// Whether success means that an interface, a handle or memory has come out, if only within a struct.
    pub fn must_hand_out(&self) -> bool {
        match self {
            Self::OutInterface { optional, .. }
            | Self::OutQueried { optional, .. }
            | Self::OutHandle { optional } => !optional,
            Self::Unwanted(argument) => argument.must_hand_out(),
            Self::Allocated(allocated) => allocated.must_hand_out(),
            Self::OutRecord { is_required, .. } => *is_required,
            _ => false,
        }
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

/// `Option<T>` or `T`.
pub(crate) fn optional_type(ty: TokenStream, optional: bool) -> TokenStream {
    if optional { quote!(Option<#ty>) } else { ty }
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

impl<'a> Plan<'a> {
    /// The safe structs that methods take, and those that these hold.
    pub fn lent(&self) -> Vec<&RecordPlan<'a>> {
        self.records
            .reached(self.arguments().filter_map(|argument| match argument {
                Argument::Record { record, .. } => Some(record.to_string()),
                _ => None,
            }))
    }

    /// The safe structs that methods hand out, and those that these hold.
    pub fn handed_out(&self) -> Vec<&RecordPlan<'a>> {
        self.records
            .reached(self.arguments().filter_map(|argument| match argument {
                Argument::OutRecord { record, .. } => Some(record.to_string()),
                _ => None,
            }))
    }

    fn arguments(&self) -> impl Iterator<Item = &Argument> {
        let methods = self.interfaces.iter().flat_map(|plan| &plan.methods);
        let safe = methods.filter_map(|method| match &method.kind {
            MethodKind::Safe(safe) => Some(&safe.arguments),
            MethodKind::Raw(_) => None,
        });
        safe.flatten()
    }

    /// How much of the user's own interfaces is safe.
    pub fn summary(&self, schema: &Schema) -> Summary {
        let mut summary = Summary::default();
        for (_, definition, interface) in schema.own_interfaces() {
            summary.interfaces += 1;
            summary.methods += interface.methods.len();
            let planned = self
                .interfaces
                .iter()
                .find(|plan| plan.definition.name == definition.name);
            let mut raw = |method: &str, why: Raw| {
                let name = format!("{}::{method}", definition.name);
                summary.raw.push((name, why));
            };
            match planned {
                Some(plan) => {
                    for method in &plan.methods {
                        if let MethodKind::Raw(why) = &method.kind {
                            raw(&method.slot.name.to_string(), why.clone());
                        }
                    }
                }
                None => {
                    let reason = match interface.completeness {
                        Completeness::Full => Reason::NotUnknown,
                        _ => Reason::UnknownSlots,
                    };
                    for method in &interface.methods {
                        raw(&method.name, reason.into());
                    }
                }
            }
        }
        summary
    }
}

/// Decides for a whole schema, whose raw module windows-bindgen has written.
pub(crate) fn plan<'a>(
    schema: &'a Schema,
    raw: &'a Signatures,
    options: &Options,
) -> Result<Plan<'a>, Diagnostic> {
    let types = HandWritten::of(options)?;
    let records = Records::new(schema, raw, &types.views);
    let mut interfaces = Vec::new();
    let mut seen = HashSet::new();
    for (id, _, _) in schema.own_interfaces() {
        let mut chain: Vec<_> = schema.bases(id).collect();
        chain.reverse();
        for id in chain.into_iter().chain([id]) {
            if seen.insert(id) {
                interfaces.extend(interface(schema, raw, &types, &records, id, &interfaces));
            }
        }
    }
    Ok(Plan {
        interfaces,
        records,
    })
}

/// The hand-written types of a struct.
pub(crate) struct ViewTypes {
    implement: TokenStream,
    call: TokenStream,
}

/// The hand-written types that the options name.
pub(crate) struct HandWritten<'a> {
    /// By the name of the struct that they stand for.
    views: BTreeMap<&'a str, ViewTypes>,
    /// Allocators, by the function that frees.
    allocators: BTreeMap<&'a str, TokenStream>,
}

impl<'a> HandWritten<'a> {
    fn of(options: &'a Options) -> Result<Self, Diagnostic> {
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

/// `None` for what has no methods that can be called: `IUnknown`, opaque interfaces, and roots that are no COM interfaces.
fn interface<'a>(
    schema: &'a Schema,
    raw: &'a Signatures,
    types: &HandWritten<'_>,
    records: &Records,
    id: DefinitionId,
    bases: &[InterfacePlan<'_>],
) -> Option<InterfacePlan<'a>> {
    let definition = &schema[id];
    let DefinitionKind::Interface(interface) = &definition.kind else {
        return None;
    };
    let is_unknown = |id| schema.well_known_definition(&schema[id]) == Some(WellKnown::IUnknown);
    let base = interface.base.filter(|base| !is_unknown(*base));
    let is_com = schema.bases(id).any(is_unknown);
    if interface.completeness != Completeness::Full || is_unknown(id) || !is_com {
        return None;
    }
    let slots = raw.slots(&naming::raw(&definition.name))?;
    let in_trait = raw
        .trait_methods(&naming::raw(&definition.name))
        .filter(|methods| methods.len() == slots.len());
    let base_plan = base.map(|base| {
        bases
            .iter()
            .find(|plan| plan.definition.name == schema[base].name)
    });
    let base_implementable =
        base_plan.is_none_or(|plan| plan.is_some_and(|plan| plan.implementable));
    let implementable = interface.iid.is_some() && in_trait.is_some() && base_implementable;
    let names = names::methods(interface.methods.iter());
    let methods = schema
        .own_slots(id)
        .zip(slots)
        .zip(names)
        .enumerate()
        .map(|(at, ((slot, raw_slot), name))| {
            let in_trait = in_trait
                .filter(|_| implementable)
                .and_then(|methods| methods.get(at));
            MethodPlan {
                method: slot.method,
                index: slot.index,
                name,
                slot: raw_slot,
                in_trait,
                parameters: names::parameters(slot.method.params.iter().map(|p| p.name.as_str())),
                kind: match rules::method(schema, types, records, slot.method, raw_slot, in_trait) {
                    Ok(safe) => MethodKind::Safe(safe),
                    Err(why) => MethodKind::Raw(why),
                },
            }
        })
        .collect();
    Some(InterfacePlan {
        definition,
        interface,
        name: naming::ident(&definition.name),
        base: base.map(|base| naming::ident(&schema[base].name)),
        implementable,
        methods,
    })
}
