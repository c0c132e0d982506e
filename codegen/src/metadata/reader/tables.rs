//! The tables of metadata: rows of columns, whose widths depend on how long the heaps and other tables are.

use super::image::Streams;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A table that definitions are read from, by its number in ECMA-335, II.22.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Table {
    TypeRef = 0x01,
    TypeDef = 0x02,
    Field = 0x04,
    MethodDef = 0x06,
    Param = 0x08,
    InterfaceImpl = 0x09,
    MemberRef = 0x0a,
    Constant = 0x0b,
    CustomAttribute = 0x0c,
    ClassLayout = 0x0f,
    ModuleRef = 0x1a,
    ImplMap = 0x1c,
    NestedClass = 0x29,
}

/// A column of a table.
#[derive(Clone, Copy)]
enum Column {
    /// So many bytes.
    Fixed(usize),
    /// An offset in a heap; the number is the heap's bit in the flags of the header.
    Heap(u8),
    /// A row of that table.
    Row(usize),
    /// A row of one of these tables, whose place in the list takes so many bits.
    Coded(u8, &'static [usize]),
}

const TEXT: Column = Column::Heap(1);
const GUID: Column = Column::Heap(2);
const BLOB: Column = Column::Heap(4);
const U16: Column = Column::Fixed(2);
const U32: Column = Column::Fixed(4);
const TYPE: Column = Column::Coded(2, &[0x02, 0x01, 0x1b]);
const HAS_CONSTANT: Column = Column::Coded(2, &[0x04, 0x08, 0x17]);
const HAS_ATTRIBUTE: Column = Column::Coded(
    5,
    &[
        0x06, 0x04, 0x01, 0x02, 0x08, 0x09, 0x0a, 0x00, 0x0e, 0x17, 0x14, 0x11, 0x1a, 0x1b, 0x20,
        0x23, 0x26, 0x27, 0x28, 0x2a, 0x2c, 0x2b,
    ],
);
const MEMBER_PARENT: Column = Column::Coded(3, &[0x02, 0x01, 0x1a, 0x06, 0x1b]);
const ATTRIBUTE_TYPE: Column = Column::Coded(3, &[0x06, 0x0a]);
const SCOPE: Column = Column::Coded(2, &[0x00, 0x1a, 0x23, 0x01]);
const SEMANTICS: Column = Column::Coded(1, &[0x14, 0x17]);
const METHOD: Column = Column::Coded(1, &[0x06, 0x0a]);
const FORWARDED: Column = Column::Coded(1, &[0x04, 0x06]);
const MARSHAL: Column = Column::Coded(1, &[0x04, 0x08]);
const SECURITY: Column = Column::Coded(2, &[0x02, 0x06, 0x20]);

/// The columns of the tables up to the last one that is read; none for numbers that no table has.
const COLUMNS: [&[Column]; 0x2a] = [
    &[U16, TEXT, GUID, GUID, GUID],
    &[SCOPE, TEXT, TEXT],
    &[U32, TEXT, TEXT, TYPE, Column::Row(0x04), Column::Row(0x06)],
    &[Column::Row(0x04)],
    &[U16, TEXT, BLOB],
    &[Column::Row(0x06)],
    &[U32, U16, U16, TEXT, BLOB, Column::Row(0x08)],
    &[Column::Row(0x08)],
    &[U16, U16, TEXT],
    &[Column::Row(0x02), TYPE],
    &[MEMBER_PARENT, TEXT, BLOB],
    &[U16, HAS_CONSTANT, BLOB],
    &[HAS_ATTRIBUTE, ATTRIBUTE_TYPE, BLOB],
    &[MARSHAL, BLOB],
    &[U16, SECURITY, BLOB],
    &[U16, U32, Column::Row(0x02)],
    &[U32, Column::Row(0x04)],
    &[BLOB],
    &[Column::Row(0x02), Column::Row(0x14)],
    &[Column::Row(0x14)],
    &[U16, TEXT, TYPE],
    &[Column::Row(0x02), Column::Row(0x17)],
    &[Column::Row(0x17)],
    &[U16, TEXT, BLOB],
    &[U16, Column::Row(0x06), SEMANTICS],
    &[Column::Row(0x02), METHOD, METHOD],
    &[TEXT],
    &[BLOB],
    &[U16, FORWARDED, TEXT, Column::Row(0x1a)],
    &[U32, Column::Row(0x04)],
    &[U32, U32],
    &[U32],
    &[U32, Column::Fixed(8), U32, BLOB, TEXT, TEXT],
    &[U32],
    &[U32, U32, U32],
    &[Column::Fixed(8), U32, BLOB, TEXT, TEXT, BLOB],
    &[U32, Column::Row(0x23)],
    &[U32, U32, U32, Column::Row(0x23)],
    &[U32, TEXT, BLOB],
    &[U32, U32, TEXT, TEXT, Column::Coded(2, &[0x26, 0x23, 0x27])],
    &[U32, U32, TEXT, Column::Coded(2, &[0x26, 0x23, 0x27])],
    &[Column::Row(0x02), Column::Row(0x02)],
];

/// Where a table's rows lie.
#[derive(Clone, Default)]
struct Extent {
    start: usize,
    rows: usize,
    width: usize,
    /// Each column's offset in a row, and its width.
    columns: Vec<(usize, usize)>,
}

/// The tables of a file, and the heaps that they point into.
pub(super) struct Tables<'a> {
    streams: Streams<'a>,
    extents: Vec<Extent>,
    /// How many bytes of names and signatures may still be read.
    allowed: AtomicUsize,
}

