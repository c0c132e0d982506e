//! Why a method stays raw.

use crate::counted::counted;
use std::collections::BTreeMap;
use std::fmt;

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// What no rule makes safe.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[non_exhaustive]
        pub enum Reason {
            $($(#[$doc])* $name,)*
        }

        impl Reason {
            /// Every reason.
            pub const ALL: &[Reason] = &[$(Reason::$name,)*];

            /// It in words: a sentence of a method, or what a parameter is.
            pub fn text(self) -> &'static str {
                match self {
                    $(Reason::$name => $text,)*
                }
            }
        }
    };
}

reasons! {
    /// A root that no `QueryInterface` starts.
    NotUnknown = "the interface is not derived from IUnknown";
    /// A vtable that is longer than what is written of it.
    UnknownSlots = "not all of the interface's vtable is known";
    /// `...`, as in C.
    Variadic = "it takes any number of arguments";
    /// A slot without a signature in raw Rust.
    NoTypes = "windows-bindgen has no types for it";
    /// A result that is neither a status nor plain.
    OddResult = "it returns neither an HRESULT nor plain data";
    /// A pointer to a function.
    Function = "a function";
    /// An array that describes itself.
    SafeArray = "a SAFEARRAY";
    /// An interface that is no pointer.
    InterfaceByValue = "an interface by value";
    /// An interface that an IID tells, other than one that is handed out for one IID.
    ToldInterface = "an interface whose type another parameter tells";
    /// Data that is no plain data, without a view.
    Struct = "a struct that holds pointers, text or counted arrays";
    /// A struct of which the file only says that there is one.
    Forward = "a struct whose fields are not known";
    /// `struct HFOO__ { int unused; }`.
    Disguise = "a handle that is declared as a pointer to a struct";
    /// A union that is no plain data.
    Union = "a union that holds pointers";
    /// A struct whose fields have no addresses of their own.
    Packed = "a packed struct";
    /// Bit-fields beside pointers.
    BitFields = "a struct of bit-fields and pointers";
    /// A list or tree.
    Recursive = "a struct that points to others of its kind";
    /// A long chain of structs, each of which points to one that is defined later.
    Deep = "a struct in a struct in a struct, many times over";
    /// A struct that has a hand-written view within another struct.
    HandWritten = "a struct with a hand-written view";
    /// A field with `CALLEE_CLOSES`.
    GivenAway = "a handle that is given away";
    /// A pointer in a struct, without `size_is`, `ref` or `unique`.
    OneOrMany = "a pointer that does not say whether it points to one or to many";
    /// An array in a struct whose size is computed, constant, missing, or that of several dimensions, or part of whose elements
    /// is not set.
    UncountedField = "an array whose length is no field by itself";
    /// A struct with a view, that may be missing.
    OptionalStruct = "a struct with pointers that may be missing";
    /// `[in, out, ptr]`.
    Aliased = "a pointer to what others may point to as well";
    /// `void *` and what is named after it.
    Untyped = "a pointer to anything";
    /// A pointer to a byte or character that is more likely the first of many.
    Bytes = "a pointer to bytes or characters of unknown number";
    /// A pointer to a pointer that is none of those with a rule.
    PointerToPointer = "a pointer to a pointer";
    /// A pointer type that raw Rust has under a name of its own.
    NamedPointer = "a pointer that windows-bindgen gave a name";
    /// An array type that raw Rust has under a name of its own.
    NamedArray = "an array that windows-bindgen gave a name";
    /// A size that is missing, that of several dimensions, or computed of more than numbers that come in.
    UncountedArray = "an array whose length no parameter tells";
    /// An array of texts or structs with pointers.
    ArrayOfOther = "an array of what is no plain data";
    /// `[out] const T *`.
    ConstOut = "a result behind a pointer to const";
    /// An `[out]` pointer that may be NULL.
    OptionalOut = "a result that a caller need not want";
    /// `[in, out]` text.
    TextInPlace = "a text that is changed in place";
    /// `[out]` text in a buffer of the caller.
    TextBuffer = "a text that is filled in";
    /// Text with a length.
    SizedText = "a text of a given size";
    /// Text that is neither wide nor narrow.
    OddText = "a text of unknown characters";
    /// An allocator that is neither one of the system's nor named in the manifest.
    UnknownAllocator = "memory that is freed by a function without a type in Rust";
    /// Texts in an array, each with an allocator of its own.
    ForeignTexts = "an array of texts that another function frees";
    /// `[out] const T **`.
    NotOwned = "a pointer into memory that stays the callee's";
    /// A pointer out of a `[local]` method, which is never marshaled.
    UnknownOwner = "a pointer to memory of which nothing says who frees it";
    /// `[out] HANDLE *`.
    HandleOwner = "a handle of which nothing says who closes it";
    /// `[in, out] LPWSTR *`.
    ReplacedText = "a text that is freed and allocated anew";
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

/// Why a method stays raw: the first thing that no rule covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw {
    /// The parameter that it is about, by its name in the IDL; `None` where it is about the method or its interface.
    pub parameter: Option<String>,
    /// What it is.
    pub reason: Reason,
    /// Which struct or field makes it so; `None` where it is the parameter itself.
    pub place: Option<Place>,
}

