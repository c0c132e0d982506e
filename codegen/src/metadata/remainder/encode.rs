//! Definitions as facts. Structs are taken apart field by field, so that the compiler tells what is forgotten.

use super::{Facts, Node, whole};
use crate::schema::{
    Alias, Arm, ArrayType, CallingConvention, Coclass, CoclassMember, Completeness, Constant,
    ConstantValue, Definition, DefinitionId, DefinitionKind, Direction, Dispinterface, Enum,
    EnumValue, Expression, Field, Function, FunctionType, Interface, Method, MethodKind,
    Nullability, Ownership, Pack, Param, Pointee, PointerType, Record, RecordKind, Schema, Switch,
    Type,
};
use serde_json::{Value, json};

/// Writes facts of a schema.
pub(super) struct Encode<'a>(pub(super) &'a Schema);

/// Adds what is not as it is by default.
struct Say(Facts);

impl Say {
    fn new() -> Self {
        Self(Facts::new())
    }

    fn say(&mut self, key: &str, value: impl Into<Value>) {
        self.0.insert(key.to_owned(), value.into());
    }

    fn arm(&mut self, arm: &Arm) {
        let Arm { cases, default } = arm;
        self.list("cases", numbers(cases));
        self.flag("default", *default);
    }

    fn flag(&mut self, key: &str, value: bool) {
        if value {
            self.say(key, true);
        }
    }

    fn text(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.say(key, value);
        }
    }

    fn optional(&mut self, key: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.say(key, value);
        }
    }

    fn list(&mut self, key: &str, values: Vec<Value>) {
        if !values.is_empty() {
            self.say(key, values);
        }
    }
}

