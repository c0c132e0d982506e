//! Schemas for unit tests, made without a front end.

mod everything;

use super::*;
use crate::source::{Origin, Sources, Span};

/// A schema that is being made.
pub(crate) struct Sample {
    pub schema: Schema,
    /// Whether what is added counts as the user's own.
    pub own: bool,
}

pub(crate) fn span() -> Span {
    let file = Sources::new().add("sample.idl", String::new(), Origin::Input);
    Span::new(file, 0, 0)
}

pub(crate) fn pointer(target: Type) -> Type {
    Type::pointer_to(target, false)
}

pub(crate) fn pointer_to_const(target: Type) -> Type {
    Type::pointer_to(target, true)
}

pub(crate) fn array(element: Type, len: u64) -> Type {
    Type::Array(Box::new(ArrayType {
        element,
        is_const: false,
        len: Some(len),
    }))
}

pub(crate) fn field(name: &str, ty: Type) -> Field {
    Field {
        name: name.into(),
        span: span(),
        docs: String::new(),
        ty,
        pointee: Pointee::default(),
        bits: None,
        arm: Arm::default(),
    }
}

pub(crate) fn bits(name: &str, ty: Type, width: u8) -> Field {
    Field {
        bits: Some(width),
        ..field(name, ty)
    }
}

pub(crate) fn param(name: &str, ty: Type) -> Param {
    Param {
        name: name.into(),
        span: span(),
        ty,
        direction: Direction::In,
        retval: false,
        optional: false,
        pointee: Pointee::default(),
    }
}

pub(crate) fn out(name: &str, ty: Type) -> Param {
    Param {
        direction: Direction::Out,
        ..param(name, ty)
    }
}

pub(crate) fn string(name: &str, ty: Type, null: Nullability) -> Param {
    let pointee = Pointee {
        null,
        string: true,
        ..Pointee::default()
    };
    Param {
        pointee,
        ..param(name, ty)
    }
}

pub(crate) fn method(name: &str, returns: Type, params: Vec<Param>) -> Method {
    Method {
        name: name.into(),
        span: span(),
        docs: String::new(),
        returns,
        params,
        kind: MethodKind::Plain,
        dispatch_id: None,
        local: true,
        vararg: false,
        variadic: false,
        convention: CallingConvention::System,
        success_codes: Vec::new(),
    }
}

