//! The C preprocessor: from a file to the tokens that the parser sees, with includes spliced in and macros
//! expanded.
//!
//! [`directives`] reads the `#` lines, [`conditionals`] those that choose which lines count, [`condition`] evaluates `#if`,
//! [`macros`] holds definitions and [`expand`] replaces uses; [`unread`] is about what of imported files is read later, or never,
//! and [`wide`] about what is skipped since it is for other machines. Everything that input can make grow without bound counts
//! against a [`Budget`].

mod choice;
mod condition;
mod conditionals;
mod directives;
mod expand;
mod macros;
mod numbers;
mod pragma;
#[cfg(test)]
mod tests;
mod unread;
mod watch;
mod widths;

use super::lexer::Lexer;
use super::loader::{Found, Key, Loader};
use super::symbol::{Symbol, Symbols, word};
use super::token::{Invalid, Token, TokenKind};
use super::tree::PragmaPack;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::machines::Machines;
use crate::source::{FileId, Origin, Sources, Span};
use conditionals::{Condition, skipped_width};
use expand::Context;
use macros::{Macro, MacroTable};
use numbers::Numbers;
use rustc_hash::FxHashMap;
use std::collections::HashSet;
use std::path::PathBuf;
use unread::Later;
pub(crate) use unread::{Unread, UnreadKind};
use watch::{Begin, Watch};
pub(crate) use widths::Width;

/// Deeper includes are a file that includes itself.
const DEEPEST_INCLUDE: usize = 64;

/// After so many mistakes in one file the rest of it is not worth reading.
pub(crate) const MOST_MISTAKES: usize = 10;

/// A file has one token in so many bytes, or fewer.
const BYTES_OF_A_TOKEN: usize = 6;

/// An imported file leaves something unread in so many bytes, or fewer.
const BYTES_OF_UNREAD: usize = 128;

/// So many tokens are more than any file has that people use, and fill the memory of no machine.
const MOST_TOKENS: usize = 3 << 20;

/// The same for all files of a run.
const MOST_TOKENS_OF_A_RUN: usize = 6 << 20;

/// What all files of a run share.
pub(crate) struct Run<'a> {
    /// How many tokens were handed to the parser.
    pub(crate) tokens: usize,
    pub(crate) sources: &'a mut Sources,
    pub(crate) diagnostics: &'a mut Diagnostics,
    pub(crate) symbols: Symbols,
    pub(crate) loader: Loader<'a>,
    /// The names of integers that are as wide as pointers on some machines, and what is skipped has that width.
    pub(crate) widths: FxHashMap<Symbol, Width>,
    /// The machines that what is read is for: all, unless the user defines the macros of some.
    pub(crate) machines: Machines,
}

/// What comes out: a file, ready to be parsed.
#[derive(Debug, Default)]
pub(crate) struct Preprocessed {
    /// The tokens, the last of which is [`TokenKind::Eof`].
    pub(crate) tokens: Vec<Token>,
    /// `#pragma pack` lines, each with the index of the token that stands behind it.
    pub(crate) packs: Vec<(usize, PragmaPack, Span)>,
    /// What was left unread, in the order of its tokens.
    pub(crate) unread: Vec<Unread>,
    /// The names that items give which were left unread, in their order.
    pub(crate) given: Vec<Symbol>,
    /// What was read of it since, by the index of the token that stood for it.
    pub(crate) read: FxHashMap<usize, Vec<Token>>,
    later: Option<Later>,
    /// Whether the file ends before its text does, for a reason that was reported.
    pub(crate) incomplete: bool,
    /// Whether an included file is missing, and with it the macros that might make sense of the rest.
    pub(crate) misses_include: bool,
}

/// How much macros and includes may still produce in one file.
#[derive(Debug)]
struct Budget {
    /// Tokens that macros make.
    tokens: usize,
    /// Whether macros asked for more than that, and it was reported.
    spent: bool,
    /// Bytes that includes bring in.
    bytes: usize,
    /// Includes.
    includes: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            tokens: 2_000_000,
            spent: false,
            bytes: 64 << 20,
            includes: 4096,
        }
    }
}

/// A file that is being read: the one that was asked for, or an included one.
struct Frame {
    lexer: Lexer,
    /// Where its text ends; only of what is read later, before the text of its file.
    end: usize,
    key: Key,
    folder: Option<PathBuf>,
    /// The `#if`s that are open in it.
    conditions: Vec<Condition>,
}

