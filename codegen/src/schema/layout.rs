//! Size, alignment and field offsets, per target.

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
}
