//! Constants, functions, and types that are declared without a typedef.

use super::Lowering;
use super::attributes::{Attributes, Place};
use super::constants::{Float, Integer, Value};
use super::declarators::convention;
use super::types::Surroundings;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{
    CallingConvention, Constant, ConstantValue, DefinitionId, DefinitionKind, Function, Primitive,
    Type,
};
use crate::source::Span;
use crate::syntax::tree::{
    Const, Declaration, Declarator, Expression, ExpressionKind, Item, ItemKind, Module, Shape,
};

impl Lowering<'_> {
    /// `const T NAME = value;`
    pub(super) fn const_item(&mut self, item: &Item, constant: &Const) {
        self.attributes(&item.attributes, &[Place::Constant]);
        let base = self.type_specifier(&constant.ty, Surroundings::default());
        for (declarator, expression) in &constant.declarators {
            let ty = self.declared_type(base.clone(), constant.ty.is_const, declarator);
            self.one_const(item, declarator, ty, expression);
        }
    }

    fn one_const(
        &mut self,
        item: &Item,
        declarator: &Declarator,
        ty: Type,
        expression: &Expression,
    ) {
        let Some(name) = &declarator.name else {
            return;
        };
        let Some(value) = self.constant(expression) else {
            return;
        };
        let Some(value) = self.constant_of_type(value, &ty, expression.span) else {
            return;
        };
        let seen = self.value_of(&ty, &value);
        let known = self.constants.get(&name.text);
        if let Some(quoted) = known.and_then(|known| known.quoted) {
            // What is quoted is for C compilers, which may see it under a condition of theirs.
            self.constants.shift_remove(&name.text);
            let kind = DefinitionKind::Constant(Constant { ty, value });
            self.schema[quoted] = self.definition(&name.text, name.span, &item.docs, kind);
            if let Some(seen) = seen {
                self.learn_constant(name, seen);
            }
            return;
        }
        if seen.is_some_and(|seen| self.learn_constant(name, seen)) {
            self.add_constant(&name.text, name.span, &item.docs, ty, value);
        }
    }

    /// What expressions see of a constant: what it holds, not what was written.
    pub(super) fn value_of(&self, ty: &Type, value: &ConstantValue) -> Option<Value> {
        match (value, self.schema.resolve(ty)) {
            (ConstantValue::Integer(value), Type::Primitive(primitive)) => {
                Integer::of_primitive(*value, *primitive).map(Value::Integer)
            }
            (ConstantValue::Integer(value), _) => {
                Integer::of_primitive(*value, Primitive::I64).map(Value::Integer)
            }
            (ConstantValue::Float(value), ty) => Some(Value::Float(Float {
                value: *value,
                single: *ty == Type::Primitive(Primitive::F32),
            })),
            (ConstantValue::String(text), _) => Some(Value::String(text.clone())),
            (ConstantValue::WideString(text), _) => Some(Value::WideString(text.clone())),
            (ConstantValue::Guid(guid), _) => Some(Value::Guid(*guid)),
        }
    }

    /// Adds a constant to the schema.
    pub(super) fn add_constant(
        &mut self,
        name: &str,
        span: Span,
        docs: &str,
        ty: Type,
        value: ConstantValue,
    ) -> DefinitionId {
        let kind = DefinitionKind::Constant(Constant { ty, value });
        let definition = self.definition(name, span, docs, kind);
        self.schema.add(definition)
    }

    /// `module M { … }`
    pub(super) fn module(&mut self, item: &Item, module: &Module) {
        let attributes = self.attributes(&item.attributes, &[Place::Module]);
        let dll = attributes.text("dllname");
        for inner in &module.items {
            match &inner.kind {
                ItemKind::Declaration(declaration) => self.declaration(inner, declaration, dll),
                _ => self.item(inner),
            }
        }
    }

    /// A function, or a struct, union or enum on its own. A variable (`extern const IID IID_I;`) says where C
    /// finds something, and means nothing here.
    pub(super) fn declaration(
        &mut self,
        item: &Item,
        declaration: &Declaration,
        dll: Option<&str>,
    ) {
        if declaration.declarators.is_empty() {
            let places = super::typedefs::places(&declaration.ty);
            self.attributes(&item.attributes, places);
            let around = Surroundings {
                untagged: None,
                docs: &item.docs,
                attributes: &item.attributes,
            };
            self.type_specifier(&declaration.ty, around);
            return;
        }
        for declarator in &declaration.declarators {
            if let Some(Shape::Function(_)) = declarator.shape.first() {
                self.function(item, declaration, declarator, dll);
            }
        }
    }

    fn function(
        &mut self,
        item: &Item,
        declaration: &Declaration,
        declarator: &Declarator,
        dll: Option<&str>,
    ) {
        let Some((Shape::Function(function), shape)) = declarator.shape.split_first() else {
            return;
        };
        let attributes = self.attributes(&item.attributes, &[Place::Function]);
        let base = self.type_specifier(&declaration.ty, Surroundings::default());
        let returns = self.shaped(base, declaration.ty.is_const, shape);
        let params = self.params(&function.params);
        let Some(name) = &declarator.name else {
            return;
        };
        // Of all others MIDL writes a prototype that names none.
        let default = match dll {
            Some(_) => CallingConvention::System,
            None => CallingConvention::C,
        };
        let kind = DefinitionKind::Function(Function {
            dll: dll.map(str::to_owned),
            entry: self.entry(&attributes),
            returns,
            params,
            variadic: function.variadic,
            convention: convention(function, default),
        });
        let definition = self.definition(&name.text, name.span, &item.docs, kind);
        if let Some(known) = self.schema.find(&name.text)
            && matches!(self.schema[known].kind, DefinitionKind::Function(_))
        {
            let known_kind = &self.schema[known].kind;
            if !self.same(known_kind, &definition.kind) {
                let diagnostic = Diagnostic::at(
                    Code::DuplicateDefinition,
                    name.span,
                    format!("`{}` is declared a second time, and differently", name.text),
                )
                .also(self.schema[known].span, "first declared here");
                self.report(diagnostic);
            }
            return;
        }
        self.schema.add(definition);
    }

    /// `[entry("Name")]` or `[entry(12)]`
    fn entry(&mut self, attributes: &Attributes<'_>) -> Option<String> {
        let argument = attributes.argument("entry")?;
        match &argument.kind {
            ExpressionKind::String(text) | ExpressionKind::WideString(text) => Some(text.clone()),
            _ => self.integer(argument).map(|ordinal| format!("#{ordinal}")),
        }
    }
}
