//! A whole briefing for the tests: Pakistan's IT exports as known on 1 April 2026. Its figures are
//! those of the published series, worked out by hand from it.

use jiff::civil::Date;

use crate::{
    Attachment, Briefing, ChartBlock, Headline, Labels, PaceRow, Piece, QuestionBlock, SourceNote, Text, YearRow,
};

/// The picture: monthly exports against the path of the target.
pub(crate) const CHART: &str = include_str!("fixture/trajectory.svg");

/// Prose with marks written as "[1]" and figures as people type them: "$5.2 bn", "19.9 %".
pub(crate) fn text(words: &str) -> Text {
    let mut pieces = Vec::new();
    for part in words.split('[') {
        let (mark, run) = part.split_once(']').unwrap_or(("", part));
        pieces.extend(mark.parse().map(Piece::Note));
        if !run.is_empty() {
            pieces.push(Piece::Run(figures(run)));
        }
    }
    Text { pieces }
}

/// No-break spaces before units.
fn figures(words: &str) -> String {
    [" bn", " m ", " m;", " m.", " %"]
        .iter()
        .fold(format!("{words} "), |text, unit| {
            text.replace(unit, &unit.replacen(' ', "\u{a0}", 1))
        })
        .trim_end_matches(' ')
        .to_owned()
        + if words.ends_with(' ') { " " } else { "" }
}

fn year([fiscal_year, exports, growth, target, gap]: [&str; 5]) -> YearRow {
    YearRow {
        fiscal_year: text(fiscal_year),
        exports: exports.to_owned(),
        growth: growth.to_owned(),
        target: text(target),
        gap: gap.to_owned(),
        current: fiscal_year.contains(" to "),
    }
}

fn pace([label, value]: [&str; 2]) -> PaceRow {
    PaceRow {
        label: text(label),
        value: figures(value),
    }
}

fn question([ask, good_answer]: [&str; 2]) -> QuestionBlock {
    QuestionBlock {
        ask: text(ask),
        good_answer: good_answer.to_owned(),
    }
}

fn headline([label, value, unit]: [&str; 3]) -> Headline {
    Headline {
        label: figures(label),
        value: figures(value),
        unit: unit.to_owned(),
    }
}

fn chart() -> ChartBlock {
    ChartBlock {
        title: figures("Reaching $5.2 bn needs $556 m a month from March to June; the best month so far is $437 m"),
        subtitle: "Pakistan’s IT exports, US$ million a month, July 2022 to February 2026".to_owned(),
        svg: CHART.to_owned(),
        texts: Vec::new(),
        width: 944.0,
        alt: "Monthly IT exports July 2022 to February 2026, from 199 to 365 US$ million, best month \
              December 2025 with 437; the $5.2 bn target for FY2026 needs 556 a month from March to June."
            .to_owned(),
        note: "(p) first release. □ calculated from published totals. Grey dot: first release, since revised."
            .to_owned(),
        source: "Source: State Bank of Pakistan, as reported; latest releases known on 1 April 2026. FY: July to June."
            .to_owned(),
    }
}

fn labels() -> Labels {
    Labels {
        years_heading: "Five years against their targets".to_owned(),
        years_columns: ["Fiscal year", "Exports, $ m", "Growth, %", "Target, $ m", "Gap, $ m"].map(str::to_owned),
        years_note: "Growth is on the same months a year earlier; growth needed is that of March to June.".to_owned(),
        pace_heading: "Pace".to_owned(),
        questions_heading: "Three questions for the Ministry of IT".to_owned(),
        sources_heading: "Sources".to_owned(),
        page_of: " of ".to_owned(),
    }
}

fn questions() -> Vec<QuestionBlock> {
    [
        [
            "March to June must bring $2,225 m, 68 % more than a year earlier. Which measures will add \
             how much, and from which month?",
            "A good answer: amount, month, owner for each.",
        ],
        [
            "This committee was told $5.2 bn;[2] on 20 August 2025 the figure was $5.0 bn.[4] Which \
             stands, and on what date was it set?",
            "A good answer: one figure, its date, the document.",
        ],
        [
            "FY2025 closed at $3,810 m against $4,200 m;[6] later $3,800 m was called met.[7] When was \
             the target changed, and by whom?",
            "A good answer: decision, date, signatory.",
        ],
    ]
    .map(question)
    .into()
}

