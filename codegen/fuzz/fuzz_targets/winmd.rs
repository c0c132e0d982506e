//! The reader of Windows metadata: any bytes are a file with definitions, or none.

#![no_main]

use libfuzzer_sys::fuzz_target;
use midl_bindgen::{json, metadata::reader};

fuzz_target!(|data: &[u8]| {
    if let Ok(schema) = reader::read(data) {
        // Whoever goes over all that was read comes to an end.
        let _ = json::write(&schema);
    }
});
