//! Every identifier of generated Rust.

use std::collections::HashSet;

use proc_macro2::{Ident, Span};
use quote::format_ident;

use crate::schema::{
    Definition, DefinitionKind, Interface, MethodKind, Param, Primitive, Record, Schema, Storage,
    Type,
};

/// A name of the schema as Rust writes it: itself, a raw identifier (`r#type`), or with `_` behind it where Rust
/// has no raw form.
pub fn ident(name: &str) -> Ident {
    let name = raw(name);
    match syn::parse_str::<Ident>(&name) {
        Ok(ident) => ident,
        Err(_) => Ident::new_raw(&name, Span::call_site()),
    }
}

/// A name as it goes into the metadata that raw Rust is made of. windows-bindgen makes raw identifiers of
/// keywords, but does not know all that edition 2024 has, nor those that have no raw form.
pub fn raw(name: &str) -> String {
    match name {
        "gen" | "crate" | "super" | "self" | "Self" | "_" => return format!("{name}_"),
        _ => {}
    }
    // Compilers for C take more than Rust does, such as `$`.
    let known = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let name = name.replace(|c| !known(c), "_");
    match name.chars().next() {
        Some('0'..='9') => format!("_{name}"),
        Some(_) if name != "_" => name,
        // A single `_` is no name.
        _ => "__".to_owned(),
    }
}

/// `IFoo_Vtbl`: the struct of an interface's function pointers.
pub fn vtable(interface: &str) -> Ident {
    format_ident!("{}_Vtbl", raw(interface))
}

/// `IFoo_Impl`: the raw trait that implements an interface.
pub fn implementation(interface: &str) -> Ident {
    format_ident!("{}_Impl", raw(interface))
}

/// The names of an interface's own vtable slots, which are also those of its raw methods: `Foo`, `get_Bar`,
/// `put_Bar`; a name that comes again gets a number.
pub fn slots(interface: &Interface) -> Vec<String> {
    let mut taken = HashSet::new();
    let names = interface
        .methods
        .iter()
        .map(|method| match accessor(method.kind) {
            "" => raw(&method.name),
            prefix => format!("{prefix}{}", method.name),
        });
    names.map(|name| unique(name, &mut taken)).collect()
}

/// The prefix that tells the accessor of a property from a method.
pub fn accessor(kind: MethodKind) -> &'static str {
    match kind {
        MethodKind::Plain => "",
        MethodKind::PropertyGet => "get_",
        MethodKind::PropertyPut => "put_",
        MethodKind::PropertyPutRef => "putref_",
    }
}

/// The names of a raw function's parameters. windows-bindgen writes them in lower case, so they must differ in
/// more than case; and a parameter must not be named like a constant, which Rust would take for a pattern.
pub fn params(params: &[Param], constants: &HashSet<String>) -> Vec<String> {
    // `this` is the name of windows-bindgen's own first parameter, `result__` of its last.
    let mut taken = HashSet::from(["this".to_owned(), "result__".to_owned()]);
    taken.extend(constants.iter().cloned());
    params
        .iter()
        .map(|param| unique(raw(&param.name.to_lowercase()), &mut taken))
        .collect()
}

/// The names in a schema's raw Rust that stand for a value and are all in lower case.
pub fn lower_case_values(schema: &Schema) -> HashSet<String> {
    let mut names = HashSet::new();
    for (_, definition) in schema.iter() {
        names.insert(&definition.name);
        if let DefinitionKind::Enum(enumeration) = &definition.kind {
            names.extend(enumeration.values.iter().map(|value| &value.name));
        }
    }
    let lower = |name: &&String| !name.contains(char::is_uppercase);
    names.into_iter().filter(lower).cloned().collect()
}

/// The names of a record's pieces of storage.
pub fn fields(record: &Record, storage: &[Storage]) -> Vec<String> {
    let mut taken = HashSet::new();
    let names = storage.iter().map(|piece| match piece {
        Storage::Field(at) => record.fields.get(*at).map_or("_".into(), |f| raw(&f.name)),
        Storage::Bits(_) => "_bitfield".to_owned(),
    });
    names.map(|name| unique(name, &mut taken)).collect()
}

