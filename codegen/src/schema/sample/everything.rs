//! A schema with one of each kind.

use super::*;

impl Sample {
    /// One of each kind that a back end must write.
    pub fn everything() -> Self {
        let mut sample = Self::new();
        sample.records();
        sample.enums_and_constants();
        sample.functions();
        sample.interfaces();
        sample
    }

    fn records(&mut self) {
        let long = self.named("LONG");
        let ulong = self.named("ULONG");
        let big = Type::Primitive(Primitive::I64);
        let parts = vec![field("Low", ulong.clone()), field("High", long.clone())];
        let parts = self.record("BIG_PARTS", RecordKind::Struct, None, parts);
        let members = vec![field("Parts", parts), field("QuadPart", big.clone())];
        let union = self.record("BIG", RecordKind::Union, None, members);
        let fields = vec![
            field("type", Type::Primitive(Primitive::U8)),
            field("value", big),
            field("name", array(self.named("WCHAR"), 4)),
            field("nested", array(union, 2)),
            field("grid", array(array(long.clone(), 3), 2)),
        ];
        self.record("PACKED", RecordKind::Struct, Some(1), fields);
        let pack = Pack {
            narrow: Some(2),
            wide: Some(8),
        };
        let fields = vec![
            field("kind", long.clone()),
            field("data", pointer(Type::Void)),
        ];
        self.record("PACKED_ON_32", RecordKind::Struct, pack, fields);
        let fields = vec![
            bits("fVisible", ulong.clone(), 1),
            bits("", ulong.clone(), 3),
            bits("cRows", ulong.clone(), 28),
            bits("fLast", Type::Primitive(Primitive::U16), 1),
            field("gen", long.clone()),
        ];
        self.record("BITS", RecordKind::Struct, None, fields);
        self.record(
            "HANDLE_LIKE",
            RecordKind::Struct,
            None,
            vec![field("Value", long)],
        );
        self.record("EMPTY", RecordKind::Struct, None, Vec::new());
        let tail = Type::Array(Box::new(ArrayType {
            element: ulong.clone(),
            is_const: false,
            len: None,
        }));
        let fields = vec![field("count", ulong), field("items", tail)];
        self.record("OPEN_ENDED", RecordKind::Struct, None, fields);
        let declared = self.record("DECLARED", RecordKind::Struct, None, Vec::new());
        let id = self.id("DECLARED");
        if let DefinitionKind::Record(record) = &mut self.schema[id].kind {
            record.forward = true;
        }
        let unknown = pointer(self.named("IUnknown"));
        let fields = vec![
            field("declared", pointer(declared)),
            field("object", unknown),
            field("text", self.named("BSTR")),
            field("id", self.named("IID")),
        ];
        self.record("HOLDS_OBJECT", RecordKind::Struct, None, fields);
    }

    fn enums_and_constants(&mut self) {
        let value = |name: &str, value| EnumValue {
            name: name.into(),
            span: span(),
            docs: String::new(),
            value,
        };
        let color = Enum {
            tag: None,
            values: vec![value("red", 0), value("green", 1), value("NONE", -1)],
            flags: false,
        };
        let color = self.add("COLOR", DefinitionKind::Enum(color));
        let modes = Enum {
            tag: None,
            values: vec![value("MODE_A", 1), value("MODE_B", 2)],
            flags: true,
        };
        self.add("MODES", DefinitionKind::Enum(modes));
        let guid = "0c733a30-2a1c-11ce-ade5-00aa0044773d".parse().unwrap();
        let constants = [
            ("BEST", color, ConstantValue::Integer(1)),
            (
                "MAXIMUM",
                self.named("ULONG"),
                ConstantValue::Integer(0xffff_ffff),
            ),
            (
                "MINIMUM",
                self.named("LONG"),
                ConstantValue::Integer(-0x8000_0000),
            ),
            ("TRUTH", self.named("BOOL"), ConstantValue::Integer(1)),
            (
                "E_BAD",
                self.named("HRESULT"),
                ConstantValue::Integer(-0x7ffb_fff0),
            ),
            (
                "WIDE",
                Type::Primitive(Primitive::USize),
                ConstantValue::Integer(1 << 40),
            ),
            (
                "NARROW",
                Type::Primitive(Primitive::ISize),
                ConstantValue::Integer(-1),
            ),
            ("CHARACTER", self.named("WCHAR"), ConstantValue::Integer(65)),
            ("INVALID", self.named("HANDLE"), ConstantValue::Integer(-1)),
            (
                "RATIO",
                Type::Primitive(Primitive::F64),
                ConstantValue::Float(0.5),
            ),
            (
                "HALF",
                Type::Primitive(Primitive::F32),
                ConstantValue::Float(0.5),
            ),
            (
                "GREETING",
                pointer_to_const(self.named("WCHAR")),
                ConstantValue::WideString("h\u{e9}".into()),
            ),
            (
                "ANSI",
                pointer_to_const(Type::Primitive(Primitive::Char)),
                ConstantValue::String("plain".into()),
            ),
            ("CATEGORY", self.named("GUID"), ConstantValue::Guid(guid)),
        ];
        for (name, ty, value) in constants {
            self.add(name, DefinitionKind::Constant(Constant { ty, value }));
        }
    }

