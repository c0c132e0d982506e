//! The table of attributes: which may stand where, and with what in its parentheses.

use super::place::Place::{self, *};

/// What an attribute takes in its parentheses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arguments {
    /// No parentheses.
    None,
    /// Whatever there is: it concerns RPC alone.
    Any,
    /// One expression.
    Expression,
    /// One or more expressions; places of a list may be empty.
    Expressions,
    /// Two expressions.
    Bounds,
    /// One string.
    Text,
    /// One string or integer.
    TextOrInteger,
    /// One name.
    Name,
    /// The name of a type.
    TypeName,
    /// A UUID.
    Uuid,
    /// A UUID and a value.
    UuidAndValue,
    /// `1.0`
    Version,
    /// `ref`, `unique` or `ptr`.
    PointerKind,
}

/// One attribute.
#[derive(Debug)]
pub(super) struct Row {
    /// Its name.
    pub(super) name: &'static str,
    /// Where it may stand.
    pub(super) places: &'static [Place],
    /// What it takes.
    pub(super) arguments: Arguments,
}

/// The rows of that name: more than one where the arguments depend on the place.
pub(super) fn rows(name: &str) -> &'static [Row] {
    let first = name.bytes().next().unwrap_or_default();
    let letter = usize::from(first.wrapping_sub(b'a'));
    let (Some(start), Some(end)) = (STARTS.get(letter), STARTS.get(letter + 1)) else {
        return &[];
    };
    let rows = TABLE.get(*start..*end).unwrap_or_default();
    let before = rows.iter().take_while(|row| row.name != name).count();
    let rows = rows.get(before..).unwrap_or_default();
    let count = rows.iter().take_while(|row| row.name == name).count();
    rows.get(..count).unwrap_or_default()
}

/// Where the rows start whose names start with each letter, and where the last ones end.
const STARTS: [usize; 27] = {
    let mut starts = [0; 27];
    let mut row = 0;
    let mut letter = 0;
    while letter < 27 {
        while row < TABLE.len() && TABLE[row].name.as_bytes()[0] < b'a' + letter as u8 {
            row += 1;
        }
        starts[letter] = row;
        letter += 1;
    }
    starts
};

/// Every attribute's name.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|row| row.name)
}

const MEMBERS: &[Place] = &[Method, Function, Property];
const POINTERS: &[Place] = &[Parameter, Field, Typedef, Method, Function];
const SIZES: &[Place] = &[Parameter, Field, Typedef];

/// A shorthand that keeps a row on a line.
const fn row(name: &'static str, arguments: Arguments, places: &'static [Place]) -> Row {
    Row {
        name,
        places,
        arguments,
    }
}

