//! Background synchronisation of a message store: what no generator can know about it.
//!
//! The protocol has two sides. The *host* (Outlook) queries a store object for [`IMAPISync`](crate::IMAPISync) and
//! calls `SynchronizeInBackground`. The *provider* starts a thread, hands out an event, and returns; from its thread
//! it reports through [`IMAPISyncProgressCallback`](crate::IMAPISyncProgressCallback), ends with `Done`, and signals
//! the event as its last act. `Done` carries the event back, and the host closes it.
//!
//! - A provider implements [`implement::IMAPISync`](crate::implement::IMAPISync) and gets a [`SyncRequest`]. Its
//!   [`spawn`](SyncRequest::spawn) starts a thread that keeps the protocol; [`accept`](SyncRequest::accept) gives
//!   the same promises to a thread that the provider already has, as a [`SyncReporter`].
//! - A host describes what it wants with [`SyncParameters`], and
//!   [`IMAPISync::start`](crate::IMAPISync::start) gives it a [`PendingSync`] to wait for.

mod ending;
mod flags;
mod listener;
mod parameters;
mod pending;
mod reporter;
mod request;

pub use flags::SyncFlags;
pub use parameters::SyncParameters;
pub use pending::{PendingSync, SyncOutcome};
pub use reporter::SyncReporter;
pub use request::SyncRequest;
