//! What the schema says, as claims about widl's header that a compiler judges.

use super::names::{CNames, Place, is_unnamed};
use midl_bindgen::schema::{
    ArrayType, Constant, ConstantValue, DefinitionId, DefinitionKind, Enum, Function, FunctionType,
    Layout, MethodKind, Record, Schema, Target, Type,
};
use std::collections::HashSet;
use std::fmt::Write as _;

/// A claim.
#[derive(Debug)]
pub struct Claim {
    /// The fact that it states: `IFoo.Bar is slot 3`. It says nothing of the machine.
    pub fact: String,
    /// C++ that compiles where it is true.
    pub code: String,
}

/// All that the schema says of its own definitions, as it is on a machine.
pub fn claims(names: &CNames, schema: &Schema, target: Target) -> Vec<Claim> {
    let mut claims = Claims {
        names,
        schema,
        target,
        claims: Vec::new(),
    };
    for (id, definition) in schema.own() {
        let name = &definition.name;
        match &definition.kind {
            DefinitionKind::Record(record) if !record.forward => claims.record(id, record),
            DefinitionKind::Enum(enumeration) => claims.enumeration(id, enumeration),
            DefinitionKind::Alias(alias) => {
                claims.same(format!("{name} is the same type"), &alias.ty, name)
            }
            DefinitionKind::Constant(constant) => claims.constant(name, constant),
            DefinitionKind::Function(function) => claims.function(name, function),
            DefinitionKind::Dispinterface(_) => claims.dispinterface(name),
            _ => {}
        }
    }
    for (id, _, _) in schema.own_interfaces() {
        claims.interface(id);
    }
    claims.claims
}

struct Claims<'a> {
    /// The schema with C's names.
    names: &'a CNames,
    /// The same with the file's own names.
    schema: &'a Schema,
    target: Target,
    claims: Vec<Claim>,
}

