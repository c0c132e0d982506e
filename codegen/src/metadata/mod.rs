//! The schema as Windows metadata (winmd). No other folder uses `windows-metadata`.
//!
//! What the input defines, and what that needs of what it imports, goes into one namespace. Types that every COM
//! binding knows (`IUnknown`, `HRESULT`, `GUID`, `BOOL`, `BSTR`, and strings) are not defined again but named in
//! `Windows.Win32`, where Windows' own metadata has them. As there, integers go by their width, not by their
//! typedef; a typedef of `void *` whose name is a handle's keeps its name (in what is published: raw Rust has the
//! pointer itself, as for `BSTR`, so that the handles of all crates are one type); and a typedef of a function
//! pointer is a delegate. A function pointer without a name of its own is a `void *`: metadata has no word for it.
//! What is published also has the other typedefs, and says in an attribute of our own what it has no word for
//! (`remainder/`).

mod attributes;
mod constant;
mod function;
mod interface;
mod missing;
mod needed;
pub mod reader;
mod record;
mod remainder;
mod types;

pub use needed::{definitions, is_named_only};
pub use remainder::held;

use std::collections::{HashMap, HashSet};

use windows_metadata::writer::{File, HasAttribute, TypeDef, TypeDefOrRef};
use windows_metadata::{self as winmd, FieldAttributes, TypeAttributes};

use crate::diagnostics::{Code, Diagnostic};
use crate::panics;
use crate::rust::naming;
use crate::schema::{Alias, Definition, DefinitionId, DefinitionKind, Enum, FunctionType, Schema};
use remainder::Node;

/// Where Windows' own metadata has the types that every binding knows.
const WINDOWS: &str = "Windows.Win32";

/// Whom the metadata is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Faithfulness {
    /// For everyone: it says all that the schema says and metadata has words for.
    Published,
    /// For windows-bindgen only. It guesses what a method returns from attributes and from trailing `[out]`
    /// parameters, and writes through pointers that nobody checked; so every out parameter is marked in-out and
    /// the attributes are left out: all parameters stay raw, and names are those of [`crate::rust::naming`].
    ForRaw,
}

/// Writes the schema as a winmd whose namespace is `name`. Equal schemas give equal bytes.
pub fn write(schema: &Schema, name: &str, flavour: Faithfulness) -> Result<Vec<u8>, Diagnostic> {
    let refused = |why: String| {
        Diagnostic::global(
            Code::BackEndFailed,
            format!("the metadata of `{name}` cannot be written: {why}"),
        )
    };
    let write = |remainders| {
        panics::contain(|| Writer::new(schema, name, flavour, remainders).write()).map_err(refused)
    };
    let plain = write(HashMap::new())?;
    match flavour {
        Faithfulness::ForRaw => Ok(plain),
        Faithfulness::Published => {
            let remainders = missing::from_plain(schema, &plain);
            write(remainders.ok_or_else(|| refused("it cannot be read back".to_owned()))?)
        }
    }
}

struct Writer<'a> {
    schema: &'a Schema,
    namespace: &'a str,
    flavour: Faithfulness,
    /// What a parameter in raw Rust must not be named.
    values: HashSet<String>,
    /// What plain metadata leaves out of definitions.
    remainders: HashMap<DefinitionId, Node>,
    file: File,
}

impl<'a> Writer<'a> {
    fn new(
        schema: &'a Schema,
        namespace: &'a str,
        flavour: Faithfulness,
        remainders: HashMap<DefinitionId, Node>,
    ) -> Self {
        Self {
            schema,
            namespace,
            flavour,
            values: match flavour {
                Faithfulness::Published => HashSet::new(),
                Faithfulness::ForRaw => naming::lower_case_values(schema),
            },
            remainders,
            file: File::new(namespace),
        }
    }

    fn write(mut self) -> Vec<u8> {
        let needed = definitions(self.schema, self.flavour);
        for id in &needed {
            self.type_definition(*id);
        }
        self.apis(&needed);
        self.file.into_stream()
    }

