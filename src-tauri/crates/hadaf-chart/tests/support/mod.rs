//! Charts of real numbers: Pakistan's exports of IT services, US$ million, as known on 1 April 2026
//! (State Bank of Pakistan, as reported).

#![allow(dead_code, reason = "each test program uses its part")]

pub(crate) mod laws;
pub(crate) mod outlook;
pub(crate) mod risks;

use hadaf_chart::*;
use hadaf_core::{FiscalYear, Month};

/// The months of FY2023 to FY2026: month, value, mark, earlier print.
const MONTHS: &str = include_str!("../fixture/months.csv");

/// The $5.2 bn target spread over FY2026 in the shape of past years, lowest and highest past share.
const PATH: [f64; 12] = [
    289.0, 332.0, 319.0, 373.0, 400.0, 465.0, 413.0, 427.0, 516.0, 502.0, 582.0, 582.0,
];

pub(crate) fn month(year: i16, month: u8) -> Month {
    Month::new(year, month).unwrap()
}

pub(crate) fn fiscal_year(year: i16) -> FiscalYear {
    FiscalYear::new(year).unwrap()
}

pub(crate) fn names() -> [String; 12] {
    [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    .map(str::to_owned)
}

pub(crate) fn fiscal_names() -> [String; 12] {
    let mut names = names();
    names.rotate_left(6);
    names
}

pub(crate) fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|&line| line.to_owned()).collect()
}

/// The same chart without the texts round it, as it stands in a page that sets them.
pub(crate) fn unframed(frame: &Frame) -> Frame {
    Frame {
        title: String::new(),
        subtitle: String::new(),
        note: String::new(),
        source: String::new(),
        ..frame.clone()
    }
}

fn frame(title: &str, subtitle: &str, note: &str, alt: &str) -> Frame {
    Frame {
        title: title.to_owned(),
        subtitle: subtitle.to_owned(),
        note: note.to_owned(),
        source: "Source: State Bank of Pakistan, as reported; latest prints known on 1 April 2026. FY: July to June."
            .to_owned(),
        alt: alt.to_owned(),
        axis_starts: "axis starts at {value}".to_owned(),
    }
}

pub(crate) fn month_points() -> Vec<MonthPoint> {
    MONTHS
        .lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            let month: Month = fields[0].parse().unwrap();
            let value: f64 = fields[1].parse().unwrap();
            let label = match fields[0] {
                "2025-12" => Some("Dec 2025: $437\u{a0}m".to_owned()),
                "2026-02" => Some("Feb 2026: $365\u{a0}m (p)".to_owned()),
                _ => None,
            };
            MonthPoint {
                month,
                value,
                mark: match fields[2] {
                    "confirmed" => Mark::Confirmed,
                    "provisional" => Mark::Provisional,
                    "derived" => Mark::Derived,
                    other => panic!("{other}"),
                },
                revised_from: fields[3].parse().ok(),
                readout: format!("{month}: US$\u{a0}{value}\u{a0}m"),
                label,
            }
        })
        .collect()
}

pub(crate) fn monthly() -> Monthly {
    let year = |year: i16, total: &str| YearMark {
        fiscal_year: fiscal_year(year),
        first_month: month(year - 1, 7),
        label: format!("FY{year}"),
        total: total.to_owned(),
    };
    let path_month = |index: usize| month(2025, 7).plus(i32::try_from(index).unwrap());
    Monthly {
        frame: frame(
            "Reaching $5.2\u{a0}bn needs $556\u{a0}m a month from March to June; the best month so far is $437\u{a0}m",
            "Pakistan’s IT exports, US$\u{a0}million a month, July 2022 to February 2026",
            "(p) first print. □ calculated from printed totals. Grey dot: first print, since revised.",
            "Monthly IT exports July 2022 to February 2026, from 190 to 437 US$ million, best month December 2025; \
             the $5.2 bn target for FY2026 needs 556 a month from March to June.",
        ),
        span: (month(2022, 7), month(2026, 6)),
        points: month_points(),
        path: Some(ClaimLine {
            points: PATH
                .iter()
                .enumerate()
                .map(|(index, value)| (path_month(index), *value))
                .collect(),
            band: Vec::new(),
            label: lines(&["Path set by the", "$5.2\u{a0}bn target"]),
        }),
        needed: Some(NeededLevel {
            from: month(2026, 3),
            to: month(2026, 6),
            value: 556.25,
            label: lines(&["Needed: $556\u{a0}m", "a month to June"]),
        }),
        fan: None,
        behind: None,
        years: vec![
            year(2023, "2,596"),
            year(2024, "3,223"),
            year(2025, "3,810"),
            year(2026, "2,975 to Feb"),
        ],
        tick_prefix: "$".to_owned(),
        tick_suffix: "\u{a0}m".to_owned(),
        derived_label: "calculated".to_owned(),
        month_names: names(),
    }
}

