//! Rows of metadata as definitions of the schema.

use super::attributes::Owner;
use super::file::Winmd;
use super::library::{Library, Row};
use super::signature::{self, Signed};
use super::tables::{Table, Tables};
use crate::lower::{External, ExternalId};
use crate::schema::{
    Alias, Arm, ArrayType, CallingConvention, Coclass, Completeness, DefinitionId, DefinitionKind,
    Direction, Enum, EnumValue, Expression, Field, FunctionType, Interface, Method, MethodKind,
    Nullability, Pack, Param, Pointee, Primitive, Record, RecordKind, Switch, Type,
};
use crate::source::Span;

/// What a row of the table of types defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    Interface,
    Enum,
    Record,
    /// A struct without fields that has a CLSID.
    Coclass,
    /// A struct around one value, which stands for a typedef.
    Typedef,
    /// A pointer to a function.
    Delegate,
}

/// What is known of something that cannot be read: nothing but its name.
pub(super) fn unknown() -> External {
    External {
        kind: DefinitionKind::Record(Record {
            kind: RecordKind::Struct,
            tag: None,
            pack: Pack::NATURAL,
            fields: Vec::new(),
            forward: true,
            switch: Switch::default(),
        }),
        differs: false,
        is_read: false,
        is_broken: false,
        docs: String::new(),
        is_imported: false,
        missing: Vec::new(),
    }
}

/// What is known of something that is not the same on all machines.
fn differing() -> External {
    External {
        differs: true,
        is_read: true,
        ..unknown()
    }
}

/// Reads one definition; the types that it names are asked of `types`.
pub(super) fn definition(
    library: &Library<'_>,
    at: Row,
    place: Span,
    types: &mut dyn FnMut(ExternalId) -> DefinitionId,
) -> Option<External> {
    let file = library.file(at.file)?;
    let mut reading = Reading {
        library,
        file,
        at: at.file,
        place,
        types,
        missing: Vec::new(),
    };
    let row = at.row;
    let kind = match at.table {
        Table::MethodDef => reading.function(row),
        Table::Field => reading.constant(row),
        _ => match file.category(row) {
            Some(Category::Interface) => Some(reading.interface(row)),
            Some(Category::Enum) => Some(reading.enumeration(row)),
            Some(Category::Coclass) => reading.coclass(row),
            Some(Category::Record) => match reading.packs(row) {
                Some(pack) => reading.record(row, pack),
                None => return Some(differing()),
            },
            Some(Category::Typedef) if file.differs(row) => {
                match reading.as_wide_as_pointers(row) {
                    Some(signed) => Some(alias(reading.ty(&signed))),
                    None => return Some(differing()),
                }
            }
            Some(_) if file.differs(row) || file.is_aligned(row) => return Some(differing()),
            Some(Category::Typedef) => reading.typedef(row),
            Some(Category::Delegate) => reading.delegate(row),
            None => None,
        },
    };
    Some(match kind {
        Some(kind) => External {
            kind,
            is_read: true,
            missing: reading.missing,
            ..unknown()
        },
        None => unknown(),
    })
}

impl Winmd<'_> {
    /// What a row defines; `None` for classes of the runtime, attributes and what is not known at all.
    pub(super) fn category(&self, row: usize) -> Option<Category> {
        const INTERFACE: usize = 0x20;
        if self.tables.cell(Table::TypeDef, row, 0)? & INTERFACE != 0 {
            return Some(Category::Interface);
        }
        match self.base_name(row)? {
            "Enum" => Some(Category::Enum),
            "MulticastDelegate" => Some(Category::Delegate),
            "ValueType" => {
                let attribute = |name| self.tables.attribute(Owner::TypeDef(row), name);
                Some(if attribute("NativeTypedefAttribute").is_some() {
                    Category::Typedef
                } else if self
                    .tables
                    .list(Table::TypeDef, row, 4, Table::Field)
                    .is_empty()
                    && attribute("GuidAttribute").is_some()
                {
                    Category::Coclass
                } else {
                    Category::Record
                })
            }
            _ => None,
        }
    }

    /// The method that says what a delegate takes and returns.
    pub(super) fn invoke(&self, row: usize) -> Option<usize> {
        self.tables
            .list(Table::TypeDef, row, 5, Table::MethodDef)
            .find(|method| self.tables.text(Table::MethodDef, *method, 3) == "Invoke")
    }

    /// The name of the class that a class extends.
    pub(super) fn base_name(&self, row: usize) -> Option<&str> {
        let base = self.tables.cell(Table::TypeDef, row, 3)?;
        let base = (base & 3 == 1).then_some(base >> 2)?.checked_sub(1)?;
        Some(self.tables.text(Table::TypeRef, base, 1))
    }
}

