//! Definitions: what a file names.

use super::{CallingConvention, DefinitionId, Guid, Method, Pack, Param, Pointee, Type};
use crate::source::Span;

/// Something with a name of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The name that other code uses: of `typedef struct _S {…} S, *LPS;` it is `S`.
    pub name: String,
    /// The name's place.
    pub span: Span,
    /// The doc comment (`///` or `/** */`) above it, without its markers; empty where there is none.
    pub docs: String,
    /// Whether output is made of it: the input files define it themselves.
    pub own: bool,
    /// What it is.
    pub kind: DefinitionKind,
}

/// What a definition is.
#[derive(Clone, Debug, PartialEq)]
pub enum DefinitionKind {
    /// A COM interface.
    Interface(Interface),
    /// A `dispinterface`: a set of names for `IDispatch`, without a vtable of its own.
    Dispinterface(Dispinterface),
    /// A class that `CoCreateInstance` makes.
    Coclass(Coclass),
    /// A struct or union.
    Record(Record),
    /// An enumeration.
    Enum(Enum),
    /// Another name for a type.
    Alias(Alias),
    /// A constant.
    Constant(Constant),
    /// A function that a DLL exports.
    Function(Function),
}

/// A COM interface.
#[derive(Clone, Debug, PartialEq)]
pub struct Interface {
    /// Its IID. `None` where the file gives none: the interface can be called, not queried for.
    pub iid: Option<Guid>,
    /// The interface it extends; `None` for `IUnknown` itself and for roots that are not COM.
    pub base: Option<DefinitionId>,
    /// Its own methods in vtable order, without those of its bases.
    pub methods: Vec<Method>,
    /// How much of it is known.
    pub completeness: Completeness,
    /// It also answers `IDispatch`.
    pub dual: bool,
}

/// How much of an interface is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// Every slot of its vtable.
    Full,
    /// Its name, IID and base (`OPAQUE` in `annotations.h`): it can be passed on and queried for, but not called,
    /// implemented or extended, since its vtable is longer than what is written.
    Opaque,
    /// Its name alone (`interface IFoo;`): it can be passed on.
    Forward,
}

/// A dispinterface.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispinterface {
    /// Its DIID.
    pub iid: Option<Guid>,
    /// The interface whose members it repeats (`dispinterface D { interface I; }`).
    pub interface: Option<DefinitionId>,
    /// Its properties and methods, in source order; they have dispatch ids, not slots.
    pub methods: Vec<Method>,
}

/// A class.
#[derive(Clone, Debug, PartialEq)]
pub struct Coclass {
    /// Its CLSID.
    pub clsid: Option<Guid>,
    /// Its interfaces, in source order.
    pub interfaces: Vec<CoclassMember>,
}

/// An interface of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoclassMember {
    /// The interface or dispinterface.
    pub interface: DefinitionId,
    /// `[default]`.
    pub default: bool,
    /// `[source]`: the class calls it instead of implementing it.
    pub source: bool,
}

/// A struct or union.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Struct or union.
    pub kind: RecordKind,
    /// The C tag where it differs from the definition's name: `_S` in `typedef struct _S {…} S`.
    pub tag: Option<String>,
    /// `#pragma pack` in force.
    pub pack: Pack,
    /// Its fields, in order. Anonymous nested records are definitions of their own, made up by the front end.
    pub fields: Vec<Field>,
    /// Only its name is known (`struct S;`): it can be pointed to, not held.
    pub forward: bool,
    /// Of a union whose members a number selects: what is said beside the members.
    pub switch: Switch,
}

/// What is said of the number that selects a union's member.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Switch {
    /// Its type (`switch_type`).
    pub ty: Option<Type>,
    /// The numbers that select no member (`[default];`).
    pub none: Arm,
}

/// The numbers that select a member of a union.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Arm {
    /// These (`case`).
    pub cases: Vec<i128>,
    /// All that select no other (`default`).
    pub default: bool,
}

/// Struct or union.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordKind {
    /// Fields one after another.
    Struct,
    /// Fields at the same place.
    Union,
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The name; made up (`Anonymous`, `Anonymous2`, …) for an unnamed nested record.
    pub name: String,
    /// The name's place.
    pub span: Span,
    /// Doc comment.
    pub docs: String,
    /// The type.
    pub ty: Type,
    /// What a pointer or array in it holds.
    pub pointee: Pointee,
    /// Width in bits of a bit-field.
    pub bits: Option<u8>,
    /// The numbers that select it, in a union.
    pub arm: Arm,
}

/// An enumeration.
#[derive(Clone, Debug, PartialEq)]
pub struct Enum {
    /// The C tag where it differs from the definition's name.
    pub tag: Option<String>,
    /// Its enumerators, in order, each with its evaluated value.
    pub values: Vec<EnumValue>,
    /// Whether values combine with `|`.
    pub flags: bool,
}

/// An enumerator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnumValue {
    /// The name.
    pub name: String,
    /// The name's place.
    pub span: Span,
    /// Doc comment.
    pub docs: String,
    /// The value; an enumeration is 32 bits wide.
    pub value: i32,
}

/// Another name for a type.
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    /// The type.
    pub ty: Type,
    /// What a pointer in it holds: `typedef [string] WCHAR *LPOLESTR`.
    pub pointee: Pointee,
}

/// A constant.
#[derive(Clone, Debug, PartialEq)]
pub struct Constant {
    /// The type it was declared with.
    pub ty: Type,
    /// The evaluated value.
    pub value: ConstantValue,
}

/// The value of a constant.
#[derive(Clone, Debug, PartialEq)]
pub enum ConstantValue {
    /// An integer of any width; the type tells the sign.
    Integer(i128),
    /// A floating-point number.
    Float(f64),
    /// A narrow string.
    String(String),
    /// A wide string.
    WideString(String),
    /// A GUID, from a quoted `DEFINE_GUID`.
    Guid(Guid),
}

/// A function that a DLL exports.
#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    /// The DLL, from the module's `dllname`.
    pub dll: Option<String>,
    /// The exported name or ordinal (`#12`) where it differs.
    pub entry: Option<String>,
    /// What it returns.
    pub returns: Type,
    /// Its parameters.
    pub params: Vec<Param>,
    /// Whether any number of arguments may follow: `...`, which only [`CallingConvention::C`] has.
    pub variadic: bool,
    /// How it is called.
    pub convention: CallingConvention,
}
