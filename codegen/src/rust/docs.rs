//! Doc comments: from the IDL to Rust.

use proc_macro2::TokenStream;
use quote::quote;

use super::markdown;
use crate::schema::{Definition, DefinitionKind};

/// The IDL's doc comment and, in a paragraph of its own, what is added to it, as attributes.
pub fn attributes(docs: &str, added: &str) -> TokenStream {
    let docs = markdown::from_comment(docs);
    let gap = if docs.is_empty() || added.is_empty() {
        ""
    } else {
        "\n\n"
    };
    let text = format!("{docs}{gap}{added}");
    let lines = text.lines().map(|line| match line {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}

/// What is said of a definition, and of a record's fields, which have no place of their own to say it.
pub fn of(definition: &Definition) -> String {
    let mut docs = definition.docs.trim().to_owned();
    if let DefinitionKind::Record(record) = &definition.kind {
        let mut heading = "\n\n# Fields\n";
        for field in record.fields.iter().filter(|f| !f.docs.trim().is_empty()) {
            let text = field.docs.trim().replace('\n', "\n  ");
            docs.push_str(&format!("{heading}\n- `{}`: {text}", field.name));
            heading = "";
        }
    }
    docs.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_stands_apart() {
        let text = attributes("One.\n\nTwo.", "Slot 3.").to_string();
        assert_eq!(text, attributes("One.\n\nTwo.\n\nSlot 3.", "").to_string());
        assert!(attributes("", "").is_empty());
    }
}
