//! Why a struct does not become a safe one.

use crate::rust::plan::reason::{Place, Reason};
use crate::schema::{Definition, Field};

/// Why a field has no rule.
pub(super) enum Why {
    /// For what it is.
    Is(Reason),
    /// For what it holds.
    Held(Place),
}

impl From<Reason> for Why {
    fn from(reason: Reason) -> Self {
        Self::Is(reason)
    }
}

impl Why {
    pub(super) fn in_field(self, definition: &Definition, field: &Field) -> Place {
        match self {
            Self::Is(reason) => Place {
                name: format!("{}::{}", definition.name, field.name),
                reason,
            },
            Self::Held(place) => place,
        }
    }
}
