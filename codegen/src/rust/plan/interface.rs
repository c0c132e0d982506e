//! What an interface becomes in safe Rust.

use super::hand_written::HandWritten;
use super::method::{MethodKind, MethodPlan};
use super::records::Records;
use super::{names, rules};
use crate::rust::naming;
use crate::rust::signatures::Signatures;
use crate::schema::{
    Completeness, Definition, DefinitionId, DefinitionKind, Interface, Schema, WellKnown,
};
use proc_macro2::Ident;

/// An interface.
pub(crate) struct InterfacePlan<'a> {
    pub definition: &'a Definition,
    pub interface: &'a Interface,
    pub name: Ident,
    /// The interface it extends, unless that is `IUnknown`.
    pub base: Option<Ident>,
    /// Whether it can be implemented, too: everything that takes is known.
    pub implementable: bool,
    pub methods: Vec<MethodPlan<'a>>,
}

/// `None` for what has no methods that can be called: `IUnknown`, opaque interfaces, and roots that are no COM interfaces.
pub(super) fn interface<'a>(
    schema: &'a Schema,
    raw: &'a Signatures,
    types: &HandWritten<'_>,
    records: &Records,
    id: DefinitionId,
    bases: &[InterfacePlan<'_>],
) -> Option<InterfacePlan<'a>> {
    let definition = &schema[id];
    let DefinitionKind::Interface(interface) = &definition.kind else {
        return None;
    };
    let is_unknown = |id| schema.well_known_definition(&schema[id]) == Some(WellKnown::IUnknown);
    let base = interface.base.filter(|base| !is_unknown(*base));
    let is_com = schema.bases(id).any(is_unknown);
    if interface.completeness != Completeness::Full || is_unknown(id) || !is_com {
        return None;
    }
    let slots = raw.slots(&naming::raw(&definition.name))?;
    let in_trait = raw
        .trait_methods(&naming::raw(&definition.name))
        .filter(|methods| methods.len() == slots.len());
    let base_plan = base.map(|base| {
        bases
            .iter()
            .find(|plan| plan.definition.name == schema[base].name)
    });
    let base_implementable =
        base_plan.is_none_or(|plan| plan.is_some_and(|plan| plan.implementable));
    let implementable = interface.iid.is_some() && in_trait.is_some() && base_implementable;
    let names = names::methods(interface.methods.iter());
    let methods = schema
        .own_slots(id)
        .zip(slots)
        .zip(names)
        .enumerate()
        .map(|(at, ((slot, raw_slot), name))| {
            let in_trait = in_trait
                .filter(|_| implementable)
                .and_then(|methods| methods.get(at));
            MethodPlan {
                method: slot.method,
                index: slot.index,
                name,
                slot: raw_slot,
                in_trait,
                parameters: names::parameters(slot.method.params.iter().map(|p| p.name.as_str())),
                kind: match rules::method(schema, types, records, slot.method, raw_slot, in_trait) {
                    Ok(safe) => MethodKind::Safe(safe),
                    Err(why) => MethodKind::Raw(why),
                },
            }
        })
        .collect();
    Some(InterfacePlan {
        definition,
        interface,
        name: naming::ident(&definition.name),
        base: base.map(|base| naming::ident(&schema[base].name)),
        implementable,
        methods,
    })
}
