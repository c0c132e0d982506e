//! What the parser reads out of a file, in words.

use super::super::tree::*;
use super::super::{Options, parse};
use crate::diagnostics::{Diagnostics, render};
use crate::source::{Memory, Sources};
use std::path::PathBuf;

fn items(text: &str) -> Vec<Item> {
    let main = PathBuf::from("main.idl");
    let files = Memory([(main.clone(), text.as_bytes().to_vec())].into());
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let program = parse(
        &[main],
        &Options::default(),
        &files,
        &mut sources,
        &mut diagnostics,
    );
    assert!(
        diagnostics.is_empty(),
        "{}",
        render(&diagnostics, &sources, false)
    );
    program.files.into_iter().last().unwrap().tree.items
}

fn item(text: &str) -> Item {
    let mut items = items(text);
    assert_eq!(items.len(), 1);
    items.remove(0)
}

/// The declarations of a text, each in words.
fn declared(text: &str) -> Vec<String> {
    let declarations = items(text).into_iter().map(|item| match item.kind {
        ItemKind::Declaration(declaration) | ItemKind::Typedef(declaration) => declaration,
        other => panic!("{other:?}"),
    });
    declarations.flat_map(|d| declaration(&d)).collect()
}

fn declaration(declaration: &Declaration) -> Vec<String> {
    let ty = type_words(&declaration.ty);
    let name = |d: &Declarator| d.name.as_ref().map_or("_", |name| &name.text).to_owned();
    declaration
        .declarators
        .iter()
        .map(|d| format!("{}: {}{ty}", name(d), shape_words(d)))
        .collect()
}

fn shape_words(declarator: &Declarator) -> String {
    let steps = declarator.shape.iter().map(|step| match step {
        Shape::Pointer { is_const: false } => "pointer to ".to_owned(),
        Shape::Pointer { is_const: true } => "const pointer to ".to_owned(),
        Shape::Array(None) => "array of ".to_owned(),
        Shape::Array(Some(length)) => format!("array {} of ", expression(length)),
        Shape::Function(function) => {
            let params: Vec<String> = function
                .params
                .iter()
                .map(|p| format!("{}{}", shape_words(&p.declarator), type_words(&p.ty)))
                .collect();
            let dots = if function.variadic { ", ..." } else { "" };
            let convention = function.convention.as_ref();
            let convention = convention.map_or(String::new(), |c| format!("{} ", c.text));
            format!("{convention}function({}{dots}) giving ", params.join(", "))
        }
    });
    let bits = declarator.bits.as_ref();
    let bits = bits.map_or(String::new(), |bits| {
        format!("{} bits of ", expression(bits))
    });
    steps.collect::<String>() + &bits
}

fn type_words(ty: &TypeSpecifier) -> String {
    let is_const = if ty.is_const { "const " } else { "" };
    let name = match &ty.kind {
        TypeKind::Basic(basic) => format!("{basic:?}"),
        TypeKind::Name(name) => name.text.to_string(),
        TypeKind::Interface(name) => format!("interface {}", name.text),
        TypeKind::Pipe(element) => format!("pipe {}", type_words(element)),
        TypeKind::SafeArray(None) => "SAFEARRAY".to_owned(),
        TypeKind::SafeArray(Some(of)) => {
            format!(
                "SAFEARRAY({}{})",
                shape_words(&of.declarator),
                type_words(&of.ty)
            )
        }
        TypeKind::Record(record) => {
            let keyword = if record.is_union { "union" } else { "struct" };
            let tag = record
                .tag
                .as_ref()
                .map_or(String::new(), |tag| format!(" {}", tag.text));
            let fields = record.fields.iter().flatten().map(|field| {
                let cases = field.cases.as_ref().map_or(String::new(), |cases| {
                    let cases: Vec<_> = cases.iter().map(expression).collect();
                    format!("<{}> ", cases.join(" "))
                });
                let fields = field
                    .declaration
                    .as_ref()
                    .map(|d| match d.declarators.is_empty() {
                        true => type_words(&d.ty),
                        false => declaration(d).join(", "),
                    });
                cases + &fields.unwrap_or_default()
            });
            let fields: Vec<_> = fields.collect();
            format!("{keyword}{tag} {{{}}}", fields.join("; "))
        }
        TypeKind::Enum(e) => {
            let tag = e
                .tag
                .as_ref()
                .map_or(String::new(), |tag| format!(" {}", tag.text));
            let values = e.values.iter().flatten().map(|value| match &value.value {
                Some(number) => format!("{}={}", value.name.text, expression(number)),
                None => value.name.text.to_string(),
            });
            format!("enum{tag} {{{}}}", values.collect::<Vec<_>>().join(", "))
        }
        TypeKind::Error => "?".to_owned(),
    };
    format!("{is_const}{name}")
}

