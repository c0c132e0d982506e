//! Types that no file of the program defines, and somebody else knows: metadata that the user gives, and Windows' own.

use super::constants::{Integer, Known, Value};
use super::declared;
use super::{Lowering, Scope};
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{
    Alias, Completeness, ConstantValue, Definition, DefinitionId, DefinitionKind, Pointee, Schema,
    Type,
};
use crate::source::Span;
use crate::syntax::tree::Ident;
use rustc_hash::{FxHashMap, FxHashSet};
use std::mem::discriminant;

/// Something that an [`ExternalTypes`] defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ExternalId(pub u64);

/// What an [`ExternalTypes`] knows of something.
#[derive(Clone, Debug, PartialEq)]
pub struct External {
    /// Its definition.
    pub kind: DefinitionKind,
    /// It is not the same on all machines, so that only its name is known.
    pub differs: bool,
    /// The schema has words for it. Of what it has none for, only the name is known.
    pub is_read: bool,
    /// What is said of it contradicts itself.
    pub is_broken: bool,
    /// Its doc comment.
    pub docs: String,
    /// It was imported where the metadata was made, and is not generated.
    pub is_imported: bool,
    /// What it names and nobody defines.
    pub missing: Vec<String>,
}

/// Knows types that the files of a program name and do not define.
pub trait ExternalTypes {
    /// The type of that name which everybody knows: one of Windows.
    fn find(&self, name: &str) -> Option<ExternalId>;

    /// The type of that name which the user's metadata defines.
    fn find_own(&self, _name: &str) -> Option<ExternalId> {
        None
    }

    /// The constant or enumerator of that name.
    fn find_constant(&self, _name: &str) -> Option<ExternalId> {
        None
    }

    /// The interface whose name is that one but for the case of its letters, where there is only one.
    fn find_interface_ignoring_case(&self, _name: &str) -> Option<String> {
        None
    }

    /// Whether a type is defined inside another, or in a namespace, so that no program names it.
    fn is_nested(&self, _id: ExternalId) -> bool {
        false
    }

    /// Everything that the user's metadata defines: types, functions and constants.
    fn own(&self) -> Vec<ExternalId> {
        Vec::new()
    }

    /// Whether something is a type, and neither a function nor a constant.
    fn is_type(&self, _id: ExternalId) -> bool {
        true
    }

    /// The place of something that the user's metadata defines.
    fn place(&self, _id: ExternalId) -> Option<Span> {
        None
    }

    /// The place of metadata that says more than its length allows.
    fn excess(&self) -> Option<Span> {
        None
    }

    /// The name of something; one is made up for what is defined inside another type and has none.
    fn name(&self, id: ExternalId) -> String;

    /// A definition, whose parts get `place` for their place. The types that it names are asked of `types`.
    fn define(
        &self,
        id: ExternalId,
        place: Span,
        types: &mut dyn FnMut(ExternalId) -> DefinitionId,
    ) -> External;

    /// The names that might be meant by `name`, in the order of the alphabet.
    fn similar(&self, name: &str) -> Vec<String>;
}

/// What external types became.
#[derive(Debug, Default)]
pub(super) struct Externals {
    ids: FxHashMap<ExternalId, DefinitionId>,
    definitions: FxHashSet<DefinitionId>,
}

impl Externals {
    fn get(&self, external: ExternalId) -> Option<DefinitionId> {
        self.ids.get(&external).copied()
    }

    fn insert(&mut self, external: ExternalId, id: DefinitionId) {
        self.ids.insert(external, id);
        self.definitions.insert(id);
    }

    /// The definitions that come from metadata, in no order.
    pub(super) fn definitions(&self) -> impl Iterator<Item = DefinitionId> {
        self.definitions.iter().copied()
    }

    /// Whether a definition comes from metadata.
    pub(super) fn has(&self, id: DefinitionId) -> bool {
        self.definitions.contains(&id)
    }
}

/// Types that were named and still have to be read.
type Waiting = Vec<(ExternalId, DefinitionId)>;

/// More errors in metadata are not worth reading.
const MOST_ERRORS: usize = 50;

/// A typedef of a typedef, and so on: more steps are none that anybody writes.
const DEEPEST_ALIAS: usize = 48;

