use windows_metadata::reader::{File, HasAttributes, Index};

use super::*;
use crate::schema::sample::{Sample, from_idl};

/// What windows-rdl reads out of the metadata.
fn published(sample: &Sample) -> String {
    let bytes = write(&sample.schema, "Sample", Faithfulness::Published).unwrap();
    let folder = std::env::temp_dir().join(format!("midl-bindgen-rdl-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let output = folder.join(format!("{}.rdl", bytes.len()));
    windows_rdl::writer()
        .input_bytes(&bytes)
        .output(&output)
        .filter("Sample")
        .write()
        .unwrap();
    let text = std::fs::read_to_string(&output).unwrap();
    std::fs::remove_dir_all(folder).unwrap();
    text
}

#[test]
fn another_reader_finds_what_was_written() {
    let text = published(&Sample::everything());
    expect_test::expect_file!["everything.rdl"].assert_eq(&text);
}

#[test]
fn equal_schemas_give_equal_bytes() {
    for flavour in [Faithfulness::Published, Faithfulness::ForRaw] {
        let bytes = || write(&Sample::everything().schema, "Sample", flavour).unwrap();
        assert_eq!(bytes(), bytes());
    }
}

#[test]
fn the_seed_can_be_read_back() {
    let schema = from_idl(&["mapisync.idl"]);
    let bytes = write(&schema, "Mapi", Faithfulness::Published).unwrap();
    let index = Index::new(vec![File::new(bytes).expect("a winmd")]);
    let callback = index.expect("Mapi", "IMAPISyncProgressCallback");
    let methods: Vec<_> = callback.methods().map(|m| m.name().to_owned()).collect();
    assert_eq!(methods, ["Progress", "Error", "Done"]);
    assert!(callback.has_attribute("GuidAttribute"));
    assert_eq!(index.expect("Mapi", "IMAPISession").methods().count(), 0);
    assert!(index.contains("Mapi", "HANDLE"));
    assert!(!index.contains("Mapi", "IUnknown"));
}

#[test]
fn what_the_writer_refuses_is_a_diagnostic() {
    let mut sample = Sample::new();
    // An array longer than a signature has room for.
    let fields = vec![crate::schema::sample::field(
        "a",
        crate::schema::sample::array(sample.named("ULONG"), 1 << 40),
    )];
    sample.record("HUGE", crate::schema::RecordKind::Struct, None, fields);
    let error = write(&sample.schema, "Sample", Faithfulness::Published).unwrap_err();
    assert_eq!(error.code, Code::BackEndFailed);
    assert!(error.message.contains("`Sample`"), "{}", error.message);
}