pub(super) struct Reading<'a, 'b> {
    pub(super) library: &'a Library<'a>,
    pub(super) file: &'a Winmd<'a>,
    /// The number of the file in the library.
    pub(super) at: usize,
    place: Span,
    types: &'b mut dyn FnMut(ExternalId) -> DefinitionId,
    /// Names of types that no file defines.
    missing: Vec<String>,
}

impl Reading<'_, '_> {
    /// The type that a coded row means; one that no file defines is missed.
    fn resolve(&mut self, coded: usize) -> Option<Row> {
        let found = self.library.resolve(self.at, coded);
        if found.is_none() {
            let name = self.library.full_name(self.at, coded);
            if !name.is_empty() {
                self.missing.push(name);
            }
        }
        found
    }

    fn interface(&mut self, row: usize) -> DefinitionKind {
        let tables = &self.file.tables;
        let guid = tables.attribute(Owner::TypeDef(row), "GuidAttribute");
        let base = tables
            .equal(Table::InterfaceImpl, 0, row + 1)
            .next()
            .and_then(|base| tables.cell(Table::InterfaceImpl, base, 1));
        let base = base
            .and_then(|base| self.resolve(base))
            .map(|base| (self.types)(self.library.id(base)));
        let rows = tables.list(Table::TypeDef, row, 5, Table::MethodDef);
        let methods: Option<Vec<Method>> = rows.map(|row| self.method(row)).collect();
        DefinitionKind::Interface(Interface {
            iid: guid.and_then(|guid| guid.guid()),
            base,
            completeness: match methods {
                Some(_) => Completeness::Full,
                None => Completeness::Opaque,
            },
            methods: methods.unwrap_or_default(),
            dual: false,
        })
    }

    fn method(&mut self, row: usize) -> Option<Method> {
        const SPECIAL_NAME: usize = 0x800;
        let (returns, params) = self.signature(row)?;
        let name = self.file.tables.text(Table::MethodDef, row, 3);
        let special = self.file.tables.cell(Table::MethodDef, row, 2)? & SPECIAL_NAME != 0;
        let accessors = [
            ("get_", MethodKind::PropertyGet),
            ("put_", MethodKind::PropertyPut),
            ("putref_", MethodKind::PropertyPutRef),
        ];
        let (name, kind) = accessors
            .into_iter()
            .filter(|_| special)
            .find_map(|(prefix, kind)| Some((name.strip_prefix(prefix)?, kind)))
            .unwrap_or((name, MethodKind::Plain));
        Some(Method {
            name: name.to_owned(),
            span: self.place,
            docs: String::new(),
            returns,
            params,
            kind,
            dispatch_id: None,
            local: false,
            vararg: false,
            convention: CallingConvention::System,
            success_codes: Vec::new(),
        })
    }

    /// Whether a value is of a type of the Windows Runtime that is neither a struct nor an enumeration: what has it can be
    /// pointed to. (What metadata of the user's lacks is said.)
    fn is_of_runtime(&self, ty: &Signed) -> bool {
        match ty {
            Signed::Named(coded) => {
                self.library.is_windows(self.at) && self.library.resolve(self.at, *coded).is_none()
            }
            Signed::Array(element, _) => self.is_of_runtime(element),
            _ => false,
        }
    }

