//! The schema as Windows metadata (winmd). No other folder uses `windows-metadata`.
//!
//! What the input defines, and what that needs of what it imports, goes into one namespace. Types that every COM
//! binding knows (`IUnknown`, `HRESULT`, `GUID`, `BOOL`, `BSTR`, and strings) are not defined again but named in
//! `Windows.Win32`, where Windows' own metadata has them. As there, integers go by their width, not by their
//! typedef; a typedef of `void *` whose name is a handle's keeps its name (in what is published: raw Rust has the
//! pointer itself, as for `BSTR`, so that the handles of all crates are one type); and a typedef of a function
//! pointer is a delegate. A function pointer without a name of its own is a `void *`: metadata has no word for it.

mod attributes;
mod constant;
mod function;
mod interface;
mod needed;
pub mod reader;
mod record;
mod types;

pub use needed::definitions;

use std::collections::HashSet;

use windows_metadata::writer::{File, TypeDefOrRef};
use windows_metadata::{self as winmd, FieldAttributes, TypeAttributes};

use crate::diagnostics::{Code, Diagnostic};
use crate::panics;
use crate::rust::naming;
use crate::schema::{Definition, DefinitionKind, Enum, Schema};

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
    panics::contain(|| Writer::new(schema, name, flavour).write()).map_err(|panic| {
        Diagnostic::global(
            Code::BackEndFailed,
            format!("the metadata of `{name}` cannot be written: {panic}"),
        )
    })
}

struct Writer<'a> {
    schema: &'a Schema,
    namespace: &'a str,
    flavour: Faithfulness,
    /// What a parameter in raw Rust must not be named.
    values: HashSet<String>,
    file: File,
}

impl<'a> Writer<'a> {
    fn new(schema: &'a Schema, namespace: &'a str, flavour: Faithfulness) -> Self {
        Self {
            schema,
            namespace,
            flavour,
            values: match flavour {
                Faithfulness::Published => HashSet::new(),
                Faithfulness::ForRaw => naming::lower_case_values(schema),
            },
            file: File::new(namespace),
        }
    }

    fn write(mut self) -> Vec<u8> {
        let needed: Vec<&Definition> = definitions(self.schema, self.flavour)
            .into_iter()
            .map(|id| &self.schema[id])
            .collect();
        for definition in &needed {
            self.type_definition(definition);
        }
        self.apis(&needed);
        self.file.into_stream()
    }

    /// Writes what is a type.
    fn type_definition(&mut self, definition: &Definition) {
        let name = self.name(&definition.name);
        match &definition.kind {
            DefinitionKind::Interface(interface) => {
                self.interface(definition, interface);
            }
            DefinitionKind::Dispinterface(dispinterface) => {
                self.dispinterface(&name, dispinterface);
            }
            DefinitionKind::Coclass(coclass) => self.coclass(&name, coclass),
            DefinitionKind::Record(record) => self.record(&name, record),
            DefinitionKind::Enum(enumeration) => self.enumeration(&name, enumeration),
            DefinitionKind::Alias(_) if types::is_handle(self.schema, definition) => {
                self.handle(&name);
            }
            DefinitionKind::Alias(alias) => {
                if let Some(function) = types::function(alias) {
                    self.delegate(&name, function);
                }
            }
            DefinitionKind::Constant(_) | DefinitionKind::Function(_) => {}
        }
    }

    /// Writes functions and constants: the members of a class named `Apis`.
    fn apis(&mut self, needed: &[&Definition]) {
        let mut functions = Vec::new();
        let mut constants = Vec::new();
        for definition in needed {
            match &definition.kind {
                DefinitionKind::Function(function) => functions.push((&definition.name, function)),
                DefinitionKind::Constant(constant) => constants.push((&definition.name, constant)),
                _ => {}
            }
        }
        if functions.is_empty() && constants.is_empty() {
            return;
        }
        let object = TypeDefOrRef::TypeRef(self.file.TypeRef("System", "Object"));
        let flags = TypeAttributes::Public | TypeAttributes::Sealed;
        self.file.TypeDef(self.namespace, "Apis", object, flags);
        for (name, function) in functions {
            self.function(name, function);
        }
        for (name, constant) in constants {
            self.constant(name, constant);
        }
    }

    fn enumeration(&mut self, name: &str, enumeration: &Enum) {
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
        for value in &enumeration.values {
            let name = self.name(&value.name);
            self.literal(&name, &ty, &winmd::Value::I32(value.value));
        }
    }

    /// A handle is a struct with a field named `Value`, and an attribute that tells it from other structs.
    fn handle(&mut self, name: &str) {
        let definition = self.value_type(name, TypeAttributes::SequentialLayout);
        let pointer = winmd::Type::PtrMut(Box::new(winmd::Type::Void), 1);
        self.file.Field("Value", &pointer, FieldAttributes::Public);
        self.native_typedef_attribute(definition);
    }

    fn value_type(&mut self, name: &str, layout: TypeAttributes) -> winmd::writer::TypeDef {
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
