//! Structs and unions, and the unnamed ones inside them.

use super::Lowering;
use super::attributes::{Attributes, Place, arguments};
use super::declared;
use super::operands::Operand;
use super::pointees::Position;
use super::types::Surroundings;
use crate::diagnostics::{Code, Diagnostic};
use crate::schema::{
    self, Arm, DefinitionId, DefinitionKind, Field, Pack, Pointee, Record, RecordKind, Target, Type,
};
use crate::source::Span;
use crate::syntax::tree::{
    Declarator, Expression, ExpressionKind, FieldItem, Ident, RecordSpecifier, Switch, TypeKind,
    TypeSpecifier,
};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

impl Lowering<'_> {
    /// The struct or union that a specifier names, defined if it has a body.
    pub(super) fn record(
        &mut self,
        specifier: &RecordSpecifier,
        span: Span,
        around: Surroundings<'_>,
    ) -> Type {
        let attributes = self.attributes(&specifier.attributes, &[Place::Record, Place::Typedef]);
        // An encapsulated union is a struct: the discriminant, then the union.
        let is_union = specifier.is_union && specifier.switch.is_none();
        let id = match (&specifier.tag, around.untagged) {
            (Some(tag), _) => self.declare_tag(tag, declared::record(is_union)),
            (None, Some(name)) => self.untagged(name, span, declared::record(is_union)),
            (None, None) => self.untagged("Anonymous", span, declared::record(is_union)),
        };
        let Some(items) = &specifier.fields else {
            return Type::Named(id);
        };
        let name = self.schema[id].name.clone();
        let (fields, none) = match &specifier.switch {
            Some(switch) => (
                self.encapsulated(&name, switch, items, span),
                Arm::default(),
            ),
            None => self.fields(&name, items),
        };
        let switch_type = attributes.argument("switch_type").or_else(|| {
            let mut around = around.attributes.iter();
            let attribute = around.find(|attribute| attribute.name.text == "switch_type")?;
            arguments(attribute).next()
        });
        let ty = switch_type
            .filter(|_| is_union)
            .and_then(|ty| self.type_of_expression(ty));
        let tag = specifier.tag.as_ref();
        let record = Record {
            kind: if is_union {
                RecordKind::Union
            } else {
                RecordKind::Struct
            },
            tag: tag
                .map(|tag| tag.text.as_str().into())
                .filter(|tag| *tag != name),
            pack: Pack::NATURAL,
            fields,
            forward: false,
            switch: schema::Switch { ty, none },
        };
        let span = tag.map_or(span, |tag| tag.span);
        let record = self.packed(id, record, span);
        let definition = self.definition(&name, span, around.docs, DefinitionKind::Record(record));
        self.define(id, definition);
        Type::Named(id)
    }

    /// The record under the packing in force. The schema has one for machines of 64 bits: where x64 and arm64 differ, the
    /// fields are left out.
    fn packed(&mut self, id: DefinitionId, mut record: Record, span: Span) -> Record {
        let pack = |wide| Pack {
            narrow: self.packing.on(Target::X86),
            wide: self.packing.on(wide),
        };
        let (x64, arm64) = (pack(Target::X64), pack(Target::Arm64));
        record.pack = x64;
        if x64 == arm64 {
            return record;
        }
        let on_x64 = self.schema.effective_pack(&record);
        record.pack = arm64;
        let on_arm64 = self.schema.effective_pack(&record);
        record.pack = x64;
        if on_x64 == on_arm64 {
            return record;
        }
        self.names.differing.insert(id);
        let name = &self.schema[id].name;
        self.report(
            Diagnostic::at(
                Code::PackDependsOnTarget,
                span,
                format!("`{name}` is packed differently on x64 and arm64"),
            )
            .label("its fields are left out: it can be pointed to, not held"),
        );
        Record {
            pack: Pack::NATURAL,
            fields: Vec::new(),
            forward: true,
            ..record
        }
    }

    /// The definition of an untagged type, under the name that was found or made up for it.
    pub(super) fn untagged(
        &mut self,
        name: &str,
        span: Span,
        kind: DefinitionKind,
    ) -> DefinitionId {
        if let Some(id) = self.names.ordinary.get(name) {
            return *id;
        }
        let name = Ident {
            text: name.into(),
            span,
        };
        self.declare_ordinary(&name, kind);
        self.names.ordinary[&name.text]
    }

    /// `union U switch (T tag) member {…}` as the fields of a struct.
    fn encapsulated(
        &mut self,
        name: &str,
        switch: &Switch,
        items: &[FieldItem],
        span: Span,
    ) -> Vec<Field> {
        let tag = self.type_specifier(&switch.ty, Surroundings::default());
        let member = switch.member.as_ref();
        let member_name = member.map_or("tagged_union", |member| member.text.as_str());
        let union_name = format!("{name}_{member_name}");
        let id = self.untagged(&union_name, span, declared::record(true));
        let (fields, none) = self.fields(&union_name, items);
        let record = Record {
            kind: RecordKind::Union,
            tag: None,
            pack: Pack::NATURAL,
            fields,
            forward: false,
            switch: schema::Switch {
                ty: Some(tag.clone()),
                none,
            },
        };
        let record = self.packed(id, record, span);
        let definition = self.definition(&union_name, span, "", DefinitionKind::Record(record));
        self.define(id, definition);
        let field = |name: &str, span, ty, switch_is| Field {
            name: name.to_owned(),
            span,
            docs: String::new(),
            ty,
            pointee: Pointee {
                switch_is,
                ..Pointee::default()
            },
            bits: None,
            arm: Arm::default(),
        };
        vec![
            field(&switch.name.text, switch.name.span, tag, None),
            field(
                member_name,
                member.map_or(span, |member| member.span),
                Type::Named(id),
                Some(schema::Expression::Operand(0)),
            ),
        ]
    }

    /// The fields, and the numbers that select none of them.
    fn fields(&mut self, record: &str, items: &[FieldItem]) -> (Vec<Field>, Arm) {
        let mut none = Arm::default();
        let mut fields: Vec<Field> = Vec::with_capacity(items.len());
        let mut attributes: Vec<Attributes<'_>> = Vec::with_capacity(items.len());
        let mut unnamed = 0;
        for item in items {
            let judged = self.attributes(&item.attributes, field_places(item));
            let arm = self.arm(item, &judged);
            let Some(declaration) = &item.declaration else {
                none.cases.extend(arm.cases);
                none.default |= arm.default;
                continue;
            };
            let field_name = match declaration.declarators.first() {
                Some(declarator) => declarator
                    .name
                    .as_ref()
                    .map(|name| name.text.as_str().into()),
                None => {
                    unnamed += 1;
                    Some(match unnamed {
                        1 => "Anonymous".to_owned(),
                        n => format!("Anonymous{n}"),
                    })
                }
            };
            let untagged = field_name.as_ref().filter(|_| is_untagged(&declaration.ty));
            let nested = untagged.map(|field| format!("{record}_{field}"));
            let around = Surroundings {
                untagged: nested.as_deref(),
                docs: "",
                attributes: &item.attributes,
            };
            let base = self.type_specifier(&declaration.ty, around);
            if declaration.declarators.is_empty() {
                // A tag alone declares a type and no field, unless it is a body without a tag.
                if is_unnamed_member(&declaration.ty) {
                    fields.push(Field {
                        name: field_name.unwrap_or_default(),
                        span: declaration.ty.span,
                        docs: item.docs.clone(),
                        ty: base,
                        pointee: Pointee::default(),
                        bits: None,
                        arm,
                    });
                    attributes.push(judged);
                } else {
                    unnamed -= 1;
                }
                continue;
            }
            for declarator in &declaration.declarators {
                let ty = self.declared_type(base.clone(), declaration.ty.is_const, declarator);
                let bits = declarator
                    .bits
                    .as_ref()
                    .and_then(|bits| self.bit_width(bits, &ty, declarator));
                let name = declarator.name.as_ref();
                fields.push(Field {
                    name: name.map_or_else(String::new, |name| name.text.as_str().into()),
                    span: name.map_or(declarator.span, |name| name.span),
                    docs: item.docs.clone(),
                    ty,
                    pointee: Pointee::default(),
                    bits,
                    arm: arm.clone(),
                });
                attributes.push(judged.clone());
            }
        }
        self.field_pointees(&mut fields, &attributes);
        self.no_duplicates(
            "field",
            fields.iter().map(|field| (field.name.as_str(), field.span)),
        );
        (fields, none)
    }

    /// `case 1: default:` or `[case(1), default]`
    fn arm<'a>(&mut self, item: &'a FieldItem, attributes: &Attributes<'a>) -> Arm {
        let listed = attributes.all("case").flat_map(arguments);
        let cases = item.cases.iter().flatten().chain(listed);
        let is_default = item.cases.as_ref().is_some_and(Vec::is_empty);
        Arm {
            cases: cases.filter_map(|case| self.integer(case)).collect(),
            default: is_default || attributes.has("default"),
        }
    }

    /// The type that an attribute names.
    fn type_of_expression(&mut self, expression: &Expression) -> Option<Type> {
        match &expression.kind {
            ExpressionKind::Type(name) => Some(self.type_name(name)),
            ExpressionKind::Name(name) => Some(self.type_of_name(&Ident {
                text: name.clone(),
                span: expression.span,
            })),
            _ => None,
        }
    }

    fn field_pointees(&mut self, fields: &mut [Field], attributes: &[Attributes<'_>]) {
        // Without attributes nothing asks for the others.
        let asks = attributes.iter().any(|attributes| !attributes.is_empty());
        let asked = if asks { &*fields } else { &[] };
        let operands: Vec<Operand> = asked
            .iter()
            .map(|field| Operand::new(&field.name, field.span, &field.ty))
            .collect();
        for (field, attributes) in fields.iter_mut().zip(attributes) {
            self.check_pointer_attributes(attributes, &field.ty, &field.name);
            field.pointee = self.pointee(attributes, &field.ty, Position::Field, &operands);
        }
    }

    fn bit_width(&mut self, bits: &Expression, ty: &Type, declarator: &Declarator) -> Option<u8> {
        let value = self.integer(bits)?;
        if self.is_unknown(ty) {
            return u8::try_from(value).ok();
        }
        let capacity = match self.schema.resolve(ty) {
            Type::Primitive(primitive) => super::constants::bit_count(*primitive),
            Type::Named(id) => match self.schema[*id].kind {
                DefinitionKind::Enum(_) => Some(32),
                _ => None,
            },
            _ => None,
        };
        let smallest = i128::from(declarator.name.is_some());
        if let Some(capacity) = capacity
            && (smallest..=i128::from(capacity)).contains(&value)
        {
            return u8::try_from(value).ok();
        }
        let diagnostic = Diagnostic::at(
            Code::BadBitField,
            bits.span,
            match capacity {
                Some(_) => format!("a bit-field of this type cannot be {value} bits wide"),
                None => "only an integer can be a bit-field".to_owned(),
            },
        );
        self.report(match capacity {
            Some(capacity) => {
                diagnostic.label(format!("{smallest} to {capacity} bits are possible"))
            }
            None => diagnostic,
        });
        None
    }

    /// Says where a member's name is used twice.
    pub(super) fn no_duplicates<'n>(
        &mut self,
        what: &str,
        members: impl Iterator<Item = (&'n str, Span)> + Clone,
    ) {
        let members = members.filter(|(name, _)| !name.is_empty());
        let mut names: SmallVec<[&str; 8]> = members.clone().map(|(name, _)| name).collect();
        names.sort_unstable();
        if names.is_sorted_by(|name, next| name < next) {
            return;
        }
        let mut seen: FxHashMap<&str, Span> = FxHashMap::default();
        for (name, span) in members {
            if let Some(first) = seen.insert(name, span) {
                self.report(
                    Diagnostic::at(
                        Code::DuplicateMember,
                        span,
                        format!("a second {what} `{name}`"),
                    )
                    .also(first, "the first one"),
                );
            }
        }
    }
}

/// Whether a type is one without a name, unless it is given one.
fn is_untagged(ty: &TypeSpecifier) -> bool {
    match &ty.kind {
        TypeKind::Record(record) => record.tag.is_none(),
        TypeKind::Enum(enumeration) => enumeration.tag.is_none(),
        _ => false,
    }
}

/// `struct {…};` or `union {…};` inside a record: its fields belong to the record around it.
fn is_unnamed_member(ty: &TypeSpecifier) -> bool {
    match &ty.kind {
        TypeKind::Record(record) => record.tag.is_none() && record.fields.is_some(),
        _ => false,
    }
}

/// What the attributes of a field can be about: the field, and the type that it defines on the spot.
fn field_places(item: &FieldItem) -> &'static [Place] {
    match item.declaration.as_ref().map(|d| &d.ty.kind) {
        Some(TypeKind::Record(_)) => &[Place::Field, Place::Record],
        Some(TypeKind::Enum(_)) => &[Place::Field, Place::Enum],
        _ => &[Place::Field],
    }
}
