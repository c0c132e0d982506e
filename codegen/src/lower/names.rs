//! Names: C's two spaces of them, and what is declared in each.

use super::external::Externals;
use super::stand_ins::StandIns;
use super::{ExternalId, Lowering, asynchronous, declared, interfaces, pipes, pointer_sized};
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{Definition, DefinitionId, DefinitionKind, RecordKind};
use crate::source::Span;
use crate::syntax::tree::{
    Declaration, Declarator, Ident, Item, ItemKind, TypeKind, TypeSpecifier,
};
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::mem::discriminant;

/// Every name of the program that stands for a type or interface.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Typedefs, interfaces, coclasses.
    pub(super) ordinary: FxHashMap<SmolStr, DefinitionId>,
    /// Tags of structs, unions and enums.
    pub(super) tags: FxHashMap<SmolStr, DefinitionId>,
    /// The name that a typedef gives to what has a tag: `S` for `_S` in `typedef struct _S S;`.
    preferred: FxHashMap<SmolStr, SmolStr>,
    /// Where what is defined has its definition; the others are only declared so far.
    pub(super) defined: FxHashMap<DefinitionId, Span>,
    /// How many aliases stand between an alias and what it is made of.
    pub(super) alias_depths: FxHashMap<DefinitionId, usize>,
    /// The names in typedefs that stand in for what another file defines, and give way to it.
    stand_ins: FxHashSet<Span>,
    /// Where typedefs are that only stand in for what the user's metadata defines.
    pub(super) left_out: FxHashSet<Span>,
    /// Tags of which some file has the body.
    pub(super) bodies: FxHashSet<SmolStr>,
    /// Stand-ins for types that were not found, which has been reported.
    pub(super) unknown: FxHashSet<DefinitionId>,
    /// Names of constants that were not found, which has been reported.
    pub(super) unknown_constants: FxHashSet<SmolStr>,
    /// What external types became.
    pub(super) external: Externals,
    /// External definitions that have been read.
    pub(super) read: FxHashSet<ExternalId>,
    /// External interfaces of which no more than the name was wanted so far.
    pub(super) only_named: FxHashMap<DefinitionId, ExternalId>,
    /// Definitions that stand for external types which were named and not read yet.
    pub(super) placeholders: FxHashSet<DefinitionId>,
    /// Typedefs of functions themselves, as in `typedef void CALLBACK(long a);`, which C needs a `*` for.
    pub(super) functions: FxHashSet<DefinitionId>,
    /// The structs that pipes are.
    pub(super) pipes: FxHashSet<DefinitionId>,
    /// External types that differ from machine to machine.
    pub(super) differing: FxHashSet<DefinitionId>,
}

/// The tag that a type specifier names, if it is a struct, union or enum with one.
fn tag(ty: &TypeSpecifier) -> Option<&Ident> {
    match &ty.kind {
        TypeKind::Record(record) => record.tag.as_ref(),
        TypeKind::Enum(specifier) => specifier.tag.as_ref(),
        _ => None,
    }
}

/// The declarator that gives its name to the type itself: `S` in `typedef struct {…} *P, S;`.
pub(super) fn naming_declarator(declarators: &[Declarator]) -> Option<&Ident> {
    declarators
        .iter()
        .find(|declarator| declarator.shape.is_empty())?
        .name
        .as_ref()
}

/// The name for an untagged struct, union or enum of a typedef.
pub(super) fn untagged_name(declaration: &Declaration) -> Option<String> {
    if let Some(name) = naming_declarator(&declaration.declarators) {
        return Some(name.text.as_str().into());
    }
    let first = declaration.declarators.first()?.name.as_ref()?;
    Some(format!("{}_Target", first.text))
}

