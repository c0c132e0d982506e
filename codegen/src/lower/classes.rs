//! Coclasses.

use super::Lowering;
use super::attributes::Place;
use super::declared;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{Coclass, CoclassMember, DefinitionKind, Type};
use crate::syntax::tree::{self, Item};

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
        // The word `interface` in front makes the name known, as everywhere.
        if !self.names.ordinary.contains_key(&member.name.text) {
            self.declare_ordinary(&member.name, declared::interface());
        }
        let ty = self.type_of_name(&member.name);
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
}
