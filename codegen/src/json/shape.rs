//! The shape of the JSON: keys in the order they are written. What is seldom said is left out where it is not said.

use std::borrow::Cow;

use serde::Serialize;

use crate::schema::Guid;

#[derive(Serialize, Default)]
pub(super) struct Document<'a> {
    pub interfaces: Vec<Interface<'a>>,
    pub structs: Vec<Struct<'a>>,
    pub enums: Vec<Enum<'a>>,
    pub constants: Vec<Constant<'a>>,
    pub functions: Vec<Function<'a>>,
    pub typedefs: Vec<Typedef<'a>>,
    pub dispinterfaces: Vec<Dispinterface<'a>>,
    pub coclasses: Vec<Coclass<'a>>,
}

#[derive(Serialize)]
pub(super) struct Interface<'a> {
    pub name: &'a str,
    pub iid: Option<Guid>,
    pub base: Option<&'a str>,
    pub methods: Vec<Method<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub completeness: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub dual: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub docs: &'a str,
}

#[derive(Serialize)]
pub(super) struct Dispinterface<'a> {
    pub name: &'a str,
    pub iid: Option<Guid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interface: Option<&'a str>,
    pub methods: Vec<Method<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub docs: &'a str,
}

#[derive(Serialize)]
pub(super) struct Coclass<'a> {
    pub name: &'a str,
    pub clsid: Option<Guid>,
    pub interfaces: Vec<Member<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub docs: &'a str,
}

#[derive(Serialize)]
pub(super) struct Member<'a> {
    pub name: &'a str,
    pub default: bool,
    pub source: bool,
}

#[derive(Serialize)]
pub(super) struct Method<'a> {
    pub name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<usize>,
    pub returns: String,
    pub params: Vec<Param<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispatch_id: Option<i32>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub convention: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub vararg: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub variadic: bool,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub success_codes: &'a [String],
    #[serde(skip_serializing_if = "str::is_empty")]
    pub docs: &'a str,
}

#[derive(Serialize)]
pub(super) struct Param<'a> {
    pub name: &'a str,
    #[serde(rename = "type")]
    pub ty: String,
    #[serde(rename = "in")]
    pub reads: bool,
    #[serde(rename = "out")]
    pub writes: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub retval: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    #[serde(flatten)]
    pub holds: Holds<'a>,
}

/// What a pointer holds: only what is said of it.
#[derive(Serialize)]
pub(super) struct Holds<'a> {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub nullable: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub string: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub size_is: Vec<Option<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub length_is: Vec<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iid_is: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switch_is: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub callee_closes: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub null_on_success: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flags: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allocator: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<[Value<'a>; 2]>,
}

/// The numbers that select a member of a union.
#[derive(Serialize)]
pub(super) struct Arm<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<Value<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub default: bool,
}

#[derive(Serialize)]
pub(super) struct Struct<'a> {
    pub name: &'a str,
    pub kind: &'static str,
    pub fields: Vec<Field<'a>>,
    pub layout: Option<Layouts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pack: Option<Pack>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switch_type: Option<String>,
    /// The numbers that select nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nothing: Option<Arm<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub docs: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Pack {
    Everywhere(u8),
    Differs {
        x86: Option<u8>,
        x64: Option<u8>,
        arm64: Option<u8>,
    },
}

#[derive(Serialize)]
pub(super) struct Field<'a> {
    pub name: &'a str,
    #[serde(rename = "type")]
    pub ty: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bits: Option<u8>,
    #[serde(flatten)]
    pub arm: Arm<'a>,
    #[serde(flatten)]
    pub holds: Holds<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub docs: &'a str,
}

#[derive(Serialize)]
pub(super) struct Layouts {
    pub x86: Layout,
    pub x64: Layout,
    pub arm64: Layout,
}

#[derive(Serialize)]
pub(super) struct Layout {
    pub size: u64,
    pub align: u64,
    pub offsets: Vec<u64>,
}

#[derive(Serialize)]
pub(super) struct Enum<'a> {
    pub name: &'a str,
    pub values: Vec<EnumValue<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub flags: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub docs: &'a str,
}

#[derive(Serialize)]
pub(super) struct EnumValue<'a> {
    pub name: &'a str,
    pub value: i32,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub docs: &'a str,
}

#[derive(Serialize)]
pub(super) struct Constant<'a> {
    pub name: &'a str,
    pub value: Value<'a>,
    #[serde(rename = "type")]
    pub ty: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub docs: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Value<'a> {
    Signed(i64),
    Unsigned(u64),
    Float(f64),
    Text(Cow<'a, str>),
    Guid(Guid),
}

#[derive(Serialize)]
pub(super) struct Function<'a> {
    pub name: &'a str,
    pub dll: Option<&'a str>,
    pub entry: Option<&'a str>,
    pub returns: String,
    pub params: Vec<Param<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub variadic: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub convention: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub docs: &'a str,
}

#[derive(Serialize)]
pub(super) struct Typedef<'a> {
    pub name: &'a str,
    #[serde(rename = "type")]
    pub ty: String,
    #[serde(flatten)]
    pub holds: Holds<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub docs: &'a str,
}