/// An expression with all parentheses.
fn expression(e: &Expression) -> String {
    let type_name =
        |name: &TypeName| format!("{}{}", shape_words(&name.declarator), type_words(&name.ty));
    match &e.kind {
        ExpressionKind::Integer { value, .. } => value.to_string(),
        ExpressionKind::Name(name) => name.to_string(),
        ExpressionKind::Unary(operator, operand) => {
            format!("{operator:?}({})", expression(operand))
        }
        ExpressionKind::Binary(operator, left, right) => {
            format!("({} {operator:?} {})", expression(left), expression(right))
        }
        ExpressionKind::Conditional(condition, yes, no) => {
            let [condition, yes, no] = [condition, yes, no].map(|e| expression(e));
            format!("({condition} ? {yes} : {no})")
        }
        ExpressionKind::Cast(ty, operand) => format!("<{}>{}", type_name(ty), expression(operand)),
        ExpressionKind::SizeOf(ty) => format!("sizeof<{}>", type_name(ty)),
        ExpressionKind::Type(ty) => format!("type<{}>", type_name(ty)),
        ExpressionKind::Member(of, member) => format!("{}.{}", expression(of), member.text),
        ExpressionKind::Call(name, arguments) => {
            let arguments: Vec<_> = arguments.iter().map(expression).collect();
            format!("{}({})", name.text, arguments.join(", "))
        }
        other => format!("{other:?}"),
    }
}

fn constant(text: &str) -> String {
    match item(&format!("const long X = {text};")).kind {
        ItemKind::Const(constant) => expression(&constant.declarators[0].1),
        other => panic!("{other:?}"),
    }
}

fn attributes(text: &str) -> Vec<String> {
    let show = |attribute: &Attribute| match &attribute.arguments {
        None => attribute.name.text.to_string(),
        Some(arguments) => {
            let show = |e: &Option<Expression>| e.as_ref().map_or(String::new(), expression);
            let arguments: Vec<_> = arguments.iter().map(show).collect();
            format!("{}({})", attribute.name.text, arguments.join(","))
        }
    };
    item(&format!("{text} long x;"))
        .attributes
        .iter()
        .map(show)
        .collect()
}

#[test]
fn declarators_read_from_the_name_outwards() {
    assert_eq!(
        declared("long a, *b, **c[2][N];"),
        [
            "a: Long",
            "b: pointer to Long",
            "c: array 2 of array N of pointer to pointer to Long"
        ]
    );
    assert_eq!(
        declared("const WCHAR * const s; T const *t; long a[], b[*], c[2..5];"),
        [
            "s: const pointer to const WCHAR",
            "t: pointer to const T",
            "a: array of Long",
            "b: array of Long",
            "c: array ((5 Subtract 2) Add 1) of Long"
        ]
    );
    assert_eq!(
        declared("typedef HRESULT (__stdcall *PF)(int, void *p, ...);"),
        ["PF: pointer to __stdcall function(Int, pointer to Void, ...) giving HRESULT"]
    );
    assert_eq!(
        declared("HRESULT STDMETHODCALLTYPE f(void); long *g(); void h([in] int (*)(char));"),
        [
            "f: STDMETHODCALLTYPE function() giving HRESULT",
            "g: function() giving pointer to Long",
            "h: function(pointer to function(Char) giving Int) giving Void"
        ]
    );
}

#[test]
fn names_may_be_spelled_like_conventions() {
    assert_eq!(
        declared("float far; const void far *p; int cdecl; void __cdecl f(long stdcall);"),
        [
            "far: Float",
            "p: pointer to const Void",
            "cdecl: Int",
            "f: __cdecl function(Long) giving Void"
        ]
    );
}

#[test]
fn conventions_stand_before_parentheses_and_behind_declspec() {
    assert_eq!(
        declared(
            "typedef HRESULT __stdcall (*PF)(int); \
             HRESULT __declspec(dllimport) __stdcall f(void); void WINAPI(long);"
        ),
        [
            "PF: pointer to __stdcall function(Int) giving HRESULT",
            "f: __stdcall function() giving HRESULT",
            "WINAPI: function(Long) giving Void"
        ]
    );
}