impl Lowering<'_> {
    /// Learns which names typedefs give to tags.
    pub(super) fn prefer_names(&mut self, items: &[Item]) {
        for item in items {
            match &item.kind {
                ItemKind::Interface(interface) => {
                    self.prefer_names(interface.items.as_deref().unwrap_or_default());
                }
                ItemKind::Library(library) => self.prefer_names(&library.items),
                ItemKind::Module(module) => self.prefer_names(&module.items),
                ItemKind::Typedef(declaration) => {
                    if let Some(tag) = tag(&declaration.ty)
                        && let Some(name) = naming_declarator(&declaration.declarators)
                    {
                        self.names
                            .preferred
                            .entry(tag.text.clone())
                            .or_insert_with(|| name.text.clone());
                    }
                }
                _ => {}
            }
        }
    }

    /// Learns what names there are.
    pub(super) fn declare(&mut self, items: &[Item]) {
        let mut quoted = StandIns::default();
        for item in items {
            match &item.kind {
                ItemKind::Interface(interface) => {
                    if interfaces::is_com(item, interface) {
                        self.declare_ordinary(&interface.name, declared::interface());
                    }
                    if let Some(name) = asynchronous::name(item, interface) {
                        self.declare_ordinary(&name, declared::interface());
                    }
                    self.declare(interface.items.as_deref().unwrap_or_default());
                }
                ItemKind::Dispinterface(dispinterface) => {
                    self.declare_ordinary(&dispinterface.name, declared::dispinterface());
                }
                ItemKind::Coclass(coclass) => {
                    self.declare_ordinary(&coclass.name, declared::coclass());
                }
                ItemKind::Library(library) => self.declare(&library.items),
                ItemKind::Module(module) => self.declare(&module.items),
                ItemKind::CppQuote(quote) => quoted.quoted(&quote.text),
                ItemKind::Typedef(declaration) => {
                    if quoted.is_inside() && self.is_in_metadata(declaration) {
                        self.names.left_out.insert(item.span);
                        continue;
                    }
                    if quoted.is_inside() {
                        self.stand_in(declaration);
                    }
                    self.declare_typedef(declaration);
                }
                ItemKind::Declaration(declaration) => self.declare_type(&declaration.ty, None),
                _ => {}
            }
        }
    }

    /// Remembers which names of a typedef another file has as well.
    fn stand_in(&mut self, declaration: &Declaration) {
        for name in declaration
            .declarators
            .iter()
            .filter_map(|d| d.name.as_ref())
        {
            let known = self.names.ordinary.get(&name.text);
            if known.is_some_and(|id| self.schema[*id].span.file != name.span.file) {
                self.names.stand_ins.insert(name.span);
            }
        }
    }

    /// Whether the user's metadata defines all that a typedef does.
    fn is_in_metadata(&self, declaration: &Declaration) -> bool {
        let is_known = |name: &Ident| Some(self.external?.find_own(&name.text).is_some());
        let mut names = declaration.declarators.iter().map(|it| it.name.as_ref());
        names.all(|name| name.and_then(is_known) == Some(true))
    }

    fn declare_typedef(&mut self, declaration: &Declaration) {
        let untagged = untagged_name(declaration);
        self.declare_type(&declaration.ty, untagged.as_deref());
        for declarator in &declaration.declarators {
            let Some(name) = &declarator.name else {
                continue;
            };
            if declarator.shape.is_empty() && self.names_itself(&declaration.ty, name) {
                continue;
            }
            self.declare_ordinary(name, declared::alias());
        }
    }

    /// Whether a typedef's plain declarator is the very name of the type: `S` in `typedef struct _S {…} S` and
    /// `I` in `typedef interface I I`.
    pub(super) fn names_itself(&self, ty: &TypeSpecifier, name: &Ident) -> bool {
        let id = match &ty.kind {
            TypeKind::Name(same) | TypeKind::Interface(same) => return same.text == name.text,
            TypeKind::Record(_) | TypeKind::Enum(_) | TypeKind::Pipe(_) => match tag(ty) {
                Some(tag) => self.names.tags.get(&tag.text),
                None => self.names.ordinary.get(&name.text),
            },
            _ => None,
        };
        id.is_some_and(|id| {
            self.schema[*id].name == name.text
                && !matches!(self.schema[*id].kind, DefinitionKind::Alias(_))
        })
    }

    /// Learns the tags of a type and of the types inside it, and the name of an untagged one.
    fn declare_type(&mut self, ty: &TypeSpecifier, untagged: Option<&str>) {
        let (kind, has_body) = match &ty.kind {
            TypeKind::Record(record) => {
                (declared::record(record.is_union), record.fields.is_some())
            }
            TypeKind::Enum(specifier) => (declared::enumeration(), specifier.values.is_some()),
            TypeKind::Pipe(element) => {
                self.declare_type(element, None);
                (declared::record(false), true)
            }
            _ => return,
        };
        match (tag(ty), untagged) {
            (Some(tag), _) => {
                if has_body {
                    self.names.bodies.insert(tag.text.clone());
                }
                self.declare_tag(tag, kind);
            }
            (None, Some(name)) if has_body => {
                let name = Ident {
                    text: name.into(),
                    span: ty.span,
                };
                self.declare_ordinary(&name, kind);
                if let (TypeKind::Pipe(_), Some(id)) =
                    (&ty.kind, self.names.ordinary.get(&name.text))
                {
                    self.names.tags.insert(pipes::tag(&name.text).into(), *id);
                }
                // Wine's header leaves out the tag that every other one has, and files name.
                if name.text == "GUID"
                    && let Some(id) = self.names.ordinary.get("GUID")
                {
                    self.names.tags.insert("_GUID".into(), *id);
                }
            }
            _ => {}
        }
        if let TypeKind::Record(record) = &ty.kind {
            for field in record.fields.iter().flatten() {
                if let Some(declaration) = &field.declaration {
                    self.declare_type(&declaration.ty, None);
                }
            }
        }
    }

    /// The struct, union or enum with that tag, made known if it was not.
    pub(super) fn declare_tag(&mut self, tag: &Ident, mut kind: DefinitionKind) -> DefinitionId {
        if let Some(id) = self.names.tags.get(&tag.text).copied() {
            if !self.names_interface(id, tag, &kind) {
                self.expect_same_kind(id, tag, &kind);
            }
            return id;
        }
        if let Some(id) = self.names.ordinary.get(&tag.text).copied()
            && self.names_interface(id, tag, &kind)
        {
            self.names.tags.insert(tag.text.clone(), id);
            return id;
        }
        let name = self
            .names
            .preferred
            .get(&tag.text)
            .unwrap_or(&tag.text)
            .clone();
        let has_typedef = self.names.preferred.contains_key(&tag.text);
        // The same typedef under two tags, in two files: two spellings of one type.
        if has_typedef && let Some(id) = self.names.ordinary.get(&name).copied() {
            self.names.tags.insert(tag.text.clone(), id);
            self.expect_same_kind(id, tag, &kind);
            return id;
        }
        if name != tag.text {
            match &mut kind {
                DefinitionKind::Record(record) => record.tag = Some(tag.text.as_str().into()),
                DefinitionKind::Enum(specifier) => specifier.tag = Some(tag.text.as_str().into()),
                _ => {}
            }
        }
        let definition = self.definition(&name, tag.span, "", kind);
        let id = self.schema.add(definition);
        self.names.tags.insert(tag.text.clone(), id);
        if has_typedef {
            self.names.ordinary.insert(name, id);
        }
        id
    }

    /// Whether `struct I` means the interface of that name: in C it is a struct, and headers name it as one.
    fn names_interface(&self, id: DefinitionId, tag: &Ident, kind: &DefinitionKind) -> bool {
        matches!(self.schema[id].kind, DefinitionKind::Interface(_))
            && matches!(kind, DefinitionKind::Record(record) if record.kind == RecordKind::Struct)
            && !self.names.bodies.contains(&tag.text)
    }

    /// Makes a typedef, interface or class known.
    pub(super) fn declare_ordinary(&mut self, name: &Ident, kind: DefinitionKind) {
        if let Some(id) = self.names.ordinary.get(&name.text).copied() {
            let upgrade = matches!(kind, DefinitionKind::Dispinterface(_))
                && self.schema[id].kind == declared::interface();
            if upgrade {
                self.schema[id].kind = kind;
            } else {
                self.expect_same_kind(id, name, &kind);
            }
            return;
        }
        let definition = self.definition(&name.text, name.span, "", kind);
        let id = self.schema.add(definition);
        self.names.ordinary.insert(name.text.clone(), id);
    }

    fn expect_same_kind(&mut self, id: DefinitionId, name: &Ident, kind: &DefinitionKind) {
        let known = &self.schema[id];
        let forward = matches!(kind, DefinitionKind::Interface(_))
            && matches!(known.kind, DefinitionKind::Dispinterface(_));
        let gives_way = self.names.stand_ins.contains(&name.span);
        if discriminant(&known.kind) != discriminant(kind) && !forward && !gives_way {
            self.duplicate(id, name.span);
        }
    }

    /// Says that a name is defined a second time, and differently.
    pub(super) fn duplicate(&mut self, id: DefinitionId, span: Span) {
        let known = &self.schema[id];
        let first = self.names.defined.get(&id).copied().unwrap_or(known.span);
        let is_spelled = |span| self.sources.text(span) == known.name;
        // Neither is written: they come from two definitions of another name, which is reported.
        let is_made = |span| !is_spelled(span) && known.name.starts_with("Async");
        if is_made(span) && is_made(first) {
            return;
        }
        let diagnostic = Diagnostic::at(
            Code::DuplicateDefinition,
            span,
            format!("`{}` is defined a second time, and differently", known.name),
        )
        .also(first, "first defined here");
        self.report(diagnostic);
    }

    /// Gives a declared name its meaning. A second definition must say the same as the first; in another file
    /// it may be spelled differently, as long as it lies in memory in the same way.
    pub(super) fn define(&mut self, id: DefinitionId, definition: Definition) {
        let known = &self.schema[id];
        // Of another kind: reported when it was declared.
        if discriminant(&known.kind) != discriminant(&definition.kind) {
            return;
        }
        if let Some(first) = self.names.defined.get(&id) {
            let elsewhere = first.file != definition.span.file;
            // The input file's own words are preferred to those of what it imports.
            let keep = known.own || !definition.own;
            if elsewhere && let Some(wider) = pointer_sized::wider(&known.kind, &definition.kind) {
                self.schema[id].kind = wider;
                return;
            }
            let same = self.same(&known.kind, &definition.kind)
                || (elsewhere && self.same_layout(id, &definition.kind));
            if !same {
                if !self.names.stand_ins.contains(&definition.span) {
                    self.duplicate(id, definition.span);
                }
                return;
            }
            if keep {
                return;
            }
        }
        self.names.defined.insert(id, definition.span);
        self.schema[id] = definition;
        // What the file includes in there is what the header has.
        if self.conditions.hiding() == Some(self.schema[id].span.file) {
            self.take_from_header(id);
        }
    }
}
