//! What to synchronise.

use crate::{
    SYNC_DOWNLOAD_CONTENTS, SYNC_DOWNLOAD_HIERARCHY, SYNC_GLOBAL_HEADERS, SYNC_ON_DEMAND,
    SYNC_OUTGOING_MAIL, SYNC_UPLOAD_CONTENTS, SYNC_UPLOAD_HIERARCHY,
};

bitflags::bitflags! {
    /// What to synchronise, and how: [`MAPISIB::ulFlags`](crate::MAPISIB).
    ///
    /// Bits that have no name here are kept, so a provider sees whatever Outlook sent.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct SyncFlags: u32 {
        /// Send changes of the folder hierarchy to the server.
        const UPLOAD_HIERARCHY = SYNC_UPLOAD_HIERARCHY;
        /// Fetch changes of the folder hierarchy from the server.
        const DOWNLOAD_HIERARCHY = SYNC_DOWNLOAD_HIERARCHY;
        /// Send changes of messages to the server.
        const UPLOAD_CONTENTS = SYNC_UPLOAD_CONTENTS;
        /// Fetch changes of messages from the server.
        const DOWNLOAD_CONTENTS = SYNC_DOWNLOAD_CONTENTS;
        /// Send outgoing mail. Outlook does not use it so far.
        const OUTGOING_MAIL = SYNC_OUTGOING_MAIL;
        /// Headers will do, bodies need not be fetched.
        const GLOBAL_HEADERS = SYNC_GLOBAL_HEADERS;
        /// A person asked for this synchronisation and waits for it: it deserves priority.
        const ON_DEMAND = SYNC_ON_DEMAND;
        // Every other bit is valid too: a later Outlook may give it a meaning.
        const _ = !0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_those_of_the_protocol() {
        let flags = SyncFlags::DOWNLOAD_CONTENTS | SyncFlags::ON_DEMAND;
        assert_eq!(flags.bits(), 0x2000_0080);
        assert_eq!(SyncFlags::GLOBAL_HEADERS.bits(), 0x0200_0000);
        assert_eq!(SyncFlags::OUTGOING_MAIL.bits(), 0x0000_0200);
    }

    #[test]
    fn bits_without_a_name_survive() {
        let flags = SyncFlags::from_bits_retain(0x4000_0001);
        assert_eq!((flags | SyncFlags::UPLOAD_CONTENTS).bits(), 0x4000_0041);
        assert!(flags.contains(SyncFlags::UPLOAD_HIERARCHY));
    }
}
