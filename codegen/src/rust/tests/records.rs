//! Structs, by a rule for each of their fields: `golden/records` holds an IDL file and the modules that are made of it.
//! The tests of `midl-runtime` compile them and call through every rule.

use crate::Builder;
use crate::source::Memory;
use expect_test::expect_file;

const IDL: &str = include_str!("../golden/records/records.idl");

fn generated() -> crate::Output {
    let files = Memory([("records.idl".into(), IDL.into())].into());
    let output = Builder::new().input("records.idl").rust_from(&files);
    output.map_err(|failure| failure.to_string()).unwrap()
}

#[test]
fn each_field_makes_what_the_golden_files_say() {
    let output = generated();
    let file = |path: &str| {
        let found = output
            .files
            .iter()
            .find(|file| file.path.to_str() == Some(path));
        String::from_utf8(found.unwrap().bytes.clone()).unwrap()
    };
    expect_file!["../golden/records/raw.rs"].assert_eq(&file("raw.rs"));
    expect_file!["../golden/records/client.rs"].assert_eq(&file("client.rs"));
    expect_file!["../golden/records/implement.rs"].assert_eq(&file("implement.rs"));
}
