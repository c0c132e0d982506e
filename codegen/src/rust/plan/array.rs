//! Arrays that a caller lends: what they are made of, and how long they are.

use super::argument::Argument;
use super::element::Element;
use super::parameter::{Rules, Ruling};
use super::reason::Reason;
use super::related::Extent;
use super::types::{interface_path, is_plain, may_be_misaligned, optional_type};
use crate::schema::{BinaryOperator, Direction, Expression, Primitive, Type, WellKnown};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// An array that becomes a slice.
pub(crate) struct Array {
    pub element: Element,
    pub extent: Extent,
    /// An array that goes out is a buffer that the caller lends.
    pub direction: Direction,
    /// Whether it may be NULL.
    pub optional: bool,
    /// Whether it holds a text, which ends with a zero.
    pub text: bool,
    /// The parameter that tells how many elements were filled.
    pub filled: Option<usize>,
    /// Whether a caller on x86 may have its elements where no slice can point.
    pub misaligned: bool,
}

impl Array {
    /// The parameter's type, on both sides.
    pub fn parameter(&self) -> TokenStream {
        let element = self.element.in_memory();
        let mutability = self.direction.writes().then(|| quote!(mut));
        optional_type(quote!(&#mutability [#element]), self.optional)
    }

    /// Whether its elements own something that goes from one side to the other.
    pub fn hands_out(&self) -> bool {
        self.direction == Direction::Out && !matches!(self.element, Element::Plain(_))
    }

    /// Whether code looks at it again after the call.
    pub fn is_seen_after(&self) -> bool {
        self.text || self.filled.is_some() || self.hands_out()
    }

    /// Whether a caller is told the length of the text in it.
    pub fn tells_length(&self) -> bool {
        self.text && self.filled.is_none()
    }

    /// Whether a caller's own side may find fault with it.
    pub fn is_checked_by_caller(&self) -> bool {
        let text_comes_in = self.text && self.direction == Direction::InOut;
        text_comes_in || matches!(self.extent, Extent::Computed(_))
    }
}

impl Rules<'_> {
    /// Elements in a row.
    pub(super) fn array(&self, element: &Type, raw: &syn::Type) -> Ruling<Argument> {
        let pointee = &self.param.pointee;
        let text = self.is_string();
        let direction = self.direction(raw);
        if pointee.full && direction.writes() {
            return Err(Reason::Aliased);
        }
        let is_told = match pointee.length.as_slice() {
            [] => true,
            length if direction == Direction::In => length == pointee.size.as_slice(),
            _ => self.length.is_some(),
        };
        let (Some(extent), true) = (&self.extent, is_told) else {
            return Err(if text {
                Reason::SizedText
            } else {
                Reason::UncountedArray
            });
        };
        let raw = match raw {
            syn::Type::Ptr(raw) => Some(&*raw.elem),
            _ if text => None,
            _ => return Err(Reason::NamedArray),
        };
        let misaligned = is_plain(self.schema, element) && may_be_misaligned(self.schema, element);
        let element = match text {
            // Whether the size of a text that comes in counts its zero is not said.
            true if direction == Direction::In => return Err(Reason::SizedText),
            true => self.unit(element)?,
            false => self.element(element, raw)?,
        };
        if let Extent::Fixed(len) = extent {
            return fixed(element, *len, direction, self, text, misaligned);
        }
        Ok(Argument::Array(Array {
            element,
            extent: extent.clone(),
            direction,
            optional: self.optional(),
            text,
            filled: self.length,
            misaligned,
        }))
    }

    /// What texts are made of.
    fn unit(&self, unit: &Type) -> Ruling<Element> {
        match self.schema.resolve(unit) {
            Type::Primitive(Primitive::WideChar) => Ok(Element::Plain(quote!(u16))),
            Type::Primitive(Primitive::Char | Primitive::I8 | Primitive::U8) => {
                Ok(Element::Plain(quote!(u8)))
            }
            _ => Err(Reason::OddText),
        }
    }

    /// Plain data, interfaces or counted texts. Bytes may be behind an untyped pointer.
    fn element(&self, element: &Type, raw: Option<&syn::Type>) -> Ruling<Element> {
        match self.schema.resolve(element) {
            Type::Void => return Ok(Element::Plain(quote!(u8))),
            Type::Pointer(pointer) => {
                if let Some((id, _)) = self.schema.as_interface(&pointer.target)
                    && self.param.pointee.iid_is.is_none()
                {
                    return Ok(Element::Interface(interface_path(self.schema, id)));
                }
            }
            _ => {}
        }
        match raw {
            _ if self.schema.well_known(element) == Some(WellKnown::Bstr) => Ok(Element::Bstr),
            Some(raw) if is_plain(self.schema, element) => Ok(Element::Plain(quote!(#raw))),
            _ => Err(Reason::ArrayOfOther),
        }
    }
}

/// A number of elements that never changes is part of a type.
fn fixed(
    element: Element,
    len: u64,
    direction: Direction,
    rules: &Rules<'_>,
    text: bool,
    misaligned: bool,
) -> Ruling<Argument> {
    let (Element::Plain(element), Ok(len)) = (element, usize::try_from(len)) else {
        return Err(Reason::ArrayOfOther);
    };
    if text {
        return Err(Reason::SizedText);
    }
    if rules.length.is_some() {
        return Err(Reason::UncountedArray);
    }
    let len = proc_macro2::Literal::usize_unsuffixed(len);
    let target = quote!([#element; #len]);
    match direction {
        Direction::Out if rules.optional() => Err(Reason::OptionalOut),
        Direction::Out => Ok(Argument::Out { target }),
        direction => Ok(Argument::Reference {
            target,
            mutable: direction == Direction::InOut,
            optional: rules.optional(),
            misaligned,
        }),
    }
}

/// The size that an expression says, in generated code that has the operands in variables.
pub(crate) fn size(expression: &Expression, names: &[Ident]) -> TokenStream {
    let operand = |expression: &Expression| {
        let size = size(expression, names);
        match expression {
            Expression::Binary(..) => quote!((#size)),
            _ => size,
        }
    };
    match expression {
        Expression::Constant(value) => {
            let value = proc_macro2::Literal::i128_unsuffixed(*value);
            quote!(Size::of(#value))
        }
        Expression::Operand(at) => {
            let name = names.get(*at);
            quote!(Size::of(#name))
        }
        Expression::Binary(operator, left, right) => {
            let (left, right) = (operand(left), operand(right));
            let operator = match operator {
                BinaryOperator::Add => quote!(+),
                BinaryOperator::Subtract => quote!(-),
                BinaryOperator::Multiply => quote!(*),
                BinaryOperator::Divide => quote!(/),
                _ => return quote!(Size::unknown()),
            };
            quote!(#left #operator #right)
        }
        _ => quote!(Size::unknown()),
    }
}