impl Frame {
    /// A file from its start.
    fn whole(file: FileId, sources: &Sources, key: Key, folder: Option<PathBuf>) -> Self {
        Self {
            lexer: Lexer::new(file),
            end: sources.file(file).text.len(),
            key,
            folder,
            conditions: Vec::new(),
        }
    }

    /// A part of a file in which there are no directives.
    fn part(part: Span) -> Self {
        Self {
            lexer: Lexer::starting(part.before()),
            end: part.end as usize,
            key: Key::default(),
            folder: None,
            conditions: Vec::new(),
        }
    }

    fn text<'s>(&self, sources: &'s Sources) -> &'s str {
        let text = &sources.file(self.lexer.file()).text;
        text.get(..self.end).unwrap_or(text)
    }
}

struct Preprocessor<'r, 'a> {
    run: &'r mut Run<'a>,
    /// The end of the file that was asked for.
    end: Token,
    frames: Vec<Frame>,
    macros: MacroTable,
    /// Which of them stand for numbers.
    numbers: Numbers,
    /// The macros whose replacements are being read, each with how many of these: their names stay as they are.
    active: FxHashMap<Symbol, u32>,
    contexts: Vec<Context>,
    /// Files that said `#pragma once`.
    once: HashSet<Key>,
    budget: Budget,
    mistakes: usize,
    /// How deep arguments are being expanded inside arguments.
    depth: usize,
    out: Preprocessed,
    /// Docs above a macro use, for the first token that comes out of it.
    docs: Symbol,
    /// Where something may be left unread; none where all is to be read.
    watch: Option<Watch>,
    /// What may begin in front of the next token, and be left unread.
    begin: Option<Begin>,
    /// The start of a declaration that is skipped, since it is for machines of 64 bits.
    skipped: Vec<Token>,
}

/// A macro that stands before the first line.
#[derive(Clone, Debug)]
pub(crate) struct Define {
    name: Symbol,
    value: Macro,
}

/// The macros that MIDL itself defines, then those of the command line.
pub(crate) fn predefined(run: &mut Run<'_>, defines: &[(String, String)]) -> Vec<Define> {
    let own = [("__midl", "801"), ("_WIN32", "1")].map(|(name, value)| ("<MIDL>", name, value));
    let users = defines
        .iter()
        .map(|(name, value)| ("<command line>", name.as_str(), value.as_str()));
    let mut out = Vec::new();
    let machines = defines
        .iter()
        .filter_map(|(name, _)| Machines::that_define(name));
    run.machines = machines.fold(run.machines, Machines::and);
    for (path, name, value) in own.into_iter().chain(users) {
        // One line, as a `-D` is.
        let text = format!("{name} {value}").replace('\n', " ");
        let file = run.sources.add(path, text, Origin::Builtin);
        let text = &run.sources.file(file).text;
        let mut lexer = Lexer::new(file);
        let mut tokens = std::iter::from_fn(|| lexer.next_on_line(text, &mut run.symbols));
        match tokens.next() {
            Some(first)
                if first.kind == TokenKind::Ident && first.span.end as usize == name.len() =>
            {
                out.push(Define {
                    name: first.symbol,
                    value: Macro::object(first.span, tokens.collect()),
                });
            }
            _ => run.diagnostics.push(Diagnostic::global(
                Code::BadDirective,
                format!("`{name}` cannot be the name of a macro"),
            )),
        }
    }
    out
}

/// How much of a file is read.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Extent {
    /// All of it.
    Whole,
    /// All but items, methods and fields that can be read later.
    Definitions,
}

/// Preprocesses a file that is already among the sources.
pub(crate) fn preprocess(
    run: &mut Run<'_>,
    file: FileId,
    key: Key,
    folder: Option<PathBuf>,
    defines: &[Define],
    extent: Extent,
) -> Preprocessed {
    let mut macros = MacroTable::default();
    for define in defines {
        macros.set(&run.symbols, define.name, define.value.clone());
    }
    let frame = Frame::whole(file, run.sources, key, folder);
    let length = u32::try_from(frame.end).unwrap_or(u32::MAX);
    let end = Span::new(file, length, length);
    let end = Token::new(TokenKind::Eof, word::EMPTY, end);
    let mut preprocessor = Preprocessor::new(run, end, macros);
    if extent == Extent::Definitions {
        preprocessor.watch = Some(Watch::default());
        preprocessor.begin = Some(Begin::Items);
        let unread = frame.end / BYTES_OF_UNREAD;
        preprocessor.out.unread.reserve(unread);
        preprocessor.out.tokens.reserve(2 * unread);
    } else {
        let tokens = frame.end / BYTES_OF_A_TOKEN;
        preprocessor.out.tokens.reserve(tokens);
    }
    preprocessor.frames.push(frame);
    preprocessor.all();
    preprocessor.finish()
}