/// What the front end makes of the files in `idl`.
pub(crate) fn from_idl(names: &[&str]) -> Schema {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../idl");
    let inputs: Vec<_> = names.iter().map(|name| folder.join(name)).collect();
    let mut sources = Sources::new();
    let mut diagnostics = crate::diagnostics::Diagnostics::new();
    let program = crate::syntax::parse(
        &inputs,
        &crate::syntax::Options::default(),
        &crate::source::Disk,
        &mut sources,
        &mut diagnostics,
    );
    let schema = crate::lower::lower(&program, &sources, None, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    schema
}

impl Sample {
    /// The base types, as imported.
    pub fn new() -> Self {
        let mut sample = Self {
            schema: Schema::new(),
            own: false,
        };
        let u32_type = Type::Primitive(Primitive::U32);
        sample.alias("ULONG", u32_type);
        sample.alias("LONG", Type::Primitive(Primitive::I32));
        sample.alias("HRESULT", Type::Primitive(Primitive::I32));
        sample.alias("BOOL", Type::Primitive(Primitive::I32));
        sample.alias("WCHAR", Type::Primitive(Primitive::WideChar));
        let wide = sample.named("WCHAR");
        sample.alias("BSTR", pointer(wide));
        sample.alias("HANDLE", pointer(Type::Void));
        let parts = vec![
            field("Data1", Type::Primitive(Primitive::U32)),
            field("Data2", Type::Primitive(Primitive::U16)),
            field("Data3", Type::Primitive(Primitive::U16)),
            field("Data4", array(Type::Primitive(Primitive::U8), 8)),
        ];
        let guid = sample.record("GUID", RecordKind::Struct, None, parts);
        sample.alias("IID", guid.clone());
        let iid = sample.named("IID");
        sample.alias("REFIID", pointer_to_const(iid));
        let query = vec![
            param("riid", sample.named("REFIID")),
            out("ppvObject", pointer(pointer(Type::Void))),
        ];
        let count = sample.named("ULONG");
        let methods = vec![
            method("QueryInterface", sample.named("HRESULT"), query),
            method("AddRef", count.clone(), Vec::new()),
            method("Release", count, Vec::new()),
        ];
        sample.interface(
            "IUnknown",
            Some("00000000-0000-0000-c000-000000000046"),
            None,
            methods,
        );
        let unknown = sample.named("IUnknown");
        sample.alias("LPUNKNOWN", pointer(unknown));
        sample.own = true;
        sample
    }

    /// What `idl/mapisync.idl` says.
    pub fn mapisync() -> Self {
        let mut sample = Self::new();
        sample.own = false;
        let session = sample.interface(
            "IMAPISession",
            Some("00020300-0000-0000-c000-000000000046"),
            Some("IUnknown"),
            Vec::new(),
        );
        sample.set_completeness("IMAPISession", Completeness::Opaque);
        sample.alias("LPMAPISESSION", pointer(session));
        sample.own = true;
        let flags: [(&str, i128); 7] = [
            ("SYNC_UPLOAD_HIERARCHY", 0x1),
            ("SYNC_DOWNLOAD_HIERARCHY", 0x2),
            ("SYNC_UPLOAD_CONTENTS", 0x40),
            ("SYNC_DOWNLOAD_CONTENTS", 0x80),
            ("SYNC_OUTGOING_MAIL", 0x200),
            ("SYNC_GLOBAL_HEADERS", 0x0200_0000),
            ("SYNC_ON_DEMAND", 0x2000_0000),
        ];
        for (name, value) in flags {
            let ty = sample.named("ULONG");
            let value = ConstantValue::Integer(value);
            sample.add(name, DefinitionKind::Constant(Constant { ty, value }));
        }
        let fields = vec![
            field("ulSize", sample.named("ULONG")),
            field("ulFlags", sample.named("ULONG")),
            field("psesSync", sample.named("LPMAPISESSION")),
            field("punkCallBack", sample.named("LPUNKNOWN")),
            field("phSyncDoneEvent", pointer(sample.named("HANDLE"))),
        ];
        let block = sample.record("MAPISIB", RecordKind::Struct, None, fields);
        sample.alias("PMAPISIB", pointer(block));
        let hresult = sample.named("HRESULT");
        let text = pointer_to_const(sample.named("WCHAR"));
        let ulong = sample.named("ULONG");
        let progress = vec![
            string("pwcszProgress", text.clone(), Nullability::Nullable),
            param("ulIndex", ulong.clone()),
            param("ulIndexMax", ulong),
        ];
        let error = vec![
            param("hResult", hresult.clone()),
            string("pwcszErrorStr", text, Nullability::NonNull),
        ];
        let mut event = param("hThreadDoneEvent", sample.named("HANDLE"));
        event.pointee.null = Nullability::Nullable;
        event.pointee.ownership = Ownership::Transferred;
        let done = vec![event, param("hResult", hresult.clone())];
        sample.interface(
            "IMAPISyncProgressCallback",
            Some("5024a386-2d44-486a-81a8-8f0ecb6071dd"),
            Some("IUnknown"),
            vec![
                method("Progress", hresult.clone(), progress),
                method("Error", hresult.clone(), error),
                method("Done", hresult.clone(), done),
            ],
        );
        let block = sample.named("PMAPISIB");
        sample.interface(
            "IMAPISync",
            Some("5024a385-2d44-486a-81a8-8f0ecb6071dd"),
            Some("IUnknown"),
            vec![method(
                "SynchronizeInBackground",
                hresult,
                vec![param("psibpb", block)],
            )],
        );
        sample
    }

    /// Adds a definition.
    pub fn add(&mut self, name: &str, kind: DefinitionKind) -> Type {
        Type::Named(self.schema.add(Definition {
            name: name.into(),
            span: span(),
            docs: String::new(),
            own: self.own,
            kind,
        }))
    }

    /// A definition that was added before.
    pub fn named(&self, name: &str) -> Type {
        Type::Named(self.id(name))
    }

    pub fn id(&self, name: &str) -> DefinitionId {
        self.schema.find(name).expect(name)
    }

    pub fn alias(&mut self, name: &str, ty: Type) -> Type {
        let pointee = Pointee::default();
        self.add(name, DefinitionKind::Alias(Alias { ty, pointee }))
    }

    pub fn record(
        &mut self,
        name: &str,
        kind: RecordKind,
        pack: impl Into<Pack>,
        fields: Vec<Field>,
    ) -> Type {
        let record = Record {
            kind,
            tag: None,
            pack: pack.into(),
            fields,
            forward: false,
            switch: Switch::default(),
        };
        self.add(name, DefinitionKind::Record(record))
    }

    pub fn set_fields(&mut self, name: &str, fields: Vec<Field>) {
        let id = self.id(name);
        let DefinitionKind::Record(record) = &mut self.schema[id].kind else {
            panic!("{name} is no record");
        };
        record.fields = fields;
    }

    pub fn interface(
        &mut self,
        name: &str,
        iid: Option<&str>,
        base: Option<&str>,
        methods: Vec<Method>,
    ) -> Type {
        let interface = Interface {
            iid: iid.map(|iid| iid.parse().unwrap()),
            base: base.map(|base| self.id(base)),
            methods,
            completeness: Completeness::Full,
            dual: false,
        };
        self.add(name, DefinitionKind::Interface(interface))
    }

    pub fn set_completeness(&mut self, name: &str, completeness: Completeness) {
        let id = self.id(name);
        let DefinitionKind::Interface(interface) = &mut self.schema[id].kind else {
            panic!("{name} is no interface");
        };
        interface.completeness = completeness;
    }
}
