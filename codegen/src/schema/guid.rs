//! GUIDs.

use std::fmt;
use std::str::FromStr;

/// A globally unique identifier: an IID, CLSID or the key of an annotation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Guid(pub u128);

impl Guid {
    /// The four parts as C spells them.
    pub fn fields(self) -> (u32, u16, u16, [u8; 8]) {
        let bytes = self.0.to_be_bytes();
        let [a, b, c, d, e, f, g, h, tail @ ..] = bytes;
        (
            u32::from_be_bytes([a, b, c, d]),
            u16::from_be_bytes([e, f]),
            u16::from_be_bytes([g, h]),
            tail,
        )
    }

    /// Puts the parts together.
    pub fn from_fields(data1: u32, data2: u16, data3: u16, data4: [u8; 8]) -> Self {
        Self(
            u128::from(data1) << 96
                | u128::from(data2) << 80
                | u128::from(data3) << 64
                | u128::from(u64::from_be_bytes(data4)),
        )
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (a, b, c, d) = self.fields();
        write!(f, "{a:08x}-{b:04x}-{c:04x}-{:02x}{:02x}-", d[0], d[1])?;
        d[2..].iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`, with or without braces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InvalidGuid;

impl FromStr for Guid {
    type Err = InvalidGuid;

    fn from_str(text: &str) -> Result<Self, InvalidGuid> {
        let bare = text
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'))
            .unwrap_or(text);
        let groups: Vec<&str> = bare.split('-').collect();
        let lengths = groups.iter().map(|group| group.len());
        if !lengths.eq([8, 4, 4, 4, 12])
            || !bare.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
        {
            return Err(InvalidGuid);
        }
        u128::from_str_radix(&groups.concat(), 16)
            .map(Self)
            .map_err(|_| InvalidGuid)
    }
}

impl serde::Serialize for Guid {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_fields_agree() {
        let text = "5024a386-2d44-486a-81a8-8f0ecb6071dd";
        let guid: Guid = text.parse().unwrap();
        assert_eq!(guid.to_string(), text);
        assert_eq!(format!("{{{text}}}").parse(), Ok(guid));
        let (a, b, c, d) = guid.fields();
        assert_eq!((a, b, c), (0x5024_a386, 0x2d44, 0x486a));
        assert_eq!(Guid::from_fields(a, b, c, d), guid);
        assert_eq!("5024a386-2d44".parse::<Guid>(), Err(InvalidGuid));
        assert_eq!(
            "5024a38+-2d44-486a-81a8-8f0ecb6071dd".parse::<Guid>(),
            Err(InvalidGuid)
        );
    }
}
