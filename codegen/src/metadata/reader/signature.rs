//! Types as signatures spell them (ECMA-335, II.23.2).

use super::tables::compressed;
use crate::schema::Primitive;

/// A type in a signature.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Signed {
    Void,
    Primitive(Primitive),
    /// The coded row of a `TypeDef` or `TypeRef`.
    Named(usize),
    /// A pointer, and whether its target is `const`.
    Pointer(Box<Signed>, bool),
    Array(Box<Signed>, u64),
}

/// Deeper nesting is none that a compiler wrote.
const DEEPEST: usize = 64;

/// More parameters than any method has.
const MOST_PARAMS: usize = 1024;

/// What a method returns, and the types of its parameters. `None` for what has no word in C: generic methods,
/// arrays and strings of the runtime.
pub(super) fn method(mut bytes: &[u8]) -> Option<(Signed, Vec<Signed>)> {
    let (flags, rest) = bytes.split_first()?;
    if flags & 0x10 != 0 {
        return None;
    }
    bytes = rest;
    let count = compressed(&mut bytes).filter(|count| *count <= MOST_PARAMS)?;
    let returns = ty(&mut bytes, DEEPEST)?.0;
    let params = (0..count)
        .map(|_| ty(&mut bytes, DEEPEST).map(|(ty, _)| ty))
        .collect::<Option<_>>()?;
    Some((returns, params))
}

/// Whether any number of arguments may follow those of a method's signature.
pub(super) fn is_variadic(bytes: &[u8]) -> bool {
    const CALLING_CONVENTION: u8 = 0x0f;
    const VARARG: u8 = 0x05;
    bytes
        .first()
        .is_some_and(|flags| flags & CALLING_CONVENTION == VARARG)
}

/// The type of a field.
pub(super) fn field(bytes: &[u8]) -> Option<Signed> {
    let (6, mut bytes) = bytes.split_first()? else {
        return None;
    };
    ty(&mut bytes, DEEPEST).map(|(ty, _)| ty)
}

/// A type, and whether it is said to be `const`. Windows' metadata says so once, in front of all levels of
/// pointers.
fn ty(bytes: &mut &[u8], depth: usize) -> Option<(Signed, bool)> {
    let deeper = depth.checked_sub(1)?;
    let mut is_const = false;
    loop {
        let (code, rest) = bytes.split_first()?;
        *bytes = rest;
        let primitive = match code {
            0x01 => return Some((Signed::Void, is_const)),
            0x02 => Primitive::Boolean,
            0x03 => Primitive::WideChar,
            0x04 => Primitive::I8,
            0x05 => Primitive::U8,
            0x06 => Primitive::I16,
            0x07 => Primitive::U16,
            0x08 => Primitive::I32,
            0x09 => Primitive::U32,
            0x0a => Primitive::I64,
            0x0b => Primitive::U64,
            0x0c => Primitive::F32,
            0x0d => Primitive::F64,
            0x18 => Primitive::ISize,
            0x19 => Primitive::USize,
            0x1f | 0x20 => {
                compressed(bytes)?;
                // The only modifier that Windows' metadata has is `IsConst`.
                is_const = true;
                continue;
            }
            0x0f => {
                let (target, const_target) = ty(bytes, deeper)?;
                let target = match (target, is_const) {
                    (Signed::Pointer(target, _), true) => Signed::Pointer(target, true),
                    (target, _) => target,
                };
                let pointer = Signed::Pointer(Box::new(target), is_const || const_target);
                return Some((pointer, is_const));
            }
            0x11 | 0x12 => return Some((Signed::Named(compressed(bytes)?), is_const)),
            0x14 => {
                let (element, _) = ty(bytes, deeper)?;
                let (1, 1) = (compressed(bytes)?, compressed(bytes)?) else {
                    return None;
                };
                let length = u64::try_from(compressed(bytes)?).ok()?;
                for _ in 0..compressed(bytes)? {
                    compressed(bytes)?;
                }
                return Some((Signed::Array(Box::new(element), length), is_const));
            }
            _ => return None,
        };
        return Some((Signed::Primitive(primitive), is_const));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Signed = Signed::Primitive(Primitive::I32);

    fn pointer(target: Signed, is_const: bool) -> Signed {
        Signed::Pointer(Box::new(target), is_const)
    }

    #[test]
    fn const_counts_for_all_levels_or_for_one() {
        assert_eq!(field(&[6, 0x0f, 0x08]), Some(pointer(LONG, false)));
        assert_eq!(
            field(&[6, 0x1f, 5, 0x0f, 0x0f, 0x08]),
            Some(pointer(pointer(LONG, true), true))
        );
        assert_eq!(field(&[6, 0x0f, 0x1f, 5, 0x08]), Some(pointer(LONG, true)));
    }

    #[test]
    fn arrays_and_methods_are_read() {
        let array = Signed::Array(Box::new(LONG), 4);
        assert_eq!(field(&[6, 0x14, 0x08, 1, 1, 4, 1, 0]), Some(array));
        assert_eq!(
            method(&[0x20, 1, 0x01, 0x11, 9]),
            Some((Signed::Void, vec![Signed::Named(9)]))
        );
    }

    #[test]
    fn what_c_has_no_word_for_and_what_is_cut_off_is_refused() {
        assert_eq!(field(&[6, 0x0e]), None);
        assert_eq!(field(&[6, 0x0f]), None);
        assert_eq!(field(&[6]), None);
        let bomb = [vec![6], vec![0x0f; 100_000], vec![0x08]].concat();
        assert_eq!(field(&bomb), None);
    }
}
