//! `docs/rules.md` shows what the generator makes. `UPDATE_EXPECT=1` writes it anew.

#[path = "../../tests/rules/src/page.rs"]
mod page;

use midl_bindgen::Builder;
use midl_bindgen::source::{Disk, FileSystem};
use page::Section;
use std::path::Path;
use std::{env, fs, io};
use syn::{ImplItem, Item, Signature, TraitItem, Type};

const PAGE: &str = "../docs/rules.md";

/// One file in memory.
struct Memory(String);

impl FileSystem for Memory {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match path.to_str() {
            Some("rules.idl") => Ok(self.0.clone().into_bytes()),
            _ => Disk.read(path),
        }
    }

    fn find_ignoring_case(&self, _folder: &Path, _name: &str) -> Option<String> {
        None
    }
}

#[test]
fn the_page_shows_what_is_made() {
    let text = fs::read_to_string(PAGE).expect("the page is there");
    let sections = page::sections(&text);
    let (declarations, rows) = sections.split_first().expect("the page has IDL");
    let mut made = text.clone();
    for row in rows {
        let shown = page::blocks(part(&text, row), "rust").next();
        let shown = shown.unwrap_or_else(|| panic!("`{}` shows no Rust", row.heading));
        let rust = signatures(declarations, row);
        let old = part(&text, row);
        let block = |rust: &str| format!("```rust\n{rust}```");
        made = made.replace(old, &old.replace(&block(shown), &block(&rust)));
    }
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(PAGE, made).expect("the page can be written");
    } else {
        assert!(
            made == text,
            "docs/rules.md shows something else: run this test with UPDATE_EXPECT=1, and see what changes"
        );
    }
}

/// The text below a heading.
fn part<'a>(text: &'a str, section: &Section) -> &'a str {
    let heading = format!("\n## {}\n", section.heading);
    let (_, rest) = text.split_once(&heading).expect("it was found there");
    rest.split("\n## ").next().unwrap_or(rest)
}

/// What a caller writes, and what an implementer writes.
fn signatures(declarations: &Section, row: &Section) -> String {
    let idl = page::file(declarations, &[row]);
    let output = Builder::new().input("rules.idl").rust_from(&Memory(idl));
    let output = output.unwrap_or_else(|failure| panic!("`{}`: {failure}", row.heading));
    let module = |name: &str| {
        let file = output
            .files
            .iter()
            .find(|file| file.path == Path::new(name));
        let text = String::from_utf8_lossy(&file.expect("it is always made").bytes).into_owned();
        syn::parse_file(&text).expect("it is Rust").items
    };
    let calls = module("client.rs")
        .into_iter()
        .filter_map(|item| match item {
            Item::Impl(item) if is_rules(&item.self_ty) => Some(item.items),
            _ => None,
        });
    let calls = calls.flatten().filter_map(|item| match item {
        ImplItem::Fn(function) => Some(function.sig),
        _ => None,
    });
    let implementations = module("implement.rs")
        .into_iter()
        .filter_map(|item| match item {
            Item::Trait(item) if item.ident == "IRules" => Some(item.items),
            _ => None,
        });
    let implementations = implementations.flatten().filter_map(|item| match item {
        TraitItem::Fn(function) => Some(function.sig),
        _ => None,
    });
    let calls: String = calls.map(|call| shown(&call)).collect();
    let implementations: String = implementations.map(|it| shown(&it)).collect();
    match calls.as_str() {
        "" => format!("// call: none\n// implementation\n{implementations}"),
        same if same == implementations => format!("// call and implementation\n{same}"),
        calls => format!("// call\n{calls}// implementation\n{implementations}"),
    }
}

fn is_rules(ty: &Type) -> bool {
    matches!(ty, Type::Path(ty) if ty.path.segments.last().is_some_and(|it| it.ident == "IRules"))
}

/// A signature as rustfmt would write it in a trait. What `raw` defines is exported beside it.
fn shown(signature: &Signature) -> String {
    let item: Item = syn::parse_quote!(trait Shown { #signature; });
    let file = syn::File {
        shebang: None,
        attrs: Vec::new(),
        items: vec![item],
    };
    let text = prettyplease::unparse(&file).replace("raw::", "");
    let lines = text.lines().skip(1).filter(|line| *line != "}");
    lines
        .map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line)))
        .collect()
}