impl Claims<'_> {
    fn holds(&mut self, fact: String, condition: String) {
        let code = format!("static_assert({condition});");
        self.claims.push(Claim { fact, code });
    }

    fn same(&mut self, fact: String, ty: &Type, theirs: &str) {
        let ours = self.names.schema.spell(ty);
        self.same_spelled(fact, &ours, theirs);
    }

    fn same_spelled(&mut self, fact: String, ours: &str, theirs: &str) {
        let code = format!("AGREE(({ours}), ({theirs}));");
        self.claims.push(Claim { fact, code });
    }

    fn interface(&mut self, id: DefinitionId) {
        let name = &self.schema[id].name;
        let size = self.target.pointer_size();
        let slots = self.schema.slot_count(id);
        self.holds(
            format!("{name} has {slots} slots"),
            format!("sizeof({name}Vtbl) == {}", slots as u64 * size),
        );
        let mut chain: Vec<DefinitionId> = self.schema.bases(id).collect();
        chain.reverse();
        chain.push(id);
        let mut inherited: HashSet<String> = HashSet::new();
        for of in chain {
            let of_name = &self.schema[of].name;
            let mut own = Vec::new();
            for slot in self.schema.own_slots(of) {
                let method = format!("{}{}", prefix(slot.method.kind), slot.method.name);
                // Members of one struct have different names.
                let member = match inherited.contains(&method) {
                    true => format!("{of_name}_{method}"),
                    false => method.clone(),
                };
                let offset = slot.index as u64 * size;
                self.holds(
                    format!("{name}.{member} is slot {}", slot.index),
                    format!("__builtin_offsetof({name}Vtbl, {member}) == {offset}"),
                );
                if of == id {
                    let ours = self.method(id, slot.method);
                    self.same_spelled(
                        format!("{name}.{member} has the same signature"),
                        &ours,
                        &format!("decltype((({name}Vtbl *)0)->{member})"),
                    );
                }
                own.push(method);
            }
            inherited.extend(own);
        }
    }

    fn method(&self, this: DefinitionId, method: &midl_bindgen::schema::Method) -> String {
        let schema = &self.names.schema;
        let mut types = vec![Type::pointer_to(Type::Named(this), false)];
        let mut returns = method.returns.clone();
        // What the C side of a header makes of a struct that C++ returns.
        if schema.as_record(&returns).is_some() {
            returns = Type::pointer_to(returns, false);
            types.push(returns.clone());
        }
        types.extend(method.params.iter().map(|param| param.ty.clone()));
        let bare = FunctionType {
            returns,
            params: Vec::new(),
            variadic: method.variadic,
            convention: method.convention,
        };
        self.pointer_to_function(bare, &types)
    }

    /// `bare` is without its parameters.
    fn pointer_to_function(&self, mut bare: FunctionType, params: &[Type]) -> String {
        let schema = &self.names.schema;
        let dots = std::mem::take(&mut bare.variadic).then(|| "...".to_owned());
        let bare = schema.spell(&Type::Function(Box::new(bare)));
        let params = params.iter().map(|ty| schema.spell(ty));
        let params: Vec<String> = params.chain(dots).collect();
        match bare.strip_suffix("(void)") {
            Some(head) => format!("{head}({})", params.join(", ")),
            None => bare,
        }
    }

    fn dispinterface(&mut self, name: &str) {
        let size = 7 * self.target.pointer_size();
        self.holds(
            format!("{name} has the slots of IDispatch"),
            format!("sizeof({name}Vtbl) == {size}"),
        );
    }

    fn record(&mut self, id: DefinitionId, record: &Record) {
        let name = &self.schema[id].name;
        let layout = self.schema.layout(&Type::Named(id), self.target);
        let (Some(place), Ok(layout)) = (self.names.place(id).cloned(), layout) else {
            self.holds(
                format!("{name} can be named in C and has a layout"),
                "false".into(),
            );
            return;
        };
        if place.path.is_empty() && self.names.is_named(id) {
            let root = &place.root;
            self.holds(
                format!("{name} has its size"),
                format!("sizeof({root}) == {}", layout.size),
            );
            self.holds(
                format!("{name} has its alignment"),
                format!("alignof({root}) == {}", layout.align),
            );
            self.fields(name, record, &layout, &place, 0);
        }
    }

    /// The fields of a record, and those of the records that are written in it.
    fn fields(&mut self, name: &str, record: &Record, layout: &Layout, place: &Place, start: u64) {
        for (field, at) in record.fields.iter().zip(&layout.fields) {
            let offset = start + at.offset;
            if !is_unnamed(field) && !field.name.is_empty() {
                let member = &field.name;
                if field.bits.is_none() {
                    self.holds(
                        format!("{name}.{member} has its offset"),
                        format!(
                            "__builtin_offsetof({}, {}{member}) == {offset}",
                            place.root, place.path
                        ),
                    );
                }
                let theirs = format!("decltype({})", place.member(member));
                let fact = format!("{name}.{member} has the same type");
                self.same(fact, &of_one_element(&field.ty), &theirs);
            }
            let Some((inner, by_pointer)) = self.names.nested(field) else {
                continue;
            };
            let DefinitionKind::Record(nested) = &self.schema[inner].kind else {
                continue;
            };
            let layout = self.schema.layout(&Type::Named(inner), self.target);
            let (Some(place), Ok(layout)) = (self.names.place(inner).cloned(), layout) else {
                self.holds(
                    format!("{name}.{} has a layout", field.name),
                    "false".into(),
                );
                continue;
            };
            let start = if by_pointer { 0 } else { offset };
            let name = match is_unnamed(field) {
                true => name.to_owned(),
                false => format!("{name}.{}", field.name),
            };
            if !is_unnamed(field) {
                let size = layout.size;
                self.holds(
                    format!("{name} has its size"),
                    format!("sizeof({}) == {size}", self.names.schema[inner].name),
                );
            }
            self.fields(&name, nested, &layout, &place, start);
        }
    }

    fn enumeration(&mut self, id: DefinitionId, enumeration: &Enum) {
        let name = &self.schema[id].name;
        if self.names.is_named(id) {
            let c_name = &self.names.schema[id].name;
            self.holds(
                format!("{name} has its size"),
                format!("sizeof({c_name}) == 4"),
            );
        }
        for value in &enumeration.values {
            let (enumerator, value) = (&value.name, value.value);
            self.holds(
                format!("{enumerator} has its value"),
                format!("(int){enumerator} == (int){}", integer(value.into())),
            );
        }
    }

    fn constant(&mut self, name: &str, constant: &Constant) {
        let fact = format!("{name} has its value");
        match &constant.value {
            ConstantValue::Integer(value) => {
                let ty = self.names.schema.spell(&constant.ty);
                let value = integer(*value);
                self.holds(
                    fact,
                    format!("VALUE(({ty})({name})) == VALUE(({ty}){value})"),
                );
            }
            ConstantValue::Float(value) => {
                self.holds(fact, format!("(float)({name}) == (float){value:?}"));
            }
            ConstantValue::String(text) => {
                self.holds(fact, format!("equal({name}, {})", literal("", text)));
            }
            ConstantValue::WideString(text) => {
                self.holds(fact, format!("equal({name}, {})", literal("L", text)));
            }
            // It stands in the header as it stands in the file, and is compared as text.
            ConstantValue::Guid(_) => {}
        }
    }

    fn function(&mut self, name: &str, function: &Function) {
        let params: Vec<Type> = function
            .params
            .iter()
            .map(|param| param.ty.clone())
            .collect();
        let bare = FunctionType {
            returns: function.returns.clone(),
            params: Vec::new(),
            variadic: function.variadic,
            convention: function.convention,
        };
        let ours = self.pointer_to_function(bare, &params);
        let fact = format!("{name} has the same signature");
        self.same_spelled(fact, &ours, &format!("decltype(&{name})"));
    }
}

/// An array without a length has one element, as MIDL writes it into headers.
fn of_one_element(ty: &Type) -> Type {
    match ty {
        Type::Array(array) => Type::Array(Box::new(ArrayType {
            len: array.len.or(Some(1)),
            ..(**array).clone()
        })),
        _ => ty.clone(),
    }
}

fn prefix(kind: MethodKind) -> &'static str {
    match kind {
        MethodKind::Plain => "",
        MethodKind::PropertyGet => "get_",
        MethodKind::PropertyPut => "put_",
        MethodKind::PropertyPutRef => "putref_",
    }
}

/// An integer in C++.
fn integer(value: i128) -> String {
    match value < 0 {
        // The least one cannot be written as it is.
        true => format!("({}LL - 1)", value + 1),
        false => format!("{value}ULL"),
    }
}

fn literal(prefix: &str, text: &str) -> String {
    let mut literal = format!("{prefix}\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                literal.push('\\');
                literal.push(c);
            }
            ' '..='~' => literal.push(c),
            // A number in octal ends after three digits, so that what follows is not taken for a part of it.
            '\0'..='\u{ff}' => {
                let _ = write!(literal, "\\{:03o}", u32::from(c));
            }
            _ => {
                let _ = write!(literal, "\\u{:04x}", u32::from(c));
            }
        }
    }
    literal.push('"');
    literal
}
