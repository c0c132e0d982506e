//! Doc comments: from the IDL to Rust.

use proc_macro2::TokenStream;
use quote::quote;

use crate::schema::{Definition, DefinitionKind};

/// The IDL's doc comment and, in a paragraph of its own, what is added to it, as attributes.
pub fn attributes(docs: &str, added: &str) -> TokenStream {
    let docs = markdown(docs);
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

/// An IDL comment as Markdown: brackets and angles are meant as they stand, and an example is not Rust.
fn markdown(docs: &str) -> String {
    let mut output = String::with_capacity(docs.len());
    let mut fenced = false;
    for (index, line) in docs.trim_end().lines().enumerate() {
        if index > 0 {
            output.push('\n');
        }
        if let Some(language) = line.trim_start().strip_prefix("```") {
            fenced = !fenced;
            output.push_str(line);
            if fenced && language.trim().is_empty() {
                output.push_str("text");
            }
        } else if fenced {
            output.push_str(line);
        } else {
            escape(line, &mut output);
        }
    }
    output
}

fn escape(line: &str, output: &mut String) {
    let mut code = false;
    for char in line.chars() {
        match char {
            '`' => code = !code,
            '[' | ']' | '<' | '>' if !code => output.push('\\'),
            _ => {}
        }
        output.push(char);
    }
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
    fn text_is_no_markup_but_code_is_code() {
        assert_eq!(
            markdown("an [in] T<U>\n`a[0]`"),
            "an \\[in\\] T\\<U\\>\n`a[0]`"
        );
        assert_eq!(markdown("```\na[0]\n```\n"), "```text\na[0]\n```");
    }

    #[test]
    fn what_is_added_stands_apart() {
        let text = attributes("One.\n\nTwo.", "Slot 3.").to_string();
        assert_eq!(text, attributes("One.\n\nTwo.\n\nSlot 3.", "").to_string());
        assert!(attributes("", "").is_empty());
    }
}