fn notes() -> Vec<SourceNote> {
    [
        "Eight monthly observations, State Bank of Pakistan as reported; the latest: Pakistan Digital Post, \
         undated, about March 2026",
        "Being Guru, undated, before July 2025",
        "Arab News, 20 January 2026",
        "Business Recorder, 20 August 2025",
        "ProPakistani, 18 July 2023; Arab News, 20 July 2024",
        "Profit, 16 December 2021; Business Recorder, 20 July 2021; ARY News, 18 December 2024",
        "TechJuice, 8 August 2025, quoting the PM Office",
    ]
    .into_iter()
    .zip(1..)
    .map(|(text, number)| SourceNote {
        number,
        text: text.to_owned(),
    })
    .collect()
}

fn attachments() -> Vec<Attachment> {
    vec![
        Attachment {
            name: "data.csv".to_owned(),
            mime: "text/csv".to_owned(),
            description: "The observations behind the figures, one a line.".to_owned(),
            bytes: b"series,period,value,published,source\nit-exports,2025-12,437,2026-01-20,Arab News\n".to_vec(),
        },
        Attachment {
            name: "data.json".to_owned(),
            mime: "application/json".to_owned(),
            description: "The same with sources and claims.".to_owned(),
            bytes: br#"{"series":"it-exports","observations":[{"period":"2025-12","value":437}]}"#.to_vec(),
        },
    ]
}

/// The briefing of the sample, one page long.
pub(crate) fn briefing() -> Briefing {
    Briefing {
        lang: "en".to_owned(),
        title: figures("IT exports: $5.2 bn is out of reach at the pace so far"),
        description: "Pakistan’s IT exports against the Ministry’s target for FY2026, with three questions.".to_owned(),
        author: "Pakistan IT exports".to_owned(),
        audience: "Senate Standing Committee on Information Technology and Telecommunication".to_owned(),
        as_of_line: "Briefing, as of 1 April 2026".to_owned(),
        date: Date::constant(2026, 4, 1),
        headlines: [
            ["FY2026, July to February", "$2,975 m", ""],
            ["For $5.2 bn, March to June", "$556 m", "a month"],
            ["Growth needed, March to June", "+68 %", "year on year"],
        ]
        .map(headline)
        .into(),
        summary: [
            "Exports grew by 19.9 % on the same eight months of FY2025.[1]",
            "The Ministry’s target of $5.2 bn[2] leaves $2,225 m for four months. The best month so far \
             brought $437 m (December 2025);[3] the best four in a row averaged $388 m.",
            "March to June would have to grow by 68 % on last year. The best in four years was 42 % (FY2024).",
            "If they grow by 19.9 % too, the year ends near $4.57 bn.",
        ]
        .map(text)
        .into(),
        chart: chart(),
        years: [
            ["FY2022[5]", "2,619", "+24.2", "3,500[6]", "−881"],
            ["FY2023[5]", "2,596", "−0.9", "5,000[6]", "−2,404"],
            ["FY2024[5]", "3,223", "+24.2", "none found", "–"],
            ["FY2025[4]", "3,810", "+18.2", "4,200[6]", "−390"],
            ["FY2026 to February[1]", "2,975", "+19.9", "5,200[2]", "2,225 to go"],
        ]
        .map(year)
        .into(),
        pace: [
            ["Needed for $5.2 bn", "556"],
            ["Needed for $5.0 bn[4]", "506"],
            ["February", "365"],
            ["Best month", "437"],
            ["Growth needed", "+68 %"],
            ["Growth to date", "+19.9 %"],
        ]
        .map(pace)
        .into(),
        questions: questions(),
        notes: notes(),
        labels: labels(),
        footer: "As of 1 April 2026. Digest 7c1e 94b0 2f6d. Data attached to this file; check it with Hadaf."
            .to_owned(),
        attachments: attachments(),
    }
}
