//! Values in a row.

use crate::raw::{ISlices, SPOT};
use crate::{Counted, code, implement, with_foreign};
use midl_runtime::status::*;
use midl_runtime::{Bstr, CoTaskSlice, CoTaskText, WideString};
use std::ffi::{CString, c_void};
use std::ptr::null_mut;
use windows_core::{HRESULT, IUnknown, Interface, Result};

/// Hands out so many of everything; a failure where there is no number.
struct Slices(Option<usize>);

impl Slices {
    fn many<T>(&self, element: impl FnMut(usize) -> T) -> Result<Vec<T>> {
        let count = self.0.ok_or_else(|| error(E_FAIL))?;
        Ok((0..count).map(element).collect())
    }
}

impl implement::ISlices for Slices {
    fn spots(&self) -> Result<Vec<SPOT>> {
        self.many(|at| SPOT { x: at as u32, y: 7 })
    }

    fn bytes(&self) -> Result<Vec<u8>> {
        self.many(|at| at as u8)
    }

    fn pairs(&self) -> Result<(Vec<u32>, Vec<u32>)> {
        let keys = self.many(|at| at as u32)?;
        let values = keys.iter().map(|key| key + 1).take(3);
        Ok((keys.clone(), values.collect()))
    }

    fn perhaps(&self) -> Result<Option<Vec<u32>>> {
        self.0.map(|_| self.many(|at| at as u32)).transpose()
    }

    fn objects(&self) -> Result<Vec<Option<IUnknown>>> {
        let own = |at: usize| at.is_multiple_of(2).then(|| slices(Some(at)).cast());
        self.many(own)?.into_iter().map(Option::transpose).collect()
    }

    fn counted(&self) -> Result<Vec<Bstr>> {
        let text = |at: usize| Bstr::new(&"a\0b"[..at.min(3)]);
        self.many(text)?.into_iter().collect()
    }

    fn texts(&self) -> Result<Vec<Option<WideString>>> {
        let text = |at: usize| WideString::new(&"text"[..at.min(4)]);
        self.many(|at| (at != 1).then(|| text(at)).transpose())?
            .into_iter()
            .map(|text| text.map_err(Into::into))
            .collect()
    }

    fn narrow(&self) -> Result<Vec<Option<CString>>> {
        self.many(|at| (at != 1).then(|| c"text".to_owned()))
    }

    fn check(&self, rg_items: &[u32]) -> Result<Vec<HRESULT>> {
        match self.0 {
            // One less than there has to be.
            Some(0) => Ok(vec![S_OK; rg_items.len() - 1]),
            _ => Ok(rg_items.iter().map(|item| HRESULT(*item as i32)).collect()),
        }
    }

    fn next(&self, c_items: i32) -> Result<Option<Vec<u32>>> {
        let items = |count: usize| vec![7; count.min(c_items as usize)];
        Ok(self.0.map(items))
    }

    fn rest(&self) -> (Vec<u32>, Option<SPOT>, Option<WideString>) {
        let spot = self.0.map(|at| SPOT { x: at as u32, y: 7 });
        let text = self.0.map(|_| "text".parse().unwrap());
        (vec![7; self.0.unwrap_or_default()], spot, text)
    }
}

fn slices(count: Option<usize>) -> ISlices {
    ISlices::new(Slices(count))
}

#[test]
fn values_are_the_callers() {
    let slices = slices(Some(3));
    let mut spots = slices.spots().unwrap();
    spots[2].x += 1;
    assert!(spots.iter().map(|spot| spot.x).eq([0, 1, 3]));
    let (keys, values) = slices.pairs().unwrap();
    assert_eq!((&*keys, &*values), (&[0, 1, 2][..], &[1, 2, 3][..]));
    assert_eq!(&*slices.perhaps().unwrap().unwrap(), [0, 1, 2]);
}

#[test]
fn none_is_not_missing_unless_the_idl_says_so() {
    assert!(slices(Some(0)).spots().unwrap().is_empty());
    assert!(slices(None).perhaps().unwrap().is_none());
    assert_eq!(code(slices(None).spots()), E_FAIL);
}

#[test]
fn elements_are_released_with_their_memory() {
    let slices = slices(Some(4));
    let objects = slices.objects().unwrap();
    let first: ISlices = objects[0].as_ref().unwrap().cast().unwrap();
    assert!(objects[1].is_none() && objects[2].is_some());
    drop(objects);
    assert!(first.spots().unwrap().is_empty(), "a reference of its own");
    let counted = slices.counted().unwrap();
    assert!(counted.iter().map(|text| text.len()).eq([0, 1, 2, 3]));
    assert_eq!(counted[3], "a\0b");
    let texts = slices.texts().unwrap();
    assert!(texts[0].as_ref().unwrap().is_empty() && texts[1].is_none());
    assert_eq!(&**texts[3].as_ref().unwrap(), "tex");
    let narrow = slices.narrow().unwrap();
    assert_eq!(narrow[0].as_deref(), Some(c"text"));
    assert!(narrow[1].is_none());
}

