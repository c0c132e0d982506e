//! Whether a struct that comes out can own what it points to.

use super::ruler::Ruler;
use super::why::Why;
use super::{FieldKind, FieldPlan, OwnedPlan};
use crate::rust::plan::reason::{Place, Reason};
use crate::rust::raw_types::is_path_to;
use crate::rust::{layout, naming};
use crate::schema::Definition;

impl Ruler<'_, '_> {
    /// Who owns what the fields point to, if it comes out.
    pub(super) fn owned(
        &self,
        definition: &Definition,
        fields: &[FieldPlan],
    ) -> Result<OwnedPlan, Place> {
        let name = naming::owned_name(&naming::ident(&definition.name)).to_string();
        if layout::is_imported(&name) || self.schema.find(&name).is_some() {
            return Err(Place {
                name: definition.name.clone(),
                reason: Reason::NoTypes,
            });
        }
        let mut owned = OwnedPlan {
            by_convention: true,
            is_required: false,
        };
        for field in fields {
            let refuse = |reason| Err(Why::Is(reason).in_field(definition, field.field));
            match &field.kind {
                FieldKind::Value(_)
                | FieldKind::Bool
                | FieldKind::Bstr
                | FieldKind::Count { .. } => {}
                FieldKind::Handle { .. } => return refuse(Reason::HandleOwner),
                FieldKind::Reference { .. }
                | FieldKind::Pointer { .. }
                | FieldKind::Records { .. } => return refuse(Reason::UnknownOwner),
                FieldKind::Text { .. } | FieldKind::NarrowText { .. } | FieldKind::Array { .. }
                    if is_const(field.raw_type) =>
                {
                    return refuse(Reason::NotOwned);
                }
                _ if field.field.pointee.allocator.is_some() => {
                    return refuse(Reason::UnknownAllocator);
                }
                FieldKind::Text { optional } | FieldKind::NarrowText { optional } => {
                    owned.is_required |= !optional;
                }
                FieldKind::Interface { optional, .. } => {
                    owned.is_required |= !optional;
                    owned.by_convention = false;
                }
                FieldKind::Array { .. } => owned.by_convention = false,
                FieldKind::Nested(_) => {
                    let nested = self.records.of(&field.field.ty).map(|plan| &plan.owned);
                    match nested {
                        Some(Ok(nested)) => {
                            owned.by_convention &= nested.by_convention;
                            owned.is_required |= nested.is_required;
                        }
                        Some(Err(place)) => return Err(place.clone()),
                        None => return refuse(Reason::Struct),
                    }
                }
            }
        }
        Ok(owned)
    }
}

/// Whether what a raw pointer points to is constant.
fn is_const(raw: &syn::Type) -> bool {
    match raw {
        syn::Type::Ptr(raw) => raw.mutability.is_none(),
        raw => is_path_to(raw, "PCWSTR") || is_path_to(raw, "PCSTR"),
    }
}
