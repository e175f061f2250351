//! FY2026 under five sets of assumptions.

use super::spec::{ScenarioColumn, ScenariosPlot};
use crate::fixture::{claim, dollars, frame, lines};
use crate::part::ClaimSign;
use crate::readout::Readout;
use crate::spec::ChartSpec;

/// Five scenarios against three claims.
pub fn scenarios() -> ChartSpec<ScenariosPlot> {
    let column =
        |label: &[&str], [median, low80, high80, low95, high95]: [f64; 5], value: &str, chance: &str| ScenarioColumn {
            label: lines(label),
            median,
            low80,
            high80,
            low95,
            high95,
            value_label: value.to_owned(),
            chance_label: chance.to_owned(),
            baseline: label[0] == "As it runs",
            current: label[0] == "A week offline",
            readout: Readout::new(label.join(" "), format!("US$\u{a0}{value}\u{a0}m, {chance}")),
        };
    ChartSpec {
        frame: frame(
            "A week offline costs $36\u{a0}m; $5.2\u{a0}bn is lost either way",
            "Pakistan’s IT exports in FY2026 under five sets of assumptions, US$\u{a0}million: middle, 80\u{a0}% and (thin) 95\u{a0}% interval",
            "4,500 falls below even odds at 11 outage days in April, the rest as set. Shares and make-up are assumptions.",
            "FY2026 under five scenarios: medians from 4,395 to 4,640 US$ million, none reaches the target of 5,200.",
        ),
        ticks: dollars(),
        plot: ScenariosPlot {
            columns: vec![
                column(
                    &["As it runs"],
                    [4566.0, 4310.0, 4870.0, 4180.0, 5040.0],
                    "4,566",
                    "58 of 100",
                ),
                column(
                    &["A week offline", "in April"],
                    [4530.0, 4270.0, 4830.0, 4140.0, 5000.0],
                    "4,530",
                    "54 of 100",
                ),
                column(
                    &["A month slow"],
                    [4478.0, 4215.0, 4775.0, 4085.0, 4940.0],
                    "4,478",
                    "47 of 100",
                ),
                column(
                    &["Budget released late"],
                    [4395.0, 4120.0, 4690.0, 3990.0, 4850.0],
                    "4,395",
                    "34 of 100",
                ),
                column(
                    &["Measures work"],
                    [4640.0, 4370.0, 4950.0, 4235.0, 5125.0],
                    "4,640",
                    "68 of 100",
                ),
            ],
            claims: vec![
                claim(5200.0, ClaimSign::Target, &["$5.2\u{a0}bn target", "Ministry of IT"]),
                claim(5000.0, ClaimSign::Target, &["$5.0\u{a0}bn target", "Government"]),
                claim(4500.0, ClaimSign::Projection, &["$4.5\u{a0}bn projected", "JS Global"]),
            ],
            chance_heading: "Chance of $4.5\u{a0}bn".to_owned(),
        },
    }
}
