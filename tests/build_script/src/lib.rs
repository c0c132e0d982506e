//! Bindings that a build script made, used from safe code.
#![forbid(unsafe_op_in_unsafe_fn)]

mod hello {
    #![allow(missing_docs, reason = "the test shows that it compiles and works")]
    include!(concat!(env!("OUT_DIR"), "/mod.rs"));
}

pub use hello::*;

/// An interface that names types of Windows which no file here defines.
pub mod streams {
    #![allow(missing_docs, reason = "the test shows that it compiles")]
    include!(concat!(env!("OUT_DIR"), "/streams/mod.rs"));
}

/// The README's examples, compiled: here, because this package is built with the whole workspace.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
pub struct Readme;

#[cfg(test)]
mod instructions;

#[cfg(test)]
mod tests {
    use super::{IHello, implement};
    use midl_runtime::WideStr;
    use std::sync::{Arc, Mutex};
    use windows_core::Result;

    type Call = (Option<String>, u32);

    #[derive(Default)]
    struct Greeter(Arc<Mutex<Vec<Call>>>);

    impl implement::IHello for Greeter {
        fn greet(&self, name: Option<&WideStr>, times: u32) -> Result<()> {
            let name = name.map(|name| name.to_string());
            self.0.lock().unwrap().push((name, times));
            Ok(())
        }

        fn leave(&self, reason: u32, waving: bool) -> Result<()> {
            self.0
                .lock()
                .unwrap()
                .push((None, reason * u32::from(waving)));
            Ok(())
        }
    }

    #[test]
    fn types_of_windows_have_their_slots_and_iids() {
        use super::streams::raw::{IArchive_Vtbl, ISequentialStream_Vtbl, IStream, IStream_Vtbl};
        use std::mem::offset_of;
        use windows_core::Interface;
        let slot = size_of::<usize>();
        assert_eq!(offset_of!(ISequentialStream_Vtbl, Read), 3 * slot);
        assert_eq!(offset_of!(ISequentialStream_Vtbl, Write), 4 * slot);
        assert_eq!(offset_of!(IStream_Vtbl, Seek), 5 * slot);
        assert_eq!(offset_of!(IStream_Vtbl, Clone), 13 * slot);
        assert_eq!(offset_of!(IArchive_Vtbl, Describe), 8 * slot);
        assert_eq!(
            IStream::IID.to_u128(),
            0x0000000c_0000_0000_c000_000000000046
        );
    }

    #[test]
    fn what_is_called_arrives() -> Result<()> {
        let greeter = Greeter::default();
        let greeted = greeter.0.clone();
        let hello = IHello::new(greeter);
        hello.greet("Ada", 1)?;
        hello.greet(None, 2)?;
        hello.leave(3, true)?;
        assert_eq!(
            *greeted.lock().unwrap(),
            [(Some("Ada".to_owned()), 1), (None, 2), (None, 3)]
        );
        Ok(())
    }
}
