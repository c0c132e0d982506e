//! The syntax tree: what a file says, in MIDL's terms and in source order. Names are not looked up, constants
//! not evaluated, attributes not judged; that is lowering's work.

use crate::source::Span;
use smol_str::SmolStr;

/// A name and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ident {
    /// The name.
    pub text: SmolStr,
    /// Its place.
    pub span: Span,
}

/// A file, with what it `#include`s spliced in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct File {
    /// Its items, in order.
    pub items: Vec<Item>,
}

/// A declaration or directive at file level, in a library or in an interface's body.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The doc comment above it.
    pub docs: String,
    /// The attribute lists before it, joined: `[a][b]` is `[a, b]`.
    pub attributes: Vec<Attribute>,
    /// The whole item, without docs and attributes.
    pub span: Span,
    /// What it is.
    pub kind: ItemKind,
}

/// What an item is.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemKind {
    /// `interface I;` or `interface I : B { … }`
    Interface(Interface),
    /// `dispinterface D;` or `dispinterface D { … }`
    Dispinterface(Dispinterface),
    /// `coclass C { … }`
    Coclass(Coclass),
    /// `library L { … }`
    Library(Library),
    /// `module M { … }`
    Module(Module),
    /// `typedef …;`
    Typedef(Declaration),
    /// `const T NAME = value;`
    Const(Const),
    /// A method, a function, a variable, or a struct, union or enum on its own (then without declarators).
    Declaration(Declaration),
    /// `import "a.idl", "b.idl";`
    Import(Vec<StringLiteral>),
    /// `importlib("x.tlb");`
    ImportLib(StringLiteral),
    /// `cpp_quote("…")`
    CppQuote(StringLiteral),
    /// `#pragma pack(…)`, in force from here on.
    PragmaPack(PragmaPack),
}

/// A string literal with its escapes undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StringLiteral {
    /// The text.
    pub text: String,
    /// Its place, quotes included.
    pub span: Span,
}

/// `[name]` or `[name(arguments)]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    /// The name.
    pub name: Ident,
    /// The arguments; an empty slot (`size_is(, *n)`) is `None`. `None` for the whole where there are no
    /// parentheses.
    pub arguments: Option<Vec<Option<Expression>>>,
    /// Name and arguments.
    pub span: Span,
}

/// An interface.
#[derive(Clone, Debug, PartialEq)]
pub struct Interface {
    /// The name.
    pub name: Ident,
    /// The interface behind the colon.
    pub base: Option<Ident>,
    /// The body; `None` for a forward declaration.
    pub items: Option<Vec<Item>>,
}

/// A dispinterface.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispinterface {
    /// The name.
    pub name: Ident,
    /// The body; `None` for a forward declaration.
    pub body: Option<DispinterfaceBody>,
}

/// The two forms of a dispinterface's body.
#[derive(Clone, Debug, PartialEq)]
pub enum DispinterfaceBody {
    /// `properties: … methods: …`
    Members {
        /// Properties, each a declaration.
        properties: Vec<Item>,
        /// Methods, each a declaration.
        methods: Vec<Item>,
    },
    /// `interface I;`
    Interface(Ident),
}

/// A coclass.
#[derive(Clone, Debug, PartialEq)]
pub struct Coclass {
    /// The name.
    pub name: Ident,
    /// The members; `None` for a forward declaration.
    pub members: Option<Vec<CoclassMember>>,
}

/// `[default] interface I;` in a coclass.
#[derive(Clone, Debug, PartialEq)]
pub struct CoclassMember {
    /// The attributes.
    pub attributes: Vec<Attribute>,
    /// The interface or dispinterface.
    pub name: Ident,
}

/// A library.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// The name.
    pub name: Ident,
    /// Its contents.
    pub items: Vec<Item>,
}

/// A module of a type library: exported functions and constants.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    /// The name.
    pub name: Ident,
    /// Its contents.
    pub items: Vec<Item>,
}

/// `const T NAME = value;`, with one or more declarators.
#[derive(Clone, Debug, PartialEq)]
pub struct Const {
    /// The type.
    pub ty: TypeSpecifier,
    /// Names and values.
    pub declarators: Vec<(Declarator, Expression)>,
}

