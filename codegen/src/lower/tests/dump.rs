//! The schema as short text: types as C spells them, and behind them in brackets what is known beyond C.

use crate::schema::{
    Arm, CallingConvention, Completeness, DefinitionKind, Direction, Expression, Field, Method,
    Nullability, Ownership, Pack, Param, Pointee, Schema,
};
use std::fmt::Write as _;

/// What the input file defines.
pub(super) fn own(schema: &Schema) -> String {
    let mut out = String::new();
    for (_, definition) in schema.own() {
        let name = &definition.name;
        match &definition.kind {
            DefinitionKind::Interface(interface) => {
                let base = interface.base.map(|base| schema[base].name.as_str());
                let mark = match interface.completeness {
                    Completeness::Full => "",
                    Completeness::Opaque => " opaque",
                    Completeness::Forward => " forward",
                };
                writeln!(out, "interface {name} : {}{mark}", base.unwrap_or("-")).unwrap();
                for method in &interface.methods {
                    writeln!(out, "  {}", method_line(schema, method)).unwrap();
                }
            }
            DefinitionKind::Dispinterface(dispinterface) => {
                writeln!(out, "dispinterface {name}").unwrap();
                for method in &dispinterface.methods {
                    let id = method.dispatch_id.unwrap_or(-1);
                    writeln!(
                        out,
                        "  #{id} {:?} {}",
                        method.kind,
                        method_line(schema, method)
                    )
                    .unwrap();
                }
            }
            DefinitionKind::Coclass(coclass) => {
                writeln!(out, "coclass {name}").unwrap();
                for member in &coclass.interfaces {
                    let interface = &schema[member.interface].name;
                    writeln!(
                        out,
                        "  {interface} default={} source={}",
                        member.default, member.source
                    )
                    .unwrap();
                }
            }
            DefinitionKind::Record(record) => {
                let tag = record.tag.as_deref().unwrap_or("-");
                let pack = match record.pack {
                    Pack { narrow, wide } if narrow != wide => {
                        Some(format!(" pack={narrow:?}/{wide:?}"))
                    }
                    Pack { wide, .. } => wide.map(|pack| format!(" pack={pack}")),
                };
                let forward = if record.forward { " forward" } else { "" };
                let switch = record.switch.ty.as_ref();
                let switch =
                    switch.map_or(String::new(), |ty| format!(" switch {}", schema.spell(ty)));
                let none = match arm(&record.switch.none) {
                    none if none.is_empty() => none,
                    none => format!(" nothing:{none}"),
                };
                writeln!(
                    out,
                    "{:?} {name} tag={tag}{}{forward}{switch}{none}",
                    record.kind,
                    pack.unwrap_or_default()
                )
                .unwrap();
                for field in &record.fields {
                    writeln!(out, "  {}", field_line(schema, field)).unwrap();
                }
            }
            DefinitionKind::Enum(specifier) => {
                let tag = specifier.tag.as_deref().unwrap_or("-");
                let flags = if specifier.flags { " flags" } else { "" };
                writeln!(out, "enum {name} tag={tag}{flags}").unwrap();
                for value in &specifier.values {
                    writeln!(out, "  {} = {}", value.name, value.value).unwrap();
                }
            }
            DefinitionKind::Alias(alias) => {
                let about = about(&alias.pointee, &[]);
                writeln!(
                    out,
                    "alias {}{about}",
                    schema.spell_declaration(&alias.ty, name)
                )
                .unwrap();
            }
            DefinitionKind::Constant(constant) => {
                let ty = schema.spell(&constant.ty);
                writeln!(out, "const {ty} {name} = {:?}", constant.value).unwrap();
            }
            DefinitionKind::Function(function) => {
                let returns = schema.spell(&function.returns);
                let params = params(schema, &function.params, function.variadic);
                writeln!(
                    out,
                    "function {returns} {name}({params}) dll={:?} entry={:?} {:?}",
                    function.dll, function.entry, function.convention
                )
                .unwrap();
            }
        }
    }
    out
}

fn method_line(schema: &Schema, method: &Method) -> String {
    let returns = schema.spell(&method.returns);
    let convention = match method.convention {
        CallingConvention::System => String::new(),
        other => format!(" {other:?}"),
    };
    format!(
        "{returns} {}({}){convention}",
        method.name,
        params(schema, &method.params, method.variadic)
    )
}