/// The aliases that a type is made of.
fn aliases_of(schema: &Schema, ty: &Type) -> Vec<DefinitionId> {
    let mut found = Vec::new();
    let mut open = vec![ty];
    while let Some(ty) = open.pop() {
        match ty {
            Type::Void | Type::Primitive(_) | Type::SafeArray(None) => {}
            Type::Named(id) => {
                if matches!(schema[*id].kind, DefinitionKind::Alias(_)) {
                    found.push(*id);
                }
            }
            Type::Pointer(pointer) => open.push(&pointer.target),
            Type::Array(array) => open.push(&array.element),
            Type::SafeArray(Some(element)) => open.push(element),
            Type::Function(function) => {
                open.push(&function.returns);
                open.extend(function.params.iter().map(|param| &param.ty));
            }
        }
    }
    found
}

impl Lowering<'_> {
    /// Everything that the user's metadata defines; says whether nothing is wrong with it.
    pub(super) fn metadata(&mut self) -> bool {
        let Some(types) = self.external else {
            return true;
        };
        let errors_before = self.diagnostics.error_count();
        let own = types.own();
        let own: Vec<(ExternalId, Span)> = own
            .into_iter()
            .filter_map(|external| Some((external, types.place(external)?)))
            .collect();
        self.scope = Scope::of_file(true);
        for (external, place) in &own {
            if types.is_type(*external) {
                self.external_definition(*external, *place, &mut Vec::new());
            }
        }
        for (external, place) in own {
            if self.diagnostics.error_count() > errors_before + MOST_ERRORS {
                self.report(Diagnostic::at(
                    Code::TooManyErrors,
                    place,
                    "too many errors in this metadata: the rest is not read",
                ));
                break;
            }
            self.own_definition(external, place);
        }
        self.check_aliases();
        if let Some(place) = types.excess() {
            self.report(Diagnostic::at(
                Code::TooMuchText,
                place,
                "this metadata names the same bytes more often than any compiler does",
            ));
        }
        self.diagnostics.error_count() == errors_before
    }

    fn own_definition(&mut self, external: ExternalId, place: Span) {
        let Some(types) = self.external else { return };
        if self.names.read.contains(&external) {
            return;
        }
        let name = types.name(external);
        let mut waiting = Vec::new();
        let read = types.define(external, place, &mut |named| {
            self.external_definition(named, place, &mut waiting)
        });
        self.names.read.insert(external);
        self.complain(&name, &read, place);
        if read.is_read {
            let definition = Definition {
                own: !read.is_imported,
                ..self.definition(&name, place, &read.docs, read.kind)
            };
            match definition.kind {
                DefinitionKind::Constant(_) => self.own_constant(definition),
                DefinitionKind::Function(_) if !types.is_type(external) => {
                    self.schema.add(definition);
                }
                _ => self.own_type(external, definition, read.differs),
            }
        }
        self.read_external(place, waiting);
    }

    /// Says what is wrong with what was read.
    fn complain(&mut self, name: &str, read: &External, place: Span) {
        if read.is_broken {
            self.report(Diagnostic::at(
                Code::BadMetadata,
                place,
                format!("what this metadata says of `{name}` contradicts itself"),
            ));
        } else if !read.is_read {
            self.report(Diagnostic::at(
                Code::UnreadMetadata,
                place,
                format!("`{name}` is left out: there is no word for it in C"),
            ));
        }
        for missing in &read.missing {
            self.report(
                Diagnostic::at(
                    Code::UnknownType,
                    place,
                    format!("unknown type `{missing}`, which `{name}` names"),
                )
                .help("give the metadata that defines it as well"),
            );
        }
    }

    /// Cuts typedefs of metadata that are made of themselves, or nest deeper than anybody writes: everyone may follow
    /// typedefs without looking out for that. (Those of IDL files are looked at as they are defined.)
    fn check_aliases(&mut self) {
        let mut depths: FxHashMap<DefinitionId, Option<usize>> = FxHashMap::default();
        let aliases: Vec<DefinitionId> = self
            .schema
            .iter()
            .filter(|(_, definition)| matches!(definition.kind, DefinitionKind::Alias(_)))
            .map(|(id, _)| id)
            .collect();
        for id in aliases {
            // An own stack: metadata may nest typedefs deeper than the machine's stack is. What is open has no depth.
            let mut stack = vec![id];
            while let Some(id) = stack.last().copied() {
                if depths.get(&id).is_some_and(Option::is_some) {
                    stack.pop();
                    continue;
                }
                let DefinitionKind::Alias(alias) = &self.schema[id].kind else {
                    depths.insert(id, Some(0));
                    continue;
                };
                let inner = aliases_of(&self.schema, &alias.ty);
                let is_first_visit = depths.insert(id, None).is_none();
                let waiting: Vec<DefinitionId> = inner
                    .iter()
                    .filter(|inner| !depths.contains_key(inner))
                    .copied()
                    .collect();
                if is_first_visit && !waiting.is_empty() {
                    stack.extend(waiting);
                    continue;
                }
                let deepest = inner
                    .iter()
                    .map(|inner| depths.get(inner).copied().flatten())
                    .try_fold(0, |deepest: usize, depth| Some(deepest.max(depth?)));
                let depth = match deepest {
                    Some(depth) if depth < DEEPEST_ALIAS => depth + 1,
                    other => {
                        self.cut_alias(id, other.is_none());
                        0
                    }
                };
                depths.insert(id, Some(depth));
            }
        }
    }

    fn cut_alias(&mut self, id: DefinitionId, is_cycle: bool) {
        let definition = &mut self.schema[id];
        if let DefinitionKind::Alias(alias) = &mut definition.kind {
            alias.ty = Type::Void;
        }
        let (place, name) = (definition.span, definition.name.clone());
        self.report(match is_cycle {
            true => Diagnostic::at(
                Code::RecursiveTypedef,
                place,
                format!("`{name}` is made of itself"),
            ),
            false => Diagnostic::at(
                Code::NestedTooDeep,
                place,
                format!("`{name}` is made of too many other typedefs"),
            ),
        });
    }

    fn own_constant(&mut self, definition: Definition) {
        let DefinitionKind::Constant(constant) = &definition.kind else {
            return;
        };
        let name = Ident {
            text: definition.name.clone(),
            span: definition.span,
        };
        let value = self.value_of(&constant.ty, &constant.value);
        if value.is_none_or(|value| self.learn_constant(&name, value)) {
            self.schema.add(definition);
        }
    }

    /// A type of the user's metadata, which a file of the program may declare or define as well.
    fn own_type(&mut self, external: ExternalId, definition: Definition, differs: bool) {
        let name = definition.name.clone();
        let place = definition.span;
        let known = self.names.external.get(external);
        let known = known.or_else(|| self.names.ordinary.get(&name).copied());
        let id = match known {
            Some(id) => id,
            None => self.schema.add(definition.clone()),
        };
        self.names.external.insert(external, id);
        self.names.ordinary.insert(name.clone(), id);
        if differs {
            self.names.differing.insert(id);
        }
        let is_declared = !self.names.defined.contains_key(&id);
        if is_declared && discriminant(&self.schema[id].kind) != discriminant(&definition.kind) {
            if self.names.placeholders.remove(&id) {
                self.schema[id].kind = definition.kind.clone();
            } else {
                self.duplicate(id, place);
                return;
            }
        }
        self.names.placeholders.remove(&id);
        self.learn_parts(id, &definition, place);
        self.define(id, definition);
    }

    /// What other definitions and expressions may name of a type.
    fn learn_parts(&mut self, id: DefinitionId, definition: &Definition, place: Span) {
        let tag = match &definition.kind {
            DefinitionKind::Record(record) => record.tag.as_ref(),
            DefinitionKind::Enum(enumeration) => {
                for value in &enumeration.values {
                    let known = Value::Integer(Integer::int(value.value));
                    self.constants.entry(value.name.clone()).or_insert(Known {
                        value: known,
                        span: place,
                    });
                }
                enumeration.tag.as_ref()
            }
            DefinitionKind::Interface(interface) => {
                if interface.base.is_some() {
                    let text = definition.name.clone();
                    self.bases.push((id, Ident { text, span: place }));
                }
                return;
            }
            _ => return,
        };
        let tag = tag.unwrap_or(&definition.name).clone();
        self.names.tags.entry(tag).or_insert(id);
    }

    /// The external type of that name, and with it all that it needs. What the program defines itself is preferred
    /// wherever a definition names it.
    pub(super) fn external_type(&mut self, name: &Ident) -> Option<Type> {
        let external = self.find_external(&name.text)?;
        let mut waiting = Vec::new();
        let id = self.external_definition(external, name.span, &mut waiting);
        self.read_external(name.span, waiting);
        Some(Type::Named(id))
    }

    /// The user's own metadata is known everywhere, Windows' to a program that imports a file of the SDK.
    fn find_external(&self, name: &str) -> Option<ExternalId> {
        let types = self.external?;
        let windows = || self.knows_windows.then(|| types.find(name)).flatten();
        types.find_own(name).or_else(windows)
    }

    /// Makes an external type known that the program uses without naming it.
    pub(super) fn bring_in(&mut self, name: &str, span: Span) {
        let is_known = self.names.ordinary.contains_key(name);
        if !is_known && !self.quiet {
            self.external_type(&Ident {
                text: name.to_owned(),
                span,
            });
        }
    }

    /// A name that nothing has.
    fn free_name(&self, mut name: String) -> String {
        while self.schema.find(&name).is_some() || self.names.ordinary.contains_key(&name) {
            name.push('_');
        }
        name
    }

    /// The type of a name that C's headers make of another one by habit: `LPSTREAM` for `IStream *`, `LPMSG` for `MSG *`.
    /// Nobody else defines it, and it can mean one thing only.
    pub(super) fn pointer_by_habit(&mut self, name: &Ident) -> Option<Type> {
        let types = self.external.filter(|_| self.knows_windows)?;
        let mut found: Vec<(String, bool)> = Vec::new();
        for (prefix, is_const) in [
            ("LPC", true),
            ("LP", false),
            ("PC", true),
            ("P", false),
            ("REF", true),
        ] {
            let Some(rest) = name
                .text
                .strip_prefix(prefix)
                .filter(|rest| !rest.is_empty())
            else {
                continue;
            };
            let is_type =
                self.names.ordinary.contains_key(rest) || self.find_external(rest).is_some();
            let target = match is_type {
                true => Some(rest.to_owned()),
                false if is_const => None,
                false => types.find_interface_ignoring_case(&format!("I{rest}")),
            };
            found.extend(target.map(|target| (target, is_const)));
        }
        let [(target, is_const)] = found.as_slice() else {
            return None;
        };
        let target = self.type_of_name(&Ident {
            text: target.clone(),
            span: name.span,
        });
        let kind = DefinitionKind::Alias(Alias {
            ty: Type::pointer_to(target, *is_const),
            pointee: Pointee::default(),
        });
        let definition = Definition {
            own: false,
            ..self.definition(&name.text, name.span, "", kind)
        };
        let id = self.schema.add(definition);
        self.names.ordinary.insert(name.text.clone(), id);
        self.names.defined.insert(id, name.span);
        Some(Type::Named(id))
    }

    /// What a constant or enumerator is worth that no file of the program defines. The macros in the quotes of imported
    /// files are full of names that nobody knows, and are not worth looking for them.
    pub(super) fn external_constant(&mut self, name: &str, span: Span) -> Option<Value> {
        let is_sought = self.knows_windows && (self.scope.own || !self.quiet);
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
        };
        self.constants.insert(name.to_owned(), known);
        Some(value)
    }

    /// Gives structs, unions and enumerations that the program names by a tag and does not define (`struct tagSTATSTG`)
    /// the external definition: the one of their typedef's name, or of what is left of the tag without what C's headers
    /// put in front of it.
    pub(super) fn complete_tags(&mut self) {
        let mut tags: Vec<(String, DefinitionId)> = self
            .names
            .tags
            .iter()
            .filter(|(tag, id)| {
                !self.names.bodies.contains(*tag) && !self.names.defined.contains_key(id)
            })
            .map(|(tag, id)| (tag.clone(), *id))
            .collect();
        tags.sort();
        for (tag, id) in tags {
            let span = self.schema[id].span;
            let name = self.schema[id].name.clone();
            let bare = tag.trim_start_matches('_');
            let bare = bare.strip_prefix("tag").unwrap_or(bare);
            let bare = bare.trim_start_matches('_').to_owned();
            let candidates = [name.clone(), tag.clone(), bare];
            let found = candidates
                .iter()
                .find_map(|candidate| Some((candidate, self.find_external(candidate)?)));
            let Some((candidate, external)) = found else {
                continue;
            };
            if *candidate == name && self.names.external.get(external).is_none() {
                self.names.external.insert(external, id);
                self.names.ordinary.entry(name).or_insert(id);
                self.read_external(span, vec![(external, id)]);
            } else {
                let target = self.type_of_name(&Ident {
                    text: candidate.clone(),
                    span,
                });
                if target != Type::Named(id) {
                    let definition = &mut self.schema[id];
                    definition.own = false;
                    definition.kind = DefinitionKind::Alias(Alias {
                        ty: target,
                        pointee: Pointee::default(),
                    });
                    self.names.defined.insert(id, span);
                }
            }
            if let Type::Named(meant) = self.schema.resolve(&Type::Named(id)) {
                self.names.tags.insert(tag, *meant);
            }
        }
    }

    /// Gives external interfaces that the program only declares (`interface IStream;`) their definitions.
    pub(super) fn complete_forward_interfaces(&mut self) {
        let bases: Option<FxHashSet<DefinitionId>> =
            self.program.needs_only_bases().then(|| self.extended());
        let is_needed = |id| bases.as_ref().is_none_or(|bases| bases.contains(&id));
        let is_forward = |definition: &Definition| {
            matches!(
                &definition.kind,
                DefinitionKind::Interface(interface)
                    if interface.completeness == Completeness::Forward
            )
        };
        let forward: Vec<DefinitionId> = self
            .schema
            .iter()
            .filter(|(id, definition)| {
                is_forward(definition) && !self.names.defined.contains_key(id) && is_needed(*id)
            })
            .map(|(id, _)| id)
            .collect();
        for id in forward {
            let definition = &self.schema[id];
            let span = definition.span;
            let Some(external) = self.find_external(&definition.name) else {
                continue;
            };
            self.names.external.insert(external, id);
            self.read_external(span, vec![(external, id)]);
        }
    }

    /// The interfaces that others extend.
    fn extended(&self) -> FxHashSet<DefinitionId> {
        let bases = self
            .schema
            .iter()
            .filter_map(|(_, definition)| match &definition.kind {
                DefinitionKind::Interface(interface) => interface.base,
                _ => None,
            });
        bases.collect()
    }

    /// Reads what waits, and what that needs in turn. The user's own types are read when their turn comes.
    fn read_external(&mut self, place: Span, mut waiting: Waiting) {
        let Some(types) = self.external else { return };
        while let Some((external, id)) = waiting.pop() {
            if types.place(external).is_some() || !self.names.read.insert(external) {
                continue;
            }
            let read = types.define(external, place, &mut |named| {
                self.external_definition(named, place, &mut waiting)
            });
            self.names.placeholders.remove(&id);
            self.names.defined.insert(id, place);
            if read.differs {
                self.names.differing.insert(id);
            }
            let definition = &mut self.schema[id];
            definition.own = false;
            definition.kind = read.kind;
        }
    }

    /// The definition that stands for an external type. A new one has to wait for being read.
    fn external_definition(
        &mut self,
        external: ExternalId,
        place: Span,
        waiting: &mut Waiting,
    ) -> DefinitionId {
        if let Some(id) = self.names.external.get(external) {
            return id;
        }
        let name = self
            .external
            .map_or_else(String::new, |types| types.name(external));
        // The program cannot mean a type inside another by a name of its own.
        let is_nested = self.external.is_some_and(|types| types.is_nested(external));
        let known = match is_nested {
            true => None,
            false => self.names.ordinary.get(&name).copied(),
        };
        let id = known.unwrap_or_else(|| {
            let name = match is_nested {
                true => self.free_name(name),
                false => name,
            };
            let definition = Definition {
                own: false,
                ..self.definition(&name, place, "", declared::record(false))
            };
            let id = self.schema.add(definition);
            self.names.ordinary.insert(name, id);
            self.names.placeholders.insert(id);
            waiting.push((external, id));
            id
        });
        self.names.external.insert(external, id);
        id
    }
}
