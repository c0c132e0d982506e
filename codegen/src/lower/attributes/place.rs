//! Where an attribute can stand.

/// A place for attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lower) enum Place {
    Interface,
    Dispinterface,
    Coclass,
    CoclassMember,
    Library,
    Module,
    Typedef,
    Record,
    Enum,
    Enumerator,
    Field,
    Method,
    Function,
    Property,
    Parameter,
    Constant,
}

impl Place {
    /// Every place.
    pub(in crate::lower) const ALL: &[Self] = &[
        Self::Interface,
        Self::Dispinterface,
        Self::Coclass,
        Self::CoclassMember,
        Self::Library,
        Self::Module,
        Self::Typedef,
        Self::Record,
        Self::Enum,
        Self::Enumerator,
        Self::Field,
        Self::Method,
        Self::Function,
        Self::Property,
        Self::Parameter,
        Self::Constant,
    ];

    /// The place as a message names it, with its article.
    pub(in crate::lower) fn with_article(self) -> &'static str {
        match self {
            Self::Interface => "an interface",
            Self::Dispinterface => "a dispinterface",
            Self::Coclass => "a coclass",
            Self::CoclassMember => "an interface of a coclass",
            Self::Library => "a library",
            Self::Module => "a module",
            Self::Typedef => "a typedef",
            Self::Record => "a struct or union",
            Self::Enum => "an enum",
            Self::Enumerator => "an enumerator",
            Self::Field => "a field",
            Self::Method => "a method",
            Self::Function => "a function",
            Self::Property => "a property of a dispinterface",
            Self::Parameter => "a parameter",
            Self::Constant => "a constant",
        }
    }
}
