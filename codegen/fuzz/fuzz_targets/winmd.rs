//! The reader of Windows metadata: any bytes are a file with definitions, or none.

#![no_main]

use libfuzzer_sys::fuzz_target;
use midl_bindgen::lower::{ExternalId, ExternalTypes};
use midl_bindgen::metadata::reader::Winmd;
use midl_bindgen::schema::{Definition, DefinitionKind, Dispinterface, Schema};
use midl_bindgen::source::{Origin, Sources, Span};

/// Small files have fewer types. A bigger one is not read to its end: it shows nothing that a small one cannot.
const MOST_TYPES: usize = 256;

fuzz_target!(|data: &[u8]| {
    let Some(winmd) = Winmd::new(data) else {
        return;
    };
    let mut sources = Sources::new();
    let file = sources.add("main.idl", String::new(), Origin::Input);
    let place = Span::new(file, 0, 0);
    let mut schema = Schema::new();
    for row in 0..MOST_TYPES {
        let id = ExternalId(row);
        let name = winmd.name(id);
        winmd.find(&name);
        let mut named = |_| {
            schema.add(Definition {
                name: String::new(),
                span: place,
                docs: String::new(),
                own: false,
                kind: DefinitionKind::Dispinterface(Dispinterface {
                    iid: None,
                    interface: None,
                    methods: Vec::new(),
                }),
            })
        };
        winmd.define(id, place, &mut named);
    }
    winmd.similar("IUnknown");
});
