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

/// Where marks come from, and the names among them go.
pub(super) trait Marks {
    /// What a name is known by.
    type Name: Copy;

    /// The next mark; `None` at the end, and where the declaration is not to be gone over.
    fn next(&mut self) -> Option<Mark<Self::Name>>;

    /// Takes a name that the declaration may give: rather one too many than one too few.
    fn name(&mut self, name: Self::Name);
}

impl Role {
    /// Whether a name behind it is a tag.
    fn is_tag(self) -> bool {
        matches!(self, Self::Enum | Self::Record | Self::Interface)
    }

    /// Whether a word may be a name: keywords stand where names do, as `enum` does in `typedef enum {`.
    fn may_be_name(self) -> bool {
        matches!(self, Self::Name | Self::Item)
    }
}

impl<N> Mark<N> {
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
pub(super) fn declaration<M: Marks>(marks: &mut M) -> Option<bool> {
    let mut before: Option<(TokenKind, Role)> = None;
    let mut is_typedef = false;
    let mut depths = Depths::default();
    let mut has_parameters = false;
    let mut has_value = false;
    // A word that is a name if the right thing follows.
    let mut word = None;
    loop {
        let mark = marks.next()?;
        if let Some(word) = word.take()
            && depths.may_follow_name(mark.kind)
        {
            marks.name(word);
        }
        match mark.kind {
            // Nothing but a function has parameters, or a pointer to one.
            TokenKind::Semicolon if depths.are_zero() => {
                return Some(has_parameters && !is_typedef);
            }
            TokenKind::Ident => {
                if mark.role.may_be_name() {
                    match before {
                        Some((_, role)) if role.is_tag() => marks.name(mark.name),
                        Some((kind, _)) if depths.are_in_front_of_enumerator(kind) => {
                            marks.name(mark.name);
                        }
                        _ => word = Some(mark.name),
                    }
                }
                depths.in_enum |= mark.role == Role::Enum;
                is_typedef |= before.is_none() && mark.role == Role::Typedef;
            }
            TokenKind::LeftParen => has_parameters |= !has_value && depths.are_zero(),
            TokenKind::Equal => has_value |= depths.are_zero(),
            _ => {}
        }
        // The semicolon before it is missing.
        if before.is_some_and(|(_, role)| role != Role::Typedef)
            && mark.starts_item()
            && depths.are_zero()
        {
            return None;
        }
        depths.pass(mark.kind)?;
        before = Some((mark.kind, mark.role));
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

    /// Whether the word behind such a mark is an enumerator.
    fn are_in_front_of_enumerator(&self, before: TokenKind) -> bool {
        let may_stand_before = matches!(
            before,
            TokenKind::LeftBrace | TokenKind::Comma | TokenKind::RightBracket
        );
        self.in_enum && may_stand_before
    }

    /// Whether the word in front of such a mark is a declarator.
    fn may_follow_name(&self, behind: TokenKind) -> bool {
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
