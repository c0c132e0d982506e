//! Size, alignment and field offsets, per target.
//!
//! The rules are those of Microsoft's C compiler on Windows, whatever machine this runs on.

use rustc_hash::FxHashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{DefinitionId, DefinitionKind, Primitive, Record, RecordKind, Schema, Type};

/// A machine that COM runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// 32-bit.
    X86,
    /// 64-bit Intel and AMD.
    X64,
    /// 64-bit Arm.
    Arm64,
}

impl Target {
    /// Every target.
    pub const ALL: [Self; 3] = [Self::X86, Self::X64, Self::Arm64];

    /// Bytes in a pointer.
    pub fn pointer_size(self) -> u64 {
        match self {
            Self::X86 => 4,
            Self::X64 | Self::Arm64 => 8,
        }
    }
}

/// How a type lies in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Bytes from one array element to the next.
    pub size: u64,
    /// Every address is a multiple of it.
    pub align: u64,
    /// Where a record's fields lie; empty for anything else.
    pub fields: Vec<FieldLayout>,
}

/// Where a field lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldLayout {
    /// Bytes from the start of the record to the field, or to the storage unit of a bit-field.
    pub offset: u64,
    /// First bit of a bit-field within its storage unit.
    pub bit: Option<u8>,
}

/// Why a type has no layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayoutError {
    /// `void`, an interface by value, or a record that is only declared.
    Incomplete,
    /// A record that contains itself.
    Recursive,
    /// More than half of the address space.
    TooLarge,
}

impl Schema {
    /// How a type lies in memory on a target. A parameter that is spelled as an array is a pointer: that is for
    /// the caller to know; here an array is the elements themselves, and one without a length has one element,
    /// as MIDL writes it into headers.
    pub fn layout(&self, ty: &Type, target: Target) -> Result<Layout, LayoutError> {
        Layouts::new(self, target).of(ty)
    }

    /// Where a record's fields lie; nothing for a record without a layout.
    pub fn field_places(&self, record: &Record, target: Target) -> Vec<FieldLayout> {
        Layouts::new(self, target)
            .fields(record)
            .map_or(Vec::new(), |(_, fields)| fields)
    }

    /// What a type's address is a multiple of.
    pub(super) fn alignment(&self, ty: &Type, target: Target) -> Result<u64, LayoutError> {
        let extent = Layouts::new(self, target).extent(ty)?;
        Ok(extent.align)
    }
}

/// Size and alignment.
#[derive(Clone, Copy, Debug)]
struct Extent {
    size: u64,
    align: u64,
}

/// What is known of a record; `None` while those that it holds are laid out.
type Known = Option<Result<Extent, LayoutError>>;

/// The extents of a schema's records, as far as somebody asked for them: records hold records, and would be laid out once for
/// each that holds them. Who changes a definition forgets them all.
#[derive(Debug, Default)]
pub(super) struct Extents(Mutex<FxHashMap<(DefinitionId, Target), Known>>);

impl Extents {
    pub(super) fn forget(&mut self) {
        let known = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        known.clear();
    }

    fn lock(&self) -> MutexGuard<'_, FxHashMap<(DefinitionId, Target), Known>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A copy of a schema goes its own way.
impl Clone for Extents {
    fn clone(&self) -> Self {
        Self::default()
    }
}

struct Layouts<'a> {
    schema: &'a Schema,
    target: Target,
    known: MutexGuard<'a, FxHashMap<(DefinitionId, Target), Known>>,
}

impl<'a> Layouts<'a> {
    fn new(schema: &'a Schema, target: Target) -> Self {
        Self {
            schema,
            target,
            known: schema.extents.lock(),
        }
    }

    fn of(&mut self, ty: &Type) -> Result<Layout, LayoutError> {
        let Extent { size, align } = self.extent(ty)?;
        let fields = match self.schema.as_record(ty) {
            Some((_, record)) => self.fields(record)?.1,
            None => Vec::new(),
        };
        Ok(Layout {
            size,
            align,
            fields,
        })
    }

    fn extent(&mut self, ty: &Type) -> Result<Extent, LayoutError> {
        if let Some((id, _)) = self.record_in(ty) {
            self.learn(id);
        }
        self.known_extent(ty)
    }

