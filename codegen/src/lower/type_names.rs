//! What a name means that stands for a type, and what is said of one that nothing defines.

use super::similar::Sought;
use super::{Lowering, declared};
use crate::diagnostics::{Code, Diagnostic};
use crate::prelude;
use crate::schema::{Definition, DefinitionId, DefinitionKind, RecordKind, Type};
use crate::syntax::tree::Ident;
use smol_str::SmolStr;
use std::cmp::Ordering;

impl Lowering<'_> {
    /// The type of that name. An unknown one is reported once, and then stands for itself.
    pub(super) fn type_of_name(&mut self, name: &Ident) -> Type {
        if let Some(id) = self.names.ordinary.get(&name.text).copied() {
            return match self.schema[id].kind {
                DefinitionKind::Coclass(_) => self.coclass_for_type(id, name),
                _ => Type::Named(id),
            };
        }
        if self.quiet || self.diagnostics.is_full() {
            return self.unknown_type(name);
        }
        if !self.names.tags.contains_key(&name.text)
            && let Some(ty) = self
                .external_type(name)
                .or_else(|| self.pointer_by_habit(name))
                .or_else(|| self.basic_by_habit(name))
        {
            return ty;
        }
        if let Some(ty) = self
            .type_in_other_case(name)
            .or_else(|| self.truth_in_library(name))
        {
            return ty;
        }
        if let Some(diagnostic) = self.no_such_type(name) {
            self.report(diagnostic);
        }
        self.unknown_type(name)
    }

    /// Says that a class stands where a type has to.
    fn coclass_for_type(&mut self, id: DefinitionId, name: &Ident) -> Type {
        let interface = format!("I{}", name.text);
        let help = match self.names.ordinary.contains_key(interface.as_str()) {
            true => format!("did you mean `{interface}`?"),
            false => "name one of the interfaces of the class".to_owned(),
        };
        let message = format!("`{}` is a coclass, not a type", name.text);
        let diagnostic = Diagnostic::at(Code::WrongKind, name.span, message)
            .also(self.schema[id].span, "declared here")
            .help(help);
        self.report(diagnostic);
        self.unknown_type(name)
    }

    /// What there is to say of a type that nothing defines: nothing where enough was said of its like.
    fn no_such_type(&mut self, name: &Ident) -> Option<Diagnostic> {
        let message = format!("unknown type `{}`", name.text);
        let unknown = Diagnostic::at(Code::UnknownType, name.span, message);
        if let Some(id) = self.names.tags.get(&name.text) {
            let keyword = match &self.schema[*id].kind {
                DefinitionKind::Enum(_) => "enum",
                DefinitionKind::Record(record) if record.kind == RecordKind::Union => "union",
                _ => "struct",
            };
            return Some(unknown.help(format!("write `{keyword} {}`", name.text)));
        }
        if name.text == "bool" {
            let help = "write `boolean` for one byte, as C++'s `bool` is, `BOOL` for four, or `VARIANT_BOOL` \
                        for Automation";
            return Some(unknown.help(help));
        }
        if let Some(import) = self.missing_import(&name.text) {
            // All that it would bring in is missing now; once told is enough.
            if self.missing_imports.contains(&import) {
                return None;
            }
            self.missing_imports.push(import);
            return Some(unknown.help(match import {
                SDK => format!(
                    "it is a type of Windows: import the file of the SDK that has it, as in `{import}`"
                ),
                _ => format!("it is a base type: write `{import}` at the start of the file"),
            }));
        }
        if let Some(near) = self.similar_name(Sought::Type, &name.text) {
            return Some(unknown.help(near));
        }
        // Many that are like nothing known come from one file that is not imported.
        self.strangers += 1;
        match self.strangers.cmp(&MOST_STRANGERS) {
            Ordering::Less => Some(unknown),
            Ordering::Equal => {
                let help = "is an import missing? Further types that nothing defines are not shown";
                Some(unknown.help(help))
            }
            Ordering::Greater => None,
        }
    }

    /// The import that would define a type, where it is a base type or one of Windows.
    fn missing_import(&self, name: &str) -> Option<&'static str> {
        // Where the user's own file of that name is imported, it lacks the type.
        let is_imported = || {
            let names = self.sources.files().map(|(_, file)| file.path.file_name());
            names
                .flatten()
                .any(|name| name.eq_ignore_ascii_case("unknwn.idl"))
        };
        if prelude::defines(name) && !is_imported() {
            return Some("import \"unknwn.idl\";");
        }
        let is_windows = || self.external?.find(name);
        (!self.knows_windows && is_windows().is_some()).then_some(SDK)
    }

    /// The type whose name is that one but for the case of its letters, where the user's files have only one. MIDL finds it, as
    /// type libraries do not tell cases apart. Imported files do not count: what they have is not all read.
    fn type_in_other_case(&mut self, name: &Ident) -> Option<Type> {
        let found = self.in_other_case(name, |definition| definition.own);
        let [(known, id)] = found.as_slice() else {
            return None;
        };
        if matches!(self.schema[*id].kind, DefinitionKind::Coclass(_)) {
            return None;
        }
        Some(self.taken_for(name, known, *id, SAME_CASE))
    }

    /// The interface whose name is that one but for the case of its letters, where there is only one. A class may name it so: it does
    /// in Microsoft's own samples (`IMFMediaSInk`).
    pub(super) fn interface_in_other_case(&mut self, name: &Ident) -> Option<Type> {
        if self.quiet || self.is_external(&name.text) {
            return None;
        }
        if let Some(own) = self.type_in_other_case(name) {
            return Some(own);
        }
        let mut found = self.in_other_case(name, |definition| {
            matches!(
                definition.kind,
                DefinitionKind::Interface(_) | DefinitionKind::Dispinterface(_)
            )
        });
        if found.is_empty() {
            found.extend(self.windows_interface_in_other_case(name));
        }
        let [(known, id)] = found.as_slice() else {
            return None;
        };
        Some(self.taken_for(name, known, *id, SAME_CASE))
    }

    /// The known names that are that one but for the case of its letters, of the definitions that fit.
    fn in_other_case(
        &self,
        name: &Ident,
        fits: impl Fn(&Definition) -> bool,
    ) -> Vec<(SmolStr, DefinitionId)> {
        let known = self.names.ordinary.iter();
        let found = known.filter(|(known, id)| {
            known.eq_ignore_ascii_case(&name.text) && fits(&self.schema[**id])
        });
        found.map(|(known, id)| (known.clone(), *id)).collect()
    }

    /// `bool` in a library, where MIDL takes it for `BOOL`, as it makes no difference between cases there. Nothing else of
    /// imported files is looked for in that way.
    fn truth_in_library(&mut self, name: &Ident) -> Option<Type> {
        let is_meant = name.text == "bool" && self.scope.library;
        let id = *self.names.ordinary.get("BOOL").filter(|_| is_meant)?;
        let help = "write `BOOL`, which has four bytes; C++'s `bool` has one, as `boolean` has";
        Some(self.taken_for(name, "BOOL", id, help))
    }

    fn taken_for(&mut self, name: &Ident, known: &str, id: DefinitionId, help: &str) -> Type {
        let message = format!("`{}` is taken for `{known}`", name.text);
        let warning = Diagnostic::at(Code::OtherCase, name.span, message);
        let warning = match self.schema[id].own {
            true => warning.also(self.schema[id].span, "defined here"),
            false => warning,
        };
        self.report(warning.help(help));
        self.names.ordinary.insert(name.text.clone(), id);
        Type::Named(id)
    }

    /// A stand-in for a type that is not known, which has been reported.
    pub(super) fn unknown_type(&mut self, name: &Ident) -> Type {
        let definition = Definition {
            own: false,
            ..self.definition(&name.text, name.span, "", declared::record(false))
        };
        let id = self.schema.add(definition);
        self.names.unknown.insert(id);
        self.names.defined.insert(id, name.span);
        if !self.quiet {
            self.names.ordinary.insert(name.text.clone(), id);
        }
        Type::Named(id)
    }

    /// Whether the type, or what it points to, is a stand-in for one that was not found.
    pub(super) fn is_unknown(&self, ty: &Type) -> bool {
        let mut ty = ty;
        loop {
            ty = match self.schema.resolve(ty) {
                Type::Named(id) => return self.names.unknown.contains(id),
                Type::Pointer(pointer) => &pointer.target,
                Type::Array(array) => &array.element,
                _ => return false,
            };
        }
    }
}

/// Of types whose names are like no known one, so many are shown.
const MOST_STRANGERS: usize = 4;

/// What to do about a name that is taken for one in another case.
const SAME_CASE: &str = "write it in the same case: C and C++ tell them apart";

/// Stands for all files of the Windows SDK.
const SDK: &str = "import \"objidl.idl\";";