#[test]
fn values_of_methods_and_variables_are_passed_by() {
    assert_eq!(
        declared("HRESULT f([in] long a) = 0; static LPOLESTR none = (LPOLESTR)(-1), *p;"),
        [
            "f: function(Long) giving HRESULT",
            "none: LPOLESTR",
            "p: pointer to LPOLESTR"
        ]
    );
}

#[test]
fn words_for_types_fold() {
    let text = "unsigned long int a; long long b; unsigned c; short int d; unsigned char e; \
                signed char f; unsigned hyper g; __int64 h; unsigned __int3264 i; unsigned __int8 j; \
                long unsigned k; wchar_t l; handle_t m; signed n; int unsigned short o; double p;";
    assert_eq!(
        declared(text),
        [
            "a: UnsignedLong",
            "b: Hyper",
            "c: UnsignedInt",
            "d: Short",
            "e: UnsignedChar",
            "f: SignedChar",
            "g: UnsignedHyper",
            "h: Hyper",
            "i: UnsignedInt3264",
            "j: UnsignedSmall",
            "k: UnsignedLong",
            "l: WideChar",
            "m: HandleT",
            "n: Int",
            "o: UnsignedShort",
            "p: Double"
        ]
    );
    assert_eq!(
        declared("SAFEARRAY(VARIANT *) a, b; SAFEARRAY c; interface I *d; struct S *e;"),
        [
            "a: SAFEARRAY(pointer to VARIANT)",
            "b: SAFEARRAY(pointer to VARIANT)",
            "c: SAFEARRAY",
            "d: pointer to interface I",
            "e: pointer to struct S {}"
        ]
    );
}

#[test]
fn records_and_enumerations() {
    assert_eq!(
        declared(
            "typedef struct T { int a : 3, : 5; union { long b; struct { char c; }; } u; } T, *PT;"
        ),
        [
            "T: struct T {a: 3 bits of Int, _: 5 bits of Int; u: union {b: Long; struct {c: Char}}}",
            "PT: pointer to struct T {a: 3 bits of Int, _: 5 bits of Int; u: union {b: Long; struct {c: Char}}}"
        ]
    );
    assert_eq!(
        declared("typedef union U switch (long k) u { case 1: case B: int a; default: ; } U;"),
        ["U: union U {<1 B> a: Int; <> }"]
    );
    assert_eq!(
        declared("typedef [v1_enum] enum { A, B = 1 << 2, [hidden] C, } E;"),
        ["E: enum {A, B=(1 ShiftLeft 2), C}"]
    );
}

