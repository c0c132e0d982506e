//! Raw Rust: the types, vtables and unsafe methods. No other file uses `windows-bindgen`.
//!
//! windows-bindgen is given metadata in which no parameter is a plain out parameter and none has an attribute
//! ([`Faithfulness::ForRaw`]), so what it writes follows from the types alone. In the `IFoo_Impl` traits, which
//! `implement.rs` is written against:
//!
//! - Every method is an `unsafe fn` (made so here: it gets raw pointers), takes `&self` and all parameters of the
//!   vtable, in order and under the names of [`naming::params`]; none is made a return value.
//! - A method that returns `HRESULT` returns `windows_core::Result<()>`; a success code beside `S_OK` travels as
//!   `Err(Error::from_hresult(code))`. Any other return type stays as it is.
//! - An `[in] IFoo *` is a `windows_core::Ref<IFoo>`, which may hold NULL; an `[out]` or `[in, out] IFoo **` is a
//!   `windows_core::OutRef<IFoo>`, which may be NULL itself; an `[in]` array of interfaces is a
//!   `*const Option<IFoo>`.
//! - A number, enumeration, `BOOL`, `HRESULT` or function pointer is passed as it is. A pointer is `*const T` or
//!   `*mut T` as it is in C; a handle is a `*mut c_void`, a `BSTR` a `*mut u16`.
//! - Anything else that is passed by value is a reference, since the caller keeps it: `&PCWSTR` and `&PCSTR` for an
//!   `[in]` string, const or not, `&GUID`, `&VARIANT`. An `[out]` buffer for a string is a `PWSTR`.
//!
//! The slots themselves have the same parameters with `*mut c_void` in place of an interface.

use indexmap::IndexMap;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, io, process};

use crate::diagnostics::{Code, Diagnostic};
use crate::metadata::{self, Faithfulness};
use crate::panics;
use crate::schema::{Completeness, Definition, DefinitionId, DefinitionKind, Function, Schema};

use super::correct::{self, corrected};
use super::naming;

/// Two words, so that no type of the input can have the same name.
const NAMESPACE: &str = "MidlBindgen.Raw";

/// Makes the raw module of `definitions`, which are [`definitions()`] of the schema. It needs `rustfmt`, which
/// windows-bindgen runs.
pub fn generate(schema: &Schema, definitions: &[DefinitionId]) -> Result<syn::File, Diagnostic> {
    if definitions.is_empty() {
        return Ok(syn::File {
            shebang: None,
            attrs: Vec::new(),
            items: Vec::new(),
        });
    }
    correct::check(schema, definitions)?;
    let winmd = metadata::write(schema, NAMESPACE, Faithfulness::ForRaw)?;
    let folder = TemporaryFolder::new().map_err(|error| {
        let place = env::temp_dir();
        cannot(format!(
            "no temporary folder in `{}`: {error}",
            place.display()
        ))
    })?;
    let output = folder.0.join("raw.rs");
    // windows-bindgen would implement every interface if it were given no list, and takes an empty list for that.
    let mut implement = vec![format!("{NAMESPACE}.")];
    implement.extend(
        schema
            .iter()
            .filter(|(id, _)| is_implementable(schema, *id))
            .map(|(_, definition)| format!("{NAMESPACE}.{}", naming::raw(&definition.name))),
    );
    panics::contain(|| {
        windows_bindgen::builder()
            .input_bytes(&winmd)
            .output(&output)
            .filter(NAMESPACE)
            .implements(&implement)
            .flat()
            .write();
    })
    .map_err(explain)?;
    let text = fs::read_to_string(&output)
        .map_err(|error| cannot(format!("its output cannot be read: {error}")))?;
    let file = syn::parse_file(&text)
        .map_err(|error| cannot(format!("its output does not parse: {error}")))?;
    Ok(corrected(schema, file))
}

/// What the raw module defines, in the schema's order.
pub fn definitions(schema: &Schema) -> Vec<DefinitionId> {
    metadata::definitions(schema, Faithfulness::ForRaw)
}