impl<'r, 'a> Preprocessor<'r, 'a> {
    fn new(run: &'r mut Run<'a>, end: Token, macros: MacroTable) -> Self {
        Self {
            run,
            end,
            frames: Vec::new(),
            macros,
            numbers: Numbers::default(),
            active: FxHashMap::default(),
            contexts: Vec::new(),
            once: HashSet::new(),
            budget: Budget::default(),
            mistakes: 0,
            depth: 0,
            out: Preprocessed::default(),
            docs: word::EMPTY,
            watch: None,
            begin: None,
            skipped: Vec::new(),
        }
    }
}

impl Preprocessor<'_, '_> {
    fn all(&mut self) {
        let most = MOST_TOKENS.min(MOST_TOKENS_OF_A_RUN.saturating_sub(self.run.tokens).max(1));
        loop {
            let mut token = self.next();
            if let TokenKind::Invalid(invalid) = token.kind {
                self.report_invalid(token, invalid);
                token.kind = TokenKind::Invalid(Invalid::Reported);
            }
            let docs = std::mem::replace(&mut self.docs, word::EMPTY);
            if token.docs == word::EMPTY {
                token.docs = docs;
            }
            self.out.tokens.push(token);
            if token.kind == TokenKind::Eof {
                self.run.tokens += self.out.tokens.len();
                return;
            }
            if self.out.tokens.len() >= most {
                let message = match most {
                    MOST_TOKENS => "this file holds more text than can be read",
                    _ => "the files hold more text than can be read together",
                };
                let at = self.outermost(token.span);
                self.give_up(Diagnostic::at(Code::TooMuchText, at, message));
            }
            self.begin = self.watch.as_mut().and_then(|watch| watch.pass(token));
        }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        if self.mistakes >= MOST_MISTAKES || self.was_told(&diagnostic) {
            return;
        }
        if diagnostic.code.severity() == Severity::Warning {
            return self.run.diagnostics.push(diagnostic);
        }
        self.mistakes += 1;
        let span = diagnostic.primary.as_ref().map(|primary| primary.span);
        self.run.diagnostics.push(diagnostic);
        if self.mistakes == MOST_MISTAKES {
            self.run
                .diagnostics
                .push(too_many_mistakes(span.unwrap_or(self.end.span)));
            self.out.incomplete = true;
            self.frames.clear();
            self.contexts.clear();
        }
    }

    /// Whether the same was said of the same file where another one includes it.
    fn was_told(&self, diagnostic: &Diagnostic) -> bool {
        let sources = &*self.run.sources;
        let place = |diagnostic: &Diagnostic| {
            let span = diagnostic.primary.as_ref()?.span;
            let path = sources.file(span.file).path.as_path();
            Some((path, span.start, span.end))
        };
        let said = self.run.diagnostics.iter();
        let mut same = said.filter(|told| told.code == diagnostic.code);
        same.any(|told| told.message == diagnostic.message && place(told) == place(diagnostic))
    }

    fn text(&self, token: Token) -> &str {
        token.text(&self.run.symbols)
    }

    fn report_invalid(&mut self, token: Token, invalid: Invalid) {
        let unterminated = |message: &str| Diagnostic::at(Code::Unterminated, token.span, message);
        let diagnostic = match invalid {
            Invalid::Reported => return,
            Invalid::Character => unexpected_character(token.span, self.text(token)),
            Invalid::Quotes => {
                let message = "typographic quotes have no meaning in MIDL";
                let plain = match self.text(token).starts_with(['\u{2018}', '\u{2019}']) {
                    true => "'",
                    false => "\"",
                };
                Diagnostic::at(Code::UnexpectedCharacter, token.span, message)
                    .help(format!("write `{plain}`, as a plain text editor does"))
            }
            Invalid::String => unterminated("this string has no closing quote")
                .help("close it on this line, or end the line with `\\` to go on in the next"),
            Invalid::Char => unterminated("this character has no closing quote")
                .help("close it with `'`; a string stands in double quotes"),
            Invalid::Comment => {
                self.out.incomplete = true;
                // It has swallowed their ends.
                if let Some(frame) = self.frames.last_mut() {
                    frame.conditions.clear();
                }
                unterminated("this comment has no end")
                    .label("opened here")
                    .help("close it with `*/`")
            }
        };
        self.report(diagnostic);
    }

