//! Charts of what may come and of what was said, on the same real months.

use hadaf_chart::*;
use hadaf_core::Month;

use super::{fiscal_year, frame, lines, month, month_points, monthly, year_to_date};

/// Shares of the median at which a month's intervals end, from the lower end of 95 % to its upper.
const SPREAD: [f64; 7] = [0.72, 0.82, 0.90, 1.0, 1.09, 1.19, 1.36];
/// Where FY2026 ends, by the same levels: the year's own paths, not sums of months.
const YEAR_END: [f64; 7] = [4199.0, 4315.0, 4428.0, 4566.0, 4716.0, 4863.0, 5042.0];

fn names() -> [String; 3] {
    ["50\u{a0}%", "80\u{a0}%", "95\u{a0}%"].map(str::to_owned)
}

pub(crate) fn step(month: Month, levels: [f64; 7]) -> FanStep {
    let [low95, low80, low50, median, high50, high80, high95] = levels;
    FanStep {
        month,
        low95,
        low80,
        low50,
        median,
        high50,
        high80,
        high95,
        readout: format!("{month}: median US$\u{a0}{median:.0}\u{a0}m"),
    }
}

/// The months ahead: those of last year, a fifth higher.
fn months_ahead() -> Vec<(Month, f64)> {
    let points = month_points();
    let value = |at: Month| points.iter().find(|point| point.month == at).unwrap().value;
    (0..4)
        .map(|ahead| month(2026, 3).plus(ahead))
        .map(|at| (at, value(at.plus(-12)) * 1.199))
        .collect()
}

pub(crate) fn monthly_fan() -> Monthly {
    let steps = months_ahead()
        .into_iter()
        .map(|(at, median)| step(at, SPREAD.map(|share| share * median)));
    Monthly {
        fan: Some(Fan {
            steps: steps.collect(),
            label: lines(&[
                "June: median 406",
                "50\u{a0}%: 366 to 443",
                "80\u{a0}%: 333 to 483",
                "95\u{a0}%: 292 to 552",
            ]),
            names: names(),
        }),
        ..monthly()
    }
}

fn year_fan(lift: f64) -> Fan {
    let mut median = 2975.0;
    let steps = months_ahead().into_iter().enumerate().map(|(index, (at, value))| {
        median += value;
        let spread = ((index as f64 + 1.0) / 4.0).sqrt();
        let end = median + lift * (index as f64 + 1.0) / 4.0;
        step(at, YEAR_END.map(|level| end + (level - 4566.0) * spread))
    });
    Fan {
        steps: steps.collect(),
        label: lines(&[
            "Median 4,566",
            "50\u{a0}%: 4,428 to 4,716",
            "80\u{a0}%: 4,315 to 4,863",
            "95\u{a0}%: 4,199 to 5,042",
        ]),
        names: names(),
    }
}

pub(crate) fn year_to_date_fan() -> YearToDate {
    let chart = year_to_date();
    let claims = chart.claims.clone();
    YearToDate {
        fan: Some(year_fan(0.0)),
        claims: claims.into_iter().take(3).collect(),
        ..chart
    }
}

/// Ten days without internet in March, against the baseline.
pub(crate) fn year_to_date_scenario() -> YearToDate {
    let chart = year_to_date();
    YearToDate {
        fan: Some(Fan {
            label: lines(&["Median 4,416", "80\u{a0}%: 4,165 to 4,713"]),
            ..year_fan(-150.0)
        }),
        behind: Some(Fan {
            label: lines(&["Without it 4,566"]),
            ..year_fan(0.0)
        }),
        claims: chart.claims.iter().take(1).cloned().collect(),
        ..chart
    }
}

/// Claims on IT exports as reported: last year known when said, year meant, value in US$ million.
const CLAIMS: &str = include_str!("../fixture/claims.csv");
/// Exports of FY2016 to FY2025, latest prints.
const OUTTURN: [f64; 10] = [
    788.64, 938.64, 1060.0, 1191.864, 1438.827, 2108.0, 2619.1, 2596.0, 3223.0, 3810.0,
];