/// Warnings about functions of the user's own that are not among `definitions`, those of the raw module: one for all of a file
/// that are left out for the same reason.
pub fn left_out(schema: &Schema, definitions: &[DefinitionId]) -> Vec<Diagnostic> {
    let mut left_out: IndexMap<_, Vec<&Definition>> = IndexMap::new();
    for (id, definition) in schema.iter() {
        if let DefinitionKind::Function(function) = &definition.kind
            && definition.own
            && !definitions.contains(&id)
        {
            let reason = (definition.span.file, why_left_out(function));
            left_out.entry(reason).or_default().push(definition);
        }
    }
    let warnings = left_out.iter().filter_map(|((_, why), functions)| {
        let (first, others) = functions.split_first()?;
        let name = &first.name;
        let who = match others.len() {
            0 => format!("the function `{name}` is"),
            1 => format!("the function `{name}` and another one are"),
            more => format!("the function `{name}` and {more} others are"),
        };
        let message = format!("{who} left out of the Rust that is made");
        Some(Diagnostic::at(Code::LeftOut, first.span, message).help(*why))
    });
    warnings.collect()
}

fn why_left_out(function: &Function) -> &'static str {
    match function.dll {
        None => {
            "say in which DLL it is: `[dllname(\"…\")] module …`, and `[entry(\"…\")]`; a procedure of RPC is in none, but \
             calls a stub in C, which MIDL makes"
        }
        Some(_) if function.variadic => {
            "windows-bindgen makes no functions that take any number of arguments"
        }
        Some(_) => "windows-bindgen links by name, not by ordinal",
    }
}

/// Whether raw Rust has an `_Impl` trait for an interface: every slot of it and of its bases is known.
pub fn is_implementable(schema: &Schema, id: DefinitionId) -> bool {
    let is_full = |definition: &Definition| {
        matches!(&definition.kind, DefinitionKind::Interface(interface)
            if interface.completeness == Completeness::Full)
    };
    is_full(&schema[id]) && schema.bases(id).all(|base| is_full(&schema[base]))
}

fn cannot(why: String) -> Diagnostic {
    let message = format!("windows-bindgen cannot write the raw module: {why}");
    Diagnostic::global(Code::BackEndFailed, message)
}

/// What a panic of windows-bindgen means. Its message for a missing `rustfmt` and for text that `rustfmt` does not
/// accept is one and the same.
fn explain(panic: String) -> Diagnostic {
    let missing = || {
        let run = Command::new("rustfmt").arg("--version").output();
        run.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
    };
    if panic.contains("rustfmt") && missing() {
        return cannot("there is no `rustfmt` on the search path".into())
            .help("install it with `rustup component add rustfmt`");
    }
    cannot(panic)
}

/// A folder of our own that goes away with the value.
struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    fn new() -> io::Result<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        loop {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let name = format!("midl-bindgen-{}-{number}", process::id());
            let path = env::temp_dir().join(name);
            match fs::create_dir(&path) {
                Ok(()) => return Ok(Self(path)),
                // Left behind by a process that had our id before us.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // A file that cannot be removed from the temporary folder harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::sample::{Sample, from_idl};

    fn text(schema: &Schema) -> String {
        prettyplease::unparse(&generate(schema, &definitions(schema)).unwrap())
    }

    #[test]
    fn the_seed_becomes_raw_rust() {
        let text = text(&from_idl(&["mapisync.idl"]));
        let has = |part: &str| assert!(text.contains(part), "no `{part}` in:\n{text}");
        has("pub trait IMAPISyncProgressCallback_Impl: windows_core::IUnknownImpl");
        has("unsafe fn Done(");
        has("pub struct MAPISIB {");
        has("pub const SYNC_ON_DEMAND: u32 = 536870912;");
        assert!(!text.contains("IMAPISession_Impl"));
    }

    #[test]
    fn every_kind_becomes_raw_rust() {
        let sample = Sample::everything();
        let text = text(&sample.schema);
        expect_test::expect_file!["golden/raw.rs"].assert_eq(&text);
    }

    #[test]
    fn an_empty_schema_is_an_empty_module() {
        assert_eq!(text(&Schema::new()), "");
    }
}
