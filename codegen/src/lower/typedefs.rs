//! Typedefs.

use super::Lowering;
use super::attributes::Place;
use super::names::untagged_name;
use super::pointees::Position;
use super::types::Surroundings;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{Alias, DefinitionId, DefinitionKind, Type};
use crate::syntax::tree::{Attribute, Declaration, Item, TypeKind, TypeSpecifier};
use rustc_hash::FxHashSet;

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
        let base = self.pointer_sized(base, &declaration.declarators);
        let is_refused = places.len() > 1 && self.is_alias(&base);
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
            if self.is_function(&base, &declarator.shape) {
                self.names.functions.insert(id);
            }
            let ty = self.declared_type(base.clone(), declaration.ty.is_const, declarator);
            if self.leads_to(&ty, id) {
                // A struct or enum is no alias: that something else has its name was reported.
                if is_refused {
                    continue;
                }
                self.report(
                    Diagnostic::at(
                        Code::RecursiveTypedef,
                        name.span,
                        format!("`{}` is made of itself", name.text),
                    )
                    .help("only a struct or union can point to its own type"),
                );
                continue;
            }
            let depth = self.alias_depth(&ty);
            if depth > DEEPEST_ALIAS {
                let message = format!(
                    "`{}` is a typedef of a typedef, more than {DEEPEST_ALIAS} deep",
                    name.text
                );
                self.report(Diagnostic::at(Code::NestedTooDeep, name.span, message));
                continue;
            }
            self.names.alias_depths.insert(id, depth);
            let pointee = self.pointee(&attributes, &ty, Position::Alias, &[]);
            let kind = DefinitionKind::Alias(Alias { ty, pointee });
            let definition = self.definition(&name.text, name.span, &item.docs, kind);
            self.define(id, definition);
        }
    }
}

/// Deeper chains of typedefs are none that a person wrote. [`crate::schema::Schema::resolve`] follows no more.
const DEEPEST_ALIAS: usize = 60;

impl Lowering<'_> {
    /// How many aliases are followed to see all that a type is made of.
    fn alias_depth(&self, ty: &Type) -> usize {
        match ty {
            Type::Void | Type::Primitive(_) | Type::SafeArray(None) => 0,
            Type::Named(named) => self
                .names
                .alias_depths
                .get(named)
                .map_or(0, |depth| depth + 1),
            Type::Pointer(pointer) => self.alias_depth(&pointer.target),
            Type::Array(array) => self.alias_depth(&array.element),
            Type::SafeArray(Some(element)) => self.alias_depth(element),
            Type::Function(function) => {
                let params = function.params.iter().map(|param| &param.ty);
                let parts = params.chain([&function.returns]);
                parts
                    .map(|ty| self.alias_depth(ty))
                    .max()
                    .unwrap_or_default()
            }
        }
    }

    fn is_alias(&self, ty: &Type) -> bool {
        matches!(ty, Type::Named(id) if matches!(self.schema[*id].kind, DefinitionKind::Alias(_)))
    }

    /// Whether a type is made of an alias, through other aliases. No alias that is defined leads to itself, so
    /// that everyone may follow them without end.
    pub(super) fn leads_to(&self, ty: &Type, id: DefinitionId) -> bool {
        let mut seen = FxHashSet::default();
        // A list and not recursion: aliases may be made of each other as deep as there are aliases.
        let mut open = vec![ty];
        while let Some(ty) = open.pop() {
            match ty {
                Type::Void | Type::Primitive(_) | Type::SafeArray(None) => {}
                Type::Named(named) if *named == id => return true,
                Type::Named(named) => {
                    if let DefinitionKind::Alias(alias) = &self.schema[*named].kind
                        && seen.insert(*named)
                    {
                        open.push(&alias.ty);
                    }
                }
                Type::Pointer(pointer) => open.push(&pointer.target),
                Type::Array(array) => open.push(&array.element),
                Type::SafeArray(Some(element)) => open.push(element),
                Type::Function(function) => {
                    open.push(&function.returns);
                    open.extend(function.params.iter().map(|param| &param.ty));
                }
            }
        }
        false
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