    fn fields(&mut self, record: &Record) -> Result<(Extent, Vec<FieldLayout>), LayoutError> {
        for field in &record.fields {
            if let Some((id, _)) = self.record_in(&field.ty) {
                self.learn(id);
            }
        }
        self.known_fields(record)
    }

    /// The record that a type is, or that its elements are.
    fn record_in(&self, mut ty: &'a Type) -> Option<(DefinitionId, &'a Record)> {
        while let Type::Array(array) = self.schema.resolve(ty) {
            ty = &array.element;
        }
        self.schema.as_record(ty)
    }

    /// Lays out a record, and before it those that it holds, on a stack of its own: records hold records deeper than the
    /// machine's stack is.
    fn learn(&mut self, id: DefinitionId) {
        let mut waiting = vec![id];
        while let Some(id) = waiting.last().copied() {
            let DefinitionKind::Record(record) = &self.schema[id].kind else {
                waiting.pop();
                continue;
            };
            let at = (id, self.target);
            match self.known.get(&at) {
                Some(Some(_)) => {
                    waiting.pop();
                }
                Some(None) => {
                    let extent = match record.forward {
                        true => Err(LayoutError::Incomplete),
                        false => self.known_fields(record).map(|(extent, _)| extent),
                    };
                    self.known.insert(at, Some(extent));
                    waiting.pop();
                }
                None => {
                    self.known.insert(at, None);
                    let held = record.fields.iter();
                    let held = held.filter_map(|field| self.record_in(&field.ty));
                    let held = held.map(|(id, _)| id);
                    waiting.extend(held.filter(|id| !self.known.contains_key(&(*id, self.target))));
                }
            }
        }
    }

    /// The extent of a type whose records are known: those that are still laid out hold what is asked for.
    fn known_extent(&self, ty: &Type) -> Result<Extent, LayoutError> {
        let square = |size| Extent { size, align: size };
        let pointer = square(self.target.pointer_size());
        match self.schema.resolve(ty) {
            Type::Void => Err(LayoutError::Incomplete),
            Type::Primitive(primitive) => Ok(square(primitive_size(*primitive, self.target))),
            Type::Pointer(_) | Type::Function(_) | Type::SafeArray(_) => Ok(pointer),
            Type::Array(array) => {
                let element = self.known_extent(&array.element)?;
                let size = element.size.checked_mul(array.len.unwrap_or(1));
                Ok(Extent {
                    size: bounded(size)?,
                    align: element.align,
                })
            }
            Type::Named(id) => match &self.schema[*id].kind {
                DefinitionKind::Enum(_) => Ok(square(4)),
                DefinitionKind::Record(_) => match self.known.get(&(*id, self.target)) {
                    Some(Some(extent)) => *extent,
                    _ => Err(LayoutError::Recursive),
                },
                _ => Err(LayoutError::Incomplete),
            },
        }
    }

    fn known_fields(&self, record: &Record) -> Result<(Extent, Vec<FieldLayout>), LayoutError> {
        let mut cursor = Cursor::new(record.kind, record.pack.on(self.target));
        let mut fields = Vec::with_capacity(record.fields.len());
        for field in &record.fields {
            let extent = self.known_extent(&field.ty)?;
            fields.push(match field.bits {
                Some(width) => cursor.bits(extent, width)?,
                None => cursor.field(extent)?,
            });
        }
        Ok((cursor.finish()?, fields))
    }
}

/// Places one field after another.
struct Cursor {
    kind: RecordKind,
    pack: u64,
    size: u64,
    align: u64,
    /// The storage unit that the next bit-field may share.
    unit: Option<Unit>,
}

struct Unit {
    offset: u64,
    size: u64,
    used: u64,
}

impl Cursor {
    fn new(kind: RecordKind, pack: Option<u8>) -> Self {
        Self {
            kind,
            pack: pack.map_or(u64::MAX, |pack| u64::from(pack.max(1))),
            size: 0,
            align: 1,
            unit: None,
        }
    }

    fn field(&mut self, extent: Extent) -> Result<FieldLayout, LayoutError> {
        self.unit = None;
        let offset = self.place(extent)?;
        Ok(FieldLayout { offset, bit: None })
    }

