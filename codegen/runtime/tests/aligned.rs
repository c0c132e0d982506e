//! Data of 64 bits, called as C++ would: on x86 where four bytes begin and eight do not, too.

#[macro_use]
mod golden;

golden!("../../src/rust/golden/aligned", records);

use midl_runtime::status::{E_INVALIDARG, E_POINTER, S_OK};
use raw::{IAligned, PIXEL, SPAN};
use records::SERIES;
use std::borrow::Cow;
use std::ptr::{null, null_mut};
use windows_core::{Interface, Result};

struct Aligned;

/// Fails where no such reference may be: code may be compiled as if all of them were aligned, so the address is hidden from it.
fn check<T>(data: &[T]) {
    assert!(std::hint::black_box(data.as_ptr()).is_aligned());
}

fn check_one<T>(data: &T) {
    check(std::slice::from_ref(data));
}

impl implement::IAligned for Aligned {
    fn measure(&self, span: &SPAN, scale: Option<&f64>) -> Result<f64> {
        check_one(span);
        scale.into_iter().for_each(check_one);
        Ok(span.length * scale.unwrap_or(&1.0))
    }

    fn shift(&self, span: &mut SPAN, by: Option<&mut i64>) -> Result<()> {
        check_one(span);
        if let Some(by) = by {
            check_one(by);
            span.from += *by;
            *by = -*by;
        }
        Ok(())
    }

    fn corners(&self, corners: &[f64; 4]) -> Result<f64> {
        check_one(corners);
        Ok(corners.iter().sum())
    }

    fn sum(&self, numbers: &[i64]) -> Result<i64> {
        check(numbers);
        Ok(numbers.iter().sum())
    }

    fn perhaps(&self, numbers: Option<&[i64]>, spans: Option<&mut [SPAN]>) -> Result<()> {
        numbers.into_iter().for_each(check);
        for span in spans.into_iter().flatten() {
            check_one(span);
            span.from = numbers.into_iter().flatten().sum();
        }
        Ok(())
    }

    fn double(&self, numbers: &mut [i64]) -> Result<()> {
        check(numbers);
        numbers.iter_mut().for_each(|number| *number *= 2);
        Ok(())
    }

    fn fill(&self, numbers: &mut [i64]) -> Result<usize> {
        check(numbers);
        assert!(numbers.iter().all(|number| *number == 0));
        if let [first, second, ..] = numbers {
            (*first, *second) = (7, 8);
            return Ok(2);
        }
        Err(E_INVALIDARG.into())
    }

    fn series(&self, series: &SERIES<'_>) -> Result<f64> {
        check(&series.times);
        check_one(&*series.span);
        series.scale.as_deref().into_iter().for_each(check_one);
        let times: i64 = series.times.iter().sum();
        let scale = series.scale.as_deref().unwrap_or(&1.0);
        Ok((times as f64 + series.span.length) * scale)
    }

    fn longest(&self, spans: &[SPAN]) -> SPAN {
        check(spans);
        let longest = spans.iter().max_by(|a, b| a.length.total_cmp(&b.length));
        longest.copied().unwrap_or_default()
    }

    fn in_place(&self, pixel: &PIXEL, other: &mut PIXEL, pixels: &[PIXEL]) -> Result<()> {
        *other = *pixel;
        assert!(std::ptr::eq(pixel, &pixels[0]));
        Ok(())
    }
}

fn aligned() -> IAligned {
    IAligned::new(Aligned)
}

/// Where a caller may have such data: on x86 in between, too.
const OFFSETS: &[usize] = match cfg!(target_arch = "x86") {
    true => &[0, 4],
    false => &[0],
};

/// Data at an offset from where eight bytes begin.
struct Place<T> {
    memory: Vec<u64>,
    offset: usize,
    data: std::marker::PhantomData<T>,
}

