//! What windows-bindgen does not know of a vtable, put right in its output.

use std::collections::HashSet;

use proc_macro2::Span;
use syn::{
    BareVariadic, Expr, ExprAssign, Fields, FnArg, GenericArgument, ImplItem, Item, ItemFn,
    ItemStruct, LitStr, PatType, PathArguments, Stmt, TraitItem, Type, UnOp, parse_quote,
};

use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{self, CallingConvention, DefinitionId, DefinitionKind, Method, Schema};

use super::{enums, naming, packing, returned};

/// Refuses what cannot be put right: `__fastcall`, which Rust has on x86 only, and structs that windows-bindgen takes for
/// numbers where methods return them, since C++ returns all structs of methods in a place.
pub fn check(schema: &Schema, definitions: &[DefinitionId]) -> Result<(), Diagnostic> {
    let fast = |convention| convention == CallingConvention::Fast;
    let refuse = |name: &str, span| {
        let message = format!("`{name}` is `__fastcall`, which Rust cannot call on every machine");
        Err(Diagnostic::at(Code::UnsupportedConvention, span, message)
            .help("leave it out of the files that Rust is made of"))
    };
    for id in definitions {
        let definition = &schema[*id];
        match &definition.kind {
            DefinitionKind::Interface(interface) => {
                for method in &interface.methods {
                    if fast(method.convention) {
                        return refuse(&method.name, method.span);
                    }
                    if let Some(record) = returned::as_number(schema, method) {
                        return Err(not_in_place(schema, method, record));
                    }
                }
            }
            DefinitionKind::Function(function) if fast(function.convention) => {
                return refuse(&definition.name, definition.span);
            }
            DefinitionKind::Alias(alias) => {
                if let schema::Type::Function(function) = &alias.ty
                    && fast(function.convention)
                {
                    return refuse(&definition.name, definition.span);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn not_in_place(schema: &Schema, method: &Method, record: DefinitionId) -> Diagnostic {
    let (name, record) = (&method.name, &schema[record]);
    let message = format!(
        "`{name}` returns the struct `{}`, which windows-bindgen takes for a number",
        record.name
    );
    Diagnostic::at(Code::UnsupportedConvention, method.span, message)
        .also(record.span, "its only field is called `Value`")
        .help("call the field otherwise: its name is no part of the interface")
}

/// Makes the methods of the `_Impl` traits unsafe, since they are given pointers that only the vtable's caller vouches
/// for; `extern "C"` what the schema says is `__cdecl`, since windows-bindgen takes every method for stdcall; types
/// of enumerations; how structs are packed on which machine; unaligned what writes a returned struct, since C++ on x86 has
/// the place for it where four bytes begin; the `...` of function pointers; and the place of a returned struct what its
/// method returns, as Microsoft's compilers expect it.
pub fn corrected(schema: &Schema, mut file: syn::File) -> syn::File {
    enums::made_types(schema, &mut file);
    packing::by_machine(schema, &mut file);
    let wrong = Wrong::of(schema);
    for item in &mut file.items {
        match item {
            Item::Trait(item) => item.items.iter_mut().for_each(make_unsafe),
            Item::Struct(item) => slot_types(item, &wrong),
            Item::Type(item) if wrong.variadic.contains(&item.ident.to_string()) => {
                make_variadic(&mut item.ty);
            }
            Item::Impl(item) => {
                let vtable = type_name(&item.self_ty);
                for item in &mut item.items {
                    if let ImplItem::Fn(function) = item {
                        thunks(&vtable, &mut function.block.stmts, &wrong);
                    }
                }
            }
            _ => {}
        }
    }
    file
}

/// The vtable's name and the slot's.
type SlotName = (String, String);

/// The slots of the methods of which something is true.
fn slots(schema: &Schema, is_one: impl Fn(&Method) -> bool) -> HashSet<SlotName> {
    let mut slots = HashSet::new();
    for (_, definition) in schema.iter() {
        let DefinitionKind::Interface(interface) = &definition.kind else {
            continue;
        };
        let vtable = naming::vtable(&definition.name).to_string();
        for (method, slot) in interface.methods.iter().zip(naming::slots(interface)) {
            if is_one(method) {
                slots.insert((vtable.clone(), naming::ident(&slot).to_string()));
            }
        }
    }
    slots
}

/// The names of function pointers that any number of arguments can be given.
fn variadic_pointers(schema: &Schema) -> HashSet<String> {
    let definitions = schema.iter().map(|(_, definition)| definition);
    let variadic = definitions.filter(|definition| {
        matches!(&definition.kind, DefinitionKind::Alias(alias)
            if matches!(&alias.ty, schema::Type::Function(function) if function.variadic))
    });
    variadic
        .map(|definition| naming::raw(&definition.name))
        .collect()
}

/// What is put right.
struct Wrong {
    /// The slots whose functions are `__cdecl`.
    cdecl: HashSet<SlotName>,
    /// The slots of the methods that return a struct in a place.
    placed: HashSet<SlotName>,
    /// The function pointers that any number of arguments can be given.
    variadic: HashSet<String>,
}

impl Wrong {
    fn of(schema: &Schema) -> Self {
        Self {
            cdecl: slots(schema, |method| method.convention == CallingConvention::C),
            placed: slots(schema, |method| returned::is_in_place(schema, method)),
            variadic: variadic_pointers(schema),
        }
    }
}

fn make_unsafe(item: &mut TraitItem) {
    if let TraitItem::Fn(method) = item {
        method.sig.unsafety = Some(Default::default());
    }
}

/// `fn(a: A, ...)` instead of `fn(a: A)`, in the `Option` that a function pointer is.
fn make_variadic(option: &mut Type) {
    if let Type::Path(path) = option
        && let Some(PathArguments::AngleBracketed(arguments)) =
            path.path.segments.last_mut().map(|it| &mut it.arguments)
        && let Some(GenericArgument::Type(Type::BareFn(function))) = arguments.args.first_mut()
    {
        function.variadic = Some(BareVariadic {
            attrs: Vec::new(),
            name: None,
            dots: Default::default(),
            comma: None,
        });
    }
}

fn slot_types(item: &mut ItemStruct, wrong: &Wrong) {
    let vtable = item.ident.to_string();
    let Fields::Named(fields) = &mut item.fields else {
        return;
    };
    for field in &mut fields.named {
        let Some(name) = &field.ident else { continue };
        let slot = (vtable.clone(), name.to_string());
        let Type::BareFn(function) = &mut field.ty else {
            continue;
        };
        if wrong.cdecl.contains(&slot)
            && let Some(abi) = &mut function.abi
        {
            abi.name = Some(LitStr::new("C", Span::call_site()));
        }
        if wrong.placed.contains(&slot)
            && let Some(place) = function.inputs.iter().nth(1)
        {
            let place = &place.ty;
            function.output = parse_quote!(-> #place);
        }
    }
}

fn thunks(vtable: &str, statements: &mut [Stmt], wrong: &Wrong) {
    for statement in statements {
        let Stmt::Item(Item::Fn(function)) = statement else {
            continue;
        };
        let slot = (vtable.to_owned(), function.sig.ident.to_string());
        if wrong.cdecl.contains(&slot)
            && let Some(abi) = &mut function.sig.abi
        {
            abi.name = Some(LitStr::new("C", Span::call_site()));
        }
        if wrong.placed.contains(&slot) {
            returned_struct(function);
        }
    }
}

/// `place.write_unaligned(value)` instead of `*place = value`, and the place returned.
fn returned_struct(thunk: &mut ItemFn) {
    let Some(FnArg::Typed(PatType { pat: name, ty, .. })) = thunk.sig.inputs.iter().nth(1) else {
        return;
    };
    let returned = parse_quote!(#name);
    thunk.sig.output = parse_quote!(-> #ty);
    for statement in &mut thunk.block.stmts {
        let Stmt::Expr(Expr::Unsafe(body), _) = statement else {
            continue;
        };
        for statement in &mut body.block.stmts {
            if let Stmt::Expr(Expr::Assign(ExprAssign { left, right, .. }), _) = statement
                && let Expr::Unary(place) = &**left
                && matches!(place.op, UnOp::Deref(_))
            {
                let place = &place.expr;
                *statement = parse_quote!(#place.write_unaligned(#right););
            }
        }
        body.block.stmts.push(Stmt::Expr(returned, None));
        return;
    }
}

fn type_name(ty: &Type) -> String {
    match ty {
        Type::Path(path) => path
            .path
            .get_ident()
            .map_or(String::new(), ToString::to_string),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rust::raw;
    use crate::schema::RecordKind;
    use crate::schema::sample::{self, Sample, method};

    fn raw(convention: CallingConvention) -> Result<syn::File, Diagnostic> {
        let mut sample = Sample::new();
        let mut odd = method("Odd", crate::schema::Type::Void, Vec::new());
        odd.convention = convention;
        let even = method("Even", crate::schema::Type::Void, Vec::new());
        sample.interface("IOdd", None, Some("IUnknown"), vec![odd, even]);
        raw::generate(&sample.schema, &raw::definitions(&sample.schema))
    }

    #[test]
    fn a_cdecl_method_is_called_as_c_functions_are() {
        let text = prettyplease::unparse(&raw(CallingConvention::C).unwrap());
        let has = |part: &str| assert!(text.contains(part), "no `{part}` in:\n{text}");
        has("pub Odd: unsafe extern \"C\" fn(");
        has("unsafe extern \"C\" fn Odd<");
        has("pub Even: unsafe extern \"system\" fn(");
        has("unsafe extern \"system\" fn Even<");
        has("unsafe fn Odd(&self);");
    }

    #[test]
    fn a_returned_struct_that_is_taken_for_a_number_is_refused() {
        let returning = |field: &str| {
            let mut sample = Sample::new();
            let int = crate::schema::Type::Primitive(crate::schema::Primitive::I32);
            let ty = sample.record(
                "V",
                RecordKind::Struct,
                None,
                vec![sample::field(field, int)],
            );
            let get = method("Get", ty, Vec::new());
            sample.interface("IGet", None, Some("IUnknown"), vec![get]);
            raw::generate(&sample.schema, &raw::definitions(&sample.schema)).map(drop)
        };
        let error = returning("Value").unwrap_err();
        assert_eq!(error.code, Code::UnsupportedConvention);
        assert!(
            error.message.contains("the struct `V`"),
            "{}",
            error.message
        );
        assert_eq!(returning("value").map_err(|error| error.message), Ok(()));
    }

    #[test]
    fn fastcall_is_refused() {
        let error = raw(CallingConvention::Fast).err().unwrap();
        assert_eq!(error.code, Code::UnsupportedConvention);
        assert!(error.message.contains("`Odd`"), "{}", error.message);
    }
}