    /// A bit-field shares the storage unit of the one before it only where both have a type of the same size and
    /// the bits fit. A width of zero ends the unit.
    fn bits(&mut self, extent: Extent, width: u8) -> Result<FieldLayout, LayoutError> {
        let width = u64::from(width);
        let bit = |used: u64| Some(u8::try_from(used).unwrap_or(u8::MAX));
        if width == 0 {
            let offset = self.unit.take().map_or(self.size, |unit| unit.offset);
            return Ok(FieldLayout {
                offset,
                bit: bit(0),
            });
        }
        if let Some(unit) = &mut self.unit
            && self.kind == RecordKind::Struct
            && unit.size == extent.size
            && unit.used + width <= unit.size * 8
        {
            let layout = FieldLayout {
                offset: unit.offset,
                bit: bit(unit.used),
            };
            unit.used += width;
            return Ok(layout);
        }
        let offset = self.place(extent)?;
        self.unit = Some(Unit {
            offset,
            size: extent.size,
            used: width,
        });
        Ok(FieldLayout {
            offset,
            bit: bit(0),
        })
    }

    fn place(&mut self, extent: Extent) -> Result<u64, LayoutError> {
        let align = extent.align.min(self.pack);
        self.align = self.align.max(align);
        let offset = match self.kind {
            RecordKind::Struct => bounded(self.size.checked_next_multiple_of(align))?,
            RecordKind::Union => 0,
        };
        let end = bounded(offset.checked_add(extent.size))?;
        self.size = self.size.max(end);
        Ok(offset)
    }

    /// A record without fields takes one byte, as in C++ (C has none).
    fn finish(self) -> Result<Extent, LayoutError> {
        let size = bounded(self.size.max(1).checked_next_multiple_of(self.align))?;
        Ok(Extent {
            size,
            align: self.align,
        })
    }
}

fn bounded(size: Option<u64>) -> Result<u64, LayoutError> {
    // The limit that C compilers have for one object on a 32-bit machine.
    size.filter(|size| *size <= 0x7fff_ffff)
        .ok_or(LayoutError::TooLarge)
}