#[test]
fn attributes_of_a_typedef_go_to_the_body_or_to_the_name() {
    let typedef = |text| match item(text) {
        Item {
            attributes,
            kind: ItemKind::Typedef(Declaration { ty, .. }),
            ..
        } => {
            let of_body = match ty.kind {
                TypeKind::Record(record) => record.attributes.len(),
                TypeKind::Enum(e) => e.attributes.len(),
                _ => 0,
            };
            (attributes.len(), of_body)
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(typedef("typedef [v1_enum] enum E { A } E;"), (0, 1));
    assert_eq!(
        typedef("[public] typedef [switch_type(long)] union [a] U { long x; } U;"),
        (1, 2)
    );
    assert_eq!(typedef("typedef [unique] struct S *PS;"), (1, 0));
    assert_eq!(typedef("typedef [string] WCHAR *TEXT;"), (1, 0));
}

#[test]
fn attribute_lists() {
    assert_eq!(
        attributes("[in, size_is(, *n + 1)][out,][, unique]"),
        ["in", "size_is(,(Dereference(n) Add 1))", "out", "unique"]
    );
    assert_eq!(
        attributes("[switch_type(unsigned long), wire_marshal(T *), iid_is(p->iid), x()]"),
        [
            "switch_type(type<UnsignedLong>)",
            "wire_marshal(type<pointer to T>)",
            "iid_is(p.iid)",
            "x()"
        ]
    );
    assert_eq!(
        attributes("[version(1.5), uuid(\"00020300-0000-0000-c000-000000000046\")]"),
        [
            "version(Version(1, 5))",
            "uuid(Uuid(\"00020300-0000-0000-c000-000000000046\"))"
        ]
    );
    assert_eq!(
        attributes("[custom(00020300-0000-0000-c000-000000000046, \"a\" \"b\"), default]"),
        [
            "custom(Uuid(\"00020300-0000-0000-c000-000000000046\"),String(\"ab\"))",
            "default"
        ]
    );
}

#[test]
fn expressions_bind_as_in_c() {
    assert_eq!(
        constant("1 + 2 * 3 - 4"),
        "((1 Add (2 Multiply 3)) Subtract 4)"
    );
    assert_eq!(
        constant("a | b & c == d << 1"),
        "(a Or (b And (c Equal (d ShiftLeft 1))))"
    );
    assert_eq!(constant("a ? b : c ? d : e"), "(a ? b : (c ? d : e))");
    assert_eq!(constant("-~!x"), "Negate(Complement(Not(x)))");
    assert_eq!(constant("(DWORD)-1"), "<DWORD>Negate(1)");
    assert_eq!(constant("(SIZE)-1"), "(SIZE Subtract 1)");
    assert_eq!(constant("(unsigned long)(x)"), "<UnsignedLong>x");
    assert_eq!(constant("(OLECHAR *)-1"), "<pointer to OLECHAR>Negate(1)");
    assert_eq!(
        constant("sizeof(long *) + MAKE(1, 2)"),
        "(sizeof<pointer to Long> Add MAKE(1, 2))"
    );
}

#[test]
fn items_of_all_kinds() {
    let kinds: Vec<String> = items(
        "cpp_quote(\"#define A \\\"x\\\"\") midl_pragma warning(disable: 2111) import \"unknwn.idl\";
         [object] interface I; interface J : I { import \"wtypes.idl\"; HRESULT m(); };
         dispinterface D; dispinterface E { interface I; };
         dispinterface F { properties: [id(1)] long p; methods: [id(2)] void m(); [id(3)] void n(); }
         coclass C { [default] interface I; [source] dispinterface D; };
         [version(1.0)] library L { importlib(\"stdole2.tlb\"); interface I; };
         module M { [entry(1)] long f(); const long N = 1; };
         const char *const S = \"s\", *T = 0; extern const GUID G;",
    )
    .into_iter()
    .map(|item| match item.kind {
        ItemKind::Interface(i) => format!(
            "interface {} {:?} {:?}",
            i.name.text,
            i.base.map(|base| base.text),
            i.items.map(|items| items.len())
        ),
        ItemKind::Dispinterface(d) => match d.body {
            None => format!("dispinterface {}", d.name.text),
            Some(DispinterfaceBody::Interface(of)) => format!("dispinterface of {}", of.text),
            Some(DispinterfaceBody::Members { properties, methods }) => {
                format!("dispinterface {} + {}", properties.len(), methods.len())
            }
        },
        ItemKind::Coclass(c) => format!("coclass {}", c.members.map_or(0, |m| m.len())),
        ItemKind::Library(l) => format!("library {}", l.items.len()),
        ItemKind::Module(m) => format!("module {}", m.items.len()),
        ItemKind::CppQuote(quote) => format!("cpp_quote {}", quote.text),
        ItemKind::Import(names) => format!("import {}", names.len()),
        ItemKind::Const(c) => format!("const {}", c.declarators.len()),
        ItemKind::Declaration(d) => declaration(&d).join(", "),
        other => panic!("{other:?}"),
    })
    .collect();
    assert_eq!(
        kinds,
        [
            "cpp_quote #define A \"x\"",
            "import 1",
            "interface I None None",
            "interface J Some(\"I\") Some(2)",
            "dispinterface D",
            "dispinterface of I",
            "dispinterface 1 + 2",
            "coclass 2",
            "library 2",
            "module 2",
            "const 2",
            "G: const GUID"
        ]
    );
}

#[test]
fn docs_and_packing_stay_with_their_items() {
    let items = items(
        "/// of A\n[hidden]\nconst long A = 1;\n#pragma pack(push, 1)\n[hidden]\n/// of S\n\
         typedef struct { /// of x\n long x; } S;\n#pragma pack(pop)\n",
    );
    let docs: Vec<_> = items.iter().map(|item| item.docs.as_str()).collect();
    assert_eq!(docs, ["of A", "", "of S", ""]);
    assert_eq!(
        items[1].kind,
        ItemKind::PragmaPack(PragmaPack::Push(Some(1)))
    );
    assert_eq!(items[3].kind, ItemKind::PragmaPack(PragmaPack::Pop));
}
