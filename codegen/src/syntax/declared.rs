//! Which names a declaration gives, without parsing it: the same for its tokens and for its text.

use super::token::TokenKind;

/// A token, or what would be one, as far as it matters here.
#[derive(Clone, Copy)]
pub(super) struct Mark<N> {
    pub(super) kind: TokenKind,
    pub(super) role: Role,
    pub(super) starts_line: bool,
    /// What the name is known by, if it is one.
    pub(super) name: N,
}

/// What a word is for a declaration.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    Typedef,
    Enum,
    /// `struct` or `union`.
    Record,
    Interface,
    /// Any other word that starts an item.
    Item,
    /// All other words.
    Name,
}

impl<N> Mark<N> {
    fn is_tag(&self) -> bool {
        matches!(self.role, Role::Enum | Role::Record | Role::Interface)
    }

    /// Whether a word may be a name: keywords stand where names do, as `enum` does in `typedef enum {`.
    fn may_be_name(&self) -> bool {
        matches!(self.role, Role::Name | Role::Item)
    }

    /// Whether it starts an item, whatever came before.
    fn starts_item(&self) -> bool {
        let is_first = match self.kind {
            TokenKind::LeftBracket => true,
            _ => matches!(self.role, Role::Typedef | Role::Interface | Role::Item),
        };
        self.starts_line && is_first
    }
}

/// Goes over a typedef, type, constant, function or variable up to its semicolon; its first mark stands behind its attributes.
/// Whether it looks like a function; `None` where it does not look as it should.
pub(super) fn declaration<N: Copy>(
    mut next: impl FnMut() -> Option<Mark<N>>,
    names: &mut Vec<N>,
) -> Option<bool> {
    let mut current = next()?;
    let is_typedef = current.role == Role::Typedef;
    let mut before = None;
    let mut depths = Depths::default();
    let mut has_parameters = false;
    let mut has_value = false;
    loop {
        if current.kind == TokenKind::Semicolon && depths.are_zero() {
            // Nothing but a function has parameters, or a pointer to one.
            return Some(has_parameters && !is_typedef);
        }
        let behind = next();
        match current.kind {
            TokenKind::Ident => {
                let kind = behind.map_or(TokenKind::Eof, |behind| behind.kind);
                if current.may_be_name() && depths.declare(before, kind) {
                    names.push(current.name);
                }
                depths.in_enum |= current.role == Role::Enum;
            }
            TokenKind::LeftParen => has_parameters |= !has_value && depths.are_zero(),
            TokenKind::Equal => has_value |= depths.are_zero(),
            _ => {}
        }
        // The semicolon before it is missing.
        if before.is_some_and(|before: Mark<N>| before.role != Role::Typedef)
            && depths.are_zero()
            && current.starts_item()
        {
            return None;
        }
        depths.pass(current.kind)?;
        before = Some(current);
        current = behind?;
    }
}

/// How many brackets of each kind are open in a declaration.
#[derive(Default)]
struct Depths {
    braces: usize,
    brackets: usize,
    parentheses: usize,
    /// Whether the next `{`, or the innermost one, is that of an enumeration.
    in_enum: bool,
}

impl Depths {
    fn are_zero(&self) -> bool {
        self.braces == 0 && self.brackets == 0 && self.parentheses == 0
    }

    fn pass(&mut self, kind: TokenKind) -> Option<()> {
        let (depth, opens) = match kind {
            TokenKind::LeftBrace => (&mut self.braces, true),
            TokenKind::RightBrace => (&mut self.braces, false),
            TokenKind::LeftBracket => (&mut self.brackets, true),
            TokenKind::RightBracket => (&mut self.brackets, false),
            TokenKind::LeftParen => (&mut self.parentheses, true),
            TokenKind::RightParen => (&mut self.parentheses, false),
            _ => return Some(()),
        };
        *depth = match opens {
            true => *depth + 1,
            false => depth.checked_sub(1)?,
        };
        self.in_enum &= kind != TokenKind::RightBrace;
        Some(())
    }

    /// Whether the word behind `before` and in front of `behind` may be a name that the declaration gives: rather one too
    /// many than one too few.
    fn declare<N>(&self, before: Option<Mark<N>>, behind: TokenKind) -> bool {
        let is_tag = before.as_ref().is_some_and(Mark::is_tag);
        let is_enumerator = || {
            self.in_enum
                && before.as_ref().is_some_and(|before| {
                    matches!(
                        before.kind,
                        TokenKind::LeftBrace | TokenKind::Comma | TokenKind::RightBracket
                    )
                })
        };
        let is_declarator = || {
            self.braces == 0
                && self.brackets == 0
                && match behind {
                    TokenKind::RightParen => self.parentheses > 0,
                    TokenKind::Semicolon
                    | TokenKind::Comma
                    | TokenKind::LeftBracket
                    | TokenKind::LeftParen
                    | TokenKind::LeftBrace
                    | TokenKind::Equal => self.parentheses == 0,
                    _ => false,
                }
        };
        is_tag || is_enumerator() || is_declarator()
    }
}

/// What quoted C is for who reads IDL.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Quoted<'a> {
    /// A constant or GUID with this name.
    Named(&'a str),
    /// A directive, which may set the packing, or hide what follows.
    Directive,
    /// Anything else, which is for C compilers.
    Code,
}

/// What a string that is quoted C is, in its own quotes.
pub(super) fn quoted(string: &str) -> Quoted<'_> {
    let line = string.trim_start_matches('"').trim_start();
    let guid = line.strip_prefix("DEFINE_GUID");
    let directive = line.strip_prefix('#').map(str::trim_start);
    let define = directive.and_then(|rest| rest.strip_prefix("define"));
    match define.or(guid) {
        Some(named) => {
            let named = named.trim_start_matches([' ', '\t', '(']);
            words(named).next().map_or(Quoted::Code, Quoted::Named)
        }
        None if directive.is_some() => Quoted::Directive,
        None => Quoted::Code,
    }
}

/// The words in a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
}
