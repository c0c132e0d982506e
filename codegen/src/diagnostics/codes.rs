//! The closed set of diagnostics.

/// How bad a diagnostic is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// No output is made.
    Error,
    /// Output is made; the user should look.
    Warning,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal $severity:ident;)*) => {
        /// A mistake that input can have. Its number never changes its meaning.
        ///
        /// 01xx are about characters, files and macros, 02xx about grammar, 03xx about names and types, 04xx
        /// about attributes, 05xx about constants, 08xx about what cannot be generated, 09xx about
        /// configuration and output.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// Every code, in the order of their numbers.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// The number as it is shown, such as `E0301`.
            pub fn id(self) -> &'static str {
                match self {
                    $(Code::$name => $id,)*
                }
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self {
                    $(Code::$name => Severity::$severity,)*
                }
            }
        }
    };
}

codes! {
    /// A file that an `#include`, an `import` or the command line names could not be read.
    FileNotFound = "E0101" Error;
    /// A character that starts no token.
    UnexpectedCharacter = "E0102" Error;
    /// A string, character or comment without an end.
    Unterminated = "E0103" Error;
    /// A number or character literal that means nothing.
    BadLiteral = "E0104" Error;
    /// A preprocessor directive that does not exist.
    UnknownDirective = "E0105" Error;
    /// A preprocessor directive that is not complete.
    BadDirective = "E0106" Error;
    /// `#if`, `#else` and `#endif` do not match.
    UnbalancedConditional = "E0107" Error;
    /// The expression behind `#if` or `#elif` has no value.
    BadCondition = "E0108" Error;
    /// The file says `#error`.
    ErrorDirective = "E0109" Error;
    /// The file says `#warning`.
    WarningDirective = "W0110" Warning;
    /// A macro that is used in a way that its definition does not allow.
    BadMacroUse = "E0111" Error;
    /// A macro that is defined again with other contents.
    MacroRedefined = "W0112" Warning;
    /// Includes or macros grow beyond what any real file needs.
    TooMuchText = "E0113" Error;
    /// A file that is no Windows metadata, or broken.
    BadMetadata = "E0114" Error;
    /// A definition in Windows metadata that the schema has no word for, so that it is left out.
    UnreadMetadata = "W0115" Warning;
    /// A conditional that has something else for some machines; what is made is for all.
    ChosenByWidth = "W0116" Warning;
    /// The parser met a token that no rule allows there.
    UnexpectedToken = "E0201" Error;
    /// A bracket without its partner.
    Unclosed = "E0202" Error;
    /// A GUID that does not have the form of one.
    MalformedGuid = "E0203" Error;
    /// Words for types that make no type together, such as `unsigned float`.
    BadTypeWords = "E0204" Error;
    /// Brackets, types or expressions nest deeper than any real file needs.
    NestedTooDeep = "E0205" Error;
    /// The file is WinRT's or MIDL 3's, not classic COM MIDL.
    NotClassicMidl = "E0206" Error;
    /// So many mistakes that the rest of the file is not read.
    TooManyErrors = "E0207" Error;
    /// A type name that nothing declares.
    UnknownType = "E0301" Error;
    /// Two definitions of one name.
    DuplicateDefinition = "E0302" Error;
    /// An interface that extends itself, directly or through its bases.
    InheritanceCycle = "E0303" Error;
    /// A struct or union that holds itself by value.
    RecursiveRecord = "E0304" Error;
    /// An interface that extends one whose vtable is not known.
    IncompleteBase = "E0305" Error;
    /// A value of a type that has no size: `void`, an interface, or a struct that is only declared.
    IncompleteType = "E0306" Error;
    /// Two enumerators or constants of one name.
    DuplicateConstant = "E0307" Error;
    /// Something in the body of an interface that is neither a method nor a declaration of a type.
    NotAMethod = "E0308" Error;
    /// Two fields or two parameters of one name.
    DuplicateMember = "E0309" Error;
    /// A bit-field that its type cannot hold.
    BadBitField = "E0310" Error;
    /// A name that stands for another kind of thing than the place wants.
    WrongKind = "E0311" Error;
    /// A typedef of itself, directly or through others.
    RecursiveTypedef = "E0312" Error;
    /// A struct whose packing is not the same on x64 and on arm64, so that its fields are left out.
    PackDependsOnTarget = "W0313" Warning;
    /// `async_uuid` on an interface of which no asynchronous one can be made.
    NotAsynchronous = "E0314" Error;
    /// A pipe in a method of a COM interface.
    PipeInInterface = "E0315" Error;
    /// A type is named in another case than the one that it is defined in.
    OtherCase = "W0316" Warning;
    /// An attribute that the table of attributes does not have.
    UnknownAttribute = "W0401" Warning;
    /// An attribute in a place where it means nothing.
    MisplacedAttribute = "E0402" Error;
    /// An attribute with too few, too many or the wrong kind of arguments.
    BadArguments = "E0403" Error;
    /// An `[object]` interface without a UUID: it can be called, not queried for.
    MissingUuid = "W0405" Warning;
    /// Two interfaces with one UUID.
    DuplicateUuid = "W0406" Warning;
    /// A `size_is` or its like that names no parameter or field: the size counts as unknown.
    UnknownOperand = "W0407" Warning;
    /// An `[out]` parameter that is not a pointer or array: it can only go in.
    OutNeedsPointer = "W0408" Warning;
    /// A `[retval]` that is not the only one, not the last parameter, or goes in: it is a plain parameter.
    BadRetval = "W0409" Warning;
    /// `[string]` on something that is not text.
    StringNeedsCharacters = "E0410" Error;
    /// An `[object]` interface that extends nothing and is not `IUnknown`.
    MissingBase = "W0411" Warning;
    /// An attribute about pointers on something that is no pointer.
    NotAPointer = "E0412" Error;
    /// Attributes that contradict each other.
    ConflictingAttributes = "E0413" Error;
    /// A size that is computed in a way that the schema has no word for.
    UnsupportedSize = "W0414" Warning;
    /// An annotation on something that it says nothing about.
    BadAnnotation = "E0415" Error;
    /// A constant that nothing defines.
    UnknownConstant = "E0501" Error;
    /// A division by zero in a constant.
    DivisionByZero = "E0502" Error;
    /// A value that the type it is given does not hold.
    ConstantDoesNotFit = "W0503" Warning;
    /// An expression where a constant is needed, whose value is not known at compile time.
    NotConstant = "E0504" Error;
    /// An array bound below zero.
    BadArrayLength = "E0505" Error;
    /// A `sizeof` whose answer differs between machines.
    SizeDependsOnTarget = "E0506" Error;
    /// windows-bindgen or the metadata writer refused what the schema says.
    BackEndFailed = "E0801" Error;
    /// A function whose calling convention Rust does not have.
    UnsupportedConvention = "E0802" Error;
    /// A function that raw Rust leaves out, since nothing could be linked with it.
    LeftOut = "W0803" Warning;
    /// The manifest's `[package.metadata.midl-bindgen]` is missing or wrong.
    BadManifest = "E0901" Error;
    /// An output file could not be written.
    CannotWrite = "E0902" Error;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_unique_ascending_and_tell_the_severity() {
        let ids: Vec<_> = Code::ALL.iter().map(|code| code.id()).collect();
        assert!(ids.is_sorted_by_key(|id| &id[1..]), "{ids:?}");
        let unique: std::collections::BTreeSet<_> = ids.iter().map(|id| &id[1..]).collect();
        assert_eq!(unique.len(), ids.len());
        for code in Code::ALL {
            let letter = match code.severity() {
                Severity::Error => 'E',
                Severity::Warning => 'W',
            };
            assert!(code.id().starts_with(letter), "{code:?}");
        }
    }
}
