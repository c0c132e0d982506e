//! The schema as JSON: what the input files define themselves.
//!
//! Keys are stable, and new ones may come. Types are spelled as C spells them, by the names that the file used.

mod shape;

use shape::*;

use crate::schema::{
    self, CallingConvention, Completeness, ConstantValue, DefinitionId, DefinitionKind, MethodKind,
    Nullability, Ownership, Pointee, RecordKind, Schema, Target, Type,
};

/// The schema's own definitions, as one JSON object.
pub fn write(schema: &Schema) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(&Describe(schema).document())?;
    text.push('\n');
    Ok(text)
}

struct Describe<'a>(&'a Schema);

impl<'a> Describe<'a> {
    fn document(&self) -> Document<'a> {
        let mut document = Document::default();
        for (id, definition) in self.0.own() {
            let name = definition.name.as_str();
            let docs = definition.docs.as_str();
            match &definition.kind {
                DefinitionKind::Interface(interface) => match interface.completeness {
                    Completeness::Forward => {}
                    Completeness::Full | Completeness::Opaque => {
                        document.interfaces.push(self.interface(id, interface));
                    }
                },
                DefinitionKind::Dispinterface(dispinterface) => {
                    document.dispinterfaces.push(Dispinterface {
                        name,
                        iid: dispinterface.iid,
                        interface: dispinterface.interface.map(|id| self.name(id)),
                        methods: dispinterface
                            .methods
                            .iter()
                            .map(|m| self.method(m))
                            .collect(),
                        docs,
                    });
                }
                DefinitionKind::Coclass(coclass) => document.coclasses.push(Coclass {
                    name,
                    clsid: coclass.clsid,
                    interfaces: coclass.interfaces.iter().map(|m| self.member(m)).collect(),
                    docs,
                }),
                DefinitionKind::Record(record) => document.structs.push(self.record(id, record)),
                DefinitionKind::Enum(enumeration) => document.enums.push(Enum {
                    name,
                    values: enumeration.values.iter().map(enum_value).collect(),
                    tag: enumeration.tag.as_deref(),
                    flags: enumeration.flags,
                    docs,
                }),
                DefinitionKind::Constant(constant) => document.constants.push(Constant {
                    name,
                    value: value(&constant.value),
                    ty: self.0.spell(&constant.ty),
                    docs,
                }),
                DefinitionKind::Function(function) => document.functions.push(Function {
                    name,
                    dll: function.dll.as_deref(),
                    entry: function.entry.as_deref(),
                    returns: self.0.spell(&function.returns),
                    params: self.params(&function.params),
                    variadic: function.variadic,
                    convention: convention(function.convention),
                    docs,
                }),
                DefinitionKind::Alias(alias) => document.typedefs.push(Typedef {
                    name,
                    ty: self.0.spell(&alias.ty),
                    holds: self.holds(&alias.pointee, &[]),
                    docs,
                }),
            }
        }
        document
    }

    fn name(&self, id: DefinitionId) -> &'a str {
        &self.0[id].name
    }

    fn interface(&self, id: DefinitionId, interface: &'a schema::Interface) -> Interface<'a> {
        let methods = self.0.own_slots(id).map(|slot| Method {
            slot: Some(slot.index),
            ..self.method(slot.method)
        });
        Interface {
            name: self.name(id),
            iid: interface.iid,
            base: interface.base.map(|base| self.name(base)),
            methods: methods.collect(),
            completeness: match interface.completeness {
                Completeness::Full => "",
                Completeness::Opaque => "opaque",
                Completeness::Forward => "forward",
            },
            dual: interface.dual,
            docs: &self.0[id].docs,
        }
    }

    fn member(&self, member: &schema::CoclassMember) -> Member<'a> {
        Member {
            name: self.name(member.interface),
            default: member.default,
            source: member.source,
        }
    }

    fn method(&self, method: &'a schema::Method) -> Method<'a> {
        Method {
            name: &method.name,
            slot: None,
            returns: self.0.spell(&method.returns),
            params: self.params(&method.params),
            kind: match method.kind {
                MethodKind::Plain => "",
                MethodKind::PropertyGet => "propget",
                MethodKind::PropertyPut => "propput",
                MethodKind::PropertyPutRef => "propputref",
            },
            dispatch_id: method.dispatch_id,
            convention: convention(method.convention),
            vararg: method.vararg,
            variadic: method.variadic,
            success_codes: &method.success_codes,
            docs: &method.docs,
        }
    }

    fn params(&self, params: &'a [schema::Param]) -> Vec<Param<'a>> {
        let names: Vec<&str> = params.iter().map(|param| param.name.as_str()).collect();
        params
            .iter()
            .map(|param| Param {
                name: &param.name,
                ty: self.0.spell(&param.ty),
                reads: param.direction.reads(),
                writes: param.direction.writes(),
                retval: param.retval,
                optional: param.optional,
                holds: self.holds(&param.pointee, &names),
            })
            .collect()
    }

    /// `names` are those of the parameters or fields that expressions refer to.
    fn holds(&self, pointee: &'a Pointee, names: &[&str]) -> Holds<'a> {
        let spell = |expression: &schema::Expression| expression.spell(names);
        let spell_all = |list: &[Option<schema::Expression>]| {
            list.iter().map(|e| e.as_ref().map(spell)).collect()
        };
        Holds {
            nullable: pointee.null == Nullability::Nullable,
            string: pointee.string,
            size_is: spell_all(&pointee.size),
            length_is: spell_all(&pointee.length),
            iid_is: pointee.iid_is.as_ref().map(spell),
            switch_is: pointee.switch_is.as_ref().map(spell),
            callee_closes: pointee.ownership == Ownership::Transferred,
            null_on_success: pointee.null_on_success,
            flags: pointee.flags.map(|id| self.name(id)),
            allocator: pointee.allocator.as_deref(),
            range: (pointee.range.as_deref()).map(|(low, high)| [integer(*low), integer(*high)]),
        }
    }

    fn record(&self, id: DefinitionId, record: &'a schema::Record) -> Struct<'a> {
        let names: Vec<&str> = record.fields.iter().map(|f| f.name.as_str()).collect();
        let fields = record.fields.iter().map(|field| Field {
            name: &field.name,
            ty: self.0.spell(&field.ty),
            bits: field.bits,
            arm: arm(&field.arm),
            holds: self.holds(&field.pointee, &names),
            docs: &field.docs,
        });
        Struct {
            name: self.name(id),
            kind: match record.kind {
                RecordKind::Struct => "struct",
                RecordKind::Union => "union",
            },
            fields: fields.collect(),
            layout: self.layouts(id),
            tag: record.tag.as_deref(),
            pack: pack(record.pack),
            switch_type: record.switch.ty.as_ref().map(|ty| self.0.spell(ty)),
            nothing: (record.switch.none != schema::Arm::default())
                .then(|| arm(&record.switch.none)),
            docs: &self.0[id].docs,
        }
    }

    fn layouts(&self, id: DefinitionId) -> Option<Layouts> {
        let layout = |target| {
            let layout = self.0.layout(&Type::Named(id), target).ok()?;
            Some(Layout {
                size: layout.size,
                align: layout.align,
                offsets: layout.fields.iter().map(|field| field.offset).collect(),
            })
        };
        Some(Layouts {
            x86: layout(Target::X86)?,
            x64: layout(Target::X64)?,
            arm64: layout(Target::Arm64)?,
        })
    }
}

fn enum_value(value: &schema::EnumValue) -> EnumValue<'_> {
    EnumValue {
        name: &value.name,
        value: value.value,
        docs: &value.docs,
    }
}

/// A number where it is the same everywhere, as the layouts are by machine where it is not.
fn pack(pack: schema::Pack) -> Option<Pack> {
    match pack.differs() {
        true => Some(Pack::Differs {
            x86: pack.on(Target::X86),
            x64: pack.on(Target::X64),
            arm64: pack.on(Target::Arm64),
        }),
        false => pack.wide.map(Pack::Everywhere),
    }
}

fn arm(arm: &schema::Arm) -> Arm<'_> {
    Arm {
        cases: arm.cases.iter().map(|case| integer(*case)).collect(),
        default: arm.default,
    }
}

/// An integer that no 64-bit number holds is written as text.
fn integer<'a>(value: i128) -> Value<'a> {
    match (i64::try_from(value), u64::try_from(value)) {
        (Ok(value), _) => Value::Signed(value),
        (_, Ok(value)) => Value::Unsigned(value),
        _ => Value::Text(value.to_string().into()),
    }
}

fn value(value: &ConstantValue) -> Value<'_> {
    match value {
        ConstantValue::Integer(value) => integer(*value),
        ConstantValue::Float(value) => Value::Float(*value),
        ConstantValue::String(text) | ConstantValue::WideString(text) => Value::Text(text.into()),
        ConstantValue::Guid(guid) => Value::Guid(*guid),
    }
}