    fn functions(&mut self) {
        let callback = Type::Function(Box::new(FunctionType {
            returns: self.named("HRESULT"),
            params: vec![
                param("context", pointer(Type::Void)),
                param("object", pointer(self.named("IUnknown"))),
            ],
            variadic: false,
            convention: CallingConvention::System,
        }));
        let callback = self.alias("CALLBACK_FN", callback);
        let log = Type::Function(Box::new(FunctionType {
            returns: Type::Void,
            params: vec![param("count", self.named("ULONG"))],
            variadic: true,
            convention: CallingConvention::C,
        }));
        self.alias("LOG_FN", log);
        let function = |dll: Option<&str>, entry: Option<&str>, returns, params| {
            DefinitionKind::Function(Function {
                dll: dll.map(str::to_owned),
                entry: entry.map(str::to_owned),
                returns,
                params,
                variadic: false,
                convention: CallingConvention::System,
            })
        };
        let hresult = self.named("HRESULT");
        let params = vec![param("callback", callback), param("in", self.named("BOOL"))];
        self.add(
            "Enumerate",
            function(Some("sample.dll"), None, hresult, params),
        );
        let ordinal = function(Some("sample.dll"), Some("#12"), Type::Void, Vec::new());
        self.add("ByOrdinal", ordinal);
        self.add("Nowhere", function(None, None, Type::Void, Vec::new()));
    }

    fn interfaces(&mut self) {
        let hresult = self.named("HRESULT");
        let ulong = self.named("ULONG");
        let bstr = self.named("BSTR");
        let unknown = pointer(self.named("IUnknown"));
        let forward = self.interface("IForward", None, None, Vec::new());
        self.set_completeness("IForward", Completeness::Forward);
        let mut name = method(
            "Name",
            hresult.clone(),
            vec![out("value", pointer(bstr.clone()))],
        );
        name.kind = MethodKind::PropertyGet;
        let mut set_name = method("Name", hresult.clone(), vec![param("value", bstr)]);
        set_name.kind = MethodKind::PropertyPut;
        let mut objects = param("objects", pointer(unknown.clone()));
        objects.pointee.size = vec![Some(Expression::Operand(1))];
        let mut query = out("ppv", pointer(pointer(Type::Void)));
        query.pointee.iid_is = Some(Expression::Operand(0));
        let mut buffer = out("buffer", pointer(self.named("WCHAR")));
        buffer.pointee.string = true;
        buffer.pointee.size = vec![Some(Expression::Operand(1))];
        let data = Type::Array(Box::new(ArrayType {
            element: ulong.clone(),
            is_const: true,
            len: None,
        }));
        let anonymous = Type::Function(Box::new(FunctionType {
            returns: Type::Void,
            params: Vec::new(),
            variadic: false,
            convention: CallingConvention::C,
        }));
        let methods = vec![
            name,
            set_name,
            method(
                "Go",
                Type::Void,
                vec![param("this", ulong.clone()), param("This", ulong.clone())],
            ),
            method("Go", ulong.clone(), vec![param("red", self.named("COLOR"))]),
            method(
                "Objects",
                hresult.clone(),
                vec![objects, param("count", ulong.clone())],
            ),
            method(
                "Open",
                hresult.clone(),
                vec![param("riid", self.named("REFIID")), query],
            ),
            method(
                "Text",
                hresult.clone(),
                vec![buffer, param("cch", ulong.clone())],
            ),
            method(
                "Next",
                hresult.clone(),
                vec![param("in", unknown.clone()), out("out", pointer(unknown))],
            ),
            method(
                "Data",
                hresult.clone(),
                vec![param("data", data), param("run", anonymous)],
            ),
            method(
                "Later",
                hresult.clone(),
                vec![param("later", pointer(forward))],
            ),
            method(
                "Where",
                self.named("PACKED"),
                vec![param("at", self.named("HOLDS_OBJECT"))],
            ),
            method(
                "type",
                hresult.clone(),
                vec![param("self", Type::SafeArray(None))],
            ),
        ];
        self.interface(
            "IEverything",
            Some("0c733a30-2a1c-11ce-ade5-00aa0044773d"),
            Some("IUnknown"),
            methods,
        );
        let more = vec![method("More", hresult.clone(), Vec::new())];
        self.interface(
            "IMore",
            Some("0c733a31-2a1c-11ce-ade5-00aa0044773d"),
            Some("IEverything"),
            more,
        );
        self.interface(
            "IRoot",
            Some("0c733a34-2a1c-11ce-ade5-00aa0044773d"),
            None,
            vec![method("Run", hresult, vec![param("n", ulong)])],
        );
        let coclass = Coclass {
            clsid: Some("0c733a32-2a1c-11ce-ade5-00aa0044773d".parse().unwrap()),
            interfaces: vec![CoclassMember {
                interface: self.id("IMore"),
                default: true,
                source: false,
            }],
        };
        self.add("Everything", DefinitionKind::Coclass(coclass));
        let dispinterface = Dispinterface {
            iid: Some("0c733a33-2a1c-11ce-ade5-00aa0044773d".parse().unwrap()),
            interface: None,
            methods: vec![method("Changed", Type::Void, Vec::new())],
        };
        self.add("DEvents", DefinitionKind::Dispinterface(dispinterface));
    }
}
