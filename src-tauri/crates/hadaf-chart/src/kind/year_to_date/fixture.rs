//! Running totals of four fiscal years, without and with what may come, and with a scenario.

use hadaf_core::Month;

use super::spec::{CumulativeYear, RunningTotal, YearToDatePlot};
use crate::fixture::{PATH, ahead, claim, dollars, fiscal_names, frame, lines, month, month_points};
use crate::part::{ClaimMark, ClaimSign, Fan};
use crate::readout::Readout;
use crate::spec::ChartSpec;

/// Where FY2026 ends, from the lower end of the 95 % interval to its upper: the year's own paths, not sums of months.
const YEAR_END: [f64; 7] = [4199.0, 4315.0, 4428.0, 4566.0, 4716.0, 4863.0, 5042.0];

/// Eight months of FY2026 against the path to $5.2 bn.
pub fn year_to_date() -> ChartSpec<YearToDatePlot> {
    let points = month_points();
    let year = |year: i16, label: &str, current: bool| {
        let mut value = 0.0;
        let months = Month::range(month(year - 1, 7)..=month(year, 6)).zip(fiscal_names());
        let totals = months.map_while(|(at, name)| {
            value += points.iter().find(|point| point.month == at)?.value;
            let readout = Readout::new(format!("FY{year} to {name}"), format!("US$\u{a0}{value:.0}\u{a0}m"));
            Some(Some(RunningTotal { value, readout }))
        });
        CumulativeYear {
            label: label.to_owned(),
            totals: totals.collect(),
            apart: 1,
            current,
            provisional: current,
        }
    };
    let mut sum = 0.0;
    ChartSpec {
        frame: frame(
            "Eight months brought $2,975\u{a0}m; $5.2\u{a0}bn leaves $2,225\u{a0}m for four",
            "Pakistan’s IT exports, US$\u{a0}million from July to each month",
            "(p) first release. The path has past years’ monthly shares.",
            "Running totals of IT exports: 2,975 US$ million from July to February of FY2026, against a path to 5,200.",
        ),
        ticks: dollars(),
        plot: YearToDatePlot {
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
                    ClaimSign::Target,
                    &["$5.2\u{a0}bn target", "Ministry of IT, before July 2025"],
                ),
                claim(
                    5000.0,
                    ClaimSign::Target,
                    &["$5.0\u{a0}bn target", "Government, 20 Aug 2025"],
                ),
                claim(
                    4500.0,
                    ClaimSign::Projection,
                    &["$4.5\u{a0}bn projected", "JS Global, 18 Feb 2026"],
                ),
                ClaimMark {
                    value_high: Some(4500.0),
                    ..claim(
                        4200.0,
                        ClaimSign::Projection,
                        &["$4.2 to 4.5\u{a0}bn projected", "Analysts, about Jan 2026"],
                    )
                },
                claim(
                    4000.0,
                    ClaimSign::Projection,
                    &["$4.0\u{a0}bn projected", "ARY News, 20 Oct 2025"],
                ),
            ],
            fan: None,
            behind: None,
        },
    }
}

fn year_fan(lift: f64, label: &[&str]) -> Fan {
    let mut median = 2975.0;
    let steps = ahead::months().into_iter().enumerate().map(|(index, (at, value))| {
        median += value;
        let spread = ((index as f64 + 1.0) / 4.0).sqrt();
        let end = median + lift * (index as f64 + 1.0) / 4.0;
        ahead::step(at, YEAR_END.map(|level| end + (level - 4566.0) * spread))
    });
    Fan {
        steps: steps.collect(),
        label: ahead::label(label),
        names: ahead::names(),
    }
}

/// The same with four months ahead.
pub fn year_to_date_fan() -> ChartSpec<YearToDatePlot> {
    let label = [
        "Median 4,566",
        "50\u{a0}%: 4,428 to 4,716",
        "80\u{a0}%: 4,315 to 4,863",
        "95\u{a0}%: 4,199 to 5,042",
    ];
    year_to_date().map(|plot| YearToDatePlot {
        fan: Some(year_fan(0.0, &label)),
        claims: plot.claims.into_iter().take(3).collect(),
        ..plot
    })
}

/// Ten days without internet in March, against the baseline.
pub fn year_to_date_scenario() -> ChartSpec<YearToDatePlot> {
    year_to_date().map(|plot| YearToDatePlot {
        fan: Some(year_fan(-150.0, &["Median 4,416", "80\u{a0}%: 4,165 to 4,713"])),
        behind: Some(year_fan(0.0, &["Without it 4,566"])),
        claims: plot.claims.into_iter().take(1).collect(),
        ..plot
    })
}
