//! Pipes of RPC: streams of elements, which MIDL declares as a struct of callbacks.

use super::Lowering;
use super::types::Surroundings;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{
    Arm, CallingConvention, DefinitionKind, Direction, Expression, Field, FunctionType, Pack,
    Param, Pointee, Primitive, Record, RecordKind, Switch, Type,
};
use crate::source::Span;
use crate::syntax::tree::TypeSpecifier;

/// The C tag of a pipe's struct.
pub(super) fn tag(name: &str) -> String {
    format!("pipe_{name}")
}

impl Lowering<'_> {
    /// The struct of `typedef pipe T name`, which was declared under that name.
    pub(super) fn pipe(
        &mut self,
        element: &TypeSpecifier,
        span: Span,
        around: Surroundings<'_>,
    ) -> Type {
        let element = self.type_specifier(element, Surroundings::default());
        let known = around.untagged.and_then(|name| {
            let id = self.names.ordinary.get(name)?;
            Some((name, *id))
        });
        // The parser lets a pipe stand in a typedef alone.
        let Some((name, id)) = known else {
            return element;
        };
        let u32 = Type::Primitive(Primitive::U32);
        let state = Type::pointer_to(Type::Primitive(Primitive::Char), false);
        let buffer = Type::pointer_to(element, false);
        let count = Type::pointer_to(u32.clone(), false);
        let param = |name: &str, ty: &Type, direction, size, length| Param {
            name: name.to_owned(),
            span,
            ty: ty.clone(),
            direction,
            retval: false,
            optional: false,
            pointee: Pointee {
                size: Vec::from_iter(size),
                length: Vec::from_iter(length),
                ..Pointee::default()
            },
        };
        let plain = |name, ty, direction| param(name, ty, direction, None, None);
        let told = |expression| Some(Some(expression));
        let field = |name: &str, ty| Field {
            name: name.to_owned(),
            span,
            docs: String::new(),
            ty,
            pointee: Pointee {
                null: self.scope.pointer_default,
                ..Pointee::default()
            },
            bits: None,
            arm: Arm::default(),
        };
        let callback = |name, params| {
            let function = FunctionType {
                returns: Type::Void,
                params,
                variadic: false,
                convention: CallingConvention::System,
            };
            field(name, Type::Function(Box::new(function)))
        };
        let size = told(Expression::Operand(2));
        let filled = told(Expression::Dereference(3));
        let fields = vec![
            callback(
                "pull",
                vec![
                    plain("state", &state, Direction::In),
                    param("buf", &buffer, Direction::Out, size.clone(), filled),
                    plain("esize", &u32, Direction::In),
                    plain("ecount", &count, Direction::Out),
                ],
            ),
            callback(
                "push",
                vec![
                    plain("state", &state, Direction::In),
                    param("buf", &buffer, Direction::In, size, None),
                    plain("ecount", &u32, Direction::In),
                ],
            ),
            callback(
                "alloc",
                vec![
                    plain("state", &state, Direction::In),
                    plain("bsize", &u32, Direction::In),
                    plain(
                        "buf",
                        &Type::pointer_to(buffer.clone(), false),
                        Direction::Out,
                    ),
                    plain("bcount", &count, Direction::Out),
                ],
            ),
            field("state", state),
        ];
        let record = Record {
            kind: RecordKind::Struct,
            tag: Some(tag(name)),
            pack: Pack::NATURAL,
            fields,
            forward: false,
            switch: Switch::default(),
        };
        let kind = DefinitionKind::Record(record);
        let definition = self.definition(name, span, around.docs, kind);
        self.names.pipes.insert(id);
        self.define(id, definition);
        Type::Named(id)
    }

    /// Says which of a COM method's parameters are pipes: those are for functions of RPC alone.
    pub(super) fn no_pipes(&mut self, params: &[Param]) {
        for param in params {
            let mut ty = self.schema.resolve(&param.ty);
            while let Type::Pointer(pointer) = ty {
                ty = self.schema.resolve(&pointer.target);
            }
            let Type::Named(id) = ty else { continue };
            if !self.names.pipes.contains(id) {
                continue;
            }
            let pipe = &self.schema[*id];
            self.report(
                Diagnostic::at(
                    Code::PipeInInterface,
                    param.span,
                    format!("`{}` is a pipe, which COM does not pass", param.name),
                )
                .also(pipe.span, "declared here")
                .help("pass an interface that hands the elements over, such as `IPipeByte *` of `objidl.idl`"),
            );
        }
    }
}
