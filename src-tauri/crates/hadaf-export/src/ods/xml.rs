//! Texts inside XML.

/// A text in an attribute or an element.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        push_escaped(&mut out, character);
    }
    out
}

fn push_escaped(out: &mut String, character: char) {
    match character {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\n' => out.push_str("&#10;"),
        '\t' => out.push_str("&#9;"),
        _ => out.push(character),
    }
}

/// Adds a text as paragraphs: a line each. XML joins spaces and knows no tabs, so that both have elements of their own.
pub(super) fn push_paragraphs(out: &mut String, text: &str) {
    for line in text.split('\n') {
        out.push_str("<text:p>");
        let mut after_space = true;
        for character in line.chars() {
            match character {
                ' ' if after_space => out.push_str("<text:s/>"),
                '\t' => out.push_str("<text:tab/>"),
                _ => push_escaped(out, character),
            }
            after_space = character == ' ';
        }
        out.push_str("</text:p>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_markup_and_no_space_is_lost() {
        let mut out = String::new();
        push_paragraphs(&mut out, " a  b\t<c>&\"d\"\nاردو");
        let first = "<text:p><text:s/>a <text:s/>b<text:tab/>&lt;c&gt;&amp;&quot;d&quot;</text:p>";
        assert_eq!(out, format!("{first}<text:p>اردو</text:p>"));
        assert_eq!(escaped("a\n\"b\"<"), "a&#10;&quot;b&quot;&lt;");
    }
}
