//! What the fields of a struct become.

use super::FieldKind;
use super::ruler::Ruler;
use super::why::Why;
use crate::rust::plan::argument::{Argument, Truth};
use crate::rust::plan::parameter::{Memory, Rules, Ruling};
use crate::rust::plan::reason::Reason;
use crate::rust::plan::types;
use crate::rust::raw_types::is_path_to;
use crate::schema::{ArrayType, Direction, Field, Ownership, Param, PointerType, Type, WellKnown};
use quote::quote;

impl Ruler<'_, '_> {
    /// What a field becomes; `count` is the field with the number of its elements.
    pub(super) fn field(
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
}