/// A struct that no rule covers, or a field of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its name in the IDL: `FOO`, `FOO::pv`.
    pub name: String,
    /// What it is.
    pub reason: Reason,
}

impl From<Reason> for Raw {
    fn from(reason: Reason) -> Self {
        Self {
            parameter: None,
            reason,
            place: None,
        }
    }
}

impl fmt::Display for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.parameter {
            Some(parameter) => write!(f, "`{parameter}` is {}", self.reason)?,
            None => self.reason.fmt(f)?,
        }
        match &self.place {
            Some(place) => write!(f, ": `{}` is {}", place.name, place.reason),
            None => Ok(()),
        }
    }
}

/// How many interfaces and methods there are, and how many of them are safe to call and to implement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Interfaces that the input defines.
    pub interfaces: usize,
    /// Their own methods.
    pub methods: usize,
    /// The methods that stay raw, as `IFoo::Bar`, each with the reason. The others are safe.
    pub raw: Vec<(String, Raw)>,
}

impl Summary {
    /// How many methods are safe.
    pub fn safe(&self) -> usize {
        self.methods - self.raw.len()
    }

    /// How many methods stay raw for each reason, the most frequent one first.
    pub fn by_reason(&self) -> Vec<(Reason, usize)> {
        let mut counts = BTreeMap::new();
        for (_, raw) in &self.raw {
            *counts.entry(raw.reason).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts
    }
}

impl fmt::Display for Summary {
    /// A line on how much there is, and below it what most methods stay raw for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 5;
        write!(
            f,
            "{}, {} ({} safe, {} raw)",
            counted(self.interfaces, "interface"),
            counted(self.methods, "method"),
            self.safe(),
            self.raw.len()
        )?;
        let reasons = self.by_reason();
        // A line that only says that there is one more could as well be that one.
        let shown = match reasons.len() {
            ..=SHOWN => reasons.len(),
            _ => SHOWN - 1,
        };
        for (reason, count) in &reasons[..shown] {
            write!(f, "\n  {count} raw: {reason}")?;
        }
        if let rest @ [_, ..] = &reasons[shown..] {
            let count: usize = rest.iter().map(|(_, count)| count).sum();
            write!(f, "\n  {count} raw: {} other reasons", rest.len())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_reason_comes_first() {
        let raw = |reason: Reason| (String::from("IFoo::Bar"), reason.into());
        let summary = Summary {
            interfaces: 1,
            methods: 9,
            raw: [
                Reason::Struct,
                Reason::Untyped,
                Reason::Bytes,
                Reason::Untyped,
            ]
            .map(raw)
            .into(),
        };
        assert_eq!(
            summary.by_reason(),
            [
                (Reason::Untyped, 2),
                (Reason::Struct, 1),
                (Reason::Bytes, 1)
            ]
        );
        assert_eq!(summary.safe(), 5);
    }

    #[test]
    fn only_the_most_frequent_reasons_are_shown() {
        let of = |reasons: &[Reason]| Summary {
            interfaces: 1,
            methods: 20,
            raw: reasons
                .iter()
                .map(|reason| ("IFoo::Bar".into(), (*reason).into()))
                .collect(),
        };
        let mut reasons = Reason::ALL[..6].to_vec();
        reasons.push(Reason::Variadic);
        expect_test::expect![[r#"
            1 interface, 20 methods (13 safe, 7 raw)
              2 raw: it takes any number of arguments
              1 raw: the interface is not derived from IUnknown
              1 raw: not all of the interface's vtable is known
              1 raw: windows-bindgen has no types for it
              2 raw: 2 other reasons"#]]
        .assert_eq(&of(&reasons).to_string());
        expect_test::expect![[r#"
            1 interface, 20 methods (18 safe, 2 raw)
              1 raw: a function
              1 raw: a SAFEARRAY"#]]
        .assert_eq(&of(&Reason::ALL[5..7]).to_string());
        expect_test::expect!["1 interface, 20 methods (20 safe, 0 raw)"]
            .assert_eq(&of(&[]).to_string());
    }

    #[test]
    fn no_two_reasons_read_the_same() {
        let texts: std::collections::BTreeSet<_> = Reason::ALL.iter().map(|it| it.text()).collect();
        assert_eq!(texts.len(), Reason::ALL.len());
    }
}
