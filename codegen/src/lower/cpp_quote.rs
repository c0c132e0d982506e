//! Quoted C: the constants, GUIDs and packing in it. Everything else is for C compilers alone.

use super::Lowering;
use super::constants::{Value, parse_quoted};
use crate::machines::Machines;
use crate::schema::{BinaryOperator, ConstantValue, Guid, Primitive, Type};
use crate::source::Span;
use crate::syntax::tree::{Expression, ExpressionKind, Ident, Item, StringLiteral, TypeKind};

impl Lowering<'_> {
    /// `cpp_quote("…")`
    pub(super) fn cpp_quote(&mut self, item: &Item, quote: &StringLiteral) {
        let line = quote.text.trim();
        self.conditions.pass(line, quote.span.file);
        let machines = self.conditions.machines();
        self.packing.quoted(line, machines);
        if let Some(define) = line.strip_prefix("#define") {
            // A constant has one value, which all machines share.
            if machines == Machines::ALL {
                self.quoted_define(item, define, quote.span);
            }
        } else if line.starts_with("DEFINE_GUID") {
            self.quoted_guid(item, line.trim_end_matches(';'), quote.span);
        }
    }

    /// `#define NAME value`, where the value is a constant.
    fn quoted_define(&mut self, item: &Item, define: &str, span: Span) {
        let define = define.trim_start();
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let end = define.find(|c| !is_word(c)).unwrap_or(define.len());
        let (name, text) = define.split_at(end);
        if name.is_empty() || !text.starts_with([' ', '\t']) || self.is_taken(name) {
            return;
        }
        let Some(expression) = parse_quoted(text, span) else {
            return;
        };
        let Some(value) = self.constant_if_any(&expression) else {
            return;
        };
        let Some((ty, constant)) = self.quoted_constant(&expression, &value) else {
            return;
        };
        let name = Ident {
            text: name.into(),
            span,
        };
        if self.learn_constant(&name, value) {
            let id = self.add_constant(&name.text, span, &item.docs, ty, constant);
            if let Some(known) = self.constants.get_mut(&name.text) {
                known.quoted = Some(id);
            }
        }
    }

    /// A macro that renames a type or repeats a constant adds nothing.
    fn is_taken(&self, name: &str) -> bool {
        self.constants.contains_key(name) || self.names.ordinary.contains_key(name)
    }

    fn quoted_constant(
        &mut self,
        expression: &Expression,
        value: &Value,
    ) -> Option<(Type, ConstantValue)> {
        let text = |unit| Type::pointer_to(Type::Primitive(unit), true);
        Some(match value {
            Value::Integer(integer) => {
                let ty = self
                    .written_type(expression)
                    .unwrap_or(Type::Primitive(integer.primitive()));
                (ty, ConstantValue::Integer(integer.value()))
            }
            Value::Float(float) => {
                let ty = match float.single {
                    true => Primitive::F32,
                    false => Primitive::F64,
                };
                (Type::Primitive(ty), ConstantValue::Float(float.value))
            }
            Value::String(value) => (text(Primitive::Char), ConstantValue::String(value.clone())),
            Value::WideString(value) => (
                text(Primitive::WideChar),
                ConstantValue::WideString(value.clone()),
            ),
            Value::Guid(_) => return None,
        })
    }

    /// The type that a quoted value is cast to, if it is known and holds integers.
    fn written_type(&self, expression: &Expression) -> Option<Type> {
        let name = match &expression.kind {
            ExpressionKind::Cast(ty, _) => match &ty.ty.kind {
                TypeKind::Name(name) => name.text.as_str(),
                _ => return None,
            },
            ExpressionKind::Call(name, _) if name.text != "__MSABI_LONG" => "HRESULT",
            // `(VARIANT_BOOL)-1` reads as a subtraction.
            ExpressionKind::Binary(BinaryOperator::Subtract, left, _) => match &left.kind {
                ExpressionKind::Name(name) if !self.constants.contains_key(name) => name,
                _ => return None,
            },
            _ => return None,
        };
        let ty = Type::Named(*self.names.ordinary.get(name)?);
        match self.schema.resolve(&ty) {
            // What is negative there has one value for each width.
            Type::Primitive(Primitive::USize)
                if matches!(expression.kind, ExpressionKind::Binary(..)) =>
            {
                None
            }
            Type::Primitive(_) => Some(ty),
            _ => None,
        }
    }

    /// `DEFINE_GUID(NAME, a, b, c, d, …)`
    fn quoted_guid(&mut self, item: &Item, line: &str, span: Span) {
        let Some(expression) = parse_quoted(line, span) else {
            return;
        };
        let ExpressionKind::Call(_, arguments) = &expression.kind else {
            return;
        };
        let Some((first, parts)) = arguments.split_first() else {
            return;
        };
        let ExpressionKind::Name(name) = &first.kind else {
            return;
        };
        let Some(ty) = self.names.ordinary.get("GUID").copied() else {
            return;
        };
        if self.is_taken(name) {
            return;
        }
        let Some(guid) = self.guid_of_parts(parts) else {
            return;
        };
        let name = Ident {
            text: name.clone(),
            span,
        };
        if self.learn_constant(&name, Value::Guid(guid)) {
            let value = ConstantValue::Guid(guid);
            self.add_constant(&name.text, span, &item.docs, Type::Named(ty), value);
        }
    }

    fn guid_of_parts(&mut self, parts: &[Expression]) -> Option<Guid> {
        let mut numbers = Vec::with_capacity(parts.len());
        for part in parts {
            match self.constant_if_any(part)? {
                Value::Integer(integer) => numbers.push(integer.value()),
                _ => return None,
            }
        }
        let [a, b, c, tail @ ..] = numbers.as_slice() else {
            return None;
        };
        let tail: Vec<u8> = tail
            .iter()
            .map(|byte| u8::try_from(*byte).ok())
            .collect::<Option<_>>()?;
        Some(Guid::from_fields(
            u32::try_from(*a).ok()?,
            u16::try_from(*b).ok()?,
            u16::try_from(*c).ok()?,
            tail.try_into().ok()?,
        ))
    }
}
