//! Structs whose fields borrow.

use crate::raw::{self, IPlain, IRecords, POINT};
use crate::records::{ARRAYS, LARGE, NESTED, OBJECTS, OwnedLARGE, PAIR, TEXTS, TITLE};
use crate::{code, implement};
use midl_runtime::status::*;
use midl_runtime::view::{Lend, Storage};
use midl_runtime::{AsHandle, Bstr, Event, Incoming, WideString};
use std::ptr::{NonNull, null, null_mut};
use windows_core::{GUID, IUnknown, Interface, PCSTR, PCWSTR, Result};

const ID: GUID = GUID::from_u128(7);

struct Records;

impl implement::IRecords for Records {
    fn large(&self, large: &LARGE<'_>, title: &TITLE<'_>) -> Result<()> {
        assert_eq!((large.size, *title.title == "title"), (7, true));
        assert!(large.name.is_some_and(|name| *name == "name"));
        Ok(())
    }

    fn get_large(&self) -> Result<OwnedLARGE> {
        Ok(OwnedLARGE {
            size: 9,
            ..Default::default()
        })
    }

    fn texts(&self, texts: &TEXTS<'_>) -> Result<u32> {
        let wide = [texts.other, texts.third, texts.fourth];
        let wide: usize = wide.iter().flatten().map(|text| text.len()).sum();
        let narrow = texts.narrow.to_bytes().len() + texts.command.map_or(0, |it| it.count_bytes());
        Ok((texts.name.len() + wide + narrow + texts.last.len()) as u32)
    }

    fn perhaps_texts(&self, texts: Option<&TEXTS<'_>>, pair: Option<&PAIR<'_>>) -> Result<()> {
        let name = texts.map(|texts| texts.name.to_string());
        let other = pair.map(|pair| pair.name.to_string());
        assert_eq!(name, other);
        Ok(())
    }

    fn objects(&self, objects: &OBJECTS<'_>) -> Result<()> {
        assert_eq!((objects.size, objects.yes, objects.id), (3, true, ID));
        assert_eq!((objects.code, objects.pt.y), ([1, 2, 3, 4], 5));
        assert!(objects.punk.is_some_and(|it| it.cast::<IRecords>().is_ok()));
        assert_eq!(objects.plain.peek()?.ulMessage, 9);
        assert!(objects.event.is_none());
        Event::from(objects.other.try_clone_to_owned()?).set()?;
        assert_eq!(objects.ppt_perhaps.map(|point| point.x), Some(6));
        assert_eq!((objects.ppt.x, objects.riid), (7, Some(&ID)));
        Ok(())
    }

    fn arrays(&self, arrays: &ARRAYS<'_>) -> Result<u32> {
        assert_eq!(arrays.rgpt.len(), arrays.rgul.len());
        let points: i32 = arrays.rgpt.iter().map(|point| point.x).sum();
        let numbers: u32 = arrays.rgul.iter().sum();
        let bytes: u32 = arrays.pb.iter().copied().map(u32::from).sum();
        let objects = arrays.rgpunk.iter().flatten();
        let objects = objects.filter(|object| object.cast::<IRecords>().is_ok());
        Ok(points as u32 + numbers + bytes + objects.count() as u32)
    }

    fn by_value(&self, pair: &PAIR<'_>, times: u32) -> Result<()> {
        assert_eq!((pair.name.to_string().as_str(), pair.pb), ("one", &[1][..]));
        assert_eq!(times, 2);
        Ok(())
    }

    fn nested(&self, nested: &NESTED<'_>) -> Result<()> {
        let several = [&nested.first, &nested.second].into_iter();
        let several = several.chain(&nested.third).chain(&nested.pairs);
        let names: Vec<_> = several
            .map(|pair| (pair.name.to_string(), pair.pb))
            .collect();
        assert_eq!(
            names.len(),
            2 + usize::from(nested.third.is_some()) + nested.pairs.len()
        );
        for (at, (name, bytes)) in names.iter().enumerate() {
            assert_eq!(
                (name.as_str(), *bytes),
                (["one", "two"][at % 2], &[1, 2][..=at % 2])
            );
        }
        Ok(())
    }
}

/// Room for a struct where x86 may have it.
#[repr(C, align(8))]
#[derive(Default)]
struct Room {
    four: u32,
    bytes: [u32; 6],
}

#[test]
fn a_struct_may_lie_where_x86_has_its_variables() {
    let (records, name, title) = (records(), wide("name"), Bstr::new("title").unwrap());
    let large = LARGE {
        size: 7,
        name: Some(&name),
    };
    let title = TITLE { title: &title };
    assert_eq!(records.large(&large, &title), Ok(()));
    let mut room = Room::default();
    let place: *mut raw::LARGE = room.bytes.as_mut_ptr().cast();
    let raw = large.lend(&mut Storage::new()).unwrap();
    let title = title.lend(&mut Storage::new()).unwrap();
    // SAFETY: there is room for the struct, though it is not aligned; what it points to is there.
    unsafe {
        place.write_unaligned(raw);
        assert_eq!(records.Large(place, &title), S_OK);
        assert_eq!(records.GetLarge(place), S_OK);
        assert_eq!(place.read_unaligned().hSize, 9);
    }
    assert_eq!(room.four, 0);
}