impl<T: Copy> Place<T> {
    fn new(offset: usize, data: T) -> Self {
        let len = size_of::<T>() / 8 + 1;
        let mut place = Self {
            memory: vec![u64::MAX; len],
            offset,
            data: std::marker::PhantomData,
        };
        // Elsewhere than on Windows, x86 aligns no type to more.
        #[cfg(windows)]
        assert_eq!(place.at().is_aligned(), offset == 0);
        // SAFETY: there is room for it.
        unsafe { place.at().write_unaligned(data) };
        place
    }

    fn at(&mut self) -> *mut T {
        let start = self.memory.as_mut_ptr().cast::<u8>();
        start.wrapping_add(self.offset).cast()
    }

    fn get(&mut self) -> T {
        // SAFETY: it was written there.
        unsafe { self.at().read_unaligned() }
    }
}

impl<T: Copy, const N: usize> Place<[T; N]> {
    fn first(&mut self) -> *mut T {
        self.at().cast()
    }
}

const SPANS: [SPAN; 2] = [
    SPAN {
        from: 1,
        length: 2.5,
    },
    SPAN {
        from: 3,
        length: 4.5,
    },
];

#[test]
fn one_is_lent() {
    let object = aligned();
    for offset in OFFSETS {
        let mut span = Place::new(*offset, SPANS[0]);
        let (mut scale, mut length) = (Place::new(*offset, 2.0), Place::new(*offset, 7.0));
        let mut corners = Place::new(*offset, [1.0, 2.0, 3.0, 4.0]);
        // SAFETY: the data is there, and NULL is allowed where it is passed.
        unsafe {
            assert_eq!(object.Measure(span.at(), scale.at(), length.at()), S_OK);
            assert_eq!(length.get(), 5.0);
            assert_eq!(object.Measure(span.at(), null(), length.at()), S_OK);
            assert_eq!(length.get(), 2.5);
            assert_eq!(object.Measure(null(), null(), length.at()), E_POINTER);
            assert_eq!(object.Corners(corners.first(), length.at()), S_OK);
        }
        assert_eq!(length.get(), 10.0);
    }
}

#[test]
fn one_is_changed() {
    let object = aligned();
    for offset in OFFSETS {
        let (mut span, mut by) = (Place::new(*offset, SPANS[0]), Place::new(*offset, 6));
        // SAFETY: the data is there, and NULL is allowed where it is passed.
        unsafe {
            assert_eq!(object.Shift(span.at(), by.at()), S_OK);
            assert_eq!(object.Shift(span.at(), null_mut()), S_OK);
            assert_eq!(object.Shift(null_mut(), by.at()), E_POINTER);
        }
        assert_eq!((span.get().from, span.get().length, by.get()), (7, 2.5, -6));
    }
}

#[test]
fn many_are_lent() {
    let object = aligned();
    for offset in OFFSETS {
        let (mut numbers, mut sum) = (Place::new(*offset, [1, 2, 4]), Place::new(*offset, 0));
        let mut spans = Place::new(*offset, SPANS);
        // SAFETY: the data is there, and none is NULL.
        unsafe {
            assert_eq!(object.Sum(numbers.first(), 3, sum.at()), S_OK);
            assert_eq!(sum.get(), 7);
            assert_eq!(object.Sum(null(), 0, sum.at()), S_OK);
            assert_eq!(sum.get(), 0);
            assert_eq!(object.Sum(null(), 1, sum.at()), E_POINTER);
            let slot = object.vtable().Longest;
            let mut longest = Place::new(*offset, SPAN::default());
            let returned = slot(object.as_raw(), longest.at(), 2, spans.first());
            assert_eq!(returned, longest.at());
            assert_eq!((longest.get().from, longest.get().length), (3, 4.5));
        }
    }
}

