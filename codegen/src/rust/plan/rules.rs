//! The rules: from what the IDL says of a parameter to what it is in Rust. What no rule covers stays raw, and the reason is
//! given.

use super::argument::{Argument, Passed, Truth};
use super::hand_written::HandWritten;
use super::method::{Returns, SafeMethod};
use super::parameter::{Memory, Rules, Ruling};
use super::reason::{Raw, Reason};
use super::records::Records;
use super::related;
use super::related::{Extent, Place};
use super::types::{interface_path, is_plain, is_string_type, may_be_misaligned};
use crate::rust::naming;
use crate::rust::raw_types::is_path_to;
use crate::rust::signatures::{Signature, Slot, TraitMethod};
use crate::schema::{
    Direction, Method, Ownership, PointerType, Primitive, Schema, Type, WellKnown,
};
use proc_macro2::Ident;
use quote::{format_ident, quote};

/// Rules on a method.
pub(super) fn method(
    schema: &Schema,
    types: &HandWritten<'_>,
    records: &Records,
    method: &Method,
    slot: &Slot,
    in_trait: Option<&TraitMethod>,
) -> Ruling<SafeMethod, Raw> {
    if method.vararg || method.variadic {
        return Err(Reason::Variadic.into());
    }
    let raw = slot
        .signature
        .as_ref()
        .filter(|raw| raw.params.len() == method.params.len())
        .filter(|_| in_trait.is_none_or(|it| it.signature.params.len() == method.params.len()))
        .ok_or(Reason::NoTypes)?;
    let returns = returns(schema, method, raw)?;
    let iid = |told| related::iid(schema, method, told);
    let iids: Vec<_> = method.params.iter().map(iid).collect();
    let generic = |iid: usize| generic(&iids, iid);
    let extent = |array| related::extent(schema, method, array);
    let extents: Vec<_> = method.params.iter().map(extent).collect();
    let length = |array| related::length(schema, method, array);
    let lengths: Vec<_> = method.params.iter().map(length).collect();
    let told = |array| related::allocated_count(schema, method, array);
    let allocated: Vec<_> = method.params.iter().map(told).collect();
    let params = method.params.iter().zip(&raw.params).enumerate();
    let arguments = params.map(|(at, (param, raw))| {
        let rules = Rules {
            schema,
            views: &types.views,
            records,
            memory: Memory {
                allocators: Some(&types.allocators),
                local: method.local,
                count: allocated[at],
            },
            param,
            iid: iids[at].map(|iid| (iid, generic(iid))),
            extent: extents[at].clone(),
            length: lengths[at],
        };
        if iids.contains(&Some(at)) {
            let generic = generic(at);
            return Ok(Argument::Iid { generic });
        }
        let is_told = |array: &usize| allocated[*array] == Some((at, true));
        let arrays: Vec<_> = (0..allocated.len()).filter(is_told).collect();
        if let ([_, ..], syn::Type::Ptr(raw)) = (arrays.as_slice(), raw) {
            let count = &raw.elem;
            let may_be_missing = |array: &usize| method.params[*array].pointee.null_on_success;
            return Ok(Argument::AllocatedCount {
                count: quote!(#count),
                optional: arrays.iter().any(may_be_missing),
                arrays,
            });
        }
        let which = |is_it: &dyn Fn(usize) -> bool| -> Vec<usize> {
            (0..extents.len()).filter(|array| is_it(*array)).collect()
        };
        let counted = which(&|array| extents[array] == Some(Extent::Counted(at)));
        let filled = which(&|array| lengths[array] == Some(at));
        let place = related::place(schema, param);
        let related = match (counted.as_slice(), filled.as_slice(), place, raw) {
            ([], [], ..) => rules.argument(raw),
            (_, [], Some(Place::Value | Place::Pointer), _) => Ok(Argument::Count {
                arrays: counted,
                behind: place == Some(Place::Pointer),
            }),
            (_, [_, ..], Some(_), syn::Type::Ptr(raw))
                if counted.is_empty() || counted == filled =>
            {
                let count = &raw.elem;
                Ok(Argument::Filled {
                    capacity: !counted.is_empty(),
                    arrays: filled,
                    count: quote!(#count),
                    optional: rules.optional(),
                })
            }
            _ => Err(Reason::UncountedArray),
        };
        related.map_err(|reason| Raw {
            parameter: Some(param.name.clone()),
            reason,
            place: match reason {
                Reason::Struct => records.refusal(&param.ty, param.direction),
                _ => None,
            },
        })
    });
    let arguments = arguments.collect::<Ruling<Vec<_>, Raw>>()?;
    let arguments = match returns {
        Returns::Status { .. } => arguments,
        _ => {
            let arguments = arguments.into_iter();
            arguments.map(Argument::without_status).collect()
        }
    };
    Ok(SafeMethod { arguments, returns })
}

/// The name of the type whose IID a parameter is.
fn generic(iids: &[Option<usize>], iid: usize) -> Ident {
    let mut distinct = Vec::new();
    for iid in iids.iter().flatten() {
        if !distinct.contains(iid) {
            distinct.push(*iid);
        }
    }
    match distinct.iter().position(|other| *other == iid) {
        Some(0) | None => format_ident!("T"),
        Some(at) => format_ident!("T{}", at + 1),
    }
}

fn returns(schema: &Schema, method: &Method, raw: &Signature) -> Ruling<Returns> {
    if schema.well_known(&method.returns) == Some(WellKnown::HResult) {
        let codes = !method.success_codes.is_empty();
        return Ok(Returns::Status { codes });
    }
    match (schema.resolve(&method.returns), &raw.returns) {
        (Type::Void, None) => Ok(Returns::Nothing),
        (_, Some(raw))
            if schema.well_known(&method.returns) == Some(WellKnown::Bool)
                && is_path_to(raw, "BOOL") =>
        {
            Ok(Returns::Bool)
        }
        (Type::Primitive(_), Some(raw)) => Ok(Returns::Value(quote!(#raw))),
        (ty, Some(raw)) if is_plain(schema, ty) => Ok(Returns::Value(quote!(#raw))),
        _ => Err(Reason::OddResult),
    }
}

impl Rules<'_> {
    pub fn argument(&self, raw: &syn::Type) -> Ruling<Argument> {
        if let Some(known) = self.schema.well_known(&self.param.ty) {
            return self.well_known(known, raw);
        }
        if let Some(flags) = self.param.pointee.flags
            && (is_path_to(raw, "u32") || is_path_to(raw, "i32"))
        {
            let flags = naming::ident(&self.schema[flags].name);
            return Ok(Argument::Flags {
                flags: quote!(raw::#flags),
                number: quote!(#raw),
            });
        }
        match self.schema.resolve(&self.param.ty) {
            Type::Array(array) => self.array(&array.element, raw),
            _ if is_plain(self.schema, &self.param.ty) => Ok(Argument::Value(quote!(#raw))),
            Type::Pointer(pointer) => self.pointer(pointer, raw),
            Type::Function(_) => Err(Reason::Function),
            Type::SafeArray(_) => Err(Reason::SafeArray),
            ty => match self.records.of(ty) {
                Some(record) if !self.has_view(ty) => Ok(Argument::Record {
                    record: record.name.clone(),
                    by_value: true,
                    optional: false,
                }),
                _ => Err(Reason::Struct),
            },
        }
    }

    /// Whether a struct has a view that is written by hand.
    fn has_view(&self, ty: &Type) -> bool {
        let record = self.schema.as_record(ty);
        record.is_some_and(|(id, _)| self.views.contains_key(self.schema[id].name.as_str()))
    }

    fn well_known(&self, known: WellKnown, raw: &syn::Type) -> Ruling<Argument> {
        let optional = self.optional();
        match known {
            WellKnown::HResult | WellKnown::Guid => Ok(Argument::Value(quote!(#raw))),
            WellKnown::Bool | WellKnown::VariantBool => Ok(match truth(known, raw) {
                Some(truth) => Argument::Bool(truth),
                None => Argument::Value(quote!(#raw)),
            }),
            WellKnown::Variant => Ok(Argument::Variant {
                passed: Passed::ByValue,
                optional: false,
            }),
            WellKnown::Handle if self.param.pointee.ownership == Ownership::Transferred => {
                Ok(Argument::OwnedHandle { optional })
            }
            WellKnown::Handle => Ok(Argument::BorrowedHandle { optional }),
            WellKnown::Bstr => Ok(Argument::Bstr),
            WellKnown::IUnknown => Err(Reason::InterfaceByValue),
        }
    }

    fn pointer(&self, pointer: &PointerType, raw: &syn::Type) -> Ruling<Argument> {
        let pointee = &self.param.pointee;
        if self.param.direction == Direction::Out {
            return self.out(pointer, raw);
        }
        if self.param.direction == Direction::InOut && pointee.full {
            return Err(Reason::Aliased);
        }
        if !pointee.size.is_empty() || !pointee.length.is_empty() {
            return self.array(&pointer.target, raw);
        }
        if self.schema.well_known(&pointer.target) == Some(WellKnown::Bstr) {
            return Ok(self.bstr_place(raw));
        }
        let target = self.schema.resolve(&pointer.target);
        let optional = self.optional();
        if self.is_string() {
            return match target {
                _ if self.param.direction != Direction::In => Err(Reason::TextInPlace),
                Type::Primitive(Primitive::WideChar) => Ok(Argument::Text { optional }),
                Type::Primitive(Primitive::Char | Primitive::I8 | Primitive::U8) => {
                    Ok(Argument::NarrowText { optional })
                }
                _ => Err(Reason::OddText),
            };
        }
        if let (Direction::In, Some((_, generic))) = (self.param.direction, &self.iid) {
            return Ok(Argument::Queried {
                generic: generic.clone(),
                optional,
            });
        }
        if let Type::Pointer(inner) = target
            && let Some((id, _)) = self.schema.as_interface(&inner.target)
            && self.param.direction == Direction::InOut
            && self.direction(raw).writes()
            && pointee.iid_is.is_none()
            && !optional
        {
            return Ok(Argument::InterfacePlace {
                interface: interface_path(self.schema, id),
            });
        }
        if let Some((id, _)) = self.schema.as_interface(target) {
            return match self.param.direction {
                Direction::In if pointee.iid_is.is_none() => Ok(Argument::Interface {
                    interface: interface_path(self.schema, id),
                    optional,
                }),
                _ => Err(Reason::ToldInterface),
            };
        }
        if let Some((id, _)) = self.schema.as_record(target)
            && let Some(view) = self.views.get(self.schema[id].name.as_str())
        {
            return match optional {
                false => Ok(Argument::View {
                    implement: view.implement.clone(),
                    call: view.call.clone(),
                }),
                true => Err(Reason::OptionalStruct),
            };
        }
        if self.schema.well_known(&pointer.target) == Some(WellKnown::Variant) {
            let passed = match self.param.direction {
                Direction::InOut => Passed::Changed,
                _ => Passed::Lent,
            };
            return Ok(Argument::Variant { passed, optional });
        }
        if self.param.direction == Direction::In
            && !is_plain(self.schema, target)
            && let Some(record) = self.records.of(target)
        {
            return Ok(Argument::Record {
                record: record.name.clone(),
                by_value: false,
                optional,
            });
        }
        if self.param.direction == Direction::InOut && is_string_type(self.schema, &pointer.target)
        {
            return Err(Reason::ReplacedText);
        }
        let target = self.plain_target(&pointer.target, raw)?;
        Ok(Argument::Reference {
            target: quote!(#target),
            mutable: self.direction(raw).writes(),
            optional,
            misaligned: may_be_misaligned(self.schema, &pointer.target),
        })
    }

    fn out(&self, pointer: &PointerType, raw: &syn::Type) -> Ruling<Argument> {
        let pointee = &self.param.pointee;
        if self.direction(raw) == Direction::In {
            return Err(Reason::ConstOut);
        }
        if let Some(ruling) = self.allocated(pointer, raw) {
            return ruling;
        }
        if !pointee.size.is_empty() || !pointee.length.is_empty() {
            return self.array(&pointer.target, raw);
        }
        if self.is_string() {
            return Err(Reason::TextBuffer);
        }
        if self.optional() {
            return match self.result(pointer, raw)? {
                argument @ (Argument::Out { .. }
                | Argument::OutBool(_)
                | Argument::OutBstr
                | Argument::OutInterface { .. }
                | Argument::OutQueried { .. }) => Ok(Argument::Unwanted(Box::new(argument))),
                _ => Err(Reason::OptionalOut),
            };
        }
        self.result(pointer, raw)
    }

    /// A value that is returned.
    fn result(&self, pointer: &PointerType, raw: &syn::Type) -> Ruling<Argument> {
        let pointee = &self.param.pointee;
        if pointee.iid_is.is_some() {
            return match self.iid.clone() {
                Some((iid, generic)) => Ok(Argument::OutQueried {
                    iid,
                    generic,
                    optional: pointee.null_on_success,
                }),
                None => Err(Reason::ToldInterface),
            };
        }
        if let Type::Pointer(inner) = self.schema.resolve(&pointer.target)
            && let Some((id, _)) = self.schema.as_interface(&inner.target)
        {
            return Ok(Argument::OutInterface {
                interface: interface_path(self.schema, id),
                optional: pointee.null_on_success,
            });
        }
        let known = self.schema.well_known(&pointer.target);
        match known {
            Some(WellKnown::Bstr) => return Ok(Argument::OutBstr),
            Some(WellKnown::Variant) => return Ok(Argument::OutVariant),
            Some(WellKnown::Handle) => return self.out_handle(),
            _ => {}
        }
        if !is_plain(self.schema, &pointer.target)
            && let Some(record) = self.records.of(&pointer.target)
            && !self.has_view(&pointer.target)
        {
            return match &record.owned {
                Ok(owned) if owned.by_convention || !self.memory.local => Ok(Argument::OutRecord {
                    record: record.name.clone(),
                    is_required: owned.is_required,
                }),
                Ok(_) => Err(Reason::UnknownOwner),
                Err(_) => Err(Reason::Struct),
            };
        }
        let target = self.plain_target(&pointer.target, raw)?;
        let truth = known.and_then(|known| truth(known, &target));
        Ok(truth.map_or_else(
            || Argument::Out {
                target: quote!(#target),
            },
            Argument::OutBool,
        ))
    }
}

/// The truth value that a type is, if raw Rust has it as expected.
fn truth(known: WellKnown, raw: &syn::Type) -> Option<Truth> {
    match known {
        WellKnown::Bool if is_path_to(raw, "BOOL") => Some(Truth::Bool),
        WellKnown::VariantBool if is_path_to(raw, "i16") => Some(Truth::VariantBool),
        _ => None,
    }
}
