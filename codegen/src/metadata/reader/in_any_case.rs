//! Types by their names, where the case of letters does not count.

use super::by_name::{is_nested, name_of};
use super::tables::{Table, Tables};
use rustc_hash::FxHasher;
use std::hash::Hasher;
use std::sync::OnceLock;

/// The rows of the types that are not inside others, by the hashes of their names in lower case: made when the first one is looked
/// up, since to go through Windows' names takes a millisecond.
#[derive(Default)]
pub(super) struct InAnyCase(OnceLock<Vec<(u64, usize)>>);

impl InAnyCase {
    /// The rows of the types whose name is that one but for the case of letters, in order.
    pub(super) fn rows(&self, tables: &Tables<'_>, name: &str) -> impl Iterator<Item = usize> {
        let index = self.0.get_or_init(|| indexed(tables));
        let name = name.as_bytes();
        let hash = folded(name);
        let first = index.partition_point(|(known, _)| *known < hash);
        let rest = index.get(first..).unwrap_or_default().iter();
        rest.take_while(move |(known, _)| *known == hash)
            .map(|(_, row)| *row)
            .filter(|row| {
                name_of(tables, *row).is_some_and(|known| known.eq_ignore_ascii_case(name))
            })
    }
}

fn indexed(tables: &Tables<'_>) -> Vec<(u64, usize)> {
    let rows = (0..tables.rows(Table::TypeDef)).filter(|row| !is_nested(tables, *row));
    let mut index: Vec<_> = rows
        .filter_map(|row| Some((folded(name_of(tables, row)?), row)))
        .collect();
    index.sort_unstable();
    index
}

fn folded(name: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    for byte in name {
        hasher.write_u8(byte.to_ascii_lowercase());
    }
    hasher.finish()
}
