//! For which machines quoted C is, as far as its conditionals ask for the machine.

use super::directive::directive;
use crate::machines::Machines;
use crate::source::FileId;

/// The quoted conditionals around the present line, from the outside inwards.
#[derive(Clone, Debug, Default)]
pub(super) struct Conditions(Vec<Condition>);

/// A quoted `#if` with what follows it up to its `#endif`.
#[derive(Clone, Copy, Debug)]
struct Condition {
    /// Where it stands.
    file: FileId,
    /// The machines that the present part is for.
    holds: Machines,
    /// Those that no part was for that asked for machines.
    rest: Machines,
}

impl Conditions {
    /// The machines that the present line is for.
    pub(super) fn machines(&self) -> Machines {
        let holds = self.0.iter().map(|condition| condition.holds);
        holds.fold(Machines::ALL, Machines::and)
    }

    /// The file that hides the present line from C on all machines, as by `#if 0`.
    pub(super) fn hiding(&self) -> Option<FileId> {
        let mut inwards = self.0.iter();
        let hiding = inwards.rfind(|condition| condition.holds == Machines::NONE);
        hiding.map(|condition| condition.file)
    }

    /// Passes a quoted line of a file.
    pub(super) fn pass(&mut self, line: &str, file: FileId) {
        match directive(line) {
            Some((word @ ("if" | "ifdef" | "ifndef"), rest)) => {
                let asked = asked(word, rest);
                self.0.push(Condition::of(asked, Machines::ALL, file));
            }
            Some((word @ ("elif" | "else"), rest)) => {
                if let Some(condition) = self.0.last_mut() {
                    let asked = (word == "elif").then(|| asked(word, rest));
                    *condition = Condition::of(asked.flatten(), condition.rest, condition.file);
                }
            }
            Some(("endif", _)) => {
                self.0.pop();
            }
            _ => {}
        }
    }
}

impl Condition {
    /// Of what asks for something else than the machine, all is taken.
    fn of(asked: Option<Machines>, rest: Machines, file: FileId) -> Self {
        match asked {
            Some(asked) => Self {
                file,
                holds: rest.and(asked),
                rest: rest.without(asked),
            },
            None => Self {
                file,
                holds: rest,
                rest,
            },
        }
    }
}

/// The machines for which a conditional holds; `None` for one that asks for something else.
fn asked(word: &str, rest: &str) -> Option<Machines> {
    let mut tokens = Tokens(rest);
    match word {
        "ifdef" => Machines::that_define(tokens.next()?),
        "ifndef" => Some(Machines::ALL.without(Machines::that_define(tokens.next()?)?)),
        _ => {
            let mut expression = Expression {
                token: tokens.next(),
                tokens,
            };
            let asked = expression.any(0)?;
            expression.token.is_none().then_some(asked)?
        }
    }
}

/// Words, and the operators that count.
struct Tokens<'a>(&'a str);

impl<'a> Iterator for Tokens<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let text = self.0.trim_start();
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let first = text.chars().next()?;
        let length = match first {
            _ if is_word(first) => text.find(|c| !is_word(c)).unwrap_or(text.len()),
            _ => ["&&", "||", "!=", "==", "<=", ">="]
                .iter()
                .find(|operator| text.starts_with(**operator))
                .map_or(first.len_utf8(), |operator| operator.len()),
        };
        let (token, rest) = text.split_at(length);
        self.0 = rest;
        Some(token)
    }
}

/// What an expression asks for: `Some(None)` where that is not the machine. Methods return `None` for what is no expression that
/// is known here.
struct Expression<'a> {
    /// The next token.
    token: Option<&'a str>,
    tokens: Tokens<'a>,
}