fn params(schema: &Schema, params: &[Param], variadic: bool) -> String {
    let names: Vec<&str> = params.iter().map(|param| param.name.as_str()).collect();
    let lines: Vec<String> = params
        .iter()
        .map(|param| {
            let direction = match param.direction {
                Direction::In => "in",
                Direction::Out => "out",
                Direction::InOut => "inout",
            };
            let retval = if param.retval { " retval" } else { "" };
            let optional = if param.optional { " optional" } else { "" };
            format!(
                "{direction}{retval}{optional} {}{}",
                schema.spell_declaration(&param.ty, &param.name),
                about(&param.pointee, &names)
            )
        })
        .chain(variadic.then(|| "...".to_owned()))
        .collect();
    lines.join(", ")
}

fn field_line(schema: &Schema, field: &Field) -> String {
    let bits = field.bits.map(|bits| format!(" : {bits}"));
    format!(
        "{}{}{}{}",
        schema.spell_declaration(&field.ty, &field.name),
        bits.unwrap_or_default(),
        arm(&field.arm),
        about(&field.pointee, &[])
    )
}

fn arm(arm: &Arm) -> String {
    let cases = arm.cases.iter().map(|case| format!(" case {case}"));
    cases
        .chain(arm.default.then(|| " default".to_owned()))
        .collect()
}

fn about(pointee: &Pointee, names: &[&str]) -> String {
    let mut facts = Vec::new();
    if pointee.null == Nullability::Nullable {
        facts.push("nullable".to_owned());
    }
    if pointee.full {
        facts.push("full".to_owned());
    }
    if pointee.string {
        facts.push("string".to_owned());
    }
    let list = |sizes: &[Option<Expression>]| {
        let sizes: Vec<String> = sizes
            .iter()
            .map(|size| {
                size.as_ref()
                    .map_or("-".to_owned(), |size| spell(size, names))
            })
            .collect();
        sizes.join(", ")
    };
    if !pointee.size.is_empty() {
        facts.push(format!("size {}", list(&pointee.size)));
    }
    if !pointee.length.is_empty() {
        facts.push(format!("length {}", list(&pointee.length)));
    }
    if let Some(iid) = &pointee.iid_is {
        facts.push(format!("iid {}", spell(iid, names)));
    }
    if let Some((low, high)) = pointee.range.as_deref() {
        facts.push(format!("{low} to {high}"));
    }
    if let Some(switch) = &pointee.switch_is {
        facts.push(format!("switch {}", spell(switch, names)));
    }
    if pointee.ownership == Ownership::Transferred {
        facts.push("transferred".to_owned());
    }
    if pointee.null_on_success {
        facts.push("null on success".to_owned());
    }
    if pointee.flags.is_some() {
        facts.push("flags".to_owned());
    }
    facts.extend(
        pointee
            .allocator
            .iter()
            .map(|free| format!("freed by {free}")),
    );
    facts.extend(
        pointee
            .custom
            .iter()
            .map(|(key, value)| format!("{key}: {value}")),
    );
    match facts.as_slice() {
        [] => String::new(),
        facts => format!(" [{}]", facts.join("; ")),
    }
}

fn spell(expression: &Expression, names: &[&str]) -> String {
    let name = |at: &usize| {
        names
            .get(*at)
            .map_or(format!("@{at}"), |name| (*name).to_owned())
    };
    match expression {
        Expression::Constant(value) => value.to_string(),
        Expression::Operand(at) => name(at),
        Expression::Dereference(at) => format!("*{}", name(at)),
        Expression::Unary(operator, operand) => format!("{operator:?}({})", spell(operand, names)),
        Expression::Binary(operator, left, right) => {
            format!(
                "{operator:?}({}, {})",
                spell(left, names),
                spell(right, names)
            )
        }
        Expression::Conditional(condition, yes, no) => format!(
            "{} ? {} : {}",
            spell(condition, names),
            spell(yes, names),
            spell(no, names)
        ),
        Expression::Unknown => "?".to_owned(),
    }
}
