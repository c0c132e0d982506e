//! Types that every COM binding knows by name.

/// A type that windows-core has a Rust type for, or that safe code treats specially.
///
/// Which definition is which follows from its name, once it has the shape that the name promises; so a user's
/// own copy of `wtypes.idl` serves as well as the compiler's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WellKnown {
    /// `IUnknown`.
    IUnknown,
    /// `HRESULT`: a 32-bit status whose sign bit means failure.
    HResult,
    /// `GUID`, and its aliases by use: `IID`, `CLSID`, `FMTID`.
    Guid,
    /// `BSTR`: a counted wide string from `SysAllocString`.
    Bstr,
    /// `BOOL`, which mingw calls `WINBOOL`: a 32-bit truth value.
    Bool,
    /// `VARIANT_BOOL`: a 16-bit truth value, -1 for true.
    VariantBool,
    /// `VARIANT`: a value that says of what type it is.
    Variant,
    /// `HANDLE`: a kernel handle.
    Handle,
}

impl WellKnown {
    /// The type of that name.
    pub fn by_name(name: &str) -> Option<Self> {
        Some(match name {
            "IUnknown" => Self::IUnknown,
            "HRESULT" => Self::HResult,
            "GUID" | "IID" | "CLSID" | "FMTID" | "UUID" | "uuid_t" => Self::Guid,
            "BSTR" => Self::Bstr,
            "BOOL" | "WINBOOL" => Self::Bool,
            "VARIANT_BOOL" => Self::VariantBool,
            "VARIANT" => Self::Variant,
            "HANDLE" => Self::Handle,
            _ => return None,
        })
    }
}