impl Encode<'_> {
    pub(super) fn definition(&self, definition: &Definition) -> Node {
        let Definition {
            name: _,
            span: _,
            docs,
            own,
            kind,
        } = definition;
        let mut say = Say::new();
        say.text("docs", docs);
        say.flag("imported", !own);
        let parts = self.kind(kind, &mut say);
        Node {
            facts: say.0,
            parts,
        }
    }

    fn kind(&self, kind: &DefinitionKind, say: &mut Say) -> Vec<Node> {
        let word = match kind {
            DefinitionKind::Interface(_) => "interface",
            DefinitionKind::Dispinterface(_) => "dispinterface",
            DefinitionKind::Coclass(_) => "coclass",
            DefinitionKind::Record(_) => "record",
            DefinitionKind::Enum(_) => "enum",
            DefinitionKind::Alias(alias) => match &alias.ty {
                Type::Function(_) => "callback",
                _ => "typedef",
            },
            DefinitionKind::Constant(_) => "const",
            DefinitionKind::Function(_) => "function",
        };
        say.say("kind", word);
        match kind {
            DefinitionKind::Interface(interface) => {
                let Interface {
                    iid,
                    base,
                    methods,
                    completeness,
                    dual,
                } = interface;
                say.optional("iid", iid.map(|iid| iid.to_string()));
                say.optional("base", base.map(|id| self.name(id)));
                match completeness {
                    Completeness::Full => {}
                    Completeness::Opaque => say.say("known", "name and IID"),
                    Completeness::Forward => say.say("known", "name"),
                }
                say.flag("dual", *dual);
                self.methods(methods)
            }
            DefinitionKind::Dispinterface(dispinterface) => {
                let Dispinterface {
                    iid,
                    interface,
                    methods,
                } = dispinterface;
                say.optional("iid", iid.map(|iid| iid.to_string()));
                say.optional("interface", interface.map(|id| self.name(id)));
                self.methods(methods)
            }
            DefinitionKind::Coclass(Coclass { clsid, interfaces }) => {
                say.optional("clsid", clsid.map(|clsid| clsid.to_string()));
                let member = |member: &CoclassMember| {
                    let CoclassMember {
                        interface,
                        default,
                        source,
                    } = member;
                    let mut say = Say::new();
                    say.say("interface", self.name(*interface));
                    say.flag("default", *default);
                    say.flag("source", *source);
                    Value::Object(say.0)
                };
                say.list("interfaces", interfaces.iter().map(member).collect());
                Vec::new()
            }
            DefinitionKind::Record(record) => {
                let Record {
                    kind,
                    tag,
                    pack,
                    fields,
                    forward,
                    switch,
                } = record;
                let Switch { ty, none } = switch;
                say.flag("union", *kind == RecordKind::Union);
                say.optional("tag", tag.as_deref());
                let Pack { narrow, wide } = pack;
                match pack.differs() {
                    true => say.say("pack", json!([narrow, wide])),
                    false => say.optional("pack", *wide),
                }
                say.flag("declared", *forward);
                say.optional("switch_type", ty.as_ref().map(|ty| self.ty(ty)));
                say.arm(none);
                fields.iter().map(|field| self.field(field)).collect()
            }
            DefinitionKind::Enum(Enum { tag, values, flags }) => {
                say.optional("tag", tag.as_deref());
                say.flag("flags", *flags);
                let value = |value: &EnumValue| {
                    let EnumValue {
                        name,
                        span: _,
                        docs,
                        value,
                    } = value;
                    let mut say = Say::new();
                    say.say("name", name.as_str());
                    say.text("docs", docs);
                    say.say("value", *value);
                    leaf(say)
                };
                values.iter().map(value).collect()
            }
            DefinitionKind::Alias(Alias { ty, pointee }) => {
                self.pointee(pointee, say);
                match ty {
                    Type::Function(function) => self.callback(function, say),
                    ty => {
                        say.say("type", self.ty(ty));
                        Vec::new()
                    }
                }
            }
            DefinitionKind::Constant(Constant { ty, value }) => {
                say.say("type", self.ty(ty));
                say.say("value", constant(value));
                Vec::new()
            }
            DefinitionKind::Function(function) => {
                let Function {
                    dll,
                    entry,
                    returns,
                    params,
                    variadic,
                    convention,
                } = function;
                say.optional("dll", dll.as_deref());
                say.optional("entry", entry.as_deref());
                say.say("returns", self.ty(returns));
                say.flag("variadic", *variadic);
                self.convention(*convention, say);
                self.params(params)
            }
        }
    }

    fn name(&self, id: DefinitionId) -> &str {
        &self.0[id].name
    }

    fn callback(&self, function: &FunctionType, say: &mut Say) -> Vec<Node> {
        let FunctionType {
            returns,
            params,
            variadic,
            convention,
        } = function;
        say.say("returns", self.ty(returns));
        say.flag("variadic", *variadic);
        self.convention(*convention, say);
        self.params(params)
    }

    fn convention(&self, convention: CallingConvention, say: &mut Say) {
        match convention {
            CallingConvention::System => {}
            CallingConvention::C => say.say("convention", "cdecl"),
            CallingConvention::Fast => say.say("convention", "fastcall"),
        }
    }

    fn methods(&self, methods: &[Method]) -> Vec<Node> {
        methods.iter().map(|method| self.method(method)).collect()
    }

    fn method(&self, method: &Method) -> Node {
        let Method {
            name,
            span: _,
            docs,
            returns,
            params,
            kind,
            dispatch_id,
            local,
            vararg,
            variadic,
            convention,
            success_codes,
        } = method;
        let mut say = Say::new();
        say.say("name", name.as_str());
        say.text("docs", docs);
        say.say("returns", self.ty(returns));
        match kind {
            MethodKind::Plain => {}
            MethodKind::PropertyGet => say.say("kind", "propget"),
            MethodKind::PropertyPut => say.say("kind", "propput"),
            MethodKind::PropertyPutRef => say.say("kind", "propputref"),
        }
        say.optional("id", *dispatch_id);
        say.flag("local", *local);
        say.flag("vararg", *vararg);
        say.flag("variadic", *variadic);
        self.convention(*convention, &mut say);
        let codes = success_codes.iter().map(|code| json!(code));
        say.list("success_codes", codes.collect());
        Node {
            facts: say.0,
            parts: self.params(params),
        }
    }

    fn params(&self, params: &[Param]) -> Vec<Node> {
        params.iter().map(|param| self.param(param)).collect()
    }

    fn param(&self, param: &Param) -> Node {
        let Param {
            name,
            span: _,
            ty,
            direction,
            retval,
            optional,
            pointee,
        } = param;
        let mut say = Say::new();
        say.say("name", name.as_str());
        say.say("type", self.ty(ty));
        match direction {
            Direction::In => {}
            Direction::Out => say.say("direction", "out"),
            Direction::InOut => say.say("direction", "in, out"),
        }
        say.flag("retval", *retval);
        say.flag("optional", *optional);
        self.pointee(pointee, &mut say);
        leaf(say)
    }

    fn field(&self, field: &Field) -> Node {
        let Field {
            name,
            span: _,
            docs,
            ty,
            pointee,
            bits,
            arm,
        } = field;
        let mut say = Say::new();
        say.say("name", name.as_str());
        say.text("docs", docs);
        say.say("type", self.ty(ty));
        say.optional("bits", *bits);
        say.arm(arm);
        self.pointee(pointee, &mut say);
        leaf(say)
    }

    fn pointee(&self, pointee: &Pointee, say: &mut Say) {
        let Pointee {
            null,
            explicit,
            full,
            string,
            size,
            length,
            iid_is,
            switch_is,
            ownership,
            null_on_success,
            flags,
            allocator,
            range,
            custom,
        } = pointee;
        let expressions = |list: &[Option<Expression>]| {
            let dimension = |size: &Option<Expression>| size.as_ref().map(expression).into();
            list.iter().map(dimension).collect()
        };
        say.flag("unique", *null == Nullability::Nullable);
        say.flag("explicit", *explicit);
        say.flag("ptr", *full);
        say.flag("string", *string);
        say.list("size_is", expressions(size));
        say.list("length_is", expressions(length));
        say.optional("iid_is", iid_is.as_ref().map(expression));
        say.optional("switch_is", switch_is.as_ref().map(expression));
        say.flag("callee_closes", *ownership == Ownership::Transferred);
        say.flag("null_on_success", *null_on_success);
        say.optional("flags_type", flags.map(|id| self.name(id)));
        say.optional("allocator", allocator.as_deref());
        let bounds = range.as_deref().into_iter();
        let bounds = bounds.flat_map(|(low, high)| [low, high]);
        say.list("range", numbers(bounds));
        let custom = custom.iter().map(|(key, text)| json!([key, text]));
        say.list("custom", custom.collect());
    }

    /// The name of a definition is text; the rest says what it is.
    fn ty(&self, ty: &Type) -> Value {
        match ty {
            Type::Void => json!({ "midl": "void" }),
            Type::Primitive(primitive) => json!({ "midl": primitive.midl_name() }),
            Type::Named(id) => json!(self.name(*id)),
            Type::Pointer(pointer) => {
                let PointerType { target, is_const } = pointer.as_ref();
                match is_const {
                    true => json!({ "const": self.ty(target) }),
                    false => json!({ "pointer": self.ty(target) }),
                }
            }
            Type::Array(array) => {
                let ArrayType {
                    element,
                    is_const,
                    len,
                } = array.as_ref();
                let mut say = Say::new();
                say.say("array", self.ty(element));
                say.optional("len", *len);
                say.flag("const", *is_const);
                Value::Object(say.0)
            }
            Type::Function(function) => {
                let mut say = Say::new();
                let params = self.callback(function, &mut say);
                say.list("params", whole(&params));
                json!({ "function": say.0 })
            }
            Type::SafeArray(None) => json!({ "safearray": false }),
            Type::SafeArray(Some(element)) => json!({ "safearray": self.ty(element) }),
        }
    }
}

