//! Where texts and comments end, where a function begins, and which types a file defines.

use std::ops::Range;

/// A function with a body.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// The line of its `fn`, from 1.
    pub line: usize,
    /// Lines from its `fn` to its closing brace.
    pub lines: usize,
}

/// `text` with comments, and what stands between quotes, blanked; every line keeps its place.
pub(super) fn blank(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let (hidden, next) = match bytes[at] {
            b'/' if bytes[at..].starts_with(b"//") => {
                let end = find(bytes, at, b"\n").unwrap_or(bytes.len());
                (at..end, end)
            }
            b'/' if bytes[at..].starts_with(b"/*") => {
                let end = block_comment(bytes, at);
                (at..end, end)
            }
            b'r' if !follows_word(bytes, at) || is_byte_prefix(bytes, at) => match raw_text(bytes, at) {
                Some((inside, end)) => (inside, end),
                None => (at..at, at + 1),
            },
            b'"' => {
                let end = quoted(bytes, at + 1, b'"');
                (at + 1..end, end + 1)
            }
            b'\'' => match character(text, at) {
                Some(end) => (at..end, end),
                None => (at..at, at + 1),
            },
            _ => (at..at, at + 1),
        };
        for byte in &mut code[hidden] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        at = next;
    }
    String::from_utf8(code).expect("whole characters are blanked or kept")
}

fn find(bytes: &[u8], from: usize, mark: &[u8]) -> Option<usize> {
    bytes[from..]
        .windows(mark.len())
        .position(|window| window == mark)
        .map(|found| from + found)
}

/// Rust nests them.
fn block_comment(bytes: &[u8], start: usize) -> usize {
    let (mut at, mut depth) = (start + 2, 1);
    while at < bytes.len() && depth > 0 {
        let step = match bytes.get(at..at + 2) {
            Some(b"/*") => 1,
            Some(b"*/") => -1,
            _ => 0,
        };
        depth += step;
        at += if step == 0 { 1 } else { 2 };
    }
    at.min(bytes.len())
}

fn is_word(byte: u8) -> bool {
    byte == b'_' || byte.is_ascii_alphanumeric()
}

fn follows_word(bytes: &[u8], at: usize) -> bool {
    at > 0 && is_word(bytes[at - 1])
}

/// The `r` of `br".."` and `cr".."`.
fn is_byte_prefix(bytes: &[u8], at: usize) -> bool {
    at > 0 && matches!(bytes[at - 1], b'b' | b'c') && !follows_word(bytes, at - 1)
}

/// What `r".."` and `r#".."#` hold, and where they end.
fn raw_text(bytes: &[u8], at: usize) -> Option<(Range<usize>, usize)> {
    let hashes = bytes[at + 1..].iter().take_while(|byte| **byte == b'#').count();
    let open = at + 1 + hashes;
    if bytes.get(open) != Some(&b'"') {
        return None;
    }
    let mut close = vec![b'"'];
    close.resize(hashes + 1, b'#');
    let end = find(bytes, open + 1, &close).unwrap_or(bytes.len());
    Some((open + 1..end, (end + close.len()).min(bytes.len())))
}

/// Where the quote stands that ends a text.
fn quoted(bytes: &[u8], from: usize, quote: u8) -> usize {
    let mut at = from;
    while at < bytes.len() && bytes[at] != quote {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at.min(bytes.len())
}

/// Where a character such as `'x'` ends; `None` for a lifetime.
fn character(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.get(at + 1) == Some(&b'\\') {
        // The escaped character may itself be a quote.
        return Some(quoted(bytes, at + 3, b'\'') + 1);
    }
    let length = text[at + 1..].chars().next()?.len_utf8();
    (bytes.get(at + 1 + length) == Some(&b'\'')).then_some(at + length + 2)
}

/// The index after the brace that closes the one at `open`.
pub(super) fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return at + 1;
        }
    }
    code.len()
}

/// `code` with every item under `#[cfg(test)]` blanked.
pub(super) fn without_tests(code: &str) -> String {
    let mut code = code.to_owned();
    while let Some(start) = code.find("#[cfg(test)]").or_else(|| code.find("#[cfg(all(test")) {
        let rest = &code[start..];
        let end = match (rest.find('{'), rest.find(';')) {
            (Some(brace), semicolon) if semicolon.is_none_or(|semicolon| brace < semicolon) => {
                closing(&code, start + brace)
            }
            (_, Some(semicolon)) => start + semicolon + 1,
            _ => code.len(),
        };
        let hidden: String = code[start..end]
            .chars()
            .map(|c| if c == '\n' { c } else { ' ' })
            .collect();
        code.replace_range(start..end, &hidden);
    }
    code
}

