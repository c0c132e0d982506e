//! The hook is told of each panic that ends in a COM method, and of the method's name. It is one for the whole process, so this is a
//! test executable of its own, with one test.

#[macro_use]
mod golden;

golden!("../../src/rust/golden/variants");

use midl_runtime::status::E_UNEXPECTED;
use midl_runtime::{Bstr, Variant, panics};
use raw::IVariants;
use std::panic::panic_any;
use std::ptr::null_mut;
use std::sync::Mutex;
use windows_core::Result;

/// Panics wherever it can.
struct Panics;

impl Drop for Panics {
    fn drop(&mut self) {
        panic!("when dropped");
    }
}

impl implement::IVariants for Panics {
    fn put(&self, _: &Variant) -> Result<()> {
        panic!("a literal");
    }

    fn put_each(&self, _: &Variant, _: &Variant, _: Option<&Variant>) -> Result<()> {
        panic!("{} parts", 2);
    }

    fn get(&self) -> Result<Variant> {
        panic_any(7);
    }

    fn change(&self, _: &mut Variant) -> Result<()> {
        panic!("in the hook, too");
    }

    fn exchange(&self, _: Option<&mut Variant>) -> Result<u32> {
        Ok(0)
    }

    fn describe(&self, _: &Variant, _: i32) -> Result<(Bstr, Variant)> {
        panic!("several results");
    }

    fn kind(&self, _: &Variant, _: Option<&Variant>) -> u32 {
        panic!("no HRESULT");
    }

    fn invert(&self, _: bool) -> Result<bool> {
        panic!("no hook");
    }

    fn kind_of(&self, _: &Variant) -> u32 {
        panic!("no HRESULT, and a pointer");
    }

    fn turn(&self, _: &mut Variant) -> (u32, Variant) {
        panic!("no HRESULT, and a result");
    }

    unsafe fn put_many(&self, _: u32, _: *mut raw::VARIANT) -> Result<()> {
        panic!("a raw method");
    }
}

static TOLD: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn told() -> Vec<String> {
    std::mem::take(&mut TOLD.lock().unwrap())
}

#[test]
fn the_hook_is_told_of_each_panic() {
    panics::set_hook(|panic| {
        let message = panic.message.unwrap_or("no text");
        TOLD.lock()
            .unwrap()
            .push(format!("{}: {message}", panic.method));
        assert_ne!(message, "in the hook, too");
    });
    let object = IVariants::new(Panics);
    let mut value = Variant::empty();
    let unexpected = || Err(E_UNEXPECTED.into());
    assert_eq!(object.put(&value), unexpected());
    assert_eq!(object.put_each(&value, &value, None), unexpected());
    assert!(object.get().is_err());
    assert_eq!(object.change(&mut value), unexpected());
    assert!(object.describe(&value, 0).is_err());
    assert_eq!((object.kind(&value, None), object.kind_of(&value)), (0, 0));
    assert_eq!(object.turn(&mut value), Ok((0, Variant::empty())));
    // SAFETY: it follows no pointer.
    assert_eq!(unsafe { object.PutMany(0, null_mut()) }, E_UNEXPECTED);
    assert_eq!(object.exchange(None), Ok(0), "and no panic");
    panics::remove_hook();
    assert!(object.invert(true).is_err());
    panics::set_hook(|panic| TOLD.lock().unwrap().push(panic.method.into()));
    drop(object);
    assert_eq!(
        told(),
        [
            "IVariants::Put: a literal",
            "IVariants::PutEach: 2 parts",
            "IVariants::Get: no text",
            "IVariants::Change: in the hook, too",
            "IVariants::Describe: several results",
            "IVariants::Kind: no HRESULT",
            "IVariants::KindOf: no HRESULT, and a pointer",
            "IVariants::Turn: no HRESULT, and a result",
            "IVariants::PutMany: a raw method",
            "IUnknown::Release",
        ]
    );
}