/// Sorted by name.
const TABLE: &[Row] = &[
    row("aggregatable", Arguments::None, &[Coclass]),
    row("allocate", Arguments::Any, &[Typedef]),
    row("annotation", Arguments::Text, Place::ALL),
    row("appobject", Arguments::None, &[Coclass]),
    row("async", Arguments::None, &[Method, Function]),
    row("async_uuid", Arguments::Uuid, &[Interface]),
    row("auto_handle", Arguments::None, &[Interface]),
    row("bindable", Arguments::None, MEMBERS),
    row("broadcast", Arguments::None, &[Method, Function, Interface]),
    row("byte_count", Arguments::Name, &[Parameter]),
    row("call_as", Arguments::Name, &[Method, Function]),
    row("callback", Arguments::None, &[Method, Function]),
    row("case", Arguments::Expressions, &[Field]),
    row("code", Arguments::None, &[Interface, Method, Function]),
    row(
        "comm_status",
        Arguments::None,
        &[Parameter, Method, Function],
    ),
    row(
        "context_handle",
        Arguments::None,
        &[Parameter, Typedef, Method, Function],
    ),
    row(
        "context_handle_noserialize",
        Arguments::None,
        &[Parameter, Typedef, Method, Function],
    ),
    row(
        "context_handle_serialize",
        Arguments::None,
        &[Parameter, Typedef, Method, Function],
    ),
    row("control", Arguments::None, &[Coclass, Library]),
    row("cs_drtag", Arguments::None, &[Parameter]),
    row("cs_rtag", Arguments::None, &[Parameter]),
    row("cs_stag", Arguments::None, &[Parameter]),
    row(
        "cs_tag_rtn",
        Arguments::Name,
        &[Interface, Method, Function],
    ),
    row("custom", Arguments::UuidAndValue, Place::ALL),
    row(
        "decode",
        Arguments::None,
        &[Interface, Typedef, Method, Function],
    ),
    row("default", Arguments::None, &[Field, CoclassMember]),
    row("defaultbind", Arguments::None, MEMBERS),
    row("defaultcollelem", Arguments::None, MEMBERS),
    row("defaultvalue", Arguments::Expression, &[Parameter]),
    row("defaultvtable", Arguments::None, &[CoclassMember]),
    row(
        "disable_consistency_check",
        Arguments::None,
        &[Field, Typedef, Parameter],
    ),
    row("displaybind", Arguments::None, MEMBERS),
    row("dllname", Arguments::Text, &[Module]),
    row("dual", Arguments::None, &[Interface, Dispinterface]),
    row(
        "enable_allocate",
        Arguments::None,
        &[Interface, Method, Function],
    ),
    row(
        "encode",
        Arguments::None,
        &[Interface, Typedef, Method, Function],
    ),
    row("endpoint", Arguments::Expressions, &[Interface]),
    row("entry", Arguments::TextOrInteger, &[Function]),
    row(
        "explicit_handle",
        Arguments::None,
        &[Interface, Method, Function],
    ),
    row(
        "fault_status",
        Arguments::None,
        &[Parameter, Method, Function],
    ),
    row("first_is", Arguments::Expressions, SIZES),
    row("flags", Arguments::None, &[Enum, Typedef]),
    row("force_allocate", Arguments::Any, &[Parameter]),
    row("handle", Arguments::None, &[Typedef]),
    row("helpcontext", Arguments::Expression, Place::ALL),
    row("helpfile", Arguments::Text, &[Library]),
    row("helpstring", Arguments::Text, Place::ALL),
    row("helpstringcontext", Arguments::Expression, Place::ALL),
    row("helpstringdll", Arguments::Text, &[Library]),
    row("hidden", Arguments::None, Place::ALL),
    row(
        "id",
        Arguments::Expression,
        &[
            Method,
            Property,
            Function,
            Interface,
            Dispinterface,
            Library,
            Coclass,
        ],
    ),
    row(
        "idempotent",
        Arguments::None,
        &[Method, Function, Interface],
    ),
    row("ignore", Arguments::None, &[Field, Parameter, Typedef]),
    row("iid_is", Arguments::Expression, &[Parameter, Field]),
    row("immediatebind", Arguments::None, MEMBERS),
    row("implicit_handle", Arguments::Any, &[Interface]),
    row("in", Arguments::None, &[Parameter]),
    row(
        "input_sync",
        Arguments::None,
        &[Method, Function, Interface],
    ),
    row("last_is", Arguments::Expressions, SIZES),
    row("lcid", Arguments::None, &[Parameter]),
    row("lcid", Arguments::Expression, &[Library]),
    row("length_is", Arguments::Expressions, SIZES),
    row("licensed", Arguments::None, &[Coclass]),
    row("local", Arguments::None, &[Interface, Method, Function]),
    row("max_is", Arguments::Expressions, SIZES),
    row("maybe", Arguments::None, &[Method, Function, Interface]),
    row("message", Arguments::None, &[Method, Function, Interface]),
    row("min_is", Arguments::Expressions, SIZES),
    row("ms_union", Arguments::None, &[Interface, Typedef, Record]),
    row("nocode", Arguments::None, &[Interface, Method, Function]),
    row("nonbrowsable", Arguments::None, MEMBERS),
    row("noncreatable", Arguments::None, &[Coclass]),
    row(
        "nonextensible",
        Arguments::None,
        &[Interface, Dispinterface, Coclass],
    ),
    row("notify", Arguments::None, &[Method, Function]),
    row("notify_flag", Arguments::None, &[Method, Function]),
    row("object", Arguments::None, &[Interface]),
    row("odl", Arguments::None, &[Interface, Dispinterface]),
    row("oleautomation", Arguments::None, &[Interface]),
    row("optimize", Arguments::Text, &[Interface, Method, Function]),
    row("optional", Arguments::None, &[Parameter, Method]),
    row("out", Arguments::None, &[Parameter]),
    row("partial_ignore", Arguments::None, &[Parameter]),
    row("pointer_default", Arguments::PointerKind, &[Interface]),
    row("progid", Arguments::Text, &[Coclass]),
    row("propget", Arguments::None, MEMBERS),
    row("propput", Arguments::None, MEMBERS),
    row("propputref", Arguments::None, MEMBERS),
    row("proxy", Arguments::None, &[Interface, Dispinterface]),
    row("ptr", Arguments::None, POINTERS),
    row(
        "public",
        Arguments::None,
        &[Typedef, Interface, Dispinterface],
    ),
    row("range", Arguments::Bounds, SIZES),
    row("readonly", Arguments::None, &[Property, Field, Constant]),
    row("ref", Arguments::None, POINTERS),
    row("replaceable", Arguments::None, &[Method, Property]),
    row("represent_as", Arguments::TypeName, &[Typedef]),
    row("requestedit", Arguments::None, MEMBERS),
    row(
        "restricted",
        Arguments::None,
        &[
            Interface,
            Dispinterface,
            Coclass,
            CoclassMember,
            Library,
            Module,
            Typedef,
            Record,
            Enum,
            Method,
            Function,
            Property,
        ],
    ),
    row("retval", Arguments::None, &[Parameter]),
    row("size_is", Arguments::Expressions, SIZES),
    row(
        "source",
        Arguments::None,
        &[CoclassMember, Method, Property, Field, Parameter],
    ),
    row(
        "strict_context_handle",
        Arguments::None,
        &[Interface, Typedef],
    ),
    row("string", Arguments::None, POINTERS),
    row("switch_is", Arguments::Expression, &[Parameter, Field]),
    row(
        "switch_type",
        Arguments::TypeName,
        &[Field, Typedef, Record, Parameter],
    ),
    row(
        "system_handle",
        Arguments::Any,
        &[Parameter, Field, Typedef],
    ),
    row("threading", Arguments::Name, &[Coclass]),
    row("transmit_as", Arguments::TypeName, &[Typedef]),
    row(
        "type_strict_context_handle",
        Arguments::None,
        &[Interface, Typedef],
    ),
    row("uidefault", Arguments::None, MEMBERS),
    row("unique", Arguments::None, POINTERS),
    row("user_marshal", Arguments::TypeName, &[Typedef]),
    row(
        "usesgetlasterror",
        Arguments::None,
        &[Module, Method, Function],
    ),
    row(
        "uuid",
        Arguments::Uuid,
        &[
            Interface,
            Dispinterface,
            Coclass,
            Library,
            Module,
            Typedef,
            Record,
            Enum,
        ],
    ),
    row("v1_enum", Arguments::None, &[Enum, Typedef]),
    row("vararg", Arguments::None, &[Method, Function]),
    row(
        "version",
        Arguments::Version,
        &[Interface, Dispinterface, Coclass, Library, Module, Typedef],
    ),
    row("vi_progid", Arguments::Text, &[Coclass]),
    row("wire_marshal", Arguments::TypeName, &[Typedef]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorted_so_that_it_can_be_searched() {
        assert!(TABLE.is_sorted_by_key(|row| row.name));
        assert_eq!(rows("lcid").len(), 2);
        assert!(rows("colour").is_empty());
        assert!(rows("").is_empty());
        let mut others = TABLE.iter().map(|row| row.name);
        assert!(others.all(|name| rows(name).iter().any(|row| row.name == name)));
    }
}
