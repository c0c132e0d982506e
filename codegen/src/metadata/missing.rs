//! What plain metadata leaves out of a schema, found by reading it back; see [`super::remainder`].

use super::reader;
use super::remainder::{Node, encode_definition, in_order_of_metadata};
use crate::schema::{Definition, DefinitionId, DefinitionKind, Schema};
use std::collections::HashMap;

/// What plain metadata, given as bytes, leaves out of the definitions of a schema.
pub(super) fn from_plain(schema: &Schema, plain: &[u8]) -> Option<HashMap<DefinitionId, Node>> {
    let ids = in_order_of_metadata(schema);
    let Some(first) = ids.first() else {
        return Some(HashMap::new());
    };
    let mut scratch = schema.clone();
    let place = schema[*first].span;
    let read = reader::read_plain(plain, place, &mut scratch)?;
    if read.len() != ids.len() {
        return None;
    }
    let of = |(id, kind): (DefinitionId, DefinitionKind)| {
        // Bit-fields share rows.
        let one_to_one = [&kind, &schema[id].kind]
            .into_iter()
            .all(|kind| match kind {
                DefinitionKind::Record(record) => record.fields.iter().all(|f| f.bits.is_none()),
                _ => true,
            });
        let plain = Definition {
            name: schema[id].name.clone(),
            span: place,
            docs: String::new(),
            own: true,
            kind,
        };
        let said = encode_definition(schema, &schema[id]);
        let plain = encode_definition(&scratch, &plain);
        (id, said.beyond(&plain, one_to_one))
    };
    Some(ids.into_iter().zip(read).map(of).collect())
}
