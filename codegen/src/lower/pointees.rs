//! What attributes say about the data behind a pointer.

use super::Lowering;
use super::attributes::Attributes;
use super::operands::Operand;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{
    BinaryOperator, DefinitionKind, Expression, Nullability, Pointee, Primitive, Type,
};
use crate::syntax::tree;

/// Where a type stands; MIDL's rules for pointers that say nothing depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    /// A pointer is `ref`.
    Parameter,
    /// A pointer is what the interface's `pointer_default` says; `unique` outside of one.
    Field,
    /// A pointer says what its own attribute says, and otherwise nothing.
    Alias,
}

impl Lowering<'_> {
    /// Everything that attributes, and the aliases in the type, say of what a pointer points to.
    pub(super) fn pointee(
        &mut self,
        attributes: &Attributes<'_>,
        ty: &Type,
        position: Position,
        operands: &[Operand],
    ) -> Pointee {
        let inherited = self.alias_pointee(ty);
        let annotations = self.annotations(attributes);
        let size = self.sizes(attributes, "size_is", "max_is", operands);
        let length = self.lengths(attributes, operands);
        Pointee {
            null: self.nullability(attributes, ty, position, inherited.null),
            explicit: ["ref", "unique", "ptr"]
                .iter()
                .any(|kind| attributes.has(kind)),
            full: attributes.has("ptr") || inherited.full,
            string: attributes.has("string") || inherited.string,
            size: if size.is_empty() {
                inherited.size
            } else {
                size
            },
            length: if length.is_empty() {
                inherited.length
            } else {
                length
            },
            iid_is: self.one_operand(attributes, "iid_is", operands),
            switch_is: self.one_operand(attributes, "switch_is", operands),
            ownership: annotations.ownership,
            null_on_success: annotations.null_on_success,
            flags: annotations.flags,
            allocator: annotations.allocator,
            range: self.range(attributes).or(inherited.range),
            custom: annotations.unknown,
        }
    }

    /// What the typedefs that lead to a type say of it. Sizes in them speak of no parameter here, so that only
    /// constant ones count.
    fn alias_pointee(&self, ty: &Type) -> Pointee {
        let mut all = Pointee::default();
        let mut ty = ty;
        // Lowering defines aliases one after another, so that a chain cannot be long; a cycle is broken input.
        for _ in 0..64 {
            let Type::Named(id) = ty else { break };
            let DefinitionKind::Alias(alias) = &self.schema[*id].kind else {
                break;
            };
            if alias.pointee.null == Nullability::Nullable {
                all.null = Nullability::Nullable;
            }
            all.range = all.range.or_else(|| alias.pointee.range.clone());
            all.full |= alias.pointee.full;
            all.string |= alias.pointee.string;
            let constant = |sizes: &[Option<Expression>]| {
                sizes
                    .iter()
                    .all(|size| matches!(size, None | Some(Expression::Constant(_))))
            };
            if all.size.is_empty() && constant(&alias.pointee.size) {
                all.size.clone_from(&alias.pointee.size);
            }
            ty = &alias.ty;
        }
        all
    }

    fn nullability(
        &self,
        attributes: &Attributes<'_>,
        ty: &Type,
        position: Position,
        inherited: Nullability,
    ) -> Nullability {
        if attributes.has("ref") {
            return Nullability::NonNull;
        }
        if attributes.has("unique") || attributes.has("ptr") {
            return Nullability::Nullable;
        }
        let is_pointer = matches!(
            self.schema.resolve(ty),
            Type::Pointer(_) | Type::SafeArray(_) | Type::Function(_)
        );
        match position {
            Position::Field if is_pointer => self.scope.pointer_default,
            _ => inherited,
        }
    }

    /// The counts of `name`, or of `last` (`max_is`), which names the last index instead.
    fn sizes(
        &mut self,
        attributes: &Attributes<'_>,
        name: &str,
        last: &str,
        operands: &[Operand],
    ) -> Vec<Option<Expression>> {
        let counts = self.operand_list(attributes, name, operands);
        if !counts.is_empty() {
            return counts;
        }
        self.operand_list(attributes, last, operands)
            .into_iter()
            .map(|last| last.map(plus_one))
            .collect()
    }

    /// `length_is`, or what `first_is` and `last_is` say in its place.
    fn lengths(
        &mut self,
        attributes: &Attributes<'_>,
        operands: &[Operand],
    ) -> Vec<Option<Expression>> {
        let lengths = self.sizes(attributes, "length_is", "last_is", operands);
        if attributes.has("length_is") || lengths.is_empty() {
            return lengths;
        }
        let mut first = self
            .operand_list(attributes, "first_is", operands)
            .into_iter();
        lengths
            .into_iter()
            .map(|length| match (length, first.next().flatten()) {
                (Some(length), Some(first)) => Some(Expression::Binary(
                    BinaryOperator::Subtract,
                    Box::new(length),
                    Box::new(first),
                )),
                (length, _) => length,
            })
            .collect()
    }

    /// Attributes that only a pointer or array can have, and those that exclude each other.
    pub(super) fn check_pointer_attributes(
        &mut self,
        attributes: &Attributes<'_>,
        ty: &Type,
        name: &str,
    ) {
        if self.is_unknown(ty) {
            return;
        }
        let resolved = self.schema.resolve(ty);
        let is_pointer = matches!(
            resolved,
            Type::Pointer(_) | Type::Array(_) | Type::SafeArray(_) | Type::Function(_)
        );
        // That an interface needs a pointer is told by itself.
        let is_interface = self.schema.as_interface(resolved).is_some();
        if !is_pointer && !is_interface {
            const NEED: [&str; 8] = [
                "ref",
                "unique",
                "ptr",
                "size_is",
                "max_is",
                "length_is",
                "last_is",
                "iid_is",
            ];
            if let Some(attribute) = NEED.iter().find_map(|need| attributes.get(need)) {
                let diagnostic = Diagnostic::at(
                    Code::NotAPointer,
                    attribute.span,
                    format!(
                        "`{}` is about a pointer, and `{name}` is none",
                        attribute.name.text
                    ),
                );
                let help = format!("write `*{name}`, or leave out `{}`", attribute.name.text);
                self.report(match name {
                    "" => diagnostic,
                    _ => diagnostic.help(help),
                });
            }
        }
        let is_text = is_pointer && self.is_text(ty);
        if let Some(span) = attributes.span("string")
            && !is_text
        {
            self.report(
                Diagnostic::at(
                    Code::StringNeedsCharacters,
                    span,
                    format!("`{name}` is not text"),
                )
                .help("[string] stands on pointers to and arrays of `char`, `wchar_t` or `byte`"),
            );
        }
        let mut kinds = ["ref", "unique", "ptr"]
            .iter()
            .filter_map(|kind| attributes.get(kind));
        if let (Some(first), Some(second)) = (kinds.next(), kinds.next()) {
            self.report(
                Diagnostic::at(
                    Code::ConflictingAttributes,
                    second.span,
                    format!("`{}` contradicts `{}`", second.name.text, first.name.text),
                )
                .also(first.span, "a pointer is one of them"),
            );
        }
    }

    /// Whether the last thing behind all pointers is a character, or an integer that old files use as one.
    fn is_text(&self, ty: &Type) -> bool {
        let mut ty = ty;
        loop {
            ty = match self.schema.resolve(ty) {
                Type::Pointer(pointer) => &pointer.target,
                Type::Array(array) => &array.element,
                Type::Primitive(primitive) => {
                    return matches!(
                        primitive,
                        Primitive::Char
                            | Primitive::WideChar
                            | Primitive::I8
                            | Primitive::U8
                            | Primitive::U16
                    );
                }
                _ => return false,
            };
        }
    }

    fn operand_list(
        &mut self,
        attributes: &Attributes<'_>,
        name: &str,
        operands: &[Operand],
    ) -> Vec<Option<Expression>> {
        let slots: &[Option<tree::Expression>] = attributes
            .get(name)
            .and_then(|attribute| attribute.arguments.as_deref())
            .unwrap_or_default();
        slots
            .iter()
            .map(|slot| Some(self.operand_or_unknown(slot.as_ref()?, name, operands)))
            .collect()
    }

    fn one_operand(
        &mut self,
        attributes: &Attributes<'_>,
        name: &str,
        operands: &[Operand],
    ) -> Option<Expression> {
        Some(self.operand_or_unknown(attributes.argument(name)?, name, operands))
    }

    /// `range(low, high)`
    fn range(&mut self, attributes: &Attributes<'_>) -> Option<Box<(i128, i128)>> {
        let mut bounds = super::attributes::arguments(attributes.get("range")?);
        let low = self.integer(bounds.next()?)?;
        let high = self.integer(bounds.next()?)?;
        Some(Box::new((low, high)))
    }

    /// What is written and not understood is not the same as what is left out.
    fn operand_or_unknown(
        &mut self,
        expression: &tree::Expression,
        attribute: &str,
        operands: &[Operand],
    ) -> Expression {
        self.operand_expression(expression, attribute, operands)
            .unwrap_or(Expression::Unknown)
    }
}

fn plus_one(last: Expression) -> Expression {
    Expression::Binary(
        BinaryOperator::Add,
        Box::new(last),
        Box::new(Expression::Constant(1)),
    )
}
