//! Interfaces.

use super::attributes::{Attributes, Place};
use super::{Lowering, Scope};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::schema::{
    Completeness, DefinitionId, DefinitionKind, Guid, Interface, Method, Nullability,
};
use crate::source::Span;
use crate::syntax::tree::{self, Attribute, Ident, Item, ItemKind, Shape};

/// Whether an interface is COM's: else it is RPC's, which has functions instead of a vtable.
pub(super) fn is_com(item: &Item, interface: &tree::Interface) -> bool {
    const MARKS: [&str; 4] = ["object", "odl", "dual", "oleautomation"];
    interface.items.is_none()
        || interface.base.is_some()
        || interface.name.text == "IUnknown"
        || item
            .attributes
            .iter()
            .any(|attribute| MARKS.contains(&attribute.name.text.as_str()))
}

impl Lowering<'_> {
    /// `interface I;` or `interface I : B {…}`
    pub(super) fn interface(&mut self, item: &Item, interface: &tree::Interface) {
        let Some(items) = &interface.items else {
            return;
        };
        let attributes = self.attributes(&item.attributes, &[Place::Interface]);
        let outer = self.scope;
        self.scope = Scope {
            pointer_default: pointer_default(&attributes),
            local: attributes.has("local"),
            ..outer
        };
        let methods = self.body(items, is_com(item, interface));
        self.scope = outer;
        if !is_com(item, interface) {
            if let Some(span) = attributes.span("async_uuid") {
                self.no_asynchronous_functions(&interface.name, span);
            }
            return;
        }
        let name = &interface.name;
        let Some(id) = self.names.ordinary.get(&name.text).copied() else {
            return;
        };
        self.check_identity(item, interface, &attributes, id);
        let annotations = self.annotations(&attributes);
        let base = interface.base.as_ref().and_then(|base| self.base(id, base));
        let first = Interface {
            iid: attributes.uuid("uuid"),
            base,
            methods,
            completeness: if annotations.opaque {
                Completeness::Opaque
            } else {
                Completeness::Full
            },
            dual: attributes.has("dual"),
        };
        self.asynchronous(item, interface, &attributes, &first);
        let kind = DefinitionKind::Interface(first);
        let definition = self.definition(&name.text, name.span, &item.docs, kind);
        self.define(id, definition);
    }

    /// The methods of a body; what else stands in it is defined. The members of an interface of RPC become
    /// functions.
    fn body(&mut self, items: &[Item], is_com: bool) -> Vec<Method> {
        let mut methods = Vec::with_capacity(items.len());
        for item in items {
            match &item.kind {
                ItemKind::Declaration(declaration)
                    if is_com && !declaration.declarators.is_empty() =>
                {
                    for declarator in &declaration.declarators {
                        match declarator.shape.first() {
                            Some(Shape::Function(_)) => {
                                methods.extend(self.method(item, &declaration.ty, declarator));
                            }
                            _ => self.report(
                                Diagnostic::at(
                                    Code::NotAMethod,
                                    declarator.span,
                                    "an interface holds methods and no variables",
                                )
                                .help("a method needs parentheses: `HRESULT Name();`"),
                            ),
                        }
                    }
                }
                _ => self.item(item),
            }
        }
        methods
    }

    /// The interface behind the colon.
    fn base(&mut self, id: DefinitionId, base: &Ident) -> Option<DefinitionId> {
        let ty = self.type_of_name(base);
        if self.is_unknown(&ty) {
            return None;
        }
        let found = self.schema.as_interface(&ty).map(|(base, _)| base);
        match found {
            Some(_) => self.bases.push((id, base.clone())),
            None => {
                let message = format!("`{}` is not an interface", base.text);
                let diagnostic = Diagnostic::at(Code::WrongKind, base.span, message)
                    .help("an interface extends another one, such as `IUnknown`");
                let declared = self.names.ordinary.get(&base.text);
                let place = declared.and_then(|id| self.names.defined.get(id)).copied();
                self.report(match place {
                    Some(place) => diagnostic.also(place, "declared here"),
                    None => diagnostic,
                });
            }
        }
        found
    }

    /// What an interface is found by, and that it is COM's.
    fn check_identity(
        &mut self,
        item: &Item,
        interface: &tree::Interface,
        attributes: &Attributes<'_>,
        id: DefinitionId,
    ) {
        let name = &interface.name;
        let is_object = attributes.has("object");
        // One that is misspelled or not understood was reported.
        let is_meant = |attribute: &Attribute| nearest(&attribute.name.text, ["uuid"]).is_some();
        if is_object && !item.attributes.iter().any(is_meant) {
            self.report(
                Diagnostic::at(
                    Code::MissingUuid,
                    name.span,
                    format!("`{}` is an [object] interface without a UUID", name.text),
                )
                .help("add `uuid(…)` to its attributes, or drop `object`"),
            );
        }
        if is_object && interface.base.is_none() && name.text != "IUnknown" {
            self.report(
                Diagnostic::at(
                    Code::MissingBase,
                    name.span,
                    format!("`{}` extends no interface", name.text),
                )
                .label("its vtable starts without the methods of `IUnknown`")
                .help(format!("write `interface {} : IUnknown`", name.text)),
            );
        }
        let span = attributes.span("uuid").unwrap_or(name.span);
        self.check_iid(name, id, attributes.uuid("uuid"), span);
    }

    /// That no two interfaces are found by one IID.
    pub(super) fn check_iid(
        &mut self,
        name: &Ident,
        id: DefinitionId,
        iid: Option<Guid>,
        span: Span,
    ) {
        if !self.names.defined.contains_key(&id)
            && let Some(iid) = iid
            && let Some(first) = self.iids.insert(iid, name.clone())
            && first.text != name.text
            && self.scope.own
        {
            self.report(
                Diagnostic::at(
                    Code::DuplicateUuid,
                    span,
                    format!("`{}` has the UUID of `{}`", name.text, first.text),
                )
                .also(first.span, "the other interface")
                .help("each interface needs a UUID of its own: make a new one"),
            );
        }
    }
}

fn pointer_default(attributes: &Attributes<'_>) -> Nullability {
    match attributes.argument("pointer_default").map(|e| &e.kind) {
        Some(tree::ExpressionKind::Name(kind)) if kind == "ref" => Nullability::NonNull,
        _ => Nullability::Nullable,
    }
}
