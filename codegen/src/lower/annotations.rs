//! The annotations of `annotations.h`: `custom(uuid, value)` with a UUID of ours.

use super::Lowering;
use super::attributes::{Attributes, arguments, guid};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::schema::{DefinitionId, DefinitionKind, Guid, Ownership};
use crate::source::Span;
use crate::syntax::tree::{Expression, ExpressionKind};

const CALLEE_CLOSES: Guid = Guid(0x3c8d3f0a_5b0e_4a51_9a51_6a7f0c6f1d01);
const CALLER_CLOSES: Guid = Guid(0x3c8d3f0a_5b0e_4a51_9a51_6a7f0c6f1d07);
const OPAQUE: Guid = Guid(0x3c8d3f0a_5b0e_4a51_9a51_6a7f0c6f1d02);
const NULL_ON_SUCCESS: Guid = Guid(0x3c8d3f0a_5b0e_4a51_9a51_6a7f0c6f1d03);
const FLAGS_TYPE: Guid = Guid(0x3c8d3f0a_5b0e_4a51_9a51_6a7f0c6f1d04);
const SUCCESS_CODES: Guid = Guid(0x3c8d3f0a_5b0e_4a51_9a51_6a7f0c6f1d05);
const ALLOCATOR: Guid = Guid(0x3c8d3f0a_5b0e_4a51_9a51_6a7f0c6f1d06);

/// What the annotations of one place say.
#[derive(Clone, Debug, Default)]
pub(super) struct Annotations {
    pub(super) ownership: Ownership,
    pub(super) opaque: bool,
    pub(super) null_on_success: bool,
    pub(super) flags: Option<DefinitionId>,
    pub(super) success_codes: Vec<String>,
    pub(super) allocator: Option<String>,
    /// Those with other UUIDs, as they are written.
    pub(super) unknown: Vec<(Guid, String)>,
}

impl Lowering<'_> {
    /// Reads the `custom` attributes.
    pub(super) fn annotations(&mut self, attributes: &Attributes<'_>) -> Annotations {
        let mut found = Annotations::default();
        for attribute in attributes.all("custom") {
            let mut arguments = arguments(attribute);
            let (Some(key), Some(value)) = (arguments.next(), arguments.next()) else {
                continue;
            };
            let Some(key) = guid(key) else { continue };
            match key {
                CALLEE_CLOSES | CALLER_CLOSES => {
                    let comes_out = attributes.has("out") && !attributes.has("in");
                    if comes_out == (key == CALLER_CLOSES) {
                        found.ownership = Ownership::Transferred;
                    } else {
                        self.wrong_way(attribute.span, comes_out);
                    }
                }
                OPAQUE => found.opaque = true,
                NULL_ON_SUCCESS => found.null_on_success = true,
                FLAGS_TYPE => found.flags = self.flags_type(value),
                SUCCESS_CODES => found.success_codes = self.names_in(value),
                ALLOCATOR => found.allocator = self.names_in(value).pop(),
                unknown => {
                    let text = match &value.kind {
                        ExpressionKind::String(text) | ExpressionKind::WideString(text) => {
                            text.clone()
                        }
                        _ => self.sources.text(value.span).to_owned(),
                    };
                    found.unknown.push((unknown, text));
                }
            }
        }
        found
    }

    /// A handle is closed by the side that it goes to.
    fn wrong_way(&mut self, span: Span, comes_out: bool) {
        let (message, other) = match comes_out {
            true => ("this handle comes out", "CALLER_CLOSES"),
            false => ("this handle does not come out", "CALLEE_CLOSES"),
        };
        self.report(
            Diagnostic::at(Code::BadAnnotation, span, message)
                .help(format!("write `{other}` if it changes hands")),
        );
    }

    fn flags_type(&mut self, value: &Expression) -> Option<DefinitionId> {
        let name = self.names_in(value).pop()?;
        let found = [&self.names.ordinary, &self.names.tags]
            .into_iter()
            .find_map(|names| names.get(name.as_str()).copied());
        match found {
            Some(id) if matches!(self.schema[id].kind, DefinitionKind::Enum(_)) => Some(id),
            _ => {
                let message = format!("there is no enum `{name}`");
                let diagnostic = Diagnostic::at(Code::BadAnnotation, value.span, message);
                let near = self.nearest_enum(&name);
                self.report(match near {
                    Some(near) => diagnostic.help(format!("an enum of a similar name is `{near}`")),
                    None => diagnostic.help("define it, or import the file that does"),
                });
                None
            }
        }
    }

    fn nearest_enum(&self, name: &str) -> Option<String> {
        let enums = self.schema.iter().filter_map(|(_, definition)| {
            let is_enum = matches!(definition.kind, DefinitionKind::Enum(_));
            is_enum.then_some(definition.name.as_str())
        });
        nearest(name, enums).map(str::to_owned)
    }

    /// The names, separated by commas, of a string.
    fn names_in(&mut self, value: &Expression) -> Vec<String> {
        let text = match &value.kind {
            ExpressionKind::String(text) | ExpressionKind::WideString(text) => text.as_str(),
            _ => "",
        };
        let names: Vec<String> = text
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect();
        if names.is_empty() {
            self.report(
                Diagnostic::at(
                    Code::BadAnnotation,
                    value.span,
                    "a name in quotes is needed here",
                )
                .help("write it as in `ALLOCATOR(\"MAPIFreeBuffer\")`"),
            );
        }
        names
    }
}
