//! Structs that methods return.

use super::naming;
use crate::schema::{Method, Schema, WellKnown};

/// Whether a method writes what it returns to a place that its caller passes before the parameters, and returns that place: it
/// is a struct. (windows-bindgen takes one that it makes a tuple struct of for the number in it.)
pub(super) fn is_in_place(schema: &Schema, method: &Method) -> bool {
    let returns = &method.returns;
    let is_struct = |(id, _)| {
        schema.well_known(returns) == Some(WellKnown::Guid)
            || !naming::is_tuple(schema, &schema[id])
    };
    schema.as_record(returns).is_some_and(is_struct)
}
