//! Whether two definitions of one name say the same, as a C compiler would see it.

use super::Lowering;
use crate::schema::{DefinitionId, DefinitionKind, Field, Method, Param, Schema, Target, Type};
use rustc_hash::FxHashSet;
use std::cell::RefCell;

impl Lowering<'_> {
    /// Whether a second definition repeats the first.
    pub(super) fn same(&self, a: &DefinitionKind, b: &DefinitionKind) -> bool {
        let comparison = Comparison {
            schema: &self.schema,
            compared: RefCell::default(),
        };
        comparison.same(a, b)
    }

    /// Whether a second definition of a type lies in memory as the first does, on every target.
    pub(super) fn same_layout(&mut self, id: DefinitionId, second: &DefinitionKind) -> bool {
        if !matches!(second, DefinitionKind::Alias(_) | DefinitionKind::Record(_)) {
            return false;
        }
        let first = extents(&self.schema, id);
        let kind = std::mem::replace(&mut self.schema[id].kind, second.clone());
        let second = extents(&self.schema, id);
        self.schema[id].kind = kind;
        first == second && first.is_some()
    }
}

/// The size and alignment of a type on every target.
pub(super) fn extents(schema: &Schema, id: DefinitionId) -> Option<Vec<(u64, u64)>> {
    let extent = |target| {
        let layout = schema.layout(&Type::Named(id), target).ok()?;
        Some((layout.size, layout.align))
    };
    Target::ALL.into_iter().map(extent).collect()
}

/// One comparison of two definitions.
struct Comparison<'a> {
    schema: &'a Schema,
    /// Pairs of named types that were compared, or are being compared. Names may lead to the same pair on so many ways
    /// that they could not all be gone.
    compared: RefCell<FxHashSet<(DefinitionId, DefinitionId)>>,
}

impl Comparison<'_> {
    fn same(&self, a: &DefinitionKind, b: &DefinitionKind) -> bool {
        match (a, b) {
            (DefinitionKind::Alias(a), DefinitionKind::Alias(b)) => self.same_type(&a.ty, &b.ty),
            (DefinitionKind::Record(a), DefinitionKind::Record(b)) => {
                a.kind == b.kind
                    && a.pack == b.pack
                    && all(&a.fields, &b.fields, |a, b| self.same_field(a, b))
            }
            (DefinitionKind::Enum(a), DefinitionKind::Enum(b)) => {
                all(&a.values, &b.values, |a, b| {
                    (&a.name, a.value) == (&b.name, b.value)
                })
            }
            (DefinitionKind::Interface(a), DefinitionKind::Interface(b)) => {
                a.iid == b.iid
                    && a.base == b.base
                    && all(&a.methods, &b.methods, |a, b| self.same_method(a, b))
            }
            (DefinitionKind::Dispinterface(a), DefinitionKind::Dispinterface(b)) => {
                a.iid == b.iid && all(&a.methods, &b.methods, |a, b| self.same_method(a, b))
            }
            (DefinitionKind::Coclass(a), DefinitionKind::Coclass(b)) => a == b,
            (DefinitionKind::Function(a), DefinitionKind::Function(b)) => {
                a.variadic == b.variadic
                    && self.same_type(&a.returns, &b.returns)
                    && all(&a.params, &b.params, |a, b| self.same_param(a, b))
            }
            _ => false,
        }
    }

    fn same_field(&self, a: &Field, b: &Field) -> bool {
        a.name == b.name && a.bits == b.bits && self.same_type(&a.ty, &b.ty)
    }

    fn same_method(&self, a: &Method, b: &Method) -> bool {
        a.name == b.name
            && self.same_type(&a.returns, &b.returns)
            && all(&a.params, &b.params, |a, b| self.same_param(a, b))
    }

    fn same_param(&self, a: &Param, b: &Param) -> bool {
        a.direction == b.direction && self.same_type(&a.ty, &b.ty)
    }

    fn same_type(&self, a: &Type, b: &Type) -> bool {
        if let (Type::Named(a), Type::Named(b)) = (a, b)
            && (a == b || !self.compared.borrow_mut().insert((*a, *b)))
        {
            // Where the pair differs, the first comparison says so.
            return true;
        }
        match (self.schema.resolve(a), self.schema.resolve(b)) {
            (Type::Pointer(a), Type::Pointer(b)) => {
                a.is_const == b.is_const && self.same_type(&a.target, &b.target)
            }
            (Type::Array(a), Type::Array(b)) => {
                a.len == b.len && self.same_type(&a.element, &b.element)
            }
            (Type::Function(a), Type::Function(b)) => {
                a.variadic == b.variadic
                    && self.same_type(&a.returns, &b.returns)
                    && all(&a.params, &b.params, |a, b| self.same_param(a, b))
            }
            (Type::SafeArray(Some(a)), Type::SafeArray(Some(b))) => self.same_type(a, b),
            (a, b) => a == b,
        }
    }
}

fn all<T>(a: &[T], b: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
}