struct Nine;

impl implement::IPlain for Nine {
    fn post(&self, _: &raw::MESSAGE) -> Result<()> {
        Ok(())
    }

    fn peek(&self) -> Result<raw::MESSAGE> {
        Ok(raw::MESSAGE {
            ulMessage: 9,
            ..Default::default()
        })
    }
}

fn records() -> IRecords {
    IRecords::new(Records)
}

fn wide(text: &str) -> WideString {
    text.parse().unwrap()
}

#[test]
fn texts_arrive() {
    let (name, other, last) = (wide("name"), wide("größer"), Bstr::new("last").unwrap());
    let mut texts = TEXTS {
        name: &name,
        other: None,
        third: Some(&other),
        fourth: Some(&name),
        narrow: c"narrow",
        command: None,
        last: &last,
    };
    assert_eq!(records().texts(&texts), Ok(4 + 6 + 4 + 6 + 4));
    texts.command = Some(c"x");
    texts.last = Default::default();
    assert_eq!(records().texts(&texts), Ok(4 + 6 + 4 + 6 + 1));
    let pair = PAIR {
        name: &name,
        pb: &[],
    };
    assert_eq!(records().perhaps_texts(Some(&texts), Some(&pair)), Ok(()));
    assert_eq!(records().perhaps_texts(None, None), Ok(()));
}

#[test]
fn objects_are_lent() {
    let records = records();
    let unknown: IUnknown = records.cast().unwrap();
    let (plain, event) = (IPlain::new(Nine), Event::new().unwrap());
    let objects = OBJECTS {
        size: 3,
        yes: true,
        id: ID,
        code: [1, 2, 3, 4],
        pt: POINT { x: 0, y: 5 },
        punk: Some(&unknown),
        plain: &plain,
        event: None,
        other: event.as_handle(),
        ppt_perhaps: Some(&POINT { x: 6, y: 0 }),
        ppt: &POINT { x: 7, y: 0 },
        riid: Some(&ID),
    };
    assert_eq!(records.objects(&objects), Ok(()));
    assert_eq!(event.is_set(), Ok(true));
}

#[test]
fn arrays_arrive_with_their_counts() {
    let records = records();
    let objects = [Some(records.cast().unwrap()), None];
    let arrays = ARRAYS {
        rgpt: &[POINT { x: 1, y: 0 }, POINT { x: 2, y: 0 }],
        rgul: &[4, 8],
        pb: &[16, 32, 64],
        rgpunk: &objects,
    };
    assert_eq!(
        records.arrays(&arrays),
        Ok(1 + 2 + 4 + 8 + 16 + 32 + 64 + 1)
    );
    assert_eq!(records.arrays(&ARRAYS::default()), Ok(0));
}

#[test]
fn lengths_that_do_not_fit_are_not_sent() {
    let arrays = ARRAYS {
        rgul: &[1],
        ..Default::default()
    };
    assert_eq!(code(records().arrays(&arrays)), E_INVALIDARG);
    let (many, points) = (vec![0; 0x1_0000], vec![POINT::default(); 0x1_0000]);
    let arrays = ARRAYS {
        rgpt: &points,
        rgul: &many,
        ..Default::default()
    };
    assert_eq!(code(records().arrays(&arrays)), E_INVALIDARG);
}

#[test]
fn a_struct_by_value_arrives() {
    let pair = PAIR {
        name: &wide("one"),
        pb: &[1],
    };
    assert_eq!(records().by_value(&pair, 2), Ok(()));
}

#[test]
fn structs_in_structs_arrive() {
    let (one, two) = (wide("one"), wide("two"));
    let pair = |at: usize| PAIR {
        name: [&one, &two][at % 2],
        pb: &[1, 2][..=at % 2],
    };
    for count in 0..4 {
        let nested = NESTED {
            first: pair(0),
            second: pair(1),
            third: None,
            pairs: (0..count).map(pair).collect(),
        };
        assert_eq!(records().nested(&nested), Ok(()));
        let nested = NESTED {
            third: Some(pair(0)),
            pairs: (1..count).map(pair).collect(),
            ..nested
        };
        assert_eq!(records().nested(&nested), Ok(()));
    }
}

