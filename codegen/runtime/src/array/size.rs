//! Sizes that are computed.

use std::ops::{Add, Div, Mul, Sub};

/// A number of elements that an expression of the IDL says, or nothing where it cannot be told.
///
/// In C, such an expression is computed in the types of its operands, and wraps around at their end. Up to 2³¹-1 all of them
/// agree; where a number on the way is larger or negative, the size counts as unknown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Size(Option<i32>);

impl Size {
    /// The value of an operand.
    #[inline]
    pub fn of(value: impl TryInto<i32>) -> Self {
        Self::checked(value.try_into().ok())
    }

    /// Nobody knows how many.
    #[inline]
    pub const fn unknown() -> Self {
        Self(None)
    }

    fn checked(value: Option<i32>) -> Self {
        Self(value.filter(|value| *value >= 0))
    }

    fn combine(self, other: Self, operator: fn(i32, i32) -> Option<i32>) -> Self {
        let both = self.0.zip(other.0);
        Self::checked(both.and_then(|(left, right)| operator(left, right)))
    }
}

macro_rules! operators {
    ($($operator:ident::$function:ident as $checked:ident;)*) => {$(
        impl $operator for Size {
            type Output = Self;

            #[inline]
            fn $function(self, other: Self) -> Self {
                self.combine(other, i32::$checked)
            }
        }
    )*};
}

operators! {
    Add::add as checked_add;
    Sub::sub as checked_sub;
    Mul::mul as checked_mul;
    Div::div as checked_div;
}

/// Nobody knows how many there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnknownSize;

impl TryFrom<Size> for usize {
    type Error = UnknownSize;

    #[inline]
    fn try_from(size: Size) -> Result<Self, UnknownSize> {
        let value = size.0.ok_or(UnknownSize)?;
        Self::try_from(value).map_err(|_| UnknownSize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_computed() {
        let (three, seven) = (Size::of(3_u32), Size::of(7_i64));
        for (size, expected) in [
            (three + seven, 10),
            (seven - three, 4),
            (three * seven, 21),
            (seven / three, 2),
            (Size::of(u32::from(u16::MAX)) * Size::of(2), 131_070),
        ] {
            assert_eq!(usize::try_from(size), Ok(expected));
        }
    }

    #[test]
    fn what_could_wrap_around_is_unknown() {
        let (zero, one, large) = (Size::of(0), Size::of(1), Size::of(i32::MAX));
        for size in [
            Size::of(-1),
            Size::of(u32::MAX),
            Size::of(1_u64 << 32),
            zero - one,
            large + one,
            large * Size::of(2),
            one / zero,
            // Not even if it comes back.
            zero - one + one,
        ] {
            assert_eq!(usize::try_from(size), Err(UnknownSize));
        }
    }
}
