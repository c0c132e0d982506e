//! What a struct that holds pointers becomes in safe Rust: a struct whose fields borrow, by the rules that parameters go by.

use super::parameter::{Memory, Rules, Ruling};
use super::reason::{Place, Reason};
use super::types;
use super::{Argument, Truth, ViewTypes, names, related};
use crate::rust::raw_types::is_path_to;
use crate::rust::signatures::{Signatures, Struct};
use crate::rust::{layout, naming};
use crate::schema::{
    ArrayType, Definition, DefinitionId, DefinitionKind, Direction, Expression, Field, Ownership,
    Pack, Param, PointerType, Record, RecordKind, Schema, Storage, Type, WellKnown,
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
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

/// How many structs, each of which holds the next, are looked at before the first is decided. Files that define what they use
/// before they use it need no more than one.
const MAX_DEPTH: usize = 32;

/// Rules on structs, those that they hold first.
struct Ruler<'a, 'v> {
    schema: &'a Schema,
    raw: &'a Signatures,
    views: &'v BTreeMap<&'v str, ViewTypes>,
    /// Structs whose fields are being looked at.
    open: Vec<DefinitionId>,
    records: Records<'a>,
}

impl<'a> Ruler<'a, '_> {
    fn rule(&mut self, id: DefinitionId) {
        if self.records.rulings.contains_key(&id) {
            return;
        }
        let ruling = self.record(id);
        self.records.rulings.insert(id, ruling);
    }

    fn record(&mut self, id: DefinitionId) -> Result<RecordPlan<'a>, Place> {
        let definition = &self.schema[id];
        let refuse = |reason| Place {
            name: definition.name.clone(),
            reason,
        };
        let DefinitionKind::Record(record) = &definition.kind else {
            return Err(refuse(Reason::Struct));
        };
        let raw = self.shape(definition, record).map_err(refuse)?;
        let counts: Vec<_> = record
            .fields
            .iter()
            .map(|field| self.count(record, field))
            .collect();
        let is_count = |at: usize| counts.contains(&Some(at));
        let seen = record.fields.iter().enumerate();
        let seen = seen.filter(|(at, _)| !is_count(*at));
        // A count is not seen, so that it takes no name away.
        let mut names = names::fields(seen.map(|(_, field)| field.name.as_str())).into_iter();
        self.open.push(id);
        let fields = record.fields.iter().zip(&raw.fields).enumerate();
        let fields = fields.map(|(at, (field, raw))| {
            let arrays = (0..counts.len()).filter(|array| counts[*array] == Some(at));
            let (name, kind) = match is_count(at) {
                true => {
                    let arrays = arrays.collect();
                    (None, Ok(FieldKind::Count { arrays }))
                }
                false => (names.next(), self.field(field, counts[at], &raw.ty)),
            };
            let kind = kind.map_err(|why| why.in_field(definition, field))?;
            Ok(FieldPlan {
                field,
                name: name.unwrap_or_else(|| raw.name.clone()),
                raw: &raw.name,
                raw_type: &raw.ty,
                kind,
            })
        });
        let fields: Result<Vec<_>, Place> = fields.collect();
        self.open.pop();
        let fields = fields?;
        Ok(RecordPlan {
            definition,
            name: naming::ident(&definition.name),
            owned: self.owned(definition, &fields),
            fields,
            is_debug: raw.is_debug,
        })
    }

    /// Who owns what the fields point to, if it comes out.
    fn owned(&self, definition: &Definition, fields: &[FieldPlan]) -> Result<OwnedPlan, Place> {
        let name = naming::owned_name(&naming::ident(&definition.name)).to_string();
        if layout::is_imported(&name) || self.schema.find(&name).is_some() {
            return Err(Place {
                name: definition.name.clone(),
                reason: Reason::NoTypes,
            });
        }
        let mut owned = OwnedPlan {
            by_convention: true,
            is_required: false,
        };
        for field in fields {
            let refuse = |reason| Err(Why::Is(reason).in_field(definition, field.field));
            match &field.kind {
                FieldKind::Value(_)
                | FieldKind::Bool
                | FieldKind::Bstr
                | FieldKind::Count { .. } => {}
                FieldKind::Handle { .. } => return refuse(Reason::HandleOwner),
                FieldKind::Reference { .. }
                | FieldKind::Pointer { .. }
                | FieldKind::Records { .. } => return refuse(Reason::UnknownOwner),
                FieldKind::Text { .. } | FieldKind::NarrowText { .. } | FieldKind::Array { .. }
                    if is_const(field.raw_type) =>
                {
                    return refuse(Reason::NotOwned);
                }
                _ if field.field.pointee.allocator.is_some() => {
                    return refuse(Reason::UnknownAllocator);
                }
                FieldKind::Text { optional } | FieldKind::NarrowText { optional } => {
                    owned.is_required |= !optional;
                }
                FieldKind::Interface { optional, .. } => {
                    owned.is_required |= !optional;
                    owned.by_convention = false;
                }
                FieldKind::Array { .. } => owned.by_convention = false,
                FieldKind::Nested(_) => {
                    let nested = self.records.of(&field.field.ty).map(|plan| &plan.owned);
                    match nested {
                        Some(Ok(nested)) => {
                            owned.by_convention &= nested.by_convention;
                            owned.is_required |= nested.is_required;
                        }
                        Some(Err(place)) => return Err(place.clone()),
                        None => return refuse(Reason::Struct),
                    }
                }
            }
        }
        Ok(owned)
    }

    /// The raw struct, if each of its fields is one of the IDL's.
    fn shape(&self, definition: &Definition, record: &Record) -> Ruling<&'a Struct> {
        if record.forward {
            return Err(Reason::Forward);
        }
        if types::is_disguise(record) {
            return Err(Reason::Disguise);
        }
        if record.kind == RecordKind::Union {
            return Err(Reason::Union);
        }
        if self.schema.effective_pack(record) != Pack::NATURAL {
            return Err(Reason::Packed);
        }
        let storage = self.schema.storage(record);
        if storage.iter().any(|it| matches!(it, Storage::Bits(_))) {
            return Err(Reason::BitFields);
        }
        let name = naming::raw(&definition.name);
        if layout::is_imported(&name) || naming::is_tuple(self.schema, definition) {
            return Err(Reason::NoTypes);
        }
        let raw = self.raw.record(&name);
        raw.filter(|raw| raw.fields.len() == record.fields.len())
            .ok_or(Reason::NoTypes)
    }

    /// The field with the number of an array's elements.
    fn count(&self, record: &Record, array: &Field) -> Option<usize> {
        let pointee = &array.pointee;
        let [Some(Expression::Operand(at))] = pointee.size.as_slice() else {
            return None;
        };
        let is_full = pointee.length.is_empty() || pointee.length == pointee.size;
        let is_count = related::is_count(self.schema, &record.fields.get(*at)?.ty);
        let is_elsewhere = matches!(self.schema.resolve(&array.ty), Type::Pointer(_));
        (is_full && is_count && is_elsewhere).then_some(*at)
    }

    fn field(
        &mut self,
        field: &Field,
        count: Option<usize>,
        raw: &syn::Type,
    ) -> Result<FieldKind, Why> {
        let pointee = &field.pointee;
        if pointee.ownership == Ownership::Transferred {
            return Err(Reason::GivenAway.into());
        }
        if self.schema.well_known(&field.ty).is_some()
            || types::is_string(self.schema, &field.ty, pointee)
        {
            return Ok(self.by_rule(field, raw)?);
        }
        match self.schema.resolve(&field.ty) {
            Type::Pointer(pointer) if !pointee.size.is_empty() || !pointee.length.is_empty() => {
                self.array(field, pointer, count, raw)
            }
            Type::Pointer(pointer) if !types::is_plain(self.schema, &field.ty) => {
                self.pointer(field, pointer, raw)
            }
            Type::Array(array) => Ok(self.in_place(field, array, raw)?),
            Type::Named(_) if !types::is_plain(self.schema, &field.ty) => {
                Ok(FieldKind::Nested(self.held(&field.ty)?))
            }
            _ => Ok(self.by_rule(field, raw)?),
        }
    }

    /// A pointer to one.
    fn pointer(
        &mut self,
        field: &Field,
        pointer: &PointerType,
        raw: &syn::Type,
    ) -> Result<FieldKind, Why> {
        let target = self.schema.resolve(&pointer.target);
        if self.schema.as_interface(target).is_some() {
            return Ok(self.by_rule(field, raw)?);
        }
        let is_data = match target {
            Type::Primitive(_) | Type::Named(_) => true,
            Type::Pointer(_) => types::is_plain(self.schema, &pointer.target),
            _ => false,
        };
        let is_id = self.schema.well_known(&pointer.target) == Some(WellKnown::Guid)
            && matches!(field.ty, Type::Named(_));
        // In a struct, more often than not, a pointer that says nothing is to the first of many.
        if is_data && !is_id && !field.pointee.explicit {
            return Err(Reason::OneOrMany.into());
        }
        if !types::is_plain(self.schema, &pointer.target)
            && self.schema.as_record(&pointer.target).is_some()
        {
            return Ok(FieldKind::Pointer {
                record: self.held(&pointer.target)?,
                optional: types::is_optional(&field.pointee),
            });
        }
        Ok(self.by_rule(field, raw)?)
    }

    /// A pointer to as many as a count says.
    fn array(
        &mut self,
        field: &Field,
        pointer: &PointerType,
        count: Option<usize>,
        raw: &syn::Type,
    ) -> Result<FieldKind, Why> {
        let count = count.ok_or(Reason::UncountedField)?;
        let syn::Type::Ptr(raw) = raw else {
            return Err(Reason::NamedArray.into());
        };
        let raw = &raw.elem;
        let target = &pointer.target;
        if types::is_plain(self.schema, target) {
            let element = quote!(#raw);
            return Ok(FieldKind::Array {
                element,
                count,
                misaligned: types::may_be_misaligned(self.schema, target),
            });
        }
        if let Type::Pointer(inner) = self.schema.resolve(target)
            && let Some((id, _)) = self.schema.as_interface(&inner.target)
            && field.pointee.iid_is.is_none()
            && is_path_to(raw, "Option")
        {
            let interface = types::interface_path(self.schema, id);
            return Ok(FieldKind::Array {
                element: quote!(Option<#interface>),
                count,
                misaligned: false,
            });
        }
        match self.schema.resolve(target) {
            // How long it is may be told in another way than `size_is` has it: `SECURITY_ATTRIBUTES` does so.
            Type::Void => Err(Reason::Untyped.into()),
            Type::Named(_) => Ok(FieldKind::Records {
                record: self.held(target)?,
                count,
            }),
            _ => Err(Reason::ArrayOfOther.into()),
        }
    }

    /// An array in the struct itself.
    fn in_place(&self, field: &Field, array: &ArrayType, raw: &syn::Type) -> Ruling<FieldKind> {
        let pointee = &field.pointee;
        let is_first_of_many = matches!(array.len, None | Some(1));
        if !pointee.size.is_empty() || !pointee.length.is_empty() || is_first_of_many {
            return Err(Reason::UncountedField);
        }
        match types::is_plain(self.schema, &array.element) {
            true => Ok(FieldKind::Value(quote!(#raw))),
            false => Err(Reason::ArrayOfOther),
        }
    }

    /// What a parameter of this type would become.
    fn by_rule(&self, field: &Field, raw: &syn::Type) -> Ruling<FieldKind> {
        let param = Param {
            name: field.name.clone(),
            span: field.span,
            ty: field.ty.clone(),
            direction: Direction::In,
            retval: false,
            optional: false,
            pointee: field.pointee.clone(),
        };
        let rules = Rules {
            schema: self.schema,
            views: self.views,
            records: &self.records,
            param: &param,
            iid: None,
            extent: None,
            length: None,
            memory: Memory::default(),
        };
        match rules.argument(raw)? {
            Argument::Value(ty) => Ok(FieldKind::Value(ty)),
            Argument::Flags { number, .. } => Ok(FieldKind::Value(number)),
            Argument::Bool(Truth::Bool) => Ok(FieldKind::Bool),
            Argument::Bool(Truth::VariantBool) => Ok(FieldKind::Value(quote!(#raw))),
            Argument::Text { optional } => Ok(FieldKind::Text { optional }),
            Argument::NarrowText { optional } => Ok(FieldKind::NarrowText { optional }),
            Argument::Interface {
                interface,
                optional,
            } if is_path_to(raw, "ManuallyDrop") => Ok(FieldKind::Interface {
                interface,
                optional,
            }),
            Argument::Interface { .. } => Err(Reason::NoTypes),
            Argument::BorrowedHandle { optional } => Ok(FieldKind::Handle { optional }),
            Argument::Bstr => Ok(FieldKind::Bstr),
            Argument::Reference {
                target,
                optional,
                misaligned,
                ..
            } => Ok(FieldKind::Reference {
                target,
                optional,
                misaligned,
            }),
            _ => Err(Reason::Struct),
        }
    }

    /// The name of another struct that this one holds.
    fn held(&mut self, ty: &Type) -> Result<Ident, Why> {
        let Some((id, _)) = self.schema.as_record(ty) else {
            return Err(Reason::Struct.into());
        };
        if self.views.contains_key(self.schema[id].name.as_str()) {
            return Err(Reason::HandWritten.into());
        }
        if self.open.contains(&id) {
            return Err(Reason::Recursive.into());
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(Reason::Deep.into());
        }
        self.rule(id);
        match self.records.rulings.get(&id) {
            Some(Ok(plan)) => Ok(plan.name.clone()),
            Some(Err(place)) => Err(Why::Held(place.clone())),
            None => Err(Reason::Struct.into()),
        }
    }
}

/// Why a field has no rule.
enum Why {
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
    fn in_field(self, definition: &Definition, field: &Field) -> Place {
        match self {
            Self::Is(reason) => Place {
                name: format!("{}::{}", definition.name, field.name),
                reason,
            },
            Self::Held(place) => place,
        }
    }
}

/// Whether what a raw pointer points to is constant.
fn is_const(raw: &syn::Type) -> bool {
    match raw {
        syn::Type::Ptr(raw) => raw.mutability.is_none(),
        raw => is_path_to(raw, "PCWSTR") || is_path_to(raw, "PCSTR"),
    }
}
