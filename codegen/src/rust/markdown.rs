//! IDL comments as Markdown that means what they say: brackets and angles stand as they are, an address is a link, and an
//! example is not Rust, which `cargo test` would compile.

/// Columns that make a line an example.
const EXAMPLE: usize = 4;

/// An IDL comment as Markdown.
pub(super) fn from_comment(docs: &str) -> String {
    let mut page = Page {
        may_be_example: true,
        ..Page::default()
    };
    for line in docs.trim_end().lines() {
        page.line(&without_tabs(line));
    }
    page.end()
}

/// What is written so far, and what the next line is a part of.
#[derive(Default)]
struct Page {
    lines: Vec<String>,
    block: Block,
    /// Where the text of the list item starts; 0 outside of lists.
    item: usize,
    /// Whether an indented line is an example here, and not more of a paragraph.
    may_be_example: bool,
}

#[derive(Default)]
enum Block {
    #[default]
    Text,
    /// An example between fences of that mark, so many times.
    Fenced(char, usize),
    /// An example by its indentation, and how many empty lines may still be its own.
    Indented(usize),
}

impl Page {
    fn line(&mut self, line: &str) {
        let text = line.trim();
        let column = line.len() - line.trim_start().len();
        match self.block {
            Block::Fenced(mark, count) => {
                // What is left of the item's text would end the list, and the example with it.
                let column = column.max(self.item);
                self.push(column, text);
                if closes(text, mark, count) {
                    self.block = Block::Text;
                    self.may_be_example = true;
                }
            }
            Block::Indented(gap) if text.is_empty() => self.block = Block::Indented(gap + 1),
            Block::Indented(gap) if column >= self.item + EXAMPLE => {
                self.skip(gap);
                self.push(column - EXAMPLE, text);
                self.block = Block::Indented(0);
            }
            Block::Indented(_) => {
                self.close();
                self.text(column, text);
            }
            Block::Text => self.text(column, text),
        }
    }

    fn text(&mut self, column: usize, text: &str) {
        let after_gap = std::mem::replace(&mut self.may_be_example, text.is_empty());
        if text.is_empty() {
            return self.push(0, "");
        }
        if after_gap && column < self.item || text.starts_with('#') {
            self.item = 0;
        }
        if let Some((mark, count, language)) = fence(text) {
            if column < self.item {
                self.item = 0;
            }
            let language = match language.starts_with(|it: char| it.is_ascii_alphabetic()) {
                true => language,
                false => "text",
            };
            let marks: String = std::iter::repeat_n(mark, count).collect();
            self.push(self.item, &format!("{marks}{language}"));
            self.block = Block::Fenced(mark, count);
        } else if after_gap && column >= self.item + EXAMPLE {
            self.push(self.item, "```text");
            self.push(column - EXAMPLE, text);
            self.block = Block::Indented(0);
        } else if let Some(width) = marker(text, self.item > 0 || after_gap)
            && column < self.item + EXAMPLE
        {
            self.item = column + width;
            self.push(column, &escaped(text));
        } else {
            self.may_be_example = text.starts_with('#');
            let column = if self.item > 0 { self.item } else { column };
            self.push(column, &escaped(text));
        }
    }

    fn push(&mut self, column: usize, text: &str) {
        let line = match text {
            "" => String::new(),
            text => format!("{:column$}{text}", ""),
        };
        self.lines.push(line);
    }

    fn skip(&mut self, lines: usize) {
        for _ in 0..lines {
            self.push(0, "");
        }
    }

    /// Ends the example that is open.
    fn close(&mut self) {
        let (fence, gap) = match std::mem::take(&mut self.block) {
            Block::Text => return,
            Block::Fenced(mark, count) => (std::iter::repeat_n(mark, count).collect(), 0),
            Block::Indented(gap) => ("```".to_owned(), gap),
        };
        self.push(self.item, &fence);
        self.skip(gap);
        self.may_be_example = true;
    }

    fn end(mut self) -> String {
        self.close();
        self.lines.join("\n")
    }
}

/// The mark of a fence that opens an example, how often it is there, and the language behind it.
fn fence(text: &str) -> Option<(char, usize, &str)> {
    let mark = text.chars().next().filter(|it| matches!(it, '`' | '~'))?;
    let language = text.trim_start_matches(mark);
    let count = text.len() - language.len();
    let is_fence = count >= 3 && !language.contains('`');
    is_fence.then_some((mark, count, language.trim()))
}

fn closes(text: &str, mark: char, count: usize) -> bool {
    text.len() >= count && text.chars().all(|it| it == mark)
}

/// How wide the mark of a list item is, with the space behind it. Within a paragraph a number is just a number.
fn marker(text: &str, may_be_number: bool) -> Option<usize> {
    let digits = text.trim_start_matches(|it: char| it.is_ascii_digit());
    let number = text.len() - digits.len();
    let rest = match number {
        0 => text.strip_prefix(['-', '*', '+']),
        1..=9 if may_be_number || text.starts_with("1.") => digits.strip_prefix(['.', ')']),
        _ => None,
    }?;
    let item = rest.trim_start();
    let space = rest.len() - item.len();
    match space {
        0 => None,
        // Further spaces would belong to an example.
        1..=EXAMPLE => Some(text.len() - item.len()),
        _ => Some(text.len() - rest.len() + 1),
    }
}

