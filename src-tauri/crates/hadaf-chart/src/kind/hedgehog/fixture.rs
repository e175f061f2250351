//! Claims on IT exports as reported, against the outturn.

#![allow(clippy::unwrap_used, reason = "an example stops where it is wrong")]

use super::spec::{HedgehogNames, HedgehogPlot, HedgehogYear, Spine, SpineMark};
use crate::fixture::{dollars, fiscal_year, frame};
use crate::part::{ClaimSign, PointMark};
use crate::readout::Readout;
use crate::spec::ChartSpec;

/// Claims on IT exports as reported: last year known when said, year meant, value in US$ million.
const CLAIMS: &str = include_str!("claims.csv");
/// Exports of FY2016 to FY2025, latest releases.
const OUTTURN: [f64; 10] = [
    788.64, 938.64, 1060.0, 1191.864, 1438.827, 2108.0, 2619.1, 2596.0, 3223.0, 3810.0,
];

fn spines() -> Vec<Spine> {
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
                sign: match fields[4] {
                    "target" => ClaimSign::Target,
                    "projection" => ClaimSign::Projection,
                    other => panic!("{other}"),
                },
                mark: match fields[5] {
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
                readout: Readout::new(
                    format!("FY{}", fields[1]),
                    format!("{} US$\u{a0}{value}\u{a0}m", fields[4]),
                ),
            }
        })
        .collect()
}

/// Twenty-six claims for FY2020 to FY2030.
pub fn hedgehog() -> ChartSpec<HedgehogPlot> {
    let years = (2016..=2030_i16).map(|year| {
        let value = OUTTURN.get(usize::try_from(year - 2016).unwrap()).copied();
        HedgehogYear {
            fiscal_year: fiscal_year(year),
            label: format!("FY{year}"),
            value,
            mark: PointMark::Confirmed,
            value_label: if year == 2025 {
                "3.81 in FY2025".to_owned()
            } else {
                String::new()
            },
            readout: Readout::new(format!("FY{year}"), format!("{value:?}")),
        }
    });
    ChartSpec {
        frame: frame(
            "Targets set two or more years ahead fell short by 48 and 76\u{a0}%; claims made within the year were off by 10\u{a0}% on average",
            "Claims on IT exports, US$\u{a0}million a fiscal year, FY2016 to FY2030",
            "Each line runs from the last year known when it was said to what was said.",
            "IT exports from 789 US$ million in FY2016 to 3,810 in FY2025, with 26 claims for FY2020 to FY2030 up to 18,000.",
        ),
        ticks: dollars(),
        plot: HedgehogPlot {
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
        },
    }
}
