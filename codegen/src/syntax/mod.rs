//! From characters to a syntax tree: lexer, preprocessor, parser.

mod declared;
mod lexer;
mod literal;
mod loader;
mod needed;
mod outline;
mod parser;
mod preprocessor;
mod program;
mod skim;
mod symbol;
mod token;
pub mod tree;

pub(crate) use loader::read_input;
pub use needed::Imports;
pub(crate) use preprocessor::Width;
pub use program::{Options, ParsedFile, Program, parse};
