//! Attributes, as Windows' own metadata spells them.

use windows_metadata::writer::{AttributeType, HasAttribute, MemberRefParent, TypeDef};
use windows_metadata::{MethodCallAttributes, Signature, Type, Value};

use crate::schema::{CallingConvention, Guid};

use super::Writer;
use super::remainder::{self, Facts, Node};

const WIN32_METADATA: &str = "Windows.Win32.Metadata";

// The machines that a definition is for, which can be added.
pub(super) const X86: i32 = 1;
pub(super) const X64: i32 = 2;
pub(super) const ARM64: i32 = 4;

impl Writer<'_> {
    pub(super) fn guid_attribute(&mut self, target: HasAttribute, guid: Guid) {
        let (data1, data2, data3, data4) = guid.fields();
        let mut values = vec![Value::U32(data1), Value::U16(data2), Value::U16(data3)];
        values.extend(data4.map(Value::U8));
        self.attribute(
            target,
            "Windows.Foundation.Metadata",
            "GuidAttribute",
            values,
        );
    }

    /// What plain metadata leaves out of a part of a definition.
    pub(super) fn rest_attribute(&mut self, target: HasAttribute, rest: &[Node], part: usize) {
        if let Some(rest) = rest.get(part) {
            self.midl_attribute(target, &rest.facts);
        }
    }

    /// What plain metadata leaves out.
    pub(super) fn midl_attribute(&mut self, target: HasAttribute, rest: &Facts) {
        if rest.is_empty() {
            return;
        }
        let text = serde_json::Value::Object(rest.clone()).to_string();
        let values = vec![Value::Utf8(text)];
        self.attribute(target, remainder::NAMESPACE, remainder::ATTRIBUTE, values);
    }

    pub(super) fn flags_attribute(&mut self, target: TypeDef) {
        let target = HasAttribute::TypeDef(target);
        self.attribute(target, "System", "FlagsAttribute", Vec::new());
    }

    pub(super) fn native_typedef_attribute(&mut self, target: TypeDef) {
        self.win32_attribute(
            HasAttribute::TypeDef(target),
            "NativeTypedefAttribute",
            Vec::new(),
        );
    }

    pub(super) fn machines_attribute(&mut self, target: TypeDef, machines: i32) {
        self.win32_attribute(
            HasAttribute::TypeDef(target),
            "SupportedArchitectureAttribute",
            vec![Value::I32(machines)],
        );
    }

    pub(super) fn bit_field_attribute(
        &mut self,
        target: HasAttribute,
        name: &str,
        bit: u8,
        width: u8,
    ) {
        let values = vec![
            Value::Utf8(name.to_owned()),
            Value::I64(bit.into()),
            Value::I64(width.into()),
        ];
        self.win32_attribute(target, "NativeBitfieldAttribute", values);
    }

    /// An attribute of Windows' metadata with unnamed arguments.
    pub(super) fn win32_attribute(&mut self, target: HasAttribute, name: &str, values: Vec<Value>) {
        self.attribute(target, WIN32_METADATA, name, values);
    }

    /// An attribute of Windows' metadata with one named argument.
    pub(super) fn win32_property(
        &mut self,
        target: HasAttribute,
        name: &str,
        property: &str,
        value: Value,
    ) {
        let constructor = self.constructor(WIN32_METADATA, name, Vec::new());
        self.file
            .Attribute(target, constructor, &[(property.to_owned(), value)]);
    }

    pub(super) fn convention_attribute(&mut self, target: TypeDef, how: CallingConvention) {
        const NAMESPACE: &str = "System.Runtime.InteropServices";
        let value = match how {
            CallingConvention::System => 1,
            CallingConvention::C => 2,
            CallingConvention::Fast => 5,
        };
        let constructor = self.constructor(
            NAMESPACE,
            "UnmanagedFunctionPointerAttribute",
            vec![Type::value_named(NAMESPACE, "CallingConvention")],
        );
        self.file.Attribute(
            HasAttribute::TypeDef(target),
            constructor,
            &[(String::new(), Value::I32(value))],
        );
    }

    fn attribute(&mut self, target: HasAttribute, namespace: &str, name: &str, values: Vec<Value>) {
        let types = values.iter().map(Value::ty).collect();
        let constructor = self.constructor(namespace, name, types);
        let values: Vec<_> = values.into_iter().map(|v| (String::new(), v)).collect();
        self.file.Attribute(target, constructor, &values);
    }

    fn constructor(&mut self, namespace: &str, name: &str, types: Vec<Type>) -> AttributeType {
        let class = self.file.TypeRef(namespace, name);
        let signature = Signature {
            flags: MethodCallAttributes::HASTHIS,
            return_type: Type::Void,
            types,
        };
        let parent = MemberRefParent::TypeRef(class);
        AttributeType::MemberRef(self.file.MemberRef(".ctor", &signature, parent))
    }
}