    /// What a method returns and takes.
    pub(super) fn signature(&mut self, row: usize) -> Option<(Type, Vec<Param>)> {
        let tables = &self.file.tables;
        let (returns, types) = signature::method(tables.blob(Table::MethodDef, row, 4)?)?;
        if types.iter().any(|ty| self.is_of_runtime(ty)) {
            return None;
        }
        let rows = tables.list(Table::MethodDef, row, 5, Table::Param);
        let params = types
            .iter()
            .enumerate()
            .map(|(at, ty)| {
                // Row 0 is about what is returned, and rows may be missing.
                let row = rows
                    .clone()
                    .find(|row| tables.cell(Table::Param, *row, 1) == Some(at + 1));
                self.param(at, ty, row, &types)
            })
            .collect();
        Some((self.ty(&returns), params))
    }

    fn param(&mut self, at: usize, ty: &Signed, row: Option<usize>, all: &[Signed]) -> Param {
        let tables = &self.file.tables;
        let flags = row
            .and_then(|row| tables.cell(Table::Param, row, 0))
            .unwrap_or_default();
        let name = row.map_or("", |row| tables.text(Table::Param, row, 2));
        let attribute = |name| tables.attribute(Owner::Param(row?), name);
        let counted = |attribute: &str, property| {
            let index = self::index(attribute_of(tables, row, attribute)?.named(property)?)?;
            let is_pointer = matches!(all.get(index)?, Signed::Pointer(..));
            Some(match is_pointer {
                true => Expression::Dereference(index),
                false => Expression::Operand(index),
            })
        };
        let constant = || {
            let count = attribute("NativeArrayInfoAttribute")?.named("CountConst")?;
            Some(Expression::Constant(count.into()))
        };
        let size = counted("NativeArrayInfoAttribute", "CountParamIndex")
            .or_else(|| match ty {
                // The number of bytes is that of the elements where these are bytes.
                Signed::Pointer(target, _) if is_byte(target) => {
                    counted("MemorySizeAttribute", "BytesParamIndex")
                }
                _ => None,
            })
            .or_else(constant);
        let is_iid = |ty: &Signed| match ty {
            Signed::Pointer(target, _) => self.is_guid(target),
            _ => false,
        };
        let iid_is = attribute("ComOutPtrAttribute").and_then(|_| {
            let before = all.get(..at)?.iter().rposition(is_iid)?;
            Some(Expression::Operand(before))
        });
        Param {
            name: match name {
                "" => format!("p{at}"),
                name => name.to_owned(),
            },
            span: self.place,
            direction: match flags & 3 {
                2 => Direction::Out,
                3 => Direction::InOut,
                _ => Direction::In,
            },
            retval: attribute("RetValAttribute").is_some(),
            optional: false,
            pointee: Pointee {
                null: match flags & 0x10 {
                    0 => Nullability::NonNull,
                    _ => Nullability::Nullable,
                },
                // Metadata leaves out many sizes: a pointer without one need not be a pointer to one thing.
                size: match size {
                    None if iid_is.is_some() || is_iid(ty) || !self.points_to_data(ty) => {
                        Vec::new()
                    }
                    size => vec![size],
                },
                iid_is,
                ..Pointee::default()
            },
            ty: self.ty(ty),
        }
    }

    /// Whether a type is a pointer, or a typedef of one that is neither text nor a handle.
    fn points_to_data(&self, ty: &Signed) -> bool {
        const TEXTS: [&str; 5] = ["BSTR", "PCSTR", "PCWSTR", "PSTR", "PWSTR"];
        let Signed::Named(coded) = ty else {
            return matches!(ty, Signed::Pointer(..));
        };
        let around = || {
            let typedef = self.library.resolve(self.at, *coded)?;
            let tables = &self.library.file(typedef.file)?.tables;
            let is_typedef = self.library.category(typedef) == Some(Category::Typedef)
                && !TEXTS.contains(&tables.text(Table::TypeDef, typedef.row, 1));
            let mut fields = tables.list(Table::TypeDef, typedef.row, 4, Table::Field);
            let field = fields.next().filter(|_| is_typedef)?;
            signature::field(tables.blob(Table::Field, field, 2)?)
        };
        around()
            .is_some_and(|ty| matches!(ty, Signed::Pointer(target, _) if *target != Signed::Void))
    }

    fn is_guid(&self, ty: &Signed) -> bool {
        let Signed::Named(coded) = ty else {
            return false;
        };
        let name = || {
            let found = self.library.resolve(self.at, *coded)?;
            let file = self.library.file(found.file)?;
            Some(file.tables.text(Table::TypeDef, found.row, 1))
        };
        name() == Some("GUID")
    }

