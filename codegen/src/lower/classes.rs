//! Coclasses.

use super::Lowering;
use super::attributes::Place;
use super::declared;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{Coclass, CoclassMember, DefinitionKind, Type};
use crate::syntax::tree::{self, Ident, Item};

impl Lowering<'_> {
    /// `coclass C { … }`
    pub(super) fn coclass(&mut self, item: &Item, coclass: &tree::Coclass) {
        let Some(members) = &coclass.members else {
            return;
        };
        let attributes = self.attributes(&item.attributes, &[Place::Coclass]);
        let interfaces = members
            .iter()
            .filter_map(|member| self.member(member))
            .collect();
        let name = &coclass.name;
        let Some(id) = self.names.ordinary.get(&name.text).copied() else {
            return;
        };
        let kind = DefinitionKind::Coclass(Coclass {
            clsid: attributes.uuid("uuid"),
            interfaces,
        });
        let definition = self.definition(&name.text, name.span, &item.docs, kind);
        self.define(id, definition);
    }

    fn member(&mut self, member: &tree::CoclassMember) -> Option<CoclassMember> {
        let attributes = self.attributes(&member.attributes, &[Place::CoclassMember]);
        let name = &member.name;
        let ty = match self.names.ordinary.contains_key(&name.text) {
            true => self.type_of_name(name),
            false => self.undeclared_interface(name),
        };
        if self.is_unknown(&ty) {
            return None;
        }
        let interface = match self.schema.resolve(&ty) {
            Type::Named(id) => Some(*id),
            _ => None,
        }
        .filter(|id| {
            matches!(
                self.schema[*id].kind,
                DefinitionKind::Interface(_) | DefinitionKind::Dispinterface(_)
            )
        });
        let Some(interface) = interface else {
            self.report(Diagnostic::at(
                Code::WrongKind,
                member.name.span,
                format!("`{}` is not an interface", member.name.text),
            ));
            return None;
        };
        Some(CoclassMember {
            interface,
            default: attributes.has("default"),
            source: attributes.has("source"),
        })
    }

    /// An interface that no file declares under that name.
    fn undeclared_interface(&mut self, name: &Ident) -> Type {
        if let Some(known) = self.interface_in_other_case(name) {
            return known;
        }
        // The word `interface` in front makes the name known where it may come from what is not here: a file of the SDK, or the
        // type library that a library imports.
        if self.knows_windows {
            self.declare_ordinary(name, declared::interface());
        }
        self.type_of_name(name)
    }
}