/// The places of `word` as a word of its own.
pub(super) fn places<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let bytes = code.as_bytes();
        let ends = bytes.get(at + word.len()).is_none_or(|byte| !is_word(*byte));
        ends && !follows_word(bytes, *at)
    })
}

/// The word that starts at or after `at`, over spaces.
pub(super) fn word_at(code: &str, at: usize) -> &str {
    let rest = code[at..].trim_start();
    let end = rest
        .find(|c: char| c != '_' && !c.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    &rest[..end]
}

fn line_of(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

/// Every function with a body in `code`, of which comments and texts are blanked.
#[must_use]
pub fn functions(code: &str) -> Vec<Function> {
    let mut found = Vec::new();
    for at in places(code, "fn") {
        let name = word_at(code, at + 2);
        // A type such as `fn(u8)` has no name; a declaration ends before its body.
        let Some(open) = body(code, at) else { continue };
        if !name.is_empty() {
            let line = line_of(code, at);
            let lines = line_of(code, closing(code, open)) - line + 1;
            found.push(Function {
                name: name.to_owned(),
                line,
                lines,
            });
        }
    }
    found
}

/// The brace that opens a function's body: the first outside of its brackets.
fn body(code: &str, at: usize) -> Option<usize> {
    let mut depth = 0;
    for (place, byte) in code.bytes().enumerate().skip(at) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' if depth == 0 => return None,
            b')' | b']' => depth -= 1,
            b'{' if depth == 0 => return Some(place),
            b';' | b'}' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// The names of the types that `code` defines. A type inside an `impl` or a trait belongs to that.
#[must_use]
pub fn type_names(code: &str) -> Vec<String> {
    let blocks: Vec<Range<usize>> = ["impl", "trait"]
        .iter()
        .flat_map(|word| places(code, word))
        .filter(|at| starts_item(code, *at))
        .filter_map(|at| {
            let open = at + code[at..].find('{')?;
            Some(open..closing(code, open))
        })
        .collect();
    let mut found = Vec::new();
    for word in ["struct", "enum", "union", "trait", "type"] {
        for at in places(code, word).filter(|at| starts_item(code, *at)) {
            let name = word_at(code, at + word.len());
            let is_inside = word == "type" && blocks.iter().any(|block| block.contains(&at));
            if name.starts_with(|first: char| first.is_ascii_uppercase()) && !is_inside {
                found.push(name.to_owned());
            }
        }
    }
    found
}

/// Whether nothing but its visibility stands before `at` on its line.
fn starts_item(code: &str, at: usize) -> bool {
    let line = code[..at].rfind('\n').map_or(0, |end| end + 1);
    let before = code[line..at].trim();
    let before = before.strip_suffix("unsafe").unwrap_or(before).trim_end();
    before.is_empty() || before == "pub" || (before.starts_with("pub(") && before.ends_with(')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str = r##"
/// fn no() {}
pub(crate) struct One<'a> { text: &'a str }
/* fn nested() { /* } */ } */
impl Iterator for One<'_> {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        let _brace = ('{', '\'', "} fn x() {", r#""}"#, b'}');
        None
    }
}
trait Two { type Inner; fn declared(&self, f: fn(u8) -> u8); }
type Three = u8;
#[cfg(test)]
mod tests {
    struct Hidden;
    fn in_a_test() {}
}
"##;

    #[test]
    fn functions_end_where_they_end() {
        let found = functions(&blank(CODE));
        let names: Vec<(&str, usize, usize)> = found
            .iter()
            .map(|one| (one.name.as_str(), one.line, one.lines))
            .collect();
        assert_eq!(names, [("next", 7, 4), ("in_a_test", 17, 1)]);
    }

    #[test]
    fn types_are_those_of_the_program() {
        let names = type_names(&without_tests(&blank(CODE)));
        assert_eq!(names, ["One", "Two", "Three"]);
    }

    #[test]
    fn lines_stay_where_they_are() {
        assert_eq!(blank(CODE).lines().count(), CODE.lines().count());
        assert_eq!(blank(CODE).len(), CODE.len());
    }
}
