//! Safe calls to objects that Windows has.
#![cfg(windows)]
#![forbid(unsafe_code)]

use midl_runtime::status::{S_FALSE, S_OK};
use midl_runtime::variant::{Value, Variant};
use system_objects::{
    CATEGORYINFO, ICatInformation, ICatRegister, IDictionary, IGlobalInterfaceTable, IPersistFile,
    ISequentialStream, IShellLinkW, IStream, STREAM_SEEK_END, STREAM_SEEK_SET, TextCompare, system,
};
use windows_core::{GUID, IUnknown, Interface, Result};

const CLSID_CATEGORIES: GUID = GUID::from_u128(0x0002e005_0000_0000_c000_000000000046);
const CLSID_DICTIONARY: GUID = GUID::from_u128(0xee09b103_97e0_11cf_978f_00a02463e06f);
const CLSID_SHELL_LINK: GUID = GUID::from_u128(0x00021401_0000_0000_c000_000000000046);
const CLSID_TABLE: GUID = GUID::from_u128(0x00000323_0000_0000_c000_000000000046);

#[test]
fn a_stream_keeps_what_is_written() -> Result<()> {
    let stream = system::memory_stream()?;
    assert_eq!(stream.write(b"interface description")?, 21);
    assert_eq!(stream.seek(-11, STREAM_SEEK_END)?, 10);

    let mut buffer = [0; 64];
    let read = stream.read(&mut buffer)?;
    assert_eq!(&buffer[..read.value], b"description");

    // What a base has, through the base.
    stream.seek(0, STREAM_SEEK_SET)?;
    let sequential: ISequentialStream = stream.cast()?;
    assert_eq!(sequential.read(&mut buffer[..9])?.value, 9);
    assert_eq!(&buffer[..9], b"interface");

    stream.set_size(4)?;
    assert_eq!(stream.seek(0, STREAM_SEEK_END)?, 4);
    Ok(())
}

#[test]
fn a_stream_is_copied_and_cloned() -> Result<()> {
    let from = system::memory_stream()?;
    from.write(&[7; 1000])?;
    let clone = from.clone_()?;
    clone.seek(0, STREAM_SEEK_SET)?;
    let to = system::memory_stream()?;
    assert_eq!(clone.copy_to(&to, u64::MAX)?, (1000, 1000));
    assert_eq!(to.seek(0, STREAM_SEEK_END)?, 1000);
    Ok(())
}

