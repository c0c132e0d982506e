//! Text of imported files, passed over without a token being made of it.
//!
//! Most of what a file imports it does not use. To pass over an item it is enough to see that it is one, where it ends, and which
//! names it gives; of methods and fields, where they end. In doubt they are not: then the lexer reads them, as it reads all else.

mod items;
mod parts;
mod scanner;
mod text;

pub(super) use items::{Item, item};
pub(super) use parts::{MethodWords, fields, is_tag, methods};
