//! Parameters.

use super::Lowering;
use super::attributes::{Attributes, Place};
use super::operands::Operand;
use super::pointees::Position;
use super::types::Surroundings;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{Direction, Param, Pointee, Type};
use crate::syntax::tree;

impl Lowering<'_> {
    /// The parameters of a method or function.
    pub(super) fn params(&mut self, tree: &[tree::Param]) -> Vec<Param> {
        // Types first: attributes speak of parameters that come later.
        let operands: Vec<Operand> = tree
            .iter()
            .enumerate()
            .map(|(at, param)| self.operand(at, param))
            .collect();
        // `f(VOID)`: C's way to say that there are none, by a typedef.
        if let ([only], [operand]) = (tree, operands.as_slice())
            && only.declarator.name.is_none()
            && *self.schema.resolve(&operand.ty) == Type::Void
        {
            return Vec::new();
        }
        let mut params: Vec<Param> = tree
            .iter()
            .zip(&operands)
            .map(|(param, operand)| self.param(param, operand, &operands))
            .collect();
        for (param, operand) in params.iter_mut().zip(operands) {
            param.name = operand.name;
            param.ty = operand.ty;
        }
        self.no_duplicates(
            "parameter",
            params.iter().map(|param| (param.name.as_str(), param.span)),
        );
        params
    }

    fn operand(&mut self, at: usize, param: &tree::Param) -> Operand {
        let base = self.type_specifier(&param.ty, Surroundings::default());
        let ty = self.declared_type(base, param.ty.is_const, &param.declarator);
        let (name, span) = match &param.declarator.name {
            Some(name) => (name.text.as_str().into(), name.span),
            None => (format!("p{at}"), param.ty.span),
        };
        Operand { name, span, ty }
    }

    /// A parameter, without its name and type: it is those of its operand that the others ask for.
    fn param(&mut self, tree: &tree::Param, operand: &Operand, operands: &[Operand]) -> Param {
        let attributes = self.attributes(&tree.attributes, &[Place::Parameter]);
        let direction = if self.can_come_out(&attributes, operand) {
            direction(&attributes)
        } else {
            Direction::In
        };
        self.check_pointer_attributes(&attributes, &operand.ty, &operand.name);
        Param {
            name: String::new(),
            span: operand.span,
            ty: Type::Void,
            direction,
            retval: attributes.has("retval"),
            optional: attributes.has("optional") || attributes.has("defaultvalue"),
            pointee: self.param_pointee(&attributes, operand, operands),
        }
    }

    fn param_pointee(
        &mut self,
        attributes: &Attributes<'_>,
        operand: &Operand,
        operands: &[Operand],
    ) -> Pointee {
        self.pointee(attributes, &operand.ty, Position::Parameter, operands)
    }

    /// Whether something can come out through a parameter, which takes a pointer.
    fn can_come_out(&mut self, attributes: &Attributes<'_>, operand: &Operand) -> bool {
        let Some(span) = attributes.span("out") else {
            return true;
        };
        let carries = matches!(
            self.schema.resolve(&operand.ty),
            Type::Pointer(_) | Type::Array(_) | Type::SafeArray(_) | Type::Function(_)
        );
        if !carries && !self.is_unknown(&operand.ty) {
            self.report(
                Diagnostic::at(
                    Code::OutNeedsPointer,
                    operand.span,
                    format!("nothing can come out through `{}`", operand.name),
                )
                .label("taken as [in]")
                .also(span, "this needs a pointer")
                .help(format!("write `*{}`, or drop `out`", operand.name)),
            );
            return false;
        }
        true
    }
}

fn direction(attributes: &Attributes<'_>) -> Direction {
    let out = attributes.has("out") || attributes.has("retval");
    match (attributes.has("in"), out) {
        (true, true) => Direction::InOut,
        (false, true) => Direction::Out,
        _ => Direction::In,
    }
}
