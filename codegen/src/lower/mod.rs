//! From syntax trees to the schema: names are looked up, constants evaluated, attributes turned into meaning.
//!
//! It goes over the program twice. The first time it learns every name, so that a type may be used before its
//! definition comes, also in another file. The second time it defines what the names stand for, in source order,
//! since a constant may be used only behind its definition. What only the whole can tell (cycles, values of
//! types that never became complete) is checked at the end.

mod annotations;
mod asynchronous;
mod attributes;
mod checks;
mod classes;
mod condition;
mod constants;
mod cpp_quote;
mod declarators;
mod declared;
mod directive;
mod dispinterfaces;
mod enums;
mod external;
mod functions;
mod interfaces;
mod methods;
mod names;
mod operands;
mod packing;
mod params;
mod pipes;
mod pointees;
mod pointer_sized;
mod records;
mod same;
mod similar;
mod stand_ins;
#[cfg(test)]
mod tests;
mod type_names;
mod typedefs;
mod types;

use crate::diagnostics::{Diagnostic, Diagnostics, Severity};
use crate::schema::{
    CallingConvention, Definition, DefinitionId, DefinitionKind, Guid, Nullability, Schema,
};
use crate::source::{Sources, Span};
use crate::syntax::Program;
use crate::syntax::tree::{Ident, Item, ItemKind};
use attributes::Place;
use condition::Conditions;
use constants::Known;
pub use external::{External, ExternalId, ExternalTypes};
use indexmap::IndexMap;
use names::Names;
use packing::Packing;
use rustc_hash::{FxBuildHasher, FxHashMap};
use smol_str::SmolStr;
use std::collections::BTreeSet;

/// Lowers a program. What is wrong with it goes to `diagnostics`; the schema holds what could be understood.
///
/// Together with it, what the user's metadata in `external` defines. The program may name types of that metadata, and
/// types of Windows where it imports a file of the Windows SDK that is not there.
pub fn lower(
    program: &Program,
    sources: &Sources,
    external: Option<&dyn ExternalTypes>,
    diagnostics: &mut Diagnostics,
) -> Schema {
    lower_as_read(program, sources, external, diagnostics).schema
}

/// A program, lowered as far as it was read.
#[derive(Default)]
pub(crate) struct Lowered {
    pub(crate) schema: Schema,
    /// Names in imported files that the program should have been read with ([`crate::syntax::Options::also`]): types of Windows
    /// lead to them, which no word of the program does.
    pub(crate) missed: BTreeSet<String>,
}

/// Lowers a program, and finds out whether enough of imported files was read.
pub(crate) fn lower_as_read(
    program: &Program,
    sources: &Sources,
    external: Option<&dyn ExternalTypes>,
    diagnostics: &mut Diagnostics,
) -> Lowered {
    let mut lowering = Lowering::new(program, sources, diagnostics);
    lowering.run(external);
    Lowered {
        schema: lowering.schema,
        missed: lowering.missed,
    }
}

/// What is known while lowering.
struct Lowering<'a> {
    program: &'a Program,
    sources: &'a Sources,
    diagnostics: &'a mut Diagnostics,
    schema: Schema,
    names: Names,
    /// Who knows what the program does not define.
    external: Option<&'a dyn ExternalTypes>,
    /// Whether names that nothing defines may be types of Windows.
    knows_windows: bool,
    constants: IndexMap<SmolStr, Known, FxBuildHasher>,
    /// Which interface has an IID.
    iids: FxHashMap<Guid, Ident>,
    /// Where interfaces name their bases, for what is checked at the end.
    bases: Vec<(DefinitionId, Ident)>,
    scope: Scope,
    packing: Packing,
    /// The quoted conditionals around the present item.
    conditions: Conditions,
    /// The imports that were found missing.
    missing_imports: Vec<&'static str>,
    /// Names in imported files that nothing needed, so it seemed.
    missed: BTreeSet<String>,
    /// How many types were found unknown whose names are like no known one.
    strangers: usize,
    /// Whether mistakes are passed over: in quoted C, which need not make sense to us.
    quiet: bool,
}

