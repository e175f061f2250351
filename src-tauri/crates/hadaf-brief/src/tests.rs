//! Whole documents: what stands on the page, what is in the file, and that it is always the same.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use typst::layout::{Frame, FrameItem};

use crate::fixture::{self, text};
use crate::{BriefError, Briefing, ChartPage, ChartText, Document, Piece, chart_pdf};

fn compile(change: impl FnOnce(&mut Briefing)) -> Document {
    let mut briefing = fixture::briefing();
    change(&mut briefing);
    Document::compile(&briefing).unwrap()
}

/// The words that stand on the pages, in reading order.
fn words(document: &Document) -> String {
    fn collect(frame: &Frame, words: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Text(item) => {
                    words.push_str(&item.text);
                    words.push(' ');
                }
                FrameItem::Group(group) => collect(&group.frame, words),
                _ => {}
            }
        }
    }
    let mut words = String::new();
    for page in document.paged().pages() {
        collect(&page.frame, &mut words);
    }
    words
}

/// Lowest edge of anything on a page, footer excepted, in points.
fn lowest(document: &Document, page: usize) -> f64 {
    fn collect(frame: &Frame, top: f64, low: &mut f64) {
        for (point, item) in frame.items() {
            let y = top + point.y.to_pt();
            match item {
                FrameItem::Group(group) => collect(&group.frame, y, low),
                FrameItem::Text(_) if y < FOOTER => *low = low.max(y),
                _ => {}
            }
        }
    }
    let mut low = 0.0;
    collect(&document.paged().pages()[page].frame, 0.0, &mut low);
    low
}

/// Where the footer starts on A4: 19 mm above the edge.
const FOOTER: f64 = (297.0 - 19.0) / 25.4 * 72.0;

#[test]
fn the_sample_fills_one_page() {
    let document = compile(|_| ());
    assert_eq!(document.page_count(), 1);
    let low = lowest(&document, 0);
    assert!(
        (FOOTER - 30.0..FOOTER).contains(&low),
        "the page ends at {low} of {FOOTER} pt"
    );
}

