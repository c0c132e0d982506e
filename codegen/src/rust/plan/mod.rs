//! What each method becomes in safe Rust. Decided once, here, for callers and implementers alike: `client` and
//! `implement` only write it down.

mod allocated;
mod argument;
pub(crate) mod array;
mod element;
mod hand_written;
mod interface;
mod method;
mod names;
mod parameter;
pub mod reason;
mod records;
pub(crate) mod related;
mod rules;
mod types;

use super::Options;
use super::signatures::Signatures;
use crate::diagnostics::Diagnostic;
use crate::schema::{Completeness, Schema};
use hand_written::HandWritten;
use interface::interface;
use reason::{Raw, Reason, Summary};
use records::Records;
use std::collections::HashSet;

pub(crate) use allocated::{Allocated, Content};
pub(crate) use argument::{Argument, Passed, Side, Truth};
pub(crate) use element::Element;
pub(crate) use interface::InterfacePlan;
pub(crate) use method::{MethodKind, MethodPlan, Returns, SafeMethod, tuple};
pub(crate) use records::{FieldKind, FieldPlan, RecordPlan};
pub(crate) use types::optional_type;

/// The interfaces for which safe code is made, bases first.
pub(crate) struct Plan<'a> {
    pub interfaces: Vec<InterfacePlan<'a>>,
    /// The structs that hold pointers.
    pub records: Records<'a>,
}

impl<'a> Plan<'a> {
    /// The safe structs that methods take, and those that these hold.
    pub fn lent(&self) -> Vec<&RecordPlan<'a>> {
        self.records
            .reached(self.arguments().filter_map(|argument| match argument {
                Argument::Record { record, .. } => Some(record.to_string()),
                _ => None,
            }))
    }

    /// The safe structs that methods hand out, and those that these hold.
    pub fn handed_out(&self) -> Vec<&RecordPlan<'a>> {
        self.records
            .reached(self.arguments().filter_map(|argument| match argument {
                Argument::OutRecord { record, .. } => Some(record.to_string()),
                _ => None,
            }))
    }

    fn arguments(&self) -> impl Iterator<Item = &Argument> {
        let methods = self.interfaces.iter().flat_map(|plan| &plan.methods);
        let safe = methods.filter_map(|method| match &method.kind {
            MethodKind::Safe(safe) => Some(&safe.arguments),
            MethodKind::Raw(_) => None,
        });
        safe.flatten()
    }

    /// How much of the user's own interfaces is safe.
    pub fn summary(&self, schema: &Schema) -> Summary {
        let mut summary = Summary::default();
        for (_, definition, interface) in schema.own_interfaces() {
            summary.interfaces += 1;
            summary.methods += interface.methods.len();
            let planned = self
                .interfaces
                .iter()
                .find(|plan| plan.definition.name == definition.name);
            let mut raw = |method: &str, why: Raw| {
                let name = format!("{}::{method}", definition.name);
                summary.raw.push((name, why));
            };
            match planned {
                Some(plan) => {
                    for method in &plan.methods {
                        if let MethodKind::Raw(why) = &method.kind {
                            raw(&method.slot.name.to_string(), why.clone());
                        }
                    }
                }
                None => {
                    let reason = match interface.completeness {
                        Completeness::Full => Reason::NotUnknown,
                        _ => Reason::UnknownSlots,
                    };
                    for method in &interface.methods {
                        raw(&method.name, reason.into());
                    }
                }
            }
        }
        summary
    }
}

/// Decides for a whole schema, whose raw module windows-bindgen has written.
pub(crate) fn plan<'a>(
    schema: &'a Schema,
    raw: &'a Signatures,
    options: &Options,
) -> Result<Plan<'a>, Diagnostic> {
    let types = HandWritten::of(options)?;
    let records = Records::new(schema, raw, &types.views);
    let mut interfaces = Vec::new();
    let mut seen = HashSet::new();
    for (id, _, _) in schema.own_interfaces() {
        let mut chain: Vec<_> = schema.bases(id).collect();
        chain.reverse();
        for id in chain.into_iter().chain([id]) {
            if seen.insert(id) {
                interfaces.extend(interface(schema, raw, &types, &records, id, &interfaces));
            }
        }
    }
    Ok(Plan {
        interfaces,
        records,
    })
}