#[test]
fn another_allocator_frees_its_own() {
    let bytes = slices(Some(127)).bytes().unwrap();
    assert_eq!((bytes.len(), Counted::live()), (127, 1));
    drop(bytes);
    assert_eq!(Counted::live(), 0);
}

#[test]
fn what_is_too_much_for_its_count_is_freed() {
    assert_eq!(
        code(slices(Some(128)).bytes()),
        E_UNEXPECTED,
        "for a signed byte"
    );
    assert_eq!(Counted::live(), 0);
    assert_eq!(
        code(slices(Some(4)).pairs()),
        E_UNEXPECTED,
        "not of one length"
    );
}

#[test]
fn as_many_come_out_as_went_in() {
    let errors = slices(None).check(&[0, 1]).unwrap();
    assert_eq!(&*errors, [S_OK, S_FALSE]);
    assert!(slices(None).check(&[]).unwrap().is_empty());
    assert_eq!(code(slices(Some(0)).check(&[1])), E_UNEXPECTED);
    assert_eq!(&*slices(Some(2)).next(2).unwrap().unwrap(), [7, 7]);
    assert!(slices(None).next(2).unwrap().is_none());
    assert_eq!(code(slices(Some(1)).next(2)), E_UNEXPECTED);
}

#[test]
fn anything_but_an_array_may_be_missing_where_there_is_no_hresult() {
    let (numbers, spot, text) = slices(Some(2)).rest().unwrap();
    assert_eq!((&*numbers, spot.unwrap().x), (&[7, 7][..], 2));
    assert_eq!(&*text.unwrap(), "text");
    let (numbers, spot, text) = slices(None).rest().unwrap();
    assert!(numbers.is_empty() && spot.is_none() && text.is_none());
}

#[test]
fn places_are_cleared_unless_something_comes_out() {
    let (mut count, mut start) = (7, std::ptr::dangling_mut());
    // SAFETY: the places are there; NULL is what is tried. What comes out is taken over once.
    unsafe {
        assert_eq!(slices(None).Texts(&mut count, &mut start), E_FAIL);
        assert!(count == 0 && start.is_null());
        count = 7;
        assert_eq!(slices(Some(1)).Texts(&mut count, null_mut()), E_POINTER);
        assert_eq!(count, 0);
        assert_eq!(slices(Some(0)).Texts(&mut count, &mut start), S_OK);
        assert!(count == 0 && start.is_null());
        assert_eq!(slices(Some(2)).Texts(&mut count, &mut start), S_OK);
        assert!(count == 2 && start.add(1).read().is_null());
        let taken = CoTaskSlice::<Option<CoTaskText>>::from_raw(start.cast(), count).unwrap();
        assert!(taken[0].as_ref().unwrap().is_empty());
    }
}

/// An ISlices::Spots that hands out a count, and nothing beside it.
unsafe extern "system" fn boast(_: *mut c_void, count: *mut u32, _: *mut *mut SPOT) -> HRESULT {
    // SAFETY: the caller lends the place.
    unsafe { count.write(10) };
    S_OK
}

/// An ISlices::Spots that fails, and leaves rubbish.
unsafe extern "system" fn rubbish(
    _: *mut c_void,
    count: *mut u32,
    start: *mut *mut SPOT,
) -> HRESULT {
    // SAFETY: the caller lends the places.
    unsafe {
        count.write(10);
        start.write(7 as *mut SPOT);
    }
    E_ABORT
}

/// An ISlices::Perhaps that hands out a block, and a count that is none.
unsafe extern "system" fn negative(
    _: *mut c_void,
    count: *mut i32,
    start: *mut *mut u32,
) -> HRESULT {
    // SAFETY: the caller lends the places.
    unsafe {
        count.write(-1);
        start.write(CoTaskSlice::from_vec(vec![7]).unwrap().into_raw());
    }
    S_OK
}

#[test]
fn a_callee_whose_count_is_wrong_is_not_believed() {
    let honest = slices(None);
    let spots = |slices: &ISlices| code(slices.spots());
    assert_eq!(
        with_foreign(&honest, |it| it.Spots = boast, spots),
        E_POINTER
    );
    assert_eq!(
        with_foreign(&honest, |it| it.Spots = rubbish, spots),
        E_ABORT
    );
    let perhaps = |slices: &ISlices| code(slices.perhaps());
    let answer = with_foreign(&honest, |it| it.Perhaps = negative, perhaps);
    assert_eq!(answer, E_UNEXPECTED, "and the block is freed");
}
