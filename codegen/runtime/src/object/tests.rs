use super::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use windows_core::{IInspectable, interface};

#[interface("6b1f8a1e-9b0c-4c7c-8d39-51f27e0b8a01")]
unsafe trait INumber: IUnknown {
    fn value(&self) -> u32;
}

trait Number: Send + Sync + 'static {
    fn number(&self) -> u32;
}

impl<O> INumber_Impl for O
where
    O: IUnknownImpl,
    O::Impl: Number,
{
    unsafe fn value(&self) -> u32 {
        self.get_impl().number()
    }
}

// SAFETY: the vtable is windows-core's own for this object, whose interface pointer is at its start.
unsafe impl<T: Number> Implement<T> for INumber {
    const VTABLE: &'static INumber_Vtbl = &INumber_Vtbl::new::<Object<Self, T>, 0>();

    fn answers(iid: &GUID) -> bool {
        INumber_Vtbl::matches(iid)
    }
}

/// Counts how often it is dropped, and panics then if told to.
struct Counted {
    drops: Arc<AtomicU32>,
    panics: bool,
}

impl Number for Counted {
    fn number(&self) -> u32 {
        7
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.drops.fetch_add(1, Ordering::Relaxed);
        assert!(!self.panics, "on purpose");
    }
}

fn counted(panics: bool) -> (INumber, Arc<AtomicU32>) {
    let drops = Arc::default();
    let value = Counted {
        drops: Arc::clone(&drops),
        panics,
    };
    (Object::<INumber, _>::create(value), drops)
}

#[test]
fn calls_reach_the_value_and_the_last_release_drops_it() {
    let (number, drops) = counted(false);
    // SAFETY: the method asks nothing of its caller.
    assert_eq!(unsafe { number.value() }, 7);
    let unknown: IUnknown = number.cast().unwrap();
    drop(number);
    assert_eq!(drops.load(Ordering::Relaxed), 0);
    drop(unknown);
    assert_eq!(drops.load(Ordering::Relaxed), 1);
}

#[test]
fn queries_keep_coms_rules() {
    let (number, _) = counted(false);
    let unknown: IUnknown = number.cast().unwrap();
    assert_eq!(unknown, unknown.cast::<INumber>().unwrap().cast().unwrap());
    assert_eq!(
        number.cast::<IInspectable>().unwrap_err().code(),
        E_NOINTERFACE
    );

    let mut place = NonNull::dangling().as_ptr();
    // SAFETY: the IID and the place are there.
    let code = unsafe { number.query(&IInspectable::IID, &mut place) };
    assert_eq!(code, E_NOINTERFACE);
    assert!(place.is_null());
    // SAFETY: NULL arguments are answered with a code.
    let code = unsafe { number.query(std::ptr::null(), std::ptr::null_mut()) };
    assert_eq!(code, E_POINTER);
}

#[test]
fn weak_references_see_the_end() {
    let (number, drops) = counted(false);
    let weak = number.downgrade().unwrap();
    assert_eq!(weak.upgrade().as_ref(), Some(&number));
    drop(number);
    assert_eq!(drops.load(Ordering::Relaxed), 1);
    assert!(weak.upgrade().is_none());
}

#[test]
fn a_panic_in_drop_stays_inside() {
    let (number, drops) = counted(true);
    drop(number);
    assert_eq!(drops.load(Ordering::Relaxed), 1);
}

#[test]
fn any_thread_may_release() {
    let (number, drops) = counted(false);
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let raw = number.clone().into_raw() as usize;
            thread::spawn(move || {
                // SAFETY: the pointer carries a reference, and the object is agile.
                let number = unsafe { INumber::from_raw(raw as *mut c_void) };
                for _ in 0..1000 {
                    drop(number.clone());
                }
            })
        })
        .collect();
    drop(number);
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(drops.load(Ordering::Relaxed), 1);
}