/// Tabs as far as Markdown takes them for, in columns of four.
fn without_tabs(line: &str) -> String {
    let mut output = String::with_capacity(line.len());
    let mut column = 0;
    for char in line.chars() {
        let width = if char == '\t' { 4 - column % 4 } else { 1 };
        match char {
            '\t' => output.extend(std::iter::repeat_n(' ', width)),
            char => output.push(char),
        }
        column += width;
    }
    output
}

fn escaped(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    let mut rest = text;
    let mut code = false;
    while let Some(char) = rest.chars().next() {
        let whole = match char {
            _ if code => None,
            '[' => link(rest),
            '<' => address(rest.get(1..).unwrap_or("")).and_then(|found| {
                let whole = rest.get(..found.len() + 2)?;
                whole.ends_with('>').then(|| whole.to_owned())
            }),
            _ => None,
        };
        let taken = if let Some(whole) = whole {
            output.push_str(&whole);
            whole.len()
        } else if !code && let Some(address) = address(rest) {
            output.push_str(&format!("<{address}>"));
            address.len()
        } else {
            match char {
                '`' => code = !code,
                '[' | ']' | '<' | '>' if !code => output.push('\\'),
                _ => {}
            }
            output.push(char);
            char.len_utf8()
        };
        rest = rest.get(taken..).unwrap_or("");
    }
    output
}

/// The address that a text starts with. A full stop behind it is not a part of it.
fn address(text: &str) -> Option<&str> {
    let host = ["https://", "http://"]
        .iter()
        .find_map(|scheme| text.strip_prefix(scheme))?;
    let is_part = |it: char| it.is_ascii_alphanumeric() || "-._~:/?#@!$&*+,;=%".contains(it);
    let end = host.find(|it| !is_part(it)).unwrap_or(host.len());
    let host = host
        .get(..end)?
        .trim_end_matches(['.', ',', ':', ';', '!', '?', '*', '_']);
    let scheme = text.find("://")? + "://".len();
    (!host.is_empty())
        .then(|| text.get(..scheme + host.len()))
        .flatten()
}

/// The link that a text starts with: words in brackets, and an address behind them.
fn link(text: &str) -> Option<String> {
    let (words, rest) = text.strip_prefix('[')?.split_once("](")?;
    let found = address(rest)?;
    let is_whole = rest.get(found.len()..)?.starts_with(')');
    let is_plain = !words.is_empty() && !words.contains(['[', ']', '<', '>']);
    (is_whole && is_plain).then(|| format!("[{words}]({found})"))
}

#[cfg(test)]
mod tests {
    use super::from_comment;

    #[track_caller]
    fn is(comment: &str, markdown: &str) {
        assert_eq!(from_comment(comment), markdown);
    }

    #[test]
    fn text_is_no_markup_but_code_is_code() {
        is("an [in] T<U>\n`a[0]`", "an \\[in\\] T\\<U\\>\n`a[0]`");
    }

    #[test]
    fn an_example_is_not_rust() {
        is("```\na[0]\n```\n", "```text\na[0]\n```");
        is("~~~\n  a;\n~~~\nso", "~~~text\n  a;\n~~~\nso");
        is("``` {.cpp}\na\n```", "```text\na\n```");
        is("```cpp\na\n```", "```cpp\na\n```");
        is(
            "Do:\n\n    p->A();\n\n      b[0];\n\nThen",
            "Do:\n\n```text\np->A();\n\n  b[0];\n```\n\nThen",
        );
        is("\ta\n\tb\nc", "```text\na\nb\n```\nc");
        is("# Do\n    a\n", "# Do\n```text\na\n```");
    }

    #[test]
    fn more_of_a_paragraph_is_no_example() {
        is(
            "@param a  how\n          many",
            "@param a  how\n          many",
        );
        is("three\n```a``` of them", "three\n```a``` of them");
    }

    #[test]
    fn an_example_ends_with_its_comment() {
        is("```\na", "```text\na\n```");
        is("~~~~cpp\n~~~", "~~~~cpp\n~~~\n~~~~");
        is("Do:\n\n    a", "Do:\n\n```text\na\n```");
    }

    #[test]
    fn more_of_a_list_item_stands_below_it() {
        is(
            "- one\nmore\n      still\n- two",
            "- one\n  more\n  still\n- two",
        );
        is(
            "1. one\nmore\n2) two\nmore",
            "1. one\n   more\n2) two\n   more",
        );
        is(
            "- one\n    - in it\n   more",
            "- one\n    - in it\n      more",
        );
        is(
            "- one\n\n  more\n\nafter\n    it",
            "- one\n\n  more\n\nafter\n    it",
        );
        is(
            "- one\n\n      a;\n  so",
            "- one\n\n  ```text\n  a;\n  ```\n  so",
        );
        is(
            "- one\n  ```\na;\n  ```\n- two",
            "- one\n  ```text\n  a;\n  ```\n- two",
        );
        is("- one\n```\na;\n```\nso", "- one\n```text\na;\n```\nso");
        is("since\n2019. It\nis", "since\n2019. It\nis");
        is("-1 is\nleft", "-1 is\nleft");
    }

    #[test]
    fn an_address_is_a_link() {
        is("at http://a.org/b_c.", "at <http://a.org/b_c>.");
        is("(https://a.org/b) x", "(<https://a.org/b>) x");
        is("<http://a.org> <b>", "<http://a.org> \\<b\\>");
        is(
            "[a b](http://a.org/#c) [in](b)",
            "[a b](http://a.org/#c) \\[in\\](b)",
        );
        is("`http://a.org` http://", "`http://a.org` http://");
    }

    #[test]
    fn tabs_are_columns() {
        is("a\tb", "a   b");
    }
}
