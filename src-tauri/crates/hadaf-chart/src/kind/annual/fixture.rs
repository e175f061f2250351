//! Eight fiscal years with what was said for them.

use super::spec::{AnnualPlot, AnnualYear};
use crate::fixture::{claim, dollars, fiscal_year, frame};
use crate::part::{ClaimMark, ClaimSign, PointMark};
use crate::spec::ChartSpec;

/// FY2019 to FY2026 with their claims.
pub fn annual() -> ChartSpec<AnnualPlot> {
    let year = |year: i16, value: f64, text: &str, claims: Vec<ClaimMark>| AnnualYear {
        fiscal_year: fiscal_year(year),
        label: format!("FY{year}"),
        value: Some(value),
        mark: if year == 2026 {
            PointMark::Provisional
        } else {
            PointMark::Confirmed
        },
        value_label: text.to_owned(),
        readout: format!("FY{year}: US$\u{a0}{value}\u{a0}m"),
        claims,
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
            years: vec![
                year(2019, 1191.864, "1,192", vec![]),
                year(2020, 1438.827, "1,439", vec![]),
                year(
                    2021,
                    2108.0,
                    "2,108",
                    vec![claim(
                        2000.0,
                        ClaimSign::Projection,
                        &["2,000 projected", "PM’s adviser, Jan 2021"],
                    )],
                ),
                year(
                    2022,
                    2619.1,
                    "2,619",
                    vec![claim(
                        3500.0,
                        ClaimSign::Target,
                        &["3,500 target", "IT minister, Dec 2021"],
                    )],
                ),
                year(
                    2023,
                    2596.0,
                    "2,596",
                    vec![
                        claim(5000.0, ClaimSign::Target, &["5,000 target", "Government, Jan 2021"]),
                        claim(
                            3000.0,
                            ClaimSign::Target,
                            &["3,000 target", "owner not named, Aug 2023"],
                        ),
                        claim(2580.0, ClaimSign::Projection, &["2,580 projected", "Topline, Jun 2023"]),
                    ],
                ),
                year(
                    2024,
                    3223.0,
                    "3,223",
                    vec![
                        claim(
                            3500.0,
                            ClaimSign::Projection,
                            &["3,500 projected", "Finance minister, Mar 2024"],
                        ),
                        claim(3000.0, ClaimSign::Projection, &["3,000 projected", "Topline, Apr 2024"]),
                    ],
                ),
                year(
                    2025,
                    3810.0,
                    "3,810",
                    vec![
                        claim(4200.0, ClaimSign::Target, &["4,200 target", "Government, Dec 2024"]),
                        claim(
                            3500.0,
                            ClaimSign::Target,
                            &["3,500 target", "Minister of state, about Aug 2024"],
                        ),
                        claim(
                            3800.0,
                            ClaimSign::Target,
                            &["3,800 target", "PM Office, Aug 2025, after the year"],
                        ),
                        claim(
                            3800.0,
                            ClaimSign::Projection,
                            &["3,800 projected", "Ministry to Senate, 2025"],
                        ),
                        ClaimMark {
                            value_high: Some(3700.0),
                            ..claim(
                                3500.0,
                                ClaimSign::Projection,
                                &["3,500 to 3,700 projected", "Market, Oct 2024"],
                            )
                        },
                        ClaimMark {
                            value_high: Some(4000.0),
                            ..claim(
                                3600.0,
                                ClaimSign::Projection,
                                &["3,600 to 4,000 projected", "Topline, Jan 2025"],
                            )
                        },
                    ],
                ),
                year(
                    2026,
                    2975.0,
                    "2,975 to Feb",
                    vec![
                        claim(
                            5200.0,
                            ClaimSign::Target,
                            &["5,200 target", "Ministry of IT, before Jul 2025"],
                        ),
                        claim(5000.0, ClaimSign::Target, &["5,000 target", "Government, Aug 2025"]),
                        claim(
                            4500.0,
                            ClaimSign::Projection,
                            &["4,500 projected", "JS Global, Feb 2026"],
                        ),
                        claim(
                            4000.0,
                            ClaimSign::Projection,
                            &["4,000 projected", "ARY News, Oct 2025"],
                        ),
                    ],
                ),
            ],
        },
    }
}
