//! `docs/rules.md` as the build script and the test of the page read it.

/// A part of the page: a heading, and its blocks of code.
pub struct Section<'a> {
    /// Its heading.
    pub heading: &'a str,
    /// What its blocks in IDL say.
    pub idl: String,
}

/// The parts that have IDL. The first one declares what the others use.
pub fn sections(page: &str) -> Vec<Section<'_>> {
    let parts = page.split("\n## ").skip(1);
    let sections = parts.map(|part| Section {
        heading: part.lines().next().unwrap_or_default(),
        idl: blocks(part, "idl").collect(),
    });
    sections.filter(|section| !section.idl.is_empty()).collect()
}

/// The blocks of code in `language`.
pub fn blocks<'a>(part: &'a str, language: &'a str) -> impl Iterator<Item = &'a str> {
    let fenced = part.split("```").skip(1).step_by(2);
    fenced.filter_map(move |block| block.strip_prefix(language)?.strip_prefix('\n'))
}

/// An IDL file with the declarations and one interface, which has the methods.
pub fn file(declarations: &Section, methods: &[&Section]) -> String {
    let methods: String = methods
        .iter()
        .map(|section| format!("\n/* {} */\n{}\n", section.heading, section.idl))
        .collect();
    format!(
        "import \"unknwn.idl\";\n\n#include \"annotations.h\"\n\n{}\n\
        [object, uuid(8f1c6a52-9d0e-4b5c-a7f3-2f6d0cbe0001), pointer_default(unique)]\n\
        interface IRules : IUnknown\n{{\n{methods}}}\n",
        declarations.idl
    )
}
