//! Who knows types that no file of the program defines, and what there is to know.

use crate::lower::declared;
use crate::schema::{DefinitionId, DefinitionKind};
use crate::source::Span;

/// Something that an [`ExternalTypes`] defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ExternalId(pub u64);

/// What an [`ExternalTypes`] knows of something.
#[derive(Clone, Debug, PartialEq)]
pub struct External {
    /// Its definition.
    pub kind: DefinitionKind,
    /// It is not the same on all machines, so that only its name is known.
    pub differs: bool,
    /// The schema has words for it. Of what it has none for, only the name is known.
    pub is_read: bool,
    /// What is said of it contradicts itself.
    pub is_broken: bool,
    /// Its doc comment.
    pub docs: String,
    /// It was imported where the metadata was made, and is not generated.
    pub is_imported: bool,
    /// What it names and nobody defines.
    pub missing: Vec<String>,
}

impl External {
    /// What is known of something that cannot be read: nothing but its name.
    pub fn unknown() -> Self {
        Self {
            kind: declared::record(false),
            differs: false,
            is_read: false,
            is_broken: false,
            docs: String::new(),
            is_imported: false,
            missing: Vec::new(),
        }
    }
}

/// Knows types that the files of a program name and do not define.
pub trait ExternalTypes {
    /// The type of that name which everybody knows: one of Windows.
    fn find(&self, name: &str) -> Option<ExternalId>;

    /// The type of that name which the user's metadata defines.
    fn find_own(&self, _name: &str) -> Option<ExternalId> {
        None
    }

    /// The constant or enumerator of that name.
    fn find_constant(&self, _name: &str) -> Option<ExternalId> {
        None
    }

    /// The interface whose name is that one but for the case of its letters, where there is only one.
    fn find_interface_ignoring_case(&self, _name: &str) -> Option<String> {
        None
    }

    /// Whether a type is defined inside another, or in a namespace, so that no program names it.
    fn is_nested(&self, _id: ExternalId) -> bool {
        false
    }

    /// Everything that the user's metadata defines: types, functions and constants.
    fn own(&self) -> Vec<ExternalId> {
        Vec::new()
    }

    /// Whether something is a type, and neither a function nor a constant.
    fn is_type(&self, _id: ExternalId) -> bool {
        true
    }

    /// Whether something is an interface.
    fn is_interface(&self, _id: ExternalId) -> bool {
        false
    }

    /// The place of something that the user's metadata defines.
    fn place(&self, _id: ExternalId) -> Option<Span> {
        None
    }

    /// The place of metadata that says more than its length allows.
    fn excess(&self) -> Option<Span> {
        None
    }

    /// The name of something; one is made up for what is defined inside another type and has none.
    fn name(&self, id: ExternalId) -> String;

    /// A definition, whose parts get `place` for their place. The types that it names are asked of `types`.
    fn define(
        &self,
        id: ExternalId,
        place: Span,
        types: &mut dyn FnMut(ExternalId) -> DefinitionId,
    ) -> External;

    /// The names that might be meant by `name`, in the order of the alphabet.
    fn similar(&self, name: &str) -> Vec<String>;
}
