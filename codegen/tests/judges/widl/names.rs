//! What C calls the definitions of a schema.

use midl_bindgen::schema::{
    Definition, DefinitionId, DefinitionKind, Field, RecordKind, Schema, Type,
};
use midl_bindgen::syntax::Program;
use midl_bindgen::syntax::tree::{Declaration, Item, ItemKind, TypeKind, TypeSpecifier};
use std::collections::{HashMap, HashSet};

/// How C gets to the members of a struct or union: from a type that has a name, through fields.
#[derive(Clone, Debug)]
pub struct Place {
    /// A type.
    pub root: String,
    /// From it to the struct or union: empty, or `a.b[0].`.
    pub path: String,
}

impl Place {
    fn of_type(root: String) -> Self {
        let path = String::new();
        Self { root, path }
    }

    /// A member as an expression, to take its type.
    pub fn member(&self, field: &str) -> String {
        format!("(({} *)0)->{}{field}", self.root, self.path)
    }
}

/// A schema whose definitions have C's names.
pub struct CNames {
    /// The same definitions with the same ids. Their names are types of C: `S`, `struct S`, `decltype(…)`.
    pub schema: Schema,
    places: HashMap<DefinitionId, Place>,
    /// The structs and unions that are written inside others.
    nested: HashSet<DefinitionId>,
}

impl CNames {
    /// The names of everything in `schema`, which comes from `program`.
    pub fn of(schema: &Schema, program: &Program) -> Self {
        let mut written = Written::default();
        for file in &program.files {
            written.items(&file.tree.items);
        }
        let mut names = Self {
            schema: schema.clone(),
            places: HashMap::new(),
            nested: HashSet::new(),
        };
        for (id, definition) in schema.iter() {
            names.name_by_itself(id, definition, &written);
        }
        // From the outside inwards: what is around comes behind what is inside it.
        for _ in 0..8 {
            for (id, _) in schema.iter() {
                names.name_by_fields(schema, id);
            }
        }
        names
    }

    /// Where the members of a struct or union are, if C can say it.
    pub fn place(&self, id: DefinitionId) -> Option<&Place> {
        self.places.get(&id)
    }

    /// Whether the type has a name of its own.
    pub fn is_named(&self, id: DefinitionId) -> bool {
        !self.nested.contains(&id)
    }

    /// The type that is written where the field is declared, and whether the field points to it.
    pub fn nested(&self, field: &Field) -> Option<(DefinitionId, bool)> {
        let inner = innermost(&field.ty)?;
        (!self.is_named(inner.id)).then_some((inner.id, inner.by_pointer))
    }

    fn name_by_itself(&mut self, id: DefinitionId, definition: &Definition, written: &Written) {
        let (keyword, tag) = match &definition.kind {
            DefinitionKind::Record(record) => match record.kind {
                RecordKind::Struct => ("struct", &record.tag),
                RecordKind::Union => ("union", &record.tag),
            },
            DefinitionKind::Enum(enumeration) => ("enum", &enumeration.tag),
            _ => return,
        };
        let name = &definition.name;
        let tag = tag.as_ref().unwrap_or(name);
        let target = name.strip_suffix("_Target");
        let c_name = if written.typedefs.contains(name) {
            name.clone()
        } else if written.tags.contains(tag) {
            format!("{keyword} {tag}")
        } else if let Some(pointer) = target.filter(|name| written.typedefs.contains(*name)) {
            format!("__typeof__(*({pointer})0)")
        } else {
            self.nested.insert(id);
            return;
        };
        self.places.insert(id, Place::of_type(c_name.clone()));
        self.schema[id].name = c_name;
    }

    /// Names the types of a record's fields that have no name of their own.
    fn name_by_fields(&mut self, schema: &Schema, id: DefinitionId) {
        let DefinitionKind::Record(record) = &schema[id].kind else {
            return;
        };
        let Some(place) = self.places.get(&id).cloned() else {
            return;
        };
        for field in &record.fields {
            let Some(Inner {
                id: inner,
                steps,
                by_pointer,
            }) = innermost(&field.ty)
            else {
                continue;
            };
            if !self.nested.contains(&inner) || self.places.contains_key(&inner) {
                continue;
            }
            if is_unnamed(field) {
                self.places.insert(inner, place.clone());
                continue;
            }
            let member = format!("{}{steps}", place.member(&field.name));
            let name = format!("__typeof__({member})");
            let inside = match by_pointer {
                true => Place::of_type(name.clone()),
                false => Place {
                    root: place.root.clone(),
                    path: format!("{}{}{steps}.", place.path, field.name),
                },
            };
            self.schema[inner].name = name;
            self.places.insert(inner, inside);
        }
    }
}

/// Whether lowering made up the field's name.
pub fn is_unnamed(field: &Field) -> bool {
    field.name.starts_with("Anonymous")
}

/// The definition in arrays and behind pointers.
struct Inner {
    id: DefinitionId,
    /// How C gets to it: `[0]`.
    steps: String,
    by_pointer: bool,
}

fn innermost(mut ty: &Type) -> Option<Inner> {
    let mut steps = String::new();
    let mut by_pointer = false;
    loop {
        match ty {
            Type::Named(id) => {
                return Some(Inner {
                    id: *id,
                    steps,
                    by_pointer,
                });
            }
            Type::Array(array) => ty = &array.element,
            Type::Pointer(pointer) => {
                by_pointer = true;
                ty = &pointer.target;
            }
            _ => return None,
        }
        steps.push_str("[0]");
    }
}

/// The names that the files write.
#[derive(Default)]
struct Written {
    typedefs: HashSet<String>,
    /// The tags that do not stand inside a struct or union.
    tags: HashSet<String>,
}

impl Written {
    fn items(&mut self, items: &[Item]) {
        for item in items {
            match &item.kind {
                ItemKind::Interface(interface) => {
                    self.items(interface.items.as_deref().unwrap_or_default());
                }
                ItemKind::Library(library) => self.items(&library.items),
                ItemKind::Module(module) => self.items(&module.items),
                ItemKind::Typedef(declaration) => {
                    self.tag(&declaration.ty);
                    self.typedefs(declaration);
                }
                ItemKind::Declaration(declaration) => self.tag(&declaration.ty),
                _ => {}
            }
        }
    }

    fn typedefs(&mut self, declaration: &Declaration) {
        let names = declaration
            .declarators
            .iter()
            .filter_map(|declarator| Some(declarator.name.as_ref()?.text.to_string()));
        self.typedefs.extend(names);
    }

    fn tag(&mut self, ty: &TypeSpecifier) {
        let tag = match &ty.kind {
            TypeKind::Record(record) => &record.tag,
            TypeKind::Enum(specifier) => &specifier.tag,
            _ => return,
        };
        self.tags.extend(tag.iter().map(|tag| tag.text.to_string()));
    }
}
