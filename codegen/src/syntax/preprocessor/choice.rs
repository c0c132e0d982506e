//! Conditionals that choose by the machine. What is read is for all machines, so that the macros of none are defined. Of what a file
//! has for some machines only, the user has to know.

use super::super::lexer::Lexer;
use super::super::symbol::{Symbol, word};
use super::super::token::{Token, TokenKind};
use super::Preprocessor;
use super::widths::{Width, names_of_typedef};
use crate::diagnostics::{Code, Diagnostic};
use crate::machines::Machines;
use crate::source::{Origin, Span};

/// Which lines of a conditional are for which machines.
pub(super) struct Choice {
    /// The machines that are asked.
    all: Machines,
    /// Those that the present lines are for.
    machines: Machines,
    /// Those that no lines so far are for.
    rest: Machines,
    /// The directive that the present lines stand behind.
    from: Span,
    /// What is for some of the machines and not read, or is read and not for all of them.
    parts: Vec<Part>,
}

/// Lines of a conditional, from one directive to the next.
struct Part {
    from: Span,
    to: Span,
    is_read: bool,
    machines: Machines,
}

impl Choice {
    /// Of a conditional with that directive, which holds on the machines that are `asked`.
    pub(super) fn new(all: Machines, directive: Span, asked: Machines) -> Self {
        let mut choice = Self {
            all,
            machines: Machines::NONE,
            rest: all,
            from: directive,
            parts: Vec::new(),
        };
        choice.begin_part(directive, asked);
        choice
    }

    /// Lines begin, which the machines have that are `asked` and have no others.
    pub(super) fn begin_part(&mut self, directive: Span, asked: Machines) {
        self.from = directive;
        self.machines = self.rest.and(asked);
        self.rest = self.rest.without(asked);
    }

    /// The present lines end.
    pub(super) fn end_part(&mut self, to: Span, is_read: bool) {
        if self.asks_machine(is_read) {
            self.parts.push(Part {
                from: self.from,
                to,
                is_read,
                machines: self.machines,
            });
        }
    }

    /// Whether each machine has its lines, so that others are for none.
    pub(super) fn is_settled(&self) -> bool {
        self.rest == Machines::NONE
    }

    /// Whether the machine is asked for by the present lines, which are read or not, or by others before them.
    pub(super) fn is_one(&self, is_read: bool) -> bool {
        !self.parts.is_empty() || self.asks_machine(is_read)
    }

    /// Where the present lines are skipped, how wide pointers are on the machines that have them.
    pub(super) fn width_of_skipped(&self, is_read: bool) -> Option<Width> {
        match self.machines {
            _ if is_read => None,
            Machines::NONE => None,
            Machines::X86 => Some(Width::Narrow),
            machines => (!machines.meets(Machines::X86)).then_some(Width::Wide),
        }
    }

    fn asks_machine(&self, is_read: bool) -> bool {
        let expected = match is_read {
            true => self.all,
            false => Machines::NONE,
        };
        self.machines != expected
    }
}

impl Preprocessor<'_, '_> {
    /// Warns of a conditional where it chooses between things that differ, in a file that the user names.
    pub(super) fn compare(&mut self, opened: Span, choice: &Choice) {
        if !matches!(self.run.sources.file(opened.file).origin, Origin::Input) {
            return;
        }
        let (read, others): (Vec<&Part>, Vec<&Part>) =
            choice.parts.iter().partition(|part| part.is_read);
        let read = read
            .first()
            .map_or_else(Vec::new, |part| self.content(part));
        let mut differing = Machines::NONE;
        for part in others {
            if self.content(part) != read {
                differing = differing.or(part.machines);
            }
        }
        if !read.is_empty() {
            differing = differing.or(choice.rest);
        }
        if differing == Machines::NONE {
            return;
        }
        let message = "what is read here is not for all machines";
        let verb = match Machines::EACH.contains(&differing) {
            true => "has",
            false => "have",
        };
        let label = format!("{} {verb} something else", differing.names());
        let help = match differing == Machines::WIDE {
            true => {
                "write what is right for all machines; with `-D _WIN64` it is read, and right, for those of 64 bits alone"
            }
            false => "write what is right for all machines",
        };
        let warning = Diagnostic::at(Code::ChosenByWidth, opened, message);
        self.report(warning.label(label).help(help));
    }

    /// What lines say, but for integers that are as wide as pointers, what is for C and its checkers, and casts in attributes: MIDL
    /// wants `size_is((ULONG)n)` where `n` has 64 bits.
    fn content(&mut self, part: &Part) -> Vec<(TokenKind, Symbol)> {
        let text = &self.run.sources.file(part.from.file).text;
        let symbols = &mut self.run.symbols;
        let mut lexer = Lexer::starting(part.from.after());
        while lexer.next_on_line(text, symbols).is_some() {}
        let mut tokens: Vec<Token> = Vec::new();
        loop {
            let token = lexer.next(text, symbols);
            if token.kind == TokenKind::Eof || token.span.start >= part.to.start {
                break;
            }
            let is_directive = |before: &mut Token| before.kind == TokenKind::Hash;
            if token.is_word(word::PRAGMA) && tokens.pop_if(is_directive).is_some() {
                while lexer.next_on_line(text, symbols).is_some() {}
            } else {
                tokens.push(token);
            }
        }
        without_quotes(&mut tokens);
        let tokens = without_casts(&tokens);
        let declarations = tokens.split_inclusive(|token| token.kind == TokenKind::Semicolon);
        let others = declarations.filter(|declaration| {
            let names = names_of_typedef(declaration);
            !names.iter().any(|name| self.run.widths.contains_key(name))
        });
        let words = others.flatten().map(|token| (token.kind, token.symbol));
        words.collect()
    }
}

/// Leaves out each `cpp_quote("…")` and `annotation("…")`.
fn without_quotes(tokens: &mut Vec<Token>) {
    let mut is_quoted = false;
    tokens.retain(|token| {
        is_quoted |= token.is_word(word::CPP_QUOTE) || token.is_word(word::ANNOTATION);
        let keeps = !is_quoted;
        is_quoted &= token.kind != TokenKind::RightParen;
        keeps
    });
}

/// Leaves out each `(NAME)` between brackets that something follows which it may convert.
fn without_casts(tokens: &[Token]) -> Vec<Token> {
    use TokenKind::{Ident, LeftBracket, LeftParen, Number, RightBracket, RightParen, Star};
    let mut depth = 0usize;
    let mut kept = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let [first, behind @ ..] = rest {
        rest = behind;
        match first.kind {
            LeftBracket => depth += 1,
            RightBracket => depth = depth.saturating_sub(1),
            _ => {}
        }
        match behind {
            [name, close, converted @ ..]
                if (first.kind, name.kind, close.kind) == (LeftParen, Ident, RightParen)
                    && depth > 0
                    && converted.first().is_some_and(|next| {
                        matches!(next.kind, Ident | Number | LeftParen | Star)
                    }) =>
            {
                rest = converted;
            }
            _ => kept.push(*first),
        }
    }
    kept
}
