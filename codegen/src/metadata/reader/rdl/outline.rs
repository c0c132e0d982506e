//! What a text of metadata defines, and where: as much as messages need, and as what windows-rdl must not be given.

use super::tokens::{Kind, Token, tokens};
use std::collections::HashMap;
use std::ops::Range;

/// More tokens of unfinished items are none that anybody writes: a parser would need much stack for them.
const MOST_UNFINISHED: usize = 1024;

/// A typedef of a typedef, and so on: windows-rdl follows them for constants, on the stack.
const MOST_STEPS: usize = 256;

/// A definition.
pub(super) struct Item<'a> {
    pub(super) name: &'a str,
    /// Where the name stands.
    pub(super) place: Range<usize>,
    namespace: Vec<&'a str>,
    /// The path of the one type that it is made of, for a typedef, an enumeration or a struct of one field.
    holds: Option<Vec<&'a str>>,
}

/// What a text says of itself.
pub(super) struct Outline<'a> {
    pub(super) items: Vec<Item<'a>>,
    /// The namespaces whose names need not be qualified.
    used: Vec<Vec<&'a str>>,
}

/// The definitions of a text; the place of the first thing that goes too deep where there is one.
pub(super) fn outline(text: &str) -> Result<Outline<'_>, Range<usize>> {
    let tokens = tokens(text);
    match too_deep(text, &tokens) {
        Some(place) => Err(place),
        None => Ok(Reading { text, tokens }.outline()),
    }
}

/// Where a parser that goes into what it reads would go too deep.
fn too_deep(text: &str, tokens: &[Token]) -> Option<Range<usize>> {
    // The unfinished tokens at each level of brackets, and how many `<` of them are open.
    let mut levels = vec![(0_usize, 0_usize)];
    let mut unfinished = 0;
    for (at, token) in tokens.iter().enumerate() {
        unfinished += 1;
        if unfinished > MOST_UNFINISHED {
            return Some(token.place.clone());
        }
        let (length, angles) = levels.last_mut()?;
        *length += 1;
        let ends = match token.kind {
            Kind::Sign(b'<') => {
                *angles += 1;
                false
            }
            Kind::Sign(b'>') => {
                *angles = angles.saturating_sub(1);
                false
            }
            Kind::Sign(b';') => true,
            Kind::Sign(b',') => *angles == 0,
            Kind::Sign(b'{' | b'(' | b'[') => {
                levels.push((0, 0));
                false
            }
            Kind::Sign(bracket @ (b'}' | b')' | b']')) if levels.len() > 1 => {
                unfinished -= levels.pop().map_or(0, |(length, _)| length);
                bracket == b'}' && begins_item(text, tokens.get(at + 1))
            }
            _ => false,
        };
        if let Some((length, angles)) = levels.last_mut().filter(|_| ends) {
            unfinished -= *length;
            (*length, *angles) = (0, 0);
        }
    }
    None
}

/// Whether nothing that came before goes on with a token.
fn begins_item(text: &str, token: Option<&Token>) -> bool {
    let Some(token) = token else { return true };
    match token.kind {
        Kind::Word => !matches!(&text[token.place.clone()], "as" | "else"),
        Kind::Sign(sign) => matches!(sign, b'#' | b'}'),
        Kind::Quoted => false,
    }
}

struct Reading<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

impl<'a> Reading<'a> {
    fn word(&self, at: usize) -> Option<&'a str> {
        let token = self.tokens.get(at)?;
        (token.kind == Kind::Word).then(|| &self.text[token.place.clone()])
    }

    fn is(&self, at: usize, sign: u8) -> bool {
        let token = self.tokens.get(at);
        token.is_some_and(|token| token.kind == Kind::Sign(sign))
    }

    fn outline(&self) -> Outline<'a> {
        let mut outline = Outline {
            items: Vec::new(),
            used: Vec::new(),
        };
        // The modules around a place; `None` for any other bracket.
        let mut around: Vec<Option<&str>> = Vec::new();
        let mut repr = None;
        for at in 0..self.tokens.len() {
            match self.tokens[at].kind {
                Kind::Sign(b'{' | b'(' | b'[') => {
                    let is_module = at >= 2 && self.word(at - 2) == Some("mod");
                    around.push(
                        at.checked_sub(1)
                            .filter(|_| is_module)
                            .and_then(|at| self.word(at)),
                    );
                }
                Kind::Sign(b'}' | b')' | b']') => {
                    around.pop();
                }
                Kind::Sign(b'#') if self.word(at + 2) == Some("repr") => repr = self.path(at + 4),
                Kind::Word => {
                    let Some(namespace) = around.iter().copied().collect::<Option<Vec<_>>>() else {
                        continue;
                    };
                    match self.word(at) {
                        Some("use") => outline.used.extend(self.path(at + 1)),
                        Some(keyword) => {
                            outline
                                .items
                                .extend(self.item(keyword, at, namespace, &mut repr));
                        }
                        None => {}
                    }
                }
                _ => {}
            }
        }
        outline
    }

    fn item(
        &self,
        keyword: &str,
        at: usize,
        namespace: Vec<&'a str>,
        repr: &mut Option<Vec<&'a str>>,
    ) -> Option<Item<'a>> {
        let name = self.word(at + 1)?;
        let holds = match keyword {
            "type" => self.path(at + 3),
            "struct" => self.only_field(at + 3),
            "enum" => repr.take(),
            "union" | "interface" | "fn" | "const" | "class" | "delegate" | "attribute" => None,
            _ => return None,
        };
        Some(Item {
            name,
            place: self.tokens[at + 1].place.clone(),
            namespace,
            holds,
        })
    }

    /// The path that stands alone at a place: `A::B`.
    fn path(&self, mut at: usize) -> Option<Vec<&'a str>> {
        let mut path = vec![self.word(at)?];
        while self.is(at + 1, b':') && self.is(at + 2, b':') {
            at += 3;
            // `A::*`
            let Some(word) = self.word(at) else { break };
            path.push(word);
        }
        Some(path)
    }

    /// The type of a struct's only field, whose body begins at a place.
    fn only_field(&self, mut at: usize) -> Option<Vec<&'a str>> {
        while self.is(at, b'#') {
            at = self.behind_brackets(at + 1)?;
        }
        let path = self.path(at + 2).filter(|_| self.is(at + 1, b':'))?;
        let end = at + 2 + 3 * path.len() - 2;
        let end = end + usize::from(self.is(end, b','));
        self.is(end, b'}').then_some(path)
    }

    fn behind_brackets(&self, first: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for at in first..self.tokens.len() {
            match self.tokens[at].kind {
                Kind::Sign(b'{' | b'(' | b'[') => depth += 1,
                Kind::Sign(b'}' | b')' | b']') => depth = depth.checked_sub(1)?,
                _ => {}
            }
            if depth == 0 {
                return Some(at + 1);
            }
        }
        None
    }
}

