//! Methods of interfaces and dispinterfaces.

use super::Lowering;
use super::attributes::{Attributes, Place};
use super::declarators::convention;
use super::types::Surroundings;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{CallingConvention, Direction, Method, MethodKind};
use crate::syntax::tree::{Declarator, Item, Param, Shape, TypeSpecifier};

impl Lowering<'_> {
    /// A method. `None` for one that stands in no vtable: the wire form of another (`call_as`).
    pub(super) fn method(
        &mut self,
        item: &Item,
        ty: &TypeSpecifier,
        declarator: &Declarator,
    ) -> Option<Method> {
        let Some((Shape::Function(function), shape)) = declarator.shape.split_first() else {
            return None;
        };
        let attributes = self.attributes(&item.attributes, &[Place::Method]);
        let base = self.type_specifier(ty, Surroundings::default());
        let returns = self.shaped(base, ty.is_const, shape);
        let around = self.scope;
        self.scope.convention = CallingConvention::System;
        let mut params = self.params(&function.params);
        self.scope = around;
        self.check_retval(&function.params, &mut params);
        self.no_pipes(&params);
        if attributes.has("call_as") {
            return None;
        }
        let name = declarator.name.as_ref()?;
        let annotations = self.annotations(&attributes);
        Some(Method {
            name: name.text.as_str().into(),
            span: name.span,
            docs: item.docs.clone(),
            returns,
            params,
            kind: kind(&attributes),
            dispatch_id: self.dispatch_id(&attributes),
            local: self.scope.local || attributes.has("local"),
            vararg: attributes.has("vararg"),
            variadic: function.variadic,
            convention: convention(function, CallingConvention::System),
            success_codes: annotations.success_codes,
        })
    }

    /// `[id(n)]`
    pub(super) fn dispatch_id(&mut self, attributes: &Attributes<'_>) -> Option<i32> {
        let argument = attributes.argument("id")?;
        let value = self.integer(argument)?;
        let value = self.fit(value, 32, false, argument.span);
        i32::try_from(value).ok()
    }

    /// `[retval]` is the one last parameter, and comes out. What is not so is a plain parameter.
    fn check_retval(&mut self, tree: &[Param], params: &mut [crate::schema::Param]) {
        let last = params.len().saturating_sub(1);
        for (at, (param, tree)) in params.iter_mut().zip(tree).enumerate() {
            if !param.retval || (at == last && param.direction == Direction::Out) {
                continue;
            }
            param.retval = false;
            let span = tree
                .attributes
                .iter()
                .find(|attribute| attribute.name.text == "retval")
                .map_or(param.span, |attribute| attribute.span);
            let diagnostic = Diagnostic::at(
                Code::BadRetval,
                span,
                format!("`{}` cannot be what the method returns", param.name),
            );
            self.report(if at == last {
                diagnostic
                    .label("it goes in as well")
                    .help("leave out `retval`, or `in`")
            } else {
                diagnostic
                    .label("only the last parameter can")
                    .help("leave out `retval` here, or move the parameter to the end")
            });
        }
    }
}

fn kind(attributes: &Attributes<'_>) -> MethodKind {
    if attributes.has("propget") {
        MethodKind::PropertyGet
    } else if attributes.has("propput") {
        MethodKind::PropertyPut
    } else if attributes.has("propputref") {
        MethodKind::PropertyPutRef
    } else {
        MethodKind::Plain
    }
}
