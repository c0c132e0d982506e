//! Records and typedefs that stand in a file once for each kind of machine, under one name: twins.
//!
//! Windows' metadata has many records that are packed on machines of 32 bits only, and integers as wide as pointers are. The schema
//! has one definition for them. Where twins differ in anything else, they are a name without fields.

use super::attributes::Owner;
use super::category::Category;
use super::file::Winmd;
use super::tables::Table;

/// x86, x64 and arm64, each a bit.
pub(super) const MACHINES: usize = 3;

/// Of more, none is read.
const MOST_TWINS: usize = MACHINES;

/// Types are not nested deeper, nor have twins more types inside them.
pub(super) const DEEPEST: usize = 16;
pub(super) const MOST_INSIDE: usize = 64;

impl Winmd<'_> {
    /// The machines that a type is for, where that is said of it or of a type around it.
    pub(super) fn machines(&self, row: usize) -> Option<u32> {
        let mut at = row;
        for _ in 0..DEEPEST {
            let owner = Owner::TypeDef(at);
            if let Some(said) = self
                .tables
                .attribute(owner, "SupportedArchitectureAttribute")
            {
                return said.integer();
            }
            at = match self.is_nested(at) {
                true => self.outside(at)?,
                false => return None,
            };
        }
        None
    }

    /// The first twin of a record or typedef: the one that stands for all.
    pub(super) fn first_twin(&self, row: usize) -> usize {
        let category = self.tables.category(row);
        let is_one = matches!(category, Some(Category::Record | Category::Typedef))
            && self.machines(row).is_some();
        let first = is_one.then(|| self.twins(row)).into_iter().flatten().next();
        first.unwrap_or(row)
    }

    /// A type and its twins, in the file's order.
    pub(super) fn twins(&self, row: usize) -> Vec<usize> {
        // From the outermost type inwards.
        let mut path = Vec::new();
        let mut outermost = row;
        while self.is_nested(outermost)
            && path.len() < DEEPEST
            && let Some(outer) = self.outside(outermost)
        {
            path.push(self.tables.text_bytes(Table::TypeDef, outermost, 1));
            outermost = outer;
        }
        let name = self.tables.text(Table::TypeDef, outermost, 1);
        let namespace = |row| self.tables.text_bytes(Table::TypeDef, row, 2);
        let mut twins = self.rows(name);
        twins.retain(|other| namespace(*other) == namespace(outermost));
        if twins.len() > MOST_TWINS {
            return vec![row];
        }
        for name in path.iter().rev() {
            let inside = |outer| {
                self.inside(outer)
                    .take(MOST_INSIDE)
                    .find(|inner| self.tables.text_bytes(Table::TypeDef, *inner, 1) == *name)
            };
            twins = twins.into_iter().filter_map(inside).collect();
        }
        match twins.contains(&row) {
            true => twins,
            false => vec![row],
        }
    }

    /// How a record is packed, with no regard to twins.
    pub(super) fn pack(&self, row: usize) -> Option<u8> {
        let layout = self.tables.equal(Table::ClassLayout, 2, row + 1).next()?;
        let pack = self.tables.cell(Table::ClassLayout, layout, 0)?;
        u8::try_from(pack).ok().filter(|pack| *pack != 0)
    }

    /// Whether a type is aligned in a way that IDL has no word for.
    pub(super) fn is_aligned(&self, row: usize) -> bool {
        let attribute = self
            .tables
            .attribute(Owner::TypeDef(row), "AlignmentAttribute");
        attribute.is_some()
    }

    /// Whether a definition is not the same on all machines.
    pub(super) fn differs(&self, row: usize) -> bool {
        let namespace = |row| self.tables.text_bytes(Table::TypeDef, row, 2);
        if self.machines(row).is_some_and(|machines| machines & 7 != 7) {
            return true;
        }
        // Types inside others may share a name.
        !self.is_nested(row)
            && self
                .rows(self.tables.text(Table::TypeDef, row, 1))
                .iter()
                .filter(|other| namespace(**other) == namespace(row))
                .nth(1)
                .is_some()
    }
}
