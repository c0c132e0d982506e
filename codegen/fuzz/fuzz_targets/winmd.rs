//! The reader of Windows metadata: any bytes are a schema, or the reason why they are none. A schema can be asked for its
//! layouts, and be written again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use midl_bindgen::metadata::{self, Faithfulness, reader};
use midl_bindgen::schema::{Target, Type};

fuzz_target!(|data: &[u8]| {
    let Ok(schema) = reader::read(data) else {
        return;
    };
    for (id, _) in schema.iter() {
        let _ = schema.layout(&Type::Named(id), Target::X64);
        schema.slot_count(id);
    }
    let _ = metadata::write(&schema, "Fuzz", Faithfulness::Published);
});
