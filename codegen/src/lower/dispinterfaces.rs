//! Dispinterfaces: members with dispatch ids and no slots.

use super::Lowering;
use super::attributes::Place;
use super::types::Surroundings;
use crate::schema::{
    CallingConvention, DefinitionKind, Direction, Dispinterface, Method, MethodKind, Param,
    Pointee, Type,
};
use crate::syntax::tree::{self, DispinterfaceBody, Item, ItemKind, Shape};

impl Lowering<'_> {
    /// `dispinterface D;` or `dispinterface D { … }`
    pub(super) fn dispinterface(&mut self, item: &Item, dispinterface: &tree::Dispinterface) {
        let Some(body) = &dispinterface.body else {
            return;
        };
        // It is called through this one, though no one writes so.
        self.bring_in("IDispatch", dispinterface.name.span);
        let attributes = self.attributes(&item.attributes, &[Place::Dispinterface]);
        let mut interface = None;
        let mut members = Vec::new();
        match body {
            DispinterfaceBody::Interface(name) => {
                let ty = self.type_of_name(name);
                interface = self.schema.as_interface(&ty).map(|(id, _)| id);
            }
            DispinterfaceBody::Members {
                properties,
                methods,
            } => {
                for property in properties {
                    members.extend(self.property(property));
                }
                for method in methods {
                    if let ItemKind::Declaration(declaration) = &method.kind {
                        for declarator in &declaration.declarators {
                            members.extend(self.method(method, &declaration.ty, declarator));
                        }
                    }
                }
            }
        }
        let name = &dispinterface.name;
        let Some(id) = self.names.ordinary.get(&name.text).copied() else {
            return;
        };
        let kind = DefinitionKind::Dispinterface(Dispinterface {
            iid: attributes.uuid("uuid"),
            interface,
            methods: members,
        });
        let definition = self.definition(&name.text, name.span, &item.docs, kind);
        self.define(id, definition);
    }

    /// A property, as the accessors that it stands for.
    fn property(&mut self, item: &Item) -> Vec<Method> {
        let ItemKind::Declaration(declaration) = &item.kind else {
            return Vec::new();
        };
        let attributes = self.attributes(&item.attributes, &[Place::Property]);
        let base = self.type_specifier(&declaration.ty, Surroundings::default());
        let mut accessors = Vec::new();
        for declarator in &declaration.declarators {
            // A property with parameters is written as a method among the properties.
            if let Some(Shape::Function(_)) = declarator.shape.first() {
                accessors.extend(self.method(item, &declaration.ty, declarator));
                continue;
            }
            let Some(name) = &declarator.name else {
                continue;
            };
            let ty = self.declared_type(base.clone(), declaration.ty.is_const, declarator);
            let get = Method {
                name: name.text.as_str().into(),
                span: name.span,
                docs: item.docs.clone(),
                returns: ty.clone(),
                params: Vec::new(),
                kind: MethodKind::PropertyGet,
                dispatch_id: self.dispatch_id(&attributes),
                local: false,
                vararg: false,
                variadic: false,
                convention: CallingConvention::System,
                success_codes: Vec::new(),
            };
            let value = Param {
                name: "value".to_owned(),
                span: name.span,
                ty,
                direction: Direction::In,
                retval: false,
                optional: false,
                pointee: Pointee::default(),
            };
            let put = (!attributes.has("readonly")).then(|| Method {
                returns: Type::Void,
                params: vec![value],
                kind: MethodKind::PropertyPut,
                ..get.clone()
            });
            accessors.push(get);
            accessors.extend(put);
        }
        accessors
    }
}