impl<'a> Tables<'a> {
    pub(super) fn of(streams: Streams<'a>) -> Option<Self> {
        let header = streams.tables;
        let heaps = header.u8(6)?;
        let present = u64::from(header.u32(8)?) | u64::from(header.u32(12)?) << 32;
        let mut at = 24;
        let mut rows = [0; 64];
        for (number, rows) in rows.iter_mut().enumerate() {
            if present >> number & 1 == 1 {
                *rows = header.word(at)?;
                at += 4;
            }
        }
        let mut extents = Vec::with_capacity(COLUMNS.len());
        for (columns, count) in COLUMNS.iter().zip(rows) {
            let mut extent = Extent {
                start: at,
                rows: count,
                ..Extent::default()
            };
            for column in *columns {
                let width = column.width(heaps, &rows);
                extent.columns.push((extent.width, width));
                extent.width += width;
            }
            at = at.checked_add(extent.width.checked_mul(count)?)?;
            extents.push(extent);
        }
        // All rows that the header promises are there.
        streams.tables.0.get(..at)?;
        Some(Self {
            streams,
            extents,
            allowed: AtomicUsize::new(usize::MAX),
        })
    }

    /// Limits how many bytes of names and signatures can be read from now on: many rows may share them, and what a short
    /// file says must not grow without end.
    pub(super) fn allow(&mut self, bytes: usize) {
        self.allowed = AtomicUsize::new(bytes);
    }

    /// Whether all that was allowed has been read, so that what was read since is not what the file says.
    pub(super) fn is_exhausted(&self) -> bool {
        self.allowed.load(Ordering::Relaxed) == 0
    }

    /// Takes so many bytes off those that are allowed.
    fn spend(&self, bytes: usize) -> Option<()> {
        let allowed = self.allowed.load(Ordering::Relaxed);
        if allowed == usize::MAX {
            return Some(());
        }
        let left = allowed.checked_sub(bytes);
        self.allowed.store(left.unwrap_or(0), Ordering::Relaxed);
        left.map(|_| ())
    }

    /// How many rows a table has.
    pub(super) fn rows(&self, table: Table) -> usize {
        self.extents.get(table as usize).map_or(0, |e| e.rows)
    }

    /// A cell's number. Rows count from zero here; the numbers of rows in cells count from one.
    pub(super) fn cell(&self, table: Table, row: usize, column: usize) -> Option<usize> {
        let extent = self.extents.get(table as usize)?;
        let (offset, width) = *extent.columns.get(column)?;
        if row >= extent.rows {
            return None;
        }
        let at = extent.start + row * extent.width + offset;
        match width {
            2 => self.streams.tables.u16(at).map(usize::from),
            _ => self.streams.tables.word(at),
        }
    }

    /// Whether a type is inside another: its visibility says so.
    pub(super) fn is_nested(&self, row: usize) -> bool {
        const VISIBILITY: usize = 7;
        const PUBLIC: usize = 1;
        let flags = self.cell(Table::TypeDef, row, 0);
        flags.is_some_and(|flags| flags & VISIBILITY > PUBLIC)
    }

