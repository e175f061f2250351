//! Budget lines of the sample.

use hadaf_core::NumberStyle;

use super::spec::{BudgetBar, BudgetPlot};
use crate::fixture::{csv_rows, frame};
use crate::frame::{Frame, TickStyle};
use crate::readout::Readout;
use crate::spec::ChartSpec;

/// The budget lines of the sample.
const BUDGET: &str = include_str!("../../../../../../assets/samples/pakistan-it-exports/budget.csv");

/// What was allocated to the whole division and what was known of it in or after the year, the newest first.
pub fn budget() -> ChartSpec<BudgetPlot> {
    // Lines of the whole division: what was allocated, and what was known of it in or after the year.
    let wanted = |fields: &&Vec<String>| fields[1].starts_with("IT and Telecom") || fields[2].ends_with("six months");
    let bar = |fields: &Vec<String>| {
        let amount = |index: usize| fields[index].parse::<f64>().ok();
        let share = |part: Option<f64>| match (part, amount(4)) {
            (Some(part), Some(whole)) => format!("{:.0}\u{a0}%", 100.0 * part / whole),
            _ => String::new(),
        };
        let months = match fields[2].rsplit(' ').next() {
            Some("December" | "months") => Some(6),
            Some("January") => Some(7),
            _ => None,
        };
        BudgetBar {
            label: vec![fields[0].clone(), fields[2].clone()],
            allocated: amount(4),
            released: amount(5),
            spent: amount(6),
            released_label: share(amount(5)),
            spent_label: share(amount(6)),
            elapsed: months.map(|months| f64::from(months) / 12.0),
            elapsed_label: months.map_or_else(String::new, |months| format!("{months} of 12 months")),
            readout: Readout::new(fields[..7].join(", "), ""),
        }
    };
    let texts = frame(
        "Of FY2023’s money 59\u{a0}% was spent in seven months; of FY2025’s 9\u{a0}% in six",
        "Development budget of the IT division, million rupees, counted from the start of each fiscal year",
        "Without a share: not published. Released may mean authorised.",
        "Allocated, released and spent for IT in FY2013 to FY2026, from 4,700 to 23,929 million rupees a year.",
    );
    let published = |fields: &&Vec<String>| fields[4..7].iter().any(|field| !field.is_empty());
    let lines = csv_rows(BUDGET);
    ChartSpec {
        frame: Frame {
            source: "Source: budget documents and the press, as in the register.".to_owned(),
            ..texts
        },
        ticks: TickStyle {
            prefix: "Rs\u{a0}".to_owned(),
            suffix: "\u{a0}m".to_owned(),
            numbers: NumberStyle::default(),
        },
        plot: BudgetPlot {
            bars: lines.iter().rev().filter(wanted).filter(published).map(bar).collect(),
            names: ["allocated", "released", "spent"].map(str::to_owned),
        },
    }
}