#[test]
fn many_are_changed() {
    let object = aligned();
    for offset in OFFSETS {
        let (mut numbers, mut count) = (Place::new(*offset, [1, 2, 4]), Place::new(*offset, 2));
        let mut spans = Place::new(*offset, SPANS);
        // SAFETY: the data is there, and NULL is allowed where it is passed.
        unsafe {
            assert_eq!(object.Double(2, numbers.first()), S_OK);
            assert_eq!(numbers.get(), [2, 4, 4]);
            assert_eq!(
                object.Perhaps(numbers.first(), spans.first(), count.at()),
                S_OK
            );
            assert_eq!(object.Perhaps(null(), null_mut(), count.at()), S_OK);
            assert_eq!(object.Perhaps(null(), null_mut(), null_mut()), E_POINTER);
        }
        assert_eq!(spans.get().map(|span| span.from), [6, 6]);
        assert_eq!(spans.get().map(|span| span.length), [2.5, 4.5]);
    }
}

#[test]
fn a_buffer_is_filled() {
    let object = aligned();
    for offset in OFFSETS {
        let (mut numbers, mut filled) = (Place::new(*offset, [9, 9, 9, 9]), 0);
        // SAFETY: the buffer is there.
        unsafe {
            assert_eq!(object.Fill(3, numbers.first(), &mut filled), S_OK);
            assert_eq!((filled, numbers.get()), (2, [7, 8, 0, 9]));
            assert_eq!(object.Fill(1, numbers.first(), &mut filled), E_INVALIDARG);
        }
        assert_eq!((filled, numbers.get()), (0, [0, 8, 0, 9]));
    }
}

#[test]
fn what_a_struct_points_to_is_lent() {
    let object = aligned();
    for offset in OFFSETS {
        let (mut times, mut span) = (Place::new(*offset, [1, 2]), Place::new(*offset, SPANS[0]));
        let (mut scale, mut sum) = (Place::new(*offset, 2.0), Place::new(*offset, 0.0));
        let mut series = raw::SERIES {
            count: 2,
            times: times.first(),
            span: span.at(),
            scale: scale.at(),
        };
        // SAFETY: the struct is there with what it points to; NULL is refused or allowed where it is passed.
        unsafe {
            assert_eq!(object.Series(&series, sum.at()), S_OK);
            assert_eq!(sum.get(), 11.0);
            series.scale = null_mut();
            assert_eq!(object.Series(&series, sum.at()), S_OK);
            assert_eq!(sum.get(), 5.5);
            series.span = null_mut();
            assert_eq!(object.Series(&series, sum.at()), E_POINTER);
        }
    }
}

#[test]
fn callers_in_rust_see_nothing_of_it() -> Result<()> {
    let (object, mut spans, mut by) = (aligned(), SPANS, 6);
    assert_eq!(object.measure(&spans[0], Some(&2.0)), Ok(5.0));
    object.shift(&mut spans[0], Some(&mut by))?;
    assert_eq!((spans[0].from, by), (7, -6));
    assert_eq!(object.corners(&[1.0, 2.0, 3.0, 4.0]), Ok(10.0));
    assert_eq!(object.sum(&[1, 2, 4]), Ok(7));
    object.perhaps(Some(&[1, 2]), Some(&mut spans))?;
    assert_eq!(spans.map(|span| span.from), [3, 3]);
    let mut numbers = [1, 2, 4];
    object.double(&mut numbers)?;
    assert_eq!(numbers, [2, 4, 8]);
    assert_eq!((object.fill(&mut numbers), numbers), (Ok(2), [7, 8, 0]));
    let series = SERIES {
        times: Cow::Borrowed(&[1, 2]),
        span: Cow::Borrowed(&SPANS[0]),
        scale: Some(Cow::Owned(2.0)),
    };
    assert_eq!(object.series(&series), Ok(11.0));
    assert_eq!(object.longest(&SPANS)?.from, 3);
    let (pixels, mut other) = ([PIXEL { x: 1, y: 2 }], PIXEL::default());
    object.in_place(&pixels[0], &mut other, &pixels)?;
    assert_eq!(other, pixels[0]);
    Ok(())
}
