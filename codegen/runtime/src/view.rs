//! Structs that hold pointers: raw ones are unsafe to touch, so each side of a call gets a Rust type in its place.

use crate::status;
use std::alloc::{Layout, dealloc};
use std::ptr::NonNull;
use windows_core::Result;

/// What the implementation of an interface sees of a struct that its caller passed in.
pub trait Incoming<'a>: Sized {
    /// The struct as the IDL has it.
    type Raw;

    /// Checks the struct and borrows it. An error is what the method answers, and the implementation is not called.
    ///
    /// # Safety
    ///
    /// `raw` points to a struct that keeps what the IDL says of its fields, and that stays where it is for `'a`, with
    /// everything that it points to. Nothing else uses it during that time. It is aligned as a pointer is: C++ on x86 has
    /// its variables where four bytes begin, whatever they are.
    unsafe fn from_raw(raw: NonNull<Self::Raw>) -> Result<Self>;
}

/// What the caller of an interface passes where a method takes a struct with pointers.
///
/// # Safety
///
/// [`Self::as_raw`] returns a pointer to a struct that keeps what the IDL says of its fields, valid for reads and writes
/// with everything that it points to until `self` is used again, moved or dropped.
pub unsafe trait Outgoing {
    /// The struct as the IDL has it.
    type Raw;

    /// The struct, ready for one call.
    fn as_raw(&mut self) -> *mut Self::Raw;
}

/// A safe struct of which a raw one can be made, with pointers to what the safe one borrows.
pub trait Lend {
    /// The struct as the IDL has it.
    type Raw;

    /// The raw struct. It may be used as long as `self` and `storage` are there. An array whose length does not fit its count is
    /// `E_INVALIDARG`.
    fn lend(&self, storage: &mut Storage) -> Result<Self::Raw>;
}

/// A safe struct that owns what a raw one points to: what comes out of a call.
pub trait Owned: Sized {
    /// The struct as the IDL has it.
    type Raw;

    /// Takes over what the raw struct points to. Where something is missing that has to be there, or a count makes no sense, all of
    /// it is freed, and the answer is an error.
    ///
    /// # Safety
    ///
    /// The struct keeps what the IDL says of its fields, and what it points to is given away, in task memory where it is no
    /// `BSTR` and no interface.
    unsafe fn from_raw(raw: Self::Raw) -> Result<Self>;

    /// Whether [`Self::into_raw`] can say how long its arrays are. A length that does not fit its count is `E_INVALIDARG`.
    fn check(&self) -> Result<()>;

    /// The raw struct, which gives away what it points to.
    fn into_raw(self) -> Self::Raw;
}

/// Where raw structs lie that other raw structs point to. It takes no memory as long as there are none.
#[derive(Default)]
pub struct Storage(Vec<(NonNull<u8>, Layout)>);

impl Storage {
    /// With nothing in it.
    #[inline]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Makes a raw struct, and a pointer to it; NULL for `None`.
    pub fn pointer<T: Lend>(&mut self, record: Option<&T>) -> Result<*mut T::Raw> {
        match record {
            Some(record) => self.array(std::slice::from_ref(record)),
            None => Ok(std::ptr::null_mut()),
        }
    }

    /// Makes raw structs, and a pointer to the first of them; NULL where there are none.
    pub fn array<T: Lend>(&mut self, records: &[T]) -> Result<*mut T::Raw> {
        let mut raw = Vec::with_capacity(records.len());
        for record in records {
            raw.push(record.lend(self)?);
        }
        Ok(self.keep(raw))
    }

    fn keep<T>(&mut self, values: Vec<T>) -> *mut T {
        const { assert!(!std::mem::needs_drop::<T>(), "nothing here is ever dropped") };
        if values.is_empty() {
            return std::ptr::null_mut();
        }
        let block = Box::leak(values.into_boxed_slice());
        let layout = Layout::for_value(block);
        let start = NonNull::from(block).cast::<T>();
        if layout.size() != 0 {
            self.0.push((start.cast(), layout));
        }
        start.as_ptr()
    }
}

impl Drop for Storage {
    fn drop(&mut self) {
        for (block, layout) in self.0.drain(..) {
            // SAFETY: it was the block of a box of that layout, and what pointed to it may be used no more.
            unsafe { dealloc(block.as_ptr(), layout) }
        }
    }
}

/// The struct behind a pointer; `None` for NULL.
///
/// # Safety
///
/// `raw` is NULL, or as [`Incoming::from_raw`] has it.
pub unsafe fn pointer<'a, T: Incoming<'a>>(raw: *const T::Raw) -> Result<Option<T>> {
    let raw = NonNull::new(raw.cast_mut());
    // SAFETY: the caller promises it.
    raw.map(|raw| unsafe { T::from_raw(raw) }).transpose()
}

/// The struct behind a pointer; NULL is `E_POINTER`.
///
/// # Safety
///
/// `raw` is NULL, or as [`Incoming::from_raw`] has it.
pub unsafe fn reference<'a, T: Incoming<'a>>(raw: *const T::Raw) -> Result<T> {
    // SAFETY: passed on to the caller.
    unsafe { pointer(raw) }?.ok_or_else(status::null)
}

/// The structs that a caller passed as a pointer and a count, as [`crate::array::from_raw`] has it.
///
/// # Safety
///
/// `start` is NULL, or points to `count` structs, each as [`Incoming::from_raw`] has it.
pub unsafe fn array<'a, T: Incoming<'a>>(
    start: *const T::Raw,
    count: impl TryInto<usize>,
) -> Result<Vec<T>> {
    let len = crate::array::len(start, count)?;
    // SAFETY: passed on to the caller; len() has found that there are so many, if there is a pointer.
    let record = |at| unsafe { reference(start.add(at)) };
    (0..len).map(record).collect()
}
