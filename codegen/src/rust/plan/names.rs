//! The names of safe methods and their parameters.

use crate::rust::naming::{ident, snake_case};
use crate::schema::{Method, MethodKind};
use proc_macro2::Ident;
use std::collections::HashMap;

/// Hungarian prefixes: what they say of the type, the Rust type says better.
const PREFIXES: &[&str] = &[
    "b", "bstr", "by", "c", "cb", "cch", "ch", "d", "dbl", "dw", "e", "f", "h", "hr", "i", "l",
    "ll", "lp", "lpb", "lpch", "lpcsz", "lpcwsz", "lpdw", "lph", "lpp", "lpsz", "lpul", "lpunk",
    "lpv", "lpwsz", "n", "p", "pb", "pbstr", "pc", "pcb", "pcch", "pch", "pcsz", "pcwsz", "pd",
    "pdbl", "pdw", "pe", "pf", "ph", "phr", "pi", "pl", "pll", "pn", "pp", "ppb", "ppp", "ppsz",
    "ppunk", "ppv", "ppwsz", "prg", "psz", "pu", "pui", "pul", "pull", "punk", "pus", "pv", "pvar",
    "pw", "pwcs", "pwcsz", "pwsz", "q", "rg", "sc", "sz", "u", "uch", "ui", "ul", "ull", "unk",
    "us", "v", "var", "w", "wcs", "wcsz", "wsz",
];

/// Methods that a safe method must not hide: those of `windows_core::Interface`, of the standard traits that an
/// interface has, and of generated code itself.
const RESERVED_METHODS: &[&str] = &[
    "as_ref",
    "as_raw",
    "assume_vtable",
    "borrow",
    "cast",
    "cast_object",
    "cast_object_ref",
    "cast_to_any",
    "clone",
    "clone_from",
    "deref",
    "downgrade",
    "drop",
    "eq",
    "fmt",
    "from",
    "from_raw",
    "from_raw_borrowed",
    "into",
    "into_raw",
    "is_object",
    "ne",
    "new",
    "query",
    "to_owned",
    "to_ref",
    "try_into",
    "type_id",
    "vtable",
];

/// Variables of generated code beside which fields are variables, too.
const RESERVED_FIELDS: &[&str] = &["raw"];

/// Variables of generated code.
const RESERVED_PARAMETERS: &[&str] = &["answer", "slot", "success"];

/// A parameter's name: without its Hungarian prefix, in snake case.
pub(crate) fn parameter(name: &str) -> String {
    let start = name.find(|c: char| c.is_uppercase());
    match start.map(|start| name.split_at(start)) {
        Some((prefix, rest)) if PREFIXES.contains(&prefix) => snake_case(rest),
        _ => snake_case(name),
    }
}

/// The parameters' names in Rust. Where two of them differ only in the prefix (`cbData`, `pbData`), they keep it.
pub(crate) fn parameters<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Vec<Ident> {
    short(names, RESERVED_PARAMETERS)
}

/// The fields' names in Rust, by the same rules.
pub(crate) fn fields<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Vec<Ident> {
    short(names, RESERVED_FIELDS)
}

fn short<'a>(names: impl Iterator<Item = &'a str> + Clone, reserved: &[&str]) -> Vec<Ident> {
    let mut uses = HashMap::new();
    for name in names.clone() {
        *uses.entry(parameter(name)).or_insert(0) += 1;
    }
    let mut taken = HashMap::new();
    for name in reserved {
        taken.insert((*name).to_owned(), 1);
    }
    names
        .map(|name| {
            let short = parameter(name);
            let name = match uses[&short] {
                1 => short,
                _ => snake_case(name),
            };
            unique(&mut taken, name)
        })
        .collect()
}

/// The names of an interface's safe methods. A property's accessors are `value` and `set_value`.
pub(crate) fn methods<'a>(methods: impl Iterator<Item = &'a Method>) -> Vec<Ident> {
    let mut taken = HashMap::new();
    methods
        .map(|method| {
            let plain = snake_case(&method.name);
            let mut name = match method.kind {
                MethodKind::Plain | MethodKind::PropertyGet => plain,
                MethodKind::PropertyPut => format!("set_{plain}"),
                MethodKind::PropertyPutRef => format!("set_{plain}_ref"),
            };
            // A raw method may be in lower case already.
            if name == method.name || RESERVED_METHODS.contains(&name.as_str()) {
                name.push('_');
            }
            unique(&mut taken, name)
        })
        .collect()
}

/// A number is added to a name that is taken.
fn unique(taken: &mut HashMap<String, usize>, name: String) -> Ident {
    let count = taken.entry(name.clone()).or_insert(0);
    *count += 1;
    match *count {
        1 => ident(&name),
        count => ident(&format!("{name}_{count}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_go() {
        for (midl, rust) in [
            ("pwcszProgress", "progress"),
            ("pwcszErrorStr", "error_str"),
            ("ulIndex", "index"),
            ("ulIndexMax", "index_max"),
            ("hResult", "result"),
            ("hThreadDoneEvent", "thread_done_event"),
            ("ppvObject", "object"),
            ("lpszName", "name"),
            ("cbSize", "size"),
            ("riid", "riid"),
            ("psibpb", "psibpb"),
            ("Count", "count"),
            ("grfMode", "grf_mode"),
            ("dw", "dw"),
        ] {
            assert_eq!(parameter(midl), rust);
        }
    }

    #[test]
    fn names_that_clash_stay_apart() {
        let names = |list: &[&str]| -> Vec<String> {
            let names = parameters(list.iter().copied());
            names.iter().map(ToString::to_string).collect()
        };
        assert_eq!(names(&["cbData", "pbData"]), ["cb_data", "pb_data"]);
        assert_eq!(
            names(&["Data", "pData", "pData"]),
            ["data", "p_data", "p_data_2"]
        );
        assert_eq!(names(&["type", "pSelf"]), ["r#type", "self_"]);
    }

    #[test]
    fn methods_hide_nothing() {
        let method = |name: &str, kind| Method {
            kind,
            ..crate::schema::sample::method(name, crate::schema::Type::Void, Vec::new())
        };
        let list = [
            method("Clone", MethodKind::Plain),
            method("New", MethodKind::Plain),
            method("Next", MethodKind::Plain),
            method("next", MethodKind::Plain),
            method("Type", MethodKind::PropertyGet),
            method("Type", MethodKind::PropertyPut),
            method("Item", MethodKind::Plain),
            method("ITEM", MethodKind::Plain),
        ];
        let names = methods(list.iter());
        let names: Vec<_> = names.iter().map(ToString::to_string).collect();
        let expected = [
            "clone_", "new_", "next", "next_", "r#type", "set_type", "item", "item_2",
        ];
        assert_eq!(names, expected);
    }
}
