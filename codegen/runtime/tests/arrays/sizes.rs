//! How long arrays are.

use crate::raw::{COLOR, GREEN, ISizes, POINT, RED};
use crate::{code, implement};
use midl_runtime::status::{E_FAIL, E_INVALIDARG, E_POINTER, S_OK, error};
use std::cell::Cell;
use std::ptr::{null, null_mut};
use windows_core::{BOOL, Result};

struct Sizes;

thread_local! {
    /// How often [`Sizes::clear`](implement::ISizes::clear) has run.
    static CLEARED: Cell<u32> = const { Cell::new(0) };
}

impl implement::ISizes for Sizes {
    fn optional(&self, rgul: Option<&[u32]>) -> Result<u32> {
        Ok(rgul.map_or(99, |numbers| numbers.iter().sum()))
    }

    fn some_optional(
        &self,
        rgul: &[u32],
        rgpt: Option<&[POINT]>,
        changed: Option<&mut [u32]>,
    ) -> Result<()> {
        assert!(rgpt.is_none_or(|points| points.len() == rgul.len()));
        if let Some(changed) = changed {
            changed.copy_from_slice(rgul);
        }
        Ok(())
    }

    fn twice(&self, c: u32, rgul: &[u32]) -> Result<u32> {
        assert_eq!(rgul.len(), 2 * c as usize);
        Ok(rgul.iter().sum())
    }

    fn both(&self, pb: &[u8], half: &mut [u8]) -> Result<()> {
        assert_eq!(half.len(), pb.len().div_ceil(2));
        half.fill(1);
        Ok(())
    }

    fn area(&self, cx: i32, cy: i32, pb: Option<&[u8]>) -> Result<()> {
        let len = (cx * cy) as usize;
        match pb.is_none_or(|bytes| bytes.len() == len) {
            true => Ok(()),
            false => Err(error(E_FAIL)),
        }
    }

    fn last_index(&self, last: u32, rgul: &[u32]) -> Result<()> {
        assert_eq!(rgul[last as usize], 7);
        Ok(())
    }

    fn behind(&self, rgul: &[u32]) -> Result<()> {
        assert_eq!(rgul, [1, 2]);
        Ok(())
    }

    fn in_place(&self, color: &[f32; 4], corners: &mut [POINT; 2]) -> Result<[u32; 3]> {
        assert_eq!(color[3], 0.5);
        corners.swap(0, 1);
        Ok([1, 2, 3])
    }

    fn constant(&self, hash: &[u8; 20]) -> Result<[u8; 16]> {
        Ok([hash[19]; 16])
    }

    fn colors(&self, rgcolor: &[COLOR], rgf: &[BOOL]) -> Result<()> {
        assert_eq!((rgcolor, rgf), (&[RED, GREEN][..], &[BOOL(1), BOOL(0)][..]));
        Ok(())
    }

    fn clear(&self, color: &[f32; 4], rgpt: Option<&[POINT]>) {
        CLEARED.set(CLEARED.get() + 1);
        assert_eq!((color[0], rgpt.map(<[_]>::len)), (1.0, Some(2)));
    }

    fn wide(&self, c: u32, rgul: &[u32], d: i32) -> Result<()> {
        assert_eq!(i64::from(c) - i64::from(d), rgul.len() as i64);
        Ok(())
    }
}

fn sizes() -> ISizes {
    ISizes::new(Sizes)
}

#[test]
fn what_is_missing_is_not_empty() {
    let sizes = sizes();
    assert_eq!(sizes.optional(Some(&[1, 2])), Ok(3));
    assert_eq!(sizes.optional(Some(&[])), Ok(0));
    assert_eq!(sizes.optional(None), Ok(99));
    let mut changed = [0; 2];
    assert_eq!(
        sizes.some_optional(&[1, 2], None, Some(&mut changed)),
        Ok(())
    );
    assert_eq!(changed, [1, 2]);
    let points = [POINT::default(); 2];
    assert_eq!(sizes.some_optional(&[1, 2], Some(&points), None), Ok(()));
    let uneven = sizes.some_optional(&[1], Some(&points), None);
    assert_eq!(code(uneven), Some(E_INVALIDARG));
}

