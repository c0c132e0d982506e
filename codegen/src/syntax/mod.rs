//! From characters to a syntax tree: lexer, preprocessor, parser.

pub mod tree;