    /// An enumeration of 32 bits; another width makes it a name for the integer.
    fn enumeration(&mut self, row: usize) -> DefinitionKind {
        let tables = &self.file.tables;
        let mut values = Vec::new();
        let mut underlying = Type::Primitive(Primitive::I32);
        for field in tables.list(Table::TypeDef, row, 4, Table::Field) {
            // Bit 0 of a coded row tells fields from parameters and properties.
            let mut constants = tables.equal(Table::Constant, 1, (field + 1) << 2);
            let Some(constant) = constants.next() else {
                let signed = tables.blob(Table::Field, field, 2);
                if let Some(signed) = signed.and_then(signature::field) {
                    underlying = self.ty(&signed);
                }
                continue;
            };
            let bytes = tables.blob(Table::Constant, constant, 2);
            if let Some(bytes) = bytes.and_then(|bytes| bytes.first_chunk()) {
                values.push(EnumValue {
                    name: tables.text(Table::Field, field, 1).to_owned(),
                    span: self.place,
                    docs: String::new(),
                    value: i32::from_le_bytes(*bytes),
                });
            }
        }
        match underlying {
            Type::Primitive(Primitive::I32 | Primitive::U32) => DefinitionKind::Enum(Enum {
                tag: None,
                values,
                flags: tables
                    .attribute(Owner::TypeDef(row), "FlagsAttribute")
                    .is_some(),
            }),
            ty => alias(ty),
        }
    }

    /// A class of which only the CLSID is known.
    fn coclass(&mut self, row: usize) -> Option<DefinitionKind> {
        let guid = self
            .file
            .tables
            .attribute(Owner::TypeDef(row), "GuidAttribute")?;
        Some(DefinitionKind::Coclass(Coclass {
            clsid: guid.guid(),
            interfaces: Vec::new(),
        }))
    }

    /// A struct or union; `None` where a field has a type that C has no word for.
    fn record(&mut self, row: usize, pack: Pack) -> Option<DefinitionKind> {
        const LAYOUT: usize = 0x18;
        const EXPLICIT: usize = 0x10;
        let tables = &self.file.tables;
        let kind = match tables.cell(Table::TypeDef, row, 0)? & LAYOUT {
            EXPLICIT => RecordKind::Union,
            _ => RecordKind::Struct,
        };
        let mut fields = Vec::new();
        for field in tables.list(Table::TypeDef, row, 4, Table::Field) {
            let signed = signature::field(tables.blob(Table::Field, field, 2)?)?;
            if self.is_of_runtime(&signed) {
                return None;
            }
            self.fields(field, &signed, &mut fields);
        }
        Some(DefinitionKind::Record(Record {
            kind,
            tag: None,
            pack,
            fields,
            forward: false,
            switch: Switch::default(),
        }))
    }

    /// A field, or the bit-fields that share it. What is left of their unit is filled, so that the next unit does not
    /// begin in it.
    fn fields(&mut self, row: usize, signed: &Signed, fields: &mut Vec<Field>) {
        let tables = &self.file.tables;
        let ty = self.ty(signed);
        // Of a field, metadata does not say whether it may be NULL. Names may be those of pointers: `PWSTR`.
        let may_be_null = matches!(ty, Type::Pointer(_) | Type::Named(_));
        let field = |name: &str, bits| Field {
            name: name.to_owned(),
            span: self.place,
            docs: String::new(),
            ty: ty.clone(),
            pointee: Pointee {
                null: match may_be_null {
                    true => Nullability::Nullable,
                    false => Nullability::NonNull,
                },
                ..Pointee::default()
            },
            bits,
            arm: Arm::default(),
        };
        let mut next = 0;
        for attribute in tables.attributes(Owner::Field(row)) {
            let Some((name, first, width)) = (attribute.name == "NativeBitfieldAttribute")
                .then(|| attribute.bit_field())
                .flatten()
            else {
                continue;
            };
            if first > next {
                fields.push(field("", Some(first - next)));
            }
            fields.push(field(name, Some(width)));
            next = first.saturating_add(width);
        }
        if next == 0 {
            fields.push(field(tables.text(Table::Field, row, 1), None));
        } else if let Some(rest) = width(signed).and_then(|unit| unit.checked_sub(next))
            && rest > 0
        {
            fields.push(field("", Some(rest)));
        }
    }

