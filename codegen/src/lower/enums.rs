//! Enumerations.

use super::Lowering;
use super::attributes::Place;
use super::constants::{Integer, Known, Value};
use super::declared;
use super::types::Surroundings;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{Constant, ConstantValue, DefinitionKind, Enum, EnumValue, Primitive, Type};
use crate::source::Span;
use crate::syntax::tree::{EnumSpecifier, Enumerator, Ident};

impl Lowering<'_> {
    /// The enumeration that a specifier names, defined if it has a body.
    pub(super) fn enumeration(
        &mut self,
        specifier: &EnumSpecifier,
        span: Span,
        around: Surroundings<'_>,
    ) -> Type {
        let places = &[Place::Enum, Place::Typedef];
        let own = self.attributes(&specifier.attributes, places);
        // In front of a declaration may stand what is not about the enum; the declaration judges it.
        let flags = own.has("flags")
            || around
                .attributes
                .iter()
                .any(|attribute| attribute.name.text == "flags");
        let id = match (&specifier.tag, around.untagged) {
            (Some(tag), _) => self.declare_tag(tag, declared::enumeration()),
            (None, Some(name)) => self.untagged(name, span, declared::enumeration()),
            (None, None) => {
                self.loose_enumerators(specifier.values.as_deref().unwrap_or_default());
                return Type::Primitive(Primitive::I32);
            }
        };
        let Some(enumerators) = &specifier.values else {
            return Type::Named(id);
        };
        let again = self.names.defined.contains_key(&id);
        let values = self.enumerators(enumerators, again);
        let name = self.schema[id].name.clone();
        let tag = specifier.tag.as_ref();
        let kind = DefinitionKind::Enum(Enum {
            tag: tag
                .map(|tag| tag.text.as_str().into())
                .filter(|tag| *tag != name),
            values,
            flags,
        });
        let span = tag.map_or(span, |tag| tag.span);
        let definition = self.definition(&name, span, around.docs, kind);
        self.define(id, definition);
        Type::Named(id)
    }

    /// `enum { A, B };` names no type: its enumerators are constants.
    fn loose_enumerators(&mut self, enumerators: &[Enumerator]) {
        for value in self.enumerators(enumerators, false) {
            let kind = DefinitionKind::Constant(Constant {
                ty: Type::Primitive(Primitive::I32),
                value: ConstantValue::Integer(value.value.into()),
            });
            let definition = self.definition(&value.name, value.span, &value.docs, kind);
            self.schema.add(definition);
        }
    }

    /// The enumerators with their values. Where the enum is defined `again`, its names are known already.
    fn enumerators(&mut self, enumerators: &[Enumerator], again: bool) -> Vec<EnumValue> {
        let mut values = Vec::with_capacity(enumerators.len());
        let mut next: i128 = 0;
        for enumerator in enumerators {
            self.attributes(&enumerator.attributes, &[Place::Enumerator]);
            let written = match &enumerator.value {
                Some(expression) => self.integer(expression),
                None => None,
            };
            let span = enumerator
                .value
                .as_ref()
                .map_or(enumerator.name.span, |expression| expression.span);
            let value = self.fit(written.unwrap_or(next), 32, false, span);
            let value = i32::try_from(value).unwrap_or_default();
            next = i128::from(value) + 1;
            let known = Value::Integer(Integer::int(value));
            if !again {
                self.learn_constant(&enumerator.name, known);
            }
            values.push(EnumValue {
                name: enumerator.name.text.as_str().into(),
                span: enumerator.name.span,
                docs: enumerator.docs.clone(),
                value,
            });
        }
        values
    }

    /// Makes a constant known to expressions. The same value a second time is no mistake: old files repeat
    /// what newer headers took over.
    pub(super) fn learn_constant(&mut self, name: &Ident, value: Value) -> bool {
        if let Some(known) = self.constants.get(&name.text) {
            let same = known.value == value;
            let first = known.span;
            if !same {
                self.report(
                    Diagnostic::at(
                        Code::DuplicateConstant,
                        name.span,
                        format!("`{}` is defined a second time, and differently", name.text),
                    )
                    .also(first, "first defined here"),
                );
            }
            return false;
        }
        let span = name.span;
        let known = Known {
            value,
            span,
            quoted: None,
        };
        self.constants.insert(name.text.clone(), known);
        true
    }
}
