//! Directives of the preprocessor in quoted C.

/// `#word rest`, without a comment behind it.
pub(super) fn directive(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start().strip_prefix('#')?.trim_start();
    let end = line.find("/*").or_else(|| line.find("//"));
    let line = line.get(..end.unwrap_or(line.len()))?;
    let end = line.find(|c: char| !c.is_ascii_alphabetic());
    let (word, rest) = line.split_at(end.unwrap_or(line.len()));
    Some((word, rest.trim()))
}