#[test]
fn every_text_stands_on_the_page_once() {
    let document = compile(|_| ());
    let words = words(&document);
    for once in [
        "$2,975\u{a0}m",
        "Business Recorder, 20 August 2025",
        "+24.2",
        "1 of 1",
        "Pace",
        "2,225 to go",
    ] {
        let expected = if once == "+24.2" { 2 } else { 1 };
        assert_eq!(words.matches(once).count(), expected, "{once} in {words}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let first = compile(|_| ()).pdf().unwrap();
    let elsewhere = std::thread::spawn(|| compile(|_| ()).pdf().unwrap()).join().unwrap();
    assert_eq!(first, elsewhere);
    typst::comemo::evict(0);
    assert_eq!(first, compile(|_| ()).pdf().unwrap());
    assert_ne!(first, compile(|b| b.date = Date::constant(2026, 4, 2)).pdf().unwrap());
}

#[test]
fn the_file_claims_both_standards_and_carries_its_data() {
    let pdf = compile(|_| ()).pdf().unwrap();
    let file = String::from_utf8_lossy(&pdf);
    for part in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Hadaf",
        "2026-04-01",
        "/AFRelationship/Data",
    ] {
        assert!(file.contains(part), "{part}");
    }
    assert!(!file.contains("Typst"), "the creator is ours");
}

/// How often each structure tag occurs.
fn tags(pdf: &[u8]) -> BTreeMap<String, usize> {
    let file = String::from_utf8_lossy(pdf);
    let mut tags = BTreeMap::new();
    for rest in file.split("/S/").skip(1) {
        let tag = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
        *tags.entry(tag).or_default() += 1;
    }
    tags
}

#[test]
fn the_tags_tell_a_screen_reader_what_is_what() {
    let tags = tags(&compile(|_| ()).pdf().unwrap());
    let count = |tag: &str| tags.get(tag).copied().unwrap_or_default();
    // Two tables; the grids that only place things are none. Column heads, and a head for every row.
    assert_eq!((count("Table"), count("TR"), count("TH")), (2, 6 + 6, 5 + 5 + 6));
    // Chart, years, pace, questions, sources: one level, none skipped. The title has a tag of its own.
    assert_eq!((count("Title"), count("H1"), count("H2")), (1, 5, 0));
    assert_eq!((count("Figure"), count("Caption")), (1, 1));
    // Bullets, questions and the sources in two columns; an item each.
    assert_eq!((count("L"), count("LI")), (4, 4 + 3 + 7));
    assert_eq!(count("Link"), 17);
}

#[test]
fn isolates_round_names_are_set_but_stay_out_of_the_metadata() {
    let pdf = compile(|b| b.title = "\u{2068}PSEB\u{2069}: half way".to_owned())
        .pdf()
        .unwrap();
    assert!(String::from_utf8_lossy(&pdf).contains(">PSEB: half way<"));
}

#[test]
fn data_is_never_read_as_markup() {
    let hostile =
        r##"#panic() *x* $y$ <a> @b = `c` \ "d" -- // e #import "@preview/x:1.0.0": * ] } [ #read("/etc/passwd")"##;
    let document = compile(|b| {
        b.title = hostile.to_owned();
        b.chart.title = hostile.to_owned();
        b.audience = hostile.to_owned();
        b.summary[0].pieces = vec![Piece::Run(hostile.to_owned()), Piece::Note(1)];
        b.questions[0].good_answer = hostile.to_owned();
        b.notes[0].text = hostile.to_owned();
        b.labels.years_columns[1] = hostile.to_owned();
        b.footer = hostile.to_owned();
        b.author = hostile.to_owned();
        b.description = hostile.to_owned();
    });
    // Lines may break between words and inside long ones; every character stays as it was.
    let published: String = words(&document).split_whitespace().collect();
    for word in hostile.split(' ') {
        assert!(published.matches(word).count() >= 8, "{word} in {published}");
    }
    assert!(document.pdf().is_ok());
}

#[test]
fn a_text_of_markup_and_nothing_else_is_set() {
    for title in ["=", "- ", "#", "/ a: b", "1.", "//", "/*", "***", "$", "\\"] {
        let document = compile(|b| title.clone_into(&mut b.title));
        assert!(words(&document).contains(title.trim()), "{title}");
    }
}

#[test]
fn long_content_tightens_and_then_flows() {
    let longer = |rows: usize, notes: u32| {
        compile(|b| {
            let row = b.years[0].clone();
            b.years.splice(0..0, std::iter::repeat_n(row, rows));
            let note = b.notes[5].clone();
            b.notes
                .extend((8..8 + notes).map(|number| crate::SourceNote { number, ..note.clone() }));
        })
    };
    assert_eq!(longer(3, 3).page_count(), 1);
    assert_eq!(longer(14, 20).page_count(), 2);
    let long = longer(50, 30);
    assert!(long.page_count() > 2);
    let words = words(&long);
    assert_eq!(words.matches("−881").count(), 51, "no row is lost");
    assert_eq!(words.matches("ARY News").count(), 31, "no note is lost");
    for page in 0..long.page_count() {
        assert!(lowest(&long, page) < FOOTER);
    }
    assert!(long.pdf().is_ok());
}

#[test]
fn a_page_with_little_on_it_stands() {
    let document = compile(|b| {
        b.headlines.clear();
        b.summary.clear();
        b.years.clear();
        b.pace.clear();
        b.questions.clear();
        b.notes.clear();
        b.attachments.clear();
        for text in [
            &mut b.audience,
            &mut b.chart.subtitle,
            &mut b.chart.note,
            &mut b.chart.source,
        ] {
            text.clear();
        }
    });
    assert_eq!(document.page_count(), 1);
    assert!(document.pdf().is_ok());
}

#[test]
fn metadata_may_be_in_any_script() {
    let document = compile(|b| {
        b.author = "Комитет 漢".to_owned();
        b.chart.alt = "漢 monthly exports".to_owned();
    });
    assert!(String::from_utf8_lossy(&document.pdf().unwrap()).contains("Комитет 漢"));
}

#[test]
fn neighbouring_marks_stay_apart() {
    let document = compile(|b| b.summary[3] = text("It ends near $4.57 bn.[1][6]"));
    assert!(words(&document).contains("1 , 6"));
}

#[test]
fn what_cannot_be_set_is_an_error_with_a_place() {
    let fault = |change: fn(&mut Briefing)| {
        let mut briefing = fixture::briefing();
        change(&mut briefing);
        Document::compile(&briefing).err().map(|error| error.to_string())
    };
    let said = |text: &str| Some(text.to_owned());
    assert_eq!(fault(|b| b.chart.alt.clear()), said("chart.alt is empty"));
    assert!(fault(|b| b.chart.svg = "<svg".to_owned()).unwrap().contains("SVG"));
    assert!(fault(|b| b.chart.svg.clear()).is_some());
}

#[test]
fn urdu_runs_from_the_right() {
    let document = compile(|b| {
        b.lang = "ur".to_owned();
        b.title = "آئی ٹی برآمدات: 5.2 ارب ڈالر".to_owned();
        b.summary.truncate(1);
    });
    let file = document.pdf().unwrap();
    let file = String::from_utf8_lossy(&file);
    assert!(file.contains("/Lang(ur)"));
    assert!(file.contains("/Direction/R2L"));
}

#[test]
fn previews_are_safe_to_stand_in_one_document() {
    let document = compile(|b| {
        let row = b.years[0].clone();
        b.years.extend(std::iter::repeat_n(row, 60));
    });
    let pages = document.pages_svg(fixture::CHART);
    assert_eq!(pages.len(), document.page_count());
    assert!(pages.len() > 1);
    let ids: Vec<_> = pages
        .iter()
        .flat_map(|page| page.split(r#" id=""#).skip(1))
        .map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "ids are unique");
    for page in &pages {
        for forbidden in [" style=", "<style", "<script", "<image", "data:", "href=\"http"] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
    }
    assert!(
        pages[0].contains("Feb 2026: $365 m (p)"),
        "the chart is in line, its words are words"
    );
}

#[test]
fn a_chart_leaves_alone() {
    let date = Date::constant(2026, 4, 1);
    let write = |svg: &str, alt: &str| {
        chart_pdf(&ChartPage {
            svg,
            texts: &[],
            alt,
            title: "Needed: $556 m",
            date,
            lang: "en",
        })
    };
    let pdf = write(fixture::CHART, "Monthly exports").unwrap();
    assert_eq!(pdf, write(fixture::CHART, "Monthly exports").unwrap());
    let file = String::from_utf8_lossy(&pdf);
    assert!(file.contains("<pdfuaid:part>1</pdfuaid:part>"));
    // 944 x 304 px at 3/4 pt.
    let size = file.split("/MediaBox").nth(1).and_then(|rest| rest.split(']').next());
    assert_eq!(size, Some("[0 0 708 228"));
    assert_eq!(
        write(fixture::CHART, "  "),
        Err(BriefError::Empty {
            place: "chart.alt".to_owned()
        })
    );
    assert!(matches!(write("no svg", "x"), Err(BriefError::Typesetting(_))));
}

/// Texts that people type or paste by mistake.
const HOSTILE: [&str; 12] = [
    "برآمدات (کل): آئی ٹی",
    "IT برآمدات 2026",
    "出口总额",
    "Экспорт",
    "📈👨\u{200d}👩\u{fe0f}",
    "a\u{202e}b\u{2066}c",
    "\u{0}\u{1}\u{7}",
    "line\nline\ttab\r\n",
    "\u{e000}\u{feff}\u{fffe}\u{fffd}",
    "<&>\"'</text>#set page()",
    "\u{2068}\u{2068}",
    "हिंदी ไทย 한국",
];

#[test]
fn nothing_that_is_typed_blocks_a_page_or_a_chart() {
    let long: [String; 2] = ["word ".repeat(100), "x".repeat(500)];
    for words in HOSTILE.into_iter().chain(long.iter().map(String::as_str)) {
        let texts = [ChartText {
            words: words.to_owned(),
            left: 10.0,
            baseline: 30.0,
            width: 80.0,
            size: 13.0,
            weight: 600,
            colour: "#0a46a2".to_owned(),
        }];
        let document = compile(|b| {
            b.title.push_str(words);
            words.clone_into(&mut b.author);
            words.clone_into(&mut b.audience);
            b.chart.title.push_str(words);
            b.chart.alt.push_str(words);
            b.chart.texts = texts.to_vec();
            b.summary[0].pieces = vec![Piece::Run(words.to_owned()), Piece::Note(1)];
            words.clone_into(&mut b.questions[0].good_answer);
            words.clone_into(&mut b.notes[0].text);
            words.clone_into(&mut b.attachments[0].description);
            b.attachments[0].description.push('.');
        });
        assert!(document.pdf().is_ok(), "{words:?}: {:?}", document.pdf());
        let chart = ChartPage {
            svg: fixture::CHART,
            texts: &texts,
            alt: &format!("x{words}"),
            title: &format!("x{words}"),
            date: Date::constant(2026, 4, 1),
            lang: "en",
        };
        assert_eq!(chart_pdf(&chart).err(), None, "{words:?}");
    }
}

#[test]
fn marks_do_not_run_into_their_figures() {
    let document = compile(|_| ());
    let words = words(&document);
    for merged in ["3,5006", "FY20225", "3,500 6"] {
        assert!(!words.contains(merged), "{merged} in {words}");
    }
    assert!(
        words.contains("3,500 \u{202f} 6") || words.contains("3,500 \u{202f}6"),
        "{words}"
    );
}
