//! What a header of widl's declares, found without our own parser.

use midl_bindgen::schema::Guid;
use std::collections::{BTreeMap, BTreeSet};

/// The declarations of a header. The names of C come as they are written.
#[derive(Debug, Default)]
pub struct Declared {
    /// The interfaces that have a vtable, dispinterfaces among them.
    pub vtables: BTreeSet<String>,
    /// The bases of interfaces.
    pub bases: BTreeMap<String, Option<String>>,
    /// `IID_IFoo`, `DIID_DFoo`, `CLSID_Foo`, …
    pub guids: BTreeMap<String, Guid>,
    /// Structs and unions: each with its tag and names, and its fields as [`Fields`] prints them.
    pub records: Vec<Named>,
    /// Enumerations: each with its tag and names, and its enumerators.
    pub enums: Vec<Named>,
    /// What else a `typedef` names.
    pub typedefs: BTreeSet<String>,
    /// `#define NAME value`
    pub constants: BTreeSet<String>,
    /// Functions.
    pub functions: BTreeSet<String>,
}

/// A struct, union or enumeration.
#[derive(Debug)]
pub struct Named {
    /// The tag, if the file gives one.
    pub tag: Option<String>,
    /// The names that a typedef gives to the type itself.
    pub names: Vec<String>,
    /// Its members: `a, b:3, u{x, y}, {z}`.
    pub members: String,
}

impl Declared {
    /// Reads a header that holds no quoted C.
    pub fn of(header: &str) -> Self {
        let mut declared = Self::default();
        declared.bases(header);
        let body = declared.directives(header);
        let tokens = tokens(&body);
        let mut rest = tokens.as_slice();
        while !rest.is_empty() {
            let (declaration, behind) = declaration(rest);
            declared.declaration(declaration);
            rest = behind;
        }
        declared
    }

    /// `MIDL_INTERFACE("…") IFoo : public IBar`, in what is for C++.
    fn bases(&mut self, header: &str) {
        let mut lines = header.lines().peekable();
        while let Some(line) = lines.next() {
            let head = if line.starts_with("MIDL_INTERFACE(") {
                lines.peek().copied().unwrap_or_default()
            } else if let Some(head) = line.strip_prefix("interface ")
                && !head.ends_with([';', '{'])
            {
                head
            } else {
                continue;
            };
            let (name, base) = match head.split_once(" : public ") {
                Some((name, base)) => (name, Some(base.trim().to_owned())),
                None => (head, None),
            };
            self.bases.insert(name.trim().to_owned(), base);
        }
    }

    /// What C sees, without directives; the macros are noted.
    fn directives(&mut self, header: &str) -> String {
        let mut body = String::new();
        let mut open: Vec<bool> = Vec::new();
        for line in header.lines() {
            let Some(directive) = line.trim().strip_prefix('#') else {
                if open.iter().all(|seen| *seen) {
                    body.push_str(line);
                    body.push('\n');
                }
                continue;
            };
            let (word, rest) = directive
                .trim()
                .split_once(char::is_whitespace)
                .unwrap_or((directive.trim(), ""));
            match word {
                "if" => open.push(!rest.contains("defined(__cplusplus)")),
                "ifdef" => open.push(false),
                "ifndef" => open.push(true),
                "else" => {
                    if let Some(last) = open.last_mut() {
                        *last = !*last;
                    }
                }
                "endif" => {
                    open.pop();
                }
                "define" if open.iter().all(|seen| *seen) => self.define(rest),
                _ => {}
            }
        }
        body
    }

    fn define(&mut self, text: &str) {
        let Some((name, _)) = text.split_once(' ') else {
            return;
        };
        if !name.starts_with("__") && !name.contains('(') {
            self.constants.insert(name.to_owned());
        }
    }

    fn declaration(&mut self, tokens: &[&str]) {
        match tokens {
            ["DEFINE_GUID", "(", name, ",", parts @ .., ")"] => {
                self.guids.insert((*name).to_owned(), guid(parts));
            }
            // A forward declaration of an interface.
            ["typedef", "interface", ..] | ["interface", ..] | ["EXTERN_C" | "extern", ..] | [] => {
            }
            ["typedef", "struct", name, "{", "BEGIN_INTERFACE", ..] => {
                let name = name.strip_suffix("Vtbl").unwrap_or(name);
                self.vtables.insert(name.to_owned());
            }
            ["typedef", rest @ ..] => self.typedef(rest),
            ["struct" | "union" | "enum", ..] => self.typedef(tokens),
            _ => self.function(tokens),
        }
    }

    fn typedef(&mut self, tokens: &[&str]) {
        let Some(kind @ ("struct" | "union" | "enum")) = tokens.first().copied() else {
            self.typedefs
                .extend(declarators(tokens).map(|found| found.name));
            return;
        };
        let Some(open) = tokens.iter().position(|token| *token == "{") else {
            self.typedefs
                .extend(declarators(tokens).map(|found| found.name));
            return;
        };
        let (body, behind) = block(&tokens[open..]);
        let mut names = Vec::new();
        for found in declarators(behind) {
            if found.plain {
                names.push(found.name);
            } else {
                self.typedefs.insert(found.name);
            }
        }
        let tag = tokens[1..open].last().filter(|tag| is_name(tag));
        // A type that only a pointer names: ours is made up from the pointer's name.
        if names.is_empty()
            && tag.is_none_or(|tag| tag.starts_with("__WIDL_"))
            && let Some(pointer) = declarators(behind).next()
        {
            names.push(format!("{}_Target", pointer.name));
        }
        let named = Named {
            tag: tag
                .filter(|tag| !tag.starts_with("__WIDL_"))
                .map(|tag| (*tag).to_owned()),
            names,
            members: match kind {
                "enum" => enumerators(body),
                _ => fields(body),
            },
        };
        match kind {
            "enum" => self.enums.push(named),
            _ => self.records.push(named),
        }
    }

