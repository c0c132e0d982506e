//! Functions, delegates, and the parameters of everything that is called.

use windows_metadata::writer::{HasAttribute, TypeDef, TypeDefOrRef};
use windows_metadata::{
    MethodAttributes, MethodCallAttributes, PInvokeAttributes, ParamAttributes, Signature,
    Type as Winmd, TypeAttributes, Value,
};

use crate::rust::naming;
use crate::schema::{
    CallingConvention, Expression, Function, FunctionType, Nullability, Param, Type,
};

use super::interface::VIRTUAL;
use super::remainder::Node;
use super::{Faithfulness, Writer};

impl Writer<'_> {
    /// A function that a DLL exports.
    pub(super) fn function(&mut self, name: &str, function: &Function, rest: &Node) {
        let Some(dll) = &function.dll else { return };
        let name = self.name(name);
        let flags = MethodAttributes::Public
            | MethodAttributes::HideBySig
            | MethodAttributes::Static
            | MethodAttributes::PInvokeImpl;
        let signature = self.signature(&function.params, &function.returns, function.variadic);
        let method = self
            .file
            .MethodDef(&name, &signature, flags, Default::default());
        self.params(&function.params, &rest.parts);
        self.midl_attribute(HasAttribute::MethodDef(method), &rest.facts);
        let convention = match function.convention {
            CallingConvention::System => PInvokeAttributes::CallConvPlatformapi,
            CallingConvention::C => PInvokeAttributes::CallConvCdecl,
            CallingConvention::Fast => PInvokeAttributes::CallConvFastcall,
        };
        let flags = PInvokeAttributes::NoMangle | convention;
        let entry = function.entry.as_deref().unwrap_or(&name);
        self.file.ImplMap(method, flags, entry, dll);
    }

    /// A function pointer with a name: a delegate with one method.
    pub(super) fn delegate(
        &mut self,
        name: &str,
        function: &FunctionType,
        rest: &[Node],
    ) -> TypeDef {
        let base = self.file.TypeRef("System", "MulticastDelegate");
        let definition = self.file.TypeDef(
            self.namespace,
            name,
            TypeDefOrRef::TypeRef(base),
            TypeAttributes::Public | TypeAttributes::Sealed,
        );
        self.convention_attribute(definition, function.convention);
        // A delegate has no `...` in metadata as text either; the attribute of ours tells of it.
        let signature = self.signature(&function.params, &function.returns, false);
        self.file
            .MethodDef("Invoke", &signature, VIRTUAL, Default::default());
        self.params(&function.params, rest);
        definition
    }

    fn signature(&self, params: &[Param], returns: &Type, variadic: bool) -> Signature {
        Signature {
            flags: match variadic {
                true => MethodCallAttributes::VARARG,
                false => MethodCallAttributes::default(),
            },
            return_type: self.ty(returns, false),
            types: self.param_types(params),
        }
    }

    pub(super) fn param_types(&self, params: &[Param]) -> Vec<Winmd> {
        params
            .iter()
            .map(|param| self.param_type(&param.ty, param.pointee.string))
            .collect()
    }

    /// Names, directions and attributes of the parameters of the method that was written last.
    pub(super) fn params(&mut self, params: &[Param], rest: &[Node]) {
        let names = match self.flavour {
            Faithfulness::Published => params.iter().map(|param| param.name.clone()).collect(),
            Faithfulness::ForRaw => naming::params(params, &self.values),
        };
        for (at, ((param, name), sequence)) in params.iter().zip(names).zip(1..).enumerate() {
            let flags = match self.flavour {
                Faithfulness::Published => published_flags(param),
                Faithfulness::ForRaw => self.raw_flags(param),
            };
            let row = self.file.Param(&name, sequence, flags);
            if self.flavour == Faithfulness::Published {
                self.param_attributes(HasAttribute::Param(row), param);
                self.rest_attribute(HasAttribute::Param(row), rest, at);
            }
        }
    }

    /// windows-bindgen makes a const pointer of each pointer that only goes in; those that C has without const stay
    /// as they are when they go both ways. An array of interfaces must not, or it would be taken for one interface
    /// that comes out.
    fn raw_flags(&self, param: &Param) -> ParamAttributes {
        let mutable = match self.param_type(&param.ty, param.pointee.string) {
            Winmd::PtrMut(target, _) => !matches!(*target, Winmd::ClassName(_)),
            _ => false,
        };
        if mutable || param.direction.writes() {
            ParamAttributes::In | ParamAttributes::Out
        } else {
            ParamAttributes::In
        }
    }

    fn param_attributes(&mut self, target: HasAttribute, param: &Param) {
        if param.retval {
            self.win32_attribute(target, "RetValAttribute", Vec::new());
        }
        if param.pointee.iid_is.is_some() && param.direction.writes() {
            self.win32_attribute(target, "ComOutPtrAttribute", Vec::new());
        }
        let Some(Some(size)) = param.pointee.size.first() else {
            return;
        };
        let index = match size {
            Expression::Operand(index) | Expression::Dereference(index) => {
                i16::try_from(*index).ok().map(Value::I16)
            }
            _ => None,
        };
        let untyped = match self.schema.as_pointer(&param.ty) {
            Some(pointer) => *self.schema.resolve(&pointer.target) == Type::Void,
            None => false,
        };
        match (index, size) {
            (Some(index), _) if untyped => {
                self.win32_property(target, "MemorySizeAttribute", "BytesParamIndex", index);
            }
            (Some(index), _) => {
                let name = "NativeArrayInfoAttribute";
                self.win32_property(target, name, "CountParamIndex", index);
            }
            (None, Expression::Constant(count)) => {
                if let Ok(count) = i32::try_from(*count) {
                    let name = "NativeArrayInfoAttribute";
                    self.win32_property(target, name, "CountConst", Value::I32(count));
                }
            }
            (None, _) => {}
        }
    }
}

fn published_flags(param: &Param) -> ParamAttributes {
    let mut flags = ParamAttributes::default();
    if param.direction.reads() {
        flags |= ParamAttributes::In;
    }
    if param.direction.writes() {
        flags |= ParamAttributes::Out;
    }
    if param.pointee.null == Nullability::Nullable {
        flags |= ParamAttributes::Optional;
    }
    flags
}
