//! Types as they are used: in parameters, fields and aliases.

use super::{CallingConvention, DefinitionId, Param};

/// A type in use.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// `void`: a method that returns nothing, or the target of an untyped pointer.
    Void,
    /// A number, character or truth value of MIDL's own.
    Primitive(Primitive),
    /// A definition.
    Named(DefinitionId),
    /// A pointer.
    Pointer(Box<PointerType>),
    /// An array in place: `T a[4]`. In a parameter it is a pointer in disguise.
    Array(Box<ArrayType>),
    /// A pointer to a function.
    Function(Box<FunctionType>),
    /// An OLE Automation array (a pointer to `SAFEARRAY`) of the element type, if it is said.
    SafeArray(Option<Box<Type>>),
}

impl Type {
    /// A pointer to `target`.
    pub fn pointer_to(target: Type, is_const: bool) -> Self {
        Self::Pointer(Box::new(PointerType { target, is_const }))
    }
}

/// A pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct PointerType {
    /// What it points to.
    pub target: Type,
    /// Whether the target is `const`.
    pub is_const: bool,
}

/// An array in place.
#[derive(Clone, Debug, PartialEq)]
pub struct ArrayType {
    /// The element.
    pub element: Type,
    /// Whether the elements are `const`: `const T a[]` in a parameter is a `const T *`.
    pub is_const: bool,
    /// The number of elements; `None` for `[]` and `[*]`, whose size an attribute tells.
    pub len: Option<u64>,
}

/// A pointer to a function.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionType {
    /// What it returns.
    pub returns: Type,
    /// Its parameters.
    pub params: Vec<Param>,
    /// Whether any number of arguments may follow: `...`, which only [`CallingConvention::C`] has.
    pub variadic: bool,
    /// How it is called.
    pub convention: CallingConvention,
}

/// MIDL's own types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Primitive {
    /// `boolean`: one byte, zero or not.
    Boolean,
    /// `char`: one byte of text.
    Char,
    /// `wchar_t`: a UTF-16 code unit.
    WideChar,
    /// `signed char` or `small`.
    I8,
    /// `byte` or `unsigned char`.
    U8,
    /// `short`.
    I16,
    /// `unsigned short`.
    U16,
    /// `int`, `long`, `__int32`.
    I32,
    /// The unsigned ones.
    U32,
    /// `hyper`, `__int64`, `long long`.
    I64,
    /// The unsigned ones.
    U64,
    /// `__int3264`: as wide as a pointer.
    ISize,
    /// Unsigned, as wide as a pointer.
    USize,
    /// `float`.
    F32,
    /// `double`.
    F64,
    /// `error_status_t`: an unsigned 32-bit status.
    ErrorStatus,
    /// `handle_t`: an RPC binding handle, as wide as a pointer.
    BindingHandle,
}

impl Primitive {
    /// Every one of them.
    pub const ALL: [Self; 17] = [
        Self::Boolean,
        Self::Char,
        Self::WideChar,
        Self::I8,
        Self::U8,
        Self::I16,
        Self::U16,
        Self::I32,
        Self::U32,
        Self::I64,
        Self::U64,
        Self::ISize,
        Self::USize,
        Self::F32,
        Self::F64,
        Self::ErrorStatus,
        Self::BindingHandle,
    ];

    /// The name MIDL gives it.
    pub fn midl_name(self) -> &'static str {
        match self {
            Self::Boolean => "boolean",
            Self::Char => "char",
            Self::WideChar => "wchar_t",
            Self::I8 => "small",
            Self::U8 => "byte",
            Self::I16 => "short",
            Self::U16 => "unsigned short",
            Self::I32 => "long",
            Self::U32 => "unsigned long",
            Self::I64 => "hyper",
            Self::U64 => "unsigned hyper",
            Self::ISize => "__int3264",
            Self::USize => "unsigned __int3264",
            Self::F32 => "float",
            Self::F64 => "double",
            Self::ErrorStatus => "error_status_t",
            Self::BindingHandle => "handle_t",
        }
    }
}
