//! Interfaces, dispinterfaces and classes.

use windows_metadata::writer::{HasAttribute, TypeDef, TypeDefOrRef};
use windows_metadata::{
    MethodAttributes, MethodCallAttributes, Signature, Type as Winmd, TypeAttributes,
};

use crate::rust::naming;
use crate::schema::{
    Coclass, Completeness, Definition, Dispinterface, Interface, Method, MethodKind, WellKnown,
};

use super::remainder::Node;
use super::{Faithfulness, WINDOWS, Writer};

pub(super) const VIRTUAL: MethodAttributes = MethodAttributes(
    MethodAttributes::Public.0
        | MethodAttributes::HideBySig.0
        | MethodAttributes::Abstract.0
        | MethodAttributes::NewSlot.0
        | MethodAttributes::Virtual.0,
);

impl Writer<'_> {
    /// An interface. One that is only named extends `IUnknown`; without its methods there is nothing to call or
    /// to implement.
    pub(super) fn interface(
        &mut self,
        definition: &Definition,
        interface: &Interface,
        rest: &[Node],
    ) -> TypeDef {
        let name = self.name(&definition.name);
        let base = match (interface.base, interface.completeness) {
            (Some(base), _) => Some(self.base(&self.schema[base])),
            (None, Completeness::Forward | Completeness::Opaque) => Some(unknown()),
            (None, Completeness::Full) => None,
        };
        let row = self.interface_definition(&name, interface.iid, base);
        if interface.completeness != Completeness::Full {
            return row;
        }
        let slots = naming::slots(interface);
        let nothing = Node::default();
        for (at, (method, slot)) in interface.methods.iter().zip(slots).enumerate() {
            self.method(method, slot, rest.get(at).unwrap_or(&nothing));
        }
        row
    }

    /// A dispinterface is `IDispatch` under another IID.
    pub(super) fn dispinterface(&mut self, name: &str, dispinterface: &Dispinterface) -> TypeDef {
        let base = match self.schema.find("IDispatch") {
            Some(dispatch) => self.base(&self.schema[dispatch]),
            None => unknown(),
        };
        self.interface_definition(name, dispinterface.iid, Some(base))
    }

    /// A class is its CLSID: a struct without fields.
    pub(super) fn coclass(&mut self, name: &str, coclass: &Coclass) -> TypeDef {
        let definition = self.value_type(name, TypeAttributes::SequentialLayout);
        if let Some(clsid) = coclass.clsid {
            self.guid_attribute(HasAttribute::TypeDef(definition), clsid);
        }
        definition
    }

    fn base(&self, definition: &Definition) -> Winmd {
        match self.schema.well_known_definition(definition) {
            Some(WellKnown::IUnknown) => unknown(),
            _ => Winmd::class_named(self.namespace, &self.name(&definition.name)),
        }
    }

    fn interface_definition(
        &mut self,
        name: &str,
        iid: Option<crate::schema::Guid>,
        base: Option<Winmd>,
    ) -> TypeDef {
        let flags = TypeAttributes::Abstract | TypeAttributes::Interface | TypeAttributes::Public;
        let root = TypeDefOrRef::default();
        let definition = self.file.TypeDef(self.namespace, name, root, flags);
        if let Some(iid) = iid {
            self.guid_attribute(HasAttribute::TypeDef(definition), iid);
        }
        if let Some(base) = base {
            self.file.InterfaceImpl(definition, &base);
        }
        definition
    }

    fn method(&mut self, method: &Method, slot: String, rest: &Node) {
        let (name, flags) = match (self.flavour, method.kind) {
            (Faithfulness::ForRaw, _) => (slot, VIRTUAL),
            (Faithfulness::Published, MethodKind::PropertyGet | MethodKind::PropertyPut) => {
                let name = format!("{}{}", naming::accessor(method.kind), method.name);
                (name, VIRTUAL | MethodAttributes::SpecialName)
            }
            (Faithfulness::Published, kind) => {
                let name = format!("{}{}", naming::accessor(kind), method.name);
                (name, VIRTUAL)
            }
        };
        let signature = Signature {
            flags: MethodCallAttributes::HASTHIS,
            return_type: self.ty(&method.returns, false),
            types: self.param_types(&method.params),
        };
        let row = self
            .file
            .MethodDef(&name, &signature, flags, Default::default());
        self.params(&method.params, &rest.parts);
        self.midl_attribute(HasAttribute::MethodDef(row), &rest.facts);
    }
}

fn unknown() -> Winmd {
    Winmd::class_named(WINDOWS, "IUnknown")
}
