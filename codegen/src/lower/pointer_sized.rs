//! Integers that are as wide as pointers. A file may choose by the machine how wide one is; the schema is for all machines.

use super::Lowering;
use crate::schema::{DefinitionKind, Primitive, Type};
use crate::syntax::Width;
use crate::syntax::tree::Declarator;

/// The integers of Windows' own headers that are as wide as pointers, under every compiler.
const NAMES: &[&str] = &[
    "DWORD_PTR",
    "HANDLE_PTR",
    "INT_PTR",
    "LONG_PTR",
    "LPARAM",
    "LRESULT",
    "SHANDLE_PTR",
    "SIZE_T",
    "SSIZE_T",
    "UINT_PTR",
    "ULONG_PTR",
    "WPARAM",
    "size_t",
];

impl Lowering<'_> {
    /// What a typedef of those names is about: of one that everybody knows to be as wide as a pointer, or that the file makes as wide
    /// as that by asking for the machine, an integer as wide as a pointer.
    pub(super) fn pointer_sized(&self, base: Type, declarators: &[Declarator]) -> Type {
        let Type::Primitive(primitive) = *self.schema.resolve(&base) else {
            return base;
        };
        let other = match primitive {
            Primitive::I32 | Primitive::U32 => Width::Wide,
            _ => Width::Narrow,
        };
        let is_known = |declarator: &Declarator| {
            let name = declarator.name.as_ref();
            declarator.shape.is_empty()
                && name.is_some_and(|name| {
                    NAMES.contains(&name.text.as_str())
                        || self.program.other_width(&name.text) == Some(other)
                })
        };
        match of_sign(primitive) {
            Some(wide) if wide != primitive && declarators.iter().any(is_known) => {
                Type::Primitive(wide)
            }
            _ => base,
        }
    }
}

/// Of two definitions of an integer, the one that is as wide as a pointer, where the other one is so on some machines only.
pub(super) fn wider(a: &DefinitionKind, b: &DefinitionKind) -> Option<DefinitionKind> {
    let primitive = |kind: &DefinitionKind| match kind {
        DefinitionKind::Alias(alias) => match alias.ty {
            Type::Primitive(primitive) => Some(primitive),
            _ => None,
        },
        _ => None,
    };
    let (first, second) = (primitive(a)?, primitive(b)?);
    let wide = of_sign(first).filter(|_| of_sign(first) == of_sign(second) && first != second)?;
    let found = [(first, a), (second, b)]
        .into_iter()
        .find(|(primitive, _)| *primitive == wide);
    found.map(|(_, kind)| kind.clone())
}

/// The integer as wide as a pointer that has the sign of one which is so on some machines.
fn of_sign(primitive: Primitive) -> Option<Primitive> {
    use Primitive::{I32, I64, ISize, U32, U64, USize};
    match primitive {
        I32 | I64 | ISize => Some(ISize),
        U32 | U64 | USize => Some(USize),
        _ => None,
    }
}