#[test]
fn a_stream_says_how_long_it_is() -> Result<()> {
    const STATFLAG_DEFAULT: u32 = 0;
    const STATFLAG_NONAME: u32 = 1;
    const STGTY_STREAM: u32 = 2;
    let stream = system::memory_stream()?;
    stream.write(b"22 bytes, neither more")?;
    for flag in [STATFLAG_DEFAULT, STATFLAG_NONAME] {
        let status = stream.stat(flag)?;
        assert_eq!((status.r#type, status.size), (STGTY_STREAM, 22));
        assert!(status.name.is_none_or(|name| name.is_empty()));
    }
    Ok(())
}

#[test]
fn categories_are_registered_described_and_enumerated() -> Result<()> {
    const CATEGORY: GUID = GUID::from_u128(0x6f1a8a52_3d0f_4d5c_9d5e_0d4cf1b0a001);
    const CLASS: GUID = GUID::from_u128(0x6f1a8a52_3d0f_4d5c_9d5e_0d4cf1b0a002);
    const ENGLISH: u32 = 0x409;
    let mut category = CATEGORYINFO {
        catid: CATEGORY,
        lcid: ENGLISH,
        ..Default::default()
    };
    for (place, unit) in category
        .szDescription
        .iter_mut()
        .zip("Midlbindgen".encode_utf16())
    {
        *place = unit;
    }
    let registry: ICatRegister = system::create(CLSID_CATEGORIES)?;
    registry.register_categories(&[category])?;
    registry.register_class_impl_categories(&CLASS, &[CATEGORY])?;

    let information: ICatInformation = registry.cast()?;
    let description = information.get_category_desc(&CATEGORY, ENGLISH)?;
    assert_eq!(description.to_string(), "Midlbindgen");

    let found = information.enum_impl_categories_of_class(&CLASS)?;
    let mut ids = [GUID::zeroed(); 4];
    let first = found.next(&mut ids)?;
    assert_eq!((first.value, first.code), (1, S_FALSE));
    assert_eq!(ids[0], CATEGORY);
    found.reset()?;
    let exact = found.next(&mut ids[..1])?;
    assert_eq!((exact.value, exact.code), (1, S_OK));

    let all = information.enum_categories(ENGLISH)?;
    let mut seen = false;
    let mut some = [CATEGORYINFO::default(); 3];
    loop {
        let count = all.next(&mut some)?.value;
        seen |= some[..count].iter().any(|info| info.catid == CATEGORY);
        if count < some.len() {
            break;
        }
    }
    assert!(seen);

    registry.un_register_class_impl_categories(&CLASS, &[CATEGORY])?;
    registry.un_register_categories(&[CATEGORY])
}

#[test]
fn a_shortcut_goes_to_a_file_and_back() -> Result<()> {
    let path = std::env::temp_dir().join("midl-bindgen.lnk");
    let path = path
        .to_str()
        .expect("Windows' folder has a name in Unicode");

    let link: IShellLinkW = system::create(CLSID_SHELL_LINK)?;
    link.set_arguments("/schema first")?;
    link.set_hotkey(0x341)?;
    link.set_show_cmd(7)?;
    assert_eq!(link.get_show_cmd()?, 7);
    let file: IPersistFile = link.cast()?;
    assert_eq!(file.get_class_id()?, CLSID_SHELL_LINK);
    assert_eq!(file.is_dirty()?.code, S_OK);
    file.save(path, true)?;
    assert_eq!(file.is_dirty()?.code, S_FALSE);
    assert_eq!(file.get_cur_file()?.value.to_string(), path);

    let again: IShellLinkW = system::create(CLSID_SHELL_LINK)?;
    again.cast::<IPersistFile>()?.load(path, 0)?;
    assert_eq!(again.get_hotkey()?, 0x341);
    std::fs::remove_file(path).expect("it was saved there");
    Ok(())
}

#[test]
fn a_missing_file_is_an_error() -> Result<()> {
    let link: IShellLinkW = system::create(CLSID_SHELL_LINK)?;
    let nowhere = std::env::temp_dir().join("no such folder").join("a.lnk");
    let path = nowhere
        .to_str()
        .expect("Windows' folder has a name in Unicode");
    assert!(link.cast::<IPersistFile>()?.load(path, 0).is_err());
    Ok(())
}

#[test]
fn the_table_hands_out_what_is_asked_for() -> Result<()> {
    let table: IGlobalInterfaceTable = system::create(CLSID_TABLE)?;
    let stream = system::memory_stream()?;
    let cookie = table.register_interface_in_global(&system::unknown(&stream)?, &IStream::IID)?;
    let same: IStream = table.get_interface_from_global(cookie)?;
    same.write(b"one")?;
    assert_eq!(stream.seek(0, STREAM_SEEK_END)?, 3);
    let link = table.get_interface_from_global::<IShellLinkW>(cookie);
    assert!(link.is_err(), "a stream is no shortcut");
    table.revoke_interface_from_global(cookie)?;
    assert!(table.get_interface_from_global::<IStream>(cookie).is_err());
    Ok(())
}

#[test]
fn a_dictionary_keeps_variants() -> Result<()> {
    let dictionary: IDictionary = system::create(CLSID_DICTIONARY)?;
    dictionary.set_compare_mode(TextCompare)?;
    let (pi, name) = (Variant::text("pi")?, Variant::text("name")?);
    dictionary.add(&pi, &3.14.into())?;
    dictionary.set_item(&name, &Variant::text("Midl")?)?;
    dictionary.set_item(&7.into(), &dictionary.cast::<IUnknown>()?.into())?;
    assert_eq!(dictionary.count()?, 3);
    assert_eq!(dictionary.item(&Variant::text("PI")?)?, 3.14.into());
    assert_eq!(dictionary.item(&name)?, Variant::text("Midl")?);
    let myself = dictionary.item(&7.into())?;
    assert!(matches!(myself.value(), Value::Unknown(Some(me)) if *me == dictionary.cast()?));

    assert!(dictionary.exists(&name)?);
    dictionary.remove(&name)?;
    assert!(!dictionary.exists(&name)?);
    assert!(
        dictionary.add(&pi, &Variant::null()).is_err(),
        "it is there already"
    );
    // An array of variants, which Windows frees.
    let keys = dictionary.keys()?;
    assert!(matches!(keys.value(), Value::Other(kind) if kind == 0x200c));
    // It holds itself.
    dictionary.remove_all()
}

#[test]
fn the_shell_finds_the_fields_of_what_its_header_packs() {
    let name = format!("midl-bindgen-{}.txt", std::process::id());
    let path = std::env::temp_dir().join(name);
    std::fs::write(&path, "to be deleted").expect("a file");
    assert_eq!(system::delete_file(&path), (0, false));
    assert!(!path.exists());
}
