//! Records that stand in a file once for each kind of machine, under one name: twins.
//!
//! Windows' metadata has many that are packed on machines of 32 bits only. The schema has one record for them. Where twins differ
//! in anything else, they are a name without fields.

use super::attributes::Owner;
use super::convert::{Category, Reading};
use super::file::Winmd;
use super::signature::{self, Signed};
use super::tables::Table;
use crate::schema::Pack;

/// x86, x64 and arm64, each a bit.
const MACHINES: usize = 3;

/// Of more, none is read.
const MOST_TWINS: usize = MACHINES;

/// Types are not nested deeper, nor have twins more types inside them.
const DEEPEST: usize = 16;
const MOST_INSIDE: usize = 64;

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

    /// The first twin of a record: the one that stands for all.
    pub(super) fn first_twin(&self, row: usize) -> usize {
        let is_one = self.category(row) == Some(Category::Record) && self.machines(row).is_some();
        let first = is_one.then(|| self.twins(row)).into_iter().flatten().next();
        first.unwrap_or(row)
    }

    /// A record and its twins, in the file's order.
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
}

impl Reading<'_, '_> {
    /// How a record is packed on each machine; `None` where that is not all in which it differs.
    pub(super) fn packs(&self, row: usize) -> Option<Pack> {
        if !self.file.differs(row) {
            let pack = Pack::everywhere(self.file.pack(row));
            return (!self.file.is_aligned(row)).then_some(pack);
        }
        let pack = self.packs_of_twins(row)?;
        let mut inside = Vec::new();
        let mut waiting: Vec<usize> = self.file.inside(row).take(MOST_INSIDE).collect();
        while let Some(row) = waiting.pop() {
            if inside.len() == MOST_INSIDE {
                return None;
            }
            if !inside.contains(&row) {
                inside.push(row);
                self.packs_of_twins(row)?;
                waiting.extend(self.file.inside(row).take(MOST_INSIDE));
            }
        }
        Some(pack)
    }

    fn packs_of_twins(&self, row: usize) -> Option<Pack> {
        let mut packs = [None; MACHINES];
        for twin in self.file.twins(row) {
            if self.file.is_aligned(twin) || !self.same_but_for_packing(row, twin) {
                return None;
            }
            let machines = self.file.machines(twin)?;
            for (bit, pack) in packs.iter_mut().enumerate() {
                if machines >> bit & 1 == 1 && pack.replace(self.file.pack(twin)).is_some() {
                    return None;
                }
            }
        }
        let [x86, x64, arm64] = packs;
        let (narrow, wide) = (x86?, x64?);
        (wide == arm64?).then_some(Pack { narrow, wide })
    }

    fn same_but_for_packing(&self, a: usize, b: usize) -> bool {
        let tables = &self.file.tables;
        let fields = |row| tables.list(Table::TypeDef, row, 4, Table::Field);
        let flags = |row| tables.cell(Table::TypeDef, row, 0);
        a == b
            || self.file.category(b) == Some(Category::Record)
                && flags(a) == flags(b)
                && fields(a).len() == fields(b).len()
                && fields(a).zip(fields(b)).all(|(a, b)| self.same_field(a, b))
    }

    fn same_field(&self, a: usize, b: usize) -> bool {
        let tables = &self.file.tables;
        let bits = |row| {
            let attributes = tables.attributes(Owner::Field(row));
            let bits = attributes.filter(|attribute| attribute.name == "NativeBitfieldAttribute");
            bits.map(|attribute| attribute.bit_field())
                .collect::<Vec<_>>()
        };
        let name = |row| tables.text_bytes(Table::Field, row, 1);
        let ty = |row| signature::field(tables.blob(Table::Field, row, 2)?);
        let same_type = match (ty(a), ty(b)) {
            (Some(a), Some(b)) => self.same_type(&a, &b),
            _ => false,
        };
        same_type && name(a) == name(b) && bits(a) == bits(b)
    }

    fn same_type(&self, a: &Signed, b: &Signed) -> bool {
        match (a, b) {
            (Signed::Pointer(a, const_a), Signed::Pointer(b, const_b)) => {
                const_a == const_b && self.same_type(a, b)
            }
            (Signed::Array(a, len_a), Signed::Array(b, len_b)) => {
                len_a == len_b && self.same_type(a, b)
            }
            // What is inside a twin is named by another row than what is inside the other.
            (Signed::Named(a), Signed::Named(b)) if a != b => {
                let found = |coded: usize| self.library.resolve(self.at, coded);
                found(*a).is_some() && found(*a) == found(*b)
            }
            (a, b) => a == b,
        }
    }
}
