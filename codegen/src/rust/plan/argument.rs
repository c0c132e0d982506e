//! What a parameter becomes in safe Rust.

use super::allocated::Allocated;
use super::array::Array;
use super::types::optional_type;
use crate::rust::naming::owned_name;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

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