    fn typedef(&mut self, row: usize) -> Option<DefinitionKind> {
        let tables = &self.file.tables;
        let name = tables.text(Table::TypeDef, row, 1);
        // Metadata has no characters but 16-bit and 8-bit integers; these names are text.
        let text = |character, is_const| {
            Some(DefinitionKind::Alias(Alias {
                ty: Type::pointer_to(Type::Primitive(character), is_const),
                pointee: Pointee {
                    string: true,
                    ..Pointee::default()
                },
            }))
        };
        match name {
            "PWSTR" => return text(Primitive::WideChar, false),
            "PCWSTR" => return text(Primitive::WideChar, true),
            "PSTR" => return text(Primitive::Char, false),
            "PCSTR" => return text(Primitive::Char, true),
            "OLECHAR" | "WCHAR" => return Some(alias(Type::Primitive(Primitive::WideChar))),
            "CHAR" => return Some(alias(Type::Primitive(Primitive::Char))),
            _ => {}
        }
        let field = tables.list(Table::TypeDef, row, 4, Table::Field).next()?;
        let signed = signature::field(tables.blob(Table::Field, field, 2)?)?;
        Some(alias(self.ty(&signed)))
    }

    fn delegate(&mut self, row: usize) -> Option<DefinitionKind> {
        let tables = &self.file.tables;
        let invoke = self.file.invoke(row)?;
        let convention = "UnmanagedFunctionPointerAttribute";
        let convention = tables.attribute(Owner::TypeDef(row), convention);
        let (returns, params) = self.signature(invoke)?;
        Some(alias(Type::Function(Box::new(FunctionType {
            returns,
            params,
            convention: match convention.and_then(|how| how.integer()) {
                Some(2) => CallingConvention::C,
                Some(5) => CallingConvention::Fast,
                _ => CallingConvention::System,
            },
        }))))
    }

    /// A type as it is used. What the file does not define is `void`: it can be pointed to.
    pub(super) fn ty(&mut self, signed: &Signed) -> Type {
        match signed {
            Signed::Void => Type::Void,
            Signed::Primitive(primitive) => Type::Primitive(*primitive),
            Signed::Pointer(target, is_const) => Type::pointer_to(self.ty(target), *is_const),
            Signed::Array(element, len) => Type::Array(Box::new(ArrayType {
                element: self.ty(element),
                is_const: false,
                len: Some(*len),
            })),
            Signed::Named(coded) => {
                let Some(found) = self.resolve(*coded) else {
                    return Type::Void;
                };
                let ty = Type::Named((self.types)(self.library.id(found)));
                match self.library.category(found) {
                    // An interface is used through a pointer, which metadata leaves out.
                    Some(Category::Interface) => Type::pointer_to(ty, false),
                    _ => ty,
                }
            }
        }
    }
}

fn attribute_of<'a>(
    tables: &Tables<'a>,
    row: Option<usize>,
    name: &str,
) -> Option<super::attributes::Attribute<'a>> {
    tables.attribute(Owner::Param(row?), name)
}

fn alias(ty: Type) -> DefinitionKind {
    DefinitionKind::Alias(Alias {
        ty,
        pointee: Pointee::default(),
    })
}

fn is_byte(ty: &Signed) -> bool {
    matches!(
        ty,
        Signed::Void | Signed::Primitive(Primitive::U8 | Primitive::I8)
    )
}

fn index(value: u32) -> Option<usize> {
    value.try_into().ok()
}

/// The width in bits of an integer.
fn width(signed: &Signed) -> Option<u8> {
    match signed {
        Signed::Primitive(Primitive::Boolean | Primitive::I8 | Primitive::U8) => Some(8),
        Signed::Primitive(Primitive::I16 | Primitive::U16) => Some(16),
        Signed::Primitive(Primitive::I32 | Primitive::U32) => Some(32),
        Signed::Primitive(Primitive::I64 | Primitive::U64) => Some(64),
        _ => None,
    }
}