    /// Writes what is a type.
    fn type_definition(&mut self, id: DefinitionId) {
        let definition = &self.schema[id];
        let name = self.name(&definition.name);
        let rest = self.remainders.remove(&id).unwrap_or_default();
        let row = match &definition.kind {
            DefinitionKind::Interface(interface) => {
                self.interface(definition, interface, &rest.parts)
            }
            DefinitionKind::Dispinterface(dispinterface) => {
                self.dispinterface(&name, dispinterface)
            }
            DefinitionKind::Coclass(coclass) => self.coclass(&name, coclass),
            DefinitionKind::Record(record) => {
                self.record(&name, record, &rest);
                return;
            }
            DefinitionKind::Enum(enumeration) => self.enumeration(&name, enumeration, &rest.parts),
            DefinitionKind::Alias(alias) => match types::function(alias) {
                Some(function) => self.delegate(&name, function, &rest.parts),
                None => self.typedef(&name, definition, alias),
            },
            // What no DLL exports cannot be called by its name: metadata has the type of a pointer to it.
            DefinitionKind::Function(function) if function.dll.is_none() => {
                let function = FunctionType {
                    returns: function.returns.clone(),
                    params: function.params.clone(),
                    variadic: function.variadic,
                    convention: function.convention,
                };
                self.delegate(&name, &function, &rest.parts)
            }
            DefinitionKind::Constant(_) | DefinitionKind::Function(_) => {
                self.remainders.insert(id, rest);
                return;
            }
        };
        self.midl_attribute(HasAttribute::TypeDef(row), &rest.facts);
    }

    /// Writes functions and constants: the members of a class named `Apis`.
    fn apis(&mut self, needed: &[DefinitionId]) {
        let mut functions = Vec::new();
        let mut constants = Vec::new();
        for id in needed {
            let definition = &self.schema[*id];
            match &definition.kind {
                DefinitionKind::Function(function) if function.dll.is_some() => {
                    functions.push((*id, &definition.name, function));
                }
                DefinitionKind::Constant(constant) => {
                    constants.push((*id, &definition.name, constant));
                }
                _ => {}
            }
        }
        if functions.is_empty() && constants.is_empty() {
            return;
        }
        let object = TypeDefOrRef::TypeRef(self.file.TypeRef("System", "Object"));
        let flags = TypeAttributes::Public | TypeAttributes::Sealed;
        self.file.TypeDef(self.namespace, "Apis", object, flags);
        for (id, name, function) in functions {
            let rest = self.remainders.remove(&id).unwrap_or_default();
            self.function(name, function, &rest);
        }
        for (id, name, constant) in constants {
            let rest = self.remainders.remove(&id).unwrap_or_default();
            let field = self.constant(name, constant);
            self.midl_attribute(field, &rest.facts);
        }
    }

    fn enumeration(&mut self, name: &str, enumeration: &Enum, rest: &[Node]) -> TypeDef {
        let base = TypeDefOrRef::TypeRef(self.file.TypeRef("System", "Enum"));
        let flags = TypeAttributes::Public | TypeAttributes::Sealed;
        let definition = self.file.TypeDef(self.namespace, name, base, flags);
        if enumeration.flags {
            self.flags_attribute(definition);
        }
        self.file.Field(
            "value__",
            &winmd::Type::I32,
            FieldAttributes::Private
                | FieldAttributes::SpecialName
                | FieldAttributes::RTSpecialName,
        );
        let ty = winmd::Type::value_named(self.namespace, name);
        for (at, value) in enumeration.values.iter().enumerate() {
            let name = self.name(&value.name);
            let field = self.literal(&name, &ty, &winmd::Value::I32(value.value));
            self.rest_attribute(field, rest, at);
        }
        definition
    }

    /// A typedef is a struct with a field named `Value`, and an attribute that tells it from other structs. Signatures name
    /// only those of handles; for other types they have what they stand for.
    fn typedef(&mut self, name: &str, definition: &Definition, alias: &Alias) -> TypeDef {
        let row = self.value_type(name, TypeAttributes::SequentialLayout);
        let ty = match types::is_handle(self.schema, definition) {
            true => types::void_pointer(),
            false => self.ty(&alias.ty, alias.pointee.string),
        };
        self.file.Field("Value", &ty, FieldAttributes::Public);
        self.native_typedef_attribute(row);
        row
    }

    fn value_type(&mut self, name: &str, layout: TypeAttributes) -> TypeDef {
        let base = TypeDefOrRef::TypeRef(self.file.TypeRef("System", "ValueType"));
        let flags = layout | TypeAttributes::Sealed | TypeAttributes::Public;
        self.file.TypeDef(self.namespace, name, base, flags)
    }

    fn name(&self, name: &str) -> String {
        match self.flavour {
            Faithfulness::Published => name.to_owned(),
            Faithfulness::ForRaw => naming::raw(name),
        }
    }
}

#[cfg(test)]
mod tests;
