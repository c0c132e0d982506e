//! What plain metadata says, with nothing of our own in it.

use super::added::stand_in;
use super::definition;
use super::file::Winmd;
use super::library::Library;
use super::places::Places;
use crate::lower::ExternalTypes;
use crate::schema::{DefinitionKind, Schema};
use crate::source::Span;

/// Everything that plain metadata defines, in its order, with what is added to it left out. The types that it names are
/// added to `schema`, where they are not in it.
pub(in crate::metadata) fn read_plain(
    bytes: &[u8],
    place: Span,
    schema: &mut Schema,
) -> Option<Vec<DefinitionKind>> {
    let file = Winmd::new(bytes)?;
    let library = Library::new(vec![(file, Places::whole(place))]);
    library
        .rows()
        .into_iter()
        .map(|at| {
            let read = definition::read(&library, at, place, &mut |id| {
                let name = library.name(id);
                let known = schema.find(&name);
                known.unwrap_or_else(|| stand_in(schema, &name, place))
            })?;
            Some(read.kind)
        })
        .collect()
}
