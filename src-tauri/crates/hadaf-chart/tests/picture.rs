//! What the SVG is made of, and that painting it puts the ink where the layout says.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::collections::BTreeSet;

use hadaf_chart::monthly::fixture::monthly;
use hadaf_chart::*;
use resvg::tiny_skia::Pixmap;

const SIZE: Size = Size {
    width: 960.0,
    height: 540.0,
};

/// Values of an attribute, wherever it stands.
fn attributes<'a>(svg: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    svg.split(&opening)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

#[test]
fn every_font_is_one_of_ours() {
    for (kind, spec) in fixtures() {
        let svg = spec.lay_out(SIZE, Theme::Light).unwrap().to_svg();
        let families: BTreeSet<&str> = attributes(&svg, "font-family").into_iter().collect();
        assert_eq!(families, BTreeSet::from([Typeface::Inter.families()]), "{kind}");
        assert!(Typeface::Inter.families().starts_with(FAMILY));
        assert_eq!(
            svg.matches("<text ").count(),
            attributes(&svg, "font-family").len(),
            "{kind}"
        );
        let weights: BTreeSet<&str> = attributes(&svg, "font-weight").into_iter().collect();
        assert!(weights.is_subset(&BTreeSet::from(["600"])), "{kind}: {weights:?}");
    }
}

#[test]
fn attributes_present_and_nothing_that_collides_or_is_refused() {
    for (kind, spec) in fixtures() {
        let svg = spec.lay_out(SIZE, Theme::Dark).unwrap().to_svg();
        for refused in [
            " style=", "<style", " id=", " class=", "<script", "href", "url(", "NaN", "inf",
        ] {
            assert!(!svg.contains(refused), "{kind} has {refused}");
        }
        assert!(
            svg.contains(" role=\"img\">\n<title>") && svg.contains("</title>\n<desc>"),
            "{kind}"
        );
        for name in [
            "x",
            "y",
            "cx",
            "cy",
            "r",
            "width",
            "height",
            "font-size",
            "stroke-width",
            "points",
        ] {
            for number in attributes(&svg, name)
                .into_iter()
                .flat_map(|value| value.split([' ', ',']))
            {
                let decimals = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
                assert!(decimals <= 2 && number.parse::<f64>().is_ok(), "{kind} {name} {number}");
            }
        }
    }
}

#[test]
fn equal_input_gives_equal_bytes() {
    for (_, spec) in fixtures() {
        let draw = || spec.lay_out(SIZE, Theme::Light).unwrap().to_svg();
        assert_eq!(draw(), draw());
    }
}

#[test]
fn hostile_text_stays_text() {
    let mut chart = monthly();
    let hostile = "</title></svg><script>alert(\"1\")</script>&amp;\u{0}\u{8}\u{ffff} 'x'";
    chart.frame.title = hostile.to_owned();
    chart.frame.alt = hostile.to_owned();
    chart.frame.note = hostile.to_owned();
    chart.plot.years[0].label = "<b>".to_owned();
    let svg = chart.map(Plot::Monthly).lay_out(SIZE, Theme::Light).unwrap().to_svg();
    assert!(!svg.contains("<script") && !svg.contains("<b>"));
    assert_eq!(svg.matches("</svg>").count(), 1);
    assert!(svg.chars().all(|letter| letter == '\n' || !letter.is_control()));
    png(&svg, Density::new(0.5).unwrap()).unwrap();
}

#[test]
fn what_cannot_be_drawn_is_refused_in_words() {
    let spec = monthly().map(Plot::Monthly);
    let refused =
        |spec: &ChartSpec<Plot>, width, height| spec.lay_out(Size { width, height }, Theme::Light).unwrap_err();
    for (width, height) in [(0.0, 540.0), (960.0, f64::NAN), (1e9, 540.0)] {
        assert!(matches!(refused(&spec, width, height), ChartError::Size { .. }));
    }
    let mut broken = monthly();
    broken.plot.points[3].value = f64::INFINITY;
    let error = refused(&broken.map(Plot::Monthly), 960.0, 540.0);
    assert!(matches!(error, ChartError::Value { .. }));
    assert_eq!(
        error.to_string(),
        "the value inf of 2022-10 cannot be placed on an axis"
    );
    let mut empty = monthly();
    empty.plot.points.clear();
    assert!(matches!(
        refused(&empty.map(Plot::Monthly), 960.0, 540.0),
        ChartError::Empty(_)
    ));
    assert!(matches!(png("no svg", Density::ONE), Err(ChartError::Svg(_))));
    assert!(matches!(
        png(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9000\" height=\"9000\"/>",
            Density::ONE
        ),
        Err(ChartError::Paint(_))
    ));
}