pub(crate) fn year_to_date() -> YearToDate {
    let points = month_points();
    let running = |year: i16| {
        let mut total = 0.0;
        Month::range(month(year - 1, 7)..=month(year, 6))
            .map_while(|at| points.iter().find(|point| point.month == at))
            .map(|point| {
                total += point.value;
                Some(total)
            })
            .collect::<Vec<Option<f64>>>()
    };
    let year = |year: i16, label: &str, current: bool| {
        let totals = running(year);
        CumulativeYear {
            label: label.to_owned(),
            readouts: totals
                .iter()
                .zip(fiscal_names())
                .map(|(total, name)| format!("FY{year} to {name}: US$\u{a0}{:.0}\u{a0}m", total.unwrap()))
                .collect(),
            totals,
            current,
            provisional: current,
        }
    };
    let mut sum = 0.0;
    YearToDate {
        frame: frame(
            "Eight months brought $2,975\u{a0}m; $5.2\u{a0}bn leaves $2,225\u{a0}m for four",
            "Pakistan’s IT exports, US$\u{a0}million from July to each month",
            "(p) first print. The path has past years’ monthly shares.",
            "Running totals of IT exports: 2,975 US$ million from July to February of FY2026, against a path to 5,200.",
        ),
        month_names: fiscal_names(),
        years: vec![
            year(2023, "FY2023 $2,596\u{a0}m", false),
            year(2024, "FY2024 $3,223\u{a0}m", false),
            year(2025, "FY2025 $3,810\u{a0}m", false),
            year(2026, "Feb 2026: $2,975\u{a0}m (p)", true),
        ],
        path: PATH
            .iter()
            .map(|value| {
                sum += value;
                sum
            })
            .collect(),
        path_label: lines(&["Path set by the", "$5.2\u{a0}bn target"]),
        claims: vec![
            claim(
                5200.0,
                true,
                &["$5.2\u{a0}bn target", "Ministry of IT, before July 2025"],
            ),
            claim(5000.0, true, &["$5.0\u{a0}bn target", "Government, 20 Aug 2025"]),
            claim(4500.0, false, &["$4.5\u{a0}bn projected", "JS Global, 18 Feb 2026"]),
            ClaimMark {
                value_high: Some(4500.0),
                ..claim(
                    4200.0,
                    false,
                    &["$4.2 to 4.5\u{a0}bn projected", "Analysts, about Jan 2026"],
                )
            },
            claim(4000.0, false, &["$4.0\u{a0}bn projected", "ARY News, 20 Oct 2025"]),
        ],
        fan: None,
        behind: None,
        tick_prefix: "$".to_owned(),
        tick_suffix: "\u{a0}m".to_owned(),
    }
}

pub(crate) fn claim(value: f64, target: bool, label: &[&str]) -> ClaimMark {
    ClaimMark {
        value,
        value_high: None,
        target,
        label: lines(label),
    }
}

pub(crate) fn annual() -> Annual {
    let year = |year: i16, value: f64, text: &str, claims: Vec<ClaimMark>| AnnualYear {
        fiscal_year: fiscal_year(year),
        label: format!("FY{year}"),
        value: Some(value),
        mark: if year == 2026 {
            Mark::Provisional
        } else {
            Mark::Confirmed
        },
        value_label: text.to_owned(),
        readout: format!("FY{year}: US$\u{a0}{value}\u{a0}m"),
        claims,
    };
    Annual {
        frame: frame(
            "Of the targets for FY2022 to FY2025, only the one named after the year was met",
            "Pakistan’s IT exports a fiscal year and what was said for it, US$\u{a0}million",
            "Dot: exports; hollow: first eight months. Line: target. Diamond: projection.",
            "IT exports by fiscal year, from 1,192 US$ million in FY2019 to 3,810 in FY2025, with official targets.",
        ),
        years: vec![
            year(2019, 1191.864, "1,192", vec![]),
            year(2020, 1438.827, "1,439", vec![]),
            year(
                2021,
                2108.0,
                "2,108",
                vec![claim(2000.0, false, &["2,000 projected", "PM’s adviser, Jan 2021"])],
            ),
            year(
                2022,
                2619.1,
                "2,619",
                vec![claim(3500.0, true, &["3,500 target", "IT minister, Dec 2021"])],
            ),
            year(
                2023,
                2596.0,
                "2,596",
                vec![
                    claim(5000.0, true, &["5,000 target", "Government, Jan 2021"]),
                    claim(3000.0, true, &["3,000 target", "owner not named, Aug 2023"]),
                    claim(2580.0, false, &["2,580 projected", "Topline, Jun 2023"]),
                ],
            ),
            year(
                2024,
                3223.0,
                "3,223",
                vec![
                    claim(3500.0, false, &["3,500 projected", "Finance minister, Mar 2024"]),
                    claim(3000.0, false, &["3,000 projected", "Topline, Apr 2024"]),
                ],
            ),
            year(
                2025,
                3810.0,
                "3,810",
                vec![
                    claim(4200.0, true, &["4,200 target", "Government, Dec 2024"]),
                    claim(3500.0, true, &["3,500 target", "Minister of state, about Aug 2024"]),
                    claim(3800.0, true, &["3,800 target", "PM Office, Aug 2025, after the year"]),
                    claim(3800.0, false, &["3,800 projected", "Ministry to Senate, 2025"]),
                    ClaimMark {
                        value_high: Some(3700.0),
                        ..claim(3500.0, false, &["3,500 to 3,700 projected", "Market, Oct 2024"])
                    },
                    ClaimMark {
                        value_high: Some(4000.0),
                        ..claim(3600.0, false, &["3,600 to 4,000 projected", "Topline, Jan 2025"])
                    },
                ],
            ),
            year(
                2026,
                2975.0,
                "2,975 to Feb",
                vec![
                    claim(5200.0, true, &["5,200 target", "Ministry of IT, before Jul 2025"]),
                    claim(5000.0, true, &["5,000 target", "Government, Aug 2025"]),
                    claim(4500.0, false, &["4,500 projected", "JS Global, Feb 2026"]),
                    claim(4000.0, false, &["4,000 projected", "ARY News, Oct 2025"]),
                ],
            ),
        ],
        tick_prefix: "$".to_owned(),
        tick_suffix: "\u{a0}m".to_owned(),
    }
}
