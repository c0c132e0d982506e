//! The parts of a winmd file: where its streams lie in the image (ECMA-335, II.24 and II.25).

use std::ffi::CStr;

/// A longer name is none that a compiler wrote (ECMA-335, II.22 allows 1023 bytes).
const LONGEST_NAME: usize = 1023;

/// Reads integers and texts of bytes that may be anything.
#[derive(Clone, Copy)]
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn from(self, offset: usize) -> Option<Bytes<'a>> {
        self.0.get(offset..).map(Bytes)
    }

    pub(super) fn u8(self, offset: usize) -> Option<u8> {
        self.0.get(offset).copied()
    }

    pub(super) fn u16(self, offset: usize) -> Option<u16> {
        let bytes = self.0.get(offset..)?.first_chunk()?;
        Some(u16::from_le_bytes(*bytes))
    }

    pub(super) fn u32(self, offset: usize) -> Option<u32> {
        let bytes = self.0.get(offset..)?.first_chunk()?;
        Some(u32::from_le_bytes(*bytes))
    }

    /// An offset or a count of 32 bits.
    pub(super) fn word(self, offset: usize) -> Option<usize> {
        self.u32(offset)?.try_into().ok()
    }

    /// The bytes up to a zero; `None` for more than a name has.
    pub(super) fn text(self, offset: usize) -> Option<&'a [u8]> {
        let rest = self.0.get(offset..)?;
        let near = rest.get(..=LONGEST_NAME).unwrap_or(rest);
        CStr::from_bytes_until_nul(near).ok().map(CStr::to_bytes)
    }
}

/// The streams that hold definitions.
pub(super) struct Streams<'a> {
    pub(super) tables: Bytes<'a>,
    pub(super) strings: Bytes<'a>,
    pub(super) blobs: Bytes<'a>,
}

impl<'a> Streams<'a> {
    /// Finds the streams of an image; `None` for bytes that are no winmd.
    pub(super) fn of(image: &'a [u8]) -> Option<Self> {
        let image = Bytes(image);
        let root = metadata_root(image)?;
        if root.u32(0)? != 0x424A_5342 {
            return None;
        }
        let version_length = root.word(12)?;
        let mut header = 20_usize.checked_add(version_length)?;
        let count = root.u16(header.checked_sub(2)?)?;
        let (mut tables, mut strings, mut blobs) = (None, None, None);
        for _ in 0..count {
            let stream = root.from(root.word(header)?);
            let name = root.text(header + 8)?;
            match name {
                b"#~" => tables = stream,
                b"#Strings" => strings = stream,
                b"#Blob" => blobs = stream,
                _ => {}
            }
            // The name is padded to a multiple of four, its zero included.
            header += 8 + (name.len() / 4 + 1) * 4;
        }
        Some(Self {
            tables: tables?,
            strings: strings?,
            blobs: blobs?,
        })
    }
}

/// The bytes from the metadata's root on.
fn metadata_root(image: Bytes<'_>) -> Option<Bytes<'_>> {
    let pe = image.word(0x3c)?;
    if image.u32(pe)? != 0x4550 {
        return None;
    }
    let sections = image.u16(pe + 6)?;
    let optional = pe + 24;
    let first_section = optional + usize::from(image.u16(pe + 20)?);
    let directories = match image.u16(optional)? {
        0x10b => optional + 96,
        0x20b => optional + 112,
        _ => return None,
    };
    // A relative virtual address as an offset in the file.
    let place = |address: usize| {
        (0..usize::from(sections)).find_map(|at| {
            let section = first_section + at * 40;
            let inside = address.checked_sub(image.word(section + 12)?)?;
            let size = image.word(section + 16)?;
            (inside < size).then_some(image.word(section + 20)?.checked_add(inside)?)
        })
    };
    let runtime_header = place(image.word(directories + 14 * 8)?)?;
    image.from(place(image.word(runtime_header + 8)?)?)
}