#[test]
fn a_size_is_what_the_expression_says() {
    let sizes = sizes();
    assert_eq!(sizes.twice(2, &[1, 2, 3, 4]), Ok(10));
    assert_eq!(code(sizes.twice(2, &[1, 2, 3])), Some(E_INVALIDARG));
    assert_eq!(code(sizes.twice(0x8000_0001, &[1, 2])), Some(E_INVALIDARG));
    let mut half = [0; 2];
    assert_eq!(sizes.both(&[1, 2, 3], &mut half), Ok(()));
    assert_eq!(half, [1, 1]);
    assert_eq!(code(sizes.both(&[1], &mut half)), Some(E_INVALIDARG));
    assert_eq!(sizes.area(2, 3, Some(&[0; 6])), Ok(()));
    assert_eq!(sizes.area(2, 3, None), Ok(()));
    assert_eq!(code(sizes.area(-2, -3, Some(&[0; 6]))), Some(E_INVALIDARG));
    assert_eq!(sizes.last_index(2, &[5, 6, 7]), Ok(()));
    assert_eq!(code(sizes.last_index(2, &[5, 6])), Some(E_INVALIDARG));
    assert_eq!(sizes.wide(3, &[0], 2), Ok(()));
    assert_eq!(code(sizes.wide(1, &[0], 2)), Some(E_INVALIDARG));
    assert_eq!(sizes.behind(&[1, 2]), Ok(()));
}

#[test]
fn a_length_that_never_changes_is_part_of_the_type() {
    let sizes = sizes();
    let mut corners = [POINT { x: 1, y: 0 }, POINT { x: 2, y: 0 }];
    let found = sizes.in_place(&[1.0, 0.0, 0.0, 0.5], &mut corners);
    assert_eq!((found, corners[0].x), (Ok([1, 2, 3]), 2));
    let mut hash = [0; 20];
    hash[19] = 9;
    assert_eq!(sizes.constant(&hash), Ok([9; 16]));
    sizes
        .colors(&[RED, GREEN], &[true.into(), false.into()])
        .unwrap();
}

#[test]
fn what_breaks_the_contract_is_refused_unread() {
    let sizes = sizes();
    let (numbers, mut sum) = ([1_u32, 2], 7);
    // SAFETY: what is wrong is what is tried; it is refused before anything is read.
    unsafe {
        assert_eq!(sizes.Optional(3, null(), &mut sum), S_OK);
        assert_eq!(sum, 99, "NULL means that there is none, whatever the count");
        // In C, the size is computed as 32 bits: 2.
        assert_eq!(
            sizes.Twice(0x8000_0001, numbers.as_ptr(), &mut sum),
            E_INVALIDARG
        );
        assert_eq!(sizes.Wide(1, numbers.as_ptr(), 2), E_INVALIDARG);
        assert_eq!(sizes.Area(-1, 1, numbers.as_ptr().cast()), E_INVALIDARG);
        assert_eq!(sizes.Twice(1, null(), &mut sum), E_POINTER);
        assert_eq!(sizes.Behind(null_mut(), numbers.as_ptr()), E_POINTER);
        assert_eq!(sizes.InPlace(null(), null_mut(), null_mut()), E_POINTER);
        assert_eq!(sizes.Constant(null(), null_mut()), E_POINTER);
        let mut key = [7_u8; 16];
        assert_eq!(sizes.Constant(null(), key.as_mut_ptr()), E_POINTER);
        assert_eq!(key, [0; 16]);
    }
}

#[test]
fn without_a_status_nothing_is_called_with_bad_pointers() {
    let sizes = sizes();
    let points = [POINT::default(); 2];
    CLEARED.set(0);
    assert_eq!(sizes.clear(&[1.0; 4], Some(&points)), Ok(()));
    assert_eq!(CLEARED.get(), 1);
    // SAFETY: NULL is what is tried.
    unsafe { sizes.Clear(null(), 2, points.as_ptr()) };
    assert_eq!(CLEARED.get(), 1);
}
