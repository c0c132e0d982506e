//! Structs that methods return.

use super::naming;
use crate::schema::{DefinitionId, Method, Schema, WellKnown};

/// Whether a method writes what it returns to a place that its caller passes before the parameters, and returns that place: it
/// is a struct.
pub(super) fn is_in_place(schema: &Schema, method: &Method) -> bool {
    schema.as_record(&method.returns).is_some() && as_number(schema, method).is_none()
}

/// The struct that a method returns, where windows-bindgen makes a tuple struct of it and takes it for the number in it.
pub(super) fn as_number(schema: &Schema, method: &Method) -> Option<DefinitionId> {
    let returns = &method.returns;
    let (id, _) = schema.as_record(returns)?;
    let is_number = schema.well_known(returns) != Some(WellKnown::Guid)
        && naming::is_tuple(schema, &schema[id]);
    is_number.then_some(id)
}