/// A definition that is made of itself or of too many others, by the numbers of its text and of itself there.
pub(super) fn made_of_itself(outlines: &[Outline<'_>]) -> Option<(usize, usize)> {
    let mut known: HashMap<(&[&str], &str), (usize, usize)> = HashMap::new();
    for (file, outline) in outlines.iter().enumerate() {
        for (at, item) in outline.items.iter().enumerate() {
            known
                .entry((&item.namespace, item.name))
                .or_insert((file, at));
        }
    }
    let next = |(file, at): (usize, usize)| {
        let item: &Item<'_> = &outlines[file].items[at];
        let (name, qualified) = item.holds.as_deref()?.split_last()?;
        let inside = [&item.namespace, qualified].concat();
        let used = outlines[file].used.iter().map(Vec::as_slice);
        let mut namespaces = [qualified, &inside].into_iter().chain(used);
        namespaces.find_map(|namespace| known.get(&(namespace, *name)).copied())
    };
    // What is known not to end in itself.
    let mut fine = std::collections::HashSet::new();
    let items =
        |(file, outline): (usize, &Outline<'_>)| (0..outline.items.len()).map(move |at| (file, at));
    for first in outlines.iter().enumerate().flat_map(items) {
        let mut way = vec![first];
        while let Some(step) = way.last().copied().and_then(next)
            && !fine.contains(&step)
        {
            if way.len() > MOST_STEPS {
                return Some(first);
            }
            way.push(step);
        }
        fine.extend(way);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let outline = outline(text).ok().unwrap();
        let full = |item: &Item<'_>| [&item.namespace[..], &[item.name]].concat().join(".");
        outline.items.iter().map(full).collect()
    }

    #[test]
    fn definitions_are_found_with_their_namespaces() {
        let text =
            "use A::B::*; #[win32] mod A { mod B { struct S { a: *const u8, b: struct { c: T }, } }
            const C: u32 = 1; #[library(\"type X\")] extern fn f(a: *const B::S) -> i32;
            interface I: J { fn method(&self); } } mod D {}";
        assert_eq!(names(text), ["A.B.S", "A.C", "A.f", "A.I"]);
    }

    fn is_made_of_itself(text: &str) -> bool {
        made_of_itself(&[outline(text).ok().unwrap()]).is_some()
    }

    #[test]
    fn what_is_made_of_itself_is_found() {
        assert!(is_made_of_itself("mod A { type X = X; }"));
        assert!(is_made_of_itself(
            "mod A { type X = Y; struct Y { #[a(b)] x: A::X, } }"
        ));
        assert!(is_made_of_itself(
            "use B::*; mod A { type X = Y; } mod B { type Y = A::X; }"
        ));
        assert!(!is_made_of_itself(
            "mod A { type X = B::X; type Y = *mut Y; } mod B { type X = u32; }"
        ));
        assert!(!is_made_of_itself(
            "mod A { struct X { x: *mut X } struct Y { x: X, y: Y } }"
        ));
        let chain: String = (0..10_000)
            .map(|at| format!("type T{at} = T{};", at + 1))
            .collect();
        assert!(is_made_of_itself(&format!("mod A {{ {chain} }}")));
    }

    #[test]
    fn what_nests_too_deep_is_found_and_long_lists_are_not() {
        for text in [
            "{".repeat(100_000),
            format!("const A: u32 = {}1;", "-".repeat(100_000)),
            format!("const A: u32 = 1{};", "+ {1}".repeat(100_000)),
            format!("type A = {};", "B<u8, ".repeat(100_000)),
            format!("type A = {};", "(u8, ".repeat(100_000)),
            "const A: u32 = if b {} ".to_owned() + &"else if b {} ".repeat(100_000),
        ] {
            assert!(outline(&text).is_err(), "{}", &text[..40]);
        }
        let items = "#[a] struct B { c: d, e: [f; 2] } const G: h = 1; #[i] ".repeat(1_000);
        assert!(outline(&format!("mod A {{ {items} }}")).is_ok());
        assert!(outline(&format!("fn a({});", "b: c<d>, ".repeat(10_000))).is_ok());
    }
}
