//! Structs that are packed differently on machines of 32 and of 64 bits.
//!
//! Metadata has two of such a struct. windows-bindgen would make two of them for the three machines of Windows, and none for any
//! other. So it is given one that is packed (`metadata/record.rs`), and how much so on which machine is put right here.

use std::collections::HashMap;

use syn::{Attribute, Item, Meta, parse_quote};

use crate::schema::{DefinitionKind, Pack, Schema};

use super::naming;

/// Makes what the raw module says of the packing of structs depend on the machine where it does.
pub(super) fn by_machine(schema: &Schema, file: &mut syn::File) {
    let packs: HashMap<String, Pack> = schema
        .iter()
        .filter_map(|(_, definition)| match &definition.kind {
            DefinitionKind::Record(record) => {
                let name = naming::ident(&definition.name).to_string();
                Some((name, schema.effective_pack(record)))
            }
            _ => None,
        })
        .filter(|(_, pack)| pack.differs())
        .collect();
    for item in &mut file.items {
        let (name, attributes) = match item {
            Item::Struct(item) => (&item.ident, &mut item.attrs),
            Item::Union(item) => (&item.ident, &mut item.attrs),
            _ => continue,
        };
        let Some(pack) = packs.get(&name.to_string()) else {
            continue;
        };
        let is_repr = |attribute: &Attribute| attribute.path().is_ident("repr");
        if let Some(at) = attributes.iter().position(is_repr) {
            let (narrow, wide) = (repr(pack.narrow), repr(pack.wide));
            let by_machine: [Attribute; 2] = [
                parse_quote!(#[cfg_attr(target_pointer_width = "32", #narrow)]),
                parse_quote!(#[cfg_attr(target_pointer_width = "64", #wide)]),
            ];
            attributes.splice(at..=at, by_machine);
        }
    }
}

fn repr(bytes: Option<u8>) -> Meta {
    match bytes.map(proc_macro2::Literal::u8_unsuffixed) {
        Some(bytes) => parse_quote!(repr(C, packed(#bytes))),
        None => parse_quote!(repr(C)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rust::raw;
    use crate::schema::sample::{Sample, field};
    use crate::schema::{RecordKind, Type};

    #[test]
    fn each_machine_has_its_own() {
        let mut sample = Sample::new();
        let mut add = |name: &str, kind, narrow, wide| {
            let fields = vec![field("p", Type::pointer_to(Type::Void, false))];
            sample.record(name, kind, Pack { narrow, wide }, fields);
        };
        add("NARROW", RecordKind::Struct, Some(2), Some(8));
        add("BOTH", RecordKind::Union, Some(1), Some(4));
        add("SAME", RecordKind::Struct, None, Some(4));
        let schema = &sample.schema;
        let raw = raw::generate(schema, &raw::definitions(schema)).unwrap();
        let text = prettyplease::unparse(&raw);
        let has = |part: &str| assert!(text.contains(part), "no `{part}` in:\n{text}");
        has(
            "#[cfg_attr(target_pointer_width = \"32\", repr(C, packed(2)))]\n\
             #[cfg_attr(target_pointer_width = \"64\", repr(C))]\n\
             #[derive(Clone, Copy, Default)]\n\
             pub struct NARROW {",
        );
        has(
            "#[cfg_attr(target_pointer_width = \"32\", repr(C, packed(1)))]\n\
             #[cfg_attr(target_pointer_width = \"64\", repr(C, packed(4)))]\n\
             #[derive(Clone, Copy)]\n\
             pub union BOTH {",
        );
        has("#[repr(C, packed(4))]\n#[derive(Clone, Copy, Default)]\npub struct SAME {");
    }
}
