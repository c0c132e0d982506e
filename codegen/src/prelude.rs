//! Files that ship inside the compiler: what the classic `import "unknwn.idl";` needs on a machine without any
//! SDK, and the annotations. An include folder that has a file of the same name wins.

mod sdk;

/// The text of the built-in file of that name; ASCII case does not matter.
pub fn file(name: &str) -> Option<&'static str> {
    FILES
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map(|(_, text)| *text)
}

/// The names of all built-in files.
pub fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name)
}

/// The text that stands in for a file of the Windows SDK that is on no include folder: it imports the base types; the
/// types of Windows that the file would define are looked up in Windows' metadata.
pub fn stand_in(name: &str) -> Option<&'static str> {
    match name.eq_ignore_ascii_case("olectl.h") {
        true => Some(CONTROLS),
        false => sdk::is_file(name).then_some("import \"unknwn.idl\";\n"),
    }
}

/// Whether one of the files defines a type of that name.
pub fn defines(ty: &str) -> bool {
    let is_definition = |line: &&str| {
        ["typedef ", "interface ", "} "]
            .iter()
            .any(|start| line.starts_with(start))
    };
    let has_name = |line: &str| {
        let is_part = |c: char| !c.is_ascii_alphanumeric() && c != '_';
        line.split(is_part).any(|word| word == ty)
    };
    let is_name = ty.starts_with(|c: char| c.is_ascii_uppercase());
    is_name
        && FILES
            .iter()
            .flat_map(|(_, text)| text.lines())
            .filter(is_definition)
            .any(has_name)
}

/// Macros that the libraries of controls cannot do without, and no metadata has: the names of type libraries.
const CONTROLS: &str = "import \"unknwn.idl\";
#define STDOLE_TLB \"stdole2.tlb\"
#define STDTYPE_TLB \"stdole2.tlb\"
";

const FILES: &[(&str, &str)] = &[
    ("annotations.h", include_str!("../include/annotations.h")),
    ("basetsd.h", include_str!("../prelude/basetsd.h")),
    ("eventtoken.idl", include_str!("../prelude/eventtoken.idl")),
    ("guiddef.h", include_str!("../prelude/guiddef.h")),
    ("unknwn.idl", include_str!("../prelude/unknwn.idl")),
    ("unknwnbase.idl", include_str!("../prelude/unknwnbase.idl")),
    ("wtypes.idl", include_str!("../prelude/wtypes.idl")),
    ("wtypesbase.idl", include_str!("../prelude/wtypesbase.idl")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_case() {
        assert!(file("UnKnwn.IDL").is_some_and(|text| text.contains("wtypes.idl")));
        assert_eq!(file("objidl.idl"), None);
    }

    #[test]
    fn base_types_are_known() {
        for name in ["IUnknown", "HRESULT", "LPCWSTR", "GUID", "HWND", "ULONG"] {
            assert!(defines(name), "{name}");
        }
        for name in ["IStream", "typedef", "Truth", "LONG_", ""] {
            assert!(!defines(name), "{name}");
        }
    }

    #[test]
    fn files_of_the_sdk_have_a_stand_in() {
        for name in [
            "objidl.idl",
            "OAIdl.IDL",
            "ocidl.h",
            "windows.h",
            "OleCtl.h",
            "MSP.idl",
        ] {
            assert!(stand_in(name).is_some(), "{name}");
        }
        for name in [
            "objidl",
            "objidl.txt",
            "windows.idl",
            "sub/objidl.idl",
            "my.idl",
        ] {
            assert_eq!(stand_in(name), None, "{name}");
        }
    }

    #[test]
    fn what_a_built_in_file_imports_is_built_in() {
        for (name, text) in FILES {
            let imports = text
                .lines()
                .filter_map(|line| line.strip_prefix("import \"")?.strip_suffix("\";"));
            for import in imports {
                assert!(file(import).is_some(), "{name} imports {import}");
            }
        }
    }
}
