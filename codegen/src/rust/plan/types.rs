//! Questions about types that the rules ask.

use crate::rust::naming;
use crate::schema::{
    DefinitionId, DefinitionKind, Field, Nullability, Pointee, Primitive, Record, Schema, Target,
    Type, WellKnown,
};
use proc_macro2::TokenStream;
use quote::quote;

/// Whether a pointer may be NULL.
pub(super) fn is_optional(pointee: &Pointee) -> bool {
    pointee.null != Nullability::NonNull
}

/// What stands behind the pointer to an interface, also one of unknown type.
pub(super) fn is_interface_or_void(schema: &Schema, target: &Type) -> bool {
    *schema.resolve(target) == Type::Void || schema.as_interface(target).is_some()
}

/// Whether every pattern of bits is a value of it, and none of its values is an address or says how far to read.
pub(super) fn is_plain(schema: &Schema, ty: &Type) -> bool {
    plain_to_depth(schema, ty, 16)
}

fn plain_to_depth(schema: &Schema, ty: &Type, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    if is_system_handle(schema, ty) {
        return true;
    }
    match schema.resolve(ty) {
        Type::Primitive(primitive) => *primitive != Primitive::BindingHandle,
        Type::Array(array) => array.len.is_some() && plain_to_depth(schema, &array.element, depth),
        Type::Named(id) => match &schema[*id].kind {
            DefinitionKind::Enum(_) => true,
            DefinitionKind::Record(record) => {
                let mut fields = record.fields.iter();
                !record.forward
                    && !is_disguise(record)
                    && fields.all(|field| {
                        stands_alone(schema, field) && plain_to_depth(schema, &field.ty, depth)
                    })
            }
            _ => false,
        },
        _ => false,
    }
}

/// Whether C++ on x86, which aligns its variables to four bytes, may have one where no reference in Rust can point.
pub(super) fn may_be_misaligned(schema: &Schema, ty: &Type) -> bool {
    let layout = schema.layout(ty, Target::X86);
    layout.map_or(true, |layout| layout.align > 4)
}

/// Whether a field is all that it seems. An array whose length another field tells, such as the `T a[1]` at the end
/// of many structs, is read as far as that says, whether or not an attribute says so, too; a text is read up to a zero.
fn stands_alone(schema: &Schema, field: &Field) -> bool {
    let pointee = &field.pointee;
    let is_first_of_many =
        matches!(schema.resolve(&field.ty), Type::Array(array) if array.len == Some(1));
    pointee.size.is_empty() && pointee.length.is_empty() && !pointee.string && !is_first_of_many
}

/// Whether a struct is there to make a handle a pointer type of its own, as `DECLARE_HANDLE` does: nobody has one.
pub(super) fn is_disguise(record: &Record) -> bool {
    matches!(record.fields.as_slice(), [field] if field.name == "unused")
}

/// Handles that are but numbers to who holds them: the system looks them up in a table of its own. Others of the kind
/// (`HGLOBAL`, `HMODULE`, `HCERTSTORE`) are addresses behind which somebody looks.
const SYSTEM_HANDLES: &[&str] = &[
    "HACCEL",
    "HBITMAP",
    "HBRUSH",
    "HCOLORSPACE",
    "HCURSOR",
    "HDC",
    "HDESK",
    "HDWP",
    "HENHMETAFILE",
    "HFONT",
    "HGDIOBJ",
    "HHOOK",
    "HICON",
    "HIMC",
    "HKEY",
    "HKL",
    "HMENU",
    "HMONITOR",
    "HPALETTE",
    "HPEN",
    "HRAWINPUT",
    "HRGN",
    "HWINEVENTHOOK",
    "HWINSTA",
    "HWND",
];

/// Whether it is one of them: an untyped pointer of that name.
fn is_system_handle(schema: &Schema, ty: &Type) -> bool {
    let Type::Named(id) = ty else { return false };
    SYSTEM_HANDLES.contains(&schema[*id].name.as_str())
        && matches!(schema.resolve(ty), Type::Pointer(pointer) if pointer.target == Type::Void)
}

/// Whether a wide or narrow text is meant: by the own attribute or that of a typedef.
pub(super) fn is_string(schema: &Schema, ty: &Type, pointee: &Pointee) -> bool {
    pointee.string || is_string_type(schema, ty)
}

/// Whether a typedef says that text is meant.
pub(super) fn is_string_type(schema: &Schema, ty: &Type) -> bool {
    let mut ty = ty;
    let mut string = false;
    for _ in 0..64 {
        match ty {
            Type::Named(id) => match &schema[*id].kind {
                DefinitionKind::Alias(alias) => {
                    string |= alias.pointee.string;
                    ty = &alias.ty;
                }
                _ => break,
            },
            _ => break,
        }
    }
    string
}

/// The path of an interface beside the raw module.
pub(super) fn interface_path(schema: &Schema, id: DefinitionId) -> TokenStream {
    let definition = &schema[id];
    if schema.well_known_definition(definition) == Some(WellKnown::IUnknown) {
        return quote!(IUnknown);
    }
    let name = naming::ident(&definition.name);
    quote!(raw::#name)
}

/// `Option<T>` or `T`.
pub(crate) fn optional_type(ty: TokenStream, optional: bool) -> TokenStream {
    if optional { quote!(Option<#ty>) } else { ty }
}