    /// The next token of the innermost file, directives carried out, macros not expanded.
    fn next_in_file(&mut self) -> Token {
        loop {
            let Some(frame) = self.frames.last_mut() else {
                return self.end;
            };
            let active = frame
                .conditions
                .last()
                .is_none_or(|condition| condition.active);
            if let Some(begin) = self.begin.filter(|_| active) {
                self.leave_unread(begin);
            }
            let Some(frame) = self.frames.last_mut() else {
                return self.end;
            };
            let text = frame.text(self.run.sources);
            let width = skipped_width(&frame.conditions);
            if !active && width.is_none() {
                frame.lexer.pass_over_plain_lines(text);
            }
            let token = frame.lexer.next(text, &mut self.run.symbols);
            match token.kind {
                TokenKind::Hash if token.starts_line => self.directive(token, active),
                TokenKind::Invalid(Invalid::Comment) if !active => {
                    self.report_invalid(token, Invalid::Comment);
                }
                TokenKind::Eof => {
                    self.close_conditions();
                    self.frames.pop();
                }
                _ if active => {
                    self.begin = None;
                    return token;
                }
                _ => {
                    if let Some(width) = width {
                        self.pass_over(token, width);
                    }
                }
            }
        }
    }

    /// Ends the file early: what it asks for is more than any real file needs.
    fn give_up(&mut self, diagnostic: Diagnostic) {
        self.report(diagnostic);
        self.out.incomplete = true;
        self.frames.clear();
        self.contexts.clear();
    }

    /// Enters an included file.
    fn enter(&mut self, found: Found, at: Span) {
        if self.once.contains(&found.key) {
            return;
        }
        if self.frames.len() > DEEPEST_INCLUDE {
            let again = self.frames.iter().any(|frame| frame.key == found.key);
            let message = format!("includes nest more than {DEEPEST_INCLUDE} deep");
            let diagnostic = Diagnostic::at(Code::TooMuchText, at, message);
            return self.give_up(match again {
                true => diagnostic
                    .label("the file includes itself")
                    .help("guard it with `#pragma once`, or with `#ifndef` and `#define`"),
                false => diagnostic,
            });
        }
        let length = found.text.len();
        if self.budget.bytes < length || self.budget.includes == 0 {
            let message = "the included files grow without bound";
            let diagnostic = Diagnostic::at(Code::TooMuchText, at, message)
                .help("guard files that include each other with `#pragma once`");
            return self.give_up(diagnostic);
        }
        self.budget.bytes -= length;
        self.budget.includes -= 1;
        let file = self
            .run
            .sources
            .add(found.path, found.text, Origin::Included(at));
        let frame = Frame::whole(file, self.run.sources, found.key, found.folder);
        self.frames.push(frame);
    }
}

/// The last message about a file that holds too many mistakes.
pub(crate) fn too_many_mistakes(span: Span) -> Diagnostic {
    let message = format!("{MOST_MISTAKES} mistakes in this file; the rest of it is not read");
    Diagnostic::at(Code::TooManyErrors, span, message)
}

fn unexpected_character(span: Span, text: &str) -> Diagnostic {
    let shown = match text.chars().next() {
        Some(c) if c.is_control() || c.is_whitespace() => format!("U+{:04X}", u32::from(c)),
        _ => format!("`{text}`"),
    };
    let message = format!("the character {shown} has no meaning in MIDL");
    let diagnostic = Diagnostic::at(Code::UnexpectedCharacter, span, message);
    // What word processors put in place of the characters of programs.
    let plain = match text {
        "\u{2013}" | "\u{2014}" | "\u{2212}" => "-",
        "\u{a0}" => " ",
        _ => return diagnostic,
    };
    diagnostic.help(format!("write `{plain}`"))
}
