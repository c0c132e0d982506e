//! Assertions that the user's compiler checks: each vtable slot, each IID, and each record's layout.
//!
//! The raw module comes out of windows-bindgen, the assertions out of the schema: two ways that must meet.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::schema::{
    Completeness, DefinitionId, DefinitionKind, Guid, Interface, Layout, Record, Schema, Target,
    Type, WellKnown,
};

use super::naming;

/// Writes the assertions on `definitions`, those of the raw module.
pub fn generate(schema: &Schema, definitions: &[DefinitionId]) -> TokenStream {
    let blocks: Vec<TokenStream> = definitions
        .iter()
        .filter_map(|id| match &schema[*id].kind {
            DefinitionKind::Interface(interface) => {
                let checks = interface_checks(schema, *id, interface);
                (!checks.is_empty()).then(|| quote! { const _: () = { #checks }; })
            }
            DefinitionKind::Record(record) => record_checks(schema, *id, record),
            _ => None,
        })
        .collect();
    quote! {
        //! Checked when the crate is compiled: vtables, IIDs and layouts are what the IDL says.
        #![allow(dead_code, unused_imports, reason = "not every module has interfaces and records")]

        use core::mem::{align_of, offset_of, size_of};

        use windows_core::Interface;

        use super::raw;

        /// The bytes that so many slots take.
        const fn slots(count: usize) -> usize {
            count * size_of::<usize>()
        }

        const fn expect(holds: bool, otherwise: &str) {
            assert!(holds, "{}", otherwise);
        }

        #(#blocks)*
    }
}

fn interface_checks(schema: &Schema, id: DefinitionId, interface: &Interface) -> TokenStream {
    let name = &schema[id].name;
    let mut checks = TokenStream::new();
    // windows-bindgen keeps the IID of COM's interfaces only: nothing else can be queried for.
    if let Some(iid) = interface.iid
        && extends_unknown(schema, id)
    {
        let ty = naming::ident(name);
        let value = guid_literal(iid);
        let message = format!("the IID of `{name}` is not {iid}");
        checks.extend(quote! {
            expect(<raw::#ty as Interface>::IID.to_u128() == #value, #message);
        });
    }
    // Only the slots that are written are known of any other.
    if interface.completeness != Completeness::Full {
        return checks;
    }
    let vtable = naming::vtable(name);
    for (slot, field) in schema.own_slots(id).zip(naming::slots(interface)) {
        let field = naming::ident(&field);
        let index = Literal::usize_unsuffixed(slot.index);
        let message = format!(
            "`{name}::{}` is not in slot {}",
            slot.method.name, slot.index
        );
        checks.extend(quote! {
            expect(offset_of!(raw::#vtable, #field) == slots(#index), #message);
        });
    }
    let count = schema.slot_count(id);
    let slots = Literal::usize_unsuffixed(count);
    let message = format!("the vtable of `{name}` does not have {count} slots");
    checks.extend(quote! {
        expect(size_of::<raw::#vtable>() == slots(#slots), #message);
    });
    checks
}

/// Whether an interface's first slots are those of `IUnknown`. One that is only named counts as such, without a base.
fn extends_unknown(schema: &Schema, id: DefinitionId) -> bool {
    let root = schema.bases(id).last().unwrap_or(id);
    match &schema[root].kind {
        DefinitionKind::Interface(interface) if interface.completeness == Completeness::Full => {
            schema.well_known_definition(&schema[root]) == Some(WellKnown::IUnknown)
        }
        _ => true,
    }
}

/// As `GUID::from_u128` takes it, in the groups of a GUID.
fn guid_literal(guid: Guid) -> TokenStream {
    let text = format!("0x{}", guid.to_string().replace('-', "_"));
    text.parse().unwrap_or_else(|_| {
        let value = Literal::u128_unsuffixed(guid.0);
        quote! { #value }
    })
}

/// One block where the record lies alike on all targets, else one for each pointer size: 64-bit Intel and Arm agree
/// on everything that COM passes. A record without a layout has no check.
///
/// Where 32-bit systems other than Windows align 64-bit numbers to 4 bytes, as Linux on x86 does, what holds them is not
/// checked there.
fn record_checks(schema: &Schema, id: DefinitionId, record: &Record) -> Option<TokenStream> {
    let layout = |target| schema.layout(&Type::Named(id), target).ok();
    let narrow = layout(Target::X86)?;
    let wide = layout(Target::X64)?;
    let block = |layout: &Layout| {
        let checks = layout_checks(schema, id, record, layout);
        quote! { const _: () = { #checks }; }
    };
    let everywhere = narrow.align < 8;
    if narrow == wide {
        let cfg = (!everywhere).then(|| quote!(#[cfg(any(windows, target_pointer_width = "64"))]));
        let block = block(&wide);
        return Some(quote!(#cfg #block));
    }
    let cfg = match everywhere {
        true => quote!(target_pointer_width = "32"),
        false => quote!(all(windows, target_pointer_width = "32")),
    };
    let (narrow, wide) = (block(&narrow), block(&wide));
    Some(quote! {
        #[cfg(#cfg)]
        #narrow
        #[cfg(target_pointer_width = "64")]
        #wide
    })
}

fn layout_checks(
    schema: &Schema,
    id: DefinitionId,
    record: &Record,
    layout: &Layout,
) -> TokenStream {
    let definition = &schema[id];
    let name = &definition.name;
    let ty = naming::ident(name);
    let (size, align) = (layout.size, layout.align);
    let size_message = format!("`{name}` does not take {size} bytes");
    let align_message = format!("`{name}` is not aligned to {align}");
    let (size, align) = (
        Literal::u64_unsuffixed(size),
        Literal::u64_unsuffixed(align),
    );
    let mut checks = quote! {
        expect(size_of::<raw::#ty>() == #size, #size_message);
        expect(align_of::<raw::#ty>() == #align, #align_message);
    };
    let storage = schema.storage(record);
    for (piece, field) in storage.iter().zip(naming::fields(record, &storage)) {
        let Some(place) = piece.first().and_then(|first| layout.fields.get(first)) else {
            continue;
        };
        let message = format!("`{name}::{field}` is not at offset {}", place.offset);
        let offset = Literal::u64_unsuffixed(place.offset);
        let field = if naming::is_tuple(schema, definition) {
            quote! { 0 }
        } else {
            let field = naming::ident(&field);
            quote! { #field }
        };
        checks.extend(quote! {
            expect(offset_of!(raw::#ty, #field) == #offset, #message);
        });
    }
    checks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rust::layout::format;
    use crate::rust::raw;
    use crate::schema::sample::{Sample, from_idl};

    fn text(schema: &Schema) -> String {
        format(generate(schema, &raw::definitions(schema))).unwrap()
    }

    #[test]
    fn slots_iids_and_layouts_are_pinned() {
        let text = text(&from_idl(&["mapisync.idl"]));
        let has = |part: &str| assert!(text.contains(part), "no `{part}` in:\n{text}");
        has("offset_of!(raw::IMAPISyncProgressCallback_Vtbl, Done) == slots(5)");
        has("0x5024a385_2d44_486a_81a8_8f0ecb6071dd");
        has("size_of::<raw::MAPISIB>() == 20");
        has("size_of::<raw::MAPISIB>() == 32");
        has("\"`MAPISIB::phSyncDoneEvent` is not at offset 16\"");
        // Its vtable is longer than what is known of it.
        assert!(!text.contains("IMAPISession_Vtbl"), "{text}");
    }

    #[test]
    fn every_kind_is_asserted() {
        let sample = Sample::everything();
        let text = text(&sample.schema);
        expect_test::expect_file!["golden/asserts.rs"].assert_eq(&text);
    }
}
