//! What only the whole program can tell: cycles, and values of types that never became complete.

use super::Lowering;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{Completeness, DefinitionId, DefinitionKind, Type};
use crate::source::Span;
use rustc_hash::FxHashMap;

/// Why an interface cannot be extended whose definition is not there.
const ONLY_NAME: &str = "only its name is known";

/// How far the search for records that hold themselves has come with a record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    /// Its fields are being looked at.
    Open,
    /// It holds itself nowhere, or that has been said. So many records lie in each other in it; `None` where they are too many,
    /// which has been said, too.
    Done(Option<usize>),
}

/// A record whose fields are being looked at.
struct Frame {
    id: DefinitionId,
    /// The next field.
    field: usize,
    /// How many records lie in each other in the fields before it; `None` for too many.
    deepest: Option<usize>,
}

impl Frame {
    fn of(id: DefinitionId) -> Self {
        Self {
            id,
            field: 0,
            deepest: Some(0),
        }
    }

    /// Takes note of a field that is a record.
    fn hold(&mut self, depth: Option<usize>) {
        self.deepest = self.deepest.zip(depth).map(|(a, b)| a.max(b));
    }
}

/// More bases are none that anybody writes, and not followed.
const MOST_BASES: usize = 60;

/// Records that hold each other by value nest no deeper in any file that anybody writes.
const DEEPEST_RECORD: usize = 256;

