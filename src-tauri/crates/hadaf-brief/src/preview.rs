//! A page as SVG that can stand in the window's own document.
//!
//! Typst writes one file per page, made for use alone. In one document the ids of several pages
//! meet, and a chart inside `<image>` is a document of its own, which cannot see the window's
//! fonts. So ids get a prefix, and the chart takes the place of its image.

/// `page` (Typst's SVG) with `prefix` before every id and `chart` (an SVG) drawn in line.
pub(crate) fn inline(page: &str, chart: &str, prefix: &str) -> String {
    let page = prefix_ids(page, prefix);
    let Some((before, image, after)) = cut_image(&page) else {
        return page;
    };
    let chart = prefix_ids(chart, &format!("{prefix}chart-"));
    // Stays as Typst wrote it if either lacks a size: the picture is right, only its font is not.
    let Some(transform) = placement(image, &chart) else {
        return page;
    };
    format!(r#"{before}<g transform="{transform}">{chart}</g>{after}"#)
}

/// Maps the chart's own size onto that of its image.
fn placement(image: &str, chart: &str) -> Option<String> {
    let root = &chart[chart.find("<svg")?..];
    let root = &root[..=root.find('>')?];
    let scale = |name| Some(number(attribute(image, name)?)? / number(attribute(root, name)?)?);
    let (x, y) = (scale("width")?, scale("height")?);
    let outer = attribute(image, "transform").unwrap_or_default();
    Some(format!("{outer} scale({x} {y})").trim_start().to_owned())
}

/// The text before the first image, its tag, and the text after it.
fn cut_image(page: &str) -> Option<(&str, &str, &str)> {
    let start = page.find("<image ")?;
    let end = start + page[start..].find("/>")? + 2;
    Some((&page[..start], &page[start..end], &page[end..]))
}

/// The value of an attribute of one tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split(&format!(r#" {name}=""#)).nth(1)?.split('"').next()
}

/// A length in user units; "px" may follow.
fn number(text: &str) -> Option<f64> {
    text.trim_end_matches("px").parse().ok().filter(|n: &f64| *n > 0.0)
}

/// Prefixes ids and what refers to them, inside of tags only.
fn prefix_ids(svg: &str, prefix: &str) -> String {
    let mut out = String::with_capacity(svg.len() + svg.len() / 8);
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let length = tag_length(&rest[start..]);
        let (before, tag) = (&rest[..start], &rest[start..start + length]);
        out.push_str(before);
        if tag.contains(['#', 'i']) {
            let tag = tag.replace(r#" id=""#, &format!(r#" id="{prefix}"#));
            let tag = tag.replace(r##"href="#"##, &format!(r##"href="#{prefix}"##));
            out.push_str(&tag.replace("url(#", &format!("url(#{prefix}")));
        } else {
            out.push_str(tag);
        }
        rest = &rest[start + length..];
    }
    out.push_str(rest);
    out
}

/// Bytes from `<` to the `>` that closes it, past any in quotes.
fn tag_length(text: &str) -> usize {
    let mut quote = None;
    for (index, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return index + 1,
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_references_are_prefixed_but_not_prose() {
        let svg = r##"<svg><clipPath id="c1"/><use xlink:href="#g2"/><g clip-path="url(#c1)" aria-label="a > b"><text> id="x" url(#y)</text></g></svg>"##;
        let expected = r##"<svg><clipPath id="p1-c1"/><use xlink:href="#p1-g2"/><g clip-path="url(#p1-c1)" aria-label="a > b"><text> id="x" url(#y)</text></g></svg>"##;
        assert_eq!(prefix_ids(svg, "p1-"), expected);
    }

    #[test]
    fn the_chart_takes_the_place_and_size_of_its_image() {
        let page = r#"<svg><g/><image transform="translate(5 6)" xlink:href="data:" width="100" height="50" preserveAspectRatio="none"/><g/></svg>"#;
        let chart = r#"<svg width="200px" height="200" viewBox="0 0 200 200"><path id="a"/></svg>"#;
        assert_eq!(
            inline(page, chart, "p1-"),
            r#"<svg><g/><g transform="translate(5 6) scale(0.5 0.25)"><svg width="200px" height="200" viewBox="0 0 200 200"><path id="p1-chart-a"/></svg></g><g/></svg>"#
        );
    }

    #[test]
    fn a_page_without_a_chart_stays() {
        assert_eq!(inline("<svg><g/></svg>", "<svg/>", "p2-"), "<svg><g/></svg>");
    }
}