impl<'a> Expression<'a> {
    fn take(&mut self) -> Option<&'a str> {
        let taken = self.token?;
        self.token = self.tokens.next();
        Some(taken)
    }

    fn takes(&mut self, token: &str) -> bool {
        let found = self.token == Some(token);
        if found {
            self.take();
        }
        found
    }

    /// `a || b`
    fn any(&mut self, depth: usize) -> Option<Option<Machines>> {
        let mut asked = self.all(depth)?;
        while self.takes("||") {
            asked = both(asked, self.all(depth)?, Machines::or);
        }
        Some(asked)
    }

    /// `a && b`
    fn all(&mut self, depth: usize) -> Option<Option<Machines>> {
        let mut asked = self.compared(depth)?;
        while self.takes("&&") {
            asked = both(asked, self.compared(depth)?, Machines::and);
        }
        Some(asked)
    }

    /// `_MSC_VER >= 800` is about something else.
    fn compared(&mut self, depth: usize) -> Option<Option<Machines>> {
        let asked = self.one(depth)?;
        let operators = ["==", "!=", "<", ">", "<=", ">="];
        if !self.token.is_some_and(|token| operators.contains(&token)) {
            return Some(asked);
        }
        self.take();
        self.one(depth)?;
        Some(None)
    }

    fn one(&mut self, depth: usize) -> Option<Option<Machines>> {
        // Nobody nests deeper.
        if depth > 16 {
            return None;
        }
        let mut negated = false;
        while self.takes("!") {
            negated = !negated;
        }
        let asked = match self.take()? {
            "(" => {
                let asked = self.any(depth + 1)?;
                self.takes(")").then_some(asked)?
            }
            "defined" => {
                let in_parentheses = self.takes("(");
                let name = self.take()?;
                (!in_parentheses || self.takes(")")).then_some(())?;
                Machines::that_define(name)
            }
            "0" => Some(Machines::NONE),
            "1" => Some(Machines::ALL),
            word if word.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_') => {
                Machines::that_define(word)
            }
            _ => return None,
        };
        Some(match negated {
            true => asked.map(|asked| Machines::ALL.without(asked)),
            false => asked,
        })
    }
}

/// What asks for something else says nothing of the machine.
fn both(
    a: Option<Machines>,
    b: Option<Machines>,
    join: impl Fn(Machines, Machines) -> Machines,
) -> Option<Machines> {
    match (a, b) {
        (Some(a), Some(b)) => Some(join(a, b)),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_ask_for_machines() {
        let wide = Some(Machines::WIDE);
        let narrow = Some(Machines::X86);
        for (line, expected) in [
            ("ifdef _WIN64", wide),
            ("ifndef _WIN64 // 32 bits", narrow),
            ("if defined( _WIN64 )", wide),
            ("if !defined _WIN64", narrow),
            ("if _WIN64", wide),
            ("ifdef _X86_", narrow),
            ("if !(defined(_M_IX86))", wide),
            (
                "if defined(_M_AMD64) || defined(_M_IA64)",
                Some(Machines::X64),
            ),
            ("if defined(_M_AMD64) || defined(_M_ARM64)", wide),
            (
                "if defined(_WIN64) && !defined(_M_ARM64)",
                Some(Machines::X64),
            ),
            ("if !defined(RC_INVOKED) && !defined(_WIN64)", narrow),
            (
                "if _MSC_VER >= 800 && defined(_WIN32) && !!defined(_WIN64)",
                wide,
            ),
            ("ifndef _WIN32", Some(Machines::NONE)),
            ("if 0", Some(Machines::NONE)),
            ("if 1 || 0", Some(Machines::ALL)),
            ("ifdef STRICT", None),
            ("if _WIN32_WINNT >= 0x0600", None),
            ("if defined(_WIN64) ? 1 : 0", None),
            ("if defined(", None),
            ("if (defined(_WIN64)", None),
            ("if", None),
            ("ifdef", None),
        ] {
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            assert_eq!(asked(word, rest), expected, "{line}");
        }
        let deep = format!("{}_WIN64{}", "(".repeat(100_000), ")".repeat(100_000));
        assert_eq!(asked("if", &deep), None);
    }
}
