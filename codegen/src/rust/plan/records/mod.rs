//! What a struct that holds pointers becomes in safe Rust: a struct whose fields borrow, by the rules that parameters go by.

mod fields;
mod owned;
mod ruler;
mod why;

use super::hand_written::ViewTypes;
use super::reason::Place;
use crate::rust::signatures::Signatures;
use crate::schema::{Definition, DefinitionId, DefinitionKind, Direction, Field, Schema, Type};
use proc_macro2::{Ident, TokenStream};
use ruler::Ruler;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The structs of a schema that hold pointers.
pub(crate) struct Records<'a> {
    schema: &'a Schema,
    rulings: HashMap<DefinitionId, Result<RecordPlan<'a>, Place>>,
}

/// A struct that becomes a safe one.
pub(crate) struct RecordPlan<'a> {
    pub definition: &'a Definition,
    /// Its name, there as here.
    pub name: Ident,
    pub fields: Vec<FieldPlan<'a>>,
    /// Whether all that is copied implements `Debug`.
    pub is_debug: bool,
    /// Whether a safe struct can own what it points to.
    pub owned: Result<OwnedPlan, Place>,
}

/// What is to be known of a struct that comes out.
#[derive(Clone, Copy)]
pub(crate) struct OwnedPlan {
    /// Whether it holds nothing but texts, which are given away even where nothing is marshaled.
    pub by_convention: bool,
    /// Whether something has to be there.
    pub is_required: bool,
}

/// A field.
pub(crate) struct FieldPlan<'a> {
    pub field: &'a Field,
    /// Its safe name; that of a count is not used.
    pub name: Ident,
    /// Its raw name and type.
    pub raw: &'a Ident,
    pub raw_type: &'a syn::Type,
    pub kind: FieldKind,
}

/// What a field becomes.
pub(crate) enum FieldKind {
    /// A copy of plain data.
    Value(TokenStream),
    /// `bool` for a `BOOL`.
    Bool,
    /// Wide text.
    Text { optional: bool },
    /// Narrow text.
    NarrowText { optional: bool },
    /// An interface.
    Interface {
        interface: TokenStream,
        optional: bool,
    },
    /// A handle that is lent.
    Handle { optional: bool },
    /// Counted wide text; NULL is the empty one.
    Bstr,
    /// One piece of plain data elsewhere.
    Reference {
        target: TokenStream,
        optional: bool,
        /// Whether C++ on x86 may have it where no reference can point.
        misaligned: bool,
    },
    /// Plain data or interfaces elsewhere, as many as a count says; NULL is the empty slice.
    Array {
        element: TokenStream,
        /// The field with the count.
        count: usize,
        /// Whether C++ on x86 may have its elements where no slice can point.
        misaligned: bool,
    },
    /// The count of these arrays: they know it themselves.
    Count { arrays: Vec<usize> },
    /// Another such struct in place.
    Nested(Ident),
    /// Another such struct elsewhere.
    Pointer { record: Ident, optional: bool },
    /// Other such structs elsewhere, as many as a count says; NULL is none.
    Records {
        record: Ident,
        /// The field with the count.
        count: usize,
    },
}

impl<'a> Records<'a> {
    /// Rules on every struct.
    pub fn new(schema: &'a Schema, raw: &'a Signatures, views: &BTreeMap<&str, ViewTypes>) -> Self {
        let mut ruler = Ruler {
            schema,
            raw,
            views,
            open: Vec::new(),
            records: Self {
                schema,
                rulings: HashMap::new(),
            },
        };
        for (id, definition) in schema.iter() {
            if matches!(definition.kind, DefinitionKind::Record(_)) {
                ruler.rule(id);
            }
        }
        ruler.records
    }

    /// The safe struct that stands for a type.
    pub fn of(&self, ty: &Type) -> Option<&RecordPlan<'a>> {
        let (id, _) = self.schema.as_record(ty)?;
        self.rulings.get(&id)?.as_ref().ok()
    }

    /// What keeps a struct, or one that a pointer points to, from becoming a safe one; or one that owns what it points to, if it
    /// comes out.
    pub fn refusal(&self, ty: &Type, direction: Direction) -> Option<Place> {
        let mut target = ty;
        while let Type::Pointer(pointer) = self.schema.resolve(target) {
            target = &pointer.target;
        }
        let (id, _) = self.schema.as_record(target)?;
        match (self.rulings.get(&id)?, direction) {
            (Err(place), _) => Some(place.clone()),
            (Ok(plan), Direction::Out) => plan.owned.as_ref().err().cloned(),
            (Ok(_), _) => None,
        }
    }

    /// The structs of these names and all that they hold, in the schema's order.
    pub fn reached(&self, from: impl Iterator<Item = String>) -> Vec<&RecordPlan<'a>> {
        let mut waiting: Vec<_> = from.collect();
        let mut reached = BTreeSet::new();
        let definitions = self.schema.iter();
        let last = definitions.filter(|(id, it)| self.schema.find(&it.name) == Some(*id));
        let plans: Vec<_> = last
            .filter_map(|(id, _)| self.rulings.get(&id)?.as_ref().ok())
            .collect();
        while let Some(name) = waiting.pop() {
            let plan = plans.iter().find(|plan| plan.name == name);
            if reached.insert(name)
                && let Some(plan) = plan
            {
                let held = plan.fields.iter().filter_map(|field| field.kind.record());
                waiting.extend(held.map(ToString::to_string));
            }
        }
        let is_reached = |plan: &&RecordPlan| reached.contains(&plan.name.to_string());
        plans.into_iter().filter(is_reached).collect()
    }
}

impl FieldKind {
    /// The safe struct that it holds.
    fn record(&self) -> Option<&Ident> {
        match self {
            Self::Nested(record) | Self::Pointer { record, .. } | Self::Records { record, .. } => {
                Some(record)
            }
            _ => None,
        }
    }
}