pub(crate) fn spines() -> Vec<Spine> {
    CLAIMS
        .lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.splitn(8, ',').collect();
            let known: i16 = fields[0].parse().unwrap();
            let value: f64 = fields[2].parse().unwrap();
            Spine {
                from: (fiscal_year(known), OUTTURN[usize::try_from(known - 2016).unwrap()]),
                year: fiscal_year(fields[1].parse().unwrap()),
                value,
                value_high: fields[3].parse().ok(),
                target: fields[4] == "target",
                kind: match fields[5] {
                    "counted" => SpineMark::Counted,
                    "replaced" => SpineMark::Replaced,
                    "not-scorable" => SpineMark::NotScorable,
                    "open" => SpineMark::Open,
                    other => panic!("{other}"),
                },
                official: fields[6] == "yes",
                label: fields[7]
                    .split('|')
                    .filter(|line| !line.is_empty())
                    .map(str::to_owned)
                    .collect(),
                readout: format!("FY{}: {} US$\u{a0}{value}\u{a0}m", fields[1], fields[4]),
            }
        })
        .collect()
}

pub(crate) fn hedgehog() -> Hedgehog {
    let years = (2016..=2030_i16).map(|year| {
        let value = OUTTURN.get(usize::try_from(year - 2016).unwrap()).copied();
        HedgehogYear {
            fiscal_year: fiscal_year(year),
            label: format!("FY{year}"),
            value,
            mark: Mark::Confirmed,
            value_label: if year == 2025 {
                "3.81 in FY2025".to_owned()
            } else {
                String::new()
            },
            readout: format!("FY{year}: {value:?}"),
        }
    });
    Hedgehog {
        frame: frame(
            "Targets set two or more years ahead fell short by 48 and 76\u{a0}%; claims made within the year were off by 10\u{a0}% on average",
            "Claims on IT exports, US$\u{a0}million a fiscal year, FY2016 to FY2030",
            "Each line runs from the last year known when it was said to what was said.",
            "IT exports from 789 US$ million in FY2016 to 3,810 in FY2025, with 26 claims for FY2020 to FY2030 up to 18,000.",
        ),
        years: years.collect(),
        spines: spines(),
        off_scale: "Off the scale or without a year: $25\u{a0}bn, $30\u{a0}bn.".to_owned(),
        names: HedgehogNames {
            outturn: "outturn".to_owned(),
            target: "target".to_owned(),
            projection: "official projection".to_owned(),
            replaced: "replaced".to_owned(),
            not_scorable: "not scorable".to_owned(),
            unofficial: "not official".to_owned(),
        },
        tick_prefix: "$".to_owned(),
        tick_suffix: "\u{a0}m".to_owned(),
    }
}

/// What "a fifth more than a year ago" would have said every three months for the half year ahead.
pub(crate) fn backtest() -> Backtest {
    let points = month_points();
    let value = |at: Month| points.iter().find(|point| point.month == at).map(|point| point.value);
    let forecasts = (0..9).map(|quarter| {
        let origin = month(2023, 8).plus(3 * quarter);
        let steps = (1..=6).filter_map(|ahead| {
            let at = origin.plus(ahead);
            let point = value(at.plus(-12))? * 1.2;
            let spread = point * (0.07 + 0.012 * f64::from(ahead));
            Some(PastStep {
                month: at,
                point,
                low80: point - spread,
                high80: point + spread,
            })
        });
        PastLine {
            origin,
            steps: steps.collect(),
            readout: format!("From {origin}"),
        }
    });
    let chart = monthly();
    Backtest {
        frame: frame(
            "A fifth more than a year ago would have missed most of spring 2024",
            "IT exports, US$\u{a0}million a month, and what a fifth more than a year ago would have said",
            "Bands of forecasts that do not overlap; the others as thin lines.",
            "Monthly IT exports with past forecasts made every three months, each with its 80 % range.",
        ),
        actual: points
            .iter()
            .map(|point| Outturn {
                month: point.month,
                value: point.value,
                readout: point.readout.clone(),
            })
            .collect(),
        forecasts: forecasts.collect(),
        names: BacktestNames {
            actual: "what came".to_owned(),
            forecast: "forecast".to_owned(),
            range: "80\u{a0}% range".to_owned(),
            outside: "outside".to_owned(),
        },
        years: chart.years,
        tick_prefix: chart.tick_prefix,
        tick_suffix: chart.tick_suffix,
        month_names: chart.month_names,
    }
}