#[test]
fn what_is_empty_or_missing_is_null() {
    let (pair, mut storage) = (wide("one"), Storage::new());
    let pair = PAIR {
        name: &pair,
        pb: &[],
    };
    let nested = NESTED {
        first: pair.clone(),
        second: pair,
        third: None,
        pairs: Vec::new(),
    };
    let raw = nested.lend(&mut storage).unwrap();
    assert!(raw.pThird.is_null() && raw.rgPairs.is_null() && raw.first.pb.is_null());
    assert_eq!((raw.cPairs, raw.first.cb), (0, 0));
    assert!(!raw.pSecond.is_null());
}

#[test]
fn null_is_refused_where_the_idl_says_so() {
    let records = records();
    let name = wide("name");
    let good = raw::TEXTS {
        pszName: PCWSTR(name.as_ptr()),
        pszNarrow: PCSTR(c"".as_ptr().cast()),
        ..Default::default()
    };
    let mut length = 7;
    // SAFETY: the structs are there; the NULL in them is what is tried.
    unsafe {
        assert_eq!(records.Texts(&good, &mut length), S_OK);
        assert_eq!(length, 4);
        assert_eq!(records.Texts(null(), &mut length), E_POINTER);
        assert_eq!(length, 0, "cleared all the same");
        let nameless = raw::TEXTS {
            pszName: PCWSTR::null(),
            ..good
        };
        assert_eq!(records.Texts(&nameless, &mut length), E_POINTER);
        assert_eq!(records.PerhapsTexts(null_mut(), null()), S_OK);
        let mut bad = raw::TEXTS {
            pszNarrow: PCSTR::null(),
            ..good
        };
        assert_eq!(records.PerhapsTexts(&mut bad, null()), E_POINTER);
        assert_eq!(records.ByValue(raw::PAIR::default(), 2), E_POINTER);
    }
}

#[test]
fn interfaces_and_handles_that_are_missing_are_refused() {
    let (plain, event) = (IPlain::new(Nine), Event::new().unwrap());
    let point = POINT::default();
    let objects = OBJECTS {
        size: 0,
        yes: false,
        id: ID,
        code: [0; 4],
        pt: point,
        punk: None,
        plain: &plain,
        event: None,
        other: event.as_handle(),
        ppt_perhaps: None,
        ppt: &point,
        riid: None,
    };
    let refusal = |change: fn(&mut raw::OBJECTS)| {
        let mut raw = objects.lend(&mut Storage::new()).unwrap();
        change(&mut raw);
        // SAFETY: the struct is there with all it points to; NULL is what is tried.
        code(unsafe { OBJECTS::from_raw(NonNull::from(&raw)) })
    };
    assert_eq!(refusal(|_| {}), S_OK);
    assert_eq!(refusal(|raw| raw.pPlain = Default::default()), E_POINTER);
    assert_eq!(refusal(|raw| raw.hOther = null_mut()), E_HANDLE);
    assert_eq!(refusal(|raw| raw.ppt = null_mut()), E_POINTER);
}

#[test]
fn wrong_counts_are_refused() {
    let records = records();
    let (number, mut sum) = ([1_u32; 2], 7);
    let arrays = |cpt, rgpt, cb| raw::ARRAYS {
        cpt,
        rgpt,
        rgul: number.as_ptr().cast_mut(),
        cb,
        ..Default::default()
    };
    let points = [POINT::default(); 2];
    // SAFETY: the structs are there, and what is refused is not read.
    unsafe {
        assert_eq!(
            records.Arrays(&arrays(2, points.as_ptr(), 0), &mut sum),
            S_OK
        );
        assert_eq!(sum, 2);
        assert_eq!(records.Arrays(&arrays(2, null(), 0), &mut sum), E_POINTER);
        assert_eq!(
            records.Arrays(&arrays(0, null(), -1), &mut sum),
            E_INVALIDARG
        );
        assert_eq!(records.Arrays(&arrays(0, null(), 1), &mut sum), E_POINTER);
    }
}

#[test]
fn what_is_wrong_inside_is_refused() {
    let records = records();
    let name = wide("one");
    let good = raw::PAIR {
        pszName: PCWSTR(name.as_ptr()),
        cb: 1,
        pb: [1_u8].as_ptr().cast_mut(),
    };
    let bad = raw::PAIR {
        cb: 1,
        pb: null_mut(),
        ..good
    };
    let (mut second, mut several) = (good, [good, bad]);
    let mut nested = raw::NESTED {
        first: bad,
        pSecond: &mut second,
        pThird: null(),
        cPairs: 2,
        rgPairs: several.as_mut_ptr(),
    };
    // SAFETY: the structs are there, and what is refused is not read.
    unsafe {
        assert_eq!(records.Nested(&nested), E_POINTER);
        nested.first = good;
        assert_eq!(records.Nested(&nested), E_POINTER);
        nested.rgPairs = null_mut();
        assert_eq!(records.Nested(&nested), E_POINTER);
        nested.cPairs = 0;
        nested.pSecond = null_mut();
        assert_eq!(records.Nested(&nested), E_POINTER);
    }
}