/// What the surroundings say about a declaration.
#[derive(Clone, Copy, Debug)]
struct Scope {
    /// Output is made of what is defined here.
    own: bool,
    /// What a pointer in a field is, where it says nothing itself.
    pointer_default: Nullability,
    /// In a `[local]` interface.
    local: bool,
    /// In a library.
    library: bool,
    /// What a pointer to a function has that names no convention: that of C, but COM's in the parameters of methods. MIDL writes
    /// `STDMETHODCALLTYPE` for it there and nothing elsewhere.
    convention: CallingConvention,
}

impl Scope {
    fn of_file(own: bool) -> Self {
        Self {
            own,
            pointer_default: Nullability::Nullable,
            local: false,
            library: false,
            convention: CallingConvention::C,
        }
    }
}

impl<'a> Lowering<'a> {
    /// Goes over the program.
    fn run(&mut self, external: Option<&'a dyn ExternalTypes>) {
        let program = self.program;
        self.external = external;
        self.knows_windows = program.misses_sdk;
        for file in &program.files {
            self.prefer_names(&file.tree.items);
        }
        for file in &program.files {
            self.scope = Scope::of_file(file.own);
            self.declare(&file.tree.items);
        }
        // As for files: metadata that cannot be understood whole would show as a heap of unknown types.
        if !self.metadata() {
            return;
        }
        self.complete_tags();
        for file in &program.files {
            self.scope = Scope::of_file(file.own);
            self.packing = Packing::default();
            self.conditions = Conditions::default();
            self.items(&file.tree.items);
        }
        self.complete_forward_interfaces();
        self.check_whole();
        self.schema.mark_flags();
    }

    fn new(program: &'a Program, sources: &'a Sources, diagnostics: &'a mut Diagnostics) -> Self {
        Self {
            program,
            sources,
            diagnostics,
            schema: Schema::new(),
            names: Names::default(),
            external: None,
            knows_windows: false,
            constants: IndexMap::default(),
            iids: FxHashMap::default(),
            bases: Vec::new(),
            scope: Scope::of_file(false),
            packing: Packing::default(),
            conditions: Conditions::default(),
            missing_imports: Vec::new(),
            missed: BTreeSet::new(),
            strangers: 0,
            quiet: false,
        }
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            if self.diagnostics.is_full() {
                return;
            }
            self.item(item);
        }
    }

    fn item(&mut self, item: &Item) {
        match &item.kind {
            ItemKind::Interface(interface) => self.interface(item, interface),
            ItemKind::Dispinterface(dispinterface) => self.dispinterface(item, dispinterface),
            ItemKind::Coclass(coclass) => self.coclass(item, coclass),
            ItemKind::Library(library) => {
                self.attributes(&item.attributes, &[Place::Library]);
                let around = self.scope;
                self.scope.library = true;
                self.items(&library.items);
                self.scope = around;
            }
            ItemKind::Module(module) => self.module(item, module),
            ItemKind::Typedef(_) if self.names.left_out.contains(&item.span) => {}
            ItemKind::Typedef(declaration) => self.typedef(item, declaration),
            ItemKind::Const(constant) => self.const_item(item, constant),
            ItemKind::Declaration(declaration) => self.declaration(item, declaration, None),
            ItemKind::CppQuote(quote) => self.cpp_quote(item, quote),
            ItemKind::PragmaPack(pragma) => self.packing.pragma(pragma),
            // The files of an import stand in the program by themselves; a type library adds nothing to it.
            ItemKind::Import(_) | ItemKind::ImportLib(_) => {}
        }
    }

    /// Records a mistake. Warnings are for whoever can do something about them: the author of an input file.
    fn report(&mut self, diagnostic: Diagnostic) {
        let heard = self.scope.own || diagnostic.code.severity() == Severity::Error;
        if heard && !self.quiet {
            self.diagnostics.push(diagnostic);
        }
    }

    /// A definition at the present place.
    fn definition(&self, name: &str, span: Span, docs: &str, kind: DefinitionKind) -> Definition {
        Definition {
            name: name.to_owned(),
            span,
            docs: docs.to_owned(),
            own: self.scope.own,
            kind,
        }
    }
}
