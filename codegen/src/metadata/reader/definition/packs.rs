//! What stands for twins in the schema: one record that is packed differently, one integer as wide as a pointer.

use super::reading::Reading;
use crate::metadata::reader::attributes::Owner;
use crate::metadata::reader::category::Category;
use crate::metadata::reader::signature::{self, Signed};
use crate::metadata::reader::tables::Table;
use crate::metadata::reader::twins::{DEEPEST, MACHINES, MOST_INSIDE};
use crate::schema::{Pack, Primitive};

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
        let pack = |twin| {
            let is_same = self.same_but_for_packing(row, twin);
            is_same.then(|| self.file.pack(twin))
        };
        let (narrow, wide) = self.by_machine(row, pack)?;
        Some(Pack { narrow, wide })
    }

    /// What a typedef stands for that is not the same on all machines: an integer as wide as a pointer is, or a pointer to one.
    /// `None` where it is anything else.
    pub(super) fn as_wide_as_pointers(&self, row: usize) -> Option<Signed> {
        let (narrow, wide) = self.by_machine(row, |twin| self.value(twin))?;
        self.of_both(&narrow, &wide)
    }

    fn of_both(&self, narrow: &Signed, wide: &Signed) -> Option<Signed> {
        use Primitive::{I32, I64, ISize, U32, U64, USize};
        match (self.behind(narrow)?, self.behind(wide)?) {
            (Signed::Primitive(U32), Signed::Primitive(U64)) => Some(Signed::Primitive(USize)),
            (Signed::Primitive(I32), Signed::Primitive(I64)) => Some(Signed::Primitive(ISize)),
            (Signed::Pointer(narrow, of_const), Signed::Pointer(wide, also))
                if of_const == also =>
            {
                let target = self.of_both(&narrow, &wide)?;
                Some(Signed::Pointer(Box::new(target), of_const))
            }
            _ => None,
        }
    }

    /// What a type is behind typedefs.
    fn behind(&self, ty: &Signed) -> Option<Signed> {
        let mut ty = ty.clone();
        for _ in 0..DEEPEST {
            let Signed::Named(coded) = ty else {
                return Some(ty);
            };
            // What another file says, it says by rows of its own.
            let found = self.library.resolve(self.at, coded)?;
            if found.file != self.at || self.file.differs(found.row) {
                return None;
            }
            ty = self.value(found.row)?;
        }
        None
    }

    /// What the field of a typedef is.
    fn value(&self, row: usize) -> Option<Signed> {
        let tables = &self.file.tables;
        let mut fields = tables.list(Table::TypeDef, row, 4, Table::Field);
        let is_typedef = self.file.tables.category(row) == Some(Category::Typedef);
        let field = fields.next().filter(|_| is_typedef)?;
        signature::field(tables.blob(Table::Field, field, 2)?)
    }

    /// What `of` says of a type and its twins: for machines of 32 and of 64 bits. `None` where they are not for all machines, once
    /// each, or those of 64 bits differ.
    fn by_machine<T: Clone + PartialEq>(
        &self,
        row: usize,
        of: impl Fn(usize) -> Option<T>,
    ) -> Option<(T, T)> {
        let mut said: [Option<T>; MACHINES] = Default::default();
        for twin in self.file.twins(row) {
            if self.file.is_aligned(twin) {
                return None;
            }
            let machines = self.file.machines(twin)?;
            let value = of(twin)?;
            for (bit, said) in said.iter_mut().enumerate() {
                if machines >> bit & 1 == 1 && said.replace(value.clone()).is_some() {
                    return None;
                }
            }
        }
        let [x86, x64, arm64] = said;
        let (narrow, wide) = (x86?, x64?);
        (wide == arm64?).then_some((narrow, wide))
    }

    fn same_but_for_packing(&self, a: usize, b: usize) -> bool {
        let tables = &self.file.tables;
        let fields = |row| tables.list(Table::TypeDef, row, 4, Table::Field);
        let flags = |row| tables.cell(Table::TypeDef, row, 0);
        a == b
            || self.file.tables.category(b) == Some(Category::Record)
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
