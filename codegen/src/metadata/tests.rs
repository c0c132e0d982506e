use windows_metadata::reader::{File, HasAttributes, Index};

use super::*;
use crate::schema::sample::Sample;

fn read(bytes: Vec<u8>) -> Index {
    Index::new(vec![File::new(bytes).expect("a winmd that can be read")])
}

#[test]
fn the_seed_can_be_read_back() {
    let sample = Sample::mapisync();
    let bytes = write(&sample.schema, "Mapi", Faithfulness::Published).unwrap();
    let again = write(&sample.schema, "Mapi", Faithfulness::Published).unwrap();
    assert_eq!(bytes, again);
    let index = read(bytes);
    let callback = index.expect("Mapi", "IMAPISyncProgressCallback");
    let methods: Vec<_> = callback.methods().map(|m| m.name().to_owned()).collect();
    assert_eq!(methods, ["Progress", "Error", "Done"]);
    assert!(callback.has_attribute("GuidAttribute"));
    let session = index.expect("Mapi", "IMAPISession");
    assert_eq!(session.methods().count(), 0);
    assert!(!index.contains("Mapi", "IUnknown"));
}
