//! Directives of the preprocessor in quoted C.

/// `#word rest`, without a comment behind it.
pub(super) fn directive(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start().strip_prefix('#')?.trim_start();
    let mut slashes = line.match_indices('/').map(|(at, _)| at);
    let comment = slashes.find(|at| matches!(line.as_bytes().get(at + 1), Some(b'*' | b'/')));
    let line = line.get(..comment.unwrap_or(line.len()))?;
    let end = line.find(|c: char| !c.is_ascii_alphabetic());
    let (word, rest) = line.split_at(end.unwrap_or(line.len()));
    Some((word, rest.trim()))
}