    /// The row, from zero, that a cell names.
    pub(super) fn row(&self, table: Table, row: usize, column: usize) -> Option<usize> {
        self.cell(table, row, column)?.checked_sub(1)
    }

    /// The bytes of a cell's text; none where it is longer than any name.
    pub(super) fn text_bytes(&self, table: Table, row: usize, column: usize) -> Option<&'a [u8]> {
        self.streams.strings.text(self.cell(table, row, column)?)
    }

    /// A cell's text; nothing where it is none.
    pub(super) fn text(&self, table: Table, row: usize, column: usize) -> &'a str {
        self.text_bytes(table, row, column)
            .filter(|bytes| self.spend(bytes.len()).is_some())
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }

    /// A cell's blob.
    pub(super) fn blob(&self, table: Table, row: usize, column: usize) -> Option<&'a [u8]> {
        let mut rest = self.streams.blobs.0.get(self.cell(table, row, column)?..)?;
        let length = compressed(&mut rest)?;
        self.spend(length)?;
        rest.get(..length)
    }

    /// The rows of `other` that belong to a row: from the one that it names up to the one that the next row names.
    pub(super) fn list(
        &self,
        table: Table,
        row: usize,
        column: usize,
        other: Table,
    ) -> Range<usize> {
        let all = self.rows(other);
        let first = self.row(table, row, column).unwrap_or(all);
        let next = self.row(table, row + 1, column).unwrap_or(all);
        first.min(all)..next.min(all)
    }

    /// The rows whose cell in a sorted column is `value`.
    pub(super) fn equal(&self, table: Table, column: usize, value: usize) -> Range<usize> {
        let first = self.first(table, |row| {
            self.cell(table, row, column).is_some_and(|at| at < value)
        });
        let end = self.first(table, |row| {
            self.cell(table, row, column).is_some_and(|at| at <= value)
        });
        first..end
    }

    /// The row whose list (see [`Self::list`]) holds the row `item`.
    pub(super) fn owner(&self, table: Table, column: usize, item: usize) -> Option<usize> {
        self.first(table, |row| {
            self.row(table, row, column).is_some_and(|at| at <= item)
        })
        .checked_sub(1)
    }

    /// The first row for which `before` is false, where it is true for all rows in front of it.
    pub(super) fn first(&self, table: Table, before: impl Fn(usize) -> bool) -> usize {
        let (mut low, mut high) = (0, self.rows(table));
        while low < high {
            let middle = low + (high - low) / 2;
            if before(middle) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

impl Column {
    fn width(self, heaps: u8, rows: &[usize; 64]) -> usize {
        let wide = match self {
            Self::Fixed(width) => return width,
            Self::Heap(bit) => heaps & bit != 0,
            Self::Row(table) => rows.get(table).is_some_and(|rows| *rows >= 1 << 16),
            Self::Coded(bits, tables) => tables
                .iter()
                .filter_map(|table| rows.get(*table))
                .any(|rows| *rows >= 1 << (16 - bits)),
        };
        if wide { 4 } else { 2 }
    }
}

/// An unsigned integer in one, two or four bytes (ECMA-335, II.23.2); takes it off the front.
pub(super) fn compressed(bytes: &mut &[u8]) -> Option<usize> {
    let (value, length) = match bytes {
        [a, ..] if a & 0x80 == 0 => (usize::from(*a), 1),
        [a, b, ..] if a & 0xc0 == 0x80 => (usize::from(a & 0x3f) << 8 | usize::from(*b), 2),
        [a, b, c, d, ..] if a & 0xe0 == 0xc0 => {
            let value = u32::from_be_bytes([a & 0x1f, *b, *c, *d]);
            (usize::try_from(value).ok()?, 4)
        }
        _ => return None,
    };
    *bytes = bytes.get(length..)?;
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compressed_integers_have_three_lengths() {
        let mut bytes: &[u8] = &[0x03, 0xae, 0x57, 0xc0, 0x00, 0x40, 0x00, 0x80];
        assert_eq!(compressed(&mut bytes), Some(3));
        assert_eq!(compressed(&mut bytes), Some(0x2e57));
        assert_eq!(compressed(&mut bytes), Some(0x4000));
        assert_eq!(compressed(&mut bytes), None);
    }
}
