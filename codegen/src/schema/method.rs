//! Methods, their parameters, and what a pointer among them means.

use super::{DefinitionId, Guid, Type};
use crate::source::Span;

/// A method of an interface.
#[derive(Clone, Debug, PartialEq)]
pub struct Method {
    /// The name as the file spells it; properties too: two methods may be named `Value`.
    pub name: String,
    /// The name's place.
    pub span: Span,
    /// Doc comment.
    pub docs: String,
    /// What it returns.
    pub returns: Type,
    /// Its parameters, without `this`.
    pub params: Vec<Param>,
    /// Plain method or accessor of a property.
    pub kind: MethodKind,
    /// `[id(n)]`: the number for `IDispatch::Invoke`.
    pub dispatch_id: Option<i32>,
    /// `[local]` or in a `[local]` interface: never marshaled, so MIDL's pointer rules were not checked.
    pub local: bool,
    /// `[vararg]`: the last parameter is an array of any number of arguments.
    pub vararg: bool,
    /// Whether any number of arguments may follow: `...`, which only [`CallingConvention::C`] has.
    pub variadic: bool,
    /// How it is called; COM's own convention unless the file says otherwise.
    pub convention: CallingConvention,
    /// Success codes beyond `S_OK` that it is documented to return (`SUCCESS_CODES` in `annotations.h`).
    pub success_codes: Vec<String>,
}

/// What kind of member a method is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MethodKind {
    /// A method.
    Plain,
    /// `[propget]`.
    PropertyGet,
    /// `[propput]`.
    PropertyPut,
    /// `[propputref]`.
    PropertyPutRef,
}

/// How a function is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum CallingConvention {
    /// COM's convention: stdcall on x86, the platform's only one elsewhere. Rust's `extern "system"`.
    #[default]
    System,
    /// `__cdecl`.
    C,
    /// `__fastcall`.
    Fast,
}

impl CallingConvention {
    /// What a function has for which this one is written, or would hold. With `...` it is always C's, as compilers do it: only
    /// the caller knows how many arguments there are.
    pub fn for_function(self, variadic: bool) -> Self {
        match variadic {
            true => Self::C,
            false => self,
        }
    }
}

/// A parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    /// The name; made up (`p0`, `p1`, …) where the file gives none.
    pub name: String,
    /// The name's place, or the type's where there is no name.
    pub span: Span,
    /// The type.
    pub ty: Type,
    /// Which way data goes.
    pub direction: Direction,
    /// `[retval]`.
    pub retval: bool,
    /// `[optional]` or a `[defaultvalue]`: a caller in another language may leave it out.
    pub optional: bool,
    /// What the pointer, array or handle holds.
    pub pointee: Pointee,
}

/// Which way data goes through a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Direction {
    /// From caller to callee.
    #[default]
    In,
    /// From callee to caller; what the pointer points to is not initialised before the call.
    Out,
    /// Both ways.
    InOut,
}

impl Direction {
    /// Whether the callee reads what the caller put there.
    pub fn reads(self) -> bool {
        self != Self::Out
    }

    /// Whether the callee writes.
    pub fn writes(self) -> bool {
        self != Self::In
    }
}

/// What makes a pointer safe to follow: everything that the attributes of a parameter, field or typedef say of
/// the data behind it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Pointee {
    /// Whether the outermost pointer may be NULL. For an alias it is what the typedef's own attribute says.
    pub null: Nullability,
    /// Whether the file itself says `ref`, `unique` or `ptr`.
    pub explicit: bool,
    /// `[ptr]`, a full pointer: others may point to the same data.
    pub full: bool,
    /// `[string]`: runs up to a terminating zero.
    pub string: bool,
    /// How many elements each pointer level or array dimension has room for, outermost first; `None` where the
    /// attribute leaves a dimension out (`size_is(, *n)`).
    pub size: Vec<Option<Expression>>,
    /// How many of them are filled (`length_is`); an empty list where all are.
    pub length: Vec<Option<Expression>>,
    /// The parameter that holds the IID of what the interface pointer points to.
    pub iid_is: Option<Expression>,
    /// The parameter or field that selects the member of a union.
    pub switch_is: Option<Expression>,
    /// Who ends the life of a handle.
    pub ownership: Ownership,
    /// NULL is a documented answer together with success (`NULL_ON_SUCCESS` in `annotations.h`).
    pub null_on_success: bool,
    /// The type of flags or enumerators that the integer holds (`FLAGS_TYPE` in `annotations.h`).
    pub flags: Option<DefinitionId>,
    /// Who allocates what comes out, where it is not `CoTaskMemAlloc`.
    pub allocator: Option<String>,
    /// The least and the greatest number that may be passed, both included (`range`). What marshals a call refuses
    /// others; within a process nobody looks. Few parameters have one.
    pub range: Option<Box<(i128, i128)>>,
    /// Annotations with a UUID that the compiler does not know: carried to the winmd, without meaning here.
    pub custom: Vec<(Guid, String)>,
}

/// Whether a pointer may be NULL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Nullability {
    /// `[ref]`, or nothing said at the top level of a parameter: never NULL.
    #[default]
    NonNull,
    /// `[unique]` or `[ptr]`: NULL means "nothing".
    Nullable,
}

/// Who ends the life of a handle that goes in or comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Ownership {
    /// Whoever has had it, as far as the IDL says.
    #[default]
    Borrowed,
    /// The other side takes it over: the callee what goes in, the caller what comes out (`CALLEE_CLOSES` and
    /// `CALLER_CLOSES` in `annotations.h`).
    Transferred,
}

/// An integer expression over other parameters of the method, or other fields of the record.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A constant.
    Constant(i128),
    /// The parameter or field with that index.
    Operand(usize),
    /// What the parameter or field with that index points to.
    Dereference(usize),
    /// `-x`, `!x`, `~x`.
    Unary(UnaryOperator, Box<Expression>),
    /// `a + b` and so on.
    Binary(BinaryOperator, Box<Expression>, Box<Expression>),
    /// `c ? a : b`.
    Conditional(Box<Expression>, Box<Expression>, Box<Expression>),
    /// What cannot be told: it stands on a parameter that the method does not have, such as one of the other half of a
    /// method that `async_uuid` splits.
    Unknown,
}

/// An operator on one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOperator {
    /// `-`
    Negate,
    /// `~`
    Complement,
    /// `!`
    Not,
}

impl UnaryOperator {
    /// Every operator.
    pub const ALL: [Self; 3] = [Self::Negate, Self::Complement, Self::Not];
}

/// An operator on two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the C operator of that name")]
pub enum BinaryOperator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    ShiftLeft,
    ShiftRight,
    And,
    Or,
    Xor,
    LogicalAnd,
    LogicalOr,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

impl BinaryOperator {
    /// Every operator.
    pub const ALL: [Self; 18] = [
        Self::Add,
        Self::Subtract,
        Self::Multiply,
        Self::Divide,
        Self::Remainder,
        Self::ShiftLeft,
        Self::ShiftRight,
        Self::And,
        Self::Or,
        Self::Xor,
        Self::LogicalAnd,
        Self::LogicalOr,
        Self::Equal,
        Self::NotEqual,
        Self::Less,
        Self::LessEqual,
        Self::Greater,
        Self::GreaterEqual,
    ];
}
