//! Outlook's MAPI for Rust.
