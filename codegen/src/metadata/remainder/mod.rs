//! What a schema says and metadata has no word for, as attributes of our own.
//!
//! The writer compares each definition with what reading its plain metadata gives. Where they differ, the difference is
//! written as JSON into a `Midl.Metadata.MidlAttribute` on the row that it is about: the type, method, parameter or field.
//! So nothing is said twice, other readers see plain metadata, and whatever the schema learns to say is carried as soon as
//! [`encode`] and [`decode`] know it, which the compiler sees to: they take structs apart field by field.
//!
//! A schema that was written and read again is the same but for this, which metadata does not hold:
//!
//! - what the input neither defines nor uses ([`super::definitions`]);
//! - the places of things in source files;
//! - the definitions of the types that metadata only names in `Windows.Win32` ([`super::is_named_only`]);
//! - the order of definitions: types come before functions, and functions before constants.

mod decode;
mod encode;
#[cfg(test)]
mod tests;

pub(super) use decode::{Decode, definition as decode_definition};

use super::{Faithfulness, definitions};
use crate::schema::{Definition, DefinitionId, DefinitionKind, Schema};
use serde_json::{Map, Value};

/// The namespace of our attribute.
pub(super) const NAMESPACE: &str = "Midl.Metadata";

/// The name of our attribute's class.
pub(super) const ATTRIBUTE: &str = "MidlAttribute";

/// The key of all that a definition consists of, where it cannot be told by rows.
const PARTS: &str = "parts";

/// What is said of something, by name.
pub(super) type Facts = Map<String, Value>;

/// What is said of a definition, and of the parts it consists of: methods with their parameters, fields, enumerators.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Node {
    pub(super) facts: Facts,
    pub(super) parts: Vec<Node>,
}

impl Node {
    /// What has to be added to `plain` to have `self`.
    pub(super) fn beyond(&self, plain: &Node, one_to_one: bool) -> Node {
        let mut facts = Facts::new();
        for (key, value) in &self.facts {
            if plain.facts.get(key) != Some(value) {
                facts.insert(key.clone(), value.clone());
            }
        }
        for key in plain.facts.keys() {
            if !self.facts.contains_key(key) {
                facts.insert(key.clone(), Value::Null);
            }
        }
        if one_to_one && self.parts.len() == plain.parts.len() {
            let parts = self.parts.iter().zip(&plain.parts);
            let parts = parts.map(|(part, plain)| part.beyond(plain, true));
            return Node {
                facts,
                parts: parts.collect(),
            };
        }
        if self.parts != plain.parts {
            facts.insert(PARTS.to_owned(), Value::Array(whole(&self.parts)));
        }
        Node {
            facts,
            parts: Vec::new(),
        }
    }

    /// Adds what was left out of plain metadata.
    pub(super) fn add(&mut self, remainder: Facts) {
        for (key, value) in remainder {
            match (key.as_str(), value) {
                (PARTS, Value::Array(parts)) => self.parts = parts.into_iter().map(node).collect(),
                (_, Value::Null) => {
                    self.facts.shift_remove(&key);
                }
                (_, value) => {
                    self.facts.insert(key, value);
                }
            }
        }
    }
}

fn whole(parts: &[Node]) -> Vec<Value> {
    let value = |node: &Node| {
        let mut facts = node.facts.clone();
        if !node.parts.is_empty() {
            facts.insert(PARTS.to_owned(), Value::Array(whole(&node.parts)));
        }
        Value::Object(facts)
    };
    parts.iter().map(value).collect()
}

fn node(value: Value) -> Node {
    let mut node = Node::default();
    if let Value::Object(facts) = value {
        node.add(facts);
    }
    node
}

/// A definition as facts.
pub(super) fn encode_definition(schema: &Schema, definition: &Definition) -> Node {
    encode::Encode(schema).definition(definition)
}

/// The part of a schema that metadata holds, as text: a line for each definition, and one for each of its parts. What
/// was written and read again says the same; see `metadata/remainder/mod.rs` for what is not in it.
pub fn held(schema: &Schema) -> String {
    let mut text = String::new();
    for id in in_order_of_metadata(schema) {
        let definition = &schema[id];
        let node = encode_definition(schema, definition);
        text.push_str(&definition.name);
        lines(&node, 1, &mut text);
    }
    text
}

fn lines(node: &Node, depth: usize, text: &mut String) {
    let mut facts: Vec<_> = node.facts.iter().collect();
    facts.sort_by_key(|(key, _)| *key);
    for (key, value) in facts {
        text.push_str(&format!(" {key}={value}"));
    }
    text.push('\n');
    for part in &node.parts {
        text.push_str(&"  ".repeat(depth));
        lines(part, depth + 1, text);
    }
}

/// The definitions that metadata holds, in its order.
pub(super) fn in_order_of_metadata(schema: &Schema) -> Vec<DefinitionId> {
    let mut ids = definitions(schema, Faithfulness::Published);
    ids.sort_by_key(|id| match &schema[*id].kind {
        DefinitionKind::Function(function) if function.dll.is_some() => 1,
        DefinitionKind::Constant(_) => 2,
        _ => 0,
    });
    ids
}