#[test]
fn texts_of_any_length_leave_the_plot_its_room() {
    for words in [
        "word ".repeat(1500),
        "x".repeat(2000),
        "برآمدات ".repeat(60),
        "漢字".repeat(250),
    ] {
        let mut wordy = monthly();
        wordy.frame.title.clone_from(&words);
        wordy.frame.subtitle.clone_from(&words);
        wordy.frame.source.clone_from(&words);
        wordy.plot.years[0].label.clone_from(&words);
        let scene = wordy.map(Plot::Monthly).lay_out(SIZE, Theme::Light).unwrap();
        assert!(scene.plot().height() > 150.0);
        let canvas = Rect::new(0.0, 0.0, SIZE.width, SIZE.height);
        for text in scene.texts() {
            assert!(canvas.grown(0.01).contains(&text.bounds), "{:?}", text.content);
        }
    }
}

/// Where an SVG has other than white pixels, in its own units.
fn ink(svg: &str, scale: f64) -> Option<Rect> {
    let pixels = Pixmap::decode_png(&png(svg, Density::new(scale).unwrap()).unwrap()).unwrap();
    let width = pixels.width() as usize;
    let mut found: Option<Rect> = None;
    for (index, pixel) in pixels.pixels().iter().enumerate() {
        if pixel.red() < 200 {
            let (x, y) = ((index % width) as f64, (index / width) as f64);
            let here = Rect::new(x, y, x + 1.0, y + 1.0);
            found = Some(found.map_or(here, |so_far| so_far.joined(&here)));
        }
    }
    found.map(|ink| Rect::new(ink.left / scale, ink.top / scale, ink.right / scale, ink.bottom / scale))
}

/// Checks the ink of one text of each role and weight; gives which were checked.
fn check_ink(kind: &str, spec: &ChartSpec<Plot>) -> BTreeSet<(Role, bool)> {
    let mut checked = BTreeSet::new();
    let scene = spec.lay_out(SIZE, Theme::Light).unwrap();
    let svg = scene.to_svg();
    // The same file with nothing but one of its texts, in black.
    let head = svg.split_inclusive("/>\n").next().unwrap();
    for (text, element) in scene.texts().zip(svg.lines().filter(|line| line.starts_with("<text "))) {
        if !checked.insert((text.role, text.weight == Weight::SemiBold)) {
            continue;
        }
        let fill = element.split(" fill=\"").nth(1).unwrap().split('"').next().unwrap();
        let alone = format!("{head}{}\n</svg>\n", element.replace(fill, "#000000"));
        let (painted, expected) = (ink(&alone, 4.0).unwrap(), text.ink().unwrap());
        for (edge, at, should) in [
            ("left", painted.left, expected.left),
            ("top", painted.top, expected.top),
            ("right", painted.right, expected.right),
            ("bottom", painted.bottom, expected.bottom),
        ] {
            assert!(
                (at - should).abs() < 1.0,
                "{kind} {:?}: {edge} {at}, not {should}",
                text.content
            );
        }
        // A mark over the first letter from the right may reach beyond its pen.
        let beyond = if text.is_of_one_font() {
            1.0
        } else {
            1.0 + 0.06 * text.size
        };
        assert!(
            text.bounds.grown(beyond).contains(&painted),
            "{kind} {:?}: ink leaves its box",
            text.content
        );
    }
    checked
}

#[test]
fn the_ink_is_where_the_layout_says() {
    // A fan adds no role of text to its kind.
    let kinds = fixtures().into_iter().filter(|(kind, _)| !kind.ends_with("fan"));
    let checked: BTreeSet<_> = kinds.flat_map(|(kind, spec)| check_ink(kind, &spec)).collect();
    assert!(checked.len() >= 10, "{checked:?}");
}

#[test]
fn urdu_is_painted_as_it_is_measured() {
    let mut chart = monthly();
    chart.frame.subtitle = "پاکستان کی آئی ٹی برآمدات، ملین ڈالر ماہانہ".to_owned();
    chart.plot.years[0].label = "مالی سال".to_owned();
    chart.plot.month_names = chart.plot.month_names.map(|_| "جولائی".to_owned());
    // Letters that no font has all of.
    chart.ticks.prefix = "$".to_owned();
    chart.ticks.suffix = " ملین".to_owned();
    chart.plot.derived_label = "حساب شدہ".to_owned();
    chart.frame.title = "\u{2068}برآمدات (کل) 📈\u{2069}, 18 December 2024: IT آئی ٹی".to_owned();
    let checked = check_ink("urdu", &chart.map(Plot::Monthly));
    assert!(checked.contains(&(Role::Month, false)) && checked.contains(&(Role::Remark, false)));
}