fn leaf(say: Say) -> Node {
    Node {
        facts: say.0,
        parts: Vec::new(),
    }
}

/// Numbers, as text: they may be beyond those of JSON.
fn numbers<'a>(numbers: impl IntoIterator<Item = &'a i128>) -> Vec<Value> {
    let text = |number: &i128| json!(number.to_string());
    numbers.into_iter().map(text).collect()
}

/// Numbers beyond those of JSON are text.
fn constant(value: &ConstantValue) -> Value {
    match value {
        ConstantValue::Integer(value) => json!({ "integer": value.to_string() }),
        // The bits, since text would round, and JSON has no infinity.
        ConstantValue::Float(value) => json!({ "float": value.to_bits().to_string() }),
        ConstantValue::String(text) => json!({ "text": text }),
        ConstantValue::WideString(text) => json!({ "wide": text }),
        ConstantValue::Guid(guid) => json!({ "guid": guid }),
    }
}

/// An expression in postfix notation: `#0` is the first parameter or field, `*#0` what it points to.
fn expression(expression: &Expression) -> Value {
    fn walk(expression: &Expression, words: &mut Vec<String>) {
        match expression {
            Expression::Constant(value) => words.push(value.to_string()),
            Expression::Operand(at) => words.push(format!("#{at}")),
            Expression::Dereference(at) => words.push(format!("*#{at}")),
            Expression::Unary(operator, operand) => {
                walk(operand, words);
                words.push(format!("{}x", operator.spell()));
            }
            Expression::Binary(operator, left, right) => {
                walk(left, words);
                walk(right, words);
                words.push(operator.spell().to_owned());
            }
            Expression::Conditional(condition, yes, no) => {
                walk(condition, words);
                walk(yes, words);
                walk(no, words);
                words.push("?:".to_owned());
            }
            Expression::Unknown => words.push("?".to_owned()),
        }
    }
    let mut words = Vec::new();
    walk(expression, &mut words);
    words.join(" ").into()
}