/// A type and what is declared with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Declaration {
    /// The type before the declarators.
    pub ty: TypeSpecifier,
    /// The declarators; none for `struct S { … };`.
    pub declarators: Vec<Declarator>,
}

/// The type before the declarators.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeSpecifier {
    /// What it names or defines.
    pub kind: TypeKind,
    /// `const` before or behind it.
    pub is_const: bool,
    /// Its place.
    pub span: Span,
}

impl TypeSpecifier {
    /// Whether it declares something without a declarator: a struct, a union, an enumeration; or what it is was not understood.
    pub(super) fn declares(&self) -> bool {
        let kind = &self.kind;
        matches!(
            kind,
            TypeKind::Record(_) | TypeKind::Enum(_) | TypeKind::Interface(_) | TypeKind::Error
        )
    }
}

/// What a type specifier names or defines.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeKind {
    /// One or more of MIDL's words for types, folded: `unsigned long int`.
    Basic(Basic),
    /// A name from a typedef, an interface, …
    Name(Ident),
    /// `struct S`, `struct S { … }`, `struct { … }`, `union …`
    Record(Box<RecordSpecifier>),
    /// `enum E`, `enum E { … }`, `enum { … }`
    Enum(Box<EnumSpecifier>),
    /// `interface I` as a type.
    Interface(Ident),
    /// `pipe T`, in a typedef.
    Pipe(Box<TypeSpecifier>),
    /// `SAFEARRAY(T)`; without an element for a bare `SAFEARRAY`.
    SafeArray(Option<Box<TypeName>>),
    /// The parser could not make out a type here and has said so.
    Error,
}

/// MIDL's words for types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the MIDL type of that name")]
pub enum Basic {
    Void,
    Boolean,
    Byte,
    Char,
    SignedChar,
    UnsignedChar,
    WideChar,
    Small,
    UnsignedSmall,
    Short,
    UnsignedShort,
    Int,
    UnsignedInt,
    Long,
    UnsignedLong,
    Hyper,
    UnsignedHyper,
    Int3264,
    UnsignedInt3264,
    Float,
    Double,
    HandleT,
    ErrorStatusT,
}

/// A struct or union.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordSpecifier {
    /// Attributes between the keyword and the tag, and those between `typedef` and a `struct` or `union` that
    /// has a body. (Between `typedef` and any other type they are the item's.)
    pub attributes: Vec<Attribute>,
    /// `union` instead of `struct`.
    pub is_union: bool,
    /// The tag.
    pub tag: Option<Ident>,
    /// `union U switch (T name) member { … }`: an encapsulated union.
    pub switch: Option<Box<Switch>>,
    /// The fields; `None` where only the tag is named.
    pub fields: Option<Vec<FieldItem>>,
}

/// The discriminant of an encapsulated union.
#[derive(Clone, Debug, PartialEq)]
pub struct Switch {
    /// Its type.
    pub ty: TypeSpecifier,
    /// Its name.
    pub name: Ident,
    /// The name of the union inside; `tagged_union` where none is written.
    pub member: Option<Ident>,
}

/// A line of a struct or union body.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldItem {
    /// Doc comment.
    pub docs: String,
    /// Attributes.
    pub attributes: Vec<Attribute>,
    /// `case a: case b:` of an encapsulated union; `default:` is an empty expression list.
    pub cases: Option<Vec<Expression>>,
    /// Type and declarators; none for an unnamed nested record, and `None` for an empty arm (`[default];`).
    pub declaration: Option<Declaration>,
}

/// An enumeration.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumSpecifier {
    /// Attributes between the keyword and the tag, and those between `typedef` and an `enum` that has a body.
    pub attributes: Vec<Attribute>,
    /// The tag.
    pub tag: Option<Ident>,
    /// The enumerators; `None` where only the tag is named.
    pub values: Option<Vec<Enumerator>>,
}

/// An enumerator.
#[derive(Clone, Debug, PartialEq)]
pub struct Enumerator {
    /// Doc comment.
    pub docs: String,
    /// Attributes.
    pub attributes: Vec<Attribute>,
    /// The name.
    pub name: Ident,
    /// The value, where one is written.
    pub value: Option<Expression>,
}