/// Whether windows-bindgen takes a record for a handle and makes a tuple struct of it: its only field is a
/// number or pointer named `Value`.
pub fn is_tuple(schema: &Schema, definition: &Definition) -> bool {
    let DefinitionKind::Record(record) = &definition.kind else {
        return false;
    };
    let [field] = record.fields.as_slice() else {
        return false;
    };
    field.name == "Value"
        && match schema.resolve(&field.ty) {
            Type::Primitive(Primitive::BindingHandle) => true,
            Type::Primitive(_) | Type::Pointer(_) | Type::Function(_) | Type::SafeArray(_) => true,
            Type::Named(id) => matches!(schema[*id].kind, DefinitionKind::Enum(_)),
            Type::Void | Type::Array(_) => false,
        }
}

/// `UpperCamelCase` or `lowerCamelCase` as `snake_case`; a run of capitals is one word, and so is its plural (`IDs`).
pub fn snake_case(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut snake = String::with_capacity(name.len() + 4);
    for (at, c) in chars.iter().enumerate() {
        let previous = at.checked_sub(1).and_then(|before| chars.get(before));
        let next = chars.get(at + 1);
        let plural = next == Some(&'s') && chars.get(at + 2).is_none_or(|c| c.is_uppercase());
        let starts_word = c.is_uppercase()
            && previous.is_some_and(|previous| {
                previous.is_lowercase()
                    || previous.is_ascii_digit()
                    || (previous.is_uppercase()
                        && !plural
                        && next.is_some_and(|next| next.is_lowercase()))
            });
        if starts_word {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

/// Numbers a name that is taken, from 2 on.
fn unique(name: String, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number: u32| format!("{name}{number}"));
    let free = std::iter::once(name.clone())
        .chain(numbered)
        .find(|candidate| !taken.contains(candidate))
        .unwrap_or(name);
    taken.insert(free.clone());
    free
}

/// The name of the struct that owns.
pub fn owned_name(record: &Ident) -> Ident {
    format_ident!("Owned{record}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::sample::{Sample, method, param};

    #[test]
    fn keywords_become_identifiers() {
        assert_eq!(ident("Progress").to_string(), "Progress");
        assert_eq!(ident("type").to_string(), "r#type");
        assert_eq!(ident("self").to_string(), "self_");
        assert_eq!(ident("gen").to_string(), "gen_");
        assert_eq!(ident("a$b").to_string(), "a_b");
        assert_eq!(ident("1st").to_string(), "_1st");
        assert_eq!(ident("$").to_string(), "__");
        assert_eq!(ident("").to_string(), "__");
    }

    #[test]
    fn overloads_and_accessors_have_names_of_their_own() {
        let mut sample = Sample::new();
        let mut get = method("Value", Type::Void, Vec::new());
        get.kind = MethodKind::PropertyGet;
        let plain = |name| method(name, Type::Void, Vec::new());
        let methods = vec![plain("Go"), get, plain("Go2"), plain("Go"), plain("Go")];
        sample.interface("IFoo", None, Some("IUnknown"), methods);
        let DefinitionKind::Interface(interface) = &sample.schema[sample.id("IFoo")].kind else {
            panic!("IFoo is an interface");
        };
        assert_eq!(slots(interface), ["Go", "get_Value", "Go2", "Go3", "Go4"]);
    }

    #[test]
    fn parameters_differ_in_more_than_case() {
        let named = |name: &str| param(name, Type::Void);
        let list = [named("A"), named("a"), named("this"), named("red")];
        let constants = HashSet::from(["red".to_owned()]);
        assert_eq!(params(&list, &constants), ["a", "a2", "this2", "red2"]);
    }

    #[test]
    fn capitals_in_a_run_are_one_word() {
        assert_eq!(
            snake_case("SynchronizeInBackground"),
            "synchronize_in_background"
        );
        assert_eq!(snake_case("GetIDsOfNames"), "get_ids_of_names");
        assert_eq!(snake_case("ulIndexMax"), "ul_index_max");
        assert_eq!(snake_case("GetIIDFromURL"), "get_iid_from_url");
        assert_eq!(snake_case("get_X"), "get_x");
        assert_eq!(snake_case("Next2Items"), "next2_items");
    }
}