impl Lowering<'_> {
    /// Checks the finished schema.
    pub(super) fn check_whole(&mut self) {
        self.check_bases();
        self.spread_differing();
        self.check_values();
        let records: Vec<DefinitionId> = self.schema.iter().map(|(id, _)| id).collect();
        let mut visits = FxHashMap::default();
        for id in records {
            self.check_recursion(id, &mut visits);
        }
    }

    fn check_bases(&mut self) {
        let bases = std::mem::take(&mut self.bases);
        for (id, base_name) in &bases {
            let id = *id;
            let mut ancestor = self.base_of(id);
            // Who follows bases stops after so many; more are also taken where it leads into a cycle that it is no
            // part of.
            let mut steps = 0;
            while let Some(base) = ancestor
                && base != id
                && steps <= MOST_BASES
            {
                ancestor = self.base_of(base);
                steps += 1;
            }
            let name = self.schema[id].name.clone();
            if ancestor == Some(id) {
                self.report(
                    Diagnostic::at(
                        Code::InheritanceCycle,
                        base_name.span,
                        format!("`{name}` extends itself"),
                    )
                    .label("comes back to it"),
                );
                // Cut, so that whoever follows bases comes to an end.
                if let DefinitionKind::Interface(interface) = &mut self.schema[id].kind {
                    interface.base = None;
                }
                continue;
            }
            if steps > MOST_BASES {
                self.report(Diagnostic::at(
                    Code::NestedTooDeep,
                    base_name.span,
                    format!("`{name}` has more than {MOST_BASES} interfaces below it"),
                ));
                continue;
            }
            let Some(base) = self.base_of(id) else {
                continue;
            };
            let definition = &self.schema[base];
            let why = match &definition.kind {
                DefinitionKind::Interface(base) => match base.completeness {
                    Completeness::Full => continue,
                    Completeness::Opaque => "its vtable is longer than what is written",
                    Completeness::Forward => ONLY_NAME,
                },
                _ => continue,
            };
            // What metadata only imports was judged where it was made.
            if self.names.external.has(id) && !self.schema[id].own {
                continue;
            }
            let help = match why {
                ONLY_NAME => "import the file that defines it, or define it above",
                _ => "write all of its methods, and leave out `OPAQUE`",
            };
            let diagnostic = Diagnostic::at(
                Code::IncompleteBase,
                base_name.span,
                format!("`{name}` cannot extend `{}`", definition.name),
            )
            .label(why)
            .also(definition.span, "declared here")
            .help(help);
            self.report(diagnostic);
        }
    }

    fn base_of(&self, id: DefinitionId) -> Option<DefinitionId> {
        match &self.schema[id].kind {
            DefinitionKind::Interface(interface) => interface.base,
            _ => None,
        }
    }

    /// What metadata has besides the user's own may hold by value what is not the same on all machines. Then neither is it.
    fn spread_differing(&mut self) {
        let mut holders: FxHashMap<DefinitionId, Vec<DefinitionId>> = FxHashMap::default();
        for holder in self.names.external.definitions() {
            let definition = &self.schema[holder];
            let DefinitionKind::Record(record) = &definition.kind else {
                continue;
            };
            for field in record.fields.iter().filter(|_| !definition.own) {
                let mut held = self.schema.resolve(&field.ty);
                while let Type::Array(array) = held {
                    held = self.schema.resolve(&array.element);
                }
                if let Type::Named(held) = held {
                    holders.entry(*held).or_default().push(holder);
                }
            }
        }
        let mut waiting: Vec<DefinitionId> = self.names.differing.iter().copied().collect();
        while let Some(held) = waiting.pop() {
            for holder in holders.remove(&held).unwrap_or_default() {
                if let DefinitionKind::Record(record) = &mut self.schema[holder].kind
                    && self.names.differing.insert(holder)
                {
                    record.fields.clear();
                    record.forward = true;
                    waiting.push(holder);
                }
            }
        }
    }

    fn check_values(&mut self) {
        let mut wrong: Vec<(Span, String, &'static str)> = Vec::new();
        for (_, definition) in self.schema.iter() {
            let mut look = |what: &str, name: &str, span: Span, ty: &Type| {
                // In a parameter an array is a pointer, which needs no size.
                let is_pointer = what == "the parameter" && self.is_array_of_differing(ty);
                if !is_pointer && let Some(why) = self.incomplete(ty) {
                    wrong.push((span, format!("{what} `{name}` has no size"), why));
                }
            };
            match &definition.kind {
                DefinitionKind::Record(record) => {
                    for field in &record.fields {
                        look("the field", &field.name, field.span, &field.ty);
                    }
                }
                DefinitionKind::Interface(interface) => {
                    for param in interface.methods.iter().flat_map(|method| &method.params) {
                        look("the parameter", &param.name, param.span, &param.ty);
                    }
                }
                DefinitionKind::Function(function) => {
                    for param in &function.params {
                        look("the parameter", &param.name, param.span, &param.ty);
                    }
                }
                _ => {}
            }
        }
        for (span, message, why) in wrong {
            self.report(
                Diagnostic::at(Code::IncompleteType, span, message)
                    .label(why)
                    .help("use a pointer to it"),
            );
        }
    }

    /// Whether the elements of an array are known, and not the same on all machines.
    fn is_array_of_differing(&self, ty: &Type) -> bool {
        let Type::Array(array) = self.schema.resolve(ty) else {
            return false;
        };
        match self.schema.resolve(&array.element) {
            // Metadata says of such a struct only that its fields are not known.
            Type::Named(id) => self.names.differing.contains(id) || self.names.external.has(*id),
            _ => false,
        }
    }

    /// Why there can be no value of the type.
    fn incomplete(&self, ty: &Type) -> Option<&'static str> {
        match self.schema.resolve(ty) {
            Type::Void => Some("`void` has no values"),
            Type::Array(array) => self.incomplete(&array.element),
            Type::Named(id) if self.names.unknown.contains(id) => None,
            Type::Named(id) => match &self.schema[*id].kind {
                DefinitionKind::Interface(_) | DefinitionKind::Dispinterface(_) => {
                    Some("an interface is used through a pointer")
                }
                DefinitionKind::Record(_) if self.names.differing.contains(id) => {
                    Some("this type is laid out differently on x86, x64 or arm64")
                }
                DefinitionKind::Record(record) if record.forward => {
                    Some("this type is only declared")
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn check_recursion(&mut self, id: DefinitionId, visits: &mut FxHashMap<DefinitionId, Visit>) {
        if visits.contains_key(&id) {
            return;
        }
        // An own stack: a file may nest records deeper than the machine's stack is.
        let mut stack = vec![Frame::of(id)];
        visits.insert(id, Visit::Open);
        while let Some(frame) = stack.last_mut() {
            let field = match &self.schema[frame.id].kind {
                DefinitionKind::Record(record) => record.fields.get(frame.field),
                _ => None,
            };
            let Some(field) = field else {
                let depth = self.depth(frame);
                visits.insert(frame.id, Visit::Done(depth));
                stack.pop();
                if let Some(outer) = stack.last_mut() {
                    outer.hold(depth);
                }
                continue;
            };
            frame.field += 1;
            let Some(inner) = self.held(&field.ty) else {
                continue;
            };
            match visits.get(&inner) {
                None => {
                    visits.insert(inner, Visit::Open);
                    stack.push(Frame::of(inner));
                }
                Some(Visit::Open) => {
                    let diagnostic = Diagnostic::at(
                        Code::RecursiveRecord,
                        field.span,
                        format!("`{}` holds itself", self.schema[inner].name),
                    )
                    .label("held here by value")
                    .also(self.schema[inner].span, "in this")
                    .help("hold a pointer");
                    self.report(diagnostic);
                }
                Some(Visit::Done(depth)) => frame.hold(*depth),
            }
        }
    }

    /// How many records lie in each other in one whose fields have been looked at. Too many are reported: not only this compiler
    /// follows them with the machine's stack.
    fn depth(&mut self, frame: &Frame) -> Option<usize> {
        let depth = frame.deepest? + 1;
        if depth <= DEEPEST_RECORD {
            return Some(depth);
        }
        let definition = &self.schema[frame.id];
        let message = format!(
            "more than {DEEPEST_RECORD} records lie in each other in `{}`",
            definition.name
        );
        let diagnostic = Diagnostic::at(Code::NestedTooDeep, definition.span, message);
        self.report(diagnostic);
        None
    }

    /// The record that a value of the type is or consists of.
    fn held(&self, ty: &Type) -> Option<DefinitionId> {
        match self.schema.resolve(ty) {
            Type::Array(array) => self.held(&array.element),
            Type::Named(id) => {
                matches!(self.schema[*id].kind, DefinitionKind::Record(_)).then_some(*id)
            }
            _ => None,
        }
    }
}
