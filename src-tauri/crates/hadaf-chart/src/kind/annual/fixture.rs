//! Eight fiscal years with what was said for them.

use hadaf_core::NumberStyle;

use super::spec::{AnnualPlot, AnnualYear};
use crate::fixture::{dollars, fiscal_year, frame, lines};
use crate::part::ClaimSign::{Projection, Target};
use crate::part::{ClaimMark, ClaimSign, PointMark};
use crate::readout::Readout;
use crate::spec::ChartSpec;

/// Exports of a fiscal year, and their label.
const YEARS: [(i16, f64, &str); 8] = [
    (2019, 1191.864, "1,192"),
    (2020, 1438.827, "1,439"),
    (2021, 2108.0, "2,108"),
    (2022, 2619.1, "2,619"),
    (2023, 2596.0, "2,596"),
    (2024, 3223.0, "3,223"),
    (2025, 3810.0, "3,810"),
    (2026, 2975.0, "2,975 to Feb"),
];

/// What was said: for which year, from and to which number, and who said it when.
const CLAIMS: [(i16, u16, Option<u16>, ClaimSign, &str); 17] = [
    (2021, 2000, None, Projection, "PM’s adviser, Jan 2021"),
    (2022, 3500, None, Target, "IT minister, Dec 2021"),
    (2023, 5000, None, Target, "Government, Jan 2021"),
    (2023, 3000, None, Target, "owner not named, Aug 2023"),
    (2023, 2580, None, Projection, "Topline, Jun 2023"),
    (2024, 3500, None, Projection, "Finance minister, Mar 2024"),
    (2024, 3000, None, Projection, "Topline, Apr 2024"),
    (2025, 4200, None, Target, "Government, Dec 2024"),
    (2025, 3500, None, Target, "Minister of state, about Aug 2024"),
    (2025, 3800, None, Target, "PM Office, Aug 2025, after the year"),
    (2025, 3800, None, Projection, "Ministry to Senate, 2025"),
    (2025, 3500, Some(3700), Projection, "Market, Oct 2024"),
    (2025, 3600, Some(4000), Projection, "Topline, Jan 2025"),
    (2026, 5200, None, Target, "Ministry of IT, before Jul 2025"),
    (2026, 5000, None, Target, "Government, Aug 2025"),
    (2026, 4500, None, Projection, "JS Global, Feb 2026"),
    (2026, 4000, None, Projection, "ARY News, Oct 2025"),
];

fn claims(year: i16) -> Vec<ClaimMark> {
    let number = |value: u16| NumberStyle::default().write(&value.to_string());
    let of_year = CLAIMS.into_iter().filter(|(of, ..)| *of == year);
    of_year
        .map(|(_, value, high, sign, who)| {
            let high_words = high.map_or_else(String::new, |high| format!(" to {}", number(high)));
            let word = match sign {
                Target => "target",
                Projection => "projected",
            };
            let what = format!("{}{high_words} {word}", number(value));
            ClaimMark {
                value: value.into(),
                value_high: high.map(f64::from),
                sign,
                label: lines(&[&what, who]),
            }
        })
        .collect()
}

/// FY2019 to FY2026 with their claims.
pub fn annual() -> ChartSpec<AnnualPlot> {
    let year = |(year, value, text): (i16, f64, &str)| AnnualYear {
        fiscal_year: fiscal_year(year),
        label: format!("FY{year}"),
        value: Some(value),
        mark: if year == 2026 {
            PointMark::Provisional
        } else {
            PointMark::Confirmed
        },
        value_label: text.to_owned(),
        readout: Readout::new(format!("FY{year}"), format!("US$\u{a0}{value}\u{a0}m")),
        claims: claims(year),
    };
    ChartSpec {
        frame: frame(
            "Of the targets for FY2022 to FY2025, only the one named after the year was met",
            "Pakistan’s IT exports a fiscal year and what was said for it, US$\u{a0}million",
            "Dot: exports; hollow: first eight months. Line: target. Diamond: projection.",
            "IT exports by fiscal year, from 1,192 US$ million in FY2019 to 3,810 in FY2025, with official targets.",
        ),
        ticks: dollars(),
        plot: AnnualPlot {
            years: YEARS.map(year).into(),
        },
    }
}
