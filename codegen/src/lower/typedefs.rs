//! Typedefs.

use super::Lowering;
use super::attributes::Place;
use super::names::untagged_name;
use super::pointees::Position;
use super::types::Surroundings;
use crate::schema::{Alias, DefinitionKind};
use crate::syntax::tree::{Attribute, Declaration, Item, TypeKind, TypeSpecifier};

impl Lowering<'_> {
    /// `typedef …;`
    pub(super) fn typedef(&mut self, item: &Item, declaration: &Declaration) {
        let places = places(&declaration.ty);
        let attributes = self
            .attributes(&item.attributes, places)
            .and(self.attributes(specifier_attributes(&declaration.ty), places));
        let untagged = untagged_name(declaration);
        let around = Surroundings {
            untagged: untagged.as_deref(),
            docs: &item.docs,
            attributes: &item.attributes,
        };
        let base = self.type_specifier(&declaration.ty, around);
        for declarator in &declaration.declarators {
            let Some(name) = &declarator.name else {
                continue;
            };
            if declarator.shape.is_empty() && self.names_itself(&declaration.ty, name) {
                continue;
            }
            let Some(id) = self.names.ordinary.get(&name.text).copied() else {
                continue;
            };
            let ty = self.declared_type(base.clone(), declaration.ty.is_const, declarator);
            let pointee = self.pointee(&attributes, &ty, Position::Alias, &[]);
            let kind = DefinitionKind::Alias(Alias { ty, pointee });
            let definition = self.definition(&name.text, name.span, &item.docs, kind);
            self.define(id, definition);
        }
    }
}

/// Attributes in front of a typedef are about the alias, and about the type that it defines on the spot.
pub(super) fn places(ty: &TypeSpecifier) -> &'static [Place] {
    match &ty.kind {
        TypeKind::Record(_) => &[Place::Typedef, Place::Record],
        TypeKind::Enum(_) => &[Place::Typedef, Place::Enum],
        _ => &[Place::Typedef],
    }
}

/// The attributes behind `typedef` or behind the keyword of a struct, union or enum.
fn specifier_attributes(ty: &TypeSpecifier) -> &[Attribute] {
    match &ty.kind {
        TypeKind::Record(record) => &record.attributes,
        TypeKind::Enum(specifier) => &specifier.attributes,
        _ => &[],
    }
}