fn primitive_size(primitive: Primitive, target: Target) -> u64 {
    match primitive {
        Primitive::Boolean | Primitive::Char | Primitive::I8 | Primitive::U8 => 1,
        Primitive::WideChar | Primitive::I16 | Primitive::U16 => 2,
        Primitive::I32 | Primitive::U32 | Primitive::F32 | Primitive::ErrorStatus => 4,
        Primitive::I64 | Primitive::U64 | Primitive::F64 => 8,
        Primitive::ISize | Primitive::USize | Primitive::BindingHandle => target.pointer_size(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Pack;
    use super::super::sample::{Sample, array, bits, field, pointer};
    use super::*;

    const U8: Type = Type::Primitive(Primitive::U8);
    const U16: Type = Type::Primitive(Primitive::U16);
    const U32: Type = Type::Primitive(Primitive::U32);
    const I64: Type = Type::Primitive(Primitive::I64);

    fn offsets(layout: &Layout) -> Vec<u64> {
        layout.fields.iter().map(|field| field.offset).collect()
    }

    fn record(
        kind: RecordKind,
        pack: impl Into<Pack>,
        fields: Vec<super::super::Field>,
        target: Target,
    ) -> Layout {
        let mut sample = Sample::new();
        let ty = sample.record("S", kind, pack, fields);
        sample.schema.layout(&ty, target).unwrap()
    }

    #[test]
    fn mapisib_is_what_outlook_passes() {
        let sample = Sample::mapisync();
        let ty = sample.named("MAPISIB");
        let layout = |target| sample.schema.layout(&ty, target).unwrap();
        let narrow = layout(Target::X86);
        assert_eq!((narrow.size, narrow.align), (20, 4));
        assert_eq!(offsets(&narrow), [0, 4, 8, 12, 16]);
        for target in [Target::X64, Target::Arm64] {
            let wide = layout(target);
            assert_eq!((wide.size, wide.align), (32, 8));
            assert_eq!(offsets(&wide), [0, 4, 8, 16, 24]);
        }
    }

    #[test]
    fn sixty_four_bit_integers_are_aligned_to_eight_on_x86_too() {
        let fields = vec![field("a", U32), field("b", I64)];
        let layout = record(RecordKind::Struct, None, fields, Target::X86);
        assert_eq!((layout.size, layout.align), (16, 8));
        assert_eq!(offsets(&layout), [0, 8]);
    }

    #[test]
    fn pack_caps_alignment() {
        let fields = || vec![field("a", U8), field("b", I64), field("c", U16)];
        let packed = |pack| record(RecordKind::Struct, Some(pack), fields(), Target::X64);
        assert_eq!(offsets(&packed(1)), [0, 1, 9]);
        assert_eq!((packed(1).size, packed(1).align), (11, 1));
        assert_eq!(offsets(&packed(4)), [0, 4, 12]);
        assert_eq!((packed(4).size, packed(4).align), (16, 4));
        assert_eq!((packed(16).size, packed(16).align), (24, 8));
    }

    #[test]
    fn pack_may_depend_on_the_machine() {
        let pack = Pack {
            narrow: Some(2),
            wide: None,
        };
        let fields = || vec![field("a", U8), field("b", I64), field("c", U16)];
        let layout = |target| record(RecordKind::Struct, pack, fields(), target);
        let narrow = layout(Target::X86);
        assert_eq!(offsets(&narrow), [0, 2, 10]);
        assert_eq!((narrow.size, narrow.align), (12, 2));
        for target in [Target::X64, Target::Arm64] {
            assert_eq!(offsets(&layout(target)), [0, 8, 16]);
            assert_eq!((layout(target).size, layout(target).align), (24, 8));
        }
    }

    #[test]
    fn union_members_start_at_zero() {
        let fields = vec![field("a", array(U8, 5)), field("b", U32)];
        let layout = record(RecordKind::Union, None, fields, Target::X64);
        assert_eq!((layout.size, layout.align), (8, 4));
        assert_eq!(offsets(&layout), [0, 0]);
    }

    #[test]
    fn bit_fields_share_a_unit_of_their_own_size_only() {
        let fields = vec![
            bits("a", U32, 3),
            bits("b", U32, 29),
            bits("c", U32, 1),
            bits("d", U8, 1),
            bits("e", U8, 7),
            bits("f", U8, 1),
            field("g", U16),
        ];
        let layout = record(RecordKind::Struct, None, fields, Target::X64);
        let places: Vec<_> = layout.fields.iter().map(|f| (f.offset, f.bit)).collect();
        let expected = [
            (0, Some(0)),
            (0, Some(3)),
            (4, Some(0)),
            (8, Some(0)),
            (8, Some(1)),
            (9, Some(0)),
            (10, None),
        ];
        assert_eq!(places, expected);
        assert_eq!((layout.size, layout.align), (12, 4));
    }

    #[test]
    fn a_bit_field_of_width_zero_ends_the_unit() {
        let fields = vec![bits("a", U32, 1), bits("", U32, 0), bits("b", U32, 1)];
        let layout = record(RecordKind::Struct, None, fields, Target::X64);
        assert_eq!(layout.size, 8);
        assert_eq!(layout.fields[2].offset, 4);
    }

    #[test]
    fn nested_records_keep_their_alignment() {
        let mut sample = Sample::new();
        let inner = sample.record("Inner", RecordKind::Struct, None, vec![field("a", I64)]);
        let fields = vec![field("a", U8), field("b", array(inner, 2))];
        let outer = sample.record("Outer", RecordKind::Struct, None, fields);
        let layout = sample.schema.layout(&outer, Target::X64).unwrap();
        assert_eq!((layout.size, layout.align), (24, 8));
        assert_eq!(offsets(&layout), [0, 8]);
    }

    #[test]
    fn a_record_without_fields_takes_a_byte() {
        let layout = record(RecordKind::Struct, None, Vec::new(), Target::X64);
        assert_eq!((layout.size, layout.align), (1, 1));
    }

    #[test]
    fn what_has_no_layout_says_why() {
        let mut sample = Sample::mapisync();
        let interface = sample.named("IMAPISync");
        let fields = vec![field("p", pointer(Type::Void)), field("v", Type::Void)];
        let holds_void = sample.record("HoldsVoid", RecordKind::Struct, None, fields);
        let huge = array(array(U32, 1 << 40), 1 << 40);
        let recursive = sample.record("Recursive", RecordKind::Struct, None, Vec::new());
        sample.set_fields("Recursive", vec![field("r", recursive.clone())]);
        let error = |ty| sample.schema.layout(&ty, Target::X64).unwrap_err();
        assert_eq!(error(interface), LayoutError::Incomplete);
        assert_eq!(error(holds_void), LayoutError::Incomplete);
        assert_eq!(error(huge), LayoutError::TooLarge);
        assert_eq!(error(recursive), LayoutError::Recursive);
    }
}