/// A name and the shape around it: `*name[4]`, `(CC *name)(params)`, `name : 3`.
#[derive(Clone, Debug, PartialEq)]
pub struct Declarator {
    /// The name; `None` in an unnamed parameter, a cast or an unnamed bit-field.
    pub name: Option<Ident>,
    /// How to get from the name to the declared type, nearest to the name first: of `*name[4]`, first
    /// the array, then the pointer.
    pub shape: Vec<Shape>,
    /// The width of a bit-field.
    pub bits: Option<Box<Expression>>,
    /// Its place.
    pub span: Span,
}

/// A step of a declarator.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// `*`, and the qualifiers behind it.
    Pointer {
        /// `* const`: the pointer itself is `const`.
        is_const: bool,
    },
    /// `[n]`, `[]` or `[*]`; `[lo..hi]` counts as its length.
    Array(Option<Expression>),
    /// `(params)`.
    Function(FunctionShape),
}

/// Parameters of a method, function or function pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionShape {
    /// The parameters; `(void)` has none.
    pub params: Vec<Param>,
    /// A calling convention that is written out.
    pub convention: Option<Ident>,
    /// `...` at the end.
    pub variadic: bool,
}

/// A parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    /// Attributes.
    pub attributes: Vec<Attribute>,
    /// The type before the declarator.
    pub ty: TypeSpecifier,
    /// The rest.
    pub declarator: Declarator,
}

/// A type in a cast, `sizeof` or `SAFEARRAY`.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeName {
    /// The type before the declarator.
    pub ty: TypeSpecifier,
    /// A declarator without a name.
    pub declarator: Declarator,
}

/// `#pragma pack`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PragmaPack {
    /// `pack(n)`; `pack()` is `None`: the default.
    Set(Option<u8>),
    /// `pack(push)` or `pack(push, n)`.
    Push(Option<u8>),
    /// `pack(pop)`.
    Pop,
}

/// An expression in a constant, an array bound or an attribute's argument.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    /// What it is.
    pub kind: ExpressionKind,
    /// Its place.
    pub span: Span,
}

/// What an expression is.
#[derive(Clone, Debug, PartialEq)]
pub enum ExpressionKind {
    /// An integer; the suffix tells its C type.
    Integer {
        /// The value.
        value: u64,
        /// `U`
        unsigned: bool,
        /// `LL`, `i64`: it has 64 bits.
        wide: bool,
    },
    /// A floating-point number; the suffix tells its C type.
    Float {
        /// The value.
        value: f64,
        /// `F`: it is a `float`.
        single: bool,
    },
    /// `'c'` or `L'c'`.
    Char(char),
    /// `"…"`; neighbours are joined.
    String(String),
    /// `L"…"`
    WideString(String),
    /// `TRUE`, `true`, `FALSE`, `false`
    Bool(bool),
    /// `NULL`
    Null,
    /// A name.
    Name(SmolStr),
    /// `00020300-0000-0000-c000-000000000046`, only in `uuid(…)`, `custom(…)` and their like; quoted or not.
    Uuid(String),
    /// `1.5` as in `version(1.5)`.
    Version(u32, u32),
    /// `-x`
    Unary(UnaryOperator, Box<Expression>),
    /// `a + b`
    Binary(
        crate::schema::BinaryOperator,
        Box<Expression>,
        Box<Expression>,
    ),
    /// `c ? a : b`
    Conditional(Box<Expression>, Box<Expression>, Box<Expression>),
    /// `(T) x`
    Cast(Box<TypeName>, Box<Expression>),
    /// `sizeof(T)`
    SizeOf(Box<TypeName>),
    /// A type that is more than a name, as in `switch_type(unsigned long)`.
    Type(Box<TypeName>),
    /// `a.b`, `a->b`: in the `size_is` of a struct's member.
    Member(Box<Expression>, Ident),
    /// `f(a, b)`, as in `DEFINE_GUID(…)` or a macro that no file defines.
    Call(Ident, Vec<Expression>),
    /// The parser could not make out an expression here and has said so.
    Error,
}

/// An operator on one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOperator {
    /// `-`
    Negate,
    /// `+`
    Plus,
    /// `~`
    Complement,
    /// `!`
    Not,
    /// `*`
    Dereference,
    /// `&`
    AddressOf,
}