fn convention(convention: CallingConvention) -> &'static str {
    match convention {
        CallingConvention::System => "",
        CallingConvention::C => "cdecl",
        CallingConvention::Fast => "fastcall",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::sample::{self, Sample, from_idl};

    #[test]
    fn every_kind_as_json() {
        let text = write(&Sample::everything().schema).unwrap();
        expect_test::expect_file!["everything.json"].assert_eq(&text);
    }

    #[test]
    fn what_selects_a_member_as_json() {
        let mut sample = Sample::new();
        let long = sample.named("LONG");
        let mut number = sample::field("number", long.clone());
        number.arm.cases = vec![1, -2];
        number.pointee.range = Some(Box::new((0, 9)));
        sample.record("VALUE", RecordKind::Union, None, vec![number]);
        let id = sample.id("VALUE");
        if let DefinitionKind::Record(record) = &mut sample.schema[id].kind {
            record.switch.ty = Some(long);
            record.switch.none.default = true;
        }
        let json: serde_json::Value =
            serde_json::from_str(&write(&sample.schema).unwrap()).unwrap();
        let union = &json["structs"][0];
        assert_eq!(union["switch_type"], "LONG");
        assert_eq!(union["nothing"], serde_json::json!({ "default": true }));
        assert_eq!(union["fields"][0]["cases"], serde_json::json!([1, -2]));
        assert_eq!(union["fields"][0]["range"], serde_json::json!([0, 9]));
    }

    #[test]
    fn the_seed_as_json() {
        let text = write(&from_idl(&["mapisync.idl"])).unwrap();
        expect_test::expect_file!["seed.json"].assert_eq(&text);
    }
}
