//! Constants that no file of the program defines.

use crate::lower::Lowering;
use crate::lower::constants::{Integer, Known, Value};
use crate::schema::{ConstantValue, DefinitionKind, Type};
use crate::source::Span;

impl Lowering<'_> {
    /// What a constant or enumerator is worth that no file of the program defines. The macros in the quotes of imported
    /// files are full of names that nobody knows, and are not worth looking for them.
    pub(in crate::lower) fn external_constant(&mut self, name: &str, span: Span) -> Option<Value> {
        let is_sought = self.knows_windows && (self.scope.own || !self.quiet);
        // What is a type is no constant.
        let is_sought = is_sought && !self.names.ordinary.contains_key(name);
        let types = self.external.filter(|_| is_sought)?;
        let external = types.find_constant(name)?;
        let mut waiting = Vec::new();
        let read = types.define(external, span, &mut |named| {
            self.external_definition(named, span, &mut waiting)
        });
        self.read_external(span, waiting);
        let DefinitionKind::Constant(constant) = read.kind else {
            return None;
        };
        let enumerator = match (&constant.value, self.schema.resolve(&constant.ty)) {
            (ConstantValue::Integer(value), Type::Named(_)) => i32::try_from(*value).ok(),
            _ => None,
        };
        let value = match enumerator {
            Some(value) => Value::Integer(Integer::int(value)),
            None => self.value_of(&constant.ty, &constant.value)?,
        };
        let known = Known {
            value: value.clone(),
            span,
            quoted: None,
        };
        self.constants.insert(name.into(), known);
        Some(value)
    }
}
