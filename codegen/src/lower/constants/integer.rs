//! Integers with a width and a sign, as C computes with them. `long` has 32 bits, as on Windows.

use crate::schema::{BinaryOperator, Primitive};

/// An integer of one of the four types that C computes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lower) struct Integer {
    value: i128,
    wide: bool,
    unsigned: bool,
}

impl Integer {
    /// An `int`.
    pub(in crate::lower) fn int(value: i32) -> Self {
        Self {
            value: value.into(),
            wide: false,
            unsigned: false,
        }
    }

    /// A literal: the first of `int`, `unsigned int`, `__int64`, `unsigned __int64` that holds it, a `wide` one the first of the
    /// last two.
    pub(super) fn literal(value: u64, unsigned: bool, wide: bool) -> Self {
        let wide = wide || value > u64::from(u32::MAX);
        let sign_bit = if wide { 63 } else { 31 };
        Self {
            value: value.into(),
            wide,
            unsigned: unsigned || value >> sign_bit != 0,
        }
    }

    /// The value as a type holds it: truncated to its width, read with its sign. Types narrower than `int` are
    /// computed with as `int`.
    pub(in crate::lower) fn of_primitive(value: i128, ty: Primitive) -> Option<Self> {
        let (bits, unsigned) = width(ty)?;
        Some(Self {
            value: wrap(value, bits, unsigned),
            wide: bits == 64,
            unsigned: unsigned && bits >= 32,
        })
    }

    /// The value.
    pub(in crate::lower) fn value(self) -> i128 {
        self.value
    }

    /// The type it has, as MIDL names it.
    pub(in crate::lower) fn primitive(self) -> Primitive {
        match (self.wide, self.unsigned) {
            (false, false) => Primitive::I32,
            (false, true) => Primitive::U32,
            (true, false) => Primitive::I64,
            (true, true) => Primitive::U64,
        }
    }

    /// Whether C takes it for true.
    pub(super) fn is_true(self) -> bool {
        self.value != 0
    }

    pub(super) fn negate(self) -> Self {
        self.with(-self.value)
    }

    pub(super) fn complement(self) -> Self {
        self.with(!self.value)
    }

    /// `self operator other`; `None` for a division by zero.
    pub(super) fn binary(self, operator: BinaryOperator, other: Self) -> Option<Self> {
        use BinaryOperator::*;
        let common = Self {
            value: 0,
            wide: self.wide || other.wide,
            unsigned: match (self.wide, other.wide) {
                (true, false) => self.unsigned,
                (false, true) => other.unsigned,
                _ => self.unsigned || other.unsigned,
            },
        };
        let (a, b) = (
            common.with(self.value).value,
            common.with(other.value).value,
        );
        let truth = |truth: bool| Some(Self::int(truth.into()));
        match operator {
            Add => Some(common.with(a + b)),
            Subtract => Some(common.with(a - b)),
            Multiply => Some(common.with(a.wrapping_mul(b))),
            Divide => a.checked_div(b).map(|value| common.with(value)),
            Remainder => a.checked_rem(b).map(|value| common.with(value)),
            And => Some(common.with(a & b)),
            Or => Some(common.with(a | b)),
            Xor => Some(common.with(a ^ b)),
            // A shift has the type of its left side; the distance counts modulo the width, as processors do it.
            ShiftLeft => Some(self.with(self.value << self.distance(other))),
            ShiftRight => Some(self.with(self.value >> self.distance(other))),
            LogicalAnd => truth(self.is_true() && other.is_true()),
            LogicalOr => truth(self.is_true() || other.is_true()),
            Equal => truth(a == b),
            NotEqual => truth(a != b),
            Less => truth(a < b),
            LessEqual => truth(a <= b),
            Greater => truth(a > b),
            GreaterEqual => truth(a >= b),
        }
    }

    fn distance(self, by: Self) -> u32 {
        let width: i128 = if self.wide { 64 } else { 32 };
        u32::try_from(by.value.rem_euclid(width)).unwrap_or(0)
    }

    /// Another value of the same type.
    fn with(self, value: i128) -> Self {
        let bits = if self.wide { 64 } else { 32 };
        Self {
            value: wrap(value, bits, self.unsigned),
            ..self
        }
    }
}

/// Width in bits and whether unsigned, for a type that holds integers. Types as wide as a pointer count as 64
/// bits, so that no constant loses bits.
pub(super) fn width(ty: Primitive) -> Option<(u32, bool)> {
    Some(match ty {
        Primitive::I8 => (8, false),
        Primitive::Char | Primitive::Boolean | Primitive::U8 => (8, true),
        Primitive::I16 => (16, false),
        Primitive::WideChar | Primitive::U16 => (16, true),
        Primitive::I32 => (32, false),
        Primitive::U32 | Primitive::ErrorStatus => (32, true),
        Primitive::I64 | Primitive::ISize => (64, false),
        Primitive::U64 | Primitive::USize => (64, true),
        Primitive::F32 | Primitive::F64 | Primitive::BindingHandle => return None,
    })
}

/// How many bits a type has that can be a bit-field.
pub(in crate::lower) fn bit_count(ty: Primitive) -> Option<u32> {
    width(ty).map(|(bits, _)| bits)
}

/// The lowest `bits` bits, read with or without sign.
pub(super) fn wrap(value: i128, bits: u32, unsigned: bool) -> i128 {
    let unused = 128 - bits;
    if unsigned {
        ((value as u128) << unused >> unused) as i128
    } else {
        value << unused >> unused
    }
}

/// Whether the bits of `value` fit into the width; of a signed type the unsigned range counts too, since people
/// write `0x80004005` for an `HRESULT`.
pub(super) fn fits(value: i128, bits: u32) -> bool {
    value >= -(1 << (bits - 1)) && value < 1 << bits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int(value: i32) -> Integer {
        Integer::int(value)
    }

    #[test]
    fn literals_take_the_first_type_that_holds_them() {
        let types = [1, 0x8000_0000, 0x1_0000_0000, u64::MAX]
            .map(|value| Integer::literal(value, false, false).primitive());
        use Primitive::*;
        assert_eq!(types, [I32, U32, I64, U64]);
        assert_eq!(Integer::literal(1, true, false).primitive(), U32);
        assert_eq!(Integer::literal(1, false, true).primitive(), I64);
        assert_eq!(Integer::literal(1, true, true).primitive(), U64);
    }

    #[test]
    fn arithmetic_wraps_at_the_width_of_the_common_type() {
        let max = Integer::literal(0xffff_ffff, false, false);
        let sum = max.binary(BinaryOperator::Add, int(1)).unwrap();
        assert_eq!(sum.value(), 0);
        let less = int(-1).binary(BinaryOperator::Less, max).unwrap();
        assert_eq!(less.value(), 0, "-1 becomes the greatest unsigned value");
        let bit = int(1).binary(BinaryOperator::ShiftLeft, int(31)).unwrap();
        assert_eq!(bit.value(), i128::from(i32::MIN));
        assert_eq!(int(0).complement().value(), -1);
        assert_eq!(int(1).binary(BinaryOperator::Remainder, int(0)), None);
    }

    #[test]
    fn what_a_type_holds() {
        assert!(fits(0xffff, 16) && fits(-0x8000, 16));
        assert!(!fits(0x1_0000, 16) && !fits(-0x8001, 16));
        assert_eq!(wrap(0x8000_4005, 32, false), -0x7fff_bffb);
        assert_eq!(wrap(-1, 64, true), i128::from(u64::MAX));
    }
}
