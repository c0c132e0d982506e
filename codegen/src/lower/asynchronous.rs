//! `async_uuid`: the second interface that MIDL makes of one, whose methods are begun and finished apart.

use super::Lowering;
use super::attributes::Attributes;
use super::interfaces::is_com;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{
    DefinitionId, DefinitionKind, Expression, Interface, Method, Param, Pointee, Type, WellKnown,
};
use crate::source::Span;
use crate::syntax::tree::{self, Ident, Item};

/// The name of the second interface, where the item has one.
pub(super) fn name(item: &Item, interface: &tree::Interface) -> Option<Ident> {
    let mut attributes = item.attributes.iter();
    let is_asked_for = attributes.any(|attribute| attribute.name.text == "async_uuid");
    (is_asked_for && interface.items.is_some() && is_com(item, interface))
        .then(|| name_for(&interface.name.text, interface.name.span))
}

fn name_for(name: &str, span: Span) -> Ident {
    Ident {
        text: format!("Async{name}").into(),
        span,
    }
}

impl Lowering<'_> {
    /// Defines the second interface of `first`, if it has one.
    pub(super) fn asynchronous(
        &mut self,
        item: &Item,
        interface: &tree::Interface,
        attributes: &Attributes<'_>,
        first: &Interface,
    ) {
        let Some(attribute) = attributes.span("async_uuid") else {
            return;
        };
        let name = name_for(&interface.name.text, interface.name.span);
        let Some(id) = self.names.ordinary.get(&name.text).copied() else {
            return;
        };
        let base = match (first.base, &interface.base) {
            (Some(base), Some(base_name)) => match self.asynchronous_base(base, base_name.span) {
                Some(base) => {
                    self.bases.push((id, base_name.clone()));
                    Some(base)
                }
                None => {
                    self.no_asynchronous_base(attribute, base_name);
                    return;
                }
            },
            // Where the base is missing or unknown, that has been reported.
            _ => None,
        };
        let iid = attributes.uuid("async_uuid");
        self.check_iid(&name, id, iid, attribute);
        let halves = |method: &Method| [begin(method), finish(method)];
        let kind = DefinitionKind::Interface(Interface {
            iid,
            base,
            methods: first.methods.iter().flat_map(halves).collect(),
            completeness: first.completeness,
            dual: false,
        });
        let docs = documented(
            &format!(
                "`{}` for callers that do not wait: each of its methods is begun and finished by a call of its own.",
                interface.name.text
            ),
            &item.docs,
        );
        let definition = self.definition(&name.text, name.span, &docs, kind);
        self.define(id, definition);
    }

    /// What the second interface extends: what was made of the first one's base in the same way.
    fn asynchronous_base(&mut self, base: DefinitionId, span: Span) -> Option<DefinitionId> {
        let ty = Type::Named(base);
        if self.schema.well_known(&ty) == Some(WellKnown::IUnknown) {
            return Some(base);
        }
        let name = name_for(&self.schema[base].name, span);
        let ty = match self.names.ordinary.get(&name.text) {
            Some(id) => Type::Named(*id),
            None => self.external_type(&name)?,
        };
        self.schema.as_interface(&ty).map(|(id, _)| id)
    }

    /// Functions of RPC have no interface that a second one could be made of.
    pub(super) fn no_asynchronous_functions(&mut self, name: &Ident, attribute: Span) {
        self.report(
            Diagnostic::at(
                Code::NotAsynchronous,
                attribute,
                format!("`{}` is not called through COM", name.text),
            )
            .help("`async_uuid` is for interfaces with `object`"),
        );
    }

    fn no_asynchronous_base(&mut self, attribute: Span, base: &Ident) {
        self.report(
            Diagnostic::at(
                Code::NotAsynchronous,
                base.span,
                format!("there is no `Async{}` to extend", base.text),
            )
            .also(attribute, "asks for an asynchronous interface")
            .help(format!(
                "give `{}` an `async_uuid`, too, or extend `IUnknown`",
                base.text
            )),
        );
    }
}

/// The half that takes what goes in.
fn begin(method: &Method) -> Method {
    Method {
        docs: documented(
            &format!("Starts `{0}`; `Finish_{0}` ends it.", method.name),
            &method.docs,
        ),
        // They tell how the work ended.
        success_codes: Vec::new(),
        ..half(method, "Begin", |param| param.direction.reads())
    }
}

/// The half that returns what comes out.
fn finish(method: &Method) -> Method {
    Method {
        docs: documented(
            &format!(
                "Ends `{0}`, which `Begin_{0}` has started; waits until then.",
                method.name
            ),
            &method.docs,
        ),
        ..half(method, "Finish", |param| param.direction.writes())
    }
}

/// What goes both ways is a parameter of both halves: what it holds may be replaced by either.
fn half(method: &Method, prefix: &str, has: impl Fn(&Param) -> bool) -> Method {
    let mut count = 0;
    let places: Vec<Option<usize>> = method
        .params
        .iter()
        .map(|param| {
            has(param).then(|| {
                count += 1;
                count - 1
            })
        })
        .collect();
    let params = method.params.iter().filter(|param| has(param));
    let params = params.map(|param| Param {
        pointee: moved_pointee(&param.pointee, &places),
        ..param.clone()
    });
    Method {
        name: format!("{prefix}_{}", method.name),
        params: params.collect(),
        dispatch_id: None,
        ..method.clone()
    }
}

fn moved_pointee(pointee: &Pointee, places: &[Option<usize>]) -> Pointee {
    let moved = |expression: &Expression| moved(expression, places).unwrap_or(Expression::Unknown);
    let all = |expressions: &[Option<Expression>]| {
        expressions
            .iter()
            .map(|expression| expression.as_ref().map(moved))
            .collect()
    };
    Pointee {
        size: all(&pointee.size),
        length: all(&pointee.length),
        iid_is: pointee.iid_is.as_ref().map(moved),
        switch_is: pointee.switch_is.as_ref().map(moved),
        ..pointee.clone()
    }
}

/// The expression over the parameters at their new places; `None` where one of them is in the other half.
fn moved(expression: &Expression, places: &[Option<usize>]) -> Option<Expression> {
    let place = |at: &usize| places.get(*at).copied().flatten();
    let inner = |inner: &Expression| moved(inner, places).map(Box::new);
    Some(match expression {
        Expression::Constant(_) | Expression::Unknown => expression.clone(),
        Expression::Operand(at) => Expression::Operand(place(at)?),
        Expression::Dereference(at) => Expression::Dereference(place(at)?),
        Expression::Unary(operator, operand) => Expression::Unary(*operator, inner(operand)?),
        Expression::Binary(operator, left, right) => {
            Expression::Binary(*operator, inner(left)?, inner(right)?)
        }
        Expression::Conditional(condition, yes, no) => {
            Expression::Conditional(inner(condition)?, inner(yes)?, inner(no)?)
        }
    })
}

fn documented(summary: &str, docs: &str) -> String {
    match docs {
        "" => summary.to_owned(),
        docs => format!("{summary}\n\n{docs}"),
    }
}
