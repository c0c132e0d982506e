//! Outlook's MAPI for Rust: safe calls and safe implementations of its COM interfaces.
//!
//! The interfaces are generated from the IDL in the package's `idl` folder. For each there is:
//!
//! - a type, such as [`IMAPISyncProgressCallback`], with a safe method in `snake_case` for each of its methods,
//!   beside the raw `unsafe` one in `CamelCase`;
//! - a trait of the same name in [`implement`], for those who implement it, and `new`, which turns a value that
//!   has the trait into the interface.
//!
//! What no generator can know is written by hand: [`sync`] for the background synchronisation of a message store.
//!
//! # Calling
//!
//! ```
//! #![forbid(unsafe_code)]
//! use mapi_bindings::{E_FAIL, IMAPISyncProgressCallback, Result, S_OK, WideString};
//!
//! fn report(callback: &IMAPISyncProgressCallback, wide: WideString) -> Result<()> {
//!     callback.progress("Downloading headers", 3, 10)?;
//!     callback.progress(None, 4, 10)?;
//!     callback.progress(&wide, 5, 10)?;
//!     callback.error(E_FAIL, "server said no")?;
//!     callback.done(None, S_OK)
//! }
//! ```
//!
//! # Implementing
//!
//! A message store that Outlook can synchronise, and a host that plays Outlook's part:
//!
//! ```
//! #![forbid(unsafe_code)]
//! use mapi_bindings::sync::{SyncFlags, SyncOutcome, SyncParameters, SyncRequest};
//! use mapi_bindings::{HRESULT, IMAPISync, OwnedHandle, Result, S_OK, WideStr, implement};
//!
//! struct Store;
//!
//! impl implement::IMAPISync for Store {
//!     fn synchronize_in_background(&self, request: SyncRequest<'_>) -> Result<()> {
//!         request.spawn(|outlook| {
//!             outlook.progress("Downloading headers", 1, 2)?;
//!             outlook.progress(None, 2, 2)
//!         })
//!     }
//! }
//!
//! struct Dialog;
//!
//! impl implement::IMAPISyncProgressCallback for Dialog {
//!     fn progress(&self, text: Option<&WideStr>, index: u32, max: u32) -> Result<()> {
//!         println!("{index} of {max} {}", text.map(WideStr::to_string).unwrap_or_default());
//!         Ok(())
//!     }
//!     fn error(&self, code: HRESULT, text: &WideStr) -> Result<()> {
//!         println!("{text} ({code})");
//!         Ok(())
//!     }
//!     fn done(&self, _: Option<OwnedHandle>, result: HRESULT) -> Result<()> {
//!         println!("over: {result}");
//!         Ok(())
//!     }
//! }
//!
//! # fn main() -> Result<()> {
//! let store = IMAPISync::new(Store);
//! let pending = store.start(SyncParameters::new(SyncFlags::DOWNLOAD_CONTENTS, Dialog))?;
//! assert_eq!(pending.wait(None)?, Some(SyncOutcome::Reported(S_OK)));
//! # Ok(())
//! # }
//! ```

#[rustfmt::skip]
mod generated;
pub mod sync;

pub use generated::*;
pub use midl_runtime::status::{
    E_ABORT, E_ACCESSDENIED, E_FAIL, E_HANDLE, E_INVALIDARG, E_NOINTERFACE, E_NOTIMPL,
    E_OUTOFMEMORY, E_POINTER, E_UNEXPECTED, S_FALSE, S_OK,
};
pub use midl_runtime::{
    self, AsHandle, BorrowedHandle, Event, OptionalText, OwnedHandle, Success, Text, WideStr,
    WideString,
};
pub use windows_core::{self, Error, HRESULT, Interface, Result};
