//! Structs one by one, those that another holds before it.

use super::why::Why;
use super::{FieldKind, FieldPlan, RecordPlan, Records};
use crate::rust::plan::hand_written::ViewTypes;
use crate::rust::plan::parameter::Ruling;
use crate::rust::plan::reason::{Place, Reason};
use crate::rust::plan::{names, related, types};
use crate::rust::signatures::{Signatures, Struct};
use crate::rust::{layout, naming};
use crate::schema::{
    Definition, DefinitionId, DefinitionKind, Expression, Field, Pack, Record, RecordKind, Schema,
    Storage, Type,
};
use proc_macro2::Ident;
use std::collections::BTreeMap;

/// How many structs, each of which holds the next, are looked at before the first is decided. Files that define what they use
/// before they use it need no more than one.
const MAX_DEPTH: usize = 32;

/// Rules on structs, those that they hold first.
pub(super) struct Ruler<'a, 'v> {
    pub(super) schema: &'a Schema,
    pub(super) raw: &'a Signatures,
    pub(super) views: &'v BTreeMap<&'v str, ViewTypes>,
    /// Structs whose fields are being looked at.
    pub(super) open: Vec<DefinitionId>,
    pub(super) records: Records<'a>,
}

impl<'a> Ruler<'a, '_> {
    pub(super) fn rule(&mut self, id: DefinitionId) {
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

    /// The name of another struct that this one holds.
    pub(super) fn held(&mut self, ty: &Type) -> Result<Ident, Why> {
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
