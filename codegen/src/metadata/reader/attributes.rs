//! Attributes of Windows' metadata (ECMA-335, II.23.3), by the names it gives them.

use super::image::Bytes;
use super::tables::{Table, Tables, compressed};
use crate::schema::Guid;

/// What has attributes, as the first column of their table codes it.
#[derive(Clone, Copy)]
pub(super) enum Owner {
    MethodDef(usize),
    Field(usize),
    TypeDef(usize),
    Param(usize),
}

impl Owner {
    fn coded(self) -> usize {
        match self {
            Self::MethodDef(row) => (row + 1) << 5,
            Self::Field(row) => (row + 1) << 5 | 1,
            Self::TypeDef(row) => (row + 1) << 5 | 3,
            Self::Param(row) => (row + 1) << 5 | 4,
        }
    }
}

/// An attribute's name and the bytes of its arguments, without the prolog.
#[derive(Clone, Copy)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    arguments: &'a [u8],
}

impl<'a> Tables<'a> {
    /// The attributes of something.
    pub(super) fn attributes(&self, owner: Owner) -> impl Iterator<Item = Attribute<'a>> + '_ {
        self.equal(Table::CustomAttribute, 0, owner.coded())
            .filter_map(|row| {
                let constructor = self.cell(Table::CustomAttribute, row, 1)?;
                let value = self.blob(Table::CustomAttribute, row, 2)?;
                Some(Attribute {
                    name: self.constructed(constructor)?,
                    arguments: value.strip_prefix(&[1, 0])?,
                })
            })
    }

    /// The attribute of that name.
    pub(super) fn attribute(&self, owner: Owner, name: &str) -> Option<Attribute<'a>> {
        self.attributes(owner).find(|found| found.name == name)
    }

    /// The name of the class whose constructor this is.
    fn constructed(&self, constructor: usize) -> Option<&'a str> {
        let row = (constructor >> 3).checked_sub(1)?;
        if constructor & 7 == 2 {
            let class = self.owner(Table::TypeDef, 5, row)?;
            return Some(self.text(Table::TypeDef, class, 1));
        }
        let parent = self.cell(Table::MemberRef, row, 0)?;
        let class = (parent >> 3).checked_sub(1)?;
        match parent & 7 {
            0 => Some(self.text(Table::TypeDef, class, 1)),
            1 => Some(self.text(Table::TypeRef, class, 1)),
            _ => None,
        }
    }
}

impl<'a> Attribute<'a> {
    /// The first argument of `GuidAttribute`.
    pub(super) fn guid(self) -> Option<Guid> {
        let bytes = Bytes(self.arguments);
        let tail = self.arguments.get(8..)?.first_chunk()?;
        Some(Guid::from_fields(
            bytes.u32(0)?,
            bytes.u16(4)?,
            bytes.u16(6)?,
            *tail,
        ))
    }

    /// The first argument where it is a 32-bit integer.
    pub(super) fn integer(self) -> Option<u32> {
        Bytes(self.arguments).u32(0)
    }

    /// The first argument where it is text.
    pub(super) fn text(self) -> Option<&'a str> {
        let mut rest = self.arguments;
        text(&mut rest)
    }

    /// Name, first bit and width of a bit-field.
    pub(super) fn bit_field(self) -> Option<(&'a str, u8, u8)> {
        let mut rest = self.arguments;
        let name = text(&mut rest)?;
        let rest = Bytes(rest);
        let small = |at| u8::try_from(rest.u32(at)?).ok();
        Some((name, small(0)?, small(8)?))
    }

    /// The integer that is given to a property or field of the attribute.
    pub(super) fn named(self, wanted: &str) -> Option<u32> {
        let mut rest = self.arguments.get(2..)?;
        for _ in 0..Bytes(self.arguments).u16(0)? {
            let ty = *rest.get(1)?;
            rest = rest.get(2..)?;
            let name = text(&mut rest)?;
            let (value, length) = match ty {
                0x06 => (Bytes(rest).u16(0).map(u32::from), 2),
                0x08 => (Bytes(rest).u32(0), 4),
                0x0e => {
                    text(&mut rest)?;
                    (None, 0)
                }
                _ => return None,
            };
            if name == wanted {
                return value;
            }
            rest = rest.get(length..)?;
        }
        None
    }
}

/// A text with its length in front; takes it off the front.
fn text<'a>(bytes: &mut &'a [u8]) -> Option<&'a str> {
    let length = compressed(bytes)?;
    let (text, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    std::str::from_utf8(text).ok()
}
