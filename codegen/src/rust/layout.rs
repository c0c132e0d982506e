//! From tokens to the text of a module, as a person would lay it out.

use crate::diagnostics::{Code, Diagnostic};
use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::{format_ident, quote};
use std::collections::BTreeSet;

/// Types that generated code names alone, and where they come from.
const IMPORTS: &[(&str, &[&str])] = &[
    (
        "midl_runtime",
        &[
            "Allocated",
            "AllocatedSlice",
            "AllocatedText",
            "BorrowedHandle",
            "Bstr",
            "CoTaskBox",
            "CoTaskCStr",
            "CoTaskSlice",
            "CoTaskText",
            "Incoming",
            "OptionalText",
            "Outgoing",
            "OwnedHandle",
            "Success",
            "Text",
            "TextBuffer",
            "Variant",
            "WideStr",
            "WideString",
        ],
    ),
    ("midl_runtime::view", &["Lend", "Owned", "Storage"]),
    ("midl_runtime::memory", &["GlobalMem", "LocalMem"]),
    (
        "midl_runtime::array",
        &["Handed", "Lent", "Size", "TextRoom"],
    ),
    ("midl_runtime::object", &["Implement", "Object"]),
    ("midl_runtime::out", &["OutInterface", "OutValue"]),
    ("std::borrow", &["Cow"]),
    ("std::ffi", &["CStr", "CString"]),
    ("std::mem", &["ManuallyDrop", "MaybeUninit"]),
    ("std::ptr", &["NonNull"]),
    (
        "windows_core",
        &[
            "BOOL",
            "GUID",
            "HRESULT",
            "IUnknown",
            "IUnknownImpl",
            "Interface",
            "OutRef",
            "PCSTR",
            "PCWSTR",
            "PSTR",
            "PWSTR",
            "Ref",
            "Result",
        ],
    ),
];

/// Whether a generated module may import something of that name.
pub(crate) fn is_imported(name: &str) -> bool {
    const PRELUDE: &[&str] = &["Err", "None", "Ok", "Option", "Self", "Some", "Vec"];
    let imported = IMPORTS.iter().flat_map(|(_, names)| *names);
    imported.chain(PRELUDE).any(|it| *it == name)
}

/// Lays out a module for readers.
pub(crate) fn format(module: TokenStream) -> Result<String, Diagnostic> {
    match syn::parse2(module) {
        Ok(file) => Ok(space(&prettyplease::unparse(&file))),
        Err(error) => Err(invalid(&error)),
    }
}

/// What was generated is not Rust: a fault of the generator, told as such.
pub(crate) fn invalid(error: &syn::Error) -> Diagnostic {
    let message = format!("the generated Rust is not valid: {error}");
    Diagnostic::global(Code::BackEndFailed, message)
        .help("please report this, with the IDL that causes it")
}

/// The imports of a module beside `raw` that has these items.
pub(crate) fn imports(items: &TokenStream) -> TokenStream {
    let mut used = BTreeSet::new();
    identifiers(items.clone(), &mut used);
    // A module, not a parameter of that name.
    let modules = ["raw", "records"].into_iter();
    let modules: Vec<_> = modules
        .filter(|name| used.contains(&format!("{name}::")))
        .map(|name| format_ident!("{name}"))
        .collect();
    let modules = match modules.as_slice() {
        [] => None,
        [name] => Some(quote!(use super::#name;)),
        names => Some(quote!(use super::{#(#names),*};)),
    };
    let imports = IMPORTS.iter().filter_map(|(path, names)| {
        let names: Vec<_> = names
            .iter()
            .filter(|name| used.contains(**name))
            .map(|name| format_ident!("{name}"))
            .collect();
        let path: syn::Path = syn::parse_str(path).ok()?;
        match names.as_slice() {
            [] => None,
            [name] => Some(quote!(use #path::#name;)),
            names => Some(quote!(use #path::{#(#names),*};)),
        }
    });
    quote!(#modules #(#imports)*)
}

/// The identifiers that may need an import: none that follows a path separator, a dot or `fn`. One that begins a path is
/// also there with its `::`.
fn identifiers(tokens: TokenStream, used: &mut BTreeSet<String>) {
    let mut in_path = false;
    let mut first = None;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                first = (!in_path).then(|| ident.to_string());
                used.extend(first.clone());
                in_path = ident == "fn";
            }
            TokenTree::Punct(punct) => {
                if let Some(first) = first.take()
                    && punct.as_char() == ':'
                    && punct.spacing() == Spacing::Joint
                {
                    used.insert(format!("{first}::"));
                }
                // The first colon of two is joint, the second keeps what the first has set.
                let colon = punct.as_char() == ':';
                let path = colon && (in_path || punct.spacing() == Spacing::Joint);
                in_path = path || punct.as_char() == '.';
            }
            TokenTree::Group(group) => {
                identifiers(group.stream(), used);
                in_path = false;
            }
            TokenTree::Literal(_) => in_path = false,
        }
    }
}

/// Puts an empty line between items, which prettyplease does not.
fn space(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + text.len() / 16);
    let mut before = "";
    for line in text.lines() {
        let same_level = indent(before) == indent(line);
        let first_import = line.starts_with("use ") && before.starts_with(['/', '#']);
        let imports = line.starts_with("use ") && !first_import;
        if ends_item(before) && starts_item(line) && same_level && !imports {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        before = line;
    }
    spaced
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn ends_item(line: &str) -> bool {
    let item = line.trim_start();
    indent(line) <= 4
        && (item == "}"
            || item.ends_with(';') && !item.starts_with("///")
            || item.starts_with("//!")
            || item.starts_with("#!["))
}

fn starts_item(line: &str) -> bool {
    let item = line.trim_start();
    !item.is_empty() && !item.starts_with("//!") && !item.starts_with('}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn modules_are_spaced_and_import_what_they_name() {
        let items = quote! {
            /// Says it.
            pub trait IFoo: Send {
                /// One;
                /// more.
                fn one(&self, text: &WideStr) -> Result<()>;
                /// Two.
                fn two(&self) -> windows_core::HRESULT;
            }
            impl<T: IFoo> Implement<T> for raw::IFoo {
                fn answers() -> bool {
                    let yes = true;
                    #[comment = " Why."]
                    let no = !yes;
                    no
                }
            }
        };
        let imports = imports(&items);
        let text = format(quote! {
            //! What it is.
            #imports
            #items
        });
        let text = text.map_err(|diagnostic| diagnostic.message).unwrap();
        expect![[r#"
            //! What it is.

            use super::raw;
            use midl_runtime::WideStr;
            use midl_runtime::object::Implement;
            use windows_core::Result;

            /// Says it.
            pub trait IFoo: Send {
                /// One;
                /// more.
                fn one(&self, text: &WideStr) -> Result<()>;

                /// Two.
                fn two(&self) -> windows_core::HRESULT;
            }

            impl<T: IFoo> Implement<T> for raw::IFoo {
                fn answers() -> bool {
                    let yes = true;
                    // Why.
                    let no = !yes;
                    no
                }
            }
        "#]]
        .assert_eq(&text);
    }
}
