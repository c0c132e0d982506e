//! Rows of metadata as definitions of the schema.

mod constant;
mod function;
mod interface;
mod packs;
mod reading;
mod record;
mod signature;
mod typedef;

use super::category::Category;
use super::library::{Library, Row};
use super::tables::Table;
use crate::lower::{External, ExternalId};
use crate::schema::DefinitionId;
use crate::source::Span;
use reading::Reading;
use typedef::alias;

/// Reads one definition; the types that it names are asked of `types`.
pub(in crate::metadata::reader) fn read(
    library: &Library<'_>,
    at: Row,
    place: Span,
    types: &mut dyn FnMut(ExternalId) -> DefinitionId,
) -> Option<External> {
    let file = library.file(at.file)?;
    let mut reading = Reading {
        library,
        file,
        at: at.file,
        place,
        types,
        missing: Vec::new(),
    };
    let row = at.row;
    let kind = match at.table {
        Table::MethodDef => reading.function(row),
        Table::Field => reading.constant(row),
        _ => match file.tables.category(row) {
            Some(Category::Interface) => Some(reading.interface(row)),
            Some(Category::Enum) => Some(reading.enumeration(row)),
            Some(Category::Coclass) => reading.coclass(row),
            Some(Category::Record) => match reading.packs(row) {
                Some(pack) => reading.record(row, pack),
                None => return Some(differing()),
            },
            Some(Category::Typedef) if file.differs(row) => {
                match reading.as_wide_as_pointers(row) {
                    Some(signed) => Some(alias(reading.ty(&signed))),
                    None => return Some(differing()),
                }
            }
            Some(_) if file.differs(row) || file.is_aligned(row) => return Some(differing()),
            Some(Category::Typedef) => reading.typedef(row),
            Some(Category::Delegate) => reading.delegate(row),
            None => None,
        },
    };
    Some(match kind {
        Some(kind) => External {
            kind,
            is_read: true,
            missing: reading.missing,
            ..External::unknown()
        },
        None => External::unknown(),
    })
}

/// What is known of something that is not the same on all machines.
fn differing() -> External {
    External {
        differs: true,
        is_read: true,
        ..External::unknown()
    }
}
