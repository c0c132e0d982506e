//! What stands for `rdl` in a build without that feature: a build script needs no reader of metadata as text.

use super::Places;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{FileId, Sources, Span};

/// Refuses texts.
pub(super) fn compile(
    files: &[FileId],
    _known: &[&[u8]],
    sources: &Sources,
) -> Result<(Vec<u8>, Places), Diagnostic> {
    let message = "this build of midl-bindgen reads no metadata as text";
    let refusal = match files.first() {
        Some(file) => {
            let path = sources.file(*file).path.display();
            Diagnostic::at(Code::BadMetadata, Span::new(*file, 0, 0), message)
                .label(format!("`{path}` is such text"))
        }
        None => Diagnostic::global(Code::BadMetadata, message),
    };
    Err(refusal.help("turn on the feature `rdl` of midl-bindgen"))
}