    fn function(&mut self, tokens: &[&str]) {
        let Some(open) = tokens.iter().position(|token| *token == "(") else {
            return;
        };
        let name = tokens[..open].last().copied().unwrap_or_default();
        let is_stub = tokens[..open].contains(&"__RPC_USER")
            || ["_Proxy", "_Stub"].iter().any(|end| name.ends_with(end));
        if !is_stub {
            self.functions.insert(name.to_owned());
        }
    }
}

/// A declarator.
struct Declarator {
    name: String,
    /// It is a name and nothing else.
    plain: bool,
}

/// The names in `*a, b[4], (*c)(int), d(int)`; a type may stand before the first.
fn declarators<'a>(tokens: &'a [&'a str]) -> impl Iterator<Item = Declarator> + 'a {
    split(tokens, ",").filter_map(|tokens| {
        // Of `(__stdcall *name)(…)` the name stands before the first closing parenthesis.
        let end = tokens
            .iter()
            .position(|token| matches!(*token, ")" | "[" | ":"))
            .unwrap_or(tokens.len());
        // Of `name(…)`, before the opening one.
        let open = tokens[..end].iter().position(|token| *token == "(");
        let is_pointer = tokens.get(end + 1) == Some(&"(");
        let end = open.filter(|_| !is_pointer).unwrap_or(end);
        let name = tokens[..end].last().filter(|token| is_name(token))?;
        let width = match tokens.get(end..) {
            Some([":", width, ..]) => format!(":{width}"),
            _ => String::new(),
        };
        Some(Declarator {
            name: format!("{name}{width}"),
            plain: tokens.len() == 1,
        })
    })
}

/// The fields of a struct or union.
fn fields(body: &[&str]) -> String {
    let mut fields = Vec::new();
    for field in split(body, ";").filter(|field| !field.is_empty()) {
        let Some(open) = field.iter().position(|token| *token == "{") else {
            fields.extend(declarators(field).map(|found| found.name));
            continue;
        };
        let (inner, behind) = block(&field[open..]);
        let inner = match field.contains(&"enum") {
            true => String::new(),
            false => format!("{{{}}}", self::fields(inner)),
        };
        let mut names: Vec<String> = declarators(behind).map(|found| found.name).collect();
        if names.is_empty() {
            names.push(String::new());
        }
        fields.extend(names.iter().map(|name| {
            let name = match name.starts_with("__C89_NAMELESS") {
                true => "",
                false => name,
            };
            format!("{name}{inner}")
        }));
    }
    fields.join(", ")
}

fn enumerators(body: &[&str]) -> String {
    let names: Vec<&str> = split(body, ",")
        .filter_map(|tokens| tokens.first().copied())
        .collect();
    names.join(", ")
}

/// Every `DEFINE_GUID` of a header.
pub fn guids(header: &str) -> BTreeMap<String, Guid> {
    header
        .lines()
        .filter_map(|line| {
            let tokens = tokens(line.trim().strip_prefix("DEFINE_GUID")?);
            let ["(", name, ",", parts @ ..] = tokens.as_slice() else {
                return None;
            };
            Some(((*name).to_owned(), guid(parts)))
        })
        .collect()
}

fn guid(parts: &[&str]) -> Guid {
    let numbers: Vec<u32> = parts
        .iter()
        .filter_map(|part| {
            let digits = part.strip_prefix("0x").or_else(|| part.strip_prefix("0X"));
            match digits {
                Some(digits) => u32::from_str_radix(digits.trim_end_matches(['l', 'L']), 16).ok(),
                None => part.parse().ok(),
            }
        })
        .collect();
    let [a, b, c, tail @ ..] = numbers.as_slice() else {
        panic!("a GUID has eleven parts: {parts:?}");
    };
    let tail: Vec<u8> = tail.iter().map(|byte| *byte as u8).collect();
    let tail = tail.try_into().expect("eight bytes");
    Guid::from_fields(*a, *b as u16, *c as u16, tail)
}

/// The first declaration, without the semicolon, and what stands behind it.
fn declaration<'a, 'b>(tokens: &'a [&'b str]) -> (&'a [&'b str], &'a [&'b str]) {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        match *token {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            ";" if depth == 0 => return (&tokens[..at], &tokens[at + 1..]),
            _ => {}
        }
        // Macros stand alone: a semicolon is not needed behind them.
        if depth == 0 && *token == ")" && tokens[0] == "DEFINE_GUID" {
            let next = tokens[at + 1..].first() == Some(&";");
            return (&tokens[..=at], &tokens[at + 1 + usize::from(next)..]);
        }
    }
    (tokens, &[])
}

/// What stands between the first brace and its partner, and what stands behind that.
fn block<'a, 'b>(tokens: &'a [&'b str]) -> (&'a [&'b str], &'a [&'b str]) {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        match *token {
            "{" => depth += 1,
            "}" if depth == 1 => return (&tokens[1..at], &tokens[at + 1..]),
            "}" => depth -= 1,
            _ => {}
        }
    }
    (&[], &[])
}

/// The parts between separators that stand in no parentheses.
fn split<'a>(tokens: &'a [&'a str], separator: &str) -> impl Iterator<Item = &'a [&'a str]> {
    let mut depth = 0;
    tokens.split(move |token| {
        match *token {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        depth == 0 && *token == separator
    })
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
}

/// Words, and all other characters one by one. Comments are left out.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, behind)| behind);
        } else {
            let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let end = match is_word(first) {
                true => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
                false => first.len_utf8(),
            };
            tokens.push(&rest[..end]);
            rest = &rest[end..];
        }
        rest = rest.trim_start();
    }
    tokens
}
